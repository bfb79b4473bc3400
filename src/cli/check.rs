//! `tollcheck check`: reads, checks, reports.

use std::io;
use std::io::BufWriter;
use std::io::Write;

use tollcheck::document::Intake;
use tollcheck::lexicon::Lexicon;
use tollcheck::report::Article;
use tollcheck::report::Summary;
use tollcheck::report::json;
use tollcheck::rules::Settings;

use super::Outcome;
use super::args::CheckArgs;
use super::inputs;

/// Checks every input and prints one report.
pub(super) fn run(args: &CheckArgs) -> io::Result<Outcome> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let (lexicon, settings) = (Lexicon::english(), Settings::default());
    let mut summary = Summary::default();
    let mut unread = false;
    json::open(&mut out)?;
    for article in inputs::articles(&args.paths, &Intake::default()) {
        match article {
            Ok((path, document)) => {
                let checked = tollcheck::check(&document, lexicon, &settings);
                let (facts, judged) = (&checked.facts, &checked.judged);
                let article = Article { path: &path, document: &document, facts, judged };
                if summary.documents > 0 {
                    json::between(&mut out)?;
                }
                json::article(&mut out, &article, args.all)?;
                summary = summary.plus(Summary::of(&article));
            }
            Err(line) => {
                unread = true;
                eprintln!("tollcheck: {line}");
            }
        }
    }
    json::close(&mut out, &summary)?;
    out.flush()?;
    let failed = args.fail_on.severity().is_some_and(|severity| summary.at_least(severity) > 0);
    Ok(if unread {
        Outcome::Unread
    } else if failed {
        Outcome::Found
    } else {
        Outcome::Clean
    })
}

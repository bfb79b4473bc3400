//! `tollcheck check`: reads, checks, reports.

use std::io;
use std::io::BufWriter;
use std::io::Write;

use tollcheck::document::Intake;
use tollcheck::lexicon::Lexicon;
use tollcheck::report::Article;
use tollcheck::report::Report;
use tollcheck::report::Summary;
use tollcheck::report::json::Json;
use tollcheck::report::table::Tables;
use tollcheck::rules::Settings;

use super::Outcome;
use super::args::CheckArgs;
use super::args::Format;
use super::inputs;
use super::terminal;

/// Checks every input and prints one report.
pub(super) fn run(args: &CheckArgs) -> io::Result<Outcome> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let report = report(args);
    let (summary, unread) = write(&mut out, args, &*report)?;
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

/// The report that was asked for.
fn report(args: &CheckArgs) -> Box<dyn Report> {
    match args.format {
        Format::Table => {
            let style = terminal::style(args.color);
            let one = args.paths.len() < 2 && args.paths.iter().all(|path| !path.is_dir());
            Box::new(Tables { style, full: one || args.all })
        }
        Format::Json => Box::new(Json { all: args.all }),
    }
}

/// Writes the report of every input; tells whether one could not be read.
fn write(
    out: &mut dyn Write,
    args: &CheckArgs,
    report: &dyn Report,
) -> io::Result<(Summary, bool)> {
    let (lexicon, settings) = (Lexicon::english(), Settings::default());
    let (mut summary, mut unread) = (Summary::default(), false);
    report.open(out)?;
    for article in inputs::articles(&args.paths, &Intake::default()) {
        match article {
            Ok((path, document)) => {
                let checked = tollcheck::check(&document, lexicon, &settings);
                let (facts, judged) = (&checked.facts, &checked.judged);
                let article = Article { path: &path, document: &document, facts, judged };
                if summary.documents > 0 {
                    out.write_all(report.between().as_bytes())?;
                }
                report.article(out, &article)?;
                summary = summary.plus(Summary::of(&article));
            }
            Err(line) => {
                unread = true;
                eprintln!("tollcheck: {line}");
            }
        }
    }
    report.close(out, &summary)?;
    Ok((summary, unread))
}

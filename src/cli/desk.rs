//! What `check` and `figures` share: articles in, checked, written in the order of the inputs.

use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread;

use tollcheck::document::Document;
use tollcheck::document::ReadError;
use tollcheck::lexicon::Lexicon;
use tollcheck::report::Article;
use tollcheck::report::Report;
use tollcheck::report::Summary;
use tollcheck::rules::Settings;

use super::args::ReadingArgs;
use super::inputs;
use super::order;

/// What became of the inputs.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Counts over all that were read.
    pub(super) summary: Summary,
    /// Whether one could not be read.
    pub(super) unread: bool,
}

/// What one article wrote.
struct Sheet {
    bytes: Vec<u8>,
    summary: Summary,
}

/// The paths to read; none where nobody said what. A pipe is read without being named.
pub(super) fn paths(args: &ReadingArgs) -> Option<Vec<PathBuf>> {
    match args.paths.is_empty() {
        false => Some(args.paths.clone()),
        true if io::stdin().is_terminal() => None,
        true => Some(vec![PathBuf::from("-")]),
    }
}

/// Checks the articles of all paths and writes the report.
pub(super) fn report(
    out: &mut dyn Write,
    paths: &[PathBuf],
    args: &ReadingArgs,
    report: &dyn Report,
) -> io::Result<Read> {
    let mut read = Read::default();
    let mut written = false;
    let intake = args.intake();
    let articles = inputs::articles(paths, &intake, args.stdin_filename.as_deref());
    let jobs = args.jobs.or_else(|| thread::available_parallelism().ok());
    report.open(out)?;
    let work = |article| sheet(article, report);
    order::in_order(articles, jobs.unwrap_or(NonZeroUsize::MIN), work, |sheet| match sheet {
        Ok(Ok(sheet)) => {
            read.summary = read.summary.plus(sheet.summary);
            if written && !sheet.bytes.is_empty() {
                out.write_all(report.between().as_bytes())?;
            }
            written |= !sheet.bytes.is_empty();
            out.write_all(&sheet.bytes)
        }
        Ok(Err(error)) => Err(error),
        Err(error) => {
            read.unread = true;
            eprintln!("tollcheck: {error}");
            Ok(())
        }
    })?;
    report.close(out, &read.summary)?;
    Ok(read)
}

/// Checks one article and writes its part of the report.
fn sheet(
    article: Result<(String, Document), ReadError>,
    report: &dyn Report,
) -> Result<io::Result<Sheet>, ReadError> {
    let (path, document) = article?;
    let checked = tollcheck::check(&document, Lexicon::english(), &Settings::default());
    let (facts, judged) = (&checked.facts, &checked.judged);
    let article = Article { path: &path, document: &document, facts, judged };
    let mut bytes = Vec::new();
    let written = report.article(&mut bytes, &article);
    Ok(written.map(|()| Sheet { bytes, summary: Summary::of(&article) }))
}

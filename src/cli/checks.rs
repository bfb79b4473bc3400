//! What is done with one article: it is read, checked, and written into each report.

use std::io;
use std::ops::RangeInclusive;
use std::panic;
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::Arc;

use tollcheck::Checked;
use tollcheck::document::Document;
use tollcheck::house::House;
use tollcheck::house::baseline::Baseline;
use tollcheck::house::config::Threshold;
use tollcheck::report::Article;
use tollcheck::report::Report;
use tollcheck::report::Summary;
use tollcheck::rules::Finding;
use tollcheck::span::Span;

use super::changes::Changes;

/// Which findings count.
#[derive(Debug, Default)]
pub(super) struct Checks {
    /// What fails the run, before what is configured.
    pub(super) fail_on: Option<Threshold>,
    /// The findings to leave out.
    pub(super) baseline: Option<Baseline>,
    /// The lines that findings must touch.
    pub(super) changes: Option<Changes>,
    /// Whether findings are listed for a new baseline.
    pub(super) lists: bool,
}

/// An article with what is in force for it.
pub(super) struct Job {
    /// What reports call it.
    pub(super) path: String,
    /// The article.
    pub(super) document: Document,
    /// What is in force.
    pub(super) house: Arc<House>,
}

/// What an article came to.
pub(super) struct Done {
    /// What reports call it.
    pub(super) path: String,
    /// What it wrote in each report.
    pub(super) sheets: Vec<Vec<u8>>,
    /// What was counted.
    pub(super) summary: Summary,
    /// Whether it fails the run.
    pub(super) failed: bool,
    /// Its findings for a new baseline, by fingerprint.
    pub(super) found: Vec<(String, String)>,
}

impl Checks {
    /// Whether a file need be read at all.
    pub(super) fn want(&self, path: &Path) -> bool {
        self.changes.as_ref().is_none_or(|changes| changes.touch(path))
    }

    /// Whether some of the inputs are passed over.
    pub(super) fn is_partial(&self) -> bool {
        self.changes.is_some()
    }

    /// Checks an article and writes its part of each report. A fault of our own costs one article,
    /// not the run.
    pub(super) fn check(&self, job: Job, reports: &[Box<dyn Report>]) -> Result<Done, String> {
        let path = job.path.clone();
        let done =
            guarded(|| self.done(job, reports)).map_err(|error| format!("{path}: {error}"))?;
        done.map_err(|error| format!("{path}: {error}"))
    }

    fn done(&self, job: Job, reports: &[Box<dyn Report>]) -> io::Result<Done> {
        let Job { path, document, house } = job;
        let checked = self.checked(&path, &document, &house);
        let (facts, judged) = (&checked.facts, &checked.judged);
        let article = Article { path: &path, document: &document, facts, judged };
        let sheets = reports.iter().map(|report| {
            // What is said of an article is about as long as the article itself.
            let mut sheet = Vec::with_capacity(document.text.len());
            report.article(&mut sheet, &article).map(|()| sheet)
        });
        let sheets = sheets.collect::<io::Result<_>>()?;
        let summary = Summary::of(&article);
        let least = self.fail_on.unwrap_or(house.fail_on()).severity();
        let failed = least.is_some_and(|severity| summary.at_least(severity) > 0);
        let findings = &judged.findings;
        let list = self.lists.then(|| Baseline::entries(&document, findings));
        let found = list.unwrap_or_default();
        Ok(Done { path, sheets, summary, failed, found })
    }

    /// What the rules and the house make of an article, less what is known or unchanged.
    pub(super) fn checked(&self, path: &str, document: &Document, house: &House) -> Checked {
        let mut checked = tollcheck::check(document, house.lexicon(), &house.settings(path));
        house.judge(path, document, &checked.facts, &mut checked.judged);
        let findings = &mut checked.judged.findings;
        if let Some(baseline) = &self.baseline {
            baseline.subtract(path, document, findings);
        }
        if let Some(changes) = &self.changes {
            findings.retain(|finding| touches(changes, path, document, finding));
        }
        checked
    }
}

/// Does `work`; a fault of our own is an error of one article.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, &'static str> {
    panic::catch_unwind(AssertUnwindSafe(work))
        .map_err(|_| "tollcheck fails on this article; please report it")
}

/// Whether a finding points at a changed line.
fn touches(changes: &Changes, path: &str, document: &Document, finding: &Finding) -> bool {
    finding
        .labels
        .iter()
        .any(|label| changes.touch_lines(Path::new(path), lines(document, label.span)))
}

fn lines(document: &Document, span: Span) -> RangeInclusive<usize> {
    let end = Span::new(span.end, span.end);
    document.place(span).line..=document.place(end).line
}

//! GitLab's code quality report: an array of findings.
//!
//! See <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use std::io;
use std::io::Write;

use serde::Serialize;

use crate::house::fingerprint;
use crate::report::{Article, Report, Summary};
use crate::rules::Severity;

/// The findings of one run.
#[derive(Clone, Copy, Debug)]
pub struct Gitlab;

#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

impl Report for Gitlab {
    fn open(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[\n")
    }

    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        let findings = &article.judged.findings;
        let prints = fingerprint::of_all(article.document, findings);
        for (place, (finding, print)) in findings.iter().zip(prints).enumerate() {
            if place > 0 {
                out.extend_from_slice(self.between().as_bytes());
            }
            let lines = Lines { begin: article.place(finding).line };
            let issue = Issue {
                description: &finding.message,
                check_name: finding.rule,
                // The same words in another article are another finding.
                fingerprint: format!("{}:{print}", article.bare_path()),
                severity: severity(finding.severity),
                location: Location { path: article.bare_path(), lines },
            };
            serde_json::to_writer(&mut *out, &issue)?;
        }
        Ok(())
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn close(&self, out: &mut dyn Write, _summary: &Summary) -> io::Result<()> {
        out.write_all(b"\n]\n")
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    }
}

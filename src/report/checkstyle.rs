//! Checkstyle's XML, which many code review tools read.

use std::io;
use std::io::Write;

use crate::report::xml::escaped;
use crate::report::{Article, Report, Summary};
use crate::rules::Severity;

/// The findings of one run.
#[derive(Clone, Copy, Debug)]
pub struct Checkstyle;

impl Report for Checkstyle {
    fn open(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n")
    }

    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        if article.judged.findings.is_empty() {
            return Ok(());
        }
        writeln!(out, "  <file name=\"{}\">", escaped(article.path))?;
        for finding in &article.judged.findings {
            let place = article.place(finding);
            write!(out, "    <error line=\"{}\" column=\"{}\"", place.line, place.column)?;
            write!(out, " severity=\"{}\"", severity(finding.severity))?;
            write!(out, " message=\"{}\"", escaped(&finding.message))?;
            writeln!(out, " source=\"tollcheck.{}\"/>", finding.rule)?;
        }
        writeln!(out, "  </file>")
    }

    fn close(&self, out: &mut dyn Write, _summary: &Summary) -> io::Result<()> {
        out.write_all(b"</checkstyle>\n")
    }
}

/// Checkstyle knows "info", where we say "note".
fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "info",
    }
}

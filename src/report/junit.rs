//! JUnit's XML: a suite an article, a failed case a finding.
//!
//! An article without findings is a suite with one case that passed, so that it is seen to have been
//! checked. Warnings and notes fail too: the format knows no other way to show them. Articles of an
//! archive are called by their ids, so that no two suites have one name.

use std::io;
use std::io::Write;

use crate::report::xml::escaped;
use crate::report::{Article, Report, Summary};
use crate::rules::Finding;

/// The articles of one run.
#[derive(Clone, Copy, Debug)]
pub struct Junit;

impl Report for Junit {
    fn open(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")?;
        out.write_all(b"<testsuites name=\"tollcheck\">\n")
    }

    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        let (path, findings) = (escaped(&article.name()), &article.judged.findings);
        let (cases, failures) = (findings.len().max(1), findings.len());
        write!(out, "  <testsuite name=\"{path}\" tests=\"{cases}\"")?;
        writeln!(out, " failures=\"{failures}\" errors=\"0\" skipped=\"0\">")?;
        if findings.is_empty() {
            writeln!(out, "    <testcase name=\"figures agree\" classname=\"{path}\"/>")?;
        }
        for finding in findings {
            case(out, article, finding)?;
        }
        writeln!(out, "  </testsuite>")
    }

    fn close(&self, out: &mut dyn Write, _summary: &Summary) -> io::Result<()> {
        out.write_all(b"</testsuites>\n")
    }
}

fn case(out: &mut Vec<u8>, article: &Article<'_>, finding: &Finding) -> io::Result<()> {
    let (path, class) = (escaped(article.path), escaped(&article.name()));
    let place = article.place(finding);
    let (message, severity) = (escaped(&finding.message), finding.severity.name());
    let name = format!("{} at line {}, column {}", finding.rule, place.line, place.column);
    writeln!(out, "    <testcase name=\"{name}\" classname=\"{class}\">")?;
    write!(out, "      <failure type=\"{severity}\" message=\"{message}\">")?;
    write!(out, "{path}:{}:{}: {message}", place.line, place.column)?;
    writeln!(out, "</failure>\n    </testcase>")
}

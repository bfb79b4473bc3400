//! Comma-separated values (RFC 4180): a row a finding, under a row of names.

use std::io;
use std::io::Write;

use crate::report::{Article, Report};

/// The findings of one run.
#[derive(Clone, Copy, Debug)]
pub struct Csv;

impl Report for Csv {
    fn open(&self, out: &mut dyn Write) -> io::Result<()> {
        write(out, &["path", "line", "column", "severity", "rule", "message", "id"])
    }

    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        article.judged.findings.iter().try_for_each(|finding| {
            let place = article.place(finding);
            let (line, column) = (place.line.to_string(), place.column.to_string());
            let (severity, message) = (finding.severity.name(), finding.message.as_str());
            let id = article.document.id.as_deref().unwrap_or_default();
            write(out, &[article.path, &line, &column, severity, finding.rule, message, id])
        })
    }
}

/// Writes one row.
pub(super) fn write(out: &mut dyn Write, fields: &[impl AsRef<str>]) -> io::Result<()> {
    for (place, field) in fields.iter().enumerate() {
        if place > 0 {
            out.write_all(b",")?;
        }
        out.write_all(quoted(field.as_ref()).as_bytes())?;
    }
    out.write_all(b"\r\n")
}

/// A field, in quotation marks where it needs them.
fn quoted(field: &str) -> String {
    match field.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_must_be_is_quoted() {
        let mut out = Vec::new();
        write(&mut out, &["12 dead", "1,200 dead", "\"12\"", ""]).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "12 dead,\"1,200 dead\",\"\"\"12\"\"\",\r\n");
    }
}

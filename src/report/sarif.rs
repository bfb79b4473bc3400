//! SARIF 2.1.0, the format of code scanning: rules with their pages, findings with all their places.
//!
//! See <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use std::io;
use std::io::Write;

use serde_json::Value;
use serde_json::json;

use crate::house::fingerprint;
use crate::house::fingerprint::Fingerprint;
use crate::report::{Article, Report, Summary};
use crate::rules;
use crate::rules::{Finding, Label, Rule, Severity};
use crate::span::Span;

/// Where the schema of the format is.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The findings of one run.
#[derive(Clone, Copy, Debug)]
pub struct Sarif;

impl Report for Sarif {
    fn open(&self, out: &mut dyn Write) -> io::Result<()> {
        let driver = json!({
            "name": "tollcheck",
            "version": env!("CARGO_PKG_VERSION"),
            "rules": rules::every().map(described).collect::<Vec<_>>(),
        });
        write!(out, r#"{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [{{"#)?;
        // Columns count characters, which SARIF calls code points.
        write!(out, r#""tool": {{"driver": {driver}}}, "columnKind": "unicodeCodePoints","#)?;
        out.write_all(b" \"results\": [\n")
    }

    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        let findings = &article.judged.findings;
        let prints = fingerprint::of_all(article.document, findings);
        for (place, (finding, print)) in findings.iter().zip(prints).enumerate() {
            if place > 0 {
                out.extend_from_slice(self.between().as_bytes());
            }
            serde_json::to_writer(&mut *out, &result(article, finding, print))?;
        }
        Ok(())
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn close(&self, out: &mut dyn Write, _summary: &Summary) -> io::Result<()> {
        out.write_all(b"\n]}]}\n")
    }
}

fn described(rule: &Rule) -> Value {
    json!({
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.page.trim(), "markdown": rule.page.trim()},
        "defaultConfiguration": {"enabled": rule.on},
    })
}

fn result(article: &Article<'_>, finding: &Finding, print: Fingerprint) -> Value {
    let places = finding.labels.iter().enumerate();
    let (first, others): (Vec<_>, Vec<_>) = places.partition(|(place, _)| *place == 0);
    let located = |(id, label): (usize, &Label)| location(article, label, id);
    let message = match &finding.hinge {
        Some(hinge) => format!("{} ({hinge})", finding.message),
        None => finding.message.clone(),
    };
    json!({
        "ruleId": finding.rule,
        "ruleIndex": rules::every().position(|rule| rule.id == finding.rule),
        "level": level(finding.severity),
        "message": {"text": message},
        "locations": first.into_iter().map(located).collect::<Vec<_>>(),
        "relatedLocations": others.into_iter().map(located).collect::<Vec<_>>(),
        "partialFingerprints": {"tollcheck/v1": print.to_string()},
    })
}

fn location(article: &Article<'_>, label: &Label, id: usize) -> Value {
    let place = article.document.place(label.span);
    let end = article.document.place(Span::new(label.span.end, label.span.end));
    json!({
        "id": id,
        "physicalLocation": {
            "artifactLocation": {"uri": uri(article.bare_path())},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": end.line,
                "endColumn": end.column,
                "byteOffset": place.start,
                "byteLength": place.end - place.start,
                "snippet": {"text": article.words(label.span)},
            },
        },
        "message": {"text": label.text},
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A path as a reference of a URI.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_uri() {
        assert_eq!(uri("drafts/a b.md"), "drafts/a%20b.md");
    }
}

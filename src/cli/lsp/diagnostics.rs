//! Findings as an editor shows them: a wavy line, a message, and the other places.
//!
//! "nine and five add up to 14, but the article says 12" is shown at "12 people", with "nine men"
//! and "five women" as related places.

use lsp_types::Diagnostic;
use lsp_types::DiagnosticRelatedInformation;
use lsp_types::DiagnosticSeverity;
use lsp_types::NumberOrString;
use lsp_types::PublishDiagnosticsParams;
use lsp_types::Range;

use tollcheck::rules::Finding;
use tollcheck::rules::Label;
use tollcheck::rules::Severity;

use super::draft::{Draft, Reading};

/// All that there is to say about a draft.
pub(super) fn of(draft: &Draft) -> PublishDiagnosticsParams {
    let findings = draft.articles.iter().flat_map(|reading| {
        let findings = reading.checked.judged.findings.iter();
        findings.map(|finding| diagnostic(draft, reading, finding))
    });
    let unread = draft.unread.as_deref().map(unread);
    PublishDiagnosticsParams {
        uri: draft.uri.clone(),
        version: Some(draft.version),
        diagnostics: findings.chain(unread).collect(),
    }
}

/// A finding at its first place.
pub(super) fn diagnostic(draft: &Draft, reading: &Reading, finding: &Finding) -> Diagnostic {
    let related = finding.labels.iter().skip(1).map(|label| DiagnosticRelatedInformation {
        location: draft.location(&reading.document, label.span),
        message: named(reading, label),
    });
    let hinge = finding.hinge.iter().flat_map(|hinge| ["\n", hinge]);
    Diagnostic {
        range: draft.range(&reading.document, finding.span()),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.to_owned())),
        source: Some("tollcheck".to_owned()),
        message: std::iter::once(finding.message.as_str()).chain(hinge).collect(),
        related_information: Some(related.collect()),
        ..Diagnostic::default()
    }
}

/// The words at another place of a finding, and what they are to it: `"nine men", a part`.
pub(super) fn named(reading: &Reading, label: &Label) -> String {
    let words = reading.document.words(label.span);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match label.text.as_str() {
        "" => format!("\"{words}\""),
        text => format!("\"{words}\", {text}"),
    }
}

/// A draft that cannot be read is marked at its beginning.
fn unread(error: &str) -> Diagnostic {
    Diagnostic {
        range: Range::default(),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some("tollcheck".to_owned()),
        message: error.to_owned(),
        ..Diagnostic::default()
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Note => DiagnosticSeverity::INFORMATION,
    }
}

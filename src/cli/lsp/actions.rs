//! What an editor offers to do about a finding: allow it with a reason, or go to its other places.
//!
//! Above a paragraph of Markdown goes `<!-- tollcheck: allow sum-mismatch: reason -->`.

use std::collections::HashMap;

use lsp_types::CodeAction;
use lsp_types::CodeActionKind;
use lsp_types::CodeActionOrCommand;
use lsp_types::CodeActionResponse;
use lsp_types::Command;
use lsp_types::Range;
use lsp_types::TextEdit;
use lsp_types::WorkspaceEdit;

use tollcheck::document::Format;
use tollcheck::rules::Finding;

use super::diagnostics;
use super::draft::Draft;
use super::draft::Reading;

/// The command that goes to a place.
pub(super) const GO: &str = "tollcheck.go";

/// What there is to do about the findings in a range of the text.
pub(super) fn of(draft: &Draft, range: Range, goes: bool) -> CodeActionResponse {
    let (start, end) = (draft.offset(range.start), draft.offset(range.end));
    let mut actions = Vec::new();
    for reading in &draft.articles {
        for finding in &reading.checked.judged.findings {
            let place = reading.document.place(finding.span());
            if place.start <= end && start <= place.end {
                actions.extend(allow(draft, reading, finding));
                actions.extend(go(draft, reading, finding).filter(|_| goes));
            }
        }
    }
    actions.into_iter().map(CodeActionOrCommand::CodeAction).collect()
}

/// Writes a comment that allows the finding, where the format has comments.
fn allow(draft: &Draft, reading: &Reading, finding: &Finding) -> Option<CodeAction> {
    let blocks = &reading.document.blocks;
    let block = blocks.iter().find(|block| block.span.overlaps(finding.span()))?;
    let start = reading.document.place(block.span).start;
    let comment = format!("<!-- tollcheck: allow {}: reason -->", finding.rule);
    let (at, new_text) = match draft.format()? {
        Format::Markdown => above(&draft.text, start, &comment),
        Format::Html => before_tag(&draft.text, start, &comment),
        _ => return None,
    };
    let at = draft.position(at);
    let edit = TextEdit { range: Range::new(at, at), new_text };
    let changes = Some(HashMap::from([(draft.uri.clone(), vec![edit])]));
    Some(CodeAction {
        edit: Some(WorkspaceEdit { changes, ..WorkspaceEdit::default() }),
        ..action(draft, reading, finding, format!("allow {} here, with a reason", finding.rule))
    })
}

/// A line above the one that a byte stands in, indented as that one is.
fn above(text: &str, start: usize, comment: &str) -> (usize, String) {
    let line = text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let rest = text.get(line..).unwrap_or_default();
    let indent = &rest[..rest.len() - rest.trim_start_matches([' ', '\t']).len()];
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    (line, format!("{indent}{comment}{end}"))
}

/// Before the tag that opens what a byte stands in; on a line of its own where the tag has one.
fn before_tag(text: &str, start: usize, comment: &str) -> (usize, String) {
    let before = text.get(..start).unwrap_or_default();
    let tag = before.trim_end().ends_with('>').then(|| before.rfind('<')).flatten();
    let at = tag.unwrap_or(start);
    let (line, written) = above(text, at, comment);
    match text.get(line..at).is_some_and(|indent| indent.trim().is_empty()) {
        true => (line, written),
        false => (at, comment.to_owned()),
    }
}

/// Goes to the other places of the finding.
fn go(draft: &Draft, reading: &Reading, finding: &Finding) -> impl Iterator<Item = CodeAction> {
    finding.labels.iter().skip(1).map(move |label| {
        let title = format!("go to {}", diagnostics::named(reading, label));
        let place = serde_json::to_value(draft.location(&reading.document, label.span)).ok();
        let command = Command::new(title.clone(), GO.to_owned(), place.map(|place| vec![place]));
        CodeAction { command: Some(command), ..action(draft, reading, finding, title) }
    })
}

/// Something to do about a finding.
fn action(draft: &Draft, reading: &Reading, finding: &Finding, title: String) -> CodeAction {
    CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostics::diagnostic(draft, reading, finding)]),
        ..CodeAction::default()
    }
}

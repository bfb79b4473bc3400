//! What an editor offers to do about a finding: allow it with a reason, or go to its other places.
//!
//! Above a paragraph of Markdown goes `<!-- tollcheck: allow sum-mismatch: reason -->`; for plain text,
//! an entry into the settings of its folder.

use std::collections::HashMap;

use lsp_types::CodeAction;
use lsp_types::CodeActionKind;
use lsp_types::CodeActionOrCommand;
use lsp_types::CodeActionResponse;
use lsp_types::Command;
use lsp_types::Range;
use lsp_types::TextEdit;
use lsp_types::WorkspaceEdit;

use tollcheck::house::CONFIG_NAME;
use tollcheck::rules::Finding;
use tollcheck::rules::unused_allowance;

use super::client::Client;
use super::draft::{Draft, Reading};
use super::{allowance, diagnostics, settings};

/// The command that goes to a place.
pub(super) const GO: &str = "tollcheck.go";

/// What there is to do about the findings in a range of the text.
pub(super) fn of(draft: &Draft, range: Range, client: &Client) -> CodeActionResponse {
    let (start, end) = (draft.offset(range.start), draft.offset(range.end));
    let mut actions = Vec::new();
    for reading in &draft.articles {
        for finding in &reading.checked.judged.findings {
            let place = reading.document.place(finding.span());
            if place.start <= end && start <= place.end {
                actions.extend(
                    allow(draft, reading, finding)
                        .or_else(|| note_down(draft, reading, finding, client)),
                );
                actions.extend(go(draft, reading, finding).filter(|_| client.goes));
            }
        }
    }
    actions.into_iter().map(CodeActionOrCommand::CodeAction).collect()
}

/// Writes a comment that lets the finding stand, where the format has comments.
fn allow(draft: &Draft, reading: &Reading, finding: &Finding) -> Option<CodeAction> {
    let format = draft.format().filter(|_| finding.rule != unused_allowance::RULE.id)?;
    let (at, new_text) = allowance::comment(&draft.text, format, &reading.document, finding)?;
    let at = draft.position(at);
    let edit = TextEdit { range: Range::new(at, at), new_text };
    let changes = Some(HashMap::from([(draft.uri.clone(), vec![edit])]));
    Some(CodeAction {
        edit: Some(WorkspaceEdit { changes, ..WorkspaceEdit::default() }),
        ..action(draft, reading, finding, format!("allow this {}, with a reason", finding.rule))
    })
}

/// Writes an entry into the settings that lets the finding stand.
fn note_down(
    draft: &Draft,
    reading: &Reading,
    finding: &Finding,
    client: &Client,
) -> Option<CodeAction> {
    if finding.rule == unused_allowance::RULE.id {
        return None;
    }
    let settings = settings::of(draft)?;
    let changes = settings.with(&draft.allowance(&reading.document, finding)?);
    let (changes, document_changes) = match settings.is_there {
        true => (Some(HashMap::from([(settings.uri, vec![changes])])), None),
        false if client.creates => (None, Some(settings.created(changes))),
        false => return None,
    };
    let edit = WorkspaceEdit { changes, document_changes, ..WorkspaceEdit::default() };
    let title = format!("allow this {} in {CONFIG_NAME}, with a reason", finding.rule);
    Some(CodeAction { edit: Some(edit), ..action(draft, reading, finding, title) })
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

//! The open drafts: what happens to them, and what is asked about them.
//!
//! "drafts/blast.md" is opened, changed, looked at, closed. They know no wire.

use std::collections::HashMap;

use lsp_types::CodeActionKind;
use lsp_types::CodeActionParams;
use lsp_types::CodeActionResponse;
use lsp_types::DidChangeTextDocumentParams;
use lsp_types::DidCloseTextDocumentParams;
use lsp_types::DidOpenTextDocumentParams;
use lsp_types::GotoDefinitionParams;
use lsp_types::GotoDefinitionResponse;
use lsp_types::Hover;
use lsp_types::HoverParams;
use lsp_types::PublishDiagnosticsParams;
use lsp_types::TextDocumentPositionParams;

use super::client::Client;
use super::draft::Draft;
use super::{actions, diagnostics, hover, places};
use crate::cli::args::HouseArgs;
use crate::cli::houses::Houses;

/// The drafts that an editor has opened, by what it calls them.
pub(super) struct Drafts {
    /// The editor.
    pub(super) client: Client,
    open: HashMap<String, Draft>,
    args: HouseArgs,
    houses: Houses,
}

impl Drafts {
    /// No drafts yet; each will be checked as the command line says.
    pub(super) fn new(args: HouseArgs) -> Drafts {
        let houses = Houses::new(&args);
        Drafts { client: Client::default(), open: HashMap::new(), args, houses }
    }

    /// A draft is opened: what there is to say about it.
    pub(super) fn open(&mut self, params: DidOpenTextDocumentParams) -> PublishDiagnosticsParams {
        let draft = Draft::open(params.text_document, self.client.encoding, &mut self.houses);
        let found = diagnostics::of(&draft);
        self.open.insert(draft.uri.as_str().to_owned(), draft);
        found
    }

    /// Something is typed.
    pub(super) fn change(
        &mut self,
        params: DidChangeTextDocumentParams,
    ) -> Option<PublishDiagnosticsParams> {
        let draft = self.open.get_mut(params.text_document.uri.as_str())?;
        draft.change(params.text_document.version, params.content_changes, &mut self.houses);
        Some(diagnostics::of(draft))
    }

    /// The settings may be other ones by now: every draft is checked again.
    pub(super) fn refresh(&mut self) -> Vec<PublishDiagnosticsParams> {
        self.houses = Houses::new(&self.args);
        let drafts = self.open.values_mut();
        drafts
            .map(|draft| {
                draft.read(&mut self.houses);
                diagnostics::of(draft)
            })
            .collect()
    }

    /// A draft is closed: there is nothing more to say about it.
    pub(super) fn close(&mut self, params: DidCloseTextDocumentParams) -> PublishDiagnosticsParams {
        let uri = params.text_document.uri;
        self.open.remove(uri.as_str());
        PublishDiagnosticsParams { uri, diagnostics: Vec::new(), version: None }
    }

    /// What to show over a place.
    pub(super) fn hover(&self, params: &HoverParams) -> Option<Hover> {
        let (draft, offset) = self.place(&params.text_document_position_params)?;
        hover::at(draft, offset, self.client.markdown)
    }

    /// The figures that the one at a place is held against.
    pub(super) fn others(&self, params: &GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
        let (draft, offset) = self.place(&params.text_document_position_params)?;
        let others = draft.articles.iter().flat_map(|reading| {
            let places = places::others(reading, offset).into_iter();
            places.map(|span| draft.location(&reading.document, span))
        });
        Some(GotoDefinitionResponse::Array(others.collect()))
    }

    /// What there is to do about the findings in a range.
    pub(super) fn actions(&self, params: &CodeActionParams) -> Option<CodeActionResponse> {
        let draft = self.open.get(params.text_document.uri.as_str())?;
        let wanted = params.context.only.as_ref();
        let wanted = wanted.is_none_or(|kinds| kinds.contains(&CodeActionKind::QUICKFIX));
        wanted.then(|| actions::of(draft, params.range, &self.client))
    }

    /// The draft and the byte of its text that a request is about.
    fn place(&self, params: &TextDocumentPositionParams) -> Option<(&Draft, usize)> {
        let draft = self.open.get(params.text_document.uri.as_str())?;
        Some((draft, draft.offset(params.position)))
    }
}

//! What the editor can do, and what the server offers it.
//!
//! An editor that counts in bytes is answered in bytes; one that says nothing, in units of two.

use lsp_types::CodeActionKind;
use lsp_types::CodeActionOptions;
use lsp_types::CodeActionProviderCapability;
use lsp_types::ExecuteCommandOptions;
use lsp_types::HoverProviderCapability;
use lsp_types::InitializeResult;
use lsp_types::OneOf;
use lsp_types::PositionEncodingKind;
use lsp_types::SaveOptions;
use lsp_types::ServerCapabilities;
use lsp_types::ServerInfo;
use lsp_types::TextDocumentSyncCapability;
use lsp_types::TextDocumentSyncKind;
use lsp_types::TextDocumentSyncOptions;
use lsp_types::TextDocumentSyncSaveOptions;
use serde_json::Value;

use super::actions::GO;
use super::positions::Encoding;

/// What an editor can do.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Client {
    /// In what it counts the characters of a line.
    pub(super) encoding: Encoding,
    /// Whether it shows Markdown.
    pub(super) markdown: bool,
    /// Whether it goes to a place when told to.
    pub(super) goes: bool,
    /// Whether it tells when files change.
    pub(super) watches: bool,
    /// Whether it makes a new file when told to.
    pub(super) creates: bool,
}

impl Client {
    /// What an editor says that it can do. Only what matters is looked at: new editors say much
    /// that no list of today has.
    pub(super) fn of(params: &Value) -> Client {
        let says = |path: &str| params.pointer(path).unwrap_or(&Value::Null);
        let lists =
            |path, item: &str| says(path).as_array().is_some_and(|l| l.contains(&item.into()));
        let utf8 = lists("/capabilities/general/positionEncodings", "utf-8");
        Client {
            encoding: if utf8 { Encoding::Utf8 } else { Encoding::Utf16 },
            markdown: lists("/capabilities/textDocument/hover/contentFormat", "markdown"),
            goes: says("/capabilities/window/showDocument/support") == true,
            creates: says("/capabilities/workspace/workspaceEdit/documentChanges") == true
                && lists("/capabilities/workspace/workspaceEdit/resourceOperations", "create"),
            watches: says("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration")
                == true,
        }
    }

    /// What the server offers this editor.
    pub(super) fn offer(&self) -> InitializeResult {
        let info = ServerInfo {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        };
        InitializeResult { capabilities: self.capabilities(), server_info: Some(info) }
    }

    fn capabilities(&self) -> ServerCapabilities {
        let go = || ExecuteCommandOptions { commands: vec![GO.to_owned()], ..Default::default() };
        let kinds = Some(vec![CodeActionKind::QUICKFIX]);
        let actions = CodeActionOptions { code_action_kinds: kinds, ..Default::default() };
        ServerCapabilities {
            position_encoding: Some(match self.encoding {
                Encoding::Utf8 => PositionEncodingKind::UTF8,
                Encoding::Utf16 => PositionEncodingKind::UTF16,
            }),
            text_document_sync: Some(sync()),
            hover_provider: Some(HoverProviderCapability::Simple(true)),
            definition_provider: Some(OneOf::Left(true)),
            code_action_provider: Some(CodeActionProviderCapability::Options(actions)),
            execute_command_provider: self.goes.then(go),
            ..ServerCapabilities::default()
        }
    }
}

/// What the server wants to hear about drafts.
fn sync() -> TextDocumentSyncCapability {
    let save = SaveOptions { include_text: Some(false) };
    TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(save)),
        ..TextDocumentSyncOptions::default()
    })
}

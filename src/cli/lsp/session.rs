//! A conversation with an editor: how far it has come, and what is answered to whom.
//!
//! `textDocument/didOpen` brings the findings of a draft, a request that nobody knows a refusal. A
//! session knows the names of the messages, not how they travel.

use lsp_types::Location;
use lsp_types::PublishDiagnosticsParams;
use lsp_types::ShowDocumentParams;
use lsp_types::notification::DidChangeTextDocument;
use lsp_types::notification::DidChangeWatchedFiles;
use lsp_types::notification::DidCloseTextDocument;
use lsp_types::notification::DidOpenTextDocument;
use lsp_types::notification::DidSaveTextDocument;
use lsp_types::notification::Exit;
use lsp_types::notification::Initialized;
use lsp_types::notification::Notification;
use lsp_types::notification::PublishDiagnostics;
use lsp_types::request::CodeActionRequest;
use lsp_types::request::ExecuteCommand;
use lsp_types::request::GotoDefinition;
use lsp_types::request::HoverRequest;
use lsp_types::request::Initialize;
use lsp_types::request::RegisterCapability;
use lsp_types::request::Request;
use lsp_types::request::ShowDocument;
use lsp_types::request::Shutdown;
use serde::Serialize;
use serde_json::Value;
use serde_json::from_value;
use serde_json::json;

use super::actions;
use super::client::Client;
use super::drafts::Drafts;
use super::wire::{Message, Refusal};
use crate::cli::args::HouseArgs;

/// How far a conversation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Silent,
    Open,
    ShutDown,
}

/// What is said in return to a request.
type Answer = Result<Value, Refusal>;

/// A conversation with an editor.
pub(super) struct Session {
    stage: Stage,
    drafts: Drafts,
    /// What is to be said.
    out: Vec<Value>,
    /// How many questions the server has asked.
    asked: u32,
    over: bool,
}

impl Session {
    /// A conversation about drafts that are checked as the command line says.
    pub(super) fn new(house: &HouseArgs) -> Session {
        let drafts = Drafts::new(house.clone());
        Session { stage: Stage::Silent, drafts, out: Vec::new(), asked: 0, over: false }
    }

    /// Whether the editor has left.
    pub(super) fn is_over(&self) -> bool {
        self.over
    }

    /// Whether the editor has said that it will leave.
    pub(super) fn was_shut_down(&self) -> bool {
        self.stage == Stage::ShutDown
    }

    /// Deals with a message: what is to be said in return.
    pub(super) fn hear(&mut self, message: Message) -> Vec<Value> {
        match (message.id, message.method) {
            (Some(id), Some(method)) => {
                let answer = self.answer(&method, message.params);
                self.out.push(reply(&id, answer));
            }
            (None, Some(method)) => self.note(&method, message.params),
            // Answers to what the server asked change nothing.
            (_, None) => {}
        }
        std::mem::take(&mut self.out)
    }

    /// The answer to a request.
    fn answer(&mut self, method: &str, params: Value) -> Answer {
        match (self.stage, method) {
            (Stage::Silent, Initialize::METHOD) => self.begin(&params),
            (Stage::Silent, _) => Err(Refusal::not_initialized()),
            (Stage::ShutDown, _) => Err(Refusal::invalid_request("the server is shut down")),
            (Stage::Open, Shutdown::METHOD) => {
                self.stage = Stage::ShutDown;
                Ok(Value::Null)
            }
            (Stage::Open, Initialize::METHOD) => Err(Refusal::invalid_request("initialized twice")),
            (Stage::Open, ExecuteCommand::METHOD) => self.go(params),
            (Stage::Open, _) => self.read(method, params),
        }
    }

    /// The answer to a request about a draft.
    fn read(&self, method: &str, params: Value) -> Answer {
        let drafts = &self.drafts;
        match method {
            HoverRequest::METHOD => written(drafts.hover(&from_value(params)?)),
            GotoDefinition::METHOD => written(drafts.others(&from_value(params)?)),
            CodeActionRequest::METHOD => written(drafts.actions(&from_value(params)?)),
            _ => Err(Refusal::method_not_found(method)),
        }
    }

    fn begin(&mut self, params: &Value) -> Answer {
        let client = Client::of(params);
        self.stage = Stage::Open;
        self.drafts.client = client;
        written(client.offer())
    }

    /// Takes note of what the editor tells.
    fn note(&mut self, method: &str, params: Value) {
        if method == Exit::METHOD {
            self.over = true;
        } else if self.stage == Stage::Open {
            // What cannot be read changes nothing.
            let found = self.follow(method, params).unwrap_or_default();
            let publish = |found| {
                let method = PublishDiagnostics::METHOD;
                json!({"jsonrpc": "2.0", "method": method, "params": found})
            };
            self.out.extend(found.into_iter().map(publish));
        }
    }

    /// Follows what happens to drafts: what is to be said about them now.
    fn follow(
        &mut self,
        method: &str,
        params: Value,
    ) -> serde_json::Result<Vec<PublishDiagnosticsParams>> {
        let drafts = &mut self.drafts;
        Ok(match method {
            Initialized::METHOD => {
                self.watch();
                Vec::new()
            }
            DidOpenTextDocument::METHOD => vec![drafts.open(from_value(params)?)],
            DidChangeTextDocument::METHOD => Vec::from_iter(drafts.change(from_value(params)?)),
            DidCloseTextDocument::METHOD => vec![drafts.close(from_value(params)?)],
            DidSaveTextDocument::METHOD | DidChangeWatchedFiles::METHOD => drafts.refresh(),
            _ => Vec::new(),
        })
    }

    /// Asks to be told when settings change.
    fn watch(&mut self) {
        if self.drafts.client.watches {
            let options = json!({"watchers": [{"globPattern": "**/*.toml"}]});
            let watch = json!({"id": "settings", "method": DidChangeWatchedFiles::METHOD,
                "registerOptions": options});
            self.ask(RegisterCapability::METHOD, &json!({"registrations": [watch]}));
        }
    }

    /// Makes the editor go to a place.
    fn go(&mut self, params: Value) -> Answer {
        let params: lsp_types::ExecuteCommandParams = from_value(params)?;
        let place = params.arguments.into_iter().next().filter(|_| params.command == actions::GO);
        let place: Location = from_value(place.unwrap_or_default())?;
        let selection = Some(place.range);
        let show = ShowDocumentParams {
            uri: place.uri,
            external: None,
            take_focus: Some(true),
            selection,
        };
        self.ask(ShowDocument::METHOD, &show);
        Ok(Value::Null)
    }

    /// Asks the editor for something.
    fn ask(&mut self, method: &str, params: &impl Serialize) {
        self.asked += 1;
        let id = self.asked;
        self.out.push(json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
    }
}

/// A request with its answer.
pub(super) fn reply(id: &Value, answer: Answer) -> Value {
    match answer {
        Ok(result) => json!({"jsonrpc": "2.0", "id": id, "result": result}),
        Err(error) => json!({"jsonrpc": "2.0", "id": id, "error": error}),
    }
}

fn written(answer: impl Serialize) -> Answer {
    Ok(serde_json::to_value(answer)?)
}

//! An editor that talks to the language server over its protocol.

use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;
use std::process::Child;
use std::process::ChildStdin;
use std::process::Command;
use std::process::ExitStatus;
use std::process::Stdio;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::Duration;

use serde_json::Value;
use serde_json::json;

use super::URI;

/// An editor with its server.
pub(super) struct Editor {
    pub(super) server: Child,
    pub(super) to: Option<ChildStdin>,
    from: Receiver<Value>,
    asked: i64,
}

impl Editor {
    /// Starts a server; nothing is said yet.
    pub(super) fn start() -> Editor {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tollcheck"));
        let command = command.args(["lsp", "--stdio"]);
        let mut server = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let (heard, from) = mpsc::channel();
        let mut out = BufReader::new(server.stdout.take().expect("its output is piped"));
        thread::spawn(move || {
            while let Some(message) = read(&mut out) {
                let _ = heard.send(message);
            }
        });
        Editor { to: server.stdin.take(), server, from, asked: 0 }
    }

    /// Starts a server and tells it what the editor can do.
    pub(super) fn with(capabilities: &Value) -> (Editor, Value) {
        let mut editor = Editor::start();
        let offer = editor.ask("initialize", &json!({"capabilities": capabilities}));
        editor.tell("initialized", &json!({}));
        (editor, offer["result"]["capabilities"].clone())
    }

    /// An editor that can do nothing special.
    pub(super) fn plain() -> Editor {
        Editor::with(&json!({})).0
    }

    pub(super) fn write(&mut self, bytes: &str) {
        let to = self.to.as_mut().expect("still open");
        to.write_all(bytes.as_bytes()).and_then(|()| to.flush()).expect("the server reads");
    }

    pub(super) fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.write(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    }

    /// The next message of the server.
    pub(super) fn hear(&self) -> Value {
        self.from.recv_timeout(Duration::from_secs(60)).expect("the server says something")
    }

    pub(super) fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({"jsonrpc": "2.0", "method": method, "params": params}));
    }

    /// Asks something and waits for the answer.
    pub(super) fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        let answer = self.hear();
        assert_eq!(answer["id"], id, "{answer}");
        answer
    }

    /// Asks something about a place of the open draft.
    pub(super) fn ask_at(&mut self, method: &str, line: u32, character: u32) -> Value {
        let position = json!({"line": line, "character": character});
        let params = json!({"textDocument": {"uri": URI}, "position": position});
        self.ask(method, &params)["result"].clone()
    }

    /// Opens a draft and waits for what there is to say about it.
    pub(super) fn open(&mut self, language: &str, text: &str) -> Vec<Value> {
        let item = json!({"uri": URI, "languageId": language, "version": 1, "text": text});
        self.tell("textDocument/didOpen", &json!({"textDocument": item}));
        self.found(1)
    }

    pub(super) fn change(&mut self, version: i64, changes: &Value) -> Vec<Value> {
        let draft = json!({"uri": URI, "version": version});
        self.tell(
            "textDocument/didChange",
            &json!({"textDocument": draft, "contentChanges": changes}),
        );
        self.found(version)
    }

    /// The findings published next, of this version of the draft.
    pub(super) fn found(&self, version: i64) -> Vec<Value> {
        let message = self.hear();
        assert_eq!(message["method"], "textDocument/publishDiagnostics", "{message}");
        assert_eq!(message["params"]["uri"], URI);
        assert_eq!(message["params"]["version"], version);
        message["params"]["diagnostics"].as_array().expect("a list").clone()
    }

    pub(super) fn actions(&mut self, range: &Value) -> Vec<Value> {
        let context = json!({"diagnostics": []});
        let params = json!({"textDocument": {"uri": URI}, "range": range, "context": context});
        let answer = self.ask("textDocument/codeAction", &params);
        answer["result"].as_array().expect("a list").clone()
    }

    /// Says good-bye; how the server ends.
    pub(super) fn leave(mut self) -> ExitStatus {
        assert_eq!(self.ask("shutdown", &Value::Null)["result"], Value::Null);
        let late = self.ask("textDocument/hover", &json!({}));
        assert_eq!(late["error"]["code"], -32600);
        self.tell("exit", &Value::Null);
        self.server.wait().expect("the server ends")
    }
}

/// Reads a message; none at the end.
fn read(from: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        from.read_line(&mut line).ok().filter(|len| *len > 0)?;
        match line.trim().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().ok()?,
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

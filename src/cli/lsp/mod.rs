//! `tollcheck lsp`: findings while a draft is being written, in any editor that speaks the Language
//! Server Protocol.
//!
//! A draft is opened, "12" becomes "14", the wavy line below it goes away. One message is dealt with
//! after the other: a draft is checked faster than it is typed.

mod actions;
mod allowance;
mod client;
mod diagnostics;
mod draft;
mod drafts;
mod hover;
mod places;
mod positions;
mod session;
mod settings;
mod wire;

use std::io;

use serde_json::Value;

use super::Outcome;
use super::args::LspArgs;
use session::Session;
use wire::Received;

/// Talks to an editor over standard input and output until it is done.
pub(super) fn run(args: &LspArgs) -> io::Result<Outcome> {
    let (mut input, mut out) = (io::stdin().lock(), super::output::Output::stdout());
    let mut session = Session::new(&args.house);
    while !session.is_over() {
        let answers = match wire::read(&mut input)? {
            Received::Message(message) => session.hear(message),
            Received::Broken(refusal) => vec![session::reply(&Value::Null, Err(refusal))],
            Received::End => break,
        };
        answers.iter().try_for_each(|answer| wire::write(&mut out, answer))?;
    }
    // An editor that leaves without a word has gone down.
    Ok(if session.was_shut_down() { Outcome::Clean } else { Outcome::Found })
}

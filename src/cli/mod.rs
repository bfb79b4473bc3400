//! The command line: arguments to library calls to an exit status.
//!
//! 0: nothing found. 1: findings of at least `--fail-on`. 2: a file could not be read, or the
//! command line is wrong.

mod args;
mod changes;
mod check;
mod checks;
mod desk;
mod figures;
mod formats;
mod houses;
mod inputs;
mod lsp;
mod order;
mod output;
mod pages;
mod progress;
mod settings;
mod terminal;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use args::Args;
use args::Command;

/// How a run ended.
enum Outcome {
    /// Nothing found.
    Clean,
    /// Findings that matter.
    Found,
    /// Something could not be read, and was named.
    Unread,
    /// There was nothing to read.
    Idle,
    /// Something asked for cannot be done.
    Refused(String),
}

/// Runs the command line of this process.
pub(crate) fn run() -> ExitCode {
    let args = Args::parse();
    let outcome = match &args.command {
        Command::Check(args) => check::run(args),
        Command::Figures(args) => figures::run(args),
        Command::Rules(args) => pages::rules(args),
        Command::Explain(args) => pages::explain(args),
        Command::Init => settings::init(),
        Command::Config(args) => settings::config(args),
        Command::Schema(args) => settings::schema(args),
        Command::Ledger(args) => settings::ledger(args),
        Command::Completions(args) => pages::completions(args),
        Command::Man(args) => pages::man(args),
        Command::Lsp(args) => lsp::run(args),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::Unread) => ExitCode::from(2),
        Ok(Outcome::Idle) => begin(),
        Ok(Outcome::Refused(line)) => refuse(&line),
        Err(error) => unwritten(&error),
    }
}

/// Says how to begin.
fn begin() -> ExitCode {
    eprintln!("tollcheck: nothing to read; name a draft: tollcheck check draft.txt");
    eprintln!("or a folder, or pipe a text in: pbpaste | tollcheck check");
    ExitCode::from(2)
}

fn refuse(line: &str) -> ExitCode {
    eprintln!("tollcheck: {line}");
    ExitCode::from(2)
}

/// A reader that closed the pipe has seen enough; anything else is worth a line.
fn unwritten(error: &io::Error) -> ExitCode {
    match error.kind() {
        io::ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => refuse(&format!("cannot write: {error}")),
    }
}

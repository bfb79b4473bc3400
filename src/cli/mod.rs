//! The command line: arguments to library calls to an exit status.
//!
//! 0: nothing found. 1: findings of at least `--fail-on`. 2: a file could not be read, or the
//! command line is wrong.

mod args;
mod check;
mod inputs;
mod terminal;

use std::io;
use std::process::ExitCode;

use clap::Parser;

use args::Args;
use args::Command;

/// How a run ended.
enum Outcome {
    Clean,
    Found,
    Unread,
}

/// Runs the command line of this process.
pub(crate) fn run() -> ExitCode {
    let args = Args::parse();
    let outcome = match &args.command {
        Command::Check(args) => check::run(args),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::Unread) => ExitCode::from(2),
        Err(error) => unwritten(&error),
    }
}

/// A reader that closed the pipe has seen enough; anything else is worth a line.
fn unwritten(error: &io::Error) -> ExitCode {
    if error.kind() != io::ErrorKind::BrokenPipe {
        eprintln!("tollcheck: cannot write: {error}");
    }
    ExitCode::from(2)
}

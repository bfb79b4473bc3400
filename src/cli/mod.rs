//! The command line: arguments to library calls to an exit status.
//!
//! 0: nothing found. 1: findings of at least `--fail-on`. 2: a file could not be read, or the
//! command line is wrong.

mod args;
mod check;
mod desk;
mod figures;
mod inputs;
mod lsp;
mod order;
mod terminal;

use std::io;
use std::io::BufWriter;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use tollcheck::report::pages;
use tollcheck::rules;

use args::Args;
use args::Command;
use args::ExplainArgs;
use args::LookArgs;

/// How a run ended.
enum Outcome {
    /// Nothing found.
    Clean,
    /// Findings that matter.
    Found,
    /// Something could not be read.
    Unread,
    /// There was nothing to read.
    Idle,
}

/// Runs the command line of this process.
pub(crate) fn run() -> ExitCode {
    let args = Args::parse();
    let outcome = match &args.command {
        Command::Check(args) => check::run(args),
        Command::Figures(args) => figures::run(args),
        Command::Rules(args) => list(args),
        Command::Explain(args) => explain(args),
        Command::Lsp(_) => lsp::run(),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::Unread) => ExitCode::from(2),
        Ok(Outcome::Idle) => begin(),
        Err(error) => unwritten(&error),
    }
}

/// Standard output, written in large pieces.
fn stdout() -> impl Write {
    BufWriter::with_capacity(1 << 16, io::stdout().lock())
}

fn list(args: &LookArgs) -> io::Result<Outcome> {
    let mut out = stdout();
    pages::list(&mut out, terminal::style(args.color))?;
    out.flush()?;
    Ok(Outcome::Clean)
}

fn explain(args: &ExplainArgs) -> io::Result<Outcome> {
    let mut out = stdout();
    for rule in rules::ALL.iter().filter(|rule| rule.id == args.rule) {
        pages::page(&mut out, rule, terminal::style(args.look.color))?;
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

/// Says how to begin.
fn begin() -> ExitCode {
    eprintln!("tollcheck: nothing to read; name a draft: tollcheck check draft.txt");
    eprintln!("or a folder, or pipe a text in: pbpaste | tollcheck check");
    ExitCode::from(2)
}

/// A reader that closed the pipe has seen enough; anything else is worth a line.
fn unwritten(error: &io::Error) -> ExitCode {
    if error.kind() != io::ErrorKind::BrokenPipe {
        eprintln!("tollcheck: cannot write: {error}");
    }
    ExitCode::from(2)
}

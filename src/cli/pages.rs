//! Commands that print something about tollcheck itself: its rules, completions, its manual.

use std::io;
use std::io::Write;

use clap::CommandFactory;

use tollcheck::report::pages;
use tollcheck::rules;

use super::args::{Args, CompletionsArgs, ExplainArgs, LookArgs, ManArgs};
use super::output::Output;
use super::{Outcome, terminal};

/// Lists the rules.
pub(super) fn rules(args: &LookArgs) -> io::Result<Outcome> {
    let mut out = Output::stdout();
    pages::list(&mut out, terminal::style(args.color))?;
    end(out)
}

/// Shows the page of a rule.
pub(super) fn explain(args: &ExplainArgs) -> io::Result<Outcome> {
    let mut out = Output::stdout();
    if let Some(rule) = rules::named(&args.rule) {
        pages::page(&mut out, rule, terminal::style(args.look.color))?;
    }
    end(out)
}

/// Prints completions for a shell.
pub(super) fn completions(args: &CompletionsArgs) -> io::Result<Outcome> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "tollcheck", &mut text);
    print(&text)
}

/// Prints the manual page of the program or of one of its commands.
pub(super) fn man(args: &ManArgs) -> io::Result<Outcome> {
    let mut command = Args::command();
    command.build();
    for name in &args.command {
        let Some(found) = command.find_subcommand(name) else {
            return Ok(Outcome::Refused(format!("there is no command \"{name}\"")));
        };
        command = found.clone();
    }
    let mut text = Vec::new();
    clap_mangen::Man::new(command).render(&mut text)?;
    print(&text)
}

/// Prints some text.
pub(super) fn print(text: &[u8]) -> io::Result<Outcome> {
    let mut out = Output::stdout();
    out.write_all(text)?;
    end(out)
}

fn end(out: Output) -> io::Result<Outcome> {
    out.finish()?;
    Ok(Outcome::Clean)
}

//! `tollcheck figures`: what was read, one figure a row.

use std::io;

use tollcheck::report::Report;
use tollcheck::report::figures::csv::Csv;
use tollcheck::report::figures::json::Array;
use tollcheck::report::figures::jsonl::Lines;
use tollcheck::report::figures::table::Table;

use super::args::{FiguresArgs, FiguresFormat};
use super::checks::Checks;
use super::desk::{Desk, Written};
use super::houses::Houses;
use super::output::Output;
use super::{Outcome, desk, terminal};

/// Reads every input and prints its figures.
pub(super) fn run(args: &FiguresArgs) -> io::Result<Outcome> {
    let Some(paths) = desk::paths(&args.reading) else { return Ok(Outcome::Idle) };
    let (reading, houses) = (&args.reading, Houses::new(&args.house));
    let desk = Desk {
        reading,
        houses,
        checks: Checks::default(),
        judges: false,
        own: Vec::new(),
        quiet: args.look.quiet,
    };
    let output = if args.look.quiet { Output::Nothing } else { Output::stdout() };
    let read = desk.run(&paths, vec![Written { report: report(args), output }], None)?;
    Ok(if read.unread { Outcome::Unread } else { Outcome::Clean })
}

/// The report that was asked for.
fn report(args: &FiguresArgs) -> Box<dyn Report> {
    let all = args.all;
    match args.format {
        FiguresFormat::Table => Box::new(Table { style: terminal::style(args.look.color), all }),
        FiguresFormat::Csv => Box::new(Csv { all }),
        FiguresFormat::Jsonl => Box::new(Lines { all }),
        FiguresFormat::Json => Box::new(Array { all }),
    }
}

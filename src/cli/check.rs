//! `tollcheck check`: what does not add up.

use std::io;
use std::io::Write;

use tollcheck::report::Report;
use tollcheck::report::csv::Csv;
use tollcheck::report::json::Json;
use tollcheck::report::table::Tables;

use super::Outcome;
use super::args::CheckArgs;
use super::args::Format;
use super::desk;
use super::terminal;

/// Checks every input and prints one report.
pub(super) fn run(args: &CheckArgs) -> io::Result<Outcome> {
    let Some(paths) = desk::paths(&args.reading) else { return Ok(Outcome::Idle) };
    let mut out = super::stdout();
    let read = desk::report(&mut out, &paths, &args.reading, &*report(args))?;
    out.flush()?;
    let least = args.fail_on.severity();
    let failed = least.is_some_and(|severity| read.summary.at_least(severity) > 0);
    Ok(match (read.unread, failed) {
        (true, _) => Outcome::Unread,
        (false, true) => Outcome::Found,
        (false, false) => Outcome::Clean,
    })
}

/// The report that was asked for.
fn report(args: &CheckArgs) -> Box<dyn Report> {
    match args.format {
        Format::Table => {
            let style = terminal::style(args.look.color);
            Box::new(Tables { style, full: args.all || is_one(args) })
        }
        Format::Json => Box::new(Json { all: args.all }),
        Format::Csv => Box::new(Csv),
    }
}

/// Whether one article is checked, which has room for all its tables.
fn is_one(args: &CheckArgs) -> bool {
    args.reading.paths.len() < 2 && args.reading.paths.iter().all(|path| !path.is_dir())
}

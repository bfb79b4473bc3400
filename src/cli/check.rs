//! `tollcheck check`: what does not add up.

use std::io;

use tollcheck::house::HouseError;
use tollcheck::house::baseline::Baseline;

use super::Outcome;
use super::args::CheckArgs;
use super::args::FailOn;
use super::changes::Changes;
use super::checks::Checks;
use super::desk;
use super::desk::Desk;
use super::desk::Written;
use super::houses::Houses;
use super::output;
use super::output::Output;
use super::terminal;

/// Checks every input and writes the reports.
pub(super) fn run(args: &CheckArgs) -> io::Result<Outcome> {
    let Some(paths) = desk::paths(&args.reading) else { return Ok(Outcome::Idle) };
    let checks = match checks(args) {
        Ok(checks) => checks,
        Err(line) => return Ok(Outcome::Refused(line)),
    };
    let (reading, houses) = (&args.reading, Houses::new(&args.house));
    let desk = Desk { reading, houses, checks, quiet: args.look.quiet };
    let read =
        desk.run(&paths, reports(args)?, args.write_baseline.as_deref().map(Baseline::at))?;
    if let (Some(file), Some(found)) = (&args.write_baseline, &read.found) {
        output::write(file, &found.text())?;
    }
    Ok(match (read.unread, read.failed && read.found.is_none()) {
        (true, _) => Outcome::Unread,
        (false, true) => Outcome::Found,
        (false, false) => Outcome::Clean,
    })
}

/// Which findings count.
fn checks(args: &CheckArgs) -> Result<Checks, String> {
    let baseline = args.baseline.as_deref().map(Baseline::read).transpose();
    let changes = args.changed_since.as_deref().map(Changes::since).transpose();
    Ok(Checks {
        fail_on: args.fail_on.map(FailOn::threshold),
        baseline: baseline.map_err(|error: HouseError| error.to_string())?,
        changes: changes?,
        lists: args.write_baseline.is_some(),
    })
}

/// The reports that were asked for.
fn reports(args: &CheckArgs) -> io::Result<Vec<Written>> {
    let full = is_one(args);
    let style = terminal::style(args.look.color);
    let output = if args.look.quiet { Output::Nothing } else { Output::stdout() };
    let mut reports = vec![Written { report: args.format.report(style, full, args.all), output }];
    for file in &args.output {
        let report = file.format.report(terminal::PLAIN, full, args.all);
        reports.push(Written { report, output: Output::file(&file.path)? });
    }
    Ok(reports)
}

/// Whether one article is checked, which has room for all its tables.
fn is_one(args: &CheckArgs) -> bool {
    args.reading.paths.len() < 2 && args.reading.paths.iter().all(|path| !path.is_dir())
}

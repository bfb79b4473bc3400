//! `tollcheck check`: what does not add up.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use tollcheck::document::Format;
use tollcheck::house::HouseError;
use tollcheck::house::baseline::Baseline;

use super::args::{CheckArgs, FailOn, ReadingArgs};
use super::changes::Changes;
use super::checks::Checks;
use super::desk::{Desk, Written};
use super::houses::Houses;
use super::output::Output;
use super::{Outcome, desk, inputs, output, terminal};

/// Checks every input and writes the reports.
pub(super) fn run(args: &CheckArgs) -> io::Result<Outcome> {
    let Some(paths) = desk::paths(&args.reading) else { return Ok(Outcome::Idle) };
    if let Some(file) = written_twice(args) {
        return Ok(Outcome::Refused(format!("two reports would go to {}", file.display())));
    }
    let checks = match checks(args, &paths) {
        Ok(checks) => checks,
        Err(line) => return Ok(Outcome::Refused(line)),
    };
    let (reading, houses) = (&args.reading, Houses::new(&args.house));
    let own = args.output.iter().map(|file| inputs::bare(file.path.clone())).collect();
    let desk = Desk { reading, houses, checks, judges: true, own, quiet: args.look.quiet };
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
fn checks(args: &CheckArgs, paths: &[PathBuf]) -> Result<Checks, String> {
    let baseline = args.baseline.as_deref().map(Baseline::read).transpose();
    let changes =
        args.changed_since.as_deref().map(|revision| Changes::since(revision, paths)).transpose();
    Ok(Checks {
        fail_on: args.fail_on.map(FailOn::threshold),
        baseline: baseline.map_err(|error: HouseError| error.to_string())?,
        changes: changes?,
        lists: args.write_baseline.is_some(),
    })
}

/// The reports that were asked for.
fn reports(args: &CheckArgs) -> io::Result<Vec<Written>> {
    let one = is_one(&args.reading);
    let style = terminal::style(args.look.color);
    let output = if args.look.quiet { Output::Nothing } else { Output::stdout() };
    let mut reports = vec![Written { report: args.format.report(style, one, args.all), output }];
    for file in &args.output {
        let report = file.format.report(terminal::PLAIN, one, args.all);
        reports.push(Written { report, output: Output::file(&file.path)? });
    }
    Ok(reports)
}

/// Whether one article is checked: no folder, no archive, no message of several items.
fn is_one(args: &ReadingArgs) -> bool {
    let format = |name: &str| args.intake().format.or_else(|| Format::of_name(name));
    let holds_many = |name: &str| matches!(format(name), Some(Format::JsonLines | Format::NewsMl));
    match args.paths.as_slice() {
        [] => !holds_many(args.stdin_filename.as_deref().unwrap_or_default()),
        [path] if path == Path::new("-") => is_one(&ReadingArgs { paths: vec![], ..args.clone() }),
        [path] => !path.is_dir() && !holds_many(&path.to_string_lossy()),
        _ => false,
    }
}

/// A file that two reports would go to, one over the other.
fn written_twice(args: &CheckArgs) -> Option<&Path> {
    let mut files: Vec<&Path> = args.output.iter().map(|file| file.path.as_path()).collect();
    files.extend(args.write_baseline.as_deref());
    files.sort();
    files.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}

//! What `check` and `figures` share: articles in, checked, written in the order of the inputs.

use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::num::NonZeroUsize;
use std::path::Path;
use std::path::PathBuf;
use std::rc::Rc;
use std::thread;

use tollcheck::house::HouseError;
use tollcheck::house::baseline::Baseline;
use tollcheck::report::Report;
use tollcheck::report::Summary;

use super::args::ReadingArgs;
use super::checks::{Checks, Done, Job};
use super::houses::Houses;
use super::inputs::Input;
use super::output::Output;
use super::progress::Progress;
use super::{inputs, order};

/// Where articles come from and what is in force for them.
pub(super) struct Desk<'a> {
    /// What to read.
    pub(super) reading: &'a ReadingArgs,
    /// What is in force for each file.
    pub(super) houses: Houses,
    /// What is done with each article.
    pub(super) checks: Checks,
    /// Whether findings are wanted, and what lets them stand.
    pub(super) judges: bool,
    /// Files in which reports end: no articles of a folder.
    pub(super) own: Vec<PathBuf>,
    /// Whether to say nothing but what could not be read.
    pub(super) quiet: bool,
}

/// A report on its way to where it goes.
pub(super) struct Written {
    /// How it is written.
    pub(super) report: Box<dyn Report>,
    /// Where to.
    pub(super) output: Output,
}

/// What became of the inputs.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Counts over all that were read.
    pub(super) summary: Summary,
    /// Whether some input or setting could not be read.
    pub(super) unread: bool,
    /// Whether a finding is severe enough to fail the run.
    pub(super) failed: bool,
    /// The findings that a new baseline is to hold.
    pub(super) found: Option<Baseline>,
}

/// The paths to read; none where nobody said what. A pipe is read without being named.
pub(super) fn paths(args: &ReadingArgs) -> Option<Vec<PathBuf>> {
    match args.paths.is_empty() {
        false => Some(args.paths.clone()),
        true if io::stdin().is_terminal() => None,
        true => Some(vec![PathBuf::from("-")]),
    }
}

impl Desk<'_> {
    /// Checks the articles of all paths and writes the reports. Findings go to `found`, if it is
    /// given, for a new baseline.
    ///
    /// # Errors
    ///
    /// A report cannot be written.
    pub(super) fn run(
        mut self,
        paths: &[PathBuf],
        written: Vec<Written>,
        found: Option<Baseline>,
    ) -> io::Result<Read> {
        let (reports, outputs): (Vec<_>, Vec<_>) =
            written.into_iter().map(|written| (written.report, written.output)).unzip();
        let mut tray = Tray::open(&reports, outputs, found, self.quiet)?;
        let jobs = self.reading.jobs.or_else(|| thread::available_parallelism().ok());
        let jobs = jobs.unwrap_or(NonZeroUsize::MIN);
        let checks = &self.checks;
        let own = &self.own;
        let articles = articles(&mut self.houses, paths, own, self.reading, checks);
        let work = |job: Result<Job, String>| checks.check(job?, &reports);
        order::in_order(articles, jobs, work, |done| tray.take(done))?;
        tray.progress.clear();
        self.say_what_was_missing(paths, &tray.read);
        tray.close()
    }

    /// Says what nobody would notice in an empty report.
    fn say_what_was_missing(&self, paths: &[PathBuf], read: &Read) {
        if self.quiet {
            return;
        }
        let whole = !read.unread && !self.checks.is_partial();
        let folders: Vec<PathBuf> =
            paths.iter().filter(|path| whole && path.is_dir()).cloned().collect();
        for house in self.houses.all().filter(|_| self.judges) {
            for entry in house.unused(&folders) {
                let file = house.file.as_deref().unwrap_or(Path::new("")).display();
                let (rule, path) = (entry.rule.as_str(), entry.path.as_str());
                eprintln!("tollcheck: {file}: nothing to allow any more: {rule} in {path}");
            }
        }
        let folders = !paths.is_empty() && paths.iter().all(|path| path.is_dir());
        if folders && read.summary.documents == 0 && !read.unread && !self.checks.is_partial() {
            let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            let (names, endings) = (names.join(", "), inputs::ENDINGS);
            eprintln!("tollcheck: {names}: no articles here; their names end in {endings}");
            eprintln!("or say how they are written: --input-format text");
        }
    }
}

/// The articles of all paths that are wanted, each with what is in force for it.
fn articles<'a>(
    houses: &'a mut Houses,
    paths: &'a [PathBuf],
    own: &'a [PathBuf],
    reading: &'a ReadingArgs,
    checks: &'a Checks,
) -> impl Iterator<Item = Result<Job, String>> + 'a {
    let intake = reading.intake();
    let mut broken: Vec<Rc<HouseError>> = Vec::new();
    inputs::list(paths, intake.format).flat_map(move |input| {
        let input = match input {
            Ok(input) => input.called(reading.stdin_filename.as_deref()),
            Err(error) => return one(Err(error.to_string())),
        };
        let house = match houses.of(Path::new(&input.name)) {
            Ok(house) => house,
            Err(error) if broken.contains(&error) => return Box::new(std::iter::empty()),
            Err(error) => {
                broken.push(Rc::clone(&error));
                return one(Err(error.to_string()));
            }
        };
        let named = paths.contains(&input.path);
        let left_out = || house.excludes(&input.name) || own.contains(&input.path);
        if !checks.want(&input.path) || (!named && left_out()) {
            return Box::new(std::iter::empty());
        }
        let Input { name, .. } = &input;
        let path = name.clone();
        match input.documents(&intake) {
            Err(error) => one(Err(error.to_string())),
            Ok(documents) => Box::new(documents.map(move |document| {
                let document = document.map_err(|error| error.to_string())?;
                Ok(Job { path: path.clone(), document, house: house.clone() })
            })),
        }
    })
}

fn one<'a, T: 'a>(item: T) -> Box<dyn Iterator<Item = T> + 'a> {
    Box::new(std::iter::once(item))
}

/// Where results are put in order.
struct Tray<'a> {
    reports: &'a [Box<dyn Report>],
    outputs: Vec<Output>,
    /// Whether an article wrote anything yet in each report.
    written: Vec<bool>,
    progress: Progress,
    read: Read,
}

impl Tray<'_> {
    fn open(
        reports: &[Box<dyn Report>],
        mut outputs: Vec<Output>,
        found: Option<Baseline>,
        quiet: bool,
    ) -> io::Result<Tray<'_>> {
        for (report, output) in reports.iter().zip(&mut outputs) {
            report.open(output)?;
        }
        let written = vec![false; outputs.len()];
        let read = Read { found, ..Read::default() };
        Ok(Tray { reports, outputs, written, progress: Progress::new(quiet), read })
    }

    /// Writes what an article came to.
    fn take(&mut self, done: Result<Done, String>) -> io::Result<()> {
        match done {
            Ok(done) => self.add(&done)?,
            Err(line) => {
                self.progress.clear();
                self.read.unread = true;
                eprintln!("tollcheck: {line}");
            }
        }
        self.progress.step();
        Ok(())
    }

    fn add(&mut self, done: &Done) -> io::Result<()> {
        self.read.summary = self.read.summary.plus(done.summary);
        self.read.failed |= done.failed;
        if let Some(found) = &mut self.read.found {
            found.add(&done.path, &done.found);
        }
        for (number, sheet) in done.sheets.iter().enumerate().filter(|(_, s)| !s.is_empty()) {
            let output = &mut self.outputs[number];
            self.progress.clear();
            if std::mem::replace(&mut self.written[number], true) {
                output.write_all(self.reports[number].between().as_bytes())?;
            }
            output.write_all(sheet)?;
            if self.progress.is_shared() {
                output.flush()?;
            }
        }
        Ok(())
    }

    fn close(mut self) -> io::Result<Read> {
        for (report, mut output) in self.reports.iter().zip(self.outputs.drain(..)) {
            report.close(&mut output, &self.read.summary)?;
            output.finish()?;
        }
        Ok(self.read)
    }
}

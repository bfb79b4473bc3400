//! Commands about the desk's own files: the configuration, the ledger, and their schemas.

use std::io;
use std::io::Write;
use std::path::Path;

use schemars::schema_for;
use tollcheck::house;
use tollcheck::house::CONFIG_NAME;
use tollcheck::house::House;
use tollcheck::house::config::Config;
use tollcheck::house::ledger::Ledger;
use tollcheck::report::json;
use tollcheck::report::pages;

use super::args::{ConfigArgs, LedgerArgs, LedgerCommand, SchemaArgs, SchemaFile, When};
use super::houses::Houses;
use super::output::Output;
use super::pages::print;
use super::{Outcome, output, terminal};

/// The file that `init` writes: everything as usual, and how to change it.
const COMMENTED: &str = include_str!("../../data/init.toml");

/// Writes a commented configuration into this folder.
pub(super) fn init() -> io::Result<Outcome> {
    let path = Path::new(CONFIG_NAME);
    if path.exists() {
        return Ok(Outcome::Refused(format!("{CONFIG_NAME} is already here")));
    }
    output::write(path, COMMENTED)?;
    print(format!("wrote {CONFIG_NAME}; every setting in it is as usual\n").as_bytes())
}

/// Shows the settings in force for a file, and where they come from.
pub(super) fn config(args: &ConfigArgs) -> io::Result<Outcome> {
    let path = if args.path.is_dir() { args.path.join("draft.txt") } else { args.path.clone() };
    match Houses::new(&args.house).of(&path) {
        Err(error) => Ok(Outcome::Refused(error.to_string())),
        Ok(house) => {
            let mut out = Output::stdout();
            out.write_all(heading(&house, &path).as_bytes())?;
            let settings = house.in_force(&path.to_string_lossy());
            pages::settings(&mut out, &settings, terminal::style(When::Auto))?;
            out.finish()?;
            Ok(Outcome::Clean)
        }
    }
}

/// Which file the settings are of, and what they are read from.
fn heading(house: &House, path: &Path) -> String {
    let path = path.display();
    match &house.file {
        Some(file) => format!("{path}, with the settings of {}\n\n", file.display()),
        None => format!("{path}, without a {CONFIG_NAME}\n\n"),
    }
}

/// Prints a schema.
pub(super) fn schema(args: &SchemaArgs) -> io::Result<Outcome> {
    let schema = match args.file {
        SchemaFile::Config => schema_for!(Config),
        SchemaFile::Report => json::schema(),
        SchemaFile::Ledger => schema_for!(Ledger),
    };
    print((serde_json::to_string_pretty(&schema)? + "\n").as_bytes())
}

/// Reads a ledger and says what is wrong with it, or what it holds.
pub(super) fn ledger(args: &LedgerArgs) -> io::Result<Outcome> {
    let LedgerCommand::Check { file } = &args.command;
    match Ledger::read(file) {
        Err(error) => Ok(Outcome::Refused(error.to_string())),
        Ok(ledger) => print(tolls(&ledger).as_bytes()),
    }
}

/// How many tolls a ledger has, and which have run out.
fn tolls(ledger: &Ledger) -> String {
    let today = house::today();
    let ended = ledger.toll.iter().filter(|toll| !toll.is_current(today));
    let ended: String = ended.map(|toll| format!("no longer current: {}\n", toll.name)).collect();
    let count = ledger.toll.len();
    format!("{ended}{count} toll{}\n", if count == 1 { "" } else { "s" })
}

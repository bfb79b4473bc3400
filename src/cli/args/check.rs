//! The arguments of `check` and `figures`.

use std::path::PathBuf;

use clap::ValueEnum;

use tollcheck::house::config::Threshold;

use super::{HouseArgs, LookArgs, ReadingArgs};
use crate::cli::formats::{Format, OutputFile};

const CHECK_EXAMPLES: &str = "\
Examples:
  tollcheck check drafts/ --output report.sarif --output junit:report.xml
  tollcheck check drafts/ --changed-since origin/main --format github
  tollcheck check archive.jsonl --write-baseline known.json";

#[derive(Debug, clap::Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(in crate::cli) struct CheckArgs {
    #[command(flatten)]
    pub(in crate::cli) reading: ReadingArgs,
    /// How to print what was found
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    pub(in crate::cli) format: Format,
    /// Also write a report to a file, in the format that its name ends in; can be given again
    #[arg(long, value_name = "[FORMAT:]FILE")]
    pub(in crate::cli) output: Vec<OutputFile>,
    /// All tables for every article; in JSON, every number found and why it is no figure
    #[arg(long)]
    pub(in crate::cli) all: bool,
    /// The least severity that makes the exit status 1; "error" unless configured
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(in crate::cli) fail_on: Option<FailOn>,
    #[command(flatten)]
    pub(in crate::cli) house: HouseArgs,
    /// Leave out the findings that this file lists
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) baseline: Option<PathBuf>,
    /// List all findings in this file, to be left out from now on
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub(in crate::cli) write_baseline: Option<PathBuf>,
    /// Only findings that touch lines changed since a revision of git; drafts are read whole
    #[arg(long, value_name = "REVISION")]
    pub(in crate::cli) changed_since: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) look: LookArgs,
}

const FIGURES_EXAMPLES: &str = "\
Examples:
  tollcheck figures draft.txt --all               also the numbers that are no figures, and why
  tollcheck figures archive.jsonl --format csv    a row a figure, with the id of its article";

#[derive(Debug, clap::Args)]
#[command(after_help = FIGURES_EXAMPLES)]
pub(in crate::cli) struct FiguresArgs {
    #[command(flatten)]
    pub(in crate::cli) reading: ReadingArgs,
    /// How to print the figures
    #[arg(long, value_enum, default_value = "table")]
    pub(in crate::cli) format: FiguresFormat,
    /// Also list the numbers that are no figures, and why
    #[arg(long)]
    pub(in crate::cli) all: bool,
    #[command(flatten)]
    pub(in crate::cli) house: HouseArgs,
    #[command(flatten)]
    pub(in crate::cli) look: LookArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum FiguresFormat {
    /// A table for people
    Table,
    /// A row a figure for spreadsheets
    Csv,
    /// An object a line for scripts
    Jsonl,
    /// A list of objects for scripts
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum FailOn {
    /// Only what cannot be true as printed
    Error,
    /// Also what a careful desk would ask about
    Warning,
    /// Anything at all
    Note,
    /// Nothing; the status tells only of unreadable files
    Never,
}

impl FailOn {
    /// The same, as a configuration says it.
    pub(in crate::cli) fn threshold(self) -> Threshold {
        match self {
            FailOn::Error => Threshold::Error,
            FailOn::Warning => Threshold::Warning,
            FailOn::Note => Threshold::Note,
            FailOn::Never => Threshold::Never,
        }
    }
}

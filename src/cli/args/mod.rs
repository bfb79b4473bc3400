//! The arguments as typed: `tollcheck check draft.txt --format brief`.

mod check;
mod house;
mod reading;

use std::path::PathBuf;

use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;
use clap_complete::Shell;

pub(super) use self::check::CheckArgs;
pub(super) use self::check::FailOn;
pub(super) use self::check::FiguresArgs;
pub(super) use self::check::FiguresFormat;
pub(super) use self::house::HouseArgs;
use self::house::rule_names;
pub(super) use self::reading::ReadingArgs;

const EXAMPLES: &str = "\
Examples:
  tollcheck check draft.txt                 what does not add up in a draft
  tollcheck check --format json archive/    everything, for a script
  tollcheck figures draft.txt               the figures that were read, one a row
  pbpaste | tollcheck check                 a text from the clipboard

Exit status: 0 nothing found, 1 findings, 2 a file could not be read or the command line is wrong.";

/// Checks the casualty figures of news articles and drafts against each other.
#[derive(Debug, Parser)]
#[command(name = "tollcheck", version, max_term_width = 100, after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check articles and show what does not add up
    Check(CheckArgs),
    /// List the figures that were read, one a row
    Figures(FiguresArgs),
    /// List the rules
    Rules(LookArgs),
    /// Show the page of a rule
    Explain(ExplainArgs),
    /// Write a commented tollcheck.toml into this folder
    Init,
    /// Show the settings in force for a file, and where they come from
    Config(ConfigArgs),
    /// Print the JSON Schema of a file that tollcheck reads or writes
    Schema(SchemaArgs),
    /// Look after the ledger of agreed tolls
    Ledger(LedgerArgs),
    /// Print completions for a shell
    Completions(CompletionsArgs),
    /// Print the manual page, or that of a command
    Man(ManArgs),
    /// Talk to an editor: findings while a draft is being written
    Lsp(LspArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    /// The command, such as "check" or "ledger check"
    pub(super) command: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct LspArgs {
    #[command(flatten)]
    pub(super) house: HouseArgs,
    /// Talk over standard input and output, as without it; some editors add this
    #[arg(long)]
    stdio: bool,
}

const CONFIG_EXAMPLES: &str = "\
Examples:
  tollcheck config drafts/harbour-fire.md     which rules run for this draft, and who says so
  tollcheck config --ignore sum-mismatch .    what an option would change";

#[derive(Debug, clap::Args)]
#[command(after_help = CONFIG_EXAMPLES)]
pub(super) struct ConfigArgs {
    /// The file whose settings to show
    #[arg(default_value = ".")]
    pub(super) path: PathBuf,
    #[command(flatten)]
    pub(super) house: HouseArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct SchemaArgs {
    /// Which file
    #[arg(value_enum)]
    pub(super) file: SchemaFile,
}

/// A file with a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum SchemaFile {
    /// tollcheck.toml
    Config,
    /// The report of `check --format json`
    Report,
    /// The ledger of agreed tolls
    Ledger,
}

#[derive(Debug, clap::Args)]
pub(super) struct LedgerArgs {
    #[command(subcommand)]
    pub(super) command: LedgerCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum LedgerCommand {
    /// Read a ledger and say what is wrong with it
    Check {
        /// The ledger
        file: PathBuf,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub(super) shell: Shell,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// The rule's name, as `tollcheck rules` lists it
    #[arg(value_parser = rule_names(), hide_possible_values = true)]
    pub(super) rule: String,
    #[command(flatten)]
    pub(super) look: LookArgs,
}

/// How things look.
#[derive(Debug, clap::Args)]
pub(super) struct LookArgs {
    /// Print nothing but what could not be read; reports still go to their files
    #[arg(long, short)]
    pub(super) quiet: bool,
    /// When to use colours
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub(super) color: When,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum When {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Even into a pipe
    Always,
    /// Not at all
    Never,
}

//! The arguments as typed.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use clap_complete::Shell;

use tollcheck::document::Fields;
use tollcheck::document::Intake;
use tollcheck::house::config::Threshold;
use tollcheck::rules;

use super::formats::Format;
use super::formats::OutputFile;

const EXAMPLES: &str = "\
Examples:
  tollcheck check draft.txt                 what does not add up in a draft
  tollcheck check --format json archive/    everything, for a script
  tollcheck figures draft.txt               the figures that were read, one a row
  pbpaste | tollcheck check                 a text from the clipboard

Exit status: 0 nothing found, 1 findings, 2 a file could not be read or the command line is wrong.";

const CHECK_EXAMPLES: &str = "\
Examples:
  tollcheck check drafts/ --output report.sarif --output junit:report.xml
  tollcheck check drafts/ --changed-since origin/main --format github
  tollcheck check archive.jsonl --write-baseline known.json";

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
    /// Print the manual page
    Man,
    /// Talk to an editor: findings while a draft is being written
    Lsp(LspArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct LspArgs {
    #[command(flatten)]
    pub(super) house: HouseArgs,
    /// Talk over standard input and output, as without it; some editors add this
    #[arg(long)]
    stdio: bool,
}

#[derive(Debug, clap::Args)]
#[command(after_help = CHECK_EXAMPLES)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    /// How to print what was found
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "table")]
    pub(super) format: Format,
    /// Also write a report to a file, in the format that its name ends in; can be given again
    #[arg(long, value_name = "[FORMAT:]FILE")]
    pub(super) output: Vec<OutputFile>,
    /// All tables for every article; in JSON, every number found and why it is no figure
    #[arg(long)]
    pub(super) all: bool,
    /// The least severity that makes the exit status 1; "error" unless configured
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(super) fail_on: Option<FailOn>,
    #[command(flatten)]
    pub(super) house: HouseArgs,
    /// Leave out the findings that this file lists
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// List all findings in this file, to be left out from now on
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub(super) write_baseline: Option<PathBuf>,
    /// Only findings that touch lines changed since a revision of git; drafts are read whole
    #[arg(long, value_name = "REVISION")]
    pub(super) changed_since: Option<String>,
    #[command(flatten)]
    pub(super) look: LookArgs,
}

/// What the desk has decided, and what goes before it.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct HouseArgs {
    /// The settings to use; the nearest tollcheck.toml upwards from each file unless given
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Use no settings of any file
    #[arg(long, conflicts_with = "config")]
    pub(super) no_config: bool,
    /// Run these rules although they are off
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule_names())]
    pub(super) select: Vec<String>,
    /// Do not run these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule_names())]
    pub(super) ignore: Vec<String>,
    /// Hold the figures against the agreed tolls in this file
    #[arg(long, value_name = "FILE")]
    pub(super) ledger: Option<PathBuf>,
}

fn rule_names() -> PossibleValuesParser {
    PossibleValuesParser::new(rules::every().map(|rule| rule.id))
}

#[derive(Debug, clap::Args)]
pub(super) struct FiguresArgs {
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    /// How to print the figures
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: FiguresFormat,
    /// Also list the numbers that are no figures, and why
    #[arg(long)]
    pub(super) all: bool,
    #[command(flatten)]
    pub(super) house: HouseArgs,
    #[command(flatten)]
    pub(super) look: LookArgs,
}

#[derive(Debug, clap::Args)]
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
    /// The rule's name
    #[arg(value_parser = rule_names())]
    pub(super) rule: String,
    #[command(flatten)]
    pub(super) look: LookArgs,
}

/// What to read, and how.
#[derive(Debug, clap::Args)]
pub(super) struct ReadingArgs {
    /// Files and folders; "-" is standard input
    pub(super) paths: Vec<PathBuf>,
    /// How the inputs are written; the end of each file's name tells unless given
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(super) input_format: Option<InputFormat>,
    /// What to call standard input; the end of the name tells how it is written
    #[arg(long, value_name = "NAME")]
    pub(super) stdin_filename: Option<String>,
    /// The field of JSON Lines that holds the text of an article
    #[arg(long, value_name = "FIELD")]
    pub(super) text_field: Option<String>,
    /// The field that holds its headline
    #[arg(long, value_name = "FIELD")]
    pub(super) title_field: Option<String>,
    /// The field that says what it is called
    #[arg(long, value_name = "FIELD")]
    pub(super) id_field: Option<String>,
    /// How many articles to read at once; one for each core unless given
    #[arg(long, value_name = "COUNT")]
    pub(super) jobs: Option<NonZeroUsize>,
}

/// How inputs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum InputFormat {
    /// Plain text
    Text,
    /// Markdown, with or without front matter
    Markdown,
    /// A web page or part of one
    Html,
    /// A Word document
    Docx,
    /// An article in the news industry's JSON
    Ninjs,
    /// NewsML or NITF, the news industry's XML
    Newsml,
    /// An archive as JSON Lines, one article a line
    Jsonl,
}

impl ReadingArgs {
    /// How files are read.
    pub(super) fn intake(&self) -> Intake {
        let named = |field: &Option<String>, usual: Vec<String>| {
            field.as_ref().map_or(usual, |field| vec![field.clone()])
        };
        let usual = Fields::default();
        Intake {
            format: self.input_format.map(InputFormat::format),
            fields: Fields {
                text: named(&self.text_field, usual.text),
                title: named(&self.title_field, usual.title),
                id: named(&self.id_field, usual.id),
            },
            ..Intake::default()
        }
    }
}

impl InputFormat {
    fn format(self) -> tollcheck::document::Format {
        use tollcheck::document::Format;
        match self {
            InputFormat::Text => Format::Plain,
            InputFormat::Markdown => Format::Markdown,
            InputFormat::Html => Format::Html,
            InputFormat::Docx => Format::Docx,
            InputFormat::Ninjs => Format::Ninjs,
            InputFormat::Newsml => Format::NewsMl,
            InputFormat::Jsonl => Format::JsonLines,
        }
    }
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FiguresFormat {
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
pub(super) enum FailOn {
    /// Only what cannot be true as printed
    Error,
    /// Also what a careful desk would ask about
    Warning,
    /// Anything at all
    Note,
    /// Nothing; the status tells only of unreadable files
    Never,
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

impl FailOn {
    /// The same, as a configuration says it.
    pub(super) fn threshold(self) -> Threshold {
        match self {
            FailOn::Error => Threshold::Error,
            FailOn::Warning => Threshold::Warning,
            FailOn::Note => Threshold::Note,
            FailOn::Never => Threshold::Never,
        }
    }
}

//! The arguments as typed.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Parser;
use clap::Subcommand;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;

use tollcheck::document::Fields;
use tollcheck::document::Intake;
use tollcheck::rules;
use tollcheck::rules::Severity;

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
    /// Talk to an editor: findings while a draft is being written
    Lsp(LspArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct LspArgs {
    /// Talk over standard input and output, as without it; some editors add this
    #[arg(long)]
    stdio: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    /// How to print what was found
    #[arg(long, value_enum, default_value = "table")]
    pub(super) format: Format,
    /// All tables for every article; in JSON, every number found and why it is no figure
    #[arg(long)]
    pub(super) all: bool,
    /// The least severity that makes the exit status 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value = "error")]
    pub(super) fail_on: FailOn,
    #[command(flatten)]
    pub(super) look: LookArgs,
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
    pub(super) look: LookArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// The rule's name
    #[arg(value_parser = PossibleValuesParser::new(rules::ALL.iter().map(|rule| rule.id)))]
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
    /// When to use colours
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub(super) color: When,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Tables for people
    Table,
    /// One object for scripts
    Json,
    /// A row a finding for spreadsheets
    Csv,
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
    /// The least severity that fails a run.
    pub(super) fn severity(self) -> Option<Severity> {
        match self {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Note => Some(Severity::Note),
            FailOn::Never => None,
        }
    }
}

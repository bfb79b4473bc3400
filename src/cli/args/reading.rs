//! What to read, and how it is written.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::ValueEnum;

use tollcheck::document::Fields;
use tollcheck::document::Intake;

/// What to read, and how.
#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct ReadingArgs {
    /// Files and folders; "-" is standard input
    pub(in crate::cli) paths: Vec<PathBuf>,
    /// How the inputs are written; the end of each file's name tells unless given
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(in crate::cli) input_format: Option<InputFormat>,
    /// What to call standard input; the end of the name tells how it is written
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) stdin_filename: Option<String>,
    /// The field of JSON Lines that holds the text of an article
    #[arg(long, value_name = "FIELD")]
    pub(in crate::cli) text_field: Option<String>,
    /// The field that holds its headline
    #[arg(long, value_name = "FIELD")]
    pub(in crate::cli) title_field: Option<String>,
    /// The field that says what it is called
    #[arg(long, value_name = "FIELD")]
    pub(in crate::cli) id_field: Option<String>,
    /// How many articles to read at once; one for each core unless given
    #[arg(long, value_name = "COUNT", value_parser = one_or_more)]
    pub(in crate::cli) jobs: Option<NonZeroUsize>,
}

fn one_or_more(typed: &str) -> Result<NonZeroUsize, &'static str> {
    typed.parse().map_err(|_| "this is no number of one or more")
}

/// How inputs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum InputFormat {
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
    pub(in crate::cli) fn intake(&self) -> Intake {
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

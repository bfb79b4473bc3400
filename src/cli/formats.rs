//! The formats of `check` by name, and the files that reports go to.

use std::path::Path;
use std::path::PathBuf;
use std::str::FromStr;

use clap::ValueEnum;

use tollcheck::report::Report;
use tollcheck::report::brief::Brief;
use tollcheck::report::checkstyle::Checkstyle;
use tollcheck::report::csv::Csv;
use tollcheck::report::github::Github;
use tollcheck::report::gitlab::Gitlab;
use tollcheck::report::json::Json;
use tollcheck::report::jsonl::Lines;
use tollcheck::report::junit::Junit;
use tollcheck::report::markdown::Markdown;
use tollcheck::report::sarif::Sarif;
use tollcheck::report::table::Style;
use tollcheck::report::table::Tables;

/// How to print what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Tables for people
    Table,
    /// One line a finding
    Brief,
    /// One object for scripts
    Json,
    /// An object a document for scripts
    Jsonl,
    /// A row a finding for spreadsheets
    Csv,
    /// Tables for a pull request or an email
    Markdown,
    /// Code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
    /// Code quality of GitLab
    Gitlab,
    /// Test results
    Junit,
    /// Code review tools
    Checkstyle,
}

/// A file that a report goes to, typed as `report.sarif` or `junit:report.xml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OutputFile {
    /// The format of the report.
    pub(super) format: Format,
    /// The file.
    pub(super) path: PathBuf,
}

impl Format {
    /// The report of this format. `one` is whether there is only one article, which has room for all
    /// its tables, `all` whether every number is wanted.
    pub(super) fn report(self, style: Style, one: bool, all: bool) -> Box<dyn Report> {
        let full = one || all;
        match self {
            Format::Table => Box::new(Tables { style, full, named: !one, all }),
            Format::Brief => Box::new(Brief),
            Format::Json => Box::new(Json { all }),
            Format::Jsonl => Box::new(Lines { all }),
            Format::Csv => Box::new(Csv),
            Format::Markdown => Box::new(Markdown { full, all }),
            Format::Sarif => Box::new(Sarif),
            Format::Github => Box::new(Github),
            Format::Gitlab => Box::new(Gitlab),
            Format::Junit => Box::new(Junit),
            Format::Checkstyle => Box::new(Checkstyle),
        }
    }

    /// The format that the end of a file's name tells.
    fn of_file(path: &Path) -> Option<Format> {
        match path.extension()?.to_str()? {
            "txt" => Some(Format::Table),
            "json" => Some(Format::Json),
            "jsonl" | "ndjson" => Some(Format::Jsonl),
            "csv" => Some(Format::Csv),
            "md" | "markdown" => Some(Format::Markdown),
            "sarif" => Some(Format::Sarif),
            _ => None,
        }
    }
}

impl FromStr for OutputFile {
    type Err = String;

    fn from_str(typed: &str) -> Result<OutputFile, String> {
        let named = typed.split_once(':').filter(|(name, _)| is_word(name));
        let (format, path) = match named {
            Some((name, path)) => (Format::from_str(name, false).ok(), path),
            None => (Format::of_file(Path::new(typed)), typed),
        };
        match (format, named) {
            (_, _) if matches!(path, "" | "-") => {
                Err("it goes to a file; --format is for standard output".to_owned())
            }
            (Some(format), _) => Ok(OutputFile { format, path: PathBuf::from(path) }),
            (None, Some((name, _))) => Err(format!("there is no format \"{name}\"")),
            (None, None) => Err(format!("say in which format: junit:{typed}")),
        }
    }
}

/// Whether something before a colon is meant to be a format: not the letter of a drive.
fn is_word(name: &str) -> bool {
    name.len() > 1 && name.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Result<(Format, String), String> {
        let file: OutputFile = typed.parse()?;
        Ok((file.format, file.path.display().to_string()))
    }

    #[test]
    fn the_name_or_its_end_tells_the_format() {
        assert_eq!(read("out/report.sarif"), Ok((Format::Sarif, "out/report.sarif".to_owned())));
        assert_eq!(read("junit:report.xml"), Ok((Format::Junit, "report.xml".to_owned())));
        assert_eq!(read("C:report.csv"), Ok((Format::Csv, "C:report.csv".to_owned())));
        for (typed, why) in [
            ("report.xml", "say in which format: junit:report.xml"),
            ("sarf:report", "there is no format \"sarf\""),
            ("junit:-", "it goes to a file; --format is for standard output"),
        ] {
            assert_eq!(read(typed), Err(why.to_owned()));
        }
    }
}

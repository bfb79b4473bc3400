//! Reading what a desk has written, and saying where it went wrong.
//!
//! `selct = []` gives `tollcheck.toml:1:1: unknown key "selct"; did you mean "select"?`.

use std::fmt;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use serde::de::DeserializeOwned;
use toml::de::DeTable;
use toml::de::DeValue;

/// How alike two words must be for one to be a slip of the other; 1 is the same word.
const ALIKE: f64 = 0.7;

/// A file of the desk that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseError {
    /// The file.
    pub path: PathBuf,
    /// The line and the column, where the file could be read.
    pub place: Option<(usize, usize)>,
    /// What is the matter, in lower case and without a stop.
    pub message: String,
    /// Whether the file could not be read at all.
    unread: bool,
}

impl HouseError {
    /// Something about a file as a whole.
    pub(super) fn new(path: &Path, message: impl Into<String>) -> HouseError {
        HouseError { path: path.to_owned(), place: None, message: message.into(), unread: false }
    }

    /// Something about a place of a file.
    pub(super) fn at(path: &Path, place: Option<(usize, usize)>, message: String) -> HouseError {
        HouseError { place, ..HouseError::new(path, message) }
    }

    /// The same, where another file named this one and it cannot be read at all.
    pub(super) fn named_in(self, other: &Path) -> HouseError {
        match self.place {
            None if self.unread => {
                let message = format!("{} (named in {})", self.message, other.display());
                HouseError { message, ..self }
            }
            _ => self,
        }
    }

    fn io(path: &Path, error: &io::Error) -> HouseError {
        let message = match error.kind() {
            io::ErrorKind::NotFound => "no such file".to_owned(),
            io::ErrorKind::InvalidData => "this is not UTF-8 text".to_owned(),
            io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
            io::ErrorKind::IsADirectory => "this is a folder".to_owned(),
            _ => error.to_string(),
        };
        HouseError { unread: true, ..HouseError::new(path, message) }
    }

    /// What the parser of `text` says.
    pub(super) fn toml(path: &Path, text: &str, error: &toml::de::Error) -> HouseError {
        // Some errors name a key, but no place.
        let named = || place_of(text, &[error.message().split('`').nth(1)?]);
        let place = error.span().map(|span| place(text, span.start)).or_else(named);
        HouseError { place, ..HouseError::new(path, plain(error.message())) }
    }
}

impl fmt::Display for HouseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for HouseError {}

/// The text of a file.
pub(super) fn text(path: &Path) -> Result<String, HouseError> {
    fs::read_to_string(path).map_err(|error| HouseError::io(path, &error))
}

/// The content of a TOML file.
pub(super) fn toml<T: DeserializeOwned>(path: &Path) -> Result<T, HouseError> {
    let text = text(path)?;
    toml::from_str(&text).map_err(|error| HouseError::toml(path, &text, &error))
}

/// The line and the column of a byte, counted from one.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// The place of a key within tables and lists; a list's places are numbers: `allow`, `0`, `rule`.
pub(super) fn place_of(text: &str, keys: &[&str]) -> Option<(usize, usize)> {
    let table = DeTable::parse(text).ok()?;
    let (first, rest) = keys.split_first()?;
    let (key, mut value) = table.get_ref().get_key_value(*first)?;
    let mut start = key.span().start;
    for key in rest {
        let (key, next) = match value.get_ref() {
            DeValue::Table(table) => {
                table.get_key_value(*key).map(|(key, next)| (key.span().start, next))?
            }
            DeValue::Array(list) => {
                list.get(key.parse::<usize>().ok()?).map(|next| (next.span().start, next))?
            }
            _ => return None,
        };
        (start, value) = (key, next);
    }
    Some(place(text, start))
}

/// The parser's message on one line, in our words where a name is unknown.
fn plain(message: &str) -> String {
    let one_line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut names = one_line.split('`').skip(1).step_by(2);
    let what = ["field", "rule", "table", "variant"];
    let what = what.into_iter().find(|what| one_line.starts_with(&format!("unknown {what} `")));
    let (Some(what), Some(unknown)) = (what, names.next()) else { return one_line };
    let what = match what {
        "field" => "key",
        "variant" => "value",
        _ => what,
    };
    match nearest(unknown, names) {
        Some(known) => format!("unknown {what} \"{unknown}\"; did you mean \"{known}\"?"),
        None => format!("unknown {what} \"{unknown}\""),
    }
}

/// The name that the unknown one is most likely a slip of.
pub(super) fn nearest<'a>(unknown: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let likeness = |name: &str| match name.len() > 3 && unknown.contains(name) {
        true => 1.0,
        false => strsim::jaro_winkler(unknown, name),
    };
    let best = known.max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(best) >= ALIKE).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::config::Config;

    fn error(text: &str) -> String {
        let error = toml::from_str::<Config>(text).unwrap_err();
        HouseError::toml(Path::new("tollcheck.toml"), text, &error).to_string()
    }

    #[test]
    fn slips_are_named_with_their_place() {
        assert_eq!(
            error("ignore = []\nselct = []\n"),
            "tollcheck.toml:2:1: unknown key \"selct\"; did you mean \"select\"?"
        );
        assert_eq!(
            error("[tolerances]\nabout_strict = 0.3\n"),
            "tollcheck.toml:2:1: unknown key \"about_strict\"; did you mean \"about-strict\"?"
        );
        assert_eq!(
            error("ignore = [\"sum-mismtch\"]\n"),
            "tollcheck.toml:1:10: unknown rule \"sum-mismtch\"; did you mean \"sum-mismatch\"?"
        );
        assert_eq!(
            error("fail-on = \"warnings\"\n"),
            "tollcheck.toml:1:11: unknown value \"warnings\"; did you mean \"warning\"?"
        );
    }

    #[test]
    fn values_that_make_no_sense_are_named_with_their_place() {
        for (text, expected) in [
            ("exclude = [\"a\", \"b{c\"]\n", "1:11: \"b{c\" is no glob: unclosed"),
            ("[tolerances]\nround-share = \"-3\"\n", "2:15: -3 is no share"),
            ("[tolerances]\nround-from = -1\n", "2:14: -1 is below zero"),
            ("[tolerances]\nabout-strict = \"x\"\n", "2:16: this is no number"),
        ] {
            let error = error(text);
            assert!(error.starts_with(&format!("tollcheck.toml:{expected}")), "{error}");
        }
    }

    #[test]
    fn keys_have_places() {
        let text = "ignore = []\n\n[[allow]]\nrule = \"x\"\n\n[[allow]]\nrule = \"y\"\n";
        assert_eq!(place_of(text, &["ignore"]), Some((1, 1)));
        assert_eq!(place_of(text, &["allow", "1", "rule"]), Some((7, 1)));
        assert_eq!(place_of(text, &["allow", "1"]), Some((6, 1)));
        assert_eq!(place_of(text, &["allow", "2"]), None);
    }

    #[test]
    fn what_is_like_nothing_is_only_named() {
        assert_eq!(error("zzz = 1\n"), "tollcheck.toml:1:1: unknown key \"zzz\"");
    }
}

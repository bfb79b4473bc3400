//! The plain part of TOML that nearly all tables keep to: sections, words, lists of words.
//!
//! `[age.adults]`, `plural = ["men", "women"]`, `apart = true`. The words are read anew at every
//! start, and this takes a small part of the time that all of TOML does; any other table is left to
//! the TOML reader. It knows no table.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Deref;

use serde::Deserialize;
use serde::Deserializer;
use serde::de::IntoDeserializer;
use serde::de::Visitor;
use serde::de::value::{BorrowedStrDeserializer, Error, MapDeserializer, SeqDeserializer};

/// A word of a list: as it stands in the table, which has thousands of them, or a copy where it is
/// written otherwise there.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Word<'a>(#[serde(borrow)] Cow<'a, str>);

impl Deref for Word<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

/// What a name stands for.
enum Value<'a> {
    True,
    Word(&'a str),
    Words(Vec<&'a str>),
    Section(Section<'a>),
}

type Section<'a> = BTreeMap<&'a str, Value<'a>>;

/// Reads a table.
pub(super) fn from_str<'a, T: Deserialize<'a>>(table: &'a str) -> Result<T, toml::de::Error> {
    let plain = read(table).and_then(|all| T::deserialize(Value::Section(all)).ok());
    plain.map_or_else(|| toml::from_str(table), Ok)
}

/// The names of a table; none for one that is not plain.
fn read(table: &str) -> Option<Section<'_>> {
    let mut all = Section::new();
    let (mut section, mut rest) = (&mut all, skip(table));
    while !rest.is_empty() {
        if let Some(head) = rest.strip_prefix('[') {
            let (path, after) = head.split_once("]\n")?;
            section = enter(&mut all, path)?;
            rest = skip(after);
        } else {
            let (name, after) = rest.split_once(" = ")?;
            let (value, after) = value(after)?;
            section.insert(key(name)?, value);
            rest = skip(after);
        }
    }
    Some(all)
}

/// What follows blanks and comments.
fn skip(text: &str) -> &str {
    let mut rest = text.trim_ascii_start();
    while let Some(comment) = rest.strip_prefix('#') {
        rest = comment.split_once('\n').map_or("", |(_, after)| after.trim_ascii_start());
    }
    rest
}

/// The section of a path such as `age.adults`, made if it is new.
fn enter<'a, 's>(all: &'s mut Section<'a>, path: &'a str) -> Option<&'s mut Section<'a>> {
    let mut section = all;
    for name in path.split('.') {
        let inner = section.entry(key(name)?).or_insert_with(|| Value::Section(Section::new()));
        let Value::Section(inner) = inner else { return None };
        section = inner;
    }
    Some(section)
}

/// A name, bare or in quotes.
fn key(name: &str) -> Option<&str> {
    let quoted = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
    let plain = match quoted {
        Some(name) => !name.contains(['"', '\\', '\n']),
        None => name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')),
    };
    plain.then_some(quoted.unwrap_or(name))
}

/// The value at the start, and what follows it.
fn value(text: &str) -> Option<(Value<'_>, &str)> {
    if let Some(rest) = text.strip_prefix("true\n") {
        return Some((Value::True, rest));
    }
    if text.starts_with('"') {
        return word(text).map(|(word, rest)| (Value::Word(word), rest));
    }
    let (mut words, mut rest) = (Vec::new(), skip(text.strip_prefix('[')?));
    loop {
        if let Some(after) = rest.strip_prefix(']') {
            return Some((Value::Words(words), after));
        }
        let (word, after) = word(rest)?;
        words.push(word);
        let after = skip(after);
        rest = match after.strip_prefix(',') {
            Some(more) => skip(more),
            None => after.starts_with(']').then_some(after)?,
        };
    }
}

/// The word in quotes at the start, and what follows it.
fn word(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('"')?;
    let end = memchr::memchr3(b'"', b'\\', b'\n', text.as_bytes())?;
    let (word, after) = text.split_at_checked(end)?;
    Some((word, after.strip_prefix('"')?))
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Value::True => visitor.visit_bool(true),
            Value::Word(word) => visitor.visit_borrowed_str(word),
            Value::Words(words) => {
                let words = words.into_iter().map(BorrowedStrDeserializer::new);
                visitor.visit_seq(SeqDeserializer::new(words))
            }
            Value::Section(names) => visitor.visit_map(MapDeserializer::new(names.into_iter())),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Error> for Value<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::EN;
    use super::*;

    #[test]
    fn plain_tables_read_as_toml() {
        // Those two hold numbers and the like.
        for table in EN.iter().filter(|table| !["numbers", "periods"].contains(&table.name)) {
            let all = read(table.text).expect("a plain table");
            let plain: toml::Table = serde::Deserialize::deserialize(Value::Section(all)).unwrap();
            assert_eq!(plain, toml::from_str(table.text).unwrap(), "{}", table.name);
        }
    }

    #[test]
    fn what_is_not_plain_is_left_to_toml() {
        let read = |text: &str| from_str::<BTreeMap<String, Vec<String>>>(text).map_err(|_| ());
        let both = Ok(BTreeMap::from([("a".to_owned(), vec!["b\"".to_owned(), "c".to_owned()])]));
        assert_eq!(read("a = ['b\"', 'c']\n"), both);
        assert_eq!(read("a = [\"b\\\"\", \"c\"]"), both);
        assert!(read("a = [\"b\" \"c\"]\n").is_err());
        assert!(read("a = [\"b\n\"]\n").is_err());
    }
}

//! Strings of JSON, with the place of each character.
//!
//! `"a\u00e9b"` reads "aéb", and the "b" stands at byte 8. It knows no document format.

use serde::Deserialize;
use serde::Deserializer;
use serde::de::MapAccess;
use serde::de::Visitor;
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::prose::Prose;

/// Adds what a JSON string says; `at` is where its first quotation mark stands.
pub(super) fn unescape(string: &str, at: usize, prose: &mut Prose) {
    let body = string.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let (body, at) = (body.unwrap_or_default(), at + 1);
    let mut done = 0;
    while let Some(run) = body[done..].find('\\') {
        prose.copy(&body[done..done + run], at + done);
        done += run;
        let (read, len) = escape(&body[done..]);
        prose.stand_in(read.encode_utf8(&mut [0; 4]), at + done..at + done + len);
        done += len;
    }
    prose.copy(&body[done..], at + done);
}

/// The character that an escape stands for, and the length of the escape.
fn escape(written: &str) -> (char, usize) {
    let mut chars = written.chars().skip(1);
    match chars.next() {
        Some('n') => ('\n', 2),
        Some('t') => ('\t', 2),
        Some('r') => ('\r', 2),
        Some('b') => ('\u{8}', 2),
        Some('f') => ('\u{c}', 2),
        Some('u') => unicode_escape(written),
        Some(c) => (c, 1 + c.len_utf8()),
        None => ('\\', written.len()),
    }
}

/// `\u00e9`, or the two halves of a character outside the first plane; a lone half is U+FFFD.
fn unicode_escape(written: &str) -> (char, usize) {
    let unit = |at: usize| {
        let digits = written.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(digits, 16).ok()
    };
    let units = [unit(0), unit(6)].into_iter().map_while(|unit| unit);
    match char::decode_utf16(units).next() {
        Some(Ok(c)) => (c, 6 * c.len_utf16()),
        _ => (char::REPLACEMENT_CHARACTER, written.len().min(6)),
    }
}

/// A value and where it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'a> {
    /// As it is written.
    pub(super) written: &'a str,
    /// Where that begins.
    pub(super) at: usize,
}

impl<'a> Value<'a> {
    /// The whole of a text.
    pub(super) fn all(text: &'a str) -> Value<'a> {
        let written = text.trim();
        Value { written, at: text.len() - text.trim_start().len() }
    }

    /// A value within this one.
    fn inner(self, value: &'a RawValue) -> Value<'a> {
        let written = value.get();
        let within = written.as_ptr() as usize - self.written.as_ptr() as usize;
        Value { written, at: self.at + within }
    }

    /// Whether it is a string.
    pub(super) fn is_string(self) -> bool {
        self.written.starts_with('"')
    }

    /// The string that it is, with the way back.
    pub(super) fn to_prose(self) -> Prose {
        let mut prose = Prose::default();
        unescape(self.written, self.at, &mut prose);
        prose
    }

    /// What it says.
    pub(super) fn to_text(self) -> String {
        if self.is_string() { self.to_prose().text } else { self.written.to_owned() }
    }

    /// The members of the object that it is, in order, those that are null left out.
    pub(super) fn members(self) -> Result<Vec<(String, Value<'a>)>, String> {
        if !self.written.starts_with('{') {
            return Err("no JSON object".to_owned());
        }
        let Members(members) = serde_json::from_str(self.written).map_err(|e| damage(&e))?;
        let there = members.into_iter().filter(|(_, value)| value.get() != "null");
        Ok(there.map(|(key, value)| (key, self.inner(value))).collect())
    }

    /// The elements of the list, or the values of the object, that it is.
    pub(super) fn elements(self) -> Vec<Value<'a>> {
        if let Ok(members) = self.members() {
            return members.into_iter().map(|(_, value)| value).collect();
        }
        let elements: Vec<&RawValue> = serde_json::from_str(self.written).unwrap_or_default();
        elements.into_iter().map(|value| self.inner(value)).collect()
    }
}

/// Why something is no JSON.
fn damage(error: &serde_json::Error) -> String {
    match error.classify() {
        Category::Eof => "the JSON object ends too early".to_owned(),
        _ => format!("no JSON object: {error}").replace("at line 1 column", "at column"),
    }
}

/// The members of an object, their values unread.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Members<'a>, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an article as a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn strings_keep_their_places() {
        let written = r#""a\u00e9\"b\n\ud83d\ude00\ud83dc""#;
        let mut prose = Prose::default();
        unescape(written, 0, &mut prose);
        assert_eq!(prose.text, "aé\"b\n😀\u{FFFD}c");
        let place = |words: &str| {
            let start = prose.text.find(words).unwrap();
            prose.places.span(Span::new(start, start + words.len())).of(written)
        };
        assert_eq!(place("é"), r"\u00e9");
        assert_eq!(place("b"), "b");
        assert_eq!(place("😀"), r"\ud83d\ude00");
        assert_eq!(place("c"), "c");
    }

    #[test]
    fn what_is_no_string_of_json_is_read_all_the_same() {
        for written in ["\"", "", "\"\\", "\"\\\"", "\"\\u12\"", "\"\\ué12345\""] {
            let mut prose = Prose::default();
            unescape(written, 0, &mut prose);
            assert!(prose.text.len() <= 3 * written.len(), "{written}");
        }
    }
}

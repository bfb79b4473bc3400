//! Text between tags: character references and white space that means nothing.
//!
//! `12 &amp;\n   30` reads "12 & 30". It knows no elements.

use quick_xml::escape::resolve_html5_entity;

use super::prose::Prose;

/// The longest reference that has a name.
const LONGEST_REFERENCE: usize = 40;

/// How white space is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// Every run of it is one space.
    Collapsed,
    /// Each character stands for itself.
    Kept,
}

/// Adds text as HTML or XML writes it, from `at` of the original.
pub(super) fn text(written: &str, at: usize, space: Space, prose: &mut Prose) {
    let mut done = 0;
    while let Some(run) = written[done..].find('&') {
        plain(&written[done..done + run], at + done, space, prose);
        done += run;
        match reference(&written[done..]) {
            Some((read, len)) => {
                prose.stand_in(read.as_str(), at + done..at + done + len);
                done += len;
            }
            None => {
                prose.copy("&", at + done);
                done += 1;
            }
        }
    }
    plain(&written[done..], at + done, space, prose);
}

/// Adds text without references.
fn plain(words: &str, at: usize, space: Space, prose: &mut Prose) {
    match space {
        Space::Kept => prose.copy(words, at),
        Space::Collapsed => collapsed(words, at, prose),
    }
}

/// Adds words with every run of white space between them as one space, and none at the start of a
/// block.
fn collapsed(words: &str, at: usize, prose: &mut Prose) {
    let mut rest = words;
    while !rest.is_empty() {
        let here = at + words.len() - rest.len();
        let gap = rest.len() - rest.trim_start_matches(is_blank).len();
        if gap > 0 {
            prose.space(here..here + gap);
        }
        // A single space within a run of words is copied with it.
        let end = run_of_words(&rest[gap..]);
        prose.copy(&rest[gap..gap + end], here + gap);
        rest = &rest[gap + end..];
    }
}

/// The length of the words at the start that single spaces part.
fn run_of_words(words: &str) -> usize {
    let bytes = words.as_bytes();
    let blank = |at: usize| bytes.get(at).is_none_or(|byte| is_blank(char::from(*byte)));
    let odd = |at: &usize| blank(*at) && (bytes[*at] != b' ' || blank(at + 1));
    (0..bytes.len()).find(odd).unwrap_or(bytes.len())
}

/// White space that markup may add at will; a no-break space is a character of the text.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// What a character reference says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reference {
    Named(&'static str),
    Numbered(char, [u8; 4]),
}

impl Reference {
    fn numbered(c: char) -> Reference {
        let mut bytes = [0; 4];
        c.encode_utf8(&mut bytes);
        Reference::Numbered(c, bytes)
    }

    fn as_str(&self) -> &str {
        match self {
            Reference::Named(read) => read,
            Reference::Numbered(c, bytes) => {
                std::str::from_utf8(&bytes[..c.len_utf8()]).unwrap_or_default()
            }
        }
    }
}

/// The reference that some text starts with, and its length. One that no one defined reads as
/// U+FFFD: what a document type declares of its own is not expanded.
fn reference(written: &str) -> Option<(Reference, usize)> {
    let end = written.bytes().take(LONGEST_REFERENCE).position(|byte| byte == b';')?;
    let name = written.get(1..end)?;
    let read = match name.strip_prefix('#') {
        Some(number) => Reference::numbered(character(number)?),
        None if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            resolve_html5_entity(name)
                .map_or(Reference::numbered(char::REPLACEMENT_CHARACTER), Reference::Named)
        }
        None => return None,
    };
    Some((read, end + 1))
}

/// The character of a number.
fn character(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    // Pages that say &#150; mean the dash that Windows-1252 has there.
    let read = match u8::try_from(code) {
        Ok(byte @ 0x80..0xA0) => {
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()
        }
        _ => char::from_u32(code),
    };
    Some(read.unwrap_or(char::REPLACEMENT_CHARACTER))
}

#[cfg(test)]
mod tests {
    use super::super::BlockKind;
    use super::*;

    fn read(written: &str) -> String {
        let mut prose = Prose::default();
        prose.begin(BlockKind::Paragraph);
        text(written, 0, Space::Collapsed, &mut prose);
        prose.text
    }

    #[test]
    fn references() {
        assert_eq!(read("12 &amp; 30&nbsp;&#8211;&#x20AC;&#150;"), "12 & 30\u{a0}–€–");
        assert_eq!(
            read("AT&T & Co; &lol9; &#xD800; &#; &;"),
            "AT&T & Co; \u{FFFD} \u{FFFD} &#; &;"
        );
    }

    #[test]
    fn white_space() {
        assert_eq!(read("\n  12\n dead  in\tKabul \n"), "12 dead in Kabul ");
        assert_eq!(read(" "), "");
    }
}

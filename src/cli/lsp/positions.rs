//! Places as editors count them: lines and characters from zero, a character being two bytes.
//!
//! In "Zürich: 12 dead", the number stands at line 0, character 8, and at byte 9. Positions know
//! no documents.

use lsp_types::Position;

/// In what the characters of a line are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of two bytes; a character outside the basic plane has two of them.
    #[default]
    Utf16,
}

/// Where the lines of a text start.
#[derive(Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
    encoding: Encoding,
}

impl Lines {
    /// The lines of a text; each of `\n`, `\r\n` and `\r` ends one.
    pub(super) fn of(text: &str, encoding: Encoding) -> Lines {
        let bytes = text.as_bytes();
        let ends = |at: &usize| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        let after = (0..bytes.len()).filter(ends).map(|at| at + 1);
        Lines { starts: std::iter::once(0).chain(after).collect(), encoding }
    }

    /// The position of a byte of the same text.
    pub(super) fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let before = text.get(self.starts[line]..floor(text, offset)).unwrap_or_default();
        let character = match self.encoding {
            Encoding::Utf8 => before.len(),
            Encoding::Utf16 => before.encode_utf16().count(),
        };
        Position::new(number(line), number(character))
    }

    /// The byte at a position of the same text: one beyond the end of a line is that end, one
    /// beyond the last line the end of the text.
    pub(super) fn offset(&self, text: &str, position: Position) -> usize {
        let line = position.line as usize;
        let Some(start) = self.starts.get(line).copied() else { return text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len());
        let words = text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']);
        let character = position.character as usize;
        start
            + match self.encoding {
                Encoding::Utf8 => floor(words, character),
                Encoding::Utf16 => units(words, character),
            }
    }
}

/// The byte after so many units of two bytes, or the end.
fn units(words: &str, count: usize) -> usize {
    let mut left = count;
    for (at, character) in words.char_indices() {
        match left.checked_sub(character.len_utf16()) {
            Some(rest) if left > 0 => left = rest,
            _ => return at,
        }
    }
    words.len()
}

/// The last place up to `offset` at which a character starts or the text ends.
fn floor(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Editors count no further than this.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Zürich 🚒 12\r\ndead\rno\n";

    #[track_caller]
    fn expect(encoding: Encoding, places: &[(&str, u32, u32)]) {
        let lines = Lines::of(TEXT, encoding);
        for (words, line, character) in places {
            let (offset, position) = (TEXT.find(words).unwrap(), Position::new(*line, *character));
            assert_eq!(lines.position(TEXT, offset), position, "{words}");
            assert_eq!(lines.offset(TEXT, position), offset, "{words}");
        }
    }

    #[test]
    fn characters_are_counted_as_negotiated() {
        expect(Encoding::Utf16, &[("Z", 0, 0), ("12", 0, 10), ("dead", 1, 0), ("no", 2, 0)]);
        expect(Encoding::Utf8, &[("Z", 0, 0), ("12", 0, 13), ("ad", 1, 2), ("o", 2, 1)]);
    }

    #[test]
    fn what_lies_beyond_is_the_end() {
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            let lines = Lines::of(TEXT, encoding);
            assert_eq!(lines.offset(TEXT, Position::new(0, 99)), TEXT.find('\r').unwrap());
            assert_eq!(lines.offset(TEXT, Position::new(3, 0)), TEXT.len());
            assert_eq!(lines.offset(TEXT, Position::new(99, 99)), TEXT.len());
            assert_eq!(lines.position(TEXT, 999), lines.position(TEXT, TEXT.len()));
        }
    }

    #[test]
    fn no_place_is_within_a_character() {
        let engine = TEXT.find('🚒').unwrap();
        let within = |encoding, character| {
            Lines::of(TEXT, encoding).offset(TEXT, Position::new(0, character))
        };
        assert_eq!(within(Encoding::Utf16, 8), engine);
        assert_eq!(within(Encoding::Utf8, 10), engine);
    }
}

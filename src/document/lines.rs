//! Lines and columns, for people and editors.
//!
//! In "Blast kills 12", the number stands at line 1, column 13. A column counts characters. It
//! does not know what the lines say.

/// How many bytes lie between two counts of characters; few enough to be counted in a byte.
const STRIDE: usize = 128;

/// The lines of a text.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    /// The offset of the first byte of each line.
    starts: Vec<usize>,
    /// The number of characters before every `STRIDE` bytes; a line may be as long as a book.
    counts: Vec<usize>,
}

impl Lines {
    /// Reads the lines of a text.
    pub(super) fn of(text: &str) -> Lines {
        let end = if text.contains('\n') { b'\n' } else { b'\r' };
        let ends = memchr::memchr_iter(end, text.as_bytes());
        let starts = std::iter::once(0).chain(ends.map(|at| at + 1));
        let mut counts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut before = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            counts.push(before);
            before += characters(chunk);
        }
        counts.push(before);
        Lines { starts: starts.collect(), counts }
    }

    /// The line and the column of a byte of the same text, counted from one.
    pub(super) fn position(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        (line, self.characters_before(text, offset) - self.characters_before(text, start) + 1)
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let offset = offset.min(text.len());
        let stride = offset / STRIDE;
        let rest = &text.as_bytes()[stride * STRIDE..offset];
        self.counts.get(stride).copied().unwrap_or(0) + characters(rest)
    }
}

/// How many characters begin in these bytes, a stride of them at most.
fn characters(bytes: &[u8]) -> usize {
    let count: u8 = bytes.iter().map(|byte| u8::from(byte & 0xC0 != 0x80)).sum();
    count.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "Zürich\n12 dead\n";
        let position = |offset| Lines::of(text).position(text, offset);
        assert_eq!(position(0), (1, 1));
        assert_eq!(position("Zü".len()), (1, 3));
        assert_eq!(position("Zürich\n12 ".len()), (2, 4));
        assert_eq!(position(1000), (3, 1));
    }

    #[test]
    fn a_line_may_be_long() {
        let text = "ü".repeat(5000) + "12";
        assert_eq!(Lines::of(&text).position(&text, text.len() - 2), (1, 5001));
    }
}

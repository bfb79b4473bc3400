//! Lines and columns, for people and editors.
//!
//! In "Blast kills 12", the number stands at line 1, column 13. A column counts characters.

/// How many bytes lie between two counts of characters.
const STRIDE: usize = 1024;

/// The lines of a text.
#[derive(Debug)]
pub struct Places<'a> {
    text: &'a str,
    /// The offset of the first byte of each line.
    lines: Vec<usize>,
    /// The number of characters before every `STRIDE` bytes; a line may be as long as a book.
    counts: Vec<usize>,
}

impl<'a> Places<'a> {
    /// Reads the lines of a text.
    pub fn new(text: &'a str) -> Places<'a> {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut counts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut before = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            counts.push(before);
            before += characters(chunk);
        }
        counts.push(before);
        Places { text, lines, counts }
    }

    /// The line of a byte, counted from one.
    pub fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset)
    }

    /// The line and the column of a byte, counted from one.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.line(offset);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        (line, self.characters_before(offset) - self.characters_before(start) + 1)
    }

    fn characters_before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let stride = offset / STRIDE;
        let rest = &self.text.as_bytes()[stride * STRIDE..offset];
        self.counts.get(stride).copied().unwrap_or(0) + characters(rest)
    }
}

/// How many characters begin in these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let places = Places::new("Zürich\n12 dead\n");
        assert_eq!(places.position(0), (1, 1));
        assert_eq!(places.position("Zü".len()), (1, 3));
        assert_eq!(places.position("Zürich\n12 ".len()), (2, 4));
        assert_eq!(places.position(1000), (3, 1));
    }

    #[test]
    fn a_line_may_be_long() {
        let text = "ü".repeat(5000) + "12";
        assert_eq!(Places::new(&text).position(text.len() - 2), (1, 5001));
    }
}

//! Prose being collected from a marked-up original, block by block.
//!
//! `<p>12 <b>dead</b></p>` is collected as the paragraph "12 dead", each piece with its place in
//! the original. It knows no format.

use std::ops::Range;

use super::offsets::Offsets;
use super::{Block, BlockKind, Cell};
use crate::span::Span;

/// How many characters of the original may stand between two characters of a value: the marks of
/// a folded value and the space before it.
const PASSED_OVER: usize = 64;

/// The prose read so far.
#[derive(Debug)]
pub(super) struct Prose {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    /// From the text to the original.
    pub(super) places: Offsets,
    /// The block being read and where it starts.
    open: Option<(BlockKind, usize)>,
    /// The cell that it stands in.
    cell: Option<Cell>,
    /// What stands between two blocks.
    between: &'static str,
}

impl Default for Prose {
    /// Prose with a blank line between blocks: shown, it reads like an article.
    fn default() -> Prose {
        Prose {
            text: String::new(),
            blocks: Vec::new(),
            places: Offsets::default(),
            open: None,
            cell: None,
            between: "\n\n",
        }
    }
}

impl Prose {
    /// Prose of one block a line, for originals that have no lines of their own.
    pub(super) fn by_line() -> Prose {
        Prose { between: "\n", ..Prose::default() }
    }

    /// Ends the block being read, if any, and begins another.
    pub(super) fn begin(&mut self, kind: BlockKind) {
        self.end();
        if !self.text.is_empty() && !self.text.ends_with(self.between) {
            self.text.push_str(self.between);
        }
        self.open = Some((kind, self.text.len()));
        self.cell = None;
    }

    /// The same for a block in a cell of a table.
    pub(super) fn begin_in(&mut self, cell: Cell) {
        self.begin(BlockKind::TableCell);
        self.cell = Some(cell);
    }

    /// Ends the block being read; one without words leaves no trace.
    pub(super) fn end(&mut self) {
        let Some((kind, start)) = self.open.take() else { return };
        let body = &self.text[start..];
        let end = start + body.trim_end().len();
        let start = end - body.trim().len();
        if start < end {
            self.blocks.push(Block { kind, span: Span::new(start, end), cell: self.cell });
        }
    }

    /// Ends the block being read and makes blocks of its parts, as `split` finds them.
    pub(super) fn split(&mut self, split: fn(&str) -> Vec<Block>) {
        let Some((_, start)) = self.open.take() else { return };
        self.blocks.extend(split(&self.text[start..]).into_iter().map(|block| {
            let Span { start: from, end } = block.span;
            Block { span: Span::new(start + from, start + end), ..block }
        }));
    }

    /// Adds the blocks of other prose, which was read from what `others` leads back from.
    pub(super) fn append(&mut self, other: &Prose, others: &Offsets) {
        self.end();
        if !self.text.is_empty() && !other.text.is_empty() {
            self.text.push_str(self.between);
        }
        let by = self.text.len();
        self.text.push_str(&other.text);
        self.places.append(&other.places, by, others);
        self.blocks.extend(other.blocks.iter().map(|block| {
            let Span { start, end } = block.span;
            Block { span: Span::new(start + by, end + by), ..*block }
        }));
    }

    /// The first block that starts at or after a place of the original.
    pub(super) fn block_after(&self, place: usize) -> usize {
        let mut starts = self.blocks.iter().map(|block| self.places.span(block.span).start);
        starts.position(|start| start >= place).unwrap_or(self.blocks.len())
    }

    /// What the block being read is, if one is.
    pub(super) fn open_kind(&self) -> Option<BlockKind> {
        self.open.map(|(kind, _)| kind)
    }

    /// Makes the block being read another kind of block.
    pub(super) fn call_it(&mut self, kind: BlockKind) {
        if let Some(open) = &mut self.open {
            open.0 = kind;
        }
    }

    /// The words of the block being read.
    pub(super) fn open_words(&self) -> &str {
        self.open.map_or("", |(_, start)| &self.text[start..])
    }

    /// Adds words that stand at `at` of the original as they are.
    pub(super) fn copy(&mut self, words: &str, at: usize) {
        self.stand_in(words, at..at + words.len());
    }

    /// Adds words that the original writes in another way: `&` for `&amp;`.
    pub(super) fn stand_in(&mut self, words: &str, place: Range<usize>) {
        if words.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(words);
        let read = Span::new(start, self.text.len());
        self.places.push(read, Span::new(place.start, place.end));
    }

    /// Adds words that stand nowhere in the original.
    pub(super) fn insert(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// Adds a value that the original writes at `at` with quotation marks, escapes and other white
    /// space. A little that the value does not have is passed over; a character that the original
    /// does not seem to have stands nowhere.
    pub(super) fn align(&mut self, value: &str, written: &str, at: usize) {
        let mut done = 0;
        for (start, read) in value.char_indices() {
            let rest = &written[done..];
            let ahead = rest.char_indices().take(PASSED_OVER);
            let mut ways = ahead.map(|(skip, _)| (skip, written_len(read, &rest[skip..])));
            let (skip, len) = ways.find(|(_, len)| *len > 0).unwrap_or((0, 0));
            let from = at + done + skip;
            self.stand_in(&value[start..start + read.len_utf8()], from..from + len);
            done += skip + len;
        }
    }

    /// Adds a space unless there is one.
    pub(super) fn space(&mut self, place: Range<usize>) {
        if !self.open_words().is_empty() && !self.text.ends_with([' ', '\n']) {
            self.stand_in(" ", place);
        }
    }
}

/// How many bytes at the start of `written` can be a way to write `read`; none if they cannot.
fn written_len(read: char, written: &str) -> usize {
    let blank = written.len() - written.trim_start().len();
    let first = |count| written.char_indices().nth(count).map_or(written.len(), |(at, _)| at);
    match written.strip_prefix('\\').map(|escape| escape.chars().next()) {
        _ if read.is_whitespace() && blank > 0 => blank,
        Some(Some('\\')) if read == '\\' => 2,
        _ if written.starts_with(read) => read.len_utf8(),
        Some(Some('u')) => first(6),
        Some(Some('U')) => first(10),
        Some(Some('x')) => first(4),
        Some(Some(escaped)) if !escaped.is_whitespace() => first(2),
        _ => 0,
    }
}

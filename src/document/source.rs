//! The file that a document was read from, and the way back to it.
//!
//! The words "12 dead" of a document may stand at bytes 40 to 55 of its file, in line 3, column 8.
//! A source knows no format: readers say what was read where.

use std::sync::Arc;
use std::sync::OnceLock;

use super::lines::Lines;
use super::offsets::Offsets;
use crate::span::Span;

/// A place in the original file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The first byte, in the file as it is stored.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
    /// The line, counted from one.
    pub line: usize,
    /// The character of the line, counted from one.
    pub column: usize,
}

/// The original or what was read from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum View {
    #[default]
    Original,
    Text,
}

/// Where a document's text stands in the file it was read from.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The original, decoded; none where the document's text is all of it.
    original: Option<Arc<String>>,
    /// From the document's text to the original.
    places: Offsets,
    /// From the original to the bytes of the file.
    pub(super) decoding: Offsets,
    /// Which of the two reports show.
    shown: View,
    /// Of which of the two lines are counted.
    counted: View,
    /// The lines of the file before the original.
    lines_before: usize,
    /// The lines that are counted, once asked for.
    lines: OnceLock<Lines>,
}

impl Source {
    /// An original that can be shown to readers, with the places of the text in it.
    pub(super) fn of(original: impl Into<Arc<String>>, places: Offsets) -> Source {
        Source { original: Some(original.into()), places, ..Source::default() }
    }

    /// An original whose lines say little to readers, after `lines_before` others of its file.
    pub(super) fn hidden(original: String, places: Offsets, lines_before: usize) -> Source {
        Source { shown: View::Text, lines_before, ..Source::of(original, places) }
    }

    /// An original without lines that mean anything: each block of the text is one.
    pub(super) fn paged(original: String, places: Offsets) -> Source {
        Source { shown: View::Text, counted: View::Text, ..Source::of(original, places) }
    }

    /// The bytes of the file where some words stand.
    pub(super) fn bytes(&self, span: Span) -> Span {
        self.decoding.span(self.places.span(span))
    }

    /// Where some words of `text` stand in the file.
    pub(super) fn place(&self, text: &str, span: Span) -> Place {
        let within = self.places.span(span);
        let bytes = self.decoding.span(within);
        let (counted, at) = match (&self.original, self.counted) {
            (Some(original), View::Original) => (original.as_str(), within.start),
            _ => (text, span.start),
        };
        let lines = self.lines.get_or_init(|| Lines::of(counted));
        let (line, column) = lines.position(counted, at);
        Place { start: bytes.start, end: bytes.end, line: self.lines_before + line, column }
    }

    /// The original, where it is not the document's text.
    #[cfg(test)]
    pub(super) fn original(&self) -> Option<&str> {
        self.original.as_ref().map(|original| original.as_str())
    }

    /// The text to show.
    pub(super) fn shown<'a>(&'a self, text: &'a str) -> &'a str {
        match &self.original {
            Some(original) if self.shown == View::Original => original,
            _ => text,
        }
    }

    /// Where some words stand in the text to show.
    pub(super) fn shown_span(&self, span: Span) -> Span {
        match self.shown {
            View::Original => self.places.span(span),
            View::Text => span,
        }
    }
}

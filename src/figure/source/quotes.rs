//! Quotations: which words stand between quotation marks.
//!
//! A quotation may go on over sentences and, where each paragraph opens it anew, over paragraphs.
//! A word or two in marks is no quotation. Quotations do not know who speaks.

use std::ops::Range;

use crate::text::{Shape, Text};

/// Words between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quote {
    /// The words between the marks.
    pub(super) words: Range<usize>,
    /// The sentences that they stand in.
    pub(super) sentences: Range<usize>,
}

/// Fewer words than this between marks quote an expression, not a speaker.
const SHORT: usize = 5;

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Opens,
    Closes,
}

/// Finds the quotations of a document, in order. A mark left open lasts to the end of its block.
pub(super) fn find(text: &Text<'_>) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for (index, sentence) in text.sentences.iter().enumerate() {
        for at in sentence.words.clone() {
            match (mark(text, at, open.is_some()), open) {
                (Some(Mark::Opens), None) => open = Some((at + 1, index)),
                (Some(Mark::Closes), Some((start, first))) => {
                    push(&mut quotes, start..at, first..index + 1);
                    open = None;
                }
                _ => {}
            }
        }
        let next = text.sentences.get(index + 1);
        if next.is_none_or(|n| n.block != sentence.block)
            && let Some((start, first)) = open.take()
        {
            push(&mut quotes, start..sentence.words.end, first..index + 1);
        }
    }
    quotes
}

fn push(quotes: &mut Vec<Quote>, words: Range<usize>, sentences: Range<usize>) {
    if words.len() >= SHORT {
        quotes.push(Quote { words, sentences });
    }
}

/// What a word does as a quotation mark; the typewriter's mark opens and closes by turns.
fn mark(text: &Text<'_>, at: usize, open: bool) -> Option<Mark> {
    if text.words[at].shape != Shape::Mark {
        return None;
    }
    match text.str(at) {
        "“" | "„" | "«" => Some(Mark::Opens),
        "”" | "»" => Some(Mark::Closes),
        "\"" | "''" => Some(if open { Mark::Closes } else { Mark::Opens }),
        _ => None,
    }
}

//! The entries of a running report, each with the time of day before it.
//!
//! "17.10 Seventeen are now known to have died" is older than "20.15 The toll has gone up to 22", and no
//! error. Entries know the paragraphs that begin with a time, not what they tell.

use crate::numeral::{Numeral, Why};
use crate::text::{Sentence, Text};

/// The fewest paragraphs with a time of day that make a running report.
const FEWEST: usize = 3;

/// The paragraphs that are entries, as places in the document's list of blocks; none where the text is
/// no running report.
pub(super) fn of(text: &Text<'_>, numerals: &[Numeral]) -> Vec<usize> {
    let times = numerals.iter().filter(|n| n.why == Some(Why::Time));
    let opened = times.filter_map(|n| {
        let Sentence { block, ref words, .. } = text.sentences[n.sentence];
        let first = n.sentence.checked_sub(1).is_none_or(|at| text.sentences[at].block != block);
        (first && n.phrase.start == words.start).then_some(block)
    });
    let entries: Vec<usize> = opened.collect();
    if entries.len() < FEWEST { Vec::new() } else { entries }
}

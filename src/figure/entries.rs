//! The entries of a running report, each with the time of day before it.
//!
//! "17.10 Seventeen are now known to have died" is older than "20.15 The toll has gone up to 22", and no
//! error. Entries know the paragraphs that begin with a time, not what they tell.

use crate::lexicon::Grammar;
use crate::numeral::{Numeral, Why};
use crate::text::{Sentence, Text};

/// The fewest paragraphs with a time of day that make a running report.
const FEWEST: usize = 3;

/// The paragraph from which on a running report has entries, as its place in the document's list of blocks; none where
/// the text is no such report.
pub(super) fn first(text: &Text<'_>, numerals: &[Numeral]) -> Option<usize> {
    let times = numerals.iter().filter(|n| n.why == Some(Why::Time));
    let mut opened = times.filter_map(|n| {
        let Sentence { block, ref words, .. } = text.sentences[n.sentence];
        let first = n.sentence.checked_sub(1).is_none_or(|at| text.sentences[at].block != block);
        // "Saturday, 1pm: Search goes on", and below it what is known at that time
        let day = |at: usize| {
            text.tags(at).grammar.is(Grammar::WEEKDAY) || matches!(text.mark(at), "," | "(" | "[")
        };
        let opens = (words.start..n.phrase.start).all(day);
        (first && opens).then_some(block)
    });
    let first = opened.next()?;
    (opened.count() + 1 >= FEWEST).then_some(first)
}

//! Qualifiers around a number: "at least some 20", "20 or more", "20-odd".
//!
//! Several may stand together; the outermost that opens the number one way wins, and two that point
//! different ways are told apart as a clash. Qualifiers do not know what the number counts.

use std::ops::Range;

use crate::lexicon::{Grammar, QualifierWord, RangeWord};
use crate::quantity::{Bound, Qualifier};
use crate::text::{Shape, Text};

/// What stands around a number.
#[derive(Clone, Debug)]
pub(super) struct Qualified {
    /// The number with its qualifiers.
    pub(super) phrase: Range<usize>,
    /// What they make of it together.
    pub(super) qualifier: Qualifier,
    /// Whether two of them cannot both be meant.
    pub(super) clash: bool,
}

impl Qualified {
    /// Adds a qualifier before the others. The outermost that opens the number wins.
    fn add_before(&mut self, outer: Qualifier) {
        self.clash |= self.qualifier.clashes(outer);
        let pinned = outer == Qualifier::Exactly && self.qualifier != Qualifier::None;
        if is_weak(self.qualifier) && !pinned || !is_weak(outer) {
            self.qualifier = outer;
        }
    }

    /// Adds a qualifier after the number: it gives way to what opens the number before it.
    fn add_after(&mut self, outer: Qualifier) {
        self.clash |= self.qualifier.clashes(outer);
        if is_weak(self.qualifier) {
            self.qualifier = outer;
        }
    }
}

/// Whether a qualifier leaves the number open to both sides.
fn is_weak(qualifier: Qualifier) -> bool {
    matches!(qualifier.bound(), Bound::Exact | Bound::About)
}

/// The place of the word before a number, its qualifiers skipped; none at the start of a sentence.
pub(super) fn opener(text: &Text<'_>, start: usize, sentence: &Range<usize>) -> Option<usize> {
    let mut at = start;
    while at > sentence.start && word(text, at - 1).is_some_and(|w| w.before.is_some()) {
        at -= 1;
    }
    at.checked_sub(1).filter(|at| *at >= sentence.start)
}

/// Reads the qualifiers around a number.
pub(super) fn read(text: &Text<'_>, number: Range<usize>, sentence: &Range<usize>) -> Qualified {
    let mut read = Qualified { phrase: number.clone(), qualifier: Qualifier::None, clash: false };
    before(text, &mut read, sentence.start);
    after(text, &mut read, sentence.end);
    read
}

fn before(text: &Text<'_>, read: &mut Qualified, first: usize) {
    while read.phrase.start > first {
        let at = read.phrase.start - 1;
        if let Some(qualifier) = word(text, at).and_then(|word| word.before) {
            read.add_before(qualifier);
        } else if is_abbreviated(text, at, first) {
            read.phrase.start -= 1;
            continue;
        } else if !opens_range(text, at) {
            // "at least another 20": the word between stays in the phrase.
            let skips = text.tags(at).grammar.is(Grammar::BESIDES) && at > first;
            let outer = skips.then(|| word(text, at - 1).and_then(|word| word.before)).flatten();
            let Some(outer) = outer else { break };
            read.add_before(outer);
            read.phrase.start = at;
        }
        read.phrase.start -= 1;
    }
}

/// The stop of "approx. 20".
fn is_abbreviated(text: &Text<'_>, at: usize, first: usize) -> bool {
    let qualified = at > first && word(text, at - 1).is_some_and(|word| word.before.is_some());
    qualified && text.mark(at) == "." && text.words[at].glued
}

/// Whether a word opens a range; only the first word of a range can have one before it.
fn opens_range(text: &Text<'_>, at: usize) -> bool {
    let range = word(text, at).and_then(|word| word.range);
    matches!(range, Some(RangeWord::Between))
}

fn after(text: &Text<'_>, read: &mut Qualified, end: usize) {
    let hyphen = read.phrase.end + 1 < end && text.is_hyphen(read.phrase.end);
    let at = read.phrase.end + usize::from(hyphen);
    if let Some(qualifier) = after_word(text, at, end) {
        read.add_after(qualifier);
        read.phrase.end = at + 1;
    } else if !hyphen && is_noun(text, at, end) && text.str(at + 1).contains(' ') {
        // "20 people or more": the noun is not part of the phrase.
        after_word(text, at + 1, end).into_iter().for_each(|qualifier| read.add_after(qualifier));
    }
}

/// What the word at `at` means after a number, unless it belongs to a number after it: "12, at
/// least 5 of them".
fn after_word(text: &Text<'_>, at: usize, end: usize) -> Option<Qualifier> {
    let qualifier = word(text, at).filter(|_| at < end)?.after?;
    let next = at + 1;
    let numbered =
        next < end && (text.words[next].shape == Shape::Digits || text.tags(next).number.is_some());
    let apart = text.words[at].shape == Shape::Mark && !text.words[at].glued;
    (!numbered && !apart).then_some(qualifier)
}

fn is_noun(text: &Text<'_>, at: usize, end: usize) -> bool {
    at + 1 < end && text.words[at].shape == Shape::Lower && text.tags(at).number.is_none()
}

fn word(text: &Text<'_>, at: usize) -> Option<QualifierWord> {
    text.tags(at).qualifier
}

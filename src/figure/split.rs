//! Verbs whose object stands within them: "hacked eight villagers to death", "forced 300 people from
//! their homes".
//!
//! The tables have such a verb in one piece, "hacked to death". Which words are the object is the
//! outline's to say.

use std::ops::Range;

use super::phrase::ends_phrase;
use crate::lexicon::OutcomeWord;
use crate::text::Text;

/// The most words behind the object that belong to the verb.
const LONGEST: usize = 4;

/// What a verb and the words behind its object say together, and how many of these words belong to
/// it.
pub(super) fn whole(
    text: &Text<'_>,
    verb: usize,
    behind: Range<usize>,
) -> Option<(OutcomeWord, usize)> {
    let lexicon = text.lexicon;
    let number = |word: &str| lexicon.word(&word.to_lowercase());
    let first = number(text.str(verb));
    let words = behind.clone().take(LONGEST).map(|at| text.str(at));
    let (entry, taken) = lexicon
        .longest(std::iter::once(first).chain(words.flat_map(|word| word.split(' ')).map(number)));
    // A word of the text may be several of the tables.
    let mut left = taken.checked_sub(2)? + 1;
    let mut ends = behind.clone();
    let last = ends.find(|at| {
        let many = text.str(*at).split(' ').count();
        left = left.saturating_sub(many);
        left == 0
    })?;
    // "took 12 students to the hospital library"
    let whole = last + 1 >= behind.end || ends_phrase(text, last + 1);
    let outcome = lexicon.tags(entry).outcome.filter(|_| whole)?;
    Some((outcome, last + 1 - behind.start))
}

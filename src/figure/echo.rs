//! The words around a number, by which a sentence that stands twice is known.
//!
//! "Two men were wounded in a shooting on Oak Street on Monday" may stand under the photograph and again
//! in the text; if one of them says three, it is a slip. An echo is a fingerprint of the words beside
//! the number, of any spelling; it does not know what they mean.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::FxHasher;

use crate::text::{Shape, Text};

/// The most words before the number that are compared.
const BEFORE: usize = 6;

/// The most words behind it.
const BEHIND: usize = 14;

/// The fewest words that make two sentences one: the formulas of a roundup are shorter.
const FEWEST: usize = 9;

/// The fingerprint of the words of a sentence around a number; none where they are few.
pub(super) fn echo(text: &Text<'_>, sentence: &Range<usize>, number: &Range<usize>) -> Option<u64> {
    let mut hasher = FxHasher::default();
    let word = |at: &usize| text.words[*at].shape != Shape::Mark;
    let before = (sentence.start..number.start).rev().filter(word).take(BEFORE);
    let behind = (number.end..sentence.end).filter(word).take(BEHIND);
    let (mut words, mut hash) = (0, |at: usize| {
        text.str(at).bytes().for_each(|b| b.to_ascii_lowercase().hash(&mut hasher));
        b' '.hash(&mut hasher);
    });
    for at in before.chain(behind) {
        hash(at);
        words += 1;
    }
    (words >= FEWEST).then(|| hasher.finish())
}

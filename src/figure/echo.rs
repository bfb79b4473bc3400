//! The words around a number, by which a sentence that stands twice is known.
//!
//! "Two men were wounded in a shooting on Oak Street on Monday" may stand under the photograph and again
//! in the text; if one of them says three, it is a slip. "Shells killed 40 in the town of Selu on Friday, a
//! monitor said" tells the news of "At least 40 were killed by shells in the town of Selu". An echo is a
//! fingerprint of the words beside the number, of any spelling; it does not know what they mean.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::FxHasher;

use crate::text::{Shape, Text};

/// The most words before the number that are compared one by one.
const BEFORE: usize = 6;

/// The most words behind it.
const BEHIND: usize = 14;

/// The fewest words that make two sentences one, the formulas of a roundup being shorter, and two headings.
const FEWEST: [usize; 2] = [9, 6];

/// The most words before the number, and behind it, that are compared in any order.
const AROUND: [usize; 2] = [16, 22];

/// The fewest letters of a word that says what a sentence is about.
const LETTERS: usize = 4;

/// The letters by which two forms of a word are known as one: "shelling", "shelled".
const STEM: usize = 5;

/// The fewest words that two sentences of one piece of news have in common, and a headline with its news.
const SHARED: [usize; 2] = [6, 5];

/// The fewest of a sentence that stands twice, but for a word or two.
const REPEATED: usize = 8;

/// The words around a number.
#[derive(Clone, Debug, Default)]
pub struct Echo {
    /// A fingerprint of the words in their order.
    exact: u64,
    /// How many they are.
    many: usize,
    /// Fingerprints of the longer ones, sorted.
    words: Vec<u64>,
}

impl Echo {
    /// Reads the words of a sentence around a number.
    pub(super) fn read(text: &Text<'_>, sentence: &Range<usize>, number: &Range<usize>) -> Echo {
        let word = |at: &usize| text.words[*at].shape != Shape::Mark;
        let around = |before: usize, behind: usize| {
            let before = (sentence.start..number.start).rev().filter(word).take(before);
            before.chain((number.end..sentence.end).filter(word).take(behind))
        };
        let (mut words, mut hasher) = (0, FxHasher::default());
        for at in around(BEFORE, BEHIND) {
            hash(text.str(at), &mut hasher);
            words += 1;
        }
        let (exact, many) = (hasher.finish(), words);
        let long =
            |at: &usize| text.words[*at].shape != Shape::Digits && text.str(*at).len() >= LETTERS;
        let mut words: Vec<u64> =
            around(AROUND[0], AROUND[1]).filter(long).map(|at| stem(text.str(at))).collect();
        words.sort_unstable();
        words.dedup();
        Echo { exact, many, words }
    }

    /// The fingerprint of the very words, of a heading or of a sentence of the body; none where they are few.
    pub fn exact(&self, heading: bool) -> Option<u64> {
        (self.many >= FEWEST[usize::from(heading)]).then_some(self.exact)
    }

    /// Whether one of two sentences has hardly a word that the other has not.
    pub fn repeats(&self, other: &Echo) -> bool {
        let (shared, fewer) = self.shared(other);
        shared >= REPEATED && shared * 5 >= fewer * 4
    }

    /// Whether two sentences have so many words in common that one tells the other's news.
    pub fn retells(&self, other: &Echo) -> bool {
        let (shared, fewer) = self.shared(other);
        // Of a headline with few words most are said again.
        let most = shared >= SHARED[1] && shared * 4 >= fewer * 3;
        most || shared >= SHARED[0] && shared * 2 >= fewer
    }

    /// How many words two sentences have in common, and how many the shorter one has.
    fn shared(&self, other: &Echo) -> (usize, usize) {
        let shared = self.words.iter().filter(|w| other.words.binary_search(w).is_ok()).count();
        (shared, self.words.len().min(other.words.len()))
    }
}

/// The fingerprint of a word's first letters.
fn stem(word: &str) -> u64 {
    let end = word.char_indices().nth(STEM).map_or(word.len(), |(at, _)| at);
    let mut hasher = FxHasher::default();
    hash(&word[..end], &mut hasher);
    hasher.finish()
}

fn hash(word: &str, hasher: &mut FxHasher) {
    word.bytes().for_each(|b| b.to_ascii_lowercase().hash(hasher));
    b' '.hash(hasher);
}

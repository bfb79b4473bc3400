//! Captions of pictures, which are told of the main event.
//!
//! "Photo: Flowers in Rua Nova, where a balcony collapse left six dead" stands below the text, and tells of the
//! balcony that the text tells of. A year leads away from it: "Photo: the wreck of 2015".

use super::Tracker;
use crate::figure::movers::Mover;
use crate::lexicon::ScopeWord;
use crate::text::Shape;

/// How many words of a block may say that it is told of a picture.
const WORDS: usize = 3;

impl Tracker<'_, '_> {
    /// "Photo: Flowers where a balcony collapse left six dead": whether a block is told of a picture, and so of the
    /// main event.
    pub(super) fn is_caption(&self, block: usize) -> bool {
        let first = self.text.sentences.partition_point(|sentence| sentence.block < block);
        let Some(sentence) = self.text.sentences.get(first) else { return false };
        let mut words = sentence.words.clone().take(WORDS);
        let named = words.find(|at| self.text.tags(*at).scope.is(ScopeWord::CAPTION));
        named.is_some_and(|at| self.text.mark(at + 1) == ":")
    }

    /// Whether a mover leads to a year or a date.
    pub(super) fn names_year(&self, mover: &Mover) -> bool {
        mover.words.clone().any(|at| self.text.words[at].shape == Shape::Digits)
    }
}

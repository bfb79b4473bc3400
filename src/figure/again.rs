//! Bare numbers that give the count before them anew.
//!
//! "Police said 12 were killed; residents said 15" gives the killed twice, and so does "3,000 die every
//! day, which makes a million every year". It knows the words beside the number and the count before
//! it, not whether the two agree.

use std::ops::Range;

use super::phrase::{Head, Phrase};
use super::{Figure, rates};
use crate::lexicon::{Grammar, Outcome, SourceWord};
use crate::text::{Shape, Text};

/// How many words before "at 15" its "put" may stand.
const PUT: usize = 4;

/// A phrase and the sentence that it stands in.
pub(super) struct Again<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) phrase: &'a Phrase,
    /// The place of the sentence.
    pub(super) sentence: usize,
    /// The end of its words.
    pub(super) end: usize,
}

impl Again<'_> {
    /// Whether the phrase gives an earlier count by another account.
    pub(super) fn by_another(&self, told: &Figure) -> bool {
        let bare = self.phrase.is_bare() && !self.phrase.besides && !self.phrase.definite;
        let near = told.place.sentence + 1 >= self.sentence && told.is_stated();
        bare && near && told.outcome != Outcome::Affected && self.is_said()
    }

    /// Whether the phrase gives the rate of an earlier one over another time.
    pub(super) fn over_another_time(&self, told: &Figure) -> bool {
        let rate = |word| rates::after(self.text, self.sentence, word, self.end);
        let people = matches!(self.phrase.head, Head::People(_) | Head::Hidden);
        let rates = rate(told.place.word).zip(rate(self.phrase.words.start));
        people && rates.is_some_and(|(first, second)| first != second)
    }

    /// "residents said 15", "put it at 15", "15 according to residents": nothing else is said of the
    /// number in its clause.
    fn is_said(&self) -> bool {
        let words = &self.phrase.words;
        // "The holiday claimed 13 lives … in 2021 it claimed five" is no account.
        let verb = |at| self.is(at, SourceWord::SAYS) && !self.is(at, SourceWord::CLAIMS);
        let says = words.start.checked_sub(1).is_some_and(verb);
        let according = self.is(words.end, SourceWord::ACCORDING);
        according || ((says || self.is_put(words)) && self.ends(words.end))
    }

    /// "put it at 15"
    fn is_put(&self, words: &Range<usize>) -> bool {
        let Some(at) = words.start.checked_sub(1) else { return false };
        let joined = self.text.tags(at).grammar.is(Grammar::PREPOSITION);
        let mut before = words.start.saturating_sub(PUT)..at;
        // "put its dead at 15" says itself who is counted.
        let own = before.clone().any(|at| self.text.tags(at).outcome.is_some());
        joined && !own && before.any(|at| self.is(at, SourceWord::PUTS))
    }

    /// Whether the clause ends here.
    fn ends(&self, at: usize) -> bool {
        at >= self.end
            || self.text.words[at].shape == Shape::Mark
            || self.text.tags(at).grammar.is(Grammar::AND)
            || self.is(at, SourceWord::TURN)
    }

    fn is(&self, at: usize, class: SourceWord) -> bool {
        at < self.end && self.text.tags(at).source.is(class)
    }
}

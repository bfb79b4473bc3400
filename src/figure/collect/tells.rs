//! Whether a sentence may tell of anybody, which is asked of every sentence with a number.
//!
//! "A launch with 74 people on it", "those 32 recruits": a word for what befell people, a count right before, or an
//! article that points back. What it tells is read elsewhere.

use super::InSentence;
use crate::figure::evidence::may_count;
use crate::figure::tied::Draft;
use crate::lexicon::{Grammar, OutcomeForm};
use crate::numeral::Numeral;
use crate::text::Vocabulary;

/// How many words behind a number "it" may stand, on which so many people were.
const ABOARD: usize = 4;

impl InSentence<'_> {
    /// Whether the sentence may hold a figure: a count of people and what became of them, a count that
    /// goes on with the sentence before, or a verb that makes a victim of somebody without a number.
    pub(super) fn may_tell(&self, drafts: &[Draft]) -> bool {
        let Vocabulary { outcome, grammar, crew, .. } = self.sentence.vocabulary;
        let parted = grammar.is(Grammar::PARTED);
        if !self.numerals.iter().any(may_count) {
            let suffered = grammar.is(Grammar::SUFFER) && outcome.is_some();
            return parted || suffered || outcome.is(OutcomeForm::VERBS);
        }
        let reach = 1 + usize::from(self.is_below_colon());
        let near = |d: &Draft| d.figure.place.sentence + reach >= self.index;
        let aboard = grammar.is(Grammar::IT) && self.numerals.iter().any(|n| self.is_on_it(n));
        let told = outcome.is_some() || crew || aboard || grammar.is(Grammar::WRECKED);
        parted || told || drafts.last().is_some_and(near) || self.may_recall(drafts)
    }

    /// Whether what stands before the sentence ends with a colon.
    pub(super) fn is_below_colon(&self) -> bool {
        let last = self.sentence.words.start.checked_sub(1);
        last.is_some_and(|at| self.text.mark(at) == ":")
    }

    /// "a launch with 74 people on it"
    fn is_on_it(&self, numeral: &Numeral) -> bool {
        let is = |at: usize, class| self.text.tags(at).grammar.is(class);
        let near = numeral.phrase.end..self.sentence.words.end.min(numeral.phrase.end + ABOARD);
        let with = numeral.phrase.start.checked_sub(1);
        with.is_some_and(|at| is(at, Grammar::PREPOSITION))
            && near.into_iter().any(|at| is(at, Grammar::IT) && is(at - 1, Grammar::PREPOSITION))
    }

    /// "those 32 recruits": whether a number may point back to people who were counted before.
    fn may_recall(&self, drafts: &[Draft]) -> bool {
        let definite = |n: &Numeral| {
            let before =
                n.phrase.start.checked_sub(1).filter(|at| self.sentence.words.contains(at));
            may_count(n)
                && before.is_some_and(|at| self.text.tags(at).grammar.is(Grammar::DEFINITE))
        };
        !drafts.is_empty() && self.numerals.iter().any(definite)
    }
}

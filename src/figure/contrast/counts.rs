//! The counts that a contrast may speak of, around the words that state it.
//!
//! "253, almost 100 fewer than the toll of 359" has 253 before the difference and 359 behind "than";
//! the counts of "twice as many" may stand in the next sentence, "66 reports, against 45". They are
//! known by their places and outcomes, not by how many they count.

use rust_decimal::Decimal;

use super::{Here, NEAR, REACH, Term, counts, names_things};
use crate::lexicon::{ContrastWord, Grammar, ScopeWord, SourceWord};
use crate::numeral::Numeral;
use crate::text::{Shape, Text};

/// How many digits a year has.
const YEAR: usize = 4;

impl Here<'_> {
    /// The count that follows a word in its clause.
    pub(super) fn after(&self, word: usize) -> Option<&Numeral> {
        // "31 per cent over 2023, when there were 293"
        let year = |n: &Numeral| {
            let at = n.words.start;
            let alone =
                n.words.len() == 1 && self.text.str(at).len() == YEAR && self.is_mark(at + 1);
            alone && self.text.words[at].shape == Shape::Digits
        };
        // "than in the last one"
        let pronoun = |n: &Numeral| {
            let at = n.words.start;
            let led = at.checked_sub(1).map(|at| self.text.tags(at)).is_some_and(|before| {
                let last = before.scope.is(ScopeWord::LAST.or(ScopeWord::THIS));
                last || before.grammar.is(Grammar::DEFINITE)
            });
            led && n.words.len() == 1 && n.quantity.nominal == Some(Decimal::ONE)
        };
        let number = |n: &&Numeral| n.words.start > word && counts(n) && !year(n) && !pronoun(n);
        let next = self.numbers(self.sentence).find(number)?;
        let near = next.words.start <= word + REACH;
        // "than last summer, when 48 drowned"
        let when = Grammar::SUBORDINATOR.or(Grammar::RELATIVE);
        let mark = |at| self.is_mark(at) && !self.text.tags(at + 1).grammar.is(when);
        // "up by 157 over the previous year while 5,039 were killed in the north"
        let turns = |at| {
            let tags = self.text.tags(at);
            tags.source.is(SourceWord::TURN) && !tags.scope.is(ScopeWord::BEFORE)
        };
        // "seven more than a week ago and well above the 29 of last year"
        let joined = |at| self.text.tags(at).grammar.is(Grammar::AND);
        let ends = (word..next.words.start).any(|at| mark(at) || turns(at) || joined(at));
        // "three more than the official count, because three of the wounded had died"
        let marked = (word..next.words.start).any(|at| self.is_mark(at));
        let some = marked && self.text.tags(next.words.end).grammar.is(Grammar::OF);
        (near && !ends && !some).then_some(next)
    }

    /// The counts before a difference in its sentence, or, if there are none, in the one before.
    pub(super) fn before(&self, start: usize, base: &Numeral) -> Vec<Term> {
        let outcome = self.figure(base).map(|id| self.figures[id].outcome);
        let alike = |n: &Numeral| {
            let own = self.figure(n).map(|id| self.figures[id].outcome);
            outcome.is_none()
                || own == outcome
                || own.is_none() && !names_things(self.text, n.phrase.end)
        };
        let of = |sentence: usize| -> Vec<Term> {
            let mut found: Vec<&Numeral> = self.numbers(sentence).collect();
            found.retain(|n| counts(n) && n.span.end <= start && alike(n) && !self.is_change(n));
            found.iter().rev().map(|n| self.term(n, n.phrase.clone())).collect()
        };
        let own = of(self.sentence);
        match self.sentence.checked_sub(1) {
            Some(last) if own.is_empty() && self.follows(last) && self.points_back(start) => {
                of(last)
            }
            _ => own,
        }
    }

    /// "The toll was up 10, while the missing fell by six from 27": whether a number is a difference itself.
    fn is_change(&self, number: &Numeral) -> bool {
        let last = number.phrase.start.checked_sub(1);
        last.is_some_and(|at| self.is(at, ContrastWord::UP.or(ContrastWord::DOWN)))
    }

    /// Whether a difference is said of the sentence before: "that is 12 more than".
    pub(super) fn points_back(&self, start: usize) -> bool {
        let words = self.text.sentences[self.sentence].words.clone();
        let before = words.take_while(|at| self.text.words[*at].span.start < start);
        let (mut many, mut be) = (0, false);
        for at in before {
            many += 1;
            be |= self.text.tags(at).grammar.is(Grammar::BE);
        }
        be && many <= NEAR + 1
    }

    /// "This is a fifth fewer than in May, when 38 were killed and 83 injured": whether the number behind a base counts those
    /// to whom something else happened, so that both together may be meant.
    pub(super) fn is_one_of_two(&self, base: &Numeral) -> bool {
        let outcome = |n: &Numeral| self.figure(n).map(|id| self.figures[id].outcome);
        let next = self.numbers(self.sentence).find(|n| n.words.start > base.words.end);
        let near = next.filter(|n| n.words.start <= base.words.end + 2 * NEAR);
        near.and_then(outcome).is_some_and(|other| outcome(base).is_some_and(|own| own != other))
    }

    /// Whether the sentence goes on in the block of another.
    fn follows(&self, last: usize) -> bool {
        self.text.sentences[last].block == self.text.sentences[self.sentence].block
    }

    /// "66 reports, against 45": two counts that a sentence sets against each other.
    pub(super) fn pair(&self, sentence: usize, from: usize) -> Option<(&Numeral, &Numeral)> {
        let block = self.text.sentences.get(sentence)?.block;
        if block != self.text.sentences[self.sentence].block {
            return None;
        }
        let numbers: Vec<&Numeral> =
            self.numbers(sentence).filter(|n| counts(n) && n.words.start > from).collect();
        let pairs = numbers.windows(2).map(|pair| (pair[0], pair[1]));
        let mut against = pairs.filter(|(a, b)| {
            let near = |words: usize| b.phrase.start.saturating_sub(words).max(a.words.end);
            // "66 reports of this sort of crime, against 45"
            let beside = self.first(near(1)..b.phrase.start, ContrastWord::AGAINST);
            let between = near(2 * NEAR)..b.phrase.start;
            beside.or_else(|| self.first(between, ContrastWord::AGAINST)).is_some()
        });
        against.next()
    }
}

/// Whether a numeral follows a word of a class: "from 12".
pub(super) fn opener(text: &Text<'_>, numeral: &Numeral, class: Grammar) -> bool {
    numeral.phrase.start.checked_sub(1).is_some_and(|at| text.tags(at).grammar.is(class))
}

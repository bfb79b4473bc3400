//! The ways to say whose account something is: "said", "according to", "was quoted as saying".
//!
//! Each finds the speaker of one word of a sentence. They do not know which words are covered.

use super::attribution::Finder;
use super::speaker::{self, Speaker};
use super::{has_capital, is_number, stretch};
use crate::lexicon::{Grammar, OutcomeForm, SourceWord};
use crate::text::Shape;

/// How many words a count may stand away from "put".
const REACH: usize = 14;

/// How many words behind "recorded" its number begins at most.
const NEAR: usize = 4;

impl Finder<'_, '_> {
    /// "according to the army"
    pub(super) fn according(&mut self, at: usize) {
        // "the mayor was quoted by the agency as saying"
        if let Some(saying) = self.as_saying(at)
            && self.was_quoted(at, saying)
        {
            return;
        }
        let Some((speaker, end)) = speaker::after(self.text, at + 1, self.words.end) else {
            return;
        };
        let first = at == self.words.start;
        let after = first || self.goes_on(end);
        self.push(at..end, speaker, !first, after);
    }

    /// "adding that"
    pub(super) fn adding(&mut self, at: usize) {
        if self.claims_lives(at) {
            return;
        }
        if let Some((speaker, first)) = speaker::before(self.text, self.words.start, at)
            && self.can_speak(at)
            && !(self.has_any() && self.are_counted(first))
        {
            return self.push(first..at + 1, speaker, false, true);
        }
        if self.has_any() {
            return self.push(at..at + 1, Speaker::Same, false, true);
        }
        let subject = speaker::after(self.text, self.words.start, at);
        if let Some((speaker @ Speaker::Named { .. }, end)) = subject
            && self.can_speak(end)
        {
            let before = (end..at).take(REACH).any(|w| self.owns_toll(w));
            self.push(at..at + 1, speaker, before, true);
        }
    }

    /// "A mayor said a bomb killed 36 people adding that": whether a number stands before those who seem to speak.
    fn are_counted(&self, first: usize) -> bool {
        first.checked_sub(1).is_some_and(|at| self.text.is_of_number(at))
    }

    /// "The Front claimed responsibility. It said that": who is spoken of, and says nothing yet.
    pub(super) fn owns(&mut self, at: usize) {
        if let Some((speaker, first)) = speaker::before(self.text, self.words.start, at) {
            self.push(first..at + 1, speaker, false, false);
        }
    }

    /// "with the envoy putting the toll at 12"
    pub(super) fn putting(&mut self, at: usize) {
        if let Some((speaker, first)) = speaker::before(self.text, self.words.start, at)
            && self.can_speak(at)
        {
            self.push(first..at + 1, speaker, false, true);
        }
    }

    /// "its earlier toll": the speaker's own.
    fn owns_toll(&self, at: usize) -> bool {
        let is_toll = |w: usize| {
            let toll = self.text.tags(w).outcome.is_some_and(|o| o.form.is(OutcomeForm::TOLL));
            toll || self.is(w, SourceWord::COUNTS)
        };
        self.grammar(at).is(Grammar::POSSESSIVE) && (at + 1..at + 4).any(is_toll)
    }

    /// Whether the noun phrase behind a word is somebody who speaks, not "the evening".
    fn speaks_behind(&self, at: usize) -> bool {
        let found = speaker::after(self.text, at, self.words.end);
        found.is_some_and(|(_, end)| self.can_speak(end) || has_capital(self.text, end - 1))
    }

    /// Whether the noun phrase that ends before `end` can speak.
    fn can_speak(&self, end: usize) -> bool {
        let record = SourceWord::RECORD.or(SourceWord::COUNTS);
        end > self.words.start
            && (stretch::can_speak(self.text, end - 1) || self.is(end - 1, record))
    }

    /// "quoted the mayor as saying", "the mayor was quoted as saying"; whether it is one of them.
    pub(super) fn quoted(&mut self, at: usize) -> bool {
        let Some(saying) = self.as_saying(at) else { return false };
        if !self.was_quoted(at, saying)
            && let Some((speaker, _)) = speaker::after(self.text, at + 1, saying)
        {
            // "… 12 died," the agency quoted the mayor as saying.
            let last = saying + 2 >= self.words.end;
            self.push(at..saying + 1, speaker, last, !last);
        }
        true
    }

    /// The "saying" of "as saying" behind a word.
    fn as_saying(&self, at: usize) -> Option<usize> {
        let limit = self.words.end.min(at + REACH);
        let mut saying = (at + 1..limit).filter(|w| self.is(*w, SourceWord::ADDING));
        saying.find(|w| self.is(*w - 1, SourceWord::TURN))
    }

    /// "the mayor was quoted … as saying"; whether it is one.
    fn was_quoted(&mut self, at: usize, saying: usize) -> bool {
        let quoted = at > self.words.start && self.grammar(at - 1).is(Grammar::BE);
        let found = quoted.then(|| speaker::before(self.text, self.words.start, at - 1));
        if let Some(Some((speaker, first))) = found {
            self.place(first..saying + 1, speaker);
        }
        quoted
    }

    /// "police said", "said the police", "was reported by the police"
    pub(super) fn says(&mut self, at: usize) {
        if self.is_noun(at) && self.is(at, SourceWord::COUNTS) {
            return self.counts(at);
        }
        if self.is_noun(at) || self.is_name(at) || self.claims_lives(at) {
            return;
        }
        if self.grammar(at + 1).is(Grammar::BY) && self.speaks_behind(at + 2) {
            if !self.is(at, SourceWord::CLAIMS) {
                self.inverted(at, at + 2);
            }
            return;
        }
        if self.is_passive(at) {
            return;
        }
        if self.is_inverted(at) {
            return self.inverted(at, at + 1);
        }
        match speaker::before(self.text, self.words.start, at) {
            Some((speaker, first)) => self.place(first..at + 1, speaker),
            None if self.is_second_verb(at) => {}
            None if !self.is(at, SourceWord::ADDRESSED) => self.inverted(at, at + 1),
            None => {}
        }
    }

    /// "The group claimed the attack and said that 12 died": whether a verb goes on with the subject of its sentence.
    fn is_second_verb(&mut self, at: usize) -> bool {
        let joined = at > self.words.start + 1 && self.grammar(at - 1).is(Grammar::AND);
        let subject = speaker::after(self.text, self.words.start, at).filter(|_| joined);
        let Some((speaker @ Speaker::Named { .. }, end)) = subject else { return false };
        let clause = Grammar::RELATIVE.or(Grammar::SUBORDINATOR);
        let other = (end..at - 1).any(|w| self.grammar(w).is(clause));
        let known = self.can_speak(end) || has_capital(self.text, end - 1);
        let speaks = end + 1 < at && known && !other;
        if speaks {
            self.push(at..at + 1, speaker, false, true);
        }
        speaks
    }

    /// "claimed 12 lives", "claimed the attack"
    fn claims_lives(&self, at: usize) -> bool {
        let mut words = at + 1..self.words.end.min(at + REACH);
        let next = self.grammar(at + 1);
        let object = next.is(Grammar::DEFINITE) && !next.is(Grammar::RELATIVE);
        self.is(at, SourceWord::CLAIMS) && (object || words.any(|w| self.is(w, SourceWord::LIVES)))
    }

    /// Whether a word that can be a verb of saying is a noun: "the report", "reports said", "the
    /// army's estimate".
    fn is_noun(&self, at: usize) -> bool {
        let noun = self.is(at, SourceWord::RECORD.or(SourceWord::COUNTS));
        let before = at > self.words.start
            && (self.grammar(at - 1).is(Grammar::DETERMINER)
                || stretch::is_genitive(self.text, at - 1));
        let next = self.grammar(at + 1).is(Grammar::OF.or(Grammar::BY).or(Grammar::ORIGIN));
        noun && (before || next || self.is(at + 1, SourceWord::SAYS))
    }

    /// "Weekly Report": part of a name, unless every word of the headline has a capital.
    fn is_name(&self, at: usize) -> bool {
        let title = self.text.words[at].shape == Shape::Title;
        title && !self.headline && at > self.words.start
    }

    /// "was reported", "to say", "could not confirm"
    fn is_passive(&self, at: usize) -> bool {
        let mut before = at;
        while before > self.words.start && self.grammar(before - 1).is(Grammar::ADVERB) {
            before -= 1;
        }
        let Some(before) = before.checked_sub(1).filter(|w| *w >= self.words.start) else {
            return false;
        };
        let none = Grammar::BE.or(Grammar::MODAL).or(Grammar::NEGATION).or(Grammar::PREPOSITION);
        self.grammar(before).is(none) && !self.is(before, SourceWord::SPEAKER)
    }

    /// The speaker behind the verb.
    fn inverted(&mut self, at: usize, start: usize) {
        let quoted = at > self.words.start && self.text.words[at - 1].shape == Shape::Mark;
        let certain = quoted || start > at + 1;
        if let Some((speaker, end)) = speaker::after(self.text, start, self.words.end)
            && (certain || self.needs_no_comma(start..end))
        {
            let after = self.goes_on(end);
            self.push(at..end, speaker, true, after);
        }
    }

    /// "12 died in the raids said the source adding that …": whether the one who speaks stands behind the verb
    /// and nothing is said there, although no comma shows it.
    fn is_inverted(&self, at: usize) -> bool {
        let told = !self.is(at, SourceWord::ADDRESSED) && at > self.words.start;
        let found = speaker::after(self.text, at + 1, self.words.end).filter(|_| told);
        found.is_some_and(|(_, end)| self.needs_no_comma(at + 1..end))
    }

    /// Whether a speaker behind the verb is known for one although no comma shows it.
    fn needs_no_comma(&self, words: std::ops::Range<usize>) -> bool {
        self.is_office(words.clone()) || self.is_last(words)
    }

    /// "of President Rahim Alani said Talal Baraz.": whether nothing but a name ends the sentence.
    fn is_last(&self, words: std::ops::Range<usize>) -> bool {
        // "al-Baraz" is three words.
        let capitals = stretch::capitals(self.text, &words);
        let named = capitals > 1 && !words.clone().any(|w| self.is_small(w));
        named && words.end + 1 == self.words.end && self.text.mark(words.end) == "."
    }

    /// Whether a word is neither a capital one nor joined to one by a hyphen.
    fn is_small(&self, at: usize) -> bool {
        let joined = self.text.is_hyphen(at) || self.text.is_hyphen(at + 1);
        !joined && !has_capital(self.text, at)
    }

    /// "12 died said clinic head Ana Ruiz": an office and a name speak without a comma too, and so does
    /// "the source".
    fn is_office(&self, words: std::ops::Range<usize>) -> bool {
        let office = words.clone().any(|at| self.is(at, SourceWord::SPEAKER.or(SourceWord::BODY)));
        let ends = self.ends_clause(words.end) || self.is(words.end, SourceWord::ADDING);
        let named = stretch::capitals(self.text, &words) >= 2;
        let definite = self.grammar(words.start).is(Grammar::DEFINITE);
        office && ends && (named || definite)
    }

    /// Whether nothing is said behind a speaker: the sentence ends there, or goes on about who it is, or
    /// with the day.
    fn ends_clause(&self, at: usize) -> bool {
        let day = at + usize::from(self.grammar(at).is(Grammar::PREPOSITION));
        at >= self.words.end.saturating_sub(1)
            || self.text.mark(at) == "("
            || self.grammar(at).is(Grammar::ARTICLE.or(Grammar::RELATIVE))
            || self.grammar(day).is(Grammar::WEEKDAY)
    }

    /// "put the toll at 12", "put the number of rebels killed at 12", "gave its dead as 12"
    pub(super) fn puts_count(&self, at: usize) -> bool {
        let words = at + 1..self.words.end.min(at + REACH);
        let outcome = |w: usize| self.text.tags(w).outcome;
        let toll = |w: usize| {
            let toll = outcome(w).is_some_and(|o| o.form.is(OutcomeForm::TOLL));
            toll || self.is(w, SourceWord::COUNTS)
        };
        let told = words.clone().find(|w| toll(*w) || outcome(*w).is_some());
        let Some(told) = told else { return false };
        let mut numbers = (told + 1..words.end).filter(|w| is_number(self.text, *w));
        let number = numbers.next();
        // "at more than 2,000"
        let at = |w: usize| {
            let qualifies = |at: &usize| self.text.tags(*at).qualifier.is_some();
            let before = (told + 1..w).rev().find(|at| !qualifies(at));
            before.is_some_and(|at| self.grammar(at).is(Grammar::PREPOSITION))
        };
        number.is_some_and(|w| toll(told) || at(w))
    }

    /// "the deaths of six soldiers raised the toll", "the discovery of more bodies put it at": whether what does so is
    /// something that happened, and nobody who speaks.
    pub(super) fn is_event(&self, at: usize) -> bool {
        let counted = OutcomeForm::ACT.or(OutcomeForm::COUNTED);
        let of = |w: usize| self.grammar(w).is(Grammar::OF);
        (self.words.start..at).any(|w| {
            let told = self.text.tags(w).outcome.is_some_and(|o| o.form.is(counted));
            told && (of(w + 1) || (w.saturating_sub(3).max(self.words.start)..w).any(of))
        })
    }

    /// "recorded at least 12 deaths"
    pub(super) fn counts_next(&self, at: usize) -> bool {
        let mut near = at + 1..self.words.end.min(at + NEAR);
        near.any(|w| is_number(self.text, w))
    }

    /// "by the army's count"
    pub(super) fn counts(&mut self, at: usize) {
        let end =
            (self.words.start..at).rev().take(3).find(|w| matches!(self.text.str(*w), "'s" | "’s"));
        let Some(end) = end else { return };
        if let Some((speaker, first)) = speaker::before(self.text, self.words.start, end)
            && (stretch::can_speak(self.text, end - 1) || has_capital(self.text, end - 1))
        {
            self.push(first..at + 1, speaker, true, true);
        }
    }

    /// "citing the army", where nobody else is named.
    pub(super) fn cited(&mut self) {
        let Some(at) = self.words.clone().find(|at| self.is(*at, SourceWord::CITING)) else {
            return;
        };
        if let Some((speaker, end)) = speaker::after(self.text, at + 1, self.words.end) {
            let first = at == self.words.start;
            self.push(at..end, speaker, !first, first);
        }
    }
}

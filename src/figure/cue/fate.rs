//! How the outcome of a figure is told: feared, at once, later, or with another outcome.
//!
//! "38 feared dead", "six were killed at once", "two later died", "12 were killed or injured".

use super::Around;
use crate::figure::object::skip_adverbs;
use crate::figure::of_them;
use crate::figure::outline::{Item, Kind};
use crate::figure::phrase::{Head, Partitive, Phrase};
use crate::lexicon::{Grammar, Outcome, OutcomeForm, OutcomeWord};

impl Around<'_> {
    /// "38 feared dead", "38 people are presumed dead", "police feared that 38 had died"
    pub(super) fn is_feared(&self) -> bool {
        let mut before = self.before().skip_while(|i| i.kind == Kind::Adverb);
        let that = before.next().is_some_and(|i| i.kind == Kind::Relative);
        if that && before.next().is_some_and(|i| self.grammar(i).is(Grammar::FEARED)) {
            return true;
        }
        let behind = self.outline.items[self.item + 1..].iter().take(3);
        let mut verb = behind.skip_while(|i| matches!(i.kind, Kind::Be | Kind::Adverb));
        verb.next().is_some_and(|i| self.grammar(i).is(Grammar::FEARED))
    }

    /// "90 casualties, killed and wounded together", "including dead or wounded"
    pub(super) fn is_of_dead_and_hurt(&self) -> bool {
        let casualties = |word: OutcomeWord| {
            word.outcome == Outcome::Casualties && !word.form.is(OutcomeForm::WEAK)
        };
        let named = matches!(self.phrase.head, Head::Outcome(word) if casualties(word));
        let opens = |i: &&Item| matches!(i.kind, Kind::Comma | Kind::Including | Kind::Open);
        let mut next = self.outline.items[self.item + 1..].iter().skip_while(opens);
        named
            && next.next().is_some_and(|i| matches!(i.kind, Kind::Anchor(word) if casualties(word)))
    }

    /// "194 people were killed or injured"
    pub(super) fn is_dead_or_hurt(&self, anchor: Option<usize>) -> bool {
        let kind = |at: usize| self.outline.kind(at);
        let Some(verb) = anchor.filter(|_| self.outcome == Some(Outcome::Casualties)) else {
            return false;
        };
        let hurt = |at: usize| matches!(kind(at), Kind::Anchor(w) if w.outcome == Outcome::Injured);
        let next = skip_adverbs(self.outline, verb + 2);
        let joined = kind(verb + 1) == Kind::And && hurt(next);
        // "left 45 people dead or injured"
        if verb == self.item && joined {
            return true;
        }
        let Kind::Anchor(word) = kind(verb) else { return false };
        let joined = word.outcome == Outcome::Killed && joined;
        joined || word.form.is(OutcomeForm::BOTH)
    }

    /// "had been accused of 10 murders", not "of an attack in which 10 died"
    pub(super) fn is_alleged(&self) -> bool {
        let known = |i: &&Item| matches!(i.kind, Kind::Relative | Kind::Determiner);
        self.before().take_while(|i| !known(i)).any(|i| self.grammar(i).is(Grammar::ACCUSED))
    }

    /// "six were killed at once": others may have died later.
    pub(super) fn is_at_once(&self, anchor: Option<usize>) -> bool {
        let verb = anchor.map_or(self.item, |at| at.max(self.item));
        let behind = self.outline.items[verb + 1..].iter();
        let mut clause = behind.take_while(|i| !matches!(i.kind, Kind::Stop | Kind::Count(_)));
        clause.any(|i| self.grammar(i).is(Grammar::AT_ONCE))
    }

    /// "two later died", "two died later", "two died in hospital", "two died of their wounds"
    pub(super) fn is_later(&self, anchor: Option<usize>) -> bool {
        let Some(verb) = anchor.filter(|at| *at > self.item) else { return false };
        let is = |at: usize| {
            self.outline.items.get(at).is_some_and(|i| self.grammar(i).is(Grammar::AFTERWARDS))
        };
        let hurt = |at: usize| matches!(self.outline.kind(at), Kind::Anchor(word) if word.outcome == Outcome::Injured);
        let wounds = self.outline.kind(verb + 1) == Kind::Of && (hurt(verb + 2) || hurt(verb + 3));
        let told = is(verb - 1)
            || is(verb + 1)
            || of_them::is_in_hospital(self.outline, verb + 1)
            || wounds;
        self.outcome == Some(Outcome::Killed) && told
    }

    /// "were shot", not "killed or wounded"
    pub(super) fn are_struck(&self, anchor: Option<usize>) -> bool {
        let verb = OutcomeForm::PARTICIPLE.or(OutcomeForm::GERUND).or(OutcomeForm::PRESENT);
        let struck = |word: OutcomeWord| {
            let casualties = word.outcome == Outcome::Casualties && word.form.is(verb);
            casualties && !word.form.is(OutcomeForm::BOTH)
        };
        anchor.is_some_and(|at| matches!(self.outline.kind(at), Kind::Anchor(word) if struck(word)))
    }

    /// "seriously wounded", "in a critical condition", not "wounded": others may be less badly hurt
    pub(super) fn are_graded(&self, anchor: Option<usize>) -> bool {
        let Some(verb) = anchor else { return false };
        let severe = |at: usize| self.outline.kind(at) == Kind::Severity;
        // The lexicon takes "seriously wounded" for one word, printed as two.
        let hurt = |i: &Item| matches!(i.kind, Kind::Anchor(w) if w.outcome == Outcome::Injured);
        let several = |i: &Item| hurt(i) && self.text.str(i.words.start).contains(' ');
        let item = self.outline.items.get(verb);
        item.is_some_and(several) || severe(verb + 1) || verb.checked_sub(1).is_some_and(severe)
    }

    /// ", killing five"
    pub(super) fn is_result(&self, anchor: Option<usize>) -> bool {
        let Some(verb) = anchor.filter(|at| *at < self.item) else { return false };
        let kind = |at: usize| self.outline.kind(at);
        let gerund = matches!(kind(verb), Kind::Anchor(word) if word.form.is(OutcomeForm::GERUND));
        let opens = verb.checked_sub(1).map(kind);
        gerund && matches!(opens, Some(Kind::Comma | Kind::Colon))
    }

    /// "94 of the rescued", "18 of the rescued were from the north and 15 from the coast"
    pub(super) fn are_of_the_saved(&self, anchor: Option<usize>) -> bool {
        let saved = |phrase: &Phrase| {
            matches!(phrase.partitive, Some(Partitive::Outcome(word))
                if word.form.is(OutcomeForm::ALIVE) && word.outcome == Outcome::Affected)
        };
        let first = anchor.map(|at| self.outline.kind(at));
        saved(self.phrase)
            || matches!(first, Some(Kind::Count(first)) if saved(&self.outline.phrases[first]))
    }

    /// "all six of the wounded were taken to hospital", "the six wounded men": no more and no fewer than were hurt
    pub(super) fn are_all_hurt(&self) -> bool {
        let modifier = self.phrase.modifier.map(|word| word.outcome);
        let hurt = modifier == Some(Outcome::Injured)
            || matches!(self.phrase.partitive, Some(Partitive::Outcome(word))
                if word.outcome == Outcome::Injured);
        hurt && self.phrase.definite
    }
}

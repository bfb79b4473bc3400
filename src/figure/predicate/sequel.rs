//! What words behind the first predicate add to it or say in its stead.
//!
//! "were shot and later died" tells of the dead, "had been wounded or were still missing" of both
//! together, "were dragged from their homes and shot dead" of what the second verb says. A sequel
//! is read from the item that the walk has reached; it does not know whose predicate that is.

use super::Right;
use crate::figure::object::{skip_adverbs, takes_object};
use crate::figure::outline::Kind;
use crate::lexicon::{Outcome, OutcomeForm, OutcomeWord};

/// How many items behind "shot" may say what came of it.
const REFINES: usize = 14;

impl Right<'_> {
    /// "A woman who was badly hurt died later": the death told behind the relative clause.
    pub(super) fn main_verb(&mut self) -> Option<(usize, Outcome)> {
        let (clause, outcome) = self.anchor()?;
        let plain = |at: &usize| matches!(self.outline.kind(*at), Kind::Adverb | Kind::Comma);
        let verb = (clause + 1..).find(|at| !plain(at))?;
        match self.outline.kind(verb) {
            Kind::Anchor(word) if outcome != Outcome::Killed && self.died(verb) => {
                Some((verb, word.outcome))
            }
            _ if outcome == Outcome::Injured => self.died_behind(clause),
            _ => None,
        }
    }

    /// "A student who suffered burns in last month's fire died in a clinic": the death told behind what they suffered.
    pub(super) fn died_behind(&self, hurt: usize) -> Option<(usize, Outcome)> {
        let ends = |at: &usize| {
            let kind = self.outline.kind(*at);
            let clause = matches!(kind, Kind::Comma | Kind::Relative | Kind::Subordinator);
            clause || matches!(kind, Kind::Stop | Kind::Be | Kind::Have | Kind::Verb)
        };
        let mut clause = (hurt + 1..self.outline.items.len()).take_while(|at| !ends(at));
        let verb = clause.find(|at| self.told_at(*at) == Some(Outcome::Killed))?;
        self.died(verb).then_some((verb, Outcome::Killed))
    }

    /// "had been wounded or were still missing": counted together.
    pub(super) fn joined(&self, mut outcome: Outcome) -> Outcome {
        let mut last = self.at;
        while matches!(self.outline.kind(last + 1), Kind::And | Kind::Comma) {
            let comma = self.outline.kind(last + 1) == Kind::Comma;
            let mut at = last + 2;
            while matches!(self.outline.kind(at), Kind::Be | Kind::Adverb | Kind::Link) {
                at += 1;
            }
            // "are missing and feared drowned" are all missing.
            let feared = outcome == Outcome::Missing && self.outline.kind(at - 1) == Kind::Link;
            match self.outline.kind(at) {
                Kind::Anchor(_) if feared => break,
                Kind::Anchor(other)
                    if !takes_object(self.outline, at) && (!comma || at == last + 2) =>
                {
                    outcome = outcome.together(other.outcome);
                    last = at;
                }
                _ => break,
            }
        }
        outcome
    }

    /// "were shot and later died", "was shot in the leg and is in stable condition", "was taken to
    /// hospital, where she died": a later predicate says what the first leaves open.
    pub(super) fn refined(&self, first: OutcomeWord) -> Option<Outcome> {
        let form = first.form;
        // "Two people with gunshot wounds died at the scene"
        let next = skip_adverbs(self.outline, self.at + 1);
        let behind = form.is(OutcomeForm::STATE) && first.outcome == Outcome::Injured;
        if behind && self.told_at(next) == Some(Outcome::Killed) {
            return Some(Outcome::Killed);
        }
        let open = form.is(OutcomeForm::PARTICIPLE) && form.is(OutcomeForm::WEAK);
        let open = open && first.outcome == Outcome::Casualties;
        if !open && first.outcome != Outcome::Injured {
            return None;
        }
        let (mut joined, mut found) = (false, None);
        for at in self.at + 1..self.outline.items.len().min(self.at + REFINES) {
            let next = self.outline.kind(at + 1);
            match self.outline.kind(at) {
                Kind::And if open && !matches!(next, Kind::Determiner | Kind::Count(_)) => {
                    joined = true;
                }
                Kind::Subordinator | Kind::Relative if next == Kind::Pronoun => joined = true,
                Kind::Anchor(_) if joined => match self.told_at(at) {
                    Some(Outcome::Killed) => return Some(Outcome::Killed),
                    Some(Outcome::Injured) if open => found = Some(Outcome::Injured),
                    _ => break,
                },
                Kind::Suffer if joined && open => found = self.suffered_from(at).map(|(_, o)| o),
                Kind::Be | Kind::Have | Kind::Link | Kind::Verb | Kind::Pronoun if joined => {}
                Kind::Adverb | Kind::Severity | Kind::Preposition | Kind::Comma => {}
                Kind::Of | Kind::By | Kind::Determiner => {}
                Kind::Other | Kind::People if self.outline.kind(at - 1) != Kind::And => {}
                _ => break,
            }
        }
        found
    }

    /// What a predicate says of people who were named before it.
    fn told_at(&self, at: usize) -> Option<Outcome> {
        let Kind::Anchor(word) = self.outline.kind(at) else { return None };
        let state = OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE).or(OutcomeForm::INTRANSITIVE);
        (word.form.is(state) && !takes_object(self.outline, at)).then_some(word.outcome)
    }

    /// "were dragged from their homes and shot dead": the outcome is the second of two verbs, or
    /// the state that the first one finds them in: "were pulled injured from the wreckage".
    pub(super) fn second_verb(&self) -> Option<(usize, Outcome)> {
        let state = skip_adverbs(self.outline, self.at + 1);
        if let Kind::Anchor(word) = self.outline.kind(state)
            && word.form.is(OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE))
            && !takes_object(self.outline, state)
        {
            return Some((state, word.outcome));
        }
        let end = self.outline.items.len().min(self.at + 12);
        for at in self.at + 1..end {
            match self.outline.kind(at) {
                Kind::And | Kind::Comma => {
                    // "were stabbed and are in stable condition"
                    let verb = skip_adverbs(self.outline, at + 1);
                    let be =
                        self.outline.kind(at) == Kind::And && self.outline.kind(verb) == Kind::Be;
                    let verb = if be { skip_adverbs(self.outline, verb + 1) } else { verb };
                    if let Kind::Anchor(word) = self.outline.kind(verb) {
                        let passive = OutcomeForm::PARTICIPLE.or(OutcomeForm::INTRANSITIVE);
                        let fits =
                            word.form.is(passive) || (be && word.form.is(OutcomeForm::STATE));
                        let passive = fits && !takes_object(self.outline, verb);
                        return passive.then_some((verb, word.outcome));
                    }
                }
                Kind::Count(_) | Kind::Be | Kind::Have | Kind::Anchor(_) | Kind::Stop => {
                    return None;
                }
                Kind::Subordinator | Kind::Relative => return None,
                _ => {}
            }
        }
        None
    }

    /// "went to local hospitals with gunshot wounds": the state that people are in as they act.
    pub(super) fn state_behind(&self) -> Option<(usize, Outcome)> {
        let place = |at: &usize| {
            let kind = self.outline.kind(*at);
            let named = matches!(kind, Kind::Other | Kind::Determiner | Kind::Adverb);
            named || matches!(kind, Kind::Preposition)
        };
        let state = (self.at + 1..self.at + REFINES).find(|at| !place(at))?;
        match self.outline.kind(state) {
            Kind::Anchor(word)
                if word.form.is(OutcomeForm::STATE) && word.outcome == Outcome::Injured =>
            {
                Some((state, word.outcome))
            }
            _ => None,
        }
    }

    /// "suffered minor injuries"
    pub(super) fn suffered(&self) -> Option<(usize, Outcome)> {
        self.suffered_from(self.at)
    }

    fn suffered_from(&self, verb: usize) -> Option<(usize, Outcome)> {
        // "wounds" is a verb elsewhere.
        let noun = OutcomeForm::COUNTED.or(OutcomeForm::PRESENT);
        (verb + 1..self.outline.items.len().min(verb + 6)).find_map(|at| {
            match self.outline.kind(at) {
                Kind::Anchor(w) if w.form.is(noun) => Some((at, w.outcome)),
                _ => None,
            }
        })
    }
}

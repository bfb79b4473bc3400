//! The walk from a counted phrase to a predicate behind it.
//!
//! In "12 people on the bus, including the driver, were killed" the walk passes over the bus and the
//! driver to reach `were killed`. It sees items, never words.

use super::attach::Attached;
use super::object::{skip_adverbs, takes_object};
use super::outline::{Kind, Outline};
use super::phrase::Head;
use crate::lexicon::{Outcome, OutcomeForm, OutcomeWord};

/// How many items behind "shot" may say what came of it.
const REFINES: usize = 14;

/// A predicate after the phrase: "12 people on the bus, including the driver, were killed".
pub(super) fn right(outline: &Outline, item: usize) -> Option<Attached> {
    let mut walk = Right {
        outline,
        at: item + 1,
        link: false,
        have: false,
        relative: false,
        gap: false,
        aboard: None,
    };
    let found = walk.find().or(walk.aboard);
    found.map(|(anchor, outcome)| Attached { outcome, anchor, before: true })
}

/// A walk from a phrase to its predicate.
pub(super) struct Right<'a> {
    pub(super) outline: &'a Outline,
    pub(super) at: usize,
    /// A form of "be" or a linking verb was passed.
    pub(super) link: bool,
    /// A form of "have" was passed.
    pub(super) have: bool,
    /// The walk is within a relative clause.
    pub(super) relative: bool,
    /// Something was passed over, so that a bare participle may belong elsewhere.
    pub(super) gap: bool,
    /// "on board", "trapped": what is said of the people until something worse is.
    pub(super) aboard: Option<(usize, Outcome)>,
}

impl Right<'_> {
    fn find(&mut self) -> Option<(usize, Outcome)> {
        while self.at < self.outline.items.len() {
            match self.outline.kind(self.at) {
                Kind::Anchor(word) if self.is_setting(word) => {
                    self.aboard = self.anchor();
                    self.gap = true;
                }
                Kind::Anchor(_) if self.relative => return self.main_verb().or(self.anchor()),
                Kind::Anchor(_) => return self.anchor(),
                Kind::Link if self.state_behind().is_some() => return self.state_behind(),
                Kind::Be | Kind::Link => {
                    self.link = true;
                    self.relative &= self.aboard.is_none();
                }
                Kind::Have => self.have = true,
                Kind::Adverb | Kind::Severity | Kind::Determiner | Kind::Modal | Kind::Pronoun => {}
                Kind::Relative if self.gap => self.past_relative()?,
                Kind::Relative => self.relative = true,
                Kind::Suffer => return self.suffered(),
                Kind::Of => self.gap = true,
                Kind::Comma if self.link => return None,
                Kind::Comma => self.comma()?,
                Kind::Open => self.past(Kind::Close),
                Kind::Including if self.among().is_some() => return self.among(),
                Kind::Including if self.outline.of_whom.contains(&self.at) => self.past_clause()?,
                Kind::Including => self.past_list(),
                Kind::With if !self.link => self.gap = true,
                Kind::And if self.joins_subject() => self.gap = true,
                Kind::Preposition if self.link && !self.relative => self.gap = true,
                Kind::Preposition => self.past_place()?,
                Kind::Count(_) | Kind::People | Kind::Other if !self.link => self.gap = true,
                Kind::People | Kind::Other if self.relative => {}
                Kind::Verb if self.relative => self.past_relative()?,
                Kind::Verb if self.link => return self.second_verb(),
                Kind::Verb if !self.relative && self.state_behind().is_some() => {
                    return self.state_behind();
                }
                Kind::Other if self.link && self.is_acted_on() => return self.second_verb(),
                Kind::Colon if !self.link => self.past_dash()?,
                _ => return None,
            }
            self.at += 1;
        }
        None
    }

    /// "A woman who was badly hurt died later": the death told behind the relative clause.
    fn main_verb(&mut self) -> Option<(usize, Outcome)> {
        let (clause, outcome) = self.anchor()?;
        let plain = |at: &usize| matches!(self.outline.kind(*at), Kind::Adverb | Kind::Comma);
        let verb = (clause + 1..).find(|at| !plain(at))?;
        match self.outline.kind(verb) {
            Kind::Anchor(word) if outcome != Outcome::Killed && self.died(verb) => {
                Some((verb, word.outcome))
            }
            _ => None,
        }
    }

    /// Whether a word only says how the people came to be where something worse befell them: "on
    /// board", "who had fled their homes".
    fn is_setting(&self, word: OutcomeWord) -> bool {
        match word.outcome {
            Outcome::Affected => {
                !self.link && (self.relative || !word.form.is(OutcomeForm::INTRANSITIVE))
            }
            Outcome::Displaced => self.relative && !self.link,
            _ => false,
        }
    }

    /// Whether the outcome word here is the predicate of the phrase.
    fn anchor(&mut self) -> Option<(usize, Outcome)> {
        let Kind::Anchor(word) = self.outline.kind(self.at) else { return None };
        let form = word.form;
        let state = OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE).or(OutcomeForm::INTRANSITIVE);
        let fits = if self.have && !self.link {
            form.is(OutcomeForm::INTRANSITIVE)
        } else if self.link {
            form.is(state.or(OutcomeForm::COUNTED)) && !self.is_active()
        } else {
            form.is(OutcomeForm::INTRANSITIVE)
                || (form.is(state) && !takes_object(self.outline, self.at) && self.may_be_bare())
        };
        // "is missing two games"
        if matches!(self.outline.kind(self.at + 1), Kind::Count(p)
            if self.outline.phrases[p].head == Head::Thing)
        {
            return None;
        }
        if !fits && self.relative && !self.link {
            self.past_relative()?;
            self.at += 1;
            return self.find();
        }
        fits.then(|| (self.at, self.refined(word).unwrap_or_else(|| self.joined(word.outcome))))
    }

    /// "had been wounded or were still missing": counted together.
    fn joined(&self, mut outcome: Outcome) -> Outcome {
        let mut last = self.at;
        while matches!(self.outline.kind(last + 1), Kind::And | Kind::Comma) {
            let comma = self.outline.kind(last + 1) == Kind::Comma;
            let mut at = last + 2;
            while matches!(self.outline.kind(at), Kind::Be | Kind::Adverb | Kind::Link) {
                at += 1;
            }
            match self.outline.kind(at) {
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
    fn refined(&self, first: OutcomeWord) -> Option<Outcome> {
        let form = first.form;
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

    /// "were killing 12": the people are the killers.
    fn is_active(&self) -> bool {
        matches!(self.outline.kind(self.at), Kind::Anchor(w) if w.form == OutcomeForm::GERUND)
    }

    /// A participle without "be" belongs to the people right before it, or to those of a list.
    fn may_be_bare(&self) -> bool {
        let before = self.at.checked_sub(1).map(|i| self.outline.kind(i));
        !self.gap
            || matches!(before, Some(Kind::Count(_) | Kind::People | Kind::Adverb | Kind::Severity))
    }

    /// "were hit by lightning": an unknown participle with its agent.
    fn is_acted_on(&self) -> bool {
        self.outline.kind(self.at + 1) == Kind::By
    }

    /// "were dragged from their homes and shot dead": the outcome is the second of two verbs, or
    /// the state that the first one finds them in: "were pulled injured from the wreckage".
    fn second_verb(&self) -> Option<(usize, Outcome)> {
        if let Kind::Anchor(word) = self.outline.kind(self.at + 1)
            && word.form.is(OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE))
            && !takes_object(self.outline, self.at + 1)
        {
            return Some((self.at + 1, word.outcome));
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
    fn state_behind(&self) -> Option<(usize, Outcome)> {
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
    fn suffered(&self) -> Option<(usize, Outcome)> {
        self.suffered_from(self.at)
    }

    fn suffered_from(&self, verb: usize) -> Option<(usize, Outcome)> {
        (verb + 1..self.outline.items.len().min(verb + 6)).find_map(|at| {
            match self.outline.kind(at) {
                Kind::Anchor(w) if w.form.is(OutcomeForm::COUNTED) => Some((at, w.outcome)),
                _ => None,
            }
        })
    }

    /// What a comma after the phrase opens: a list, an aside, or the end of its clause.
    fn comma(&mut self) -> Option<()> {
        self.gap = true;
        match self.outline.kind(self.at + 1) {
            Kind::Including => {
                self.at += 1;
                match self.outline.of_whom.contains(&self.at) {
                    true => self.past_clause()?,
                    false => self.past_list(),
                }
            }
            Kind::Count(phrase) if self.outline.phrases[phrase].partitive.is_some() => {
                // "five of whom later died" is a clause of its own.
                self.at = self.next_comma()?;
            }
            Kind::Count(_) | Kind::People | Kind::And | Kind::With | Kind::Be | Kind::Have => {}
            Kind::Relative => self.gap = false,
            Kind::Anchor(word) if word.form.is(OutcomeForm::INTRANSITIVE) => {}
            Kind::Determiner | Kind::Other | Kind::Preposition | Kind::Adverb | Kind::Severity => {
                self.past_aside()?;
            }
            Kind::Link | Kind::Verb => self.at = self.next_comma()?,
            _ => return None,
        }
        Some(())
    }

    /// "among the dead"
    fn among(&self) -> Option<(usize, Outcome)> {
        let at = self.at + 1 + usize::from(self.outline.kind(self.at + 1) == Kind::Determiner);
        match self.outline.kind(at) {
            Kind::Anchor(word) if !takes_object(self.outline, at) => Some((at, word.outcome)),
            _ => None,
        }
    }

    /// Whether "and" goes on with the subject: "two women and a child were".
    fn joins_subject(&self) -> bool {
        let next = skip_adverbs(self.outline, self.at + 1);
        !self.link
            && matches!(
                self.outline.kind(next),
                Kind::Count(_) | Kind::People | Kind::Determiner | Kind::Other
            )
    }
}

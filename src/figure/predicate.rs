//! The walk from a counted phrase to a predicate behind it.
//!
//! In "12 people on the bus, including the driver, were killed" the walk passes over the bus and the
//! driver to reach `were killed`. It sees items, never words.

use super::attach::{Attached, skip_adverbs, takes_object, tells_origin};
use super::outline::{Kind, Outline};
use super::phrase::Head;
use crate::lexicon::{Outcome, OutcomeForm, OutcomeWord};

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
struct Right<'a> {
    outline: &'a Outline,
    at: usize,
    /// A form of "be" or a linking verb was passed.
    link: bool,
    /// A form of "have" was passed.
    have: bool,
    /// The walk is within a relative clause.
    relative: bool,
    /// Something was passed over, so that a bare participle may belong elsewhere.
    gap: bool,
    /// "on board", "trapped": what is said of the people until something worse is.
    aboard: Option<(usize, Outcome)>,
}

impl Right<'_> {
    fn find(&mut self) -> Option<(usize, Outcome)> {
        while self.at < self.outline.items.len() {
            match self.outline.kind(self.at) {
                Kind::Anchor(word) if self.is_setting(word) => {
                    self.aboard = self.anchor();
                    self.gap = true;
                }
                Kind::Anchor(_) => return self.anchor(),
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
                Kind::Other if self.link && self.is_acted_on() => return self.second_verb(),
                Kind::Colon if !self.link => self.past_dash()?,
                _ => return None,
            }
            self.at += 1;
        }
        None
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
        fits.then(|| (self.at, self.joined(word.outcome)))
    }

    /// "had been wounded or were still missing": counted together.
    fn joined(&self, outcome: Outcome) -> Outcome {
        let mut at = self.at + 1;
        if self.outline.kind(at) != Kind::And {
            return outcome;
        }
        at += 1;
        while matches!(self.outline.kind(at), Kind::Be | Kind::Adverb | Kind::Link) {
            at += 1;
        }
        match self.outline.kind(at) {
            Kind::Anchor(other) if !takes_object(self.outline, at) => {
                outcome.together(other.outcome)
            }
            _ => outcome,
        }
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
                    let verb = skip_adverbs(self.outline, at + 1);
                    if let Kind::Anchor(word) = self.outline.kind(verb) {
                        let passive = OutcomeForm::PARTICIPLE.or(OutcomeForm::INTRANSITIVE);
                        let passive = word.form.is(passive) && !takes_object(self.outline, verb);
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

    /// Steps to the dash that closes an aside between dashes.
    fn past_dash(&mut self) -> Option<()> {
        self.gap = true;
        let end = self.outline.items.len().min(self.at + 24);
        let close = (self.at + 1..end).find(|at| self.outline.kind(*at) == Kind::Colon)?;
        self.at = close;
        Some(())
    }

    /// "suffered minor injuries"
    fn suffered(&self) -> Option<(usize, Outcome)> {
        (self.at + 1..self.outline.items.len().min(self.at + 6)).find_map(|at| {
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

    /// The comma that closes an aside.
    fn next_comma(&self) -> Option<usize> {
        let end = self.outline.items.len().min(self.at + 16);
        let comma =
            |at: &usize| matches!(self.outline.kind(*at), Kind::Comma | Kind::Stop | Kind::Close);
        let at = (self.at + 1..end).find(comma)?;
        (self.outline.kind(at) == Kind::Comma).then_some(at)
    }

    /// Steps to the comma that closes an aside.
    fn past_aside(&mut self) -> Option<()> {
        let end = self.outline.items.len().min(self.at + 16);
        for at in self.at + 1..end {
            match self.outline.kind(at) {
                Kind::Comma => {
                    self.at = at;
                    return Some(());
                }
                Kind::Relative => {
                    self.at = self.next_comma()?;
                    return Some(());
                }
                Kind::Be | Kind::Have => {
                    self.at = at - 1;
                    return Some(());
                }
                Kind::Verb | Kind::Anchor(_) | Kind::Stop | Kind::Subordinator => return None,
                // A list in brackets is told of the people before it.
                Kind::Close => return None,
                _ => {}
            }
        }
        None
    }

    /// Steps to the last item of an "including" list.
    fn past_list(&mut self) {
        self.gap = true;
        let end = self.outline.items.len();
        while self.at + 1 < end {
            let ends = match self.outline.kind(self.at + 1) {
                Kind::Be | Kind::Have | Kind::Link | Kind::Verb | Kind::Stop | Kind::Suffer => true,
                Kind::Anchor(word) => {
                    !word.form.is(OutcomeForm::COUNTED) || word.form.is(OutcomeForm::PARTICIPLE)
                }
                _ => false,
            };
            if ends {
                return;
            }
            self.at += 1;
            if self.outline.kind(self.at) == Kind::Relative {
                self.at = self.next_comma().unwrap_or(end);
            }
        }
    }

    /// Steps to the comma behind "of whom 12 were children"; none where no predicate of the whole
    /// follows: "93 miners, of whom 46 died".
    fn past_clause(&mut self) -> Option<()> {
        self.gap = true;
        let own = |kind| matches!(kind, Kind::Be | Kind::Have | Kind::Link | Kind::Verb);
        let verb = (self.at + 1..self.outline.items.len().min(self.at + 12)).find(|at| {
            let kind = self.outline.kind(*at);
            own(kind) || matches!(kind, Kind::Anchor(word) if !word.form.is(OutcomeForm::COUNTED))
        });
        self.at = verb?;
        self.at = self.next_comma()?;
        let next = self.outline.kind(self.at + 1);
        (own(next) || matches!(next, Kind::Anchor(_))).then_some(())
    }

    /// Steps to the last item of a prepositional phrase; none where it holds people with a number,
    /// whose predicate the next one is.
    fn past_place(&mut self) -> Option<()> {
        self.gap = true;
        loop {
            match self.outline.kind(self.at + 1) {
                Kind::Count(phrase)
                    if self.outline.phrases[phrase].head != Head::Thing
                        && !tells_origin(self.outline, self.at + 1) =>
                {
                    return None;
                }
                Kind::Determiner | Kind::Other | Kind::People | Kind::Of | Kind::Count(_) => {}
                Kind::Adverb | Kind::Severity => {}
                _ => return Some(()),
            }
            self.at += 1;
        }
    }

    /// "among the dead"
    fn among(&self) -> Option<(usize, Outcome)> {
        let at = self.at + 1 + usize::from(self.outline.kind(self.at + 1) == Kind::Determiner);
        match self.outline.kind(at) {
            Kind::Anchor(word) if !takes_object(self.outline, at) => Some((at, word.outcome)),
            _ => None,
        }
    }

    /// Steps to the end of a relative clause that is about something else.
    fn past_relative(&mut self) -> Option<()> {
        self.relative = false;
        self.link = false;
        self.have = false;
        self.gap = true;
        let end = self.outline.items.len().min(self.at + 20);
        let verb = |at: &usize| {
            let kind = self.outline.kind(*at);
            matches!(kind, Kind::Be | Kind::Have | Kind::Verb | Kind::Link | Kind::Anchor(_))
        };
        let verb = (self.at..end).find(verb)?;
        let stop = (verb + 1..end).find(|at| {
            let kind = self.outline.kind(*at);
            matches!(kind, Kind::Comma | Kind::Be | Kind::Have | Kind::Modal | Kind::Stop)
                || self.is_main(*at)
        })?;
        if matches!(self.outline.kind(stop), Kind::Verb | Kind::Modal) {
            return None;
        }
        self.at = stop - usize::from(self.outline.kind(stop) != Kind::Comma);
        Some(())
    }

    /// Whether a verb behind a relative clause is that of the people: "the officer who led the
    /// search said".
    fn is_main(&self, at: usize) -> bool {
        let mut before = at - 1;
        while before > self.at && self.outline.kind(before) == Kind::Adverb {
            before -= 1;
        }
        let behind =
            matches!(self.outline.kind(before), Kind::Other | Kind::People | Kind::Anchor(_));
        behind && (self.outline.kind(at) == Kind::Verb || self.died(at))
    }

    /// Whether a verb that takes no object stands here: "of those who were wounded later died".
    fn died(&self, at: usize) -> bool {
        matches!(self.outline.kind(at), Kind::Anchor(word)
            if word.form.is(OutcomeForm::INTRANSITIVE) && !word.form.is(OutcomeForm::PARTICIPLE))
    }

    fn past(&mut self, close: Kind) {
        let end = self.outline.items.len();
        self.gap = true;
        self.at = (self.at..end).find(|at| self.outline.kind(*at) == close).unwrap_or(end);
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

//! What the walk to a predicate passes over: asides, lists, places, relative clauses.
//!
//! From "12 people on the bus, including the driver, were killed" it steps over `on the bus` and the
//! list. A step ends where what it passes over does; it does not know what the walk looks for.

use super::Right;
use crate::figure::attach::tells_origin;
use crate::figure::outline::{Item, Kind};
use crate::figure::phrase::Head;
use crate::figure::population::{is_company, is_of_company};
use crate::lexicon::OutcomeForm;

impl Right<'_> {
    /// Steps to the dash that closes an aside between dashes.
    pub(super) fn past_dash(&mut self) -> Option<()> {
        self.gap = true;
        let end = self.outline.items.len().min(self.at + 24);
        let close = (self.at + 1..end).find(|at| self.outline.kind(*at) == Kind::Colon)?;
        self.at = close;
        Some(())
    }

    /// The comma that closes an aside.
    pub(super) fn next_comma(&self) -> Option<usize> {
        let end = self.outline.items.len().min(self.at + 16);
        let comma =
            |at: &usize| matches!(self.outline.kind(*at), Kind::Comma | Kind::Stop | Kind::Close);
        let at = (self.at + 1..end).find(comma)?;
        (self.outline.kind(at) == Kind::Comma).then_some(at)
    }

    /// Steps to the comma that closes an aside.
    pub(super) fn past_aside(&mut self) -> Option<()> {
        let end = self.outline.items.len().min(self.at + 16);
        let mut opened = false;
        for at in self.at + 1..end {
            match self.outline.kind(at) {
                // "another worker, Anil Rao (33), had died"
                Kind::Open => opened = true,
                Kind::Close if opened => opened = false,
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
                // "a woman, her husband and three children died", "13 pupils, the driver and a teacher died"
                Kind::Anchor(word)
                    if (self.single || self.opens_list(at))
                        && word.form.is(OutcomeForm::INTRANSITIVE) =>
                {
                    let list = self.outline.items[self.at..at].iter().any(|i| i.kind == Kind::And);
                    self.at = at - 1;
                    return list.then_some(());
                }
                // "mostly hostages": who they are, not what befell them.
                Kind::Anchor(word) if word.form.is(OutcomeForm::WEAK) => {}
                Kind::Verb | Kind::Anchor(_) | Kind::Stop | Kind::Subordinator => return None,
                // A list in brackets is told of the people before it.
                Kind::Close => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether the people open their sentence, and nobody but people stands between them and their verb.
    fn opens_list(&self, verb: usize) -> bool {
        let people = |i: &Item| {
            matches!(
                i.kind,
                Kind::Comma | Kind::Determiner | Kind::People | Kind::Count(_) | Kind::And
            )
        };
        let first = self.outline.items.iter().position(|i| matches!(i.kind, Kind::Count(_)));
        let opens = first == Some(self.at - 1) && first <= Some(1);
        opens && self.outline.items[self.at..verb].iter().all(people)
    }

    /// Steps to the number of a company that the people are some of: "two men from a group of seven hikers".
    pub(super) fn past_company(&mut self) -> bool {
        let number = self.at + 4;
        let company = is_of_company(self.outline, self.at + 2) && !self.link;
        let company = company && self.outline.kind(number - 1) == Kind::Of;
        let found = company && matches!(self.outline.kind(number), Kind::Count(_));
        if found {
            (self.at, self.gap) = (number, true);
        }
        found
    }

    /// Steps to the last item of an "including" list.
    pub(super) fn past_list(&mut self) {
        self.gap = true;
        let end = self.outline.items.len();
        while self.at + 1 < end {
            let ends = match self.outline.kind(self.at + 1) {
                Kind::Be | Kind::Have | Kind::Link | Kind::Verb | Kind::Stop | Kind::Suffer => true,
                // "left 35 people including 22 children dead"
                Kind::Anchor(word) if self.left && word.form.is(OutcomeForm::STATE) => true,
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
    pub(super) fn past_clause(&mut self) -> Option<()> {
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
    pub(super) fn past_place(&mut self) -> Option<()> {
        self.gap = true;
        loop {
            match self.outline.kind(self.at + 1) {
                Kind::Count(phrase)
                    if self.outline.phrases[phrase].head != Head::Thing
                        && !is_company(self.outline, self.at + 1)
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

    /// Steps to the end of a relative clause that is about something else.
    pub(super) fn past_relative(&mut self) -> Option<()> {
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
    pub(super) fn died(&self, at: usize) -> bool {
        matches!(self.outline.kind(at), Kind::Anchor(word)
            if word.form.is(OutcomeForm::INTRANSITIVE) && !word.form.is(OutcomeForm::PARTICIPLE))
    }

    pub(super) fn past(&mut self, close: Kind) {
        let end = self.outline.items.len();
        self.gap = true;
        self.at = (self.at..end).find(|at| self.outline.kind(*at) == close).unwrap_or(end);
    }
}

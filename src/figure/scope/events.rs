//! The events besides the main one, and the scopes of the figures that are theirs.
//!
//! "A similar attack in Quetta last year killed 40" opens the event `last year`; a later "another
//! attack in Quetta" goes back to it. Events are told apart by the words and names that led to them,
//! not by their figures.

use std::ops::Range;

use super::Tracker;
use crate::figure::movers::{Move, Mover};
use crate::figure::{Scope, label};
use crate::lexicon::{Grammar, PeriodWord, ScopeWord};
use crate::text::Shape;

/// The longest time that is told of in hours.
const DAY: u32 = 24 * 60;

/// An event that is not the main one.
#[derive(Debug)]
pub(super) struct Event<'a> {
    pub(super) label: String,
    /// A short name of it for readers: "April 4".
    pub(super) name: String,
    /// What moved the scope to it.
    pub(super) kind: Move,
    /// The month in which it was, if the words name one.
    pub(super) month: Option<&'a str>,
    /// The names that came with it.
    pub(super) names: Vec<&'a str>,
}

impl<'t> Tracker<'t, '_> {
    /// The event that a mover leads to: one that shares a name or the mover's words, one that the
    /// sentence before told of over a long span, or a new one.
    pub(super) fn event_of(&mut self, mover: &Mover, names: Vec<&'t str>, number: usize) -> usize {
        let label = self.words(&mover.words);
        let month = self.month(&mover.words);
        let known = self.events.iter().position(|e| {
            let alike = e.label.eq_ignore_ascii_case(&label) && e.kind == mover.kind;
            let alike = alike || month.is_some() && e.month == month;
            (alike && mover.kind != Move::Other) || e.names.iter().any(|n| names.contains(n))
        });
        let current = self.current.as_ref().filter(|c| number - c.sentence <= 1);
        let span = current
            .map(|c| c.event - 1)
            .filter(|e| mover.kind == Move::Span && self.events[*e].kind == Move::Span);
        if let Some(known) = known.or(span) {
            return known + 1;
        }
        let sentence = &self.text.sentences[number].words;
        let name = label::read(self.text, &mover.words, sentence);
        let name = name.unwrap_or_else(|| self.next_name());
        self.events.push(Event { label, name, kind: mover.kind, month, names });
        self.events.len()
    }

    /// "March" of "in March" and "since March, when 23 died": the month that words name and no day of it.
    fn month(&self, words: &Range<usize>) -> Option<&'t str> {
        let is = |at: usize, class| self.text.tags(at).grammar.is(class);
        let month = words.clone().rfind(|at| is(*at, Grammar::MONTH))?;
        let since = self.text.tags(words.start).scope.is(ScopeWord::SINCE);
        let comma = usize::from(self.text.mark(month + 1) == ",");
        let when = is(month + 1 + comma, Grammar::SUBORDINATOR.or(Grammar::RELATIVE));
        let dated = (month.saturating_sub(1)..month + 2)
            .any(|at| self.text.words.get(at).is_some_and(|word| word.shape == Shape::Digits));
        ((!since || when) && !dated).then(|| self.text.str(month))
    }

    /// The name of the next event where its words give none; the main one is the first.
    pub(super) fn next_name(&self) -> String {
        format!("event {}", self.events.len() + 2)
    }

    /// The scope of a figure that a mover governs.
    pub(super) fn moved(&self, mover: &Mover, event: usize) -> Scope {
        let words = self.words(&mover.words);
        let scope = self.scope(event, true);
        match mover.kind {
            Move::Place => Scope { place: Some(words), ..scope },
            // "May 3" where the day alone tells the event from others
            Move::Time | Move::Span if scope.label.contains(&words) => {
                let running = mover.kind == Move::Span && self.runs(mover);
                Scope { time: Some(scope.label.to_lowercase()), running, ..scope }
            }
            Move::Span => Scope { time: Some(words), running: self.runs(mover), ..scope },
            Move::Time => Scope { time: Some(words), ..scope },
            Move::Other | Move::Fresh => scope,
        }
    }

    /// Whether a span lasts until the news: "since March", "this year", "in the past week", not "last year".
    fn runs(&self, mover: &Mover) -> bool {
        let start = mover.words.start;
        let opens = self.text.tags(start).scope;
        let the = |at: usize| self.text.tags(at).grammar.is(Grammar::DETERMINER);
        let past = || opens.is(ScopeWord::LAST) && start.checked_sub(1).is_some_and(the);
        opens.is(ScopeWord::SINCE.or(ScopeWord::THIS)) || past()
    }

    /// Whether a mover is a span of hours until now: "in the past 24 hours", "in the last day".
    pub(super) fn lasts_hours(&self, mover: &Mover) -> bool {
        let day = |p: PeriodWord| p.minutes <= DAY && !p.alone;
        let hours = |at: usize| self.text.tags(at).period.is_some_and(day);
        mover.kind == Move::Span && self.runs(mover) && mover.words.clone().any(hours)
    }

    pub(super) fn scope(&self, event: usize, certain: bool) -> Scope {
        let label = self.events.get(event - 1).map(|e| e.name.clone()).unwrap_or_default();
        Scope { event, label, certain, ..Scope::default() }
    }

    fn words(&self, words: &Range<usize>) -> String {
        self.text.span(words).of(&self.text.document.text).to_lowercase()
    }
}

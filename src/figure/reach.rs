//! Which figures of a sentence a mover governs.
//!
//! "Killed 12 people last year" and "last year a blast killed 12" are both governed; in "killed 12,
//! two days after a raid that killed 4" only the 4 are. Reach knows clauses by the words that open
//! them, not what is said in them.

use std::ops::Range;

use super::movers::{Move, Mover};
use super::{Figure, contrast};
use crate::lexicon::{Grammar, Outcome, OutcomeForm, PeopleRole, ScopeWord, SourceWord};
use crate::text::{Shape, Text};

/// How many words before a day the verb stands that it belongs to: "killed early on Friday".
const BESIDE: usize = 3;

/// The most words of a subject before its noun.
const PHRASE: usize = 8;

/// The most words of a dateline.
const DATELINE: usize = 12;

/// A sentence and how far the telling has come.
pub(super) struct Reach<'t, 'a> {
    pub(super) text: &'t Text<'a>,
    pub(super) words: Range<usize>,
    /// Whether no figure of the main event came before the sentence.
    pub(super) lede: bool,
    /// Whether none has come up to the figure either.
    pub(super) untold: bool,
}

impl Reach<'_, '_> {
    /// Whether a mover governs a figure.
    pub(super) fn governs(&self, mover: &Mover, figure: &Figure) -> bool {
        let happens = matches!(mover.kind, Move::Fresh | Move::Other);
        let changed = mover.kind == Move::Time && figure.cues.change.is_some() && !figure.cues.base;
        if changed || (mover.kind == Move::Fresh && self.untold) || self.recalls(mover, figure) {
            return false;
        }
        // "21 of the dead were pilgrims who had come to a festival this week": when they came.
        let of_place = mover.kind == Move::Time && self.dates_a_place(mover, figure);
        if of_place || figure.cues.among.is_some() && self.is_in_relative(mover, figure) {
            return false;
        }
        if mover.kind == Move::Time && self.dates_the_event(mover) {
            return false;
        }
        // "14 died in 2024, down from 19 in 2023": the second year is that of the 19.
        let base = figure.cues.base;
        match mover.words.end <= figure.place.word {
            true => !base && self.leads_to(mover, figure.place.word, happens),
            false => (base || !self.lede) && self.follows(mover, figure.place.word),
        }
    }

    /// "Killed 34 pupils in the attack Tuesday": whether a day stands behind an event that the article knows.
    fn dates_the_event(&self, mover: &Mover) -> bool {
        let day = self.text.tags(mover.words.end - 1).grammar.is(Grammar::WEEKDAY);
        let noun = mover.words.start.checked_sub(1).filter(|_| day && mover.words.len() <= 2);
        noun.is_some_and(|noun| {
            let the = noun.checked_sub(1).map(|at| self.text.tags(at).grammar);
            let known = the.is_some_and(|the| the.is(Grammar::DEFINITE));
            known && self.text.tags(noun).scope.is(ScopeWord::EVENT)
        })
    }

    /// "23 deaths, most of them in two villages where a dam gave way on Friday": whether a day behind a figure is that of
    /// something else which happened where its people were, and befell nobody.
    fn dates_a_place(&self, mover: &Mover, figure: &Figure) -> bool {
        let behind = (figure.place.word..mover.words.start).rev();
        let mut clause = behind.take_while(|at| self.text.mark(*at) != ",");
        let told = |at: usize| self.text.tags(at).outcome.is_some();
        let where_ =
            clause.find(|at| told(*at) || self.text.tags(*at).grammar.is(Grammar::RELATIVE));
        where_.is_some_and(|at| !told(at))
    }

    /// Whether "who" stands between a figure and what may move it behind.
    fn is_in_relative(&self, mover: &Mover, figure: &Figure) -> bool {
        let relative = |at: usize| self.text.tags(at).grammar.is(Grammar::RELATIVE);
        (figure.place.word..mover.words.start).any(relative)
    }

    /// "Friday was declared a day of mourning for the 14 victims": whether people counted before are
    /// spoken of again, and a day is that of something else.
    fn recalls(&self, mover: &Mover, figure: &Figure) -> bool {
        let definite = figure.cues.definite && !figure.cues.besides;
        // "Of the injured, 91 were in serious condition on Wednesday", "On Friday 26 of the injured were"
        let behind = mover.words.start > figure.place.word;
        let opens = mover.words.start <= self.words.start + 1;
        let beside = behind || opens && figure.place.word <= mover.words.end + 2;
        let again = definite || beside && figure.cues.among.is_some();
        let again = (again || self.counts_bodies(figure) || self.stands(figure)) && !self.untold;
        let day = |at| {
            let tags = self.text.tags(at);
            // "in 2005, all 117 on board died" tells of another year.
            let year = behind && self.text.words[at].shape == Shape::Digits;
            let month = |at: usize| self.text.tags(at).grammar.is(Grammar::MONTH);
            let date = self.text.words[at].shape == Shape::Digits && month(at + 1);
            // "A jury took four hours in May before it found him guilty of … the three he wounded"
            let fronted = mover.words.start <= self.words.start + 3;
            // "was convicted in 2011 of the murder of the 116 people who died in the siege"
            let digits = self.text.words[at].shape == Shape::Digits && figure.cues.of_event;
            let within = !behind && !fronted && (month(at) || digits) && !self.goes_on(mover);
            let day = tags.grammar.is(Grammar::WEEKDAY) || tags.scope.is(ScopeWord::DAY);
            year || date || within || day
        };
        // "the 14 people killed on Friday"
        let verbs = OutcomeForm::PARTICIPLE.or(OutcomeForm::INTRANSITIVE);
        let happens = |at| self.text.tags(at).outcome.is_some_and(|word| word.form.is(verbs));
        let beside = mover.words.start.saturating_sub(BESIDE).max(figure.place.word);
        let told = (beside..mover.words.start).any(happens);
        // "32 were still missing on Monday": how it stands then, not when it happened
        let told = told && !self.stands(figure);
        again && !told && mover.kind == Move::Time && mover.words.clone().any(day)
    }

    /// "On Tuesday nine were still missing", "eleven were still in hospital on Wednesday": whether the day is that of the
    /// news, not of what befell them.
    fn stands(&self, figure: &Figure) -> bool {
        let lasts = figure.outcome == Outcome::Missing || figure.cues.care;
        let still = |at: usize| self.text.tags(at).grammar.is(Grammar::STILL);
        lasts && self.words.clone().any(still)
    }

    /// "Two bodies were found on Friday": whether people are counted who died before that day.
    fn counts_bodies(&self, figure: &Figure) -> bool {
        let noun = figure.place.word..(figure.place.word + BESIDE).min(self.words.end);
        let body = |at: usize| {
            // "claimed four lives in 1998"
            let lives = self.text.tags(at).source.is(SourceWord::LIVES);
            let told = self.text.tags(at).outcome.filter(|_| !lives);
            told.is_some_and(|word| {
                word.outcome == Outcome::Killed && word.form.is(OutcomeForm::WEAK)
            })
        };
        noun.into_iter().any(body)
    }

    /// "none in May, when all 11 swam ashore": whether the next clause goes on about that time.
    fn goes_on(&self, mover: &Mover) -> bool {
        let end = mover.words.end;
        let comma = usize::from(self.text.mark(end) == ",");
        let next = end + comma;
        let turns = self.text.tags(next).scope.is(ScopeWord::AFTER);
        self.words.contains(&next) && self.opens_clause(next) && !turns
    }

    /// Whether a mover governs a figure after it.
    fn leads_to(&self, mover: &Mover, figure: usize, happens: bool) -> bool {
        let between = mover.words.end..figure;
        let clauses = self.openings(between.clone()).count();
        let told_of = self.openings(between.clone()).all(|at| self.is_relative(at));
        let fronted = mover.words.start < self.words.start + 3 || self.is_subject(mover);
        // "Floods since last weekend have killed 12": the news is of all that time.
        let since = |at: usize| {
            at + 1 == mover.words.start && self.text.tags(at).scope.is(ScopeWord::SINCE)
        };
        let turns = |at| !self.is_relative(at) && !since(at);
        let aside = mover.forward || self.openings(self.start()..mover.words.start).any(turns);
        let before = mover.forward && mover.kind == Move::Other;
        let reaches = fronted || before || (clauses <= 1 && (told_of || !happens));
        reaches && (aside || !self.lede) && !self.is_parenthesis(mover, between)
    }

    /// "The five-year-old conflict, which began …, has claimed": a war that a sentence is about.
    fn is_subject(&self, mover: &Mover) -> bool {
        let verbs = Grammar::VERB.or(Grammar::BE).or(Grammar::HAVE).or(Grammar::PREPOSITION);
        let mut before = self.words.start..mover.words.start;
        let phrase = before.len() < PHRASE
            && before.all(|at| {
                let tags = self.text.tags(at);
                let mark = self.text.words[at].shape == Shape::Mark && self.text.mark(at) != "-";
                !mark && !tags.grammar.is(verbs) && tags.outcome.is_none()
            });
        phrase && mover.kind == Move::Span
    }

    /// Whether a mover governs a figure before it.
    fn follows(&self, mover: &Mover, figure: usize) -> bool {
        let before = mover.words.start.checked_sub(1).map(|b| self.text.tags(b));
        let within = before
            .is_some_and(|tags| tags.scope.is(ScopeWord::WITHIN) || tags.grammar.is(Grammar::BY));
        let clause = self.openings(figure..mover.words.start).all(|at| {
            self.is_relative(at) && !self.tells_of_another(figure, at, mover.words.start)
        });
        // "The dead were two Danes and a Swede, the mayor told reporters on Sunday": the day of saying.
        let says = |at: usize| self.text.tags(at).source.is(SourceWord::SAYS);
        let day = mover.words.clone().any(|at| self.text.tags(at).grammar.is(Grammar::WEEKDAY));
        let said = mover.kind == Move::Time && day && (figure..mover.words.start).any(says);
        !mover.forward && !said && clause && (within || mover.kind != Move::Fresh)
    }

    /// "The 39 dead included a trader who was to marry …": whether a relative clause is about one person, or
    /// a place, that was named behind the people counted.
    fn tells_of_another(&self, figure: usize, relative: usize, end: usize) -> bool {
        let role = |at: usize| self.text.tags(at).people.map(|p| p.role).unwrap_or_default();
        let one = role(relative - 1).is(PeopleRole::SINGULAR) && relative > figure + 3;
        // "Killed two in a city that has been divided since 2012"
        let state = self.text.tags(relative + 1).grammar.is(Grammar::HAVE.or(Grammar::BE));
        let befell = |at: usize| self.text.tags(at).outcome.is_some();
        let elsewhere = state && !(relative..end).any(befell);
        one || elsewhere || self.tells_of_place(figure, relative)
    }

    /// "Captured on the campus, which lies …": whether a relative clause behind a comma is about what
    /// was said last, not about the people counted before the verb.
    fn tells_of_place(&self, figure: usize, relative: usize) -> bool {
        let comma = relative.checked_sub(1).is_some_and(|at| self.text.mark(at) == ",");
        comma
            && (figure..relative).any(|at| {
                let tags = self.text.tags(at);
                tags.outcome.is_some() && tags.people.is_none()
            })
    }

    /// Whether the mover stands in a relative clause that a comma ends before the figure.
    fn is_parenthesis(&self, mover: &Mover, mut between: Range<usize>) -> bool {
        let start = mover.words.start;
        let inside = (1..=3).any(|back| {
            start.checked_sub(back).is_some_and(|b| self.words.contains(&b) && self.is_relative(b))
        });
        let inside = inside || self.tells_of_known(start);
        // "Dikes that failed in 1997, when 36 drowned": the clause behind goes on about that time.
        let ends = |at| self.text.mark(at) == "," && !self.opens_clause(at + 1);
        // "It is recalled that in January, nine people were killed"
        let fronts = self.text.mark(mover.words.end) == ","
            && start.checked_sub(1).is_some_and(|b| self.is_relative(b));
        inside && !fronts && between.any(ends)
    }

    /// "The fire, which broke out in a store on November 22, killed 27": whether words stand in a relative clause about the
    /// known event that a sentence opens with.
    fn tells_of_known(&self, at: usize) -> bool {
        let first = self.start();
        let known = self.text.tags(first).grammar.is(Grammar::DEFINITE);
        let comma = (first..at).rev().find(|at| self.text.mark(*at) == ",");
        comma.is_some_and(|comma| known && comma <= first + PHRASE && self.is_relative(comma + 1))
    }

    /// The first word behind the dateline: "HELM, May 2 (Reuters) — A stampede", "HELM: A stampede".
    fn start(&self) -> usize {
        let capital = |at: usize| self.text.str(at).chars().all(char::is_uppercase);
        let mut opening = self.words.clone().take(DATELINE);
        let mark = opening.find(|at| matches!(self.text.mark(*at), ":" | "—" | "–" | "--"));
        match mark.filter(|mark| *mark > self.words.start && capital(self.words.start)) {
            Some(mark) => mark + 1,
            None => self.words.start,
        }
    }

    /// The words that open a clause.
    fn openings(&self, mut words: Range<usize>) -> impl Iterator<Item = usize> {
        std::iter::from_fn(move || {
            words.find(|at| {
                let mark = matches!(self.text.mark(*at), ";" | ":" | "—" | "–" | "--");
                mark || self.opens_clause(*at)
            })
        })
    }

    fn opens_clause(&self, at: usize) -> bool {
        let opens = self.text.tags(at).grammar.is(Grammar::SUBORDINATOR.or(Grammar::RELATIVE));
        opens || contrast::sets_against(self.text, at)
    }

    fn is_relative(&self, at: usize) -> bool {
        self.text.tags(at).grammar.is(Grammar::RELATIVE)
    }
}

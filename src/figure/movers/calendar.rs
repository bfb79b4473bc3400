//! Words for days, dates and spans of time that move the scope: "last year", "12 May", "since March".
//!
//! In "Monday's blast killed 12; in December a raid killed 40" the month is not that of the main
//! event, and moves the scope. The calendar compares the words; it does not reckon dates.

use std::ops::Range;

use super::{Move, Mover, Search, WEEK};
use crate::figure::{Minutes, rates};
use crate::lexicon::{Grammar, Lookalike, OutcomeForm, ScopeWord, SourceWord};
use crate::numeral::Why;
use crate::text::Shape;

/// The minutes of a day.
const DAY: Minutes = 1_440;

/// The words that `Search::calendar` asks for.
pub(super) const CALENDAR: ScopeWord =
    ScopeWord::LAST.or(ScopeWord::BEFORE).or(ScopeWord::THIS).or(ScopeWord::WITHIN);

/// How many words behind "earlier" a verb of saying is looked for.
const REPORT: usize = 6;

/// What kind of time words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// "Monday"
    Day,
    /// "12 May"
    Date,
    /// "2015"
    Year,
    /// "last week"
    Relative,
}

/// The most words between what opens a clause and the day it names.
const CLAUSE: usize = 6;

/// The first words of a sentence, among which a day opens it: "But late on Saturday".
const OPENING: usize = 4;

/// The most words from such a day to the verb of saying.
const SPEAKER: usize = 14;

/// The most words of a noun phrase before its noun.
const NOUN: usize = 3;

impl<'m, 't, 'a> Search<'m, 't, 'a> {
    /// "last year", "over the past two weeks", "earlier this month", "this year".
    pub(super) fn calendar(&self, at: usize) -> Option<Mover> {
        let next = at + 1;
        // "would last nine days"
        let verb = at > self.words.start && self.grammar(at - 1, Grammar::MODAL);
        if self.is(at, ScopeWord::LAST) && !verb {
            let end = (next..next + 3).find(|i| self.is(*i, ScopeWord::UNIT));
            let named = self.grammar(next, Grammar::MONTH) || self.owns_event(next);
            let words = at..end.or(named.then_some(next))? + 1;
            let within = (1..=2)
                .any(|back| at.checked_sub(back).is_some_and(|b| self.is(b, ScopeWord::WITHIN)));
            // not "in the previous week"
            let now = !self.is(at, ScopeWord::FOREGOING);
            let kind = if within && now && end.is_some() { Move::Span } else { Move::Time };
            return self.unless_main(words, kind);
        }
        if self.is(at, ScopeWord::BEFORE) {
            let end = (next..next + 2)
                .find(|i| self.is(*i, ScopeWord::THIS) || self.grammar(*i, Grammar::WEEKDAY))?;
            // "before dawn Monday", where the main event was on Monday
            if self.main.is_dated(self.text.str(end)) {
                return None;
            }
            let unit = usize::from(self.is(end + 1, ScopeWord::UNIT));
            return self.unless_main(at..end + 1 + unit, Move::Time);
        }
        let long = |unit: usize| self.is(unit, ScopeWord::LONG) || self.counts_so_far(unit);
        if self.is(at, ScopeWord::THIS) && long(next) {
            return self.unless_main(at..next + 1, Move::Span);
        }
        let span = self.stretch(at).or_else(|| self.whole_span(at));
        span.and_then(|words| self.unless_main(words, Move::Span))
    }

    /// "The toll for the monsoon season stands at 163": weeks or more of which a toll is given.
    fn whole_span(&self, at: usize) -> Option<Range<usize>> {
        let toll = at.checked_sub(1).filter(|noun| self.words.contains(noun));
        let toll = toll.and_then(|noun| self.text.tags(noun).outcome);
        let given = toll.is_some_and(|word| word.form.is(OutcomeForm::TOLL));
        let opens =
            self.grammar(at, Grammar::PREPOSITION) && self.grammar(at + 1, Grammar::DEFINITE);
        let long = |unit: &usize| {
            let lasts = self.text.tags(*unit).period.is_none_or(|unit| unit.minutes >= WEEK);
            self.is(*unit, ScopeWord::UNIT) && lasts
        };
        let unit = (at + 2..at + 5).find(long).filter(|_| given && opens)?;
        Some(at..unit + 1)
    }

    /// "last Wednesday's earthquake", where the main event has no day to compare it with.
    fn owns_event(&self, day: usize) -> bool {
        let unknown = self.grammar(day, Grammar::WEEKDAY) && !self.main.knows_time(Time::Day);
        let event = (day + 1..day + 5).any(|at| self.is(at, ScopeWord::EVENT));
        unknown && event && self.main.established
    }

    /// "has claimed three lives in a week", "in less than a month": weeks or more that reach to now, said
    /// of the dead, not "under siege for a year".
    fn stretch(&self, at: usize) -> Option<Range<usize>> {
        if !self.is(at, ScopeWord::WITHIN) {
            return None;
        }
        let marked = |i: &usize| self.text.words[*i].shape == Shape::Mark;
        let mut next = (at + 1..(at + 6).min(self.words.end)).take_while(|i| !marked(i));
        let unit = next.find(|i| self.is(*i, ScopeWord::UNIT))?;
        let tags = self.text.tags(unit - 1);
        let measured = tags.number.is_some() || tags.grammar.is(Grammar::ARTICLE);
        let turns = ScopeWord::AFTER.or(ScopeWord::AGO).or(ScopeWord::BEFORE);
        let opens = Grammar::RELATIVE.or(Grammar::SUBORDINATOR);
        let mut clause = (self.words.start..at).rev().take_while(|i| !self.grammar(*i, opens));
        let mut told = || clause.any(|i| self.text.tags(i).outcome.is_some());
        let lasts = measured && self.counts_so_far(unit) && !self.is(unit + 1, turns) && told();
        lasts.then_some(at..unit + 1)
    }

    /// Whether the sentence says what has happened up to now, and a unit is a week or more: "more than
    /// 250 have drowned already this month".
    fn counts_so_far(&self, unit: usize) -> bool {
        let lasts = self.text.tags(unit).period.is_some_and(|unit| unit.minutes >= WEEK);
        let has = self.vocabulary.grammar.is(Grammar::HAVE);
        lasts && has && self.words.clone().any(|at| self.grammar(at, Grammar::HAVE))
    }

    /// Days, dates and years among some words that are not those of the main event.
    pub(super) fn dates(&self, words: Range<usize>) -> impl Iterator<Item = Mover> {
        let dated = self.happened(words.clone()).filter_map(|(time, words)| {
            // "By Wednesday noon 121 had been rescued" goes on with the same event.
            // "as of 9 a.m. Tuesday", "as of noon today"
            let hour = |at: &usize| {
                let clock = self.text.tags(*at).lookalike.is(Lookalike::CLOCK);
                let stop =
                    clock || self.grammar(*at, Grammar::ABBREVIATION) || self.text.mark(*at) == ".";
                stop || self.text.words[*at].shape == Shape::Digits
            };
            let before = (self.words.start..words.start).rev().find(|at| !hour(at));
            let until = before.is_some_and(|b| self.grammar(b, Grammar::UNTIL));
            let moves = !until && self.main.knows_time(time) || time == Time::Year;
            moves.then(|| self.unless_main(words, Move::Time)).flatten()
        });
        dated.chain(self.months(words))
    }

    /// Whether the sentence names a day or date and the main event has none to compare it with.
    pub(in crate::figure) fn says_when(&self) -> bool {
        self.dated(self.words.clone())
            .any(|(time, _)| time != Time::Year && !self.main.knows_time(time))
    }

    /// "On Thursday 23 people were killed", where the main event has no day.
    pub(in crate::figure) fn opens_with_day(&self) -> bool {
        let start = self.words.start;
        let first = start..(start + 3).min(self.words.end);
        self.dated(first).any(|(time, _)| time != Time::Year && !self.main.knows_time(time))
    }

    /// "Earlier 15 people were killed in the town": whether it opens with another time, and nobody's
    /// earlier report is meant.
    pub(in crate::figure) fn opens_earlier(&self) -> bool {
        let first = self.grammar(self.words.start, Grammar::EARLIER);
        let says = |at| self.text.tags(at).source.is(SourceWord::SAYS);
        first && !self.words.clone().take(REPORT).any(says)
    }

    /// The days, dates and years among some words on which something happened: not "police said Tuesday".
    pub(super) fn happened(
        &self,
        words: Range<usize>,
    ) -> impl Iterator<Item = (Time, Range<usize>)> {
        let says = move |at: usize| self.text.tags(at).source.is(SourceWord::SAYS);
        let said = move |words: &Range<usize>| {
            let before = |back| words.start.checked_sub(back).filter(|b| self.words.contains(b));
            let on = before(1).is_some_and(|at| self.is(at, ScopeWord::PLACE));
            let verb = before(1 + usize::from(on));
            // "The mayor, who met reporters on Thursday, said that nine people had died"
            let comma = usize::from(self.text.str(words.end) == ",");
            let told = |at: usize| self.text.tags(at).outcome.is_some();
            let next = || {
                let at = words.end + comma;
                at < self.words.end && says(at) && !(self.words.start..at).any(told)
            };
            verb.is_some_and(says) || next() || self.is_of_saying(words)
        };
        // "the most deaths since 2015" are of another year.
        let record = self.of_class(ScopeWord::SUPERLATIVE).next();
        let since = move |words: &Range<usize>| {
            record.is_some_and(|at| at + 1 < words.start)
                && words.start.checked_sub(1).is_some_and(|at| self.is(at, ScopeWord::SINCE))
        };
        self.dated(words).filter(move |(time, words)| match time {
            Time::Day => !said(words) && !self.is_of_news(words.start),
            _ => !since(words),
        })
    }

    /// "Late on Saturday the army said that a mine had killed two": whether a day that opens a sentence
    /// is that of saying.
    fn is_of_saying(&self, day: &Range<usize>) -> bool {
        let opens = day.start < self.words.start + OPENING;
        let next = day.end..(day.end + SPEAKER).min(self.words.end);
        let told = |at: &usize| {
            let tags = self.text.tags(*at);
            tags.outcome.is_some() || tags.number.is_some() || self.is(*at, ScopeWord::EVENT)
        };
        let mut speaker = next.take_while(|at| !told(at));
        opens && speaker.any(|at| self.text.tags(at).source.is(SourceWord::SAYS))
    }

    /// "had died in the fire that broke out on Friday": whether a day is told of an event that the article knows.
    fn is_of_news(&self, day: usize) -> bool {
        let clause = day.saturating_sub(CLAUSE).max(self.words.start)..day;
        let Some(that) = clause.clone().rfind(|at| self.grammar(*at, Grammar::RELATIVE)) else {
            return false;
        };
        let told = (that..day).any(|at| self.text.tags(at).outcome.is_some());
        let noun = that.checked_sub(1).filter(|at| self.words.contains(at));
        let known = noun
            .filter(|at| self.is(*at, ScopeWord::EVENT) && self.main.tells_of(self.text.str(*at)));
        let article = |noun: usize| {
            let mut before = noun.saturating_sub(NOUN).max(self.words.start)..noun;
            before.any(|at| self.grammar(at, Grammar::DEFINITE))
        };
        !told && known.is_some_and(article)
    }

    /// The days, dates and years that some words of the sentence name.
    pub(super) fn dated(&self, words: Range<usize>) -> impl Iterator<Item = (Time, Range<usize>)> {
        let any = self.vocabulary.grammar.is(Grammar::WEEKDAY)
            || self.vocabulary.scope.is(ScopeWord::DAY);
        let is_day = move |at: &usize| {
            any && (self.grammar(*at, Grammar::WEEKDAY) || self.is(*at, ScopeWord::DAY))
        };
        let weekdays = words.clone().filter(is_day).map(|at| (Time::Day, at..at + 1));
        let numerals = self.numerals.iter().filter(move |n| words.contains(&n.words.start));
        weekdays.chain(numerals.filter_map(|n| match n.why {
            Some(Why::Year) => Some((Time::Year, n.words.clone())),
            Some(Why::Date) => Some((Time::Date, n.words.clone())),
            _ => None,
        }))
    }

    /// Months that are not that of the main event: "In early March, a gunman", "in December", "from March, when".
    fn months(&self, words: Range<usize>) -> impl Iterator<Item = Mover> {
        let any = self.vocabulary.grammar.is(Grammar::MONTH);
        let named = words.filter(move |at| any && self.grammar(*at, Grammar::MONTH));
        named.filter_map(|at| {
            let within = ScopeWord::PLACE.or(ScopeWord::WITHIN);
            let opens = |back: &usize| at.checked_sub(*back).is_some_and(|b| self.is(b, within));
            let compared = self.is_compared(at);
            let back = (1..=2).find(opens).or(compared.then_some(1))?;
            let month = self.text.str(at);
            let known = self.main.times.iter().any(|(_, t)| contains(t, month));
            let dated = self.numerals.iter().any(|n| n.words.contains(&at));
            let other = compared || !known && !self.dates_main(at);
            let moves = other && !dated && self.main.established;
            let forward = at < self.words.start + 3;
            moves.then(|| Mover { words: at - back..at + 1, kind: Move::Time, forward })
        })
    }

    /// "Fell by a tenth from August, when 312 were killed": whether a month is the one that another is set against.
    fn is_compared(&self, month: usize) -> bool {
        let when = Grammar::RELATIVE.or(Grammar::SUBORDINATOR);
        let comma = usize::from(self.text.mark(month + 1) == ",");
        let from = month.checked_sub(1).is_some_and(|at| self.grammar(at, Grammar::FROM));
        from && self.grammar(month + 1 + comma, when)
    }

    /// "The blast occurred on Nov. 5": whether a month is said of the main event itself, which had no date yet.
    fn dates_main(&self, month: usize) -> bool {
        let opens = Grammar::RELATIVE.or(Grammar::SUBORDINATOR);
        let told = |end: usize| {
            let between = end..month;
            let main = end <= month && self.main.tells_of(self.text.str(end - 1));
            main && !between.into_iter().any(|at| self.grammar(at, opens))
        };
        !self.main.knows_time(Time::Date) && self.known_events().any(told)
    }

    /// Whether "since" is said of time, not of a reason.
    pub(super) fn opens_span(&self, at: usize) -> bool {
        let happening = ScopeWord::EVENT.or(ScopeWord::LASTING).or(ScopeWord::UNIT);
        let dated = Grammar::MONTH.or(Grammar::WEEKDAY).or(Grammar::ADVERB);
        let next = at + 1..(at + 6).min(self.words.end);
        // "had since died"
        if self.text.tags(at + 1).outcome.is_some() {
            return false;
        }
        let numeral = self
            .numerals
            .iter()
            .any(|n| next.contains(&n.words.start) && matches!(n.why, Some(Why::Year | Why::Date)));
        numeral || next.into_iter().any(|i| self.is(i, happening) || self.grammar(i, dated))
    }

    /// Whether the sentence names days or more within which people were counted: "in less than a week".
    pub(in crate::figure) fn spans_days(&self) -> bool {
        let long = |at: usize| rates::within(self.text, at).is_some_and(|lasts| lasts >= DAY);
        self.vocabulary.scope.is(ScopeWord::WITHIN) && self.words.clone().any(long)
    }

    /// A mover of these words, unless the main event has them.
    fn unless_main(&self, words: Range<usize>, kind: Move) -> Option<Mover> {
        let span = self.text.span(&words);
        let printed = span.of(&self.text.document.text);
        let known = self.main.times.iter().any(|(_, t)| t.eq_ignore_ascii_case(printed));
        (!known).then_some(Mover { words, kind, forward: false })
    }
}

/// Whether some words have a word among them, whatever the case.
pub(super) fn contains(words: &str, word: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|w| w.eq_ignore_ascii_case(word))
}

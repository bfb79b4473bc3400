//! Short names for the events that a document tells of: "April 4", "in North Waziristan", "a similar
//! attack".
//!
//! A label is the whole noun phrase, date or name around the words that moved the scope, in the
//! article's own letters. Where these words are none, there is no label.

use std::ops::Range;

use crate::lexicon::{Grammar, OutcomeForm, ScopeWord};
use crate::text::{Shape, Text};

/// The most words of a label.
const LONGEST: usize = 6;

/// The most words that a label takes in on either side.
const REACH: usize = 4;

/// The label that the words of a mover give, if they are a date, a name or a noun phrase.
pub(super) fn read(
    text: &Text<'_>,
    mover: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<String> {
    let words = Words { text, sentence };
    let start = words.start(mover);
    let end = match words.scope(mover.start, ScopeWord::SINCE) {
        true => words.since(mover.start + 1),
        false => words.end(start, mover),
    };
    let range = start..words.without_verb(start, end);
    let told = range.clone().any(|at| !text.str(at).bytes().all(|b| b.is_ascii_digit()))
        || (range.len() == 1 && text.str(start).len() == 4);
    let short = !range.is_empty() && range.len() <= LONGEST;
    let whole = !words.grammar(range.end - 1, Grammar::DETERMINER)
        && !words.scope(range.end - 1, ScopeWord::SINCE);
    (short && told && whole).then(|| words.printed(range))
}

struct Words<'t, 'a> {
    text: &'t Text<'a>,
    sentence: &'t Range<usize>,
}

impl Words<'_, '_> {
    fn scope(&self, at: usize, class: ScopeWord) -> bool {
        self.sentence.contains(&at) && self.text.tags(at).scope.is(class)
    }

    fn grammar(&self, at: usize, class: Grammar) -> bool {
        self.sentence.contains(&at) && self.text.tags(at).grammar.is(class)
    }

    fn is_number(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.text.is_of_number(at)
    }

    /// "April" before "4", "two" before "weeks after", "the Syrian" before "war".
    fn start(&self, mover: &Range<usize>) -> usize {
        let first = mover.start;
        let before = |back: usize| first.checked_sub(back).filter(|at| self.sentence.contains(at));
        if self.is_number(first) {
            let month = |back: usize| before(back).filter(|at| self.grammar(*at, Grammar::MONTH));
            // "May 3, 2011"
            let comma = before(1).is_some_and(|at| self.text.mark(at) == ",");
            let day = before(2).filter(|at| self.is_number(*at));
            let dated = day.filter(|_| comma).and_then(|_| month(3));
            // "3 May 2011"
            let day = month(1).and_then(|at| day.filter(|day| *day < at));
            return dated.or(day).or(month(1)).unwrap_or(first);
        }
        if self.scope(first, ScopeWord::UNIT) {
            let many = |at: &usize| self.is_number(*at) || self.grammar(*at, Grammar::ARTICLE);
            return before(1).filter(many).unwrap_or(first);
        }
        if self.scope(first, ScopeWord::LASTING) {
            let definite =
                |back: &usize| before(*back).is_some_and(|at| self.grammar(at, Grammar::DEFINITE));
            let named = |back: &usize| before(*back).is_some_and(|at| self.is_noun(at));
            let back = (1..=REACH).find(definite);
            return back.filter(|b| (1..*b).all(|i| named(&i))).map_or(first, |b| first - b);
        }
        first
    }

    /// Where the noun, name or date ends.
    fn end(&self, start: usize, mover: &Range<usize>) -> usize {
        let last = mover.end - 1;
        let dated = self.grammar(last, Grammar::MONTH) || self.is_number(last);
        if dated || self.grammar(start, Grammar::MONTH) {
            // "Sept. 5"
            let stop = self.text.mark(mover.end) == "." && self.is_number(mover.end + 1);
            let from = mover.end + usize::from(stop);
            let goes_on = |at: &usize| {
                let digits = self.is_number(*at) && self.text.words[*at].shape == Shape::Digits;
                digits || self.grammar(*at, Grammar::MONTH)
            };
            return from + (from..self.sentence.end).take(2).take_while(goes_on).count();
        }
        let name = matches!(self.text.words[last].shape, Shape::Title | Shape::Upper);
        let event = self.scope(last, ScopeWord::EVENT);
        let goes_on = |at: &usize| {
            let capital = matches!(self.text.words[*at].shape, Shape::Title | Shape::Upper);
            let tags = self.text.tags(*at);
            let noun = tags.people.is_some() || self.scope(*at, ScopeWord::EVENT);
            self.is_noun(*at) && ((name && capital) || (event && noun && !capital))
        };
        let more = (mover.end..self.sentence.end).take(REACH).take_while(goes_on).count();
        mover.end + more
    }

    /// The end of the time or noun phrase behind "since".
    fn since(&self, start: usize) -> usize {
        if self.grammar(start, Grammar::ADVERB) {
            return start + 1;
        }
        let mut at = start;
        while self.grammar(at, Grammar::DETERMINER) {
            at += 1;
        }
        let dated = |at: usize| self.is_number(at) || self.grammar(at, Grammar::MONTH);
        let part = |at: &usize| self.is_noun(*at) || dated(*at);
        let stop = |at: usize| {
            let month = at.checked_sub(1).is_some_and(|b| self.grammar(b, Grammar::MONTH));
            month && self.text.mark(at) == "." && self.is_number(at + 1)
        };
        let goes_on = |at: &usize| part(at) || stop(*at);
        at + (at..self.sentence.end).take(REACH).take_while(goes_on).count()
    }

    /// Whether a word may be a part of a name or noun phrase.
    fn is_noun(&self, at: usize) -> bool {
        let tags = self.text.tags(at);
        let mark = self.text.words[at].shape == Shape::Mark;
        let dated = tags.grammar.is(Grammar::WEEKDAY.or(Grammar::MONTH));
        self.sentence.contains(&at)
            && !mark
            && (tags.grammar.is_empty() || dated)
            && tags.outcome.is_none()
            && tags.number.is_none()
            && tags.qualifier.is_none()
            && tags.source.is_empty()
    }

    /// "the Habeet area killing 12": a verb and its people are none of the label.
    fn without_verb(&self, start: usize, end: usize) -> usize {
        let kills = |at: &usize| {
            let outcome = self.text.tags(*at).outcome;
            let people = self.is_number(at + 1) || self.text.tags(at + 1).people.is_some();
            outcome.is_some_and(|o| o.form.is(OutcomeForm::GERUND)) && people
        };
        (start + 1..end).find(kills).unwrap_or(end)
    }

    /// The words as printed, the first without the capital of a sentence.
    fn printed(&self, words: Range<usize>) -> String {
        let first = words.start;
        let printed = self.text.spaced(&words);
        let tags = self.text.tags(first);
        let dated = tags.grammar.is(Grammar::MONTH.or(Grammar::WEEKDAY));
        let small = !dated && (!tags.grammar.is_empty() || !tags.scope.is_empty());
        let mut letters = printed.chars();
        match letters.next().filter(|_| small && self.text.words[first].shape == Shape::Title) {
            Some(capital) => capital.to_lowercase().chain(letters).collect(),
            None => printed,
        }
    }
}

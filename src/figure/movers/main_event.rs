//! What is known of the main event: when it was, the names that came with it, what it is called.
//!
//! From "A bomb attack in Kabul on Monday killed 12" it learns `Monday`, `Kabul` and `attack`; a later
//! "the attack" is then no other event. It does not know where the telling has moved to since.

use std::ops::Range;

use super::Search;
use super::calendar::{CALENDAR, Time, contains};
use crate::lexicon::{ContrastWord, Grammar, ScopeWord};
use crate::numeral::Numeral;
use crate::text::{Sentence, Text};

/// The fewest letters of a name before an "s" that is no part of it.
const STEM: usize = 4;

/// What is known of the main event.
#[derive(Debug)]
pub(in crate::figure) struct Main<'a> {
    /// When it was.
    pub(super) times: Vec<(Time, &'a str)>,
    /// Names of places and others.
    names: Vec<&'a str>,
    /// Nouns for what happened.
    nouns: Vec<&'a str>,
    /// Whether the body has given a figure of it.
    pub(in crate::figure) established: bool,
}

impl<'a> Main<'a> {
    /// Nothing is known yet.
    pub(in crate::figure) const fn nothing() -> Main<'a> {
        Main { times: Vec::new(), names: Vec::new(), nouns: Vec::new(), established: false }
    }

    /// Whether a time of a kind came up with the main event.
    pub(super) fn knows_time(&self, time: Time) -> bool {
        self.times.iter().any(|(known, _)| *known == time)
    }

    /// Whether a name came up with the main event, with or without a final "s".
    pub(in crate::figure) fn knows(&self, name: &str) -> bool {
        let is = |name: &str| self.names.iter().any(|n| n.eq_ignore_ascii_case(name));
        // "Aleppos" of a text without apostrophes
        is(name) || name.strip_suffix('s').is_some_and(|stem| stem.len() >= STEM && is(stem))
    }

    /// Whether the headline or the first sentences name what happened so.
    pub(in crate::figure) fn tells_of(&self, noun: &str) -> bool {
        // "a bomb attack" is the attack.
        self.nouns.iter().any(|n| last(n).eq_ignore_ascii_case(last(noun)))
    }

    /// Takes the days and years of a sentence for those of the main event.
    pub(in crate::figure) fn date(&mut self, search: &Search<'_, 'a, '_>) {
        self.add(search.text, search.happened(search.words.clone()));
    }

    /// Adds times by the words that name them.
    fn add(&mut self, text: &'a Text<'_>, times: impl Iterator<Item = (Time, Range<usize>)>) {
        let printed = |words| text.span(&words).of(&text.document.text);
        self.times.extend(times.map(|(time, words)| (time, printed(words))));
    }

    /// Whether the headline or the first sentences give the date that some words name: "March 2".
    pub(super) fn is_dated(&self, words: &str) -> bool {
        let told = |word: &str| self.times.iter().any(|(_, time)| contains(time, word));
        words.split_whitespace().all(told)
    }

    /// Takes the times, names and nouns of a sentence for those of the main event.
    pub(in crate::figure) fn learn(&mut self, search: &Search<'_, 'a, '_>) {
        let words = search.told();
        let relative = search.of_class(CALENDAR).filter(|at| words.contains(at));
        let relative = relative.filter_map(|at| search.calendar(at));
        // "four fewer than last year" is another time.
        let than = |at: usize| {
            let word = search.text.tags(at).contrast.as_deref();
            word.is_some_and(|word| word.is(ContrastWord::THAN.or(ContrastWord::BASE)))
        };
        let own = relative.filter(|m| !m.words.start.checked_sub(1).is_some_and(than));
        self.add(search.text, own.map(|mover| (Time::Relative, mover.words)));
        let lasting = search.of_class(ScopeWord::LASTING).filter(|at| words.contains(at));
        self.nouns.extend(lasting.map(|at| search.text.str(at)));
        self.learn_more(search);
    }

    /// Takes the dates, names and events of a sentence further down for those of the main event: not its
    /// wars and years, which tell what came before.
    pub(in crate::figure) fn learn_more(&mut self, search: &Search<'_, 'a, '_>) {
        let words = search.told();
        self.names
            .extend(words.clone().filter(|at| search.is_name(*at)).map(|at| search.text.str(at)));
        let nouns = search.of_class(ScopeWord::EVENT).filter(|at| words.contains(at));
        self.nouns.extend(nouns.map(|at| search.text.str(at)));
        self.add(search.text, search.happened(search.words.clone()));
        if search.vocabulary.grammar.is(Grammar::MONTH) {
            // "The deadliest day since February" was in another month.
            let dated = |at: usize| search.numerals.iter().any(|n| n.words.contains(&at));
            let since = |at: usize| at > 0 && search.is(at - 1, ScopeWord::SINCE) && !dated(at + 1);
            let month = |at: &usize| search.grammar(*at, Grammar::MONTH) && !since(*at);
            let months = search.words.clone().filter(month);
            self.times.extend(months.map(|at| (Time::Relative, search.text.str(at))));
        }
    }
}

impl<'m, 't, 'a> Search<'m, 't, 'a> {
    /// The words up to where the sentence turns to what happened before.
    fn told(&self) -> Range<usize> {
        self.words.start..self.aside().unwrap_or(self.words.end)
    }

    /// A search of a sentence by itself: nothing is known of the main event.
    pub(in crate::figure) fn alone(
        text: &'t Text<'a>,
        sentence: &Sentence,
        numerals: &'m [Numeral],
    ) -> Search<'m, 't, 'a> {
        static NOTHING: Main<'static> = Main::nothing();
        Search::of(text, sentence, numerals, &NOTHING)
    }
}

/// The last of some words: "attack" of "bomb attack".
fn last(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or(words)
}

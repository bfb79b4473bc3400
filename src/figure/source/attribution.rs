//! Where a sentence says whose account it gives, and which words that covers.
//!
//! In "Police said 12 died" the words behind the verb are covered, in "12 died, police said" those
//! before the speaker. Attributions know one sentence, and its speakers only as written.

use std::ops::Range;

use super::speaker::{self, Speaker};
use super::{has_capital, is_source};
use crate::lexicon::{Grammar, OutcomeForm, PeopleRole, SourceWord};
use crate::text::{Shape, Text};

/// Words that say whose account some others are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribution {
    /// The sentence it stands in.
    pub(super) sentence: usize,
    /// Speaker and verb.
    pub(super) words: Range<usize>,
    /// Who speaks.
    pub(super) speaker: Speaker,
    /// Whether it covers the words before it.
    pub(super) before: bool,
    /// Whether it covers the words behind it.
    pub(super) after: bool,
    /// The first word of those before it that it can cover.
    reaches: usize,
    /// The words behind it that begin a clause of the paper's own.
    turns: Vec<usize>,
}

/// How many words a count may stand away from "put".
const REACH: usize = 14;

/// Finds the attributions of a sentence, in order.
pub(super) fn find(
    text: &Text<'_>,
    sentence: usize,
    words: Range<usize>,
    headline: bool,
    found: &mut Vec<Attribution>,
) {
    let before = found.len();
    let mut finder =
        Finder { text, sentence, words: words.clone(), headline, found, first: before };
    if headline {
        finder.credit();
    }
    for at in words.clone() {
        if text.tags(at).source.is_some() && !finder.is_taken(at) {
            finder.word(at);
        }
    }
    if finder.found.len() == before {
        finder.cited();
    }
    found[before..].sort_by_key(|a| a.words.start);
}

/// Which of a sentence's attributions covers a word.
pub(super) fn covering<'a>(
    attributions: impl Iterator<Item = &'a Attribution> + Clone,
    word: usize,
) -> Option<usize> {
    let all = || attributions.clone().enumerate();
    let last = all().take_while(|(_, a)| a.words.start <= word).last();
    let last = last.filter(|(_, a)| a.after || a.words.end > word);
    let next = all().find(|(_, a)| a.words.start > word);
    let next = next.filter(|(_, a)| a.before && a.reaches <= word);
    match (last, next) {
        (Some((k, last)), Some((n, next))) => {
            let turned = last.turns.iter().any(|at| *at <= word);
            let behind = last.before && next.before;
            let nearer = next.turns.is_empty() || turned;
            Some(if (turned || behind) && nearer { n } else { k })
        }
        (Some((k, last)), None) => {
            let own = last.before && last.turns.iter().any(|at| *at <= word);
            (!own).then_some(k)
        }
        (None, next) => next.map(|(n, _)| n),
    }
}

/// A sentence in which attributions are looked for.
struct Finder<'a, 'f> {
    text: &'a Text<'a>,
    sentence: usize,
    words: Range<usize>,
    /// Whether it is a headline.
    headline: bool,
    found: &'f mut Vec<Attribution>,
    /// How many attributions earlier sentences have.
    first: usize,
}

impl Finder<'_, '_> {
    fn is(&self, word: usize, class: SourceWord) -> bool {
        is_source(self.text, word, class)
    }

    fn grammar(&self, word: usize) -> Grammar {
        self.text.tags(word).grammar
    }

    /// Whether a word is part of an attribution already found.
    fn is_taken(&self, at: usize) -> bool {
        self.found[self.first..].iter().any(|a| a.words.contains(&at))
    }

    /// Looks for an attribution at a word of one of the classes.
    fn word(&mut self, at: usize) {
        if self.is(at, SourceWord::ACCORDING) {
            self.according(at);
        } else if self.is(at, SourceWord::ADDING) {
            self.adding(at);
        } else if self.is(at, SourceWord::QUOTED.or(SourceWord::CITING)) && self.quoted(at) {
        } else if self.is(at, SourceWord::SAYS)
            || (self.is(at, SourceWord::PUTS) && self.puts_count(at))
        {
            self.says(at);
        } else if self.is(at, SourceWord::COUNTS) {
            self.counts(at);
        }
    }

    fn push(&mut self, words: Range<usize>, speaker: Speaker, before: bool, after: bool) {
        let turns = self.turns(words.end);
        let sentence = self.sentence;
        let reaches = self.reach_back(words.start);
        self.found.push(Attribution { sentence, words, speaker, before, after, reaches, turns });
    }

    /// How far back words before an attribution belong to it: "hundreds died -- 300 of them in the
    /// city, police said" stops at the dash, unless a second one closes the aside.
    fn reach_back(&self, end: usize) -> usize {
        let dash = |at: &usize| matches!(self.text.str(*at), "--" | "—");
        let mut dashes = (self.words.start..end.saturating_sub(1)).rev().filter(dash);
        match (dashes.next(), dashes.next()) {
            (Some(dash), None) if self.says_something(dash..end) => dash,
            _ => self.words.start,
        }
    }

    /// Where clauses of the paper's own may begin behind a word.
    fn turns(&self, start: usize) -> Vec<usize> {
        let turn = |at: &usize| {
            let behind_comma = *at > 0 && self.text.str(at - 1) == ",";
            (self.is(*at, SourceWord::TURN) && (behind_comma || *at == start))
                || self.text.str(*at) == ";"
        };
        (start..self.words.end).filter(turn).collect()
    }

    /// "according to the army"
    fn according(&mut self, at: usize) {
        let Some((speaker, end)) = speaker::after(self.text, at + 1, self.words.end) else {
            return;
        };
        let first = at == self.words.start;
        let after = first || self.goes_on(end);
        self.push(at..end, speaker, !first, after);
    }

    /// Whether what follows a final attribution still belongs to it: ", including three children".
    fn goes_on(&self, at: usize) -> bool {
        let at = if self.text.str(at) == "," { at + 1 } else { at };
        let joins = Grammar::AND.or(Grammar::INCLUDING).or(Grammar::WITH).or(Grammar::LEAVE);
        at < self.words.end
            && !self.is(at, SourceWord::TURN)
            && (self.grammar(at).is(joins)
                || self.text.tags(at).outcome.is_some()
                || self.grammar(at).is(Grammar::BE.or(Grammar::HAVE).or(Grammar::VERB)))
    }

    /// "adding that"
    fn adding(&mut self, at: usize) {
        if self.claims_lives(at) {
            return;
        }
        if let Some((speaker, first)) = speaker::before(self.text, self.words.start, at)
            && self.can_speak(at)
        {
            return self.push(first..at + 1, speaker, false, true);
        }
        let speaks = self.found.len() > self.first;
        if speaks {
            return self.push(at..at + 1, Speaker::Same, false, true);
        }
        let subject = speaker::after(self.text, self.words.start, at);
        if let Some((speaker @ Speaker::Named { .. }, end)) = subject
            && self.can_speak(end)
        {
            let owned = self.words.start + 1..at;
            let before = owned.into_iter().any(|w| self.owns_toll(w));
            self.push(at..at + 1, speaker, before, true);
        }
    }

    /// "its earlier toll": the speaker's own.
    fn owns_toll(&self, at: usize) -> bool {
        let is_toll = |w: usize| {
            let toll = self.text.tags(w).outcome.is_some_and(|o| o.form.is(OutcomeForm::TOLL));
            toll || self.is(w, SourceWord::COUNTS)
        };
        self.grammar(at).is(Grammar::POSSESSIVE) && (at + 1..at + 4).any(is_toll)
    }

    /// Whether the noun phrase behind a word is somebody who speaks, not "the evening".
    fn speaks_behind(&self, at: usize) -> bool {
        let found = speaker::after(self.text, at, self.words.end);
        found.is_some_and(|(_, end)| self.can_speak(end) || has_capital(self.text, end - 1))
    }

    /// Whether the noun phrase that ends before `end` can speak.
    fn can_speak(&self, end: usize) -> bool {
        let record = SourceWord::RECORD.or(SourceWord::COUNTS);
        end > self.words.start
            && (speaker::can_speak(self.text, end - 1) || self.is(end - 1, record))
    }

    /// "quoted the mayor as saying", "the mayor was quoted as saying"; whether it is one of them.
    fn quoted(&mut self, at: usize) -> bool {
        let limit = self.words.end.min(at + REACH);
        let mut saying = (at + 1..limit).filter(|w| self.is(*w, SourceWord::ADDING));
        let Some(saying) = saying.find(|w| self.is(*w - 1, SourceWord::TURN)) else {
            return false;
        };
        if at > self.words.start && self.grammar(at - 1).is(Grammar::BE) {
            let found = speaker::before(self.text, self.words.start, at - 1);
            if let Some((speaker, first)) = found {
                self.place(first..saying + 1, speaker);
            }
        } else if let Some((speaker, _)) = speaker::after(self.text, at + 1, saying) {
            self.push(at..saying + 1, speaker, false, true);
        }
        true
    }

    /// "police said", "said the police", "was reported by the police"
    fn says(&mut self, at: usize) {
        if self.is_noun(at) || self.is_name(at) || self.claims_lives(at) {
            return;
        }
        if self.grammar(at + 1).is(Grammar::BY) && self.speaks_behind(at + 2) {
            if !self.is(at, SourceWord::CLAIMS) {
                self.inverted(at, at + 2);
            }
            return;
        }
        if self.is_passive(at) {
            return;
        }
        match speaker::before(self.text, self.words.start, at) {
            Some((speaker, first)) => self.place(first..at + 1, speaker),
            None if !self.is(at, SourceWord::ADDRESSED) => self.inverted(at, at + 1),
            None => {}
        }
    }

    /// "claimed 12 lives", "claimed the attack"
    fn claims_lives(&self, at: usize) -> bool {
        let mut words = at + 1..self.words.end.min(at + REACH);
        let next = self.grammar(at + 1);
        let object = next.is(Grammar::DEFINITE) && !next.is(Grammar::RELATIVE);
        self.is(at, SourceWord::CLAIMS) && (object || words.any(|w| self.is(w, SourceWord::LIVES)))
    }

    /// Whether a word that can be a verb of saying is a noun: "the report", "reports said".
    fn is_noun(&self, at: usize) -> bool {
        let noun = self.is(at, SourceWord::RECORD.or(SourceWord::COUNTS));
        let determiner = Grammar::ARTICLE.or(Grammar::DEFINITE).or(Grammar::POSSESSIVE);
        let before = at > self.words.start && self.grammar(at - 1).is(determiner);
        let next = self.grammar(at + 1).is(Grammar::OF.or(Grammar::BY).or(Grammar::ORIGIN));
        noun && (before || next || self.is(at + 1, SourceWord::SAYS))
    }

    /// "Weekly Report": part of a name, unless every word of the headline has a capital.
    fn is_name(&self, at: usize) -> bool {
        let title = self.text.words[at].shape == Shape::Title;
        title && !self.headline && at > self.words.start
    }

    /// "was reported", "to say", "could not confirm"
    fn is_passive(&self, at: usize) -> bool {
        let mut before = at;
        while before > self.words.start && self.grammar(before - 1).is(Grammar::ADVERB) {
            before -= 1;
        }
        let Some(before) = before.checked_sub(1).filter(|w| *w >= self.words.start) else {
            return false;
        };
        let none = Grammar::BE.or(Grammar::MODAL).or(Grammar::NEGATION).or(Grammar::PREPOSITION);
        self.grammar(before).is(none) && !self.is(before, SourceWord::SPEAKER)
    }

    /// The speaker behind the verb.
    fn inverted(&mut self, at: usize, start: usize) {
        let quoted = at > self.words.start && self.text.words[at - 1].shape == Shape::Mark;
        if !(quoted || start > at + 1) {
            return;
        }
        if let Some((speaker, end)) = speaker::after(self.text, start, self.words.end) {
            let after = self.goes_on(end);
            self.push(at..end, speaker, true, after);
        }
    }

    /// Adds an attribution of speaker and verb, covering what it stands behind or before.
    fn place(&mut self, words: Range<usize>, speaker: Speaker) {
        let content =
            words.start > self.words.start && self.says_something(self.words.start..words.start);
        let behind = content && !self.says_something(words.end..self.clause_end(words.end));
        let joined = behind && self.grammar(words.start - 1).is(Grammar::AND);
        let after = !behind || joined || self.goes_on(self.clause_end(words.end));
        self.push(words, speaker, behind && !joined, after);
    }

    /// The end of the clause that a verb of saying stands in.
    fn clause_end(&self, start: usize) -> usize {
        let ends = |at: &usize| {
            self.text.str(*at) == ","
                || self.is(*at, SourceWord::ADDING.or(SourceWord::CITING))
                || (self.is(*at, SourceWord::TURN) && *at > start)
        };
        match (start..self.words.end).find(ends) {
            _ if self.grammar(start).is(Grammar::AND) => start,
            found => found.unwrap_or(self.words.end),
        }
    }

    /// Whether some words hold a clause: a verb, an outcome, or a quotation.
    fn says_something(&self, mut words: Range<usize>) -> bool {
        let verbal = Grammar::BE.or(Grammar::HAVE).or(Grammar::MODAL).or(Grammar::VERB);
        words.any(|at| {
            let tags = self.text.tags(at);
            let quote = matches!(self.text.str(at), "\"" | "”" | "“" | "''");
            let outcome = tags.outcome.is_some() && !self.is(at, SourceWord::RECORD);
            outcome
                || tags.grammar.is(verbal)
                || tags.number.is_some()
                || quote
                || self.text.words[at].shape == Shape::Digits
        })
    }

    /// "put the toll at 12"
    fn puts_count(&self, at: usize) -> bool {
        let mut words = at + 1..self.words.end.min(at + REACH);
        let toll = |w: usize| {
            let toll = self.text.tags(w).outcome.is_some_and(|o| o.form.is(OutcomeForm::TOLL));
            toll || self.is(w, SourceWord::COUNTS)
        };
        words.any(toll) && words.any(|w| self.is_number(w))
    }

    fn is_number(&self, at: usize) -> bool {
        self.text.tags(at).number.is_some() || self.text.words[at].shape == Shape::Digits
    }

    /// "by the army's count"
    fn counts(&mut self, at: usize) {
        let end =
            (self.words.start..at).rev().take(3).find(|w| matches!(self.text.str(*w), "'s" | "’s"));
        let Some(end) = end else { return };
        if let Some((speaker, first)) = speaker::before(self.text, self.words.start, end)
            && (speaker::can_speak(self.text, end - 1) || has_capital(self.text, end - 1))
        {
            self.push(first..at + 1, speaker, true, true);
        }
    }

    /// "citing the army", where nobody else is named.
    fn cited(&mut self) {
        let Some(at) = self.words.clone().find(|at| self.is(*at, SourceWord::CITING)) else {
            return;
        };
        if let Some((speaker, end)) = speaker::after(self.text, at + 1, self.words.end) {
            let first = at == self.words.start;
            self.push(at..end, speaker, !first, first);
        }
    }

    /// The credit of a headline: "Blast kills 12 - TV", "Police: 12 dead".
    fn credit(&mut self) {
        let end = self.words.end;
        let is_mark = |at: &usize| {
            matches!(self.text.str(*at), ":" | "-" | "–" | "—" | "--")
                && !self.text.words[*at].glued
                || self.text.str(*at) == ":"
        };
        let mark = self.words.clone().rev().take(5).find(is_mark);
        if mark.is_some_and(|at| self.credited(at + 1..end, true)) {
            return;
        }
        let mark = self.words.clone().take(8).find(is_mark);
        if mark.is_some_and(|at| self.credited(self.words.start..at, false)) {
            return;
        }
        let last = end.checked_sub(1).filter(|last| *last > self.words.start + 2);
        if let Some(last) = last
            && self.is(last, SourceWord::CREDIT)
            && self.stands_alone(last)
        {
            self.credited(last..end, true);
        }
    }

    /// Whether a word at the end of a headline goes with nothing before it.
    fn stands_alone(&self, last: usize) -> bool {
        let ends = Grammar::ENDS_PHRASE.or(Grammar::BESIDES);
        let before = self.text.tags(last - 1);
        let modifies = before.people.is_some_and(|p| p.role.is(PeopleRole::MODIFIER));
        (has_capital(self.text, last) || has_capital(self.text, last - 1))
            && !before.grammar.is(ends)
            && before.number.is_none()
            && !modifies
            && self.text.words[last - 1].shape != Shape::Digits
    }

    /// Adds the credit that some words are; false where they are none.
    fn credited(&mut self, words: Range<usize>, before: bool) -> bool {
        let named = words.clone().next_back().is_some_and(|head| {
            let class = SourceWord::SPEAKER.or(SourceWord::RECORD).or(SourceWord::CREDIT);
            self.is(head, class)
                || (self.is(head, SourceWord::NAME) && has_capital(self.text, head))
        });
        let found = speaker::after(self.text, words.start, words.end);
        let found = found.filter(|(_, end)| named && *end == words.end);
        let Some((speaker @ Speaker::Named { .. }, _)) = found else { return false };
        self.push(words, speaker, before, !before);
        true
    }
}

//! Where a sentence says whose account it gives, and which words that covers.
//!
//! In "Police said 12 died" the words behind the verb are covered, in "12 died, police said" those
//! before the speaker. Attributions know one sentence, and its speakers only as written.

use std::ops::Range;

use super::speaker::Speaker;
use super::{is_number, is_source};
use crate::lexicon::{Grammar, OutcomeForm, ScopeWord, SourceWord};
use crate::text::Text;

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
    /// The first word behind it that begins a clause of the paper's own.
    turn: Option<usize>,
}

/// How many words of a very long sentence are looked at on either side.
const SPAN: usize = 300;

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
    if text.sentences[sentence].vocabulary.source.is(ATTRIBUTES) {
        finder.words();
    }
    found[before..].sort_by_key(|a| a.words.start);
}

/// Which of a sentence's attributions, in order of place, covers a word.
pub(super) fn covering<T>(
    attributions: &[T],
    of: impl Fn(&T) -> &Attribution,
    word: usize,
) -> Option<usize> {
    let next = attributions.partition_point(|a| of(a).words.start <= word);
    let last = next.checked_sub(1).map(|k| (k, of(&attributions[k])));
    let last = last.filter(|(_, a)| a.after || a.words.end > word);
    let next = attributions.get(next).map(|a| (next, of(a)));
    let next = next.filter(|(_, a)| a.before && a.reaches <= word);
    match (last, next) {
        (Some((k, last)), Some((n, next))) => {
            let turned = last.turn.is_some_and(|at| at <= word);
            let behind = last.before && next.before;
            let nearer = next.turn.is_none() || turned;
            Some(if (turned || behind) && nearer { n } else { k })
        }
        (Some((k, last)), None) => {
            let own = last.before && last.turn.is_some_and(|at| at <= word);
            (!own).then_some(k)
        }
        (None, next) => next.map(|(n, _)| n),
    }
}

/// A sentence in which attributions are looked for.
pub(super) struct Finder<'a, 'f> {
    pub(super) text: &'a Text<'a>,
    sentence: usize,
    /// The words of the sentence.
    pub(super) words: Range<usize>,
    /// Whether it is a headline.
    pub(super) headline: bool,
    found: &'f mut Vec<Attribution>,
    /// How many attributions earlier sentences have.
    first: usize,
}

/// The words that an attribution may hang on: those that `Finder::word` asks for.
const ATTRIBUTES: SourceWord = SourceWord::ACCORDING
    .or(SourceWord::ADDING)
    .or(SourceWord::CITING)
    .or(SourceWord::COUNTS)
    .or(SourceWord::OWNS)
    .or(SourceWord::PUTS)
    .or(SourceWord::PUTTING)
    .or(SourceWord::QUOTED)
    .or(SourceWord::RECORDED)
    .or(SourceWord::SAYS);

impl Finder<'_, '_> {
    pub(super) fn is(&self, word: usize, class: SourceWord) -> bool {
        is_source(self.text, word, class)
    }

    pub(super) fn grammar(&self, word: usize) -> Grammar {
        self.text.tags(word).grammar
    }

    /// Looks at every word that an attribution may hang on.
    fn words(&mut self) {
        for at in self.words.clone() {
            if self.is(at, ATTRIBUTES) && !self.is_taken(at) {
                self.word(at);
            }
        }
        if !self.has_any() {
            self.cited();
        }
    }

    /// Whether the sentence has an attribution so far.
    pub(super) fn has_any(&self) -> bool {
        self.found.len() > self.first
    }

    /// Whether a word is part of an attribution already found.
    fn is_taken(&self, at: usize) -> bool {
        self.found[self.first..].iter().rev().take(3).any(|a| a.words.contains(&at))
    }

    /// The words of the sentence before a place, as far as they are looked at.
    fn behind(&self, at: usize) -> Range<usize> {
        self.words.start.max(at.saturating_sub(SPAN))..at
    }

    /// The words of the sentence from a place on, as far as they are looked at.
    fn ahead(&self, at: usize) -> Range<usize> {
        at..self.words.end.min(at + SPAN)
    }

    /// Looks for an attribution at a word of one of the classes in `ATTRIBUTES`.
    fn word(&mut self, at: usize) {
        if self.is(at, SourceWord::ACCORDING) {
            self.according(at);
        } else if self.is(at, SourceWord::ADDING) {
            self.adding(at);
        } else if self.is(at, SourceWord::QUOTED.or(SourceWord::CITING)) && self.quoted(at) {
        } else if self.is(at, SourceWord::PUTTING) && self.puts_count(at) {
            self.putting(at);
        } else if self.is(at, SourceWord::SAYS)
            || (self.is(at, SourceWord::PUTS) && self.puts_count(at) && !self.is_event(at))
            || (self.is(at, SourceWord::RECORDED) && self.counts_next(at))
        {
            self.says(at);
        } else if self.is(at, SourceWord::COUNTS) {
            self.counts(at);
        } else if self.is(at, SourceWord::OWNS) {
            self.owns(at);
        }
    }

    pub(super) fn push(
        &mut self,
        words: Range<usize>,
        speaker: Speaker,
        before: bool,
        after: bool,
    ) {
        let turn = self.turn(words.end);
        let sentence = self.sentence;
        let reaches = self.reach_back(words.start);
        self.found.push(Attribution { sentence, words, speaker, before, after, reaches, turn });
    }

    /// How far back words before an attribution belong to it: "hundreds died -- 300 of them in the
    /// city, police said" stops at the dash, unless a second one closes the aside.
    fn reach_back(&self, end: usize) -> usize {
        let dash = |at: &usize| matches!(self.text.mark(*at), "--" | "—");
        let mut dashes = self.behind(end.saturating_sub(1)).rev().filter(dash);
        match (dashes.next(), dashes.next()) {
            // "hundreds died -- 300 of them in the city -- police said"
            _ if end > 0 && dash(&(end - 1)) => self.words.start,
            (Some(dash), None) if self.says_something(dash..end) => dash,
            _ => self.words.start,
        }
    }

    /// Where the first clause of the paper's own may begin behind a word.
    fn turn(&self, start: usize) -> Option<usize> {
        let turns = |at: &usize| {
            let behind_comma = || *at > 0 && self.text.mark(at - 1) == ",";
            (self.is(*at, SourceWord::TURN) && (*at == start || behind_comma()))
                || self.text.mark(*at) == ";"
        };
        self.ahead(start).find(turns)
    }

    /// Whether what follows a final attribution still belongs to it: ", including three children".
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let at = if self.text.mark(at) == "," { at + 1 } else { at };
        let joins = Grammar::AND.or(Grammar::INCLUDING).or(Grammar::WITH).or(Grammar::LEAVE);
        at < self.words.end
            && !self.is(at, SourceWord::TURN)
            && (self.grammar(at).is(joins)
                || self.text.tags(at).outcome.is_some()
                || self.grammar(at).is(Grammar::BE.or(Grammar::HAVE).or(Grammar::VERB)))
    }

    /// Adds an attribution of speaker and verb, covering what it stands behind or before.
    pub(super) fn place(&mut self, words: Range<usize>, speaker: Speaker) {
        let content = self.says_something(self.behind(words.start));
        let said = || self.says_something(words.end..self.clause_end(words.end));
        let behind = content && (self.tells_when(words.end) || !said());
        let joined = behind && self.grammar(words.start - 1).is(Grammar::AND);
        let after = !behind || joined || self.goes_on(self.clause_end(words.end));
        // "Five died, the police said: three in the north and two in the south"
        let comma = words.start.checked_sub(1).is_some_and(|at| self.text.mark(at) == ",");
        let both = content && comma && self.text.mark(words.end) == ":";
        self.push(words, speaker, both || behind && !joined, after);
    }

    /// "four died residents said a day after …", without commas: the clause behind the verb says when.
    fn tells_when(&self, start: usize) -> bool {
        let unit = |at: usize| self.text.tags(at).scope.is(ScopeWord::UNIT);
        let after = |at: usize| self.text.tags(at).scope.is(ScopeWord::AFTER);
        let article = self.grammar(start).is(Grammar::ARTICLE);
        article && unit(start + 1) && after(start + 2)
    }

    /// The end of the clause that a verb of saying stands in.
    fn clause_end(&self, start: usize) -> usize {
        let ends = |at: &usize| {
            self.text.mark(*at) == ","
                || self.is(*at, SourceWord::ADDING.or(SourceWord::CITING))
                || (self.is(*at, SourceWord::TURN) && *at > start)
        };
        match self.ahead(start).find(ends) {
            _ if self.grammar(start).is(Grammar::AND) => start,
            // "said Friday giving a new toll"
            _ if self.is_gerund(start + usize::from(self.grammar(start).is(Grammar::WEEKDAY))) => {
                start
            }
            found => found.unwrap_or(self.ahead(start).end),
        }
    }

    /// "12 died a monitor said bringing the toll to 45": goes on with what was said before.
    fn is_gerund(&self, at: usize) -> bool {
        let outcome = self.text.tags(at).outcome;
        let told = self.grammar(at).is(Grammar::RISE.or(Grammar::GAVE));
        let rises = told && self.text.str(at).ends_with("ing");
        rises || outcome.is_some_and(|o| o.form.is(OutcomeForm::GERUND))
    }

    /// Whether some words hold a clause: a verb, an outcome, or a quotation.
    fn says_something(&self, mut words: Range<usize>) -> bool {
        let verbal = Grammar::BE.or(Grammar::HAVE).or(Grammar::MODAL).or(Grammar::VERB);
        words.any(|at| {
            let tags = self.text.tags(at);
            let outcome = tags.outcome.is_some() && !self.is(at, SourceWord::RECORD);
            outcome
                || tags.grammar.is(verbal)
                || is_number(self.text, at)
                || matches!(self.text.mark(at), "\"" | "”" | "“" | "''")
        })
    }
}

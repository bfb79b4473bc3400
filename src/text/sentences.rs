//! Where sentences end among the tokens of a block.
//!
//! The stop of "Gen. Smith" ends none, that of "in the U.S. The army" does. Sentences know the
//! lexicon's classes of small words, not what a sentence says.

use std::ops::Range;

use crate::lexicon::{Grammar, Lexicon, NumberWord, PeopleRole, Tags};
use crate::text::Shape;
use crate::text::tokens::Token;

/// Words that open a sentence more often than they follow an abbreviation within one.
const OPENERS: Grammar = Grammar::ADVERB
    .or(Grammar::AND)
    .or(Grammar::ARTICLE)
    .or(Grammar::BESIDES)
    .or(Grammar::DEFINITE)
    .or(Grammar::POSSESSIVE)
    .or(Grammar::PREPOSITION)
    .or(Grammar::PRONOUN)
    .or(Grammar::SUBORDINATOR);

/// How many words behind a slug show whether the text goes on in small letters.
const SLUG: usize = 8;

/// The tokens of a block, with what deciding about a stop needs.
pub(super) struct Block<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    tokens: &'a [Token],
    /// Whether no word has a capital, so that small letters say nothing about sentences.
    lower: bool,
}

impl<'a> Block<'a> {
    pub(super) fn new(text: &'a str, lexicon: &'a Lexicon, tokens: &'a [Token]) -> Block<'a> {
        let lower = !tokens.iter().any(|t| matches!(t.shape, Shape::Title | Shape::Upper));
        Block { text, lexicon, tokens, lower }
    }

    /// The end of the sentence that begins at token `start`.
    pub(super) fn end_of(&self, start: usize) -> usize {
        let mut at = start;
        while at < self.tokens.len() {
            if self.is_dash(at) && self.is_slug(start..at) {
                return at + 1;
            }
            if at > start && self.is_bare_start(at) {
                return at;
            }
            if self.tokens[at].inner {
                at += 1;
                continue;
            }
            if at > start && self.first_char(at) == Some('•') {
                return at;
            }
            if !self.is_stop(at) {
                at += 1;
                continue;
            }
            let end = self.after_closers(at + 1);
            if self.ends(start, at, end) {
                return end;
            }
            at = end;
        }
        at
    }

    /// "attacks in the city Four people were killed": whether a number in words has the capital of a sentence's first word,
    /// whose stop before it is lost; not "the Group of Seven leaders".
    fn is_bare_start(&self, at: usize) -> bool {
        let [before, own] = [&self.tokens[at - 1], &self.tokens[at]];
        own.shape == Shape::Title
            && before.shape == Shape::Lower
            && self.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Lower)
            && self.tags(at).number.is_some_and(NumberWord::stands_alone)
            && !self.tags(at - 1).grammar.is(Grammar::PREPOSITION)
            && self.tags(at + 1).people.is_some_and(|p| p.role.is(PeopleRole::PLURAL))
    }

    fn first_char(&self, at: usize) -> Option<char> {
        let token = self.tokens.get(at).filter(|t| t.shape == Shape::Mark)?;
        token.span.of(self.text).chars().next()
    }

    fn is_dash(&self, at: usize) -> bool {
        matches!(self.first_char(at), Some('-' | '–' | '—')) && !self.tokens[at].glued
    }

    /// "CRASH CLAIMS ONE, INJURES FOUR -- A woman was killed": whether words in capitals, before small letters, tell news of
    /// their own, as no dateline does.
    fn is_slug(&self, words: Range<usize>) -> bool {
        let mut next = self.tokens[words.end..].iter().take(SLUG);
        let goes_on = next.any(|t| t.shape == Shape::Lower);
        let capitals =
            |at: usize| matches!(self.tokens[at].shape, Shape::Upper | Shape::Mark | Shape::Digits);
        let tells = |at: usize| self.tags(at).outcome.is_some();
        goes_on && words.clone().all(capitals) && words.into_iter().any(tells)
    }

    fn is_stop(&self, at: usize) -> bool {
        matches!(self.first_char(at), Some('.' | '!' | '?' | '…' | '。')) || self.is_dotted(at)
    }

    /// Whether it is an abbreviation with its stop inside: "U.S."
    fn is_dotted(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape != Shape::Mark && token.span.of(self.text).ends_with('.')
    }

    /// The place after the quotation marks and brackets that close at `at`.
    fn after_closers(&self, mut at: usize) -> usize {
        let closes = |at| {
            let closer =
                matches!(self.first_char(at), Some('"' | '”' | '\'' | '’' | ')' | ']' | '»'));
            closer && self.tokens[at].glued
        };
        let stops = |at| matches!(self.first_char(at), Some('.' | '!' | '?' | '…'));
        while closes(at) || (stops(at) && self.tokens[at].glued) {
            at += 1;
        }
        at
    }

    /// Whether the stop at `stop`, with its closing marks up to `end`, ends the sentence.
    fn ends(&self, start: usize, stop: usize, end: usize) -> bool {
        let Some(next) = self.tokens.get(end) else { return true };
        let before = stop.checked_sub(1).filter(|before| *before >= start);
        if next.glued {
            return !self.is_dotted(stop)
                && end == stop + 1
                && next.shape == Shape::Title
                && self.is_long_word(before);
        }
        if next.shape == Shape::Lower && !self.lower {
            return false;
        }
        if self.is_dotted(stop) {
            return end > stop + 1 || self.opens(end);
        }
        let plain_stop = self.first_char(stop) == Some('.') && self.tokens[stop].span.len() == 1;
        !plain_stop || end > stop + 1 || self.plain_stop_ends(start, before, end)
    }

    fn is_long_word(&self, at: Option<usize>) -> bool {
        at.is_some_and(|at| self.tokens[at].shape == Shape::Lower && self.tokens[at].span.len() > 2)
    }

    /// Whether a stop after the token `before` ends a sentence, when `next` may begin one.
    fn plain_stop_ends(&self, start: usize, before: Option<usize>, next: usize) -> bool {
        let Some(before) = before.filter(|_| self.tokens[next - 1].glued) else { return true };
        let token = &self.tokens[before];
        if token.shape == Shape::Digits {
            // "1." at the start of a sentence numbers a list item.
            return before > start;
        }
        let class = self.tags(before).grammar;
        if class.is(Grammar::TITLE) {
            return self.lower && !self.is_abbreviated_title(before);
        }
        if class.is(Grammar::ABBREVIATION) {
            return self.opens(next);
        }
        if self.is_initial(before) {
            return self.opens(next);
        }
        true
    }

    /// In text without capitals a title is told by its being nothing else: "gen", not "major".
    fn is_abbreviated_title(&self, at: usize) -> bool {
        self.tokens[at].span.len() <= 4
    }

    fn is_initial(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape == Shape::Title && token.span.of(self.text).chars().count() == 1
    }

    /// Whether the token looks like the first of a sentence even after an abbreviation.
    fn opens(&self, at: usize) -> bool {
        match self.tokens[at].shape {
            Shape::Mark => match self.first_char(at) {
                // not "8 p.m. (1600 GMT)"
                Some('(' | '[') => {
                    let inner = self.tokens.get(at + 1).map(|t| t.shape);
                    !matches!(inner, Some(Shape::Digits | Shape::Lower))
                }
                first => matches!(first, Some('"' | '“' | '‘' | '•' | '—')),
            },
            Shape::Digits => false,
            _ => {
                self.tags(at).grammar.is(OPENERS)
                    || self.tags(at).number.is_some_and(NumberWord::stands_alone)
            }
        }
    }

    /// What the tables say of a token taken alone.
    fn tags(&self, at: usize) -> &Tags {
        let (entry, _) = self.lexicon.longest(std::iter::once(self.tokens[at].word));
        self.lexicon.tags(entry)
    }
}

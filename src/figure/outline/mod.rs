//! The bones of a sentence: what its words do, in order.
//!
//! "At least 12 people, including five children, were killed" is
//! `Count Comma Including Count Comma Be Anchor`. An outline does not yet know which outcome
//! belongs to which count.

mod attributed;
mod drawing;
mod lists;
mod meanings;

use std::ops::Range;

use super::phrase::Phrase;
use crate::lexicon::{Grammar, OutcomeForm, OutcomeWord, ScopeWord, SourceWord};
use crate::numeral::Numeral;
use crate::text::{Sentence, Text, Vocabulary};

/// What some words of a sentence do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A counted noun phrase; the place of its phrase in the outline's list.
    Count(usize),
    /// Words that say an outcome.
    Anchor(OutcomeWord),
    /// People without a number: "a policeman", "residents".
    People,
    /// A name or an unknown noun.
    Other,
    /// "were", "has been"
    Be,
    /// "had"
    Have,
    /// "could"
    Modal,
    /// "not"
    Negation,
    /// "left", "leaving"
    Leave,
    /// "feared", "remain": goes between people and their state.
    Link,
    /// "suffered": the state of the people follows as a noun.
    Suffer,
    /// A verb that is no outcome.
    Verb,
    /// "by"
    By,
    /// "and", "plus"
    And,
    /// "of"
    Of,
    /// "with", "along with": goes on with the people before it.
    With,
    /// "in", "at", "to"
    Preposition,
    /// "including"
    Including,
    /// "who"
    Relative,
    /// "when", "after"
    Subordinator,
    /// "reportedly", "seriously"
    Adverb,
    /// "critically"
    Severity,
    /// "the", "his", "a"
    Determiner,
    /// "they", "himself"
    Pronoun,
    /// ","
    Comma,
    /// ":" and the dash
    Colon,
    /// "("
    Open,
    /// ")"
    Close,
    /// ";" "." and the like
    Stop,
}

impl Kind {
    /// Whether an item may stand in a noun phrase: "a member of the group in the north".
    pub(super) fn is_nominal(self) -> bool {
        let name = matches!(self, Kind::Determiner | Kind::Adverb | Kind::People | Kind::Other);
        name || matches!(self, Kind::Of | Kind::Preposition)
    }
}

/// One item of an outline.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// What the words do.
    pub(super) kind: Kind,
    /// Which words of the text.
    pub(super) words: Range<usize>,
}

/// The bones of one sentence.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// The items in order.
    pub(super) items: Vec<Item>,
    /// The counted phrases, in order.
    pub(super) phrases: Vec<Phrase>,
    /// The items that end in a word such as "number", in order.
    pub(super) tallies: Vec<usize>,
    /// The items that begin with a word such as "rise", in order.
    pub(super) rises: Vec<usize>,
    /// The items that say "among them", in order.
    pub(super) them: Vec<usize>,
    /// The items that begin with words such as "a total of", in order.
    pub(super) totals: Vec<usize>,
    /// The people of whom an adjective says what befell them, with the adjective: "the dead soldiers", in order.
    pub(super) described: Vec<(usize, OutcomeWord)>,
    /// The items that say that something sank or crashed, in order.
    pub(super) wrecks: Vec<usize>,
    /// The items that name several people without a number, in order: "the villagers".
    pub(super) crowds: Vec<usize>,
    /// The items that say "it", in order.
    pub(super) its: Vec<usize>,
    /// The percentages and fractions, and words such as "most", in order.
    pub(super) shares: Vec<usize>,
    /// The items that say "of whom" or "of them" before a count, in order.
    pub(super) of_whom: Vec<usize>,
    /// The sentence opens with "of these": it speaks of the people counted before.
    pub(super) of_these: bool,
    /// Whether a word such as "alone" is in it.
    pub(super) alone: bool,
    /// Whether a word such as "capsized" is in it.
    pub(super) sunk: bool,
    /// The counts that are set against one before them, in order: "14, down from 19".
    pub(super) bases: Vec<usize>,
    /// The items that say "among" between a part and the count of its whole, in order.
    pub(super) among: Vec<usize>,
    /// The items that say "and" before a clause of one person or thing, in order: "and a woman was found dead".
    pub(super) clauses: Vec<usize>,
}

/// Draws the outline of a sentence. `numerals` are those of the sentence, `base` the place of the
/// first of them in the document's list.
pub(super) fn draw(
    text: &Text<'_>,
    sentence: &Sentence,
    numerals: &[Numeral],
    base: usize,
) -> Outline {
    let words = sentence.words.clone();
    let mut outline = Outline { items: Vec::with_capacity(words.len()), ..Outline::default() };
    let mut at = words.start;
    while at < words.end {
        let numeral = numerals.iter().position(|n| n.phrase.start == at && n.phrase.end > at);
        at = match numeral {
            Some(k) => outline.count(text, &words, numerals, k, base),
            None => outline
                .part_of_verb(text, at, words.end)
                .or_else(|| outline.in_care(text, at, words.end))
                .unwrap_or_else(|| outline.word(text, &words, numerals, at)),
        };
    }
    // What looks for words that a sentence does not have is left out.
    let Vocabulary { grammar, source, outcome, scope, .. } = sentence.vocabulary;
    outline.alone = scope.is(ScopeWord::ALONE);
    outline.sunk = scope.is(ScopeWord::SUNK);
    if grammar.is(Grammar::BE) {
        outline.read_over_asides(text);
        outline.read_over_clause();
        outline.tell_clauses_from_subjects(text);
    }
    outline.read_over_shares();
    if source.is(SourceWord::SAYS.or(SourceWord::ACCORDING)) {
        outline.leave_out_sources(text);
    }
    if grammar.is(Grammar::INCLUDING.or(Grammar::AMONG)) {
        outline.leave_out_events(text);
        outline.tell_clauses_from_lists(text);
    }
    if outcome.is(OutcomeForm::FIGHTERS) {
        outline.tell_prisoners_from_suspects(text);
    }
    if outcome.is(OutcomeForm::ACT) {
        outline.tell_deeds_from_acts();
    }
    outline.tell_missing_from_suspects(text);
    outline
}

impl Outline {
    /// The item of the next counted phrase after an item.
    pub(super) fn count_after(&self, item: usize) -> Option<usize> {
        (item + 1..self.items.len()).find(|at| matches!(self.kind(*at), Kind::Count(_)))
    }

    /// The counted phrase after an item.
    pub(super) fn phrase_after(&self, item: usize) -> Option<&Phrase> {
        match self.kind(self.count_after(item)?) {
            Kind::Count(phrase) => self.phrases.get(phrase),
            _ => None,
        }
    }

    /// Whether an item is a number of which no noun says what it counts.
    pub(super) fn is_bare(&self, item: usize) -> bool {
        matches!(self.kind(item), Kind::Count(phrase) if self.phrases[phrase].is_bare())
    }

    /// Whether an item may stand within a list of people: "five women, a man and three children".
    pub(super) fn is_listed(&self, item: usize) -> bool {
        let kind = self.kind(item);
        let people = matches!(kind, Kind::Count(_) | Kind::People | Kind::Determiner);
        people || matches!(kind, Kind::Adverb | Kind::And | Kind::Comma)
    }

    /// Where the list of people ends that an item stands in.
    pub(super) fn list_end(&self, item: usize) -> usize {
        (item..self.items.len()).find(|at| !self.is_listed(*at)).unwrap_or(self.items.len())
    }

    /// Whether a list of people is told up to its last and leaves nobody without a number: "a nurse and two guards", not
    /// "a nurse and several guards".
    pub(super) fn names_everybody(&self, list: Range<usize>) -> bool {
        let joined = list.clone().any(|at| self.kind(at) == Kind::And);
        joined && !list.into_iter().any(|at| self.crowds.contains(&at))
    }

    /// The kind of an item; a stop outside the sentence.
    pub(super) fn kind(&self, item: usize) -> Kind {
        self.items.get(item).map_or(Kind::Stop, |i| i.kind)
    }
}

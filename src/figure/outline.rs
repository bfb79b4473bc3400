//! The bones of a sentence: what its words do, in order.
//!
//! "At least 12 people, including five children, were killed" is
//! `Count Comma Including Count Comma Be Anchor`. An outline does not yet know which outcome
//! belongs to which count.

use std::ops::Range;

use super::phrase::{self, Phrase};
use crate::lexicon::{Grammar, NumberWord, OutcomeForm, OutcomeWord, PeopleRole};
use crate::numeral::{Form, Numeral, Why};
use crate::text::{Shape, Text};

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
    /// The items that say "of whom" or "of them" before a count, in order.
    pub(super) of_whom: Vec<usize>,
}

/// Draws the outline of the words of a sentence. `numerals` are those of the sentence, `base` the
/// place of the first of them in the document's list.
pub(super) fn draw(
    text: &Text<'_>,
    words: Range<usize>,
    numerals: &[Numeral],
    base: usize,
) -> Outline {
    let mut outline = Outline { items: Vec::with_capacity(words.len()), ..Outline::default() };
    let mut at = words.start;
    while at < words.end {
        let numeral = numerals.iter().position(|n| n.phrase.start == at && n.phrase.end > at);
        at = match numeral {
            Some(k) => outline.count(text, &words, numerals, k, base),
            None => outline.word(text, &words, numerals, at),
        };
    }
    outline.tell_clauses_from_lists(text);
    outline
}

impl Outline {
    /// "many of whom were children" is a clause; "of whom five were children" opens a list; "Of those
    /// killed, five were children" names the whole first.
    fn tell_clauses_from_lists(&mut self, text: &Text<'_>) {
        for at in 0..self.items.len() {
            let of =
                self.kind(at) == Kind::Including && phrase::is_of(text, self.items[at].words.start);
            match self.kind(at + 1) {
                _ if !of => {}
                Kind::Count(_) => self.of_whom.push(at),
                _ => self.items[at].kind = if at == 0 { Kind::Of } else { Kind::Relative },
            }
        }
    }

    /// Adds the phrase of a numeral; returns the place after it.
    fn count(
        &mut self,
        text: &Text<'_>,
        words: &Range<usize>,
        numerals: &[Numeral],
        k: usize,
        base: usize,
    ) -> usize {
        let numeral = &numerals[k];
        if numeral.form == Form::Article {
            return self.word(text, words, numerals, numeral.phrase.start);
        }
        if let Some(why) = numeral.why {
            let kind = if why == Why::Age { Kind::Adverb } else { Kind::Other };
            self.push(text, kind, numeral.phrase.clone());
            return numeral.phrase.end;
        }
        let phrase = phrase::read(text, words, numerals, k, base);
        let range = phrase.words.clone();
        self.push(text, Kind::Count(self.phrases.len()), range.clone());
        self.phrases.push(phrase);
        range.end
    }

    /// Adds the item that begins with a word that is no numeral; returns the place after it.
    fn word(
        &mut self,
        text: &Text<'_>,
        words: &Range<usize>,
        numerals: &[Numeral],
        at: usize,
    ) -> usize {
        let next = numerals.iter().map(|n| n.phrase.start).find(|start| *start > at);
        let limit = next.unwrap_or(words.end).min(words.end);
        let kind = kind(text, at);
        let end = match kind {
            Some(Kind::Anchor(word)) if modifies_people(text, at, limit, word.form) => {
                people_end(text, at + 1, limit)
            }
            Some(_) => at + 1,
            None => run_end(text, at + 1, limit),
        };
        let kind = match kind {
            Some(Kind::Anchor(_)) if end > at + 1 => Kind::People,
            Some(kind) => kind,
            None if names_people(text, at..end) => Kind::People,
            None => Kind::Other,
        };
        self.push(text, kind, at..end);
        end
    }

    fn push(&mut self, text: &Text<'_>, kind: Kind, words: Range<usize>) {
        let grammar = |at: usize| text.words[at].tags.grammar;
        if grammar(words.end - 1).is(Grammar::TALLY) {
            self.tallies.push(self.items.len());
        }
        if grammar(words.start).is(Grammar::RISE) {
            self.rises.push(self.items.len());
        }
        self.items.push(Item { kind, words });
    }

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

    /// The kind of an item; a stop outside the sentence.
    pub(super) fn kind(&self, item: usize) -> Kind {
        self.items.get(item).map_or(Kind::Stop, |i| i.kind)
    }
}

/// What the words of a class do; the first class of a word decides.
const CLASSES: [(Grammar, Kind); 19] = [
    (Grammar::INCLUDING, Kind::Including),
    (Grammar::BE, Kind::Be),
    (Grammar::HAVE, Kind::Have),
    (Grammar::LEAVE, Kind::Leave),
    (Grammar::LINK, Kind::Link),
    (Grammar::SUFFER, Kind::Suffer),
    (Grammar::MODAL, Kind::Modal),
    (Grammar::NEGATION, Kind::Negation),
    (Grammar::BY, Kind::By),
    (Grammar::OF, Kind::Of),
    (Grammar::AND, Kind::And),
    (Grammar::RELATIVE, Kind::Relative),
    (Grammar::SUBORDINATOR, Kind::Subordinator),
    (Grammar::WITH, Kind::With),
    (Grammar::PREPOSITION, Kind::Preposition),
    (Grammar::VERB.or(Grammar::INTENT), Kind::Verb),
    (Grammar::SEVERITY, Kind::Severity),
    (Grammar::ADVERB.or(Grammar::POSSIBLE).or(Grammar::TOTAL), Kind::Adverb),
    (Grammar::PRONOUN, Kind::Pronoun),
];

/// What a single word does, where the tables or its shape say so; none for nouns and names.
fn kind(text: &Text<'_>, at: usize) -> Option<Kind> {
    let tags = text.tags(at);
    if text.words[at].shape == Shape::Mark {
        return if joins(text, at) { None } else { mark(text.str(at)) };
    }
    if let Some(outcome) = tags.outcome {
        return Some(Kind::Anchor(outcome));
    }
    let grammar = tags.grammar;
    if grammar.is_empty() {
        let verb = tags.people.is_none() && looks_like_verb(text, at);
        return verb.then_some(Kind::Verb);
    }
    // "her three children" against "killed her".
    let owns = grammar.is(Grammar::POSSESSIVE) && grammar.is(Grammar::PRONOUN);
    if owns && !phrase::ends_phrase(text, at + 1) {
        return Some(Kind::Determiner);
    }
    if grammar.is(Grammar::BESIDES) && tags.people.is_none_or(|p| p.role.is(PeopleRole::WEAK)) {
        return Some(Kind::Determiner);
    }
    if tags.people.is_some() && grammar.is(Grammar::PRONOUN) && text.words[at].shape != Shape::Lower
    {
        return None; // "US" is a country.
    }
    let class = CLASSES.iter().find(|(class, _)| grammar.is(*class)).map(|(_, kind)| *kind);
    if class.is_some() || tags.people.is_some() {
        return class.filter(|kind| *kind != Kind::Verb || !ends_compound(text, at));
    }
    let determiner = Grammar::ARTICLE.or(Grammar::DEFINITE).or(Grammar::POSSESSIVE);
    if grammar.is(determiner.or(Grammar::BESIDES)) {
        return Some(Kind::Determiner);
    }
    looks_like_verb(text, at).then_some(Kind::Verb)
}

/// "backed" of "army-backed"
fn ends_compound(text: &Text<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|mark| joins(text, mark))
}

/// What a punctuation mark does; quotation marks do nothing.
fn mark(mark: &str) -> Option<Kind> {
    match mark {
        "," => Some(Kind::Comma),
        ":" | "–" | "—" | "--" | "-" => Some(Kind::Colon),
        "(" | "[" => Some(Kind::Open),
        ")" | "]" => Some(Kind::Close),
        ";" | "." | "!" | "?" | "•" | "|" => Some(Kind::Stop),
        _ => Some(Kind::Adverb),
    }
}

/// Whether a hyphen or apostrophe holds the parts of one word together.
pub(super) fn joins(text: &Text<'_>, at: usize) -> bool {
    let glued = |i: usize| text.words.get(i).is_some_and(|w| w.glued);
    glued(at) && glued(at + 1) && matches!(text.mark(at), "-" | "/" | "'" | "’")
}

/// An unknown word in "-ed" before a noun phrase or a preposition is taken for a verb.
fn looks_like_verb(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words[at];
    let verbal = || matches!(text.str(at).as_bytes(), [.., b'e', b'd'] | [.., b'E', b'D']);
    matches!(word.shape, Shape::Lower | Shape::Upper) && !word.glued && verbal() && {
        let next = text.tags(at + 1).grammar;
        let follows = Grammar::ARTICLE.or(Grammar::DEFINITE).or(Grammar::POSSESSIVE);
        let follows = follows.or(Grammar::PREPOSITION).or(Grammar::BY).or(Grammar::PRONOUN);
        let number = text.tags(at + 1).number.is_some_and(NumberWord::stands_alone);
        let digits = text.words.get(at + 1).is_some_and(|w| w.shape == Shape::Digits);
        next.is(follows) || number || digits
    }
}

/// Whether an outcome word stands before people as their adjective: "the wounded soldiers".
fn modifies_people(text: &Text<'_>, at: usize, limit: usize, form: OutcomeForm) -> bool {
    let adjective = form.is(OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE));
    let before = at.checked_sub(1).map(|i| text.tags(i).grammar).unwrap_or_default();
    let determiner = Grammar::ARTICLE.or(Grammar::DEFINITE).or(Grammar::POSSESSIVE);
    adjective
        && before.is(determiner)
        && names_people(text, at + 1..people_end(text, at + 1, limit))
}

/// The end of a run of modifiers and nouns.
fn people_end(text: &Text<'_>, start: usize, limit: usize) -> usize {
    match start < limit && kind(text, start).is_none() {
        true => run_end(text, start + 1, limit),
        false => start,
    }
}

/// The end of a run of modifiers and nouns of which some stand before `at`.
fn run_end(text: &Text<'_>, mut at: usize, limit: usize) -> usize {
    while at < limit && !is_new_name(text, at) && kind(text, at).is_none() {
        at += 1;
    }
    at
}

/// Whether a capitalised word begins a name of its own after a lower-case noun.
fn is_new_name(text: &Text<'_>, at: usize) -> bool {
    text.words[at].shape == Shape::Title && text.words[at - 1].shape == Shape::Lower
}

/// Whether some word of a run names people.
fn names_people(text: &Text<'_>, words: Range<usize>) -> bool {
    let head = PeopleRole::PLURAL.or(PeopleRole::SINGULAR);
    words.into_iter().any(|w| text.tags(w).people.is_some_and(|p| p.role.is(head)))
}

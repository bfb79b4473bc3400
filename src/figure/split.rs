//! Phrases of the tables that other words part: "hacked eight villagers to death", "taken to Port Ana
//! General Hospital".
//!
//! The tables have them in one piece, "hacked to death", "taken to hospital". Which words are the
//! object of a verb is the outline's to say.

use std::ops::Range;

use super::phrase::ends_phrase;
use crate::lexicon::{Grammar, OutcomeWord};
use crate::text::{Shape, Text};

/// The most words behind the object that belong to the verb.
const LONGEST: usize = 4;

/// The most words of a hospital's name.
const NAME: usize = 7;

/// The word with which the tables have such phrases.
const HOSPITAL: &str = "hospital";

/// What "taken to", "treated at" or "in" and the name of a hospital say, and where the name ends.
pub(super) fn named(text: &Text<'_>, first: usize, end: usize) -> Option<(OutcomeWord, usize)> {
    let links = Grammar::TO.or(Grammar::PREPOSITION);
    let link = (first..end.min(first + 2)).find(|at| text.tags(*at).grammar.is(links))?;
    let lexicon = text.lexicon;
    let number = |at: usize| lexicon.word(&text.str(at).to_lowercase());
    let breaks = |at: &usize| {
        let tags = text.tags(*at);
        let of = tags.grammar.is(Grammar::OF.or(Grammar::DETERMINER)) || text.mark(*at) == ".";
        let name = matches!(text.words[*at].shape, Shape::Title | Shape::Upper);
        // "taken to four hospitals", "taken to the county hospital"
        let many = *at == link + 1 && tags.number.is_some();
        let ends = tags.grammar.is(Grammar::ENDS_PHRASE) || text.words[*at].shape == Shape::Mark;
        !(of || name || many) && (ends || tags.number.is_some() || tags.outcome.is_some())
    };
    let place = |at: &usize| {
        let word = text.str(*at).get(..HOSPITAL.len());
        let hospital = word.is_some_and(|word| word.eq_ignore_ascii_case(HOSPITAL));
        hospital || text.tags(*at).grammar.is(Grammar::HOSPITAL)
    };
    let mut name = (link + 1..end.min(link + 1 + NAME)).take_while(|at| !breaks(at));
    name.find(place).and_then(|at| {
        let words = (first..=link).map(number).chain([lexicon.word(HOSPITAL)]);
        let (entry, taken) = lexicon.longest(words);
        let outcome = lexicon.tags(entry).outcome.filter(|_| taken == link + 2 - first)?;
        Some((outcome, at + 1))
    })
}

/// What a verb and the words behind its object say together, and how many of these words belong to
/// it.
pub(super) fn whole(
    text: &Text<'_>,
    verb: usize,
    behind: Range<usize>,
) -> Option<(OutcomeWord, usize)> {
    let lexicon = text.lexicon;
    let number = |word: &str| lexicon.word(&word.to_lowercase());
    let first = number(text.str(verb));
    let words = behind.clone().take(LONGEST).map(|at| text.str(at));
    let (entry, taken) = lexicon
        .longest(std::iter::once(first).chain(words.flat_map(|word| word.split(' ')).map(number)));
    // A word of the text may be several of the tables.
    let mut left = taken.checked_sub(2)? + 1;
    let mut ends = behind.clone();
    // "out of": the phrase ends within it, and the place follows.
    let mut within = false;
    let last = ends.find(|at| {
        let many = text.str(*at).split(' ').count();
        within = many > left;
        left = left.saturating_sub(many);
        left == 0
    })?;
    // "took 12 students to the hospital library"
    let next = last + 1;
    let state = || text.tags(next).outcome.is_some();
    // "treated 27 people for injuries ranging from cuts to burns"
    let first = |at: usize| text.str(at).split(' ').next().unwrap_or_default();
    let goes_on = || next < behind.end && first(next).ends_with("ing");
    let whole = within || next >= behind.end || ends_phrase(text, next) || state() || goes_on();
    let outcome = lexicon.tags(entry).outcome.filter(|_| whole)?;
    Some((outcome, next - behind.start))
}

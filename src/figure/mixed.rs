//! Counts of people of several kinds together.
//!
//! "23,000 people, fighters as well as civilians" and "9,000, combatants included" say that no one
//! kind makes up the count. How many there are of each is not said.

use std::ops::Range;

use super::{Figure, Group, group};
use crate::lexicon::Grammar;
use crate::text::{Shape, Text};

/// How many words name one kind of people.
const LONGEST: usize = 4;

/// Marks the figures whose sentence says that people of several kinds are counted.
pub(super) fn assign(text: &Text<'_>, figures: &mut [Figure]) {
    for figure in figures.iter_mut().filter(|f| f.is_stated() && f.group.is_none()) {
        let sentence = text.sentences[figure.place.sentence].words.clone();
        let commas = (figure.place.word..sentence.end).filter(|at| is_comma(text, *at));
        figure.cues.mixed = commas.into_iter().any(|at| names_kinds(text, at + 1..sentence.end));
    }
}

fn is_comma(text: &Text<'_>, at: usize) -> bool {
    matches!(text.mark(at), "," | "(" | "–" | "—")
}

/// Whether words after a comma are "fighters as well as civilians" or "combatants included".
fn names_kinds(text: &Text<'_>, words: Range<usize>) -> bool {
    if words.is_empty() {
        return false;
    }
    let both = text.tags(words.start).grammar.is(Grammar::DEFINITE);
    let start = words.start + usize::from(both);
    if start >= words.end {
        return false;
    }
    // "eight women and two children" is a list, which tells how many there are of each.
    if text.is_of_number(start) {
        return false;
    }
    let end = end(text, start..words.end);
    let Some(first) = kind(text, start..end) else { return false };
    let next = text.tags(end).grammar;
    let stop = |at: usize| at >= words.end || text.words[at].shape == Shape::Mark;
    if next.is(Grammar::INCLUDING) {
        return stop(end + 1);
    }
    let after = end + 1;
    let last = self::end(text, after..words.end);
    let second = next.is(Grammar::WITH.or(Grammar::AND)).then(|| kind(text, after..last)).flatten();
    let alike = last + usize::from(text.tags(last).grammar.is(Grammar::ADVERB));
    stop(alike) && second.is_some_and(|second| first.excludes(&second))
}

/// The end of a run of words without grammar.
fn end(text: &Text<'_>, words: Range<usize>) -> usize {
    let ends = |at: &usize| {
        let joint = Grammar::AND.or(Grammar::WITH).or(Grammar::INCLUDING).or(Grammar::ADVERB);
        text.words[*at].shape == Shape::Mark || text.tags(*at).grammar.is(joint)
    };
    words.clone().take(LONGEST + 1).find(ends).unwrap_or(words.end)
}

fn kind(text: &Text<'_>, words: Range<usize>) -> Option<Group> {
    let few = !words.is_empty() && words.len() <= LONGEST;
    few.then(|| group::read(text, words.clone(), words.end).group)?
}

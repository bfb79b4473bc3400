//! Words behind a number that say of whom it counts some: "of them", "of the dead", "of the province's deaths".
//!
//! In "four of those killed" the people are some of the killed, in "five of them" of somebody counted before. A
//! partitive does not know who the whole are, nor how many.

use std::ops::Range;

use super::{Partitive, ends_phrase};
use crate::figure::nouns::{is_possessive, people_follow};
use crate::lexicon::{Grammar, NumberWord, OutcomeForm, OutcomeWord, PeopleRole, ScopeWord};
use crate::numeral::Numeral;
use crate::text::{Shape, Text};

/// Reads "of them", "of the" after a number; returns where the nouns begin.
pub(super) fn read(
    text: &Text<'_>,
    start: usize,
    limit: usize,
    next: Option<&Numeral>,
) -> (usize, Option<Partitive>) {
    if start >= limit {
        return (start, None);
    }
    // "61 of whom 19 are children", where no comma shows that the 19 are the part
    let opens = next.is_some_and(|n| n.phrase.start == start + 1);
    // "of whom" and "of them" are one phrase of the tables.
    if text.tags(start).grammar.is(Grammar::INCLUDING) && is_of(text, start) {
        if opens && !text.tags(start).grammar.is(Grammar::DEFINITE) {
            return (start, None);
        }
        let points = text.tags(start).grammar.is(Grammar::DEFINITE);
        if let Some((end, killed)) = told_of_those(text, start + 1, limit).filter(|_| points) {
            return (end, Some(Partitive::Outcome(killed)));
        }
        let noun = start + 1 < limit && text.tags(start + 1).outcome.is_none();
        if points && noun && !ends_phrase(text, start + 1) {
            return (start + 1, Some(Partitive::Definite));
        }
        // "four of those killed", not "20 miners, four of whom died"
        let killed = outcome_of_any(text, start + 1).filter(|_| points && start + 1 < limit);
        return match killed.filter(|_| !people_follow(text, start + 2, limit)) {
            Some(killed) => (start + 2, Some(Partitive::Outcome(killed))),
            None => (start + 1, Some(Partitive::Pronoun)),
        };
    }
    let of = text.tags(start).grammar.is(Grammar::OF);
    if !of && !is_out_of(text, start) {
        return (start, None);
    }
    let at = start + 1;
    let grammar = text.tags(at).grammar;
    let determiner = Grammar::DEFINITE.or(Grammar::POSSESSIVE);
    let noun = if grammar.is(determiner) { at + 1 } else { at };
    // "five of the state's 19 hospitals"
    let of_owner = |n: usize| (at..n).len() <= OWNER && is_possessive(text, n - 1);
    // "five of the crew of 30"
    let of_crew = |n: usize| {
        let crew = text.tags(noun).people.is_some_and(|p| p.role.is(PeopleRole::CREW));
        crew && n == noun + 2 && text.tags(noun + 1).grammar.is(Grammar::OF)
    };
    let counted = |n: usize| [at, noun].contains(&n) || of_owner(n) || of_crew(n);
    if next.is_some_and(|n| counted(n.phrase.start)) {
        return (start, Some(Partitive::Count));
    }
    if let Some(killed) = those_killed(text, at, limit) {
        return (at + 2, Some(Partitive::Outcome(killed)));
    }
    if let Some((end, killed)) = owned(text, at, limit) {
        return (end, Some(Partitive::Outcome(killed)));
    }
    // "one of her dogs", "two of his other dogs"
    let other = usize::from(text.tags(noun).scope.is(ScopeWord::OTHER));
    let owned = grammar.is(Grammar::POSSESSIVE) && noun + other < limit;
    if owned && text.tags(noun + other).people.is_some() {
        return (noun + other, Some(Partitive::Definite));
    }
    if grammar.is(Grammar::PRONOUN.or(Grammar::RELATIVE)) {
        return (at + 1, Some(Partitive::Pronoun));
    }
    if !grammar.is(determiner) {
        // "the remaining 29 of Friday's total"
        let whose = at + 1 < limit && is_possessive(text, at + 1);
        let toll = whose && text.tags(at + 2).grammar.is(Grammar::TOTAL);
        return (at, toll.then_some(Partitive::Definite));
    }
    // "one of the worst attacks", "one of the bloodiest days"
    if text.tags(noun).scope.is(ScopeWord::SUPERLATIVE) && noun + 1 < limit {
        return (noun + 1, Some(Partitive::Definite));
    }
    // "12 of the last 14 days"
    let days = text.tags(noun).scope.is(ScopeWord::LAST);
    // "five of the other 12"
    let others = text.tags(noun).grammar.is(Grammar::BESIDES);
    if (days || others) && next.is_some_and(|n| n.phrase.start <= noun + 1) {
        return (start, Some(Partitive::Count));
    }
    let event = text.tags(noun).scope.is(ScopeWord::EVENT);
    match ends_phrase(text, noun) && text.tags(noun).outcome.is_none() && !event {
        true => (noun, Some(Partitive::Pronoun)),
        false => (noun, Some(Partitive::Definite)),
    }
}

/// "A settlement of 90 houses, 46 of which were destroyed", "on 29 occasions 21 of which were air raids": whether a
/// relative clause speaks of some of the things named or counted right before it.
pub(super) fn is_of_things(text: &Text<'_>, sentence: &Range<usize>, numeral: &Numeral) -> bool {
    let which = text.tags(numeral.phrase.end).grammar.is(Grammar::OF_THINGS);
    let last = numeral.phrase.start.checked_sub(1);
    let comma = last.filter(|at| text.mark(*at) == ",");
    let noun = comma.map_or(last, |comma| comma.checked_sub(1)).filter(|at| sentence.contains(at));
    let thing = |at: usize| {
        let tags = text.tags(at);
        let counted = at > sentence.start && text.words[at - 1].shape == Shape::Digits;
        let nobody = tags.people.is_none() && tags.outcome.is_none();
        tags.people.is_some_and(|p| p.role.is(PeopleRole::THING)) || counted && nobody
    };
    which && noun.is_some_and(thing)
}

/// The outcome of "those killed" and "the dead", where no noun follows.
fn those_killed(text: &Text<'_>, at: usize, limit: usize) -> Option<OutcomeWord> {
    let points = Grammar::DEFINITE.or(Grammar::POSSESSIVE).or(Grammar::PRONOUN);
    let grammar = text.tags(at).grammar;
    let outcome = outcome_of_any(text, at + 1).filter(|_| at + 1 < limit && grammar.is(points))?;
    // "one of the victims' cars"
    let owns = at + 2 < limit && is_possessive(text, at + 2);
    (!owns && !people_follow(text, at + 2, limit)).then_some(outcome)
}

/// How many words may name the owner of deaths.
const OWNER: usize = 4;

/// "the province's deaths", "the storm's victims": what befell those whom a place or an event owns, and the
/// place behind it.
fn owned(text: &Text<'_>, at: usize, limit: usize) -> Option<(usize, OutcomeWord)> {
    let owner = (at + 1..limit.min(at + 1 + OWNER)).find(|word| is_possessive(text, *word))?;
    let noun = owner + 1;
    let counted = |word: &OutcomeWord| word.form.is(OutcomeForm::COUNTED);
    let killed = outcome_of_any(text, noun).filter(|word| noun < limit && counted(word))?;
    (!people_follow(text, noun + 1, limit)).then_some((noun + 1, killed))
}

/// "who died", "who were killed", "she murdered" behind "of those": what happened, and the place behind it.
fn told_of_those(text: &Text<'_>, who: usize, limit: usize) -> Option<(usize, OutcomeWord)> {
    let helps = Grammar::BE.or(Grammar::HAVE).or(Grammar::ADVERB);
    let opens = Grammar::RELATIVE.or(Grammar::PRONOUN);
    let relative = who < limit && text.tags(who).grammar.is(opens);
    let verb = (who + 1..limit).find(|at| !text.tags(*at).grammar.is(helps));
    let verb = verb.filter(|_| relative)?;
    outcome_of_any(text, verb).map(|killed| (verb + 1, killed))
}

/// What a word tells whoever the people are: "lost" and "detained" tell nothing.
fn outcome_of_any(text: &Text<'_>, at: usize) -> Option<OutcomeWord> {
    text.tags(at).outcome.filter(|word| !word.form.is(OutcomeForm::FIGHTERS))
}

/// Whether a phrase of the tables begins with "of".
pub(in crate::figure) fn is_of(text: &Text<'_>, at: usize) -> bool {
    text.str(at).get(..3).is_some_and(|of| of.eq_ignore_ascii_case("of "))
}

/// "53 out of 101": a preposition that ends in "of" before a number.
pub(in crate::figure) fn is_out_of(text: &Text<'_>, at: usize) -> bool {
    if !text.tags(at).grammar.is(Grammar::PREPOSITION) {
        return false;
    }
    let number = |at: usize| {
        let digits = text.words.get(at).is_some_and(|w| w.shape == Shape::Digits);
        digits || text.tags(at).number.is_some_and(NumberWord::stands_alone)
    };
    let definite = text.tags(at + 1).grammar.is(Grammar::DEFINITE);
    number(at + 1 + usize::from(definite))
        && text.str(at).rsplit_once(' ').is_some_and(|(_, of)| of.eq_ignore_ascii_case("of"))
}

//! Noun phrases that a numeral counts.
//!
//! "at least 12 Ukrainian soldiers" has the head `soldiers`; "killed three" hides its head. A
//! phrase knows nothing of what happened to the people.

use std::ops::Range;

use super::kinds::joins;
use super::nouns::{Nouns, hidden, is_possessive, nouns, people_follow};
use crate::lexicon::{
    ContrastWord, Grammar, NumberWord, OutcomeForm, OutcomeWord, PeopleRole, ScopeWord,
};
use crate::numeral::{Form, Numeral, Why};
use crate::text::{Shape, Text};

/// The noun that a numeral counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A noun for people; the place of the word.
    People(usize),
    /// A noun that is an outcome: "deaths".
    Outcome(OutcomeWord),
    /// "12 houses"
    Thing,
    /// A noun that no table knows.
    Unknown,
    /// None: "killed three".
    Hidden,
}

/// What a numeral counts a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Partitive {
    /// "five of them", "two of whom"
    Pronoun,
    /// "ten of the 50"
    Count,
    /// "ten of those killed", "three of the dead"
    Outcome(OutcomeWord),
    /// "one of his bodyguards", "three of the soldiers"
    Definite,
}

/// A numeral with its noun phrase.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Which numeral of the document.
    pub(super) numeral: usize,
    /// Qualifier, number and nouns.
    pub(super) words: Range<usize>,
    /// The nouns and their adjectives.
    pub(super) noun: Range<usize>,
    /// What is counted.
    pub(super) head: Head,
    /// An outcome said by an adjective: "nine abducted children".
    pub(super) modifier: Option<OutcomeWord>,
    /// What it is said to be a part of.
    pub(super) partitive: Option<Partitive>,
    /// "another 12", "12 others", "three more"
    pub(super) besides: bool,
    /// "more": the people come on top of those counted before.
    pub(super) more: bool,
    /// "the 12", "all three", "his two"
    pub(super) definite: bool,
    /// "from three families", "of two households": companies that others come from.
    pub(super) origin: bool,
    /// "a mother of two": the number tells who one person is.
    pub(super) tells_who: bool,
    /// "46, not 64", "two more than allowed": the number is denied, or only a difference.
    pub(super) denied: bool,
}

impl Phrase {
    /// Whether it is a number of which no noun says what it counts, nor of whom it is a part.
    pub(super) fn is_bare(&self) -> bool {
        self.head == Head::Hidden && self.partitive.is_none()
    }
}

/// Reads the noun phrase of `numerals[k]`; `base` is the place of `numerals[0]` in the document.
pub(super) fn read(
    text: &Text<'_>,
    sentence: &Range<usize>,
    numerals: &[Numeral],
    k: usize,
    base: usize,
) -> Phrase {
    let numeral = &numerals[k];
    // "two 19-year-old men"
    let aged = |n: &&Numeral| n.why == Some(Why::Age) && n.phrase.start == numeral.phrase.end;
    let age = numerals.get(k + 1).filter(aged);
    let start = age.map_or(numeral.phrase.end, |n| n.phrase.end);
    let next = numerals.get(k + 1 + usize::from(age.is_some()));
    let limit = next.map_or(sentence.end, |n| n.phrase.start).min(sentence.end);
    let start = if numeral.form == Form::Zero { past_reports(text, start, limit) } else { start };
    let (start, partitive) = partitive(text, start, limit, next);
    let nouns = match (partitive, numeral.form) {
        (Some(Partitive::Count | Partitive::Pronoun | Partitive::Outcome(_)), _) => hidden(start),
        (None, Form::Zero) if !takes_noun(text, numeral) => hidden(start),
        _ => nouns(text, start, limit),
    };
    // "one of the attacks"
    let event = partitive.is_some() && start < limit && text.tags(start).scope.is(ScopeWord::EVENT);
    let nouns = if event { Nouns { head: Head::Thing, ..nouns } } else { nouns };
    let before = |back: usize| {
        let at = numeral.phrase.start.checked_sub(back).filter(|at| *at >= sentence.start);
        at.map(|at| text.tags(at).grammar).unwrap_or_default()
    };
    // "that" of "said that 12" introduces a clause.
    let points = |g: Grammar| g.is(Grammar::DEFINITE) && !g.is(Grammar::RELATIVE);
    let definite = points(before(1))
        || before(1).is(Grammar::POSSESSIVE)
        || (before(1).is(Grammar::BESIDES) && before(2).is(Grammar::DEFINITE))
        || numeral.form == Form::Both;
    let company = matches!(nouns.head, Head::People(at) if is_company(text, at));
    let one = numeral.phrase.start.checked_sub(2).filter(|at| *at >= sentence.start);
    let one = one.is_some_and(|at| {
        let role = text.tags(at).people.map(|p| p.role).unwrap_or_default();
        role.is(PeopleRole::SINGULAR) && !role.is(PeopleRole::COLLECTIVE)
    });
    let more = (numeral.phrase.end..nouns.end).chain(numeral.phrase.start.checked_sub(1));
    let more = more.into_iter().any(|at| text.tags(at).grammar.is(Grammar::MORE));
    Phrase {
        numeral: base + k,
        words: numeral.phrase.start..nouns.end.max(numeral.phrase.end),
        noun: start..nouns.end,
        head: nouns.head,
        modifier: nouns.modifier,
        partitive,
        besides: nouns.besides || more || before(1).is(Grammar::BESIDES),
        more,
        definite,
        denied: before(1).is(Grammar::NEGATION)
            || measures(text, start..nouns.end, limit, nouns.head),
        tells_who: nouns.head == Head::Hidden && one && before(1).is(Grammar::OF),
        origin: company && before(1).is(Grammar::ORIGIN.or(Grammar::OF)),
    }
}

/// "92 people, two more than its permitted load": whether a number has no noun before "than", and is only
/// a difference.
fn measures(text: &Text<'_>, noun: Range<usize>, limit: usize, head: Head) -> bool {
    let than = |at: usize| {
        text.tags(at).contrast.as_deref().is_some_and(|word| word.is(ContrastWord::THAN))
    };
    let mut words = noun.start..(noun.end + 1).min(limit);
    !matches!(head, Head::People(_) | Head::Outcome(_)) && words.any(than)
}

/// How many words may stand before "reports": "no immediate reports of casualties".
const REPORTS: usize = 3;

/// Where the noun begins of which there are no reports: "casualties" of "no reports of casualties".
fn past_reports(text: &Text<'_>, start: usize, limit: usize) -> usize {
    let mut near = start..limit.min(start + REPORTS);
    let report = near.find(|at| text.tags(*at).grammar.is(Grammar::REPORT));
    let of = report.map(|at| at + 1).filter(|at| text.tags(*at).grammar.is(Grammar::OF));
    of.map_or(start, |of| (of + 1).min(limit))
}

/// "families", "units": many people under one noun.
fn is_company(text: &Text<'_>, at: usize) -> bool {
    text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::COLLECTIVE))
}

/// "no one" and "none" take no noun; "no" and "any" do.
fn takes_noun(text: &Text<'_>, numeral: &Numeral) -> bool {
    let tags = text.tags(numeral.words.start);
    let takes = tags.grammar.is(Grammar::NO) || tags.number == Some(NumberWord::Any);
    numeral.words.len() == 1 && takes
}

/// Reads "of them", "of the" after a number; returns where the nouns begin.
fn partitive(
    text: &Text<'_>,
    start: usize,
    limit: usize,
    next: Option<&Numeral>,
) -> (usize, Option<Partitive>) {
    if start >= limit {
        return (start, None);
    }
    // "of whom" and "of them" are one phrase of the tables.
    if text.tags(start).grammar.is(Grammar::INCLUDING) && is_of(text, start) {
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
    if next.is_some_and(|n| n.phrase.start == noun || n.phrase.start == at) {
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
        return (at, None);
    }
    // "one of the worst attacks", "one of the bloodiest days"
    if text.tags(noun).scope.is(ScopeWord::SUPERLATIVE) && noun + 1 < limit {
        return (noun + 1, Some(Partitive::Definite));
    }
    let event = text.tags(noun).scope.is(ScopeWord::EVENT);
    match ends_phrase(text, noun) && text.tags(noun).outcome.is_none() && !event {
        true => (noun, Some(Partitive::Pronoun)),
        false => (noun, Some(Partitive::Definite)),
    }
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

/// "who died", "who were killed" behind "of those": what happened, and the place behind it.
fn told_of_those(text: &Text<'_>, who: usize, limit: usize) -> Option<(usize, OutcomeWord)> {
    let helps = Grammar::BE.or(Grammar::HAVE).or(Grammar::ADVERB);
    let relative = who < limit && text.tags(who).grammar.is(Grammar::RELATIVE);
    let verb = (who + 1..limit).find(|at| !text.tags(*at).grammar.is(helps));
    let verb = verb.filter(|_| relative)?;
    outcome_of_any(text, verb).map(|killed| (verb + 1, killed))
}

/// What a word tells whoever the people are: "lost" and "detained" tell nothing.
fn outcome_of_any(text: &Text<'_>, at: usize) -> Option<OutcomeWord> {
    text.tags(at).outcome.filter(|word| !word.form.is(OutcomeForm::FIGHTERS))
}

/// Whether a phrase of the tables begins with "of".
pub(super) fn is_of(text: &Text<'_>, at: usize) -> bool {
    text.str(at).get(..3).is_some_and(|of| of.eq_ignore_ascii_case("of "))
}

/// "53 out of 101": a preposition that ends in "of" before a number.
pub(super) fn is_out_of(text: &Text<'_>, at: usize) -> bool {
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

/// The words of a phrase with the mark that opens a quotation which closes among them: “at least
/// 30” others.
pub(super) fn with_quote(text: &Text<'_>, words: &Range<usize>) -> Range<usize> {
    let opens = words.start.checked_sub(1).filter(|at| is_quote(text, *at));
    let closes = words.clone().filter(|at| is_quote(text, *at)).count() == 1;
    opens.filter(|_| closes).unwrap_or(words.start)..words.end
}

pub(super) fn is_quote(text: &Text<'_>, at: usize) -> bool {
    matches!(text.mark(at), "\"" | "'" | "“" | "”" | "‘" | "’" | "``" | "''")
}

/// Whether a word of the grammar ends a noun phrase.
pub(super) fn ends_phrase(text: &Text<'_>, at: usize) -> bool {
    let grammar = text.tags(at).grammar;
    at >= text.words.len()
        || grammar.is(Grammar::ENDS_PHRASE.or(Grammar::NAMELY))
        || !text.tags(at).scope.is_empty()
        || (text.words[at].shape == Shape::Mark && !joins(text, at))
}

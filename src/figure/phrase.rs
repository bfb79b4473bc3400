//! Noun phrases that a numeral counts.
//!
//! "at least 12 Ukrainian soldiers" has the head `soldiers`; "killed three" hides its head. A
//! phrase knows nothing of what happened to the people.

use std::ops::Range;

use super::outline::joins;
use crate::lexicon::{Grammar, OutcomeForm, OutcomeWord, PeopleRole};
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
}

/// What the words after a numeral were found to be.
#[derive(Debug)]
struct Nouns {
    end: usize,
    head: Head,
    modifier: Option<OutcomeWord>,
    besides: bool,
}

/// The most words that a noun phrase takes before its head.
const LONGEST: usize = 9;

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
    let (start, partitive) = partitive(text, start, limit, next);
    let nouns = match (partitive, numeral.form) {
        (Some(Partitive::Count | Partitive::Pronoun | Partitive::Outcome(_)), _) => hidden(start),
        (None, Form::Zero) if !takes_noun(text, numeral) => hidden(start),
        _ => nouns(text, start, limit),
    };
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
        origin: company && before(1).is(Grammar::ORIGIN.or(Grammar::OF)),
    }
}

/// "families", "units": many people under one noun.
fn is_company(text: &Text<'_>, at: usize) -> bool {
    text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::COLLECTIVE))
}

/// "no one" and "none" take no noun; "no" does.
fn takes_noun(text: &Text<'_>, numeral: &Numeral) -> bool {
    let words = &text.words[numeral.words.clone()];
    words.len() == 1 && text.tags(numeral.words.start).grammar.is(Grammar::NO)
}

fn hidden(end: usize) -> Nouns {
    Nouns { end, head: Head::Hidden, modifier: None, besides: false }
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
        let noun = start + 1 < limit && text.tags(start + 1).outcome.is_none();
        if points && noun && !ends_phrase(text, start + 1) {
            return (start + 1, Some(Partitive::Definite));
        }
        let killed = text.tags(start + 1).outcome.filter(|_| start + 1 < limit);
        return match killed.filter(|_| !people_follow(text, start + 2, limit)) {
            Some(killed) => (start + 2, Some(Partitive::Outcome(killed))),
            None => (start + 1, Some(Partitive::Pronoun)),
        };
    }
    if !text.tags(start).grammar.is(Grammar::OF) {
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
    if grammar.is(Grammar::PRONOUN.or(Grammar::RELATIVE)) {
        return (at + 1, Some(Partitive::Pronoun));
    }
    if !grammar.is(determiner) {
        return (at, None);
    }
    match ends_phrase(text, noun) && text.tags(noun).outcome.is_none() {
        true => (noun, Some(Partitive::Pronoun)),
        false => (noun, Some(Partitive::Definite)),
    }
}

/// The outcome of "those killed" and "the dead", where no noun follows.
fn those_killed(text: &Text<'_>, at: usize, limit: usize) -> Option<OutcomeWord> {
    let points = Grammar::DEFINITE.or(Grammar::POSSESSIVE).or(Grammar::PRONOUN);
    let grammar = text.tags(at).grammar;
    let outcome = text.tags(at + 1).outcome.filter(|_| at + 1 < limit && grammar.is(points))?;
    (!people_follow(text, at + 2, limit)).then_some(outcome)
}

/// Reads adjectives and nouns from `start` on.
fn nouns(text: &Text<'_>, start: usize, limit: usize) -> Nouns {
    let mut nouns = hidden(start);
    let mut at = start;
    while at < limit && at < start + LONGEST {
        let found = matches!(nouns.head, Head::People(_) | Head::Outcome(_));
        if let Some(end) = compound(text, at, limit).filter(|_| !found) {
            at = end;
            continue;
        }
        let tags = text.tags(at);
        if !found && is_possessive(text, at) {
            at += 1;
            continue;
        }
        if found && is_possessive(text, at) {
            let Some(outcome) = text.tags(at + 1).outcome.filter(|_| at + 1 < limit) else { break };
            if outcome.form.is(OutcomeForm::COUNTED) {
                nouns.take(Head::Outcome(outcome), at + 2);
            }
            break;
        }
        if text.words[at].shape == Shape::Mark {
            if joins(text, at) || (is_quote(text, at) && !found && at + 1 < limit) {
                at += 1;
                continue;
            }
            break;
        }
        if let Some(outcome) = tags.outcome {
            if found && nouns.names_event(outcome.form) {
                nouns.take(Head::Outcome(outcome), at + 1);
                break;
            }
            if found || !nouns.outcome(text, at, limit, outcome) {
                break;
            }
            at += 1;
            continue;
        }
        if tags.grammar.is(Grammar::BESIDES)
            && tags.people.is_none_or(|p| p.role.is(PeopleRole::WEAK))
        {
            nouns.besides = true;
            nouns.end = at + 1;
            at += 1;
            continue;
        }
        if let Some(people) = tags.people.filter(|_| !is_lower_pronoun(text, at)) {
            if people.role.is(PeopleRole::PLURAL.or(PeopleRole::SINGULAR)) {
                nouns.take(Head::People(at), at + 1);
            } else if people.role.is(PeopleRole::THING) {
                if found {
                    break;
                }
                nouns.take(Head::Thing, at + 1);
            } else if found {
                break;
            }
            at += 1;
            continue;
        }
        if joins_heads(text, at, limit) || (!found && joins_modifiers(text, at, limit)) {
            at += 1;
            continue;
        }
        if found || ends_phrase(text, at) || is_verb_like(text, at, at == start) {
            break;
        }
        nouns.take(Head::Unknown, at + 1);
        at += 1;
    }
    nouns
}

/// The end of an adjective that hyphens hold together: "army-backed fighters".
fn compound(text: &Text<'_>, start: usize, limit: usize) -> Option<usize> {
    let mut last = start;
    while last + 2 < limit && joins(text, last + 1) {
        last += 2;
    }
    let tags = text.tags(last);
    let head = tags.people.is_some_and(|p| p.role.is(PeopleRole::PLURAL)) || tags.outcome.is_some();
    let next = text.tags(last + 1);
    let people = next.people.is_some() || next.outcome.is_some();
    let verbal = text.str(last).ends_with("ed");
    (last > start && !head && (people || verbal)).then_some(last + 1)
}

impl Nouns {
    /// "12 civilian deaths": after people as an adjective, a noun for what happened to them.
    fn names_event(&self, form: OutcomeForm) -> bool {
        let verbal = OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE).or(OutcomeForm::GERUND);
        matches!(self.head, Head::People(_))
            && form.is(OutcomeForm::COUNTED)
            && !form.is(verbal.or(OutcomeForm::INTRANSITIVE))
    }

    fn take(&mut self, head: Head, end: usize) {
        self.head = head;
        self.end = end;
    }

    /// Takes an outcome word within the phrase, as an adjective or as the head; false where it is
    /// the verb that ends the phrase.
    fn outcome(&mut self, text: &Text<'_>, at: usize, limit: usize, outcome: OutcomeWord) -> bool {
        if people_follow(text, at + 1, limit) && !outcome.form.is(OutcomeForm::GERUND) {
            self.modifier = Some(outcome);
            return true;
        }
        let counted = outcome.form.is(OutcomeForm::COUNTED);
        // "kills 14 wounds 60": a verb with a number of its own.
        let number = text.words.get(at + 1).is_some_and(|w| w.shape == Shape::Digits)
            || text.tags(at + 1).number.is_some();
        if number && outcome.form.is(OutcomeForm::PRESENT) {
            return false;
        }
        if counted && (self.head != Head::Hidden || !outcome.form.is(OutcomeForm::PARTICIPLE)) {
            if matches!(self.head, Head::Unknown | Head::Thing)
                && outcome.form.is(OutcomeForm::PARTICIPLE)
            {
                return false;
            }
            self.take(Head::Outcome(outcome), at + 1);
            return true;
        }
        false
    }
}

/// Whether nouns for people come next, with nothing but adjectives before them.
fn people_follow(text: &Text<'_>, start: usize, limit: usize) -> bool {
    for at in start..limit.min(start + 3) {
        let tags = text.tags(at);
        let role = tags.people.map(|p| p.role).unwrap_or_default();
        if role.is(PeopleRole::PLURAL.or(PeopleRole::SINGULAR)) {
            return !is_lower_pronoun(text, at);
        }
        if role.is(PeopleRole::THING) || tags.outcome.is_some() || ends_phrase(text, at) {
            return false;
        }
        if text.words[at].shape == Shape::Mark && !joins(text, at) {
            return false;
        }
    }
    false
}

/// "passengers and crew", "women and children": a second head without a number of its own.
fn joins_heads(text: &Text<'_>, at: usize, limit: usize) -> bool {
    let next = text.tags(at + 1);
    let people = next.people.is_some_and(|p| p.role.is(PeopleRole::PLURAL));
    at + 1 < limit && text.tags(at).grammar.is(Grammar::AND) && people
}

/// "no government or rebel casualties": a second adjective.
fn joins_modifiers(text: &Text<'_>, at: usize, limit: usize) -> bool {
    let counted = |at: usize| {
        let tags = text.tags(at);
        let plural = tags.people.is_some_and(|p| p.role.is(PeopleRole::PLURAL));
        at < limit && (plural || tags.outcome.is_some_and(|o| o.form.is(OutcomeForm::COUNTED)))
    };
    text.tags(at).grammar.is(Grammar::AND) && !ends_phrase(text, at + 1) && counted(at + 2)
}

/// "'s" and the apostrophe of "soldiers'".
fn is_possessive(text: &Text<'_>, at: usize) -> bool {
    text.words[at].glued && matches!(text.str(at), "'s" | "’s" | "'" | "’" | "'S" | "’S")
}

/// "us" is the country only when it is written "US".
fn is_lower_pronoun(text: &Text<'_>, at: usize) -> bool {
    text.words[at].shape == Shape::Lower && text.tags(at).grammar.is(Grammar::PRONOUN)
}

/// Whether a phrase of the tables begins with "of".
pub(super) fn is_of(text: &Text<'_>, at: usize) -> bool {
    text.str(at).get(..3).is_some_and(|of| of.eq_ignore_ascii_case("of "))
}

/// The words of a phrase with the mark that opens a quotation which closes among them: “at least
/// 30” others.
pub(super) fn with_quote(text: &Text<'_>, words: &Range<usize>) -> Range<usize> {
    let opens = words.start.checked_sub(1).filter(|at| is_quote(text, *at));
    let closes = words.clone().filter(|at| is_quote(text, *at)).count() == 1;
    opens.filter(|_| closes).unwrap_or(words.start)..words.end
}

fn is_quote(text: &Text<'_>, at: usize) -> bool {
    matches!(text.mark(at), "\"" | "'" | "“" | "”" | "‘" | "’" | "``" | "''")
}

/// Whether a word of the grammar ends a noun phrase.
pub(super) fn ends_phrase(text: &Text<'_>, at: usize) -> bool {
    let grammar = text.tags(at).grammar;
    at >= text.words.len()
        || grammar.is(Grammar::ENDS_PHRASE)
        || text.tags(at).scope.is_some()
        || (text.words[at].shape == Shape::Mark && !joins(text, at))
}

/// Whether an unknown word is rather a verb than a noun: "10 sealed off".
fn is_verb_like(text: &Text<'_>, at: usize, first: bool) -> bool {
    let word = text.str(at);
    let verbal = word.ends_with("ed") || (!first && word.ends_with("ing"));
    text.words[at].shape == Shape::Lower && verbal && {
        let next = text.tags(at + 1).grammar;
        let mark = text.words.get(at + 1).is_none_or(|w| w.shape == Shape::Mark && !w.glued);
        mark || next.is(Grammar::ENDS_PHRASE)
    }
}

//! The nouns behind a numeral: which words are adjectives, which one is the head.
//!
//! In "12 young Ukrainian soldiers from the north" the phrase ends at `soldiers`; in "12 wounded" the
//! outcome is the head. Nouns see words, not what the verb says of them.

use super::kinds::{is_besides, joins};
use super::phrase::{Head, ends_phrase, is_quote};
use crate::lexicon::{Grammar, OutcomeForm, OutcomeWord, PeopleRole};
use crate::text::{Shape, Text};

/// The most words that a noun phrase takes before its head.
const LONGEST: usize = 9;

/// How many words behind a genitive the people may stand.
const OWNED: usize = 3;

/// What the words after a numeral were found to be.
#[derive(Debug)]
pub(super) struct Nouns {
    pub(super) end: usize,
    pub(super) head: Head,
    pub(super) modifier: Option<OutcomeWord>,
    pub(super) besides: bool,
}

/// Reads adjectives and nouns from `start` on.
pub(super) fn nouns(text: &Text<'_>, start: usize, limit: usize) -> Nouns {
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
        let genitive = found && is_possessive(text, at);
        if let Some(owned) = owned(text, at + 1, limit).filter(|_| genitive) {
            nouns.head = owned;
            at += 1;
            continue;
        }
        if genitive {
            let Some(outcome) = text.tags(at + 1).outcome.filter(|_| at + 1 < limit) else { break };
            if outcome.form.is(OutcomeForm::COUNTED) {
                nouns.take(Head::Outcome(outcome), at + 2);
            }
            break;
        }
        if let Some(noun) = past_initials(text, at, limit) {
            at = noun;
            continue;
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
        if is_besides(text, at) {
            nouns.besides = true;
            nouns.end = at + 1;
            at += 1;
            continue;
        }
        if let Some(people) = tags.people.filter(|_| !is_lower_pronoun(text, at)) {
            let one = !people.role.is(PeopleRole::PLURAL);
            if found && one && ends_in_plural(text, at - 1) {
                break;
            }
            if people.role.is(PeopleRole::PLURAL.or(PeopleRole::SINGULAR)) {
                let within_name = !found
                    && !people.role.is(PeopleRole::PLURAL)
                    && name_goes_on(text, at + 1, limit);
                let head = if within_name { Head::Unknown } else { Head::People(at) };
                nouns.take(head, at + 1);
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
        // "30 daily deaths"
        if !found && tags.period.is_some_and(|p| p.alone) && at + 1 < limit {
            at += 1;
            continue;
        }
        if found && names_body(text, at, limit) {
            nouns.head = Head::Unknown;
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

pub(super) fn hidden(end: usize) -> Nouns {
    Nouns { end, head: Head::Hidden, modifier: None, besides: false }
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
            // "lost children"
            self.modifier = Some(outcome).filter(|o| !o.form.is(OutcomeForm::FIGHTERS));
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
pub(super) fn people_follow(text: &Text<'_>, start: usize, limit: usize) -> bool {
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

/// What a genitive goes on with: people whom it tells apart, "one Sheriff's Office deputy", or a thing,
/// "one man's house"; none where it is an outcome.
fn owned(text: &Text<'_>, start: usize, limit: usize) -> Option<Head> {
    let role = |at: usize| text.tags(at).people.map(|p| p.role).unwrap_or_default();
    let noun = PeopleRole::PLURAL.or(PeopleRole::SINGULAR).or(PeopleRole::THING);
    let ends = |at: &usize| {
        let tags = text.tags(*at);
        tags.outcome.is_some() || tags.number.is_some() || ends_phrase(text, *at)
    };
    let words = (start..limit.min(start + OWNED)).take_while(|at| !ends(at));
    let head = words.filter(|at| role(*at).is(noun)).last()?;
    match role(head) {
        role if role.is(PeopleRole::WEAK) => None,
        role if role.is(PeopleRole::THING) => Some(Head::Thing),
        _ => Some(Head::Unknown),
    }
}

/// Whether a word is a noun for several people and nothing else: "forces" of "38 regime forces monitor
/// says" is the head, "women" of "two women police officer" may be an adjective.
fn ends_in_plural(text: &Text<'_>, at: usize) -> bool {
    let role = text.tags(at).people.map(|p| p.role).unwrap_or_default();
    let other = PeopleRole::SINGULAR.or(PeopleRole::MODIFIER).or(PeopleRole::COLLECTIVE);
    role.is(PeopleRole::PLURAL) && !role.is(other)
}

/// Whether a name goes on up to people in the plural: "national" of "five National Liberation Army
/// rebels" is no person.
fn name_goes_on(text: &Text<'_>, start: usize, limit: usize) -> bool {
    let plural = |at: usize| text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::PLURAL));
    let of_name = |at: &usize| {
        let capital = matches!(text.words[*at].shape, Shape::Title | Shape::Upper);
        let tags = text.tags(*at);
        capital && tags.outcome.is_none() && tags.number.is_none() && !ends_phrase(text, *at)
    };
    let reach = limit.min(start + LONGEST);
    let Some(end) = (start..reach).find(|at| !of_name(at) || plural(*at)) else { return false };
    let end = past_initials(text, end, limit).unwrap_or(end);
    end > start && end < reach && plural(end)
}

/// The noun behind initials in brackets: "National Liberation Front (NLF) rebels".
fn past_initials(text: &Text<'_>, at: usize, limit: usize) -> Option<usize> {
    let initials = text.mark(at) == "(" && text.mark(at + 2) == ")" && at + 3 < limit;
    let people = || {
        text.tags(at + 3)
            .people
            .is_some_and(|p| p.role.is(PeopleRole::PLURAL.or(PeopleRole::SINGULAR)))
    };
    (initials && text.words[at + 1].shape == Shape::Upper && people()).then_some(at + 3)
}

/// "civilian JTF members", "police SWAT officers": initials between an adjective and its noun.
fn names_body(text: &Text<'_>, at: usize, limit: usize) -> bool {
    let people = |at: usize| text.tags(at).people.map(|p| p.role).unwrap_or_default();
    let capitals = |at: usize| text.words[at].shape == Shape::Upper;
    let next = at + 1 < limit && people(at + 1).is(PeopleRole::PLURAL);
    let known = people(at - 1).is(PeopleRole::MODIFIER) && !capitals(at - 1);
    capitals(at) && !capitals(at + 1) && known && next
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
pub(super) fn is_possessive(text: &Text<'_>, at: usize) -> bool {
    text.words[at].glued && matches!(text.str(at), "'s" | "’s" | "'" | "’" | "'S" | "’S")
}

/// "us" is the country only when it is written "US".
pub(super) fn is_lower_pronoun(text: &Text<'_>, at: usize) -> bool {
    text.words[at].shape == Shape::Lower && text.tags(at).grammar.is(Grammar::PRONOUN)
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

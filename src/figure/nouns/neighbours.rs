//! What a word is by the words next to it: part of a compound, of a list of adjectives, of a name.
//!
//! In "army-backed fighters" the two first are one adjective; in "men and women" the second noun goes on
//! with the first; "the soldiers' wives" are the wives. It sees a few words and reads no numbers.

use super::LONGEST;
use crate::figure::kinds::joins;
use crate::figure::phrase::{Head, ends_phrase};
use crate::lexicon::{Grammar, OutcomeForm, PeopleRole};
use crate::text::{Shape, Text};

/// How many words behind a genitive the people may stand.
const OWNED: usize = 3;

/// The end of an adjective that hyphens hold together: "army-backed fighters".
pub(super) fn compound(text: &Text<'_>, start: usize, limit: usize) -> Option<usize> {
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

/// Whether nouns for people come next, with nothing but adjectives before them.
pub(in crate::figure) fn people_follow(text: &Text<'_>, start: usize, limit: usize) -> bool {
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
pub(super) fn joins_heads(text: &Text<'_>, at: usize, limit: usize) -> bool {
    let next = text.tags(at + 1);
    let people = next.people.is_some_and(|p| p.role.is(PeopleRole::PLURAL));
    // "89 passengers and crew of eight": they have one.
    let numbered = text.tags(at + 2).grammar.is(Grammar::OF) && text.is_of_number(at + 3);
    at + 1 < limit && text.tags(at).grammar.is(Grammar::AND) && people && !numbered
}

/// What a genitive goes on with: people whom it tells apart, "one Sheriff's Office deputy", or a thing,
/// "one man's house"; none where it is an outcome.
pub(super) fn owned(text: &Text<'_>, start: usize, limit: usize) -> Option<Head> {
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
pub(super) fn ends_in_plural(text: &Text<'_>, at: usize) -> bool {
    let role = text.tags(at).people.map(|p| p.role).unwrap_or_default();
    let other = PeopleRole::SINGULAR.or(PeopleRole::MODIFIER).or(PeopleRole::COLLECTIVE);
    role.is(PeopleRole::PLURAL) && !role.is(other)
}

/// Whether a name goes on up to people in the plural: "national" of "five National Liberation Army
/// rebels" is no person.
pub(super) fn name_goes_on(text: &Text<'_>, start: usize, limit: usize) -> bool {
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
pub(super) fn past_initials(text: &Text<'_>, at: usize, limit: usize) -> Option<usize> {
    let brackets = match text.mark(at) {
        "(" => ")",
        "[" => "]",
        _ => return None,
    };
    let initials = at + 3 < limit && text.mark(at + 2) == brackets;
    let people = || {
        text.tags(at + 3)
            .people
            .is_some_and(|p| p.role.is(PeopleRole::PLURAL.or(PeopleRole::SINGULAR)))
    };
    (initials && text.words[at + 1].shape == Shape::Upper && people()).then_some(at + 3)
}

/// "civilian JTF members", "police SWAT officers": initials between an adjective and its noun.
pub(super) fn names_body(text: &Text<'_>, at: usize, limit: usize) -> bool {
    let people = |at: usize| text.tags(at).people.map(|p| p.role).unwrap_or_default();
    let capitals = |at: usize| text.words[at].shape == Shape::Upper;
    let next = at + 1 < limit && people(at + 1).is(PeopleRole::PLURAL);
    let known = people(at - 1).is(PeopleRole::MODIFIER) && !capitals(at - 1);
    next && known && capitals(at) && !capitals(at + 1)
}

/// "no government or rebel casualties": a second adjective.
pub(super) fn joins_modifiers(text: &Text<'_>, at: usize, limit: usize) -> bool {
    let counted = |at: usize| {
        let tags = text.tags(at);
        let plural = tags.people.is_some_and(|p| p.role.is(PeopleRole::PLURAL));
        at < limit && (plural || tags.outcome.is_some_and(|o| o.form.is(OutcomeForm::COUNTED)))
    };
    text.tags(at).grammar.is(Grammar::AND) && !ends_phrase(text, at + 1) && counted(at + 2)
}

/// "'s" and the apostrophe of "soldiers'".
pub(in crate::figure) fn is_possessive(text: &Text<'_>, at: usize) -> bool {
    text.words[at].glued && matches!(text.str(at), "'s" | "’s" | "'" | "’" | "'S" | "’S")
}

/// "us" is the country only when it is written "US".
pub(in crate::figure) fn is_lower_pronoun(text: &Text<'_>, at: usize) -> bool {
    text.words[at].shape == Shape::Lower && text.tags(at).grammar.is(Grammar::PRONOUN)
}

/// Whether an unknown word is rather a verb than a noun: "10 sealed off".
pub(super) fn is_verb_like(text: &Text<'_>, at: usize, first: bool) -> bool {
    let word = text.str(at);
    let verbal = word.ends_with("ed") || (!first && word.ends_with("ing"));
    text.words[at].shape == Shape::Lower && verbal && {
        let next = text.tags(at + 1).grammar;
        let mark = text.words.get(at + 1).is_none_or(|w| w.shape == Shape::Mark && !w.glued);
        mark || next.is(Grammar::ENDS_PHRASE)
    }
}

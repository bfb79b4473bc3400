//! Words of a group's name with the capitals that they have in the midst of a sentence.
//!
//! "Soldiers" at the beginning of a sentence are `soldiers`, "UKRAINIAN" of a wire text is
//! `Ukrainian`, "YPG" and "US" stay as they are. Names know no other words of the text.

use super::{has_role, lower};
use crate::lexicon::{Facet, Kind, PeopleRole};
use crate::text::{Shape, Text};

/// All capitals of at most so many letters are an abbreviation, not a word of an all-capitals text.
const ABBREVIATION: usize = 4;

/// A word as printed where it names a nation, party or faith, and otherwise in lower case.
pub(super) fn cased(text: &Text<'_>, at: usize) -> String {
    let lower = lower(text, &(at..at + 1));
    let people = text.tags(at).people.unwrap_or_default();
    let proper = people.kinds().any(|id| is_proper(text.lexicon.kind(id)));
    match text.words[at].shape {
        Shape::Lower => lower,
        Shape::Upper if proper => unshouted(text.str(at)),
        _ if proper => text.str(at).to_owned(),
        _ => lower,
    }
}

/// "PALESTINIANS" as "Palestinians", "IS jihadists" and "YPG" as they are.
fn unshouted(printed: &str) -> String {
    let shouts = |word: &str| word.len() > ABBREVIATION && !word.chars().any(char::is_lowercase);
    let word = |word: &str| if shouts(word) { capital(&word.to_lowercase()) } else { word.into() };
    printed.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

/// The name of a kind: "Palestinian", "women".
pub(super) fn kind_name(kind: &Kind) -> String {
    if is_proper(kind) { capital(&kind.name) } else { kind.name.clone() }
}

/// Whether the words for a kind have a capital.
fn is_proper(kind: &Kind) -> bool {
    matches!(kind.facet, Facet::Nation | Facet::Side | Facet::Faith)
}

/// Every word with a capital: "North Korean".
fn capital(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// How a word names its kind: "rebels", "gunmen" and "army" as printed, "Palestinian" and "women" by
/// the kind, and so "terrorists", which is a verdict on militants.
pub(super) fn name(text: &Text<'_>, at: usize, kind: &Kind) -> String {
    let printed = matches!(kind.facet, Facet::Role | Facet::Side | Facet::Faith);
    if !printed && !has_role(text, at, PeopleRole::ATTACKER) {
        return kind_name(kind);
    }
    let role = |at| text.tags(at).people.map(|p| p.role).unwrap_or_default();
    if role(at).is(PeopleRole::AS_KIND) {
        return kind_name(kind);
    }
    if role(at).is(PeopleRole::PLURAL) {
        return cased(text, at);
    }
    let body = role(at).is(PeopleRole::COLLECTIVE);
    let as_printed = printed && (body || !role(at).is(PeopleRole::SINGULAR));
    let named = || if as_printed { cased(text, at) } else { kind_name(kind) };
    plural(text, at).unwrap_or_else(named)
}

/// "insurgents" for "insurgent", where the tables know such people by that word.
fn plural(text: &Text<'_>, at: usize) -> Option<String> {
    let several = cased(text, at) + "s";
    let words = several.split(' ').map(|word| text.lexicon.word(word));
    let (entry, taken) = text.lexicon.longest(words.clone());
    let role = text.lexicon.tags(entry).people?.role;
    let known = role.is(PeopleRole::PLURAL) && !role.is(PeopleRole::AS_KIND);
    let known = known && taken == words.count();
    (has_role(text, at, PeopleRole::SINGULAR) && known).then_some(several)
}

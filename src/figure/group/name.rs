//! Words of a group's name with the capitals that they have in the midst of a sentence.
//!
//! "Soldiers" at the beginning of a sentence are `soldiers`, "UKRAINIAN" of a wire text is
//! `Ukrainian`, "YPG" and "US" stay as they are. Names know no other words of the text.

use super::lower;
use crate::lexicon::{Facet, Kind};
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
        Shape::Upper if proper && lower.len() > ABBREVIATION => capital(&lower),
        _ if proper => text.str(at).to_owned(),
        _ => lower,
    }
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

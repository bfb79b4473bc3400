//! Victims who go by their names.
//!
//! "Tom Harrow was killed", "killed Ana Ruiz, a nurse": two capitalised words at a verb are a person, behind a preposition
//! a place. As far as capitals tell; what befell the named is not known here.

use super::object;
use super::outline::{Kind, Outline};
use crate::lexicon::Grammar;
use crate::text::{Shape, Text};

/// Whether some words are the name of a person: two capitalised words right at the verb.
pub(super) fn is_name(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    if !is_capitalised(text, outline, item) {
        return false;
    }
    let object = item.checked_sub(1).is_some_and(|at| object::takes_object(outline, at));
    let opens = item == 0 || matches!(outline.kind(item - 1), Kind::Stop | Kind::And | Kind::Comma);
    let subject = opens && matches!(outline.kind(item + 1), Kind::Be | Kind::Comma);
    object || (subject && !is_of_place(outline, item))
}

/// "71 in Port Ana and Cape Ruiz, and seven in the hills", "five in the capital, Asaba Ndele, two in the port": whether a
/// name is that of a place, or of one more.
fn is_of_place(outline: &Outline, item: usize) -> bool {
    let before = |back: usize| item.checked_sub(back).map(|at| outline.kind(at));
    let joined = matches!(before(1), Some(Kind::And | Kind::Comma));
    let article = usize::from(before(3) == Some(Kind::Determiner));
    let led = before(2) == Some(Kind::Other) && before(3 + article) == Some(Kind::Preposition);
    let apposed = before(1) == Some(Kind::Comma) && outline.kind(item + 1) == Kind::Comma;
    joined && led && (before(1) == Some(Kind::And) || apposed)
}

/// Whether a name is that of the victim before it.
pub(super) fn is_named_before(outline: &Outline, item: usize, last: Option<usize>) -> bool {
    let comma = item.checked_sub(1).filter(|at| outline.kind(*at) == Kind::Comma);
    let closed = matches!(outline.kind(item + 1), Kind::Comma | Kind::Stop | Kind::Close);
    closed && comma.is_some() && last == item.checked_sub(2)
}

/// "Anwar Adel, an engineer and a leader of the group": whether what begins at an item tells who
/// somebody named before it is.
pub(super) fn is_of_name(text: &Text<'_>, outline: &Outline, start: usize) -> bool {
    let article = |at: usize| {
        text.tags(outline.items[at].words.start).grammar.is(Grammar::ARTICLE)
            && outline.kind(at) == Kind::Determiner
    };
    let mut at = start;
    // "a teacher and", "a leader of the group and"
    while article(at) && at >= 2 && outline.kind(at - 1) == Kind::And {
        let told = |i: &usize| matches!(outline.kind(*i), Kind::People | Kind::Other | Kind::Of);
        let before = (0..at - 1).rev().find(|i| !told(i));
        match before.filter(|i| outline.kind(*i) == Kind::Determiner) {
            Some(before) => at = before,
            None => return false,
        }
    }
    let named = at >= 2 && outline.kind(at - 1) == Kind::Comma && article(at);
    named && has_full_name(text, outline, at - 2)
}

/// Whether an item is the full name of a person, as far as capitals tell.
pub(super) fn has_full_name(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let kind = matches!(outline.kind(item), Kind::Other | Kind::People);
    kind && is_capitalised(text, outline, item)
}

/// Whether an item is two capitalised words or more.
fn is_capitalised(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let mut words = outline.items[item].words.clone();
    words.len() >= 2 && words.all(|w| text.words[w].shape == Shape::Title)
}

/// Whether a word and the one after it have capitals, so that both are of one name: "the Islamist
/// Party".
pub(super) fn begins_name(text: &Text<'_>, word: usize) -> bool {
    let capital = |at: usize| text.words.get(at).is_some_and(|w| w.shape == Shape::Title);
    capital(word) && capital(word + 1)
}

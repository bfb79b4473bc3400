//! Victims without a number: "a policeman", "his wife", "another".
//!
//! "Killing a policeman and two soldiers" kills three: the policeman counts as one. Only people named
//! in the singular are read, and only where a verb of the same clause says what became of them.

use super::attach;
use super::outline::{Kind, Outline};
use crate::lexicon::{Grammar, Outcome, PeopleRole};
use crate::text::{Shape, Text};

/// One person and what became of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Victim {
    /// The item that names them.
    pub(super) item: usize,
    /// The item of their article or pronoun, where they have one.
    pub(super) determiner: Option<usize>,
    /// What happened.
    pub(super) outcome: Outcome,
    /// The item that says so.
    pub(super) anchor: usize,
    /// Whether they are introduced by "a" or "an".
    pub(super) article: bool,
}

/// Finds the victims of a sentence that no numeral counts.
pub(super) fn find(text: &Text<'_>, outline: &Outline) -> Vec<Victim> {
    let mut victims: Vec<Victim> = Vec::new();
    for item in 0..outline.items.len() {
        let last = victims.last().map(|v| v.item);
        victims.extend(victim(text, outline, item, last));
    }
    victims
}

/// The victim that an item names, if any; `last` is the item of the victim before.
fn victim(text: &Text<'_>, outline: &Outline, item: usize, last: Option<usize>) -> Option<Victim> {
    let kind = outline.kind(item);
    let before = (0..item).rev().find(|at| outline.kind(*at) != Kind::Adverb);
    let determiner = before.filter(|at| outline.kind(*at) == Kind::Determiner);
    let grammar = determiner.map(|at| text.tags(outline.items[at].words.start).grammar);
    let grammar = grammar.unwrap_or_default();
    let one = match kind {
        Kind::People if determiner.is_some() => is_one(text, outline, item, grammar),
        Kind::People => goes_on(text, outline, item, last) || is_name(text, outline, item),
        Kind::Other => is_name(text, outline, item),
        // "killing himself and three others"
        Kind::Pronoun => is_reflexive(text, outline, item),
        // "wounding another"
        Kind::Determiner => is_another(text, outline, item),
        _ => false,
    };
    if !one {
        return None;
    }
    let found = attach::lone(outline, item)?;
    let article = grammar.is(Grammar::ARTICLE);
    Some(Victim { item, determiner, outcome: found.outcome, anchor: found.anchor, article })
}

/// Whether some people are one person: "a policeman", "his wife", "Mayor Smith".
fn is_one(text: &Text<'_>, outline: &Outline, item: usize, before: Grammar) -> bool {
    let words = outline.items[item].words.clone();
    let head = words.rev().find_map(|w| text.tags(w).people);
    let role = head.map(|people| people.role).unwrap_or_default();
    let singular = is_singular(role);
    let introduced = Grammar::ARTICLE.or(Grammar::POSSESSIVE).or(Grammar::BESIDES);
    singular && before.is(introduced.or(Grammar::DEFINITE)) && !before.is(Grammar::NO)
}

fn is_singular(role: PeopleRole) -> bool {
    role.is(PeopleRole::SINGULAR) && !role.is(PeopleRole::COLLECTIVE)
}

/// "a Swede, Turk and Somali": the next of a list that began with an article.
fn goes_on(text: &Text<'_>, outline: &Outline, item: usize, last: Option<usize>) -> bool {
    let words = outline.items[item].words.clone();
    let role = words.rev().find_map(|w| text.tags(w).people).map(|p| p.role).unwrap_or_default();
    let listed = item >= 2 && matches!(outline.kind(item - 1), Kind::And | Kind::Comma);
    is_singular(role) && listed && last == Some(item - 2)
}

/// "himself", "herself" as the object of an outcome.
fn is_reflexive(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let grammar = text.tags(outline.items[item].words.start).grammar;
    let object = item.checked_sub(1).is_some_and(|at| attach::takes_object(outline, at));
    grammar.is(Grammar::REFLEXIVE) && object
}

/// Whether some words are the name of a person: two capitalised words right at the verb.
fn is_name(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let words = outline.items[item].words.clone();
    let long = words.len() >= 2;
    let capital = words.into_iter().all(|w| text.words[w].shape == Shape::Title);
    let object = item.checked_sub(1).is_some_and(|at| attach::takes_object(outline, at));
    let opens = item == 0 || matches!(outline.kind(item - 1), Kind::Stop | Kind::And | Kind::Comma);
    let subject = opens && matches!(outline.kind(item + 1), Kind::Be | Kind::Comma);
    long && capital && (object || subject)
}

/// "another" without a noun.
fn is_another(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let grammar = text.tags(outline.items[item].words.start).grammar;
    let next = outline.kind(item + 1);
    grammar.is(Grammar::BESIDES)
        && !matches!(next, Kind::People | Kind::Other | Kind::Count(_) | Kind::Anchor(_))
}

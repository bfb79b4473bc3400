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
    (0..outline.items.len()).filter_map(|item| victim(text, outline, item)).collect()
}

fn victim(text: &Text<'_>, outline: &Outline, item: usize) -> Option<Victim> {
    let kind = outline.kind(item);
    let before = (0..item).rev().find(|at| outline.kind(*at) != Kind::Adverb);
    let determiner = before.filter(|at| outline.kind(*at) == Kind::Determiner);
    let grammar = determiner.map(|at| text.tags(outline.items[at].words.start).grammar);
    let grammar = grammar.unwrap_or_default();
    let one = match kind {
        Kind::People => is_one(text, outline, item, grammar),
        Kind::Other => is_name(text, outline, item),
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
    let singular = role.is(PeopleRole::SINGULAR) && !role.is(PeopleRole::COLLECTIVE);
    let introduced = Grammar::ARTICLE.or(Grammar::POSSESSIVE).or(Grammar::BESIDES);
    singular && before.is(introduced.or(Grammar::DEFINITE)) && !before.is(Grammar::NO)
}

/// Whether some words are the name of a person: two capitalised words right at the verb.
fn is_name(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let words = outline.items[item].words.clone();
    let long = words.len() >= 2;
    let capital = words.into_iter().all(|w| text.words[w].shape == Shape::Title);
    let object = item.checked_sub(1).is_some_and(|at| attach::takes_object(outline, at));
    long && capital && object
}

/// "another" without a noun.
fn is_another(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let grammar = text.tags(outline.items[item].words.start).grammar;
    let next = outline.kind(item + 1);
    grammar.is(Grammar::BESIDES)
        && !matches!(next, Kind::People | Kind::Other | Kind::Count(_) | Kind::Anchor(_))
}

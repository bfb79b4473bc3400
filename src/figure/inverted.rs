//! Outcomes that are said before their people.
//!
//! "Killed were three sailors", "the victims were two brothers", "among the dead in the north were 15 children":
//! the word stands before "be", and those it is said of behind. Only one sentence is seen; "among them were 15"
//! leaves it to the sentence before.

use super::object::{skip_adverbs, skip_back};
use super::outline::{Kind, Outline};
use crate::lexicon::{OutcomeForm, OutcomeWord};

/// An outcome said before its people: "killed were three sailors", "among the dead were two nurses".
#[derive(Clone, Copy, Debug)]
pub(super) struct Inverted {
    /// The word for what happened.
    pub(super) word: OutcomeWord,
    /// The item that says so.
    pub(super) anchor: usize,
    /// Whether they are only some of those to whom it happened.
    pub(super) among: bool,
    /// Whether they are all of them, whose number is told elsewhere.
    pub(super) all: bool,
}

/// The most items of an aside before "be".
const ASIDE: usize = 12;

/// Words that stand for whom something happened to: "killed", "the dead", "the victims".
const PEOPLE: OutcomeForm = OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE).or(OutcomeForm::WEAK);

/// The outcome that stands before "be" and the phrase.
pub(super) fn before(outline: &Outline, item: usize) -> Option<Inverted> {
    let mut at = skip_back(outline, item)?;
    while matches!(outline.kind(at), Kind::And | Kind::Comma | Kind::Count(_) | Kind::People) {
        at = skip_back(outline, at)?;
    }
    if let Some(noun) = aside(outline, at, item) {
        return Some(noun);
    }
    let be = Some(at).filter(|at| outline.kind(*at) == Kind::Be)?;
    if let Some((anchor, word)) = among(outline, be) {
        return Some(Inverted { word, anchor, among: true, all: false });
    }
    let verb = past_aside(outline, skip_back(outline, be)?)?;
    let Kind::Anchor(word) = outline.kind(verb) else { return None };
    let before = verb.checked_sub(1).map(|i| outline.kind(i));
    let definite = before == Some(Kind::Determiner);
    let before = if definite { verb.checked_sub(2).map(|i| outline.kind(i)) } else { before };
    // "police said the dead were", "police said that the dead were"
    let told = definite && matches!(before, Some(Kind::Verb | Kind::Relative | Kind::Comma));
    // "In Selm, those who died were"
    let opens =
        told || before.is_none_or(|kind| matches!(kind, Kind::Stop | Kind::Adverb | Kind::Comma));
    (opens && word.form.is(PEOPLE)).then_some(Inverted {
        word,
        anchor: verb,
        among: false,
        all: false,
    })
}

/// "The dead, 11 men and seven women, were buried": the outcome whose people a list between commas names.
fn aside(outline: &Outline, noun: usize, item: usize) -> Option<Inverted> {
    let Kind::Anchor(word) = outline.kind(noun) else { return None };
    let article = noun > 0 && outline.kind(noun - 1) == Kind::Determiner;
    let opens = (0..noun).all(|at| outline.kind(at) == Kind::Determiner);
    let list = noun + 1..outline.list_end(item);
    let joined = list.clone().any(|at| outline.kind(at) == Kind::And);
    let commas = outline.kind(noun + 1) == Kind::Comma && outline.kind(list.end - 1) == Kind::Comma;
    let verb = matches!(outline.kind(list.end), Kind::Be | Kind::Have | Kind::Verb);
    let told = word.form.is(PEOPLE) && article && opens && joined && commas && verb;
    told.then_some(Inverted { word, anchor: noun, among: true, all: true })
}

/// "The victims, all of whom have been named, were": the item before an aside that ends at a comma.
fn past_aside(outline: &Outline, at: usize) -> Option<usize> {
    if outline.kind(at) != Kind::Comma {
        return Some(at);
    }
    let opening = (at.saturating_sub(ASIDE)..at).rev().find(|at| outline.kind(*at) == Kind::Comma);
    opening?.checked_sub(1)
}

/// "Among the dead in the north were …", "among those killed were …": the outcome that a list of some
/// of its people names before "be".
fn among(outline: &Outline, be: usize) -> Option<(usize, OutcomeWord)> {
    let names = |at: usize| {
        let kind = outline.kind(at);
        matches!(kind, Kind::Preposition | Kind::Of | Kind::Other | Kind::Determiner | Kind::Adverb)
    };
    // ", police said,"
    let aside = |at: usize| {
        matches!(outline.kind(at), Kind::Comma | Kind::Verb | Kind::People | Kind::Pronoun)
    };
    let at = (0..be).rev().find(|at| !names(*at) && !aside(*at))?;
    let Kind::Anchor(word) = outline.kind(at) else { return None };
    // "those", "those who were"
    let whose = |at: usize| {
        let kind = outline.kind(at);
        let clause = matches!(kind, Kind::Relative | Kind::Be | Kind::Have | Kind::Adverb);
        clause || matches!(kind, Kind::Determiner | Kind::People | Kind::Pronoun)
    };
    let list = (0..at).rev().find(|at| !whose(*at))?;
    let opens = list == skip_adverbs(outline, 0) || !(at..be).any(aside);
    let people = OutcomeForm::VERBS.or(OutcomeForm::COUNTED).or(OutcomeForm::WEAK);
    let among = outline.kind(list) == Kind::Including && word.form.is(people);
    (among && opens).then_some((at, word))
}

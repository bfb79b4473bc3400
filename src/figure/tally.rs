//! Tolls in several words.
//!
//! "The number of people believed to have died was put at 12", "the number killed in the city exceeded 200". The word
//! "number" stands before what happened to those it counts. Whose toll it is is not known here.

use super::attach::Attached;
use super::object::{ACTIVE, skip_back};
use super::outline::{Kind, Outline};
use crate::lexicon::{Outcome, OutcomeForm};

/// A number that a described toll reaches: "the number who died of it was put at 12".
pub(super) fn tally(outline: &Outline, item: usize) -> Option<Attached> {
    let before = skip_back(outline, item)?;
    let told = tallied(outline, before)?;
    let verb =
        |at: usize| matches!(outline.kind(at), Kind::Be | Kind::Have | Kind::Verb | Kind::Link);
    // "put the number who died at 12"
    let name = |at: usize| outline.kind(at) == Kind::Other;
    let put = skip_back(outline, told.tally).is_some_and(|at| verb(at) || name(at));
    // "at about 12" is one phrase.
    let noun = put && matches!(outline.kind(before), Kind::Anchor(_) | Kind::Other);
    // "the number evacuated grew by 4,500"
    let by = outline.kind(before) == Kind::By && outline.rises.contains(&(before - 1));
    // "the number killed in the city exceeded 200"
    let exceeds = outline.rises.contains(&item);
    let reaches = noun || by || verb(before) || outline.kind(before) == Kind::Preposition;
    let reaches = reaches || exceeds;
    let governed = put || exceeds || (told.anchor + 1..=before).any(verb);
    let Kind::Anchor(word) = outline.kind(told.anchor) else { return None };
    let found = Attached { outcome: word.outcome, anchor: told.anchor, before: false };
    (reaches && governed).then_some(found)
}

/// A toll in several words: "the number of people believed to have died".
#[derive(Clone, Copy, Debug)]
pub(super) struct Tallied {
    /// The item with the word "number".
    pub(super) tally: usize,
    /// What happened to those it counts.
    pub(super) anchor: usize,
}

/// The last such toll of the clause before an item.
pub(super) fn tallied(outline: &Outline, item: usize) -> Option<Tallied> {
    let tally = outline.tallies.iter().copied().rfind(|at| *at < item)?;
    let clear = |at: usize| !matches!(outline.kind(at), Kind::Stop);
    let inside =
        |at: &usize| !matches!(outline.kind(*at), Kind::Comma | Kind::Count(_) | Kind::Colon);
    // "The number of crews searching for oil" is one of crews.
    let lost = |at: &usize| {
        let active = |form: OutcomeForm| {
            form.is(ACTIVE.or(OutcomeForm::ACT)) && !form.is(OutcomeForm::PARTICIPLE)
        };
        matches!(outline.kind(*at), Kind::Anchor(word) if is_loss(word.outcome)
            && !(active(word.form) && matches!(outline.kind(*at + 1), Kind::Other | Kind::People)))
    };
    let anchor = (tally + 1..item).take_while(inside).find(lost)?;
    (anchor..item).all(clear).then_some(Tallied { tally, anchor })
}

fn is_loss(outcome: Outcome) -> bool {
    outcome != Outcome::Affected
}

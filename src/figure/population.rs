//! The number of all who were there, some of whom a sentence tells of.
//!
//! "32 of the 543 passengers", "two of a family of six", "the 40 who were hurt": a population, unless its noun or what
//! stands behind it says what befell all of them. Which parts are of it is not known here.

use super::outline::{Kind, Outline};
use super::parts::Earlier;
use super::phrase::{Head, Partitive, Phrase};
use super::reading::Reading;
use super::wholes::opens;
use super::{attach, object};
use crate::lexicon::{Outcome, OutcomeForm};

/// "543" of "32 of the 543 passengers".
pub(super) fn is_of_count(outline: &Outline, item: usize) -> bool {
    let mut at = item;
    while let Some(next) = at.checked_sub(1) {
        at = next;
        match outline.kind(at) {
            Kind::Determiner | Kind::Adverb => {}
            // "three climbers in a party of eight", "two of a family of six"
            Kind::Preposition if is_company(outline, item) => {
                return at > 0 && matches!(outline.kind(at - 1), Kind::Count(_));
            }
            Kind::Count(_) => return at + 1 < item && is_company(outline, item),
            Kind::Of => {
                return at > 0
                    && match outline.kind(at - 1) {
                        Kind::Count(p) => outline.phrases[p].partitive == Some(Partitive::Count),
                        _ => is_of_company(outline, at - 1),
                    };
            }
            _ => return false,
        }
    }
    false
}

/// "… ; of the 33 who stayed, nine died": whether a count opens a clause behind "of the".
pub(super) fn opens_clause(outline: &Outline, item: usize) -> bool {
    let before = |back: usize| item.checked_sub(back).map(|at| outline.kind(at));
    before(1) == Some(Kind::Determiner)
        && before(2) == Some(Kind::Of)
        && before(3) == Some(Kind::Stop)
}

/// "a party of eight", "a family of six": whether a count is of a company whose number it gives, which the
/// outline leaves out.
pub(super) fn is_company(outline: &Outline, item: usize) -> bool {
    let before = item.checked_sub(1).map(|at| outline.items[at].words.end);
    before.is_some_and(|end| end < outline.items[item].words.start)
}

/// "four members of a party of nine climbers", "two men from a group of seven": whether a company, of so many, is
/// that of a count before it.
pub(super) fn is_of_company(outline: &Outline, company: usize) -> bool {
    let article = company.checked_sub(1).filter(|at| outline.kind(*at) == Kind::Determiner);
    let named = article.filter(|_| matches!(outline.kind(company), Kind::People | Kind::Other));
    let Some(before) = named.and_then(|at| at.checked_sub(1)) else { return false };
    let part = match outline.kind(before) {
        Kind::Of | Kind::Preposition => before.checked_sub(1),
        // "two of a family of six"
        _ => Some(before),
    };
    part.is_some_and(|at| matches!(outline.kind(at), Kind::Count(_)))
}

/// The whole of "32 of the 543 passengers", "of the 93 miners, 46 died": a population, unless its noun
/// says an outcome.
pub(super) fn population(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    earlier: Option<Earlier>,
) -> Reading {
    let noun = match phrase.head {
        // "of the 52 passengers killed"
        // "of the 60 prisoners who died"
        Head::Outcome(word) if word.outcome != Outcome::Affected => {
            let weak = word.form.is(OutcomeForm::WEAK);
            let behind = told_behind(outline, at + 1).filter(|_| weak);
            Some(behind.map_or(word.outcome, |(_, outcome)| outcome))
        }
        Head::Thing => None,
        head => {
            let own = phrase.modifier.map(|m| m.outcome);
            let told = own.or_else(|| attach::bare(outline, at)).or_else(|| lost(outline, at));
            let told = told.or_else(|| told_behind(outline, at + 1).map(|(_, outcome)| outcome));
            let told = told.or_else(|| said_before(outline, at, earlier)).or(phrase.told);
            told.or(matches!(head, Head::Outcome(_)).then_some(Outcome::Affected))
        }
    };
    let alive = |anchor: &usize| matches!(outline.kind(*anchor), Kind::Anchor(word) if word.form.is(OutcomeForm::ALIVE));
    let anchor = told_behind(outline, at + 1).map(|(anchor, _)| anchor).filter(alive);
    Reading { outcome: noun, anchor, is_whole: true, ..Reading::default() }
}

/// "Of the 45 civilians killed the youngest was nine": what befell the whole that opens a sentence.
fn lost(outline: &Outline, at: usize) -> Option<Outcome> {
    match outline.kind(at + 1) {
        Kind::Anchor(word) if word.form.is(OutcomeForm::PARTICIPLE) => {
            (opens(outline) == Some(at)).then_some(word.outcome)
        }
        _ => None,
    }
}

/// "Most of the dead, 22 of the 37, were recruits": what befell those of whom it gives the number.
fn said_before(outline: &Outline, whole: usize, earlier: Option<Earlier>) -> Option<Outcome> {
    let part = (0..whole).rev().find(|at| matches!(outline.kind(*at), Kind::Count(_)))?;
    let comma = part.checked_sub(1).filter(|at| outline.kind(*at) == Kind::Comma)?;
    let noun = comma.checked_sub(1)?;
    let article = usize::from(noun > 0 && outline.kind(noun - 1) == Kind::Determiner);
    let of = noun.checked_sub(1 + article).filter(|at| outline.kind(*at) == Kind::Of);
    match outline.kind(noun) {
        Kind::Anchor(word) => of.map(|_| word.outcome),
        Kind::Pronoun => of.and(earlier).map(|earlier| earlier.outcome),
        _ => None,
    }
}

/// "the 12 who died", "the 40 who were hurt": the item that says what befell them, and what it was.
pub(super) fn told_behind(outline: &Outline, relative: usize) -> Option<(usize, Outcome)> {
    let passed = |at: &usize| matches!(outline.kind(*at), Kind::Be | Kind::Have | Kind::Adverb);
    let verb = (relative + 1..).find(|at| !passed(at))?;
    match outline.kind(verb) {
        Kind::Anchor(word) if outline.kind(relative) == Kind::Relative => {
            (!object::takes_object(outline, verb)).then_some((verb, word.outcome))
        }
        _ => None,
    }
}

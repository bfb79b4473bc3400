//! Numbers that go on with the people of the part before them.
//!
//! In "eight of the dead were Danes, five came from Canada" the five are of the dead too, in "14 died at the scene and five in
//! hospital" the five died. They know the words between two numbers of one sentence, and what was read of the first.

use super::by_place;
use super::object::skip_adverbs;
use super::outline::{Item, Kind, Outline};
use super::phrase::{Head, Partitive, Phrase};
use super::reading::Reading;
use crate::lexicon::{Outcome, OutcomeForm};

/// "Killing 22 people, 14 of them women and eight men": the eight are of them too.
pub(super) fn of_them_too(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Option<Reading> {
    let last = before.last().filter(|last| last.is_of_counted())?;
    let Kind::Count(first) = outline.kind(last.item) else { return None };
    let of_them = outline.phrases[first].partitive == Some(Partitive::Pronoun);
    let kind = matches!(phrase.head, Head::People(_)) && phrase.partitive.is_none();
    let listed = |i: &Item| matches!(i.kind, Kind::People | Kind::And | Kind::Comma | Kind::Adverb);
    let between = &outline.items[last.item + 1..at];
    let named = between.first().is_some_and(|i| i.kind == Kind::People);
    let joined = named && between.iter().all(listed) && between.last()?.kind != Kind::People;
    (of_them && kind && joined).then_some(Reading { complete: false, ..*last })
}

/// "Eight of the dead were Danes, five came from Canada and three from Austria": the five and the three are of them too,
/// whose verb says nothing of what befell them.
pub(super) fn of_the_dead_too(outline: &Outline, at: usize, before: &[Reading]) -> Option<Reading> {
    let last = before.last().filter(|last| last.is_part() && last.item < at)?;
    let Kind::Count(first) = outline.kind(last.item) else { return None };
    // "Of these, 19 were from one brigade, 13 from another and seven from the border guard"
    let of_these = outline.of_these && last.part_of_earlier;
    let told = of_these || is_of_dead(outline, first);
    // "five came from Canada and three from Austria"
    let goes_on = last.listed && last.inherited && outline.is_bare(last.item);
    let joined = matches!(outline.kind(at.checked_sub(1)?), Kind::And | Kind::Comma);
    // "six were in the minivan and four were in private cars", "48 were taken to the next town"
    let there = |at: usize| match outline.kind(at) {
        Kind::Anchor(word) => word.outcome == Outcome::Affected,
        Kind::Verb | Kind::Other => outline.kind(at + 1) == Kind::Preposition,
        kind => kind == Kind::Preposition,
    };
    let verb = match outline.kind(at + 1) {
        Kind::Verb => outline.kind(at + 2) == Kind::Preposition,
        Kind::Be => there(at + 2),
        Kind::Preposition => goes_on || of_these,
        _ => false,
    };
    let clause = outline.items[last.item + 1..at].iter();
    let mut clause = clause.filter(|i| matches!(i.kind, Kind::Relative | Kind::Subordinator));
    let loose = outline.is_bare(at) && clause.next().is_none();
    ((told || goes_on) && joined && verb && loose).then(|| last.goes_on())
}

/// "21 of the dead were women, the other 17 men": the rest of the dead, by a noun alone.
pub(super) fn the_other_dead_too(
    outline: &Outline,
    at: usize,
    before: &[Reading],
) -> Option<Reading> {
    let last = before.last().filter(|last| last.is_part() && last.item < at)?;
    let (Kind::Count(first), Kind::Count(count)) = (outline.kind(last.item), outline.kind(at))
    else {
        return None;
    };
    let told = is_of_dead(outline, first) && outline.kind(last.item + 1) == Kind::Be;
    let the = (last.item..at).rev().take_while(|at| outline.kind(*at) == Kind::Determiner).count();
    let joined = matches!(outline.kind(at - 1 - the), Kind::And | Kind::Comma) && the > 0;
    let phrase = &outline.phrases[count];
    let rest = phrase.besides && phrase.definite && matches!(phrase.head, Head::People(_));
    let ends = matches!(outline.kind(at + 1), Kind::Stop | Kind::Comma);
    (told && joined && rest && ends).then(|| last.goes_on())
}

/// "eight of the dead": whether a phrase counts some of those to whom something happened.
fn is_of_dead(outline: &Outline, phrase: usize) -> bool {
    matches!(outline.phrases[phrase].partitive, Some(Partitive::Outcome(_)))
}

/// "14 died at the scene and five in hospital": the second place is one where people died too. "12 died, nine of
/// them at the scene and three in hospital": so are both, of the 12.
pub(super) fn died_elsewhere(outline: &Outline, at: usize, before: &[Reading]) -> Option<Reading> {
    let last = before.last().filter(|last| last.outcome == Some(Outcome::Killed))?;
    let joined = matches!(outline.kind(at - 1), Kind::And | Kind::Comma);
    // "three later in hospital"
    let place = skip_adverbs(outline, at + 1);
    if !joined || !outline.is_bare(at) || !is_in_hospital(outline, place) {
        return None;
    }
    let told = Reading { inherited: true, ..*last };
    if last.part_of.is_some() && is_placed(outline, last) {
        return Some(Reading { listed: true, ..told });
    }
    let verb = last.anchor.filter(|verb| *verb > last.item && *verb < at)?;
    let died = matches!(outline.kind(verb), Kind::Anchor(word)
        if word.form.is(OutcomeForm::INTRANSITIVE));
    let placed = matches!(outline.kind(verb + 1), Kind::Preposition | Kind::Adverb);
    (died && placed).then_some(told)
}

/// "in hospital": where people are, alive or dead.
pub(super) fn is_in_hospital(outline: &Outline, item: usize) -> bool {
    matches!(outline.kind(item), Kind::Anchor(word)
        if word.form.is(OutcomeForm::CARE) && word.form.is(OutcomeForm::STATE))
}

/// "nine of them at the scene": whether only a place follows the count.
fn is_placed(outline: &Outline, reading: &Reading) -> bool {
    let of_them = matches!(outline.kind(reading.item), Kind::Count(p)
        if outline.phrases[p].partitive == Some(Partitive::Pronoun));
    of_them && outline.kind(reading.item + 1) == Kind::Preposition
}

/// "1,200 people, 800 of them in Orr and 500 in Ness": the second place is one where some of them were too.
pub(super) fn placed_too(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Option<Reading> {
    let last = before.last().filter(|last| last.is_of_counted())?;
    let joined = at > 0 && matches!(outline.kind(at - 1), Kind::And | Kind::Comma);
    let own = phrase.is_bare() && joined && by_place::joins_places(outline, last.item, at);
    // "Twelve of them were in the minibus, three were riding in the pick-up"
    let be = |at: usize| outline.kind(at + 1) == Kind::Be;
    let verb = matches!(outline.kind(at + 2), Kind::Verb | Kind::Other)
        && outline.kind(at + 3) == Kind::Preposition;
    let again = phrase.is_bare() && joined && be(last.item) && be(at) && verb;
    (again || own && outline.kind(last.item + 1) == Kind::Preposition).then(|| last.goes_on())
}

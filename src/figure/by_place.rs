//! Lists of places, each with its number.
//!
//! "The north had 31 deaths, followed by the coast with 24", "22 in the south, 14 inland": the people of each number
//! are of those whom the sentence, or the one before it, speaks of. Where the places are is not known here.

use super::outline::{Item, Kind, Outline};
use super::parts::Earlier;
use super::phrase::{Head, Phrase};
use super::reading::Reading;
use super::wholes;
use crate::lexicon::OutcomeForm;

/// So many numbers with a place behind each make a list of places.
const PLACES: usize = 3;

/// "The north had 23. There were 14 in the south, nine on the coast and five in the rest of the land",
/// "others made up the remaining six": parts of the people counted before, of whom the sentence says
/// nothing else.
pub(super) fn read(outline: &Outline, at: usize, earlier: Option<Earlier>) -> Option<Reading> {
    if let Some(deaths) = counted_by_place(outline, at) {
        return Some(deaths);
    }
    let earlier = earlier?;
    let told = |i: &Item| matches!(i.kind, Kind::Anchor(_));
    if !outline.is_bare(at) || outline.items.iter().any(told) {
        return None;
    }
    let part = Reading { inherited: true, listed: true, ..earlier.part() };
    if earlier.among.is_some() {
        return opens_with_place(outline, at).then_some(part);
    }
    let Kind::Count(phrase) = outline.kind(at) else { return None };
    let Phrase { besides, definite, .. } = outline.phrases[phrase];
    // "Eighty were in the north, 25 on the coast and 15 inland"
    let opens = opens_with_place(outline, at) && (earlier.parted || closes(outline, at + 1));
    let rest = besides && definite && earlier.parted && outline.kind(at + 1) == Kind::Stop;
    // not "the two districts each had 11"
    let each =
        |item: usize| matches!(outline.kind(item), Kind::Determiner | Kind::Adverb | Kind::Pronoun);
    let named = at > 1 && !each(at - 2);
    let had = named && outline.kind(at - 1) == Kind::Have && ends_entry(outline, at);
    let places = || is_placed(outline, at) && is_list(outline);
    (opens || rest || had || places()).then_some(part)
}

/// "The deaths were reported in three counties: 22 in the north, 19 on the coast and nine inland", "Fatalities have been
/// reported in three districts, with 22 in the north".
fn counted_by_place(outline: &Outline, at: usize) -> Option<Reading> {
    let with = |at: usize| {
        let led = at > 0 && outline.kind(at - 1) == Kind::Comma;
        led && outline.kind(at) == Kind::Preposition && outline.is_bare(at + 1)
    };
    let lead = wholes::lead(outline);
    let first = lead + usize::from(outline.kind(lead) == Kind::Determiner);
    let Kind::Anchor(word) = outline.kind(first) else { return None };
    let list = (0..at).rev().find(|at| outline.kind(*at) == Kind::Colon || with(*at))?;
    let counted = word.form.is(OutcomeForm::COUNTED.or(OutcomeForm::STATE));
    let alone = !outline.items[first + 1..].iter().any(|i| matches!(i.kind, Kind::Anchor(_)));
    let placed = |at: &usize| is_placed(outline, *at);
    let several = (list..outline.items.len()).filter(placed).count() > 1;
    let loose = |at: usize| outline.is_bare(at) && !is_placed(outline, at);
    let outcome = Some(word.outcome);
    let told = counted && alone && several && placed(&at);
    told.then_some(Reading {
        outcome,
        among: outcome,
        anchor: Some(first),
        // "with 22 in the north and 14 on the coast" may leave others, "and one each in Orr and Ness" counts two.
        complete: outline.kind(list) == Kind::Colon && !(list..outline.items.len()).any(loose),
        listed: list + 1 < at,
        inherited: true,
        ..Reading::default()
    })
}

/// "Orissa reported 26 deaths, Bihar 22 and Assam 13", "hospitals in Orr treated 48 people and those in Ness another 17": a
/// number behind a name, in a list whose first number has the noun or the verb for all.
pub(super) fn named(outline: &Outline, at: usize, before: &[Reading]) -> Option<Reading> {
    let closes = matches!(outline.kind(at + 1), Kind::Comma | Kind::And | Kind::Stop);
    let closes = closes || at + 1 == outline.items.len();
    let joint = (0..at).rev().find(|at| !is_of_name(outline.kind(*at)))?;
    let name = outline.items[joint + 1..at].iter().any(|i| i.kind == Kind::Other);
    let joined = matches!(outline.kind(joint), Kind::Comma | Kind::And) && name;
    let apart = |at: &usize| !matches!(outline.kind(*at), Kind::Comma | Kind::Adverb);
    let last = (0..joint).rev().find(apart)?;
    let Kind::Count(last) = outline.kind(last) else { return None };
    let told = before.get(last).filter(|_| outline.is_bare(at) && closes && joined)?;
    let verb = |at: usize| {
        let kind = outline.kind(at);
        matches!(kind, Kind::Verb | Kind::Have | Kind::Link | Kind::Suffer | Kind::Anchor(_))
    };
    // "The north counted 26 dead": of a subject that is a place too
    let noun = !matches!(outline.phrases[last].head, Head::Thing);
    let opens = noun && told.item > 1 && verb(told.item - 1);
    (told.outcome.is_some() && (opens || told.listed && outline.is_bare(told.item)))
        .then(|| told.goes_on())
}

/// Whether an item may be of a name, or of the words that say which: "the fishing settlements on Kito", "those in Orr another".
fn is_of_name(kind: Kind) -> bool {
    matches!(kind, Kind::Other | Kind::Determiner | Kind::Preposition | Kind::Of | Kind::Adverb)
}

/// Whether so many numbers stand before a place that they make a list.
pub(super) fn is_list(outline: &Outline) -> bool {
    (0..outline.items.len()).filter(|at| is_placed(outline, *at)).count() >= PLACES
}

/// "800 of them in Orr and 500 in Ness", "20 of them at St Anne's, 25 at the General and ten at the clinic": whether
/// two numbers are of one list of places. Without an "and", one may lie in the other.
pub(super) fn joins_places(outline: &Outline, last: usize, at: usize) -> bool {
    let placed = |item: usize| outline.kind(item + 1) == Kind::Preposition;
    is_list(outline) || placed(last) && is_placed(outline, at) && closes(outline, at)
}

/// Whether an "and" leads to a number before a place, from an item on.
fn closes(outline: &Outline, from: usize) -> bool {
    let last = |item: usize| outline.kind(item - 1) == Kind::And && is_placed(outline, item);
    (from..outline.items.len()).any(last)
}

/// "Including 800 in Orr and 500 in Ness", "12 on Monday, 15 on Tuesday and nine since": marks the parts of a whole
/// that are told place by place or day by day, where nobody is in two; not "12 have occurred in such cars and ten in
/// the capital".
pub(super) fn mark_lists(outline: &Outline, readings: &mut [Reading]) {
    for k in 1..readings.len() {
        let (last, own) = (&readings[k - 1], &readings[k]);
        let whole = own.is_part();
        let one = last.part_of == own.part_of && last.part_of_earlier == own.part_of_earlier;
        let one = one && last.among == own.among;
        let between = &outline.items[last.item + 1..own.item];
        // "36 were from the north and five from the coast"
        let were = usize::from(between.first().is_some_and(|i| i.kind == Kind::Be));
        let placed = between.get(were).is_some_and(|i| i.kind == Kind::Preposition);
        let joined = between.last().is_some_and(|i| i.kind == Kind::And);
        // Without an "and" behind it, "12 in the city, nine in its port" may be the same people.
        let listed = || {
            let comma = between.last().is_some_and(|i| i.kind == Kind::Comma);
            comma && is_list(outline) && closes(outline, own.item + 1)
        };
        // "45 in the city and 38 in its suburbs"
        let part = outline.kind(own.item + 2) == Kind::Determiner;
        let list = placed && is_placed(outline, own.item) && (joined || !part && listed());
        // "Of these, 22 drowned and eight died in landslides"
        let verb = |r: &Reading| r.anchor.filter(|verb| *verb > r.item);
        let fates = verb(last).is_some() && verb(own).is_some() && verb(last) != verb(own);
        let fates = outline.kind(0) == Kind::Of && joined && fates;
        readings[k].listed |= whole && one && (list || fates);
    }
}

/// "14 in the south": whether a bare number stands before a place.
fn is_placed(outline: &Outline, at: usize) -> bool {
    outline.is_bare(at) && outline.kind(at + 1) == Kind::Preposition
}

/// "Fourteen of the deaths were in the north. Nine were on the coast"
fn opens_with_place(outline: &Outline, at: usize) -> bool {
    at == 0 && outline.kind(1) == Kind::Be && outline.kind(2) == Kind::Preposition
}

/// Whether a number ends its entry of a list.
fn ends_entry(outline: &Outline, number: usize) -> bool {
    matches!(outline.kind(number + 1), Kind::Comma | Kind::And | Kind::Stop)
}

/// "The north had 31 deaths, followed by the coast with 24 and the islands with 11", "mining accounted
/// for 41 of them, farming for 27": whether a bare number stands behind another name and the same kind
/// of word as the last number does.
pub(super) fn goes_on_with(outline: &Outline, last: usize, at: usize) -> bool {
    let link = |item: usize| item.checked_sub(1).map(|before| outline.kind(before));
    let Some(kind @ (Kind::With | Kind::Preposition)) = link(at) else { return false };
    let between = &outline.items[last + 1..at - 1];
    // "12 of the deaths, most of them in a landslide, followed by the coast with seven"
    let comma = between.iter().rposition(|i| i.kind == Kind::Comma);
    let aside = comma.filter(|comma| between[*comma..].iter().any(|i| i.kind == Kind::By));
    let between = aside.map_or(between, |comma| &between[comma..]);
    let name = |i: &Item| matches!(i.kind, Kind::Other | Kind::People);
    let parts = |i: &Item| matches!(i.kind, Kind::Comma | Kind::And);
    let plain = |i: &Item| {
        matches!(i.kind, Kind::Determiner | Kind::By | Kind::Verb | Kind::Adverb | Kind::Of)
            || name(i)
            || parts(i)
    };
    let apart = between.first().is_some_and(parts) && between.last().is_some_and(name);
    // "followed by"
    let follows = between.iter().any(|i| i.kind == Kind::By);
    let alike = link(last) == Some(kind) || follows;
    alike && apart && ends_entry(outline, at) && between.iter().all(plain)
}

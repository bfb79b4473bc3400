//! Counts whose people are named again right behind them.
//!
//! "Two passengers, a man and a woman, died", "eight people were killed, five women and three men": the kinds are
//! those of the count before. A list of several counts between commas looks the same, so only a list with its verb
//! behind it, or at the end of the sentence behind the verb, is taken for one.

use super::attach;
use super::lists::phrase_before;
use super::outline::{Kind, Outline};
use super::phrase::Head;
use crate::lexicon::OutcomeForm;

/// The count whose people are named one by one between commas: "two passengers, a man and a woman, died".
pub(super) fn between(outline: &Outline, item: usize) -> Option<usize> {
    let list = |at: &usize| {
        let kind = outline.kind(*at);
        let one = matches!(kind, Kind::Determiner | Kind::People | Kind::Adverb);
        one || matches!(kind, Kind::Comma | Kind::And | Kind::Count(_))
    };
    let comma = |at: &usize| outline.kind(*at) == Kind::Comma;
    let outside = (0..item).rev().find(|at| !list(at));
    let first = (outside.map_or(0, |at| at + 1)..item).find(comma)?;
    let end = (item..outline.items.len()).find(|at| !list(at))?;
    let last = end.checked_sub(1).filter(comma).filter(|last| *last > item)?;
    let joined = (first..last).any(|at| outline.kind(at) == Kind::And);
    let verb = matches!(outline.kind(end), Kind::Anchor(_) | Kind::Be | Kind::Have | Kind::Verb);
    // not "117 families, or around 560 persons, were displaced"
    if !joined || !verb || outline.kind(first + 1) == Kind::And {
        return None;
    }
    let before = first.checked_sub(1)?;
    match outline.kind(before) {
        // "Two men, four women and a child, died" may be a list itself.
        Kind::Count(whole) if !(first + 1..last).any(|at| comma(&at)) => Some(whole),
        // "The 12 wounded, nine women, two men and a child, were taken away", "212 people aboard, 187 passengers
        // and 25 crew, sank"
        Kind::Anchor(word) if word.form.is(OutcomeForm::COUNTED.or(OutcomeForm::POPULATION)) => {
            let counted = before.checked_sub(1).map(|at| outline.kind(at));
            counted.and_then(|kind| if let Kind::Count(whole) = kind { Some(whole) } else { None })
        }
        _ => None,
    }
}

/// The count whose people are named kind by kind behind its verb: "eight people were killed, five women and three
/// men."
pub(super) fn last(outline: &Outline, item: usize) -> Option<usize> {
    let listed = |at: usize| match outline.kind(at) {
        Kind::Count(p) => matches!(outline.phrases[p].head, Head::People(_)),
        Kind::Determiner | Kind::People | Kind::Comma | Kind::And | Kind::Adverb => true,
        _ => false,
    };
    let verb = (0..item).rev().find(|at| !listed(*at))?;
    let first = verb + 2;
    let end = (first..outline.items.len()).find(|at| !listed(*at))?;
    let list = first < end && outline.kind(end) == Kind::Stop;
    let joined = list && (first..end).any(|at| outline.kind(at) == Kind::And);
    let opens = outline.kind(verb + 1) == Kind::Comma;
    let opens = opens && matches!(outline.kind(first), Kind::Count(_));
    let helps = |at: &usize| outline.kind(*at) != Kind::Adverb;
    let be = (0..verb).rev().find(helps).is_some_and(|at| outline.kind(at) == Kind::Be);
    let passive = be && matches!(outline.kind(verb), Kind::Anchor(_));
    if joined && opens && passive { phrase_before(outline, verb) } else { None }
}

/// The count whose people are told place by place behind its verb, and whether all of them are: "six people died, four
/// in the south and two in the north". Behind a place, "12 died in the south, four in the north" may be of others.
pub(super) fn placed(outline: &Outline, item: usize) -> Option<(usize, bool)> {
    let entry = |at: usize| {
        let led = at > 0 && matches!(outline.kind(at - 1), Kind::Comma | Kind::And);
        led && outline.is_bare(at) && outline.kind(at + 1) == Kind::Preposition
    };
    let counts = |at: &usize| matches!(outline.kind(*at), Kind::Count(_));
    let mut before = (0..item).rev().filter(counts);
    let whole = before.find(|at| !entry(*at)).filter(|_| entry(item))?;
    let first = (whole + 1..=item).find(counts).filter(|at| outline.kind(at - 1) == Kind::Comma)?;
    let verb = |at: usize| {
        let helps = matches!(outline.kind(at), Kind::Be | Kind::Have | Kind::Adverb | Kind::Link);
        helps || matches!(outline.kind(at), Kind::Anchor(_))
    };
    let object = first == whole + 2 && attach::attach(outline, whole).is_some_and(|a| !a.before);
    let told = object || first > whole + 2 && (whole + 1..first - 1).all(verb);
    let Kind::Count(phrase) = outline.kind(whole) else { return None };
    let named = matches!(outline.phrases[phrase].head, Head::People(_));
    let last = (item..outline.items.len()).rev().find(counts);
    let closed =
        last.is_some_and(|at| at > first && entry(at) && outline.kind(at - 1) == Kind::And);
    (told && named).then_some((phrase, closed))
}

/// The bodies whose people are named behind "those of": "58 bodies, those of 31 men, 19 women and eight children".
pub(super) fn those(outline: &Outline, item: usize) -> Option<usize> {
    let listed = |at: &usize| {
        let kind = outline.kind(*at);
        let people = matches!(kind, Kind::Count(_) | Kind::People | Kind::Determiner);
        people || matches!(kind, Kind::Comma | Kind::And | Kind::Adverb)
    };
    let of = (0..item).rev().find(|at| !listed(at)).filter(|at| outline.kind(*at) == Kind::Of)?;
    let comma = of.checked_sub(2).filter(|at| outline.kind(*at) == Kind::Comma)?;
    let pointed = outline.kind(of - 1) == Kind::Determiner;
    let clause = |at: &usize| !matches!(outline.kind(*at), Kind::Comma | Kind::And | Kind::Stop);
    let mut before = (0..comma).rev().take_while(clause);
    let whole = before.find_map(|at| match outline.kind(at) {
        Kind::Count(whole) => Some(whole),
        _ => None,
    })?;
    let bodies = matches!(outline.phrases[whole].head, Head::Outcome(_));
    (pointed && bodies).then_some(whole)
}

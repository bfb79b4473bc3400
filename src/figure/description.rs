//! Numbers of which the sentence only says who or how the people are.
//!
//! "Four were foreign volunteers", "three critically", "of the dead, 56 were in one district": what befell them was
//! told before. A description knows one sentence and the readings before the number.

use super::lists::phrase_before;
use super::outline::{Kind, Outline};
use super::parts::Earlier;
use super::phrase::{Head, Phrase};
use super::reading::{Reading, part};
use super::wholes;
use crate::lexicon::Outcome;

/// Phrases that only say who or how: "four were foreign volunteers", "three critically", "the
/// other two".
pub(super) fn read(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
    earlier: Option<Earlier>,
) -> Reading {
    if phrase.head != Head::Hidden {
        return Reading::default();
    }
    // "Of 13 deaths, 12 have occurred in one region and one in another"
    // "Among the 41 dead, 39 were from one province"
    if wholes::opens(outline).is_some_and(|whole| whole < at)
        && before.first().is_some_and(|r| r.outcome.is_some())
    {
        return part(before, 0, closes_kinds(outline, at, before));
    }
    // "90 (40 per cent) were women"
    let aside = |at: &usize| outline.kind(*at) == Kind::Adverb;
    let next = (at + 1..).find(|at| !aside(at)).unwrap_or(at + 1);
    let kind = outline.kind(next);
    let told = matches!(kind, Kind::Be | Kind::Have | Kind::Link | Kind::Verb);
    if let Some(outcome) = opens_with_of(outline, at).filter(|_| told) {
        let complete = closes_kinds_of(outline, at, before, outcome);
        let outcome = Some(outcome);
        return Reading { outcome, among: outcome, complete, ..Reading::default() };
    }
    let who = kind == Kind::Be && describes_people(outline, next + 1);
    let how = kind == Kind::Severity;
    let last = phrase_before(outline, at).filter(|w| before[*w].outcome.is_some());
    // "Seventy-one of the victims were women (22 of them dead), while 58 were children"
    let closed =
        |last: usize| (before[last].item..at).any(|item| outline.kind(item) == Kind::Close);
    let outside = last.filter(|last| closed(*last)).and_then(|last| before[last].part_of);
    let last = outside.or(last);
    // "Four of the dead were from Germany, one was from the Netherlands": both of the dead.
    let some = last.is_some_and(|last| before[last].among.is_some());
    let from = some && kind == Kind::Be && outline.kind(next + 1) == Kind::Preposition;
    // "Of these, 19 belonged to one brigade"
    if outline.of_these && last.is_none() && kind == Kind::Verb {
        return earlier.map(Earlier::part).unwrap_or_default();
    }
    if !who && !how && !from {
        return Reading::default();
    }
    match last {
        // "six of those killed were fighters while four were volunteers": both of those killed.
        Some(last) if some && (who || from) => {
            let Reading { outcome, among, .. } = before[last];
            Reading { outcome, among, listed: from, inherited: true, ..Reading::default() }
        }
        // "Thirteen were men, eight were women": both of the people counted before.
        Some(last) if who && before[last].part_of_earlier => {
            Reading { complete: false, ..before[last] }
        }
        // "Ten were seriously hurt and the other 30 slightly": beside the ten.
        Some(last) if phrase.besides && phrase.definite => {
            let Reading { outcome, part_of, part_of_earlier, .. } = before[last];
            Reading { outcome, part_of, part_of_earlier, inherited: true, ..Reading::default() }
        }
        Some(last) => {
            let and = at > 0 && outline.kind(at - 1) == Kind::And;
            // "ten of them seriously and 30 slightly"
            let beside = before[last].part_of.filter(|_| who || and);
            let whole = beside.unwrap_or(last);
            let listed = how && and && beside.is_some();
            Reading { how: how && and, listed, ..part(before, whole, false) }
        }
        // "All five were employees" tells of everybody, not of a part.
        None if who && phrase.definite && !phrase.besides => {
            Reading { outcome: earlier.map(|e| e.outcome), ..Reading::default() }
        }
        // "Forty of the civilians were children and 39 women", where the forty are not understood
        None if who && follows_unread_part(outline, at) => Reading::default(),
        // "Of those disembarking today 31 are minors": of others.
        None if who && outline.kind(0) == Kind::Of && !outline.of_these => Reading::default(),
        None if who => earlier.map(Earlier::part).unwrap_or_default(),
        None => Reading::default(),
    }
}

/// Whether the count before, of which nothing is understood, is of some people that are named.
fn follows_unread_part(outline: &Outline, at: usize) -> bool {
    phrase_before(outline, at).is_some_and(|last| outline.phrases[last].partitive.is_some())
}

/// "Of the 18, ten were pupils, four were teachers and three were cooks": whether an "and" closes a list of three or more
/// kinds.
fn closes_kinds(outline: &Outline, at: usize, before: &[Reading]) -> bool {
    let kind =
        |item: usize| outline.kind(item + 1) == Kind::Be && describes_people(outline, item + 2);
    if outline.kind(at - 1) != Kind::And || !kind(at) {
        return false;
    }
    let of_first = before[1..].iter().filter(|r| r.part_of == Some(0) && kind(r.item)).count();
    of_first > 1 && of_first + 1 == before.len()
}

/// The same of those whom no number counts there: "Of those who died, 16 were under five, nine were between five and 14 and
/// four were adults".
fn closes_kinds_of(outline: &Outline, at: usize, before: &[Reading], outcome: Outcome) -> bool {
    let kind = |r: &Reading| {
        r.among == Some(outcome) && outline.kind(r.item + 1) == Kind::Be && outline.is_bare(r.item)
    };
    let last = outline.kind(at - 1) == Kind::And && outline.kind(at + 1) == Kind::Be;
    last && before.len() > 1 && before.iter().all(kind)
}

/// Whether people are named next, with nothing but adjectives before.
fn describes_people(outline: &Outline, from: usize) -> bool {
    // "were believed to be children"
    let said = [Kind::Link, Kind::Preposition, Kind::Be];
    let believed = (from..).zip(said).all(|(at, kind)| outline.kind(at) == kind);
    let mut at = if believed { from + said.len() } else { from };
    // "were those of children"
    if outline.kind(at) == Kind::Determiner && outline.kind(at + 1) == Kind::Of {
        at += 2;
    }
    while matches!(outline.kind(at), Kind::Determiner | Kind::Adverb) {
        at += 1;
    }
    outline.kind(at) == Kind::People
}

/// "Of the dead, 56 were in one district": those to whom it happened, where no number counts them.
pub(super) fn opens_with_of(outline: &Outline, item: usize) -> Option<Outcome> {
    let lead = wholes::lead(outline);
    let mut open = outline.items.iter().take(item.min(lead + 6)).skip(lead);
    if open.next()?.kind != Kind::Of {
        return None;
    }
    open.take_while(|i| !matches!(i.kind, Kind::Comma | Kind::Count(_))).find_map(|i| {
        match i.kind {
            Kind::Anchor(word) => Some(word.outcome),
            _ => None,
        }
    })
}

//! Counts whose people are counted again, in part, by the sentence that they stand in.
//!
//! "32 of the 543 passengers", "93 miners, of whom 46 died", "of the 93 miners, 46 died": the whole has no
//! outcome of its own, and is a population as soon as something happened to a part of it. Wholes know
//! phrases and readings, not groups; that parts add up to the whole is for later stages.

use std::ops::Range;

use super::among::follows_the_hurt;
use super::lists::counts_things;
use super::outline::{Item, Kind, Outline};
use super::phrase::{Head, Partitive};
use super::reading::Reading;
use super::{attach, object};
use crate::lexicon::{Outcome, OutcomeForm};

/// Ties "32" to "543" in "32 of the 543", and gives each the outcome that the other has.
pub(super) fn of_counts(outline: &Outline, readings: &mut [Reading]) {
    for k in 0..outline.phrases.len().saturating_sub(1) {
        // "All but three of the 20 died" counts those who did not.
        let part = outline.phrases[k].partitive == Some(Partitive::Count);
        if !part || outline.phrases[k].denied || readings[k].identifies {
            continue;
        }
        // "12 of one family"
        if outline.phrases[k + 1].origin {
            readings[k + 1] = Reading { item: readings[k + 1].item, ..Reading::default() };
            continue;
        }
        match (readings[k].outcome, readings[k + 1].outcome) {
            (Some(_), None) if outline.phrases[k + 1].head != Head::Thing => {
                readings[k + 1].outcome = Some(Outcome::Affected);
            }
            // "ten of the 40 cows died"
            _ if outline.phrases[k + 1].head == Head::Thing => {
                readings[k] = Reading { item: readings[k].item, ..Reading::default() };
                continue;
            }
            (None, whole) => {
                readings[k].outcome = whole;
                readings[k].inherited = true;
            }
            _ => {}
        }
        readings[k].part_of = readings[k + 1].outcome.map(|_| k + 1);
    }
}

/// Ties "46" to "93" in "93 miners, of whom 46 died and 20 were injured", and the 20 too.
pub(super) fn of_whom(outline: &Outline, readings: &mut [Reading]) {
    for clause in &outline.of_whom {
        let first = object::skip_adverbs(outline, clause + 1);
        // "slides, in one of which two men were hurt"
        let within = *clause > 1 && outline.kind(clause - 2) == Kind::Preposition;
        if within && outline.is_bare(clause - 1) {
            continue;
        }
        let (Some(whole), Kind::Count(part)) =
            (people_before(outline, *clause), outline.kind(first))
        else {
            continue;
        };
        if readings[part].outcome.is_some() {
            is_part(outline, readings, part, whole);
            tie(outline, readings, part + 1, whole);
        }
    }
}

/// Ties "five" to "20" in "treated 20 people, five of whom later died".
pub(super) fn of_pronouns(outline: &Outline, readings: &mut [Reading]) {
    for part in 1..readings.len() {
        // "84 murders, fewer than the 126 of the year before"
        let base = outline.bases.contains(&readings[part].item);
        let pronoun = outline.phrases[part].partitive == Some(Partitive::Pronoun) && !base;
        let pronoun = pronoun && !follows_the_hurt(outline, readings[part].item);
        let Reading { item, outcome, part_of: None, part_of_earlier: false, .. } = readings[part]
        else {
            continue;
        };
        if let (true, Some(_), Some(whole)) = (pronoun, outcome, people_before(outline, item)) {
            is_part(outline, readings, part, whole);
        }
    }
}

/// Ties "46" and "20" to "93" in "of the 93 miners, 46 died and 20 were injured".
pub(super) fn opening(outline: &Outline, readings: &mut [Reading]) {
    if let Some(Kind::Count(whole)) = opens(outline).map(|at| outline.kind(at)) {
        tie(outline, readings, whole + 1, whole);
        // "Of the 127, only 98 bodies were found"
        let bodies = outline
            .phrases
            .get(whole + 1)
            .is_some_and(|part| matches!(part.head, Head::Outcome(_)) && part.partitive.is_none());
        if bodies && readings[whole + 1].part_of.is_none() && outline.phrases[whole].is_bare() {
            readings[whole].outcome = readings[whole].outcome.or(readings[whole + 1].outcome);
            is_part(outline, readings, whole + 1, whole);
        }
    }
}

/// Ties "37" and "four" to the people counted before in "of these, 37 died and four were injured".
pub(super) fn of_earlier(outline: &Outline, readings: &mut [Reading]) {
    // "Of those still missing, 17 are women": not of the dead told of before.
    let verb = outline.items.iter().position(|i| matches!(i.kind, Kind::Comma | Kind::Count(_)));
    let opens = outline.items.iter().take(verb.unwrap_or_default());
    if opens.into_iter().any(|i| matches!(i.kind, Kind::Anchor(_))) {
        return;
    }
    let clause = bare_counts(outline, readings, 0, 0);
    let told = readings[clause].iter_mut().filter(|r| r.outcome.is_some() && r.part_of.is_none());
    told.for_each(|reading| reading.part_of_earlier = true);
}

/// How many items may say who says so, or where, before a sentence comes to its matter.
const LEAD: usize = 8;

/// Where a sentence comes to its matter: behind "According to the council," or "He said that", if with either
/// it opens.
pub(super) fn lead(outline: &Outline) -> usize {
    let first = object::skip_adverbs(outline, 0);
    if matches!(outline.kind(first), Kind::Of | Kind::Including) {
        return first;
    }
    let name = |at: &usize| {
        let kind = outline.kind(*at);
        let noun = matches!(kind, Kind::Determiner | Kind::Other | Kind::People | Kind::Adverb);
        noun || matches!(kind, Kind::Preposition | Kind::Pronoun)
    };
    let end = (first..first + LEAD).find(|at| !name(at)).unwrap_or(first);
    match (outline.kind(end), outline.kind(end + 1)) {
        (Kind::Comma, _) => {
            behind_saying(outline, end).unwrap_or_else(|| object::skip_adverbs(outline, end + 1))
        }
        // not "The man convicted of killing six"
        (Kind::Verb, Kind::Relative) => object::skip_adverbs(outline, end + 2),
        _ => first,
    }
}

/// Where "of" stands behind "said that", with no number before: "Doctors, who were called in, said that of the injured".
fn behind_saying(outline: &Outline, from: usize) -> Option<usize> {
    let counts = |at: &usize| matches!(outline.kind(*at), Kind::Count(_));
    let said = |at: &usize| {
        let that = outline.kind(*at) == Kind::Verb && outline.kind(*at + 1) == Kind::Relative;
        that && outline.kind(*at + 2) == Kind::Of
    };
    let far = (from + 2 * LEAD).min(outline.items.len());
    (from..far).take_while(|at| !counts(at)).find(said).map(|at| at + 2)
}

/// The item of the count with which a sentence opens as the whole of what follows: "of the 93",
/// "among at least 25 injured".
pub(super) fn opens(outline: &Outline) -> Option<usize> {
    let of = lead(outline);
    // Further on, "including" opens a list.
    let opens = outline.kind(of) == Kind::Including && of == object::skip_adverbs(outline, 0);
    if !opens && outline.kind(of) != Kind::Of {
        return None;
    }
    let article = usize::from(outline.kind(of + 1) == Kind::Determiner);
    let at = of + 1 + article;
    // "Of these 612 were killed": these are the whole. Not "Among the 24 were nine children".
    let listed = (at + 2..).take_while(|at| outline.is_listed(*at));
    let inverted = || listed.clone().any(|at| matches!(outline.kind(at), Kind::Count(_)));
    let verb = matches!(outline.kind(at + 1), Kind::Be | Kind::Have) && !inverted();
    (matches!(outline.kind(at), Kind::Count(_)) && !verb).then_some(at)
}

/// The whole with which a sentence opens before "be" and its part: "among the 12 people killed were
/// three children".
pub(super) fn named_first(outline: &Outline, part: usize) -> Option<usize> {
    let be = (0..part).rev().find(|at| !outline.is_listed(*at));
    let be = be.filter(|at| outline.kind(*at) == Kind::Be)?;
    let opens = opens(outline).filter(|at| *at < be)?;
    let plain = |at: usize| !matches!(outline.kind(at), Kind::Count(_) | Kind::Comma | Kind::Be);
    match outline.kind(opens) {
        Kind::Count(whole) if (opens + 1..be).all(plain) => Some(whole),
        _ => None,
    }
}

/// The last counted people before an item, not those of "from 12 families".
fn people_before(outline: &Outline, item: usize) -> Option<usize> {
    let before = outline.items[..item].iter().enumerate().rev();
    before.take_while(|(_, i)| i.kind != Kind::Stop).find_map(|(at, i)| match i.kind {
        Kind::Count(p) if !counts_things(outline, at) => {
            (!attach::tells_origin(outline, at)).then_some(p)
        }
        _ => None,
    })
}

/// Makes the counts without a noun of their own from `first` on parts of the whole, up to the end
/// of the clause.
fn tie(outline: &Outline, readings: &mut [Reading], first: usize, whole: usize) {
    for k in bare_counts(outline, readings, first, readings[first - 1].item) {
        if readings[k].outcome.is_some() && readings[k].part_of.is_none() {
            is_part(outline, readings, k, whole);
            // "of whom 12 were in serious condition and 24 had minor injuries": nobody is of both.
            let told = readings[k].anchor.is_some() && !readings[k].inherited;
            readings[k].listed |= told && readings[k - 1].part_of == Some(whole);
        }
    }
}

/// The counts from `first` on that have no noun of their own, up to the end of the clause that goes on
/// at the item `from`.
fn bare_counts(outline: &Outline, readings: &[Reading], first: usize, from: usize) -> Range<usize> {
    let ends = |i: &Item| matches!(i.kind, Kind::Stop | Kind::Subordinator);
    let end = outline.items[from..].iter().position(ends).map_or(usize::MAX, |at| from + at);
    let bare = |k: &usize| outline.phrases[*k].head == Head::Hidden && readings[*k].item < end;
    let bare = (first..readings.len()).take_while(bare).count();
    first..first + bare
}

/// Makes one count a part of another, which is a population where nothing else is said of it.
fn is_part(outline: &Outline, readings: &mut [Reading], part: usize, whole: usize) {
    if readings[whole].outcome.is_none() && outline.phrases[whole].head != Head::Thing {
        readings[whole].outcome = Some(Outcome::Affected);
    }
    readings[part].part_of = readings[whole].outcome.map(|_| whole);
}

/// "Landmines for 12 casualties, bombs for eight (four killed, four injured)": what befell people of whom the sentence
/// says no more than the bracket behind the number.
pub(super) fn told_in_brackets(outline: &Outline, readings: &mut [Reading]) {
    for whole in 0..readings.len() {
        let open = readings[whole].item + 1;
        let bare = readings[whole].outcome.is_none() && outline.is_bare(readings[whole].item);
        if !bare || outline.kind(open) != Kind::Open {
            continue;
        }
        let inside = outline.items[open..].iter().take_while(|i| i.kind != Kind::Close);
        let close = open + inside.count();
        let parts: Vec<usize> =
            (whole + 1..readings.len()).take_while(|part| readings[*part].item < close).collect();
        let told = parts.iter().map(|part| readings[*part].outcome);
        let all = told.reduce(|a, b| Some(a?.together(b?))).flatten();
        if let (Some(all), true) = (all, parts.len() > 1) {
            readings[whole].outcome = Some(all);
            for part in parts {
                if readings[part].part_of.is_none() {
                    readings[part] =
                        Reading { part_of: Some(whole), complete: true, ..readings[part] };
                }
            }
        }
    }
}

/// "lost 6,400 men: 1,150 killed, 4,410 wounded": those lost are all of them, not the dead alone.
pub(super) fn lost_in_all(outline: &Outline, readings: &mut [Reading]) {
    for whole in 0..readings.len() {
        let anchor = readings[whole].anchor.map(|at| outline.kind(at));
        let lost =
            matches!(anchor, Some(Kind::Anchor(word)) if word.form.is(OutcomeForm::FIGHTERS));
        let others = |r: &Reading| {
            let hurt = matches!(r.outcome, Some(Outcome::Injured | Outcome::Captured));
            hurt && r.part_of == Some(whole)
        };
        if lost && readings[whole].outcome == Some(Outcome::Killed) && readings.iter().any(others) {
            readings[whole].outcome = Some(Outcome::Casualties);
        }
    }
}

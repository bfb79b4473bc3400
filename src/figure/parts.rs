//! Phrases that take their outcome from another phrase of the sentence.
//!
//! In "12 people, including five children, were killed" the 5 is killed because the 12 are, and is a
//! part of them. Parts know phrases and attachments, not groups or sources.

use super::attach::{self, Attached};
use super::outline::{Kind, Outline};
use super::phrase::{Head, Partitive, Phrase};
use crate::lexicon::{Outcome, OutcomeForm};

/// What became of the people of a phrase, and how it hangs on another phrase.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    /// The item of the phrase.
    pub(super) item: usize,
    /// What happened to them, if anything did.
    pub(super) outcome: Option<Outcome>,
    /// The item that says so.
    pub(super) anchor: Option<usize>,
    /// The phrase of the same sentence that they are a part of.
    pub(super) part_of: Option<usize>,
    /// They are a part of people counted before this sentence: "five of them".
    pub(super) part_of_earlier: bool,
    /// All the parts are given here.
    pub(super) complete: bool,
    /// They are a part of those to whom this happened.
    pub(super) among: Option<Outcome>,
    /// It is the whole of the count before it: "543" of "32 of the 543".
    pub(super) is_whole: bool,
    /// The outcome is that of another phrase.
    pub(super) inherited: bool,
    /// It tells who somebody is, not how many they are: "was one of the two".
    identifies: bool,
}

/// The people last counted before a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Earlier {
    /// What happened to them.
    pub(super) outcome: Outcome,
}

/// Reads every phrase of an outline; `earlier` is the last figure before the sentence.
pub(super) fn read(outline: &Outline, earlier: Option<Earlier>) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::with_capacity(outline.phrases.len());
    for (at, item) in outline.items.iter().enumerate() {
        if let Kind::Count(phrase) = item.kind {
            let reading = one(outline, at, &outline.phrases[phrase], &readings, earlier);
            readings.push(Reading { item: at, ..reading });
        }
    }
    wholes_of_counts(outline, &mut readings);
    listed_before_verb(&mut readings);
    among_counts(outline, &mut readings);
    readings
}

/// Reads one phrase, given the readings of those before it.
fn one(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
    earlier: Option<Earlier>,
) -> Reading {
    if phrase.head == Head::Thing {
        return Reading::default();
    }
    if let Some(inverted) = attach::inverted(outline, at) {
        let among = inverted.among.then_some(inverted.outcome);
        return Reading { outcome: Some(inverted.outcome), among, ..Reading::default() };
    }
    if let Some(list) = including(outline, at) {
        return in_list(outline, at, list, phrase, before);
    }
    // "was one of the two women" tells who, not how many.
    let identifies = at > 0 && outline.kind(at - 1) == Kind::Be;
    if phrase.partitive.is_some() && identifies {
        return Reading { identifies, ..Reading::default() };
    }
    if let Some(Partitive::Count) = phrase.partitive {
        return found(attach::attach(outline, at));
    }
    if is_whole_of_count(outline, at) {
        return whole_of_count(outline, at, phrase);
    }
    if let Some(open) = bracket(outline, at) {
        return in_brackets(outline, at, open, before);
    }
    let own = attach::attach(outline, at);
    if let (Some(Partitive::Outcome(word)), Some(_)) = (phrase.partitive, own) {
        return Reading { among: Some(word.outcome), ..found(own) };
    }
    if phrase.partitive == Some(Partitive::Pronoun) {
        return of_them(outline, at, own, before, earlier);
    }
    if own.is_some() {
        return Reading { among: opens_with_of(outline, at), ..found(own) };
    }
    if let Some(whole) = spelled_out(outline, at) {
        return part(before, whole, true);
    }
    described(outline, at, phrase, before, earlier)
}

/// "Of the dead, 56 were in one district": those to whom it happened, where no number counts them.
fn opens_with_of(outline: &Outline, item: usize) -> Option<Outcome> {
    let open = outline.items.iter().take(item.min(6));
    let mut open = open.skip_while(|i| matches!(i.kind, Kind::Adverb));
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

fn found(attached: Option<Attached>) -> Reading {
    Reading {
        outcome: attached.map(|a| a.outcome),
        anchor: attached.map(|a| a.anchor),
        ..Reading::default()
    }
}

/// A part of the phrase `whole`, with its outcome.
fn part(before: &[Reading], whole: usize, complete: bool) -> Reading {
    let outer = before.get(whole).copied().unwrap_or_default();
    Reading {
        outcome: outer.outcome,
        anchor: outer.anchor,
        part_of: outer.outcome.map(|_| whole),
        complete,
        inherited: true,
        ..Reading::default()
    }
}

/// The "including" that opens the list in which the item stands, if it stands in one.
fn including(outline: &Outline, item: usize) -> Option<usize> {
    let mut at = item;
    while let Some(next) = at.checked_sub(1) {
        at = next;
        match outline.kind(at) {
            // "were among 22 people killed" opens no list.
            Kind::Including if at > 0 && outline.kind(at - 1) == Kind::Be => return None,
            Kind::Including => return Some(at),
            Kind::Be | Kind::Have | Kind::Verb | Kind::Stop | Kind::Suffer | Kind::Link => {
                return None;
            }
            Kind::Subordinator | Kind::Close | Kind::Leave => return None,
            // "including a child and wounded 22" goes on with a verb of its own.
            Kind::Anchor(_) if attach::takes_object(outline, at) => return None,
            Kind::Anchor(word) if !word.form.is(OutcomeForm::COUNTED) => return None,
            _ => {}
        }
    }
    None
}

/// The phrase of whose people an item tells one: in an "including" list, behind a colon, in brackets.
pub(super) fn told_of(outline: &Outline, item: usize) -> Option<usize> {
    if let Some(list) = including(outline, item) {
        return phrase_before(outline, list);
    }
    if let Some(open) = bracket(outline, item) {
        return phrase_before(outline, open);
    }
    spelled_out(outline, item)
}

/// The last phrase before an item.
fn phrase_before(outline: &Outline, item: usize) -> Option<usize> {
    outline.items[..item].iter().rev().find_map(|i| match i.kind {
        Kind::Count(phrase) => Some(phrase),
        _ => None,
    })
}

/// A phrase in an "including" list.
fn in_list(
    outline: &Outline,
    at: usize,
    list: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Reading {
    let own = match phrase.head {
        Head::Outcome(word) => Some(word.outcome),
        _ => attach::bare(outline, at).or(phrase.modifier.map(|m| m.outcome)),
    };
    if resumes(outline, at, phrase) {
        return found(attach::attach(outline, at));
    }
    match phrase_before(outline, list).filter(|w| before[*w].outcome.is_some()) {
        Some(whole) => {
            let inherited = part(before, whole, false);
            Reading { outcome: own.or(inherited.outcome), ..inherited }
        }
        None => list_of_unnumbered(outline, at, list, own),
    }
}

/// Whether the clause goes on after the list: "including 100 officers, and 20 others were arrested".
fn resumes(outline: &Outline, at: usize, phrase: &Phrase) -> bool {
    let predicate = matches!(
        outline.kind(at + 1),
        Kind::Be | Kind::Have | Kind::Verb | Kind::Suffer | Kind::Anchor(_)
    );
    let after = |back: usize, kind: Kind| at >= back && outline.kind(at - back) == kind;
    let clause = after(1, Kind::And) && after(2, Kind::Comma);
    predicate && (phrase.besides || clause)
}

/// "several people, including three children, were killed"; "the dead include five women".
fn list_of_unnumbered(outline: &Outline, at: usize, list: usize, own: Option<Outcome>) -> Reading {
    if let Some(Kind::Anchor(word)) = list.checked_sub(1).map(|i| outline.kind(i)) {
        let outcome = Some(own.unwrap_or(word.outcome));
        return Reading { outcome, among: Some(word.outcome), ..Reading::default() };
    }
    let around = attach::around(outline, list).or_else(|| attach::attach(outline, at));
    let reading = found(around);
    Reading { outcome: own.or(reading.outcome), ..reading }
}

/// "543" of "32 of the 543 passengers".
fn is_whole_of_count(outline: &Outline, item: usize) -> bool {
    let mut at = item;
    while let Some(next) = at.checked_sub(1) {
        at = next;
        match outline.kind(at) {
            Kind::Determiner | Kind::Adverb => {}
            Kind::Of => {
                return at > 0
                    && matches!(outline.kind(at - 1), Kind::Count(p)
                    if outline.phrases[p].partitive == Some(Partitive::Count));
            }
            _ => return false,
        }
    }
    false
}

/// The whole of "32 of the 543 passengers": a population, unless its noun says an outcome.
fn whole_of_count(outline: &Outline, at: usize, phrase: &Phrase) -> Reading {
    let noun = match phrase.head {
        Head::Outcome(word) => Some(word.outcome),
        Head::Thing => None,
        _ => phrase.modifier.map(|m| m.outcome).or_else(|| attach::bare(outline, at)),
    };
    Reading { outcome: noun, is_whole: true, ..Reading::default() }
}

/// Ties "32" to "543" in "32 of the 543", and gives each the outcome that the other has.
fn wholes_of_counts(outline: &Outline, readings: &mut [Reading]) {
    for k in 0..outline.phrases.len().saturating_sub(1) {
        if outline.phrases[k].partitive != Some(Partitive::Count) || readings[k].identifies {
            continue;
        }
        match (readings[k].outcome, readings[k + 1].outcome) {
            (Some(_), None) if outline.phrases[k + 1].head != Head::Thing => {
                readings[k + 1].outcome = Some(Outcome::Affected);
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

/// "12 people, five of them children, were killed": the part is read before the whole has its verb,
/// so what it could not inherit then is given now.
fn listed_before_verb(readings: &mut [Reading]) {
    for k in 0..readings.len() {
        let Some(whole) = readings[k].part_of else { continue };
        if readings[k].outcome.is_none() {
            readings[k].inherited = true;
            readings[k].outcome = readings[whole].outcome;
        }
    }
}

/// "six civilians were among at least 22 people killed": the first are a part of the second; "three
/// children were among the injured": of those who were injured.
fn among_counts(outline: &Outline, readings: &mut [Reading]) {
    for at in 1..outline.items.len() {
        let among = outline.kind(at) == Kind::Including && outline.kind(at - 1) == Kind::Be;
        let Some(part) = phrase_before(outline, at).filter(|_| among) else { continue };
        let article = usize::from(outline.kind(at + 1) == Kind::Determiner);
        if let Kind::Anchor(word) = outline.kind(at + 1 + article) {
            let own = readings[part].outcome == Some(word.outcome);
            readings[part].among = own.then_some(word.outcome).or(readings[part].among);
        }
        let Kind::Count(whole) = outline.kind(at + 1) else { continue };
        let part = readings[part].part_of.unwrap_or(part);
        if readings[part].part_of.is_none() && readings[whole].outcome.is_some() {
            readings[part].outcome = readings[whole].outcome;
            readings[part].part_of = Some(whole);
        }
    }
}

/// The bracket that the item stands in.
fn bracket(outline: &Outline, item: usize) -> Option<usize> {
    let at = (0..item).rev().find(|at| matches!(outline.kind(*at), Kind::Open | Kind::Close))?;
    (outline.kind(at) == Kind::Open).then_some(at)
}

/// "(two adults, a teenager)", "(one mortally)", "(US 1; CS 364)"
fn in_brackets(outline: &Outline, at: usize, open: usize, before: &[Reading]) -> Reading {
    let own = attach::attach(outline, at);
    if own.is_some() {
        return found(own);
    }
    match phrase_before(outline, open) {
        Some(whole) => {
            let several = outline.items[at..].iter().take_while(|i| i.kind != Kind::Close);
            let several = several.filter(|i| matches!(i.kind, Kind::Count(_))).count() > 1;
            let later = (open..at).any(|i| matches!(outline.kind(i), Kind::Count(_)));
            part(before, whole, several || later)
        }
        None => Reading::default(),
    }
}

/// "five of them children", "two of whom were seriously injured"
fn of_them(
    outline: &Outline,
    at: usize,
    own: Option<Attached>,
    before: &[Reading],
    earlier: Option<Earlier>,
) -> Reading {
    let whole = phrase_before(outline, at);
    let inherited = match (whole, earlier) {
        (Some(whole), _) => part(before, whole, false),
        (None, Some(earlier)) => Reading {
            outcome: Some(earlier.outcome),
            part_of_earlier: true,
            inherited: true,
            ..Reading::default()
        },
        (None, None) => Reading::default(),
    };
    match own {
        Some(own) => Reading {
            outcome: Some(own.outcome),
            anchor: Some(own.anchor),
            inherited: false,
            ..inherited
        },
        None => inherited,
    }
}

/// The phrase that a colon or a dash before the item spells out: "12 people: nine men and …".
fn spelled_out(outline: &Outline, item: usize) -> Option<usize> {
    let mut at = item;
    while let Some(next) = at.checked_sub(1) {
        at = next;
        match outline.kind(at) {
            Kind::Colon => {
                let whole = told_before(outline, at)?;
                return lists_several(outline, at).then_some(whole);
            }
            Kind::Count(_) | Kind::Comma | Kind::And | Kind::Determiner | Kind::Adverb => {}
            Kind::People | Kind::Other => {}
            _ => return None,
        }
    }
    None
}

/// The phrase before a colon, with nothing but place and time between: "nine soldiers on Tuesday:".
fn told_before(outline: &Outline, colon: usize) -> Option<usize> {
    let before = outline.items[..colon].iter().rev();
    let place = |kind| {
        matches!(kind, Kind::Preposition | Kind::Determiner | Kind::Other | Kind::Adverb | Kind::Of)
    };
    let mut before = before.skip_while(|i| place(i.kind));
    match before.next()?.kind {
        Kind::Count(whole) => Some(whole),
        _ => None,
    }
}

/// Whether what a colon or dash opens names more than one.
fn lists_several(outline: &Outline, colon: usize) -> bool {
    let list = outline.items[colon + 1..].iter();
    let list = list.take_while(|i| !matches!(i.kind, Kind::Stop | Kind::Colon | Kind::Verb));
    list.filter(|i| matches!(i.kind, Kind::Count(_) | Kind::People)).nth(1).is_some()
}

/// Phrases that only say who or how: "four were foreign volunteers", "three critically", "the
/// other two".
fn described(
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
    let opens = outline.kind(0) == Kind::Of && matches!(outline.kind(1), Kind::Count(_));
    if opens && before.first().is_some_and(|r| r.outcome.is_some()) {
        return part(before, 0, false);
    }
    let kind = outline.kind(at + 1);
    let who = kind == Kind::Be && describes_people(outline, at + 2);
    let how = kind == Kind::Severity;
    if !who && !how {
        return Reading::default();
    }
    match phrase_before(outline, at).filter(|w| before[*w].outcome.is_some()) {
        // "six of those killed were fighters while four were volunteers": both of those killed.
        Some(last) if who && before[last].among.is_some() => {
            let Reading { outcome, among, .. } = before[last];
            Reading { outcome, among, inherited: true, ..Reading::default() }
        }
        Some(last) => {
            let whole = before[last].part_of.filter(|_| who).unwrap_or(last);
            part(before, whole, false)
        }
        None if who => Reading {
            outcome: earlier.map(|e| e.outcome),
            part_of_earlier: earlier.is_some(),
            ..Reading::default()
        },
        None => Reading::default(),
    }
}

/// Whether people are named next, with nothing but adjectives before.
fn describes_people(outline: &Outline, from: usize) -> bool {
    let mut at = from;
    while matches!(outline.kind(at), Kind::Determiner | Kind::Adverb) {
        at += 1;
    }
    outline.kind(at) == Kind::People
}

//! Phrases that take their outcome from another phrase of the sentence.
//!
//! In "12 people, including five children, were killed" the 5 is killed because the 12 are, and is a
//! part of them. Parts know phrases and attachments, not groups or sources.

mod one;
mod who;

use self::one::One;
pub(super) use self::one::is_wrecked;
use self::who::is_described;
use super::outline::{Kind, Outline};
use super::reading::Reading;
use super::{among, by_place, subject, wholes};
use crate::lexicon::Outcome;

/// The people last counted before a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Earlier {
    /// What happened to them.
    pub(super) outcome: Outcome,
    /// They are some of those to whom this happened, of whom no number is given here.
    pub(super) among: Option<Outcome>,
    /// They are counted as bodies.
    pub(super) bodies: bool,
    /// The count last given is of some of them.
    pub(super) parted: bool,
    /// A colon ends what is said of them, or a list that goes on.
    pub(super) spelled: bool,
}

impl Earlier {
    /// A part of those people, or of those whom they are a part of.
    pub(super) fn part(self) -> Reading {
        Reading {
            outcome: Some(self.outcome),
            among: self.among,
            part_of_earlier: self.among.is_none(),
            ..Reading::default()
        }
    }
}

/// Reads every phrase of an outline; `earlier` is the last figure before the sentence.
pub(super) fn read(outline: &Outline, earlier: Option<Earlier>) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::with_capacity(outline.phrases.len());
    if outline.phrases.is_empty() {
        return readings;
    }
    // "Of the six who came home, three are French": of nobody told of before
    let opened = wholes::opens(outline);
    for (at, item) in outline.items.iter().enumerate() {
        if let Kind::Count(phrase) = item.kind {
            let phrase = &outline.phrases[phrase];
            let earlier = earlier.filter(|_| opened.is_none_or(|whole| whole >= at));
            let reading = One { outline, at, phrase, before: &readings, earlier }.read();
            readings.push(Reading { item: at, ..reading });
        }
    }
    wholes::of_counts(outline, &mut readings);
    wholes::told_in_brackets(outline, &mut readings);
    wholes::of_whom(outline, &mut readings);
    wholes::of_pronouns(outline, &mut readings);
    wholes::opening(outline, &mut readings);
    listed_before_verb(&mut readings);
    among::others_of_the_dead(outline, &mut readings);
    among::of_counts(outline, &mut readings);
    subject::counted(outline, &mut readings, earlier);
    wholes::lost_in_all(outline, &mut readings);
    if let Some(earlier) = earlier.filter(|e| outline.of_these && e.among.is_none()) {
        if let Some(some) = readings.first_mut().filter(|r| is_described(outline, r)) {
            *some = Reading { item: some.item, inherited: true, ..earlier.part() };
        }
        wholes::of_earlier(outline, &mut readings);
    }
    rest_of_part(outline, &mut readings);
    behind_aside(outline, &mut readings);
    by_place::mark_lists(outline, &mut readings);
    readings
}

/// "The capital accounts for 61 of the deaths, with the remaining 22 in the south": all the others behind a part are of the
/// same people.
fn rest_of_part(outline: &Outline, readings: &mut [Reading]) {
    for k in 1..readings.len() {
        let (phrase, before) = (&outline.phrases[k], readings[k - 1]);
        let rest = phrase.besides && phrase.definite && phrase.is_bare();
        let Reading { item, outcome, .. } = readings[k];
        let alike = outcome.is_none() || outcome == before.outcome;
        // "19 of the survivors are in hospital and the other four went home": of all who live
        let alike = alike && before.among != Some(Outcome::Affected);
        if rest && before.is_part() && !readings[k].is_part() && alike {
            readings[k] = Reading { item, inherited: true, complete: false, ..before };
        }
    }
}

/// "Four died in the south — three in a church, one in a car — and one in the north": what follows the second dash is
/// beside the count that the first one parts.
fn behind_aside(outline: &Outline, readings: &mut [Reading]) {
    for k in 1..readings.len() {
        let Reading { item, outcome, part_of, .. } = readings[k];
        let closes = item > 1 && outline.kind(item - 1) == Kind::And;
        let closes = closes && outline.kind(item - 2) == Kind::Colon;
        let opens = |whole: usize| {
            let mut between = readings[whole].item..item - 2;
            between.any(|at| outline.kind(at) == Kind::Colon)
        };
        if closes && part_of.is_some_and(opens) {
            readings[k] = Reading { item, outcome, inherited: true, ..Reading::default() };
        }
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

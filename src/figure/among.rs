//! People who are said to be among others: "were among the dead", "are counted among the 64".
//!
//! In "six civilians were among at least 22 people killed" the six are a part of the 22, which stand behind them.
//! It knows the phrases and readings of one sentence.

use std::ops::Range;

use super::attach::Attached;
use super::lists::phrase_before;
use super::of_them;
use super::outline::{Kind, Outline};
use super::parts::Earlier;
use super::phrase::{Head, Partitive, Phrase};
use super::reading::{Reading, part};
use crate::lexicon::{Outcome, OutcomeForm};

/// "six civilians were among at least 22 people killed": the first are a part of the second; "three
/// children were among the injured": of those who were injured.
pub(super) fn of_counts(outline: &Outline, readings: &mut [Reading]) {
    for at in 1..outline.items.len() {
        // "were among", "were identified among"
        // "were also among"
        let behind_be =
            |kind| at > 1 && outline.kind(at - 1) == kind && outline.kind(at - 2) == Kind::Be;
        let passive = behind_be(Kind::Verb);
        let be = outline.kind(at - 1) == Kind::Be || passive || behind_be(Kind::Adverb);
        let be = outline.kind(at) == Kind::Including && be;
        let among = be || outline.among.contains(&at);
        // Only here is the phrase looked for: a sentence may be as long as a file.
        if !among {
            continue;
        }
        let Some(part) = phrase_before(outline, at) else { continue };
        // "Reports on 17 missing persons; some of them may be among the nine bodies"
        let Reading { item, outcome, .. } = readings[part];
        let apart = (item..at).any(|at| outline.kind(at) == Kind::Stop);
        if apart || outcome == Some(Outcome::Missing) {
            continue;
        }
        let article = usize::from(outline.kind(at + 1) == Kind::Determiner);
        if let Kind::Anchor(word) = outline.kind(at + 1 + article) {
            let joined = joined_to(outline, readings, part);
            // "Twelve pupils and three teachers were among the dead": nobody is of both.
            let first = joined.start;
            for part in joined {
                readings[part].listed |= part > first;
                let own = readings[part].outcome == Some(word.outcome);
                readings[part].among = own.then_some(word.outcome).or(readings[part].among);
            }
        }
        let Kind::Count(whole) = outline.kind(at + 1 + article) else { continue };
        let part = readings[part].part_of.unwrap_or(part);
        // "Two of the 28 died and are counted among the 19"
        let of_these = |r: &Reading| r.part_of == Some(part) && r.item < at;
        let part = readings.iter().position(of_these).unwrap_or(part);
        // "a man of 60 and a girl were among the 46 injured"
        if outline.phrases[part].tells_who {
            continue;
        }
        // "were slightly hurt and are counted among the 64"
        let counted = passive && article > 0 && outline.phrases[whole].head == Head::Hidden;
        let outcome = readings[part].outcome.filter(|_| counted && whole > part);
        readings[whole].outcome = readings[whole].outcome.or(outcome);
        if readings[part].part_of.is_none() && readings[whole].outcome.is_some() {
            readings[part].outcome = readings[whole].outcome;
            readings[part].part_of = Some(whole);
        }
    }
}

/// "wounded 200, with 40 in critical condition": some of those before, not of those elsewhere.
pub(super) fn with_some(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    outcome: Outcome,
    before: &[Reading],
) -> Option<usize> {
    let with = at.checked_sub(2).filter(|at| outline.kind(*at) == Kind::Comma)?;
    if !matches!(outline.kind(with + 1), Kind::With | Kind::Preposition) {
        return None;
    }
    let whole = before.len().checked_sub(1)?;
    let Reading { item, part_of, outcome: of_whole, .. } = before[whole];
    // "killed 105, with 62 dead in the south"
    let told = matches!(phrase.head, Head::Outcome(word) if word.outcome == outcome);
    let some = (phrase.is_bare() || told) && !phrase.besides && !phrase.definite;
    let elsewhere = (item..with).any(|at| outline.kind(at) == Kind::Preposition);
    (some && of_whole == Some(outcome) && part_of.is_none() && !elsewhere).then_some(whole)
}

/// A phrase and those that "and" joins to it: "ten women and six children".
fn joined_to(outline: &Outline, readings: &[Reading], phrase: usize) -> Range<usize> {
    let joins = |at: usize| matches!(outline.kind(at), Kind::And | Kind::Comma);
    let joined = |at: &usize| {
        let mut between = readings[*at - 1].item + 1..readings[*at].item;
        !between.is_empty() && between.all(joins)
    };
    let first = (1..=phrase).rev().take_while(joined).last();
    first.map_or(phrase, |first| first - 1)..phrase + 1
}

/// "Twelve people were killed, five children among them", "five children were among them": whether a phrase is
/// said to be of the people before.
pub(super) fn is_of_them(outline: &Outline, at: usize, phrase: &Phrase) -> bool {
    if outline.them.is_empty() {
        return false;
    }
    // "five women and three children were among them"
    let end = (at + 1..).find(|at| !outline.is_listed(*at)).unwrap_or(at + 1);
    let be = usize::from(outline.kind(end) == Kind::Be);
    let also = usize::from(be > 0 && outline.kind(end + 1) == Kind::Adverb);
    // "58 people, 44 men, ten women and four children among them"
    let counted = |at: &usize| matches!(outline.kind(*at), Kind::Count(_));
    let listed = (0..at).rev().take_while(|at| outline.is_listed(*at)).any(|at| counted(&at));
    let among = match be {
        0 if listed => end,
        0 => at + 1,
        _ => end + be + also,
    };
    let ends = matches!(outline.kind(among + 1), Kind::Comma | Kind::And | Kind::Stop);
    // "two of the guards among them"
    let some = matches!(phrase.partitive, None | Some(Partitive::Definite));
    let people = matches!(phrase.head, Head::People(_)) && some;
    // not "12 people, including"
    outline.them.contains(&among) && ends && people
}

/// A phrase that is said to be of the people before it, or of those of the sentence before.
pub(super) fn of_them(
    outline: &Outline,
    at: usize,
    before: &[Reading],
    earlier: Option<Earlier>,
) -> Reading {
    let opens = (0..at).all(|at| outline.is_listed(at));
    let behind = outline.kind(at + 1) == Kind::Including;
    let whole = phrase_before(outline, at).filter(|_| !opens || behind);
    let whole = whole.map(|whole| before[whole].part_of.unwrap_or(whole));
    let read = part_or_earlier(before, whole, earlier);
    Reading { listed: opens && at > 0 && whole.is_none(), ..read }
}

/// A part of the phrase before or, where there is none, of the people of the sentence before.
fn part_or_earlier(before: &[Reading], whole: Option<usize>, earlier: Option<Earlier>) -> Reading {
    match (whole, earlier) {
        (Some(whole), _) => part(before, whole, false),
        (None, Some(earlier)) => Reading { inherited: true, ..earlier.part() },
        (None, None) => Reading::default(),
    }
}

/// "Ten of the dead were killed by inmates; police shot the other two", "31 of the dead were burned, nine were shot and
/// six had stab wounds": the others of the dead died too.
pub(super) fn others_of_the_dead(outline: &Outline, readings: &mut [Reading]) {
    for k in 1..readings.len() {
        let dead = readings[k - 1].among.filter(|among| *among == Outcome::Killed);
        let phrase = &outline.phrases[k];
        let others = phrase.besides && phrase.definite && phrase.head == Head::Hidden;
        let struck = readings[k].outcome == Some(Outcome::Casualties);
        // not "four of the dead were guards, and 12 were injured"
        let list = readings[k - 1].listed && readings[k].outcome == Some(Outcome::Injured);
        let hit = struck || list;
        let item = readings[k].item;
        let joined = item > 0 && matches!(outline.kind(item - 1), Kind::Comma | Kind::And);
        let listed = hit && joined && outline.is_bare(item);
        if (others && struck || listed) && dead.is_some() {
            readings[k].outcome = dead;
            readings[k].among = dead;
            readings[k].listed |= listed;
        }
    }
}

/// "five of them children", "two of whom were seriously injured"
pub(super) fn some_of_them(
    outline: &Outline,
    at: usize,
    own: Option<Attached>,
    before: &[Reading],
    earlier: Option<Earlier>,
) -> Reading {
    // "Thirty-one of those who became ill", after ten have died
    let ill = outline.kind(at + 1) == Kind::Relative
        && outline.kind(at + 2) == Kind::Verb
        && !matches!(outline.kind(at + 3), Kind::Anchor(_));
    if ill && own.is_none_or(|own| own.anchor < at) {
        return Reading::default();
    }
    // "The toll stands at seven dead and 33 injured, nine of them seriously": of the last.
    let toll = |own: &Attached| {
        own.anchor < at
            && matches!(outline.kind(own.anchor), Kind::Anchor(word)
                if word.form.is(OutcomeForm::TOLL))
    };
    // "203 people, 190 of them passengers and 13 of them crew": both are of the 203.
    let joined = at > 0 && outline.kind(at - 1) == Kind::And;
    let whole = phrase_before(outline, at).filter(|_| !follows_the_hurt(outline, at));
    let beside = |of: &usize| joined && outline.phrases[*of].partitive == Some(Partitive::Pronoun);
    let whole =
        whole.map(|of| Some(of).filter(beside).and_then(|of| before[of].part_of).unwrap_or(of));
    // "12 died, nine of them at the scene and three in hospital": where they died.
    let dead = whole.is_some_and(|whole| before[whole].outcome == Some(Outcome::Killed));
    let there = |own: &Attached| dead && of_them::is_in_hospital(outline, own.anchor);
    let own = own.filter(|own| !toll(own) && !there(own));
    // "The dead, 20 of them children, were buried"
    let hurt = the_hurt_before(outline, at);
    // "brought up the injured, 13 of whom have been admitted"
    if let (Some(_), Some(own)) = (hurt, own) {
        let (outcome, anchor) = (Some(own.outcome), Some(own.anchor));
        return Reading { outcome, anchor, among: hurt, ..Reading::default() };
    }
    if let Some(outcome) = hurt {
        // "The injured, 174 of them, were carried away": all of them.
        let some = outline.kind(at + 1) != Kind::Comma;
        let among = Some(outcome).filter(|_| some);
        return Reading { outcome: Some(outcome), among, ..Reading::default() };
    }
    let inherited = part_or_earlier(before, whole, earlier);
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

/// "Three guards are among the injured, nine of whom": whether those of whom some are told have no number there.
pub(super) fn follows_the_hurt(outline: &Outline, at: usize) -> bool {
    the_hurt_before(outline, at).is_some()
}

/// What happened to those whom "the injured" or "the dead" right before an item names.
fn the_hurt_before(outline: &Outline, at: usize) -> Option<Outcome> {
    let state = OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE);
    let last = (1..at).rev().find(|at| outline.kind(*at) != Kind::Comma)?;
    match outline.kind(last) {
        Kind::Anchor(word) if word.form.is(state) => {
            // not "relatives of the dead"
            let whose = last > 1 && outline.kind(last - 2) == Kind::Of;
            let named = outline.kind(last - 1) == Kind::Determiner && !whose;
            named.then_some(word.outcome)
        }
        _ => None,
    }
}

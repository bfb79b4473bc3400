//! Phrases that take their outcome from another phrase of the sentence.
//!
//! In "12 people, including five children, were killed" the 5 is killed because the 12 are, and is a
//! part of them. Parts know phrases and attachments, not groups or sources.

use super::attach::{self, Attached};
use super::inverted::Inverted;
use super::lists::{
    bracket, counts_all, in_brackets, in_list, including, phrase_before, spelled_out,
};
use super::object::skip_adverbs;
use super::outline::{Kind, Outline};
use super::phrase::{Head, Partitive, Phrase};
use super::reading::{Reading, found, part};
use super::{
    among, apposed, breakdown, by_place, description, evidence, inverted, portion, resumed,
    standing, subject, wholes,
};
use crate::lexicon::{Outcome, OutcomeForm, OutcomeWord};

/// The people last counted before a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Earlier {
    /// What happened to them.
    pub(super) outcome: Outcome,
    /// They are some of those to whom this happened, of whom no number is given here.
    pub(super) among: Option<Outcome>,
    /// The count last given is of some of them.
    pub(super) parted: bool,
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
    for (at, item) in outline.items.iter().enumerate() {
        if let Kind::Count(phrase) = item.kind {
            let reading = one(outline, at, &outline.phrases[phrase], &readings, earlier);
            readings.push(Reading { item: at, ..reading });
        }
    }
    wholes::of_counts(outline, &mut readings);
    wholes::of_whom(outline, &mut readings);
    wholes::of_pronouns(outline, &mut readings);
    wholes::opening(outline, &mut readings);
    listed_before_verb(&mut readings);
    among::others_of_the_dead(outline, &mut readings);
    among::of_counts(outline, &mut readings);
    subject::counted(outline, &mut readings, earlier);
    wholes::lost_in_all(outline, &mut readings);
    by_place::mark_lists(outline, &mut readings);
    if outline.of_these && earlier.is_some_and(|earlier| earlier.among.is_none()) {
        wholes::of_earlier(outline, &mut readings);
    }
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
    // "including one in which nobody was hurt" is no person.
    let event = phrase.head == Head::Hidden
        && outline.kind(at + 1) == Kind::Preposition
        && outline.kind(at + 2) == Kind::Relative;
    if phrase.head == Head::Thing
        || phrase.denied
        || event
        || evidence::are_things(outline, at, phrase)
    {
        return Reading::default();
    }
    if let Some(again) = resumed::compared(outline, at, phrase, before, earlier) {
        return again;
    }
    if let Some(whole) = wholes::named_first(outline, at) {
        return part(before, whole, false);
    }
    if let Some(Inverted { word, anchor, among }) = inverted::before(outline, at) {
        // "among the victims were 12 wounded children"
        let own = phrase.modifier.filter(|_| word.form.is(OutcomeForm::WEAK));
        let outcome = own.map_or_else(|| breakdown::victims(word, earlier), |own| own.outcome);
        let among = among.then_some(outcome);
        let (outcome, anchor) = (Some(outcome), Some(anchor));
        return Reading { outcome, anchor, among, ..Reading::default() };
    }
    if let Some(some) = portion::of(outline, at, phrase, before, earlier) {
        return some;
    }
    if among::is_of_them(outline, at, phrase) {
        return among::of_them(outline, at, before, earlier);
    }
    // "the names of those 32 recruits"
    let recalled = phrase.recalls.and(phrase.told);
    let of_those = recalled.filter(|_| at > 0 && outline.of_whom.contains(&(at - 1)));
    if of_those.is_some() {
        return Reading {
            outcome: of_those,
            inherited: true,
            recalled: true,
            ..Reading::default()
        };
    }
    if let Some(list) = including(outline, at) {
        // "Among them were 15 children": of those whom the sentence before counts.
        let them = outline.them.contains(&list) && phrase_before(outline, list).is_none();
        return match earlier.filter(|_| them) {
            Some(earlier) => Reading { inherited: true, ..earlier.part() },
            None => in_list(outline, at, list, phrase, before),
        };
    }
    // "was one of the two women" tells who, not how many.
    let identifies = at > 0 && outline.kind(at - 1) == Kind::Be;
    if phrase.partitive.is_some() && identifies {
        return Reading { identifies, ..Reading::default() };
    }
    if let Some(Partitive::Count) = phrase.partitive {
        return found(attach::attach(outline, at));
    }
    if wholes::is_of_count(outline, at) || wholes::opens(outline) == Some(at) {
        return wholes::population(outline, at, phrase, earlier);
    }
    if let Some(open) = bracket(outline, at) {
        return in_brackets(outline, at, open, before);
    }
    if let Some(more) = breakdown::goes_on_with_part(outline, at, phrase, before) {
        return more;
    }
    // "Seven people, four adults and three children, were killed"
    let aboard = |word: OutcomeWord| word.form.is(OutcomeForm::POPULATION);
    let named = match phrase.head {
        Head::People(_) => true,
        Head::Outcome(word) => aboard(word),
        _ => false,
    };
    if let Some(whole) = apposed::between(outline, at).filter(|_| named)
        && !matches!(outline.phrases[whole].head, Head::Thing)
    {
        return part(before, whole, true);
    }
    if let Some(whole) = apposed::last(outline, at) {
        return part(before, whole, true);
    }
    if let Some(kind) = breakdown::of_them_too(outline, at, phrase, before) {
        return kind;
    }
    if let Some(dead) = breakdown::died_elsewhere(outline, at, before) {
        return dead;
    }
    if let Some(placed) = breakdown::placed_too(outline, at, phrase, before) {
        return placed;
    }
    let own = attach::attach(outline, at);
    // "176 people lost their lives: 162 of those on board and 14 residents"
    if let (Some(Partitive::Outcome(word)), Some(whole)) =
        (phrase.partitive, spelled_out(outline, at))
        && word.outcome == Outcome::Affected
    {
        return part(before, whole, true);
    }
    if let (Some(Partitive::Outcome(word)), Some(_)) = (phrase.partitive, own) {
        // "All 18 of the dead" are no part of them.
        let part = !phrase.definite || phrase.besides;
        let told = Reading { among: part.then_some(word.outcome), ..found(own) };
        // "eight of the dead were in the bus", "six of the dead were badly burned": they are dead.
        let shot = told.anchor.is_some_and(|verb| verb > at);
        let hurt = match told.outcome {
            Some(Outcome::Casualties) => shot,
            outcome => outcome == Some(Outcome::Injured),
        };
        let dead = word.outcome == Outcome::Killed && hurt;
        let told = match told.outcome {
            Some(Outcome::Affected) => Reading { outcome: Some(word.outcome), ..told },
            _ if dead => Reading { outcome: Some(Outcome::Killed), anchor: Some(at), ..told },
            _ => told,
        };
        // "74 were killed. Of the victims, 37 …": they died.
        let dead = breakdown::victims(word, earlier) == Outcome::Killed
            && word.form.is(OutcomeForm::WEAK)
            && told.outcome == Some(Outcome::Casualties);
        let killed = Some(Outcome::Killed);
        let among = killed.filter(|_| part);
        return if dead { Reading { among, outcome: killed, ..told } } else { told };
    }
    if phrase.partitive == Some(Partitive::Pronoun) {
        return of_them(outline, at, own, before, earlier);
    }
    if let Some(whole) = spelled_out(outline, at) {
        let told = part(before, whole, counts_all(outline, at));
        // "312 casualties: 80 killed and 190 wounded"
        let own = own.filter(|own| own.before || own.anchor == at);
        // "15 killed: three in a raft, twelve in the boat": where they were.
        let there = |own: &Attached| own.outcome == Outcome::Affected && told.outcome.is_some();
        let own = own.filter(|own| Some(own.outcome) != told.outcome && !there(own));
        return Reading { outcome: own.map(|own| own.outcome).or(told.outcome), ..told };
    }
    // "All 31 on board were killed. Twenty-eight were passengers": who they were, not what befell them.
    if let Some(earlier) =
        earlier.filter(|_| own.is_some_and(|own| is_passengers(outline, at, own)))
        && description::opens_with_of(outline, at).is_none()
    {
        return Reading { inherited: true, ..earlier.part() };
    }
    // "a plane carrying 1,500 food packs", "seized one M-72 launcher": of people the noun would be known.
    let taken = |own: Attached| own.outcome == Outcome::Captured && own.anchor < at;
    if phrase.head == Head::Unknown && own.is_some_and(|own| carries(outline, own) || taken(own)) {
        return Reading::default();
    }
    if let Some(own) = own.filter(|own| own.anchor >= at)
        && let Some(whole) = among::with_some(outline, at, phrase, own.outcome, before)
    {
        return Reading { anchor: Some(own.anchor), ..part(before, whole, false) };
    }
    if let Some(inner) = own.and_then(|own| breakdown::worse_off(outline, at, own, before)) {
        return inner;
    }
    if own.is_some() {
        // "five of the wounded men were in a critical condition"
        let some = phrase.partitive == Some(Partitive::Definite);
        let told = phrase.modifier.filter(|_| some).map(|word| word.outcome);
        let told = told.or_else(|| {
            own.filter(|own| some && is_defining(outline, at, own)).map(|own| own.outcome)
        });
        let among = told.or_else(|| description::opens_with_of(outline, at));
        return Reading { among, ..found(own) };
    }
    // "Six of the worshippers were children", of whom the text has said what befell them
    let told = phrase.told.filter(|_| outline.kind(at + 1) == Kind::Be);
    if let (Some(Partitive::Definite), Some(told)) = (phrase.partitive, told) {
        let (outcome, among) = (Some(told), Some(told));
        return Reading { outcome, among, inherited: true, ..Reading::default() };
    }
    if let Some(all) = resumed::total(outline, at, phrase, before) {
        return all;
    }
    if let Some(more) = resumed::added(outline, phrase, before) {
        return more;
    }
    if let Some(count) = standing::read(outline, at, phrase, before, earlier) {
        return count;
    }
    // "the 47 pupils", after "47 pupils were killed"
    if let (Some(_), Some(told)) = (phrase.recalls, phrase.told) {
        return Reading {
            outcome: Some(told),
            inherited: true,
            recalled: true,
            ..Reading::default()
        };
    }
    if phrase.crew.is_some() || is_wrecked(outline, at) {
        return Reading { outcome: Some(Outcome::Affected), ..Reading::default() };
    }
    breakdown::goes_on(outline, at, phrase, before)
        .or_else(|| breakdown::with_passengers(outline, at, phrase, before))
        .or_else(|| by_place::read(outline, at, earlier))
        .unwrap_or_else(|| description::read(outline, at, phrase, before, earlier))
}

/// "A ship with 24 sailors sank", "a launch with 24 people on it": whether the people were in what went down.
pub(super) fn is_wrecked(outline: &Outline, item: usize) -> bool {
    let with = item.checked_sub(1).map(|at| outline.kind(at));
    let on_it = outline.kind(item + 1) == Kind::Preposition && outline.its.contains(&(item + 2));
    matches!(with, Some(Kind::With | Kind::Preposition))
        && (on_it || outline.wrecks.contains(&(item + 1)))
}

/// "carrying 48": whether a verb only says that they were on board.
fn carries(outline: &Outline, own: Attached) -> bool {
    let verb = OutcomeForm::GERUND.or(OutcomeForm::PRESENT);
    matches!(outline.kind(own.anchor), Kind::Anchor(word) if word.outcome == Outcome::Affected
        && word.form.is(verb) && word.form.is(OutcomeForm::POPULATION))
}

/// "28 were passengers": whether all that is said of a bare number is that they were there.
fn is_passengers(outline: &Outline, item: usize, own: Attached) -> bool {
    let noun = matches!(outline.kind(own.anchor), Kind::Anchor(word)
        if word.form.is(OutcomeForm::COUNTED) && word.outcome == Outcome::Affected);
    let be = outline.kind(item + 1) == Kind::Be && own.anchor == skip_adverbs(outline, item + 2);
    outline.is_bare(item) && be && noun
}

/// "49 of the pupils killed", "49 of the pupils who died": whether what befell people tells which they are.
fn is_defining(outline: &Outline, at: usize, own: &Attached) -> bool {
    let Kind::Anchor(word) = outline.kind(own.anchor) else { return false };
    let participle = own.anchor == at + 1 && word.form.is(OutcomeForm::PARTICIPLE);
    let relative = outline.kind(at + 1) == Kind::Relative;
    participle
        || relative
            && (at + 2..own.anchor).all(|at| matches!(outline.kind(at), Kind::Be | Kind::Have))
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

/// "five of them children", "two of whom were seriously injured"
fn of_them(
    outline: &Outline,
    at: usize,
    own: Option<Attached>,
    before: &[Reading],
    earlier: Option<Earlier>,
) -> Reading {
    // "The toll stands at seven dead and 33 injured, nine of them seriously": of the last.
    let toll = |own: &Attached| {
        own.anchor < at
            && matches!(outline.kind(own.anchor), Kind::Anchor(word)
                if word.form.is(OutcomeForm::TOLL))
    };
    let whole = phrase_before(outline, at);
    // "12 died, nine of them at the scene and three in hospital": where they died.
    let dead = whole.is_some_and(|whole| before[whole].outcome == Some(Outcome::Killed));
    let there = |own: &Attached| dead && breakdown::is_in_hospital(outline, own.anchor);
    let own = own.filter(|own| !toll(own) && !there(own));
    let inherited = match (whole, earlier) {
        (Some(whole), _) => part(before, whole, false),
        (None, Some(earlier)) => Reading { inherited: true, ..earlier.part() },
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

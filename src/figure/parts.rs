//! Phrases that take their outcome from another phrase of the sentence.
//!
//! In "12 people, including five children, were killed" the 5 is killed because the 12 are, and is a
//! part of them. Parts know phrases and attachments, not groups or sources.

use super::attach::{self, Attached};
use super::lists::{bracket, in_brackets, in_list, including, phrase_before, spelled_out};
use super::object::skip_adverbs;
use super::outline::{Kind, Outline};
use super::phrase::{Head, Partitive, Phrase};
use super::reading::{Reading, found, part};
use super::{among, breakdown, evidence, wholes};
use crate::lexicon::{Outcome, OutcomeForm};

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
    among::of_counts(outline, &mut readings);
    breakdown::of_subject(outline, &mut readings, earlier);
    wholes::lost_in_all(outline, &mut readings);
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
    if let Some(again) = compared(outline, at, phrase, before) {
        return again;
    }
    if let Some(whole) = wholes::named_first(outline, at) {
        return part(before, whole, false);
    }
    if let Some(inverted) = attach::inverted(outline, at) {
        let among = inverted.among.then_some(inverted.outcome);
        let (outcome, anchor) = (Some(inverted.outcome), Some(inverted.anchor));
        return Reading { outcome, anchor, among, ..Reading::default() };
    }
    if is_among_them(outline, at, phrase) {
        return among_them(outline, at, before, earlier);
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
    if wholes::is_of_count(outline, at) || wholes::opens(outline) == Some(at) {
        return wholes::population(outline, at, phrase, earlier);
    }
    if let Some(open) = bracket(outline, at) {
        return in_brackets(outline, at, open, before);
    }
    if let Some(more) = breakdown::goes_on_with_part(outline, at, phrase, before) {
        return more;
    }
    if let Some(dead) = breakdown::died_elsewhere(outline, at, before) {
        return dead;
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
        let dead = word.outcome == Outcome::Killed && told.outcome == Some(Outcome::Injured);
        let told = match told.outcome {
            Some(Outcome::Affected) => Reading { outcome: Some(word.outcome), ..told },
            _ if dead => Reading { outcome: Some(Outcome::Killed), anchor: Some(at), ..told },
            _ => told,
        };
        // "74 were killed. Of the victims, 37 …": they died.
        let dead = earlier.is_some_and(|e| e.outcome == Outcome::Killed && e.among.is_none())
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
        let told = part(before, whole, true);
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
        && opens_with_of(outline, at).is_none()
    {
        return Reading { inherited: true, ..earlier.part() };
    }
    // "a plane carrying 1,500 food packs": of people the noun would be known.
    if phrase.head == Head::Unknown && own.is_some_and(|own| carries(outline, own)) {
        return Reading::default();
    }
    if own.is_some() {
        // "five of the wounded men were in a critical condition"
        let told = phrase.modifier.filter(|_| phrase.partitive == Some(Partitive::Definite));
        let among = told.map(|word| word.outcome).or_else(|| opens_with_of(outline, at));
        return Reading { among, ..found(own) };
    }
    let several = before.iter().filter(|r| r.outcome.is_some()).count() > 1;
    if (brings_total(outline, at) && phrase.is_bare() || several && is_total(outline, at, phrase))
        && let Some(all) = of_all(before)
    {
        return all;
    }
    if phrase.crew {
        return Reading { outcome: Some(Outcome::Affected), ..Reading::default() };
    }
    breakdown::goes_on(outline, at, phrase, before)
        .or_else(|| breakdown::with_passengers(outline, at, phrase, before))
        .or_else(|| breakdown::by_place(outline, at, earlier))
        .unwrap_or_else(|| described(outline, at, phrase, before, earlier))
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

/// "14, down from 19", "a third fewer than the 126 of the year before": to whom the same happened at another time.
fn compared(outline: &Outline, at: usize, phrase: &Phrase, before: &[Reading]) -> Option<Reading> {
    let named = matches!(phrase.head, Head::Outcome(_) | Head::People(_) | Head::Thing);
    // "had spoken of eight dead, then corrected itself to seven"
    let risen = phrase.is_bare() && has_risen(outline, at);
    let base = (outline.bases.contains(&at) || risen) && !named;
    let outcome = before.iter().rev().find_map(|r| r.outcome).filter(|_| base)?;
    Some(Reading { outcome: Some(outcome), ..Reading::default() })
}

/// "corrected itself to seven", "and the number rose to 14", not "and shares fell to 12": whether the count before
/// has become another.
fn has_risen(outline: &Outline, at: usize) -> bool {
    let Some(verb) = at.checked_sub(2).filter(|verb| outline.rises.contains(verb)) else {
        return false;
    };
    let joins =
        |at: &usize| matches!(outline.kind(*at), Kind::Comma | Kind::And | Kind::Subordinator);
    let plain = |at: usize| {
        let kind = outline.kind(at);
        let helps = matches!(kind, Kind::Determiner | Kind::Adverb | Kind::Pronoun);
        helps || matches!(kind, Kind::Have | Kind::Be) || outline.tallies.contains(&at)
    };
    let clause = (0..verb).rev().find(joins);
    let own = clause.is_some_and(|joins| (joins + 1..verb).all(plain));
    own && outline.kind(at - 1) == Kind::Preposition
}

/// "Nine people died, bringing the total to 19": whether a verb brings a total to a number.
fn brings_total(outline: &Outline, item: usize) -> bool {
    let Some(to) = item.checked_sub(1).filter(|to| outline.kind(*to) == Kind::Preposition) else {
        return false;
    };
    let total = |at: &usize| matches!(outline.kind(*at), Kind::Determiner | Kind::Adverb);
    let words = (0..to).rev().take_while(total).count();
    let verb = to.checked_sub(words + 1);
    words > 1 && verb.is_some_and(|verb| outline.rises.contains(&verb))
}

/// "46 killed and 173 wounded, a total of 219", "219 people in all": whether a number that its clause says nothing
/// else of is the total of the people counted before.
fn is_total(outline: &Outline, item: usize, phrase: &Phrase) -> bool {
    let people = matches!(phrase.head, Head::People(_) | Head::Hidden);
    let total = |at: usize| outline.totals.contains(&at);
    let ends = |at: usize| matches!(outline.kind(at), Kind::Stop | Kind::Comma);
    let apart = |at: usize| at > 0 && matches!(outline.kind(at - 1), Kind::Comma | Kind::Colon);
    let opened = item > 0 && total(item - 1) && (apart(item - 1) || is_for(outline, item - 1));
    let told = opened && ends(item + 1) || apart(item) && total(item + 1) && ends(item + 2);
    told && people && phrase.partitive.is_none()
}

/// ", for a total of 219"
fn is_for(outline: &Outline, total: usize) -> bool {
    total > 1
        && outline.kind(total - 1) == Kind::Preposition
        && outline.kind(total - 2) == Kind::Comma
}

/// What befell all those whom a total adds up: the killed and the wounded are casualties.
fn of_all(before: &[Reading]) -> Option<Reading> {
    let told = before.iter().filter(|r| r.part_of.is_none()).filter_map(|r| r.outcome);
    let all = told.reduce(Outcome::together)?;
    // "32 dead and 160 missing, bringing the total to 192"
    let hurt = before.iter().any(|r| r.outcome == Some(Outcome::Injured));
    let last = before.iter().rev().find_map(|r| r.outcome);
    let outcome = if hurt { Some(all) } else { last };
    Some(Reading { outcome, ..Reading::default() })
}

/// "Of the dead, 56 were in one district": those to whom it happened, where no number counts them.
fn opens_with_of(outline: &Outline, item: usize) -> Option<Outcome> {
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

/// "Twelve people were killed, five children among them", "five children were among them": whether a phrase is
/// said to be of the people before.
fn is_among_them(outline: &Outline, at: usize, phrase: &Phrase) -> bool {
    let be = usize::from(outline.kind(at + 1) == Kind::Be);
    let among = at + 1 + be;
    let ends = matches!(outline.kind(among + 1), Kind::Comma | Kind::And | Kind::Stop);
    let people = matches!(phrase.head, Head::People(_)) && phrase.partitive.is_none();
    // not "12 people, including"
    outline.them.contains(&among) && ends && people
}

/// A phrase that is said to be of the people before it, or of those of the sentence before.
fn among_them(
    outline: &Outline,
    at: usize,
    before: &[Reading],
    earlier: Option<Earlier>,
) -> Reading {
    let whole = phrase_before(outline, at).map(|whole| before[whole].part_of.unwrap_or(whole));
    match (whole, earlier) {
        (Some(whole), _) => part(before, whole, false),
        (None, Some(earlier)) => Reading { inherited: true, ..earlier.part() },
        (None, None) => Reading::default(),
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
    let own = own.filter(|own| !toll(own));
    let whole = phrase_before(outline, at);
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
    let opens = outline.kind(wholes::lead(outline)) == Kind::Of && wholes::opens(outline).is_some();
    if opens && before.first().is_some_and(|r| r.outcome.is_some()) {
        return part(before, 0, false);
    }
    let kind = outline.kind(at + 1);
    let told = matches!(kind, Kind::Be | Kind::Have | Kind::Link | Kind::Verb);
    if let Some(outcome) = opens_with_of(outline, at).filter(|_| told) {
        return Reading { outcome: Some(outcome), among: Some(outcome), ..Reading::default() };
    }
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
        // "Thirteen were men, eight were women": both of the people counted before.
        Some(last) if who && before[last].part_of_earlier => {
            Reading { complete: false, ..before[last] }
        }
        Some(last) => {
            let whole = before[last].part_of.filter(|_| who).unwrap_or(last);
            part(before, whole, false)
        }
        // "All five were employees" tells of everybody, not of a part.
        None if who && phrase.definite && !phrase.besides => {
            Reading { outcome: earlier.map(|e| e.outcome), ..Reading::default() }
        }
        // "Forty of the civilians were children and 39 women", where the forty are not understood
        None if who && follows_unread_part(outline, at) => Reading::default(),
        None if who => earlier.map(Earlier::part).unwrap_or_default(),
        None => Reading::default(),
    }
}

/// Whether the count before, of which nothing is understood, is of some people that are named.
fn follows_unread_part(outline: &Outline, at: usize) -> bool {
    phrase_before(outline, at).is_some_and(|last| outline.phrases[last].partitive.is_some())
}

/// Whether people are named next, with nothing but adjectives before.
fn describes_people(outline: &Outline, from: usize) -> bool {
    let mut at = from;
    while matches!(outline.kind(at), Kind::Determiner | Kind::Adverb) {
        at += 1;
    }
    outline.kind(at) == Kind::People
}

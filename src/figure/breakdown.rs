//! Sentences that break a count down into its parts.
//!
//! "13 were men, eight women and two children", "killed 45: 20 in the north and 25 in the south": each number
//! is a part of the count before, and where the sentence names all of them they make it up. A breakdown sees
//! one sentence; which count it is of is found by the words or, later, by nearness.

use super::attach::Attached;
use super::by_place;
use super::object::skip_adverbs;
use super::outline::{Item, Kind, Outline};
use super::parts::Earlier;
use super::phrase::{Head, Partitive, Phrase};
use super::reading::{Reading, part};
use crate::lexicon::{Outcome, OutcomeForm, OutcomeWord};

/// What a word says of those it names: the victims of an attack of which only dead are told are dead.
pub(super) fn victims(word: OutcomeWord, earlier: Option<Earlier>) -> Outcome {
    let dead = |e: &Earlier| e.outcome == Outcome::Killed && e.among.is_none();
    match earlier.filter(|e| word.form.is(OutcomeForm::WEAK) && dead(e)) {
        Some(earlier) => earlier.outcome,
        None => word.outcome,
    }
}

/// "57 people died:", and below it "22 civilians, 18 fighters and 17 soldiers": all the parts, without a verb.
pub(super) fn spelled_below(
    outline: &Outline,
    phrase: &Phrase,
    earlier: Option<Earlier>,
) -> Option<Reading> {
    let earlier = earlier.filter(|earlier| earlier.spelled)?;
    let kind = matches!(phrase.head, Head::People(_)) && phrase.partitive.is_none();
    let opens = matches!(outline.kind(skip_adverbs(outline, 0)), Kind::Count(_));
    let verb = |i: &Item| {
        let said = matches!(i.kind, Kind::Be | Kind::Have | Kind::Verb | Kind::Modal);
        said || matches!(i.kind, Kind::Anchor(_))
    };
    // "12 nurses, 40 doctors and 300 tents"
    let things = outline.phrases.iter().any(|p| p.head == Head::Thing);
    let told = things || outline.items.iter().any(verb);
    let part = Reading { inherited: true, listed: true, complete: true, ..earlier.part() };
    (kind && opens && !told).then_some(part)
}

/// "Eight of the dead were in the minibus and three in the car": the three are of the dead too.
pub(super) fn goes_on_with_part(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Option<Reading> {
    let last = before.last().filter(|last| last.among.is_some())?;
    let joined = at > 0 && matches!(outline.kind(at - 1), Kind::And | Kind::Comma);
    let bare = phrase.head == Head::Hidden && phrase.partitive.is_none() && !phrase.besides;
    let said = |at: &usize| matches!(outline.kind(*at), Kind::Be);
    let placed = match outline.kind(at + 1) {
        Kind::Preposition => true,
        Kind::Anchor(word) => word.form.is(OutcomeForm::POPULATION),
        _ => false,
    };
    let be = (last.item + 1..at).filter(said).count() == 1;
    (joined && bare && placed && be).then_some(Reading {
        outcome: last.outcome,
        among: last.among,
        listed: true,
        ..Reading::default()
    })
}

/// "Eight were kept in hospital, two in intensive care": a state without a verb is that of some of those who were
/// counted with one.
pub(super) fn worse_off(
    outline: &Outline,
    at: usize,
    own: Attached,
    before: &[Reading],
) -> Option<Reading> {
    let whole = before.len().checked_sub(1)?;
    let last = before[whole];
    let state = |told: fn(OutcomeWord) -> bool| matches!(outline.kind(own.anchor), Kind::Anchor(word) if told(word));
    let hurt = state(|w| w.form.is(OutcomeForm::STATE) && w.outcome == Outcome::Injured);
    // "Ten people were shot, two fatally"
    let fatal = state(|w| w.form == OutcomeForm::STATE && w.outcome == Outcome::Killed);
    let struck = matches!(last.outcome, Some(Outcome::Casualties | Outcome::Injured));
    let fatal = fatal && struck;
    let bare = outline.is_bare(at) && own.anchor == at + 1;
    let comma = at > 0 && matches!(outline.kind(at - 1), Kind::Comma | Kind::Colon);
    let told = last.anchor.is_some_and(|verb| last.item < verb && verb < at);
    let verb = matches!(outline.kind(last.item + 1), Kind::Be | Kind::Have);
    let one = fatal || last.outcome == Some(own.outcome) && last.anchor.is_some();
    let outcome = Some(own.outcome);
    ((hurt || fatal) && bare && comma && told && verb && one).then(|| Reading {
        anchor: Some(own.anchor),
        outcome,
        ..part(before, whole, false)
    })
}

/// "Brought up 18 bodies by noon and eight more in the afternoon": further people behind a count whose noun says what
/// befell them, without a verb of their own.
pub(super) fn more_of_them(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Option<Reading> {
    let more = phrase.more && phrase.head == Head::Hidden && phrase.partitive.is_none();
    let joined = more && at > 0 && outline.kind(at - 1) == Kind::And;
    let last = before.last().filter(|last| joined && last.outcome.is_some() && !last.is_part())?;
    let noun = matches!(outline.phrases[before.len() - 1].head, Head::Outcome(_));
    let says = |kind| matches!(kind, Kind::Anchor(_) | Kind::Be | Kind::Have | Kind::Verb);
    let clause = (last.item + 1..at).all(|at| !says(outline.kind(at)));
    let ends = matches!(outline.kind(at + 1), Kind::Preposition | Kind::Comma | Kind::Stop);
    let outcome = last.outcome;
    (noun && clause && ends).then(|| Reading { outcome, inherited: true, ..Reading::default() })
}

/// "They pulled 44 bodies from the sea. Another 19 were washed up": further bodies, after a count of such.
pub(super) fn more_bodies(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    earlier: Option<Earlier>,
) -> Option<Reading> {
    let earlier = earlier.filter(|earlier| earlier.bodies && earlier.among.is_none())?;
    let more = phrase.besides && !phrase.definite && phrase.head == Head::Hidden;
    let opens =
        outline.items[..at].iter().all(|i| matches!(i.kind, Kind::Determiner | Kind::Adverb));
    let verb = skip_adverbs(outline, at + 2);
    let verb = match outline.kind(verb) {
        // not "were found alive"
        Kind::Link => !matches!(outline.kind(verb + 1), Kind::Anchor(_)),
        kind => kind == Kind::Verb,
    };
    let found = outline.kind(at + 1) == Kind::Be && verb;
    let outcome = Some(earlier.outcome);
    (more && opens && found).then(|| Reading { outcome, ..Reading::default() })
}

/// "118 passengers and 36 crew members": the crew were there too.
pub(super) fn with_passengers(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Option<Reading> {
    let last = before.last().filter(|last| last.anchor == Some(last.item))?;
    let beside = at == last.item + 2 && outline.kind(last.item + 1) == Kind::And;
    let aboard = last.outcome == Some(Outcome::Affected) && matches!(phrase.head, Head::People(_));
    (beside && aboard).then_some(Reading { outcome: last.outcome, ..Reading::default() })
}

/// "Killing 22 people, 14 of them women and eight men": the eight are of them too.
pub(super) fn of_them_too(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Option<Reading> {
    let last = before.last().filter(|last| last.part_of.is_some() || last.part_of_earlier)?;
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
    let told = matches!(outline.phrases[first].partitive, Some(Partitive::Outcome(_)));
    // "five came from Canada and three from Austria"
    let goes_on = last.listed && last.inherited && outline.is_bare(last.item);
    let joined = matches!(outline.kind(at.checked_sub(1)?), Kind::And | Kind::Comma);
    let verb = match outline.kind(at + 1) {
        Kind::Verb => outline.kind(at + 2) == Kind::Preposition,
        Kind::Preposition => goes_on,
        _ => false,
    };
    let clause = outline.items[last.item + 1..at].iter();
    let mut clause = clause.filter(|i| matches!(i.kind, Kind::Relative | Kind::Subordinator));
    let loose = outline.is_bare(at) && clause.next().is_none();
    let reading = || Reading { complete: false, listed: true, inherited: true, ..*last };
    ((told || goes_on) && joined && verb && loose).then(reading)
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
    let last = before.last().filter(|r| r.part_of.is_some() || r.part_of_earlier)?;
    let joined = at > 0 && matches!(outline.kind(at - 1), Kind::And | Kind::Comma);
    let own = phrase.is_bare() && joined && by_place::joins_places(outline, last.item, at);
    let told = Reading { inherited: true, listed: true, complete: false, ..*last };
    // "Twelve of them were in the minibus, three were riding in the pick-up"
    let be = |at: usize| outline.kind(at + 1) == Kind::Be;
    let verb = matches!(outline.kind(at + 2), Kind::Verb | Kind::Other)
        && outline.kind(at + 3) == Kind::Preposition;
    let again = phrase.is_bare() && joined && be(last.item) && be(at) && verb;
    (again || own && outline.kind(last.item + 1) == Kind::Preposition).then_some(told)
}

/// "Forty were killed in the north and 35 in the south": the verb is not said again. "13 were men,
/// eight women": nor is "were".
pub(super) fn goes_on(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Option<Reading> {
    let last = before.last().filter(|r| r.outcome.is_some())?;
    // "11 in Mashan and the remaining five in Qingkou"
    let rest = phrase.besides && phrase.definite && phrase.head == Head::Hidden;
    // "and another 17 in the south"
    let more = phrase.besides && phrase.head == Head::Hidden;
    let bare = phrase.is_bare() || rest;
    if bare && by_place::goes_on_with(outline, last.item, at) {
        return Some(Reading { inherited: true, listed: true, complete: false, ..*last });
    }
    // "the remaining", "another"
    let words = if rest { 2 } else { usize::from(more) };
    let led = |i: &&Item| matches!(i.kind, Kind::Determiner | Kind::Adverb | Kind::Other);
    let led = outline.items[..at].iter().rev().take(words).take_while(led).count();
    let opens = at.checked_sub(1 + led).map(|before| outline.kind(before));
    // "Eight died in Orr; nine in Ness"
    let joined = matches!(opens, Some(Kind::And | Kind::Comma | Kind::Stop));
    // "with 17 more in the hills"
    let joined = joined || more && opens == Some(Kind::With);
    let last = Some(last).filter(|_| joined)?;
    let between = &outline.items[last.item + 1..at];
    // "In the south 45 people died, and another 17 in the hills"
    let fronted = outline.kind(0) == Kind::Preposition;
    let is = |kind: Kind| move |i: &Item| i.kind == kind;
    // "24 were taken to the county hospital, 19 to the clinic and nine to the ward"
    let care = last.anchor.filter(|verb| *verb > last.item).is_some_and(
        |verb| matches!(outline.kind(verb), Kind::Anchor(word) if word.form.is(OutcomeForm::CARE)),
    );
    // "Seven were freed that evening and four on the next day"
    let told = between.len() > 3 && between.iter().any(is(Kind::Be));
    // "48 were killed, and one in four of them worked there"
    let told = told && !matches!(outline.kind(at + 2), Kind::Count(_));
    // "Of 13 deaths, 12 were in the county, ten in its city": two may lie one in the other.
    // "The toll reached 30, with 18 killed on Monday and 14 on Tuesday"
    let opener = last.item.checked_sub(1).map(|at| outline.kind(at));
    let with = matches!(opener, Some(Kind::With | Kind::Preposition));
    // "in the storm", "of the heat", "since Monday"
    let told_where = |i: &Item| matches!(i.kind, Kind::Preposition | Kind::Of | Kind::Subordinator);
    if (bare || more)
        && (last.part_of.is_none() || with || by_place::joins_places(outline, last.item, at))
        && (fronted || told || care || between.iter().any(told_where))
        && matches!(outline.kind(at + 1), Kind::Preposition | Kind::By | Kind::With)
    {
        let Reading { outcome, anchor, among, part_of, part_of_earlier, .. } = *last;
        let told =
            Reading { outcome, anchor, among, part_of, part_of_earlier, ..Reading::default() };
        return Some(Reading { inherited: true, listed: true, ..told });
    }
    let part = last.is_part();
    // "The dead: 61 were Danes, 26 Swedes and nine Poles"
    let told = goes_on_with_kinds(outline, last.item);
    let (part, inherited) = (part || told, last.inherited || told);
    let listed = |i: &Item| {
        matches!(i.kind, Kind::Be | Kind::People | Kind::Comma | Kind::And | Kind::Adverb)
    };
    let named = matches!(phrase.head, Head::People(_));
    let told = part && inherited && named && between.iter().all(listed);
    told.then_some(Reading { complete: false, ..*last })
}

/// Whether a count is the first of a list of kinds, or goes on with one: "61 were Danes, 26 Swedes".
fn goes_on_with_kinds(outline: &Outline, item: usize) -> bool {
    let listed = |at: &usize| {
        let kind = outline.kind(*at);
        let joins = matches!(kind, Kind::Comma | Kind::And | Kind::Adverb);
        joins || matches!(kind, Kind::Count(_) | Kind::People)
    };
    let opens = |first: usize| outline.is_bare(first) && outline.kind(first + 1) == Kind::Be;
    let be = (0..=item).rev().find(|at| !listed(at)).filter(|at| outline.kind(*at) == Kind::Be);
    opens(item) || be.and_then(|be| be.checked_sub(1)).is_some_and(opens)
}

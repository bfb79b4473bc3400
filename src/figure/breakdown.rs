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
use super::phrase::{Head, Phrase};
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
    let Reading { outcome, among, anchor, .. } = *last;
    (joined && bare && placed && be).then_some(Reading {
        outcome,
        among,
        anchor,
        listed: true,
        ..Reading::default()
    })
}

/// "Eight were kept in hospital, two in intensive care", "and two were in critical condition": a state is that of some
/// of those of whom the sentence has told more than a state.
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
    let be = usize::from(outline.kind(at + 1) == Kind::Be);
    let bare = outline.is_bare(at) && own.anchor == at + 1 + be;
    let verb = last.anchor.filter(|verb| last.item < *verb && *verb < at)?;
    let has =
        outline.items[last.item + 1..verb].iter().any(|i| matches!(i.kind, Kind::Be | Kind::Have));
    let joins = match outline.kind(at - 1) {
        Kind::Comma | Kind::Colon if be == 0 => true,
        Kind::Comma | Kind::Colon | Kind::And => is_event(outline, verb),
        _ => false,
    };
    let one = fatal || last.outcome == Some(own.outcome);
    let outcome = Some(own.outcome);
    ((hurt || fatal) && bare && joins && has && one).then(|| Reading {
        anchor: Some(own.anchor),
        outcome,
        ..part(before, whole, false)
    })
}

/// Whether a verb says how people came to harm, not how they are: "five were sent home and six are being treated",
/// "two were in critical condition and three are stable".
fn is_event(outline: &Outline, verb: usize) -> bool {
    let apart = OutcomeForm::STATE.or(OutcomeForm::REST);
    matches!(outline.kind(verb), Kind::Anchor(word) if !word.form.is(apart))
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

/// "Nine children died and only four men.": other people behind a verb that is not said again.
pub(super) fn died_too(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Option<Reading> {
    let named = matches!(phrase.head, Head::People(_)) && phrase.partitive.is_none();
    let last = before.last().filter(|last| named && !last.is_part())?;
    let told = matches!(outline.phrases[before.len() - 1].head, Head::People(_));
    let verb = last.anchor.filter(|verb| told && *verb == last.item + 1)?;
    let died = matches!(outline.kind(verb), Kind::Anchor(word)
        if word.form.is(OutcomeForm::INTRANSITIVE));
    let joined = outline.kind(verb + 1) == Kind::And && skip_adverbs(outline, verb + 2) == at;
    let ends = outline.kind(at + 1) == Kind::Stop || at + 1 == outline.items.len();
    let outcome = last.outcome;
    (died && joined && ends).then(|| Reading { outcome, inherited: true, ..Reading::default() })
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
    // "Nine died overnight and five during the day"
    let when = between
        .windows(2)
        .any(|pair| matches!(pair[0].kind, Kind::Anchor(_)) && pair[1].kind == Kind::Adverb);
    if (bare || more)
        && (last.part_of.is_none() || with || by_place::joins_places(outline, last.item, at))
        && (fronted || told || care || when || between.iter().any(told_where))
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

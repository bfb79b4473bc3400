//! Counts whose people are named again right behind them.
//!
//! "Two passengers, a man and a woman, died", "eight people were killed, five women and three men": the kinds are
//! those of the count before. A list of several counts between commas looks the same, so only a list with its verb
//! behind it, or at the end of the sentence behind the verb, is taken for one.

use super::attach;
use super::lists::phrase_before;
use super::outline::{Kind, Outline};
use super::phrase::Head;
use crate::lexicon::{OutcomeForm, OutcomeWord};

/// The count whose people are named one by one between commas: "two passengers, a man and a woman, died".
pub(super) fn between(outline: &Outline, item: usize) -> Option<usize> {
    between_commas(outline, item).or_else(|| stripped(outline, item))
}

fn between_commas(outline: &Outline, item: usize) -> Option<usize> {
    let list = |at: &usize| outline.is_listed(*at);
    let comma = |at: &usize| outline.kind(*at) == Kind::Comma;
    let outside = (0..item).rev().find(|at| !list(at));
    // "made up of six Germans, two Dutchmen and a guide," is one list.
    if outside.is_some_and(|at| outline.kind(at) == Kind::Colon) {
        return None;
    }
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

/// "Three civilians two women and a man were killed": the same in a text that lost its commas, where a count stands right
/// behind another.
fn stripped(outline: &Outline, item: usize) -> Option<usize> {
    let people = |at: usize| match outline.kind(at) {
        Kind::Count(p) => matches!(outline.phrases[p].head, Head::People(_)).then_some(p),
        _ => None,
    };
    let pair = |at: &usize| people(*at).is_some() && people(*at + 1).is_some();
    let whole = (0..item).rev().take_while(|at| outline.is_listed(*at)).find(pair)?;
    let end = (item..outline.items.len()).find(|at| !outline.is_listed(*at))?;
    let joined = (whole..end).any(|at| outline.kind(at) == Kind::And);
    let comma = (whole..end).any(|at| outline.kind(at) == Kind::Comma);
    let verb = matches!(outline.kind(end), Kind::Anchor(_) | Kind::Be | Kind::Have);
    // not "killed 12 soldiers 30 rebels and a child were hurt"
    let before = whole.checked_sub(1).map(|at| outline.kind(at));
    let object = matches!(before, Some(Kind::Anchor(_)));
    people(whole).filter(|_| joined && verb && !comma && !object)
}

/// The count whose people are named kind by kind behind its verb: "eight people were killed, five women and three
/// men."
pub(super) fn last(outline: &Outline, item: usize) -> Option<usize> {
    let aboard = |word: OutcomeWord| word.form.is(OutcomeForm::POPULATION);
    let listed = |at: usize| match outline.kind(at) {
        Kind::Count(p) => match outline.phrases[p].head {
            Head::People(_) => true,
            Head::Outcome(word) => aboard(word),
            _ => false,
        },
        _ => outline.is_listed(at),
    };
    let verb = (0..item).rev().find(|at| !listed(*at))?;
    let first = verb + 2;
    let end = (first..outline.items.len()).find(|at| !listed(*at))?;
    let stops = outline.kind(end) == Kind::Stop;
    // ", the mayor said"
    let speaker = |at: &usize| matches!(outline.kind(*at), Kind::Determiner | Kind::People);
    let comma = (first..end).rev().find(|at| !speaker(at));
    let said = comma.is_some_and(|at| at > first && outline.kind(at) == Kind::Comma)
        && matches!(outline.kind(end), Kind::Verb | Kind::Other);
    let joined = first < end && (first..end).any(|at| outline.kind(at) == Kind::And);
    let opens = outline.kind(verb + 1) == Kind::Comma;
    let opens = opens && matches!(outline.kind(first), Kind::Count(_));
    if !joined || !opens {
        return None;
    }
    let helps = |at: &usize| outline.kind(*at) != Kind::Adverb;
    let be = (0..verb).rev().find(helps).is_some_and(|at| outline.kind(at) == Kind::Be);
    let word = outline.kind(verb);
    let passive = be && matches!(word, Kind::Anchor(_)) && stops;
    // "killing all 46 people on board, 42 passengers and four crew"
    let on_board = matches!(word, Kind::Anchor(word) if aboard(word));
    let there = on_board && matches!(outline.kind(verb - 1), Kind::Count(_)) && (stops || said);
    if passive || there { phrase_before(outline, verb) } else { died(outline, verb, stops || said) }
}

/// "Informed of the deaths of the nine foreigners, five Germans, three Poles and a Belgian": the definite count right
/// before a list that ends the sentence.
pub(super) fn definite(outline: &Outline, item: usize) -> Option<usize> {
    let outside = (0..item).rev().find(|at| !outline.is_listed(*at));
    // not "30 people: the eleven miners, nine firemen and four children"
    let listed =
        outside.is_some_and(|at| matches!(outline.kind(at), Kind::Colon | Kind::Including));
    let first = outside.map_or(0, |at| at + 1);
    let whole = (first..item).find(|at| matches!(outline.kind(*at), Kind::Count(_)))?;
    let Kind::Count(phrase) = outline.kind(whole) else { return None };
    let people = |p: usize| matches!(outline.phrases[p].head, Head::People(_));
    let own = outline.phrases[phrase].definite && people(phrase);
    let opens = outline.kind(whole + 1) == Kind::Comma && whole + 2 <= item;
    let end = (item..outline.items.len()).find(|at| !outline.is_listed(*at))?;
    let list = whole + 2..end;
    let several = list.clone().filter(|at| matches!(outline.kind(*at), Kind::Count(_))).count() > 1;
    let joined = list.clone().any(|at| outline.kind(at) == Kind::And);
    let kinds = list.clone().all(|at| match outline.kind(at) {
        Kind::Count(p) => people(p),
        _ => true,
    });
    let stops = outline.kind(end) == Kind::Stop;
    let told = opens && several && joined && kinds && stops;
    (own && told && !listed).then_some(phrase)
}

/// "Nine people died in the crash, two women and seven men": those who died, if a clause without a place of its own
/// stands between them and the list.
fn died(outline: &Outline, verb: usize, ends: bool) -> Option<usize> {
    let whole = (0..=verb).rev().find(|at| matches!(outline.kind(*at), Kind::Count(_)))?;
    let Kind::Count(phrase) = outline.kind(whole) else { return None };
    let people = matches!(outline.phrases[phrase].head, Head::People(_));
    let intransitive = matches!(outline.kind(whole + 1), Kind::Anchor(word)
        if word.form.is(OutcomeForm::INTRANSITIVE));
    let within = |at: usize| {
        let kind = outline.kind(at);
        matches!(kind, Kind::Preposition | Kind::Determiner | Kind::Other | Kind::Adverb)
    };
    // "in the crash", not "in Norwick": a list behind a place may be of other places.
    let event = outline.kind(whole + 3) == Kind::Determiner;
    let clause = (whole + 2..=verb).all(within) && (whole + 1 == verb || event);
    (ends && people && intransitive && clause).then_some(phrase)
}

/// The count whose people are told place by place behind its verb, and whether all of them are: "six people died, four
/// in the south and two in the north". Behind a place, "12 died in the south, four in the north" may be of others.
pub(super) fn placed(outline: &Outline, item: usize) -> Option<(usize, bool)> {
    let entry = |at: usize| {
        let led = at > 0 && matches!(outline.kind(at - 1), Kind::Comma | Kind::And);
        led && outline.is_bare(at) && outline.kind(at + 1) == Kind::Preposition
    };
    // not "In the south 169 were killed, 140 in the north"
    if !entry(item) || outline.kind(0) == Kind::Preposition {
        return None;
    }
    let counts = |at: &usize| matches!(outline.kind(*at), Kind::Count(_));
    let whole = (0..item).rev().filter(counts).find(|at| !entry(*at))?;
    let first = (whole + 1..=item).find(counts).filter(|at| outline.kind(at - 1) == Kind::Comma)?;
    let verb = |at: usize| {
        let helps = matches!(outline.kind(at), Kind::Be | Kind::Have | Kind::Adverb | Kind::Link);
        helps || matches!(outline.kind(at), Kind::Anchor(_))
    };
    let Kind::Count(phrase) = outline.kind(whole) else { return None };
    // "reported 70 deaths, 54 in the south"
    let noun = matches!(outline.phrases[phrase].head, Head::Outcome(word)
        if word.form.is(OutcomeForm::COUNTED) && !word.form.is(OutcomeForm::POPULATION));
    let object = || noun || attach::attach(outline, whole).is_some_and(|a| !a.before);
    let object = first == whole + 2 && object();
    let told = object || first > whole + 2 && (whole + 1..first - 1).all(verb);
    let named = noun || matches!(outline.phrases[phrase].head, Head::People(_));
    let last = (item..outline.items.len()).rev().find(counts);
    // "Six died on the spot, one in a van and two in hospital": others than those
    let apart = outline.kind(first - 2) == Kind::Adverb;
    let closed =
        last.is_some_and(|at| at > first && entry(at) && outline.kind(at - 1) == Kind::And);
    let closed = closed && !apart;
    (told && named).then_some((phrase, closed))
}

/// The bodies whose people are named behind "those of": "58 bodies, those of 31 men, 19 women and eight children".
pub(super) fn those(outline: &Outline, item: usize) -> Option<usize> {
    // "those of 130 soldiers of the garrison and 80 civilians"
    let whose = |at: usize| {
        let noun = matches!(outline.kind(at), Kind::Other | Kind::People);
        let counted = at > 0 && matches!(outline.kind(at - 1), Kind::Count(_));
        noun || outline.kind(at) == Kind::Of && counted
    };
    let of = (0..item)
        .rev()
        .find(|at| !outline.is_listed(*at) && !whose(*at))
        .filter(|at| outline.kind(*at) == Kind::Of)?;
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

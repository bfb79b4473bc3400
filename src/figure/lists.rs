//! Phrases that stand in a list of another phrase's people.
//!
//! "12 people, including five children", "12 people: nine men and three women", "nine dead (two
//! adults, a teenager)": the list opens at "including", the colon, the bracket. Lists know phrases and
//! attachments, not what became of the whole.

use super::included::including;
use super::outline::{Kind, Outline};
use super::phrase::{Head, Phrase};
use super::predicate::right;
use super::reading::{Reading, found, part};
use super::spelled::spelled_out;
use super::{apposed, attach, noun};
use crate::lexicon::{Outcome, OutcomeForm, OutcomeWord};

/// The phrase of whose people an item tells one: in an "including" list, behind a colon, in brackets.
pub(super) fn told_of(outline: &Outline, item: usize) -> Option<usize> {
    if let Some(list) = including(outline, item) {
        return phrase_before(outline, list);
    }
    if let Some(open) = bracket(outline, item) {
        return phrase_before(outline, open);
    }
    spelled_out(outline, item)
        .or_else(|| apposed::those(outline, item))
        .or_else(|| apposed::between(outline, item))
        .or_else(|| apposed::last(outline, item))
        .or_else(|| apposed::definite(outline, item))
}

/// The last phrase before an item that may count people.
pub(super) fn phrase_before(outline: &Outline, item: usize) -> Option<usize> {
    (0..item).rev().find_map(|at| match outline.kind(at) {
        // "Six people died in one ward, including five infants"
        Kind::Count(phrase) if !counts_things(outline, at) => Some(phrase),
        _ => None,
    })
}

/// Whether a phrase behind a preposition counts what is no people, as far as its noun says: "died in two
/// waves, 66 of them".
pub(super) fn counts_things(outline: &Outline, at: usize) -> bool {
    let Kind::Count(phrase) = outline.kind(at) else { return false };
    let placed = at > 0 && outline.kind(at - 1) == Kind::Preposition;
    match outline.phrases[phrase].head {
        Head::Thing => true,
        Head::Unknown => placed,
        _ => false,
    }
}

/// The last count of a list that goes on with one person, where it counts some of those to whom
/// something happened: "the dead include nine men and a girl".
pub(super) fn counted_before(outline: &Outline, at: usize, readings: &[Reading]) -> Option<usize> {
    let list = |at: usize| {
        let kind = outline.kind(at);
        let one = matches!(kind, Kind::Determiner | Kind::People | Kind::Adverb);
        // "three girls aged one and 11, and a boy"
        let aged = kind == Kind::Other && outline.kind(at + 1) == Kind::Adverb;
        // "two porters from the valley and a doctor"
        let whence = matches!(kind, Kind::Preposition | Kind::Of | Kind::Other);
        one || aged || whence || matches!(kind, Kind::Comma | Kind::And)
    };
    let joined = at > 0 && matches!(outline.kind(at - 1), Kind::Comma | Kind::And);
    let last = (0..at).rev().find(|at| !list(*at)).filter(|_| joined)?;
    let Kind::Count(phrase) = outline.kind(last) else { return None };
    // "The dead were nine Danes, two Swedes and the driver"
    let told = |r: &Reading| tells_who(outline, r).is_some();
    let some = |r: &Reading| r.among.is_some() || (r.inherited && r.part_of_earlier) || told(r);
    readings.get(phrase).is_some_and(some).then_some(phrase)
}

/// The first count of a list that opens with one person: "the dead were the driver, two farm hands and two children".
pub(super) fn counted_behind(outline: &Outline, at: usize, readings: &[Reading]) -> Option<usize> {
    let joined = matches!(outline.kind(at + 1), Kind::Comma | Kind::And);
    let Kind::Count(phrase) = outline.kind(at + 2) else { return None };
    let be = readings.get(phrase).and_then(|r| tells_who(outline, r))?;
    let named = |at: usize| matches!(outline.kind(at), Kind::Determiner | Kind::Adverb);
    (joined && be < at && (be + 1..at).all(named)).then_some(phrase)
}

/// The "were" of "the dead were nine Danes and two Swedes", where a count is of such a list.
fn tells_who(outline: &Outline, reading: &Reading) -> Option<usize> {
    let before = reading.anchor.filter(|anchor| *anchor < reading.item)?;
    Some(before + 1).filter(|be| outline.kind(*be) == Kind::Be)
}

/// A phrase in an "including" list.
pub(super) fn in_list(
    outline: &Outline,
    at: usize,
    list: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Reading {
    // "of whom 46 died" has a verb of its own, "including 46 women" has none.
    let clause = outline.of_whom.contains(&list).then(|| right(outline, at)).flatten();
    if clause.is_some() {
        return found(clause);
    }
    // "including four children, and injury of 30 others"
    if let Some(act) = noun::of_act(outline, at).filter(|act| act.anchor > list) {
        return found(Some(act));
    }
    // "The dead were 19 passengers, among them two children and a nurse, and three crew members"
    let outer = phrase_before(outline, list).map(|outer| before[outer]);
    let outer = outer.filter(|outer| tells_who(outline, outer).is_some());
    if let Some(outer) = outer.filter(|_| goes_on_outside(outline, list, at)) {
        return outer;
    }
    let own = match phrase.head {
        // "killing all 46, including 42 passengers"
        Head::Outcome(word) if !word.form.is(OutcomeForm::POPULATION) => Some(word.outcome),
        _ => attach::bare(outline, at).or(phrase.modifier.map(|m| m.outcome)),
    };
    if resumes(outline, at, phrase) {
        return found(attach::attach(outline, at));
    }
    let whole = phrase_before(outline, list).filter(|w| before[*w].outcome.is_some());
    // "The dead include five men, while the injured include nine men": of the injured.
    let whole = whole.filter(|_| !is_of_unnumbered(outline, list));
    let whole = whole.map(|whole| past_aside(outline, whole, list, before));
    // "75 rebels killed, including 30 foreigners, and 100 wounded": none of the killed are wounded.
    let dead = whole.is_some_and(|w| before[w].outcome == Some(Outcome::Killed));
    if dead && own.is_some_and(|outcome| outcome != Outcome::Killed) {
        return Reading { outcome: own, ..Reading::default() };
    }
    match whole {
        Some(whole) => {
            let inherited = part(before, whole, false);
            Reading { outcome: own.or(inherited.outcome), ..inherited }
        }
        None => list_of_unnumbered(outline, at, list, own),
    }
}

/// "58, counting the latest seven, have died, among them 16 in one avalanche": of the 58, since the first list was
/// closed by their verb.
fn past_aside(outline: &Outline, whole: usize, list: usize, before: &[Reading]) -> usize {
    let verb = |at: usize| {
        let closes = outline.kind(at) == Kind::Comma;
        let helps = matches!(outline.kind(at + 1), Kind::Be | Kind::Have);
        closes
            && (helps
                || matches!(outline.kind(at + 1), Kind::Anchor(w) if w.form.is(OutcomeForm::INTRANSITIVE)))
    };
    let outer = before[whole].part_of.filter(|_| (before[whole].item..list).any(verb));
    outer.unwrap_or(whole)
}

/// Whether a list was closed by an "and" before the ", and" that leads to an item.
fn goes_on_outside(outline: &Outline, list: usize, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| outline.kind(at));
    let joined = before(1) == Some(Kind::And) && before(2) == Some(Kind::Comma);
    joined && (list + 1..at - 2).any(|at| outline.kind(at) == Kind::And)
}

/// Whether the clause goes on after the list: "including 100 officers, and 20 others were arrested".
fn resumes(outline: &Outline, at: usize, phrase: &Phrase) -> bool {
    let predicate = matches!(
        outline.kind(at + 1),
        Kind::Be | Kind::Have | Kind::Verb | Kind::Suffer | Kind::Anchor(_)
    );
    let after = |back: usize, kind: Kind| at >= back && outline.kind(at - back) == kind;
    let clause = after(1, Kind::And) && after(2, Kind::Comma);
    // "seven soldiers hurt, including a corporal, and 40 strikers arrested"
    let ends = matches!(outline.kind(at + 2), Kind::Stop | Kind::Comma | Kind::Preposition);
    let other = outline.kind(at + 1) == Kind::Other && ends;
    predicate && (phrase.besides || clause) || other && clause
}

/// Whether a list is of people whose noun says what befell them, and who have no number: "the injured include".
fn is_of_unnumbered(outline: &Outline, list: usize) -> bool {
    let form = OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE);
    let Some((noun, word)) = noun_before(outline, list) else { return false };
    word.form.is(form) && noun > 0 && outline.kind(noun - 1) == Kind::Determiner
}

/// The word for what befell the people of a list, right before it: "the dead include", "the dead, including".
fn noun_before(outline: &Outline, list: usize) -> Option<(usize, OutcomeWord)> {
    let word = |at: usize| match outline.kind(at) {
        Kind::Anchor(word) => Some((at, word)),
        _ => None,
    };
    let last = list.checked_sub(1)?;
    let comma = outline.kind(last) == Kind::Comma;
    let opens = |(noun, _): &(usize, _)| *noun == 1 && outline.kind(0) == Kind::Determiner;
    let aside = || word(last.checked_sub(1)?).filter(opens);
    // "The dead in the road accidents included"
    let place = |at: &usize| {
        let kind = outline.kind(*at);
        matches!(kind, Kind::Preposition | Kind::Determiner | Kind::Other | Kind::Of)
    };
    let placed = || word((0..last).rev().find(|at| !place(at))?).filter(opens);
    if comma { aside() } else { word(last).or_else(placed) }
}

/// "several people, including three children, were killed"; "the dead include five women".
fn list_of_unnumbered(outline: &Outline, at: usize, list: usize, own: Option<Outcome>) -> Reading {
    if let Some((_, word)) = noun_before(outline, list) {
        let outcome = Some(own.unwrap_or(word.outcome));
        return Reading { outcome, among: Some(word.outcome), ..Reading::default() };
    }
    let around = attach::around(outline, list).or_else(|| attach::attach(outline, at));
    let reading = found(around);
    Reading { outcome: own.or(reading.outcome), ..reading }
}

/// The bracket that the item stands in.
pub(super) fn bracket(outline: &Outline, item: usize) -> Option<usize> {
    let at = (0..item).rev().find(|at| matches!(outline.kind(*at), Kind::Open | Kind::Close))?;
    (outline.kind(at) == Kind::Open).then_some(at)
}

/// "(two adults, a teenager)", "(one mortally)", "(US 1; CS 364)"
pub(super) fn in_brackets(
    outline: &Outline,
    at: usize,
    open: usize,
    before: &[Reading],
) -> Reading {
    let own = attach::attach(outline, at);
    let whole = phrase_before(outline, open).filter(|w| before[*w].outcome.is_some());
    let Some(whole) = whole else { return found(own) };
    // "31 (report 5: 27)": of another time, as the words before the colon say.
    let labelled = (open..at).any(|at| outline.kind(at) == Kind::Colon);
    if labelled && own.is_none() {
        return Reading::default();
    }
    // "Varna (77 killed and 121 wounded), Dolen (52 and 93)": an entry like the one before
    if let Some(close) =
        (before[whole].item..open).rev().find(|at| outline.kind(*at) == Kind::Close)
    {
        let entry = bracket(outline, close).unwrap_or(close)..close;
        let mut entry = before.iter().filter(|reading| entry.contains(&reading.item));
        let place = before.iter().filter(|reading| reading.item > open).count();
        let alike = entry.nth(place).filter(|_| own.is_none());
        let told =
            alike.map(|last| Reading { outcome: last.outcome, ..Reading::default() }.goes_on());
        return told.unwrap_or_else(|| found(own));
    }
    // "The survivors, 34 men and three women, come from Sudan (14)": not of the women; but "five were hurt in the attack
    // (two soldiers and three civilians)": of the five
    let between = || before[whole].item + 1..open;
    let verb = between().any(|at| matches!(outline.kind(at), Kind::Verb | Kind::Be));
    let fate = between().any(|at| matches!(outline.kind(at), Kind::Anchor(_)));
    if own.is_none() && verb && !fate {
        let Reading { outcome, among, .. } = before[whole];
        return Reading { outcome, among, ..Reading::default() }.goes_on();
    }
    // "with 207 deaths, followed by car occupants (168)": other people than those.
    let alone = outline.kind(at + 1) == Kind::Close && open + 1 == at;
    if alone && own.is_none() && names_others(outline, before[whole].item, open) {
        let Reading { outcome, among, part_of, .. } = before[whole];
        return Reading { outcome, among, part_of, ..Reading::default() }.goes_on();
    }
    let counts = outline.items[open..].iter().take_while(|i| i.kind != Kind::Close);
    let several = counts.filter(|i| matches!(i.kind, Kind::Count(_))).count() > 1;
    let told = part(before, whole, several || names_all(outline, open));
    match own {
        None => told,
        // "put the dead at 23 (nine in Orr, five elsewhere and nine in Ness)": the verb is of the count before.
        Some(own) if own.anchor < open && Some(own.outcome) == told.outcome => told,
        // "three wounded (one mortally)", "4,300 casualties (480 killed and 3,820 wounded)"
        Some(own) if says_only_what(outline, at) && Some(own.outcome) != told.outcome => {
            let (outcome, anchor) = (Some(own.outcome), Some(own.anchor));
            Reading { outcome, anchor, inherited: false, ..told }
        }
        own => found(own),
    }
}

/// "(a nurse and two guards)": whether a bracket names people up to the last, and nothing else.
pub(super) fn names_all(outline: &Outline, open: usize) -> bool {
    let end = outline.list_end(open + 1);
    outline.kind(end) == Kind::Close && outline.names_everybody(open + 1..end)
}

/// Whether people without a number are named between a count and a bracket.
fn names_others(outline: &Outline, count: usize, open: usize) -> bool {
    let named = match outline.kind(open - 1) {
        Kind::People => true,
        Kind::Anchor(word) => word.form.is(OutcomeForm::COUNTED),
        _ => false,
    };
    let apart = (count + 1..open - 1).any(|at| matches!(outline.kind(at), Kind::Comma | Kind::And));
    named && apart && open > count + 1
}

/// Whether a count has no noun for people: "480 killed", "520 missing".
fn says_only_what(outline: &Outline, item: usize) -> bool {
    matches!(outline.kind(item), Kind::Count(p)
        if matches!(outline.phrases[p].head, Head::Hidden | Head::Outcome(_)))
}

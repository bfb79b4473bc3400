//! What a noun says of a number: tolls, acts and lists.
//!
//! "The death toll rose from 12 to 16", "the killing of 12", "casualties: 12", "the number of people
//! who died was put at 12". Nouns know one sentence and the items of its outline; which of them a
//! number belongs to first is decided where numbers are attached.

use super::attach::Attached;
use super::object::{skip_adverbs, skip_back};
use super::outline::{Kind, Outline};
use super::phrase::Head;
use crate::lexicon::{Outcome, OutcomeForm, OutcomeWord};

/// "the deaths of 12": said before anything after the people can speak.
pub(super) fn of_act(outline: &Outline, item: usize) -> Option<Attached> {
    let before = skip_back(outline, item)?;
    if outline.kind(before) == Kind::Of { act(outline, before) } else { None }
}

/// "the killing of 12": an outcome noun before "of".
pub(super) fn act(outline: &Outline, of: usize) -> Option<Attached> {
    let mut at = of.checked_sub(1)?;
    while matches!(outline.kind(at), Kind::Adverb | Kind::Severity) {
        at = at.checked_sub(1)?;
    }
    // "the bodies of four residents … and those of two more"
    if matches!(outline.kind(at), Kind::Determiner | Kind::Pronoun) {
        let act = |at: &usize| {
            let of = outline.kind(at + 1) == Kind::Of;
            of && matches!(outline.kind(*at), Kind::Anchor(word) if word.form.is(OutcomeForm::ACT))
        };
        at = (0..at).rev().find(act)?;
    }
    told(outline, at, |word| word.form.is(OutcomeForm::ACT.or(OutcomeForm::TOLL)))
}

/// What an item says befell people, if its word fits.
fn told(outline: &Outline, at: usize, fits: impl Fn(OutcomeWord) -> bool) -> Option<Attached> {
    match outline.kind(at) {
        Kind::Anchor(word) if fits(word) => {
            Some(Attached { outcome: word.outcome, anchor: at, before: false })
        }
        _ => None,
    }
}

/// "Casualties: 12"
pub(super) fn listed(outline: &Outline, colon: usize) -> Option<Attached> {
    let at = colon.checked_sub(1)?;
    let Kind::Anchor(word) = outline.kind(at) else { return None };
    let noun = OutcomeForm::COUNTED.or(OutcomeForm::TOLL).or(OutcomeForm::STATE);
    let found = Attached { outcome: word.outcome, anchor: at, before: false };
    // "the nationalities of the passengers: 61 were Danes": neither number is all of them.
    let all = word.outcome != Outcome::Affected;
    (outline.items[colon].words.len() == 1 && word.form.is(noun) && all).then_some(found)
}

/// "Killed, 23; injured, 61."
pub(super) fn entered(outline: &Outline, comma: usize) -> Option<Attached> {
    let at = comma.checked_sub(1)?;
    let Kind::Anchor(word) = outline.kind(at) else { return None };
    let opens = at.checked_sub(1).is_none_or(|before| outline.kind(before) == Kind::Stop);
    let ends = matches!(outline.kind(comma + 2), Kind::Stop | Kind::Comma | Kind::And);
    let entry = opens && ends && outline.is_bare(comma + 1);
    let state = word.form.is(OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE));
    let found = Attached { outcome: word.outcome, anchor: at, before: false };
    (entry && state).then_some(found)
}

/// How many items may stand between "rose" and "to".
const RISEN: usize = 8;

/// How many items may stand between "brought" and "to".
const BROUGHT: usize = 10;

/// "Put the dead at nine": a state between a verb and "at".
pub(super) fn put_at(outline: &Outline, item: usize) -> Option<Attached> {
    let at = skip_back(outline, item).filter(|at| outline.kind(*at) == Kind::Preposition)?;
    let state = at.checked_sub(1)?;
    let Kind::Anchor(word) = outline.kind(state) else { return None };
    // "put civilian deaths at 3,100"
    let whose =
        |at: &usize| matches!(outline.kind(*at), Kind::People | Kind::Determiner | Kind::Adverb);
    let verb = (0..state).rev().find(|at| !whose(at));
    let verb = verb.is_some_and(|verb| outline.kind(verb) == Kind::Verb);
    let noun = word.form.is(OutcomeForm::STATE.or(OutcomeForm::COUNTED));
    let found = Attached { outcome: word.outcome, anchor: state, before: false };
    (verb && noun).then_some(found)
}

/// A number that a toll reaches: "the death toll rose from 12 to 16".
pub(super) fn toll(outline: &Outline, item: usize) -> Option<Attached> {
    let before = skip_back(outline, item)?;
    // "has exceeded 200"
    let exceeds = outline.rises.contains(&item);
    let helps = exceeds && outline.kind(before) == Kind::Have;
    let before = if helps { skip_back(outline, before)? } else { before };
    // "in the toll of 54, as well as in the 158 brought in for treatment"
    if before > 0 && outline.kind(before - 1) == Kind::With {
        return None;
    }
    let reaches = exceeds
        || matches!(
            outline.kind(before),
            Kind::Preposition
                | Kind::Of
                | Kind::Verb
                | Kind::Be
                | Kind::Link
                | Kind::Colon
                | Kind::By
                | Kind::Anchor(_)
                | Kind::Comma
        );
    // "death toll hits 12"
    let reaches = reaches || brings_to(outline, before);
    // "Death toll in mill fire now 17"
    let now = before + 1 < item && outline.is_bare(item) && outline.kind(item + 1) == Kind::Stop;
    let reaches =
        reaches || now && !(0..item).any(|at| is_verb(outline, at) && !names_toll(outline, at));
    // "gave the final death toll of the quake as 308, with 1,120 injured"
    let ends = matches!(outline.kind(item + 1), Kind::Comma | Kind::Stop | Kind::And);
    let given = outline.kind(before) == Kind::Subordinator && outline.is_bare(item) && ends;
    let reaches = reaches || given;
    if !reaches {
        return None;
    }
    let is_toll = |at: usize| {
        let of_men = |word| !is_loss_of_anything(word) || counts_people(outline, at, item);
        told(outline, at, |word| of_men(word) && word.form.is(OutcomeForm::TOLL))
    };
    let brought = || brought(outline, before).filter(|_| outline.is_bare(item));
    let found = reached(outline, before)
        .or_else(|| exceeded(outline, before, item))
        .or_else(|| stands_at(outline, before, item));
    if let Some(found) = found.or_else(brought) {
        return Some(found);
    }
    let start = (0..before).rev().find(|at| outline.kind(*at) == Kind::Stop).map_or(0, |at| at + 1);
    let start = relative_before(outline, start, before).unwrap_or(start);
    // "The toll rose to 236, with 1,150 people ill": behind the comma others are counted.
    let comma = |at: usize| outline.kind(at) == Kind::Comma;
    let apart = comma(before) || before > 0 && comma(before - 1);
    let named = matches!(outline.kind(item), Kind::Count(p)
        if matches!(outline.phrases[p].head, Head::People(_) | Head::Unknown));
    let taken = (start..before).any(|at| matches!(outline.kind(at), Kind::Count(_)));
    // "The toll stood at 31 as the minister ordered the suspension of two inspectors"
    let of_other = outline.kind(before) == Kind::Of && before > 0 && is_toll(before - 1).is_none();
    if (apart || of_other) && named && taken {
        return None;
    }
    let behind = (start..=before).rev().find_map(is_toll).or_else(|| risen(outline, before));
    // "bringing to eight the number of students kidnapped"
    behind.or_else(|| {
        let next = skip_adverbs(outline, item + 1);
        let next = next + usize::from(outline.kind(next) == Kind::Determiner);
        is_toll(next).or_else(|| number_of(outline, next))
    })
}

/// "toll", "casualties"
fn names_toll(outline: &Outline, at: usize) -> bool {
    matches!(outline.kind(at), Kind::Anchor(word) if word.form.is(OutcomeForm::TOLL))
}

/// "losses": of men, of money, of matches.
fn is_loss_of_anything(word: OutcomeWord) -> bool {
    word.outcome == Outcome::Casualties && word.form.is(OutcomeForm::WEAK)
}

/// "its losses at 12 men": whether people are counted, in the same clause as the noun.
fn counts_people(outline: &Outline, noun: usize, item: usize) -> bool {
    let people =
        |phrase: usize| matches!(outline.phrases[phrase].head, Head::People(_) | Head::Outcome(_));
    let clause = (noun + 1..item).all(|at| outline.kind(at) != Kind::Comma);
    clause && matches!(outline.kind(item), Kind::Count(phrase) if people(phrase))
}

/// "raises to 12 the number killed": what happened to those whose number follows.
fn number_of(outline: &Outline, tally: usize) -> Option<Attached> {
    let counts = outline.tallies.contains(&tally);
    told(outline, tally + 1, |word| counts && word.form.is(OutcomeForm::PARTICIPLE))
}

/// "Quake dead now 1,480,": what happened, an adverb, and a number that ends the clause.
fn stands_at(outline: &Outline, noun: usize, item: usize) -> Option<Attached> {
    let ends = matches!(outline.kind(item + 1), Kind::Comma | Kind::Stop | Kind::Colon);
    let apart = noun + 1 < item;
    told(outline, noun, |word| ends && apart && word.form.is(OutcomeForm::COUNTED))
}

/// "Cholera deaths reach 1,870", "deaths on the roads numbered 135": a count that a verb brings to a
/// number.
fn reached(outline: &Outline, before: usize) -> Option<Attached> {
    let verb = brings_to(outline, before);
    let noun = counted_before(outline, before).filter(|_| verb)?;
    // "the confirmed dead reached 173"
    let the = noun > 0 && outline.kind(noun - 1) == Kind::Determiner;
    let counted =
        |form: OutcomeForm| form.is(OutcomeForm::COUNTED) || the && form.is(OutcomeForm::STATE);
    told(outline, noun, |word| counted(word.form))
}

/// "Cholera deaths exceed 200", "deaths from the quake exceed 200": a count behind which a number stands that begins with
/// the verb.
fn exceeded(outline: &Outline, before: usize, item: usize) -> Option<Attached> {
    let verb = Some(before).filter(|_| outline.rises.contains(&item))?;
    let place = |at: &usize| {
        let kind = outline.kind(*at);
        matches!(kind, Kind::Preposition | Kind::Determiner | Kind::Other)
    };
    let noun = (0..=verb).rev().find(|at| !place(at))?;
    told(outline, noun, |word| word.form.is(OutcomeForm::COUNTED))
}

/// "hits 12", "total 12": whether an item is a verb behind which a count stands at once.
fn brings_to(outline: &Outline, at: usize) -> bool {
    outline.rises.contains(&at) || outline.totals.contains(&at)
}

/// "Brought the army's dead in the valley to 23", "raised deaths from flooding to 40": the people whom a verb
/// brings to a number.
fn brought(outline: &Outline, to: usize) -> Option<Attached> {
    if outline.kind(to) != Kind::Preposition {
        return None;
    }
    let near = to.saturating_sub(BROUGHT)..to;
    let clause = |at: &usize| {
        let kind = outline.kind(*at);
        !matches!(kind, Kind::Count(_) | Kind::Stop | Kind::Comma | Kind::Be | Kind::Have)
    };
    let verb = near.rev().take_while(clause).find(|at| outline.rises.contains(at))?;
    let name = |at: &usize| {
        matches!(outline.kind(*at), Kind::Determiner | Kind::Other | Kind::People | Kind::Adverb)
    };
    let noun = (verb + 1..to).find(|at| !name(at))?;
    let Kind::Anchor(word) = outline.kind(noun) else { return None };
    let counted = OutcomeForm::COUNTED.or(OutcomeForm::STATE).or(OutcomeForm::TOLL);
    let found = Attached { outcome: word.outcome, anchor: noun, before: false };
    // not "went underground at 15"
    (word.form.is(counted) && word.outcome != Outcome::Affected).then_some(found)
}

/// Where the relative clause that an item stands in begins, with the noun that it is about: a toll
/// further back is not counted in it, "the toll rose after a blast in a village that is 12 miles off".
fn relative_before(outline: &Outline, start: usize, item: usize) -> Option<usize> {
    let clause = (start..=item).rev().take_while(|at| outline.kind(*at) != Kind::Comma);
    let mut clause = clause.skip_while(|at| outline.kind(*at) != Kind::Relative);
    let relative = clause.next()?;
    // "The toll from the quake that struck the coast stood at 262": the second verb is the toll's.
    let resumes = |at: usize| is_verb(outline, at) && !is_verb(outline, at - 1);
    if (relative + 2..=item).any(resumes) {
        return None;
    }
    let noun = relative.checked_sub(1)?;
    Some(if outline.kind(noun) == Kind::Comma { noun.saturating_sub(1) } else { noun })
}

fn is_verb(outline: &Outline, at: usize) -> bool {
    let kind = outline.kind(at);
    matches!(kind, Kind::Be | Kind::Have | Kind::Link | Kind::Verb | Kind::Anchor(_))
}

/// "deaths rise to 12": a noun that counts, a verb and "to".
fn risen(outline: &Outline, preposition: usize) -> Option<Attached> {
    // "Deaths rose by 40 per cent, from 50 to 90"
    let between = |at: &usize| {
        let kind = outline.kind(*at);
        let plain = matches!(kind, Kind::Other | Kind::Comma | Kind::By | Kind::Adverb);
        plain || matches!(kind, Kind::Count(_) | Kind::Preposition | Kind::Determiner)
    };
    let near = preposition.saturating_sub(RISEN)..preposition;
    let verb = near.rev().find(|at| outline.rises.contains(at) || !between(at))?;
    // "deaths stand at 12", "casualties ran to 12"
    let stands = || {
        let ends = matches!(outline.kind(preposition + 2), Kind::Comma | Kind::Stop | Kind::And);
        let at = Some(verb).filter(|at| *at + 1 == preposition && outline.kind(*at) == Kind::Verb);
        at.filter(|_| ends && outline.is_bare(preposition + 1))
    };
    let verb = Some(verb).filter(|at| outline.rises.contains(at)).or_else(stands)?;
    let noun = counted_before(outline, verb)?;
    let Kind::Anchor(word) = outline.kind(noun) else { return None };
    let reaches = outline.kind(preposition) == Kind::Preposition;
    let found = Attached { outcome: word.outcome, anchor: noun, before: false };
    (reaches && word.form.is(OutcomeForm::COUNTED)).then_some(found)
}

/// The noun for what happened that is the subject of a verb, with no more than a place between: "knife
/// killings in the county climb".
fn counted_before(outline: &Outline, verb: usize) -> Option<usize> {
    let place = |at: &usize| {
        let kind = outline.kind(*at);
        let name = matches!(kind, Kind::Determiner | Kind::Other | Kind::People);
        name || matches!(kind, Kind::Preposition | Kind::Of)
    };
    let near = (verb.saturating_sub(RISEN)..verb).rev();
    let mut near = near.skip_while(|at| matches!(outline.kind(*at), Kind::Have | Kind::Adverb));
    near.find(|at| !place(at)).filter(|at| match outline.kind(*at) {
        Kind::Anchor(word) => word.form.is(OutcomeForm::COUNTED.or(OutcomeForm::STATE)),
        _ => false,
    })
}

//! All the others of some people, to whom something else happened.
//!
//! "Four of the 12 students who were kidnapped were found dead. The other eight are still missing" tells
//! of all twelve. The rest knows the parts that were told before it; whoever is counted beside them
//! leaves it open whose rest is meant.

use rust_decimal::Decimal;

use super::kin::{
    counts_all, counts_exactly, equal, formers_beside, is_heading, kin, sum_of_several,
};
use super::near::near;
use super::version::may_be_values;
use super::wholes::{completes, is_exclusive, whole_of};
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// How many sentences away the other parts may stand.
const REACH: usize = 2;

/// How many sentences below a count its parts stand far from it.
const FAR: usize = 4;

/// How many people a sum may fall short of a count.
const FEW: Decimal = Decimal::TWO;

/// Relates each rest, with the parts before it, to the count of all.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for (id, figure) in figures.iter().enumerate() {
        // "The 21 additional deaths" are no rest.
        let rest = completes(figure) && counts_all(figure) && !figure.telling;
        let told = |r: &Relation| r.kind == RelationKind::Sum && r.evidence.contains(&id);
        if !rest || relations.iter().any(told) {
            continue;
        }
        let known = |whole: FigureId| relations.iter().any(|r| r.is_sum_of(whole));
        let sum = of_parts(figures, id).or_else(|| told_between(figures, id));
        let sum = sum.or_else(|| of_the_hurt(figures, id));
        relations.extend(sum.filter(|sum| !known(sum.claim[0])));
    }
}

/// The parts that are said to be of one count, and the rest of it: "four of the 12 … the other eight".
fn of_parts(figures: &[Figure], rest: FigureId) -> Option<Relation> {
    let before = near(figures, figures[rest].place.sentence, REACH).start..rest;
    let last =
        before.clone().rev().find(|id| figures[*id].is_stated() && !is_whole(figures, *id))?;
    // "The other 183 died in clinics … Ten of the latest were in the capital … The other four": of the latest.
    let whole = |id: &FigureId| is_whole(figures, *id) && !completes(&figures[*id]);
    let whole = whole_of(figures, last).filter(whole)?;
    let of_whole =
        |id: &FigureId| figures[*id].is_stated() && whole_of(figures, *id) == Some(whole);
    let from = near(figures, figures[whole].place.sentence, 0).start;
    let parts: Vec<FigureId> = (from..rest).filter(of_whole).collect();
    let beside = |id: &FigureId| {
        let f = &figures[*id];
        let other = f.is_stated() && !is_heading(f);
        other && *id != whole && !parts.contains(id)
    };
    // A paragraph of its own may be about the rest of other people, if the text has counted any.
    let next = figures[last].place.sentence + 1 == figures[rest].place.sentence;
    let only =
        || (0..rest).all(|id| is_heading(&figures[id]) || id == whole || parts.contains(&id));
    let one = figures[last].place.block == figures[rest].place.block || next && only();
    (one && !before.clone().any(|id| beside(&id))).then(|| sum(figures, whole, parts, rest))?
}

/// The parts between a count of all and the rest: "Twelve were trapped. Four were found dead. The other
/// eight are missing".
fn told_between(figures: &[Figure], rest: FigureId) -> Option<Relation> {
    let before = near(figures, figures[rest].place.sentence, REACH).start..rest;
    let all = |id: &FigureId| {
        let f = &figures[*id];
        let open = matches!(f.outcome, Outcome::Affected | Outcome::Missing | Outcome::Captured);
        // "Eight were kept in hospital. The other 25 were sent home": of all who were hurt.
        let hurt = f.outcome == Outcome::Injured && figures[rest].cues.care && !f.cues.care;
        (open || hurt) && !f.cues.alive && is_whole(figures, *id)
    };
    let whole = before.clone().rev().skip(1).find(all)?;
    let inner = |id: &FigureId| figures[*id].cues.part_of.is_some_and(|of| of > whole);
    let parts: Vec<FigureId> = (whole + 1..rest).filter(|id| !inner(id)).collect();
    let fewer = |id: &FigureId| figures[*id].quantity.nominal < figures[whole].quantity.nominal;
    let told = !parts.is_empty() && parts.iter().all(|id| fewer(id) && is_whole(figures, *id));
    told.then(|| sum(figures, whole, parts, rest))?
}

/// "Four people were wounded. One person was shot in the leg, but the injuries of the other three were not known": the count
/// of the hurt of which a sentence tells some and all the others, where the text counts no more of them.
fn of_the_hurt(figures: &[Figure], rest: FigureId) -> Option<Relation> {
    let others = &figures[rest];
    let own = |f: &Figure| f.outcome == Outcome::Injured && f.scope.event == others.scope.event;
    let some = rest.checked_sub(1)?;
    let beside = figures[some].place.sentence == others.place.sentence;
    let whole = (0..some).find(|id| own(&figures[*id]) && !is_heading(&figures[*id]))?;
    let all = [whole, some, rest];
    let plain = |id: &FigureId| own(&figures[*id]) && counts_exactly(&figures[*id]);
    let told = |f: &Figure| own(f) && all.iter().any(|id| equal(&figures[*id], f));
    let only = figures.iter().filter(|f| own(f)).all(told);
    let apart = figures[whole].place.sentence < others.place.sentence;
    let nested = all[1..].iter().all(|id| kin(&figures[whole], &figures[*id]).nests());
    let fits = beside && apart && only && nested && all.iter().all(plain);
    let sum = search::total(figures, &all[1..]);
    let near = sum.zip(figures[whole].quantity.nominal).is_some_and(|(a, b)| may_be_values(a, b));
    let why = "the text tells of some of them, and of all the others".to_owned();
    let relation = || Relation::new(RelationKind::Sum, vec![whole], all[1..].to_vec(), why);
    (fits && near).then(relation)
}

/// The sum of parts and rest, where they are different people, counted to a head, who were all there.
fn sum(
    figures: &[Figure],
    whole: FigureId,
    mut parts: Vec<FigureId>,
    rest: FigureId,
) -> Option<Relation> {
    parts.push(rest);
    // "Seven went missing on Friday. Two were found dead on Sunday"
    let events = [whole, rest].map(|id| figures[id].scope.event);
    let of_event = |id: &FigureId| events.contains(&figures[*id].scope.event);
    let exact = |id: &FigureId| figures[*id].quantity.bound == Bound::Exact;
    let other = parts.iter().any(|id| figures[*id].outcome != figures[whole].outcome);
    let other = other || figures[rest].cues.care;
    // "18 died … The remaining six were freed" are none of the dead.
    let lives = figures[rest].cues.alive || figures[rest].outcome == Outcome::Affected;
    if lives && figures[whole].outcome == Outcome::Killed {
        return None;
    }
    // "17 were rescued. One died in hospital. The other 20 victims were found dead" are none of the rescued.
    let victims = figures[rest].cues.bodies && figures[rest].outcome == Outcome::Killed;
    if victims && figures[whole].cues.alive {
        return None;
    }
    let people = parts.iter().all(|id| kin(&figures[whole], &figures[*id]).nests());
    let fits = parts.iter().all(|id| of_event(id) && exact(id)) && exact(&whole);
    // "Nine were killed … Four died in the capital, three of them shot. The other three were shot in the port"
    let more = |f: &Figure| {
        let all = counts_all(f) && f.outcome == figures[whole].outcome;
        all && f.quantity.nominal > figures[whole].quantity.nominal
    };
    // "Of 32 passengers four died. Eleven were hurt, five of them gravely. The other 17 walked away": of the 32.
    let there = |f: &Figure| {
        let all = counts_all(f) && f.outcome == Outcome::Affected && !f.cues.alive;
        all && f.cues.population && lives
    };
    let of_more =
        |f: &Figure| more(f) || there(f) && f.quantity.nominal > figures[whole].quantity.nominal;
    let wider = exceeds(figures, whole, &parts) && figures.iter().any(of_more);
    let fits = fits && is_nearly(figures, whole, &parts) && !wider;
    let why = "the text tells of some of them, and of all the others";
    let relation = || Relation::new(RelationKind::Sum, vec![whole], parts.clone(), why.to_owned());
    (other && people && fits && is_exclusive(figures, &parts)).then(relation)
}

/// Whether parts make up a count but for a few people, or more than it: a part that the text tells without a number that was
/// read would be missed by more.
pub(super) fn is_nearly(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let sum = search::total(figures, parts);
    let counts = figures[whole].quantity.nominal.zip(sum);
    counts.is_some_and(|(all, sum)| {
        let missed = all - sum;
        missed <= FEW || missed.saturating_mul(Decimal::TEN) <= all
    })
}

/// "Four of the wounded are children. … 19 people remain in hospital. The other 12": whether a rest is that of a count near it
/// which is none of the parts, or of others by far fewer.
pub(super) fn is_of_another(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let another = |rest: &FigureId| {
        let mut before = near(figures, figures[*rest].place.sentence, 1).start..*rest;
        let fills = |id: FigureId| {
            let other = id != whole && !parts.contains(&id);
            other && search::makes_up(figures, whole, &[id, *rest])
        };
        completes(&figures[*rest]) && before.any(fills)
    };
    let others = is_far_short(figures, whole, parts) || parts.iter().any(another);
    let others = others || are_gone(figures, whole, parts);
    !search::makes_up(figures, whole, parts) && others
}

/// "23 are missing, down from 35. Four of those on the list are safe, and the other eight were found dead": whether parts are
/// those by whom a count has fallen.
fn are_gone(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let all = || parts.iter().chain([&whole]).map(|id| &figures[*id]);
    formers_beside(figures, &figures[whole])
        .any(|former| sum_of_several(all()) == former.quantity.nominal)
}

/// "The 38-man garrison … Two of the freed men were ill. The other seven": whether parts with a rest stand far below a count
/// and are not half of it.
fn is_far_short(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let twice = search::total(figures, parts).map(|sum| sum.saturating_mul(Decimal::TWO));
    let far = |part: &FigureId| {
        let apart = figures[*part].place.sentence.abs_diff(figures[whole].place.sentence);
        apart > FAR
    };
    let rest = parts.iter().any(|part| completes(&figures[*part]));
    rest && twice < figures[whole].quantity.nominal && parts.iter().all(far)
}

/// Whether parts are more than a count.
fn exceeds(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let sum = search::total(figures, parts);
    sum > figures[whole].quantity.nominal
}

/// Whether a figure counts all of some people, and not others than those before.
fn is_whole(figures: &[Figure], id: FigureId) -> bool {
    counts_all(&figures[id]) && !figures[id].cues.besides
}

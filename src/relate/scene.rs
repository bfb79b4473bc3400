//! The dead told by when they died, and all the dead.
//!
//! "Ten were killed instantly and another three died in hospital" tells of everybody who died, so the two counts
//! make up the toll that the article gives elsewhere. Where it tells of further dead, nothing is held against it.

use rust_decimal::Decimal;

use super::kin::{
    Kin, counts_all, is_former, is_heading, is_whole, kin, same_source, stands_alone,
};
use super::near::near;
use super::version::may_be_miscounted;
use super::wholes::whole_of;
use super::{Relation, RelationKind, search};
use crate::figure::{Change, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// Why those who died at once and those who died later are related to the toll.
const WHY: &str = "the text tells who died at once, and who died later";

/// Relates those who died at once and those who died later to the toll.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    relations.extend((0..figures.len()).filter_map(|id| of_whole(figures, id)));
    for id in 0..figures.len() {
        let Some(parts) = parts(figures, id) else { continue };
        let Some(toll) = toll(figures, &parts) else { continue };
        // "Both were pronounced dead at the scene … four had died there before": two are all.
        let all = figures[toll].quantity.nominal;
        if parts.iter().any(|part| figures[*part].quantity.nominal == all) {
            continue;
        }
        let known = |r: &Relation| r.is_sum_of(toll);
        if !relations.iter().any(known) {
            let why = WHY.to_owned();
            relations.push(Relation::new(RelationKind::Sum, vec![toll], parts, why));
        }
    }
}

/// "Killing 14 people, ten of them at the scene. Four others died later in hospital": all of whom some died at once, and
/// the others right behind.
fn of_whole(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let (first, later) = (&figures[id], figures.get(id + 1)?);
    // "Six of the victims died at the scene and two died later": told as some of all.
    let some = first.cues.at_once && !is_whole(first) && first.outcome == Outcome::Killed;
    let whole = whole_of(figures, id).filter(|_| some && is_counted(first))?;
    let others = later.cues.besides || later.place.sentence == first.place.sentence;
    let own = others && later.cues.later && is_dead(later) && is_counted(later);
    let next = later.place.sentence <= first.place.sentence + 1;
    let all = is_dead(&figures[whole]) && is_counted(&figures[whole]);
    let sum = search::total(figures, &[id, id + 1]);
    let counts = sum.zip(figures[whole].quantity.nominal);
    let near = counts.is_some_and(|(sum, all)| may_be_miscounted(sum, all));
    let why = WHY.to_owned();
    let sum = || Relation::new(RelationKind::Sum, vec![whole], vec![id, id + 1], why);
    (own && next && all && near).then(sum)
}

/// Those who died at once, and those whom the same sentence counts behind them.
fn parts(figures: &[Figure], id: FigureId) -> Option<Vec<FigureId>> {
    let first = &figures[id];
    let sentence = near(figures, first.place.sentence, 0);
    // "Eleven were killed in the blast and seven died of their wounds"
    let later = || sentence.clone().any(|at| at > id && figures[at].cues.later);
    if !is_dead(first) || !is_counted(first) || !(first.cues.at_once || later()) {
        return None;
    }
    let dead: Vec<FigureId> = sentence.filter(|at| is_dead(&figures[*at])).collect();
    let added = || Some(vec![id, added_to_toll(figures)?]);
    if dead == [id] && first.cues.at_once {
        return added().filter(|parts| parts[1] != id);
    }
    let others = |at: &FigureId| {
        let f = &figures[*at];
        let known = f.cues.definite && !f.cues.besides;
        // "Nine died where the aircraft fell near Orr, and two in hospital"
        let placed = f.scope.place.is_some() && !f.cues.later;
        is_counted(f) && !known && !placed
    };
    // "Three of the wounded died on the way and were counted, along with 14 killed on the spot and five who died in
    // hospital": in all, with those who were hurt at first.
    let hurt = |at: &usize| {
        let f = &figures[*at];
        let of_hurt = f.cues.part_of.is_some_and(|of| figures[of].outcome == Outcome::Injured);
        f.outcome == Outcome::Killed && (of_hurt || f.cues.among == Some(Outcome::Injured))
    };
    if near(figures, first.place.sentence, 0).any(|at| hurt(&at)) {
        return None;
    }
    (dead.len() > 1 && dead[0] == id && dead.iter().all(others)).then_some(dead)
}

/// "Two of the injured have died, taking the toll to 18. … Sixteen had died at the scene": the only dead by whom a
/// sentence reaches a new toll.
fn added_to_toll(figures: &[Figure]) -> Option<FigureId> {
    let new = |f: &&Figure| f.cues.change == Some(Change::To) && is_dead(f) && is_counted(f);
    let mut tolls = figures.iter().filter(new);
    let toll = tolls.next().filter(|_| tolls.next().is_none())?;
    let dead = |id: &FigureId| {
        let f = &figures[*id];
        // "Two of the injured have died"
        let hurt = f.outcome == Outcome::Killed && f.cues.among == Some(Outcome::Injured);
        let died = is_dead(f) || hurt && !is_heading(f);
        died && is_counted(f) && f.span != toll.span && f.place.word < toll.place.word
    };
    let mut added = near(figures, toll.place.sentence, 0).filter(dead);
    added.next().filter(|_| added.next().is_none())
}

/// The first toll of the event, if the article counts no other dead of it.
fn toll(figures: &[Figure], parts: &[FigureId]) -> Option<FigureId> {
    let first = &figures[parts[0]];
    let of_event = |f: &Figure| f.scope.event == first.scope.event && f.outcome == Outcome::Killed;
    let holds = |f: &Figure| {
        // "11 of the 13 on board were killed"
        let aboard = f.cues.among == Some(Outcome::Affected) && stands_alone(f) && !is_heading(f);
        let all = counts_all(f) || aboard && f.cues.part_of.is_some();
        let all = all && is_counted(f) && !is_former(f) && !f.cues.besides;
        // "An eyewitness insisted that he counted nine corpses"
        let all = all && same_source(f, first);
        all && parts.iter().all(|part| kin(f, &figures[*part]) != Kin::Apart)
    };
    let apart = |id: &FigureId| !parts.contains(id);
    let body = |id: &FigureId| of_event(&figures[*id]) && !is_heading(&figures[*id]);
    let toll = (0..figures.len()).filter(apart).filter(body).find(|id| holds(&figures[*id]))?;
    let sum = search::total(figures, parts);
    let same = |f: &Figure| {
        let counts = [figures[toll].quantity.nominal, sum];
        counts.contains(&f.quantity.nominal) || f.cues.part_of.is_some() || f.cues.among.is_some()
    };
    let others = |id: &FigureId| body(id) && !same(&figures[*id]);
    // "Two more died on Tuesday."
    let more = |id: &FigureId| figures[*id].cues.besides && is_dead(&figures[*id]);
    let further = |id: &FigureId| apart(id) && (others(id) || more(id));
    let told = (0..figures.len()).any(|id| further(&id)) || is_before(figures, toll, sum);
    (!told).then_some(toll)
}

/// "Two died on Monday, raising the toll to 19 … Fifteen died at once and two on the next day": whether a sum is the toll
/// before it rose.
fn is_before(figures: &[Figure], toll: FigureId, sum: Option<Decimal>) -> bool {
    let to = figures[toll].quantity.nominal;
    let by = |f: &Figure| {
        let risen = f.quantity.nominal.zip(sum).and_then(|(by, sum)| sum.checked_add(by));
        f.outcome == Outcome::Killed && risen == to
    };
    let beside = &figures[near(figures, figures[toll].place.sentence, 0)];
    figures[toll].cues.change == Some(Change::To) && to.is_some() && beside.iter().any(by)
}

/// Whether a figure counts people who died, or one of them.
fn is_dead(figure: &Figure) -> bool {
    figure.outcome == Outcome::Killed && !is_heading(figure) && is_whole(figure)
}

/// Whether it gives their exact number.
fn is_counted(figure: &Figure) -> bool {
    figure.quantity.bound == Bound::Exact && stands_alone(figure)
}

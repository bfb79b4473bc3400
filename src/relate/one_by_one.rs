//! The counts of several events, places or sides that a text tells one by one, against the count of all.
//!
//! "Eleven people died in three separate incidents. Four policemen … five peasants … finally, two guerrillas": the three
//! counts behind it are those of the three incidents, and add up to it. "Killed 21 civilians. Fifteen died in the north, while
//! nine others were killed in a village": nobody dies in two places. One by one knows the numbers, not whether a later count is
//! of one of them again.

use rust_decimal::Decimal;

use super::kin::{Kin, equal, is_former, is_heading, is_whole, kin, same_source, stands_alone};
use super::near::near;
use super::version::{may_be_miscounted, may_be_values};
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};
use crate::quantity::Bound;

/// How many sentences behind the count of all the last of the others stands.
const REACH: usize = 8;

/// The same where each stands in a paragraph of its own.
const FAR: usize = 20;

/// How many sentences behind the first count a sentence stands that tells of several places.
const BEHIND: usize = 2;

/// Relates the counts that are told one by one to that of all of them.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for id in 0..figures.len() {
        let events = all_told(figures, id).filter(|_| !is_made_up(relations, id));
        relations.extend(events);
        let first = first_before(figures, id).filter(|first| !is_made_up(relations, *first));
        relations.extend(first.and_then(|first| in_one_breath(figures, first, id)));
    }
}

/// The count of several events or places, and those of each of them.
fn all_told(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let all = &figures[id];
    let several = all.cues.number_of_events.filter(|_| is_plain(all) && !is_heading(all))?;
    // "An attack on two villages killed 15 civilians and 27 fighters"
    let mut before = near(figures, all.place.sentence, 0).take_while(|at| *at < id);
    if before.any(|at| figures[at].outcome == all.outcome) {
        return None;
    }
    let parts = counts(figures, id, several)?;
    let why = "the text tells of each event or place that it counts".to_owned();
    Some(Relation::new(RelationKind::Sum, vec![id], parts, why))
}

fn is_made_up(relations: &[Relation], id: FigureId) -> bool {
    relations.iter().any(|r| r.is_sum_of(id))
}

/// "Killed 21 civilians. Fifteen died in raids on the north, while nine others were killed in a village", "40 died. The
/// army said 30 rebels and 22 soldiers were killed": counts in a sentence right behind the first count, none of them of
/// another's people, which are more than all.
fn in_one_breath(figures: &[Figure], id: FigureId, others: FigureId) -> Option<Relation> {
    let (all, last) = (&figures[id], &figures[others]);
    let own = |at: &FigureId| figures[*at].outcome == all.outcome;
    let parts: Vec<FigureId> = near(figures, last.place.sentence, 0).filter(own).collect();
    let part = |at: &FigureId| {
        let f = &figures[*at];
        let alone = stands_alone(f) && is_whole(f) && f.cues.change.is_none();
        let own = f.scope.event == all.scope.event && f.scope.time.is_none();
        alone && own && is_number(f) && !f.cues.definite && kin(all, f).nests()
    };
    let placed = parts.iter().any(|at| figures[*at].scope.place.is_some());
    let told = (placed || is_of_others(figures, others))
        && parts.len() > 1
        && parts.last() == Some(&others);
    let first = parts.first().is_some_and(|at| {
        let f = &figures[*at];
        !f.cues.besides && f.quantity.nominal <= all.quantity.nominal && same_source(f, all)
    });
    let sum = search::total(figures, &parts)?;
    let close = all.quantity.nominal.is_some_and(|all| sum > all && may_be_values(sum, all));
    let why = "the sentence behind it tells of several who are none of each other";
    let kind = match all.quantity.bound {
        Bound::Exact => RelationKind::Subset,
        _ => RelationKind::Sum,
    };
    let found = told && first && close && parts.iter().all(part);
    found.then(|| Relation::new(kind, vec![id], parts, why.to_owned()))
}

/// "30 guerrillas and 12 soldiers": whether the last of two counts in a sentence is of other people than the first.
fn is_of_others(figures: &[Figure], id: FigureId) -> bool {
    let last = &figures[id];
    let before = id.checked_sub(1).map(|before| &figures[before]);
    let apart = |f: &Figure| f.outcome == last.outcome && kin(f, last) == Kin::Apart;
    before.is_some_and(|f| f.place.sentence == last.place.sentence && f.is_stated() && apart(f))
}

/// The last figure that gives the first count of an outcome, right before a sentence with a count of others.
fn first_before(figures: &[Figure], others: FigureId) -> Option<FigureId> {
    let last = &figures[others];
    if !(last.cues.besides || is_of_others(figures, others)) {
        return None;
    }
    let body = |f: &Figure| f.outcome == last.outcome && !is_heading(f);
    let first = figures.iter().find(|f| body(f))?;
    let all = figures[..others].iter().rposition(|f| body(f) && equal(f, first))?;
    let apart = last.place.sentence - figures[all].place.sentence;
    let near = (1..=BEHIND).contains(&apart) && first.scope.event == 0;
    (near && is_number(first) && is_plain(&figures[all])).then_some(all)
}

/// "21", "at least 21": whether a figure gives a number that another may exceed.
fn is_number(figure: &Figure) -> bool {
    matches!(figure.quantity.bound, Bound::Exact | Bound::AtLeast)
}

/// The counts behind that of all, if there are as many as there are events, and they come near to it.
fn counts(figures: &[Figure], id: FigureId, several: Decimal) -> Option<Vec<FigureId>> {
    let all = &figures[id];
    let last = all.place.sentence + FAR;
    let own = |at: &FigureId| figures[*at].outcome == all.outcome;
    let behind = (id + 1..figures.len()).take_while(|at| figures[*at].place.sentence <= last);
    // "Including one woman"
    let inner = |at: &FigureId| figures[*at].cues.part_of.is_some_and(|of| of != id);
    let told = behind.filter(|at| own(at) && !inner(at));
    let mut parts: Vec<FigureId> = told.take_while(|at| is_one(all, &figures[*at])).collect();
    // "21 of them died in Helmand … Two soldiers were killed too"
    if parts.iter().any(|at| figures[*at].cues.part_of == Some(id)) {
        parts.retain(|at| figures[*at].cues.part_of == Some(id));
    }
    let far = |at: &FigureId| figures[*at].place.sentence > all.place.sentence + REACH;
    // "Horod district: four died and nine were hurt.", a paragraph each
    let blocks = parts.iter().map(|at| figures[*at].place.block);
    let apart = blocks.zip(all.place.block + 1..).all(|(own, next)| own == next);
    parts.retain(|at| apart || !far(at));
    let sum = search::total(figures, &parts)?;
    let close = all.quantity.nominal.is_some_and(|all| may_be_miscounted(sum, all));
    (Decimal::from(parts.len()) == several && close).then_some(parts)
}

/// Whether a figure may count the people of one of several events.
fn is_one(all: &Figure, figure: &Figure) -> bool {
    let exact = figure.quantity.bound == Bound::Exact && figure.cues.change.is_none();
    let fewer = figure.quantity.nominal < all.quantity.nominal;
    let own = figure.scope.time.is_none() || figure.scope.time == all.scope.time;
    exact
        && fewer
        && own
        && figure.cues.among.is_none()
        && !figure.cues.definite
        && kin(all, figure) != Kin::Apart
}

/// Whether a figure counts all the people of several events.
fn is_plain(figure: &Figure) -> bool {
    let whole = stands_alone(figure) && is_whole(figure);
    whole && !is_former(figure) && figure.quantity.nominal.is_some()
}

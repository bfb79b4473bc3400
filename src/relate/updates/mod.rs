//! Counts that the text says have changed.
//!
//! "The toll rose from 12 to 15 after three more bodies were found" is `15 = 12 + 3`. The count before
//! may stand elsewhere: "bringing the toll to 85", and four paragraphs on the 78 of the day before.
//! Of what may be the difference, that which gives the new count is taken; where nothing does, only
//! the one difference that the text names is held against it.

mod difference;

use rustc_hash::FxHashSet;

use super::kin::{Kin, is_former, is_heading, is_whole, kin};
use super::near::near;
use super::{Relation, RelationKind};
use crate::figure::{Change, Figure, FigureId};

/// How many steps of a growing count are looked at for the one before the last.
const STEPS: usize = 8;

/// How many sentences lie between a count and its change.
const REACH: usize = 2;

/// Relates the count after a change to the count before and the difference.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for (before, figure) in figures.iter().enumerate() {
        let old = is_former(figure);
        if old && figure.per.is_none() {
            let after = after(figures, before);
            relations.extend(after.map(|after| said(figures, after, before)));
        }
    }
    let updates = relations.iter().filter(|r| r.kind == RelationKind::Update);
    let known: FxHashSet<FigureId> = updates.filter_map(|r| r.claim.first().copied()).collect();
    for (after, figure) in figures.iter().enumerate() {
        let new = figure.cues.change == Some(Change::To) && figure.is_stated();
        if new && !known.contains(&after) {
            // "Rose to 58 … 31 in the port, 19 on the islands and eight at sea": none of these was the count before.
            let sum = |r: &&Relation| r.is_sum_of(after);
            let parts = relations.iter().find(sum).map_or(&[][..], |r| &r.evidence);
            let update = unsaid(figures, after, parts);
            relations.extend(update);
        }
    }
}

/// A count and the one that it replaced.
#[derive(Clone, Copy)]
struct Update<'a> {
    figures: &'a [Figure],
    after: FigureId,
    before: FigureId,
}

impl Update<'_> {
    fn relation(&self, by: Option<FigureId>) -> Relation {
        let evidence: Vec<FigureId> = [self.before].into_iter().chain(by).collect();
        let why = "the text says that the count has changed".to_owned();
        Relation::new(RelationKind::Update, vec![self.after], evidence, why)
    }
}

/// The update from a count that is said to be older. Where it stands apart, there may have been more
/// steps than the text tells, and another older count may be the one that the difference speaks of.
fn said(figures: &[Figure], after: FigureId, before: FigureId) -> Relation {
    let update = Update { figures, after, before };
    let apart = figures[after].place.sentence.abs_diff(figures[before].place.sentence) > 1;
    let by = update.difference();
    let fits = by.is_some_and(|by| update.gives(by));
    if fits || by.is_none() {
        return update.relation(by);
    }
    // "Seven other pupils were found dead … 13:00 - The toll is 788, from 632": too few to be meant.
    let beside = |by: FigureId| {
        let at = figures[by].place.sentence;
        at == figures[after].place.sentence || at == figures[before].place.sentence
    };
    let by = by.filter(|by| beside(*by) || update.is_slip(*by));
    if by.is_none() {
        return update.relation(None);
    }
    // "The police had put it at 29 on Tuesday and at 31 on Wednesday": the difference is of the last.
    let step = |id: &FigureId| {
        let f = &figures[*id];
        let older = is_former(f) && f.outcome == figures[before].outcome;
        let other = Update { figures, after, before: *id };
        older && by.is_some_and(|by| other.may_be_difference(by) && other.gives(by))
    };
    let headed = by.is_some_and(|by| update.is_headed(by));
    if !headed && ((0..figures.len()).any(|id| step(&id)) || update.is_stepped()) {
        return update.relation(None);
    }
    if !apart || headed {
        return update.relation(by);
    }
    let other = unsaid(figures, after, &[]).filter(|r| r.evidence.len() > 1);
    other.unwrap_or_else(|| update.relation(by.filter(|by| update.is_slip(*by))))
}

/// The update to a count that is said to be new, where the text does not say from which: not from one of its parts.
fn unsaid(figures: &[Figure], after: FigureId, parts: &[FigureId]) -> Option<Relation> {
    let new = &figures[after];
    let equal = |f: &Figure| f.outcome == new.outcome && f.quantity.nominal == new.quantity.nominal;
    if is_heading(new) && figures.iter().any(|f| !is_heading(f) && equal(f)) {
        return None;
    }
    // Of the steps in which it grew, the last ones: a running report may tell of thousands.
    let step = |id: &FigureId| figures[*id].cues.change == Some(Change::To);
    let first = (0..figures.len().min(after)).rev().filter(step).nth(STEPS).unwrap_or(0);
    let may_be = |id: &FigureId| !step(id) || *id >= first;
    let before = |id: &FigureId| !parts.contains(id) && may_be(id) && is_before(&figures[*id], new);
    let olds: Vec<FigureId> = (0..figures.len()).filter(before).collect();
    let updates = olds.iter().map(|before| Update { figures, after, before: *before });
    let fits =
        |u: &Update<'_>| u.difference().filter(|by| u.gives(*by)).map(|by| u.relation(Some(by)));
    let fitting = updates.clone().find_map(|u| fits(&u));
    // A headline's new count is not held for newer than the body's main one.
    fitting.or_else(|| {
        if is_heading(new) {
            return None;
        }
        let here = |u: &Update<'_>| figures[u.before].scope.event == new.scope.event;
        let alike = |u: &Update<'_>| kin(&figures[u.before], new) == Kin::Same;
        let largest =
            |u: &Update<'_>| (alike(u), figures[u.before].quantity.nominal, u.before < after);
        let last = updates.filter(here).max_by_key(largest)?;
        let beside = |by: &FigureId| figures[*by].place.sentence.abs_diff(new.place.sentence) <= 1;
        // "The toll rose to 21 … 20 bodies had been taken out": those were counted afterwards.
        let earlier = last.before < after || !figures[last.before].cues.bodies;
        let by = last.only().filter(|by| earlier && last.is_slip(*by) && beside(by));
        // "31 were dead in the port and 19 on the islands": neither was all.
        let listed = |id: FigureId| {
            let f = &figures[id];
            let other = ![last.before, after].contains(&id) && by != Some(id);
            other && f.outcome == new.outcome && f.is_stated() && is_whole(f)
        };
        let list = near(figures, figures[last.before].place.sentence, 0).any(listed);
        Some(last.relation(by.filter(|_| !list)))
    })
}

/// Whether a count may be the one that a newer count replaced.
fn is_before(old: &Figure, new: &Figure) -> bool {
    old.is_stated()
        && is_whole(old)
        && !is_heading(old)
        && old.outcome == new.outcome
        // "The count had been corrected to seven": a count after a change is one before the next.
        && matches!(old.cues.change, None | Some(Change::To))
        && old.per.is_none()
        && !old.cues.besides
        // "38 had died … the four bodies brought the count to 42": the four are the difference.
        && !(old.cues.definite && old.place.sentence == new.place.sentence)
        && old.quantity.nominal < new.quantity.nominal
        && kin(old, new).nests()
}

/// Whether a figure is said to come on top of a count: "three more", not "1,200 killed and 3,600 others
/// injured", who are others than the dead.
fn is_added(figures: &[Figure], id: FigureId) -> bool {
    let figure = &figures[id];
    let last = id.checked_sub(1).map(|last| &figures[last]);
    let others = last.is_some_and(|last| {
        let one = last.place.sentence == figure.place.sentence && last.outcome != figure.outcome;
        one && !last.cues.besides && is_whole(last)
    });
    // "Seven died there. The four others" are all the rest.
    let rest = figure.cues.definite && figure.cues.besides;
    figure.cues.besides && !others && !rest || figure.cues.change == Some(Change::By)
}

/// The count that replaced an earlier one: one of its sentence that is said to be new, the main
/// count, or a new one near by.
fn after(figures: &[Figure], before: FigureId) -> Option<FigureId> {
    let old = &figures[before];
    let matches = |id: &FigureId| {
        let f = &figures[*id];
        let alike = f.outcome == old.outcome && kin(f, old).nests();
        // "from 83 to 97 … It had stood at 83"
        let newer = !is_former(f) && f.quantity.nominal != old.quantity.nominal;
        // "A further 5,930 were injured, up from 5,702"
        let against = old.cues.base && *id + 1 == before;
        let counts = f.is_stated() && is_whole(f) && (against || !is_added(figures, *id));
        *id != before && alike && newer && counts
    };
    let distance = |id: &FigureId| figures[*id].place.sentence.abs_diff(old.place.sentence);
    let new = |id: &FigureId| matches(id) && figures[*id].cues.change == Some(Change::To);
    let main = |id: &FigureId| {
        let f = &figures[*id];
        matches(id) && !is_heading(f) && f.scope.event == old.scope.event
    };
    let all = 0..figures.len();
    // "Nationwide, 68 have died, up from 65": the count right before.
    let last = before.checked_sub(1).filter(|id| matches(id) && distance(id) == 0);
    let beside = all.clone().find(|id| new(id) && distance(id) == 0).or(last);
    // "… brought the toll to 23. It had put the number of dead at 19"
    let next = || all.clone().find(|id| new(id) && *id < before && distance(id) == 1);
    let beside = beside.or_else(next).or_else(|| (0..before).find(main));
    beside.or_else(|| all.clone().find(|id| new(id) && distance(id) <= REACH)).or_else(|| {
        let mut near = all.filter(|id| matches(id) && distance(id) <= REACH);
        near.next()
    })
}

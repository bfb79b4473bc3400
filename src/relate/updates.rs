//! Counts that the text says have changed.
//!
//! "The toll rose from 12 to 15 after three more bodies were found" is `15 = 12 + 3`.

use super::Relation;
use super::RelationKind;
use super::kin::is_heading;
use super::kin::is_whole;
use super::kin::kin;
use crate::figure::Change;
use crate::figure::Figure;
use crate::figure::FigureId;

/// How many sentences lie between a count and its change.
const REACH: usize = 2;

/// Relates the count after a change to the count before and the difference.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for (before, figure) in figures.iter().enumerate() {
        if figure.cues.change == Some(Change::From) && figure.per.is_none() {
            let after = after(figures, before);
            relations.extend(after.map(|after| update(figures, after, before)));
        }
    }
    for (after, figure) in figures.iter().enumerate() {
        let known = relations.iter().any(|r| r.kind == RelationKind::Update && r.claim == [after]);
        if figure.cues.change == Some(Change::To) && !known {
            let before = (0..after).rev().find(|id| is_before(&figures[*id], figure));
            relations.extend(before.map(|before| update(figures, after, before)));
        }
    }
}

/// The relation between a count, the one it replaced and the difference, if one is given.
fn update(figures: &[Figure], after: FigureId, before: FigureId) -> Relation {
    let (new, old) = (&figures[after], &figures[before]);
    let is_difference = |id: &FigureId| {
        let f = &figures[*id];
        let near = |other: &Figure| f.place.sentence.abs_diff(other.place.sentence) <= REACH;
        let said = f.cues.change == Some(Change::By);
        let gives = f.is_stated()
            && f.cues.change.is_none()
            && f.quantity
                .plus(&old.quantity)
                .is_some_and(|sum| sum.nominal == new.quantity.nominal);
        let other = f.quantity.nominal != old.quantity.nominal;
        f.outcome == new.outcome && other && (near(new) || near(old)) && (said || gives)
    };
    let gives = |id: &FigureId| {
        is_difference(id)
            && figures[*id]
                .quantity
                .plus(&old.quantity)
                .is_some_and(|sum| sum.nominal == new.quantity.nominal)
    };
    let by = (0..figures.len()).find(gives).or_else(|| (0..figures.len()).find(is_difference));
    let evidence: Vec<FigureId> = [before].into_iter().chain(by).collect();
    let why = "the text says that the count has changed".to_owned();
    Relation::new(RelationKind::Update, vec![after], evidence, why)
}

/// Whether a count may be the one that a newer count replaced.
fn is_before(old: &Figure, new: &Figure) -> bool {
    old.is_stated()
        && is_whole(old)
        && !is_heading(old)
        && old.outcome == new.outcome
        && old.scope.event == new.scope.event
        && old.cues.change.is_none()
        && !old.cues.besides
        && old.quantity.nominal < new.quantity.nominal
        && kin(old, new).nests()
}

/// The count that replaced an earlier one: one of its sentence that is said to be new, the main
/// count, or a new one near by.
fn after(figures: &[Figure], before: FigureId) -> Option<FigureId> {
    let old = &figures[before];
    let matches = |id: &FigureId| {
        let f = &figures[*id];
        let alike = f.outcome == old.outcome && kin(f, old).nests();
        *id != before && alike && f.is_stated() && is_whole(f) && f.cues.change != Some(Change::By)
    };
    let distance = |id: &FigureId| figures[*id].place.sentence.abs_diff(old.place.sentence);
    let new = |id: &FigureId| matches(id) && figures[*id].cues.change == Some(Change::To);
    let main = |id: &FigureId| {
        let f = &figures[*id];
        matches(id) && !is_heading(f) && f.scope.event == old.scope.event
    };
    let all = 0..figures.len();
    let beside = all.clone().find(|id| new(id) && distance(id) == 0);
    let beside = beside.or_else(|| (0..before).find(main));
    beside.or_else(|| all.clone().find(|id| new(id) && distance(id) <= REACH)).or_else(|| {
        let mut near = all.filter(|id| matches(id) && distance(id) <= REACH);
        near.next()
    })
}

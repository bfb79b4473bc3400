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
    let changes = |change| {
        move |(_, f): &(FigureId, &Figure)| f.cues.change == Some(change) && f.per.is_none()
    };
    for (before, figure) in figures.iter().enumerate().filter(changes(Change::From)) {
        let Some(after) = after(figures, before) else { continue };
        let near = |f: &Figure| f.place.sentence.abs_diff(figure.place.sentence) <= REACH;
        let by = figures.iter().enumerate().filter(changes(Change::By));
        let by =
            by.filter(|(_, f)| near(f) && f.outcome == figure.outcome).map(|(id, _)| id).next();
        let evidence: Vec<FigureId> = [before].into_iter().chain(by).collect();
        let why = "the text says that the count has changed".to_owned();
        relations.push(Relation::new(RelationKind::Update, vec![after], evidence, why));
    }
}

/// The count that replaced an earlier one: one said to be new, or the main count before it.
fn after(figures: &[Figure], before: FigureId) -> Option<FigureId> {
    let old = &figures[before];
    let matches = |id: &FigureId| {
        let f = &figures[*id];
        *id != before
            && f.is_stated()
            && f.outcome == old.outcome
            && kin(f, old).nests()
            && is_whole(f)
    };
    let near = |id: &FigureId| figures[*id].place.sentence.abs_diff(old.place.sentence) <= REACH;
    let new = |id: &FigureId| figures[*id].cues.change == Some(Change::To);
    let mut all = 0..figures.len();
    all.clone()
        .find(|id| matches(id) && near(id) && new(id))
        .or_else(|| {
            (0..before).rev().find(|id| {
                matches(id) && !is_heading(&figures[*id]) && figures[*id].cues.change.is_none()
            })
        })
        .or_else(|| all.find(|id| matches(id) && near(id)))
}

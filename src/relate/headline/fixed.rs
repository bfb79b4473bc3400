//! What the headline's exact number says of a count that the body gives as a least one.
//!
//! Under "Air raid kills six", "at least six people" may well be eight; the headline's six cannot. Where the parts
//! of such a count are more, the headline is held against them. A larger count may be a newer one, and is left alone.

use crate::document::BlockKind;
use crate::figure::{Figure, FigureId};
use crate::quantity::Bound;
use crate::relate::kin::{equal, is_heading, is_whole, kin};
use crate::relate::{Relation, RelationKind, search};

/// Relates the headline's exact numbers to what is held against the least ones of the body.
pub(in crate::relate) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let exact = |f: &Figure| {
        let stated = f.is_stated() && f.quantity.bound == Bound::Exact;
        stated && f.place.kind == BlockKind::Headline && is_whole(f)
    };
    let heads: Vec<FigureId> = (0..figures.len()).filter(|id| exact(&figures[*id])).collect();
    if heads.is_empty() {
        return;
    }
    let found: Vec<Relation> = relations
        .iter()
        .filter_map(|relation| {
            let least = &figures[*relation.claim.first()?];
            let head = *heads.iter().find(|id| is_least(&figures[**id], least))?;
            exceeds(figures, head, relation).then(|| Relation {
                claim: vec![head],
                why: "the headline gives the least number as the exact one".to_owned(),
                ..relation.clone()
            })
        })
        .collect();
    relations.extend(found);
}

/// Whether a count of the body gives the headline's number as the least.
fn is_least(head: &Figure, figure: &Figure) -> bool {
    let least = figure.quantity.bound == Bound::AtLeast && !is_heading(figure);
    let same = figure.quantity.nominal == head.quantity.nominal;
    least
        && same
        && is_whole(figure)
        && figure.outcome == head.outcome
        && figure.scope.event == head.scope.event
        && kin(head, figure).nests()
}

/// Whether the parts of a least number are more than the headline's, and are given exactly.
fn exceeds(figures: &[Figure], head: FigureId, relation: &Relation) -> bool {
    let claim = &figures[head];
    let exact = |id: &FigureId| {
        let f = &figures[*id];
        f.quantity.bound == Bound::Exact && !is_heading(f) && !equal(f, claim)
    };
    if !relation.evidence.iter().all(exact) {
        return false;
    }
    let parts = match relation.kind {
        RelationKind::Sum => true,
        RelationKind::Subset => relation.evidence.len() == 1,
        _ => false,
    };
    let sum = search::total(figures, &relation.evidence);
    parts && sum > claim.quantity.nominal
}

//! Groups within a sum: the children of a total are the children of its parts.
//!
//! "112 civilians including 33 children were killed … 65 people, among them 22 children … another 42,
//! including 11 children": with the totals go the groups. It knows the sums that were found, and
//! only groups that are told of the total and of its parts alike.

use super::kin::{Kin, kin, stands_alone};
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};
use crate::quantity::Agreement;

/// Relates the groups within each sum.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let sums = relations.iter().filter(|r| r.kind == RelationKind::Sum && r.evidence.len() > 1);
    let found: Vec<Relation> = sums.flat_map(|sum| groups(figures, sum)).collect();
    relations.extend(found);
}

/// The relations between the groups of a sum's total and of its parts.
fn groups(figures: &[Figure], sum: &Relation) -> Vec<Relation> {
    let Some(&total) = sum.claim.first() else { return Vec::new() };
    let told = parts_of(figures, total).filter_map(|group| group_of_parts(figures, sum, group));
    told.collect()
}

/// The figures with a group that are said to be a part of a figure.
fn parts_of(figures: &[Figure], whole: FigureId) -> impl Iterator<Item = FigureId> {
    let of = move |id: &FigureId| {
        let f = &figures[*id];
        f.cues.part_of == Some(whole) && f.group.is_some() && f.is_stated() && stands_alone(f)
    };
    (0..figures.len()).filter(of)
}

/// The relation of one group of the total to that group of the parts.
fn group_of_parts(figures: &[Figure], sum: &Relation, group: FigureId) -> Option<Relation> {
    let own = &figures[group];
    let alike = |id: &FigureId| {
        let f = &figures[*id];
        f.outcome == own.outcome && kin(f, own) == Kin::Same
    };
    let in_part = |part: &FigureId| parts_of(figures, *part).find(alike);
    let parts: Vec<FigureId> = sum.evidence.iter().filter_map(in_part).collect();
    let several = parts.len() > 1 && !parts.contains(&group);
    let all = parts.len() == sum.evidence.len();
    let made = search::makes_up(figures, group, &parts);
    let exceeded = search::quantity(figures, &parts)
        .is_some_and(|sum| sum.fits_within(&own.quantity) == Agreement::Impossible);
    let kind = match several {
        true if made || (all && !exceeded) => RelationKind::Sum,
        true => RelationKind::Subset,
        false => return None,
    };
    let why = "the parts of the total tell how many of this group are among theirs".to_owned();
    Some(Relation::new(kind, vec![group], parts, why))
}

//! Tables: columns that come to their total, and rows.
//!
//! Under "Dead", 21, 17 and 12 are the parts of the 48 beside "Total"; in the row of Marno, 21 dead and 105 injured
//! are those of "Casualties". A table without a total is held against the count of the article. Columns know where the
//! numbers of a table stand, not the words that name them.

use std::collections::BTreeMap;

use super::kin::{counts_exactly, is_heading, is_whole, stands_alone};
use super::version::may_be_miscounted;
use super::{Relation, RelationKind, search};
use crate::figure::{Entry, Figure, FigureId};
use crate::lexicon::Outcome;

/// Relates the figures of each table.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let mut series: BTreeMap<(usize, usize), Vec<FigureId>> = BTreeMap::new();
    let mut lines: BTreeMap<(usize, usize), Vec<FigureId>> = BTreeMap::new();
    for (id, figure) in figures.iter().enumerate() {
        if let Some(Entry { table, series: at, line, .. }) = figure.entry {
            series.entry((table, at)).or_default().push(id);
            lines.entry((table, line)).or_default().push(id);
        }
    }
    for ids in series.values() {
        relations.extend(added_up(figures, ids));
        relations.extend(told_of_all(figures, ids));
    }
    for ids in lines.values() {
        relations.extend(across(figures, ids));
    }
}

/// The totals of a series, each with the numbers above it; a last one with the totals before it, where there is no
/// number between.
fn added_up(figures: &[Figure], ids: &[FigureId]) -> Vec<Relation> {
    let mut found = Vec::new();
    let (mut parts, mut totals) = (Vec::new(), Vec::new());
    for id in ids.iter().copied() {
        if figures[id].is_entry() {
            parts.push(id);
            continue;
        }
        let of_totals = parts.is_empty();
        let own = std::mem::take(if of_totals { &mut totals } else { &mut parts });
        let complete = of_totals || is_complete(&figures[id]);
        let kind = if complete { RelationKind::Sum } else { RelationKind::Subset };
        let why = "the table adds them up".to_owned();
        let relation = Relation::new(kind, vec![id], own, why);
        found.extend(Some(relation).filter(|r| r.evidence.len() > 1));
        totals.push(id);
    }
    found
}

/// Whether every line of a figure's series has a number.
fn is_complete(figure: &Figure) -> bool {
    figure.entry.as_ref().is_some_and(|entry| entry.complete)
}

/// The count of the article that a series without a total comes to, or nearly.
fn told_of_all(figures: &[Figure], ids: &[FigureId]) -> Option<Relation> {
    let first = &figures[*ids.first()?];
    if !is_complete(first) || ids.len() < 2 || !ids.iter().all(|id| figures[*id].is_entry()) {
        return None;
    }
    let all = search::total(figures, ids)?;
    let told = |f: &Figure| {
        let own = f.outcome == first.outcome && f.collective == first.collective;
        own && f.entry.is_none() && f.group.is_none() && f.scope.event == 0
    };
    let may_be = |id: &FigureId| {
        let f = &figures[*id];
        told(f) && stands_alone(f) && is_whole(f) && !is_heading(f)
    };
    let gives = |id: &FigureId| figures[*id].quantity.nominal == Some(all);
    let near = |id: &FigureId| {
        let f = &figures[*id];
        let near = f.quantity.nominal.is_some_and(|own| may_be_miscounted(own, all));
        near && counts_exactly(f)
    };
    let mut counts = (0..figures.len()).filter(may_be);
    let whole = counts.clone().find(gives).or_else(|| counts.find(near))?;
    let why = "the table counts the same people line by line".to_owned();
    Some(Relation::new(RelationKind::Sum, vec![whole], ids.to_vec(), why))
}

/// All casualties of a line, and the killed, the injured and the missing beside them.
fn across(figures: &[Figure], ids: &[FigureId]) -> Option<Relation> {
    let of =
        |outcome| ids.iter().copied().filter(move |id: &FigureId| figures[*id].outcome == outcome);
    let mut totals = of(Outcome::Casualties);
    let total = totals.next().filter(|_| totals.next().is_none())?;
    let struck: Vec<FigureId> = of(Outcome::Killed).chain(of(Outcome::Injured)).collect();
    let lost: Vec<FigureId> = struck.iter().copied().chain(of(Outcome::Missing)).collect();
    let parts = if search::makes_up(figures, total, &lost) { lost } else { struck };
    let told = parts.len() > 1;
    let why = "the row of a table is added up".to_owned();
    told.then(|| Relation::new(RelationKind::Sum, vec![total], parts, why))
}

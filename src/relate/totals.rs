//! Totals that the text announces or that parts give.
//!
//! "32 dead and 160 missing, bringing the total to 192" is a sum of figures of one sentence. Casualties
//! are the sum of the killed and the injured, whole groups the sum of both sides.

use super::Relation;
use super::RelationKind;
use super::kin::Kin;
use super::kin::is_heading;
use super::kin::is_whole;
use super::kin::kin;
use super::kin::outcome_within;
use super::kin::stands_alone;
use super::search;
use crate::figure::Change;
use crate::figure::Figure;
use crate::figure::FigureId;
use crate::lexicon::Outcome;

/// How many sentences lie between a total and its parts.
const REACH: usize = 3;

/// Relates totals to what they are the sum of.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let totals = figures.iter().enumerate().filter(|(_, f)| stands_alone(f) && !is_heading(f));
    let found: Vec<Relation> = totals
        .filter(|(id, _)| {
            !relations.iter().any(|r| r.kind == RelationKind::Sum && r.claim == [*id])
        })
        .filter_map(|(id, figure)| total(figures, id, figure))
        .collect();
    relations.extend(found);
}

fn total(figures: &[Figure], id: FigureId, figure: &Figure) -> Option<Relation> {
    if figure.quantity.strict.high.is_some_and(|high| high.is_zero()) {
        return None;
    }
    let (parts, why) = if figure.cues.total {
        (announced(figures, id)?, "the text announces the total of these")
    } else if figure.outcome == Outcome::Casualties {
        (killed_and_injured(figures, id)?, "casualties are the killed and the injured")
    } else {
        let reach = if figure.outcome == Outcome::Affected { usize::MAX } else { REACH };
        (search::sum_near(figures, id, reach)?, "these figures add up to it")
    };
    Some(Relation::new(RelationKind::Sum, vec![id], parts, why.to_owned()))
}

/// The parts of an announced total: those near it that add up to it, or else all that stand before
/// it in its sentence.
fn announced(figures: &[Figure], id: FigureId) -> Option<Vec<FigureId>> {
    let before = near(figures, id, |p| p < id, 0);
    let around = [
        before.clone(),
        near(figures, id, |p| p > id, 0),
        near(figures, id, |p| p < id, REACH),
        near(figures, id, |p| p > id, REACH),
    ];
    let fits = |parts: &&Vec<FigureId>| parts.len() > 1 && search::adds_up(figures, id, parts);
    let found = around.iter().find(fits).cloned();
    let found = found.or_else(|| search::sum_near(figures, id, REACH));
    found.or_else(|| Some(before).filter(|parts| parts.len() > 1))
}

/// The figures near a total that may be its parts, none counting the people of another.
fn near(
    figures: &[Figure],
    id: FigureId,
    side: impl Fn(FigureId) -> bool,
    reach: usize,
) -> Vec<FigureId> {
    let total = &figures[id];
    let mut parts: Vec<FigureId> = Vec::new();
    for (p, f) in figures.iter().enumerate().filter(|(p, _)| *p != id && side(*p)) {
        let counts = (stands_alone(f) || !f.is_stated()) && f.cues.change != Some(Change::From);
        let part = outcome_within(f.outcome, total.outcome)
            || total.outcome == Outcome::Killed && f.outcome == Outcome::Missing;
        let close = f.place.sentence.abs_diff(total.place.sentence) <= reach;
        let fresh = parts.iter().all(|q| search::disjoint(&figures[*q], f, *q, p));
        let whole = f.cues.part_of.is_none_or(|whole| !parts.contains(&whole));
        if counts
            && part
            && close
            && fresh
            && whole
            && matches!(kin(total, f), Kin::Same | Kin::Wider)
        {
            parts.push(p);
        }
    }
    parts
}

/// The killed and the injured whose sum is a count of casualties.
fn killed_and_injured(figures: &[Figure], id: FigureId) -> Option<Vec<FigureId>> {
    let total = &figures[id];
    let mut parts: Vec<FigureId> = Vec::new();
    for (p, f) in figures.iter().enumerate() {
        let counts = stands_alone(f) && is_whole(f) && !is_heading(f);
        let part = matches!(f.outcome, Outcome::Killed | Outcome::Injured);
        let close = f.place.sentence.abs_diff(total.place.sentence) <= REACH;
        let event = f.scope.event == total.scope.event;
        let fresh = parts.iter().all(|q| search::disjoint(&figures[*q], f, *q, p));
        if counts
            && part
            && close
            && event
            && fresh
            && matches!(kin(total, f), Kin::Same | Kin::Wider)
        {
            parts.push(p);
        }
    }
    let of = |outcome| parts.iter().any(|p| figures[*p].outcome == outcome);
    (of(Outcome::Killed) && of(Outcome::Injured)).then_some(parts)
}

//! All who were there, and the number of all of them to whom something happened.
//!
//! "A plane with 32 people on board … all 34 occupants were killed": both count everybody who was on board, so
//! they must agree. An article with two craft has two such counts, and nothing is held against either.

use super::kin::{Kin, is_heading, is_whole, kin};
use super::{Relation, RelationKind};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// Relates each count of everybody to the count of those on board.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for (id, figure) in figures.iter().enumerate().filter(|(_, f)| is_of_everybody(f)) {
        let Some(aboard) = aboard(figures, figure) else { continue };
        let (claim, evidence) = (aboard.min(id), aboard.max(id));
        let why = "both count everybody who was there".to_owned();
        relations.push(Relation::new(RelationKind::Same, vec![claim], vec![evidence], why));
    }
}

fn is_of_everybody(figure: &Figure) -> bool {
    figure.cues.everybody && is_counted(figure)
}

/// The only number of those who were there, where each statement of it is the same.
fn aboard(figures: &[Figure], figure: &Figure) -> Option<FigureId> {
    let there = |f: &Figure| {
        let population = f.outcome == Outcome::Affected && f.cues.population && !f.cues.everybody;
        population && is_counted(f) && f.scope.event == figure.scope.event
    };
    let mut counts = (0..figures.len()).filter(|id| there(&figures[*id]));
    let first = counts.next()?;
    let number = figures[first].quantity.nominal;
    let one = counts.all(|id| figures[id].quantity.nominal == number);
    // All passengers are not all who were there.
    let people = kin(&figures[first], figure) == Kin::Same;
    (one && people).then_some(first)
}

fn is_counted(figure: &Figure) -> bool {
    let body = figure.is_stated() && !is_heading(figure);
    body && is_whole(figure) && figure.quantity.bound == Bound::Exact
}

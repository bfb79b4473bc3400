//! As many events or places as the text says there were, told one by one.
//!
//! "Eleven people died in three separate incidents. Four policemen … five peasants … finally, two guerrillas": the three
//! counts behind it are those of the three incidents, and add up to it. One by one knows the numbers, not whether a later
//! count is of one of the incidents again.

use rust_decimal::Decimal;

use super::kin::{Kin, is_heading, is_whole, kin, stands_alone};
use super::version::may_be_miscounted;
use super::{Relation, RelationKind, search};
use crate::figure::{Change, Figure, FigureId};
use crate::quantity::Bound;

/// How many sentences behind the count of all the last of the others stands.
const REACH: usize = 8;

/// Relates the counts of each event or place to that of all of them.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for (id, all) in figures.iter().enumerate() {
        // "An attack on two villages killed 15 civilians and 27 fighters"
        let beside =
            |f: &Figure| f.outcome == all.outcome && f.place.sentence == all.place.sentence;
        let first = figures.iter().find(|f| beside(f)).is_some_and(|f| f.span == all.span);
        let plain = first && is_plain(all) && !is_heading(all);
        let several = all.cues.number_of_events.filter(|_| plain);
        let parts = several.and_then(|several| counts(figures, id, several));
        let told = relations.iter().any(|r| r.is_sum_of(id));
        if let Some(parts) = parts.filter(|_| !told) {
            let why = "the text tells of each event or place that it counts".to_owned();
            relations.push(Relation::new(RelationKind::Sum, vec![id], parts, why));
        }
    }
}

/// The counts behind that of all, if there are as many as there are events, and they come near to it.
fn counts(figures: &[Figure], id: FigureId, several: Decimal) -> Option<Vec<FigureId>> {
    let all = &figures[id];
    let last = all.place.sentence + REACH;
    let own = |at: &FigureId| figures[*at].outcome == all.outcome;
    let near = (id + 1..figures.len()).take_while(|at| figures[*at].place.sentence <= last);
    // "Including one woman"
    let inner = |at: &FigureId| figures[*at].cues.part_of.is_some_and(|of| of != id);
    let told = near.filter(|at| own(at) && !inner(at));
    let mut parts: Vec<FigureId> = told.take_while(|at| is_one(all, &figures[*at])).collect();
    // "21 of them died in Helmand … Two soldiers were killed too"
    if parts.iter().any(|at| figures[*at].cues.part_of == Some(id)) {
        parts.retain(|at| figures[*at].cues.part_of == Some(id));
    }
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
    whole && figure.cues.change != Some(Change::From) && figure.quantity.nominal.is_some()
}

//! The first and the second of several events, and the count of both.
//!
//! After "Two bombs killed 35 people", "the first killed 12 and the second 25" cannot be. Two that are fewer may leave a
//! third.

use rust_decimal::Decimal;

use super::kin::{counts_all, counts_exactly, kin};
use super::{Relation, RelationKind};
use crate::figure::{Figure, FigureId};

/// How many sentences after the count of all the others stand.
const REACH: usize = 3;

/// Relates the people of the first and the second event to the last count of both before them.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let nth = |id: &FigureId, nth: Decimal| figures[*id].cues.nth == Some(nth);
    for first in (0..figures.len()).filter(|id| nth(id, Decimal::ONE) && is_plain(&figures[*id])) {
        let one = &figures[first];
        let alike = |id: &FigureId| {
            let f = &figures[*id];
            let near = f.place.sentence - one.place.sentence <= 1;
            near && is_plain(f) && f.outcome == one.outcome && kin(one, f).nests()
        };
        let second = (first + 1..figures.len()).find(|id| nth(id, Decimal::TWO) && alike(id));
        let may_be_both = |f: &Figure| {
            let more = f.quantity.nominal > one.quantity.nominal;
            let both = f.cues.nth.is_none() && counts_all(f) && f.outcome == one.outcome;
            both && more && kin(f, one).nests()
        };
        let holds = |id: &FigureId| {
            let f = &figures[*id];
            let near = (1..=REACH).contains(&(one.place.sentence - f.place.sentence));
            near && f.scope.event == one.scope.event && may_be_both(f)
        };
        // "The first killed 19 and the second 14, giving a final toll of 33"
        let behind = |second: FigureId| {
            let all = |id: &FigureId| {
                let f = &figures[*id];
                f.place.sentence == figures[second].place.sentence && may_be_both(f)
            };
            (second + 1..figures.len()).find(all)
        };
        let both = (0..first).rfind(holds).or_else(|| behind(second?));
        if let (Some(second), Some(both)) = (second, both) {
            let why = "nobody is in the first and the second, and all are in both".to_owned();
            relations.push(Relation::new(
                RelationKind::Subset,
                vec![both],
                vec![first, second],
                why,
            ));
        }
    }
}

/// Whether a figure is an exact count of its own.
fn is_plain(figure: &Figure) -> bool {
    counts_exactly(figure) && figure.scope.time.is_none()
}

//! Lists that the text closes: nobody else died.
//!
//! "Five passengers died. A family of three was killed, and two motorists were struck. No other deaths were reported": the
//! ten of the headline are these. It knows the counts around the zero, not who might be left out of them.

use super::kin::{Kin, counts_exactly, is_heading, kin};
use super::version::may_be_miscounted;
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};
use crate::quantity::Bound;

/// How many sentences before the zero the list may stand.
const REACH: usize = 3;

/// Relates the first count of an outcome to those that stand right before the zero of its others.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for (id, none) in figures.iter().enumerate() {
        let zero = none.quantity.nominal.is_some_and(|n| n.is_zero());
        if zero && none.cues.besides && none.scope.event == 0 && !is_heading(none) {
            let sum = closed(figures, id);
            let told = |sum: &Relation| {
                relations.iter().any(|r| r.kind == RelationKind::Sum && r.claim == sum.claim)
            };
            let sum = sum.filter(|sum| !told(sum));
            relations.extend(sum);
        }
    }
}

/// The first count, and the list that a zero closes.
fn closed(figures: &[Figure], zero: FigureId) -> Option<Relation> {
    let none = &figures[zero];
    let own = |f: &Figure| f.outcome == none.outcome && f.scope.event == 0;
    let first = figures.iter().position(|f| own(f) && counts_exactly(f))?;
    let whole = &figures[first];
    let part = |id: &FigureId| {
        let f = &figures[*id];
        let near = f.place.sentence + REACH >= none.place.sentence;
        let exact = f.quantity.bound == Bound::Exact && f.cues.change.is_none();
        let fewer = f.quantity.nominal < whole.quantity.nominal;
        own(f) && near && exact && fewer && kin(whole, f) != Kin::Apart
    };
    let parts: Vec<FigureId> = (first + 1..zero).filter(part).collect();
    let sum = search::total(figures, &parts)?;
    let near = whole.quantity.nominal.is_some_and(|all| may_be_miscounted(sum, all));
    let why = "the text says that there were no others".to_owned();
    let list = parts.len() > 1 && !search::holds_inner(figures, &parts);
    (list && near).then(|| Relation::new(RelationKind::Sum, vec![first], parts, why))
}

//! One person whom a sentence names and the others who died along with him, against the first count.
//!
//! After "Three officers died in the crash", "the commander, Juan Pena, died along with five other officers" cannot be. Fewer
//! may be all who were with him. Along with knows who stands in one sentence, not whether the two died together.

use rust_decimal::Decimal;

use super::kin::{Kin, counts_exactly, kin, stands_alone};
use super::near::near;
use super::version::may_be_versions;
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};
use crate::quantity::Bound;

/// Relates the one and the others to the first count of their event before them.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for (id, others) in figures.iter().enumerate() {
        let further = others.cues.besides && counts_exactly(others);
        let one = id.checked_sub(1).filter(|one| further && is_beside(&figures[*one], others));
        let Some(one) = one else { continue };
        let Some(all) = first(figures, one, others) else { continue };
        let sum = search::total(figures, &[one, id]);
        if sum > figures[all].quantity.nominal {
            let why = "the one who is named and the others with him are all of these".to_owned();
            let parts = vec![one, id];
            relations.push(Relation::new(RelationKind::Subset, vec![all], parts, why));
        }
    }
}

/// Whether a figure is one victim, named right before others and in their sentence.
fn is_beside(one: &Figure, others: &Figure) -> bool {
    let here = one.place.sentence == others.place.sentence && one.outcome == others.outcome;
    let alone = !one.is_stated() && one.quantity.nominal == Some(Decimal::ONE);
    // not "the gunman was shot, and three others were killed"
    let victim = !one.cues.perpetrators && one.cues.part_of.is_none();
    here && alone && victim && one.scope.event == others.scope.event
}

/// The first count of the event, where it may be a version of what the one and the others make.
fn first(figures: &[Figure], one: FigureId, others: &Figure) -> Option<FigureId> {
    let own = |f: &Figure| f.outcome == others.outcome && stands_alone(f);
    let all = figures[..one].iter().position(own)?;
    let count = &figures[all];
    let only = near(figures, others.place.sentence, 0).filter(|id| own(&figures[*id])).count() == 1;
    let event = count.scope.event == 0 && others.scope.event == 0 && others.scope.time.is_none();
    let people = kin(count, others) != Kin::Apart;
    let close = event && people && may_be_versions(count, others);
    let exact = count.quantity.bound == Bound::Exact && count.cues.part_of.is_none();
    (close && only && exact).then_some(all)
}

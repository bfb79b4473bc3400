//! People feared dead, of whom some were found and the others are sought.
//!
//! "61 are feared dead. … 23 bodies have been recovered. The other 38 remain missing": the two make up all of them. It
//! knows the bodies right before the others who are sought, and nobody who lives.

use super::kin::{counts_exactly, is_whole, stands_alone};
use super::near::near;
use super::wholes::completes;
use super::{Relation, RelationKind};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// Relates people feared dead to the bodies that were found and the others who are sought: "61 are feared
/// dead. … 23 bodies have been recovered. The other 38 remain missing".
pub(super) fn of(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let feared = &figures[id];
    let told = feared.cues.feared || counts_exactly(feared);
    if feared.outcome != Outcome::Killed || !is_whole(feared) || !told {
        return None;
    }
    let of_event = |f: &Figure| {
        let own = stands_alone(f) && is_whole(f) && f.scope.event == feared.scope.event;
        own && f.quantity.bound == Bound::Exact
    };
    let dead = |f: &Figure| f.outcome == Outcome::Killed && of_event(f) && !f.cues.feared;
    let sought = (id + 1..figures.len()).find(|at| {
        let f = &figures[*at];
        // "22 bodies had been found, and 18 people were still missing"
        let beside = near(figures, f.place.sentence, 0).start.max(id + 1)..*at;
        let both = figures[beside].iter().any(dead);
        f.outcome == Outcome::Missing && of_event(f) && (completes(f) || both)
    })?;
    let found = near(figures, figures[sought].place.sentence, 1).start.max(id + 1)..sought;
    let found = found.rev().find(|at| dead(&figures[*at]))?;
    // "The blast killed 19. Eleven bodies were found, and crews look for the other eight"
    let presumed = || {
        let told = figures[found].cues.bodies && completes(&figures[sought]);
        let fewer = figures[found].quantity.nominal < feared.quantity.nominal;
        let others = |f: &Figure| f.outcome == Outcome::Affected && of_event(f);
        told && fewer && !figures.iter().any(others)
    };
    if !feared.cues.feared && !presumed() {
        return None;
    }
    let why = "the text tells of whom the bodies were found, and who is sought".to_owned();
    Some(Relation::new(RelationKind::Sum, vec![id], vec![found, sought], why))
}

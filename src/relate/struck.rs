//! People who were struck, and what became of them in the same sentence.
//!
//! "Shot four people, killing one and wounding three": whoever was shot is dead or hurt, so the two counts
//! behind make up the first. Fewer may be told, since "critically injuring one" leaves out those who were
//! hurt less; more is an error. Only one sentence is read, a headline too.

use super::kin::{is_whole, same_source};
use super::{Relation, RelationKind, search};
use crate::figure::Figure;
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// Relates the dead and the hurt to the count of those struck right before them.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for (id, three) in figures.windows(3).enumerate() {
        let [struck, a, b] = three else { continue };
        let known = |r: &Relation| r.kind == RelationKind::Sum && r.claim == [id];
        if !are_struck(struck, a, b) || relations.iter().any(known) {
            continue;
        }
        let fates = [id + 1, id + 2];
        let sum = search::total(figures, &fates).and_then(|sum| sum.nominal);
        if sum >= struck.quantity.nominal {
            let why = "whoever was struck is dead or hurt".to_owned();
            relations.push(Relation::new(RelationKind::Sum, vec![id], fates.to_vec(), why));
        }
    }
    for (id, two) in figures.windows(2).enumerate() {
        let told = |r: &Relation| r.kind == RelationKind::Sum && r.claim == [id];
        if exceeds(&two[0], &two[1]) && !relations.iter().any(told) {
            let why = "those who died or were hurt are among those who were struck".to_owned();
            relations.push(Relation::new(RelationKind::Subset, vec![id], vec![id + 1], why));
        }
    }
}

/// Whether the first counts all who were struck, and the others the dead and the hurt of them.
fn are_struck(struck: &Figure, a: &Figure, b: &Figure) -> bool {
    let fates = matches!(
        (a.outcome, b.outcome),
        (Outcome::Killed, Outcome::Injured) | (Outcome::Injured, Outcome::Killed)
    );
    fates && are_told(struck, &[a, b])
}

/// "Shot three people, killing five", not "18 were shot and 26 died of burns": whether more died or were hurt than
/// were struck.
fn exceeds(struck: &Figure, fate: &Figure) -> bool {
    let told = fate.cues.result && matches!(fate.outcome, Outcome::Killed | Outcome::Injured);
    told && fate.quantity.nominal > struck.quantity.nominal && are_told(struck, &[fate])
}

/// Whether a count of all who were struck and what became of them are told together, each by its number.
fn are_told(struck: &Figure, fates: &[&Figure]) -> bool {
    let plain = |f: &Figure| {
        let counted = f.quantity.bound == Bound::Exact && f.is_stated() && is_whole(f);
        counted && !(f.cues.besides || f.cues.definite || f.cues.total)
    };
    let here = |f: &Figure| {
        f.place.sentence == struck.place.sentence
            && f.scope.event == struck.scope.event
            && (f.scope.place.is_none() || f.scope.place == struck.scope.place || f.cues.result)
            && same_source(struck, f)
    };
    let hit = struck.outcome == Outcome::Casualties && struck.cues.struck;
    hit && plain(struck) && fates.iter().all(|f| plain(f) && here(f))
}

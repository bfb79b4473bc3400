//! First counts against a number that the text gives again and again.
//!
//! After "the killings of six women", "the five sex workers", "all five women" and "the five deaths" say how many there
//! were. One such number may count some of the first; given twice, in sentences that tell of no part and no other place,
//! it seldom does. Where the text gives the first number again, or the rest of it, nothing is held against it.

use rust_decimal::Decimal;

use super::kin::{Kin, adds_to, by_account, counts_exactly, equal, kin, sum_of};
use super::near::near;
use super::version::may_be_versions;
use super::{Relation, RelationKind};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;

/// Relates the first exact count of each outcome to two later ones that agree with each other.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for outcome in [Outcome::Killed, Outcome::Injured, Outcome::Missing, Outcome::Captured] {
        let of = |f: &Figure| f.outcome == outcome && f.scope.event == 0;
        let counts =
            |f: &Figure| of(f) && counts_exactly(f) && f.quantity.nominal > Some(Decimal::ONE);
        let Some(first) = figures.iter().position(counts) else { continue };
        let again =
            |f: &Figure| of(f) && !std::ptr::eq(f, &figures[first]) && equal(f, &figures[first]);
        if figures.iter().any(again) {
            continue;
        }
        if let Some([one, two]) = twice(figures, first) {
            let known = |r: &Relation| {
                r.claim.contains(&first)
                    && (r.evidence.contains(&one) || r.evidence.contains(&two))
                    && r.kind != RelationKind::Subset
            };
            if relations.iter().any(known) {
                continue;
            }
            let kind = by_account(&figures[first], &figures[one]);
            let why = "the text gives the later number twice".to_owned();
            relations.push(Relation::new(kind, vec![first], vec![one, two], why));
        }
    }
}

/// Two figures of different sentences that give one other number for the people of the first.
fn twice(figures: &[Figure], first: FigureId) -> Option<[FigureId; 2]> {
    let versions: Vec<FigureId> =
        (first + 1..figures.len()).filter(|id| is_version(figures, first, *id)).collect();
    versions.iter().enumerate().find_map(|(k, one)| {
        let sentence = figures[*one].place.sentence;
        let agrees = |two: &&FigureId| {
            let (one, two) = (&figures[*one], &figures[**two]);
            // "five at the school … and five at the church" are ten.
            let halves = sum_of(one, two) == figures[first].quantity.nominal;
            let definite = one.cues.definite || two.cues.definite;
            two.place.sentence > sentence && equal(one, two) && (definite || !halves)
        };
        versions[k + 1..].iter().find(agrees).map(|two| [*one, *two])
    })
}

/// Whether a later figure may give the people of the first anew.
fn is_version(figures: &[Figure], first: FigureId, id: FigureId) -> bool {
    let (a, b) = (&figures[first], &figures[id]);
    let own = b.outcome == a.outcome && b.scope.event == a.scope.event && counts_exactly(b);
    let plain = b.cues.change.is_none() && !b.cues.besides && !adds_to(b, a) && !b.cues.contrast;
    let place = b.scope.place_name();
    let here = place.is_none() || place == a.scope.place_name();
    // "eight people … the five children" may be some of them, "ten dancers … all five women" hardly.
    let related = match kin(a, b) {
        Kin::Apart => false,
        Kin::Wider => !a.anybody && a.unit.is_some(),
        _ => true,
    };
    own && plain
        && related
        && here
        && b.place.sentence > a.place.sentence
        && may_be_versions(a, b)
        && !has_rest(figures, a, b)
}

/// Whether some figures beside the later one tell of the rest.
fn has_rest(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let beside = &figures[near(figures, later.place.sentence, 1)];
    let rest = |f: &Figure| {
        let sum = sum_of(f, later);
        let rest = sum == first.quantity.nominal && !equal(f, later);
        f.outcome == first.outcome && (rest || f.cues.besides)
    };
    beside.iter().any(rest)
}

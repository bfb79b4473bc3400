//! First counts against a number that the text gives again and again.
//!
//! After "the killings of six women", "the five sex workers", "all five women" and "the five deaths" say how many there
//! were. One such number may count some of the first; given twice, in sentences that tell of no part and no other place,
//! it seldom does. Where the text gives the first number again, or the rest of it, nothing is held against it. A count
//! between two that agree, the second with a definite word, is as odd.

use rust_decimal::Decimal;

use super::ground::are_besides_dead;
use super::kin::{Kin, by_account, counts_all, equal, is_heading, kin, names_one_source, sum_of};
use super::near::near;
use super::version::{has_digit_more, may_be_versions};
use super::{Relation, RelationKind};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// Relates the first exact count of each outcome, and the first with "at least", to two later ones that agree with each
/// other.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for outcome in [Outcome::Killed, Outcome::Injured, Outcome::Missing, Outcome::Captured] {
        for bound in [Bound::Exact, Bound::AtLeast] {
            let counts = |f: &Figure| {
                let of = f.outcome == outcome && f.scope.event == 0 && f.quantity.bound == bound;
                of && counts_all(f) && f.quantity.nominal > Some(Decimal::ONE)
            };
            if let Some(first) = figures.iter().position(counts) {
                against_others(figures, first, counts, relations);
            }
        }
    }
}

/// Relates a first count, and those between it and one that agrees with it, to two others.
fn against_others(
    figures: &[Figure],
    first: FigureId,
    counts: impl Fn(&Figure) -> bool,
    relations: &mut Vec<Relation>,
) {
    let between = (first + 1..figures.len()).filter(|id| counts(&figures[*id]));
    let between = between.filter_map(|id| Some((id, around(figures, first, id)?)));
    let found = twice(figures, first).map(|versions| (first, versions));
    for (odd, [one, two]) in found.into_iter().chain(between) {
        let again = |(id, f): (FigureId, &Figure)| {
            let of = f.outcome == figures[odd].outcome && f.scope.event == 0;
            id != odd && of && equal(f, &figures[odd])
        };
        let either = |ids: &[FigureId]| ids.contains(&one) || ids.contains(&two);
        let known = |r: &Relation| {
            let held = r.claim.contains(&odd) && either(&r.evidence);
            // "39 people died … 34 died on the night and five in hospital … the 39 victims"
            let part = r.evidence.contains(&odd) && either(&r.claim);
            // "The toll rose to 24 with five more dying. Nineteen had died till Wednesday"
            let older = r.kind == RelationKind::Update && r.evidence.contains(&odd);
            r.kind != RelationKind::Subset && held || r.kind == RelationKind::Sum && part || older
        };
        if figures.iter().enumerate().any(again) || relations.iter().any(known) {
            continue;
        }
        let kind = by_account(&figures[odd], &figures[one]);
        let why = "the text gives the other number twice".to_owned();
        relations.push(Relation::new(kind, vec![odd], vec![one, two], why));
    }
}

/// "The two people killed … Five people were killed … The two who were killed": the first count and a definite later one
/// that agree, around one that does not.
fn around(figures: &[Figure], first: FigureId, odd: FigureId) -> Option<[FigureId; 2]> {
    let (a, b) = (&figures[first], &figures[odd]);
    let told = !b.cues.total && (b.source.is_none() || names_one_source(a, b));
    // "87 people died … 84 bodies had been found … the 87 dead"
    let found = b.cues.bodies && b.quantity.nominal < a.quantity.nominal;
    let plain = told && !found && !b.cues.definite && !b.cues.besides;
    // "Eleven people were killed … Six were shot on the West Side … the 11 killings"
    let placed = b.scope.place.is_some() && b.scope.place != a.scope.place;
    // "Nampula accounts for 35 deaths, Cabo Delgado for 21"
    let other =
        |id: FigureId| id != odd && figures[id].outcome == b.outcome && counts_all(&figures[id]);
    let placed = placed || near(figures, b.place.sentence, 0).any(other);
    let plain = plain && b.cues.change.is_none() && !b.cues.contrast && !placed;
    let apart = b.place.sentence > a.place.sentence && plain && kin(a, b) == Kin::Same;
    let agrees = |id: &FigureId| {
        let f = &figures[*id];
        f.cues.definite && equal(f, a) && is_version(figures, odd, *id)
    };
    let later = (odd + 1..figures.len()).find(agrees).filter(|_| apart)?;
    Some([later, first])
}

/// Two figures of different sentences that give one other number for the people of the first.
fn twice(figures: &[Figure], first: FigureId) -> Option<[FigureId; 2]> {
    let version = |id: &FigureId| is_version(figures, first, *id);
    let versions: Vec<FigureId> = (first + 1..figures.len()).filter(version).collect();
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
    let own = b.outcome == a.outcome && b.scope.event == a.scope.event && counts_all(b);
    // "Seven of the crew gave their lives … the bodies of a crew of four"
    let company = b.cues.company && !a.cues.company;
    let plain = b.cues.change.is_none() && !b.cues.contrast && !company;
    // "eight people … the five children" may be some of them, "ten dancers … all five women" hardly.
    let related = match kin(a, b) {
        Kin::Apart => false,
        Kin::Wider => !a.anybody && a.unit.is_some() || b.telling,
        _ => true,
    };
    // "At least eight … 14 corpses" may be all of them.
    let mistyped = || {
        let counts = a.quantity.nominal.zip(b.quantity.nominal);
        // "Police kill seven" over 17
        let head = |f: &Figure| is_heading(f) && f.outcome == b.outcome && equal(f, b);
        counts.is_some_and(|(a, b)| has_digit_more(a, b)) && figures.iter().any(head)
    };
    // "charged with 71 murders … all 63 victims"
    // "At least 220 … the toll stood at 110 … most of the 110"
    let floor = a.quantity.bound == Bound::AtLeast && b.quantity.bound == Bound::Exact;
    let below = floor && b.quantity.nominal < a.quantity.nominal;
    let bound = a.quantity.bound == b.quantity.bound || below;
    let told = bound && a.cues.alleged == b.cues.alleged;
    own && plain
        && told
        && related
        && b.place.sentence > a.place.sentence
        && (may_be_versions(a, b) || mistyped())
        && !has_rest(figures, a, b)
}

/// Whether some figures beside the later one tell of the rest.
fn has_rest(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let beside = &figures[near(figures, later.place.sentence, 1)];
    let rest = |f: &Figure| {
        let sum = sum_of(f, later);
        let rest = sum == first.quantity.nominal && !equal(f, later);
        let others = f.cues.besides && !are_besides_dead(figures, f);
        f.outcome == first.outcome && (rest || others)
    };
    beside.iter().any(rest)
}

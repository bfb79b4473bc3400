//! Counts that may hold smaller ones, although the text does not say so.
//!
//! "A blast killed 12 people. … Five children died in the square": the five may be of the twelve, and
//! must not be more. Nothing is held to be a part here that could be anybody else.

use super::kin::{
    Kin, adds_to, counts_all, counts_exactly, equal, is_heading, is_lost, is_whole, kin,
    outcome_within, stands_alone, sum_of,
};
use super::near::Events;
use super::version::may_be_versions;
use super::wholes::whole_of;
use super::{Relation, RelationKind, beyond};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Agreement;

/// Relates each smaller count of an event to the count that may hold it.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    // "Thirteen civilians, among them seven children … her three children": the three are of the seven.
    let may_be_whole =
        |f: &Figure| stands_alone(f) && !is_heading(f) && (is_whole(f) || f.group.is_some());
    let counts = Events::of(figures, may_be_whole);
    let total = |id: &FigureId| figures[*id].cues.total && counts_all(&figures[*id]);
    let totals: Vec<FigureId> = (0..figures.len()).filter(total).collect();
    // "Dozens of children were killed or hurt … 69 died, including 19 children"
    let of_group = |f: &Figure| stands_alone(f) && !is_heading(f) && f.group.is_some();
    for (part, figure) in figures.iter().enumerate() {
        // "Five of the wounded": some of those who were counted too far above.
        let some = figure.cues.among.is_some() && whole_of(figures, part).is_none();
        let some = some && stands_alone(figure) && !is_heading(figure);
        if !(counts_all(figure) || of_group(figure) || some) {
            continue;
        }
        let events = [0, figure.scope.event];
        let own = is_whole(figure) || some;
        let holds = |id: &FigureId| own && may_hold(&figures[*id], figure);
        let alike = |id: &FigureId| {
            let wider = figures[*id].outcome == Outcome::Casualties
                && figure.outcome != Outcome::Casualties;
            wider && kin(&figures[*id], figure) == Kin::Same && may_hold(&figures[*id], figure)
        };
        let announced = totals.iter().copied().find(holds);
        let whole = beyond::its_own(figures, part)
            .or(announced)
            .or_else(|| counts.find(events, part, alike))
            .or_else(|| counts.find(events, part, holds))
            .or_else(|| beyond::any(figures, part));
        // "109 died, five of them on the ground": not all of them were aboard.
        let parted = |whole: FigureId| {
            let all = figures[whole].quantity.nominal;
            // "The bodies of 35 people who were on the plane", of 52 passengers
            let of_all = is_whole(&figures[whole]);
            let there = |f: &Figure| of_all && f.cues.population && f.quantity.nominal > all;
            let more = figure.quantity.nominal.zip(all).is_some_and(|(part, all)| part > all);
            more && figures.iter().any(|f| f.cues.part_of == Some(part) || there(f))
        };
        let known = |whole: FigureId| {
            let same = |r: &Relation| r.claim == [whole] && r.evidence == [part];
            relations.iter().any(|r| r.kind == RelationKind::Subset && same(r))
        };
        if let Some(whole) = whole.filter(|whole| !parted(*whole) && !known(*whole)) {
            let why = format!("{} may be among those counted there", figure.outcome.people());
            relations.push(Relation::new(RelationKind::Subset, vec![whole], vec![part], why));
        }
    }
    for pair in 1..figures.len() {
        relations.extend(both(figures, pair - 1, relations));
    }
}

/// "Eleven soldiers were killed. Seven died in an ambush and six were killed by a bomb": two numbers in the sentence behind
/// the count of all of whom they are, that are more than it.
fn both(figures: &[Figure], first: FigureId, known: &[Relation]) -> Option<Relation> {
    let parts = [first, first + 1];
    let bare = |id: &FigureId| {
        let f = &figures[*id];
        // not "put the toll at 29 on Tuesday and at 31 on Wednesday"
        let open = counts_exactly(f) && !f.telling && f.cues.change.is_none();
        open && !f.cues.besides && !f.cues.definite && f.scope.time.is_none() && !f.cues.care
    };
    let [a, b] = parts.map(|id| &figures[id]);
    let one = a.place.sentence == b.place.sentence && a.outcome == b.outcome && !equal(a, b);
    // "The first report spoke of ten killed, the general of 12"
    let account = |f: &Figure| f.source.as_ref().map(|source| source.name.clone());
    if !one || !parts.iter().all(bare) || account(a) != account(b) {
        return None;
    }
    let holds = |r: &&Relation| {
        let all = &figures[r.claim[0]];
        let next = all.place.sentence + 1 == a.place.sentence;
        let whole = counts_exactly(all) && all.outcome == a.outcome && next;
        r.kind == RelationKind::Subset && r.evidence == [first + 1] && whole
    };
    let whole = known.iter().find(holds)?.claim[0];
    let all = figures[whole].quantity.nominal;
    let more = sum_of(a, b) > all && a.quantity.nominal < all && b.quantity.nominal < all;
    let why = "the sentence behind the count tells of two kinds of these people".to_owned();
    more.then(|| Relation::new(RelationKind::Subset, vec![whole], parts.to_vec(), why))
}

/// Whether a count may hold another, smaller one of its event or of a place of it.
fn may_hold(whole: &Figure, part: &Figure) -> bool {
    let spans = part.scope.place.is_some() || whole.cues.total;
    let placed = spans && whole.scope.event == 0;
    let wider = matches!(whole.outcome, Outcome::Affected | Outcome::Casualties);
    // "82 passengers and the two hijackers aboard": the one are not among the other.
    let attackers = whole.cues.perpetrators || part.cues.perpetrators;
    // "Freed 243 … two aircraft, the first carrying 122": not all of them
    let all = whole.cues.population && whole.cues.nth.is_none();
    if all && !attackers && beside(whole, part) {
        let suffered = !matches!(part.outcome, Outcome::Affected | Outcome::Displaced);
        // More dead than passengers may be crew, or people on the ground, or of several wrecks.
        let fewer = part.quantity.nominal <= whole.quantity.nominal;
        // "a team of 22 … a toll of 390"
        let near = may_be_versions(whole, part);
        let more = near && !part.cues.of_events;
        let all = match kin(whole, part) {
            Kin::Narrower => fewer,
            kin => kin.nests() && (fewer || more),
        };
        // Nobody who lives is dead.
        let living = whole.cues.alive && is_lost(part.outcome);
        return suffered && whole.scope.event == part.scope.event && all && !living;
    }
    let smaller = || match part.quantity.nominal.zip(whole.quantity.nominal) {
        Some((part, whole)) => part < whole && !part.is_zero(),
        None => wider && part.quantity.fits_within(&whole.quantity) == Agreement::Plausible,
    };
    let later = whole.place.word < part.place.word || wider || whole.cues.total;
    (whole.scope.event == part.scope.event || placed)
        && later
        && smaller()
        // Those who escaped hold none of the dead, and those who walked away none of the hurt.
        && !whole.cues.alive
        && (wider || whole.cues.total || whole.place.sentence != part.place.sentence)
        && outcome_within(part.outcome, whole.outcome)
        && (whole.outcome != Outcome::Affected || part.outcome != Outcome::Affected)
        && (kin(whole, part) == Kin::Same || (is_whole(whole) && nests(whole, part)))
        && !adds_to(part, whole)
}

/// Whether one of the two may be all of the other: "31 people" are no part of "38 Britons".
fn nests(whole: &Figure, part: &Figure) -> bool {
    match kin(whole, part) {
        Kin::Narrower => !part.anybody,
        kin => kin.nests(),
    }
}

/// Whether two figures stand in one sentence or in neighbouring ones.
fn beside(a: &Figure, b: &Figure) -> bool {
    a.place.sentence.abs_diff(b.place.sentence) <= 1
}

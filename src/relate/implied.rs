//! Counts that may hold smaller ones, although the text does not say so.
//!
//! "A blast killed 12 people. … Five children died in the square": the five may be of the twelve, and
//! must not be more. Nothing is held to be a part here that could be anybody else.

use super::kin::{
    Kin, adds_to, counts_all, counts_exactly, equal, is_heading, is_lost, is_whole, kin,
    outcome_within, stands_alone, sum_of,
};
use super::near::{Events, near};
use super::version::may_be_versions;
use super::wholes::whole_of;
use super::{Relation, RelationKind};
use crate::figure::{Facet, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::numeral::Form;
use crate::quantity::{Agreement, Bound};

/// How many sentences before "the wounded" they are counted.
const BEFORE: usize = 4;

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
        let whole = outnumbered(figures, part)
            .or(announced)
            .or_else(|| counts.find(events, part, alike))
            .or_else(|| counts.find(events, part, holds))
            .or_else(|| exceeded(figures, part))
            .or_else(|| one_of_several(figures, part));
        // "109 died, five of them on the ground": not all of them were aboard.
        let parted = |whole: FigureId| {
            let all = figures[whole].quantity.nominal;
            // "The bodies of 35 people who were on the plane", of 52 passengers
            let there = |f: &Figure| f.cues.population && f.quantity.nominal > all;
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

/// "Eleven soldiers were killed. Seven died in an ambush and six were killed by a bomb": two numbers without a noun, in the
/// sentence behind the count of all of whom they are, that are more than it.
fn both(figures: &[Figure], first: FigureId, known: &[Relation]) -> Option<Relation> {
    let parts = [first, first + 1];
    let bare = |id: &FigureId| {
        let f = &figures[*id];
        let open = f.unit.is_none() && f.group.is_none() && counts_exactly(f);
        // not "put the toll at 29 on Tuesday and at 31 on Wednesday"
        let open = open && !f.telling && f.cues.change.is_none();
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

/// "The toll for Britons reached 38 … The attacks killed 31 people": the largest count of all people of the event,
/// where people of one nation or age are said to be more.
fn exceeded(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let own = &figures[part];
    // "Men" may be whoever they are by trade.
    let kind = |facet| matches!(facet, Facet::Nation | Facet::Age);
    let group = own.group.as_ref().filter(|g| g.traits.iter().any(|t| kind(t.facet)));
    let here = |f: &Figure| f.scope.event == 0 && f.scope.certain;
    let exact = |f: &Figure| counts_exactly(f) && here(f);
    // "Seventeen were killed … The victims include 21 children."
    let exactly = own.quantity.bound == Bound::Exact && here(own);
    let some = own.cues.among == Some(own.outcome) && own.cues.part_of.is_none() && exactly;
    let there = matches!(own.outcome, Outcome::Affected | Outcome::Displaced);
    // "Two Belgian pensioners died, taking the toll to 18" says nothing of who the others were.
    let beside = part.checked_sub(1).map(|at| &figures[at]);
    let inherited = |f: &Figure| f.place.sentence == own.place.sentence && f.group == own.group;
    let risen = own.cues.change.is_some() && beside.is_some_and(inherited);
    // "20 gunmen were killed" somewhere else, says the other side.
    let attackers = own.cues.perpetrators;
    // "Fifteen soldiers died in the attack", "15 died on the spot"
    let some_of = own.group.is_some() && own.cues.of_event || own.cues.at_once;
    let some = some || some_of && counts_all(own) && exactly;
    let told = some || group.is_some() && exact(own);
    if !told || there || own.cues.besides || risen || attackers {
        return None;
    }
    // "Five men died … the bodies of three": of the men.
    let nation = group.is_some_and(|g| g.traits.iter().any(|t| t.facet == Facet::Nation));
    let all = |f: &Figure| {
        let people = f.anybody || nation && f.unit.is_none();
        f.outcome == own.outcome && f.group.is_none() && people && exact(f) && !f.cues.besides
    };
    let counts = (0..figures.len()).filter(|id| all(&figures[*id]));
    let largest = counts.max_by_key(|id| figures[*id].quantity.nominal)?;
    let fewer = figures[largest].quantity.nominal < own.quantity.nominal;
    // Whoever else is counted may be among these.
    let more = |f: &Figure| {
        let other = f.outcome == own.outcome && kin(f, own) != Kin::Apart;
        other && f.quantity.strict.high >= own.quantity.strict.high && f.group != own.group
    };
    let more = figures.iter().any(more);
    let one = !is_another_account(figures, largest, part);
    (fewer && !more && one && may_be_versions(&figures[largest], own)).then_some(largest)
}

/// "Wounded another 40 … Fifty of the wounded are in a critical condition": the count told right before, where some of its
/// people are said to be more.
fn outnumbered(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let own = &figures[part];
    let some = own.cues.among == Some(own.outcome) && own.cues.part_of.is_none();
    let some = some && own.scope.certain && own.quantity.bound == Bound::Exact;
    let told = |id: &FigureId| {
        let f = &figures[*id];
        let next = usize::from(own.outcome == Outcome::Injured);
        let body = !is_heading(f) && f.place.block + next >= own.place.block;
        body && f.place.sentence < own.place.sentence && f.outcome == own.outcome
    };
    let before = || near(figures, own.place.sentence, BEFORE).filter(told);
    let last = before().next_back().filter(|_| some)?;
    let all = &figures[last];
    let counts = is_whole(all) && matches!(kin(all, own), Kin::Same | Kin::Wider);
    let counts = counts && all.quantity.bound == Bound::Exact && may_be_versions(all, own);
    // "Fifty of the wounded": of 60 who were told of before
    let enough = |f: &Figure| f.quantity.strict.high >= own.quantity.strict.high;
    (counts && !before().any(|id| enough(&figures[id]))).then_some(last)
}

/// "412 Iraqis were killed and 903 wounded … the government's figures were 356 dead and 777 wounded": whether another
/// outcome stands beside each of two counts, with other numbers.
fn is_another_account(figures: &[Figure], a: FigureId, b: FigureId) -> bool {
    let beside = |id: FigureId| {
        let own = &figures[id];
        let told = |f: &&Figure| f.outcome != own.outcome && f.is_stated() && is_whole(f);
        figures[near(figures, own.place.sentence, 0)].iter().filter(told)
    };
    beside(a).any(|x| {
        beside(b).any(|y| x.outcome == y.outcome && x.quantity.nominal != y.quantity.nominal)
    })
}

/// "Six were killed in shootings across the city … in a separate shooting, eight men were killed": the count of all the
/// events that opens the news, where one of them is said to have cost more.
fn one_of_several(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let own = &figures[part];
    let body = |f: &Figure| !is_heading(f) && f.outcome == own.outcome;
    let first = figures.iter().position(body)?;
    let all = &figures[first];
    // not "in a shooting last year"
    let then = own.scope.time.is_none();
    let other = own.scope.event != 0 && own.scope.certain && then;
    let other = other && counts_exactly(own) && !own.cues.besides;
    let more = own.quantity.nominal > all.quantity.nominal && may_be_versions(all, own);
    let several = all.cues.of_events && counts_exactly(all) && all.scope.event == 0;
    let nests = matches!(kin(all, own), Kin::Same | Kin::Wider);
    (several && other && more && nests).then_some(first)
}

/// Whether a count may hold another, smaller one of its event or of a place of it.
fn may_hold(whole: &Figure, part: &Figure) -> bool {
    let spans = part.scope.place.is_some() || whole.cues.total;
    let placed = spans && whole.scope.event == 0;
    let wider = matches!(whole.outcome, Outcome::Affected | Outcome::Casualties);
    // "82 passengers and the two hijackers aboard": the one are not among the other.
    let attackers = whole.cues.perpetrators || part.cues.perpetrators;
    if whole.cues.population && !attackers && beside(whole, part) {
        let suffered = !matches!(part.outcome, Outcome::Affected | Outcome::Displaced);
        // More dead than passengers may be crew, or people on the ground, or of several wrecks.
        let fewer = part.quantity.nominal <= whole.quantity.nominal;
        // "Twelve passengers died, as did both occupants of the car": both are of a craft of their own.
        if whole.form == Form::Both && !fewer {
            return false;
        }
        // "a team of 22 … a toll of 390"
        let near = may_be_versions(whole, part);
        let more = near && part.outcome != Outcome::Injured && !part.cues.of_events;
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

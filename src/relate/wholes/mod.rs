//! The count that a figure is said to be a part of.
//!
//! "Twelve soldiers were killed … nine of the dead were recruits": the nine are of the twelve. A whole is
//! found by ties of the sentence, by "the dead", or as what "the other three" complete. Whether the
//! parts make it up is for those who ask.

mod counted;
mod exclusive;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use self::counted::{counted, listed_beside};
pub(super) use self::exclusive::{completes, is_exclusive};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::relate::kin::{
    Kin, counts_all, is_heading, is_outsider, is_whole, kin, outcome_within, stands_alone,
};
use crate::relate::near::near;
use crate::relate::search;
use crate::relate::version::may_be_miscounted;

/// How many sentences away the other parts may stand that "the remaining six" complete.
const REST: usize = 2;

/// The wholes that figures are said to be parts of, with these parts in order.
pub(in crate::relate) fn wholes(figures: &[Figure]) -> BTreeMap<FigureId, Vec<FigureId>> {
    let mut wholes: BTreeMap<FigureId, Vec<FigureId>> = BTreeMap::new();
    for part in 0..figures.len() {
        if let Some(whole) = whole_of(figures, part) {
            wholes.entry(whole).or_default().push(part);
        }
    }
    let missed: Vec<FigureId> = wholes
        .iter()
        .filter(|(whole, parts)| is_missed(figures, **whole, parts))
        .map(|(w, _)| *w)
        .collect();
    for whole in missed {
        let parts = wholes.get(&whole).cloned().unwrap_or_default();
        if let Some(other) = made_up(figures, whole, &parts).filter(|id| !wholes.contains_key(id)) {
            wholes.remove(&whole);
            wholes.insert(other, parts);
        }
    }
    for (whole, list, other) in misplaced(figures, &wholes) {
        wholes.entry(whole).or_default().retain(|part| !list.contains(part));
        wholes.entry(other).or_default().extend(list);
    }
    wholes.retain(|_, parts| !parts.is_empty());
    wholes
}

/// Lists of parts that do not make up the count taken for theirs, and the other count that they do: "Fifteen of the
/// victims were men, three women and nine children" of the 27 in all, whatever was counted since.
fn misplaced(
    figures: &[Figure],
    wholes: &BTreeMap<FigureId, Vec<FigureId>>,
) -> Vec<(FigureId, Vec<FigureId>, FigureId)> {
    let mut found = Vec::new();
    for (whole, parts) in wholes {
        let sentence = |p: &FigureId| figures[*p].place.sentence;
        for list in parts.chunk_by(|a, b| sentence(a) == sentence(b)) {
            let among = |p: &FigureId| {
                figures[*p].cues.among.is_some() && figures[*p].cues.part_of.is_none()
            };
            if list.len() < 2 || search::makes_up(figures, *whole, list) {
                continue;
            }
            let other = match list.iter().all(among) {
                true => made_up(figures, *whole, list),
                false => of_all_places(figures, *whole, list),
            };
            let other = other.filter(|other| !list.contains(other));
            found.extend(other.map(|other| (*whole, list.to_vec(), other)));
        }
    }
    found
}

/// "The number fell to 214 … The capital had 79. There were 58 in the north and 45 in the south": the count of all
/// places before that of one of them, which cannot hold the others.
fn of_all_places(figures: &[Figure], one: FigureId, others: &[FigureId]) -> Option<FigureId> {
    let listed = others.iter().any(|id| figures[*id].cues.listed);
    let sum = search::total(figures, others)?;
    let own = figures[one].quantity.nominal?;
    let all = |id: &FigureId| {
        let f = &figures[*id];
        let counts = f.outcome == figures[one].outcome && is_whole(f) && stands_alone(f);
        counts && !is_heading(f) && f.quantity.nominal >= sum.checked_add(own)
    };
    (0..one).rfind(all).filter(|_| listed && sum > own)
}

/// Whether parts of "the dead", with the rest of them, do not make up the count that was taken for theirs.
fn is_missed(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let among = parts.iter().all(|p| figures[*p].cues.among.is_some() || completes(&figures[*p]));
    let rest = parts.iter().any(|p| completes(&figures[*p]));
    among && rest && parts.len() > 1 && !search::makes_up(figures, whole, parts)
}

/// Another count of the same people before some parts that they do make up: "56 in the south and 23 abroad
/// … 79 in all … in the south, 38 of the victims were from one town. The other 18".
fn made_up(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> Option<FigureId> {
    let first = *parts.first()?;
    (0..first).rev().find(|id| {
        let f = &figures[*id];
        let alike =
            f.outcome == figures[whole].outcome && f.scope.event == figures[whole].scope.event;
        alike && is_whole(f) && !is_heading(f) && search::makes_up(figures, *id, parts)
    })
}

/// The whole that a figure is said to be a part of.
pub(in crate::relate) fn whole_of(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let cues = &figures[part].cues;
    let told = || {
        let among = || {
            let outcome = cues.among?;
            let dead = || all_dead(figures, part, outcome);
            // "39 died … seven were shot at the cafe … 12 of the victims": not of the seven
            let nominal = |id: FigureId| figures[id].quantity.nominal;
            let large = |id: &FigureId| nominal(*id) >= nominal(part);
            let victims = outcome == Outcome::Casualties;
            let killed =
                || counted(figures, part, Outcome::Killed).filter(|id| victims && large(id));
            let own = counted(figures, part, outcome);
            // "Of those who escaped, 15", far behind the nine who are still sought
            let next =
                |id: &FigureId| figures[*id].place.sentence + 1 >= figures[part].place.sentence;
            let alive = |id: &FigureId| figures[*id].cues.alive;
            let there = outcome == Outcome::Affected;
            let own = own.filter(|own| !there || alive(own) || large(own) || next(own));
            let small = own.is_some_and(|own| !large(&own));
            let own = if small { killed().or(own) } else { own };
            own.or_else(|| counted(figures, part, dead()?))
        };
        cues.part_of.or_else(among)
    };
    // "17 of them were released" are none of the dead.
    let living = cues.alive || figures[part].outcome == Outcome::Displaced;
    let lives = |whole: &FigureId| {
        let f = &figures[*whole];
        // "Three missing. … 69 of those registered survived" are none of the three.
        let found = f.outcome == Outcome::Missing && cues.alive;
        let more = found && f.quantity.nominal < figures[part].quantity.nominal;
        living && f.outcome == Outcome::Killed || more
    };
    // "The leader of the village told it that 112 had died in the villages alone", of 94: he has his own account.
    let own = figures[part].source.as_ref().is_some_and(is_outsider) && cues.part_of.is_none();
    let own = own && figures[part].unit.is_some();
    let claimed =
        |whole: &FigureId| own && figures[*whole].quantity.nominal < figures[part].quantity.nominal;
    // "3,900 families (some 22,000 people)" are the same ones.
    let others = |whole: &FigureId| {
        figures[*whole].collective && figures[part].unit.is_some() && !figures[part].collective
    };
    let kind = || all_of_the_kind(figures, part);
    let whole = completed(figures, part).or_else(|| told().map(|told| kind().unwrap_or(told)));
    let whole = whole.or_else(kind);
    let whole = whole.filter(|whole| !lives(whole) && !others(whole) && !claimed(whole))?;
    // "All nine children, one of whom died, were boys, and six of them": of the nine.
    // not "31 boys, of whom 37 were under 14"
    let small = figures[whole].quantity.nominal < figures[part].quantity.nominal;
    let one = figures[whole].quantity.nominal <= Some(Decimal::ONE) || whole + 1 < part;
    let outer = figures[whole].cues.part_of.filter(|_| small && one && whole < part);
    let holds = |id: &FigureId| figures[*id].quantity.nominal >= figures[part].quantity.nominal;
    Some(outer.filter(holds).unwrap_or(whole))
}

/// "The victims were 25 guests and 11 employees. Eighteen of the guests … and three in the yard": the last count of all of
/// the kind.
fn all_of_the_kind(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let listed = |id: FigureId| {
        let (last, own) = (&figures[id - 1], &figures[id]);
        let beside = last.place.sentence == own.place.sentence && last.outcome == own.outcome;
        own.cues.listed && beside && kin(last, own) == Kin::Same
    };
    let first = (0..=part).rev().find(|id| *id == 0 || !listed(*id)).unwrap_or(part);
    let some = &figures[first];
    let all = |id: &FigureId| {
        let f = &figures[*id];
        let own = f.is_stated() && f.outcome == some.outcome && f.scope.event == some.scope.event;
        let larger = f.quantity.nominal > some.quantity.nominal;
        own && larger && !f.cues.of_the_kind && kin(f, some) == Kin::Same
    };
    let told = some.cues.of_the_kind && some.group.is_some();
    if told { (0..first).rev().find(all) } else { None }
}

/// "It caused 93 deaths … The victims were 58 men": what befell victims in an event of which only dead are told.
fn all_dead(figures: &[Figure], part: FigureId, among: Outcome) -> Option<Outcome> {
    let event = figures[part].scope.event;
    let hurt = |f: &Figure| {
        let own = f.scope.event == event && f.cues.among != Some(among);
        own && matches!(f.outcome, Outcome::Injured | Outcome::Casualties)
    };
    let victims = among == Outcome::Casualties;
    let dead = !figures.iter().any(hurt) || are_as_many_as_the_dead(figures, part);
    (victims && dead).then_some(Outcome::Killed)
}

/// "86 bodies were recovered … Of the victims, 41 were from one village, 28 from the next and 18 from a third": whether the
/// victims that a sentence tells of come near the first count of the dead, and to no other.
fn are_as_many_as_the_dead(figures: &[Figure], part: FigureId) -> bool {
    let own = &figures[part];
    let list = listed_beside(figures, part);
    let sum = search::total(figures, &list);
    let near_it = |f: &Figure| {
        let counts = sum.zip(f.quantity.nominal);
        let whole = f.scope.event == own.scope.event && counts_all(f) && f.cues.among.is_none();
        whole && counts.is_some_and(|(sum, all)| may_be_miscounted(sum, all))
    };
    let hurt = |f: &Figure| f.outcome == Outcome::Injured;
    let all = |f: &Figure| f.outcome == Outcome::Casualties && f.cues.among.is_none();
    let dead = figures.iter().find(|f| f.outcome == Outcome::Killed && counts_all(f));
    list.len() > 1
        && dead.is_some_and(near_it)
        && !figures.iter().any(|f| hurt(f) && near_it(f) || all(f) && counts_all(f))
}

/// The whole of which a figure is all that remains: "14 of the dead were guards, the other three
/// drivers".
fn completed(figures: &[Figure], rest: FigureId) -> Option<FigureId> {
    let figure = &figures[rest];
    if !completes(figure) || !figure.is_stated() {
        return None;
    }
    let earlier = near(figures, figure.place.sentence, REST).start..rest;
    // "Two of them, a boy of 17 and a woman, were critical; the other five"
    let told =
        |f: &Figure| f.outcome == figure.outcome && (f.is_stated() || f.cues.part_of.is_some());
    let before = earlier.rev().find(|id| told(&figures[*id]))?;
    // "Two of the six, a boy and a woman, were critical; the other four": beside the two.
    let before = counted_as(figures, before).unwrap_or(before);
    let whole = Some(before).filter(|before| !completes(&figures[*before]));
    let whole = whole.and_then(|before| whole_of(figures, before)).filter(|whole| *whole < rest)?;
    // "Half a dozen of the twelve were of one family, including the grandfather; the six others": the
    // rest is of all twelve.
    // "33 were hurt. Eight are in hospital, two of them badly off. The other 29": of all who were hurt.
    let more = figure.quantity.nominal > figures[whole].quantity.nominal;
    let outer = whole_of(figures, whole)
        .filter(|outer| more || search::makes_up(figures, *outer, &[whole, rest]));
    let larger = |id: &FigureId| {
        let f = &figures[*id];
        let all = is_whole(f) && f.outcome == figure.outcome && stands_alone(f) && !is_heading(f);
        more && all && f.quantity.nominal > figure.quantity.nominal
    };
    let outer = outer.or_else(|| (0..whole).rfind(larger));
    // "46 people on board, including the driver; the other 12 walked away": most are left out.
    let named = (0..rest).filter(|id| figures[*id].cues.part_of == Some(whole));
    let all: Vec<FigureId> = named.chain([rest]).collect();
    let sum = search::total(figures, &all);
    let few = sum.and_then(|sum| sum.checked_mul(Decimal::TWO)) < figures[whole].quantity.nominal;
    let lone = !figures[before].is_stated() && outer.is_none() && few;
    let whole = outer.unwrap_or(whole);
    // "57 were hurt … 40 are in one hospital, six of them badly. The other 17": of all.
    // "34 have been rescued … 26 of them are in hospital, five in intensive care. The other eight were sent home"
    let beyond = (0..whole).rev().find(|id| {
        let f = &figures[*id];
        let all = is_whole(f) && outcome_within(figure.outcome, f.outcome) && stands_alone(f);
        all && !is_heading(f) && search::makes_up(figures, *id, &[whole, rest])
    });
    let short = !search::makes_up(figures, whole, &[before, rest]);
    // "A couple and their two daughters … the five others", or a paragraph on other people
    // "Four died in the street, including a postwoman. The remaining two": of those who died elsewhere too
    let lone = lone || !figures[before].is_stated() && !figures[whole].cues.population;
    let loose =
        lone || figures[before].cues.definite || figures[before].place.block != figure.place.block;
    if short && loose && beyond.is_none() {
        return None;
    }
    let whole = beyond.filter(|_| short).unwrap_or(whole);
    (figures[whole].outcome == figure.outcome).then_some(whole)
}

/// The count of those who are named one by one, where it is a part of another.
fn counted_as(figures: &[Figure], one: FigureId) -> Option<FigureId> {
    let count = figures[one].cues.part_of.filter(|_| !figures[one].is_stated())?;
    let named = |id: &FigureId| figures[*id].cues.part_of == Some(count);
    let all: Vec<FigureId> = (count..=one).filter(named).collect();
    let part = figures[count].is_stated() && whole_of(figures, count).is_some();
    (part && search::makes_up(figures, count, &all)).then_some(count)
}

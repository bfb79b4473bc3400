//! The count that a figure is said to be a part of.
//!
//! "Twelve soldiers were killed … nine of the dead were recruits": the nine are of the twelve. A whole is
//! found by ties of the sentence, by "the dead", or as what "the other three" complete. Whether the
//! parts make it up is for those who ask.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::kin::{Kin, equal, is_former, is_heading, is_whole, kin, stands_alone};
use super::near::near;
use super::search;
use super::version::may_be_values;
use crate::figure::{Facet, Figure, FigureId, Trait};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// How many sentences away the count may stand that "the dead" speak of.
const REACH: usize = 4;

/// How many sentences away the other parts may stand that "the remaining six" complete.
const REST: usize = 2;

/// The wholes that figures are said to be parts of, with these parts in order.
pub(super) fn wholes(figures: &[Figure]) -> BTreeMap<FigureId, Vec<FigureId>> {
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
    let sum = search::total(figures, others).and_then(|sum| sum.nominal)?;
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
pub(super) fn whole_of(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let cues = &figures[part].cues;
    let told = || {
        let among = || {
            let outcome = cues.among?;
            let dead = || all_dead(figures, part, outcome);
            counted(figures, part, outcome).or_else(|| counted(figures, part, dead()?))
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
    let whole = completed(figures, part).or_else(told).filter(|whole| !lives(whole))?;
    // "All nine children, one of whom died, were boys, and six of them": of the nine.
    let small = figures[whole].quantity.nominal < figures[part].quantity.nominal;
    let outer = figures[whole].cues.part_of.filter(|_| small && whole < part);
    let holds = |id: &FigureId| figures[*id].quantity.nominal >= figures[part].quantity.nominal;
    Some(outer.filter(holds).unwrap_or(whole))
}

/// "It caused 93 deaths … The victims were 58 men": what befell victims in an event of which only dead are told.
fn all_dead(figures: &[Figure], part: FigureId, among: Outcome) -> Option<Outcome> {
    let event = figures[part].scope.event;
    let hurt = |f: &Figure| {
        let own = f.scope.event == event && f.cues.among != Some(among);
        own && matches!(f.outcome, Outcome::Injured | Outcome::Casualties)
    };
    let dead = among == Outcome::Casualties && !figures.iter().any(hurt);
    dead.then_some(Outcome::Killed)
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
    let sum = search::total(figures, &all).and_then(|sum| sum.nominal);
    let few = sum.and_then(|sum| sum.checked_mul(Decimal::TWO)) < figures[whole].quantity.nominal;
    let lone = !figures[before].is_stated() && outer.is_none() && few;
    let whole = outer.unwrap_or(whole);
    // "57 were hurt … 40 are in one hospital, six of them badly. The other 17": of all.
    let beyond = (0..whole).rev().find(|id| {
        let f = &figures[*id];
        let all = is_whole(f) && f.outcome == figure.outcome && stands_alone(f);
        all && !is_heading(f) && search::makes_up(figures, *id, &[whole, rest])
    });
    let short = !search::makes_up(figures, whole, &[before, rest]);
    // "A couple and their two daughters … the five others", or a paragraph on other people
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

/// Whether a count of people besides those counted before is too small to hold a part: "another 410 died
/// … 1,260 of the dead" are some of all. "One killed and 20 others hurt" are all of the hurt.
fn is_short(figures: &[Figure], whole: FigureId, part: &Figure) -> bool {
    let others = &figures[whole];
    let before = |f: &Figure| f.outcome == others.outcome && f.scope.event == others.scope.event;
    let small = others.cues.besides && others.quantity.nominal < part.quantity.nominal;
    small && figures[..whole].iter().any(|f| before(f) && !is_heading(f))
}

/// The count of those to whom `outcome` happened that a part speaks of: the nearest before it, the
/// only one before it ("twelve soldiers were killed … nine of the dead"), or one that follows in its
/// sentence.
fn counted(figures: &[Figure], part: FigureId, outcome: Outcome) -> Option<FigureId> {
    let figure = &figures[part];
    let may_count = |id: &FigureId| {
        let f = &figures[*id];
        let alive = outcome != Outcome::Affected || f.cues.alive == figure.cues.alive;
        f.outcome == outcome
            && alive
            && stands_alone(f)
            && is_whole(f)
            && !is_short(figures, *id, figure)
            && !is_former(f)
            && !f.cues.base
            && f.scope.event == figure.scope.event
    };
    let counts = |id: &FigureId| may_count(id) && !is_heading(&figures[*id]);
    let holds =
        |id: &FigureId| counts(id) && matches!(kin(&figures[*id], figure), Kin::Same | Kin::Wider);
    // "… 44 passengers and a crew of four. Thirty-nine of the passengers were Danes and three Swedes"
    let of_passengers = || counted(figures, begun_by(figures, part)?, outcome);
    let sentence = figure.place.sentence;
    let before = near(figures, sentence, REACH).start..part;
    // A count that is too small for them was rather one of some of them.
    let least = together(figures, part);
    let large = |id: &FigureId| figures[*id].quantity.nominal >= least;
    let may_hold = |id: &FigureId| counts(id) && large(id) && kin(&figures[*id], figure).nests();
    let held = of_passengers().filter(|id| counts(id) && large(id));
    let held = held.or_else(|| before.clone().rfind(|id| holds(id) && large(id)));
    let held = held.or_else(|| before.clone().rfind(may_hold));
    // "Sixteen pilgrims died … 17 of the dead were women": women may be pilgrims.
    let may_be = |id: &FigureId| match kin(&figures[*id], figure) {
        Kin::Crossing => {
            figure.cues.complete || matches!(outcome, Outcome::Killed | Outcome::Captured)
        }
        kin => kin.nests(),
    };
    // "Seven people are dead … Six died in the west. One person died in the east … Five of the dead"
    let opening = || (0..part).find(counts).filter(|id| may_be(id) && large(id));
    let held = held.or_else(opening);
    // Where all that the body counts are too few, the headline may count enough.
    let heading = || (0..part).find(|id| may_count(id) && may_be(id) && large(id));
    let held = held.or_else(heading);
    // Of several that are all too small, the largest and nearest.
    // Of several that are too small in a scene of its own, the count of the main event that is large enough.
    let main = |id: &FigureId| {
        let f = &figures[*id];
        let of_main = f.scope.event == 0 && f.outcome == outcome && is_whole(f) && stands_alone(f);
        of_main && !is_heading(f) && large(id) && kin(f, figure).nests()
    };
    let beside = |id: FigureId| counts(&id) && figures[id].place.sentence == sentence;
    let apart = !figure.cues.of_uncounted && !before.clone().any(beside);
    let held = held.or_else(|| before.clone().rfind(main).filter(|_| apart));
    // "51 soldiers and nine gendarmes" are not of 25 bodies.
    let version = |id: &FigureId| {
        let values = figures[*id].quantity.nominal.zip(least);
        values.is_none_or(|(whole, parts)| whole >= parts || may_be_values(whole, parts))
    };
    // "21 passengers and two of the crew survived. 19 of the survivors"
    let few = |id: &FigureId| {
        let beside = near(figures, figures[*id].place.sentence, 0).filter(&counts);
        let sum = search::total(figures, &beside.collect::<Vec<_>>()).and_then(|sum| sum.nominal);
        holds(id) && version(id) && (outcome != Outcome::Affected || sum < least)
    };
    let nearly = || before.clone().filter(few).max_by_key(|id| figures[*id].quantity.nominal);
    if let Some(whole) = held.or_else(nearly) {
        return Some(whole);
    }
    let far = || {
        let mut all = (0..part).filter(counts);
        let few = |id: FigureId| !version(&id) || figures[id].cues.besides;
        let first = all.next()?;
        let others = all.any(|other| !few(other) && !equal(&figures[other], &figures[first]));
        let sum = figures[first].quantity.nominal.zip(least);
        let near = sum.is_some_and(|(all, parts)| may_be_values(all, parts));
        (may_be(&first) && near && !others).then_some(first)
    };
    if let Some(whole) = far() {
        return Some(whole);
    }
    let mut told = before.filter(counts);
    let only = told.next().filter(|_| told.next().is_none());
    if let Some(only) = only.filter(|id| may_be(id) && version(id)) {
        return Some(only);
    }
    // "Nine of the dead were of one battalion and three of another": the three have no noun.
    let mut after = part + 1..near(figures, sentence, 0).end;
    let after = after.find(|id| holds(id) && figures[*id].unit.is_some());
    after.or_else(|| only_count(figures, part, holds).filter(version))
}

/// The first of a list of parts of the same people that goes on with a figure: "38 of the dead were miners and
/// three engineers".
fn begun_by(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let own = &figures[part];
    let list = |f: &Figure| {
        let here = f.place.sentence == own.place.sentence && f.outcome == own.outcome;
        here && f.cues.among == own.cues.among && f.cues.part_of.is_none()
    };
    let rest = own.unit.is_none();
    let first = figures[..part].iter().rposition(|f| !list(f)).map_or(0, |at| at + 1);
    (rest && first < part).then_some(first)
}

/// How many people a count and those of its list are together, where nobody is in two of them: "the dead
/// include nine women, three men and a girl".
fn together(figures: &[Figure], part: FigureId) -> Option<Decimal> {
    let figure = &figures[part];
    let listed = |id: &FigureId| {
        let f = &figures[*id];
        f.cues.part_of.is_none() && f.cues.among == figure.cues.among && f.outcome == figure.outcome
    };
    let list: Vec<FigureId> = near(figures, figure.place.sentence, 0).filter(listed).collect();
    let sum = || search::total(figures, &list)?.nominal;
    let listed = figure.cues.part_of.is_none() && is_exclusive(figures, &list);
    listed.then(sum).flatten().or(figure.quantity.nominal)
}

/// The only count of an article that holds a part, however far above, if no other number is given: "14 were
/// wounded … five of the wounded".
fn only_count(
    figures: &[Figure],
    part: FigureId,
    holds: impl Fn(&FigureId) -> bool,
) -> Option<FigureId> {
    let mut counts = (0..part).filter(holds);
    let first = counts.next()?;
    let exact = figures[first].quantity.bound == Bound::Exact;
    (exact && counts.all(|id| equal(&figures[id], &figures[first]))).then_some(first)
}

/// Whether a part is all that remains: "the other two".
pub(super) fn completes(figure: &Figure) -> bool {
    figure.cues.besides && figure.cues.definite
}

/// Whether nobody is in two of the parts.
pub(super) fn is_exclusive(figures: &[Figure], parts: &[FigureId]) -> bool {
    // "14 in the north, 11 on the coast and the remaining five inland"
    let sentence = |id: &FigureId| figures[*id].place.sentence;
    let one = parts.windows(2).all(|pair| sentence(&pair[0]) == sentence(&pair[1]));
    if one && parts.last().is_some_and(|last| completes(&figures[*last])) {
        return true;
    }
    parts.iter().enumerate().all(|(at, a)| {
        parts[at + 1..].iter().all(|b| {
            let (first, second) = (&figures[*a], &figures[*b]);
            // "187 passengers and 35 crew"
            let there = first.cues.population && second.cues.population;
            first.outcome != second.outcome
                || kin(first, second) == Kin::Apart
                || (there && kin(first, second) == Kin::Crossing)
                || are_trades(first, second)
                || second.cues.besides
                || second.cues.complete
                || second.cues.listed
                || !second.is_stated()
                || !first.is_stated()
        })
    })
}

/// "Of the 120, 80 were civilians, 25 were police and 20 were soldiers": whether two parts of one whole are told
/// apart by what they are alone, and neither lies in the other.
fn are_trades(first: &Figure, second: &Figure) -> bool {
    let plain = |f: &Figure| {
        let trait_of = |t: &Trait| t.facet == Facet::Role;
        f.group.as_ref().is_some_and(|g| g.traits.iter().all(trait_of))
    };
    let one = first.cues.part_of.is_some() && first.cues.part_of == second.cues.part_of;
    // "Sixteen of the dead were guests and seven were staff"
    let among = first.cues.among.is_some() && first.cues.among == second.cues.among;
    let one = one || among && first.place.sentence == second.place.sentence;
    one && plain(first) && plain(second) && kin(first, second) == Kin::Crossing
}

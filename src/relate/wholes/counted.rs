//! The count of those to whom something happened, of whom a part is told.
//!
//! "Twelve soldiers were killed … nine of the dead": the nine are of the last count of dead before them that can hold
//! them, or of the only one. Whether they are of another part first is not known here.

use rust_decimal::Decimal;

use super::is_exclusive;
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;
use crate::relate::kin::{
    Kin, counts_exactly, equal, is_besides_unread, is_former, is_heading, is_whole, kin,
    stands_alone,
};
use crate::relate::near::near;
use crate::relate::search;
use crate::relate::version::{may_be_miscounted, may_be_values};

/// How many sentences away the count may stand that "the dead" speak of.
const REACH: usize = 4;

/// Whether a count of people besides those counted before is too small to hold a part: "another 410 died
/// … 1,260 of the dead" are some of all. "One killed and 20 others hurt" are all of the hurt.
fn is_short(figures: &[Figure], whole: FigureId, part: &Figure) -> bool {
    let others = &figures[whole];
    // "Two bodies were recovered on Sunday and two more on Tuesday. The dead are four men and a woman"
    let apart = others.place.sentence != part.place.sentence;
    let before =
        |f: &Figure| f.outcome == others.outcome && (apart || f.scope.event == others.scope.event);
    let small = others.cues.besides && others.quantity.nominal < part.quantity.nominal;
    let told = || figures[..whole].iter().any(|f| before(f) && !is_heading(f));
    small && (told() || is_besides_unread(figures, others))
}

/// The count of those to whom `outcome` happened that a part speaks of: the nearest before it, the
/// only one before it ("twelve soldiers were killed … nine of the dead"), or one that follows in its
/// sentence.
pub(super) fn counted(figures: &[Figure], part: FigureId, outcome: Outcome) -> Option<FigureId> {
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
    // Of several that are too small in a scene of its own, the count of the main event that is large enough.
    let main = |id: &FigureId| {
        let f = &figures[*id];
        let of_main = f.scope.event == 0 && f.outcome == outcome && is_whole(f) && stands_alone(f);
        of_main && !is_heading(f) && large(id) && kin(f, figure).nests()
    };
    let beside = |id: FigureId| counts(&id) && figures[id].place.sentence == sentence;
    let apart = !figure.cues.of_uncounted && !before.clone().any(beside);
    let held = held.or_else(|| before.clone().rfind(main).filter(|_| apart));
    // "432 died … 12 in the past day … Of the deaths, 242 occurred in clinics and 208 at home": nearly as many
    let nearly_main = |id: &FigureId| {
        let f = &figures[*id];
        let of_main = f.scope.event == 0 && f.outcome == outcome && counts_exactly(f);
        let counts = f.quantity.nominal.zip(least);
        let near = counts.is_some_and(|(all, parts)| may_be_miscounted(all, parts));
        of_main && near && kin(f, figure).nests()
    };
    // not where the headline counts enough
    let headed = (0..part)
        .any(|id| is_heading(&figures[id]) && figures[id].outcome == outcome && large(&id));
    let moved = figure.scope.event != 0 && apart && !headed;
    let held = held.or_else(|| before.clone().rfind(nearly_main).filter(|_| moved));
    // "51 soldiers and nine gendarmes" are not of 25 bodies.
    let version = |id: &FigureId| {
        let values = figures[*id].quantity.nominal.zip(least);
        values.is_none_or(|(whole, parts)| whole >= parts || may_be_values(whole, parts))
    };
    // "21 passengers and two of the crew survived. 19 of the survivors"
    let few = |id: &FigureId| {
        let sum = || {
            let beside = near(figures, figures[*id].place.sentence, 0).filter(&counts);
            search::total(figures, &beside.collect::<Vec<_>>())
        };
        holds(id) && version(id) && (outcome != Outcome::Affected || sum() < least)
    };
    // Of several that are all too small, the largest and nearest.
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
    // "Strikes kill 39" over "those killed include 48 children": there is no other count of them.
    let headed = |id: &FigureId| may_count(id) && may_be(id) && version(id);
    let first = (0..part).find(headed).filter(|_| !(0..part).any(|id| counts(&id)));
    if first.is_some() {
        return first;
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

/// A part and the others that its sentence tells of the same people: "of the victims, 41 were from one village, 28 from the
/// next".
pub(super) fn listed_beside(figures: &[Figure], part: FigureId) -> Vec<FigureId> {
    let own = &figures[part];
    let listed = |id: &FigureId| {
        let f = &figures[*id];
        f.cues.part_of.is_none() && f.cues.among == own.cues.among && f.outcome == own.outcome
    };
    near(figures, own.place.sentence, 0).filter(listed).collect()
}

/// How many people a count and those of its list are together, where nobody is in two of them: "the dead
/// include nine women, three men and a girl".
fn together(figures: &[Figure], part: FigureId) -> Option<Decimal> {
    let figure = &figures[part];
    let list = listed_beside(figures, part);
    let sum = || search::total(figures, &list);
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

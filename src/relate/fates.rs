//! What became of all who were there: the living, the dead and the missing.
//!
//! "393 miners were in the pit, of whom 346 escaped", and the dead and the missing of the same blast
//! make up all of them. Fates know whom the text counts as living or lost; an article that leaves
//! somebody's fate open without a number says nothing here.

use rust_decimal::Decimal;

use super::kin::{
    Kin, counts_all, formers_beside, is_heading, is_lost, is_whole, kin, stands_alone, sum_of,
};
use super::near::near;
use super::wholes::completes;
use super::{Relation, RelationKind, search};
use crate::figure::{Change, Facet, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::{Agreement, Bound};

/// How many sentences away the survivors of a count stand.
const REACH: usize = 2;

/// The same for those who are said to be all the others.
const FAR: usize = 4;

/// Relates a count of all who were there to their fates: as its sum where the text tells of
/// everybody, else as people who must be among them.
pub(super) fn of(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let all = &figures[id];
    // "Seven people were shot, three fatally … the five survivors"
    let shot = all.outcome == Outcome::Casualties && !all.telling;
    // "Three were pulled out dead and two alive. Four others are trapped": none of the four.
    // "left 16 crew missing. Nine of them were found alive and one dead, leaving six unaccounted for"
    let lost = all.outcome == Outcome::Missing
        && figures.iter().any(|f| f.cues.part_of == Some(id) && f.cues.alive);
    // "The missing went from 58 to 41 when 17 of them were found alive": none of the 41.
    let fallen = || formers_beside(figures, all).next().is_some();
    let lost = lost && all.cues.change.is_none() && !fallen();
    let fits = all.outcome == Outcome::Affected || shot || lost;
    let fits = fits && !all.cues.alive && !all.cues.besides;
    if !fits || !is_whole(all) {
        return None;
    }
    let fates = Fates { figures, id };
    // "48 passengers and four crew": neither is all who were there.
    if fates.is_one_of_several() {
        return None;
    }
    let told = fates.told()?;
    let complete = told.complete && told.tells_most(figures, all) && !fates.exceeds(&told.parts);
    // "181 passengers and a crew of seven … ten passengers and two stewardesses": not all are of the passengers.
    let role = |f: &Figure| {
        f.group.as_ref().is_some_and(|g| g.traits.iter().any(|t| t.facet == Facet::Role))
    };
    let apart = told.parts.iter().map(|part| &figures[*part]).any(|part| match kin(all, part) {
        Kin::Apart => true,
        Kin::Crossing => role(all) && role(part),
        _ => false,
    });
    let sum = search::total(figures, &told.parts);
    if sum > all.quantity.nominal && holds_others(figures, id, &told.parts, sum) {
        return None;
    }
    // Those who are left are all there are, or the count is of others.
    if apart || (told.rest && !complete) {
        return None;
    }
    let (kind, why) = if complete {
        (RelationKind::Sum, "the text tells what became of everybody there")
    } else {
        (
            RelationKind::Subset,
            "nobody is in two of these counts, and all must be among those counted there",
        )
    };
    Some(Relation::new(kind, vec![id], told.parts, why.to_owned()))
}

/// "97 were aboard … the manifest listed 71 passengers", "12 of the bodies came from the bus and four from a car":
/// whether a larger number of those who were there is given, or some of the dead are told apart.
fn holds_others(
    figures: &[Figure],
    id: FigureId,
    parts: &[FigureId],
    sum: Option<Decimal>,
) -> bool {
    let all = &figures[id];
    let larger = |f: &Figure| {
        let there = f.outcome == all.outcome && !f.cues.alive && !is_heading(f) && f.is_stated();
        // "carrying 46 passengers and crew … 30 of the 40 passengers": not all who were there.
        let role = all.cues.part_of.is_none() && kin(all, f) == Kin::Narrower;
        let more = f.quantity.nominal > all.quantity.nominal;
        let holds = f.quantity.nominal >= sum || role && more && f.cues.population;
        there && f.scope.event == all.scope.event && holds
    };
    // "89 passengers and crew of eight"
    let crew = |f: &Figure| {
        let there = f.cues.population && all.cues.population && f.span != all.span;
        let beside = f.place.sentence == all.place.sentence && kin(f, all) != Kin::Same;
        there && beside && f.cues.part_of.is_none() && sum_of(f, all) >= sum
    };
    let dead = |of: FigureId| figures[of].outcome == Outcome::Killed && parts.contains(&of);
    let told = |f: &Figure| {
        let apart = f.cues.among == Some(Outcome::Killed) || f.cues.part_of.is_some_and(dead);
        apart && f.is_stated() && f.scope.place.is_none() && f.group.is_none()
    };
    let beside =
        |pair: &[Figure]| pair.iter().all(told) && pair[0].place.sentence == pair[1].place.sentence;
    figures.iter().any(|f| larger(f) || crew(f)) || figures.windows(2).any(beside)
}

/// What an article tells of the fates of those who were there.
struct Told {
    /// The living, the dead and the missing.
    parts: Vec<FigureId>,
    /// Whether it tells of everybody.
    complete: bool,
    /// Whether nobody lives and some of the dead are all that is left: "24 bodies … the other ten".
    rest: bool,
}

impl Told {
    /// Whether it tells of half of the people at least: of "38 were seized. Three escaped and two were
    /// killed" the fates of most are still to come.
    fn tells_most(&self, figures: &[Figure], all: &Figure) -> bool {
        let sum = search::total(figures, &self.parts);
        sum.and_then(|sum| sum.checked_mul(Decimal::TWO)) >= all.quantity.nominal
    }
}

/// The figures of a document around one that counts all who were there.
struct Fates<'a> {
    figures: &'a [Figure],
    id: FigureId,
}

impl Fates<'_> {
    /// What is told of them, if anything is.
    fn told(&self) -> Option<Told> {
        let (figures, all) = (self.figures, &self.figures[self.id]);
        let (alive, rest) = (self.alive().unwrap_or_default(), self.rest());
        let sentence = figures[*alive.first().or(rest.as_ref())?].place.sentence;
        let beside: Vec<FigureId> = self.lost(|f| f.place.sentence == sentence).collect();
        // "Eleven miners were buried. Seven died and four were rescued."
        let adjacent = sentence.abs_diff(all.place.sentence) <= 1 && !beside.is_empty();
        let of_whom =
            alive.iter().any(|survivors| figures[*survivors].cues.part_of == Some(self.id));
        // "The remaining 33 all survived": with them everybody is told of.
        let last = alive.iter().any(|id| completes(&figures[*id]));
        if !all.cues.population && !of_whom && !adjacent && !last {
            return None;
        }
        // "24 bodies … the other ten" are all only where both are told at once.
        if alive.is_empty() && !(beside.len() > 1 && is_whole(all)) {
            return None;
        }
        let dead = self.toll(Outcome::Killed, &beside);
        let missing = self.toll(Outcome::Missing, &beside).or_else(|| self.left_inside(&alive));
        // "All 34 miners who were trapped are dead": nobody is sought any more.
        let all_dead = dead.is_some_and(|dead| figures[dead].cues.definite);
        let told = adjacent || missing.is_some() || all_dead || last;
        // "Forty-one were rescued and 12 bodies were found": others may still be sought.
        let sought = missing.is_none() && dead.is_some_and(|dead| figures[dead].cues.bodies);
        // "Sixty-three of the 73 have been found safe": who the others are is told where these are
        let whole = all.cues.population || adjacent || last || all.unit.is_some();
        let told = told && whole && !sought && !self.has_more(&alive);
        let complete = told && (dead.is_some() || rest.is_some()) && self.is_counted(&alive);
        // "A blast killed 12 miners. Forty-one were underground and 39 got out": too many, whoever is not told of
        let more = beside.is_empty() && all.cues.population && self.is_counted(&alive);
        let more = more && dead.is_some_and(|dead| self.exceeds(&[&alive[..], &[dead]].concat()));
        let lost = match complete {
            true => dead
                .map(|dead| self.with_kinds(dead))
                .into_iter()
                .flatten()
                .chain(missing)
                .collect(),
            false if more => dead.into_iter().collect(),
            false => beside,
        };
        let rest = rest.is_some() && alive.is_empty();
        let parts = alive.into_iter().chain(lost.iter().copied()).collect();
        (!lost.is_empty()).then_some(Told { parts, complete, rest })
    }

    /// "Both pilots were killed along with 19 passengers": the dead of other kinds beside a count of the dead.
    fn with_kinds(&self, dead: FigureId) -> Vec<FigureId> {
        let first = &self.figures[dead];
        let sentence = near(self.figures, first.place.sentence, 0);
        let other = |id: &FigureId| {
            let f = &self.figures[*id];
            let own = f.outcome == first.outcome && self.is_of_event(f) && f.is_stated();
            own && matches!(kin(first, f), Kin::Apart | Kin::Crossing)
        };
        // Of three, two may be of one kind.
        let others: Vec<FigureId> = sentence.filter(other).collect();
        let one = if others.len() == 1 { others } else { Vec::new() };
        [dead].into_iter().chain(one).collect()
    }

    /// "Eighty-seven made their way out … That left 19 still below": those who are still where all were, told of behind the
    /// living or, failing that, before them.
    fn left_inside(&self, alive: &[FigureId]) -> Option<FigureId> {
        let (all, last) = (&self.figures[self.id], *alive.last()?);
        let inside = |id: &FigureId| {
            let f = &self.figures[*id];
            let there = f.outcome == Outcome::Affected && !f.cues.alive && !f.cues.population;
            let fewer = f.quantity.nominal < all.quantity.nominal && f.cues.part_of.is_none();
            there && fewer && self.is_of_event(f) && f.quantity.bound == Bound::Exact
        };
        let behind = near(self.figures, self.figures[last].place.sentence, REACH);
        let behind = behind.filter(|id| *id > last).find(inside);
        behind.or_else(|| (self.id + 1..last).rfind(inside))
    }

    /// Whether the text tells of more who live than some survivors: "49 walked out … eight were brought up".
    fn has_more(&self, alive: &[FigureId]) -> bool {
        let known = |f: &Figure| {
            alive.iter().any(|id| self.figures[*id].quantity.nominal == f.quantity.nominal)
        };
        // A day may part them from the rest: "eight were brought up alive on Tuesday".
        self.figures.iter().any(|f| f.cues.alive && counts_all(f) && !known(f))
    }

    fn is_of_event(&self, figure: &Figure) -> bool {
        // "17 of those on board are unaccounted for"
        let aboard = figure.cues.among == Some(Outcome::Affected)
            && is_lost(figure.outcome)
            && stands_alone(figure)
            && !is_heading(figure);
        (counts_all(figure) || aboard) && figure.scope.event == self.figures[self.id].scope.event
    }

    /// Whether the sentence counts others who were there too.
    fn is_one_of_several(&self) -> bool {
        let all = &self.figures[self.id];
        let beside = near(self.figures, all.place.sentence, 0).filter(|id| *id != self.id);
        beside.into_iter().any(|id| {
            let f = &self.figures[id];
            let there = f.outcome == all.outcome && !f.cues.alive && self.is_of_event(f);
            let there = there && f.cues.part_of != Some(self.id);
            there && matches!(kin(all, f), Kin::Apart | Kin::Crossing)
        })
    }

    /// The survivors of the nearest sentence that counts any.
    fn alive(&self) -> Option<Vec<FigureId>> {
        let at = self.figures[self.id].place.sentence;
        let alive = near(self.figures, at, FAR).filter(|id| {
            let f = &self.figures[*id];
            let part = f.cues.part_of == Some(self.id);
            // "17 died and 123 were rescued from three boats … the first had 57 people on board"
            let beside = f.place.sentence == at || !self.exceeds(&[*id]);
            let of_them = part || self.is_of_event(f) && beside;
            *id != self.id && f.cues.alive && f.is_stated() && of_them
        });
        let alive: Vec<FigureId> = alive.collect();
        let away = |id: &FigureId| self.figures[*id].place.sentence.abs_diff(at);
        let nearest = alive.iter().map(away).min()?;
        let chosen: Vec<FigureId> = alive.into_iter().filter(|id| away(id) == nearest).collect();
        Some(chosen)
    }

    /// The dead or the missing who are all that is left: "Rescuers found 24 bodies and searched for the
    /// other ten".
    fn rest(&self) -> Option<FigureId> {
        let at = self.figures[self.id].place.sentence;
        let left = |f: &Figure| {
            let near = f.place.sentence >= at && f.place.sentence - at <= REACH;
            near && f.cues.besides && f.cues.definite && f.is_stated()
        };
        self.lost(left).next()
    }

    /// The dead and the missing that fit.
    fn lost(&self, fits: impl Fn(&Figure) -> bool) -> impl Iterator<Item = FigureId> {
        (0..self.figures.len()).filter(move |id| {
            let f = &self.figures[*id];
            *id != self.id && is_lost(f.outcome) && self.is_of_event(f) && fits(f)
        })
    }

    /// The count of an outcome: the one beside the survivors, the newest, or the first of the event.
    fn toll(&self, outcome: Outcome, beside: &[FigureId]) -> Option<FigureId> {
        let here = beside.iter().copied().find(|id| self.figures[*id].outcome == outcome);
        // "killing 19 of the 52 people on board"
        let part = || {
            let of_these = |f: &Figure| f.cues.part_of == Some(self.id) && f.outcome == outcome;
            self.figures.iter().position(|f| of_these(f) && f.is_stated())
        };
        let here = here.or_else(part);
        let new = |f: &Figure| f.outcome == outcome && f.cues.change == Some(Change::To);
        // "Feared dead" are the dead and the missing.
        let any = |f: &Figure| f.outcome == outcome && f.cues.change.is_none() && !f.cues.feared;
        here.or_else(|| self.lost(new).next()).or_else(|| self.lost(any).next())
    }

    /// Whether all who were there and all who live are counted to a head.
    fn is_counted(&self, alive: &[FigureId]) -> bool {
        let exact = |id: &FigureId| self.figures[*id].quantity.bound == Bound::Exact;
        exact(&self.id) && alive.iter().all(exact)
    }

    /// Whether there are more of some people than were there.
    fn exceeds(&self, parts: &[FigureId]) -> bool {
        let all = &self.figures[self.id].quantity;
        search::quantity(self.figures, parts)
            .is_some_and(|sum| sum.fits_within(all) == Agreement::Impossible)
    }
}

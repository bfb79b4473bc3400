//! What became of all who were there: the living, the dead and the missing.
//!
//! "393 miners were in the pit, of whom 346 escaped", and the dead and the missing of the same blast
//! make up all of them. Fates know whom the text counts as living or lost; an article that leaves
//! somebody's fate open without a number says nothing here.

use rust_decimal::Decimal;

use super::kin::{Kin, is_heading, is_lost, is_whole, kin, stands_alone};
use super::near::near;
use super::{Relation, RelationKind, search};
use crate::figure::{Change, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::{Agreement, Bound};

/// How many sentences away the survivors of a count stand.
const REACH: usize = 2;

/// Relates a count of all who were there to their fates: as its sum where the text tells of
/// everybody, else as people who must be among them.
pub(super) fn of(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let all = &figures[id];
    if all.outcome != Outcome::Affected || all.cues.alive {
        return None;
    }
    let fates = Fates { figures, id };
    // "48 passengers and four crew": neither is all who were there.
    if fates.is_one_of_several() {
        return None;
    }
    let (alive, rest) = (fates.alive().unwrap_or_default(), fates.rest());
    let sentence = figures[*alive.first().or(rest.as_ref())?].place.sentence;
    let beside: Vec<FigureId> = fates.lost(|f| f.place.sentence == sentence).collect();
    let adjacent = sentence.abs_diff(all.place.sentence) <= 1;
    // "Eleven miners were buried. Seven died and four were rescued."
    let told = adjacent && !beside.is_empty();
    let of_whom = alive.iter().any(|survivors| figures[*survivors].cues.part_of == Some(id));
    if !all.cues.population && !of_whom && !told {
        return None;
    }
    let dead = fates.toll(Outcome::Killed, &beside);
    let missing = fates.toll(Outcome::Missing, &beside);
    // "All 34 miners who were trapped are dead": nobody is sought any more.
    let all_dead = dead.is_some_and(|dead| figures[dead].cues.definite);
    let told = told || missing.is_some() || all_dead;
    let complete = told && (dead.is_some() || rest.is_some()) && fates.is_counted(&alive);
    // "38 were seized. Three escaped and two were killed": of most of them nothing is told yet.
    let most = |parts: &[FigureId]| {
        let sum = search::total(figures, parts).and_then(|sum| sum.nominal);
        sum.and_then(|sum| sum.checked_mul(Decimal::TWO)) >= all.quantity.nominal
    };
    // "24 bodies … the other ten" are all only where both are told at once.
    let both = !alive.is_empty() || (beside.len() > 1 && is_whole(all));
    let lost: Vec<FigureId> =
        if complete { dead.into_iter().chain(missing).collect() } else { beside };
    let parts: Vec<FigureId> = alive.into_iter().chain(lost.iter().copied()).collect();
    let fits = complete && most(&parts) && !fates.exceeds(&parts);
    if lost.is_empty()
        || !both
        || (rest.is_some() && !fits)
        || parts.iter().any(|part| kin(all, &figures[*part]) == Kin::Apart)
    {
        return None;
    }
    let (kind, why) = if fits {
        (RelationKind::Sum, "the text tells what became of everybody there")
    } else {
        (
            RelationKind::Subset,
            "nobody is in two of these counts, and all must be among those counted there",
        )
    };
    Some(Relation::new(kind, vec![id], parts, why.to_owned()))
}

/// The figures of a document around one that counts all who were there.
struct Fates<'a> {
    figures: &'a [Figure],
    id: FigureId,
}

impl Fates<'_> {
    fn is_of_event(&self, figure: &Figure) -> bool {
        let own = stands_alone(figure) && is_whole(figure) && !is_heading(figure);
        own && figure.scope.event == self.figures[self.id].scope.event
    }

    /// Whether the sentence counts others who were there too.
    fn is_one_of_several(&self) -> bool {
        let all = &self.figures[self.id];
        let beside = near(self.figures, all.place.sentence, 0).filter(|id| *id != self.id);
        beside.into_iter().any(|id| {
            let f = &self.figures[id];
            let there = f.outcome == all.outcome && !f.cues.alive && self.is_of_event(f);
            there && matches!(kin(all, f), Kin::Apart | Kin::Crossing)
        })
    }

    /// The survivors of the nearest sentence that counts any.
    fn alive(&self) -> Option<Vec<FigureId>> {
        let at = self.figures[self.id].place.sentence;
        let alive = near(self.figures, at, REACH).filter(|id| {
            let f = &self.figures[*id];
            let part = f.cues.part_of == Some(self.id);
            *id != self.id && f.cues.alive && f.is_stated() && (part || self.is_of_event(f))
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
            is_lost(f.outcome) && self.is_of_event(f) && fits(f)
        })
    }

    /// The count of an outcome: the one beside the survivors, the newest, or the first of the event.
    fn toll(&self, outcome: Outcome, beside: &[FigureId]) -> Option<FigureId> {
        let here = beside.iter().copied().find(|id| self.figures[*id].outcome == outcome);
        let new = |f: &Figure| f.outcome == outcome && f.cues.change == Some(Change::To);
        let any = |f: &Figure| f.outcome == outcome && f.cues.change.is_none();
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
        search::total(self.figures, parts)
            .is_some_and(|sum| sum.fits_within(all) == Agreement::Impossible)
    }
}

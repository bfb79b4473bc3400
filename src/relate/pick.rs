//! Which figures may be added up: those that count different people, none of them left out.
//!
//! "Eight soldiers" and "four civilians" can be added; "five women" of the eight can not, nor "a woman"
//! without "her husband" beside her. A pick knows figures two by two, and the total to be reached.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::kin::{Kin, equal, is_heading, is_whole, kin, outcome_within, same_source};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;

/// How many sentences from a count a single victim stands who is one of it.
const BESIDE: usize = 2;

/// Figures, and those that are known to make each up.
pub(super) type Sums = FxHashMap<FigureId, Vec<FigureId>>;

/// A search for a set of a certain size.
pub(super) struct Pick<'a> {
    pub(super) figures: &'a [Figure],
    pub(super) whole: FigureId,
    pub(super) total: Decimal,
    pub(super) size: usize,
    pub(super) candidates: &'a [FigureId],
    /// What is known to make up other figures.
    pub(super) sums: &'a Sums,
}

impl Pick<'_> {
    /// Whether the picked may be all of the whole: beside its own parts there is no count like the
    /// whole ("two people, including a child … one person").
    fn is_level(&self, picked: &[FigureId]) -> bool {
        let whole = &self.figures[self.whole];
        let told = picked.iter().any(|id| self.figures[*id].cues.part_of == Some(self.whole));
        let alike = |id: &FigureId| {
            let f = &self.figures[*id];
            let own = f.cues.part_of.is_none() && !f.cues.besides && f.is_stated();
            // "Of 13 deaths, 12 were in the north. One was in the south" goes on with the parts.
            let goes_on = f.place.sentence == whole.place.sentence + 1;
            own && !goes_on && f.outcome == whole.outcome && kin(whole, f) == Kin::Same
        };
        // "Two people, including a child … a woman": the woman elsewhere is none of the two.
        let elsewhere = |id: &FigureId| {
            let f = &self.figures[*id];
            !f.is_stated() && f.place.sentence != whole.place.sentence
        };
        // The dead of one other event are none of this one.
        let event = self.figures[picked[0]].scope.event;
        let foreign = |id: &FigureId| self.figures[*id].scope.event == event;
        if !is_heading(whole) && event != whole.scope.event && picked.iter().all(foreign) {
            return false;
        }
        // Single victims here and there make up a headline, but no count of the body, nor does one
        // who is told of far from it.
        let sentence = |id: &FigureId| self.figures[*id].place.sentence;
        let single = |id: &FigureId| !self.figures[*id].is_stated();
        let scattered = picked.windows(2).any(|pair| sentence(&pair[0]) != sentence(&pair[1]));
        let far =
            |id: &FigureId| single(id) && sentence(id).abs_diff(whole.place.sentence) > BESIDE;
        let loose = scattered && picked.iter().all(single) || picked.iter().any(far);
        if !is_heading(whole) && loose {
            return false;
        }
        let stray = |id: &FigureId| alike(id) || elsewhere(id);
        (!told || !picked.iter().any(stray)) && !self.leaves_out(picked)
    }

    /// Whether a count that stands in a list with one of the picked is not among them.
    fn leaves_out(&self, picked: &[FigureId]) -> bool {
        let listed = |id: &FigureId| {
            let f = &self.figures[*id];
            picked.iter().any(|p| are_listed(&self.figures[*p], f))
        };
        // "A woman, her husband and three children": whoever is named is not left out.
        let named = |id: &FigureId| {
            let f = &self.figures[*id];
            let beside = |p: &FigureId| {
                let p = &self.figures[*p];
                p.place.sentence == f.place.sentence && p.outcome == f.outcome
            };
            !f.is_stated() && f.cues.part_of.is_none() && picked.iter().any(beside)
        };
        // "Two are in critical condition, including a child": with the child goes the other.
        let torn = |id: &FigureId| {
            let count = |id: &FigureId| self.figures[*id].quantity.nominal;
            let parts = picked.iter().filter(|p| self.is_part(**p, *id));
            let sum = parts.filter_map(count).fold(Decimal::ZERO, Decimal::saturating_add);
            !sum.is_zero() && Some(sum) < count(id)
        };
        // "48 were underground … 16 are dead and five missing … 27 escaped": the missing were there too.
        let lost = |id: &FigureId| {
            let f = &self.figures[*id];
            let missing = f.outcome == Outcome::Missing && is_whole(f) && f.is_stated();
            let told = |p: &FigureId| self.figures[*p].outcome == Outcome::Missing;
            missing && !picked.iter().any(told) && !f.cues.definite
        };
        let left = |id: &&FigureId| !picked.contains(id);
        let mut left = self.candidates.iter().filter(left);
        left.any(|id| listed(id) || named(id) || torn(id) || lost(id))
    }

    /// Whether a figure is of the people of another count: it says so, or is of "the dead" and that
    /// counts them.
    fn is_part(&self, part: FigureId, whole: FigureId) -> bool {
        let (part_of, of) = (&self.figures[part], &self.figures[whole]);
        let counts = || {
            let dead = part_of.cues.among == Some(of.outcome) && part_of.outcome == of.outcome;
            let larger = of.quantity.nominal > part_of.quantity.nominal;
            let before = whole < part && of.scope.event == part_of.scope.event;
            dead && larger && before && is_whole(of) && kin(of, part_of).nests()
        };
        // "Twenty-seven escaped, 11 of them with injuries … The 11 injured"
        let again = |id: &FigureId| {
            let f = &self.figures[*id];
            let told = f.cues.part_of == Some(whole) && f.outcome == part_of.outcome;
            told && f.quantity.nominal == part_of.quantity.nominal
        };
        let recalled = || part_of.cues.definite && self.candidates.iter().any(again);
        part_of.cues.part_of == Some(whole) || counts() || recalled()
    }

    /// Whether a figure is one of those that are known to make up another.
    fn makes_up(&self, part: FigureId, whole: FigureId) -> bool {
        self.sums.get(&whole).is_some_and(|parts| parts.contains(&part))
    }

    /// Adds candidates from `from` on until the sum is reached.
    pub(super) fn extend(&mut self, picked: &mut Vec<FigureId>, from: usize, sum: Decimal) -> bool {
        if picked.len() == self.size {
            return sum == self.total && self.is_level(picked);
        }
        for at in from..self.candidates.len() {
            let id = self.candidates[at];
            let nominal = self.figures[id].quantity.nominal.unwrap_or(self.total);
            let Some(sum) = sum.checked_add(nominal).filter(|s| *s <= self.total) else { continue };
            let apart = |p: &FigureId| {
                let parted = disjoint(&self.figures[*p], &self.figures[id], *p, id);
                let known = self.makes_up(id, *p) || self.makes_up(*p, id);
                parted && !known && !self.is_part(id, *p) && !self.is_part(*p, id)
            };
            let fits = picked.iter().all(apart);
            if !fits {
                continue;
            }
            picked.push(id);
            if self.extend(picked, at + 1, sum) {
                return true;
            }
            picked.pop();
        }
        false
    }
}

/// Whether nobody is counted by both of two figures, as far as their words say.
pub(super) fn disjoint(a: &Figure, b: &Figure, a_id: FigureId, b_id: FigureId) -> bool {
    let nested = a.cues.part_of == Some(b_id) || b.cues.part_of == Some(a_id);
    // "and 5 others were injured" said twice
    let besides = a.cues.besides && b.cues.besides && a.place.sentence != b.place.sentence;
    let one = equal(a, b) && kin(a, b) == Kin::Same && a.outcome == b.outcome;
    let again = besides && one && a.scope.place_name() == b.scope.place_name();
    let parted = are_apart(a.outcome, b.outcome)
        || kin(a, b) == Kin::Apart
        || a.scope.event != b.scope.event
        || if a_id < b_id { b.cues.besides } else { a.cues.besides }
        || ((!b.is_stated() || !a.is_stated()) && a.place.sentence == b.place.sentence)
        || (!b.is_stated() && !b.scope.certain)
        || (!a.is_stated() && !a.scope.certain)
        || (a.place.sentence == b.place.sentence && a.group != b.group)
        || are_listed(a, b)
        || died_later(a) != died_later(b)
        || are_placed_apart(a, b)
        || (a.cues.alive != b.cues.alive && a.place.sentence != b.place.sentence)
        || a.cues.part_of.is_some_and(|whole| b.cues.part_of == Some(whole));
    !nested && !again && parted
}

/// "45 died in Bihar … 17 in Assam": whether two counts are told of two places. One number may be one count.
pub(super) fn are_placed_apart(a: &Figure, b: &Figure) -> bool {
    let own = |f: &Figure| f.is_stated() && is_whole(f) && !f.cues.definite;
    let places = a.scope.place_name().zip(b.scope.place_name());
    places.is_some_and(|(a, b)| a != b) && own(a) && own(b) && !equal(a, b) && same_source(a, b)
}

/// Whether nobody suffers both of two outcomes: the dead are among casualties, not among the injured.
fn are_apart(a: Outcome, b: Outcome) -> bool {
    let holds = |all, part| all == Outcome::Casualties && outcome_within(part, all);
    a != b && !holds(a, b) && !holds(b, a)
}

/// "Two of the injured died", "two later died": they are none of those who were killed at once.
pub(super) fn died_later(figure: &Figure) -> bool {
    let hurt = figure.cues.among.is_some_and(|o| o != Outcome::Killed);
    figure.outcome == Outcome::Killed && (hurt || figure.cues.later)
}

/// Whether two counts of injured or of survivors stand side by side: "two are in critical condition,
/// one is stable", "thirty escaped and two were saved".
fn are_listed(a: &Figure, b: &Figure) -> bool {
    let own = |f: &Figure| {
        let part = f.cues.part_of.is_some() || f.cues.definite || f.cues.population;
        !part && f.is_stated()
    };
    // "18 shot dead and one beheaded"
    let bare = a.unit.is_none() && b.unit.is_none();
    let told = match a.outcome {
        Outcome::Injured | Outcome::Affected => true,
        Outcome::Killed => bare,
        _ => false,
    };
    told && b.outcome == a.outcome && a.place.sentence == b.place.sentence && own(a) && own(b)
}

//! Those who were let out of care or died there, and those who are still in it.
//!
//! "The fire injured 139 people. Of those 82 were discharged and 57 are still in hospital" tells of all the injured. Those
//! who never were in hospital have no verb, so that only a count of people in care, or one of whom the words make them
//! parts, or one that the two come near to, is held to be theirs.

use super::kin::{counts_exactly, is_heading, stands_alone};
use super::near::near;
use super::version::{may_be_miscounted, may_be_values};
use super::wholes::whole_of;
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// How many sentences before them the count of all may stand.
const REACH: usize = 2;

/// Relates those who left and those who stay to the count of all of them.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for left in 0..figures.len().saturating_sub(1) {
        let Some(whole) = Care { figures, left, stay: left + 1 }.whole() else { continue };
        if !relations.iter().any(|r| r.is_sum_of(whole)) {
            let why = "the text tells who has left and who is still in care".to_owned();
            let parts = vec![left, left + 1];
            relations.push(Relation::new(RelationKind::Sum, vec![whole], parts, why));
        }
    }
}

/// Two counts, the one right behind the other.
struct Care<'a> {
    figures: &'a [Figure],
    left: FigureId,
    stay: FigureId,
}

impl Care<'_> {
    /// The count of all whom the two make up, if they are such a pair.
    fn whole(&self) -> Option<FigureId> {
        let [left, stay] = [self.left, self.stay].map(|id| &self.figures[id]);
        let plain = |f: &Figure| {
            let bare = f.unit.is_none() && f.group.is_none() && stands_alone(f);
            bare && f.quantity.bound == Bound::Exact && !is_heading(f) && !f.cues.besides
        };
        let died = left.outcome == Outcome::Killed && left.cues.among == Some(Outcome::Injured);
        let stays = stay.outcome == Outcome::Injured && stay.cues.care && !stay.cues.home;
        let one = left.place.sentence == stay.place.sentence && plain(left) && plain(stay);
        if !one || !stays || !(left.cues.home || died) {
            return None;
        }
        let of = whole_of(self.figures, self.left).filter(|whole| self.is_of_all(*whole));
        let own = of.filter(|whole| self.is_near(*whole, true));
        let found = own.or_else(|| self.last().filter(|whole| self.is_near(*whole, false)));
        found.filter(|whole| !self.leaves_dead(*whole))
    }

    /// "Of the 68 injured 33 have been discharged and 24 remain in hospital", after the 11 who died there: whether some
    /// of the dead are all whom the two leave.
    fn leaves_dead(&self, whole: FigureId) -> bool {
        let sum = search::total(self.figures, &[self.left, self.stay]);
        let all = self.figures[whole].quantity.nominal;
        let gap = all.zip(sum).map(|(all, sum)| all - sum);
        let fills = |f: &Figure| f.outcome == Outcome::Killed && f.quantity.nominal == gap;
        gap.is_some() && self.figures.iter().any(|f| f.is_stated() && fills(f))
    }

    /// The last count of the injured before the two.
    fn last(&self) -> Option<FigureId> {
        let left = &self.figures[self.left];
        let before = near(self.figures, left.place.sentence, REACH).start..self.left;
        let here = |id: &FigureId| self.figures[*id].scope.event == left.scope.event;
        before.rev().find(|id| here(id) && self.is_of_all(*id))
    }

    /// Whether a figure counts all of some injured to a head.
    fn is_of_all(&self, id: FigureId) -> bool {
        let f = &self.figures[id];
        f.outcome == Outcome::Injured && counts_exactly(f)
    }

    /// Whether the two may be all of a count; where the words make them its parts, they may be further from it.
    fn is_near(&self, whole: FigureId, told: bool) -> bool {
        let all = &self.figures[whole];
        let sum = search::total(self.figures, &[self.left, self.stay]);
        let counts = sum.zip(all.quantity.nominal);
        counts.is_some_and(|(sum, all_of)| match told || all.cues.care {
            true => may_be_values(sum, all_of),
            false => may_be_miscounted(sum, all_of),
        })
    }
}

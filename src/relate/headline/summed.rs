//! Whether a headline may be the total of several counts of the body.
//!
//! Over "12 died in the north … five died in the south" a headline's 17 is their sum, and nothing is held against it.
//! Where some of the counts are not understood, the headline gets the benefit of the doubt.

use rust_decimal::Decimal;

use super::Claim;
use crate::figure::{Change, Facet, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::numeral::Form;
use crate::quantity::Bound;
use crate::relate::kin::{Kin, equal, is_heading, is_whole, kin, same_source, sum_of};
use crate::relate::near::near;
use crate::relate::version::may_be_values;
use crate::relate::{Relation, RelationKind, search};

/// How many counts behind the main one may be its parts.
const BEHIND: usize = 8;

/// Fewer counts too often come to another by chance.
const SEVERAL: u32 = 3;

impl Claim<'_> {
    /// Whether the headline may be the total of several counts of the body, not all of which are
    /// understood.
    pub(super) fn may_sum(&self, main: &Figure) -> bool {
        let head = self.figure();
        let counts = head.quantity.nominal.zip(main.quantity.nominal);
        let Some(gap) =
            counts.map(|(head, main)| head - main).filter(|gap| !gap.is_sign_negative())
        else {
            return false;
        };
        if (main.cues.at_once && !gap.is_zero() && self.tells_of_later()) || self.were_shot(gap) {
            return true;
        }
        // "A cyclist died in another town": with one who is not counted.
        let elsewhere = |f: &Figure| {
            let place = f.scope.place_name();
            let lone = !f.is_stated() && f.outcome == head.outcome && !is_heading(f);
            lone && is_whole(f) && place.is_some() && place != main.scope.place_name()
        };
        // "Four were taken to hospital. A waiter was treated at the scene"
        let treated = |f: &Figure| {
            let lone = !f.is_stated() && f.outcome == head.outcome && !is_heading(f);
            main.cues.care && lone && is_whole(f)
        };
        if gap == Decimal::ONE && self.figures.iter().any(|f| elsewhere(f) || treated(f)) {
            return true;
        }
        let values = self.fillers(main, gap);
        let sum = values.iter().fold(Decimal::ZERO, |sum, value| sum.saturating_add(*value));
        // Parts that make up the main count add nothing to it, and a total that the body gives, with
        // fewer people than the headline, leaves nothing to add.
        let parts = Some(sum) == main.quantity.nominal;
        let total = self.body().any(|(_, f)| {
            let fewer = f.quantity.nominal >= main.quantity.nominal
                && f.quantity.nominal < head.quantity.nominal;
            f.cues.total && fewer && self.is_of_event(f) && kin(head, f).nests()
        });
        // "Death toll hits 118" over "the toll has reached 112": nothing is added to a toll.
        let toll = main.cues.change == Some(Change::To) && self.opens(main);
        let most = sum.saturating_mul(Decimal::TWO) >= gap;
        let fills = !values.is_empty() && (sum >= gap || (most && self.adds_others(main, gap)));
        fills && !parts && !total && !toll
    }

    /// "22 dead, including five attackers", over 17 victims: a count of the body that leaves out the attackers whom the
    /// headline counts, and these.
    pub(super) fn with_own_attackers(&self) -> Option<Vec<FigureId>> {
        let own =
            |f: &Figure| is_heading(f) && f.cues.perpetrators && f.cues.part_of == Some(self.id);
        let attackers = self.figures.iter().position(own)?;
        let others = |f: &Figure| {
            let sum = sum_of(f, &self.figures[attackers]);
            is_whole(f) && sum == self.figure().quantity.nominal
        };
        self.body().find(|(_, f)| others(f)).map(|(id, _)| vec![id, attackers])
    }

    /// Whether the body may tell of people who died after those who died at once.
    fn tells_of_later(&self) -> bool {
        let outcome = self.figure().outcome;
        let lone = |f: &Figure| !f.is_stated() && !is_heading(f) && f.outcome == outcome;
        self.figures.iter().any(|f| lone(f) && is_whole(f) && f.scope.time.is_none())
    }

    /// The count that the body adds up, where it tells of nobody else: the six of "five men … and a boy … all
    /// six".
    pub(super) fn added_up(&self) -> Option<FigureId> {
        let head = self.figure();
        let exact = |f: &Figure| f.quantity.bound == Bound::Exact;
        let mut sums = self.known.iter().filter(|r| r.kind == RelationKind::Sum);
        let sum = sums.find(|sum| {
            let [claim] = sum.claim[..] else { return false };
            let total = &self.figures[claim];
            let of_head = total.outcome == head.outcome
                && total.outcome != Outcome::Affected
                && kin(head, total).nests();
            let parts = || sum.evidence.iter().map(|id| &self.figures[*id]);
            let added = parts().filter_map(|f| f.quantity.nominal).sum();
            let adds = Some(added) == total.quantity.nominal
                && parts().all(|f| f.outcome == total.outcome);
            let nobody_else = self.body().all(|(id, f)| {
                sum.evidence.contains(&id)
                    || f.quantity.nominal == total.quantity.nominal
                    || !is_whole(f)
            });
            of_head && exact(total) && adds && nobody_else && self.is_of_event(total)
        })?;
        (exact(head) && is_whole(head)).then_some(sum.claim[0])
    }

    /// "Officers shot two men, on a day when three others were killed": the counts of the first sentence and of others,
    /// which a headline that none of them gives must be the sum of, where the body counts nobody else.
    pub(super) fn told_together(&self) -> Option<Vec<FigureId>> {
        let head = self.figure();
        let exact = |f: &Figure| f.quantity.bound == Bound::Exact && is_whole(f);
        let own = |f: &Figure| exact(f) && self.is_of_event(f) && kin(head, f).nests();
        let (id, first) = self.body().find(|(_, f)| own(f)).filter(|_| exact(head))?;
        let others = near(self.figures, first.place.sentence, 0).filter(|other| {
            let f = &self.figures[*other];
            *other > id && f.outcome == head.outcome && f.is_stated() && own(f) && f.cues.besides
        });
        let all: Vec<FigureId> = std::iter::once(id).chain(others).collect();
        let sum = search::total(self.figures, &all);
        let near = sum.zip(head.quantity.nominal).is_some_and(|(a, b)| may_be_values(a, b));
        let among = |f: &Figure| all.iter().any(|id| equal(&self.figures[*id], f));
        let nobody_else = self.body().all(|(_, f)| {
            among(f) || !is_whole(f) || f.quantity.nominal > head.quantity.nominal.max(sum)
        });
        let held = !self.is_given() && !self.is_excused(first) && !self.stands();
        (all.len() > 1 && near && nobody_else && held).then_some(all)
    }

    /// The numbers of the body, none of them twice, that may be added to the main count: no more than `gap`.
    fn fillers(&self, main: &Figure, gap: Decimal) -> Vec<Decimal> {
        let head = self.figure();
        let mut values: Vec<Decimal> = Vec::new();
        // "Five medics" are not two medics and three officers.
        let trade = |f: &Figure| {
            f.group.as_ref().is_some_and(|g| g.traits.iter().any(|t| t.facet == Facet::Role))
        };
        let of_head = |f: &Figure| match kin(head, f) {
            Kin::Apart => false,
            Kin::Crossing => !(trade(head) && trade(f)),
            Kin::Same | Kin::Wider | Kin::Narrower => true,
        };
        // "The monitor said at least 20 were killed … the agency put the toll at 12": of the same people
        let rival = |f: &Figure| {
            let named = f.source.is_some() && main.source.is_some();
            let place = f.scope.place.is_none() || f.scope.place_name() == main.scope.place_name();
            named && place && f.scope.event == main.scope.event && !same_source(main, f)
        };
        let parts = self.parts_of(main);
        for (id, f) in self.body().filter(|(_, f)| is_whole(f) && of_head(f)) {
            let other = f.scope.time.is_none()
                && !rival(f)
                // "Both were taken to hospital": they were counted before
                && f.form != Form::Both
                && f.quantity.nominal != main.quantity.nominal
                && !search::is_rest(self.figures, id)
                && !parts.contains(&id)
                && !self.makes_up(id, main);
            let fills = f.quantity.nominal.filter(|n| other && *n <= gap && !values.contains(n));
            values.extend(fills);
        }
        values
    }

    /// "Bombs killed 29 … 14 in the first, nine in the second and six in the third": the counts behind the main one that
    /// come to it, and so add nothing to it.
    fn parts_of(&self, main: &Figure) -> Vec<FigureId> {
        let behind = |f: &Figure| {
            let own = is_whole(f) && f.place.sentence > main.place.sentence;
            own && f.scope.time.is_none() && f.quantity.nominal < main.quantity.nominal
        };
        let counts: Vec<FigureId> =
            self.body().filter(|(_, f)| behind(f)).map(|(id, _)| id).take(BEHIND).collect();
        let several = (1..1_u32 << counts.len()).filter(|bits| bits.count_ones() >= SEVERAL);
        let mut sets = several.map(|bits| search::picked(&counts, bits));
        let all = main.quantity.nominal;
        sets.find(|ids| search::total(self.figures, ids) == all).unwrap_or_default()
    }

    /// "Four hurt" over two who were wounded and two who were shot: whether so many more were hit, of whom it is
    /// not said what came of them.
    fn were_shot(&self, many: Decimal) -> bool {
        let of_head = matches!(self.figure().outcome, Outcome::Killed | Outcome::Injured);
        let shot = |f: &Figure| f.outcome == Outcome::Casualties && !f.telling && !is_heading(f);
        let fills = |f: &Figure| {
            shot(f) && is_whole(f) && self.is_of_event(f) && f.quantity.nominal == Some(many)
        };
        of_head && self.figures.iter().any(fills)
    }

    /// "Nine were killed and 28 others injured … killing four and injuring 10 others": whether the main
    /// count and one of another sentence are each of others, no more than `gap`.
    fn adds_others(&self, main: &Figure, gap: Decimal) -> bool {
        let others = |f: &Figure| f.cues.besides && !f.cues.definite && is_whole(f);
        let apart = |f: &Figure| {
            let few = f.quantity.nominal.is_some_and(|n| n <= gap);
            few && others(f) && f.place.sentence != main.place.sentence
        };
        others(main) && self.body().any(|(_, f)| apart(f))
    }

    /// Whether a figure, or one that gives its count too, is known to be a part of the sum that a count of the body is.
    fn makes_up(&self, part: FigureId, main: &Figure) -> bool {
        let is_main = |id: &FigureId| self.figures[*id].span == main.span;
        let of = |kind| self.known.iter().filter(move |r| r.kind == kind);
        let again = |id: &FigureId| {
            let tied = |r: &Relation| r.evidence.contains(&part) && r.claim.contains(id);
            *id == part || of(RelationKind::Same).any(tied)
        };
        of(RelationKind::Sum)
            .any(|sum| sum.claim.iter().any(is_main) && sum.evidence.iter().any(again))
    }
}

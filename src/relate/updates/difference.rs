//! The difference between the counts before and after a change.
//!
//! "The toll rose from 12 to 16 after four bodies were found": the four are those who were added. A difference
//! is looked for near the two counts, and taken only if the words or the numbers leave no other.

use rust_decimal::Decimal;

use super::{REACH, Update, is_added};
use crate::figure::{Change, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::relate::kin::{Kin, is_former, is_heading, is_whole, kin, sum_of};
use crate::relate::near::near;

impl Update<'_> {
    /// The figure that makes up the change: one that gives the new count, or else the only one that
    /// is said to.
    pub(super) fn difference(&self) -> Option<FigureId> {
        let given = self.beside().find(|id| self.may_be_difference(*id) && self.gives(*id));
        let change = given.or_else(|| self.only()).or_else(|| self.found());
        // "Down from 62 to 44, partly because 13 were found"
        change.filter(|id| !self.figures[*id].cues.partly)
    }

    /// "The number of missing fell from 40 to 30 after ten were found alive": the only people of the sentence of
    /// both counts, who are no longer sought.
    fn found(&self) -> Option<FigureId> {
        let (new, old) = (&self.figures[self.after], &self.figures[self.before]);
        let sought = new.outcome == Outcome::Missing && old.place.sentence == new.place.sentence;
        let fell = sought && new.quantity.nominal < old.quantity.nominal;
        let mut others = near(self.figures, new.place.sentence, 0)
            .filter(|id| ![self.before, self.after].contains(id));
        let found = others.next().filter(|_| fell)?;
        let f = &self.figures[found];
        // "fell from 52 to 37 after twelve people were located"
        let told = f.cues.alive || matches!(f.outcome, Outcome::Killed | Outcome::Missing);
        // "when 17 of those on it were found alive"
        let counts = [self.before, self.after];
        let own = is_whole(f) || f.cues.part_of.is_some_and(|whole| counts.contains(&whole));
        (told && f.is_stated() && own && others.next().is_none()).then_some(found)
    }

    /// The figures near one of the two, in order.
    fn beside(&self) -> impl Iterator<Item = FigureId> {
        let near = |id: FigureId| near(self.figures, self.figures[id].place.sentence, REACH);
        let (new, old) = (near(self.after), near(self.before));
        let (first, second) = if new.start < old.start { (new, old) } else { (old, new) };
        first.clone().chain(second.start.max(first.end)..second.end)
    }

    /// The only figure that is said to be a difference.
    pub(super) fn only(&self) -> Option<FigureId> {
        let said = |id: &FigureId| {
            let f = &self.figures[*id];
            let new = &self.figures[self.after];
            // "With the two deaths, the toll has mounted to 33"
            let with =
                f.cues.definite && f.place.sentence == new.place.sentence && *id < self.after;
            // "Two workers died, raising the toll from 37 to 39"
            let sentence = f.place.sentence == new.place.sentence
                && f.place.sentence == self.figures[self.before].place.sentence;
            let raises = *id < self.before.min(self.after);
            let raises = sentence && raises && (self.is_slip(*id) || self.is_headed(*id));
            // "Two people died on Tuesday. Their deaths bring the toll to 14"
            let last = f.place.sentence + 1 == new.place.sentence;
            let these = new.cues.by_these && last && is_whole(f) && !is_heading(f);
            let told = is_added(self.figures, *id) || with || raises || these;
            told && self.may_be_difference(*id)
        };
        let mut all = self.beside().filter(said);
        // The headline gives it too.
        let only = self.beside().filter(said).min_by_key(|id| is_heading(&self.figures[*id]))?;
        let again =
            |id: FigureId| self.figures[id].quantity.nominal == self.figures[only].quantity.nominal;
        (all.all(again) && !self.is_filled(only) && !self.goes_beyond(only)).then_some(only)
    }

    /// "By morning it had risen to 66, and seven more died in the weeks that followed", where the text counts 73: whether
    /// those behind the new count came after it.
    fn goes_beyond(&self, by: FigureId) -> bool {
        let (new, more) = (&self.figures[self.after], &self.figures[by]);
        let sum = sum_of(new, more);
        let all = |f: &Figure| f.outcome == new.outcome && f.quantity.nominal == sum;
        by > self.after && sum.is_some() && self.figures.iter().any(all)
    }

    /// Whether a figure near one of the two may be their difference.
    pub(super) fn may_be_difference(&self, id: FigureId) -> bool {
        let f = &self.figures[id];
        let (new, old) = (&self.figures[self.after], &self.figures[self.before]);
        let said = f.cues.change == Some(Change::By);
        let here = f.scope.event == new.scope.event || f.scope.event == old.scope.event;
        id != self.after
            && id != self.before
            && (f.is_stated() || self.is_only_victim(id))
            && f.outcome == new.outcome
            && f.quantity.nominal != old.quantity.nominal
            && f.quantity.nominal != new.quantity.nominal
            && f.cues.part_of.is_none()
            && !self.is_of_another(id)
            // 14 militants make no more soldiers dead.
            && kin(f, old) != Kin::Apart
            && matches!(f.cues.change, None | Some(Change::By))
            && (said || here)
            // "From 1,912 to 1,930. A further 8,400 were slightly hurt"
            && (said || f.quantity.low <= new.quantity.nominal)
    }

    /// "Motorcyclist deaths dropped from 90 to 71, while those of cyclists rose by four, from 25": whether a difference is
    /// that of the count right behind it.
    fn is_of_another(&self, id: FigureId) -> bool {
        let own = &self.figures[id];
        let next = self.figures.get(id + 1).filter(|next| {
            is_former(next) && next.place.sentence == own.place.sentence && self.before != id + 1
        });
        next.is_some() && own.cues.change == Some(Change::By)
    }

    /// "A woman died in hospital, taking the toll from seven to nine": whether one person without a number is
    /// the only one whom the sentence of both counts tells of.
    fn is_only_victim(&self, id: FigureId) -> bool {
        let sentence = self.figures[id].place.sentence;
        let beside = |id: FigureId| self.figures[id].place.sentence == sentence;
        let mut others = near(self.figures, sentence, 0);
        let counts = [id, self.before, self.after];
        beside(self.before) && beside(self.after) && others.all(|other| counts.contains(&other))
    }

    /// Whether a difference leads from the old count to the new one.
    pub(super) fn gives(&self, by: FigureId) -> bool {
        let (new, old) = (&self.figures[self.after].quantity, &self.figures[self.before].quantity);
        let by = &self.figures[by].quantity;
        let rise = old.plus(by).map(|sum| sum.nominal) == Some(new.nominal);
        let fall = new.plus(by).map(|sum| sum.nominal) == Some(old.nominal);
        new.nominal.is_some() && old.nominal.is_some() && (rise || fall)
    }

    /// Whether the text tells of a count between the two: "nine … By midnight it was 16 … 31".
    pub(super) fn is_stepped(&self) -> bool {
        let (new, old) = (&self.figures[self.after], &self.figures[self.before]);
        let between = |id: FigureId| {
            let f = &self.figures[id];
            let nominal = f.quantity.nominal;
            let whole = is_whole(f) && !is_heading(f);
            let counts = whole && f.outcome == new.outcome;
            counts && nominal > old.quantity.nominal && nominal < new.quantity.nominal
        };
        near(self.figures, old.place.sentence, 1).any(between)
    }

    /// Whether a difference misses the new count by no more than itself, and nothing else makes up for
    /// it: a further step that the text leaves out would miss it by more.
    pub(super) fn is_slip(&self, by: FigureId) -> bool {
        let nominal = |id: FigureId| self.figures[id].quantity.nominal;
        let (Some(new), Some(old), Some(few)) =
            (nominal(self.after), nominal(self.before), nominal(by))
        else {
            return false;
        };
        let Some(gap) = old.checked_add(few).map(|sum| (sum - new).abs()) else { return false };
        let large = old.checked_mul(Decimal::TWO).is_some_and(|twice| twice >= new);
        // "53, up from 46. Another 22 deaths are being looked into": behind both, only what is near.
        let sentence = |id: FigureId| self.figures[id].place.sentence;
        let both = sentence(self.before) == sentence(self.after);
        let behind = both && sentence(by) > sentence(self.after);
        let most = if behind { few / Decimal::TWO } else { few };
        let outcome = self.figures[self.after].outcome;
        // "Three more have died … two men and a girl": the girl is one of the three.
        let named = |f: &Figure| {
            let beside = &self.figures[near(self.figures, f.place.sentence, 0)];
            let own = beside.iter().filter(|f| f.outcome == outcome && is_whole(f));
            let own = own.filter_map(|f| f.quantity.nominal);
            own.fold(Decimal::ZERO, Decimal::saturating_add) == few
        };
        let fills = |(id, f): (FigureId, &Figure)| {
            let here = f.scope.event == self.figures[self.after].scope.event;
            let here = here || !f.is_stated();
            let filler = here && f.outcome == outcome && f.quantity.nominal == Some(gap);
            id != by && filler && !is_heading(f) && !named(f)
        };
        large && gap <= most && !self.figures.iter().enumerate().any(fills)
    }

    /// "Four more bodies found, dead now 65" over "bringing the toll to 69", and the 61 of the night before: whether a
    /// headline gives the count that a difference leads to.
    pub(super) fn is_headed(&self, by: FigureId) -> bool {
        let old = &self.figures[self.before];
        let sum = sum_of(old, &self.figures[by]);
        let mut heads = self.figures.iter().take_while(|f| is_heading(f));
        heads.any(|f| f.outcome == old.outcome && sum.is_some() && f.quantity.nominal == sum)
    }

    /// Whether people of the difference's sentence, besides it, fill the gap: "two more bodies were
    /// found and one of the wounded died".
    fn is_filled(&self, by: FigureId) -> bool {
        let own = &self.figures[by];
        let others = near(self.figures, own.place.sentence, 0).filter(|id| {
            let here = self.figures[*id].outcome == own.outcome;
            here && ![by, self.after, self.before].contains(id)
        });
        let mut sum = own.quantity;
        for other in others {
            let Some(more) = sum.plus(&self.figures[other].quantity) else { return false };
            sum = more;
        }
        let (new, old) = (&self.figures[self.after].quantity, &self.figures[self.before].quantity);
        old.plus(&sum).map(|sum| sum.nominal) == Some(new.nominal)
    }
}

//! All who were killed or hurt, and the only counts of both.
//!
//! "Killed 18 and wounded 45 … the hospital received all 63 casualties": where an article has one number of dead, one of
//! injured and one of both, wherever they stand, the two are all of the third. It knows the counts of one event, and
//! nothing of the sentences between them.

use std::collections::BTreeSet;

use super::Total;
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;
use crate::relate::kin::{Kin, is_whole, kin, same_source, stands_alone, sum_of};
use crate::relate::version::may_be_miscounted;
use crate::relate::{Relation, RelationKind};

impl Total<'_> {
    /// The only dead and the only injured of the event, beside its only count of both.
    pub(super) fn of_all_hit(&self) -> Option<Relation> {
        let figure = self.figure();
        let both = figure.telling || figure.cues.total || figure.cues.dead_and_hurt;
        let all = both && !figure.cues.besides && is_exact(figure);
        if figure.outcome != Outcome::Casualties || !all || figure.scope.event != 0 {
            return None;
        }
        let (dead, hurt) = (self.only(Outcome::Killed)?, self.only(Outcome::Injured)?);
        self.only(Outcome::Casualties)?;
        let [a, b] = [dead, hurt].map(|id| &self.figures[id]);
        let sum = sum_of(a, b)?;
        let near = figure.quantity.nominal.is_some_and(|all| may_be_miscounted(sum, all));
        let missing = |f: &Figure| {
            f.outcome == Outcome::Missing
                && f.scope.event == 0
                && f.quantity.strict.high != Some(0.into())
        };
        // "The rebels claimed 104 casualties … The army said that 23 were killed and 61 wounded."
        let own = self.id > dead.max(hurt) || same_source(figure, a);
        let one = own && near && kin(a, b) != Kin::Apart && !self.figures.iter().any(missing);
        let why = "the article has no other count of its dead and of its injured".to_owned();
        one.then(|| Relation::new(RelationKind::Sum, vec![self.id], vec![dead, hurt], why))
    }

    /// The first count of all people of the main event to whom something happened, where every one has its number.
    fn only(&self, outcome: Outcome) -> Option<FigureId> {
        let told = |id: &FigureId| {
            let f = &self.figures[*id];
            let all = stands_alone(f) && is_whole(f) && kin(self.figure(), f) != Kin::Apart;
            // "Five were in a serious condition" are some of the hurt.
            let graded = f.cues.graded && outcome == Outcome::Injured;
            let some = graded || f.cues.care || f.quantity.bound == Bound::About;
            f.outcome == outcome && f.scope.event == 0 && all && !some
        };
        let all: Vec<FigureId> = (0..self.figures.len()).filter(told).collect();
        let values: BTreeSet<_> = all.iter().map(|id| self.figures[*id].quantity.nominal).collect();
        let first = all.into_iter().find(|id| is_exact(&self.figures[*id]))?;
        (values.len() == 1).then_some(first)
    }
}

/// Whether a figure counts people to a head.
fn is_exact(figure: &Figure) -> bool {
    figure.quantity.bound == Bound::Exact && is_whole(figure)
}

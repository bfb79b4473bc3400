//! All to whom anything happened, and the only counts of what it was.
//!
//! "Killed 18 and wounded 45 … the hospital received all 63 casualties": where an article has one number of dead, one of
//! injured and one of both, wherever they stand, the two are all of the third; so are those who were saved, who died and
//! who are missing of all aboard. It knows the counts of one event, and nothing of the sentences between them.

use super::Total;
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;
use crate::relate::kin::{
    Kin, equal, is_heading, is_whole, kin, same_source, stands_alone, sum_of,
};
use crate::relate::version::may_be_miscounted;
use crate::relate::{Relation, RelationKind, search};

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
        // "The 37 casualties were taken to hospital": those who were hurt, as the emergency services call them
        let living = figure.cues.definite && figure.quantity.nominal == b.quantity.nominal;
        let own = own && !living;
        let one = own && near && kin(a, b) != Kin::Apart && !self.figures.iter().any(missing);
        let why = "the article has no other count of its dead and of its injured".to_owned();
        one.then(|| Relation::new(RelationKind::Sum, vec![self.id], vec![dead, hurt], why))
    }

    /// The only saved, dead and missing, of all who were aboard.
    pub(super) fn of_all_aboard(&self) -> Option<Relation> {
        let figure = self.figure();
        let there = figure.cues.population && !figure.cues.alive && is_exact(figure);
        if figure.outcome != Outcome::Affected || !there || figure.scope.event != 0 {
            return None;
        }
        // "107 passengers and 11 crew", "licensed for 60"
        let others = |f: &Figure| {
            let own = f.outcome == Outcome::Affected && !f.cues.alive && f.scope.event == 0;
            own && is_whole(f) && f.is_stated() && !equal(f, figure)
        };
        if self.figures.iter().any(others) {
            return None;
        }
        let fates = [Outcome::Affected, Outcome::Killed, Outcome::Missing];
        // "Divers found the bodies of the six. Nobody is missing": not one of them need be.
        let lost = if self.is_anybody_missing() { 3 } else { 2 };
        let parts: Option<Vec<FigureId>> =
            fates[..lost].iter().map(|fate| self.only(*fate)).collect();
        let parts = parts.filter(|parts| parts.iter().all(|id| *id != self.id))?;
        let sum = search::total(self.figures, &parts)?;
        let near = figure.quantity.nominal.is_some_and(|all| may_be_miscounted(sum, all));
        let why = "the article tells how many of them live, died and are missing".to_owned();
        // More than were there cannot be, whether or not all are told of.
        let more = Some(sum) > figure.quantity.nominal;
        let kind = if more { RelationKind::Subset } else { RelationKind::Sum };
        // "Forty-nine escaped through the upper levels. Eight were brought up on Tuesday": others.
        let saved = &self.figures[parts[0]];
        let besides = |f: &Figure| f.cues.alive && is_whole(f) && f.is_stated() && !equal(f, saved);
        let all = more || !self.figures.iter().any(besides);
        (near && all).then(|| Relation::new(kind, vec![self.id], parts, why))
    }

    /// Whether the event has any count of missing people but zero.
    fn is_anybody_missing(&self) -> bool {
        let missing = |f: &Figure| f.outcome == Outcome::Missing && f.scope.event == 0;
        let zero = |f: &Figure| f.quantity.nominal.is_some_and(|n| n.is_zero());
        let told: Vec<&Figure> = self.figures.iter().filter(|f| missing(f)).collect();
        told.is_empty() || told.iter().any(|f| !zero(f))
    }

    /// The first count of all people of the main event to whom something happened, where every later one is smaller.
    fn only(&self, outcome: Outcome) -> Option<FigureId> {
        let told = |id: &FigureId| {
            let f = &self.figures[*id];
            let all = stands_alone(f) && is_whole(f) && kin(self.figure(), f) != Kin::Apart;
            // "Five were in a serious condition" are some of the hurt.
            let graded = f.cues.graded && outcome == Outcome::Injured;
            let some = graded || f.cues.care || f.quantity.bound == Bound::About;
            let alive = outcome != Outcome::Affected || f.cues.alive;
            f.outcome == outcome && f.scope.event == 0 && all && alive && !some
        };
        let all: Vec<FigureId> = (0..self.figures.len()).filter(told).collect();
        let number = |id: &FigureId| self.figures[*id].quantity.nominal;
        let exact = |id: &FigureId| is_exact(&self.figures[*id]);
        // The body's, where it has any: "Sixteen miners are dead" under "16 dead".
        let body = all.iter().copied().find(|id| exact(id) && !is_heading(&self.figures[*id]));
        let first = body.or_else(|| all.iter().copied().find(exact))?;
        let zero = number(&first).is_none_or(|n| n.is_zero());
        (!zero && all.iter().all(|id| number(id) <= number(&first))).then_some(first)
    }
}

/// Whether a figure counts people to a head.
fn is_exact(figure: &Figure) -> bool {
    figure.quantity.bound == Bound::Exact && is_whole(figure)
}

//! The killed and the injured beside a count of casualties.
//!
//! In "caused 94 casualties. Twelve soldiers were killed and 62 wounded" the two are all of the casualties, if nobody
//! else's are told near them. An account knows the sentences around a total.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Total;
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::relate::kin::{Kin, is_whole, kin, same_source};
use crate::relate::near::near;
use crate::relate::version::may_be_miscounted;
use crate::relate::{Relation, RelationKind, search};

/// How many sentences away the dead and the hurt of two sides are told.
const SIDES: usize = 2;

impl Total<'_> {
    /// The killed and the injured of one sentence right behind a count of casualties, of its people
    /// and its source, where nobody else's casualties are told: "caused 94 casualties. Twelve soldiers
    /// were killed and 62 wounded".
    pub(super) fn accounted(&self) -> Option<Relation> {
        let figure = self.figure();
        if figure.cues.struck && figure.outcome == Outcome::Casualties {
            return self.struck();
        }
        let both = figure.telling || figure.cues.dead_and_hurt;
        let casualties = figure.outcome == Outcome::Casualties && both;
        if !casualties || !is_whole(figure) || figure.cues.besides || figure.cues.definite {
            return None;
        }
        let near = || self.pair(self.after(1)).or_else(|| self.pair(self.before(1)));
        let (dead, hurt) = near().or_else(|| self.pair_of_side())?;
        let why = "the killed and the injured of the same people are given";
        let parts = self.with_missing(vec![dead, hurt]);
        Some(Relation::new(RelationKind::Sum, vec![self.id], parts, why.to_owned()))
    }

    /// "Eleven pupils were stabbed. Four died and eight are in hospital": the dead and the hurt of the next sentence, or
    /// behind a comma, are no more than those who were hit, and where nobody is said to be in care, all of them. So
    /// are those of the sentences before "all 22 people shot".
    fn struck(&self) -> Option<Relation> {
        let figure = self.figure();
        let next = near(self.figures, figure.place.sentence + 1, 0);
        let (dead, hurt) = if figure.cues.definite || figure.cues.everyone {
            let before: Vec<FigureId> = self.before(SIDES).rev().take(2).collect();
            let [hurt, dead] = before[..] else { return None };
            (dead, hurt)
        } else {
            let own = self.after(0).collect::<Vec<_>>();
            let pair = if own.is_empty() { next.collect() } else { own };
            let [dead, hurt] = pair[..] else { return None };
            (dead, hurt)
        };
        let (a, b) = (&self.figures[dead], &self.figures[hurt]);
        let of = |f: &Figure| {
            let bare = f.unit.is_none() && f.is_stated() && is_whole(f) && !f.cues.besides;
            bare && f.scope.event == figure.scope.event && f.scope.place.is_none()
        };
        let outcomes = (a.outcome, b.outcome) == (Outcome::Killed, Outcome::Injured);
        let one = a.place.sentence == b.place.sentence;
        if !outcomes || !one || !of(a) || !of(b) || !is_whole(figure) {
            return None;
        }
        let sum = search::total(self.figures, &[dead, hurt]);
        let near = sum.zip(figure.quantity.nominal).is_some_and(|(a, b)| may_be_miscounted(a, b));
        let all = near && !b.cues.care && !b.cues.graded;
        let kind = if all { RelationKind::Sum } else { RelationKind::Subset };
        let why = "those who died and those who were hurt were hit".to_owned();
        Some(Relation::new(kind, vec![self.id], vec![dead, hurt], why))
    }

    /// The only pair of dead and hurt of a stretch that counts nobody else's casualties.
    fn pair(&self, stretch: Range<FigureId>) -> Option<(FigureId, FigureId)> {
        // not "48 victims. Nine died and 37 were wounded. Thirty-one were civilians"
        let other =
            |f: &Figure| f.outcome == Outcome::Casualties && f.cues.part_of != Some(self.id);
        let others = stretch.clone().any(|id| other(&self.figures[id]));
        let pairs = stretch.clone().zip(stretch.skip(1));
        let mut pairs = pairs.filter(|(a, b)| self.is_account(*a, *b));
        pairs.next().filter(|_| pairs.next().is_none() && !others)
    }

    /// The dead and the hurt of one side, where the text tells of two sides in turn and those of the other make up its
    /// casualties: "800 casualties of the Front … the army lost 443. 393 guerrillas were killed and 310 wounded, and 143
    /// soldiers killed and 300 wounded".
    fn pair_of_side(&self) -> Option<(FigureId, FigureId)> {
        let figure = self.figure();
        let stretch = self.after(SIDES);
        let casualties = |id: &FigureId| self.figures[*id].outcome == Outcome::Casualties;
        let around = near(self.figures, figure.place.sentence, SIDES);
        let rivals: Vec<FigureId> = around.filter(|id| *id != self.id && casualties(id)).collect();
        let [rival] = rivals[..] else { return None };
        let sided = |f: &Figure| f.group.is_some() && f.scope.event == figure.scope.event;
        let told = |a: FigureId, b: FigureId| {
            let (dead, hurt) = (&self.figures[a], &self.figures[b]);
            let fates = (dead.outcome, hurt.outcome) == (Outcome::Killed, Outcome::Injured);
            let one = dead.place.sentence == hurt.place.sentence && dead.group == hurt.group;
            fates && one && is_whole(dead) && is_whole(hurt) && sided(dead)
        };
        let pairs = stretch.clone().zip(stretch.skip(1)).filter(|(a, b)| told(*a, *b));
        let [first, second] = pairs.collect::<Vec<_>>()[..] else { return None };
        let of_rival = |(a, b): (FigureId, FigureId)| {
            search::makes_up(self.figures, rival, &[a, b])
                && kin(&self.figures[rival], &self.figures[a]) != Kin::Apart
        };
        let own = match (of_rival(first), of_rival(second)) {
            (true, false) => second,
            (false, true) => first,
            _ => return None,
        };
        let people = kin(figure, &self.figures[own.0]) != Kin::Apart;
        (sided(figure) && people).then_some(own)
    }

    /// "24 killed, 43 wounded and four missing": with the killed and the injured the missing beside them, unless
    /// these two are all.
    fn with_missing(&self, mut parts: Vec<FigureId>) -> Vec<FigureId> {
        let beside = near(self.figures, self.figures[parts[0]].place.sentence, 0);
        let missing = |id: &FigureId| {
            let f = &self.figures[*id];
            f.outcome == Outcome::Missing && f.is_stated() && f.scope.certain
        };
        parts.extend(beside.filter(missing));
        parts
    }

    /// Whether two figures of a sentence are the killed and the injured of the casualties.
    fn is_account(&self, first: FigureId, second: FigureId) -> bool {
        let figure = self.figure();
        let (a, b) = (&self.figures[first], &self.figures[second]);
        let of = |f: &Figure| {
            // "70 casualties, 20 of them dead and 50 wounded"
            let part = f.cues.part_of == Some(self.id);
            let all = is_whole(f) && f.scope.certain || part;
            let whole = f.is_stated() && all && !f.cues.besides;
            let alike = f.scope.event == figure.scope.event && same_source(figure, f);
            // "72 civilian casualties were recorded. Nineteen people were killed and 53 injured"
            // "87 killed, 143 wounded and 45 missing, a total loss of 284 men"
            let behind =
                f.place.sentence == figure.place.sentence && f.place.word < figure.place.word;
            let behind = behind || f.place.sentence > figure.place.sentence;
            let any = f.group.is_none() && behind;
            let people = matches!(kin(figure, f), Kin::Same | Kin::Wider) || any;
            whole && alike && people && matches!(f.outcome, Outcome::Killed | Outcome::Injured)
        };
        let together = a.place.sentence == b.place.sentence && a.outcome != b.outcome;
        // A far smaller sum is of some of them.
        let sum = search::total(self.figures, &[first, second]);
        let twice = sum.and_then(|sum| sum.checked_mul(Decimal::TWO));
        let all = twice >= figure.quantity.nominal && figure.quantity.nominal.is_some();
        together && of(a) && of(b) && kin(a, b) == Kin::Same && all
    }
}

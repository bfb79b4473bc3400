//! People whom the first sentences name together and a headline counts.
//!
//! "Five killed" over "a woman, her husband and three children": some of them have no number of their own.
//! It looks at one sentence and does not know whether it names everybody.

use rust_decimal::Decimal;

use super::{Claim, LEDE};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;
use crate::relate::kin::{Kin, is_heading, is_whole, kin, outcome_within};
use crate::relate::near::near;
use crate::relate::search;
use crate::relate::version::may_be_miscounted;

impl Claim<'_> {
    /// The people whom one of the first sentences names together, some of them without a number: "a
    /// woman, her husband and three children".
    pub(super) fn company(&self, main: Option<FigureId>) -> Option<Vec<FigureId>> {
        let head = self.figure();
        let of_kinds = head.outcome == Outcome::Casualties;
        let victim = |f: &Figure| {
            let of_head = !is_heading(f) && f.outcome != Outcome::Affected;
            let of_head = of_head && outcome_within(f.outcome, head.outcome);
            let top = f.cues.part_of.is_none() && f.scope.event == head.scope.event;
            // "Three deputies shot": the suspect who died is none of them.
            let group = !of_kinds || head.group.is_none() || f.group.is_some();
            of_head && top && group && kin(head, f).nests()
        };
        // "A woman and a child were killed … One woman and one of the children died": the same again
        let again = |(_, f): (FigureId, &Figure)| {
            let one = |v: &Figure| victim(v) && !v.is_stated() && kin(v, f) == Kin::Same;
            let lone = f.quantity.nominal == Some(Decimal::ONE);
            lone && f.group.is_some() && self.figures.iter().any(one)
        };
        let first = match main {
            Some(main) => &self.figures[main],
            None if !self.body().all(again) => return None,
            None => self.figures.iter().find(|f| victim(f))?,
        };
        let sentence = first.place.sentence;
        let ids: Vec<FigureId> = (0..self.figures.len())
            .filter(|id| {
                let f = &self.figures[*id];
                f.place.sentence == sentence && victim(f)
            })
            .collect();
        let outcome = |id: &FigureId| self.figures[*id].outcome;
        let named = ids.iter().any(|id| !self.figures[*id].is_stated());
        let named = match of_kinds {
            true => ids.windows(2).any(|pair| outcome(&pair[0]) != outcome(&pair[1])),
            false => named,
        };
        let attacked = ids.iter().all(|id| !self.figures[*id].cues.perpetrators);
        let several = head.quantity.nominal > Some(Decimal::ONE) && is_whole(head);
        let told = sentence <= head.place.sentence + LEDE && several && attacked;
        if !named || !told || ids.len() < 2 {
            return None;
        }
        // "A guide and a woman were dead … A third member of the club died in hospital"
        let lone = |id: &FigureId| !self.figures[*id].is_stated() && victim(&self.figures[*id]);
        let next = near(self.figures, sentence + 1, 0).filter(lone);
        let all: Vec<FigureId> = next.chain(ids.clone()).collect();
        let sum = search::total(self.figures, &all);
        let more = all.len() > ids.len() && sum == head.quantity.nominal;
        (!more).then_some(ids)
    }

    /// All the dead whom a sentence of the body names kind by kind: "the dead were seven women and five men". Where the
    /// body counts them too, that count is what the headline gives.
    pub(super) fn all_named(&self) -> Option<Vec<FigureId>> {
        let head = self.figure();
        let exact = |f: &Figure| f.quantity.bound == Bound::Exact;
        let own = |f: &Figure| f.outcome == head.outcome && self.is_of_event(f);
        let first = self.body().find(|(_, f)| own(f) && f.cues.names_all)?.0;
        let list = near(self.figures, self.figures[first].place.sentence, 0);
        let named = |id: &FigureId| {
            let f = &self.figures[*id];
            own(f) && exact(f) && (f.cues.names_all || !f.is_stated()) && kin(head, f).nests()
        };
        let all: Vec<FigureId> = list.clone().filter(named).collect();
        let counted = |(id, f): (FigureId, &Figure)| own(f) && is_whole(f) && !all.contains(&id);
        let sum = search::total(self.figures, &all);
        let counts = sum.zip(head.quantity.nominal);
        let near = counts.is_some_and(|(sum, head)| may_be_miscounted(sum, head));
        let told = exact(head) && is_whole(head) && near && !self.body().any(counted);
        (told && all.len() > 1 && all.len() == list.len()).then_some(all)
    }
}

//! The count of the body that a headline speaks of where none gives its number.
//!
//! Over "A blast killed 14 … five of them children" a headline's 12 is held against the 14. A headline that
//! may be the sum of counts not all of which are understood is held against none.

use rust_decimal::Decimal;

use super::{Claim, LEDE};
use crate::figure::{Change, Figure, FigureId, Source, Voice};
use crate::lexicon::Outcome;
use crate::relate::kin::{Kin, equal, is_former, is_heading, is_whole, kin, same_source};
use crate::relate::version::{are_turned, may_be_versions};

impl Claim<'_> {
    /// The count of the body that the headline speaks of: one of the same people, or else the main
    /// count, if the headline's people may be all or, being more, cannot be a part of it.
    pub(super) fn main(&self) -> Option<FigureId> {
        if self.is_given() {
            return None;
        }
        let (id, main) = self.own_count().or_else(|| self.news_count())?;
        let version = || self.is_version(main) || self.is_sole(main);
        let held = !self.is_excused(main) && !self.may_sum(main) && version();
        (held && self.is_held_by(id)).then_some(id)
    }

    /// Whether the body gives the headline's number, or adds as many.
    pub(super) fn is_given(&self) -> bool {
        let head = self.figure();
        // "41 victims" may be the dead.
        let victims = |f: &Figure| {
            let rest = f.cues.besides && f.cues.definite;
            f.outcome == Outcome::Casualties && (rest || head.unit.is_some() && f.unit == head.unit)
        };
        let mut vague = self.figures.iter().filter(|f| !is_heading(f) && victims(f));
        let given = |f: &Figure| equal(f, head) && !is_former(f) && !self.is_of_another(f);
        self.body().any(|(_, f)| given(f)) || vague.any(|f| equal(f, head)) || self.is_added()
    }

    /// The first count of the headline's own people.
    fn own_count(&self) -> Option<(FigureId, &Figure)> {
        let head = self.figure();
        let only = self.body().filter(|(_, f)| self.is_own(f)).count() == 1;
        let told = |f: &Figure| f.scope.event == head.scope.event && (f.scope.certain || only);
        let first = self.body().next().map(|(_, f)| f);
        let one = |f: &Figure| first.is_none_or(|first| same_source(first, f));
        // "A child" is one of the children.
        let several = |f: &Figure| f.is_stated() || head.quantity.nominal == Some(Decimal::ONE);
        let stated = |f: &Figure| several(f) && f.cues.change.is_none();
        let own = |f: &Figure| self.is_own(f) && told(f) && one(f) && stated(f);
        // "14 of the dead inmates" are not all.
        self.body().find(|(_, f)| own(f) && (f.cues.among.is_none() || !is_whole(head)))
    }

    /// The main count, or the toll that its sentence comes to.
    fn news_count(&self) -> Option<(FigureId, &Figure)> {
        let id = self.main_count()?;
        let main = &self.figures[id];
        // "Seven were killed, bringing the toll to 85": the news is the toll.
        let risen = self.body().find(|(_, f)| {
            let beside = f.place.sentence == main.place.sentence;
            beside && f.cues.change == Some(Change::To) && self.comparable(f)
        });
        // "Divers recovered the last two bodies, confirming 44 deaths": the news is all of them.
        let all = self.body().find(|(_, f)| {
            let beside = f.place.sentence == main.place.sentence && f.span != main.span;
            beside && self.comparable(f) && self.is_version(f) && kin(self.figure(), f).nests()
        });
        let all = all.filter(|_| !self.is_version(main));
        Some(risen.or(all).unwrap_or((id, main)))
    }

    /// Whether the headline's people may be all of a count or, being more, cannot be a part of it.
    fn is_held_by(&self, id: FigureId) -> bool {
        let (head, main) = (self.figure(), &self.figures[id]);
        // "19 so far this year" are of another time.
        let smaller = |f: &Figure| {
            f.quantity.nominal <= main.quantity.nominal || f.scope.event != head.scope.event
        };
        // "No one else was injured."
        let none = |f: &Figure| f.quantity.nominal.is_some_and(|n| n.is_zero());
        let only = self.body().all(|(other, f)| other == id || smaller(f));
        let larger = head.quantity.nominal > main.quantity.nominal;
        let several = main.quantity.nominal > Some(Decimal::ONE);
        let alone = several
            && self.body().all(|(other, f)| other == id || none(f) || kin(head, f) == Kin::Apart);
        match kin(head, main) {
            Kin::Same => true,
            Kin::Wider => !larger || alone || self.opens(main),
            Kin::Narrower => larger || (self.opens(main) && only),
            Kin::Crossing => only,
            Kin::Apart => false,
        }
    }

    /// "Witnesses speak of scores dead": whether the headline gives what somebody else than a figure's
    /// source said.
    pub(super) fn is_another_account(&self, figure: &Figure) -> bool {
        let outside = |s: &Source| s.voice == Voice::Outside;
        let head = self.figure();
        head.source.as_ref().is_some_and(outside) && !same_source(head, figure)
    }

    /// "Four deaths" over "four more have died, raising the toll to 88": whether the body adds as many.
    pub(super) fn is_added(&self) -> bool {
        let head = self.figure();
        self.figures.iter().any(|f| {
            let added = f.cues.change == Some(Change::By);
            let told = added && f.outcome == head.outcome && !is_heading(f);
            told && f.quantity.nominal == head.quantity.nominal
        })
    }

    /// Whether a figure counts another event's people, which happen to be as many as the headline's, where
    /// the first sentences give a count of the headline's own event.
    pub(super) fn is_of_another(&self, figure: &Figure) -> bool {
        let Some(main) = self.main_count().map(|id| &self.figures[id]) else { return false };
        let stated = |f: &Figure| f.quantity.nominal.is_some();
        // "Two bodies were found … a larger blaze that also killed five"
        let beside = figure.place.sentence == main.place.sentence;
        let further = figure.place.sentence > main.place.sentence + LEDE;
        // "Kills 768" over "killed 384 … since January, when more than 700 died"
        let other = figure.quantity.nominal != self.figure().quantity.nominal;
        let moved = beside || ((further || other) && figure.scope.time.is_some());
        let counts = stated(self.figure()) && stated(main) && self.opens(main);
        moved && !self.is_of_event(figure) && counts
    }

    /// The first count of the body that may hold the headline's people.
    pub(super) fn main_count(&self) -> Option<FigureId> {
        let head = self.figure();
        let is_main = |f: &Figure| self.comparable(f) && kin(head, f) != Kin::Apart;
        let (id, first) = self.body().find(|(_, f)| is_whole(head) && is_main(f))?;
        // "Three children were among at least 19 civilians", under a headline with 19 Syrians
        let crosses = |f: &Figure| is_main(f) && kin(head, f) == Kin::Crossing;
        let opens = |f: &Figure| f.place.sentence <= first.place.sentence + LEDE;
        let all = self.body().filter(|(_, f)| crosses(first) && crosses(f) && opens(f));
        let largest = all.max_by_key(|(other, f)| (f.quantity.nominal, *other == id));
        Some(largest.map_or(id, |(largest, _)| largest))
    }

    /// Whether the first sentence of the body that has numbers gives a count, in a number or by the
    /// one victim whom it or those before it name.
    pub(super) fn opens(&self, figure: &Figure) -> bool {
        let body = || self.figures.iter().filter(|f| !is_heading(f));
        let Some(first) = body().find(|f| f.is_stated()).map(|f| f.place.sentence) else {
            return false;
        };
        let one = |f: &Figure| {
            let alike = f.outcome == figure.outcome && kin(f, figure).nests();
            alike && f.quantity.nominal == figure.quantity.nominal
        };
        figure.place.sentence == first || body().any(|f| f.place.sentence <= first && one(f))
    }

    /// Whether the headline may be a stale or mistyped version of a count; a vague word may be of any.
    fn is_version(&self, main: &Figure) -> bool {
        let vague = self.figure().quantity.nominal.is_none() || main.quantity.nominal.is_none();
        let swapped = are_turned(self.figure(), main);
        vague || swapped || self.is_of_hurt(main) || may_be_versions(self.figure(), main)
    }

    /// "Blast kills 31" over "killing 14 people and wounding 31": whether the headline's number is that of
    /// another outcome beside the count.
    fn is_of_hurt(&self, main: &Figure) -> bool {
        let number = self.figure().quantity.nominal;
        self.figures.iter().any(|f| {
            let beside = f.place.sentence == main.place.sentence && f.outcome != main.outcome;
            let hurt = matches!(f.outcome, Outcome::Killed | Outcome::Injured);
            beside && hurt && is_whole(f) && number.is_some() && f.quantity.nominal == number
        })
    }

    /// Whether the first sentences give a count, and no other of its outcome is given of that event: the
    /// headline can mean nothing else. A count may be given again, and other times told of, where the headline's
    /// people may be all of it.
    fn is_sole(&self, main: &Figure) -> bool {
        let opens = main.place.sentence <= self.figure().place.sentence + LEDE;
        let several = main.quantity.nominal > Some(Decimal::ONE);
        let own = matches!(kin(self.figure(), main), Kin::Same | Kin::Wider) && is_whole(main);
        // "There were no further deaths."
        let zero = |f: &Figure| f.cues.besides && f.quantity.nominal == Some(Decimal::ZERO);
        let told = |f: &&Figure| {
            let other = own && f.scope.event != main.scope.event && f.scope.time.is_some();
            let few = f.quantity.nominal < main.quantity.nominal;
            let more = f.cues.besides || f.cues.change == Some(Change::By);
            // "The nine injured … four were in a grave condition"
            let added = more || f.cues.among.is_some() || f.cues.graded;
            let part = own && few && (f.cues.part_of.is_some() || added);
            let one = f.outcome == main.outcome && (f.cues.alive || !main.cues.alive);
            !is_heading(f) && one && !other && !zero(f) && !part
        };
        let again = |f: &Figure| own && f.quantity.nominal == main.quantity.nominal;
        let mut told = self.figures.iter().filter(told);
        opens && several && told.all(|f| f.span == main.span || again(f))
    }

    /// Whether "others" next to another outcome, right after it, or where none of their own was told of, are others
    /// than those.
    fn names_others(&self, figure: &Figure) -> bool {
        let before = |f: &Figure| !is_heading(f) && f.place.word < figure.place.word;
        let own = |f: &Figure| before(f) && f.outcome == figure.outcome;
        // "Police said she died at the scene. Four others were wounded": whoever she is
        let hurt = figure.outcome == Outcome::Injured && !figure.cues.definite;
        let told = self.figures.iter().any(before);
        let first = !self.figures.iter().any(own) && (hurt || told);
        let other = |f: &Figure| {
            let near = f.place.sentence + 1 >= figure.place.sentence;
            near && before(f) && f.outcome != figure.outcome
        };
        first || self.figures.iter().any(other)
    }

    /// Whether something is said both of the headline's people and of a figure's.
    fn is_like(&self, figure: &Figure, said: impl Fn(&Figure) -> bool) -> bool {
        said(figure) && said(self.figure())
    }

    /// Whether the body gives no other number of those to whom it happened.
    fn is_only(&self, figure: &Figure) -> bool {
        self.body().all(|(_, f)| f.quantity.nominal == figure.quantity.nominal)
    }

    /// Whether the body gives no more of those to whom it happened.
    fn is_most(&self, figure: &Figure) -> bool {
        self.body().all(|(_, f)| f.quantity.nominal <= figure.quantity.nominal)
    }

    /// "Killing 46 of the 54 people aboard": a part of those who were there, and all of the dead.
    fn is_of_all_there(&self, figure: &Figure) -> bool {
        let whole = figure.cues.part_of.map(|whole| &self.figures[whole]);
        whole.is_some_and(|w| w.cues.population) && !figure.cues.population
    }

    /// Whether a figure of the body may be what the headline speaks of.
    pub(super) fn comparable(&self, figure: &Figure) -> bool {
        // "The remaining 82 were dead", where nobody was counted dead before.
        let first = self.body().next().is_some_and(|(_, f)| f.span == figure.span);
        let told = |f: &Figure| {
            let lone = !f.is_stated() && f.place.word < figure.place.word;
            lone && f.outcome == figure.outcome
        };
        let rest = figure.cues.definite && first && !self.figures.iter().any(told);
        let others = figure.cues.besides && !rest && !self.names_others(figure);
        // "Seven taken to hospital" over "Eight were taken to hospital"
        let in_care = |f: &Figure| f.cues.care;
        // "Two survive crash" speaks of no crew of seven.
        let alive = figure.cues.alive == self.figure().cues.alive;
        (is_whole(figure) || self.is_of_all_there(figure))
            && !others
            && alive
            && figure.scope.event == self.figure().scope.event
            && (figure.scope.certain
                || self.is_only(figure)
                || in_care(figure) && self.is_most(figure)
                || self.is_like(figure, in_care))
            && !is_former(figure)
    }
}

//! What explains that a headline and the body's main count differ.
//!
//! "Five aid workers freed, one still held" over six who were abducted, "Pilot and two passengers dead" over three people:
//! the numbers go together. Whether they would be one count otherwise is not asked here.

use rust_decimal::Decimal;

use super::Claim;
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::relate::kin::{Kin, equal, is_heading, kin, sum_of};
use crate::relate::near::near;
use crate::relate::search;

impl Claim<'_> {
    /// Whether the headline, or what the body says of others, explains a difference to a count.
    pub(super) fn is_excused(&self, main: &Figure) -> bool {
        self.gives_both(main)
            || self.is_rounded(main)
            || self.counts_the_lost(main)
            || self.tells_of_all()
            || self.names_more(main)
            || self.holds_attacker(main)
            || self.is_listed_with_others(main)
            || self.is_newer(main)
    }

    /// "18.30: eight dead", and below it an entry of 16.15 with seven.
    fn is_newer(&self, main: &Figure) -> bool {
        main.cues.timed && main.quantity.nominal < self.figure().quantity.nominal
    }

    /// "Seventeen pupils freed, 24 captives still held": the seventeen are the other's. "Five aid workers freed, one
    /// still held" over six who were abducted: both together.
    fn gives_both(&self, main: &Figure) -> bool {
        let head = self.figure();
        let here = |f: &Figure| f.place.sentence == head.place.sentence;
        let beside = |f: &Figure| here(f) && f.span != head.span && f.outcome == head.outcome;
        let told = main.quantity.nominal;
        let other = |f: &Figure| beside(f) && told.is_some() && f.quantity.nominal == told;
        // "Crew of four and three passengers dead" over "seven people died"
        let both = |f: &Figure| main.group.is_none() && beside(f);
        let freed = |f: &Figure| here(f) && f.cues.alive;
        // "One dead, one wounded" over "the two victims were taken to hospital"
        let dead = |f: &Figure| here(f) && main.cues.care && f.outcome == Outcome::Killed;
        let adds = |f: &Figure| (both(f) || freed(f) || dead(f)) && sum_of(f, head) == told;
        self.figures.iter().any(|f| other(f) || adds(f))
    }

    /// "Dozens feared drowned" over 19 bodies, "Thousands homeless" over 61,000 in evacuation centres, or over 400 of them
    /// and 45,000 without a home: whether a round word may be of others too.
    fn is_rounded(&self, main: &Figure) -> bool {
        let head = self.figure();
        if head.quantity.nominal.is_some() {
            return false;
        }
        let least = head.quantity.low;
        let many = |f: &Figure| least.is_some() && f.quantity.low >= least;
        let twice = main.quantity.nominal.map(|main| main.saturating_mul(Decimal::TWO));
        let few = twice.is_some() && twice < least;
        let others = few && self.body().any(|(_, f)| many(f) && self.comparable(f));
        let feared = head.cues.feared && !main.cues.feared;
        others || feared || main.outcome == Outcome::Displaced && !few
    }

    /// "Four lost as trawler sinks" over two bodies and the four who were not found.
    fn counts_the_lost(&self, main: &Figure) -> bool {
        let head = self.figure();
        let lost = |f: &Figure| {
            let missing = f.outcome == Outcome::Missing && !is_heading(f);
            missing && f.quantity.nominal == head.quantity.nominal
        };
        main.cues.bodies && head.outcome == Outcome::Killed && self.figures.iter().any(lost)
    }

    /// "Three die, five saved" over the eight who were swept away.
    fn tells_of_all(&self) -> bool {
        let head = self.figure();
        let beside = |f: &&Figure| {
            f.place.sentence == head.place.sentence && f.outcome != head.outcome && f.is_stated()
        };
        let all = self.figures.iter().filter(beside).filter_map(|f| sum_of(f, head));
        let there = |sum: Decimal| {
            let swept = |f: &Figure| {
                let count = f.outcome == Outcome::Affected && !f.cues.alive && !is_heading(f);
                count && f.quantity.nominal == Some(sum) && kin(head, f).nests()
            };
            self.figures.iter().any(swept)
        };
        head.cues.alive && all.into_iter().any(there)
    }

    /// "Pilot and two passengers dead" over "three people died", "Mother, grandmother and three children" over "five".
    fn names_more(&self, main: &Figure) -> bool {
        let head = self.figure();
        let persons = Decimal::from(head.cues.persons_before);
        let all = head.quantity.nominal.and_then(|others| others.checked_add(persons));
        head.cues.persons_before > 0 && all.is_some() && all == main.quantity.nominal
    }

    /// "Four dead including gunman" over "killing three people before he was shot", "Gunman kills six" over "seven died,
    /// including the gunman": one of the two counts the attacker too.
    fn holds_attacker(&self, main: &Figure) -> bool {
        let head = self.figure();
        match (head.cues.perpetrators, main.cues.perpetrators) {
            (true, false) => is_one_more(head, main),
            (false, true) => is_one_more(main, head),
            _ => false,
        }
    }

    /// "Twenty-one killed" over "twelve miners died" and "the dead were 12 miners and nine rescuers": the count is one of
    /// a list of all.
    fn is_listed_with_others(&self, main: &Figure) -> bool {
        let head = self.figure();
        let again = |f: &Figure| {
            let one = equal(f, main) && kin(f, main) == Kin::Same;
            one && f.outcome == main.outcome && f.span != main.span && !is_heading(f)
        };
        let of = |f: &Figure| {
            let own = |id: &FigureId| {
                let f = &self.figures[*id];
                f.outcome == head.outcome && f.is_stated()
            };
            let list = near(self.figures, f.place.sentence, 0).filter(own);
            search::total(self.figures, &list.collect::<Vec<_>>())
        };
        let all = |f: &Figure| again(f) && of(f) == head.quantity.nominal;
        head.quantity.nominal.is_some() && self.figures.iter().any(all)
    }
}

/// Whether a figure counts one person more than another.
fn is_one_more(all: &Figure, others: &Figure) -> bool {
    let sum = others.quantity.nominal.and_then(|others| others.checked_add(Decimal::ONE));
    sum.is_some() && all.quantity.nominal == sum
}

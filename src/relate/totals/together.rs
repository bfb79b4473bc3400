//! What several events cost together.
//!
//! "A bomb killed six people in the market. Another killed eight at a bus station. Together they claimed 14 lives":
//! the total is of the counts right before it, whatever events they are of. "In all" may hold others too.

use rust_decimal::Decimal;

use super::Total;
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;
use crate::relate::kin::{
    Kin, counts_all, counts_exactly, equal, is_former, is_heading, is_whole, kin, outcome_within,
};
use crate::relate::near::near;
use crate::relate::version::may_be_values;
use crate::relate::{Relation, RelationKind, search};

/// How many sentences before the total its parts may stand.
const REACH: usize = 2;

/// How many words a person of a list may take: "his mother-in-law and his two sons".
const LIST: usize = 6;

/// How many people a total may be off its parts, if not more than a tenth.
const FEW: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// Whether a total differs from a sum by a slip at most.
fn is_slip(sum: Decimal, total: Decimal) -> bool {
    let off = (sum - total).abs();
    off <= FEW || off.saturating_mul(Decimal::TEN) <= total
}

impl Total<'_> {
    /// The counts of the sentences before, where the text gives what they come to together.
    pub(super) fn together(&self) -> Option<Relation> {
        let figure = self.figure();
        // "The eight survivors" are none of the victims before them.
        let suffered = figure.outcome != Outcome::Affected || figure.telling && !figure.cues.alive;
        let victims = figure.cues.definite && !figure.cues.besides && suffered;
        if figure.cues.all_of_them || victims && is_whole(figure) {
            return self.all_of_them();
        }
        let exact = |id: FigureId| self.figures[id].quantity.bound == Bound::Exact;
        if !figure.cues.together || figure.cues.part_of.is_some() || !exact(self.id) {
            return None;
        }
        let last = figure.place.sentence;
        let counts = |id: &FigureId| {
            let f = &self.figures[*id];
            f.outcome == figure.outcome && counts_all(f) && !is_former(f)
        };
        let start = near(self.figures, last, REACH).start;
        let mut parts: Vec<FigureId> = (start..self.id).filter(counts).collect();
        // "A fire killed 44 … In April, 82 died in another. The two fires have cost 126 lives": with the news far above
        if let [other] = parts[..] {
            let news = |id: &FigureId| counts(id) && self.figures[*id].scope.event == 0;
            let moved = self.figures[other].scope.event != 0;
            parts.extend((0..start).find(news).filter(|_| moved));
        }
        let people = |id: &FigureId| exact(*id) && kin(figure, &self.figures[*id]) != Kin::Apart;
        let far = parts.iter().any(|id| *id < start);
        let several = parts.len() > 1 && parts.iter().all(people);
        // "Nineteen died at the bridge … in both operations the enemy has lost 60": of others too
        let sum = search::total(self.figures, &parts);
        let near = sum
            .zip(figure.quantity.nominal)
            .is_some_and(|(a, b)| if far { is_slip(a, b) } else { may_be_values(a, b) });
        let why = "the text gives what these come to together".to_owned();
        (several && near).then(|| Relation::new(RelationKind::Sum, vec![self.id], parts, why))
    }

    /// "Five policemen and two civilians were killed … All seven were shot", "58 passengers and six crew … The 64
    /// victims": everybody whom the sentence before counts.
    fn all_of_them(&self) -> Option<Relation> {
        let figure = self.figure();
        if let Some(same) = self.all_of_one() {
            return Some(same);
        }
        let last = near(self.figures, figure.place.sentence.checked_sub(1)?, 0);
        let counts = |id: &FigureId| {
            let f = &self.figures[*id];
            let told = f.outcome == figure.outcome || outcome_within(f.outcome, figure.outcome);
            // "his wife, his mother and two sons"
            let one = !f.is_stated() && is_whole(f);
            told && (one || counts_exactly(f)) && f.cues.change.is_none()
        };
        let parts: Vec<FigureId> = last.clone().filter(counts).collect();
        let one =
            parts.windows(2).all(|w| self.figures[w[0]].outcome == self.figures[w[1]].outcome);
        // "Nine die in clash" over "five soldiers and six militants … The nine deaths": of these all the same
        let body = |f: &Figure| !is_heading(f) && equal(f, figure);
        let known = self.figures[..self.id].iter().any(body);
        let sum = search::total(self.figures, &parts);
        let near = sum.zip(figure.quantity.nominal).is_some_and(|(a, b)| is_slip(a, b));
        // "A man was executed for killing two children and their father … all three"
        let word = |id: FigureId| self.figures[id].place.word;
        let one = one
            && parts.windows(2).all(|w| {
                let stated = self.figures[w[0]].is_stated() && self.figures[w[1]].is_stated();
                stated || word(w[1]) - word(w[0]) <= LIST
            });
        let all = parts.len() > 1 && parts.len() == last.len() && one && near && !known;
        let why = "the text speaks of everybody whom it has just counted".to_owned();
        all.then(|| Relation::new(RelationKind::Sum, vec![self.id], parts, why))
    }

    /// "Another 19 were taken to hospital, where all 19 were treated": the only people whom the sentence counts before
    /// "all" of them.
    fn all_of_one(&self) -> Option<Relation> {
        let figure = Some(self.figure()).filter(|f| f.cues.all_of_them)?;
        let mut before = self.before(0);
        let first = before.next().filter(|_| before.next().is_none())?;
        let count = &self.figures[first];
        let one = count.outcome == figure.outcome && counts_exactly(count);
        let all = figure.quantity.bound == Bound::Exact;
        let counts = count.quantity.nominal.zip(figure.quantity.nominal);
        let near = counts.is_some_and(|(a, b)| may_be_values(a, b));
        let why = "the text speaks of all whom it has just counted".to_owned();
        let same = || Relation::new(RelationKind::Same, vec![first], vec![self.id], why);
        (one && all && near).then(same)
    }
}

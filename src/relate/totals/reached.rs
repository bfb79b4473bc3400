//! Counts that a sentence gives to reach a new toll.
//!
//! "Killed 36 in October, bringing the toll to 775" makes the 36 a part of the 775; "four on Friday and seven on
//! Saturday, bringing the toll for the two days to 11" are all of it. It knows one sentence and the one before.

use rust_decimal::Decimal;

use super::{Total, is_listed};
use crate::figure::{Change, FigureId};
use crate::lexicon::Outcome;
use crate::relate::kin::{is_heading, is_whole, sum_of};
use crate::relate::near::near;
use crate::relate::{Relation, RelationKind, search};

/// How many tenths of a toll the counts listed before it must give.
const MOST: Decimal = Decimal::from_parts(8, 0, 0, false, 0);

impl Total<'_> {
    /// The one count that its sentence gives before a new toll, and that is a part of it: "killed 36 in
    /// October, bringing the toll to 775"; or else the one that it or the sentence before adds to reach it:
    /// "rose to ten after four more bodies were found".
    pub(super) fn brought(&self) -> Option<Relation> {
        let figure = self.figure();
        let new = figure.cues.change == Some(Change::To) && is_whole(figure);
        if !new || !figure.is_stated() {
            return None;
        }
        let of_toll = |id: &FigureId| {
            let f = &self.figures[*id];
            f.outcome == figure.outcome && f.scope.event == figure.scope.event
        };
        // "Rights groups say 39 died; the government raised its figure to 24": counts of two sources
        let told = |id: &FigureId| {
            let f = &self.figures[*id];
            let rival = f.quantity.nominal > figure.quantity.nominal && f.source != figure.source;
            of_toll(id) && f.cues.change.is_none() && !rival
        };
        if let Some(listed) = self.listed_before() {
            let why = "the text lists these counts to reach the new one".to_owned();
            return Some(Relation::new(RelationKind::Sum, vec![self.id], listed, why));
        }
        let before = self.parts(self.before(0).filter(told));
        let added = |id: &FigureId| {
            let cues = &self.figures[*id].cues;
            let more = cues.besides && !cues.definite || cues.change == Some(Change::By);
            let f = &self.figures[*id];
            of_toll(id) && more && is_whole(f) && !is_heading(f) && !self.is_apart(*id)
        };
        // Those of its own sentence, or else those beside it.
        let own: Vec<FigureId> = self.before(0).filter(added).collect();
        // "Rose from 1,912 to 1,930. A further 8,400 were slightly hurt": besides the new count
        let base = |id: FigureId| self.figures[id].cues.change == Some(Change::From);
        let risen = near(self.figures, figure.place.sentence, 0).any(base);
        let added = || match risen {
            true => Vec::new(),
            false => self.before(1).chain(self.after(1)).filter(added).collect(),
        };
        let parts = match (before.is_empty(), own.is_empty()) {
            (false, _) => before,
            (true, false) => own,
            (true, true) => added(),
        };
        let why = "the text adds these people to reach the new count";
        // "1.2 million had left their homes, but the number has dropped to 740,000"
        let shrinks = matches!(figure.outcome, Outcome::Displaced | Outcome::Missing);
        let more = |id: &FigureId| self.figures[*id].quantity.nominal > figure.quantity.nominal;
        // "Killed 14 in one town and nine in another, bringing the toll to 18"
        let sum = search::total(self.figures, &parts);
        let many = parts.len() > 1 && sum > figure.quantity.nominal;
        let one = parts.len() == 1 && !(shrinks && parts.iter().any(more));
        (one || many)
            .then(|| Relation::new(RelationKind::Subset, vec![self.id], parts, why.to_owned()))
    }

    /// "To 61 the number killed in attacks; 85 others died of illness, for a total of 146": whether the text adds up a
    /// figure and the new toll.
    fn is_apart(&self, other: FigureId) -> bool {
        let f = &self.figures[other];
        let sum = sum_of(self.figure(), f);
        let total = |id: FigureId| {
            let f = &self.figures[id];
            f.cues.total && f.quantity.nominal == sum
        };
        sum.is_some() && self.after(1).any(total)
    }

    /// The counts that a sentence lists before the new toll of a stretch of time, if they nearly make it up and the
    /// article gives no other: "four on Friday, seven on Saturday and three on Sunday, bringing the toll for the
    /// three days to 14". Of any other toll there may have been more dead before.
    fn listed_before(&self) -> Option<Vec<FigureId>> {
        let figure = self.figure();
        let counts = |id: &FigureId| {
            let f = &self.figures[*id];
            f.outcome == figure.outcome
                && !is_heading(f)
                && f.quantity.nominal != figure.quantity.nominal
        };
        let listed = |id: &FigureId| is_listed(self.figures, *id);
        let before: Vec<FigureId> = self.before(0).filter(counts).collect();
        let all = (0..self.figures.len()).filter(counts).count() == before.len();
        let sum = search::total(self.figures, &before)?;
        let most = figure
            .quantity
            .nominal
            .is_some_and(|total| sum.saturating_mul(Decimal::TEN) >= total.saturating_mul(MOST));
        let told = figure.over.is_some() && all && most;
        (told && before.len() > 1 && before.iter().all(listed)).then_some(before)
    }
}

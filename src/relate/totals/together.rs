//! What several events cost together.
//!
//! "A bomb killed six people in the market. Another killed eight at a bus station. Together they claimed 14 lives":
//! the total is of the counts right before it, whatever events they are of. "In all" may hold others too.

use super::Total;
use crate::figure::FigureId;
use crate::quantity::Bound;
use crate::relate::kin::{Kin, counts_all, is_former, kin};
use crate::relate::near::near;
use crate::relate::{Relation, RelationKind};

/// How many sentences before the total its parts may stand.
const REACH: usize = 2;

impl Total<'_> {
    /// The counts of the sentences before, where the text gives what they come to together.
    pub(super) fn together(&self) -> Option<Relation> {
        let figure = self.figure();
        let exact = |id: FigureId| self.figures[id].quantity.bound == Bound::Exact;
        if !figure.cues.together || figure.cues.part_of.is_some() || !exact(self.id) {
            return None;
        }
        let last = figure.place.sentence;
        let own = near(self.figures, last, 0)
            .any(|id| id != self.id && self.figures[id].outcome == figure.outcome);
        let counts = |id: &FigureId| {
            let f = &self.figures[*id];
            f.outcome == figure.outcome && counts_all(f) && !is_former(f)
        };
        let start = near(self.figures, last, REACH).start;
        let parts: Vec<FigureId> = (start..self.id).filter(counts).collect();
        let people = |id: &FigureId| exact(*id) && kin(figure, &self.figures[*id]) != Kin::Apart;
        let several = parts.len() > 1 && parts.iter().all(people) && !own;
        let why = "the text gives what these come to together".to_owned();
        several.then(|| Relation::new(RelationKind::Sum, vec![self.id], parts, why))
    }
}

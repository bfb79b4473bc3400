//! Captives who were freed, who were killed and who are still held, against all who were taken.
//!
//! After "Gunmen took 24 people hostage", "nine were released on Monday and 17 are still held" cannot be, nor "20 were
//! freed and seven were killed", nor "all 27 were freed". Fewer may be told of, where the fate of the others is not; more
//! cannot.

use super::kin::{counts_all, counts_exactly, kin};
use super::near::near;
use super::wholes::whole_of;
use super::{Relation, RelationKind};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;

/// How many sentences after those who were taken their fates stand.
const REACH: usize = 3;

/// Relates the freed and the held, or the freed and the dead, to the last count of captives before them.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    relations.extend((0..figures.len()).filter_map(|id| more_than_taken(figures, id)));
    relations.extend((0..figures.len()).filter_map(|id| Left::of(figures, id)?.relation()));
}

/// Those who are still held, or who were killed, when others were let go: "38 were freed and seven were killed".
struct Left<'a> {
    figures: &'a [Figure],
    id: FigureId,
    held: &'a Figure,
    /// Whether they were killed.
    died: bool,
}

impl Left<'_> {
    fn of(figures: &[Figure], id: FigureId) -> Option<Left<'_>> {
        let held = &figures[id];
        let bare = held.unit.is_none() && held.group.is_none() && held.is_stated();
        let died = held.outcome == Outcome::Killed && bare;
        let left = (held.outcome == Outcome::Captured || died) && counts_exactly(held);
        left.then_some(Left { figures, id, held, died })
    }

    fn relation(&self) -> Option<Relation> {
        let freed = self.freed()?;
        let taken = self.taken(freed)?;
        let mut parts: Vec<FigureId> =
            self.dead(taken).into_iter().chain([freed, self.id]).collect();
        parts.sort_unstable();
        let why = "who was freed is held no more, and all were taken".to_owned();
        Some(Relation::new(RelationKind::Subset, vec![taken], parts, why))
    }

    /// Those who were let go: of the sentence, or told of as some of all, or right before.
    fn freed(&self) -> Option<FigureId> {
        let (figures, held) = (self.figures, self.held);
        let beside = |reach: usize| near(figures, held.place.sentence, reach);
        let here = beside(0).find(|at| {
            is_freed(&figures[*at], held) && !(self.died && figures[*at].unit.is_some())
        });
        // "They released 165 of the 203 girls … the 58 girls still in captivity"
        let some = || beside(REACH).find(|at| is_some_freed(figures, *at, held));
        // "Forty-one were freed. He said that 18 hostages were still held"
        let bare = |f: &Figure| f.place.block == held.place.block && f.unit.is_none();
        let last =
            |at: &FigureId| *at < self.id && is_freed(&figures[*at], held) && bare(&figures[*at]);
        let here = here.or_else(|| some().filter(|_| self.are_known()));
        here.or_else(|| beside(1).rfind(last).filter(|_| !self.died))
    }

    /// All who were taken.
    fn taken(&self, freed: FigureId) -> Option<FigureId> {
        let (figures, held) = (self.figures, self.held);
        let before = 0..self.id.min(freed);
        let taken = before.rev().find(|at| holds(&figures[*at], held, &figures[freed]));
        let more = |all: &FigureId| {
            figures[*all].quantity.nominal > held.quantity.nominal && *all < self.id
        };
        let of_all = || figures[freed].cues.part_of.filter(|all| self.are_known() && more(all));
        taken.or_else(of_all)
    }

    /// "72 were seized. Twenty-three of the hostages were killed": those of them who are neither free nor held.
    fn dead(&self, taken: FigureId) -> Option<FigureId> {
        let killed = |at: &FigureId| {
            let dead = self.figures[*at].outcome == Outcome::Killed && !self.died;
            dead && whole_of(self.figures, *at) == Some(taken)
        };
        (taken + 1..self.figures.len()).find(killed)
    }

    /// "The 58 girls still in captivity"
    fn are_known(&self) -> bool {
        self.held.cues.definite && !self.died
    }
}

/// "Gunmen seized 23 villagers … All 27 were freed": whoever is spoken of as known is no more than all who were taken, where
/// the text has no other count of them.
fn more_than_taken(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let freed = &figures[id];
    let bare = freed.unit.is_none() && freed.group.is_none() && freed.is_stated();
    // "Five of the 21 were released": the 21 are all who were taken
    let base = || figures.iter().any(|f| f.cues.part_of == Some(id));
    let known = freed.outcome == Outcome::Affected && freed.cues.definite && bare;
    if !known || !counts_exactly(freed) || base() {
        return None;
    }
    let before = &figures[..id];
    let captives = |f: &Figure| f.outcome == Outcome::Captured;
    let taken = before.iter().position(|f| captives(f) && counts_all(f) && f.scope.event == 0)?;
    let all = |f: &Figure| {
        let fewer = f.quantity.nominal <= figures[taken].quantity.nominal;
        let other = !captives(f) && f.outcome != Outcome::Affected;
        other || fewer && !f.cues.besides && f.cues.change.is_none()
    };
    let more = freed.quantity.nominal > figures[taken].quantity.nominal;
    let why = "nobody is let go who was not taken".to_owned();
    let found = || Relation::new(RelationKind::Subset, vec![taken], vec![id], why);
    (more && before.iter().all(all)).then(found)
}

/// Whether a figure counts people who were let go beside those who are held.
fn is_freed(figure: &Figure, held: &Figure) -> bool {
    counts_exactly(figure) && were_let_go(figure, held)
}

/// "165 of the 203 girls": whether a figure counts some who were let go of all whom it names.
fn is_some_freed(figures: &[Figure], id: FigureId, held: &Figure) -> bool {
    let freed = &figures[id];
    let of_all = freed.cues.part_of.is_some_and(|all| counts_exactly(&figures[all]));
    freed.is_stated() && of_all && were_let_go(freed, held)
}

/// Whether a figure counts people who live, of the event and kind of those who are held.
fn were_let_go(figure: &Figure, held: &Figure) -> bool {
    let alive = figure.outcome == Outcome::Affected && figure.cues.alive;
    alive && figure.scope.event == held.scope.event && kin(figure, held).nests()
}

/// Whether a figure counts all the captives of whom two are told.
fn holds(taken: &Figure, held: &Figure, freed: &Figure) -> bool {
    let near = held.place.sentence.abs_diff(taken.place.sentence);
    let more = |f: &Figure| taken.quantity.nominal > f.quantity.nominal;
    // "a ship with a crew of 23"
    let captives = taken.outcome == Outcome::Captured || taken.cues.population;
    let captives = captives && counts_all(taken);
    let all = captives && taken.scope.event == 0;
    all && near <= REACH && more(held) && more(freed) && kin(taken, held).nests()
}

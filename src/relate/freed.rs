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

/// Relates the freed and the held, or the freed and the dead, of one sentence to the last count of captives before it.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    relations.extend((0..figures.len()).filter_map(|id| more_than_taken(figures, id)));
    for (id, held) in figures.iter().enumerate() {
        // "38 were freed and seven were killed"
        let bare = held.unit.is_none() && held.group.is_none() && held.is_stated();
        let died = held.outcome == Outcome::Killed && bare;
        if !((held.outcome == Outcome::Captured || died) && counts_exactly(held)) {
            continue;
        }
        let freed = near(figures, held.place.sentence, 0)
            .find(|at| is_freed(&figures[*at], held) && !(died && figures[*at].unit.is_some()));
        // "They released 165 of the 203 girls … the 58 girls still in captivity"
        let before = || {
            near(figures, held.place.sentence, REACH).find(|at| is_some_freed(figures, *at, held))
        };
        let definite = held.cues.definite && !died;
        // "Forty-one were freed. He said that 18 hostages were still held"
        let last = || {
            let beside = near(figures, held.place.sentence, 1);
            let here = |f: &Figure| f.place.block == held.place.block && f.unit.is_none();
            beside.rev().find(|at| *at < id && is_freed(&figures[*at], held) && here(&figures[*at]))
        };
        let freed = freed.or_else(|| before().filter(|_| definite));
        let Some(freed) = freed.or_else(|| last().filter(|_| !died)) else { continue };
        let taken = (0..id.min(freed)).rfind(|at| holds(&figures[*at], held, &figures[freed]));
        let of_all = |all: &FigureId| {
            definite && figures[*all].quantity.nominal > held.quantity.nominal && *all < id
        };
        let taken = taken.or(figures[freed].cues.part_of.filter(of_all));
        if let Some(taken) = taken {
            // "72 were seized. Twenty-three of the hostages were killed"
            let dead = (taken + 1..figures.len()).filter(|at| {
                let f = &figures[*at];
                f.outcome == Outcome::Killed && !died && whole_of(figures, *at) == Some(taken)
            });
            let mut parts: Vec<FigureId> = dead.take(1).chain([freed, id]).collect();
            parts.sort_unstable();
            let why = "who was freed is held no more, and all were taken".to_owned();
            relations.push(Relation::new(RelationKind::Subset, vec![taken], parts, why));
        }
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
    let freed = figure.outcome == Outcome::Affected && figure.cues.alive && counts_exactly(figure);
    freed && figure.scope.event == held.scope.event && kin(figure, held).nests()
}

/// "165 of the 203 girls": whether a figure counts some who were let go of all whom it names.
fn is_some_freed(figures: &[Figure], id: FigureId, held: &Figure) -> bool {
    let freed = &figures[id];
    let of_all = freed.cues.part_of.is_some_and(|all| counts_exactly(&figures[all]));
    let let_go = freed.outcome == Outcome::Affected && freed.cues.alive && freed.is_stated();
    let_go && of_all && freed.scope.event == held.scope.event && kin(freed, held).nests()
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

//! Lists of places and the count of all of them.
//!
//! "79 have died. The north had 31 deaths, followed by the coast with 24, the hills with 17 and the
//! islands with 11": nobody dies in two places, so the four cannot be more than the 79. Places know the
//! counts that a list gives and the one before it, not where the places are.

use super::kin::{is_heading, is_whole, kin, stands_alone};
use super::near::near;
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};

/// How many sentences before a list the count of all may stand.
const REACH: usize = 2;

/// How many figures before a list the count that it makes up may stand.
const FAR: usize = 100;

/// The fewest places that make a list: two may be said of two events.
const FEWEST: usize = 3;

/// Relates each list of places that is not yet tied to a count to the one before it.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let mut id = 0;
    while id < figures.len() {
        let list = list(figures, id);
        if list.len() >= FEWEST {
            relations.extend(tied(figures, &list, relations));
        }
        id += list.len().max(1);
    }
}

/// The figures of the list that begins with a figure, itself the first.
fn list(figures: &[Figure], first: FigureId) -> Vec<FigureId> {
    let opens = |f: &Figure| stands_alone(f) && f.cues.part_of.is_none() && f.cues.among.is_none();
    if figures[first].cues.listed || !opens(&figures[first]) {
        return Vec::new();
    }
    let goes_on = |id: &FigureId| figures[*id].cues.listed && opens(&figures[*id]);
    [first].into_iter().chain((first + 1..figures.len()).take_while(goes_on)).collect()
}

/// The relation of a list to the count that it makes up, or else to the last one before it that is
/// larger than each of its counts.
fn tied(figures: &[Figure], list: &[FigureId], relations: &[Relation]) -> Option<Relation> {
    let first = &figures[list[0]];
    let holds = |id: &FigureId| {
        let f = &figures[*id];
        let here = f.outcome == first.outcome && f.scope.event == first.scope.event;
        here && stands_alone(f)
            && is_whole(f)
            && !is_heading(f)
            && kin(f, first).nests()
            && list.iter().all(|part| figures[*part].quantity.nominal < f.quantity.nominal)
    };
    let far = list[0].saturating_sub(FAR)..list[0];
    let made_up = far.rev().find(|id| search::makes_up(figures, *id, list) && holds(id));
    let before = near(figures, first.place.sentence, REACH).start..list[0];
    let whole = made_up.or_else(|| before.rev().find(holds))?;
    if relations.iter().any(|r| r.kind == RelationKind::Sum && r.claim == [whole]) {
        return None;
    }
    let kind = if made_up.is_some() { RelationKind::Sum } else { RelationKind::Subset };
    let why = "the text counts the same people place by place".to_owned();
    Some(Relation::new(kind, vec![whole], list.to_vec(), why))
}

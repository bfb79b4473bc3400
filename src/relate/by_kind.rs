//! A count of all people told again kind by kind.
//!
//! "31 people were wounded. … Nineteen police officers and four civilians were wounded in the attack":
//! the officers and the civilians are all of the wounded. By kind knows groups that stand side by side;
//! whether there is a third kind it reads off the sentence alone.

use super::kin::{Kin, is_heading, is_whole, kin, stands_alone};
use super::near::near;
use super::version::may_be_values;
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};
use crate::quantity::Bound;

/// How many sentences before the kinds the count of all may stand.
const REACH: usize = 12;

/// Relates two kinds of people of one sentence to the count of all of them before it, where nothing
/// else is known to make that up.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for first in 0..figures.len().saturating_sub(1) {
        let kinds = [first, first + 1];
        if !are_kinds(figures, kinds) {
            continue;
        }
        let Some(whole) = whole(figures, kinds) else { continue };
        let sum = |r: &Relation| r.kind == RelationKind::Sum && r.claim == [whole];
        if !relations.iter().any(sum) {
            let why = "the text counts the same people kind by kind".to_owned();
            relations.push(Relation::new(RelationKind::Sum, vec![whole], kinds.to_vec(), why));
        }
    }
}

/// Whether two figures are all that a sentence tells of an event that is known, and nobody is of both.
fn are_kinds(figures: &[Figure], [first, second]: [FigureId; 2]) -> bool {
    let (a, b) = (&figures[first], &figures[second]);
    let beside = &figures[near(figures, a.place.sentence, 0)];
    let alone = beside.iter().filter(|f| f.outcome == a.outcome).count() == 2;
    a.place.sentence == b.place.sentence
        && a.outcome == b.outcome
        && alone
        && (a.cues.of_event || b.cues.of_event)
        && [a, b].iter().all(|f| is_exact(f) && !f.cues.besides && !f.cues.definite)
        && a.group.is_some()
        && matches!(kin(a, b), Kin::Apart | Kin::Crossing)
}

/// The count of all before the kinds: the only one of the event, and near enough to their sum.
fn whole(figures: &[Figure], kinds: [FigureId; 2]) -> Option<FigureId> {
    let part = &figures[kinds[0]];
    let sum = search::total(figures, &kinds)?.nominal?;
    let counts = |id: &FigureId| {
        let f = &figures[*id];
        f.outcome == part.outcome && f.scope.event == part.scope.event && !is_heading(f)
    };
    let mut before = near(figures, part.place.sentence, REACH).start..kinds[0];
    let before = before.by_ref().filter(counts).collect::<Vec<_>>();
    let [whole] = before[..] else { return None };
    let all = &figures[whole];
    let apart = all.place.sentence != part.place.sentence;
    let others = all.cues.besides || all.cues.change.is_some();
    let near = all.quantity.nominal.is_some_and(|n| may_be_values(n, sum));
    let everybody = apart && is_exact(all) && !others && all.group.is_none() && near;
    everybody.then_some(whole)
}

/// Whether a figure counts people to a head, by itself and of a certain event.
fn is_exact(figure: &Figure) -> bool {
    let exact = figure.quantity.bound == Bound::Exact && figure.is_stated();
    exact && stands_alone(figure) && is_whole(figure) && figure.scope.certain
}

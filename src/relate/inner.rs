//! Parts that only say who those of another part were.
//!
//! "The ten were seven pupils, four girls and three boys, and three teachers": girls and boys are the pupils, and no parts of
//! the ten besides them. It knows the numbers of a list, and which of its kinds may hold others.

use rust_decimal::Decimal;

use super::kin::{Kin, kin};
use super::search;
use crate::figure::{Figure, FigureId};

/// Fewer parts than this do not say that one of them lies in another.
const SHORTEST: usize = 3;

/// "The ten were seven pupils, four girls and three boys, and three teachers": the list without those that only
/// say who the ones before them were.
pub(super) fn without_inner(
    figures: &[Figure],
    whole: FigureId,
    mut parts: Vec<FigureId>,
) -> Vec<FigureId> {
    if search::makes_up(figures, whole, &parts) {
        return parts;
    }
    // "Of the seven, two went home and five remain in hospital, one of whom is critical"
    let first = (2..parts.len()).find(|end| search::makes_up(figures, whole, &parts[..*end]));
    if let Some(end) = first {
        let last = &figures[parts[end - 1]];
        let of_last = |p: &FigureId| {
            let p = &figures[*p];
            let bare = p.unit.is_none() && p.group.is_none() && p.scope.place.is_none();
            let beside = p.place.sentence == last.place.sentence;
            bare && beside && p.quantity.nominal <= last.quantity.nominal
        };
        if parts[end..].iter().all(of_last) {
            parts.truncate(end);
            return parts;
        }
    }
    let mut at = 0;
    while at < parts.len() {
        let outer = parts[at];
        let inner = |p: &&FigureId| {
            let (outer, p) = (&figures[outer], &figures[**p]);
            // "Twelve of the dead are civilians, ten in the valley and two in town"
            let bare = p.unit.is_none() && p.group.is_none() && p.scope.place.is_some();
            let kind = outer.group.is_some() && outer.scope.place.is_none();
            let placed = kind && bare && p.place.sentence == outer.place.sentence;
            matches!(kin(outer, p), Kin::Wider | Kin::Crossing) || placed
        };
        let end = at + 1 + parts[at + 1..].iter().take_while(inner).count();
        let told =
            (at + 3..=end).find(|end| search::makes_up(figures, outer, &parts[at + 1..*end]));
        if let Some(told) = told {
            parts.drain(at + 1..told);
        }
        at += 1;
    }
    if are_of_the_first(figures, whole, &parts) {
        parts.truncate(1);
    }
    if let Some(inner) = lone_inner(figures, whole, &parts) {
        parts.remove(inner);
    }
    parts
}

/// "94 of the injured were taken to hospital, 61 in Orr and 33 in Ness": whether the first of some parts is made up to a
/// head by all the others, and with them would be more than the whole. Few may add up by chance.
fn are_of_the_first(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let [first, others @ ..] = parts else { return false };
    let outer = &figures[*first];
    let over = search::total(figures, parts) > figures[whole].quantity.nominal;
    let many = outer.quantity.nominal >= Some(Decimal::TEN);
    let beside = |p: &FigureId| figures[*p].place.sentence == outer.place.sentence;
    let several = others.len() > 1 && others.iter().all(beside);
    over && many && several && search::makes_up(figures, *first, others)
}

/// "58 people: 29 civilians, among whom seven monks, 18 soldiers and eleven policemen": the place of the one part that
/// only says who some of those right before it were, where the others make up the whole.
fn lone_inner(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> Option<usize> {
    if parts.len() <= SHORTEST || search::makes_up(figures, whole, parts) {
        return None;
    }
    let inner = |at: &usize| {
        let (outer, inner) = (&figures[parts[*at - 1]], &figures[parts[*at]]);
        let beside = outer.place.sentence == inner.place.sentence;
        let fewer = inner.quantity.nominal < outer.quantity.nominal;
        let others = [&parts[..*at], &parts[*at + 1..]].concat();
        beside && fewer && search::makes_up(figures, whole, &others)
    };
    (1..parts.len()).find(inner)
}

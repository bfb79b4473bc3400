//! Figures that take the scope of one told before, to which they point back.
//!
//! "Another blast killed four. One of the four dead …" is of that blast, and so are "those 32 recruits" of whatever they
//! were told of. Movers and places are not known here.

use crate::figure::Figure;

/// Gives each figure that points back the scope of the one that it points to.
pub(super) fn assign(figures: &mut [Figure]) {
    for id in 0..figures.len() {
        let recalled = figures[id].cues.recalls.filter(|told| *told < id);
        if let Some(told) = recalled.or_else(|| told_before(&figures[..=id])) {
            figures[id].scope = figures[told].scope.clone();
        }
    }
}

/// "In another blast seven were killed. One of the four dead …": the count of another event that the sentence before
/// gives, where the last of some figures points back and the main event has no such number.
fn told_before(figures: &[Figure]) -> Option<usize> {
    let (own, before) = figures.split_last()?;
    let points = own.cues.definite && own.scope.event == 0 && !own.cues.besides && own.telling;
    let alike = |f: &Figure| f.outcome == own.outcome && f.is_stated();
    let main = |f: &Figure| f.scope.event == 0 && f.quantity.nominal == own.quantity.nominal;
    if !points || before.iter().any(|f| alike(f) && main(f)) {
        return None;
    }
    let last = own.place.sentence.checked_sub(1)?;
    let told = before.iter().rposition(|f| alike(f) && f.place.sentence <= last)?;
    let f = &before[told];
    (f.place.sentence == last && f.scope.event != 0).then_some(told)
}

//! What the scopes of figures come to when all sentences are read.
//!
//! "The toll has risen to 42, including 14 children": the children are of the toll's event; where no figure is of the
//! main event, the first event told is the main one. It knows figures and their scopes, no words.

use crate::document::BlockKind;
use crate::figure::Figure;

/// "Thursday's raids … the toll has risen to 42, including 14 children": the children are of the toll's event. "48 since
/// January. Of these nine died. Thirty-one were civilians": so are those whom the next sentences tell of.
pub(super) fn share_with_parts(figures: &mut [Figure]) {
    for id in 0..figures.len() {
        let whole = figures[id].cues.part_of.filter(|whole| *whole < id);
        let Some(whole) = whole.map(|whole| &figures[whole]) else { continue };
        let part = &figures[id];
        let shares = match whole.place.sentence == part.place.sentence {
            true => whole.scope.event == 0,
            false => part.scope.event == 0 && whole.place.block == part.place.block,
        };
        if shares {
            figures[id].scope = whole.scope.clone();
        }
    }
}

/// "Eight slain at bowling alley", and below it "a man dismissed two weeks earlier opened fire, leaving eight dead": the first
/// sentence that gives the headline's count tells of its event, whatever else it dates.
pub(super) fn lead_back(figures: &mut [Figure]) {
    let heads = figures.iter().take_while(|f| f.place.kind == BlockKind::Headline).count();
    let Some(first) = figures.get(heads).filter(|_| heads > 0) else { return };
    let (sentence, event) = (first.place.sentence, first.scope.event);
    let given = |f: &Figure| {
        let own = f.place.sentence == sentence && f.scope.event == event && f.is_stated();
        let same = |head: &Figure| {
            let number = head.quantity.nominal.is_some() && head.scope.event == 0;
            number && head.outcome == f.outcome && head.quantity.nominal == f.quantity.nominal
        };
        own && figures[..heads].iter().any(same)
    };
    if event == 0 || !figures[heads..].iter().any(given) {
        return;
    }
    for figure in &mut figures[heads..] {
        if figure.place.sentence == sentence && figure.scope.event == event {
            figure.scope.event = 0;
            figure.scope.time = None;
        }
    }
}

/// Where no figure is of the main event, the first event told is the main one.
pub(super) fn promote(figures: &mut [Figure]) {
    let mut told = figures.iter().filter(|f| f.entry.is_none());
    let first = told.clone().next().map_or(0, |f| f.scope.event);
    if told.any(|f| f.scope.event == 0) {
        return;
    }
    for figure in figures.iter_mut().filter(|f| f.scope.event == first) {
        figure.scope.event = 0;
    }
}

//! First counts that the headline and a later sentence both contradict.
//!
//! Under "Three killed in clash", "Six men were killed on Monday" and later "the three" cannot all be right. A headline
//! or a later sentence alone may speak of some of the people; the two together seldom do. Where the headline is held
//! against the first count already, nothing is added.

use super::kin::{
    Kin, adds_to, by_account, counts_all, equal, gives, is_heading, is_whole, kin, sum_of,
};
use super::version::may_be_versions;
use super::{Relation, RelationKind};
use crate::document::BlockKind;
use crate::figure::{Figure, FigureId};
use crate::quantity::Bound;

/// Relates the first count of the body to a later one that has the headline's number.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let above = |f: &Figure| f.place.kind == BlockKind::Headline && f.is_stated();
    for (id, head) in figures.iter().enumerate().filter(|(_, f)| above(f) && is_plain(f)) {
        // "Seven die in one land, two in another" gives each a number.
        let own = |f: &Figure| f.outcome == head.outcome && kin(head, f) != Kin::Apart;
        if figures.iter().filter(|f| above(f) && own(f)).count() > 1 {
            continue;
        }
        let Some(first) = first(figures, head) else { continue };
        let lede = &figures[first];
        // "Gunman kills six" over "seven died, including the gunman"
        let attackers = lede.cues.perpetrators && !head.cues.perpetrators;
        // "Kills at least eight" over "at least 11": two floors
        let floor = |f: &Figure| f.quantity.bound == Bound::AtLeast;
        let given = gives(head, lede) && (equal(head, lede) || !(floor(head) && floor(lede)));
        if attackers || given || !may_be_versions(head, lede) || kin(head, lede) == Kin::Apart {
            continue;
        }
        // "44 were pulled from the sea. Another 19 were washed up … the 63 bodies", "49 were dead … seven died in hospital"
        let added = |f: &Figure| {
            let sum = sum_of(lede, f);
            let apart = f.place.sentence > lede.place.sentence && is_whole(f);
            apart && f.outcome == lede.outcome && sum == head.quantity.nominal
        };
        if figures[first..].iter().any(added) {
            continue;
        }
        let later = (first + 1..figures.len()).find(|id| is_again(head, lede, &figures[*id]));
        let known = |r: &Relation| {
            let headed = r.claim == [id] && r.kind == RelationKind::Same;
            (headed || r.kind == RelationKind::Sum) && r.evidence.contains(&first)
        };
        if let Some(later) = later.filter(|_| !relations.iter().any(known)) {
            // "Kills 64" over 46, and "of the 64 deaths": whoever counted these, the article takes them for known.
            let kind = match figures[later].cues.definite {
                true => RelationKind::Same,
                false => by_account(lede, &figures[later]),
            };
            let why = "the headline gives the later number".to_owned();
            relations.push(Relation::new(kind, vec![first], vec![later], why));
        }
    }
}

/// The count that the first sentence with figures gives of the headline's people, if it is the only one there.
fn first(figures: &[Figure], head: &Figure) -> Option<FigureId> {
    let body = |f: &Figure| !is_heading(f) && f.is_stated();
    let opening = figures.iter().find(|f| body(f))?.place.sentence;
    let own = |f: &Figure| f.outcome == head.outcome && kin(head, f) != Kin::Apart;
    let here = |f: &Figure| f.place.sentence == opening && own(f);
    if figures.iter().any(|f| here(f) && equal(f, head)) {
        return None;
    }
    // "Four children are among the 39 dead": the 39 are the first count.
    let told = |f: &Figure| here(f) && f.cues.part_of.is_none();
    let mut told = (0..figures.len()).filter(|id| told(&figures[*id]));
    let first = told.next().filter(|_| told.next().is_none())?;
    let lede = &figures[first];
    let whole = counts_all(lede) && is_plain(lede) && lede.scope.event == head.scope.event;
    // "Twelve rescued" over 17 who were on board
    let whole = whole && lede.cues.alive == head.cues.alive;
    whole.then_some(first)
}

/// Whether a later figure gives the headline's number for the people of the first count.
fn is_again(head: &Figure, lede: &Figure, figure: &Figure) -> bool {
    let own = figure.outcome == lede.outcome && figure.scope.event == lede.scope.event;
    // "Twenty-five lost their lives. With the bomber, that makes 26"
    let attackers = figure.cues.perpetrators && !lede.cues.perpetrators;
    let all = counts_all(figure)
        && is_plain(figure)
        && !figure.cues.total
        && !attackers
        && !adds_to(figure, lede);
    let apart = figure.place.sentence > lede.place.sentence;
    // Fewer in another place may be some of the first.
    let more = figure.quantity.nominal > lede.quantity.nominal;
    // "in Syria … in Homs province"
    let known = more || figure.scope.place.is_none() || lede.scope.area;
    own && all && apart && known && equal(head, figure) && kin(lede, figure) != Kin::Apart
}

/// Whether a figure gives one number for all.
fn is_plain(figure: &Figure) -> bool {
    let stated = figure.quantity.nominal.is_some();
    stated && is_whole(figure) && figure.cues.change.is_none() && !figure.cues.besides
}

//! Which of the sums that do not fit are left.
//!
//! "312 casualties, 104 killed and 208 hurt, an increase from 284": the parts are no parts of the 284. A sum that does not
//! fit is a finding, so that it is dropped where the same numbers have another reading that does. It knows the sums and what
//! stands beside them, not how they were found.

use super::kin::{is_whole, sum_of};
use super::near::near;
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};

/// The most parts of which fewer are tried.
const PARTS: usize = 6;

/// Drops each sum that does not fit where its numbers can be read as one that does.
pub(super) fn keep(figures: &[Figure], relations: &mut Vec<Relation>) {
    let sums = |r: &Relation| r.kind == RelationKind::Sum && r.share.is_none();
    let fits = |r: &Relation| r.claim.iter().all(|id| search::makes_up(figures, *id, &r.evidence));
    let sentence = |id: FigureId| figures[id].place.sentence;
    let beside = |r: &Relation| sentence(r.claim[0]) == sentence(r.evidence[0]);
    let fitting: Vec<Relation> = relations.iter().filter(|r| sums(r) && fits(r)).cloned().collect();
    let other = |r: &Relation| {
        let same = |f: &Relation| f.evidence == r.evidence && f.claim != r.claim && beside(f);
        // "Released 28 of the 39 … five are ill. The remaining 23": of the 28
        let part = |id: &FigureId| r.evidence.contains(id);
        let told_later =
            |f: &Relation| f.evidence.iter().any(|e| sentence(*e) > sentence(f.claim[0]));
        let inner =
            |f: &Relation| part(&f.claim[0]) && f.evidence.iter().any(part) && told_later(f);
        fitting.iter().any(|f| same(f) || inner(f))
    };
    let parts = |r: &Relation| r.kind == RelationKind::Subset && r.claim.len() == 1;
    // "Five in Nalanda, three each in Gaya and Orr"
    let each = |r: &Relation| r.evidence.iter().any(|id| figures[*id].cues.each);
    relations.retain(|r| {
        let read_otherwise =
            || each(r) || other(r) || are_of_both(figures, r) || are_fewer(figures, r);
        let sum = sums(r) && !fits(r) && read_otherwise();
        !(sum || parts(r) && are_fewer(figures, r))
    });
}

/// "Five demonstrators and two policemen died: four people in the capital, two in Orlik and one in Danu": whether the parts
/// are those of two counts that stand before them.
fn are_of_both(figures: &[Figure], sum: &Relation) -> bool {
    let claim = &figures[sum.claim[0]];
    let part = &figures[sum.evidence[0]];
    let first = part.place.word;
    // not "four officers and four civilians (six adults and two children)"
    if part.unit.is_some() && !part.anybody {
        return false;
    }
    let all = search::total(figures, &sum.evidence);
    near(figures, claim.place.sentence, 0).any(|id| {
        let f = &figures[id];
        let other = f.span != claim.span && f.outcome == claim.outcome && f.place.word < first;
        other && is_whole(f) && is_whole(claim) && all.is_some() && sum_of(f, claim) == all
    })
}

/// "Six of the wounded died. … The clinic took 46 of the wounded. The remaining 12": whether fewer of the parts make up the
/// count, and the others are told of in another paragraph or, as in "two officers, a captain and a lieutenant, and 11
/// others", named within them.
fn are_fewer(figures: &[Figure], sum: &Relation) -> bool {
    let parts = &sum.evidence;
    // "Killed in three separate incidents", each told of in a paragraph of its own
    let counted = figures[sum.claim[0]].cues.number_of_events == Some(parts.len().into());
    if parts.len() < 3 || parts.len() > PARTS || counted {
        return false;
    }
    let block = |id: FigureId| figures[id].place.block;
    let sentence = |id: &FigureId| figures[*id].place.sentence;
    let told = sentence(&sum.claim[0]);
    (0..1_u32 << parts.len()).any(|bits| {
        let [kept, left] = [bits, !bits].map(|bits| search::picked(parts, bits));
        // "Of the 11 injured, nine were residents and two firefighters. … the other six were sent home"
        let beside = kept.iter().all(|k| sentence(k) == told);
        let loose = |id: &FigureId| {
            let named = !figures[*id].is_stated() && kept.iter().any(|k| k > id);
            let apart = beside && sentence(id) != told;
            named || apart || kept.iter().all(|k| block(*k) != block(*id))
        };
        let proper = kept.len() > 1 && !left.is_empty();
        proper && left.iter().all(loose) && search::makes_up(figures, sum.claim[0], &kept)
    })
}

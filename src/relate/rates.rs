//! Rates, and what they come to: "25,000 a day, or eleven a minute", "50 a day for 30 days, 1,500 in
//! all".
//!
//! Two rates are held against each other where one follows the other. A rate is held against a total
//! where the text says for how long it went on. A rate at its peak comes to nothing.

use super::kin::{Kin, kin, stands_alone};
use super::{Relation, RelationKind};
use crate::figure::{Figure, FigureId};
use crate::quantity::Bound;

/// Relates rates to totals over a span, and each rate to the next one over another time.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let is_rate = |f: &Figure| f.per.is_some() && f.is_stated();
    let rates: Vec<FigureId> = (0..figures.len()).filter(|id| is_rate(&figures[*id])).collect();
    let mut at = 0;
    while let Some(&rate) = rates.get(at) {
        at += 1;
        if let Some(total) = total(figures, rate) {
            let why = "the text says how long the rate went on".to_owned();
            relations.push(Relation::new(RelationKind::Rate, vec![total], vec![rate], why));
        }
        let next = rates.get(at).filter(|next| is_other_rate(&figures[rate], &figures[**next]));
        if let Some(&next) = next {
            let why = "two rates of one thing, one after the other".to_owned();
            relations.push(Relation::new(RelationKind::Rate, vec![next], vec![rate], why));
            at += 1;
        }
    }
}

/// Whether two rates are of one thing over different times.
fn is_other_rate(first: &Figure, second: &Figure) -> bool {
    let near = second.place.sentence.abs_diff(first.place.sentence) <= 1
        || second.place.block.abs_diff(first.place.block) <= 1;
    near && alike(first, second) && first.per != second.per
}

/// The total over a span that a rate comes to: one that its sentence announces, or the count of the
/// next sentence, or the next count of the next paragraph, over a span of its own.
fn total(figures: &[Figure], rate: FigureId) -> Option<FigureId> {
    let each = &figures[rate];
    if each.quantity.bound == Bound::UpTo {
        return None;
    }
    (rate + 1..figures.len()).find(|id| {
        let f = &figures[*id];
        let here = f.place.sentence == each.place.sentence;
        let next = f.place.sentence == each.place.sentence + 1
            || (*id == rate + 1 && f.place.block == each.place.block + 1);
        let said = (here && f.cues.total) || (next && !f.cues.besides);
        said && f.over > each.per && stands_alone(f) && alike(each, f)
    })
}

/// Whether two figures count one thing: not "one child a week" and "400 people last year".
fn alike(a: &Figure, b: &Figure) -> bool {
    let bare = |f: &Figure| f.unit.is_none() && f.group.is_none();
    let kin = kin(a, b);
    let people = kin == Kin::Same || (kin.nests() && (bare(a) || bare(b)));
    a.outcome == b.outcome && people && a.scope.event == b.scope.event
}

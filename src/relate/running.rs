//! Running tolls, and the news that they hold.
//!
//! "A blast killed 12 people. … More than 80 have been killed this year": the twelve are of the 80, which cannot be
//! fewer. Running tolls are known by their spans of time; whether the attacks are of one kind is left to the words for
//! the people.

use super::kin::{Kin, counts_all, kin};
use super::version::may_be_versions;
use super::{Relation, RelationKind};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;

/// Relates the first count of the news to each toll that lasts until now.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    // not "against 1,505 in the previous year", "has received 16 bodies since Thursday"
    let running = |f: &Figure| {
        let lasts = f.scope.running && f.scope.event != 0;
        lasts && counts_all(f) && !f.cues.base && !f.cues.bodies
    };
    for (total, figure) in figures.iter().enumerate().filter(|(_, f)| running(f)) {
        if let Some(part) = news(figures, figure) {
            let why = "the toll lasts until now, and so holds the dead and the hurt of the news";
            relations.push(Relation::new(
                RelationKind::Subset,
                vec![total],
                vec![part],
                why.into(),
            ));
        }
    }
}

/// The first count of the news that a running toll holds.
fn news(figures: &[Figure], total: &Figure) -> Option<FigureId> {
    let suffered = matches!(total.outcome, Outcome::Killed | Outcome::Injured | Outcome::Missing);
    let of_news = |f: &Figure| f.scope.event == 0 && counts_all(f) && f.outcome == total.outcome;
    let first = figures.iter().position(of_news).filter(|_| suffered)?;
    let part = &figures[first];
    let related = kin(total, part);
    let fewer = part.quantity.nominal <= total.quantity.nominal;
    // Of other people, or elsewhere, there may well be fewer.
    let alike = part.group.is_some() && total.scope.place.is_none();
    let held = match related {
        Kin::Same | Kin::Wider => fewer || alike && may_be_versions(part, total),
        _ => false,
    };
    held.then_some(first)
}

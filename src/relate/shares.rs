//! Shares, and the counts that they are shares of.
//!
//! "20 of the 50 dead, or 60%" can be computed. "70% of the war dead" in the headline over "70% of
//! the 8,119 deaths that were verified" cannot, but the body counts more dead than were verified.

use rust_decimal::Decimal;

use super::kin::{is_heading, is_whole, kin, stands_alone};
use super::{Relation, RelationKind};
use crate::document::BlockKind;
use crate::figure::{Figure, FigureId, Share};
use crate::quantity::Agreement;

/// How far a share may be rounded.
const ROUNDED: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Relates shares to their counts, and a headline's share to the body's.
pub(super) fn relate(figures: &[Figure], shares: &[Share], relations: &mut Vec<Relation>) {
    for (id, share) in shares.iter().enumerate() {
        if let (Some(part), Some(whole)) = (&share.part, share.whole) {
            let whole = other_whole(figures, share, part.quantity.nominal, whole).unwrap_or(whole);
            let why = "the text gives the share of these two counts".to_owned();
            let part = part.figure.into_iter().collect();
            let relation = Relation::new(RelationKind::Share, vec![whole], part, why);
            relations.push(Relation { share: Some(id), ..relation });
        } else if matches!(share.place.kind, BlockKind::Headline | BlockKind::Standfirst) {
            relations.extend(widened(figures, shares, id));
        }
    }
}

/// "1,536 died, 296 of them more than usual. Seven in ten of the excess deaths, 207": the other count of the event that
/// makes a share right, where the one that seemed to be its whole does not.
fn other_whole(
    figures: &[Figure],
    share: &Share,
    part: Option<Decimal>,
    whole: FigureId,
) -> Option<FigureId> {
    let near = |f: &Figure| {
        let quotient = part.zip(f.quantity.nominal).and_then(|(part, all)| part.checked_div(all));
        quotient.is_some_and(|quotient| share.quantity.plausible.is_near(quotient, ROUNDED))
    };
    let all = &figures[whole];
    let other = |f: &Figure| {
        let own = f.outcome == all.outcome && f.scope.event == all.scope.event;
        // "More than half of the deaths in the town" are of its own.
        own && stands_alone(f) && !is_heading(f) && near(f)
    };
    if near(all) { None } else { figures.iter().position(other) }
}

/// A headline's share of all people, where the body gives it for a smaller count of them.
fn widened(figures: &[Figure], shares: &[Share], head: usize) -> Option<Relation> {
    let claim = &shares[head];
    if claim.narrowed.is_some() || claim.whole.is_some() {
        return None;
    }
    let whole = shares.iter().find_map(|share| {
        let same = share.outcome == claim.outcome
            && share.quantity.agreement(&claim.quantity) == Agreement::Plausible;
        share.whole.filter(|whole| same && !is_heading(&figures[*whole]))
    })?;
    let larger = figures.iter().position(|f| is_larger(f, &figures[whole]))?;
    let why = "the headline's share has no number for its whole, and the body's has".to_owned();
    let evidence: Vec<FigureId> = vec![larger];
    let relation = Relation::new(RelationKind::OtherWhole, vec![whole], evidence, why);
    Some(Relation { share: Some(head), ..relation })
}

/// Whether a figure counts more people of one outcome than another does.
fn is_larger(figure: &Figure, whole: &Figure) -> bool {
    stands_alone(figure)
        && is_whole(figure)
        && !is_heading(figure)
        && figure.outcome == whole.outcome
        && kin(figure, whole).nests()
        && figure.quantity.fits_within(&whole.quantity) == Agreement::Impossible
}

//! Which of several figures agrees least with the count it is held against.
//!
//! "12 killed" over "12 people … 14 people" is held against the 14. It knows quantities, not why the
//! figures are taken for one count.

use rust_decimal::Decimal;

use super::{Verdict, magnitude_slip};
use crate::document::BlockKind;
use crate::figure::{Figure, FigureId, Source};
use crate::quantity::Bound;
use crate::relate::{Facts, Relation, RelationKind};

/// The evidence that agrees least with `claim`, and the verdict on the two; none where they differ
/// by a factor of ten or the like, which is another rule's to tell.
pub(super) fn least(
    facts: &Facts,
    relation: &Relation,
    claim: FigureId,
) -> Option<(FigureId, Verdict)> {
    let claim = &facts.figures[claim];
    let agreement = |id: &FigureId| claim.quantity.agreement(&facts.figures[*id].quantity);
    let worst = relation.evidence.iter().copied().min_by_key(agreement)?;
    let verdict = Verdict::from(agreement(&worst));
    // "At least ten, it said at noon. By evening it had counted at least 14"
    let updated = |id: &FigureId| facts.of(RelationKind::Update).any(|r| r.evidence.contains(id));
    let outvoted = is_outvoted(facts, relation, claim);
    let floor = |id: &FigureId| {
        let again = &facts.figures[*id];
        (outvoted || is_other_floor(claim, again)) && !updated(id)
    };
    let again = |id: &FigureId| claim.quantity == facts.figures[*id].quantity;
    let given = is_headline(claim) && relation.evidence.iter().any(again);
    if verdict == Verdict::Consistent
        && !given
        && let Some(other) = relation.evidence.iter().copied().find(floor)
    {
        return Some((other, Verdict::Doubtful));
    }
    let slip = magnitude_slip::factor(claim, &facts.figures[worst]).is_some();
    (verdict == Verdict::Consistent || !slip).then_some((worst, verdict))
}

/// "At least 34 … at least 17 … at least 17": whether two floors for one count agree, and are far from the first.
fn is_outvoted(facts: &Facts, relation: &Relation, claim: &Figure) -> bool {
    let others = || relation.evidence.iter().map(|id| &facts.figures[*id]);
    let floors = others().chain([claim]).all(|f| f.quantity.bound == Bound::AtLeast);
    let [one, ..] = relation.evidence[..] else { return false };
    let one = facts.figures[one].quantity.nominal;
    let alike = others().count() > 1 && others().all(|f| f.quantity.nominal == one);
    floors && alike && is_far(one, claim.quantity.nominal)
}

/// "At least 30 dead" over "at least 31" rounds; over "at least 40" it is stale.
fn is_far(a: Option<Decimal>, b: Option<Decimal>) -> bool {
    let quarter = |n: Decimal| n.saturating_add(n / Decimal::from(4));
    a.min(b).map(quarter) <= a.max(b)
}

/// "At least 10 … at least 14": whether one source, or a headline and the news below it, gives two floors for one count.
fn is_other_floor(claim: &Figure, again: &Figure) -> bool {
    let floor = |f: &Figure| f.quantity.bound.opens_up();
    let alike = claim.quantity.bound == again.quantity.bound;
    let one = |(a, b): (&Source, &Source)| {
        // "the Observatory" and "the Observatory monitor"
        a.name.starts_with(&b.name) || b.name.starts_with(&a.name)
    };
    let named = claim.source.as_ref().zip(again.source.as_ref()).is_some_and(one);
    let heads = is_headline(claim);
    let same = claim.quantity.nominal == again.quantity.nominal;
    let far = is_far(claim.quantity.nominal, again.quantity.nominal);
    floor(claim) && floor(again) && alike && (named || heads && far) && !same
}

/// Whether a figure stands in the headline itself, not in a standfirst.
pub(super) fn is_headline(figure: &Figure) -> bool {
    figure.place.kind == BlockKind::Headline
}

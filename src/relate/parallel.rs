//! Sums that go with another's.
//!
//! "Two raids killed 14 people and wounded 40. The first killed eight and wounded 22, the second killed six and wounded
//! 20": the dead are those of the two raids, and so the wounded must be. Which counts belong together is read off their
//! order in their sentences alone.

use rust_decimal::Decimal;

use super::kin::{is_heading, is_whole, stands_alone};
use super::near::near;
use super::version::may_be_values;
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// Fewer people are too often the sum of some by chance.
const FEWEST: Decimal = Decimal::from_parts(6, 0, 0, false, 0);

/// Relates the counts beside the parts of a sum that is right to a head to the count beside that sum.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let sums = relations.iter().filter(|r| r.kind == RelationKind::Sum && r.evidence.len() > 1);
    // "In Orr two were killed, in Ness three, in Lenn one": three are no sum of the others in a list.
    let listed = |sum: &Relation, r: &Relation| {
        let all = r.kind == RelationKind::Sum && r.evidence.contains(&sum.claim[0]);
        all && sum.evidence.iter().any(|part| r.evidence.contains(part))
    };
    let beside = |sum: &Relation| {
        let found =
            companion(figures, sum).filter(|_| !relations.iter().any(|r| listed(sum, r)))?;
        let told = |r: &Relation| r.kind == RelationKind::Sum && r.claim == found.claim;
        (!relations.iter().any(told)).then_some(found)
    };
    let found: Vec<Relation> = sums.filter_map(beside).collect();
    relations.extend(found);
    let told = |r: &Relation, sum: &Relation| r.kind == RelationKind::Sum && r.claim == sum.claim;
    let paired = told_in_pairs(figures)
        .filter(|sum| !relations.iter().any(|r| told(r, sum) || listed(sum, r)));
    relations.extend(paired);
}

/// The dead and the hurt of one sentence.
type Pair = (FigureId, FigureId);

/// "Two bombers killed 29 people and wounded 67. Seventeen people died at the mosque and 41 were wounded. At the station 12
/// were killed and 26 wounded": where the dead of some sentences are all those of the first, so are the hurt.
fn told_in_pairs(figures: &[Figure]) -> Option<Relation> {
    let mut pairs = pairs(figures);
    let first = pairs.next().filter(|(dead, _)| figures[*dead].scope.event == 0)?;
    let own = |(dead, hurt): &Pair| {
        let now = |id: FigureId| figures[id].scope.time.is_none();
        now(*dead)
            && now(*hurt)
            && figures[*dead].quantity.nominal < figures[first.0].quantity.nominal
    };
    let (dead, hurt): (Vec<FigureId>, Vec<FigureId>) = pairs.filter(own).unzip();
    let (right, whole, parts) = match first {
        (all, whole) if search::makes_up(figures, all, &dead) => (all, whole, hurt),
        (whole, all) if search::makes_up(figures, all, &hurt) => (all, whole, dead),
        _ => return None,
    };
    let counts = search::total(figures, &parts).zip(figures[whole].quantity.nominal);
    let near = counts.is_some_and(|(sum, all)| sum != all && may_be_values(sum, all));
    let enough = figures[right].quantity.nominal >= Some(FEWEST);
    let (kind, why) = match parts.len() {
        1 => (RelationKind::Same, "the counts beside these agree"),
        _ => (RelationKind::Sum, "the counts beside these add up"),
    };
    (enough && near).then(|| Relation::new(kind, vec![whole], parts, why.to_owned()))
}

/// The sentences of the body that count some dead and some hurt, and nobody else of either.
fn pairs(figures: &[Figure]) -> impl Iterator<Item = Pair> {
    let body = figures.iter().take_while(|f| is_heading(f)).count();
    figures[body..].chunk_by(|a, b| a.place.sentence == b.place.sentence).filter_map(move |own| {
        let start = near(figures, own[0].place.sentence, 0).start;
        let only = |outcome: Outcome| {
            let counts = |id: &FigureId| figures[*id].outcome == outcome && is_whole(&figures[*id]);
            let mut ids = (start..start + own.len()).filter(counts);
            let exact = |id: &FigureId| {
                let f = &figures[*id];
                stands_alone(f) && f.quantity.bound == Bound::Exact
            };
            ids.next().filter(|_| ids.next().is_none()).filter(exact)
        };
        only(Outcome::Killed).zip(only(Outcome::Injured))
    })
}

/// The sum beside one that is right to a head.
fn companion(figures: &[Figure], sum: &Relation) -> Option<Relation> {
    let [claim] = sum.claim[..] else { return None };
    let own = figures[claim].outcome;
    let alike = sum.evidence.iter().all(|part| figures[*part].outcome == own);
    let other = match own {
        Outcome::Killed => Outcome::Injured,
        Outcome::Injured => Outcome::Killed,
        _ => return None,
    };
    if !alike || !search::makes_up(figures, claim, &sum.evidence) {
        return None;
    }
    let whole = beside(figures, claim, other)?;
    let parts: Option<Vec<FigureId>> =
        sum.evidence.iter().map(|part| beside(figures, *part, other)).collect();
    let parts = parts.filter(|parts| parts.windows(2).all(|pair| pair[0] != pair[1]))?;
    // "Nine died, including five policemen, and 43 were wounded": the five have none of their own.
    let parts = Some(parts).filter(|parts| !parts.contains(&whole))?;
    let added = search::total(figures, &parts);
    let near = added.zip(figures[whole].quantity.nominal);
    let near = near.is_some_and(|(sum, all)| may_be_values(sum, all));
    // "… killing one and wounding 19, and wounding three in the next street"
    let all = [&[claim, whole], &sum.evidence[..], &parts[..]].concat();
    let stretch = all.iter().min().copied()?..=all.iter().max().copied()?;
    let left = |id: &FigureId| {
        let f = &figures[*id];
        !all.contains(id) && matches!(f.outcome, Outcome::Killed | Outcome::Injured) && is_whole(f)
    };
    let near = near && !stretch.clone().any(|id| left(&id));
    let why = "the counts beside these add up".to_owned();
    near.then(|| Relation::new(RelationKind::Sum, vec![whole], parts, why))
}

/// The exact count of another outcome right behind a count and its parts in its sentence, or else right before it.
fn beside(figures: &[Figure], id: FigureId, other: Outcome) -> Option<FigureId> {
    let sentence = near(figures, figures[id].place.sentence, 0);
    let is_other = |at: &FigureId| figures[*at].outcome == other && is_whole(&figures[*at]);
    let inner = |at: &FigureId| !is_whole(&figures[*at]);
    let behind = (id + 1..sentence.end).find(|at| !inner(at)).filter(is_other);
    let before = || (sentence.start..id).rev().find(|at| !inner(at)).filter(is_other);
    let exact = |at: &FigureId| {
        let f = &figures[*at];
        stands_alone(f) && f.quantity.bound == Bound::Exact
    };
    behind.or_else(before).filter(exact)
}

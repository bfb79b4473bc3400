//! Lists of items, and the count of all whom they count.
//!
//! "Orr: 4 killed, 9 injured", "Ness: 2 killed", "Total: 6 killed, 9 injured": each item counts people of its own, and
//! the total all of them. A list without a total is of the count told before it; some may be in none of its items, so
//! it may fall short of that, and not exceed it. Items know the blocks they stand in, not what they are called.

use super::kin::{counts_all, kin, stands_alone};
use super::version::may_be_miscounted;
use super::{Relation, RelationKind, search};
use crate::document::BlockKind;
use crate::figure::{Figure, FigureId};

/// The fewest items that are a list of parts.
const FEWEST: usize = 3;

/// Relates the total of each list to the counts of its items, and the count before a list without one.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let items = (0..figures.len()).filter(|id| is_item(&figures[*id]));
    for item in items {
        let sum = match figures[item].cues.total {
            true => of_total(figures, item),
            false if is_item_before(figures, item) => None,
            false => told_before(figures, item),
        };
        let Some(sum) = sum else { continue };
        if !relations.iter().any(|r| r.is_sum_of(sum.claim[0])) {
            relations.push(sum);
        }
    }
}

/// The sum of the items above a total or, where there are none, below it.
fn of_total(figures: &[Figure], total: FigureId) -> Option<Relation> {
    let block = figures[total].place.block;
    let above = parts(figures, total, (0..block).rev());
    let parts = above.or_else(|| parts(figures, total, block + 1..))?;
    let why = "the items of the list add up to its total".to_owned();
    Some(Relation::new(RelationKind::Sum, vec![total], parts, why))
}

/// Whether an item with a count of the same outcome stands right above a figure.
fn is_item_before(figures: &[Figure], id: FigureId) -> bool {
    let figure = &figures[id];
    let above = |f: &&Figure| f.outcome == figure.outcome && is_item(f);
    let last = figures[..id].iter().rev().find(above);
    last.is_some_and(|last| last.place.block + 1 >= figure.place.block)
}

/// The sum of a list without a total, where it makes up or exceeds the largest count told before it.
fn told_before(figures: &[Figure], first: FigureId) -> Option<Relation> {
    let start = figures[first].place.block;
    let parts = parts(figures, first, start..).filter(|parts| parts.len() >= FEWEST)?;
    let item = &figures[first];
    let before = |id: &FigureId| {
        let f = &figures[*id];
        let here = f.outcome == item.outcome && f.scope.event == item.scope.event;
        here && counts_all(f) && f.place.block < start
    };
    let whole = (0..first).filter(before).max_by_key(|id| figures[*id].quantity.nominal)?;
    let all = &figures[whole];
    let one = |id: &FigureId| {
        let f = &figures[*id];
        let here = f.scope.event == all.scope.event && f.scope.time == all.scope.time;
        here && counts_all(f) && kin(all, f).nests()
    };
    let (sum, number) = (search::total(figures, &parts)?, all.quantity.nominal?);
    let fits = sum == number || sum > number && may_be_miscounted(sum, number);
    let why = "the items of the list are of those counted before it".to_owned();
    let relation = || Relation::new(RelationKind::Sum, vec![whole], parts.clone(), why);
    (parts.iter().all(one) && fits).then(relation)
}

fn is_item(figure: &Figure) -> bool {
    figure.place.kind == BlockKind::ListItem && stands_alone(figure)
}

/// The counts of a figure's outcome in the items of some blocks, one an item.
fn parts(
    figures: &[Figure],
    figure: FigureId,
    blocks: impl Iterator<Item = usize>,
) -> Option<Vec<FigureId>> {
    let mut parts = Vec::new();
    for block in blocks {
        let start = figures.partition_point(|f| f.place.block < block);
        let end = start + figures[start..].iter().take_while(|f| f.place.block == block).count();
        if !figures[start..end].iter().any(is_item) {
            break;
        }
        let own = |id: &FigureId| figures[*id].outcome == figures[figure].outcome;
        let mut counts = (start..end).filter(own);
        parts.extend(counts.next().filter(|id| is_item(&figures[*id]) && !figures[*id].cues.total));
        if counts.next().is_some() {
            return None;
        }
    }
    parts.sort_unstable();
    (parts.len() > 1).then_some(parts)
}

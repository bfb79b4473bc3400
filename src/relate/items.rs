//! Lists whose items have their total in an item of its own.
//!
//! "Orr: 4 killed, 9 injured", "Ness: 2 killed", "Total: 6 killed, 9 injured": each item counts people of its own, and
//! the total all of them. Items know the blocks they stand in, not what they are called.

use super::kin::stands_alone;
use super::{Relation, RelationKind};
use crate::document::BlockKind;
use crate::figure::{Figure, FigureId};

/// Relates the total of each list to the counts of its items, above it or below.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let total = |f: &Figure| is_item(f) && f.cues.total;
    for total in (0..figures.len()).filter(|id| total(&figures[*id])) {
        let block = figures[total].place.block;
        let known = relations.iter().any(|r| r.is_sum_of(total));
        let parts = parts(figures, total, (0..block).rev());
        let parts = parts.or_else(|| self::parts(figures, total, block + 1..));
        if let Some(parts) = parts.filter(|_| !known) {
            let why = "the items of the list add up to its total".to_owned();
            relations.push(Relation::new(RelationKind::Sum, vec![total], parts, why));
        }
    }
}

fn is_item(figure: &Figure) -> bool {
    figure.place.kind == BlockKind::ListItem && stands_alone(figure)
}

/// The counts of the total's outcome in the items next to it, one an item.
fn parts(
    figures: &[Figure],
    total: FigureId,
    blocks: impl Iterator<Item = usize>,
) -> Option<Vec<FigureId>> {
    let mut parts = Vec::new();
    for block in blocks {
        let start = figures.partition_point(|f| f.place.block < block);
        let end = start + figures[start..].iter().take_while(|f| f.place.block == block).count();
        if !figures[start..end].iter().any(is_item) {
            break;
        }
        let own = |id: &FigureId| figures[*id].outcome == figures[total].outcome;
        let mut counts = (start..end).filter(own);
        parts.extend(counts.next().filter(|id| is_item(&figures[*id]) && !figures[*id].cues.total));
        if counts.next().is_some() {
            return None;
        }
    }
    parts.sort_unstable();
    (parts.len() > 1).then_some(parts)
}

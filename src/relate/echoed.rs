//! Sentences that stand twice, with another number.
//!
//! "Two men were wounded in a shooting on Oak Street on Monday" under a photograph and "Three men were
//! wounded in a shooting on Oak Street on Monday" in the text give one count twice. What the words say
//! is not asked; that they are the same is enough.

use rustc_hash::FxHashMap;

use super::kin::{gives, is_heading};
use super::{Relation, RelationKind};
use crate::figure::{Figure, FigureId};

/// Relates figures that differ though the words around them are the same.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let mut first: FxHashMap<u64, FigureId> = FxHashMap::default();
    for (id, figure) in figures.iter().enumerate() {
        let Some(echo) = figure.echo.exact(is_heading(figure)) else { continue };
        let before = *first.entry(echo).or_insert(id);
        let said = &figures[before];
        if said.outcome == figure.outcome && before != id && !gives(said, figure) {
            let why = "the text says both in the same words".to_owned();
            relations.push(Relation::new(RelationKind::Same, vec![before], vec![id], why));
        }
    }
}

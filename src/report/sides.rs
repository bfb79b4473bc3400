//! Names for the people of a row: a group, both sides, all.
//!
//! "ukrainian soldiers" of a toll are `Ukrainian soldiers` in a table. Sides know figures, not tables.

use crate::figure::{Facet, Figure, FigureId, Group};
use crate::relate::Toll;
use crate::report::Article;

/// Those who are of no group that is named.
pub(super) const ALL: &str = "all";

/// The group that a toll counts.
pub(super) fn of_toll<'a>(article: &Article<'a>, toll: &Toll) -> Option<&'a Group> {
    let label = toll.group.as_ref()?;
    figures(article, &toll.figures)
        .filter_map(|figure| figure.group.as_ref())
        .find(|group| group.label == *label)
}

/// The figures of some ids.
pub(super) fn figures<'a>(
    article: &Article<'a>,
    ids: &[FigureId],
) -> impl Iterator<Item = &'a Figure> {
    let figures = &article.facts.figures;
    ids.iter().filter_map(|id| figures.get(*id))
}

/// Whether a group is a nation or party, which others stand against.
pub(super) fn is_side(group: &Group) -> bool {
    group.traits.iter().any(|t| matches!(t.facet, Facet::Nation | Facet::Side))
}

/// What all people of some groups together are called.
pub(super) fn together(groups: &[&Group]) -> &'static str {
    match groups {
        [a, b] if is_side(a) && is_side(b) && a.excludes(b) => "both sides",
        _ => ALL,
    }
}

/// What the column of some groups is called.
pub(super) fn heading<'a>(mut groups: impl Iterator<Item = &'a Group>) -> &'static str {
    if groups.any(is_side) { "side" } else { "who" }
}

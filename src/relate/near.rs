//! Which figures stand near a sentence, and which tell of an event, without a look at all of them.
//!
//! Figures are in order of place, so that those of "the sentence and the two around it" are a range.
//! An archive page may hold thousands of figures, of which few are near each other. Nearness knows
//! places and events, not what the figures count.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::figure::{Figure, FigureId};

/// The figures at most `reach` sentences away from a sentence.
pub(super) fn near(figures: &[Figure], sentence: usize, reach: usize) -> Range<FigureId> {
    let first = sentence.saturating_sub(reach);
    let last = sentence.saturating_add(reach);
    let start = figures.partition_point(|f| f.place.sentence < first);
    let end = figures.partition_point(|f| f.place.sentence <= last);
    start..end
}

/// The figures of each event, in order of place.
#[derive(Debug, Default)]
pub(super) struct Events(BTreeMap<usize, Vec<FigureId>>);

impl Events {
    /// Sorts the figures that are wanted by their events.
    pub(super) fn of(figures: &[Figure], wanted: impl Fn(&Figure) -> bool) -> Events {
        let mut events = Events::default();
        for (id, figure) in figures.iter().enumerate().filter(|(_, f)| wanted(f)) {
            events.0.entry(figure.scope.event).or_default().push(id);
        }
        events
    }

    /// The first figure of two events that fits: one before a figure, or else one after it.
    pub(super) fn find(
        &self,
        events: [usize; 2],
        from: FigureId,
        fits: impl Fn(&FigureId) -> bool,
    ) -> Option<FigureId> {
        let before = |ids: &[FigureId]| ids.partition_point(|id| *id < from);
        let lists = events.map(|event| self.0.get(&event).map_or(&[][..], Vec::as_slice));
        let first = lists.iter().filter_map(|ids| ids[..before(ids)].iter().copied().find(&fits));
        let later = lists.iter().filter_map(|ids| {
            let after = ids[before(ids)..].iter().copied();
            after.filter(|id| *id != from).find(&fits)
        });
        first.min().or_else(|| later.min())
    }
}

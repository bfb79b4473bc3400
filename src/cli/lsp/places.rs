//! What stands at a place: a figure, the comparisons it takes part in, the figures it is held
//! against.
//!
//! On "12" of "12 people, including five children" the other figure is "five children".

use tollcheck::figure::FigureId;
use tollcheck::rules::Comparison;
use tollcheck::span::Span;

use super::draft::Reading;

/// The figure at a byte of the text; the shorter one where two overlap.
pub(super) fn figure(reading: &Reading, offset: usize) -> Option<FigureId> {
    let figures = reading.checked.facts.figures.iter().enumerate();
    let here = figures.filter(|(_, figure)| reading.stands_at(figure.span, offset));
    here.min_by_key(|(_, figure)| figure.span.len()).map(|(id, _)| id)
}

/// The comparisons that what stands at a byte of the text takes part in.
pub(super) fn comparisons(reading: &Reading, offset: usize) -> impl Iterator<Item = &Comparison> {
    let figure = figure(reading, offset);
    reading.checked.judged.comparisons.iter().filter(move |comparison| {
        let labelled = comparison.labels.iter().any(|l| reading.stands_at(l.span, offset));
        match figure {
            Some(id) => comparison.claim.contains(&id) || comparison.evidence.contains(&id),
            None => labelled,
        }
    })
}

/// The places that what stands at a byte of the text is held against, in order.
pub(super) fn others(reading: &Reading, offset: usize) -> Vec<Span> {
    let mut places = Vec::new();
    for comparison in comparisons(reading, offset) {
        places.extend(comparison.labels.iter().map(|label| label.span));
        let figures = comparison.claim.iter().chain(&comparison.evidence);
        let figures = figures.filter_map(|id| reading.checked.facts.figures.get(*id));
        places.extend(figures.map(|figure| figure.span));
    }
    places.retain(|span| !reading.stands_at(*span, offset));
    places.sort();
    places.dedup();
    places
}

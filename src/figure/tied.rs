//! Which readings are worth keeping once the whole document is read.
//!
//! "20 aboard" is a figure beside "12 drowned", and none in a piece about trains; "thousands of
//! victims" may be of fraud. It knows the readings of the document, not the words.

use super::{Figure, FigureId};
use crate::lexicon::Outcome;

/// A figure, and whether only its noun says that anything happened.
#[derive(Debug)]
pub(super) struct Draft {
    /// The figure as read.
    pub(super) figure: Figure,
    /// Its outcome rests on a noun such as "victims" alone.
    pub(super) weak: bool,
}

/// How many sentences away a population may stand from what it is measured against.
const REACH: usize = 3;

/// Keeps the figures that something around them bears out, and their ties to each other.
pub(super) fn keep(drafts: Vec<Draft>) -> Vec<Figure> {
    let sure: Vec<usize> = drafts.iter().filter(|d| is_sure(d)).map(sentence).collect();
    let mut places: Vec<Option<FigureId>> = Vec::with_capacity(drafts.len());
    let mut kept = 0;
    for draft in &drafts {
        let keep = is_borne_out(draft, &sure);
        places.push(keep.then_some(kept));
        kept += usize::from(keep);
    }
    let kept = drafts.into_iter().zip(&places).filter(|(_, place)| place.is_some());
    let figures = kept.map(|(draft, _)| draft.figure);
    figures.map(|figure| moved(figure, &places)).collect()
}

fn sentence(draft: &Draft) -> usize {
    draft.figure.place.sentence
}

/// Whether a verb or a plain noun says that people were hurt or lost.
fn is_sure(draft: &Draft) -> bool {
    !draft.weak && draft.figure.outcome != Outcome::Affected
}

/// Whether a figure stands by itself or beside one that does.
fn is_borne_out(draft: &Draft, sure: &[usize]) -> bool {
    let at = sentence(draft);
    match draft.figure.outcome {
        Outcome::Affected => sure.iter().any(|s| s.abs_diff(at) <= REACH),
        _ => !draft.weak || !sure.is_empty(),
    }
}

/// The figure with its ties pointing to the new places.
fn moved(mut figure: Figure, places: &[Option<FigureId>]) -> Figure {
    figure.cues.part_of = figure.cues.part_of.and_then(|id| places[id]);
    figure
}

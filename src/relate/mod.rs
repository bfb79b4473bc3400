//! Relations: which figures speak of the same people.
//!
//! "12 people, including five children" relates the part 5 to the whole 12. Relations know figures
//! and their cues, never the text.

use crate::figure::{Figure, FigureId, Figures, Share};
use crate::lexicon::Outcome;
use crate::numeral::Numeral;
use crate::quantity::Quantity;

/// How two or more figures speak of the same people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RelationKind {
    /// The same count given again.
    Same,
    /// The evidence are all the parts of the claim.
    Sum,
    /// The evidence is a part of the claim.
    Subset,
    /// The claim is the count after, the evidence the count before and the difference.
    Update,
    /// Two sources count the same people.
    Disagree,
}

/// Figures that speak of the same people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// How they are related.
    pub kind: RelationKind,
    /// The figures that state something: a whole, a headline, a new count.
    pub claim: Vec<FigureId>,
    /// The figures it is held against.
    pub evidence: Vec<FigureId>,
    /// Why they are taken to speak of the same people, in plain English.
    pub why: String,
}

/// A document's own best count for an event, outcome and group.
#[derive(Clone, Debug)]
pub struct Toll {
    /// The event's number; 0 is the main one.
    pub event: usize,
    /// What happened.
    pub outcome: Outcome,
    /// To which group; none for all people.
    pub group: Option<String>,
    /// The count: its low, best (nominal) and high.
    pub quantity: Quantity,
    /// The figures it was reconciled from.
    pub figures: Vec<FigureId>,
}

/// Everything that the rules may know of a document.
#[derive(Debug, Default)]
pub struct Facts {
    /// The figures, in order of place.
    pub figures: Vec<Figure>,
    /// The percentages, fractions and ratios of figures.
    pub shares: Vec<Share>,
    /// Every numeral that was found.
    pub numerals: Vec<Numeral>,
    /// Which figures speak of the same people.
    pub relations: Vec<Relation>,
    /// The document's own best counts.
    pub tolls: Vec<Toll>,
}

/// Relates the figures of a document.
pub fn relate(figures: Figures) -> Facts {
    Facts {
        figures: figures.figures,
        shares: figures.shares,
        numerals: figures.numerals,
        relations: Vec::new(),
        tolls: Vec::new(),
    }
}

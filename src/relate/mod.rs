//! Relations: which figures speak of the same people.
//!
//! "12 people, including five children" relates the part 5 to the whole 12. Relations know figures
//! and their cues, never the text.

mod aboard;
mod accounted;
mod along_with;
mod beyond;
mod by_kind;
mod cared;
mod closed;
mod columns;
mod conflated;
mod contrasts;
mod echoed;
mod fates;
mod feared;
mod fitting;
mod freed;
mod ground;
mod headline;
mod implied;
mod inner;
mod items;
mod kin;
mod lists;
mod near;
mod nth;
mod one_by_one;
mod other;
mod outvoted;
mod parallel;
mod parts;
mod pick;
mod places;
mod rates;
mod recalled;
mod recount;
mod repeated;
mod rest;
mod running;
mod same;
mod scene;
mod search;
mod shares;
mod struck;
mod tolls;
mod totals;
mod updates;
mod version;
mod wholes;
mod within;

pub use contrasts::agreement;

use rustc_hash::FxHashSet;

use crate::figure::{Contrast, Figure, FigureId, Figures, List, Share};
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
    /// One number for two outcomes: killed here, killed or injured there.
    OtherOutcome,
    /// The claim is the total of a list of names and numbers.
    List,
    /// One number for one kind of people, the claim, and for several kinds, the evidence.
    OneKind,
    /// One number for two groups: Western aid workers here, all aid workers there.
    OtherGroup,
    /// The claim is the whole of a share, the evidence counts more people than it.
    OtherWhole,
    /// The evidence is a rate that gives the claim over a span, or another rate.
    Rate,
    /// The evidence is a part of the claim of which a share is stated.
    Share,
    /// The claim is said to be so many more or fewer, or so many times as many, as the evidence.
    Contrast,
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
    /// The share, the contrast or the list that ties them, if one does.
    pub share: Option<usize>,
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
    /// The percentages and fractions of figures.
    pub shares: Vec<Share>,
    /// The counts that are set against each other in words.
    pub contrasts: Vec<Contrast>,
    /// The lists of names and numbers that the text adds up.
    pub lists: Vec<List>,
    /// Every numeral that was found.
    pub numerals: Vec<Numeral>,
    /// Which figures speak of the same people.
    pub relations: Vec<Relation>,
    /// The document's own best counts.
    pub tolls: Vec<Toll>,
}

/// Relates the figures of a document.
pub fn relate(read: Figures) -> Facts {
    let Figures { figures, shares, mut contrasts, lists, unread, numerals } = read;
    let mut relations = Vec::new();
    columns::relate(&figures, &mut relations);
    items::relate(&figures, &mut relations);
    parts::relate(&figures, &mut relations);
    implied::relate(&figures, &mut relations);
    rest::relate(&figures, &mut relations);
    cared::relate(&figures, &mut relations);
    one_by_one::relate(&figures, &mut relations);
    places::relate(&figures, &mut relations);
    struck::relate(&figures, &mut relations);
    scene::relate(&figures, &mut relations);
    aboard::relate(&figures, &mut relations);
    along_with::relate(&figures, &mut relations);
    nth::relate(&figures, &mut relations);
    freed::relate(&figures, &mut relations);
    running::relate(&figures, &mut relations);
    totals::relate(&figures, &mut relations);
    accounted::relate(&figures, &mut relations);
    closed::relate(&figures, &mut relations);
    by_kind::relate(&figures, &mut relations);
    within::relate(&figures, &mut relations);
    updates::relate(&figures, &mut relations);
    rates::relate(&figures, &mut relations);
    shares::relate(&figures, &shares, &mut relations);
    lists::relate(&lists, &mut relations);
    conflated::relate(&figures, &mut relations);
    other::in_body(&figures, &mut relations);
    other::added(&figures, &mut relations);
    recalled::relate(&figures, &mut relations);
    contrasts::relate(&mut contrasts, &mut relations);
    echoed::relate(&figures, &mut relations);
    same::relate(&figures, &mut relations);
    headline::relate(&figures, &unread, &mut relations);
    outvoted::relate(&figures, &mut relations);
    recount::relate(&figures, &mut relations);
    repeated::relate(&figures, &mut relations);
    parallel::relate(&figures, &mut relations);
    headline::fix(&figures, &mut relations);
    keep_once(&mut relations);
    fitting::keep(&figures, &mut relations);
    let tolls = tolls::tolls(&figures, &relations);
    Facts { figures, shares, contrasts, lists, numerals, relations, tolls }
}

/// Keeps the first of the relations that tie the same figures in the same way, for whatever reason.
fn keep_once(relations: &mut Vec<Relation>) {
    let mut known = FxHashSet::default();
    relations.retain(|r| known.insert((r.kind, r.claim.clone(), r.evidence.clone(), r.share)));
}

impl Facts {
    /// The relations of a kind that have one claim, with that claim.
    pub fn of_one(&self, kind: RelationKind) -> impl Iterator<Item = (&Relation, FigureId)> {
        self.of(kind).filter_map(|relation| match relation.claim[..] {
            [claim] => Some((relation, claim)),
            _ => None,
        })
    }

    /// The relations of a kind.
    pub fn of(&self, kind: RelationKind) -> impl Iterator<Item = &Relation> {
        self.relations.iter().filter(move |r| r.kind == kind)
    }
}

impl Relation {
    fn new(
        kind: RelationKind,
        claim: Vec<FigureId>,
        evidence: Vec<FigureId>,
        why: String,
    ) -> Relation {
        Relation { kind, claim, evidence, share: None, why }
    }

    /// Whether it says that some figures add up to a count.
    fn is_sum_of(&self, count: FigureId) -> bool {
        self.kind == RelationKind::Sum && self.claim == [count]
    }
}

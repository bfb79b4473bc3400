//! What is read of one counted phrase: what happened to its people, and of whom they are a part.
//!
//! "five children" of "12 people, including five children, were killed" reads as `killed`, a part of the
//! 12. A reading does not know how it was come by.

use super::attach::Attached;
use crate::lexicon::Outcome;

/// What became of the people of a phrase, and how it hangs on another phrase.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Reading {
    /// The item of the phrase.
    pub(super) item: usize,
    /// What happened to them, if anything did.
    pub(super) outcome: Option<Outcome>,
    /// The item that says so.
    pub(super) anchor: Option<usize>,
    /// The phrase of the same sentence that they are a part of.
    pub(super) part_of: Option<usize>,
    /// They are a part of people counted before this sentence: "five of them".
    pub(super) part_of_earlier: bool,
    /// All the parts are given here.
    pub(super) complete: bool,
    /// They are a part of those to whom this happened.
    pub(super) among: Option<Outcome>,
    /// It is the whole of the count before it: "543" of "32 of the 543".
    pub(super) is_whole: bool,
    /// The outcome is that of another phrase.
    pub(super) inherited: bool,
    /// It goes on with a list of places: "22 in the north, 14 in the south".
    pub(super) listed: bool,
    /// Only how badly they were hurt is said of them: "three critically".
    pub(super) how: bool,
    /// Its noun points back to a count before the sentence: "the 47 pupils".
    pub(super) recalled: bool,
    /// It tells who somebody is, not how many they are: "was one of the two".
    pub(super) identifies: bool,
}

impl Reading {
    /// Whether its people are said to be some of others, whoever counts those.
    pub(super) fn is_part(&self) -> bool {
        self.is_of_counted() || self.among.is_some()
    }

    /// Whether its people are said to be some of those whom a number counts.
    pub(super) fn is_of_counted(&self) -> bool {
        self.part_of.is_some() || self.part_of_earlier
    }

    /// The reading of a number that goes on with a list, and says nothing of what befell its people.
    pub(super) fn goes_on(self) -> Reading {
        Reading { complete: false, listed: true, inherited: true, ..self }
    }
}

/// The reading of a phrase whose own clause says what happened.
pub(super) fn found(attached: Option<Attached>) -> Reading {
    Reading {
        outcome: attached.map(|a| a.outcome),
        anchor: attached.map(|a| a.anchor),
        ..Reading::default()
    }
}

/// A part of the phrase `whole`, with its outcome.
pub(super) fn part(before: &[Reading], whole: usize, complete: bool) -> Reading {
    let outer = before.get(whole).copied().unwrap_or_default();
    Reading {
        outcome: outer.outcome,
        anchor: outer.anchor,
        part_of: outer.outcome.map(|_| whole),
        complete,
        inherited: true,
        ..Reading::default()
    }
}

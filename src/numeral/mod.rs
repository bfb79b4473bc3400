//! Numbers in the text: digits, words or both, with the qualifiers around them.
//!
//! "at least 12 people" holds the numeral `12`, of quantity `12..`. What only looks like a count (an
//! age, a date) is kept with the reason. Numerals know nothing of casualties.

use std::ops::Range;

use crate::lexicon::Lexicon;
use crate::quantity::Quantity;
use crate::span::Span;
use crate::text::Text;

/// Why a number is not a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// "aged 12"
    Age,
    /// "12 May"
    Date,
    /// "at 12:30"
    Time,
    /// "in 2012"
    Year,
    /// "the 12th"
    Ordinal,
    /// "$12"
    Money,
    /// "12 miles"
    Measure,
    /// "12 days"
    Duration,
    /// "12 per cent"
    Percent,
    /// "a third of"
    Fraction,
    /// "by 12 votes to 3", "won 3-1"
    Score,
    /// "Article 5", "T-72"
    Name,
    /// A phone, road, flight or licence number.
    Identifier,
    /// "12 Main Street"
    Address,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// "12", "twelve", "1.2 million"
    Number,
    /// "dozens", "several"
    Vague,
    /// "no", "none", "nobody"
    Zero,
    /// "both"
    Both,
    /// "a" of "a man was killed"
    Article,
    /// No number word at all: "his wife was killed", a name.
    Unnumbered,
}

/// A number expression of the text.
#[derive(Clone, Debug)]
pub struct Numeral {
    /// The number alone: "12" of "at least 12", "20 and 30" of "between 20 and 30".
    pub span: Span,
    /// Its words, as places in the text's list.
    pub words: Range<usize>,
    /// Its words with the qualifiers around them.
    pub phrase: Range<usize>,
    /// Which sentence it stands in.
    pub sentence: usize,
    /// How it is written.
    pub form: Form,
    /// What it is worth.
    pub quantity: Quantity,
    /// Why it is no count of anything, where it is none.
    pub why: Option<Why>,
    /// Whether its qualifiers contradict each other: "at least up to 20".
    pub clash: bool,
}

/// Finds every numeral of a text, in order.
pub fn find(_text: &Text<'_>, _lexicon: &Lexicon) -> Vec<Numeral> {
    Vec::new()
}

impl Why {
    /// The reason in reports: "an age".
    pub fn name(self) -> &'static str {
        match self {
            Why::Age => "an age",
            Why::Date => "a date",
            Why::Time => "a time",
            Why::Year => "a year",
            Why::Ordinal => "an ordinal",
            Why::Money => "money",
            Why::Measure => "a measure",
            Why::Duration => "a duration",
            Why::Percent => "a percentage",
            Why::Fraction => "a fraction",
            Why::Score => "a score",
            Why::Name => "a name",
            Why::Identifier => "an identifier",
            Why::Address => "an address",
        }
    }
}

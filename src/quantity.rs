//! A number as a text states it: the bound, the ends, and the two intervals it allows.
//!
//! "at least 23" is `at least 23`: strictly `23..`, plausibly `23..<24`. A quantity knows neither
//! where it stands nor what it counts.

use std::fmt;

use rust_decimal::Decimal;

use crate::interval::Interval;

/// How a number is opened or widened by the words around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "23"
    Exact,
    /// "at least 23", "23 or more"
    AtLeast,
    /// "more than 23"
    MoreThan,
    /// "up to 23", "as many as 23"
    UpTo,
    /// "fewer than 23", "nearly 23"
    FewerThan,
    /// "about 23"
    About,
    /// "between 20 and 30"
    Range,
    /// "dozens"
    Vague,
}

impl Bound {
    /// The name in reports: `at_least`.
    pub fn name(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::AtLeast => "at_least",
            Bound::MoreThan => "more_than",
            Bound::UpTo => "up_to",
            Bound::FewerThan => "fewer_than",
            Bound::About => "about",
            Bound::Range => "range",
            Bound::Vague => "vague",
        }
    }
}

/// The normalised value of a number with its qualifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// What the words do to the number.
    pub bound: Bound,
    /// The lower end as stated: 50 of "about 50", none of "up to 20".
    pub low: Option<Decimal>,
    /// The upper end as stated: 50 of "about 50", none of "at least 50".
    pub high: Option<Decimal>,
    /// The printed number; none for "dozens".
    pub nominal: Option<Decimal>,
    /// Every value that the words allow.
    pub strict: Interval,
    /// Every value for which a careful desk would let the words stand.
    pub plausible: Interval,
}

impl Quantity {
    /// An exact number without the slack of rounding: what counting heads gives.
    pub fn exact(value: Decimal) -> Quantity {
        let interval = Interval::exact(value);
        Quantity {
            bound: Bound::Exact,
            low: Some(value),
            high: Some(value),
            nominal: Some(value),
            strict: interval,
            plausible: interval,
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}] [{}]", self.bound.name(), self.strict, self.plausible)
    }
}

//! A number as a text states it: the bound, the ends, and the two intervals it allows.
//!
//! "at least 23" is `at_least [23..] [23..<24]`: strictly 23 and up, plausibly below 24. A quantity
//! knows neither where it stands nor what it counts.

mod tolerances;

use std::fmt;

use rust_decimal::Decimal;

use crate::interval::Interval;

pub use tolerances::Tolerances;

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

    /// Whether nothing limits the number upwards.
    pub fn opens_up(self) -> bool {
        matches!(self, Bound::AtLeast | Bound::MoreThan)
    }

    /// Whether the number is the most that there may be.
    pub fn opens_down(self) -> bool {
        matches!(self, Bound::UpTo | Bound::FewerThan)
    }

    /// The bound of a sum: that of its first inexact part, unless another points the other way.
    fn plus(self, other: Bound) -> Bound {
        let opposed =
            self.opens_up() && other.opens_down() || self.opens_down() && other.opens_up();
        match (self, other) {
            _ if opposed => Bound::About,
            (Bound::Vague, _) | (_, Bound::Vague) => Bound::Vague,
            (Bound::MoreThan, Bound::AtLeast) => Bound::AtLeast,
            (Bound::FewerThan, Bound::UpTo) => Bound::UpTo,
            (Bound::Exact, bound) | (bound, _) => bound,
        }
    }
}

/// What the words before or after a number do to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// Nothing: "23".
    None,
    /// "exactly 23"
    Exactly,
    /// "at least 23", "23 or more"
    AtLeast,
    /// "more than 23"
    MoreThan,
    /// "nearly 23"
    Nearly,
    /// "fewer than 23"
    FewerThan,
    /// "up to 23"
    UpTo,
    /// "about 23"
    About,
}

impl Qualifier {
    /// The bound that it makes of a number.
    pub fn bound(self) -> Bound {
        match self {
            Qualifier::None | Qualifier::Exactly => Bound::Exact,
            Qualifier::AtLeast => Bound::AtLeast,
            Qualifier::MoreThan => Bound::MoreThan,
            Qualifier::Nearly | Qualifier::FewerThan => Bound::FewerThan,
            Qualifier::UpTo => Bound::UpTo,
            Qualifier::About => Bound::About,
        }
    }

    /// Whether no number can be both: "at least up to 20", "more than exactly 12".
    pub fn clashes(self, other: Qualifier) -> bool {
        let (one, two) = (self.bound(), other.bound());
        let apart = |a: Bound, b: Bound| a.opens_up() && b.opens_down();
        let pinned = |a: Qualifier, b: Qualifier| {
            a == Qualifier::Exactly && (b.bound().opens_up() || b.bound() == Bound::UpTo)
        };
        apart(one, two) || apart(two, one) || pinned(self, other) || pinned(other, self)
    }
}

/// How far two statements about one count go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// No value is allowed by both.
    Impossible,
    /// Some value is allowed by both, but a careful desk would let neither stand for the other.
    Doubtful,
    /// A careful desk would let both stand.
    Plausible,
}

impl Agreement {
    /// From whether the plausible intervals go together and whether the strict ones do.
    fn of(plausible: bool, strict: bool) -> Agreement {
        match (plausible, strict) {
            (true, _) => Agreement::Plausible,
            (false, true) => Agreement::Doubtful,
            (false, false) => Agreement::Impossible,
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
    /// The upper end as stated: 50 of "about 50", none of "at least 50". Below the lower end where
    /// the text has them so: "between 50 and 30".
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

    /// Whether this count can be a part of the other, or all of it.
    pub fn fits_within(&self, whole: &Quantity) -> Agreement {
        if self.nominal.is_some() && self.nominal == whole.nominal {
            return Agreement::Plausible;
        }
        let plausible = !whole.plausible.surely_less(self.plausible);
        Agreement::of(plausible, !whole.strict.surely_less(self.strict))
    }

    /// The two counts together; none where the numbers are too large to add.
    pub fn plus(&self, other: &Quantity) -> Option<Quantity> {
        let ends = |a: Option<Decimal>, b: Option<Decimal>| match (a, b) {
            (Some(a), Some(b)) => a.checked_add(b).map(Some),
            _ => Some(None),
        };
        Some(Quantity {
            bound: self.bound.plus(other.bound),
            low: ends(self.low, other.low)?,
            high: ends(self.high, other.high)?,
            nominal: ends(self.nominal, other.nominal)?,
            strict: self.strict.plus(other.strict)?,
            plausible: self.plausible.plus(other.plausible)?,
        })
    }

    /// All the counts together; none for no counts at all.
    pub fn sum<'a>(mut counts: impl Iterator<Item = &'a Quantity>) -> Option<Quantity> {
        let first = *counts.next()?;
        counts.try_fold(first, |sum, next| sum.plus(next))
    }

    /// The quantity under a qualifier that it shares with the number before it in a coordination:
    /// of "about 80,000 killed and 400,000 wounded", what "about" leaves plausible of the wounded.
    pub fn widened_by(&self, qualifier: Qualifier, tolerances: &Tolerances) -> Quantity {
        let (Bound::Exact, Some(value)) = (self.bound, self.nominal) else { return *self };
        let shared = tolerances.qualified(value, qualifier);
        Quantity { plausible: self.plausible.cover(shared.plausible), ..*self }
    }

    /// Whether this count and another can be the same.
    pub fn agreement(&self, other: &Quantity) -> Agreement {
        if self.nominal.is_some() && self.nominal == other.nominal {
            return Agreement::Plausible;
        }
        Agreement::of(self.plausible.meets(other.plausible), self.strict.meets(other.strict))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}] [{}]", self.bound.name(), self.strict, self.plausible)
    }
}

/// A number with commas between its thousands: 1,080,000.
pub fn digits(number: Decimal) -> String {
    let plain = number.normalize().to_string();
    let (whole, rest) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut out = String::with_capacity(plain.len() + plain.len() / 3);
    for (place, digit) in whole.chars().enumerate() {
        let left = whole.len() - place;
        if place > 0 && left.is_multiple_of(3) && !out.ends_with('-') {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

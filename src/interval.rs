//! Intervals of counts: what a stated number allows.
//!
//! "at least 12" is `12..`, "about 200" may be `150..250`. An interval knows no words.

use std::fmt;

use rust_decimal::Decimal;

/// The values from `low` up to `high`; each end may be left out of the interval itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lower end, a count of people.
    pub low: Decimal,
    /// The upper end; none when nothing bounds it.
    pub high: Option<Decimal>,
    /// Whether `low` itself is outside.
    pub low_open: bool,
    /// Whether `high` itself is outside.
    pub high_open: bool,
}

impl Interval {
    /// Whether `value` is in it, or no more than `slack` outside; open ends are taken as closed.
    pub fn is_near(&self, value: Decimal, slack: Decimal) -> bool {
        let over = self.low.checked_sub(slack).is_none_or(|low| low <= value);
        let under = self.high.and_then(|high| high.checked_add(slack));
        over && under.is_none_or(|high| value <= high)
    }

    /// Exactly `value`.
    pub fn exact(value: Decimal) -> Interval {
        Interval::between(value, value)
    }

    /// `low` up to `high`, both included.
    pub fn between(low: Decimal, high: Decimal) -> Interval {
        Interval { low, high: Some(high), low_open: false, high_open: false }
    }

    /// `low` and up.
    pub fn at_least(low: Decimal) -> Interval {
        Interval { low, high: None, low_open: false, high_open: false }
    }

    /// Above `low`.
    pub fn above(low: Decimal) -> Interval {
        Interval { low, high: None, low_open: true, high_open: false }
    }

    /// The same interval without its upper end.
    pub fn open_high(self) -> Interval {
        Interval { high_open: true, ..self }
    }

    /// The same interval without its lower end.
    pub fn open_low(self) -> Interval {
        Interval { low_open: true, ..self }
    }

    /// The smallest interval that holds both.
    pub fn cover(self, other: Interval) -> Interval {
        let high = self.high.zip(other.high).map(|(a, b)| a.max(b));
        // An end stays outside unless one of the two holds it.
        let holds = |value: Decimal| self.contains(value) || other.contains(value);
        let low = self.low.min(other.low);
        Interval {
            low,
            high,
            low_open: !holds(low),
            high_open: high.is_some_and(|high| !holds(high)),
        }
    }

    /// Whether some value lies in both.
    pub fn meets(self, other: Interval) -> bool {
        !self.surely_less(other) && !other.surely_less(self)
    }

    /// Whether every value of this one lies below every value of the other.
    pub fn surely_less(self, other: Interval) -> bool {
        self.high.is_some_and(|high| {
            high < other.low || (high == other.low && (self.high_open || other.low_open))
        })
    }

    /// Whether `value` lies in it.
    pub fn contains(self, value: Decimal) -> bool {
        self.meets(Interval::exact(value))
    }

    /// The interval of the sums of a value of each; none where a number grows too large.
    pub fn plus(self, other: Interval) -> Option<Interval> {
        let high = match self.high.zip(other.high) {
            Some((a, b)) => Some(a.checked_add(b)?),
            None => None,
        };
        Some(Interval {
            low: self.low.checked_add(other.low)?,
            high,
            low_open: self.low_open || other.low_open,
            high_open: self.high_open || other.high_open,
        })
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.low_open {
            write!(f, ">")?;
        }
        match self.high {
            Some(high) if high == self.low => write!(f, "{}", self.low.normalize()),
            Some(high) => {
                let below = if self.high_open { "<" } else { "" };
                write!(f, "{}..{below}{}", self.low.normalize(), high.normalize())
            }
            None => write!(f, "{}..", self.low.normalize()),
        }
    }
}

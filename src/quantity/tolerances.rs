//! What the words around a number allow, as intervals: the table that every verdict rests on.
//!
//! "about 50" allows 37.5 to 62.5 strictly and 45 to 55 plausibly. The shares are data
//! (`qualifiers.toml`) and a desk may set its own. The table knows no words, only what they mean.

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::interval::Interval;
use crate::quantity::{Bound, Qualifier, Quantity};

/// How much slack the words give. Shares are parts of the stated number: 0.25 is a quarter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tolerances {
    /// From here on a number that ends in zeros may be a rounded one.
    pub round_from: Decimal,
    /// The most that rounding may hide on either side, strictly.
    pub round_share: Decimal,
    /// How far "about" reaches to either side, strictly.
    pub about_strict: Decimal,
    /// How far "about" reaches to either side, plausibly.
    pub about_plausible: Decimal,
    /// The least that "about" reaches to either side.
    pub about_least: Decimal,
    /// Below this, "at least" stands beside a number that somebody has counted, however round.
    pub at_least_counted: Decimal,
    /// The most that "at least" plausibly reaches beyond such a number.
    pub at_least_share: Decimal,
    /// The least share of the number that "nearly" still holds for.
    pub nearly_strict: Decimal,
    /// How far a count by the dozen may be off on either side: "a dozen".
    pub dozen: Decimal,
    /// How many of its last digits that are not zero a number with "about" may plausibly be off.
    pub about_steps: Decimal,
    /// How far "half a dozen" may be off on either side.
    pub half_dozen: Decimal,
}

impl Tolerances {
    /// A number as printed: "23", "400,000".
    pub fn plain(&self, value: Decimal) -> Quantity {
        let Some((strict, plausible)) = self.rounding(value) else { return Quantity::exact(value) };
        Quantity {
            strict: around(value, strict),
            plausible: around(value, plausible),
            ..Quantity::exact(value)
        }
    }

    /// How much rounding may hide in a number, strictly and plausibly; none for an exact one.
    fn rounding(&self, value: Decimal) -> Option<(Decimal, Decimal)> {
        if value < self.round_from {
            return None;
        }
        let unit = unit(value);
        if unit < Decimal::TEN {
            return None;
        }
        let second_digit = leading_unit(value).checked_div(Decimal::TEN)?;
        let strict = unit.min(value.checked_mul(self.round_share)?);
        Some((strict, unit.min(second_digit).checked_div(Decimal::TWO)?))
    }

    /// A number under a qualifier: "at least 23".
    pub fn qualified(&self, value: Decimal, qualifier: Qualifier) -> Quantity {
        match qualifier {
            Qualifier::None | Qualifier::Exactly => self.plain(value),
            // Whoever says "at least 10" has counted ten, and 14 are another count.
            Qualifier::AtLeast => self.stepped(value, qualifier, self.least(value)),
            _ => self.stepped(value, qualifier, step(value)),
        }
    }

    /// How far "at least" plausibly reaches beyond its number: a whole number, or half a fraction.
    fn least(&self, value: Decimal) -> Decimal {
        if value >= self.at_least_counted {
            return step(value);
        }
        let share = value.saturating_mul(self.at_least_share).ceil();
        step(value).min(share.max(Decimal::ONE))
    }

    /// Some dozens: "two dozen", "more than a dozen", "half a dozen".
    pub fn dozens(&self, value: Decimal, dozen: Decimal, qualifier: Qualifier) -> Quantity {
        let slack = around(value, if value < dozen { self.half_dozen } else { self.dozen });
        let number = self.stepped(value, qualifier, dozen.min(value));
        match qualifier {
            Qualifier::None => Quantity { strict: slack, plausible: slack, ..number },
            Qualifier::About => Quantity {
                strict: number.strict.cover(slack),
                plausible: number.plausible.cover(slack),
                ..number
            },
            _ => number,
        }
    }

    /// A number under a qualifier, `step` being its roundness.
    fn stepped(&self, value: Decimal, qualifier: Qualifier, step: Decimal) -> Quantity {
        let next = value.saturating_add(step);
        let (strict, plausible) = match qualifier {
            Qualifier::None | Qualifier::Exactly => return self.plain(value),
            Qualifier::AtLeast => {
                (Interval::at_least(value), Interval::between(value, next).open_high())
            }
            Qualifier::MoreThan => {
                (Interval::above(value), Interval::between(value, next).open_low())
            }
            Qualifier::Nearly => self.nearly(value, step),
            Qualifier::FewerThan => twice(Interval::between(Decimal::ZERO, value).open_high()),
            Qualifier::UpTo => twice(Interval::between(Decimal::ZERO, value)),
            Qualifier::About => (
                around(value, self.about(value, self.about_strict)),
                // "about 1,490" is no 1,540.
                around(value, self.about(value, self.about_plausible).min(self.steps(value))),
            ),
        };
        let bound = qualifier.bound();
        let low = (!bound.opens_down()).then_some(value);
        let high = (!bound.opens_up()).then_some(value);
        Quantity { bound, low, high, nominal: Some(value), strict, plausible }
    }

    fn nearly(&self, value: Decimal, step: Decimal) -> (Interval, Interval) {
        let floor = value.saturating_mul(self.nearly_strict);
        let plausible = value.saturating_sub(step).max(floor);
        (Interval::between(floor, value), Interval::between(plausible, value))
    }

    /// So many of the last digit that is not zero as a number with "about" may be off.
    fn steps(&self, value: Decimal) -> Decimal {
        unit(value).saturating_mul(self.about_steps).max(self.about_least)
    }

    fn about(&self, value: Decimal, share: Decimal) -> Decimal {
        // A fraction is no count: "about a third" reaches no whole person further.
        let least = if value < Decimal::ONE { Decimal::ZERO } else { self.about_least };
        value.saturating_mul(share).max(least)
    }

    /// A range: "between 20 and 30". A qualifier before it opens or widens its ends. The ends are
    /// kept as stated, the interval has them in order.
    pub fn range(&self, low: Decimal, high: Decimal, qualifier: Qualifier) -> Quantity {
        let (least, most) = (low.min(high), low.max(high));
        let least = self.qualified(least, qualifier);
        let most = self.qualified(most, qualifier);
        let (strict, plausible) = match qualifier {
            Qualifier::None | Qualifier::Exactly => {
                twice(Interval::between(low.min(high), low.max(high)))
            }
            _ => (least.strict.cover(most.strict), least.plausible.cover(most.plausible)),
        };
        let (low, high) = (Some(low), Some(high));
        Quantity { bound: Bound::Range, low, high, nominal: None, strict, plausible }
    }
}

fn twice(interval: Interval) -> (Interval, Interval) {
    (interval, interval)
}

/// The values at most `slack` away, none of them below zero.
fn around(value: Decimal, slack: Decimal) -> Interval {
    Interval::between(value.saturating_sub(slack).max(Decimal::ZERO), value.saturating_add(slack))
}

/// One of the last digit that is not zero: 100 of 1,200, 1 of 23.
fn unit(value: Decimal) -> Decimal {
    let mut unit = Decimal::ONE;
    while let Some(next) = unit.checked_mul(Decimal::TEN) {
        if value.is_zero() || !(value % next).is_zero() {
            break;
        }
        unit = next;
    }
    unit
}

/// One of the first digit: 1,000 of 1,200.
fn leading_unit(value: Decimal) -> Decimal {
    let mut unit = Decimal::ONE;
    while let Some(next) = unit.checked_mul(Decimal::TEN).filter(|next| *next <= value) {
        unit = next;
    }
    unit
}

/// The roundness of a number: 10 of 50, 5 of 25, 1 of 23, 500 of 1,500; half of a fraction.
fn step(value: Decimal) -> Decimal {
    if value < Decimal::ONE {
        return value / Decimal::TWO;
    }
    let unit = unit(value);
    let digits = (value / unit).trunc();
    let ends_in_five = digits % Decimal::TEN == Decimal::from(5) && digits > Decimal::TEN;
    if ends_in_five { unit.saturating_mul(Decimal::from(5)) } else { unit }
}

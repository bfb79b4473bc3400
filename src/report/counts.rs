//! Counts as tables print them: "at least 23" is `≥23`, "about 80,000" is `~80,000`.
//!
//! They know a number and its bound, not what it counts.

pub(super) use crate::quantity::digits;
use crate::quantity::{Bound, Quantity};

/// A count with the sign of its bound.
pub(super) fn signed(quantity: &Quantity) -> String {
    match (sign(quantity.bound), quantity.nominal) {
        (Some(sign), Some(nominal)) => format!("{sign}{}", digits(nominal)),
        _ => ends(quantity),
    }
}

/// The sign of a bound with one printed number.
fn sign(bound: Bound) -> Option<&'static str> {
    match bound {
        Bound::Exact => Some(""),
        Bound::AtLeast => Some("≥"),
        Bound::MoreThan => Some(">"),
        Bound::UpTo => Some("≤"),
        Bound::FewerThan => Some("<"),
        Bound::About => Some("~"),
        Bound::Range | Bound::Vague => None,
    }
}

/// Both ends of what is stated, or of what it plausibly means.
fn ends(quantity: &Quantity) -> String {
    let plausible = quantity.plausible;
    let (low, high) = match (quantity.low, quantity.high) {
        (Some(low), Some(high)) => (low, Some(high)),
        _ => (plausible.low, plausible.high),
    };
    match high {
        Some(high) if high == low => digits(low),
        Some(high) => format!("{}–{}", digits(low), digits(high)),
        None => format!("≥{}", digits(low)),
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn thousands_are_parted() {
        for (number, printed) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (1_080_000, "1,080,000"), (-120, "-120")]
        {
            assert_eq!(digits(Decimal::from(number)), printed);
        }
        assert_eq!(digits(Decimal::new(15_005, 1)), "1,500.5");
    }

    #[test]
    fn bounds_have_signs() {
        let count = |bound| signed(&Quantity { bound, ..Quantity::exact(Decimal::from(1_200)) });
        assert_eq!(count(Bound::Exact), "1,200");
        assert_eq!(count(Bound::AtLeast), "≥1,200");
        assert_eq!(count(Bound::About), "~1,200");
    }

    #[test]
    fn ranges_show_both_ends() {
        let high = Some(Decimal::from(30));
        let exact = Quantity::exact(Decimal::from(20));
        let range = Quantity { bound: Bound::Range, high, nominal: None, ..exact };
        assert_eq!(signed(&range), "20–30");
    }
}

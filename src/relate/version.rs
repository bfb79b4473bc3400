//! Whether two differing numbers can be versions of one count.
//!
//! "12 dead" and later "14 dead" may be one count told twice; "12 dead" and "100,000 dead" are an
//! attack and its war. Errors that newspapers correct are mostly a few per cent apart, seldom more
//! than double, or a lost zero. It knows the numbers alone.

use rust_decimal::Decimal;

use crate::figure::Figure;

/// How far apart small counts may be: two and five may be one count.
const SMALL: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// How far a large number may be rounded: one in a hundred.
const ROUNDED: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Whether one of two figures may be the other gone stale or mistyped.
pub(super) fn may_be_versions(a: &Figure, b: &Figure) -> bool {
    a.quantity.nominal.zip(b.quantity.nominal).is_some_and(|(a, b)| may_be_values(a, b))
}

/// The same for two numbers.
pub(super) fn may_be_values(a: Decimal, b: Decimal) -> bool {
    let (low, high) = (a.min(b), a.max(b));
    if low.is_zero() {
        return false;
    }
    high - low <= SMALL || high <= low.saturating_mul(Decimal::TWO) || is_slip(low, high)
}

/// Whether two numbers are so near that they may be of the same people, counted by heads: no more than two fifths apart.
pub(super) fn may_be_miscounted(a: Decimal, b: Decimal) -> bool {
    let (low, high) = (a.min(b), a.max(b));
    high.saturating_sub(low).saturating_mul(Decimal::from(5)) <= low.saturating_mul(Decimal::TWO)
}

/// Whether a number is no less than another but for its rounding: one in twenty.
pub(super) fn may_be_rounded(number: Decimal, to: Decimal) -> bool {
    let twenty = Decimal::from(20);
    number.saturating_mul(twenty) >= to.saturating_mul(twenty - Decimal::ONE)
}

/// Whether two numbers of three or more digits differ by two neighbouring digits that changed places:
/// 165 and 156.
pub(super) fn is_transposed(a: Decimal, b: Decimal) -> bool {
    a.min(b) >= Decimal::ONE_HUNDRED && are_swapped(a, b)
}

/// The same for any numbers: 83 and 38.
pub(super) fn are_swapped(a: Decimal, b: Decimal) -> bool {
    let digits = |n: Decimal| n.to_string().into_bytes();
    let (a, b) = (digits(a), digits(b));
    if a.len() != b.len() {
        return false;
    }
    let differing: Vec<usize> = (0..a.len()).filter(|at| a[*at] != b[*at]).collect();
    matches!(differing[..], [x, y] if x + 1 == y && a[x] == b[y] && a[y] == b[x])
}

/// The same for the numbers of two figures.
pub(super) fn are_turned(a: &Figure, b: &Figure) -> bool {
    a.quantity.nominal.zip(b.quantity.nominal).is_some_and(|(a, b)| are_swapped(a, b))
}

/// Whether a number is another with one more digit: 17 and 7, 112 and 12.
pub(super) fn has_digit_more(a: Decimal, b: Decimal) -> bool {
    let (short, long) = (a.min(b).to_string(), a.max(b).to_string());
    let without = |at: usize| long[..at].to_owned() + &long[at + 1..];
    long.len() == short.len() + 1 && (0..long.len()).any(|at| without(at) == short)
}

/// Whether a number is another with zeros lost: 1,200 and 12,000, or one of thousands rounded, 3,812 and 38,000.
pub(super) fn is_slip(low: Decimal, high: Decimal) -> bool {
    let round = if low >= Decimal::ONE_THOUSAND { ROUNDED } else { Decimal::ZERO };
    let least = Decimal::ONE - round;
    let Some(mut times) = high.checked_div(low).filter(|t| *t >= least * Decimal::TEN) else {
        return false;
    };
    while times > Decimal::ONE + round {
        times /= Decimal::TEN;
    }
    low >= Decimal::TEN && times >= least
}

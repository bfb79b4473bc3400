//! What a verdict hangs on: a bound, and the value from which it would turn.
//!
//! With "up to 200,000" among the parts of "over a million", fewer than 120,000 would leave the
//! total short. A hinge knows one claim and its parts, not the verdict's words.

use rust_decimal::Decimal;

use super::wording;
use crate::figure::{Figure, FigureId};
use crate::quantity::{Bound, digits};
use crate::relate::Facts;

/// On which part's bound a consistent sum hangs, and from what value the total would turn.
pub(super) fn of_sum(facts: &Facts, whole: FigureId, parts: &[FigureId]) -> Option<String> {
    let sum = parts
        .iter()
        .try_fold(Decimal::ZERO, |sum, p| sum.checked_add(facts.figures[*p].quantity.nominal?))?;
    let floor = facts.figures[whole].quantity;
    let ceiling = floor.high.filter(|_| matches!(floor.bound, Bound::Exact | Bound::UpTo));
    let floor = floor.low.filter(|low| !low.is_zero());
    parts.iter().find_map(|p| {
        let part = &facts.figures[*p];
        let others = sum.checked_sub(part.quantity.nominal?)?;
        below(part, others, floor?).or_else(|| above(part, others, ceiling?))
    })
}

/// An upper bound that holds the sum over the floor of the total.
fn below(part: &Figure, others: Decimal, floor: Decimal) -> Option<String> {
    let turn = floor.checked_sub(others)?;
    let open = matches!(part.quantity.bound, Bound::UpTo | Bound::FewerThan);
    let turns = open && turn > Decimal::ZERO && turn <= part.quantity.nominal?;
    turns.then(|| {
        let (turn, floor) = (digits(turn), digits(floor));
        format!(
            "hangs on \"{}\": below {turn} the total would fall under {floor}",
            wording::printed(part)
        )
    })
}

/// A lower bound that keeps the sum under the ceiling of the total.
fn above(part: &Figure, others: Decimal, ceiling: Decimal) -> Option<String> {
    let turn = ceiling.checked_sub(others)?;
    let open = part.quantity.bound.opens_up();
    let turns = open && turn >= part.quantity.nominal?;
    turns.then(|| {
        let (turn, ceiling) = (digits(turn), digits(ceiling));
        format!(
            "hangs on \"{}\": above {turn} the total would pass {ceiling}",
            wording::printed(part)
        )
    })
}

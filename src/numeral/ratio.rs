//! Ratios of people: "one in five patients", "three in every ten of the dead".
//!
//! They are fractions, and neither of their numbers counts anybody. A ratio is only read where people
//! follow: "killed 12 in 30 villages" has none.

use rust_decimal::Decimal;

use super::cardinal::{self, Cardinal};
use crate::lexicon::{Grammar, PeopleRole, ScopeWord};
use crate::text::Text;

/// The share that a number makes with another behind it, and the place after that.
pub(super) fn read(text: &Text<'_>, part: &Cardinal, end: usize) -> Option<(Decimal, usize)> {
    let plain = part.scale == Decimal::ONE && part.dozen.is_none();
    let joined = part.end < end && text.tags(part.end).scope.is(ScopeWord::WITHIN);
    let whole = cardinal::read(text, part.end + 1, end).filter(|_| plain && joined)?;
    let share = part.value.checked_div(whole.value)?;
    let proper = share > Decimal::ZERO && share < Decimal::ONE;
    (proper && is_of_people(text, whole.end, end)).then_some((share, whole.end))
}

/// Whether people follow, or "of", "of those".
fn is_of_people(text: &Text<'_>, at: usize, end: usize) -> bool {
    let role = |at: usize| {
        let people = text.tags(at).people.filter(|_| at < end);
        people.map(|people| people.role).unwrap_or_default()
    };
    let described = role(at).is(PeopleRole::MODIFIER) && role(at + 1).is(PeopleRole::PLURAL);
    let of = at < end && text.tags(at).grammar.is(Grammar::OF.or(Grammar::DEFINITE));
    of || described || role(at).is(PeopleRole::PLURAL)
}

//! Ratios of people: "one in five patients", "three in every ten of the dead".
//!
//! They are fractions, and neither of their numbers counts anybody. A ratio is only read where people
//! follow ("killed 12 in 30 villages" has none), where one person is named ("one victim in ten is a
//! child"), or where "or" sets it off ("120 of the dead, or one in three,").

use rust_decimal::Decimal;

use super::cardinal::{self, Cardinal};
use super::fraction::is_set_off;
use crate::lexicon::{Grammar, OutcomeForm, PeopleRole, ScopeWord};
use crate::text::Text;

/// The share that a number makes with another behind it, and the place after that.
pub(super) fn read(
    text: &Text<'_>,
    start: usize,
    part: &Cardinal,
    end: usize,
) -> Option<(Decimal, usize)> {
    let plain = part.scale == Decimal::ONE && part.dozen.is_none();
    let person = part.value == Decimal::ONE && role(text, part.end, end).is(PeopleRole::SINGULAR);
    let joint = part.end + usize::from(person);
    let joined = joint < end && text.tags(joint).scope.is(ScopeWord::WITHIN);
    let whole = cardinal::read(text, joint + 1, end).filter(|_| plain && joined)?;
    let share = part.value.checked_div(whole.value)?;
    let proper = share > Decimal::ZERO && share < Decimal::ONE;
    let told = match person {
        true => is_closed(text, whole.end, end),
        false => is_of_people(text, whole.end, end) || is_set_off(text, start, whole.end, end),
    };
    (proper && told).then_some((share, whole.end))
}

/// Whether what is said of one in so many follows: "one person in five was hurt", "one patient in ten dies", not "one man
/// in ten villages".
fn is_closed(text: &Text<'_>, at: usize, end: usize) -> bool {
    let tags = text.tags(at);
    let dies = tags.outcome.is_some_and(|word| word.form.is(OutcomeForm::INTRANSITIVE));
    at < end && (dies || tags.grammar.is(Grammar::BE.or(Grammar::HAVE)))
}

/// The part that a word plays in naming people.
fn role(text: &Text<'_>, at: usize, end: usize) -> PeopleRole {
    let people = text.tags(at).people.filter(|_| at < end);
    people.map(|people| people.role).unwrap_or_default()
}

/// Whether people follow, or "of", "of those", "of them".
fn is_of_people(text: &Text<'_>, at: usize, end: usize) -> bool {
    let role = |at: usize| role(text, at, end);
    let described = role(at).is(PeopleRole::MODIFIER) && role(at + 1).is(PeopleRole::PLURAL);
    let of = Grammar::OF.or(Grammar::INCLUDING).or(Grammar::DEFINITE);
    let of = at < end && text.tags(at).grammar.is(of);
    // "one in five fire deaths"
    let counted = |at: usize| {
        let told = text.tags(at).outcome.filter(|_| at < end);
        told.is_some_and(|word| word.form.is(OutcomeForm::COUNTED))
    };
    of || described
        || role(at).is(PeopleRole::PLURAL)
        || counted(at)
        || text.tags(at).grammar.is_empty() && counted(at + 1)
}

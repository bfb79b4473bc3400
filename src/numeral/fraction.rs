//! Fractions: "a third", "¾", "2½", "two and a half million", "half a dozen".
//!
//! "a third of" is a share of something said elsewhere, and stays one; "half a million" is a number.
//! A fraction knows the words that it is made of, not what it is a share of.

use rust_decimal::Decimal;

use super::cardinal::Cardinal;
use super::digits;
use super::number::{Amount, Number};
use crate::lexicon::{ContrastWord, Grammar, NumberWord};
use crate::text::Text;

/// Whether "a third" is a part of something here, not the third in a row.
pub(super) fn is_share(text: &Text<'_>, after: usize, end: usize) -> bool {
    // "of them"
    let of = Grammar::OF.or(Grammar::INCLUDING);
    // "a third fewer"
    let more = ContrastWord::MORE.or(ContrastWord::FEWER);
    let compares = text.tags(after).contrast.as_deref().is_some_and(|word| word.is(more));
    after >= end || compares || text.tags(after).grammar.is(of)
}

/// Whether the words from `start` to `after` are set off by "or": "120 of the dead, or a third, were".
pub(super) fn is_set_off(text: &Text<'_>, start: usize, after: usize, end: usize) -> bool {
    let or = start.checked_sub(1).filter(|or| text.tags(*or).grammar.is(Grammar::AND));
    let opens = or.and_then(|or| or.checked_sub(1)).is_some_and(|at| text.mark(at) == ",");
    opens && (after >= end || matches!(text.mark(after), "," | "." | ")" | ";"))
}

/// "two thirds", "one-quarter", "three fifths of a million"
pub(super) fn share_of(
    text: &Text<'_>,
    start: usize,
    read: &Cardinal,
    end: usize,
) -> Option<Number> {
    let hyphen = text.is_hyphen(read.end) && read.end + 1 < end;
    let at = read.end + usize::from(hyphen);
    let parts = text.tags(at).number.filter(|_| at < end)?;
    if read.value >= Decimal::TEN || read.scale != Decimal::ONE {
        return None;
    }
    match parts {
        NumberWord::Fraction(parts) => fraction(text, start, at, read.value, parts, end),
        NumberWord::Ordinal(parts)
            if parts > Decimal::TWO && (hyphen || is_share(text, at + 1, end)) =>
        {
            fraction(text, start, at, read.value, parts, end)
        }
        _ => None,
    }
}

/// "3/4", and a part after a whole number: "2½", "2 1/2", "2-1/2".
pub(super) fn slash(text: &Text<'_>, read: &Cardinal, end: usize) -> Option<Number> {
    if let Some((share, end)) = part(text, read.end - 1, end) {
        return Number::new(0..end, Amount::Fraction(share));
    }
    let next = read.end + usize::from(text.is_hyphen(read.end));
    let (share, after) = match text.tags(read.end).number.filter(|_| read.end < end) {
        Some(NumberWord::Part(share)) => (share, read.end + 1),
        _ => part(text, next, end)?,
    };
    let value = read.value.checked_add(share).filter(|_| read.value.is_integer())?;
    Number::new(0..after, Amount::Exact(value)).map(|number| grown(text, number, end))
}

/// The share that digits and a slash make, and the place after it: "3/4".
fn part(text: &Text<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    let (slash, under) =
        (text.words.get(at + 1)?, text.words.get(at + 2).filter(|_| at + 2 < end)?);
    if !(slash.glued && under.glued && text.mark(at + 1) == "/") {
        return None;
    }
    let parts = digits::value(text.str(at + 2))?;
    let over = digits::value(text.str(at))?;
    let proper = over > Decimal::ZERO && over < parts && parts <= Decimal::ONE_HUNDRED;
    Some((over.checked_div(parts).filter(|_| proper)?, at + 3))
}

/// "two and a half million", "a million and a half", "three and a fifth"
pub(super) fn mixed(text: &Text<'_>, start: usize, read: &Cardinal, end: usize) -> Option<Number> {
    let is_hyphen = |at: usize| at < end && text.is_hyphen(at);
    let mut at = read.end + usize::from(is_hyphen(read.end));
    if at >= end || !text.tags(at).grammar.is(Grammar::AND) {
        return None;
    }
    at += 1 + usize::from(is_hyphen(at + 1));
    let mut times = Decimal::ONE;
    if at < end && text.tags(at).grammar.is(Grammar::ARTICLE) {
        at += 1 + usize::from(is_hyphen(at + 1));
    } else {
        times = match text.tags(at).number.filter(|_| at < end)? {
            NumberWord::Cardinal(times) if times < Decimal::TEN => times,
            _ => return None,
        };
        at += 1;
    }
    let parts = match text.tags(at).number.filter(|_| at < end)? {
        NumberWord::Fraction(parts) => parts,
        NumberWord::Ordinal(parts) if parts > Decimal::TWO && is_share(text, at + 1, end) => parts,
        _ => return None,
    };
    let part = times.checked_mul(read.scale)?.checked_div(parts)?;
    let value = read.value.checked_add(part)?;
    let number = Number { words: start..at + 1, amount: Amount::Exact(value), scale: read.scale };
    Some(if read.scale == Decimal::ONE { grown(text, number, end) } else { number })
}

/// A part: of something unsaid ("a third of"), or of a scale ("half a million", "a quarter of a
/// million", "half a dozen").
pub(super) fn fraction(
    text: &Text<'_>,
    start: usize,
    at: usize,
    times: Decimal,
    parts: Decimal,
    end: usize,
) -> Option<Number> {
    let share = times.checked_div(parts)?;
    let number = Number::new(start..at + 1, Amount::Fraction(share))?;
    let mut next = at + 1 + usize::from(text.is_hyphen(at + 1));
    let of = next < end && text.tags(next).grammar.is(Grammar::OF);
    next += usize::from(of);
    let article = next < end && text.tags(next).grammar.is(Grammar::ARTICLE);
    next += usize::from(article);
    // "half of million" is no number.
    if next >= end || of && !article {
        return Some(number);
    }
    Some(scaled(text, &number, share, next).unwrap_or(number))
}

/// The number times the scale or dozen at `at`.
fn scaled(text: &Text<'_>, number: &Number, factor: Decimal, at: usize) -> Option<Number> {
    let words = number.words.start..at + 1;
    match text.tags(at).number? {
        NumberWord::Scale(scale) => {
            let amount = Amount::Exact(factor.checked_mul(scale)?);
            Some(Number { words, amount, scale })
        }
        NumberWord::Group(dozen) => {
            let amount = Amount::Dozens(factor.checked_mul(dozen)?, dozen);
            Some(Number { words, amount, scale: dozen })
        }
        _ => None,
    }
}

/// The number with a scale directly after it: "2½ million".
fn grown(text: &Text<'_>, number: Number, end: usize) -> Number {
    let next = number.words.end;
    let factor = number.value().filter(|_| next < end);
    factor.and_then(|factor| scaled(text, &number, factor, next)).unwrap_or(number)
}

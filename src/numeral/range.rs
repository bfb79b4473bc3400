//! Two numbers that are one range: "between 20 and 30", "20-30", "four to five thousand".
//!
//! "rose from 12 to 16" is none: it is a count before and a count after. Ranges know the words that
//! join two numbers, not what is counted.

use rust_decimal::Decimal;

use crate::lexicon::{Grammar, RangeWord};
use crate::numeral::number;
use crate::numeral::number::Number;
use crate::text::{Shape, Text};

/// A range: its ends as stated and the place after its last word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    pub(super) end: usize,
}

/// The range that begins with a number, if another number ends one.
///
/// `opener` is where the words before the number begin, qualifiers skipped: "between" may be there.
pub(super) fn read(
    text: &Text<'_>,
    first: &Number,
    opener: Option<usize>,
    end: usize,
) -> Option<Span> {
    let opener = opener.and_then(|at| word(text, at));
    let join = after_unit(text, first.words.end, end);
    let joined_by = word(text, join).filter(|_| join + 1 < end)?;
    let start = after_sign(text, past_qualifiers(text, join + 1, end), end);
    let second = number::read(text, start, end)?;
    let (low, high) = spread(text, first, &second, join)?;
    let holds = match (opener, joined_by) {
        (Some(RangeWord::Between), RangeWord::And | RangeWord::To) => true,
        (Some(RangeWord::From), RangeWord::To) => low < high && !changes(text, first),
        (_, RangeWord::Or) => low < high && is_either(first, low, high),
        (_, RangeWord::To) if is_dash(text, join) => low < high && dash_joins(text, first, join),
        (_, RangeWord::To) => low < high && !changes(text, first) && !is_day(text, first, high),
        _ => false,
    };
    holds.then_some(Span { low, high, end: second.words.end })
}

/// The part of a word in a range.
pub(super) fn word(text: &Text<'_>, at: usize) -> Option<RangeWord> {
    text.tags(at).qualifier.and_then(|qualifier| qualifier.range)
}

/// Skips the percent sign of "5% to 10%".
fn after_unit(text: &Text<'_>, at: usize, end: usize) -> usize {
    at + usize::from(at < end && text.mark(at) == "%")
}

/// Skips the qualifier of "between 40 and more than 60".
fn past_qualifiers(text: &Text<'_>, mut at: usize, end: usize) -> usize {
    let qualifies =
        |at| text.tags(at).qualifier.is_some_and(|q| q.range.is_none() && q.before.is_some());
    while at < end && qualifies(at) {
        at += 1;
    }
    at
}

/// Skips the currency sign of "$5 to $10".
fn after_sign(text: &Text<'_>, at: usize, end: usize) -> usize {
    let sign = at + 1 < end && text.words[at].shape == Shape::Mark && text.words[at + 1].glued;
    at + usize::from(sign)
}

/// The values of both ends; a scale after the second spreads to the first: "four to five thousand".
fn spread(text: &Text<'_>, one: &Number, two: &Number, join: usize) -> Option<(Decimal, Decimal)> {
    let (low, high) = (one.value()?, two.value()?);
    let scale = two.scale;
    let scaled = high.checked_div(scale)?;
    if one.scale == Decimal::ONE && scale > Decimal::ONE && low < scaled {
        return Some((low.checked_mul(scale)?, high));
    }
    // "20-30,000": twenty to thirty thousand.
    let grouped = text.str(two.words.start).contains(',') && is_dash(text, join);
    let thousand = Decimal::ONE_THOUSAND;
    if grouped && low < Decimal::ONE_THOUSAND && low.checked_mul(thousand)? < high {
        return Some((low.checked_mul(thousand)?, high));
    }
    Some((low, high))
}

/// "three or four", "20 or 30", "two or three hundred": one number not known well. "25k or 40k" are
/// two.
fn is_either(first: &Number, low: Decimal, high: Decimal) -> bool {
    first.scale == Decimal::ONE && high <= low.saturating_mul(Decimal::from(3))
}

fn is_dash(text: &Text<'_>, at: usize) -> bool {
    text.words.get(at).is_some_and(|word| word.shape == Shape::Mark)
}

/// Whether a dash joins the two numbers rather than parting them: it touches both, or it is a wide
/// one between digits.
fn dash_joins(text: &Text<'_>, first: &Number, join: usize) -> bool {
    let glued = text.words[join].glued && text.words.get(join + 1).is_some_and(|w| w.glued);
    let digits = text.words[first.words.start].shape == Shape::Digits;
    glued || digits && text.mark(join) == "–" && !text.words[join].glued
}

/// "since the season began on June 26 to 737": whether the first number is the day of a month, and the second none.
fn is_day(text: &Text<'_>, first: &Number, high: Decimal) -> bool {
    let month = first.words.start.checked_sub(1);
    let month = month.is_some_and(|at| text.tags(at).grammar.is(Grammar::MONTH));
    month && high > Decimal::from(31)
}

/// Whether the number is a part of a change: "rose from 12", "by 12".
fn changes(text: &Text<'_>, first: &Number) -> bool {
    let start = text.sentences.partition_point(|sentence| sentence.words.end <= first.words.start);
    let start = text.sentences.get(start).map_or(0, |sentence| sentence.words.start);
    let before = start.max(first.words.start.saturating_sub(8))..first.words.start;
    let by = first.words.start > start && text.tags(first.words.start - 1).grammar.is(Grammar::BY);
    let changes = |at: usize| {
        word(text, at) == Some(RangeWord::Change) || text.tags(at).grammar.is(Grammar::RISE)
    };
    // "bringing the number of people killed by the disease since January from 118 to 132"
    let from =
        first.words.start > start && word(text, first.words.start - 1) == Some(RangeWord::From);
    let brings = |at: usize| text.tags(at).grammar.is(Grammar::RISE);
    by || before.into_iter().any(changes) || from && (start..first.words.start).any(brings)
}

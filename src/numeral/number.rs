//! One number in any form: digits, words, fractions, vague words, statements of none.
//!
//! "half a million" is one number, and so is "several hundred". A number is read without its
//! qualifiers and without asking whether it counts anything.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::lexicon::{Grammar, NumberWord, Vague};
use crate::numeral::{cardinal, digits, ratio};
use crate::text::{Shape, Text};

/// What a number says.
#[derive(Clone, Copy, Debug)]
pub(super) enum Amount {
    /// "23", "a million"
    Exact(Decimal),
    /// "two dozen": the number, and the dozen it is counted by.
    Dozens(Decimal, Decimal),
    /// "hundreds", "several thousand"
    Vague(Vague),
    /// "a third", "¾"
    Fraction(Decimal),
    /// "third", "22nd"
    Ordinal(Decimal),
    /// "no one"
    Zero,
    /// "both"
    Both,
}

/// A number in the text.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// Its words.
    pub(super) words: Range<usize>,
    /// What it says.
    pub(super) amount: Amount,
    /// The scale it ends with: a million of "2 million"; one where there is none.
    pub(super) scale: Decimal,
}

impl Number {
    /// The value of a plain number.
    pub(super) fn value(&self) -> Option<Decimal> {
        match self.amount {
            Amount::Exact(value) | Amount::Dozens(value, _) => Some(value),
            _ => None,
        }
    }

    fn new(words: Range<usize>, amount: Amount) -> Option<Number> {
        Some(Number { words, amount, scale: Decimal::ONE })
    }
}

/// Reads the number that begins at a word, if one does.
pub(super) fn read(text: &Text<'_>, at: usize, end: usize) -> Option<Number> {
    let tags = text.tags(at);
    if text.words[at].shape == Shape::Digits {
        return ordinal_digits(text, at, end).or_else(|| cardinal(text, at, at, end));
    }
    if tags.grammar.is(Grammar::ARTICLE) {
        return after_article(text, at, end);
    }
    match tags.number? {
        NumberWord::Cardinal(_) => {
            cardinal(text, at, at, end).map(|number| ordinal_end(text, number, end))
        }
        NumberWord::Scale(_) => cardinal(text, at, at, end),
        NumberWord::Group(dozen) => Number::new(at..at + 1, Amount::Dozens(dozen, dozen)),
        NumberWord::Fraction(parts) => fraction(text, at, at, Decimal::ONE, parts, end),
        NumberWord::Part(part) => Number::new(at..at + 1, Amount::Fraction(part)),
        NumberWord::Ordinal(place) => Number::new(at..at + 1, Amount::Ordinal(place)),
        NumberWord::Vague(id) => scaled_vague(text, at, text.lexicon.vague(id), end),
        NumberWord::Zero if is_numero(text, at, end) || is_manner(text, at, end) => None,
        NumberWord::Zero => Number::new(at..at + 1, Amount::Zero),
        NumberWord::Any if is_negated(text, at) => Number::new(at..at + 1, Amount::Zero),
        NumberWord::Any => None,
        NumberWord::Both => Number::new(at..at + 1, Amount::Both),
        NumberWord::Suffix(_) | NumberWord::OrdinalEnd | NumberWord::Point => None,
    }
}

/// "without mentioning casualties": says how, not that there were none.
fn is_manner(text: &Text<'_>, at: usize, end: usize) -> bool {
    let next = text.tags(at + 1);
    let noun = next.outcome.is_some() || next.people.is_some();
    let gerund = at + 1 < end && text.str(at + 1).to_ascii_lowercase().ends_with("ing");
    text.tags(at).grammar.is(Grammar::PREPOSITION) && gerund && !noun
}

/// How many words before "any" may hold its negation: "did not immediately result in any".
const NEGATED: usize = 5;

/// Whether a negation stands before a word, in its own clause.
fn is_negated(text: &Text<'_>, at: usize) -> bool {
    let before = (at.saturating_sub(NEGATED)..at).rev();
    let mut clause = before.take_while(|at| text.words[*at].shape != Shape::Mark);
    clause.any(|at| text.tags(at).grammar.is(Grammar::NEGATION))
}

/// "No. 10": a numero sign, no statement of none.
fn is_numero(text: &Text<'_>, at: usize, end: usize) -> bool {
    let digits = at + 2 < end && text.words[at + 2].shape == Shape::Digits;
    digits && text.mark(at + 1) == "."
}

/// "a hundred", "a dozen", "a third": an article makes a number only of what follows it here.
fn after_article(text: &Text<'_>, at: usize, end: usize) -> Option<Number> {
    let next = at + 1;
    match text.tags(next).number.filter(|_| next < end)? {
        NumberWord::Scale(_) => cardinal(text, at, next, end),
        NumberWord::Group(dozen) => Number::new(at..next + 1, Amount::Dozens(dozen, dozen)),
        NumberWord::Fraction(parts) => fraction(text, at, next, Decimal::ONE, parts, end),
        NumberWord::Ordinal(parts) if is_share(text, next + 1, end) => {
            fraction(text, at, next, Decimal::ONE, parts, end)
        }
        _ => None,
    }
}

/// Whether "a third" is a part of something here, not the third in a row.
fn is_share(text: &Text<'_>, after: usize, end: usize) -> bool {
    after >= end || text.tags(after).grammar.is(Grammar::OF)
}

/// A whole number that begins at `at`, with the fraction after it, if any; its words from `start`.
fn cardinal(text: &Text<'_>, start: usize, at: usize, end: usize) -> Option<Number> {
    let read = cardinal::read(text, at, end)?;
    if let Some(number) = share_of(text, start, &read, end).or_else(|| slash(text, &read, end)) {
        return Some(Number { words: start..number.words.end, ..number });
    }
    if let Some(number) = mixed(text, start, &read, end) {
        return Some(number);
    }
    if let Some((share, end)) = ratio::read(text, &read, end) {
        return Number::new(start..end, Amount::Fraction(share));
    }
    let amount = match read.dozen {
        Some(dozen) => Amount::Dozens(read.value, dozen),
        None => Amount::Exact(read.value),
    };
    Some(Number { words: start..read.end, amount, scale: read.scale })
}

/// "two thirds", "one-quarter", "three fifths of a million"
fn share_of(
    text: &Text<'_>,
    start: usize,
    read: &cardinal::Cardinal,
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
fn slash(text: &Text<'_>, read: &cardinal::Cardinal, end: usize) -> Option<Number> {
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
fn mixed(text: &Text<'_>, start: usize, read: &cardinal::Cardinal, end: usize) -> Option<Number> {
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
fn fraction(
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

/// "several hundred", "a couple of thousand", "tens of thousands"
fn scaled_vague(text: &Text<'_>, at: usize, vague: Vague, end: usize) -> Option<Number> {
    let (mut words, mut vague, mut scale) = (at..at + 1, vague, Decimal::ONE);
    loop {
        let next = words.end + usize::from(is_of_scale(text, words.end, end));
        let factor = match text.tags(next).number.filter(|_| next < end) {
            Some(NumberWord::Scale(factor) | NumberWord::Group(factor)) => factor,
            Some(NumberWord::Vague(plural)) => match text.lexicon.vague(plural).scale {
                Some(factor) if vague.high.is_some() => factor,
                _ => break,
            },
            _ => break,
        };
        vague = times(vague, factor)?;
        (words.end, scale) = (next + 1, factor);
    }
    Some(Number { words, amount: Amount::Vague(vague), scale })
}

/// Whether the "of" of "a couple of hundred" stands here.
fn is_of_scale(text: &Text<'_>, at: usize, end: usize) -> bool {
    let next = (at + 1 < end).then(|| text.tags(at + 1).number).flatten();
    let scale = matches!(next, Some(NumberWord::Scale(_) | NumberWord::Group(_)));
    scale && text.tags(at).grammar.is(Grammar::OF)
}

/// The limits multiplied.
fn times(vague: Vague, factor: Decimal) -> Option<Vague> {
    let both = |ends: [Decimal; 2]| -> Option<[Decimal; 2]> {
        Some([ends[0].checked_mul(factor)?, ends[1].checked_mul(factor)?])
    };
    Some(Vague {
        low: vague.low.checked_mul(factor)?,
        high: match vague.high {
            Some(high) => Some(high.checked_mul(factor)?),
            None => None,
        },
        stated: both(vague.stated)?,
        plausible: both(vague.plausible)?,
        scale: None,
    })
}

/// "22nd"
fn ordinal_digits(text: &Text<'_>, at: usize, end: usize) -> Option<Number> {
    let glued = at + 1 < end && text.words[at + 1].glued;
    let is_ordinal = glued && text.tags(at + 1).number == Some(NumberWord::OrdinalEnd);
    let place = is_ordinal.then(|| digits::value(text.str(at)))??;
    Number::new(at..at + 2, Amount::Ordinal(place))
}

/// "twenty-fifth", "one hundred and first": the place that ends a number makes all of it one.
fn ordinal_end(text: &Text<'_>, number: Number, end: usize) -> Number {
    let joined = |at: usize| {
        let joins = text.is_hyphen(at) || text.tags(at).grammar.is(Grammar::AND);
        at + usize::from(joins && at + 1 < end)
    };
    let at = joined(number.words.end);
    let place = (at < end).then(|| text.tags(at).number).flatten();
    match (number.value(), place) {
        (Some(value), Some(NumberWord::Ordinal(place)))
            if value >= Decimal::from(20) && place < value =>
        {
            let amount = Amount::Ordinal(value.saturating_add(place));
            Number { words: number.words.start..at + 1, amount, scale: Decimal::ONE }
        }
        _ => number,
    }
}

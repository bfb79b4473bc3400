//! One number in any form: digits, words, fractions, vague words, statements of none.
//!
//! "half a million" is one number, and so is "several hundred". A number is read without its
//! qualifiers and without asking whether it counts anything.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::lexicon::{Grammar, NumberWord, PeopleRole, SourceWord, Vague};
use crate::numeral::fraction::{fraction, is_set_off, is_share, mixed, share_of, slash};
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

    pub(super) fn new(words: Range<usize>, amount: Amount) -> Option<Number> {
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
        NumberWord::Vague(_) if is_pair(text, at, end) => None,
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
    let harms = next.grammar.is(Grammar::CAUSE);
    text.tags(at).grammar.is(Grammar::PREPOSITION) && gerund && !noun && !harms
}

/// How many words before "any" may hold its negation: "did not immediately result in any".
const NEGATED: usize = 5;

/// Whether a negation stands before a word, in its own clause; "has not acknowledged any deaths" leaves
/// open whether there were some.
fn is_negated(text: &Text<'_>, at: usize) -> bool {
    let before = (at.saturating_sub(NEGATED)..at).rev();
    let says = SourceWord::SAYS.or(SourceWord::ADDING);
    let ends = Grammar::RELATIVE.or(Grammar::SUBORDINATOR);
    let mut clause = before.take_while(|at| {
        let tags = text.tags(*at);
        let other = tags.grammar.is(ends) || tags.source.is(says);
        text.words[*at].shape != Shape::Mark && !other
    });
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
        NumberWord::Ordinal(parts)
            if is_share(text, next + 1, end) || is_set_off(text, at, next + 1, end) =>
        {
            fraction(text, at, next, Decimal::ONE, parts, end)
        }
        _ => None,
    }
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
    if let Some((share, end)) = ratio::read(text, start, &read, end) {
        return Number::new(start..end, Amount::Fraction(share));
    }
    let amount = match read.dozen {
        Some(dozen) => Amount::Dozens(read.value, dozen),
        None => Amount::Exact(read.value),
    };
    Some(Number { words: start..read.end, amount, scale: read.scale })
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

/// "a couple and their son", "a couple from the north": whether a word names two people, and no noun follows that
/// says of what there are so many.
fn is_pair(text: &Text<'_>, at: usize, end: usize) -> bool {
    let people = text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::PAIR));
    let joins = Grammar::AND.or(Grammar::RELATIVE).or(Grammar::PREPOSITION);
    let joins = joins.or(Grammar::BE).or(Grammar::HAVE);
    let next = text.tags(at + 1).grammar;
    let joined = at + 1 < end && (next.is(joins) || text.mark(at + 1) == ",");
    people && joined && !next.is(Grammar::OF)
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

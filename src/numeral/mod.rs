//! Numbers in the text: digits, words or both, with the qualifiers around them.
//!
//! "at least 12 people" holds the numeral `12`, of quantity `12..`. What only looks like a count (an
//! age, a date) is kept with the reason. Numerals know nothing of casualties.

mod cardinal;
mod digits;
mod fraction;
mod lookalike;
mod number;
mod qualify;
mod range;
mod ratio;

use std::ops::Range;

use rust_decimal::Decimal;

use crate::interval::Interval;
use crate::lexicon::{Grammar, Lexicon, OutcomeForm, Vague};
use crate::numeral::lookalike::{Compound, Line};
use crate::numeral::number::{Amount, Number};
use crate::quantity::{Bound, Qualifier, Quantity, Tolerances};
use crate::span::Span;
use crate::text::{Shape, Text, Word};

/// Why a number is not a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// "aged 12"
    Age,
    /// "12 May"
    Date,
    /// "at 12:30"
    Time,
    /// "in 2012"
    Year,
    /// "the 12th"
    Ordinal,
    /// "$12"
    Money,
    /// "12 miles"
    Measure,
    /// "12 days"
    Duration,
    /// "12 per cent"
    Percent,
    /// "a third of"
    Fraction,
    /// "by 12 votes to 3", "won 3-1"
    Score,
    /// "Article 5", "T-72"
    Name,
    /// A phone, road, flight or licence number.
    Identifier,
    /// "12 Main Street"
    Address,
    /// "a town of 20,000 people"
    Size,
    /// "a 36-country body", "a two-vehicle crash"
    Adjective,
    /// "missing: 51 (58)": what the number in front of the brackets was before, or is elsewhere.
    Former,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// "12", "twelve", "1.2 million"
    Number,
    /// "dozens", "several"
    Vague,
    /// "no", "none", "nobody"
    Zero,
    /// "both"
    Both,
    /// "a" of "a man was killed"
    Article,
    /// No number word at all: "his wife was killed", a name.
    Unnumbered,
}

/// A number expression of the text.
#[derive(Clone, Debug)]
pub struct Numeral {
    /// The number alone: "12" of "at least 12", "20 and 30" of "between 20 and 30".
    pub span: Span,
    /// Its words, as places in the text's list.
    pub words: Range<usize>,
    /// Its words with the qualifiers around them, and what stands between: "at least another 12".
    pub phrase: Range<usize>,
    /// Which sentence it stands in.
    pub sentence: usize,
    /// How it is written.
    pub form: Form,
    /// What it is worth.
    pub quantity: Quantity,
    /// Why it is no count of anything, where it is none.
    pub why: Option<Why>,
    /// Whether its qualifiers contradict each other: "at least up to 20".
    pub clash: bool,
}

/// Finds every numeral of a text, in order.
pub fn find(text: &Text<'_>, lexicon: &Lexicon) -> Vec<Numeral> {
    let mut found: Vec<Numeral> = Vec::with_capacity(text.sentences.len());
    for (number, sentence) in text.sentences.iter().enumerate().filter(|(_, s)| s.numbered) {
        let line = Line::new(text, sentence.words.clone());
        let (first, mut at) = (found.len(), sentence.words.start);
        while let Some(start) = (at..sentence.words.end).find(|at| may_begin(text, *at)) {
            match read(&line, lexicon, number, start) {
                Some(mut numeral) => {
                    at = numeral.words.end;
                    let why = lookalike::why(&line, &numeral, found[first..].last());
                    numeral.why = why.or(numeral.why);
                    found.push(numeral);
                }
                None => at = start + 1,
            }
        }
    }
    found
}

/// Reads the numeral that begins at a word that may begin one, if one does.
fn read(line: &Line<'_>, lexicon: &Lexicon, sentence: usize, at: usize) -> Option<Numeral> {
    let text = line.text;
    if let Some(compound) = lookalike::compound(line, at) {
        return joined(text, sentence, at, compound);
    }
    let number = number::read(text, at, line.words.end).filter(|_| !line.is_name_of_none(at))?;
    let opener = qualify::opener(text, at, &line.words);
    let range = range::read(text, &number, opener, line.words.end);
    let end = range.map_or(number.words.end, |range| range.end);
    let own = number.words.start..echoed(text, &number, end, line.words.end).unwrap_or(end);
    let qualified = qualify::read(text, own.clone(), &line.words);
    let quantity = match range {
        Some(range) => lexicon.tolerances.range(range.low, range.high, qualified.qualifier),
        None => quantity(&number, qualified.qualifier, &lexicon.tolerances),
    };
    Some(Numeral {
        span: text.span(&own),
        words: own,
        phrase: qualified.phrase,
        sentence,
        form: form(&number),
        quantity,
        clash: qualified.clash,
        why: own_reason(&number).or_else(|| joins_kinds(text, &number)),
    })
}

/// "thirteen (13)": the end of the same number in brackets behind words for it, as ministries print it.
fn echoed(text: &Text<'_>, number: &Number, end: usize, limit: usize) -> Option<usize> {
    let inside = Some(end + 1).filter(|at| text.mark(end) == "(" && *at < limit)?;
    let again = number::read(text, inside, limit)?;
    let digits = |number: &Number| text.words[number.words.start].shape == Shape::Digits;
    let spelled = digits(&again) && !digits(number);
    let same = spelled
        && matches!((again.amount, number.amount), (Amount::Exact(a), Amount::Exact(b)) if a == b);
    (same && text.mark(again.words.end) == ")").then_some(again.words.end + 1)
}

/// Whether a numeral can begin with a word at all.
fn may_begin(text: &Text<'_>, at: usize) -> bool {
    let Word { tags, shape, .. } = text.words[at];
    shape == Shape::Digits || tags.number.is_some() || tags.grammar.is(Grammar::ARTICLE)
}

/// Why a number is no count whatever stands around it.
fn own_reason(number: &Number) -> Option<Why> {
    match number.amount {
        Amount::Fraction(_) => Some(Why::Fraction),
        Amount::Ordinal(_) => Some(Why::Ordinal),
        _ => None,
    }
}

/// "both dead and wounded": "both" joins two kinds and counts nobody.
fn joins_kinds(text: &Text<'_>, number: &Number) -> Option<Why> {
    let both = matches!(number.amount, Amount::Both);
    let the = |at: usize| at + usize::from(text.tags(at).grammar.is(Grammar::DEFINITE));
    let told = |at: usize, form| text.tags(at).outcome.is_some_and(|word| word.form.is(form));
    let first = the(number.words.end);
    let joined = text.tags(first + 1).grammar.is(Grammar::AND);
    let two =
        || joined && told(first, OutcomeForm::STATE) && told(the(first + 2), OutcomeForm::STATE);
    (both && (told(first, OutcomeForm::BOTH) || two())).then_some(Why::Adjective)
}

/// The numeral of numbers that marks join: "7:30". It is worth its first number.
fn joined(text: &Text<'_>, sentence: usize, at: usize, compound: Compound) -> Option<Numeral> {
    let words = at..compound.end;
    let digits = text.str(at).split('.').next().unwrap_or_default();
    Some(Numeral {
        span: text.span(&words),
        words: words.clone(),
        phrase: words,
        sentence,
        form: Form::Number,
        quantity: Quantity::exact(digits.parse().ok()?),
        clash: false,
        why: Some(compound.why),
    })
}

fn form(number: &Number) -> Form {
    match number.amount {
        Amount::Vague(_) => Form::Vague,
        Amount::Zero => Form::Zero,
        Amount::Both => Form::Both,
        _ => Form::Number,
    }
}

/// What a number with its qualifiers is worth.
fn quantity(number: &Number, qualifier: Qualifier, tolerances: &Tolerances) -> Quantity {
    match number.amount {
        Amount::Dozens(value, dozen) => tolerances.dozens(value, dozen, qualifier),
        Amount::Vague(limits) => vague(limits, qualifier),
        Amount::Zero => Quantity::exact(Decimal::ZERO),
        Amount::Both => Quantity::exact(Decimal::TWO),
        Amount::Exact(value) | Amount::Fraction(value) | Amount::Ordinal(value) => {
            tolerances.qualified(value, qualifier)
        }
    }
}

/// What "dozens" or "up to several hundred" is worth.
fn vague(limits: Vague, qualifier: Qualifier) -> Quantity {
    let [least, most] = limits.plausible;
    let below = qualifier.bound().opens_down();
    let low = |low| if below { Decimal::ZERO } else { low };
    let high = limits.high.filter(|_| !qualifier.bound().opens_up());
    Quantity {
        bound: Bound::Vague,
        low: Some(limits.stated[0]).filter(|_| !below),
        high: Some(limits.stated[1]),
        nominal: None,
        strict: Interval { high, ..Interval::at_least(low(limits.low)) },
        plausible: Interval::between(low(least), most),
    }
}

impl Why {
    /// The reason in reports: "an age".
    pub fn name(self) -> &'static str {
        match self {
            Why::Age => "an age",
            Why::Date => "a date",
            Why::Time => "a time",
            Why::Year => "a year",
            Why::Ordinal => "an ordinal",
            Why::Money => "money",
            Why::Measure => "a measure",
            Why::Duration => "a duration",
            Why::Percent => "a percentage",
            Why::Fraction => "a fraction",
            Why::Score => "a score",
            Why::Name => "a name",
            Why::Identifier => "an identifier",
            Why::Address => "an address",
            Why::Size => "the size of a place",
            Why::Adjective => "an adjective",
            Why::Former => "another count of the same in brackets",
        }
    }
}

impl Numeral {
    /// Why it is no figure, in reports: "an age"; a count of people unhurt has no outcome.
    pub fn reason(&self) -> &'static str {
        self.why.map_or("no outcome", Why::name)
    }
}

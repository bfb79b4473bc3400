//! Why a number is no count: its neighbours make it an age, a date, a measure, a name.
//!
//! "Smith, 37, of the 92 Brigade ran 5 km" holds no count at all. Every test looks at the words
//! around a number, as little as it takes; none asks what the sentence says.

mod age;
mod compound;
mod date;
mod name;
mod score;
mod unit;

use std::cell::OnceCell;
use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::lexicon::{Grammar, Lookalike, NumberWord, OutcomeForm, PeopleRole};
use crate::numeral::{Form, Numeral, Why};
use crate::text::{Shape, Text};

pub(super) use compound::Compound;
pub(super) use compound::read as compound;

/// A sentence, and whether its capitals tell names from other words.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// The text it is of.
    pub(super) text: &'a Text<'a>,
    /// Its words.
    pub(super) words: Range<usize>,
    /// Not so in "THREE DEAD" and in "Blast In Kabul Kills 12"; told when first asked for.
    capitals: OnceCell<bool>,
}

/// A number and its neighbourhood.
#[derive(Clone, Debug)]
pub(super) struct Place<'a> {
    line: &'a Line<'a>,
    /// The words of the number.
    words: Range<usize>,
    /// The number with its qualifiers.
    phrase: Range<usize>,
    /// What it is worth; of a range, its lower end.
    value: Option<Decimal>,
    /// Of a range, its upper end.
    high: Option<Decimal>,
    /// The whole numbers that it lies between, where these are no too large ones.
    within: Option<(i64, i64)>,
    /// Whether it is one word of digits without commas.
    bare: bool,
}

/// Why a number is no count, if it is none. `before` is the numeral before it in the sentence.
pub(super) fn why(line: &Line<'_>, numeral: &Numeral, before: Option<&Numeral>) -> Option<Why> {
    let place = Place::new(line, numeral);
    match (numeral.form, numeral.why) {
        (Form::Number | Form::Vague, None | Some(Why::Fraction)) => {}
        (Form::Number, Some(Why::Ordinal)) => return date::why(&place, before),
        _ => return numeral.why,
    }
    if place.is_beside(before) {
        return Some(Why::Former);
    }
    unit::why(&place)
        .or_else(|| age::why(&place, before))
        .or_else(|| date::why(&place, before))
        .or_else(|| name::why(&place).filter(|_| numeral.form == Form::Number))
        .or_else(|| score::why(&place))
        .or_else(|| place.has_point().then_some(Why::Measure))
        .or_else(|| place.is_fraction().then(|| numeral.why.unwrap_or(Why::Measure)))
}

impl<'a> Line<'a> {
    pub(super) fn new(text: &'a Text<'a>, words: Range<usize>) -> Line<'a> {
        Line { text, words, capitals: OnceCell::new() }
    }

    /// Whether capitals tell names from other words.
    pub(super) fn capitals(&self) -> bool {
        *self.capitals.get_or_init(|| {
            let small_words = self.words.clone().skip(1).filter(|at| self.is_small_word(*at));
            let small = |at| if self.shape(at) == Some(Shape::Lower) { 1 } else { -1 };
            small_words.map(small).sum::<i64>() >= 0
        })
    }

    /// Whether it is a word that has a capital only where every word has one.
    fn is_small_word(&self, at: usize) -> bool {
        let tags = self.text.tags(at);
        let named = Grammar::ABBREVIATION
            .or(Grammar::MONTH)
            .or(Grammar::PRONOUN)
            .or(Grammar::TITLE)
            .or(Grammar::WEEKDAY);
        let known = tags.grammar != Grammar::default() && !tags.grammar.is(named);
        known && self.shape(at) != Some(Shape::Mark) || tags.outcome.is_some()
    }

    /// "Officer Christopher No": a statement of none does not begin with a capital in mid-sentence.
    pub(super) fn is_name_of_none(&self, at: usize) -> bool {
        let zero = self.text.tags(at).number == Some(NumberWord::Zero);
        let inside = at > self.words.start && self.shape(at - 1) != Some(Shape::Mark);
        zero && inside && self.capitals() && self.shape(at) == Some(Shape::Title)
    }

    fn tags(&self, at: usize) -> Option<&crate::lexicon::Tags> {
        self.words.contains(&at).then(|| self.text.tags(at))
    }

    /// Whether the word at a place is in one of these classes.
    fn looks(&self, at: usize, class: Lookalike) -> bool {
        self.tags(at).is_some_and(|tags| tags.lookalike.is(class))
    }

    fn grammar(&self, at: usize, class: Grammar) -> bool {
        self.tags(at).is_some_and(|tags| tags.grammar.is(class))
    }

    fn shape(&self, at: usize) -> Option<Shape> {
        self.words.contains(&at).then(|| self.text.words[at].shape)
    }

    fn is(&self, at: usize, mark: &str) -> bool {
        let long = |at: usize| self.text.words[at].span.len();
        self.words.contains(&at) && long(at) == mark.len() && self.text.str(at) == mark
    }

    fn is_hyphen(&self, at: usize) -> bool {
        self.words.contains(&at) && self.text.is_hyphen(at)
    }

    fn glued(&self, at: usize) -> bool {
        self.words.contains(&at) && self.text.words[at].glued
    }

    /// Whether a word begins with a capital.
    fn is_capital(&self, at: usize) -> bool {
        matches!(self.shape(at), Some(Shape::Title | Shape::Upper))
    }

    /// Whether a word is a name as far as capitals tell: not the first word, not a small word.
    fn is_name(&self, at: usize) -> bool {
        let Some(tags) = self.tags(at).filter(|_| self.is_capital(at) && self.capitals()) else {
            return false;
        };
        let small = tags.grammar != Grammar::default() || tags.number.is_some();
        !small && tags.outcome.is_none()
    }

    /// Whether the word names people, so that a number before it counts them.
    fn is_people(&self, at: usize) -> bool {
        let role = PeopleRole::PLURAL.or(PeopleRole::MODIFIER);
        self.tags(at).and_then(|tags| tags.people).is_some_and(|people| people.role.is(role))
    }

    /// Whether a word counts people by what happened to them: "deaths".
    fn is_toll(&self, at: usize) -> bool {
        self.tells(at, OutcomeForm::COUNTED)
    }

    /// Whether a word is the state of people: "dead".
    fn is_state(&self, at: usize) -> bool {
        self.tells(at, OutcomeForm::STATE)
    }

    fn tells(&self, at: usize, form: OutcomeForm) -> bool {
        self.tags(at).and_then(|tags| tags.outcome).is_some_and(|word| word.form.is(form))
    }

    /// Whether people in the plural follow, words that describe them skipped: "Ukrainian soldiers".
    fn counts_people(&self, at: usize) -> bool {
        let role = |at: usize| self.tags(at).and_then(|tags| tags.people).map(|people| people.role);
        let mut roles = (at..at + 4).map_while(role);
        let head = roles.find(|role| role.is(PeopleRole::PLURAL) || !role.is(PeopleRole::MODIFIER));
        head.is_some_and(|role| role.is(PeopleRole::PLURAL))
    }

    /// Whether the word goes on as after a count: a noun, an outcome, "were".
    fn is_counted(&self, at: usize) -> bool {
        let Some(tags) = self.tags(at) else { return false };
        let noun = self.shape(at) == Some(Shape::Lower) && tags.grammar == Grammar::default();
        noun || tags.people.is_some() || tags.outcome.is_some() || self.is_plural_verb(at)
    }

    /// Whether the word ends what was said of the number: a mark, or a small word.
    fn is_edge(&self, at: usize) -> bool {
        let class = Grammar::BE
            .or(Grammar::HAVE)
            .or(Grammar::AND)
            .or(Grammar::RELATIVE)
            .or(Grammar::PREPOSITION)
            .or(Grammar::VERB)
            .or(Grammar::MODAL);
        !self.words.contains(&at) || self.shape(at) == Some(Shape::Mark) || self.grammar(at, class)
    }

    fn is_plural_verb(&self, at: usize) -> bool {
        let verb = self.grammar(at, Grammar::BE.or(Grammar::HAVE));
        verb && self.tags(at).is_some_and(|tags| tags.grammar.is(Grammar::PLURAL))
    }
}

impl<'a> Place<'a> {
    /// "Missing: 51 (58)": whether it stands alone in brackets right behind another number, both in digits.
    fn is_beside(&self, before: Option<&Numeral>) -> bool {
        let open = self.words.start.wrapping_sub(1);
        let digits = |at: usize| self.line.shape(at) == Some(Shape::Digits);
        let next = before.is_some_and(|n| n.words.end == open && digits(n.words.start));
        let alone = self.line.is(open, "(") && self.line.is(self.words.end, ")");
        next && alone && digits(self.words.start)
    }

    fn new(line: &'a Line<'a>, numeral: &Numeral) -> Place<'a> {
        let quantity = &numeral.quantity;
        let printed = line.text.str(numeral.words.start);
        let bare = numeral.words.len() == 1 && printed.bytes().all(|b| b.is_ascii_digit());
        let (value, high) = (quantity.nominal.or(quantity.low), quantity.nominal.or(quantity.high));
        let within =
            |low: Decimal, high: Decimal| Some((low.floor().to_i64()?, high.ceil().to_i64()?));
        let within = match (quantity.nominal, value.zip(high)) {
            (Some(whole), _) if whole.is_integer() => whole.to_i64().map(|whole| (whole, whole)),
            (Some(value), _) => within(value, value),
            (None, Some((low, high))) => within(low.min(high), low.max(high)),
            (None, None) => None,
        };
        Place {
            line,
            words: numeral.words.clone(),
            phrase: numeral.phrase.clone(),
            within,
            value,
            high,
            bare,
        }
    }

    /// The place before the number, its qualifiers and an opening "between" included.
    fn before(&self) -> usize {
        // Place zero has nothing before it, which no sentence contains.
        self.phrase.start.wrapping_sub(1)
    }

    /// The place before the number alone.
    fn just_before(&self) -> usize {
        self.words.start.wrapping_sub(1)
    }

    /// The place after the number alone, the hyphen of "30-day" skipped.
    fn after(&self) -> usize {
        let at = self.words.end;
        let hyphen = self.line.is_hyphen(at) && self.line.glued(at);
        at + usize::from(hyphen)
    }

    /// Whether no qualifier stands with the number.
    fn is_plain(&self) -> bool {
        self.phrase == self.words
    }

    fn is_between(&self, low: i64, high: i64) -> bool {
        self.within.is_some_and(|(least, most)| low <= least && most <= high)
    }

    /// "7.0", without a scale that makes it whole: "1.2 million".
    fn has_point(&self) -> bool {
        self.words.len() == 1 && self.line.text.str(self.words.start).matches('.').count() == 1
    }

    fn is_whole(&self) -> bool {
        self.value.is_some_and(|value| value.is_integer())
    }

    /// Whether it has digits after a point, as no count has.
    fn is_fraction(&self) -> bool {
        self.value.is_some_and(|value| !value.is_integer())
    }
}

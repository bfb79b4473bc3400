//! The figures themselves, one a row, for the people who code them by hand.
//!
//! "at least 23 people" of line 1 is a row with the number 23, the bound `at_least`, the outcome
//! `killed`, its source and its scope. A row knows nothing of comparisons.

pub mod csv;
pub mod json;
pub mod jsonl;
pub mod table;

use serde::Serialize;

use crate::figure::Figure;
use crate::numeral::Numeral;
use crate::quantity::Quantity;
use crate::report::Article;
use crate::report::number::Number;
use crate::span::Span;

/// A figure as a row of a table, or a number that is no figure, with the reason.
#[derive(Debug, Serialize)]
struct Row<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    line: usize,
    column: usize,
    text: &'a str,
    number: &'a str,
    bound: &'static str,
    low: Option<Number>,
    high: Option<Number>,
    nominal: Option<Number>,
    outcome: Option<&'static str>,
    unit: Option<&'a str>,
    group: Option<&'a str>,
    source: Option<&'a str>,
    event: Option<usize>,
    label: Option<&'a str>,
    time: Option<&'a str>,
    place: Option<&'a str>,
    why: Option<&'static str>,
    /// The group with its capitals.
    #[serde(skip)]
    people: Option<&'a str>,
    #[serde(skip)]
    quantity: Quantity,
    #[serde(skip)]
    at: usize,
}

/// The rows of an article, by place; `all` adds the numbers that are no figures.
fn rows<'a>(article: &'a Article<'_>, all: bool) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> =
        article.stated().map(|(_, figure)| of_figure(article, figure)).collect();
    if all {
        let taken: Vec<usize> = article.stated().filter_map(|(_, f)| f.numeral).collect();
        let numerals = article.facts.numerals.iter().enumerate();
        let left = numerals.filter(|(place, _)| !taken.contains(place));
        rows.extend(left.map(|(_, numeral)| of_numeral(article, numeral)));
        rows.sort_by_key(|row| row.at);
    }
    rows
}

fn of_figure<'a>(article: &'a Article<'_>, figure: &'a Figure) -> Row<'a> {
    Row {
        outcome: Some(figure.outcome.name()),
        unit: figure.unit.as_deref(),
        group: figure.group.as_ref().map(|group| group.label.as_str()),
        source: figure.source.as_ref().map(|source| source.name.as_str()),
        event: Some(figure.scope.event),
        label: Some(&figure.scope.label),
        time: figure.scope.time.as_deref(),
        place: figure.scope.place.as_deref(),
        why: None,
        people: figure.group.as_ref().map(|group| group.name.as_str()),
        ..of_number(article, figure.span, figure.number, &figure.quantity)
    }
}

fn of_numeral<'a>(article: &'a Article<'_>, numeral: &Numeral) -> Row<'a> {
    let why = Some(numeral.reason());
    Row { why, ..of_number(article, numeral.span, numeral.span, &numeral.quantity) }
}

/// A row with what every number has.
fn of_number<'a>(
    article: &'a Article<'_>,
    text: Span,
    number: Span,
    quantity: &Quantity,
) -> Row<'a> {
    let place = article.document.place(text);
    Row {
        path: article.path,
        id: article.document.id.as_deref(),
        line: place.line,
        column: place.column,
        text: article.words(text),
        number: article.words(number),
        bound: quantity.bound.name(),
        low: quantity.low.map(Number),
        high: quantity.high.map(Number),
        nominal: quantity.nominal.map(Number),
        outcome: None,
        unit: None,
        group: None,
        source: None,
        event: None,
        label: None,
        time: None,
        place: None,
        why: None,
        people: None,
        quantity: *quantity,
        at: number.start,
    }
}

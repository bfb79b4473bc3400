//! Comma-separated values (RFC 4180): a row a figure, under a row of names.

use std::io;
use std::io::Write;

use super::{Row, rows};
use crate::report::number::Number;
use crate::report::{Article, Report, csv};

const COLUMNS: &[&str] = &[
    "path", "line", "column", "text", "number", "bound", "low", "high", "nominal", "outcome",
    "unit", "group", "source", "event", "label", "time", "place", "why", "id",
];

/// The figures of one run.
#[derive(Clone, Copy, Debug)]
pub struct Csv {
    /// Whether to list the numbers that are no figures.
    pub all: bool,
}

impl Report for Csv {
    fn open(&self, out: &mut dyn Write) -> io::Result<()> {
        csv::write(out, COLUMNS)
    }

    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        rows(article, self.all).iter().try_for_each(|row| csv::write(out, &fields(row)))
    }
}

/// The fields of a row in the order of the columns.
fn fields(row: &Row<'_>) -> [String; COLUMNS.len()] {
    let number = |number: &Option<Number>| number.map_or(String::new(), |n| n.to_string());
    let words = |words: Option<&str>| words.unwrap_or_default().to_owned();
    [
        row.path.to_owned(),
        row.line.to_string(),
        row.column.to_string(),
        row.text.to_owned(),
        row.number.to_owned(),
        row.bound.to_owned(),
        number(&row.low),
        number(&row.high),
        number(&row.nominal),
        words(row.outcome),
        words(row.unit),
        words(row.group),
        words(row.source),
        row.event.map_or(String::new(), |event| event.to_string()),
        words(row.label),
        words(row.time),
        words(row.place),
        words(row.why),
        words(row.id),
    ]
}

//! A table of the figures of each article, for people.

use std::io;
use std::io::Write;

use super::{Row, rows};
use crate::report::sheet::{Column, Sheet};
use crate::report::table::{Style, grid};
use crate::report::{Article, Report, Summary, counts, sheet, totals};

const COLUMNS: [Column; 7] = [
    sheet::count("line"),
    sheet::words("figure"),
    sheet::count("count"),
    sheet::words("outcome"),
    sheet::words("group"),
    sheet::words("source"),
    sheet::words("scope"),
];

/// The figures of one run.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// How it looks.
    pub style: Style,
    /// Whether to list the numbers that are no figures.
    pub all: bool,
}

impl Report for Table {
    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        let rows = rows(article, self.all);
        writeln!(out, "{}", article.name())?;
        if rows.is_empty() {
            return writeln!(out, "\nno casualty figures\n");
        }
        writeln!(out, "\n{}", grid::text(&sheet(&rows, self.all), self.style))
    }

    fn close(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        writeln!(out, "{}", totals::read(summary))
    }
}

fn sheet(rows: &[Row<'_>], all: bool) -> Sheet {
    let why = all.then_some(sheet::words("no figure because"));
    let columns = COLUMNS.into_iter().chain(why).collect();
    Sheet { columns, rows: rows.iter().map(|row| fields(row, all)).collect() }
}

fn fields(row: &Row<'_>, all: bool) -> Vec<String> {
    let words = |words: Option<&str>| words.unwrap_or_default().to_owned();
    let mut fields = vec![
        row.line.to_string(),
        row.text.to_owned(),
        counts::signed(&row.quantity),
        words(row.outcome),
        words(row.people),
        words(row.source),
        words(row.label),
    ];
    fields.extend(all.then(|| words(row.why)));
    fields
}

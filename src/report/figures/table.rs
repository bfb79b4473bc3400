//! A table of the figures of each article, for people.

use std::io;
use std::io::Write;

use comfy_table::Cell;

use super::Row;
use super::rows;
use crate::report::Article;
use crate::report::Report;
use crate::report::Summary;
use crate::report::counts;
use crate::report::table::Style;
use crate::report::table::grid;
use crate::report::table::totals;

const COLUMNS: &[&str] = &["line", "figure", "count", "outcome", "group", "source", "scope"];

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
        writeln!(out, "{}", article.path)?;
        if rows.is_empty() {
            return writeln!(out, "\nno casualty figures\n");
        }
        let why = self.all.then_some("no figure because");
        let columns: Vec<&str> = COLUMNS.iter().copied().chain(why).collect();
        let mut table = grid::new(&columns, self.style);
        for row in &rows {
            table.add_row(cells(row, self.all));
        }
        writeln!(out, "\n{}", grid::text(&table))
    }

    fn close(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        writeln!(out, "{}", totals::read(summary))
    }
}

fn cells(row: &Row<'_>, all: bool) -> Vec<Cell> {
    let words = |words: Option<&str>| Cell::new(words.unwrap_or_default());
    let mut cells = vec![
        grid::count(row.line.to_string()),
        row.text.into(),
        grid::count(counts::signed(&row.quantity)),
        words(row.outcome),
        words(row.group),
        words(row.source),
        words(row.label),
    ];
    cells.extend(all.then(|| words(row.why)));
    cells
}

//! Tables for people: the findings with the words they are about, the comparisons, the casualties.
//!
//! Made for the terminal and for an email: no borders, no colours unless asked for.

pub(super) mod grid;
mod snippet;

use std::io;
use std::io::Write;

use crate::report::sheet::Sheet;
use crate::report::{Article, Report, Summary, accounts, casualties, comparisons, totals};

/// The tables of one run.
#[derive(Clone, Copy, Debug)]
pub struct Tables {
    /// How they look.
    pub style: Style,
    /// Whether each article gets its comparisons and casualties, or only its findings.
    pub full: bool,
    /// Whether several articles may be shown, so that each needs its name.
    pub named: bool,
    /// Whether the comparisons that go without saying are shown too.
    pub all: bool,
}

impl Tables {
    /// Writes a sheet under its name; nothing for an empty one.
    fn sheet(&self, out: &mut Vec<u8>, name: &str, sheet: &Sheet) -> io::Result<()> {
        match sheet.rows.is_empty() {
            true => Ok(()),
            false => writeln!(out, "{name}\n\n{}", grid::text(sheet, self.style)),
        }
    }
}

/// How tables look.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// How many characters fit on a line.
    pub width: usize,
    /// Whether to use colours.
    pub color: bool,
}

impl Report for Tables {
    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        if self.full && self.named {
            writeln!(out, "{}\n", article.name())?;
        }
        for finding in &article.judged.findings {
            writeln!(out, "{}\n", snippet::render(article, finding, self.style))?;
        }
        if self.full && article.facts.figures.is_empty() {
            writeln!(out, "no casualty figures in {}\n", article.path)?;
        }
        if self.full {
            self.sheet(out, "comparisons", &comparisons::sheet(article, self.all))?;
            if let Some(left_out) = comparisons::left_out(article).filter(|_| !self.all) {
                writeln!(out, "{left_out}\n")?;
            }
            self.sheet(out, "casualties", &casualties::sheet(article))?;
            self.sheet(out, "by source", &accounts::sheet(article))?;
        }
        Ok(())
    }

    fn close(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        match summary.documents {
            0 => Ok(()),
            _ => writeln!(out, "{}", totals::line(summary)),
        }
    }
}

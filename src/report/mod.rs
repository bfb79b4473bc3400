//! Reports: what was found, in one format a file.
//!
//! "At least 12 people, including five children, were killed, police said." comes out as a row of a
//! table or an object of JSON. A report knows documents, figures, comparisons and findings; not how
//! anything was found.

mod accounts;
pub mod brief;
mod casualties;
pub mod checkstyle;
mod comparisons;
mod counts;
pub mod csv;
pub mod figures;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod jsonl;
pub mod junit;
pub mod markdown;
mod number;
pub mod pages;
pub mod sarif;
mod sheet;
mod sides;
pub mod table;
mod totals;
mod xml;

use std::io;
use std::io::Write;

use crate::document::{Document, Place};
use crate::figure::{Figure, FigureId};
use crate::numeral::Form;
use crate::relate::Facts;
use crate::rules::{Finding, Judged, Severity};
use crate::span::Span;

/// One document and what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// Where it came from, as the user named it.
    pub path: &'a str,
    /// The document itself.
    pub document: &'a Document,
    /// Its figures and how they relate.
    pub facts: &'a Facts,
    /// The comparisons made and the findings.
    pub judged: &'a Judged,
}

/// A format: what is written before, for each article, and after.
///
/// Articles may be written on several threads and put together afterwards, in the order of the
/// inputs; what an article writes does not depend on the others.
pub trait Report: Sync {
    /// Writes what comes before the first article.
    fn open(&self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// Writes one article; nothing at all is fine.
    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()>;

    /// What stands between two articles that wrote something.
    fn between(&self) -> &'static str {
        ""
    }

    /// Writes what comes after the last article.
    fn close(&self, _out: &mut dyn Write, _summary: &Summary) -> io::Result<()> {
        Ok(())
    }
}

/// Counts over all documents of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Documents that were read.
    pub documents: usize,
    /// Figures stated in them.
    pub figures: usize,
    /// Comparisons made.
    pub comparisons: usize,
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning.
    pub warnings: usize,
    /// Findings of severity note.
    pub notes: usize,
}

impl Article<'_> {
    /// The headline, where there is one.
    pub fn title(&self) -> Option<&str> {
        Some(self.document.title()).filter(|title| !title.is_empty())
    }

    /// What people call it: its path, and what its archive calls it.
    fn name(&self) -> String {
        match &self.document.id {
            Some(id) => format!("{} ({id})", self.path),
            None => self.path.to_owned(),
        }
    }

    /// Its path as code review wants it: without "./" before it.
    fn bare_path(&self) -> &str {
        self.path.trim_start_matches("./")
    }

    /// Where the first place of a finding stands.
    fn place(&self, finding: &Finding) -> Place {
        self.document.place(finding.span())
    }

    /// The words at a place.
    fn words(&self, span: Span) -> &str {
        self.document.words(span)
    }

    /// The figures that a reader can point at, with their ids.
    pub fn stated(&self) -> impl Iterator<Item = (FigureId, &Figure)> {
        self.facts.figures.iter().enumerate().filter(|(_, figure)| is_shown(figure))
    }
}

/// Whether a figure is stated by words of its own: "12 people", "a man", not "his wife".
fn is_shown(figure: &Figure) -> bool {
    figure.is_stated() || figure.form == Form::Article
}

impl Summary {
    /// The counts of one document.
    pub fn of(article: &Article<'_>) -> Summary {
        let findings = |severity: Severity| {
            article.judged.findings.iter().filter(|f| f.severity == severity).count()
        };
        Summary {
            documents: 1,
            figures: article.stated().count(),
            comparisons: article.judged.comparisons.len(),
            errors: findings(Severity::Error),
            warnings: findings(Severity::Warning),
            notes: findings(Severity::Note),
        }
    }

    /// The counts of both.
    pub fn plus(self, other: Summary) -> Summary {
        Summary {
            documents: self.documents + other.documents,
            figures: self.figures + other.figures,
            comparisons: self.comparisons + other.comparisons,
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            notes: self.notes + other.notes,
        }
    }

    /// How many findings are at least this severe.
    pub fn at_least(self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.errors + self.warnings,
            Severity::Note => self.errors + self.warnings + self.notes,
        }
    }
}

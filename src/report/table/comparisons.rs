//! The comparisons made: what is stated, what the other figures give, and the verdict.

use std::io;
use std::io::Write;

use super::Style;
use super::grid;
use crate::figure::FigureId;
use crate::report::Article;
use crate::report::counts;
use crate::rules::Comparison;

const COLUMNS: &[&str] = &["line", "stated", "the other figures give", "verdict", "why"];

/// Writes the table, if any comparison was made.
pub(super) fn write(out: &mut dyn Write, article: &Article<'_>, style: Style) -> io::Result<()> {
    let comparisons = &article.judged.comparisons;
    if comparisons.is_empty() {
        return Ok(());
    }
    let mut table = grid::new(COLUMNS, style);
    for comparison in comparisons {
        table.add_row([
            grid::count(line(article, comparison).to_string()),
            stated(article, comparison).into(),
            given(article, comparison).into(),
            grid::verdict(comparison.verdict),
            why(comparison).into(),
        ]);
    }
    writeln!(out, "comparisons\n\n{}", grid::text(&table))
}

/// The line of the first figure that states something.
fn line(article: &Article<'_>, comparison: &Comparison) -> usize {
    let figures = comparison.claim.iter().chain(&comparison.evidence);
    let first = figures.filter_map(|id| article.facts.figures.get(*id)).next();
    let span = first.map(|figure| figure.span).or(comparison.labels.first().map(|l| l.span));
    span.map_or(1, |span| article.document.place(span).line)
}

fn stated(article: &Article<'_>, comparison: &Comparison) -> String {
    match (&comparison.stated, &*comparison.claim) {
        (Some(stated), claim) if claim.len() > 1 => {
            format!("{} ({})", counts::signed(stated), printed(article, claim))
        }
        (_, claim) => printed(article, claim),
    }
}

fn given(article: &Article<'_>, comparison: &Comparison) -> String {
    match (&comparison.computed, &*comparison.evidence) {
        (Some(computed), evidence) if evidence.len() > 1 => {
            let figures = evidence.iter().filter_map(|id| article.facts.figures.get(*id));
            let words: Vec<&str> = figures.map(|figure| figure.wording.as_str()).collect();
            format!("{} ({})", counts::signed(computed), words.join(", "))
        }
        (_, evidence) => printed(article, evidence),
    }
}

/// The figures in the words of the article.
fn printed(article: &Article<'_>, figures: &[FigureId]) -> String {
    let figures = figures.iter().filter_map(|id| article.facts.figures.get(*id));
    let words = figures.map(|figure| article.words(figure.span));
    words.collect::<Vec<_>>().join(", ")
}

fn why(comparison: &Comparison) -> String {
    match &comparison.hinge {
        Some(hinge) if comparison.why.is_empty() => hinge.clone(),
        Some(hinge) => format!("{}; {hinge}", comparison.why),
        None => comparison.why.clone(),
    }
}

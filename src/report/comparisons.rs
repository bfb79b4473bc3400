//! The comparisons made: what is stated, what the other figures give, and the verdict.

use crate::figure::FigureId;
use crate::report::Article;
use crate::report::counts;
use crate::report::sheet;
use crate::report::sheet::Column;
use crate::report::sheet::Kind;
use crate::report::sheet::Sheet;
use crate::rules::Comparison;

const COLUMNS: [Column; 5] = [
    sheet::count("line"),
    sheet::words("stated"),
    sheet::words("the other figures give"),
    Column { name: "verdict", kind: Kind::Verdict },
    sheet::words("why"),
];

/// The table of an article.
pub(super) fn sheet(article: &Article<'_>) -> Sheet {
    let row = |comparison: &Comparison| {
        vec![
            line(article, comparison).to_string(),
            stated(article, comparison),
            given(article, comparison),
            comparison.verdict.name().to_owned(),
            why(comparison),
        ]
    };
    let rows = article.judged.comparisons.iter().map(row).collect();
    Sheet { columns: COLUMNS.to_vec(), rows }
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

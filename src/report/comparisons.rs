//! The comparisons made: what is stated, what the other figures give, and the verdict.
//!
//! That 15 of the 26 dead are no more than 26 goes without saying where all the parts are added up
//! to 26, or where the text does not even say that the 15 are among them: such a row is left out,
//! and counted.

use crate::figure::{Cues, Figure, FigureId};
use crate::quantity::Quantity;
use crate::report::sheet::{Column, Kind, Sheet};
use crate::report::{Article, counts, sheet};
use crate::rules::{Comparison, Verdict, part_exceeds_whole};

const COLUMNS: [Column; 5] = [
    sheet::count("line"),
    sheet::words("stated"),
    sheet::words("the other figures give"),
    Column { name: "verdict", kind: Kind::Verdict },
    sheet::words("why"),
];

/// The table of an article; `all` for those too that go without saying.
pub(super) fn sheet(article: &Article<'_>, all: bool) -> Sheet {
    let comparisons = &article.judged.comparisons;
    let row = |comparison: &Comparison| {
        vec![
            line(article, comparison).to_string(),
            stated(article, comparison),
            given(article, comparison),
            comparison.verdict.name().to_owned(),
            why(comparison),
        ]
    };
    let shown = comparisons.iter().filter(|c| all || !goes_without_saying(article, c));
    Sheet { columns: COLUMNS.to_vec(), rows: shown.map(row).collect() }
}

/// What is left out, in words; none where nothing is.
pub(super) fn left_out(article: &Article<'_>) -> Option<String> {
    let comparisons = article.judged.comparisons.iter();
    match comparisons.filter(|c| goes_without_saying(article, c)).count() {
        0 => None,
        1 => Some("not shown: 1 part that fits its total".to_owned()),
        count => Some(format!("not shown: {count} parts that fit their totals")),
    }
}

/// Whether a comparison only says that a part is not larger than a total which is also held against
/// the sum of that part and others, or that a count may be a part of a larger one.
fn goes_without_saying(article: &Article<'_>, comparison: &Comparison) -> bool {
    let [part] = comparison.evidence.as_slice() else { return false };
    if comparison.verdict == Verdict::Consistent && is_supposed(article, comparison, *part) {
        return true;
    }
    let added_up = |other: &Comparison| {
        let sum = other.evidence.len() > 1 && other.claim == comparison.claim;
        sum && other.evidence.iter().any(|id| id == part || is_again(article, *part, *id))
    };
    comparison.verdict == Verdict::Consistent && article.judged.comparisons.iter().any(added_up)
}

/// Whether nothing but its size makes a count a part of another.
fn is_supposed(article: &Article<'_>, comparison: &Comparison, part: FigureId) -> bool {
    let figure = |id: &FigureId| article.facts.figures.get(*id);
    let [whole] = comparison.claim.as_slice() else { return false };
    let told =
        |cues: &Cues| cues.part_of.is_some() || cues.among.is_some() || cues.change.is_some();
    let supposed = figure(&part).is_some_and(|f| !told(&f.cues));
    let aboard = figure(whole).is_some_and(|f| f.cues.population || f.cues.change.is_some());
    comparison.rule == part_exceeds_whole::RULE.id && supposed && !aboard
}

/// Whether two figures are one count given twice.
fn is_again(article: &Article<'_>, one: FigureId, other: FigureId) -> bool {
    let same = |c: &Comparison| {
        let figures = [c.claim.as_slice(), c.evidence.as_slice()];
        let [[a], [b]] = figures else { return false };
        (*a, *b) == (one, other) || (*a, *b) == (other, one)
    };
    let figure = |id: FigureId| article.facts.figures.get(id);
    let alike = figure(one)
        .zip(figure(other))
        .is_some_and(|(a, b)| a.outcome == b.outcome && a.quantity.nominal == b.quantity.nominal);
    alike && article.judged.comparisons.iter().any(same)
}

/// The line of the first figure that states something.
fn line(article: &Article<'_>, comparison: &Comparison) -> usize {
    let figures = comparison.claim.iter().chain(&comparison.evidence);
    let first = figures.filter_map(|id| article.facts.figures.get(*id)).next();
    let span = first.map(|figure| figure.span).or(comparison.labels.first().map(|l| l.span));
    span.map_or(1, |span| article.document.place(span).line)
}

fn stated(article: &Article<'_>, comparison: &Comparison) -> String {
    side(article, comparison.stated.as_ref(), &comparison.claim)
}

fn given(article: &Article<'_>, comparison: &Comparison) -> String {
    side(article, comparison.computed.as_ref(), &comparison.evidence)
}

/// One side of a comparison in the words of the article, with the sum where several are added up.
fn side(article: &Article<'_>, count: Option<&Quantity>, ids: &[FigureId]) -> String {
    let figures: Vec<&Figure> =
        ids.iter().filter_map(|id| article.facts.figures.get(*id)).collect();
    let sum = Quantity::sum(figures.iter().map(|figure| &figure.quantity));
    let words = figures.iter().map(|figure| article.words(figure.span));
    match (count, sum) {
        (Some(count), _) if figures.is_empty() => counts::signed(count),
        (Some(count), Some(sum)) if figures.len() > 1 && sum.nominal == count.nominal => {
            let parts: Vec<&str> = figures.iter().map(|figure| part(article, figure)).collect();
            format!("{} ({})", counts::signed(count), parts.join(" + "))
        }
        _ => words.collect::<Vec<_>>().join(", "),
    }
}

/// A part of a sum: its number, or the victim without one.
fn part<'a>(article: &'a Article<'_>, figure: &'a Figure) -> &'a str {
    if figure.is_stated() { &figure.wording } else { article.words(figure.span) }
}

fn why(comparison: &Comparison) -> String {
    match &comparison.hinge {
        Some(hinge) if comparison.why.is_empty() => hinge.clone(),
        Some(hinge) => format!("{}; {hinge}", comparison.why),
        None => comparison.why.clone(),
    }
}

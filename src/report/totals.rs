//! The last line: what was read and what was found.
//!
//! `2 articles, 31 figures, 12 comparisons: 1 error, 2 warnings`

use crate::report::Summary;

/// The summary in one line.
pub(super) fn line(summary: &Summary) -> String {
    let found = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.notes, "note")];
    let found = list(found.into_iter().filter(|(count, _)| *count > 0));
    let found = if found.is_empty() { "no findings" } else { &found };
    let comparisons = counted(summary.comparisons, "comparison");
    format!("{}, {comparisons}: {found}", read(summary))
}

/// What was read, in one line.
pub(super) fn read(summary: &Summary) -> String {
    list([(summary.documents, "article"), (summary.figures, "figure")].into_iter())
}

fn list<'a>(counts: impl Iterator<Item = (usize, &'a str)>) -> String {
    counts.map(|(count, what)| counted(count, what)).collect::<Vec<_>>().join(", ")
}

/// "1 article", "2 articles".
fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_found_is_named() {
        let summary = Summary { documents: 1, figures: 5, comparisons: 2, ..Summary::default() };
        assert_eq!(line(&summary), "1 article, 5 figures, 2 comparisons: no findings");
        let summary = Summary { errors: 1, notes: 2, ..summary };
        assert_eq!(line(&summary), "1 article, 5 figures, 2 comparisons: 1 error, 2 notes");
    }
}

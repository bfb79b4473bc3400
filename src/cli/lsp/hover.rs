//! What is shown over a figure: how it was read, and the arithmetic it takes part in.
//!
//! "at least 23 people" shows as killed, 23 or more, plausibly below 24, said by the police.

use lsp_types::Hover;
use lsp_types::HoverContents;
use lsp_types::MarkupContent;
use lsp_types::MarkupKind;

use tollcheck::figure::Figure;
use tollcheck::interval::Interval;
use tollcheck::quantity::digits;
use tollcheck::rules::Comparison;
use tollcheck::span::Span;

use super::draft::{Draft, Reading};
use super::places;

/// What to show at a byte of the text.
pub(super) fn at(draft: &Draft, offset: usize, markdown: bool) -> Option<Hover> {
    let page = Page { markdown };
    let (reading, span, value) = draft.articles.iter().find_map(|reading| {
        let (span, value) =
            page.figure(reading, offset).or_else(|| page.number(reading, offset))?;
        Some((reading, span, value))
    })?;
    let kind = if markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind, value }),
        range: Some(draft.range(&reading.document, span)),
    })
}

/// How the words to show are marked up.
struct Page {
    markdown: bool,
}

impl Page {
    /// A figure, or a share of figures, and its comparisons.
    fn figure(&self, reading: &Reading, offset: usize) -> Option<(Span, String)> {
        let facts = &reading.checked.facts;
        let figure = places::figure(reading, offset).and_then(|id| facts.figures.get(id));
        let share = || facts.shares.iter().find(|share| reading.stands_at(share.span, offset));
        let (span, mut text) = match figure {
            Some(figure) => (figure.span, self.reading(reading, figure)),
            None => share().map(|share| (share.span, self.strong(&share.wording) + ": a share"))?,
        };
        for comparison in places::comparisons(reading, offset) {
            text += "\n\n";
            text += &self.comparison(comparison);
        }
        Some((span, text))
    }

    /// A number that is no figure, and why.
    fn number(&self, reading: &Reading, offset: usize) -> Option<(Span, String)> {
        let mut numbers = reading.checked.facts.numerals.iter();
        let number = numbers.find(|number| reading.stands_at(number.span, offset))?;
        let words = self.strong(reading.document.words(number.span));
        Some((number.span, format!("{words}: no figure ({})", number.reason())))
    }

    /// How a figure was read.
    fn reading(&self, reading: &Reading, figure: &Figure) -> String {
        let words = self.strong(reading.document.words(figure.span));
        let mut text = format!("{words}: {}\n", figure.outcome.name());
        for (name, value) in facets(figure) {
            text += &format!("\n- {name}: {}", self.escaped(&value));
        }
        text
    }

    /// The arithmetic of a comparison, and what it rests on.
    fn comparison(&self, comparison: &Comparison) -> String {
        let verdict = self.strong(comparison.verdict.name());
        let message = self.escaped(&comparison.message);
        let reasons = [Some(comparison.why.as_str()), comparison.hinge.as_deref()];
        let reasons = reasons.into_iter().flatten().filter(|reason| !reason.is_empty());
        let first = format!("{verdict} ({}): {message}", comparison.rule);
        reasons.fold(first, |text, reason| text + "\n- " + &self.escaped(reason))
    }

    fn strong(&self, words: &str) -> String {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if self.markdown { format!("**{}**", self.escaped(&words)) } else { words }
    }

    /// Words that mean themselves in Markdown too.
    fn escaped(&self, words: &str) -> String {
        let special = |c: char| self.markdown && "\\`*_[]<>#|~&".contains(c);
        let escape = |c: char| special(c).then_some('\\').into_iter().chain([c]);
        words.chars().flat_map(escape).collect()
    }
}

/// What is known of a figure, by name.
fn facets(figure: &Figure) -> Vec<(&'static str, String)> {
    let scope = &figure.scope;
    let covered = [Some(&scope.label), scope.time.as_ref(), scope.place.as_ref()];
    let mut covered: Vec<&str> = covered.into_iter().flatten().map(String::as_str).collect();
    covered.dedup();
    let source = figure.source.as_ref().map_or("the paper's own voice", |source| &source.name);
    let (strict, plausible) = (figure.quantity.strict, figure.quantity.plausible);
    let facets = [
        ("the words allow", Some(values(strict))),
        ("a careful desk allows", (plausible != strict).then(|| values(plausible))),
        ("again and again, every", figure.per.map(time)),
        ("unit", figure.unit.clone()),
        ("group", figure.group.as_ref().map(|group| group.name.clone())),
        ("source", Some(source.to_owned())),
        ("scope", Some(covered.join(", "))),
    ];
    facets.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// An interval in words.
fn values(interval: Interval) -> String {
    let low = digits(interval.low);
    let from =
        if interval.low_open { format!("more than {low}") } else { format!("{low} or more") };
    match interval.high.map(digits) {
        None => from,
        Some(high) if high == low => format!("exactly {low}"),
        Some(high) if interval.high_open => format!("{from}, fewer than {high}"),
        Some(high) if interval.low_open => format!("{from}, up to {high}"),
        Some(high) => format!("{low} to {high}"),
    }
}

/// A stretch of minutes in its largest unit.
fn time(minutes: u32) -> String {
    const UNITS: &[(u32, &str)] =
        &[(525_600, "year"), (43_800, "month"), (10_080, "week"), (1_440, "day"), (60, "hour")];
    let whole = UNITS.iter().find(|(length, _)| minutes.is_multiple_of(*length));
    let (length, unit) = whole.copied().unwrap_or((1, "minute"));
    match minutes / length {
        1 => unit.to_owned(),
        count => format!("{count} {unit}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_worded() {
        let interval = |low: u32, high: Option<u32>| Interval {
            low: low.into(),
            high: high.map(Into::into),
            low_open: false,
            high_open: false,
        };
        assert_eq!(values(interval(1_200, None)), "1,200 or more");
        assert_eq!(values(interval(12, Some(12))), "exactly 12");
        assert_eq!(values(interval(12, Some(14))), "12 to 14");
        assert_eq!(values(interval(12, Some(14)).open_high()), "12 or more, fewer than 14");
        assert_eq!(values(interval(12, Some(14)).open_low()), "more than 12, up to 14");
        assert_eq!(values(interval(12, None).open_low()), "more than 12");
    }

    #[test]
    fn times_are_worded() {
        assert_eq!(time(1_440), "day");
        assert_eq!(time(20_160), "2 weeks");
        assert_eq!(time(7), "7 minutes");
    }

    #[test]
    fn words_mean_themselves() {
        assert_eq!(Page { markdown: true }.strong("12\n<b>"), "**12 \\<b\\>**");
        assert_eq!(Page { markdown: false }.strong("12\n<b>"), "12 <b>");
    }
}

//! A finding as a picture: the lines of the article with the words underlined.
//!
//! ```text
//! error[sum-mismatch]: nine and five add up to 14, but the article says 12
//!  --> drafts/blast.txt:1:7
//!   |
//! 1 | Blast kills 12
//!   |             ^^ the total
//! ```

use std::ops::Range;

use annotate_snippets::Annotation;
use annotate_snippets::AnnotationKind;
use annotate_snippets::Group;
use annotate_snippets::Level;
use annotate_snippets::Renderer;
use annotate_snippets::Snippet;
use annotate_snippets::renderer::DecorStyle;

use super::Style;
use crate::report::Article;
use crate::rules::{Finding, Severity};
use crate::span::Span;

/// What the gutter and the marks of cut lines take of a line's width.
const MARGIN: usize = 20;

/// A label and the line of the shown text that it stands in.
struct Marked<'a> {
    /// Its place in the shown text.
    span: Span,
    /// The whole lines it stands in.
    lines: Span,
    /// The number of the first of them in the file.
    line: usize,
    text: &'a str,
    primary: bool,
}

/// The finding as text, without a line end after the last line.
pub(super) fn render(article: &Article<'_>, finding: &Finding, style: Style) -> String {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(style.width);
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(&finding.message).id(finding.rule));
    for cluster in clusters(marked(article, finding), style.width.saturating_sub(MARGIN)) {
        group = group.element(picture(article, &cluster));
    }
    if let Some(hinge) = &finding.hinge {
        group = group.element(Level::NOTE.message(hinge));
    }
    renderer.render(&[group])
}

/// The labels with their lines, the primary one first, the others by place.
fn marked<'a>(article: &Article<'_>, finding: &'a Finding) -> Vec<Marked<'a>> {
    let shown = article.document.shown();
    let mark = |(place, label): (usize, &'a crate::rules::Label)| {
        let span = article.document.shown_span(label.span);
        let line = article.document.place(label.span).line;
        let text = label.text.as_str();
        Marked { span, lines: lines(shown, span), line, text, primary: place == 0 }
    };
    let mut marked: Vec<Marked<'a>> = finding.labels.iter().enumerate().map(mark).collect();
    if let Some(others) = marked.get_mut(1..) {
        others.sort_by_key(|label| label.span);
    }
    marked
}

/// The whole lines that a span stands in.
fn lines(text: &str, span: Span) -> Span {
    let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let end = text.get(span.end..).and_then(|after| after.find('\n'));
    Span::new(start, end.map_or(text.len(), |at| span.end + at))
}

/// Labels that fit on one line are shown in one picture.
fn clusters(marked: Vec<Marked<'_>>, width: usize) -> Vec<Vec<Marked<'_>>> {
    let mut clusters: Vec<Vec<Marked<'_>>> = Vec::new();
    for label in marked {
        match clusters.iter_mut().find(|cluster| fits(cluster, &label, width)) {
            Some(cluster) => cluster.push(label),
            None => clusters.push(vec![label]),
        }
    }
    clusters
}

/// Whether a label can join a picture without making it too wide.
fn fits(cluster: &[Marked<'_>], label: &Marked<'_>, width: usize) -> bool {
    let all = || cluster.iter().chain([label]);
    let start = all().map(|l| l.span.start).min().unwrap_or(0);
    let end = all().map(|l| l.span.end + l.text.len() + 1).max().unwrap_or(0);
    all().all(|l| l.lines == label.lines) && end - start <= width
}

fn picture<'a>(article: &'a Article<'_>, cluster: &[Marked<'a>]) -> Snippet<'a, Annotation<'a>> {
    let lines = cluster.iter().map(|l| l.lines).reduce(Span::cover).unwrap_or(Span::new(0, 0));
    let shown = article.document.shown();
    Snippet::source(lines.of(shown))
        .line_start(cluster.first().map_or(1, |label| label.line))
        .path(article.path)
        .annotations(cluster.iter().map(|label| annotation(label, lines)))
}

fn annotation<'a>(label: &Marked<'a>, lines: Span) -> Annotation<'a> {
    let kind = if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
    let within: Range<usize> = label.span.start - lines.start..label.span.end - lines.start;
    let annotation = kind.span(within);
    if label.text.is_empty() { annotation } else { annotation.label(label.text) }
}

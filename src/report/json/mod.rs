//! One JSON object: the documents with their figures, comparisons, tolls and findings.
//!
//! Written document by document, so that an archive needs no more memory than its longest article.
//! Offsets are bytes into the original file, numbers are decimal strings. The order of the fields
//! is part of the contract.

mod shape;

use std::io;
use std::io::Write;

use self::shape::{
    ComparisonJson, DocumentJson, EndsJson, FigureJson, FindingJson, LabelJson, NumberJson,
    ScopeJson, SpanJson, TollJson, Totals, VERSION, ValueJson, WordsJson,
};
use crate::document::Place;
use crate::figure::{Figure, FigureId, Scope};
use crate::interval::Interval;
use crate::numeral::Numeral;
use crate::quantity::Quantity;
use crate::relate::Toll;
use crate::report::number::Number;
use crate::report::{Article, Report, Summary};
use crate::rules::{Comparison, Finding};
use crate::span::Span;

pub use self::shape::schema;

/// The JSON report of one run.
#[derive(Clone, Copy, Debug)]
pub struct Json {
    /// Whether to list every numeral that was found.
    pub all: bool,
}

impl Report for Json {
    fn open(&self, out: &mut dyn Write) -> io::Result<()> {
        let version = env!("CARGO_PKG_VERSION");
        write!(out, r#"{{"schema": {VERSION}, "tool": "#)?;
        write!(out, r#"{{"name": "tollcheck", "version": "{version}"}}, "documents": ["#)?;
        out.write_all(b"\n")
    }

    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        serde_json::to_writer(out, &document(article, self.all)).map_err(io::Error::from)
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn close(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        out.write_all(b"\n], \"summary\": ")?;
        serde_json::to_writer(&mut *out, &Totals::of(summary))?;
        out.write_all(b"}\n")
    }
}

impl Totals {
    fn of(summary: &Summary) -> Totals {
        let Summary { documents, figures, comparisons, errors, warnings, notes } = *summary;
        Totals { documents, figures, comparisons, errors, warnings, notes }
    }
}

pub(super) fn document<'a>(article: &'a Article<'a>, all: bool) -> DocumentJson<'a> {
    DocumentJson {
        path: article.path,
        id: article.document.id.as_deref(),
        title: article.title(),
        figures: article.stated().map(|(id, f)| figure(article, id, f)).collect(),
        comparisons: article.judged.comparisons.iter().map(comparison).collect(),
        tolls: article.facts.tolls.iter().map(toll).collect(),
        findings: article.judged.findings.iter().map(|f| finding(article, f)).collect(),
        numbers: all.then(|| numbers(article)),
    }
}

fn figure<'a>(article: &'a Article<'a>, id: FigureId, figure: &'a Figure) -> FigureJson<'a> {
    FigureJson {
        id: id + 1,
        text: article.document.words(figure.span),
        span: span(article, figure.span),
        number: words(article, figure.number),
        value: value(&figure.quantity),
        outcome: figure.outcome.name(),
        unit: figure.unit.as_deref(),
        group: figure.group.as_ref().map(|group| group.label.as_str()),
        source: figure.source.as_ref().map(|source| source.name.as_str()),
        scope: scope(&figure.scope),
    }
}

fn span(article: &Article<'_>, span: Span) -> SpanJson {
    let Place { start, end, line, column } = article.document.place(span);
    SpanJson { start, end, line, column }
}

fn words<'a>(article: &'a Article<'a>, span: Span) -> WordsJson<'a> {
    let text = article.document.words(span);
    let Span { start, end } = article.document.bytes(span);
    WordsJson { text, start, end }
}

fn value(quantity: &Quantity) -> ValueJson {
    let ends = |interval: &Interval| (Number(interval.low), interval.high.map(Number));
    ValueJson {
        bound: quantity.bound.name(),
        low: quantity.low.map(Number),
        high: quantity.high.map(Number),
        nominal: quantity.nominal.map(Number),
        strict: ends(&quantity.strict),
        plausible: ends(&quantity.plausible),
    }
}

fn scope(scope: &Scope) -> ScopeJson<'_> {
    ScopeJson {
        event: scope.event,
        label: &scope.label,
        time: scope.time.as_deref(),
        place: scope.place.as_deref(),
    }
}

fn comparison(comparison: &Comparison) -> ComparisonJson<'_> {
    ComparisonJson {
        rule: comparison.rule,
        verdict: comparison.verdict.name(),
        claim: ids(&comparison.claim),
        evidence: ids(&comparison.evidence),
        stated: comparison.stated.as_ref().map(ends),
        computed: comparison.computed.as_ref().map(ends),
        message: &comparison.message,
    }
}

fn ids(figures: &[FigureId]) -> Vec<usize> {
    figures.iter().map(|id| id + 1).collect()
}

fn ends(quantity: &Quantity) -> EndsJson {
    EndsJson {
        low: quantity.low.map(Number),
        high: quantity.high.map(Number),
        nominal: quantity.nominal.map(Number),
    }
}

fn toll(toll: &Toll) -> TollJson<'_> {
    TollJson {
        event: toll.event,
        outcome: toll.outcome.name(),
        group: toll.group.as_deref(),
        low: toll.quantity.low.map(Number),
        best: toll.quantity.nominal.map(Number),
        high: toll.quantity.high.map(Number),
    }
}

fn finding<'a>(article: &Article<'_>, finding: &'a Finding) -> FindingJson<'a> {
    let label = |label: &'a crate::rules::Label| LabelJson {
        figure: label.figure.map(|id| id + 1),
        text: &label.text,
    };
    FindingJson {
        rule: finding.rule,
        severity: finding.severity.name(),
        message: &finding.message,
        figures: ids(&finding.figures),
        span: span(article, finding.span()),
        labels: finding.labels.iter().map(label).collect(),
    }
}

fn numbers<'a>(article: &'a Article<'a>) -> Vec<NumberJson<'a>> {
    let mut figures = vec![None; article.facts.numerals.len()];
    for (id, figure) in article.stated() {
        if let Some(slot) = figure.numeral.and_then(|numeral| figures.get_mut(numeral)) {
            *slot = Some(id + 1);
        }
    }
    article.facts.numerals.iter().zip(figures).map(|(n, f)| number(article, n, f)).collect()
}

fn number<'a>(
    article: &'a Article<'a>,
    numeral: &Numeral,
    figure: Option<usize>,
) -> NumberJson<'a> {
    NumberJson {
        words: words(article, numeral.span),
        value: value(&numeral.quantity),
        figure,
        why: figure.is_none().then(|| numeral.reason()),
    }
}

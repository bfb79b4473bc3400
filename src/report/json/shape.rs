//! The shape of the JSON report: its objects and their fields, in order.
//!
//! The order and the names are a contract with scripts; `tollcheck schema report` prints it.

use schemars::JsonSchema;
use schemars::Schema;
use schemars::schema_for;
use serde::Serialize;

use crate::report::number::Number;

/// The version of the contract.
pub(super) const VERSION: u32 = 1;

/// The report as a whole. It is written piece by piece; this is for its schema.
#[derive(JsonSchema)]
#[schemars(title = "The JSON report of tollcheck")]
#[allow(dead_code, reason = "only its shape is wanted")]
struct ReportJson<'a> {
    /// The version of the contract.
    schema: u32,
    tool: ToolJson<'a>,
    documents: Vec<DocumentJson<'a>>,
    summary: Totals,
}

#[derive(JsonSchema)]
#[allow(dead_code, reason = "only its shape is wanted")]
struct ToolJson<'a> {
    name: &'a str,
    version: &'a str,
}

/// The JSON Schema of the report.
pub fn schema() -> Schema {
    schema_for!(ReportJson<'static>)
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct DocumentJson<'a> {
    pub(super) path: &'a str,
    /// What the archive or the exchange format calls the article; not there where nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<&'a str>,
    pub(super) title: Option<&'a str>,
    pub(super) figures: Vec<FigureJson<'a>>,
    pub(super) comparisons: Vec<ComparisonJson<'a>>,
    pub(super) tolls: Vec<TollJson<'a>>,
    pub(super) findings: Vec<FindingJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) numbers: Option<Vec<NumberJson<'a>>>,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct FigureJson<'a> {
    pub(super) id: usize,
    pub(super) text: &'a str,
    pub(super) span: SpanJson,
    pub(super) number: WordsJson<'a>,
    pub(super) value: ValueJson,
    pub(super) outcome: &'static str,
    pub(super) unit: Option<&'a str>,
    pub(super) group: Option<&'a str>,
    pub(super) source: Option<&'a str>,
    pub(super) scope: ScopeJson<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct SpanJson {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) line: usize,
    pub(super) column: usize,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct WordsJson<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct ValueJson {
    pub(super) bound: &'static str,
    pub(super) low: Option<Number>,
    pub(super) high: Option<Number>,
    pub(super) nominal: Option<Number>,
    pub(super) strict: (Number, Option<Number>),
    pub(super) plausible: (Number, Option<Number>),
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct ScopeJson<'a> {
    pub(super) event: usize,
    pub(super) label: &'a str,
    pub(super) time: Option<&'a str>,
    pub(super) place: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct ComparisonJson<'a> {
    pub(super) rule: &'static str,
    pub(super) verdict: &'static str,
    pub(super) claim: Vec<usize>,
    pub(super) evidence: Vec<usize>,
    pub(super) stated: Option<EndsJson>,
    pub(super) computed: Option<EndsJson>,
    pub(super) message: &'a str,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct EndsJson {
    pub(super) low: Option<Number>,
    pub(super) high: Option<Number>,
    pub(super) nominal: Option<Number>,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct TollJson<'a> {
    pub(super) event: usize,
    pub(super) outcome: &'static str,
    pub(super) group: Option<&'a str>,
    pub(super) low: Option<Number>,
    pub(super) best: Option<Number>,
    pub(super) high: Option<Number>,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct FindingJson<'a> {
    pub(super) rule: &'static str,
    pub(super) severity: &'static str,
    pub(super) message: &'a str,
    pub(super) figures: Vec<usize>,
    pub(super) span: SpanJson,
    pub(super) labels: Vec<LabelJson<'a>>,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct LabelJson<'a> {
    pub(super) figure: Option<usize>,
    pub(super) text: &'a str,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct NumberJson<'a> {
    #[serde(flatten)]
    pub(super) words: WordsJson<'a>,
    pub(super) value: ValueJson,
    pub(super) figure: Option<usize>,
    pub(super) why: Option<&'static str>,
}

#[derive(Serialize, JsonSchema)]
pub(in crate::report) struct Totals {
    pub(super) documents: usize,
    pub(super) figures: usize,
    pub(super) comparisons: usize,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    pub(super) notes: usize,
}

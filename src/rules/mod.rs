//! Rules: what makes related figures worth an editor's time.
//!
//! A rule compares the figures of a relation and gives a verdict; a finding is a verdict that is
//! not consistent. Rules know relations and intervals, never the text.

use std::fmt;

use crate::figure::FigureId;
use crate::quantity::Quantity;
use crate::relate::Facts;
use crate::span::Span;

/// Whether figures can be true together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The plausible readings meet.
    Consistent,
    /// Only the strict readings meet.
    Doubtful,
    /// No readings meet.
    Contradicted,
    /// Two sources say different things.
    Disagree,
}

/// How much a finding matters; the verdict decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// A careful desk would ask.
    Warning,
    /// It cannot be true as printed.
    Error,
}

/// Words about one figure of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The figure it speaks of.
    pub figure: Option<FigureId>,
    /// The place it points to.
    pub span: Span,
    /// What it says: "a part".
    pub text: String,
}

/// A relation that was evaluated.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The rule that evaluated it.
    pub rule: &'static str,
    /// Whether the figures can be true together.
    pub verdict: Verdict,
    /// The figures that state something.
    pub claim: Vec<FigureId>,
    /// The figures it was held against.
    pub evidence: Vec<FigureId>,
    /// What the claim states.
    pub stated: Option<Quantity>,
    /// What the evidence gives.
    pub computed: Option<Quantity>,
    /// The arithmetic in one line.
    pub message: String,
    /// Why the figures are taken to speak of the same people.
    pub why: String,
    /// On which bound the verdict hangs, and from what value it would turn.
    pub hinge: Option<String>,
    /// What to say at each place, the primary one first.
    pub labels: Vec<Label>,
}

/// A comparison worth an editor's time.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule's id.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The arithmetic in one line.
    pub message: String,
    /// The figures concerned.
    pub figures: Vec<FigureId>,
    /// The places, the primary one first.
    pub labels: Vec<Label>,
    /// On which bound the verdict hangs.
    pub hinge: Option<String>,
}

/// A rule: its page and its check.
pub struct Rule {
    /// Its name, as in "allow …": "sum-mismatch".
    pub id: &'static str,
    /// What it flags, in a few words.
    pub summary: &'static str,
    /// Its page of documentation, in Markdown, with articles flagged and not flagged.
    pub page: &'static str,
    /// Whether it runs unless asked not to.
    pub on: bool,
    /// Evaluates the relations it is about.
    pub check: fn(&Facts, &mut Vec<Comparison>),
}

/// Every rule, in the order of reports.
pub static ALL: &[&Rule] = &[];

/// What a desk has set.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Rules that run although they are off by default.
    pub select: Vec<String>,
    /// Rules that do not run.
    pub ignore: Vec<String>,
}

/// What the rules made of a document.
#[derive(Debug, Default)]
pub struct Judged {
    /// Every comparison made.
    pub comparisons: Vec<Comparison>,
    /// Those worth an editor's time, most serious first, then by place.
    pub findings: Vec<Finding>,
}

/// Runs every rule that the settings want.
pub fn run(_facts: &Facts, _settings: &Settings) -> Judged {
    Judged::default()
}

impl Severity {
    /// The name in reports: "error".
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

impl Verdict {
    /// The name in reports: "consistent".
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Consistent => "consistent",
            Verdict::Doubtful => "doubtful",
            Verdict::Contradicted => "contradicted",
            Verdict::Disagree => "disagree",
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.severity.name(), self.rule, self.message)
    }
}

//! Comparisons, their verdicts, and the findings that are made of them.
//!
//! `killed and wounded add up to 1,080,000, but the article says fewer than 900,000` is the message of
//! a comparison whose verdict is contradicted, so of a finding that is an error. A finding does not
//! know how its figures were related.

use std::fmt;

use super::{Rule, Settings, named};
use crate::figure::FigureId;
use crate::quantity::{Agreement, Quantity};
use crate::relate::{Facts, Relation};
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

/// What the rules made of a document.
#[derive(Debug, Default)]
pub struct Judged {
    /// Every comparison made.
    pub comparisons: Vec<Comparison>,
    /// Those worth an editor's time, most serious first, then by place.
    pub findings: Vec<Finding>,
}

impl Judged {
    /// Adds comparisons made elsewhere, and their findings.
    pub fn add(&mut self, mut comparisons: Vec<Comparison>, settings: &Settings) {
        comparisons.retain(|c| named(c.rule).is_some_and(|rule| settings.wants(rule)));
        self.findings.extend(findings(&comparisons, settings));
        self.findings.sort_by_key(|f| (std::cmp::Reverse(f.severity), f.start()));
        self.comparisons.extend(comparisons);
    }
}

/// The comparisons worth an editor's time, one for a fault: of those that share a figure, the most
/// serious, and of these the first rule's.
pub(super) fn findings(comparisons: &[Comparison], settings: &Settings) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        comparisons.iter().filter_map(|c| Finding::of(c, settings)).collect();
    found.sort_by_key(|f| std::cmp::Reverse(f.severity));
    let mut kept: Vec<Finding> = Vec::new();
    for finding in found {
        if !kept.iter().any(|k| k.explains(&finding)) {
            kept.push(finding);
        }
    }
    kept.sort_by_key(|f| (std::cmp::Reverse(f.severity), f.start()));
    kept
}

impl Finding {
    /// The finding of a comparison, unless it is consistent.
    fn of(comparison: &Comparison, settings: &Settings) -> Option<Finding> {
        let severity = comparison.verdict.severity()?;
        let severity = settings.severity(comparison.rule).unwrap_or(severity);
        let mut figures: Vec<FigureId> = Vec::new();
        for id in comparison.claim.iter().chain(&comparison.evidence) {
            if !figures.contains(id) {
                figures.push(*id);
            }
        }
        Some(Finding {
            rule: comparison.rule,
            severity,
            message: comparison.message.clone(),
            figures,
            labels: comparison.labels.clone(),
            hinge: comparison.hinge.clone(),
        })
    }

    /// Whether the other finding is likely of the same fault.
    fn explains(&self, other: &Finding) -> bool {
        let shared = other.figures.iter().any(|id| self.figures.contains(id));
        let both_notes = other.severity == Severity::Note && self.severity == Severity::Note;
        shared && (!both_notes || self.figures == other.figures)
    }

    fn start(&self) -> usize {
        self.labels.first().map_or(0, |label| label.span.start)
    }
}

impl Comparison {
    /// A relation as a rule sees it, before it is put into words.
    pub(super) fn of(rule: &Rule, relation: &Relation, verdict: Verdict) -> Comparison {
        Comparison {
            rule: rule.id,
            verdict,
            claim: relation.claim.clone(),
            evidence: relation.evidence.clone(),
            stated: None,
            computed: None,
            message: String::new(),
            why: relation.why.clone(),
            hinge: None,
            labels: Vec::new(),
        }
    }
}

impl From<Agreement> for Verdict {
    fn from(agreement: Agreement) -> Verdict {
        match agreement {
            Agreement::Plausible => Verdict::Consistent,
            Agreement::Doubtful => Verdict::Doubtful,
            Agreement::Impossible => Verdict::Contradicted,
        }
    }
}

/// What is said at the place of a figure.
pub(super) fn label(facts: &Facts, id: FigureId, text: &str) -> Label {
    Label { figure: Some(id), span: facts.figures[id].span, text: text.to_owned() }
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
    /// How much a finding of it matters; none where there is nothing to find.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Verdict::Consistent => None,
            Verdict::Doubtful => Some(Severity::Warning),
            Verdict::Contradicted => Some(Severity::Error),
            Verdict::Disagree => Some(Severity::Note),
        }
    }

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

impl Finding {
    /// The place to show first.
    pub fn span(&self) -> Span {
        self.labels.first().map_or(Span::new(0, 0), |label| label.span)
    }
}

//! What a desk has set for the rules: which run, and how much their findings matter.
//!
//! `ignore = ["sources-disagree"]` stops one rule. Settings do not know what the rules found.

use super::{Comparison, Rule, Severity};
use crate::document::BlockKind;
use crate::relate::Facts;

/// What a desk has set.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Rules that run although they are off by default.
    pub select: Vec<String>,
    /// Rules that do not run.
    pub ignore: Vec<String>,
    /// Severities of rules that do not go by the verdict; the last one for a rule counts.
    pub severities: Vec<(String, Severity)>,
    /// Whether headlines are held against the body.
    pub headline: bool,
    /// Whether standfirsts are.
    pub standfirst: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        let (select, ignore, severities) = (Vec::new(), Vec::new(), Vec::new());
        Settings { select, ignore, severities, headline: true, standfirst: true }
    }
}

impl Settings {
    /// How much a finding of a rule matters, where the desk has set it.
    pub(super) fn severity(&self, rule: &str) -> Option<Severity> {
        self.severities.iter().rev().find(|(id, _)| id == rule).map(|(_, severity)| *severity)
    }

    /// Whether a comparison is wanted: not where it reads a part of the article that is not checked.
    pub(super) fn reads(&self, facts: &Facts, comparison: &Comparison) -> bool {
        let headline = comparison.rule.starts_with("headline-");
        !headline
            || comparison.claim.iter().all(|id| match facts.figures[*id].place.kind {
                BlockKind::Headline => self.headline,
                BlockKind::Standfirst => self.standfirst,
                _ => true,
            })
    }

    /// Whether a rule runs.
    pub fn wants(&self, rule: &Rule) -> bool {
        let named = |list: &[String]| list.iter().any(|id| id == rule.id);
        (rule.on || named(&self.select)) && !named(&self.ignore)
    }
}

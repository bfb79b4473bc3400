//! Rules: what makes related figures worth an editor's time.
//!
//! A rule compares the figures of a relation and gives a verdict; a finding is a verdict that is
//! not consistent. Rules know relations and intervals, never the text.

mod agreement;
mod difference_mismatch;
mod finding;
mod headline_group;
mod headline_mismatch;
mod hinge;
mod killed_or_casualties;
mod list_total;
mod lost_qualifier;
mod magnitude_slip;
mod one_kind;
pub mod part_exceeds_whole;
mod qualifier_clash;
mod range_inverted;
mod rate_mismatch;
mod restated_differently;
mod settings;
mod share_mismatch;
mod sources_disagree;
pub mod stale_figure;
mod sum_mismatch;
mod unattributed_figure;
pub mod unused_allowance;
mod update_mismatch;
mod wording;

use crate::relate::Facts;
pub use finding::{Comparison, Finding, Judged, Label, Severity, Verdict};
use finding::{findings, label};
pub use settings::Settings;

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

/// Every rule, in the order of reports: where two find the same fault, the first one speaks.
pub static ALL: &[&Rule] = &[
    &range_inverted::RULE,
    &qualifier_clash::RULE,
    &magnitude_slip::RULE,
    &killed_or_casualties::RULE,
    &headline_group::RULE,
    &headline_mismatch::RULE,
    &sum_mismatch::RULE,
    &list_total::RULE,
    &part_exceeds_whole::RULE,
    &difference_mismatch::RULE,
    &one_kind::RULE,
    &update_mismatch::RULE,
    &restated_differently::RULE,
    &share_mismatch::RULE,
    &lost_qualifier::RULE,
    &rate_mismatch::RULE,
    &sources_disagree::RULE,
    &unattributed_figure::RULE,
];

/// The rules that need more than the article: what the desk has agreed on, what an editor allows.
pub static HOUSE: &[&Rule] = &[&stale_figure::RULE, &unused_allowance::RULE];

/// All rules that a desk may name.
pub fn every() -> impl Iterator<Item = &'static Rule> {
    ALL.iter().chain(HOUSE).copied()
}

/// The rule of that name.
pub fn named(id: &str) -> Option<&'static Rule> {
    every().find(|rule| rule.id == id)
}

/// Runs every rule that the settings want.
pub fn run(facts: &Facts, settings: &Settings) -> Judged {
    let mut comparisons = Vec::new();
    for rule in ALL.iter().filter(|rule| settings.wants(rule)) {
        (rule.check)(facts, &mut comparisons);
    }
    comparisons.retain(|comparison| settings.reads(facts, comparison));
    let findings = findings(&comparisons, settings);
    Judged { comparisons, findings }
}

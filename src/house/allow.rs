//! Findings that an editor has looked at and let stand.
//!
//! `<!-- tollcheck: allow headline-mismatch: the agency's own count -->` in a draft lets the findings
//! of that rule stand in the paragraph below it; `allow-file` does so in the whole draft. Formats
//! without comments have `[[allow]]` in the configuration. An allowance that allows nothing any more
//! is itself reported.

use serde::Serialize;

use crate::document::{Comment, Document};
use crate::rules;
use crate::rules::{Finding, Label, Settings, Severity, unused_allowance};
use crate::span::Span;

use super::read;

/// An allowance of a draft.
#[derive(Debug, PartialEq, Eq)]
struct Allowance {
    /// The rules it names.
    rules: Vec<String>,
    /// Where they may find something; none for the whole draft.
    within: Option<Span>,
    /// The place to show when it is not used, and what that is.
    shown: (Span, &'static str),
}

/// Takes the findings away that the comments of the draft allow. What a comment allows in vain
/// becomes a finding in its turn.
pub(super) fn by_comments(document: &Document, settings: &Settings, findings: &mut Vec<Finding>) {
    let allowances = document.comments.iter().filter_map(|comment| read(document, comment));
    for allowance in allowances {
        for rule in &allowance.rules {
            let before = findings.len();
            findings.retain(|finding| !(finding.rule == rule && allowance.covers(finding)));
            // A rule that did not run may well have had something to allow.
            let ran = rules::named(rule).is_none_or(|rule| settings.wants(rule));
            if findings.len() == before && ran && settings.wants(&unused_allowance::RULE) {
                findings.push(unused(rule, allowance.shown));
            }
        }
    }
}

/// Whether a finding is the one that an entry of the configuration quotes.
pub(super) fn is_quoted(document: &Document, finding: &Finding, figures: &[String]) -> bool {
    let words = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let labels: Vec<String> =
        finding.labels.iter().map(|label| words(document.words(label.span))).collect();
    figures.iter().map(|figure| words(figure)).all(|figure| {
        labels.iter().any(|label| label.to_lowercase().contains(&figure.to_lowercase()))
    })
}

/// The entry of a configuration that lets a finding stand: a table of `[[allow]]`.
pub(super) fn entry(path: &str, document: &Document, finding: &Finding) -> String {
    let words = |span| document.words(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let allow = [Entry {
        path,
        rule: finding.rule,
        figures: finding.labels.iter().map(|label| words(label.span)).collect(),
        reason: "reason",
    }];
    toml::to_string(&Entries { allow: &allow }).unwrap_or_default()
}

/// The entries of a configuration.
#[derive(Serialize)]
struct Entries<'a> {
    allow: &'a [Entry<'a>],
}

/// An entry, in the order of the keys of a configuration.
#[derive(Serialize)]
struct Entry<'a> {
    path: &'a str,
    rule: &'a str,
    figures: Vec<String>,
    reason: &'a str,
}

impl Allowance {
    fn covers(&self, finding: &Finding) -> bool {
        let meets = |label: &Label| self.within.is_none_or(|within| within.overlaps(label.span));
        finding.labels.iter().any(meets)
    }
}

/// The allowance that a comment is, if it is one.
fn read(document: &Document, comment: &Comment) -> Option<Allowance> {
    let said = comment.text.trim().strip_prefix("tollcheck:")?.trim_start();
    let (verb, rest) = said.split_once(char::is_whitespace)?;
    let block = document.blocks.get(comment.next).map(|block| block.span);
    let end = Span::new(document.text.len(), document.text.len());
    let within = match verb {
        "allow" => Some(block.unwrap_or(end)),
        "allow-file" => None,
        _ => return None,
    };
    let rules = rest.split(':').next().unwrap_or_default();
    let rules = rules.split(',').map(|rule| rule.trim().to_owned()).collect();
    let shown = match (block, document.blocks.last()) {
        (Some(block), _) => (first_word(document, block), "what the comment above allows"),
        (None, Some(last)) => {
            (first_word(document, last.span), "nothing stands behind the comment")
        }
        (None, None) => (end, "the draft is empty"),
    };
    Some(Allowance { rules, within, shown })
}

/// The first word of a block.
fn first_word(document: &Document, block: Span) -> Span {
    let words = document.words(block);
    let end = words.find(char::is_whitespace).unwrap_or(words.len());
    Span::new(block.start, block.start + end)
}

/// The finding that nothing was found.
fn unused(rule: &str, (span, text): (Span, &str)) -> Finding {
    let message = match rules::named(rule) {
        Some(_) => unused_allowance::message(rule),
        None => unknown(rule),
    };
    Finding {
        rule: unused_allowance::RULE.id,
        severity: Severity::Warning,
        message,
        figures: Vec::new(),
        labels: vec![Label { figure: None, span, text: text.to_owned() }],
        hinge: None,
    }
}

/// What to say of an allowance for a rule that does not exist.
fn unknown(rule: &str) -> String {
    let said = format!("the draft allows {rule} here, but there is no such rule");
    match read::nearest(rule, rules::every().map(|rule| rule.id)) {
        Some(known) => format!("{said}; did you mean {known}?"),
        None => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;
    use crate::document::Format;

    const DRAFT: &str = "# Blast kills 25\n\nThe blast killed 23 people.\n";

    fn rules_after(comments: &str, words: &[&str]) -> Vec<&'static str> {
        let file = format!("{comments}\n\n{DRAFT}").into_bytes();
        let draft = document::read(file, "draft.md", Format::Markdown).unwrap();
        let mut findings: Vec<Finding> = words.iter().map(|words| found(&draft, words)).collect();
        by_comments(&draft, &Settings::default(), &mut findings);
        findings.iter().map(|finding| finding.rule).collect()
    }

    fn found(draft: &Document, words: &str) -> Finding {
        let start = draft.text.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        let labels = vec![Label { figure: None, span, text: String::new() }];
        let (severity, message) = (Severity::Error, String::new());
        let (rule, figures) = ("headline-mismatch", vec![]);
        Finding { rule, severity, message, figures, labels, hinge: None }
    }

    #[test]
    fn a_comment_allows_the_block_below() {
        let comment = "<!-- tollcheck: allow headline-mismatch: two died later -->";
        assert_eq!(rules_after(comment, &["25"]), Vec::<&str>::new());
        assert_eq!(rules_after(comment, &["23 people"]), ["headline-mismatch", "unused-allowance"]);
    }

    #[test]
    fn a_comment_allows_the_file() {
        let comment = "<!-- tollcheck: allow-file headline-mismatch -->";
        assert_eq!(rules_after(comment, &["25", "23 people"]), Vec::<&str>::new());
    }

    #[test]
    fn other_comments_allow_nothing() {
        for comment in ["<!-- allow headline-mismatch -->", "<!-- tollcheck: hello you -->"] {
            assert_eq!(rules_after(comment, &["25"]), ["headline-mismatch"]);
        }
    }
}

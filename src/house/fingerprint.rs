//! A name for a finding that stays the same while the rest of the draft is edited.
//!
//! It is made of the rule and the words of the figures concerned, not of their places; the second
//! finding with the same words has another name than the first. Articles of an archive are told apart
//! by what the archive calls them.

use std::fmt;

use crate::document::Document;
use crate::rules::Finding;

/// The name of a finding within its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(u64);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// The names of all findings of a document, in their order.
pub fn of_all(document: &Document, findings: &[Finding]) -> Vec<Fingerprint> {
    let mut seen: Vec<Fingerprint> = Vec::with_capacity(findings.len());
    for finding in findings {
        let mut name = of_words(document, finding);
        while seen.contains(&name) {
            name = Fingerprint(hashed(name.0, b"again"));
        }
        seen.push(name);
    }
    seen
}

fn of_words(document: &Document, finding: &Finding) -> Fingerprint {
    let article = document.id.as_ref().map_or(SEED, |id| hashed(SEED, id.as_bytes()));
    let mut hash = hashed(article, finding.rule.as_bytes());
    for label in &finding.labels {
        for word in document.words(label.span).split_whitespace() {
            hash = hashed(hash, word.to_lowercase().as_bytes());
        }
        hash = hashed(hash, b"");
    }
    Fingerprint(hash)
}

/// The start of a hash by Fowler, Noll and Vo: stable over versions, unlike the standard library's.
const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of some more bytes and a mark behind them.
fn hashed(hash: u64, bytes: &[u8]) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().chain(&[0xff]).fold(hash, mix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Label;
    use crate::rules::Severity;
    use crate::span::Span;

    fn finding(text: &str, words: &str) -> Finding {
        let start = text.find(words).unwrap();
        let span = Span::new(start, start + words.len());
        let labels = vec![Label { figure: None, span, text: String::new() }];
        let (severity, message) = (Severity::Error, String::new());
        Finding { rule: "sum-mismatch", severity, message, figures: vec![], labels, hinge: None }
    }

    fn name(text: &str, words: &[&str]) -> Vec<Fingerprint> {
        let findings: Vec<Finding> = words.iter().map(|words| finding(text, words)).collect();
        of_all(&Document::plain(text.to_owned()), &findings)
    }

    #[test]
    fn edits_elsewhere_change_nothing() {
        let before = name("The blast killed 12 people.", &["12 people"]);
        let after = name("On Monday a blast in the old town killed 12\npeople.", &["12\npeople"]);
        assert_eq!(before, after);
        assert_ne!(before, name("The blast killed 13 people.", &["13 people"]));
    }

    #[test]
    fn articles_of_an_archive_have_findings_of_their_own() {
        let text = "The blast killed 12 people.";
        let named = |id: &str| {
            let document = Document { id: Some(id.to_owned()), ..Document::plain(text.to_owned()) };
            of_all(&document, &[finding(text, "12 people")])
        };
        assert_eq!(named("a-1"), named("a-1"));
        assert_ne!(named("a-1"), named("a-2"));
    }

    #[test]
    fn the_same_words_twice_are_two_findings() {
        let names = name("12 people here, 12 people there.", &["12 people", "12 people"]);
        assert_ne!(names[0], names[1]);
    }
}

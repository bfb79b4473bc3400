//! Annotations for GitHub's pull requests: a workflow command a finding.
//!
//! See <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>.

use std::io;
use std::io::Write;

use crate::report::{Article, Report};
use crate::rules::Severity;

/// The findings of one run.
#[derive(Clone, Copy, Debug)]
pub struct Github;

impl Report for Github {
    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        article.judged.findings.iter().try_for_each(|finding| {
            let place = article.place(finding);
            write!(out, "::{} file={}", command(finding.severity), property(article.bare_path()))?;
            write!(out, ",line={},col={}", place.line, place.column)?;
            writeln!(out, ",title=tollcheck {}::{}", finding.rule, data(&finding.message))
        })
    }
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// The message of a command.
fn data(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command.
fn property(words: &str) -> String {
    data(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_cannot_end_its_property() {
        assert_eq!(property("a,b:c%\n.md"), "a%2Cb%3Ac%25%0A.md");
    }
}

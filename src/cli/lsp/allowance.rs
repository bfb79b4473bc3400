//! Where a comment goes that lets a finding stand.
//!
//! Above a paragraph of Markdown, `<!-- tollcheck: allow sum-mismatch: reason -->`; where no comment
//! can stand there, as in front matter or a table, one for the whole draft at the top.

use tollcheck::document::Block;
use tollcheck::document::BlockKind;
use tollcheck::document::Document;
use tollcheck::document::Format;
use tollcheck::rules::Finding;

/// The byte of the text at which to write something, and what; none where the format has no
/// comments.
pub(super) fn comment(
    text: &str,
    format: Format,
    document: &Document,
    finding: &Finding,
) -> Option<(usize, String)> {
    let start = |block: &Block| document.place(block.span).start;
    let mut blocks = finding
        .labels
        .iter()
        .filter_map(|label| document.blocks.iter().find(|block| block.span.overlaps(label.span)));
    let here = format!("<!-- tollcheck: allow {}: reason -->", finding.rule);
    match format {
        Format::Html => blocks.next().map(|block| before_tag(text, start(block), &here)),
        Format::Markdown => {
            let body = body(text);
            let block =
                blocks.find(|block| block.kind != BlockKind::TableCell && start(block) >= body);
            Some(match block {
                Some(block) => above(text, start(block), &here),
                None => above(text, body, &here.replace("allow ", "allow-file ")),
            })
        }
        _ => None,
    }
}

/// Where the front matter of Markdown ends, if there is any.
fn body(text: &str) -> usize {
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        (line.trim_end(), at)
    });
    match lines.next() {
        Some((fence @ ("---" | "+++"), _)) => {
            lines.find(|(line, _)| *line == fence).map_or(0, |(_, end)| end)
        }
        _ => 0,
    }
}

/// A line above the one that a byte stands in, indented as that one is.
fn above(text: &str, at: usize, comment: &str) -> (usize, String) {
    let line = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let rest = text.get(line..).unwrap_or_default();
    let indent = &rest[..rest.len() - rest.trim_start_matches([' ', '\t']).len()];
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    (line, format!("{indent}{comment}{end}"))
}

/// Before the tag that a byte stands in or right behind; on a line of its own where the tag begins
/// one.
fn before_tag(text: &str, at: usize, comment: &str) -> (usize, String) {
    let before = text.get(..at).unwrap_or_default();
    let opened = before.rfind('<').filter(|tag| {
        let closed = before[*tag..].find('>').map(|end| tag + end + 1);
        closed.is_none_or(|end| before[end..].trim().is_empty())
    });
    let at = opened.unwrap_or(at);
    let (line, written) = above(text, at, comment);
    match text.get(line..at).is_some_and(|indent| indent.trim().is_empty()) {
        true => (line, written),
        false => (at, comment.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_begins_below_the_front_matter() {
        for (text, rest) in [
            ("---\ntitle: x\n---\nText", "Text"),
            ("+++\r\ntitle = 1\r\n+++\r\nText", "Text"),
            ("---\nText", "---\nText"),
            ("Text\n---\n", "Text\n---\n"),
            ("", ""),
        ] {
            assert_eq!(&text[body(text)..], rest);
        }
    }

    #[test]
    fn comments_stand_before_tags() {
        let written = |text: &str| {
            let at = text.find("12").unwrap();
            let (at, comment) = before_tag(text, at, "<!---->");
            format!("{}{comment}{}", &text[..at], &text[at..])
        };
        assert_eq!(written("<ul>\n  <li>12"), "<ul>\n  <!---->\n  <li>12");
        assert_eq!(written("<tr><td>\n12"), "<tr><!----><td>\n12");
        assert_eq!(written("<meta content=\"12\">"), "<!---->\n<meta content=\"12\">");
        assert_eq!(written("<p>So. 12"), "<p>So. <!---->12");
        assert_eq!(written("\n 12"), "\n <!---->\n 12");
    }
}

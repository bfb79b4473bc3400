//! ninjs: the news industry's articles in JSON, of versions 1 to 3.
//!
//! `{"headline": "Blast kills 12", "body_text": "Police said …"}` is a headline and a paragraph.
//! The captions of associated pictures are read too; what the pictures are of is not.

use super::json::Value;
use super::prose::Prose;
use super::source::Source;
use super::{BlockKind, Document, html, plain};

/// The members that hold a summary, the best first.
const SUMMARIES: &[&str] = &["description_text", "abstract", "description_html"];
/// The members that hold the article, the one with the most structure first.
const BODIES: &[&str] = &["body_xhtml", "body_html", "body_text"];

/// Reads a ninjs item.
pub(super) fn read(original: String) -> Result<Document, String> {
    let item = Item { members: Value::all(&original).members()? };
    let mut prose = Prose::default();
    item.read(&mut prose)?;
    item.captions(&mut prose)?;
    if prose.blocks.is_empty() {
        return Err("no headline and no body: no ninjs item".to_owned());
    }
    let id = item.value("uri").or_else(|| item.value("guid")).map(Value::to_text);
    let source = Source::hidden(original, prose.places, 0);
    Ok(Document { text: prose.text, blocks: prose.blocks, id, source, ..Document::default() })
}

/// Adds the blocks of a string of HTML.
fn html(value: Value<'_>, prose: &mut Prose) -> Result<(), String> {
    let written = value.to_prose();
    let (mut flow, _) = html::flow(&written.text)?;
    for block in &mut flow.prose.blocks {
        if block.kind == BlockKind::Headline {
            block.kind = BlockKind::Heading;
        }
    }
    prose.append(&flow.prose, &written.places);
    Ok(())
}

/// The members of an item.
struct Item<'a> {
    members: Vec<(String, Value<'a>)>,
}

impl<'a> Item<'a> {
    fn value(&self, name: &str) -> Option<Value<'a>> {
        self.members.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
    }

    /// Whether the item is a picture, a film or a sound: its description is a caption.
    fn is_media(&self) -> bool {
        let kind = self.value("type").map(Value::to_text);
        kind.is_some_and(|kind| matches!(kind.as_str(), "picture" | "video" | "audio" | "graphic"))
    }

    fn read(&self, prose: &mut Prose) -> Result<(), String> {
        let media = self.is_media();
        if let Some(headline) = self.first(&["headline"]).or_else(|| self.listed("headlines").pop())
        {
            let kind = if media { BlockKind::Caption } else { BlockKind::Headline };
            block(headline, kind, prose)?;
        }
        let summary = self.first(SUMMARIES).or_else(|| self.listed("descriptions").pop());
        if let Some(summary) = summary {
            block(summary, if media { BlockKind::Caption } else { BlockKind::Standfirst }, prose)?;
        }
        if let Some(body) = self.first(BODIES).or_else(|| self.listed("bodies").pop()) {
            text(body, prose)?;
        }
        Ok(())
    }

    /// Adds what stands below the pictures of the article. What they in turn are associated with
    /// is no part of it.
    fn captions(&self, prose: &mut Prose) -> Result<(), String> {
        let associated = self.value("associations").map(Value::elements).unwrap_or_default();
        for members in associated.into_iter().filter_map(|value| value.members().ok()) {
            let item = Item { members };
            if item.is_media() {
                item.read(prose)?;
            }
        }
        Ok(())
    }

    /// The first of some members that is a string with something in it.
    fn first(&self, names: &[&str]) -> Option<Value<'a>> {
        let strings = names.iter().filter_map(|name| self.value(name));
        strings.filter(|value| value.is_string()).find(|value| value.written.len() > 2)
    }

    /// The values of a list of variants, the main one last.
    fn listed(&self, name: &str) -> Vec<Value<'a>> {
        let variants = self.value(name).map(Value::elements).unwrap_or_default();
        let mut found: Vec<(bool, Value<'a>)> = Vec::new();
        for members in variants.into_iter().filter_map(|variant| variant.members().ok()) {
            let variant = Item { members };
            let role = variant.value("role").map(Value::to_text);
            let main = role.is_none_or(|role| matches!(role.as_str(), "main" | "summary" | "text"));
            found.extend(variant.first(&["value"]).map(|value| (main, value)));
        }
        found.reverse();
        found.sort_by_key(|(main, _)| *main);
        found.into_iter().map(|(_, value)| value).collect()
    }
}

/// Adds a string as one block, without the tags in it.
fn block(value: Value<'_>, kind: BlockKind, prose: &mut Prose) -> Result<(), String> {
    let before = prose.blocks.len();
    html(value, prose)?;
    for block in prose.blocks.iter_mut().skip(before) {
        block.kind = kind;
    }
    Ok(())
}

/// Adds the text of an article, in HTML or plain.
pub(super) fn text(value: Value<'_>, prose: &mut Prose) -> Result<(), String> {
    if is_html(value) {
        return html(value, prose);
    }
    let titled = prose.blocks.iter().any(|block| block.kind == BlockKind::Headline);
    let written = value.to_prose();
    let mut inner = Prose::default();
    inner.begin(BlockKind::Paragraph);
    inner.copy(&written.text, 0);
    inner.split(if titled { plain::body } else { plain::blocks });
    prose.append(&inner, &written.places);
    Ok(())
}

/// Whether a string is HTML: it begins with a tag and closes one.
fn is_html(value: Value<'_>) -> bool {
    let body = value.written.trim_start_matches('"');
    let body = body.trim_start_matches(|c: char| c.is_whitespace()).trim_start_matches(r"\n");
    body.starts_with('<') && (body.contains("</") || body.contains(r"<\/"))
}

#[cfg(test)]
mod tests {
    use super::BlockKind::*;
    use super::*;
    use crate::span::Span;

    fn blocks(json: &str) -> Vec<(BlockKind, String)> {
        let document = read(json.to_owned()).unwrap();
        document.blocks.iter().map(|b| (b.kind, document.words(b.span).to_owned())).collect()
    }

    fn same(kind: BlockKind, words: &str) -> (BlockKind, String) {
        (kind, words.to_owned())
    }

    #[test]
    fn version_one() {
        let json = r#"{"uri": "urn:x", "type": "text", "headline": "Blast &amp; fire kill 12",
            "description_text": "Market in ruins", "body_text": "unused",
            "body_html": "<p>Twelve <b>peo<\/b>ple died.<\/p>\n<ul><li>nine men<\/ul>",
            "associations": {"main": {"type": "picture", "description_text": "The hall"},
                             "more": {"type": "text", "headline": "Storm kills 40"}}}"#;
        let expected = [
            same(Headline, "Blast & fire kill 12"),
            same(Standfirst, "Market in ruins"),
            same(Paragraph, "Twelve people died."),
            same(ListItem, "nine men"),
            same(Caption, "The hall"),
        ];
        assert_eq!(blocks(json), expected);
    }

    #[test]
    fn version_three() {
        let json = r#"{"headlines": [{"role": "short", "value": "12 die"}, {"role": "main", "value": "Blast kills 12"}],
            "bodies": [{"contenttype": "text/plain", "value": "Twelve died.\n\nPolice said so."}],
            "associations": [{"name": "a", "type": "picture", "descriptions": [{"value": "The hall"}]}]}"#;
        let expected = [
            same(Headline, "Blast kills 12"),
            same(Paragraph, "Twelve died."),
            same(Paragraph, "Police said so."),
            same(Caption, "The hall"),
        ];
        assert_eq!(blocks(json), expected);
    }

    #[test]
    fn words_point_into_the_original() {
        let json = "{\"headline\": \"12 dead\",\n \"body_html\": \"<p>Z\\u00fcrich: \\\"<b>12</b>\\\" &lt; 30</p>\"}";
        let document = read(json.to_owned()).unwrap();
        let place = |words: &str| {
            let start = document.text.find(words).unwrap();
            let place = document.place(Span::new(start, start + words.len()));
            (&json[place.start..place.end], place.line, place.column)
        };
        assert_eq!(place("ürich"), (r"\u00fcrich", 2, 20));
        assert_eq!(place("\"12\" < 30"), (r#"\"<b>12</b>\" &lt; 30"#, 2, 32));
    }

    #[test]
    fn what_is_no_item() {
        assert_eq!(read("[]".into()).unwrap_err(), "no JSON object");
        assert_eq!(read("{\"a\":".into()).unwrap_err(), "the JSON object ends too early");
        assert!(read("{\"name\": \"x\"}".into()).unwrap_err().ends_with("no ninjs item"));
    }
}

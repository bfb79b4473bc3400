//! NewsML and NITF: the news industry's articles in XML.
//!
//! `<headline>Blast kills 12</headline> … <inlineXML>…<p>Police said …` is a headline and a
//! paragraph. A message may hold several items; packages and pictures without a text are passed
//! over.

use std::sync::Arc;

use super::flow::{Flow, Region, Tag};
use super::prose::Prose;
use super::source::Source;
use super::xml::{Element, Node};
use super::{BlockKind, Document, head, plain, xml};

/// Reads the articles of a NewsML or NITF file.
pub(super) fn read(original: String) -> Result<Vec<Document>, String> {
    let mut reading = Reading::default();
    let mut failed = None;
    xml::walk(&original, |node| {
        if failed.is_none() {
            failed = reading.node(node).err();
        }
    })?;
    if let Some(message) = failed {
        return Err(message);
    }
    reading.end_item();
    if !reading.known {
        return Err("neither NewsML nor NITF".to_owned());
    }
    if reading.items.is_empty() {
        return Err("no news item with a text".to_owned());
    }
    let original = Arc::new(original);
    let documents = reading.items.into_iter().map(|(id, prose)| {
        let source = Source::of(Arc::clone(&original), prose.places);
        Document { text: prose.text, blocks: prose.blocks, id, source, ..Document::default() }
    });
    Ok(documents.collect())
}

/// What the place within a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    /// Nothing of the article.
    #[default]
    Other,
    /// A field of one block.
    Field(BlockKind),
    /// The article, element by element.
    Body,
    /// The article as plain text.
    Plain,
}

/// A file half read.
#[derive(Default)]
struct Reading {
    /// The items read, each with its id.
    items: Vec<(Option<String>, Prose)>,
    flow: Flow,
    id: Option<String>,
    part: Part,
    /// How deep within the part the place is.
    depth: usize,
    /// Whether anything said that this is an article.
    known: bool,
    /// Whether the place is within the data about the content.
    in_meta: bool,
    /// Whether the place is within the text of NITF, below its headlines.
    in_content: bool,
    /// Whether the item is a picture or the like.
    is_media: bool,
}

impl Reading {
    fn node(&mut self, node: Node<'_>) -> Result<(), String> {
        match node {
            Node::Open(element) if self.part == Part::Other => self.enter(&element),
            Node::Open(element) => {
                self.depth += 1;
                if self.part == Part::Body {
                    self.in_content |= element.name == "body.content";
                    self.flow.open(&tag(&element, self.in_content))?;
                }
            }
            Node::Close(name) if self.part == Part::Other => self.leave(name),
            Node::Close(_) if self.depth == 0 => self.end_part(),
            Node::Close(name) => {
                self.depth -= 1;
                if self.part == Part::Body {
                    self.flow.close(known_as(name, self.in_content));
                }
            }
            Node::Text(words, at) => self.text(words, at),
        }
        Ok(())
    }

    /// An element begins where nothing is being read.
    fn enter(&mut self, element: &Element<'_>) {
        self.depth = 0;
        self.in_content = element.name == "body.content";
        self.part = match element.name {
            "newsItem" | "NewsItem" | "nitf" => {
                self.end_item();
                self.known = true;
                self.id = element.attribute("guid").or_else(|| element.attribute("id"));
                Part::Other
            }
            "newsMessage" | "packageItem" | "NewsML" => {
                self.known = true;
                Part::Other
            }
            "itemClass" => {
                let class = element.attribute("qcode").unwrap_or_default();
                self.is_media = !class.is_empty() && !class.ends_with(":text");
                Part::Other
            }
            "contentMeta" => {
                self.in_meta = true;
                Part::Other
            }
            "HeadLine" | "hl1" => self.field(BlockKind::Headline),
            "headline" if self.in_meta => self.field(BlockKind::Headline),
            "SubHeadLine" | "abstract" | "hl2" => self.field(BlockKind::Standfirst),
            "description" if self.in_meta => self.field(match element.attribute("role") {
                Some(role) if role.ends_with("caption") => BlockKind::Caption,
                _ => BlockKind::Standfirst,
            }),
            "inlineXML" | "DataContent" | "body.content" => Part::Body,
            "inlineData" => {
                self.flow.prose.begin(BlockKind::Paragraph);
                Part::Plain
            }
            _ => Part::Other,
        };
    }

    /// Begins a block that one element holds.
    fn field(&mut self, kind: BlockKind) -> Part {
        self.flow.prose.begin(kind);
        Part::Field(kind)
    }

    fn text(&mut self, words: &str, at: usize) {
        match self.part {
            Part::Other => {}
            Part::Field(_) | Part::Body => self.flow.text(words, at),
            Part::Plain => self.flow.prose.copy(words, at),
        }
    }

    fn leave(&mut self, name: &str) {
        match name {
            "newsItem" | "NewsItem" | "nitf" => self.end_item(),
            "contentMeta" => self.in_meta = false,
            _ => {}
        }
    }

    fn end_part(&mut self) {
        match self.part {
            Part::Plain => self.flow.prose.split(plain::body),
            _ => self.flow.end_block(),
        }
        self.part = Part::Other;
    }

    /// Keeps the item that was read, if it is an article.
    fn end_item(&mut self) {
        self.flow.end_block();
        let flow = std::mem::take(&mut self.flow);
        let (id, media) = (self.id.take(), std::mem::take(&mut self.is_media));
        let mut prose = keep_one_headline(flow);
        if !media && !prose.blocks.is_empty() {
            head::name(&mut prose);
            self.items.push((id, prose));
        }
    }
}

/// The text of an item often repeats the headline of its metadata, and its page has a title. One
/// that says something else is kept: it is a claim of its own.
fn keep_one_headline(flow: Flow) -> Prose {
    let Flow { mut prose, regions, .. } = flow;
    let text = &prose.text;
    let mut regions = regions.into_iter();
    let mut known: Option<&str> = None;
    prose.blocks.retain(|block| {
        let is_title = regions.next() == Some(Region::Title);
        let words = block.span.of(text);
        block.kind != BlockKind::Headline || {
            let keep = known.is_none_or(|known| known != words && !is_title);
            known = known.or(Some(words));
            keep
        }
    });
    prose
}

/// An element as the flow reads it.
fn tag(element: &Element<'_>, in_content: bool) -> Tag {
    let class = element.attribute("class").map(|class| ("class".to_owned(), class, 0..0));
    let name = known_as(element.name, in_content).to_owned();
    Tag { name, attributes: class.into_iter().collect() }
}

/// What the flow calls an element: the second headline of NITF is a standfirst, but the heading of a
/// section within the text.
fn known_as(name: &str, in_content: bool) -> &str {
    if in_content && name == "hl2" { "h2" } else { name }
}

#[cfg(test)]
mod tests {
    use super::BlockKind::*;
    use super::*;

    fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
        document.blocks.iter().map(|b| (b.kind, document.words(b.span))).collect()
    }

    const MESSAGE: &str = r#"<?xml version="1.0"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:a"><itemMeta><itemClass qcode="ninat:text"/></itemMeta>
<contentMeta><headline>Blast &amp; fire kill 12</headline>
<description role="drol:summary">Market in ruins</description><subject><name>war</name></subject>
</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Agency page</title></head>
<body><h1>Blast &amp; fire kill 12</h1><p>Twelve <b>peo</b>ple
died.</p><ul><li>nine men</li></ul></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:p"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta>
<contentMeta><headline>The hall</headline></contentMeta></newsItem>
<newsItem guid="urn:b"><contentMeta><headline>Storm kills 40</headline></contentMeta>
<contentSet><inlineData contenttype="text/plain">Forty died.

Police said so.</inlineData></contentSet></newsItem>
</itemSet></newsMessage>"#;

    #[test]
    fn messages_hold_several_items() {
        let read = read(MESSAGE.to_owned()).unwrap();
        let [first, second] = read.as_slice() else { panic!("two articles") };
        let expected = [
            (Headline, "Blast & fire kill 12"),
            (Standfirst, "Market in ruins"),
            (Paragraph, "Twelve people died."),
            (ListItem, "nine men"),
        ];
        assert_eq!(blocks(first), expected);
        let expected = [
            (Headline, "Storm kills 40"),
            (Paragraph, "Forty died."),
            (Paragraph, "Police said so."),
        ];
        assert_eq!(blocks(second), expected);
        assert_eq!(second.id.as_deref(), Some("urn:b"));
        let place = first.place(first.blocks[2].span);
        assert_eq!(&MESSAGE[place.start..place.end], "Twelve <b>peo</b>ple\ndied.");
        assert_eq!((place.line, place.column), (8, 43));
    }

    #[test]
    fn nitf_by_itself_and_in_newsml() {
        let nitf = "<nitf><head><docdata/></head><body><body.head><hedline><hl1>Blast kills 12</hl1>\
            <hl2>Market in ruins</hl2></hedline><byline>By 7 reporters</byline></body.head><body.content>\
            <block><p>Twelve died.</p><hl2>The dead</hl2><p>All were men.</p></block><media><media-caption>The hall</media-caption></media>\
            </body.content></body></nitf>";
        let within =
            format!("<newsItem><contentSet><inlineXML>{nitf}</inlineXML></contentSet></newsItem>");
        let expected = [
            (Headline, "Blast kills 12"),
            (Standfirst, "Market in ruins"),
            (Paragraph, "Twelve died."),
            (Heading, "The dead"),
            (Paragraph, "All were men."),
            (Caption, "The hall"),
        ];
        for xml in [nitf, &within] {
            assert_eq!(blocks(&read(xml.to_owned()).unwrap()[0]), expected);
        }
    }

    #[test]
    fn what_is_no_news() {
        let message = |xml: &str| read(xml.to_owned()).unwrap_err();
        assert_eq!(message("<a/>"), "neither NewsML nor NITF");
        assert_eq!(message("<newsMessage/>"), "no news item with a text");
        assert_eq!(message("<nitf><body>"), "the XML ends too early");
        assert!(message("<nitf></body>").starts_with("not well-formed XML: "));
        let bomb = "<!DOCTYPE nitf [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><nitf><hl1>&b;</hl1></nitf>";
        let read = read(bomb.to_owned()).unwrap();
        assert_eq!(blocks(&read[0]), [(Headline, "\u{FFFD}")]);
    }
}

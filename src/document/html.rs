//! HTML, tag by tag, as its writers left it.
//!
//! `<h1>Blast kills 12</h1><p>Police said …` is a headline and a paragraph. Tags that are missing,
//! crossed or unknown are no error. Which blocks of a page are the article, `page` decides.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::Tokenizer;
use html5gum::emitters::callback::CallbackEmitter;
use html5gum::emitters::callback::CallbackEvent;

use super::flow::{Flow, Tag};
use super::prose::Prose;
use super::{Comment, Document, page};
use crate::span::Span;

/// Reads HTML.
pub(super) fn read(original: String) -> Result<Document, String> {
    let (prose, comments) = article(&original)?;
    Ok(Document::collected(prose, original, comments))
}

/// The article of some HTML, and the comments in it.
pub(super) fn article(html: &str) -> Result<(Prose, Vec<Comment>), String> {
    let (flow, mut comments) = flow(html)?;
    let prose = page::article(html, flow);
    for comment in &mut comments {
        comment.next = prose.block_after(comment.span.end);
    }
    Ok((prose, comments))
}

/// Everything on a page.
pub(super) fn flow(html: &str) -> Result<(Flow, Vec<Comment>), String> {
    let mut reading = Reading { html, flow: Flow::default(), comments: Vec::new(), tag: None };
    let mut failed = None;
    let callback = |event: CallbackEvent<'_>, place: html5gum::Span<usize>| -> Option<Infallible> {
        if failed.is_none() {
            failed = reading.event(event, place.start..place.end).err();
        }
        None
    };
    let mut emitter = CallbackEmitter::new(callback);
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).for_each(drop);
    reading.flow.end_block();
    match failed {
        Some(message) => Err(message),
        None => Ok((reading.flow, reading.comments)),
    }
}

/// HTML half read.
struct Reading<'a> {
    html: &'a str,
    flow: Flow,
    comments: Vec<Comment>,
    /// The tag whose attributes are being read.
    tag: Option<Tag>,
}

impl Reading<'_> {
    fn event(&mut self, event: CallbackEvent<'_>, place: Range<usize>) -> Result<(), String> {
        let written = self.html.get(place.clone()).unwrap_or_default();
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Some(Tag { name: to_name(name), attributes: Vec::new() });
            }
            CallbackEvent::AttributeName { name } => {
                if let Some(tag) = &mut self.tag {
                    tag.attributes.push((to_name(name), String::new(), place.end..place.end));
                }
            }
            CallbackEvent::AttributeValue { .. } => self.attribute(written, place),
            CallbackEvent::CloseStartTag { .. } => {
                if let Some(tag) = self.tag.take() {
                    self.flow.open(&tag)?;
                }
            }
            CallbackEvent::EndTag { name } => self.flow.close(&to_name(name)),
            CallbackEvent::String { .. } => self.flow.text(written, place.start),
            CallbackEvent::Comment { value } => {
                let text = String::from_utf8_lossy(value).trim().to_owned();
                self.comments.push(Comment {
                    text,
                    span: Span::new(place.start, place.end),
                    next: 0,
                });
            }
            _ => {}
        }
        Ok(())
    }

    fn attribute(&mut self, written: &str, place: Range<usize>) {
        if let Some((_, value, at)) = self.tag.as_mut().and_then(|tag| tag.attributes.last_mut()) {
            written.clone_into(value);
            *at = place;
        }
    }
}

/// A name that the tokenizer has made lower case.
fn to_name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::super::BlockKind;
    use super::super::BlockKind::*;
    use super::super::Cell;
    use super::*;

    fn blocks(html: &str) -> Vec<(BlockKind, String)> {
        let document = read(html.to_owned()).unwrap();
        document.blocks.iter().map(|b| (b.kind, document.words(b.span).to_owned())).collect()
    }

    fn expect(html: &str, expected: &[(BlockKind, &str)]) {
        let expected: Vec<_> = expected.iter().map(|(k, w)| (*k, (*w).to_owned())).collect();
        assert_eq!(blocks(html), expected);
    }

    #[test]
    fn a_draft() {
        let html = "<h1>Blast kills <b>12</b></h1><p class=standfirst>Market in ruins.</p>
            <p>Twelve <i>peo</i>ple\n died &amp; 30 were hurt.<sup>1</sup> On the 5<sup>th</sup>
            <p>So.<br>Yes.<br><br>No. <del>99 died</del>
            <ul><li>nine men<li>three <p>women</ul>
            <figure><img alt=x><figcaption>The hall</figcaption></figure>
            <table><tr><th>side<th>killed<tr><td>army<td>~1,200</table>
            <blockquote><p>We counted 12.</p></blockquote>Left &lt;over";
        let expected = [
            (Headline, "Blast kills 12"),
            (Standfirst, "Market in ruins."),
            (Paragraph, "Twelve people died & 30 were hurt. On the 5th"),
            (Paragraph, "So.\nYes."),
            (Paragraph, "No."),
            (ListItem, "nine men"),
            (ListItem, "three"),
            (ListItem, "women"),
            (Caption, "The hall"),
            (TableCell, "side"),
            (TableCell, "killed"),
            (TableCell, "army"),
            (TableCell, "~1,200"),
            (Quotation, "We counted 12."),
            (Paragraph, "Left <over"),
        ];
        expect(html, &expected);
    }

    #[test]
    fn cells_know_their_places() {
        let places = |html: &str| Cell::all(&read(html.to_owned()).unwrap().blocks);
        let table =
            "<table><tr><th colspan=2>a<th>b<tr><td><td>2<td>3</table><table><tr><td>c</table>";
        let wide = [(1, 1, 1), (1, 1, 3), (1, 2, 2), (1, 2, 3), (2, 1, 1)];
        assert_eq!(places(table), wide);
        // Cells behind one of several rows stand nobody knows where.
        let tall = "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>";
        assert_eq!(places(tall), [(1, 1, 1)]);
    }

    #[test]
    fn words_point_into_the_original() {
        let html = "<p>Zürich: 12\n  <b>dead</b> &amp;&nbsp;30 hurt</p>";
        let document = read(html.to_owned()).unwrap();
        let place = |words: &str| {
            let start = document.text.find(words).unwrap();
            let place = document.place(Span::new(start, start + words.len()));
            (&html[place.start..place.end], place.line, place.column)
        };
        assert_eq!(place("12 dead"), ("12\n  <b>dead", 1, 12));
        assert_eq!(place("&\u{a0}30"), ("&amp;&nbsp;30", 2, 15));
    }

    #[test]
    fn comments_are_kept() {
        let html = "<p>One.</p><!-- tollcheck: allow x: y --><p>Two.</p><!-- end -->";
        let comments = read(html.to_owned()).unwrap().comments;
        let said: Vec<_> = comments.iter().map(|c| (c.text.as_str(), c.next)).collect();
        assert_eq!(said, [("tollcheck: allow x: y", 1), ("end", 2)]);
        assert_eq!(comments[1].span.of(html), "<!-- end -->");
    }
}

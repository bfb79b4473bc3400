//! Markdown: headings, paragraphs, lists, tables, quotations and front matter.
//!
//! `# Blast kills **12**` is the headline "Blast kills 12". Emphasis, links and code fences are
//! no words; comments are kept aside.

use std::ops::Range;

use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::MetadataBlockKind;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;

use super::prose::Prose;
use super::{BlockKind, Cell, Comment, Document, front_matter, head, html};
use crate::span::Span;

/// Reads Markdown.
pub(super) fn read(original: String) -> Result<Document, String> {
    let mut reading = Reading::new(&original);
    for (event, range) in Parser::new_ext(&original, options()).into_offset_iter() {
        reading.event(event, range);
    }
    let Reading { mut prose, comments, failed, .. } = reading;
    if let Some(message) = failed {
        return Err(message);
    }
    prose.end();
    head::name(&mut prose);
    Ok(Document::collected(prose, original, comments))
}

/// The Markdown that newsrooms write.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// A Markdown file half read.
struct Reading<'a> {
    original: &'a str,
    prose: Prose,
    comments: Vec<Comment>,
    /// The containers around the place, outermost first.
    around: Vec<BlockKind>,
    /// How many things that hold no prose are around the place.
    silent: usize,
    /// Whether the first heading of the first level was seen.
    headed: bool,
    /// Where the picture starts whose description is a caption.
    caption: Option<usize>,
    /// How the head is written, while it is being read.
    metadata: Option<MetadataBlockKind>,
    /// The HTML of a block of its own, while it is being read.
    html: Option<Prose>,
    /// The cell being read, or the last one.
    cell: Cell,
    /// Whether tags within the line raise or strike out the words.
    struck: bool,
    /// Why some HTML could not be read.
    failed: Option<String>,
}

impl<'a> Reading<'a> {
    fn new(original: &'a str) -> Reading<'a> {
        Reading {
            original,
            prose: Prose::default(),
            comments: Vec::new(),
            around: Vec::new(),
            silent: 0,
            headed: false,
            caption: None,
            metadata: None,
            html: None,
            cell: Cell::default(),
            struck: false,
            failed: None,
        }
    }

    /// What a paragraph at this place is.
    fn kind(&self) -> BlockKind {
        self.around.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, &range),
            Event::End(tag) => self.end(tag, &range),
            Event::Text(head) if self.metadata.is_some() => self.head(&head, &range),
            Event::Text(text) | Event::Code(text) => self.text(&text, range),
            Event::SoftBreak | Event::HardBreak => self.text("\n", range),
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::Html(html) => {
                if let Some(block) = &mut self.html {
                    stand(block, self.original, &html, range);
                }
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.heading(*level),
            Tag::Paragraph => self.prose.begin(self.kind()),
            Tag::Item => self.enter(BlockKind::ListItem),
            Tag::BlockQuote(_) => self.around.push(BlockKind::Quotation),
            Tag::FootnoteDefinition(_) => self.enter(BlockKind::Footnote),
            Tag::Table(_) => self.cell = self.cell.next_table(),
            Tag::TableHead | Tag::TableRow => self.cell = self.cell.next_row(),
            Tag::TableCell => {
                self.cell = self.cell.next(1);
                self.prose.begin_in(self.cell);
            }
            Tag::MetadataBlock(kind) => self.metadata = Some(*kind),
            Tag::CodeBlock(_) => self.silent += 1,
            Tag::Strikethrough if self.is_struck(range) => self.silent += 1,
            Tag::Strikethrough => self.text("~", range.start..range.start + 1),
            Tag::Emphasis | Tag::Strong => self.emphasis(range),
            Tag::Image { .. } => self.image(range),
            Tag::HtmlBlock => self.html = Some(Prose::default()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::TableCell => {
                self.prose.end();
                self.struck = false;
            }
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.prose.end();
                self.around.pop();
            }
            TagEnd::BlockQuote(_) => {
                self.around.pop();
            }
            TagEnd::MetadataBlock(_) => self.metadata = None,
            TagEnd::CodeBlock => self.silent -= 1,
            TagEnd::Strikethrough if self.is_struck(range) => self.silent -= 1,
            TagEnd::Strikethrough => self.text("~", range.end - 1..range.end),
            TagEnd::Image if self.caption != Some(range.start) => self.silent -= 1,
            _ => {}
        }
    }

    /// Reads the front matter.
    fn head(&mut self, head: &str, range: &Range<usize>) {
        if let Some(kind) = self.metadata {
            front_matter::read(head, kind, range.start, &mut self.prose);
        }
    }

    /// Enters a container whose text may stand in it without a paragraph of its own.
    fn enter(&mut self, kind: BlockKind) {
        self.around.push(kind);
        self.prose.begin(kind);
    }

    /// The first heading of the first level is the headline, unless text stands before it.
    fn heading(&mut self, level: HeadingLevel) {
        let first = level == HeadingLevel::H1 && !std::mem::replace(&mut self.headed, true);
        let kind = if first { BlockKind::Headline } else { BlockKind::Heading };
        self.prose.begin(kind);
    }

    /// Two tildes strike words out; one is a tilde: "~80,000".
    fn is_struck(&self, range: &Range<usize>) -> bool {
        self.original[range.clone()].starts_with("~~")
    }

    /// The description of a picture that stands alone is its caption; within a sentence it is no
    /// part of it.
    fn image(&mut self, range: &Range<usize>) {
        if self.fills_paragraph(range) {
            self.prose.call_it(BlockKind::Caption);
            self.caption = Some(range.start);
        } else {
            self.silent += 1;
        }
    }

    /// A whole paragraph in italics or bold right below the headline is the standfirst.
    fn emphasis(&mut self, range: &Range<usize>) {
        let below = self.prose.blocks.last().is_some_and(|b| b.kind == BlockKind::Headline);
        if below && self.kind() == BlockKind::Paragraph && self.fills_paragraph(range) {
            self.prose.call_it(BlockKind::Standfirst);
        }
    }

    /// Whether a stretch at this place is all that its paragraph holds.
    fn fills_paragraph(&self, range: &Range<usize>) -> bool {
        let rest = &self.original[range.end..];
        let mut lines = rest.split('\n').map(str::trim);
        self.silent == 0
            && self.prose.open_kind() == Some(BlockKind::Paragraph)
            && self.prose.open_words().is_empty()
            && lines.next() == Some("")
            && lines.next().is_none_or(str::is_empty)
    }

    /// Adds words. What the original writes in another way (`&amp;`) is one stretch.
    fn text(&mut self, text: &str, range: Range<usize>) {
        if self.silent > 0 || self.struck {
            return;
        }
        // After a nested list an item may go on without a paragraph of its own.
        if self.prose.open_kind().is_none() {
            self.prose.begin(self.kind());
        }
        stand(&mut self.prose, self.original, text, range);
    }

    /// Keeps a comment; a line break is white space, raised and struck words are not read, other
    /// tags are nothing.
    fn inline_html(&mut self, tag: &str, range: Range<usize>) {
        const STRUCK: [&str; 4] = ["del", "s", "strike", "sup"];
        let name = tag.trim_start_matches(['<', '/']).trim_end_matches('>');
        if let Some(text) = tag.strip_prefix("<!--") {
            let text = text.strip_suffix("-->").unwrap_or(text).trim().to_owned();
            let within = !self.prose.open_words().trim().is_empty();
            let next = self.prose.blocks.len() + usize::from(within);
            self.comments.push(Comment { text, span: Span::new(range.start, range.end), next });
        } else if tag.starts_with("<br") {
            self.prose.space(range);
        } else if STRUCK.contains(&name) {
            self.struck = !tag.starts_with("</");
        }
    }

    /// Reads HTML that stands by itself.
    fn html_block(&mut self) {
        let Some(html) = self.html.take() else { return };
        let (mut flow, comments) = match html::flow(&html.text) {
            Ok(read) => read,
            Err(message) => {
                self.failed = Some(message);
                return;
            }
        };
        // The words of a list item above it are a block before it.
        self.prose.end();
        let before = self.prose.blocks.len();
        for block in &mut flow.prose.blocks {
            let known = std::mem::replace(&mut self.headed, true);
            if block.kind == BlockKind::Headline && (known || before > 0) {
                block.kind = BlockKind::Heading;
            }
            self.headed = known || block.kind == BlockKind::Headline;
        }
        self.comments.extend(comments.into_iter().map(|comment| Comment {
            next: before + flow.prose.block_after(comment.span.end),
            span: html.places.span(comment.span),
            ..comment
        }));
        self.prose.append(&flow.prose, &html.places);
    }
}

/// Adds words that stand at `range`. What the original writes in another way (`&amp;`) is one
/// stretch.
fn stand(prose: &mut Prose, original: &str, words: &str, range: Range<usize>) {
    match original.get(range.clone()).and_then(|written| written.find(words)) {
        Some(within) => prose.copy(words, range.start + within),
        None => prose.stand_in(words, range),
    }
}

#[cfg(test)]
mod tests {
    use super::BlockKind::*;
    use super::*;

    fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
        document.blocks.iter().map(|b| (b.kind, document.words(b.span))).collect()
    }

    const ARTICLE: &str = "\
# Blast kills **12**

*Market hall in ruins*

<!-- tollcheck: allow headline-mismatch: checked -->
Police said [12 people](https://example.org/12) died in the *mark*et &amp; 30 were
hurt ~~badly~~.[^1]

![The hall, where 12 died](hall.jpg)

## The dead

- nine men
- three women

  all from one street

> We counted 12.

| side | killed |
|------|--------|
| army | ~1,200 |

```
99 killed
```

[^1]: As of Monday.
";

    #[test]
    fn markup_is_no_text() {
        let document = read(ARTICLE.to_owned()).unwrap();
        let expected = [
            (Headline, "Blast kills 12"),
            (Standfirst, "Market hall in ruins"),
            (Paragraph, "Police said 12 people died in the market & 30 were\nhurt ."),
            (Caption, "The hall, where 12 died"),
            (Heading, "The dead"),
            (ListItem, "nine men"),
            (ListItem, "three women"),
            (ListItem, "all from one street"),
            (Quotation, "We counted 12."),
            (TableCell, "side"),
            (TableCell, "killed"),
            (TableCell, "army"),
            (TableCell, "~1,200"),
            (Footnote, "As of Monday."),
        ];
        assert_eq!(blocks(&document), expected);
    }

    #[test]
    fn cells_know_their_places() {
        let tables = "| a | b |\n|---|---|\n| | 2 |\n\ntext\n\n| c | d |\n|---|---|\n";
        let document = read(tables.to_owned()).unwrap();
        let places = [(1, 1, 1), (1, 1, 2), (1, 2, 2), (2, 1, 1), (2, 1, 2)];
        assert_eq!(Cell::all(&document.blocks), places);
    }

    #[test]
    fn words_point_into_the_original() {
        let document = read(ARTICLE.to_owned()).unwrap();
        let place = |words: &str| {
            let start = document.text.find(words).unwrap();
            let place = document.place(Span::new(start, start + words.len()));
            (&ARTICLE[place.start..place.end], place.line, place.column)
        };
        assert_eq!(place("Blast kills 12"), ("Blast kills **12", 1, 3));
        assert_eq!(place("12 people died"), ("12 people](https://example.org/12) died", 6, 14));
        assert_eq!(place("market & 30"), ("mark*et &amp; 30", 6, 62));
        assert_eq!(place("army"), ("army", 22, 3));
    }

    #[test]
    fn comments_are_kept() {
        let document = read(ARTICLE.to_owned()).unwrap();
        let [comment] = document.comments.as_slice() else { panic!("one comment") };
        assert_eq!(comment.text, "tollcheck: allow headline-mismatch: checked");
        assert_eq!(document.blocks[comment.next].kind, Paragraph);
        assert!(comment.span.of(ARTICLE).starts_with("<!--"));
    }

    #[test]
    fn comments_stand_in_lists_too() {
        for list in [
            "- one\n  <!-- a -->\n  - two\n",
            "- one\n\n  <!-- a -->\n  - two\n",
            "- one\n  - <!-- a -->\n    two\n",
            "- one\n  - <!-- a --> two\n",
            "- one\n<!-- a -->\n- two\n",
            "1. one\n   1. <!-- a -->\n\n      two\n",
            "> - one\n>   <!-- a -->\n>   - two\n",
        ] {
            let document = read(list.to_owned()).unwrap();
            let [comment] = document.comments.as_slice() else { panic!("one comment in {list}") };
            let next = document.blocks[comment.next];
            assert_eq!(document.words(next.span), "two", "{list}");
        }
    }

    #[test]
    fn front_matter_names_the_headline() {
        let original =
            "---\ntitle: Blast kills 12\nsummary: >\n  30\n  hurt\n---\n\nTwelve died.\n";
        let document = read(original.to_owned()).unwrap();
        let expected =
            [(Headline, "Blast kills 12"), (Standfirst, "30 hurt"), (Paragraph, "Twelve died.")];
        assert_eq!(blocks(&document), expected);
        assert_eq!(document.place(document.blocks[1].span).line, 4);
    }

    #[test]
    fn a_draft_without_marks() {
        let document = read("Blast kills 12\n\nTwelve died, police said.\n".to_owned()).unwrap();
        assert_eq!(blocks(&document)[0], (Headline, "Blast kills 12"));
    }

    #[test]
    fn html_within() {
        let original = "Twelve<sup>1</sup> died<br>so.\n\n> <figure>\n> <figcaption>The\n> hall\n> \
                        </figcaption></figure>\n\n<!-- a --><!-- b -->\n\nEnd.\n";
        let document = read(original.to_owned()).unwrap();
        let expected = [(Paragraph, "Twelve died so."), (Caption, "The hall"), (Paragraph, "End.")];
        assert_eq!(blocks(&document), expected);
        let place = document.place(document.blocks[1].span);
        assert_eq!(&original[place.start..place.end], "The\n> hall");
        let comments: Vec<_> =
            document.comments.iter().map(|c| (c.text.as_str(), c.next)).collect();
        assert_eq!(comments, [("a", 2), ("b", 2)]);
        assert_eq!(document.comments[1].span.of(original), "<!-- b -->");
    }

    #[test]
    fn one_tilde_strikes_nothing() {
        let document = read("Killed: ~80 and ~40~, or 5~10 and 3~4.".to_owned()).unwrap();
        assert_eq!(
            document.words(document.blocks[0].span),
            "Killed: ~80 and ~40~, or 5~10 and 3~4."
        );
    }
}

//! A document: prose and its structure, with places that point into the original file.
//!
//! "Blast kills 12" may be its headline. A document knows neither language nor numbers.
//!
//! ```
//! use tollcheck::document::{self, BlockKind, Format};
//!
//! let file = b"# Blast kills **12**\n\nPolice said so.\n".to_vec();
//! let document = document::read(file, "draft.md", Format::Markdown)?;
//! assert_eq!(document.words(document.blocks[0].span), "Blast kills 12");
//! let place = document.place(document.blocks[0].span);
//! assert_eq!((place.start, place.end, place.line, place.column), (2, 18, 1, 3));
//! # Ok::<(), document::ReadError>(())
//! ```

mod archive;
mod docx;
mod elements;
mod encoding;
mod error;
mod flow;
mod front_matter;
mod head;
mod html;
mod intake;
mod json;
mod lines;
mod markdown;
mod markup;
mod newsml;
mod ninjs;
mod offsets;
mod page;
mod plain;
mod prose;
mod source;
mod unpack;
mod xml;

pub use self::archive::Archive;
pub use self::archive::Fields;
pub use self::error::ReadError;
pub use self::intake::Documents;
pub use self::intake::Intake;
pub use self::source::Place;
pub use self::source::Source;

use self::prose::Prose;
use crate::span::Span;

/// What part of an article a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline of the article.
    Headline,
    /// The standfirst, subtitle or banner below it.
    Standfirst,
    /// The heading of a section.
    Heading,
    /// A paragraph of the body.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// The caption of a picture.
    Caption,
    /// A block quotation.
    Quotation,
    /// A footnote.
    Footnote,
}

/// A stretch of the text that is read by itself: no sentence crosses its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the document's text.
    pub span: Span,
    /// Where in its table it stands, if it is a cell of one.
    pub cell: Option<Cell>,
}

/// Where a cell stands, everything counted from one; what was not begun yet is zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Which table of the document.
    pub table: usize,
    /// Which row, the one with the names of the columns first.
    pub row: usize,
    /// Which column.
    pub column: usize,
}

impl Cell {
    /// The table, row and column of every cell of some blocks, for tests.
    #[cfg(test)]
    fn all(blocks: &[Block]) -> Vec<(usize, usize, usize)> {
        let cells = blocks.iter().filter_map(|block| block.cell);
        cells.map(|cell| (cell.table, cell.row, cell.column)).collect()
    }

    /// Where the next table begins.
    fn next_table(self) -> Cell {
        Cell { table: self.table + 1, row: 0, column: 0 }
    }

    /// Where the next row begins.
    fn next_row(self) -> Cell {
        Cell { row: self.row + 1, column: 0, ..self }
    }

    /// The cell after this one, or after one so many columns wide.
    fn next(self, width: usize) -> Cell {
        Cell { column: self.column + width, ..self }
    }
}

/// A comment of the original, kept because it may speak to tollcheck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// What it says, without its marks.
    pub text: String,
    /// Where it stands in the original's text.
    pub span: Span,
    /// The block that follows it, as a place in the document's list.
    pub next: usize,
}

/// How a file is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Plain,
    /// Markdown, with or without front matter.
    Markdown,
    /// A Word document.
    Docx,
    /// An HTML page or part of one.
    Html,
    /// An article in the news industry's JSON.
    Ninjs,
    /// Articles in the news industry's XML: NewsML, or NITF.
    NewsMl,
    /// JSON Lines: an archive, one article a line.
    JsonLines,
}

impl Format {
    /// The format of a file by the end of its name, packed or not.
    pub fn of_name(name: &str) -> Option<Format> {
        let (_, extension) = unpack::inner_name(name).rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "docx" | "docm" => Some(Format::Docx),
            "htm" | "html" | "xhtml" => Some(Format::Html),
            "json" | "ninjs" => Some(Format::Ninjs),
            "newsml" | "nitf" | "xml" => Some(Format::NewsMl),
            "jsonl" | "ndjson" => Some(Format::JsonLines),
            "txt" | "text" => Some(Format::Plain),
            "md" | "markdown" => Some(Format::Markdown),
            _ => None,
        }
    }
}

impl Format {
    /// Whether a file's name is enough to tell that it is an article: JSON and XML may be anything.
    pub fn is_sure(self) -> bool {
        !matches!(self, Format::Ninjs | Format::NewsMl)
    }

    /// Whether a file that begins with `head` can be an article of this format.
    pub fn fits(self, head: &[u8]) -> bool {
        let marks: &[&[u8]] = match self {
            Format::Ninjs => &[b"\"headline", b"\"body_"],
            Format::NewsMl => &[b"<newsMessage", b"<newsItem", b"<nitf", b"<NewsML"],
            _ => return true,
        };
        marks.iter().any(|mark| head.windows(mark.len()).any(|words| words == *mark))
    }
}

/// The prose of one article.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The prose that is analysed.
    pub text: String,
    /// The parts of the text, in order, none overlapping.
    pub blocks: Vec<Block>,
    /// The comments of the original, in order.
    pub comments: Vec<Comment>,
    /// What the archive that it comes from calls it, if it does.
    pub id: Option<String>,
    /// Where its text stands in the file it was read from.
    pub source: Source,
}

/// Reads a file of one article. `path` is only what messages call it. Of an archive it reads the
/// first article; [`Intake`] reads them all.
///
/// # Errors
///
/// An error names the file and says why it cannot be read.
pub fn read(bytes: Vec<u8>, path: &str, format: Format) -> Result<Document, ReadError> {
    let intake = Intake { format: Some(format), ..Intake::default() };
    intake.open(bytes.as_slice(), path).next().unwrap_or_else(|| Ok(Document::default()))
}

/// Reads the articles that a file holds, of parts of at most `largest` bytes.
fn read_whole(bytes: Vec<u8>, format: Format, largest: usize) -> Result<Vec<Document>, String> {
    if format == Format::Docx {
        return Ok(vec![docx::read(bytes, largest)?]);
    }
    let decoded = encoding::decode(bytes)?;
    let mut documents = match format {
        Format::Markdown => vec![markdown::read(decoded.text)?],
        Format::Html => vec![html::read(decoded.text)?],
        Format::Ninjs => vec![ninjs::read(decoded.text)?],
        Format::NewsMl => newsml::read(decoded.text)?,
        _ => vec![Document::plain(decoded.text)],
    };
    for document in &mut documents {
        document.source.decoding = decoded.offsets.clone();
    }
    Ok(documents)
}

impl Document {
    /// Reads plain text: wrapped lines are joined to paragraphs, and the first line is the headline
    /// when a blank line follows it and it does not end like a sentence of a paragraph.
    pub fn plain(text: String) -> Document {
        Document { blocks: plain::blocks(&text), text, ..Document::default() }
    }

    /// A document of prose collected from `original`.
    fn collected(mut prose: Prose, original: String, comments: Vec<Comment>) -> Document {
        prose.end();
        let source = Source::of(original, prose.places);
        Document { text: prose.text, blocks: prose.blocks, comments, id: None, source }
    }

    /// The words at a place.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The words of the headline; empty where there is none.
    pub fn title(&self) -> &str {
        let headline = self.blocks.iter().find(|block| block.kind == BlockKind::Headline);
        headline.map_or("", |block| self.words(block.span))
    }

    /// Where some words stand in the original file.
    pub fn place(&self, span: Span) -> Place {
        self.source.place(&self.text, span)
    }

    /// The bytes of the original file where some words stand.
    pub fn bytes(&self, span: Span) -> Span {
        self.source.bytes(span)
    }

    /// The text whose lines a report shows: the original where it can be read, and otherwise the
    /// prose itself.
    pub fn shown(&self) -> &str {
        self.source.shown(&self.text)
    }

    /// Where some words stand in the shown text.
    pub fn shown_span(&self, span: Span) -> Span {
        self.source.shown_span(span)
    }
}

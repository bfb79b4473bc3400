//! A document: prose and its structure, with places that point into the original file.
//!
//! "Blast kills 12" may be its headline. A document knows neither language nor numbers.

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
}

/// The prose of one article.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The prose that is analysed.
    pub text: String,
    /// The parts of the text, in order, none overlapping.
    pub blocks: Vec<Block>,
}

impl Document {
    /// Reads plain text: paragraphs stand between blank lines, and the first line is the headline
    /// when a blank line follows it and it does not end like a sentence.
    pub fn plain(text: String) -> Document {
        let mut blocks = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let body = line.trim();
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            if !body.is_empty() {
                let kind =
                    if blocks.is_empty() { BlockKind::Headline } else { BlockKind::Paragraph };
                blocks.push(Block { kind, span: Span::new(start, start + body.len()) });
            }
        }
        Document { text, blocks }
    }

    /// The words at a place.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}

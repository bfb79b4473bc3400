//! Word documents: paragraphs, headings, lists, tables and footnotes, with tracked changes
//! accepted.
//!
//! A paragraph of the style "Title" that says "Blast kills 12" is the headline. Byte offsets count
//! within `word/document.xml`, on through the footnotes and endnotes after it; a line is a
//! paragraph. Fonts, pictures and comments are not read.

use std::collections::HashMap;
use std::io::Cursor;
use std::io::Read;

use zip::ZipArchive;
use zip::result::ZipError;

use super::markup::Space;
use super::prose::Prose;
use super::source::Source;
use super::xml::{Element, Node};
use super::{BlockKind, Cell, Document, head, markup, xml};

/// Reads a Word document whose parts have at most `largest` bytes each.
pub(super) fn read(bytes: Vec<u8>, largest: usize) -> Result<Document, String> {
    let mut file = ZipArchive::new(Cursor::new(bytes)).map_err(|error| not_word(&error))?;
    let Some(mut original) = part(&mut file, "word/document.xml", largest)? else {
        return Err("a zip archive without word/document.xml: no Word document".to_owned());
    };
    let styles = part(&mut file, "word/styles.xml", largest)?.unwrap_or_default();
    let mut reading = Reading::new(styles_of(&styles));
    reading.part(&original, 0).map_err(|error| format!("word/document.xml: {error}"))?;
    head::name(&mut reading.prose);
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = part(&mut file, name, largest)? {
            reading.part(&notes, original.len()).map_err(|error| format!("{name}: {error}"))?;
            original.push_str(&notes);
        }
    }
    let prose = reading.prose;
    let source = Source::paged(original, prose.places);
    Ok(Document { text: prose.text, blocks: prose.blocks, source, ..Document::default() })
}

/// A part of the file as text; none where the file has no such part.
fn part(
    file: &mut ZipArchive<Cursor<Vec<u8>>>,
    name: &str,
    largest: usize,
) -> Result<Option<String>, String> {
    let part = match file.by_name(name) {
        Ok(part) => part,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(not_word(&error)),
    };
    let mut bytes = Vec::new();
    let read = part.take(largest as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| format!("{name}: {error}"))?;
    if bytes.len() > largest {
        return Err(format!("{name} unpacks to more than {} MB", largest >> 20));
    }
    String::from_utf8(bytes).map(Some).map_err(|_| format!("{name} is not UTF-8"))
}

fn not_word(error: &ZipError) -> String {
    format!("no Word document: {error}")
}

/// What each paragraph style makes of its paragraphs, by the id of the style. Word translates the
/// ids into the language of its user, but not the names.
fn styles_of(xml: &str) -> HashMap<String, BlockKind> {
    let mut styles = HashMap::new();
    let mut id = None;
    // A damaged style sheet costs the styles after the damage, not the article.
    let _ = xml::walk(xml, |node| match node {
        Node::Open(element) if element.name == "style" => id = element.attribute("styleId"),
        Node::Open(element) if element.name == "name" => {
            let kind = element.attribute("val").and_then(|name| style_kind(&name));
            if let (Some(id), Some(kind)) = (id.take(), kind) {
                styles.insert(id, kind);
            }
        }
        _ => {}
    });
    styles
}

/// What a style makes of its paragraphs, by its name.
fn style_kind(name: &str) -> Option<BlockKind> {
    match name.to_ascii_lowercase().as_str() {
        "title" | "headline" => Some(BlockKind::Headline),
        "subtitle" | "standfirst" => Some(BlockKind::Standfirst),
        "caption" => Some(BlockKind::Caption),
        "quote" | "intense quote" | "block text" => Some(BlockKind::Quotation),
        name if name.starts_with("heading") => Some(BlockKind::Heading),
        name if name.starts_with("list") => Some(BlockKind::ListItem),
        _ => None,
    }
}

/// A Word document half read.
struct Reading {
    styles: HashMap<String, BlockKind>,
    prose: Prose,
    /// Where the part being read starts in the original.
    at: usize,
    /// The elements around the place that hold nothing to read, such as deleted words.
    silent: usize,
    /// Table cells and footnotes around the place.
    around: Vec<BlockKind>,
    /// The last cell begun, and how many columns it takes besides its own.
    cell: Cell,
    spanned: usize,
    /// Whether text is being read, and whether its run is hidden.
    in_text: bool,
    hidden: bool,
    /// Whether the end of the paragraph was deleted: the next one goes on with it.
    merged: bool,
    /// Whether the properties of a paragraph are being read.
    in_mark: bool,
    /// Whether what is being read is the line between text and notes.
    in_separator: bool,
}

impl Reading {
    fn new(styles: HashMap<String, BlockKind>) -> Reading {
        Reading {
            styles,
            prose: Prose::by_line(),
            at: 0,
            silent: 0,
            around: Vec::new(),
            cell: Cell::default(),
            spanned: 0,
            in_text: false,
            hidden: false,
            merged: false,
            in_mark: false,
            in_separator: false,
        }
    }

    /// Reads a part of the file that starts at `at` of the original.
    fn part(&mut self, xml: &str, at: usize) -> Result<(), String> {
        self.at = at;
        xml::walk(xml, |node| match node {
            Node::Open(element) => self.open(&element),
            Node::Close(name) => self.close(name),
            Node::Text(words, at) if self.in_text && self.is_read() => {
                if self.prose.open_kind().is_none() {
                    self.begin();
                }
                markup::text(words, self.at + at, Space::Kept, &mut self.prose);
            }
            Node::Text(..) => {}
        })?;
        self.prose.end();
        Ok(())
    }

    /// Whether words here are part of the article.
    fn is_read(&self) -> bool {
        self.silent == 0 && !self.hidden && !self.in_separator
    }

    /// Begins a paragraph.
    fn begin(&mut self) {
        match self.kind() {
            BlockKind::TableCell => self.prose.begin_in(self.cell),
            kind => self.prose.begin(kind),
        }
    }

    /// What a paragraph here is before its properties say more.
    fn kind(&self) -> BlockKind {
        self.around.last().copied().unwrap_or(BlockKind::Paragraph)
    }

    fn open(&mut self, element: &Element<'_>) {
        match element.name {
            "p" if std::mem::take(&mut self.merged) => {}
            "p" => self.begin(),
            "tbl" => self.cell = self.cell.next_table(),
            "tr" => {
                self.cell = self.cell.next_row();
                self.spanned = 0;
            }
            "tc" => {
                self.cell = self.cell.next(1 + std::mem::take(&mut self.spanned));
                self.around.push(BlockKind::TableCell);
            }
            "gridSpan" => self.spanned = width(element).saturating_sub(1),
            "footnote" | "endnote" => self.note(element),
            "pPr" => self.in_mark = true,
            "del" if self.in_mark => self.merged = true,
            "del" | "moveFrom" | "Fallback" => self.silent += 1,
            "pStyle" | "numPr" | "outlineLvl" => self.style(element),
            "vanish" if !self.in_mark => self.hidden = is_on(element),
            "r" => self.hidden = false,
            "t" => self.in_text = true,
            "tab" | "br" | "cr" if !self.in_mark => self.stand_in(" "),
            "noBreakHyphen" => self.stand_in("-"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" if self.merged => {}
            "p" => self.prose.end(),
            "tc" | "footnote" | "endnote" => {
                self.merged = false;
                self.prose.end();
                self.around.pop();
            }
            "pPr" => self.in_mark = false,
            "del" if self.in_mark => {}
            "del" | "moveFrom" | "Fallback" => self.silent = self.silent.saturating_sub(1),
            "t" => self.in_text = false,
            _ => {}
        }
    }

    /// A note of the article; the lines that Word puts between notes are none.
    fn note(&mut self, element: &Element<'_>) {
        self.around.push(BlockKind::Footnote);
        self.in_separator = element.attribute("type").is_some_and(|kind| kind != "normal");
    }

    /// What the properties of a paragraph make of it; a cell stays a cell.
    fn style(&mut self, element: &Element<'_>) {
        let kind = match element.name {
            "numPr" => Some(BlockKind::ListItem),
            "outlineLvl" if element.attribute("val").is_some_and(|level| level == "9") => None,
            "outlineLvl" => Some(BlockKind::Heading),
            _ => element.attribute("val").and_then(|id| self.styles.get(&id).copied()),
        };
        let named = !matches!(self.prose.open_kind(), Some(BlockKind::Paragraph) | None);
        if let Some(kind) = kind.filter(|_| self.around.is_empty() && !named) {
            self.prose.call_it(kind);
        }
    }

    /// Adds what an element without words stands for.
    fn stand_in(&mut self, words: &str) {
        if self.is_read() && self.prose.open_kind().is_some() {
            self.prose.insert(words);
        }
    }
}

/// How many columns a cell takes.
fn width(element: &Element<'_>) -> usize {
    element.attribute("val").and_then(|value| value.parse().ok()).unwrap_or(1)
}

/// Whether an on-off property is on.
fn is_on(element: &Element<'_>) -> bool {
    !element.attribute("val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"))
}

#[cfg(test)]
mod tests {
    use super::BlockKind::*;
    use super::*;
    use crate::span::Span;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    const STYLES: &str = r#"<w:styles xmlns:w="x">
        <w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style></w:styles>"#;
    const NOTES: &str = r#"<w:footnotes xmlns:w="x">
        <w:footnote w:type="separator"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:t>As of Monday.</w:t></w:r></w:p></w:footnote>
        </w:footnotes>"#;

    fn docx(body: &str) -> Vec<u8> {
        let mut file = ZipWriter::new(Cursor::new(Vec::new()));
        let body = format!("<w:document xmlns:w=\"x\"><w:body>{body}</w:body></w:document>");
        let parts = [("document", body.as_str()), ("styles", STYLES), ("footnotes", NOTES)];
        for (name, part) in parts {
            file.start_file(format!("word/{name}.xml"), SimpleFileOptions::default()).unwrap();
            file.write_all(part.as_bytes()).unwrap();
        }
        file.finish().unwrap().into_inner()
    }

    fn blocks(body: &str) -> Vec<(BlockKind, String)> {
        let document = read(docx(body), 1 << 20).unwrap();
        document.blocks.iter().map(|b| (b.kind, document.words(b.span).to_owned())).collect()
    }

    /// A paragraph of runs with properties.
    fn p(properties: &str, runs: &str) -> String {
        format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
    }

    fn r(words: &str) -> String {
        format!("<w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    }

    fn expect(body: &str, expected: &[(BlockKind, &str)]) {
        let mut expected: Vec<_> = expected.iter().map(|(k, w)| (*k, (*w).to_owned())).collect();
        expected.push((Footnote, "As of Monday.".to_owned()));
        assert_eq!(blocks(body), expected);
    }

    #[test]
    fn styles_tell_the_parts() {
        let body = [
            p(r#"<w:pStyle w:val="Titel"/>"#, &r("Blast kills 12")),
            p("", &[r("Twelve "), r("died &amp;"), "<w:r><w:tab/></w:r>".into(), r("30")].concat()),
            p(r#"<w:pStyle w:val="berschrift1"/>"#, &r("The dead")),
            p("<w:numPr/>", &r("nine men")),
            format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("", &r("army"))),
        ];
        let expected = [
            (Headline, "Blast kills 12"),
            (Paragraph, "Twelve died & 30"),
            (Heading, "The dead"),
            (ListItem, "nine men"),
            (TableCell, "army"),
        ];
        expect(&body.concat(), &expected);
    }

    #[test]
    fn cells_know_their_places() {
        let cell = |properties: &str, words: &str| {
            format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", &r(words)))
        };
        let wide = cell(r#"<w:gridSpan w:val="2"/>"#, "a");
        let rows = [[wide, cell("", "b")], [cell("", "c"), cell("", "d")]];
        let rows = rows.map(|cells| format!("<w:tr>{}</w:tr>", cells.concat()));
        let body = format!("<w:tbl>{}</w:tbl>", rows.concat());
        let document = read(docx(&body), 1 << 20).unwrap();
        let places = [(1, 1, 1), (1, 1, 3), (1, 2, 1), (1, 2, 2)];
        assert_eq!(Cell::all(&document.blocks), places);
    }

    #[test]
    fn changes_are_accepted() {
        let deleted =
            |words: &str| format!("<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>");
        let moved = format!("<w:moveFrom>{}</w:moveFrom>", r("99 "));
        let inserted = format!("<w:ins>{}</w:ins>", r("14"));
        let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>77</w:t></w:r>";
        let body = [
            p("", &[r("Killed: "), deleted("12"), inserted, moved, hidden.to_owned()].concat()),
            p("<w:rPr><w:del/></w:rPr>", &r("One ")),
            p("", &r("paragraph.")),
        ];
        expect(&body.concat(), &[(Headline, "Killed: 14"), (Paragraph, "One paragraph.")]);
    }

    #[test]
    fn words_point_into_the_parts() {
        let document = read(docx(&p("", &r("We &lt; 12 dead"))), 1 << 20).unwrap();
        let start = document.text.find("12").unwrap();
        let place = document.place(Span::new(start, start + 2));
        let body = document.source.original().unwrap();
        assert_eq!(&body[place.start..place.end], "12");
        assert_eq!((place.line, place.column), (1, 6));
        assert_eq!(document.shown(), "We < 12 dead\nAs of Monday.");
        let note = document.place(document.blocks[1].span);
        assert_eq!(&body[note.start..note.end], "As of Monday.");
        assert_eq!(note.line, 2);
    }

    #[test]
    fn what_is_no_word_document() {
        let message = |bytes: Vec<u8>| read(bytes, 1 << 20).unwrap_err();
        assert!(message(b"PK".to_vec()).starts_with("no Word document: "));
        let whole = docx("<w:p>");
        assert!(message(whole).starts_with("word/document.xml: not well-formed XML"));
        let deep = "<w:r>".repeat(300);
        assert_eq!(message(docx(&deep)), "word/document.xml: elements nested deeper than 256");
        let long = docx(&p("", &r(&"9".repeat(2 << 20))));
        assert_eq!(message(long), "word/document.xml unpacks to more than 1 MB");
    }
}

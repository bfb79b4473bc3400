//! An open draft: the text as the editor has it, and what tollcheck reads in it.
//!
//! Typing "5" into "Blast kills 12" changes the text, and with it every place after. A draft knows
//! no messages.

use std::path::Path;
use std::sync::Arc;

use lsp_types::Location;
use lsp_types::Position;
use lsp_types::Range;
use lsp_types::TextDocumentContentChangeEvent;
use lsp_types::TextDocumentItem;
use lsp_types::Uri;

use tollcheck::Checked;
use tollcheck::document::Document;
use tollcheck::document::Format;
use tollcheck::document::Intake;
use tollcheck::house::House;
use tollcheck::rules::Finding;
use tollcheck::span::Span;

use super::positions::{Encoding, Lines};
use crate::cli::checks;
use crate::cli::checks::Checks;
use crate::cli::houses::Houses;

/// How much of a text tells whether it is of its format.
const HEAD: usize = 4096;

/// An open draft.
pub(super) struct Draft {
    /// What the editor calls it.
    pub(super) uri: Uri,
    /// How often the editor has changed it.
    pub(super) version: i32,
    /// What the editor takes it for: "markdown".
    language: String,
    /// The text.
    pub(super) text: String,
    encoding: Encoding,
    lines: Lines,
    /// The articles in it, mostly one.
    pub(super) articles: Vec<Reading>,
    /// Why it, or an article of it, could not be read.
    pub(super) unread: Option<String>,
    /// What is in force for it, where that could be read.
    house: Option<Arc<House>>,
}

/// An article and what was found in it.
pub(super) struct Reading {
    pub(super) document: Document,
    pub(super) checked: Checked,
}

impl Draft {
    /// A draft that the editor has opened, read.
    pub(super) fn open(item: TextDocumentItem, encoding: Encoding, houses: &mut Houses) -> Draft {
        let mut draft = Draft {
            lines: Lines::of(&item.text, encoding),
            uri: item.uri,
            version: item.version,
            language: item.language_id,
            text: item.text,
            encoding,
            articles: Vec::new(),
            unread: None,
            house: None,
        };
        draft.read(houses);
        draft
    }

    /// Takes over what was typed, and reads the text again.
    pub(super) fn change(
        &mut self,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        houses: &mut Houses,
    ) {
        for change in changes {
            match change.range {
                Some(range) => {
                    let (start, end) = (self.offset(range.start), self.offset(range.end));
                    self.text.replace_range(start..end.max(start), &change.text);
                }
                None => self.text = change.text,
            }
            self.lines = Lines::of(&self.text, self.encoding);
        }
        self.version = version;
        self.read(houses);
    }

    /// Reads the text and checks what is in it.
    pub(super) fn read(&mut self, houses: &mut Houses) {
        self.articles.clear();
        self.unread = None;
        self.house = None;
        let name = self.name();
        let Some(format) = self.format() else { return };
        let house = match houses.of(Path::new(&name)) {
            Ok(house) if house.excludes(&name) => return,
            Ok(house) => house,
            Err(error) => {
                self.unread = Some(error.to_string());
                return;
            }
        };
        let intake = Intake { format: Some(format), ..Intake::default() };
        for document in intake.open(self.text.as_bytes(), &name) {
            let document = document.map_err(|error| error.message);
            match document.and_then(|document| Reading::of(&name, document, &house)) {
                Ok(reading) => self.articles.push(reading),
                Err(error) => self.unread = Some(error),
            }
        }
        self.house = Some(house);
    }

    /// The settings in force for it; none where there are none, or they cannot be read.
    pub(super) fn config(&self) -> Option<&Path> {
        self.house.as_ref()?.file.as_deref()
    }

    /// The entry for its settings that lets a finding stand.
    pub(super) fn allowance(&self, document: &Document, finding: &Finding) -> Option<String> {
        let (name, house) = (self.name(), self.house.as_ref()?);
        let alone = Path::new(&name).file_name()?.to_string_lossy();
        let path = if house.file.is_some() { &name } else { &*alone };
        Some(house.allowance(path, document, finding))
    }

    /// Its path, or what the editor calls it where it is no file.
    pub(super) fn name(&self) -> String {
        let path = self.uri.path().as_estr().decode().into_string_lossy();
        // Of `file:///C:/drafts/blast.md`, the slash before the drive is no part of the path.
        let drive = path.strip_prefix('/').filter(|rest| rest.get(1..2) == Some(":"));
        drive.filter(|_| cfg!(windows)).unwrap_or(&path).to_owned()
    }

    /// How it is to be read; none where it is no article at all.
    pub(super) fn format(&self) -> Option<Format> {
        let format = match self.language.as_str() {
            "markdown" => Format::Markdown,
            "html" => Format::Html,
            _ => Format::of_name(&self.name()).unwrap_or(Format::Plain),
        };
        let text = self.text.as_bytes();
        let head = text.get(..HEAD).unwrap_or(text);
        (format.is_sure() || format.fits(head)).then_some(format)
    }

    /// The byte of the text at a position.
    pub(super) fn offset(&self, position: Position) -> usize {
        self.lines.offset(&self.text, position)
    }

    /// The position of a byte of the text.
    pub(super) fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }

    /// Where some words of an article stand.
    pub(super) fn range(&self, document: &Document, span: Span) -> Range {
        let place = document.place(span);
        Range::new(self.position(place.start), self.position(place.end))
    }

    /// The same for other documents to point to.
    pub(super) fn location(&self, document: &Document, span: Span) -> Location {
        Location::new(self.uri.clone(), self.range(document, span))
    }
}

impl Reading {
    /// Checks an article as `check` does.
    fn of(name: &str, document: Document, house: &House) -> Result<Reading, String> {
        let checked = checks::guarded(|| Checks::default().checked(name, &document, house))?;
        Ok(Reading { document, checked })
    }

    /// Whether some words stand at this byte of the text, or end there.
    pub(super) fn stands_at(&self, span: Span, offset: usize) -> bool {
        let place = self.document.place(span);
        (place.start..=place.end).contains(&offset)
    }
}

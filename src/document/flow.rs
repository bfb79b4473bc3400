//! Elements flowing by, turned into blocks of prose: what HTML, XHTML and NITF have in common.
//!
//! `<li>nine <b>men</b>` becomes the list item "nine men", whether or not it is ever closed. A flow
//! does not know which blocks of a page are the article.

use std::ops::Range;

use super::elements::Role;
use super::markup::Space;
use super::prose::Prose;
use super::{BlockKind, Cell, elements, markup};

/// The deepest nesting that is read.
const DEEPEST: usize = 4096;

/// A tag that opens an element.
#[derive(Debug, Default)]
pub(super) struct Tag {
    /// The name, lower case, without a prefix.
    pub(super) name: String,
    /// The attributes, each with its value as it is written and where.
    pub(super) attributes: Vec<(String, String, Range<usize>)>,
}

impl Tag {
    /// The value of an attribute.
    fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, ..)| known == name).map(|(_, value, _)| value.as_str())
    }

    /// How many columns or rows a cell takes, by the attribute that says so.
    fn extent(&self, name: &str) -> usize {
        self.value(name).and_then(|value| value.trim().parse().ok()).unwrap_or(1).max(1)
    }

    /// Whether readers do not see the element, or see it as no part of an article.
    fn is_hidden(&self) -> bool {
        const ROLES: &[&str] = &["navigation", "complementary", "contentinfo", "search"];
        let style = self.value("style").unwrap_or_default().replace(' ', "");
        self.value("hidden").is_some()
            || self.value("aria-hidden") == Some("true")
            || self.value("role").is_some_and(|role| ROLES.contains(&role))
            || style.to_ascii_lowercase().contains("display:none")
    }
}

/// Where on a page a block stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    /// In what the page marks as the article or its main part.
    Article,
    /// In no part that the page marks.
    Page,
    /// Above the article.
    Banner,
    /// In the head of the page.
    Title,
}

/// An element that is open.
#[derive(Clone, Copy, Debug)]
struct Level {
    name: &'static str,
    kind: Option<BlockKind>,
    region: Region,
    silent: bool,
    /// Of a table the last of its cells, of a cell itself; none where a cell of several rows moves those behind it.
    cell: Option<Cell>,
}

/// The blocks so far, and what is open around the place.
#[derive(Debug, Default)]
pub(super) struct Flow {
    pub(super) prose: Prose,
    /// Where each block stands on the page.
    pub(super) regions: Vec<Region>,
    /// The deepest nesting seen.
    pub(super) deepest: usize,
    /// Whether anything was passed over that only whole pages have.
    pub(super) is_page: bool,
    stack: Vec<Level>,
    /// How many tables have begun.
    tables: usize,
    /// The elements within a line that are passed over, innermost last.
    struck: Vec<&'static str>,
    /// Whether the last thing read was the end of a line.
    broken: bool,
}

impl Flow {
    /// An element begins.
    pub(super) fn open(&mut self, tag: &Tag) -> Result<(), String> {
        let Some((name, role)) = elements::element(&tag.name) else { return Ok(()) };
        match role {
            Role::Meta => self.meta(tag),
            Role::Break => self.end_line(),
            Role::Rule => self.end_block(),
            Role::Silent if is_inline(name) => self.struck.push(name),
            _ => {
                self.imply_ends(name);
                self.push(name, role, tag)?;
            }
        }
        Ok(())
    }

    /// An element ends; one that was never open is passed over.
    pub(super) fn close(&mut self, name: &str) {
        if let Some(at) = self.struck.iter().rposition(|open| *open == name) {
            self.struck.truncate(at);
        }
        if let Some(at) = self.stack.iter().rposition(|level| level.name == name) {
            self.end_block();
            self.stack.truncate(at);
        }
    }

    /// Text, as it is written at a place.
    pub(super) fn text(&mut self, written: &str, at: usize) {
        let opened = self.prose.open_kind().is_some();
        let top = self.stack.last();
        // Of raised text, "th" belongs to its number; a number is that of a note.
        let ordinal = self.struck == ["sup"] && written.bytes().all(|b| b.is_ascii_alphabetic());
        let silent = top.is_some_and(|level| level.silent) || !(self.struck.is_empty() || ordinal);
        if silent || (!opened && written.trim_ascii().is_empty()) {
            return;
        }
        if !opened {
            let inner = self.stack.iter().rev().find(|level| level.kind.is_some());
            match inner.and_then(|level| level.cell) {
                Some(cell) => self.prose.begin_in(cell),
                None => {
                    let kind = inner.and_then(|level| level.kind);
                    self.prose.begin(kind.unwrap_or(BlockKind::Paragraph));
                }
            }
        }
        self.broken &= written.trim_ascii().is_empty();
        markup::text(written, at, Space::Collapsed, &mut self.prose);
    }

    /// Ends the block being read.
    pub(super) fn end_block(&mut self) {
        self.prose.end();
        self.struck.clear();
        self.broken = false;
        let region = self.stack.last().map_or(Region::Page, |level| level.region);
        self.regions.resize(self.prose.blocks.len(), region);
    }

    /// One line end is white space, two in a row end a paragraph.
    fn end_line(&mut self) {
        if std::mem::replace(&mut self.broken, true) {
            self.end_block();
        } else if self.prose.open_kind().is_some() {
            self.prose.insert("\n");
        }
    }

    /// Ends what the beginning of an element ends without a tag.
    fn imply_ends(&mut self, begins: &str) {
        self.end_block();
        let open = self.stack.iter().rposition(|level| elements::shields(level.name));
        let from = open.map_or(0, |at| at + 1);
        if let Some(at) = self.stack[from..].iter().position(|l| elements::ends(begins, l.name)) {
            self.stack.truncate(from + at);
        }
    }

    fn push(&mut self, name: &'static str, role: Role, tag: &Tag) -> Result<(), String> {
        let around = self.stack.last().copied();
        let region = around.map_or(Region::Page, |level| level.region);
        let silent = role == Role::Silent || tag.is_hidden();
        self.is_page |= silent || matches!(role, Role::Banner | Role::Title);
        let kind = match role {
            Role::Kind(kind) => Some(kind),
            Role::Title => Some(BlockKind::Headline),
            _ => None,
        };
        let cell = self.cell(name, tag);
        self.stack.push(Level {
            name,
            cell,
            kind: tag.value("class").and_then(elements::kind_of_class).or(kind),
            region: match role {
                Role::Article => Region::Article,
                Role::Banner if region != Region::Article => Region::Banner,
                Role::Title => Region::Title,
                _ => region,
            },
            silent: silent || around.is_some_and(|level| level.silent),
        });
        self.deepest = self.deepest.max(self.stack.len());
        if self.stack.len() > DEEPEST {
            return Err(format!("elements nested deeper than {DEEPEST}"));
        }
        Ok(())
    }

    /// The cell that an element is, or of a table the one before its first.
    fn cell(&mut self, name: &str, tag: &Tag) -> Option<Cell> {
        if name == "table" {
            self.tables += 1;
            return Some(Cell { table: self.tables, ..Cell::default() });
        }
        let table = self.stack.iter_mut().rev().find(|level| level.name == "table")?;
        let last = table.cell?;
        match name {
            "tr" => table.cell = Some(last.next_row()),
            "td" | "th" => {
                table.cell = (tag.extent("rowspan") == 1).then(|| last.next(tag.extent("colspan")));
                return Some(last.next(1));
            }
            _ => {}
        }
        None
    }

    /// The title that a page gives to those who share it.
    fn meta(&mut self, tag: &Tag) {
        let title = ["property", "name"].iter().any(|key| tag.value(key) == Some("og:title"));
        let content = tag.attributes.iter().find(|(name, ..)| name == "content");
        if let Some((_, value, place)) = content.filter(|_| title) {
            self.is_page = true;
            self.end_block();
            self.prose.begin(BlockKind::Headline);
            markup::text(value, place.start, Space::Collapsed, &mut self.prose);
            self.prose.end();
            self.regions.resize(self.prose.blocks.len(), Region::Title);
        }
    }
}

/// Whether an element that is passed over stands within a line.
fn is_inline(name: &str) -> bool {
    matches!(name, "del" | "s" | "strike" | "sup" | "rp" | "rt")
}

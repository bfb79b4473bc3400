//! Figures of tables: numbers without a noun, under a word that says what happened.
//!
//! Under "Dead" and beside "Marno", `21` is a figure of 21 killed in Marno; in the row that begins with "Total" it
//! counts them all. Rows may hold the outcomes and columns the places as well. Cells knows one table at a time, not
//! what its numbers come to. A cell of several paragraphs says nothing.

use rustc_hash::FxHashMap;

use super::evidence::may_count;
use crate::document::Cell;
use crate::lexicon::{Grammar, Outcome, OutcomeForm, PeopleRole};
use crate::numeral::Numeral;
use crate::text::{Shape, Text};

/// The most words of the name of a column or row.
const NAME: usize = 8;

/// Where in a table a figure stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which table of the document.
    pub table: usize,
    /// Which of the columns, or of the rows where these are named by what happened.
    pub series: usize,
    /// Which of the people counted in a series.
    pub line: usize,
    /// Whether it counts those of all lines.
    pub of_all: bool,
    /// Whether every line of the series has a number.
    pub complete: bool,
}

/// The tables of a document.
#[derive(Default)]
pub(super) struct Tables(FxHashMap<usize, Table>);

/// A table whose columns or rows are named by what happened.
#[derive(Default)]
struct Table {
    cells: FxHashMap<(usize, usize), Content>,
    rows: usize,
    columns: usize,
    /// Whether the names of what happened stand along the top; else they stand along the left.
    top: bool,
    /// What the series count, by their places.
    series: FxHashMap<usize, Series>,
}

/// A column or row of counts.
#[derive(Clone, Copy)]
pub(super) struct Series {
    pub(super) outcome: Outcome,
    /// Whether it counts families or the like.
    pub(super) collective: bool,
    complete: bool,
}

/// What a cell holds.
#[derive(Clone, Copy)]
enum Content {
    /// A number and nothing else, or a mark for none, in a sentence.
    Number(usize),
    /// The name of a row or column, in a sentence.
    Name(usize),
    /// Anything else, or more than one sentence.
    Other,
}

impl Tables {
    /// The tables of a text.
    pub(super) fn of(text: &Text<'_>, numerals: &[Numeral]) -> Tables {
        let mut tables: FxHashMap<usize, Table> = FxHashMap::default();
        // Most articles have none.
        if text.document.blocks.iter().all(|block| block.cell.is_none()) {
            return Tables::default();
        }
        for (index, sentence) in text.sentences.iter().enumerate() {
            let Some(cell) = text.document.blocks[sentence.block].cell else { continue };
            let own = &numerals[numerals.partition_point(|n| n.sentence < index)..];
            let own = own.iter().take_while(|n| n.sentence == index);
            let table = tables.entry(cell.table).or_default();
            let content = content(text, index, own);
            let place = (cell.row, cell.column);
            table.cells.entry(place).and_modify(|known| *known = Content::Other).or_insert(content);
            table.rows = table.rows.max(cell.row);
            table.columns = table.columns.max(cell.column);
        }
        tables.values_mut().for_each(|table| table.name(text));
        Tables(tables)
    }

    /// Whether a cell holds a number alone, which says nothing without the names of its column and row.
    pub(super) fn is_number(&self, cell: Cell) -> bool {
        let content = self.0.get(&cell.table).and_then(|t| t.cells.get(&(cell.row, cell.column)));
        matches!(content, Some(Content::Number(_)))
    }

    /// Where the number of a cell stands, what it counts, and the sentence that names its people.
    pub(super) fn entry(&self, text: &Text<'_>, cell: Cell) -> Option<(Entry, Series, usize)> {
        let table = self.0.get(&cell.table)?;
        if !matches!(table.cells.get(&(cell.row, cell.column))?, Content::Number(_)) {
            return None;
        }
        let (series, line) =
            if table.top { (cell.column, cell.row) } else { (cell.row, cell.column) };
        let counted = *table.series.get(&series)?;
        let label = table.label(line)?;
        let entry = Entry {
            table: cell.table,
            series,
            line,
            of_all: is_of_all(text, label),
            complete: counted.complete,
        };
        Some((entry, counted, label))
    }
}

impl Table {
    /// Finds what its columns or rows count.
    fn name(&mut self, text: &Text<'_>) {
        for top in [true, false] {
            self.top = top;
            let told = (2..=self.width()).filter_map(|at| Some((at, self.head(at)?)));
            let told: Vec<(usize, usize)> = told.collect();
            if told.iter().any(|(_, head)| outcome(text, *head).is_some()) {
                let series = told.into_iter().filter_map(|(at, head)| {
                    // "Total" beside "Dead" and "Injured" is of both.
                    let all = || is_of_all(text, head).then_some(Outcome::Casualties);
                    let outcome = outcome(text, head).or_else(all)?;
                    let collective = is_collective(text, head);
                    Some((at, Series { outcome, collective, complete: self.is_complete(at) }))
                });
                self.series = series.collect();
                return;
            }
        }
    }

    /// The cell of a series and a line.
    fn cell(&self, series: usize, line: usize) -> Option<Content> {
        let place = if self.top { (line, series) } else { (series, line) };
        self.cells.get(&place).copied()
    }

    /// The sentence that names a series.
    fn head(&self, series: usize) -> Option<usize> {
        self.cell(series, 1).and_then(Content::name)
    }

    /// The sentence that names a line; "Week" may be the name of a column of numbers.
    fn label(&self, line: usize) -> Option<usize> {
        match self.cell(1, line)? {
            Content::Name(sentence) | Content::Number(sentence) => Some(sentence),
            Content::Other => None,
        }
    }

    /// How many series it may have, the names of the lines among them.
    fn width(&self) -> usize {
        if self.top { self.columns } else { self.rows }
    }

    /// Whether every line of a series holds a number or a mark for none.
    fn is_complete(&self, series: usize) -> bool {
        let last = if self.top { self.rows } else { self.columns };
        (2..=last).all(|line| matches!(self.cell(series, line), Some(Content::Number(_))))
    }
}

impl Content {
    fn name(self) -> Option<usize> {
        if let Content::Name(sentence) = self { Some(sentence) } else { None }
    }
}

/// What a cell of one sentence holds.
fn content<'n>(
    text: &Text<'_>,
    index: usize,
    numerals: impl Iterator<Item = &'n Numeral>,
) -> Content {
    let words = &text.sentences[index].words;
    let numerals: Vec<&Numeral> = numerals.collect();
    let is_mark = |at: usize| text.words[at].shape == Shape::Mark;
    let bare = |n: &Numeral| words.clone().all(|at| n.phrase.contains(&at) || is_mark(at));
    match *numerals {
        [n] if bare(n) => Content::Number(index),
        [] if words.clone().all(is_mark) => Content::Number(index),
        _ if words.len() > NAME || numerals.iter().any(|n| may_count(n)) => Content::Other,
        _ => Content::Name(index),
    }
}

/// What the name of a series says happened, where every word of it is known: "Houses destroyed" and "Cattle killed"
/// count no people.
fn outcome(text: &Text<'_>, name: usize) -> Option<Outcome> {
    let words = text.sentences[name].words.clone();
    let known = |at: usize| {
        let tags = text.tags(at);
        let mark = text.words[at].shape == Shape::Mark;
        let people = tags.people.is_some_and(|p| !p.role.is(PeopleRole::THING));
        mark || tags.outcome.is_some() || people || !tags.grammar.is_empty()
    };
    let told = words.clone().filter_map(|at| text.tags(at).outcome);
    let told = told.filter(|word| !word.form.is(OutcomeForm::POPULATION));
    let mut told = told.map(|word| word.outcome);
    let first = told.next().filter(|_| words.clone().all(known))?;
    let hit = |outcome| matches!(outcome, Outcome::Killed | Outcome::Injured);
    match told.find(|other| *other != first) {
        // "Killed and injured"
        Some(other) => (hit(first) && hit(other)).then_some(Outcome::Casualties),
        None => Some(first),
    }
}

/// Whether a name says that all are counted: "Total".
fn is_of_all(text: &Text<'_>, name: usize) -> bool {
    let mut words = text.sentences[name].words.clone();
    words.any(|at| text.tags(at).grammar.is(Grammar::TOTAL))
}

/// Whether a name says that families or the like are counted.
fn is_collective(text: &Text<'_>, name: usize) -> bool {
    let role = |at: usize| text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::COLLECTIVE));
    text.sentences[name].words.clone().any(role)
}

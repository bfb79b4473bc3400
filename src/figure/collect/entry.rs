//! The figure of a cell of a table.
//!
//! Below "Dead" and beside "Marno", `21` counts people killed in Marno; beside "Total" it counts all. It knows what
//! the table says of the cell, not the other cells.

use super::InSentence;
use crate::figure::cells::Tables;
use crate::figure::{Cues, Figure, Scope, group};
use crate::text::Shape;

impl InSentence<'_> {
    /// Whether the sentence is a cell that holds a number alone.
    pub(super) fn is_number(&self, tables: &Tables) -> bool {
        let cell = self.text.document.blocks[self.sentence.block].cell;
        cell.is_some_and(|cell| tables.is_number(cell))
    }

    /// The figure of a cell that holds a number, if its table says what is counted.
    pub(super) fn entry(&self, tables: &Tables) -> Option<Figure> {
        let cell = self.text.document.blocks[self.sentence.block].cell?;
        let (entry, series, label) = tables.entry(self.text, cell)?;
        let numeral = self.numerals.first()?;
        let words = self.text.sentences[label].words.clone();
        let people = group::read(self.text, words.clone(), words.end);
        // "Civilians" are a group, "Northern army" and "Marno" have only a name.
        let people = people.group.filter(|_| self.text.tags(words.start).people.is_some());
        let named = self.text.words[words.start].shape == Shape::Title && people.is_none();
        let place = (named && !entry.of_all).then(|| self.text.spaced(&words).to_lowercase());
        let span = self.text.span(&numeral.phrase);
        Some(Figure {
            span,
            number: numeral.span,
            wording: self.text.document.words(span).to_owned(),
            numeral: Some(self.base),
            form: numeral.form,
            quantity: numeral.quantity,
            group: people.filter(|_| !entry.of_all),
            collective: series.collective,
            cues: Cues { total: entry.of_all, ..Cues::default() },
            scope: Scope { place, ..Scope::main() },
            entry: Some(entry),
            ..self.blank(series.outcome, numeral.phrase.start)
        })
    }
}

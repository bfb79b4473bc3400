//! A table before it is drawn: columns and rows of words.
//!
//! The casualties of an article are one sheet, whether they end up in a terminal or in Markdown.

/// Columns and rows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    /// The columns, from the left.
    pub(super) columns: Vec<Column>,
    /// The rows, from the top; each has a field for each column.
    pub(super) rows: Vec<Vec<String>>,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// What its header says.
    pub(super) name: &'static str,
    /// What its fields hold.
    pub(super) kind: Kind,
}

/// What the fields of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words, at the left.
    Words,
    /// Counts, at the right.
    Count,
    /// Verdicts, in colours.
    Verdict,
}

/// A column of words.
pub(super) const fn words(name: &'static str) -> Column {
    Column { name, kind: Kind::Words }
}

/// A column of counts.
pub(super) const fn count(name: &'static str) -> Column {
    Column { name, kind: Kind::Count }
}

//! The look that all tables share: columns under a ruled header, wrapped to the line.

use comfy_table::Cell;
use comfy_table::CellAlignment;
use comfy_table::Color;
use comfy_table::ContentArrangement;
use comfy_table::ContentLineStyle;
use comfy_table::LineStyle;
use comfy_table::Table;
use comfy_table::TableStyle;

use super::Style;
use crate::rules::Verdict;

/// A rule under the header, and blanks between the columns.
const LOOK: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(' '))
    .header_separator(LineStyle::none().fill('─').junction(' '))
    .content_lines(ContentLineStyle::none().junction(' '));

/// An empty table with these columns.
pub(in crate::report) fn new(columns: &[&str], style: Style) -> Table {
    let mut table = Table::new();
    table.load_style(LOOK).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(style.width).unwrap_or(u16::MAX));
    table.set_header(columns.iter().copied());
    table.discover_columns();
    for column in table.column_iter_mut() {
        column.set_padding((0, 1));
    }
    if style.color {
        table.enforce_styling()
    } else {
        table.force_no_tty()
    };
    table
}

/// The table as text, indented by its own blanks, no blanks at the ends of lines.
pub(in crate::report) fn text(table: &Table) -> String {
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// A count, at the right of its column.
pub(in crate::report) fn count(text: impl Into<String>) -> Cell {
    Cell::new(text.into()).set_alignment(CellAlignment::Right)
}

/// A verdict in its colour.
pub(super) fn verdict(verdict: Verdict) -> Cell {
    let cell = Cell::new(verdict.name());
    match verdict {
        Verdict::Consistent => cell.fg(Color::Green),
        Verdict::Doubtful => cell.fg(Color::Yellow),
        Verdict::Contradicted => cell.fg(Color::Red),
        Verdict::Disagree => cell.fg(Color::Blue),
    }
}

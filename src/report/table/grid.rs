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
use crate::report::sheet::{Column, Kind, Sheet};
use crate::rules::Verdict;

/// A rule under the header, and blanks between the columns.
const LOOK: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(' '))
    .header_separator(LineStyle::none().fill('─').junction(' '))
    .content_lines(ContentLineStyle::none().junction(' '));

/// A sheet as text, no blanks at the ends of lines.
pub(in crate::report) fn text(sheet: &Sheet, style: Style) -> String {
    let mut table = Table::new();
    table.load_style(LOOK).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(style.width).unwrap_or(u16::MAX));
    table.set_header(sheet.columns.iter().map(|column| column.name));
    for row in &sheet.rows {
        table.add_row(sheet.columns.iter().zip(row).map(|(column, field)| cell(*column, field)));
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 1));
    }
    if style.color {
        table.enforce_styling()
    } else {
        table.force_no_tty()
    };
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn cell(column: Column, field: &str) -> Cell {
    let cell = Cell::new(field);
    match column.kind {
        Kind::Words => cell,
        Kind::Count => cell.set_alignment(CellAlignment::Right),
        Kind::Verdict => color(field).map_or(cell.clone(), |color| cell.fg(color)),
    }
}

/// The colour of a verdict.
fn color(name: &str) -> Option<Color> {
    let colors = [
        (Verdict::Consistent, Color::Green),
        (Verdict::Doubtful, Color::Yellow),
        (Verdict::Contradicted, Color::Red),
        (Verdict::Disagree, Color::Blue),
    ];
    colors.into_iter().find(|(verdict, _)| verdict.name() == name).map(|(_, color)| color)
}

//! The terminal that standard output may be: its width, and whether it shows colours.

use std::env;
use std::io;
use std::io::IsTerminal;

use tollcheck::report::table::Style;

use super::args::When;

/// The look of what is printed into a file or a pipe: as wide as an email shows without wrapping.
pub(super) const PLAIN: Style = Style { width: 100, color: false };

/// No line is longer than this, however wide the terminal: long lines are hard to read.
const MAX_WIDTH: usize = 140;

/// How tables on standard output should look.
pub(super) fn style(color: When) -> Style {
    let terminal = io::stdout().is_terminal();
    let width = terminal_size::terminal_size().filter(|_| terminal).map(|(width, _)| width.0);
    let width = width.map_or(PLAIN.width, |width| usize::from(width).min(MAX_WIDTH));
    let color = match color {
        When::Always => true,
        When::Never => false,
        When::Auto => terminal && shows_colors(),
    };
    Style { width, color }
}

/// See <https://no-color.org>: set to anything but the empty string means no colours.
fn shows_colors() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !is_set("NO_COLOR") && env::var_os("TERM").is_none_or(|term| term != "dumb")
}

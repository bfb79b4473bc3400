//! The rules and the settings: their lists, and the page of each rule, for the terminal.
//!
//! A page is Markdown; its marks are taken away and its examples indented. Pages know nothing of
//! articles.

use std::io;
use std::io::Write;

use crate::house::InForce;
use crate::report::sheet;
use crate::report::sheet::Sheet;
use crate::report::table::{Style, grid};
use crate::rules;
use crate::rules::Rule;

/// Writes the list of all rules.
pub fn list(out: &mut dyn Write, style: Style) -> io::Result<()> {
    let columns = ["rule", "default", "what it flags"].map(sheet::words).to_vec();
    let row = |rule: &Rule| {
        [rule.id, if rule.on { "on" } else { "off" }, rule.summary].map(str::to_owned).to_vec()
    };
    let sheet = Sheet { columns, rows: rules::every().map(row).collect() };
    out.write_all(grid::text(&sheet, style).as_bytes())
}

/// Writes what is in force for a file, and who says so.
pub fn settings(out: &mut dyn Write, settings: &[InForce], style: Style) -> io::Result<()> {
    let columns = ["setting", "in force", "from"].map(sheet::words).to_vec();
    let row = |s: &InForce| vec![s.name.clone(), s.value.clone(), s.from.clone()];
    let sheet = Sheet { columns, rows: settings.iter().map(row).collect() };
    out.write_all(grid::text(&sheet, style).as_bytes())
}

/// Writes the page of a rule.
pub fn page(out: &mut dyn Write, rule: &Rule, style: Style) -> io::Result<()> {
    writeln!(out, "{}\n", heading(rule.id, style))?;
    let mut example = false;
    for line in rule.page.trim().lines() {
        match line.strip_prefix("```") {
            Some(_) => example = !example,
            None if example => writeln!(out, "    {line}")?,
            None => prose(out, line, style)?,
        }
    }
    Ok(())
}

/// A line that is no example: a heading or a sentence.
fn prose(out: &mut dyn Write, line: &str, style: Style) -> io::Result<()> {
    match line.strip_prefix('#') {
        Some(rest) => {
            writeln!(out, "{}", heading(rest.trim_start_matches('#').trim_start(), style))
        }
        None => wrap(line, style.width).iter().try_for_each(|line| writeln!(out, "{line}")),
    }
}

fn heading(words: &str, style: Style) -> String {
    if style.color { format!("\x1b[1m{words}\x1b[0m") } else { words.to_owned() }
}

/// A sentence broken into lines; an empty one is an empty line.
fn wrap(sentence: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in sentence.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        let long = line.chars().count() + 1 + word.chars().count() > width;
        match (line.is_empty(), long) {
            (true, _) => line.push_str(word),
            (false, false) => *line += &format!(" {word}"),
            (false, true) => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { width: 20, color: false };

    fn check(_: &crate::relate::Facts, _: &mut Vec<crate::rules::Comparison>) {}

    #[test]
    fn a_page_is_plain() {
        let page = "A total that its parts cannot give.\n\n## Flagged\n\n```article\nTwelve died: nine men and five women.\n```\n";
        let rule = Rule { id: "sum-mismatch", summary: "", page, on: true, check };
        let mut out = Vec::new();
        super::page(&mut out, &rule, STYLE).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "sum-mismatch\n\nA total that its\nparts cannot give.\n\nFlagged\n\n    Twelve died: nine men and five women.\n"
        );
    }
}

//! Markdown for a pull request or an email: the findings as a list, then the tables.

use std::io;
use std::io::Write;

use crate::report::sheet::{Kind, Sheet};
use crate::report::{Article, Report, Summary, accounts, casualties, comparisons, totals};
use crate::rules::Finding;

/// The articles of one run.
#[derive(Clone, Copy, Debug)]
pub struct Markdown {
    /// Whether articles without findings are shown too, and every article with its tables.
    pub full: bool,
    /// Whether the comparisons that go without saying are shown too.
    pub all: bool,
}

impl Report for Markdown {
    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        if !self.full && article.judged.findings.is_empty() {
            return Ok(());
        }
        writeln!(out, "### {}\n", escaped(&article.name()))?;
        for finding in &article.judged.findings {
            item(out, article, finding)?;
        }
        if !article.judged.findings.is_empty() {
            out.push(b'\n');
        }
        if self.full && article.facts.figures.is_empty() {
            writeln!(out, "no casualty figures\n")?;
        }
        if self.full {
            table(out, &comparisons::sheet(article, self.all))?;
            if let Some(left_out) = comparisons::left_out(article).filter(|_| !self.all) {
                writeln!(out, "{left_out}\n")?;
            }
            table(out, &casualties::sheet(article))?;
            table(out, &accounts::sheet(article))?;
        }
        Ok(())
    }

    fn close(&self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        writeln!(out, "{}", totals::line(summary))
    }
}

/// A finding as an item of a list, its places below it.
fn item(out: &mut Vec<u8>, article: &Article<'_>, finding: &Finding) -> io::Result<()> {
    let (severity, message) = (finding.severity.name(), escaped(&finding.message));
    writeln!(out, "- **{severity}** {message} (`{}`)", finding.rule)?;
    for label in &finding.labels {
        let line = article.document.place(label.span).line;
        let words = escaped(article.words(label.span));
        writeln!(out, "  - line {line}: “{words}” – {}", escaped(&label.text))?;
    }
    match &finding.hinge {
        Some(hinge) => writeln!(out, "  - {}", escaped(hinge)),
        None => Ok(()),
    }
}

/// A sheet as a table; nothing for an empty one.
fn table(out: &mut Vec<u8>, sheet: &Sheet) -> io::Result<()> {
    if sheet.rows.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = sheet.columns.iter().map(|column| column.name).collect();
    let rules = sheet.columns.iter().map(|column| match column.kind {
        Kind::Count => "--:",
        Kind::Words | Kind::Verdict => "---",
    });
    writeln!(out, "| {} |", names.join(" | "))?;
    writeln!(out, "| {} |", rules.collect::<Vec<_>>().join(" | "))?;
    for row in &sheet.rows {
        let fields: Vec<String> = row.iter().map(|field| escaped(field)).collect();
        writeln!(out, "| {} |", fields.join(" | "))?;
    }
    writeln!(out)
}

/// Words of an article, which may hold anything, as words of Markdown on one line.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\n' | '\r' | '\t' => escaped.push(' '),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '~' | '@' => {
                escaped.extend(['\\', letter]);
            }
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sheet;

    #[test]
    fn a_sheet_is_a_table() {
        let columns = vec![sheet::words("side"), sheet::count("killed")];
        let sheet = Sheet { columns, rows: vec![vec!["a|b".to_owned(), "~12".to_owned()]] };
        let mut out = Vec::new();
        table(&mut out, &sheet).unwrap();
        let drawn = String::from_utf8(out).unwrap();
        assert_eq!(drawn, "| side | killed |\n| --- | --: |\n| a\\|b | \\~12 |\n\n");
    }
}

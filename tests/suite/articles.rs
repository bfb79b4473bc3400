//! The articles of `tests/articles`: each with the findings that every rule together makes of it.
//!
//! `BLESS=1 cargo test` rewrites the blocks; the difference is the review.

use std::fs;
use std::path::PathBuf;

use tollcheck::Checked;
use tollcheck::document::{self, Document, Format};
use tollcheck::lexicon::Lexicon;
use tollcheck::rules::Settings;

#[test]
fn articles_have_the_expected_findings() {
    let mut wrong = Vec::new();
    for path in articles() {
        let page = fs::read_to_string(&path).unwrap();
        let (document, checked) = match block(&page, "markdown") {
            Some(draft) => analyse(marked(draft)),
            None => check(block(&page, "article").expect("every page has an article")),
        };
        let mut made = page.clone();
        if block(&page, "figures").is_some() {
            made = replaced(&made, "figures", &figures(&document, &checked));
        }
        made = replaced(&made, "findings", &findings(&document, &checked));
        if made == page {
            continue;
        }
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, made).unwrap();
        } else {
            let block = block(&made, "findings").unwrap_or_default();
            wrong.push(format!("{}: now\n{block}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Checks an article of a test page.
pub(crate) fn check(article: &str) -> (Document, Checked) {
    analyse(Document::plain(article.trim_end().to_owned()))
}

/// An article that has the marks of Markdown, such as tables.
fn marked(draft: &str) -> Document {
    let draft = draft.as_bytes().to_vec();
    document::read(draft, "draft.md", Format::Markdown).expect("Markdown can be read")
}

fn analyse(document: Document) -> (Document, Checked) {
    let checked = tollcheck::check(&document, Lexicon::english(), &Settings::default());
    (document, checked)
}

fn articles() -> Vec<PathBuf> {
    let folder = fs::read_dir("tests/articles").unwrap();
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "md"));
    paths.sort();
    paths
}

/// The lines of the first block of a name.
fn block<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let opening = format!("```{name}\n");
    let start = page.find(&opening)? + opening.len();
    let end = page[start..].find("```")?;
    Some(&page[start..start + end])
}

/// The page with other lines in its block of a name, which is added where there is none.
fn replaced(page: &str, name: &str, lines: &str) -> String {
    match block(page, name) {
        Some(old) => {
            let start = old.as_ptr() as usize - page.as_ptr() as usize;
            format!("{}{lines}{}", &page[..start], &page[start + old.len()..])
        }
        None => format!("{}\n\n```{name}\n{lines}```\n", page.trim_end()),
    }
}

/// The figures of an article, one a line, with the words they were read from.
fn figures(document: &Document, checked: &Checked) -> String {
    let lines = checked.facts.figures.iter().map(|figure| {
        let words = document.words(figure.span);
        format!("{figure} | {words}\n")
    });
    lines.collect()
}

/// The findings of an article with the words they point to.
fn findings(document: &Document, checked: &Checked) -> String {
    let mut lines = String::new();
    for finding in &checked.judged.findings {
        lines += &format!("{finding}\n");
        for label in &finding.labels {
            lines += &format!("    {} | {}\n", document.words(label.span), label.text);
        }
    }
    lines
}

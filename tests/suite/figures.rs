//! tests/figures/en.txt: sentences and the figures read from them.

use std::fmt::Write;
use std::path::PathBuf;

use tollcheck::document::Document;
use tollcheck::figure::Figure;
use tollcheck::lexicon::Lexicon;
use tollcheck::{figure, numeral, text};

/// The file, with what is read of each sentence in the place of what it says.
fn reread(file: &str) -> String {
    let mut out = String::new();
    for line in file.lines().filter(|line| !line.starts_with("    ")) {
        let _ = writeln!(out, "{line}");
        if !line.starts_with('#') && !line.is_empty() {
            out.push_str(&figures(line));
        }
    }
    out
}

/// A line for each figure of a sentence.
fn figures(sentence: &str) -> String {
    let lexicon = Lexicon::english();
    let document = Document::plain(sentence.to_owned());
    let text = text::read(&document, lexicon);
    let numerals = numeral::find(&text, lexicon);
    let figures = figure::read(&text, numerals).figures;
    let line = |f: &Figure| {
        let whole = f.cues.part_of.map(|id| format!(", of {}", figures[id].wording));
        let unit = f.unit.as_deref().map(|u| format!(" {u}")).unwrap_or_default();
        let group = f.group.as_ref().map(|g| format!(" [{}]", g.label)).unwrap_or_default();
        let bound = f.quantity.bound.name();
        let amount = &f.wording;
        let per = f.per.map(|minutes| format!(", each {minutes} min")).unwrap_or_default();
        format!(
            "    {} {amount}{unit}{group} ({bound}{}{per})\n",
            f.outcome.name(),
            whole.unwrap_or_default()
        )
    };
    figures.iter().map(line).collect()
}

#[test]
fn sentences_give_their_figures() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/figures/en.txt");
    let file = std::fs::read_to_string(&path).unwrap();
    let read = reread(&file);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &read).unwrap();
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (file.lines().collect(), read.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let around = same.saturating_sub(2);
    assert!(
        file == read,
        "line {}\n  listed\n{}\n  read\n{}\nBLESS=1 cargo test rewrites the file; its difference is the review",
        same + 1,
        old[around..].iter().take(5).copied().collect::<Vec<_>>().join("\n"),
        new[around..].iter().take(5).copied().collect::<Vec<_>>().join("\n"),
    );
}

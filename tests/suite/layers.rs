//! Who may know whom: a stage names only the stages before it.
//!
//! The `use` lines of every file are read, so a list such as `use crate::{a, b}` is not allowed.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// The stages in order; those of one line do not know each other.
const ORDER: &[&[&str]] = &[
    &["span", "interval"],
    &["quantity"],
    &["document"],
    &["lexicon"],
    &["text"],
    &["numeral"],
    &["figure"],
    &["relate"],
    &["rules"],
    &["house"],
    &["report"],
    &["cli"],
];

#[test]
fn no_stage_names_a_later_one() {
    let mut broken = Vec::new();
    for file in sources(Path::new("src")) {
        let Some(own) = stage(&file) else { continue };
        let text = fs::read_to_string(&file).unwrap();
        for (number, line) in text.lines().enumerate() {
            let Some(path) = line.trim_start().split("use crate::").nth(1) else { continue };
            let named = path.split([':', ';', ' ']).next().unwrap();
            if named.starts_with('{') || rank(named).is_none_or(|named| named > own) {
                broken.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn rules_see_neither_the_text_nor_its_words() {
    for file in sources(Path::new("src/rules")).iter().chain(&sources(Path::new("src/relate"))) {
        let text = fs::read_to_string(file).unwrap();
        for stage in ["crate::text", "crate::document::Document"] {
            assert!(!text.contains(stage), "{} names {stage}", file.display());
        }
    }
}

/// The files below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The place in the order of the stage that a file belongs to; none for `lib.rs` and `main.rs`.
fn stage(file: &Path) -> Option<usize> {
    let first = file.strip_prefix("src").ok()?.iter().next()?;
    rank(Path::new(first).file_stem()?.to_str()?)
}

fn rank(stage: &str) -> Option<usize> {
    ORDER.iter().position(|line| line.contains(&stage))
}

//! tollcheck finds the casualty figures of a news article, works out which of them speak of the
//! same people, and checks that they can all be true together.
//!
//! The stages, each a module that knows only the ones before it:
//!
//! document → text → numeral → figure → relate → rules → report
//!
//! Analysis cannot fail; only reading and writing can.

#![forbid(unsafe_code)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

pub mod document;
pub mod figure;
pub mod house;
pub mod interval;
pub mod lexicon;
pub mod numeral;
pub mod quantity;
pub mod relate;
pub mod report;
pub mod rules;
pub mod span;
pub mod text;

use document::Document;
use lexicon::Lexicon;
use relate::Facts;
use rules::{Judged, Settings};

/// What tollcheck has to say about one document.
#[derive(Debug)]
pub struct Checked {
    /// The figures of the document and how they relate.
    pub facts: Facts,
    /// The comparisons made and what an editor should look at.
    pub judged: Judged,
}

/// Reads the figures of a document and checks them against each other.
pub fn check(document: &Document, lexicon: &Lexicon, settings: &Settings) -> Checked {
    let text = text::read(document, lexicon);
    let numerals = numeral::find(&text, lexicon);
    let figures = figure::read(&text, numerals);
    let facts = relate::relate(figures);
    let judged = rules::run(&facts, settings);
    Checked { facts, judged }
}

//! Number phrases: `tests/numbers/en.txt` lists, under each reading, the ways to say it.
//!
//! A reading is every number of the phrase in order: the quantity of what may be a count, the
//! reason of what is none. `‹›` mark the number itself where the place is part of the test.

use std::fs;

use tollcheck::document::Document;
use tollcheck::lexicon::Lexicon;
use tollcheck::numeral;
use tollcheck::numeral::Numeral;
use tollcheck::text;

#[test]
fn phrases_are_read_as_listed() {
    let list = fs::read_to_string("tests/numbers/en.txt").unwrap();
    let (mut reading, mut wrong, mut phrases) = ("", Vec::new(), 0);
    for line in list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let Some(phrase) = line.strip_prefix("    ") else {
            reading = line;
            continue;
        };
        phrases += 1;
        let bare = phrase.replace(['‹', '›'], "");
        let found = numerals(&bare);
        let read = found.iter().map(shown).collect::<Vec<_>>().join(", ");
        let read = if read.is_empty() { "nothing".to_owned() } else { read };
        if read != reading {
            wrong.push(format!("{phrase}\n    listed as  {reading}\n    read as    {read}"));
        }
        if let Some((_, marked)) = phrase.split_once('‹') {
            let marked = marked.split('›').next().unwrap();
            if !found.iter().any(|numeral| numeral.span.of(&bare) == marked) {
                let spans: Vec<_> = found.iter().map(|n| n.span.of(&bare)).collect();
                wrong.push(format!("{phrase}\n    spans {spans:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {phrases}\n{}", wrong.len(), wrong.join("\n"));
    assert!(phrases >= 250, "only {phrases} phrases");
}

/// The numerals of a line of text.
fn numerals(line: &str) -> Vec<Numeral> {
    let document = Document::plain(line.to_owned());
    let text = text::read(&document, Lexicon::english());
    numeral::find(&text, Lexicon::english())
}

/// The quantity of a count, or the reason why it is none.
fn shown(numeral: &Numeral) -> String {
    let clash = if numeral.clash { " clash" } else { "" };
    numeral.why.map_or(format!("{}{clash}", numeral.quantity), |why| why.name().to_owned())
}

/// Any cut of a text is a text: no phrase, cut anywhere, may upset the reading.
#[test]
fn phrases_can_be_cut_anywhere() {
    let list = fs::read_to_string("tests/numbers/en.txt").unwrap();
    let phrases: Vec<_> = list.lines().filter_map(|line| line.strip_prefix("    ")).collect();
    for (cut, _) in phrases
        .iter()
        .flat_map(|phrase| phrase.char_indices().map(move |(at, _)| (at, phrase)))
        .map(|(at, phrase)| (&phrase[at..], &phrase[..at]))
    {
        for part in [cut] {
            for numeral in numerals(part) {
                assert!(part.get(numeral.span.start..numeral.span.end).is_some());
                assert!(numeral.phrase.start <= numeral.words.start);
                assert!(numeral.words.end <= numeral.phrase.end);
            }
        }
    }
}

/// The longest numbers are no danger to the arithmetic.
#[test]
fn numbers_too_large_are_left_out() {
    let nines = "9".repeat(40);
    for huge in [
        nines.clone(),
        format!("more than {nines}"),
        "a million million million million million million".to_owned(),
        "79228162514264337593543950335 trillion dead".to_owned(),
        "nearly 79228162514264337593543950335 or so".to_owned(),
        "between 1 and 79228162514264337593543950335 dead".to_owned(),
    ] {
        for numeral in numerals(&huge) {
            let twice = numeral.quantity.plus(&numeral.quantity);
            assert!(twice.is_none_or(|sum| sum.bound == numeral.quantity.bound));
        }
    }
}

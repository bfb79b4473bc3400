//! Sentences and words: where they end, and where they do not.

use tollcheck::document::Document;
use tollcheck::lexicon::Lexicon;
use tollcheck::text;

/// The sentences of one paragraph, parted by " | ".
fn sentences(paragraph: &str) -> String {
    let document = Document::plain(paragraph.to_owned());
    let text = text::read(&document, Lexicon::english());
    let of = |sentence: &text::Sentence| text.span(&sentence.words).of(paragraph);
    text.sentences.iter().map(of).collect::<Vec<_>>().join(" | ")
}

/// The words of a text, parted by " | ".
fn words(line: &str) -> String {
    let document = Document::plain(line.to_owned());
    let text = text::read(&document, Lexicon::english());
    text.words.iter().map(|word| word.span.of(line)).collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_stop_within_a_sentence_does_not_end_it() {
    for whole in [
        "It was led by Gen. Pavlo Moroz, who was wounded.",
        "No. 5 Squadron lost two pilots near St. Anne on Nov. 3 at 7 a.m. local time.",
        "The writer J. K. Larsen and the U.S. Army Capt. Dan Reyes were hurt.",
        "LIMA, 3 NOV 89 (RADIO) -- [TEXT] THREE SOLDIERS DIED.",
        "KABUL (Reuters) - Two bombs killed 12 people; 30 were hurt.",
        "OSLO, August 13 (Xinhua) -- About 4.5 million people live there.",
        "1st LD: 12 killed in blast",
        "He told Brent.com about it.",
        "\"Get down!\" he shouted, and then ... silence.",
        "The bomb, which weighed approx. 5 kg, failed.",
    ] {
        assert_eq!(sentences(whole), whole);
    }
}

#[test]
fn a_stop_after_an_abbreviation_may_end_a_sentence() {
    assert_eq!(
        sentences("He lived in the U.S. The army denied it."),
        "He lived in the U.S. | The army denied it."
    );
    assert_eq!(sentences("It began at 7 a.m. Two died."), "It began at 7 a.m. | Two died.");
    assert_eq!(
        sentences("He ran Acme Inc. In May it burned."),
        "He ran Acme Inc. | In May it burned."
    );
    assert_eq!(sentences("It was plan B. He said so."), "It was plan B. | He said so.");
    assert_eq!(sentences("It ended in 2017. Nobody won."), "It ended in 2017. | Nobody won.");
}

#[test]
fn marks_that_close_stay_with_their_sentence() {
    assert_eq!(sentences("“We saw nine dead.” Police came."), "“We saw nine dead.” | Police came.");
    assert_eq!(sentences("\"Six died.\" \"No, seven!\""), "\"Six died.\" | \"No, seven!\"");
    assert_eq!(
        sentences("(Two fled.) Why? Nobody knows..."),
        "(Two fled.) | Why? | Nobody knows..."
    );
    assert_eq!(sentences("• One dead • Two hurt"), "One dead | • Two hurt");
}

#[test]
fn capitals_and_their_absence_are_no_obstacle() {
    assert_eq!(sentences("TWO DIED. THE U.S. DENIED IT."), "TWO DIED. | THE U.S. DENIED IT.");
    assert_eq!(sentences("two died. gen. smith denied it."), "two died. | gen. smith denied it.");
    assert_eq!(sentences("They fled.The army came."), "They fled. | The army came.");
}

#[test]
fn words_are_parted_at_hyphens_and_genitives() {
    assert_eq!(words("Syria's 30-day, 1,234.5"), "Syria | 's | 30 | - | day | , | 1,234.5");
    assert_eq!(words("the soldiers’ U.S.-led 10k"), "the | soldiers | ’ | U.S. | - | led | 10 | k");
    assert_eq!(
        words("didn’t $5m G7 1,2 and/or"),
        "didn’t | $ | 5 | m | G7 | 1 | , | 2 | and | / | or"
    );
}

#[test]
fn no_text_is_too_strange() {
    for odd in ["", "\u{301}", "’s", "…….", "12\u{202f}345", "a\u{0}b", "🇺🇦 ½ ﷽", "\"", "!!!!? a"]
    {
        sentences(odd);
    }
}

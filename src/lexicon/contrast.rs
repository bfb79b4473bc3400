//! Words that set one count against another: "12 more than the 33", "twice as many as the 45".
//!
//! One table, `contrasts.toml`. It does not know which counts they stand between.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::Lexicon;

/// What a word does between two counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContrastWord {
    /// The classes it belongs to.
    classes: u16,
    /// How many times as many it says: 2 of "twice".
    pub times: Option<Decimal>,
    /// What it says has become of a count: 2 of "doubled".
    pub became: Option<Decimal>,
}

/// The lists of words and their classes.
const CLASSES: &[(&str, u16)] = &[
    ("against", ContrastWord::AGAINST),
    ("down", ContrastWord::DOWN),
    ("fewer", ContrastWord::FEWER),
    ("measure", ContrastWord::MEASURE),
    ("more", ContrastWord::MORE),
    ("than", ContrastWord::THAN),
    ("times", ContrastWord::TIMES),
    ("up", ContrastWord::UP),
];

impl ContrastWord {
    /// "against": the other count follows.
    pub const AGAINST: u16 = 1;
    /// "down": the difference by which a count fell follows.
    pub const DOWN: u16 = 1 << 1;
    /// "fewer" after a difference.
    pub const FEWER: u16 = 1 << 2;
    /// "as many" after a multiple.
    pub const MEASURE: u16 = 1 << 3;
    /// "more" after a difference.
    pub const MORE: u16 = 1 << 4;
    /// "than", "more than": the other count follows.
    pub const THAN: u16 = 1 << 5;
    /// "times" after a number.
    pub const TIMES: u16 = 1 << 6;
    /// "up": the difference by which a count rose follows.
    pub const UP: u16 = 1 << 7;

    /// Whether it is in one of some classes.
    pub fn is(self, classes: u16) -> bool {
        self.classes & classes != 0
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    doublings: BTreeMap<String, Decimal>,
    #[serde(default)]
    multiples: BTreeMap<String, Decimal>,
    #[serde(default)]
    words: BTreeMap<String, Vec<String>>,
}

/// Reads `contrasts.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let table: Table = toml::from_str(table)?;
    for (word, times) in &table.doublings {
        lexicon.contrast(word).became = Some(*times);
    }
    for (word, times) in &table.multiples {
        lexicon.contrast(word).times = Some(*times);
    }
    for (name, words) in &table.words {
        let class = CLASSES.iter().find(|(known, _)| known == name);
        let class =
            class.ok_or_else(|| serde::de::Error::custom(format!("unknown class {name}")))?;
        words.iter().for_each(|word| lexicon.contrast(word).classes |= class.1);
    }
    Ok(())
}

impl Lexicon {
    fn contrast(&mut self, word: &str) -> &mut ContrastWord {
        self.tags_for(word).contrast.get_or_insert_default()
    }
}

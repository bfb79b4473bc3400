//! Words that set one count against another: "12 more than the 33", "twice as many as the 45".
//!
//! One table, `contrasts.toml`. It does not know which counts they stand between.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::classes::{Classed, Classes};
use super::plain::{self, Word};
use super::{Lexicon, classes};

/// The table of words between two counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InContrasts;

/// The classes of a word in this table.
pub type ContrastClass = Classes<InContrasts>;

/// What a word does between two counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContrastWord {
    /// The classes it belongs to.
    classes: ContrastClass,
    /// How many times as many it says: 2 of "twice".
    pub times: Option<Decimal>,
    /// What it says has become of a count: 2 of "doubled".
    pub became: Option<Decimal>,
}

impl Classed for InContrasts {
    const CLASSES: &[(&str, ContrastClass)] = &[
        ("against", ContrastWord::AGAINST),
        ("base", ContrastWord::BASE),
        ("down", ContrastWord::DOWN),
        ("fewer", ContrastWord::FEWER),
        ("makes", ContrastWord::MAKES),
        ("measure", ContrastWord::MEASURE),
        ("more", ContrastWord::MORE),
        ("than", ContrastWord::THAN),
        ("times", ContrastWord::TIMES),
        ("up", ContrastWord::UP),
    ];
}

impl ContrastWord {
    /// "against": the other count follows.
    pub const AGAINST: ContrastClass = ContrastClass::nth(0);
    /// "down": the difference by which a count fell follows.
    pub const DOWN: ContrastClass = ContrastClass::nth(1);
    /// "fewer" after a difference.
    pub const FEWER: ContrastClass = ContrastClass::nth(2);
    /// "accounted for", "made up": a share of a count follows.
    pub const MAKES: ContrastClass = ContrastClass::nth(9);
    /// "as many" after a multiple.
    pub const MEASURE: ContrastClass = ContrastClass::nth(3);
    /// "more" after a difference.
    pub const MORE: ContrastClass = ContrastClass::nth(4);
    /// "than", "more than": the other count follows.
    pub const THAN: ContrastClass = ContrastClass::nth(5);
    /// "times" after a number.
    pub const TIMES: ContrastClass = ContrastClass::nth(6);
    /// "up": the difference by which a count rose follows.
    pub const UP: ContrastClass = ContrastClass::nth(7);

    /// "compared with": a count of another time follows.
    pub const BASE: ContrastClass = ContrastClass::nth(8);

    /// Whether it is in one of some classes.
    pub fn is(self, classes: ContrastClass) -> bool {
        self.classes.is(classes)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table<'a> {
    #[serde(default)]
    doublings: BTreeMap<String, Decimal>,
    #[serde(default)]
    multiples: BTreeMap<String, Decimal>,
    #[serde(borrow, default)]
    words: BTreeMap<String, Vec<Word<'a>>>,
}

/// Reads `contrasts.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let table: Table<'_> = plain::from_str(table)?;
    for (word, times) in &table.doublings {
        lexicon.contrast(word).became = Some(*times);
    }
    for (word, times) in &table.multiples {
        lexicon.contrast(word).times = Some(*times);
    }
    classes::enter(&table.words, lexicon, |tags| &mut tags.contrast.get_or_insert_default().classes)
}

impl Lexicon {
    fn contrast(&mut self, word: &str) -> &mut ContrastWord {
        self.tags_for(word).contrast.get_or_insert_default()
    }
}

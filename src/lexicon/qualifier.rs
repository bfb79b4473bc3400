//! Words that open or widen a number: "at least", "or more", "about".
//!
//! One table, `qualifiers.toml`: what each word means before and after a number, and the tolerances
//! that give the meanings their intervals. It does not know the numbers.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Lexicon, plain};
use crate::quantity::{Qualifier, Tolerances};

/// What a word does to a number beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QualifierWord {
    /// What it means before a number.
    pub before: Option<Qualifier>,
    /// What it means after a number.
    pub after: Option<Qualifier>,
    /// How it makes a range of two numbers.
    pub range: Option<RangeWord>,
}

/// The part of a word in a range of two numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeWord {
    /// "between", before the first.
    Between,
    /// "from", before the first.
    From,
    /// "to", a dash, between the two.
    To,
    /// "and", between the two after "between".
    And,
    /// "or", between the two.
    Or,
    /// "rose": what follows is a change, not a range.
    Change,
}

/// The table as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    before: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    after: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    range: BTreeMap<String, Vec<String>>,
    /// Left out by a table that only adds words.
    tolerances: Option<Tolerances>,
}

/// The lists of a section and their meanings.
const MEANINGS: &[(&str, Qualifier)] = &[
    ("about", Qualifier::About),
    ("at_least", Qualifier::AtLeast),
    ("exactly", Qualifier::Exactly),
    ("fewer_than", Qualifier::FewerThan),
    ("more_than", Qualifier::MoreThan),
    ("nearly", Qualifier::Nearly),
    ("up_to", Qualifier::UpTo),
];

/// The lists of words that make ranges.
const PARTS: &[(&str, RangeWord)] = &[
    ("and", RangeWord::And),
    ("between", RangeWord::Between),
    ("change", RangeWord::Change),
    ("from", RangeWord::From),
    ("or", RangeWord::Or),
    ("to", RangeWord::To),
];

/// Reads `qualifiers.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let table: Table = plain::from_str(table)?;
    if let Some(tolerances) = table.tolerances {
        lexicon.tolerances = tolerances;
    }
    for (name, words) in &table.before {
        let meaning = named(MEANINGS, name)?;
        words.iter().for_each(|word| lexicon.qualifier(word).before = Some(meaning));
    }
    for (name, words) in &table.after {
        let meaning = named(MEANINGS, name)?;
        words.iter().for_each(|word| lexicon.qualifier(word).after = Some(meaning));
    }
    for (name, words) in &table.range {
        let part = named(PARTS, name)?;
        words.iter().for_each(|word| lexicon.qualifier(word).range = Some(part));
    }
    Ok(())
}

/// What a list of the table is called in code.
fn named<T: Copy>(names: &[(&str, T)], name: &str) -> Result<T, toml::de::Error> {
    let known = names.iter().find(|(known, _)| *known == name).map(|(_, part)| *part);
    known.ok_or_else(|| serde::de::Error::custom(format!("unknown list {name}")))
}

impl Lexicon {
    fn qualifier(&mut self, word: &str) -> &mut QualifierWord {
        self.tags_for(word).qualifier.get_or_insert_default()
    }
}

//! Words that make a number beside them something other than a count: "year-old", "km", "flight".
//!
//! One table, `lookalikes.toml`, a list a class. It does not know the numbers.

use std::collections::BTreeMap;

use super::Lexicon;

/// The classes a word belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lookalike(u32);

/// The lists of the table and their classes.
const CLASSES: &[(&str, Lookalike)] = &[
    ("age", Lookalike::AGE),
    ("aged", Lookalike::AGED),
    ("at_time", Lookalike::AT_TIME),
    ("block", Lookalike::BLOCK),
    ("clock", Lookalike::CLOCK),
    ("currency", Lookalike::CURRENCY),
    ("dimension", Lookalike::DIMENSION),
    ("duration", Lookalike::DURATION),
    ("hotline", Lookalike::HOTLINE),
    ("identifier", Lookalike::IDENTIFIER),
    ("label", Lookalike::LABEL),
    ("marked", Lookalike::MARKED),
    ("measure", Lookalike::MEASURE),
    ("money", Lookalike::MONEY),
    ("month_counts", Lookalike::MONTH_COUNTS),
    ("name", Lookalike::NAME),
    ("people_of_age", Lookalike::PEOPLE_OF_AGE),
    ("percent", Lookalike::PERCENT),
    ("score", Lookalike::SCORE),
    ("street", Lookalike::STREET),
    ("unit_adjective", Lookalike::UNIT_ADJECTIVE),
    ("unit_name", Lookalike::UNIT_NAME),
    ("year", Lookalike::YEAR),
];

impl Lookalike {
    /// "year-old": after an age.
    pub const AGE: Lookalike = Lookalike(1);
    /// "aged": before an age.
    pub const AGED: Lookalike = Lookalike(1 << 1);
    /// "block": after the number of a stretch of street.
    pub const BLOCK: Lookalike = Lookalike(1 << 2);
    /// "p.m.": after an hour.
    pub const CLOCK: Lookalike = Lookalike(1 << 3);
    /// "$": before an amount.
    pub const CURRENCY: Lookalike = Lookalike(1 << 4);
    /// "deep": after a length written like millions, "10m".
    pub const DIMENSION: Lookalike = Lookalike(1 << 5);
    /// "days": a stretch of time.
    pub const DURATION: Lookalike = Lookalike(1 << 6);
    /// "dialled": before a number to be called.
    pub const HOTLINE: Lookalike = Lookalike(1 << 7);
    /// "flight", "route": before a number that only tells one thing from others.
    pub const IDENTIFIER: Lookalike = Lookalike(1 << 8);
    /// "Brigade", "Unit": before the number of a name, when written with a capital.
    pub const LABEL: Lookalike = Lookalike(1 << 9);
    /// "chapter": before the number of a name, however written.
    pub const MARKED: Lookalike = Lookalike(1 << 10);
    /// "km": a unit of measure.
    pub const MEASURE: Lookalike = Lookalike(1 << 11);
    /// "dollars": after an amount.
    pub const MONEY: Lookalike = Lookalike(1 << 12);
    /// "in": before a month that no day follows.
    pub const MONTH_COUNTS: Lookalike = Lookalike(1 << 13);
    /// "9/11", "one another": a phrase whose number counts nothing.
    pub const NAME: Lookalike = Lookalike(1 << 14);
    /// "children": people told apart by "under 5".
    pub const PEOPLE_OF_AGE: Lookalike = Lookalike(1 << 15);
    /// "%": a share of a hundred.
    pub const PERCENT: Lookalike = Lookalike(1 << 16);
    /// "victory": beside the points of two sides.
    pub const SCORE: Lookalike = Lookalike(1 << 17);
    /// "street": ends the name of a street.
    pub const STREET: Lookalike = Lookalike(1 << 18);
    /// "more", "square": between a number and its unit.
    pub const UNIT_ADJECTIVE: Lookalike = Lookalike(1 << 19);
    /// "brigade": after the number that names it.
    pub const UNIT_NAME: Lookalike = Lookalike(1 << 20);
    /// "since": before a year.
    pub const YEAR: Lookalike = Lookalike(1 << 21);
    /// "at": before a time.
    pub const AT_TIME: Lookalike = Lookalike(1 << 22);

    /// Whether it is in no class.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it is in one of the classes of `other`.
    pub fn is(self, other: Lookalike) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    pub const fn or(self, other: Lookalike) -> Lookalike {
        Lookalike(self.0 | other.0)
    }
}

/// Reads `lookalikes.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let lists: BTreeMap<String, Vec<String>> = toml::from_str(table)?;
    for (name, words) in &lists {
        let class = CLASSES.iter().find(|(known, _)| known == name);
        let class =
            class.ok_or_else(|| serde::de::Error::custom(format!("unknown list {name}")))?;
        for word in words {
            let tags = lexicon.tags_for(word);
            tags.lookalike = tags.lookalike.or(class.1);
        }
    }
    Ok(())
}

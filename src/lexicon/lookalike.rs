//! Words that make a number beside them something other than a count: "year-old", "km", "flight".
//!
//! One table, `lookalikes.toml`, a list a class. It does not know the numbers.

use super::classes::{Classed, Classes};
use super::{Lexicon, classes};

/// The table of words that make no count of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InLookalikes;

/// The classes of a word in this table.
pub type Lookalike = Classes<InLookalikes>;

impl Classed for InLookalikes {
    const CLASSES: &[(&str, Lookalike)] = &[
        ("age", Lookalike::AGE),
        ("aged", Lookalike::AGED),
        ("at_time", Lookalike::AT_TIME),
        ("block", Lookalike::BLOCK),
        ("clock", Lookalike::CLOCK),
        ("currency", Lookalike::CURRENCY),
        ("dimension", Lookalike::DIMENSION),
        ("duration", Lookalike::DURATION),
        ("extreme", Lookalike::EXTREME),
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
        ("settlement", Lookalike::SETTLEMENT),
        ("size", Lookalike::SIZE),
        ("sport", Lookalike::SPORT),
        ("street", Lookalike::STREET),
        ("unit_adjective", Lookalike::UNIT_ADJECTIVE),
        ("unit_name", Lookalike::UNIT_NAME),
        ("year", Lookalike::YEAR),
    ];
}

impl Lookalike {
    /// "year-old": after an age.
    pub const AGE: Lookalike = Lookalike::nth(0);
    /// "aged": before an age.
    pub const AGED: Lookalike = Lookalike::nth(1);
    /// "block": after the number of a stretch of street.
    pub const BLOCK: Lookalike = Lookalike::nth(2);
    /// "p.m.": after an hour.
    pub const CLOCK: Lookalike = Lookalike::nth(3);
    /// "$": before an amount.
    pub const CURRENCY: Lookalike = Lookalike::nth(4);
    /// "deep": after a length written like millions, "10m".
    pub const DIMENSION: Lookalike = Lookalike::nth(5);
    /// "days": a stretch of time.
    pub const DURATION: Lookalike = Lookalike::nth(6);
    /// "dialled": before a number to be called.
    pub const HOTLINE: Lookalike = Lookalike::nth(7);
    /// "flight", "route": before a number that only tells one thing from others.
    pub const IDENTIFIER: Lookalike = Lookalike::nth(8);
    /// "Brigade", "Unit": before the number of a name, when written with a capital.
    pub const LABEL: Lookalike = Lookalike::nth(9);
    /// "chapter": before the number of a name, however written.
    pub const MARKED: Lookalike = Lookalike::nth(10);
    /// "km": a unit of measure.
    pub const MEASURE: Lookalike = Lookalike::nth(11);
    /// "dollars": after an amount.
    pub const MONEY: Lookalike = Lookalike::nth(12);
    /// "in": before a month that no day follows.
    pub const MONTH_COUNTS: Lookalike = Lookalike::nth(13);
    /// "9/11", "one another": a phrase whose number counts nothing.
    pub const NAME: Lookalike = Lookalike::nth(14);
    /// "children": people told apart by "under 5".
    pub const PEOPLE_OF_AGE: Lookalike = Lookalike::nth(15);
    /// "%": a share of a hundred.
    pub const PERCENT: Lookalike = Lookalike::nth(16);
    /// "victory": beside the points of two sides.
    pub const SCORE: Lookalike = Lookalike::nth(17);
    /// "street": ends the name of a street.
    pub const STREET: Lookalike = Lookalike::nth(18);
    /// "more", "square": between a number and its unit.
    pub const UNIT_ADJECTIVE: Lookalike = Lookalike::nth(19);
    /// "brigade": after the number that names it.
    pub const UNIT_NAME: Lookalike = Lookalike::nth(20);
    /// "since": before a year.
    pub const YEAR: Lookalike = Lookalike::nth(21);
    /// "at": before a time.
    pub const AT_TIME: Lookalike = Lookalike::nth(22);
    /// "town", "population": a number behind its "of" tells how large it is.
    pub const SETTLEMENT: Lookalike = Lookalike::nth(23);
    /// "home to": before the number of all who live in a place.
    pub const SIZE: Lookalike = Lookalike::nth(24);
    /// "birdie": in a sentence that tells of a game.
    pub const SPORT: Lookalike = Lookalike::nth(25);
    /// "youngest": a bare number right behind it is an age.
    pub const EXTREME: Lookalike = Lookalike::nth(26);
}

/// Reads `lookalikes.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    classes::load(table, lexicon, |tags| &mut tags.lookalike)
}

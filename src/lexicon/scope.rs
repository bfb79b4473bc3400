//! Words that say which event, time or place is meant: "last", "another", "since", "blast".
//!
//! One table, `scope.toml`, a section a class. It does not know which figures the words govern.

use std::collections::BTreeMap;

use super::Lexicon;

/// The classes a word belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ScopeWord(u32);

/// The sections of the table and their classes.
const CLASSES: &[(&str, ScopeWord)] = &[
    ("after", ScopeWord::AFTER),
    ("ago", ScopeWord::AGO),
    ("also", ScopeWord::ALSO),
    ("aside", ScopeWord::ASIDE),
    ("before", ScopeWord::BEFORE),
    ("day", ScopeWord::DAY),
    ("contrast", ScopeWord::CONTRAST),
    ("each", ScopeWord::EACH),
    ("elsewhere", ScopeWord::ELSEWHERE),
    ("event", ScopeWord::EVENT),
    ("last", ScopeWord::LAST),
    ("lasting", ScopeWord::LASTING),
    ("long", ScopeWord::LONG),
    ("narrow", ScopeWord::NARROW),
    ("other", ScopeWord::OTHER),
    ("place", ScopeWord::PLACE),
    ("since", ScopeWord::SINCE),
    ("superlative", ScopeWord::SUPERLATIVE),
    ("this", ScopeWord::THIS),
    ("unit", ScopeWord::UNIT),
    ("within", ScopeWord::WITHIN),
];

impl ScopeWord {
    /// "after" of "two days after", before what happened first.
    pub const AFTER: ScopeWord = ScopeWord(1);
    /// "ago": always of the past.
    pub const AGO: ScopeWord = ScopeWord(1 << 1);
    /// "earlier" of "two days earlier".
    pub const BEFORE: ScopeWord = ScopeWord(1 << 2);
    /// "each" of "each year".
    pub const EACH: ScopeWord = ScopeWord(1 << 3);
    /// "elsewhere": another place, whatever follows.
    pub const ELSEWHERE: ScopeWord = ScopeWord(1 << 4);
    /// "blast", "crash": something that happens at once.
    pub const EVENT: ScopeWord = ScopeWord(1 << 5);
    /// "last" of "last year".
    pub const LAST: ScopeWord = ScopeWord(1 << 6);
    /// "war", "insurgency": something that goes on for long.
    pub const LASTING: ScopeWord = ScopeWord(1 << 7);
    /// "another", "similar": before an event, a different one.
    pub const OTHER: ScopeWord = ScopeWord(1 << 8);
    /// "since": a span that ends now.
    pub const SINCE: ScopeWord = ScopeWord(1 << 9);
    /// "deadliest": what follows is only compared.
    pub const SUPERLATIVE: ScopeWord = ScopeWord(1 << 10);
    /// "this" of "this year".
    pub const THIS: ScopeWord = ScopeWord(1 << 11);
    /// "year": a unit of the calendar.
    pub const UNIT: ScopeWord = ScopeWord(1 << 12);
    /// "over" of "over the past week".
    pub const WITHIN: ScopeWord = ScopeWord(1 << 13);
    /// "year", "season": a unit too long for one event.
    pub const LONG: ScopeWord = ScopeWord(1 << 14);

    /// "also": what follows may be something else.
    pub const ALSO: ScopeWord = ScopeWord(1 << 15);
    /// "yesterday": a day without a name.
    pub const DAY: ScopeWord = ScopeWord(1 << 16);

    /// "in", "near": a place follows.
    pub const PLACE: ScopeWord = ScopeWord(1 << 17);

    /// "addition" of "in addition": no place.
    pub const ASIDE: ScopeWord = ScopeWord(1 << 18);

    /// "however": another account follows.
    pub const CONTRAST: ScopeWord = ScopeWord(1 << 19);

    /// "verified": not all, but those alone.
    pub const NARROW: ScopeWord = ScopeWord(1 << 20);

    /// Whether it is in one of the classes of `other`.
    pub fn is(self, other: ScopeWord) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    pub const fn or(self, other: ScopeWord) -> ScopeWord {
        ScopeWord(self.0 | other.0)
    }
}

/// Reads `scope.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let sections: BTreeMap<String, Vec<String>> = toml::from_str(table)?;
    for (name, words) in &sections {
        let class = CLASSES.iter().find(|(known, _)| known == name);
        let class =
            class.ok_or_else(|| serde::de::Error::custom(format!("unknown class {name}")))?;
        for word in words {
            let tags = lexicon.tags_for(word);
            tags.scope = Some(tags.scope.unwrap_or_default().or(class.1));
        }
    }
    Ok(())
}

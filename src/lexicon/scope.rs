//! Words that say which event, time or place is meant: "last", "another", "since", "blast".
//!
//! One table, `scope.toml`, a section a class. It does not know which figures the words govern.

use super::classes::{Classed, Classes};
use super::{Lexicon, classes};

/// The table of words of event, time and place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InScope;

/// The classes of a word in this table.
pub type ScopeWord = Classes<InScope>;

impl Classed for InScope {
    const CLASSES: &[(&str, ScopeWord)] = &[
        ("after", ScopeWord::AFTER),
        ("ago", ScopeWord::AGO),
        ("alone", ScopeWord::ALONE),
        ("rival", ScopeWord::RIVAL),
        ("also", ScopeWord::ALSO),
        ("area", ScopeWord::AREA),
        ("aside", ScopeWord::ASIDE),
        ("before", ScopeWord::BEFORE),
        ("caption", ScopeWord::CAPTION),
        ("claim", ScopeWord::CLAIM),
        ("day", ScopeWord::DAY),
        ("contrast", ScopeWord::CONTRAST),
        ("each", ScopeWord::EACH),
        ("early", ScopeWord::EARLY),
        ("elsewhere", ScopeWord::ELSEWHERE),
        ("event", ScopeWord::EVENT),
        ("foregoing", ScopeWord::FOREGOING),
        ("last", ScopeWord::LAST),
        ("lasting", ScopeWord::LASTING),
        ("long", ScopeWord::LONG),
        ("narrow", ScopeWord::NARROW),
        ("other", ScopeWord::OTHER),
        ("partly", ScopeWord::PARTLY),
        ("place", ScopeWord::PLACE),
        ("since", ScopeWord::SINCE),
        ("sites", ScopeWord::SITES),
        ("sunk", ScopeWord::SUNK),
        ("superlative", ScopeWord::SUPERLATIVE),
        ("this", ScopeWord::THIS),
        ("unit", ScopeWord::UNIT),
        ("where", ScopeWord::WHERE),
        ("wide", ScopeWord::WIDE),
        ("within", ScopeWord::WITHIN),
    ];
}

impl ScopeWord {
    /// "after" of "two days after", before what happened first.
    pub const AFTER: ScopeWord = ScopeWord::nth(0);
    /// "ago": always of the past.
    pub const AGO: ScopeWord = ScopeWord::nth(1);
    /// "earlier" of "two days earlier".
    pub const BEFORE: ScopeWord = ScopeWord::nth(2);
    /// "each" of "each year".
    pub const EACH: ScopeWord = ScopeWord::nth(3);
    /// "elsewhere": another place, whatever follows.
    pub const ELSEWHERE: ScopeWord = ScopeWord::nth(4);
    /// "blast", "crash": something that happens at once.
    pub const EVENT: ScopeWord = ScopeWord::nth(5);
    /// "last" of "last year".
    pub const LAST: ScopeWord = ScopeWord::nth(6);
    /// "previous" of "the previous week": one that ended before the news.
    pub const FOREGOING: ScopeWord = ScopeWord::nth(30);
    /// "war", "insurgency": something that goes on for long.
    pub const LASTING: ScopeWord = ScopeWord::nth(7);
    /// "another", "similar": before an event, a different one.
    pub const OTHER: ScopeWord = ScopeWord::nth(8);
    /// "since": a span that ends now.
    pub const SINCE: ScopeWord = ScopeWord::nth(9);
    /// "deadliest": what follows is only compared.
    pub const SUPERLATIVE: ScopeWord = ScopeWord::nth(10);
    /// "this" of "this year".
    pub const THIS: ScopeWord = ScopeWord::nth(11);
    /// "year": a unit of the calendar.
    pub const UNIT: ScopeWord = ScopeWord::nth(12);
    /// "over" of "over the past week".
    pub const WITHIN: ScopeWord = ScopeWord::nth(13);
    /// "year", "season": a unit too long for one event.
    pub const LONG: ScopeWord = ScopeWord::nth(14);

    /// "also": what follows may be something else.
    pub const ALSO: ScopeWord = ScopeWord::nth(15);
    /// "yesterday": a day without a name.
    pub const DAY: ScopeWord = ScopeWord::nth(16);

    /// "in", "near": a place follows.
    pub const PLACE: ScopeWord = ScopeWord::nth(17);

    /// "addition" of "in addition": no place.
    pub const ASIDE: ScopeWord = ScopeWord::nth(18);

    /// "however": another account follows.
    pub const CONTRAST: ScopeWord = ScopeWord::nth(19);

    /// "verified": not all, but those alone.
    pub const NARROW: ScopeWord = ScopeWord::nth(20);
    /// "early", "late": before a day.
    pub const EARLY: ScopeWord = ScopeWord::nth(21);
    /// "where": the place was named before.
    pub const WHERE: ScopeWord = ScopeWord::nth(22);
    /// "nationwide": before a comma, what follows is counted in all the land.
    pub const WIDE: ScopeWord = ScopeWord::nth(29);
    /// "province": a place that holds others.
    pub const AREA: ScopeWord = ScopeWord::nth(23);
    /// "claimed": what follows is one side's account.
    pub const CLAIM: ScopeWord = ScopeWord::nth(25);
    /// "alone" of "in Orr province alone": what is counted there is a part of all.
    pub const ALONE: ScopeWord = ScopeWord::nth(26);
    /// "higher figure": another account of a count follows.
    pub const RIVAL: ScopeWord = ScopeWord::nth(27);
    /// "photo": before a colon, what follows is said of a picture.
    pub const CAPTION: ScopeWord = ScopeWord::nth(24);
    /// "towns", "fronts": places of which a text tells one by one.
    pub const SITES: ScopeWord = ScopeWord::nth(31);
    /// "partly": one reason of several follows.
    pub const PARTLY: ScopeWord = ScopeWord::nth(32);
    /// "capsized", "fell into": what became of a craft by itself, without hitting another.
    pub const SUNK: ScopeWord = ScopeWord::nth(28);
}

/// Reads `scope.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    classes::load(table, lexicon, |tags| &mut tags.scope)
}

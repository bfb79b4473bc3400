//! Words of attribution: "said", "according to", "spokesman", "statement".
//!
//! One table, `sources.toml`, a section a class. It does not know who said what.

use super::classes::{Classed, Classes};
use super::{Lexicon, classes};

/// The table of words of attribution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InSources;

/// The classes of a word in this table.
pub type SourceWord = Classes<InSources>;

impl Classed for InSources {
    const CLASSES: &[(&str, SourceWord)] = &[
        ("according", SourceWord::ACCORDING),
        ("adding", SourceWord::ADDING),
        ("addressed", SourceWord::ADDRESSED),
        ("body", SourceWord::BODY),
        ("citing", SourceWord::CITING),
        ("claims", SourceWord::CLAIMS),
        ("counts", SourceWord::COUNTS),
        ("credit", SourceWord::CREDIT),
        ("he", SourceWord::HE),
        ("hearsay", SourceWord::HEARSAY),
        ("it", SourceWord::IT),
        ("lives", SourceWord::LIVES),
        ("name", SourceWord::NAME),
        ("official", SourceWord::OFFICIAL),
        ("outside", SourceWord::OUTSIDE),
        ("owns", SourceWord::OWNS),
        ("particle", SourceWord::PARTICLE),
        ("puts", SourceWord::PUTS),
        ("putting", SourceWord::PUTTING),
        ("recorded", SourceWord::RECORDED),
        ("same", SourceWord::SAME),
        ("quoted", SourceWord::QUOTED),
        ("record", SourceWord::RECORD),
        ("repeats", SourceWord::REPEATS),
        ("says", SourceWord::SAYS),
        ("speaker", SourceWord::SPEAKER),
        ("they", SourceWord::THEY),
        ("turn", SourceWord::TURN),
        ("unlike", SourceWord::UNLIKE),
    ];
}

impl SourceWord {
    /// "according to": the source follows.
    pub const ACCORDING: SourceWord = SourceWord::nth(0);
    /// "adding": the speaker of the sentence goes on.
    pub const ADDING: SourceWord = SourceWord::nth(1);
    /// "told": takes whom it is said to.
    pub const ADDRESSED: SourceWord = SourceWord::nth(2);
    /// "newspaper", "group": points back to a body named before.
    pub const BODY: SourceWord = SourceWord::nth(3);
    /// "citing": the source of the source follows.
    pub const CITING: SourceWord = SourceWord::nth(4);
    /// "count", "tally": what a source may own.
    pub const COUNTS: SourceWord = SourceWord::nth(5);
    /// "TV": may stand alone at the end of a headline.
    pub const CREDIT: SourceWord = SourceWord::nth(6);
    /// "he", "she"
    pub const HE: SourceWord = SourceWord::nth(7);
    /// "reportedly": somebody says so, it is not said who.
    pub const HEARSAY: SourceWord = SourceWord::nth(8);
    /// "it"
    pub const IT: SourceWord = SourceWord::nth(9);
    /// "Reuters": a body known by its name.
    pub const NAME: SourceWord = SourceWord::nth(10);
    /// "de", "for": a small word within a name.
    pub const PARTICLE: SourceWord = SourceWord::nth(11);
    /// "put" of "put the toll at".
    pub const PUTS: SourceWord = SourceWord::nth(12);
    /// "quoted" of "quoted him as saying".
    pub const QUOTED: SourceWord = SourceWord::nth(13);
    /// "statement": what somebody issues.
    pub const RECORD: SourceWord = SourceWord::nth(14);
    /// "said", "reports": the speaker comes before it, or behind it after a quotation.
    pub const SAYS: SourceWord = SourceWord::nth(15);
    /// "police", "spokesman": speaks.
    pub const SPEAKER: SourceWord = SourceWord::nth(16);
    /// "they"
    pub const THEY: SourceWord = SourceWord::nth(17);
    /// "while": behind "police said", a clause of the paper's own begins.
    pub const TURN: SourceWord = SourceWord::nth(18);
    /// "claimed responsibility": only looks like saying.
    pub const UNLIKE: SourceWord = SourceWord::nth(19);
    /// "claimed": says something, or takes lives.
    pub const CLAIMS: SourceWord = SourceWord::nth(20);
    /// "lives": what may be claimed without a word.
    pub const LIVES: SourceWord = SourceWord::nth(21);
    /// "recorded", "registered": say something only of a number.
    pub const RECORDED: SourceWord = SourceWord::nth(22);
    /// "activists", "residents": speak for no office, and no official for them.
    pub const OUTSIDE: SourceWord = SourceWord::nth(24);
    /// "the same": whoever spoke last.
    pub const SAME: SourceWord = SourceWord::nth(23);
    /// "putting" of "with the mayor putting the toll at".
    pub const PUTTING: SourceWord = SourceWord::nth(26);
    /// "authorities": people of any body that has an office.
    pub const OFFICIAL: SourceWord = SourceWord::nth(27);
    /// "claimed responsibility": says nothing by itself, but what "it" says then is theirs.
    pub const OWNS: SourceWord = SourceWord::nth(28);
    /// "we repeat": what follows was said before.
    pub const REPEATS: SourceWord = SourceWord::nth(25);
}

/// Reads `sources.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    classes::load(table, lexicon, |tags| &mut tags.source)
}

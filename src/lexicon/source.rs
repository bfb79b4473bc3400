//! Words of attribution: "said", "according to", "spokesman", "statement".
//!
//! One table, `sources.toml`, a section a class. It does not know who said what.

use std::collections::BTreeMap;

use super::Lexicon;

/// The classes a word belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceWord(u32);

/// The sections of the table and their classes.
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
    ("particle", SourceWord::PARTICLE),
    ("puts", SourceWord::PUTS),
    ("quoted", SourceWord::QUOTED),
    ("record", SourceWord::RECORD),
    ("says", SourceWord::SAYS),
    ("speaker", SourceWord::SPEAKER),
    ("they", SourceWord::THEY),
    ("turn", SourceWord::TURN),
    ("unlike", SourceWord::UNLIKE),
];

impl SourceWord {
    /// "according to": the source follows.
    pub const ACCORDING: SourceWord = SourceWord(1);
    /// "adding": the speaker of the sentence goes on.
    pub const ADDING: SourceWord = SourceWord(1 << 1);
    /// "told": takes whom it is said to.
    pub const ADDRESSED: SourceWord = SourceWord(1 << 2);
    /// "newspaper", "group": points back to a body named before.
    pub const BODY: SourceWord = SourceWord(1 << 3);
    /// "citing": the source of the source follows.
    pub const CITING: SourceWord = SourceWord(1 << 4);
    /// "count", "tally": what a source may own.
    pub const COUNTS: SourceWord = SourceWord(1 << 5);
    /// "TV": may stand alone at the end of a headline.
    pub const CREDIT: SourceWord = SourceWord(1 << 6);
    /// "he", "she"
    pub const HE: SourceWord = SourceWord(1 << 7);
    /// "reportedly": somebody says so, it is not said who.
    pub const HEARSAY: SourceWord = SourceWord(1 << 8);
    /// "it"
    pub const IT: SourceWord = SourceWord(1 << 9);
    /// "Reuters": a body known by its name.
    pub const NAME: SourceWord = SourceWord(1 << 10);
    /// "de", "for": a small word within a name.
    pub const PARTICLE: SourceWord = SourceWord(1 << 11);
    /// "put" of "put the toll at".
    pub const PUTS: SourceWord = SourceWord(1 << 12);
    /// "quoted" of "quoted him as saying".
    pub const QUOTED: SourceWord = SourceWord(1 << 13);
    /// "statement": what somebody issues.
    pub const RECORD: SourceWord = SourceWord(1 << 14);
    /// "said", "reports": the speaker comes before it, or behind it after a quotation.
    pub const SAYS: SourceWord = SourceWord(1 << 15);
    /// "police", "spokesman": speaks.
    pub const SPEAKER: SourceWord = SourceWord(1 << 16);
    /// "they"
    pub const THEY: SourceWord = SourceWord(1 << 17);
    /// "while": behind "police said", a clause of the paper's own begins.
    pub const TURN: SourceWord = SourceWord(1 << 18);
    /// "claimed responsibility": only looks like saying.
    pub const UNLIKE: SourceWord = SourceWord(1 << 19);
    /// "claimed": says something, or takes lives.
    pub const CLAIMS: SourceWord = SourceWord(1 << 20);
    /// "lives": what may be claimed without a word.
    pub const LIVES: SourceWord = SourceWord(1 << 21);

    /// Whether it is in one of the classes of `other`.
    pub fn is(self, other: SourceWord) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    pub const fn or(self, other: SourceWord) -> SourceWord {
        SourceWord(self.0 | other.0)
    }
}

/// Reads `sources.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let sections: BTreeMap<String, Vec<String>> = toml::from_str(table)?;
    for (name, words) in &sections {
        let class = CLASSES.iter().find(|(known, _)| known == name);
        let class =
            class.ok_or_else(|| serde::de::Error::custom(format!("unknown class {name}")))?;
        for word in words {
            let tags = lexicon.tags_for(word);
            tags.source = Some(tags.source.unwrap_or_default().or(class.1));
        }
    }
    Ok(())
}

//! Small words that carry the structure of a sentence: "were", "including", "of".
//!
//! One table, `grammar.toml`, a section a class. It does not know what the words are used for.

use std::collections::BTreeMap;

use super::Lexicon;

/// The classes a word belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grammar(u64);

/// The sections of the table and their classes.
const CLASSES: &[(&str, Grammar)] = &[
    ("abbreviation", Grammar::ABBREVIATION),
    ("adverb", Grammar::ADVERB),
    ("and", Grammar::AND),
    ("article", Grammar::ARTICLE),
    ("be", Grammar::BE),
    ("besides", Grammar::BESIDES),
    ("by", Grammar::BY),
    ("definite", Grammar::DEFINITE),
    ("have", Grammar::HAVE),
    ("including", Grammar::INCLUDING),
    ("leave", Grammar::LEAVE),
    ("modal", Grammar::MODAL),
    ("month", Grammar::MONTH),
    ("negation", Grammar::NEGATION),
    ("of", Grammar::OF),
    ("possessive", Grammar::POSSESSIVE),
    ("preposition", Grammar::PREPOSITION),
    ("pronoun", Grammar::PRONOUN),
    ("relative", Grammar::RELATIVE),
    ("subordinator", Grammar::SUBORDINATOR),
    ("title", Grammar::TITLE),
    ("total", Grammar::TOTAL),
    ("verb", Grammar::VERB),
    ("weekday", Grammar::WEEKDAY),
];

impl Grammar {
    /// "inc", "feb": a stop after it ends a sentence only if the next word looks like a first one.
    pub const ABBREVIATION: Grammar = Grammar(1);
    /// "also", "reportedly": may stand within a verb group.
    pub const ADVERB: Grammar = Grammar(1 << 1);
    /// "and", "or", "but"
    pub const AND: Grammar = Grammar(1 << 2);
    /// "a", "an"
    pub const ARTICLE: Grammar = Grammar(1 << 3);
    /// "was", "were", "been"
    pub const BE: Grammar = Grammar(1 << 4);
    /// "another", "other", "others", "more"
    pub const BESIDES: Grammar = Grammar(1 << 5);
    /// "by"
    pub const BY: Grammar = Grammar(1 << 6);
    /// "the", "all", "these"
    pub const DEFINITE: Grammar = Grammar(1 << 7);
    /// "has", "had"
    pub const HAVE: Grammar = Grammar(1 << 8);
    /// "including", "among them"
    pub const INCLUDING: Grammar = Grammar(1 << 9);
    /// "left", "leaving": takes people and what became of them.
    pub const LEAVE: Grammar = Grammar(1 << 10);
    /// "could", "may"
    pub const MODAL: Grammar = Grammar(1 << 11);
    /// "january", "jan"
    pub const MONTH: Grammar = Grammar(1 << 12);
    /// "not", "never"
    pub const NEGATION: Grammar = Grammar(1 << 13);
    /// "of"
    pub const OF: Grammar = Grammar(1 << 14);
    /// "his", "their"
    pub const POSSESSIVE: Grammar = Grammar(1 << 15);
    /// "in", "near"
    pub const PREPOSITION: Grammar = Grammar(1 << 16);
    /// "he", "they"
    pub const PRONOUN: Grammar = Grammar(1 << 17);
    /// "who", "which"
    pub const RELATIVE: Grammar = Grammar(1 << 18);
    /// "when", "after"
    pub const SUBORDINATOR: Grammar = Grammar(1 << 19);
    /// "in all", "a total of", "combined"
    pub const TOTAL: Grammar = Grammar(1 << 20);
    /// A verb that is no outcome: "said", "attacked". Ends a noun phrase.
    pub const VERB: Grammar = Grammar(1 << 21);
    /// "monday", "mon"
    pub const WEEKDAY: Grammar = Grammar(1 << 22);
    /// "gen", "mr": a stop after it ends no sentence.
    pub const TITLE: Grammar = Grammar(1 << 23);

    /// Whether it is in no class.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it is in one of the classes of `other`.
    pub fn is(self, other: Grammar) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    pub const fn or(self, other: Grammar) -> Grammar {
        Grammar(self.0 | other.0)
    }
}

/// Reads `grammar.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let sections: BTreeMap<String, Vec<String>> = toml::from_str(table)?;
    for (name, words) in &sections {
        let class = CLASSES.iter().find(|(known, _)| known == name);
        let class =
            class.ok_or_else(|| serde::de::Error::custom(format!("unknown class {name}")))?;
        for word in words {
            let tags = lexicon.tags_for(word);
            tags.grammar = tags.grammar.or(class.1);
        }
    }
    Ok(())
}

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
    ("every", Grammar::EVERY),
    ("earlier", Grammar::EARLIER),
    ("from", Grammar::FROM),
    ("have", Grammar::HAVE),
    ("including", Grammar::INCLUDING),
    ("intent", Grammar::INTENT),
    ("leave", Grammar::LEAVE),
    ("link", Grammar::LINK),
    ("modal", Grammar::MODAL),
    ("month", Grammar::MONTH),
    ("more", Grammar::MORE),
    ("negation", Grammar::NEGATION),
    ("no", Grammar::NO),
    ("of", Grammar::OF),
    ("origin", Grammar::ORIGIN),
    ("plural", Grammar::PLURAL),
    ("possessive", Grammar::POSSESSIVE),
    ("possible", Grammar::POSSIBLE),
    ("preposition", Grammar::PREPOSITION),
    ("pronoun", Grammar::PRONOUN),
    ("reflexive", Grammar::REFLEXIVE),
    ("relative", Grammar::RELATIVE),
    ("rise", Grammar::RISE),
    ("severity", Grammar::SEVERITY),
    ("subordinator", Grammar::SUBORDINATOR),
    ("suffer", Grammar::SUFFER),
    ("tally", Grammar::TALLY),
    ("title", Grammar::TITLE),
    ("to", Grammar::TO),
    ("total", Grammar::TOTAL),
    ("verb", Grammar::VERB),
    ("weekday", Grammar::WEEKDAY),
    ("with", Grammar::WITH),
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
    pub const TITLE: Grammar = Grammar(1 << 30);
    /// "threatened", "planned": what follows has not happened.
    pub const INTENT: Grammar = Grammar(1 << 23);
    /// "feared", "remain": stands between people and their state.
    pub const LINK: Grammar = Grammar(1 << 24);
    /// "critically": how badly.
    pub const SEVERITY: Grammar = Grammar(1 << 25);
    /// "suffered": the state of the people follows as a noun.
    pub const SUFFER: Grammar = Grammar(1 << 26);
    /// "no": a zero that takes a noun.
    pub const NO: Grammar = Grammar(1 << 27);
    /// "more", "further", "additional": on top of those counted before.
    pub const MORE: Grammar = Grammar(1 << 28);
    /// "with", "along with": goes on with the people before it.
    pub const WITH: Grammar = Grammar(1 << 29);
    /// "all": what follows holds of every one of those just counted.
    pub const EVERY: Grammar = Grammar(1 << 40);
    /// "from", "loyal to": where people come from or whose they are.
    pub const ORIGIN: Grammar = Grammar(1 << 41);

    /// "may", "might": what follows is believed to have happened.
    pub const POSSIBLE: Grammar = Grammar(1 << 31);

    /// "earlier", "initial": before a toll that was given before.
    pub const EARLIER: Grammar = Grammar(1 << 32);
    /// "from"
    pub const FROM: Grammar = Grammar(1 << 33);
    /// "himself"
    pub const REFLEXIVE: Grammar = Grammar(1 << 36);
    /// "rose", "lowers": a count changes.
    pub const RISE: Grammar = Grammar(1 << 34);
    /// "to"
    pub const TO: Grammar = Grammar(1 << 35);
    /// "number" of "the number of people who died".
    pub const TALLY: Grammar = Grammar(1 << 43);
    /// "are", "were": said of several.
    pub const PLURAL: Grammar = Grammar(1 << 42);

    /// The classes that end a noun phrase.
    pub const ENDS_PHRASE: Grammar = Grammar::ADVERB
        .or(Grammar::AND)
        .or(Grammar::ARTICLE)
        .or(Grammar::BE)
        .or(Grammar::BY)
        .or(Grammar::DEFINITE)
        .or(Grammar::HAVE)
        .or(Grammar::INCLUDING)
        .or(Grammar::LEAVE)
        .or(Grammar::LINK)
        .or(Grammar::MODAL)
        .or(Grammar::MONTH)
        .or(Grammar::NEGATION)
        .or(Grammar::OF)
        .or(Grammar::ORIGIN)
        .or(Grammar::POSSESSIVE)
        .or(Grammar::POSSIBLE)
        .or(Grammar::PREPOSITION)
        .or(Grammar::PRONOUN)
        .or(Grammar::RELATIVE)
        .or(Grammar::SEVERITY)
        .or(Grammar::SUBORDINATOR)
        .or(Grammar::SUFFER)
        .or(Grammar::VERB)
        .or(Grammar::WEEKDAY)
        .or(Grammar::WITH);

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

#[cfg(test)]
mod tests {
    use super::CLASSES;

    #[test]
    fn no_two_classes_are_one() {
        for (k, (name, class)) in CLASSES.iter().enumerate() {
            let same = CLASSES[..k].iter().find(|(_, other)| other.is(*class));
            assert!(same.is_none(), "{name} and {}", same.unwrap().0);
        }
    }
}

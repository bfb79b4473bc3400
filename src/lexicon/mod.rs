//! The words the checker knows, read from `data/en`, and one automaton over all of them.
//!
//! "at least" is one entry, a qualifier; "killed" is one, an outcome. An entry may stand in several
//! tables ("second" is an ordinal and a length of time); its tags say in which. The lexicon knows
//! neither documents nor what is made of the words.
//!
//! Each table has a file in `data/en`, and a module here with the type that reads it.

mod classes;
mod contrast;
mod grammar;
mod lookalike;
mod number;
mod outcome;
mod people;
mod period;
mod phrases;
mod plain;
mod qualifier;
mod scope;
mod source;

pub use contrast::ContrastClass;
pub use contrast::ContrastWord;
pub use grammar::Grammar;
pub use lookalike::Lookalike;
pub use number::{NumberWord, Vague, VagueId};
pub use outcome::{Outcome, OutcomeForm, OutcomeWord};
pub use people::{Facet, Kind, KindId, PeopleRole, PeopleWord};
pub use period::PeriodWord;
pub use qualifier::{QualifierWord, RangeWord};
pub use scope::ScopeWord;
pub use source::SourceWord;

use std::sync::LazyLock;

use crate::quantity::Tolerances;
use phrases::Phrases;

/// A place in the automaton: a word, or the words of a phrase so far. Zero is the unknown word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Entry(u32);

/// What the tables say about a word or phrase; all empty for a word that none of them lists.
///
/// Tags are looked up for every word of a text, from all over a table that no cache holds: what is
/// asked of each word comes first, in one line of a cache.
#[derive(Clone, Debug, Default)]
#[repr(C, align(64))]
pub struct Tags {
    /// Its part in the grammar of a sentence.
    pub grammar: Grammar,
    /// How it attributes.
    pub source: SourceWord,
    /// How it moves or fixes the scope.
    pub scope: ScopeWord,
    /// What it does between two counts; few words have it.
    pub contrast: Option<Box<ContrastWord>>,
    /// What it makes of a number beside it.
    pub lookalike: Lookalike,
    /// What it is worth as a number.
    pub number: Option<NumberWord>,
    /// What it says happened to people.
    pub outcome: Option<OutcomeWord>,
    /// Which people it names.
    pub people: Option<PeopleWord>,
    /// What it does to a number.
    pub qualifier: Option<QualifierWord>,
    /// The time over which a rate counts.
    pub period: Option<PeriodWord>,
}

/// The tables of a language and the automaton over their phrases.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// The phrases and the words they are made of.
    phrases: Phrases,
    /// What the tables say of each entry.
    tags: Vec<Tags>,
    /// What the words around a number allow.
    pub tolerances: Tolerances,
    /// The kinds of people that words name.
    kinds: Vec<Kind>,
    /// The limits of vague words.
    vague: Vec<Vague>,
}

/// A table of a language.
struct Table {
    /// The name of its file.
    name: &'static str,
    /// Its text, as compiled in.
    text: &'static str,
    /// Reads such a text.
    load: fn(&str, &mut Lexicon) -> Result<(), toml::de::Error>,
}

/// The tables in the order in which they are read: countries are people too.
const EN: &[Table] = &[
    Table {
        name: "contrasts",
        text: include_str!("../../data/en/contrasts.toml"),
        load: contrast::load,
    },
    Table {
        name: "grammar",
        text: include_str!("../../data/en/grammar.toml"),
        load: grammar::load,
    },
    Table {
        name: "lookalikes",
        text: include_str!("../../data/en/lookalikes.toml"),
        load: lookalike::load,
    },
    Table { name: "numbers", text: include_str!("../../data/en/numbers.toml"), load: number::load },
    Table {
        name: "outcomes",
        text: include_str!("../../data/en/outcomes.toml"),
        load: outcome::load,
    },
    Table { name: "people", text: include_str!("../../data/en/people.toml"), load: people::load },
    Table { name: "periods", text: include_str!("../../data/en/periods.toml"), load: period::load },
    Table {
        name: "nations",
        text: include_str!("../../data/en/nations.toml"),
        load: people::load_nations,
    },
    Table {
        name: "things",
        text: include_str!("../../data/en/things.toml"),
        load: people::load_things,
    },
    Table {
        name: "qualifiers",
        text: include_str!("../../data/en/qualifiers.toml"),
        load: qualifier::load,
    },
    Table { name: "scope", text: include_str!("../../data/en/scope.toml"), load: scope::load },
    Table { name: "sources", text: include_str!("../../data/en/sources.toml"), load: source::load },
];

/// About as many entries as the tables have.
const ENTRIES: usize = 14_000;

static ENGLISH: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::load(EN).expect("the tables in data/en are checked by the tests"));

impl Lexicon {
    /// The English tables that are compiled in.
    pub fn english() -> &'static Lexicon {
        &ENGLISH
    }

    fn load(tables: &[Table]) -> Result<Lexicon, toml::de::Error> {
        let mut lexicon = Lexicon::default();
        lexicon.phrases.reserve(ENTRIES);
        lexicon.tags.reserve(ENTRIES);
        // Entry zero is every unknown word.
        lexicon.tags.push(Tags::default());
        for table in tables {
            (table.load)(table.text, &mut lexicon)?;
        }
        Ok(lexicon)
    }

    /// Adds the words of a file in which each table stands under its name: `[outcomes.killed]`.
    ///
    /// # Errors
    ///
    /// A table that does not exist, or one that is not in the shape of its file in `data/en`.
    pub fn add(&mut self, file: &str) -> Result<(), toml::de::Error> {
        let sections: toml::Table = toml::from_str(file)?;
        for (name, words) in &sections {
            let table = EN.iter().find(|table| table.name == name);
            let table = table.ok_or_else(|| unknown_table(name))?;
            let words = toml::to_string(words).map_err(serde::de::Error::custom)?;
            (table.load)(&words, self)?;
        }
        Ok(())
    }

    /// The tags of a phrase, to be filled in; words are parted by spaces, in lower case.
    fn tags_for(&mut self, phrase: &str) -> &mut Tags {
        let plain = !phrase.bytes().any(|b| matches!(b, b'-' | b'/' | b'.' | b'\''));
        let entry = match plain {
            true => self.phrases.enter(phrase.split(' ').filter(|word| !word.is_empty())),
            false => self.phrases.enter(words_of(phrase)),
        };
        if self.tags.len() < self.phrases.len() {
            self.tags.resize_with(self.phrases.len(), Tags::default);
        }
        &mut self.tags[entry as usize]
    }

    /// The number of a lower-case word; zero when no phrase has it.
    pub fn word(&self, word: &str) -> u32 {
        self.phrases.word(word)
    }

    /// The number of a lower-case word of at most sixteen bytes that are themselves taken for one
    /// number, the first of them lowest.
    #[inline]
    pub fn short_word(&self, letters: u128) -> u32 {
        self.phrases.short_word(letters)
    }

    /// The longest phrase that begins with the first of these words: its entry and how many of the
    /// words it takes. A word that begins no phrase is taken alone, as entry zero.
    #[inline]
    pub fn longest(&self, words: impl Iterator<Item = u32>) -> (Entry, usize) {
        let (entry, taken) = self.phrases.longest(words);
        (Entry(entry), taken)
    }

    /// What the tables say of an entry.
    #[inline]
    pub fn tags(&self, entry: Entry) -> &Tags {
        &self.tags[entry.0 as usize]
    }
}

fn unknown_table(name: &str) -> toml::de::Error {
    let known: Vec<String> = EN.iter().map(|table| format!("`{}`", table.name)).collect();
    serde::de::Error::custom(format!(
        "unknown table `{name}`, expected one of {}",
        known.join(", ")
    ))
}

/// The words of a phrase as the text stage parts them: "close-range" is three, "u.s." is `u.s`, and
/// "china's" ends in `'s`.
fn words_of(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split(' ').flat_map(|word| {
        let (word, genitive) = match word.strip_suffix("'s") {
            Some(word) => (word, Some("'s")),
            None => (word, None),
        };
        let ends = |c| matches!(c, '-' | '/');
        let parts = word.split_inclusive(ends).flat_map(move |part| {
            let bare = part.trim_end_matches(ends);
            [bare.trim_end_matches('.'), &part[bare.len()..]]
        });
        parts.chain(genitive).filter(|part| !part.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_desk_may_add_words() {
        let mut lexicon = Lexicon::english().clone();
        lexicon.add("[outcomes.killed]\nparticiple = [\"zapped\"]\n").unwrap();
        let (entry, _) = lexicon.longest([lexicon.word("zapped")].into_iter());
        assert!(lexicon.tags(entry).outcome.is_some());
        assert!(lexicon.add("[outcome.killed]\nparticiple = [\"zapped\"]\n").is_err());
    }
}

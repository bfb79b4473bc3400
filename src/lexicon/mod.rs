//! The words the checker knows, read from `data/en`, and one automaton over all of them.
//!
//! "at least" is one entry, a qualifier; "killed" is one, an outcome. An entry may stand in several
//! tables ("second" is an ordinal and a length of time); its tags say in which. The lexicon knows
//! neither documents nor what is made of the words.
//!
//! Each table has a file in `data/en`, and a module here with the type that reads it.

mod grammar;
mod lookalike;
mod number;
mod outcome;
mod people;
mod period;
mod qualifier;
mod scope;
mod source;

pub use grammar::Grammar;
pub use lookalike::Lookalike;
pub use number::{NumberWord, Vague};
pub use outcome::{Outcome, OutcomeForm, OutcomeWord};
pub use people::{Facet, Kind, KindId, PeopleRole, PeopleWord};
pub use period::PeriodWord;
pub use qualifier::{QualifierWord, RangeWord};
pub use scope::ScopeWord;
pub use source::SourceWord;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::quantity::Tolerances;

/// A place in the automaton: a word, or the words of a phrase so far. Zero is the unknown word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Entry(u32);

/// What the tables say about a word or phrase; all empty for a word that none of them lists.
#[derive(Clone, Debug, Default)]
pub struct Tags {
    /// Its part in the grammar of a sentence.
    pub grammar: Grammar,
    /// What it is worth as a number.
    pub number: Option<NumberWord>,
    /// The time over which a rate counts.
    pub period: Option<PeriodWord>,
    /// What it makes of a number beside it.
    pub lookalike: Lookalike,
    /// What it does to a number.
    pub qualifier: Option<QualifierWord>,
    /// What it says happened to people.
    pub outcome: Option<OutcomeWord>,
    /// Which people it names.
    pub people: Option<PeopleWord>,
    /// How it attributes.
    pub source: Option<SourceWord>,
    /// How it moves or fixes the scope.
    pub scope: Option<ScopeWord>,
}

/// The number of the word "-".
const HYPHEN: u32 = 1;

/// The tables of a language and the automaton over their phrases.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The number of each word that occurs in any phrase.
    words: FxHashMap<Box<str>, u32>,
    /// The entry reached from an entry by a word; from entry zero for the first word of a phrase.
    steps: FxHashMap<(u32, u32), u32>,
    /// What the tables say of each entry.
    tags: Vec<Tags>,
    /// Whether some longer phrase begins with the entry.
    inner: Vec<bool>,
    /// What the words around a number allow.
    pub tolerances: Tolerances,
    /// The kinds of people that words name.
    kinds: Vec<Kind>,
}

/// The texts of the tables, as compiled in.
struct Tables {
    grammar: &'static str,
    nations: &'static str,
    lookalikes: &'static str,
    numbers: &'static str,
    outcomes: &'static str,
    people: &'static str,
    periods: &'static str,
    qualifiers: &'static str,
    scope: &'static str,
    sources: &'static str,
    things: &'static str,
}

const EN: Tables = Tables {
    grammar: include_str!("../../data/en/grammar.toml"),
    nations: include_str!("../../data/en/nations.toml"),
    lookalikes: include_str!("../../data/en/lookalikes.toml"),
    numbers: include_str!("../../data/en/numbers.toml"),
    outcomes: include_str!("../../data/en/outcomes.toml"),
    people: include_str!("../../data/en/people.toml"),
    periods: include_str!("../../data/en/periods.toml"),
    qualifiers: include_str!("../../data/en/qualifiers.toml"),
    scope: include_str!("../../data/en/scope.toml"),
    sources: include_str!("../../data/en/sources.toml"),
    things: include_str!("../../data/en/things.toml"),
};

static ENGLISH: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::load(&EN).expect("the tables in data/en are checked by the tests"));

impl Lexicon {
    /// The English tables that are compiled in.
    pub fn english() -> &'static Lexicon {
        &ENGLISH
    }

    fn load(tables: &Tables) -> Result<Lexicon, toml::de::Error> {
        let mut lexicon = Lexicon::default();
        lexicon.entry_for_nothing();
        grammar::load(tables.grammar, &mut lexicon)?;
        lookalike::load(tables.lookalikes, &mut lexicon)?;
        number::load(tables.numbers, &mut lexicon)?;
        outcome::load(tables.outcomes, &mut lexicon)?;
        people::load(tables.people, &mut lexicon)?;
        period::load(tables.periods, &mut lexicon)?;
        people::load_nations(tables.nations, &mut lexicon)?;
        people::load_things(tables.things, &mut lexicon)?;
        qualifier::load(tables.qualifiers, &mut lexicon)?;
        scope::load(tables.scope, &mut lexicon)?;
        source::load(tables.sources, &mut lexicon)?;
        Ok(lexicon)
    }

    /// Entry zero: what every unknown word is. The hyphen is the first word.
    fn entry_for_nothing(&mut self) {
        self.words.insert("-".into(), HYPHEN);
        self.tags.push(Tags::default());
        self.inner.push(false);
    }

    /// The tags of a phrase, to be filled in; words are parted by spaces, in lower case.
    fn tags_for(&mut self, phrase: &str) -> &mut Tags {
        let mut entry = 0;
        for word in words_of(phrase) {
            let next = self.words.len() as u32 + 1;
            let word = *self.words.entry(word.into()).or_insert(next);
            self.inner[entry as usize] = true;
            let fresh = self.tags.len() as u32;
            entry = *self.steps.entry((entry, word)).or_insert(fresh);
            if entry == fresh {
                self.tags.push(Tags::default());
                self.inner.push(false);
            }
        }
        &mut self.tags[entry as usize]
    }

    /// The number of a lower-case word; zero when no phrase has it.
    pub fn word(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or(0)
    }

    /// The longest phrase that begins with the first of these words: its entry and how many of the
    /// words it takes. A word that begins no phrase is taken alone, as entry zero. A hyphen within a
    /// phrase may stand for a space.
    pub fn longest(&self, mut words: impl Iterator<Item = u32>) -> (Entry, usize) {
        let (mut entry, mut best, mut taken) = (0, (Entry(0), 1), 0);
        while self.inner[entry as usize] {
            let Some(word) = words.next() else { break };
            taken += 1;
            let Some(next) = self.steps.get(&(entry, word)) else {
                if word == HYPHEN && taken > 1 {
                    continue;
                }
                break;
            };
            entry = *next;
            if self.tags[entry as usize].is_listed() || taken == 1 {
                best = (Entry(entry), taken);
            }
        }
        best
    }

    /// What the tables say of an entry.
    pub fn tags(&self, entry: Entry) -> &Tags {
        &self.tags[entry.0 as usize]
    }
}

impl Tags {
    /// Whether any table lists the phrase.
    fn is_listed(&self) -> bool {
        !self.grammar.is_empty()
            || !self.lookalike.is_empty()
            || self.number.is_some()
            || self.qualifier.is_some()
            || self.outcome.is_some()
            || self.people.is_some()
            || self.period.is_some()
            || self.source.is_some()
            || self.scope.is_some()
    }
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

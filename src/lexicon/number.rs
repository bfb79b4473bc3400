//! Words that are numbers or parts of numbers: "twelve", "million", "dozens", "no one".
//!
//! One table, `numbers.toml`, a section a kind. It does not know how number words are put together.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::Lexicon;

/// What a word is worth as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberWord {
    /// "twelve", "sixty": worth itself.
    Cardinal(Decimal),
    /// "hundred", "million": multiplies what is before it.
    Scale(Decimal),
    /// "k", "bn": multiplies the digits that it touches.
    Suffix(Decimal),
    /// "dozen", "score": a number of its own after "a", multiplies a number before it.
    Group(Decimal),
    /// "half", "thirds": a part of one; holds the number of parts.
    Fraction(Decimal),
    /// "½": added to the digits before it.
    Part(Decimal),
    /// "first": a place in a row.
    Ordinal(Decimal),
    /// "th": makes a place of the digits that it touches.
    OrdinalEnd,
    /// "dozens", "several": no number of its own, only limits.
    Vague(VagueId),
    /// "no", "nobody"
    Zero,
    /// "any": none under a negation, "did not cause any".
    Any,
    /// "both"
    Both,
    /// "point": digits after a whole number follow.
    Point,
}

impl NumberWord {
    /// Whether it may be a number without digits before it.
    pub fn stands_alone(self) -> bool {
        !matches!(self, NumberWord::Suffix(_) | NumberWord::OrdinalEnd | NumberWord::Point)
    }
}

/// A place in the lexicon's list of vague words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VagueId(u16);

/// The limits of a vague word, both included; multiplied by a scale after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Vague {
    /// The least that the word allows.
    pub low: Decimal,
    /// The most that the word allows, where it sets a limit.
    pub high: Option<Decimal>,
    /// What the word states, as far as it states anything.
    pub stated: [Decimal; 2],
    /// Where a careful desk would let the word stand.
    pub plausible: [Decimal; 2],
    /// What it multiplies a number before it by: "three hundreds".
    pub scale: Option<Decimal>,
}

/// The table as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    cardinal: BTreeMap<String, Decimal>,
    scale: BTreeMap<String, Decimal>,
    suffix: BTreeMap<String, Decimal>,
    group: BTreeMap<String, Decimal>,
    fraction: BTreeMap<String, Decimal>,
    part: BTreeMap<String, Decimal>,
    ordinal: BTreeMap<String, Decimal>,
    vague: BTreeMap<String, Vague>,
    zero: Vec<String>,
    any: Vec<String>,
    both: Vec<String>,
    ordinal_end: Vec<String>,
    point: Vec<String>,
}

/// Reads `numbers.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let table: Table = toml::from_str(table)?;
    lexicon.set_numbers(table.cardinal, NumberWord::Cardinal);
    lexicon.set_numbers(table.scale, NumberWord::Scale);
    lexicon.set_numbers(table.suffix, NumberWord::Suffix);
    lexicon.set_numbers(table.group, NumberWord::Group);
    lexicon.set_numbers(table.fraction, NumberWord::Fraction);
    lexicon.set_numbers(table.part, NumberWord::Part);
    lexicon.set_numbers(table.ordinal, NumberWord::Ordinal);
    for (word, limits) in table.vague {
        let id = lexicon.add_vague(limits);
        lexicon.set_number(&word, NumberWord::Vague(id));
    }
    table.zero.iter().for_each(|word| lexicon.set_number(word, NumberWord::Zero));
    table.any.iter().for_each(|word| lexicon.set_number(word, NumberWord::Any));
    table.both.iter().for_each(|word| lexicon.set_number(word, NumberWord::Both));
    table.ordinal_end.iter().for_each(|word| lexicon.set_number(word, NumberWord::OrdinalEnd));
    table.point.iter().for_each(|word| lexicon.set_number(word, NumberWord::Point));
    Ok(())
}

impl Lexicon {
    /// The limits of a vague word.
    pub fn vague(&self, id: VagueId) -> Vague {
        self.vague[usize::from(id.0)]
    }

    fn add_vague(&mut self, limits: Vague) -> VagueId {
        self.vague.push(limits);
        VagueId((self.vague.len() - 1) as u16)
    }

    fn set_numbers<T>(&mut self, words: BTreeMap<String, T>, kind: fn(T) -> NumberWord) {
        words.into_iter().for_each(|(word, worth)| self.set_number(&word, kind(worth)));
    }

    fn set_number(&mut self, word: &str, number: NumberWord) {
        self.tags_for(word).number = Some(number);
    }
}

//! Classes of words, one bit each, and the tables that put words into them.
//!
//! "all" is `DEFINITE` and `TOTAL` in the table of small words; that table and some others are lists
//! of words, each under the name of a class. Classes know no table: each names its own.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use super::plain::{self, Word};
use super::{Lexicon, Tags};

/// Some of the classes of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes<T> {
    bits: u64,
    table: PhantomData<T>,
}

/// A table that lists words by their class.
pub(super) trait Classed: Sized + 'static {
    /// The names of the lists, and their classes.
    const CLASSES: &[(&str, Classes<Self>)];
}

impl<T> Classes<T> {
    /// A class by its place among those of the table.
    pub(super) const fn nth(place: u32) -> Classes<T> {
        Classes { bits: 1 << place, table: PhantomData }
    }

    /// Whether it is in no class.
    pub fn is_empty(&self) -> bool {
        self.bits == 0
    }

    /// Whether it is in one of the classes of `other`.
    pub fn is(self, other: Classes<T>) -> bool {
        self.bits & other.bits != 0
    }

    /// The classes of both.
    pub const fn or(self, other: Classes<T>) -> Classes<T> {
        Classes { bits: self.bits | other.bits, table: PhantomData }
    }
}

/// Reads a table of classes; `of` is where the tags of a word keep them.
pub(super) fn load<T: Classed>(
    table: &str,
    lexicon: &mut Lexicon,
    of: fn(&mut Tags) -> &mut Classes<T>,
) -> Result<(), toml::de::Error> {
    enter(&plain::from_str(table)?, lexicon, of)
}

/// Puts the words of some lists into the classes that the lists are named after.
pub(super) fn enter<T: Classed>(
    lists: &BTreeMap<String, Vec<Word<'_>>>,
    lexicon: &mut Lexicon,
    of: fn(&mut Tags) -> &mut Classes<T>,
) -> Result<(), toml::de::Error> {
    for (name, words) in lists {
        let class = T::CLASSES.iter().find(|(known, _)| known == name).map(|(_, class)| class);
        let class =
            class.ok_or_else(|| serde::de::Error::custom(format!("unknown class {name}")))?;
        for word in words {
            let classes = of(lexicon.tags_for(word));
            classes.bits |= class.bits;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::contrast::InContrasts;
    use super::super::grammar::InGrammar;
    use super::super::lookalike::InLookalikes;
    use super::super::scope::InScope;
    use super::super::source::InSources;
    use super::*;

    fn no_two_are_one<T: Classed>() {
        for (k, (name, class)) in T::CLASSES.iter().enumerate() {
            let same = T::CLASSES[..k].iter().find(|(_, other)| other.bits == class.bits);
            assert!(same.is_none(), "{name} and {}", same.unwrap().0);
        }
    }

    #[test]
    fn no_two_classes_of_a_table_are_one() {
        no_two_are_one::<InContrasts>();
        no_two_are_one::<InGrammar>();
        no_two_are_one::<InLookalikes>();
        no_two_are_one::<InScope>();
        no_two_are_one::<InSources>();
    }
}

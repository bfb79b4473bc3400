//! Words that are the same whatever their case: "Ruiz" and "RUIZ".
//!
//! For keys and comparisons that need no copy in lower case. It does not know what the words mean.

use std::hash::{Hash, Hasher};

/// Some words, compared by their small letters.
#[derive(Clone, Copy, Debug)]
pub struct Caseless<'a>(pub &'a str);

impl<'a> Caseless<'a> {
    fn small(self) -> impl DoubleEndedIterator<Item = char> + 'a {
        self.0.chars().flat_map(char::to_lowercase)
    }

    /// Whether it ends in other words.
    pub fn ends_with(self, end: Caseless<'_>) -> bool {
        let mut own = self.small().rev();
        end.small().rev().all(|c| own.next() == Some(c))
    }
}

impl PartialEq for Caseless<'_> {
    fn eq(&self, other: &Caseless<'_>) -> bool {
        match (self.0.is_ascii(), other.0.is_ascii()) {
            (true, true) => self.0.eq_ignore_ascii_case(other.0),
            (false, false) => self.small().eq(other.small()),
            _ => false,
        }
    }
}

impl Eq for Caseless<'_> {}

impl Hash for Caseless<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        if !self.0.is_ascii() {
            return self.small().for_each(|c| c.hash(state));
        }
        for eight in self.0.as_bytes().chunks(8) {
            let bytes = eight.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte));
            // The bit that tells small letters from capitals is set in every byte.
            state.write_u64(bytes | 0x2020_2020_2020_2020);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use rustc_hash::FxHashSet;

    #[test]
    fn case_does_not_matter() {
        let names: FxHashSet<Caseless> = ["Zürich", "ZÜRICH", "Observatory", "OBSERVATORY", "Ruis"]
            .map(Caseless)
            .into_iter()
            .collect();
        assert_eq!(names.len(), 3);
        assert!(names.contains(&Caseless("observatory")) && !names.contains(&Caseless("Ruiz")));
        assert!(Caseless("Health Ministry").ends_with(Caseless("MINISTRY")));
        assert!(!Caseless("Ministry").ends_with(Caseless("Health Ministry")));
    }
}

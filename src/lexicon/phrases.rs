//! One automaton over all phrases: which of them begins here, and how long is it?
//!
//! "at least" is two steps from the start; "at" alone is one. Every word of a text is looked up
//! here, so short words are compared as one number, those of up to eight bytes in a table that a
//! cache holds, and the number of a word is the entry that it leads to from the start. The automaton
//! knows nothing of what a phrase means.

use rustc_hash::FxHashMap;

/// The number of the hyphen.
const HYPHEN: u32 = 1;

/// The phrases, as steps from word to word.
#[derive(Clone, Debug)]
pub(super) struct Phrases {
    /// The number of each word of at most eight bytes, which are the key.
    short: FxHashMap<u64, u32>,
    /// The number of each other word of at most sixteen bytes, which are the key.
    middling: FxHashMap<u128, u32>,
    /// The number of each longer word.
    long: FxHashMap<Box<str>, u32>,
    /// The entry reached from an entry by a word.
    steps: FxHashMap<(u32, u32), u32>,
    /// What is known of each entry.
    entries: Vec<Step>,
}

/// What is known of an entry.
#[derive(Clone, Copy, Debug, Default)]
struct Step {
    /// Whether a phrase ends here.
    ends: bool,
    /// Whether some longer phrase goes on.
    goes_on: bool,
    /// Whether it is the entry of a word with which some phrase goes on.
    follows: bool,
}

impl Default for Phrases {
    /// No phrases: entry zero is every unknown word, and the hyphen is the first known one.
    fn default() -> Phrases {
        let mut phrases = Phrases {
            short: FxHashMap::default(),
            middling: FxHashMap::default(),
            long: FxHashMap::default(),
            steps: FxHashMap::default(),
            entries: vec![Step::default()],
        };
        phrases.enter_word("-");
        phrases
    }
}

impl Phrases {
    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Makes room for so many entries.
    pub(super) fn reserve(&mut self, entries: usize) {
        self.short.reserve(entries / 2);
        self.middling.reserve(entries / 4);
        self.steps.reserve(entries / 2);
        self.entries.reserve(entries);
    }

    /// The entry of a phrase, made if it is new.
    pub(super) fn enter<'a>(&mut self, words: impl Iterator<Item = &'a str>) -> u32 {
        let mut entry = 0;
        for word in words {
            let word = self.enter_word(word);
            entry = self.enter_step(entry, word);
        }
        self.entries[entry as usize].ends = true;
        entry
    }

    fn enter_word(&mut self, word: &str) -> u32 {
        let fresh = self.entries.len() as u32;
        let number = match packed(word).map(|key| (key, u64::try_from(key))) {
            Some((_, Ok(key))) => *self.short.entry(key).or_insert(fresh),
            Some((key, Err(_))) => *self.middling.entry(key).or_insert(fresh),
            None => *self.long.entry(word.into()).or_insert(fresh),
        };
        self.made(number)
    }

    fn enter_step(&mut self, from: u32, word: u32) -> u32 {
        if from == 0 {
            return word;
        }
        self.entries[from as usize].goes_on = true;
        self.entries[word as usize].follows = true;
        let fresh = self.entries.len() as u32;
        let to = *self.steps.entry((from, word)).or_insert(fresh);
        self.made(to)
    }

    /// Makes an entry that is new; returns it.
    fn made(&mut self, entry: u32) -> u32 {
        if entry as usize == self.entries.len() {
            self.entries.push(Step::default());
        }
        entry
    }

    /// The number of a lower-case word; zero when no phrase has it.
    pub(super) fn word(&self, word: &str) -> u32 {
        match packed(word) {
            Some(key) => self.short_word(key),
            None => self.long.get(word).copied().unwrap_or(0),
        }
    }

    /// The number of a lower-case word that is packed into a number.
    #[inline]
    pub(super) fn short_word(&self, letters: u128) -> u32 {
        let number = match u64::try_from(letters) {
            Ok(few) => self.short.get(&few),
            Err(_) => self.middling.get(&letters),
        };
        number.copied().unwrap_or(0)
    }

    /// The longest phrase that begins with the first of these words: its entry and how many of the
    /// words it takes. A word that begins no phrase is taken alone. A hyphen within a phrase may
    /// stand for a space.
    #[inline]
    pub(super) fn longest(&self, mut words: impl Iterator<Item = u32>) -> (u32, usize) {
        let first = words.next().unwrap_or(0);
        match self.entries[first as usize].goes_on {
            true => self.longest_from(first, words),
            false => (first, 1),
        }
    }

    /// The longest phrase that begins with a word and goes on with some of the others.
    fn longest_from(&self, first: u32, words: impl Iterator<Item = u32>) -> (u32, usize) {
        let (mut entry, mut best, mut taken) = (first, (first, 1), 1);
        for word in words {
            taken += 1;
            if !self.entries[word as usize].follows && word != HYPHEN {
                break; // as most words
            }
            match self.steps.get(&(entry, word)) {
                Some(next) => entry = *next,
                None if word == HYPHEN => continue,
                None => break,
            }
            let step = self.entries[entry as usize];
            if step.ends {
                best = (entry, taken);
            }
            if !step.goes_on {
                break;
            }
        }
        best
    }
}

/// A short word as one number.
fn packed(word: &str) -> Option<u128> {
    let mut bytes = [0; 16];
    bytes.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    Some(u128::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The phrase found at the start of a line, and its length; entries are numbered as entered.
    fn longest(phrases: &Phrases, line: &str) -> (u32, usize) {
        phrases.longest(line.split(' ').map(|word| phrases.word(word)))
    }

    #[test]
    fn the_longest_phrase_wins() {
        let mut phrases = Phrases::default();
        let at_least = phrases.enter(["at", "least"].into_iter());
        let least = phrases.enter(["least"].into_iter());
        let long = phrases.enter(["counterrevolutionaries", "everywhere"].into_iter());
        assert_eq!(longest(&phrases, "at least 12"), (at_least, 2));
        assert_eq!(longest(&phrases, "least at"), (least, 1));
        assert_eq!(longest(&phrases, "at - least 12"), (at_least, 3));
        assert_eq!(longest(&phrases, "counterrevolutionaries everywhere"), (long, 2));
        assert_eq!(longest(&phrases, "at last").1, 1);
        assert_eq!(longest(&phrases, "nothing known"), (0, 1));
        assert_eq!(longest(&phrases, ""), (0, 1));
    }
}

//! One automaton over all phrases: which of them begins here, and how long is it?
//!
//! "at least" is two steps from the start; "at" alone is one. Every word of a text is looked up
//! here, so the first step is a plain list and short words are compared as one number. The automaton
//! knows nothing of what a phrase means.

use rustc_hash::FxHashMap;

/// The number of the hyphen.
const HYPHEN: u32 = 1;

/// The phrases, as steps from word to word.
#[derive(Clone, Debug)]
pub(super) struct Phrases {
    /// The number of each word of at most sixteen bytes, which are the key.
    short: FxHashMap<u128, u32>,
    /// The number of each longer word.
    long: FxHashMap<Box<str>, u32>,
    /// The entry reached by the first word of a phrase, by the word's number; zero for none.
    first: Vec<u32>,
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
}

impl Default for Phrases {
    /// No phrases: entry zero is every unknown word, and the hyphen is the first known one.
    fn default() -> Phrases {
        let mut phrases = Phrases {
            short: FxHashMap::default(),
            long: FxHashMap::default(),
            first: vec![0],
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
        self.short.reserve(entries);
        self.first.reserve(entries);
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
        let next = self.first.len() as u32;
        let number = match packed(word) {
            Some(key) => *self.short.entry(key).or_insert(next),
            None => *self.long.entry(word.into()).or_insert(next),
        };
        if number == next {
            self.first.push(0);
        }
        number
    }

    fn enter_step(&mut self, from: u32, word: u32) -> u32 {
        let fresh = self.entries.len() as u32;
        let to = match from {
            0 => &mut self.first[word as usize],
            _ => self.steps.entry((from, word)).or_default(),
        };
        if *to == 0 {
            *to = fresh;
            self.entries.push(Step::default());
        }
        let to = *to;
        self.entries[from as usize].goes_on = true;
        to
    }

    /// The number of a lower-case word; zero when no phrase has it.
    pub(super) fn word(&self, word: &str) -> u32 {
        match packed(word) {
            Some(key) => self.short_word(key),
            None => self.long.get(word).copied().unwrap_or(0),
        }
    }

    /// The number of a lower-case word that is packed into a number.
    pub(super) fn short_word(&self, letters: u128) -> u32 {
        self.short.get(&letters).copied().unwrap_or(0)
    }

    /// The longest phrase that begins with the first of these words: its entry and how many of the
    /// words it takes. A word that begins no phrase is taken alone, as entry zero. A hyphen within a
    /// phrase may stand for a space.
    pub(super) fn longest(&self, mut words: impl Iterator<Item = u32>) -> (u32, usize) {
        let first = words.next().and_then(|word| self.first.get(word as usize));
        let mut entry = first.copied().unwrap_or(0);
        let (mut best, mut taken) = ((entry, 1), 1);
        while self.entries[entry as usize].goes_on && entry != 0 {
            let Some(word) = words.next() else { break };
            taken += 1;
            match self.steps.get(&(entry, word)) {
                Some(next) => entry = *next,
                None if word == HYPHEN => continue,
                None => break,
            }
            if self.entries[entry as usize].ends {
                best = (entry, taken);
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

//! Tokens as plain as most are, read eight bytes at a time.
//!
//! "killed" before a space and a comma after it are told without a look at their characters one by
//! one; "can't", "café" and "www.example.org" are not plain, and are measured as all tokens may be.
//! What it tells is the same; it is only sooner done.

use super::{ends_plainly, starts_address};
use crate::lexicon::Lexicon;
use crate::text::Shape;

/// A token as plain as most are.
pub(super) struct Plain {
    pub(super) len: usize,
    pub(super) shape: Shape,
    pub(super) word: u32,
    pub(super) inner: bool,
}

/// The token at `at`, if it is a short word of the letters and digits of ASCII that nothing can
/// lengthen, or a mark that stands alone; told without a look at the characters one by one.
pub(super) fn plain(block: &str, at: usize, lexicon: &Lexicon) -> Option<Plain> {
    let rest = block.as_bytes().get(at..)?;
    match rest[0] {
        b'a'..=b'z' | b'A'..=b'Z' if !starts_address(rest) => {
            let letters = Letters::first_of(rest);
            let len = letters.len;
            ends_plainly(rest, len).then(|| {
                let word = lexicon.short_word(letters.lower);
                Plain { len, shape: letters.shape(), word, inner: true }
            })
        }
        b'.' if rest.get(1) == Some(&b'.') => None,
        mark @ (b'.' | b',' | b'"' | b'(' | b')' | b':' | b';') => {
            let word = lexicon.short_word(u128::from(mark));
            Some(Plain { len: 1, shape: Shape::Mark, word, inner: mark == b',' })
        }
        _ => None,
    }
}

/// The letters and digits of ASCII at the start of a text, sixteen at most; of numbers that stand
/// for several bytes, the first byte is the lowest.
#[derive(Clone, Copy)]
struct Letters {
    len: usize,
    /// Them in lower case.
    lower: u128,
    /// The highest bit of each byte that is a letter.
    letters: u128,
    /// The highest bit of each byte that is a capital.
    capitals: u128,
}

impl Letters {
    fn first_of(rest: &[u8]) -> Letters {
        let few = Letters::of_eight(rest);
        if few.len < 8 {
            return few;
        }
        let more = Letters::of_eight(&rest[8..]);
        Letters {
            len: few.len + more.len,
            lower: few.lower | more.lower << 64,
            letters: few.letters | more.letters << 64,
            capitals: few.capitals | more.capitals << 64,
        }
    }

    /// Those among the first eight bytes.
    fn of_eight(rest: &[u8]) -> Letters {
        let bytes = match rest.first_chunk() {
            Some(bytes) => u64::from_le_bytes(*bytes),
            None => rest.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)),
        };
        let letters = within(bytes | every(0x20), b'a', b'z');
        let others = !(letters | within(bytes, b'0', b'9')) & every(0x80);
        let len = others.trailing_zeros() / 8;
        let own = u64::MAX.checked_shr(64 - 8 * len).unwrap_or(0);
        let letters = letters & own;
        // A capital lacks a bit that its small letter has.
        let capitals = letters & !(bytes << 2);
        Letters {
            len: len as usize,
            lower: (bytes & own | capitals >> 2).into(),
            letters: letters.into(),
            capitals: capitals.into(),
        }
    }

    fn shape(self) -> Shape {
        match self.capitals {
            0 => Shape::Lower,
            all if all == self.letters && !all.is_power_of_two() => Shape::Upper,
            _ => Shape::Title,
        }
    }
}

/// The highest bit of each byte that is one from `first` to `last`, characters of ASCII.
fn within(bytes: u64, first: u8, last: u8) -> u64 {
    let low = bytes & every(0x7F);
    let from = low + every(0x80 - first);
    let beyond = low + every(0x7F - last);
    from & !beyond & !bytes & every(0x80)
}

/// Eight times the same byte.
const fn every(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

//! Tokens: letters, digits and marks, before any phrase is recognised.
//!
//! "Syria's 30-day" is `Syria` `'s` `30` `-` `day`. Tokens know the numbers that the lexicon gives
//! to words, and nothing of phrases or sentences.

mod plain;

use self::plain::{Plain, plain};
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Shape;

/// A word, a number in digits, or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Where it stands in the document's text.
    pub(super) span: Span,
    /// The lexicon's number of the word; zero when no phrase has it.
    pub(super) word: u32,
    /// What it is made of.
    pub(super) shape: Shape,
    /// Whether it touches the token before it.
    pub(super) glued: bool,
    /// Whether it can neither end nor open a sentence by itself: a word without a stop inside, a
    /// comma.
    pub(super) inner: bool,
}

/// Splits `text[span]` into tokens, appended to `tokens`; `key` is room for a word in lower case.
pub(super) fn split(
    text: &str,
    span: Span,
    lexicon: &Lexicon,
    key: &mut String,
    tokens: &mut Vec<Token>,
) {
    let block = text.get(..span.end).unwrap_or_default();
    let (mut at, mut glued) = (span.start, false);
    while let Some(first) = block.as_bytes().get(at) {
        if *first == b' ' {
            (at, glued) = (at + 1, false);
            continue;
        }
        if let Some(Plain { len, shape, word, inner }) = plain(block, at, lexicon) {
            tokens.push(Token { span: Span::new(at, at + len), word, shape, glued, inner });
            (at, glued) = (at + len, true);
            continue;
        }
        let Some(first) = block.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if first.is_whitespace() || is_invisible(first) {
            (at, glued) = (at + first.len_utf8(), false);
            continue;
        }
        let (len, shape) = measure(&block[at..], first, glued, key);
        let word = if key.is_empty() { 0 } else { lexicon.word(key) };
        let inner = block[..at + len]
            .ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, ',' | '-'));
        tokens.push(Token { span: Span::new(at, at + len), word, shape, glued, inner });
        (at, glued) = (at + len, true);
    }
}

/// How long the token at the start of `rest` is, and its shape; `key` becomes its lower case.
fn measure(rest: &str, first: char, glued: bool, key: &mut String) -> (usize, Shape) {
    key.clear();
    if first.is_ascii_digit() {
        let len = digits(rest.as_bytes());
        key.push_str(&rest[..len]);
        return (len, Shape::Digits);
    }
    if first.is_alphanumeric() {
        return match address(rest) {
            Some(len) => (len, Shape::Lower),
            None => letters(rest, key),
        };
    }
    if glued && is_genitive(rest, first) {
        key.push_str("'s");
        return (first.len_utf8() + 1, Shape::Lower);
    }
    let len = run_of_marks(rest, first);
    if glued || first != '-' {
        // A dash between words is none of a phrase.
        key.push(if matches!(first, '\u{2010}' | '\u{2011}') { '-' } else { first });
    }
    (len, Shape::Mark)
}

/// The length of the number in digits at the start: "1,234.5", "12,34,567", "08.04.2017".
fn digits(rest: &[u8]) -> usize {
    let mut at = count_digits(rest);
    loop {
        let after = rest.get(at + 1..).map_or(0, count_digits);
        let goes_on = match rest.get(at) {
            Some(b',') => after == 3 || (after == 2 && is_indian_group(&rest[at + 3..])),
            Some(b'.') => after > 0,
            _ => false,
        };
        if !goes_on {
            return at;
        }
        at += 1 + after;
    }
}

fn count_digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Whether a group of two digits is followed by another group: the "34" of "12,34,567".
fn is_indian_group(after: &[u8]) -> bool {
    after.first() == Some(&b',') && matches!(count_digits(&after[1..]), 2 | 3)
}

/// The length of the web address at the start, if one stands there: it is one word, and unknown.
fn address(rest: &str) -> Option<usize> {
    if !starts_address(rest.as_bytes()) {
        return None;
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | ')' | ']' | '”');
    let address = rest.split(ends).next()?;
    Some(address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']).len().max(1))
}

fn starts_address(rest: &[u8]) -> bool {
    let starts: [&[u8]; 3] = [b"http://", b"https://", b"www."];
    matches!(rest[0], b'h' | b'w') && starts.iter().any(|start| rest.starts_with(start))
}

/// The length and shape of the word at the start; its lower case goes to `key`.
fn letters(rest: &str, key: &mut String) -> (usize, Shape) {
    if let Some(len) = plain_letters(rest.as_bytes()) {
        key.push_str(&rest[..len]);
        let case = Case::of(key.as_bytes());
        key.make_ascii_lowercase();
        return (len, case.shape());
    }
    let (mut at, mut segment) = (0, 0);
    let mut case = Case::default();
    while let Some(c) = rest[at..].chars().next() {
        let after = &rest[at + c.len_utf8()..];
        if c.is_alphanumeric() || is_joiner(c) {
            case.see(c);
            push_lower(key, c);
            segment += 1;
        } else if c == '.' && segment == 1 && (is_single_letter(after) || key.contains('.')) {
            key.push('.');
            segment = 0;
        } else if is_apostrophe(c) && is_letter_next(after) && !is_genitive(&rest[at..], c) {
            key.push('\'');
        } else {
            break;
        }
        at += c.len_utf8();
    }
    key.truncate(key.trim_end_matches('.').len());
    (at, case.shape())
}

/// The length of the word at the start where it is as plain as most words are: letters and digits
/// of ASCII, and after them nothing that might belong to it.
fn plain_letters(rest: &[u8]) -> Option<usize> {
    let len = rest.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    (len > 0 && ends_plainly(rest, len)).then_some(len)
}

/// Whether nothing after the first bytes might belong to the word that they make.
fn ends_plainly(rest: &[u8], len: usize) -> bool {
    match rest.get(len) {
        Some(b'.') => len > 1,
        Some(next) => next.is_ascii() && !next.is_ascii_alphanumeric() && *next != b'\'',
        None => true,
    }
}

/// Writes the lower case of a letter.
fn push_lower(key: &mut String, c: char) {
    if c.is_ascii() {
        key.push(c.to_ascii_lowercase());
    } else {
        key.extend(c.to_lowercase());
    }
}

/// The case of the letters seen.
#[derive(Default)]
struct Case {
    letters: usize,
    uppers: usize,
}

impl Case {
    fn of(word: &[u8]) -> Case {
        let count = |is: fn(&u8) -> bool| word.iter().filter(|b| is(b)).count();
        Case { letters: count(u8::is_ascii_alphabetic), uppers: count(u8::is_ascii_uppercase) }
    }

    fn see(&mut self, c: char) {
        if c.is_uppercase() {
            self.uppers += 1;
        }
        self.letters += usize::from(c.is_alphabetic());
    }

    fn shape(&self) -> Shape {
        match self.letters {
            n if n > 1 && n == self.uppers => Shape::Upper,
            _ if self.uppers > 0 => Shape::Title,
            _ => Shape::Lower,
        }
    }
}

/// Whether an abbreviation goes on here: one letter, then no other.
fn is_single_letter(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(char::is_alphabetic) && !chars.next().is_some_and(char::is_alphabetic)
}

fn is_letter_next(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_alphabetic)
}

/// Whether `rest` begins with an apostrophe and an "s" that ends a word.
fn is_genitive(rest: &str, first: char) -> bool {
    let mut after = rest[first.len_utf8()..].chars();
    is_apostrophe(first)
        && matches!(after.next(), Some('s' | 'S'))
        && !after.next().is_some_and(char::is_alphanumeric)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

/// Accents of their own and soft hyphens: part of the word around them.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Characters that are neither seen nor white space.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}')
}

/// Runs of dashes and of stops are one mark; every other mark stands alone.
fn run_of_marks(rest: &str, first: char) -> usize {
    match first {
        '-' | '.' => rest.bytes().take_while(|b| *b == first as u8).count(),
        _ => first.len_utf8(),
    }
}

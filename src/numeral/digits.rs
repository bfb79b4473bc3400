//! Numbers in digits: "1,234", "12,34,567", "1 234 567", "4.8".
//!
//! A run of digits is a value or, like "08.04.2017", none. Digits know no words around them.

use rust_decimal::Decimal;

use crate::text::{Shape, Text};

/// The value of a number in digits: "1,234.5". None for what has several stops or is too large.
pub(super) fn value(digits: &str) -> Option<Decimal> {
    if let Ok(whole) = digits.parse::<u64>() {
        return Some(whole.into());
    }
    let stops = digits.matches('.').count();
    let bare = |drop: &[char]| digits.chars().filter(|c| !drop.contains(c)).collect::<String>();
    match (stops, digits.contains(',')) {
        (0 | 1, false) => digits.parse().ok(),
        (0 | 1, true) => bare(&[',']).parse().ok(),
        _ if is_grouped_by_stops(digits) => bare(&['.']).parse().ok(),
        _ => None,
    }
}

/// "1.234.567"
fn is_grouped_by_stops(digits: &str) -> bool {
    let mut groups = digits.split('.');
    groups.next().is_some_and(|first| (1..=3).contains(&first.len()))
        && groups.all(|group| group.len() == 3)
}

/// The value of a number whose groups stand apart, and the place after it: "1 234 567".
pub(super) fn spaced(text: &Text<'_>, at: usize, end: usize) -> Option<(Decimal, usize)> {
    if !is_group(text, at, 1..=3) || text.str(at).starts_with('0') {
        return None;
    }
    let mut after = at + 1;
    while after < end && is_group(text, after, 3..=3) && !text.words[after].glued {
        if !gap_is_one_space(text, after) {
            break;
        }
        after += 1;
    }
    if after == at + 1 || text.words.get(after).is_some_and(|w| w.shape == Shape::Digits) {
        return None;
    }
    let digits: String = (at..after).map(|word| text.str(word)).collect();
    Some((digits.parse().ok()?, after))
}

/// Whether the word is so many bare digits.
fn is_group(text: &Text<'_>, at: usize, lengths: std::ops::RangeInclusive<usize>) -> bool {
    let digits = text.words.get(at).is_some_and(|word| word.shape == Shape::Digits);
    let word = text.str(at);
    digits && lengths.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether one space of any width parts the word from the one before it.
fn gap_is_one_space(text: &Text<'_>, at: usize) -> bool {
    let gap = text.document.text.get(text.words[at - 1].span.end..text.words[at].span.start);
    matches!(gap, Some(" " | "\u{a0}" | "\u{2009}" | "\u{202f}" | "\u{2007}"))
}

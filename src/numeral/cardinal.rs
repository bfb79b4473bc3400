//! Whole numbers of several words: "one hundred and five", "4 thousand 3 hundred", "2.5m".
//!
//! A number is a small sum: groups below a hundred, hundreds, and scales that only grow smaller. A
//! word that does not fit begins the next number. Cardinals know neither fractions nor qualifiers.

use rust_decimal::Decimal;

use crate::lexicon::{Grammar, NumberWord};
use crate::numeral::digits;
use crate::text::{Shape, Text};

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

/// A number read so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cardinal {
    /// What it is worth.
    pub(super) value: Decimal,
    /// The place after its last word.
    pub(super) end: usize,
    /// The scale it ends with: a million of "2 million"; one where there is none.
    pub(super) scale: Decimal,
    /// The scale of its last word, when that counts by the dozen.
    pub(super) dozen: Option<Decimal>,
}

/// The state of the sum.
struct Sum {
    /// The groups that a scale closed.
    total: Decimal,
    /// The group being read.
    group: Option<Decimal>,
    /// What may still be added to the group: anything below this.
    room: Decimal,
    /// Scales from here on are too large to follow.
    limit: Decimal,
    /// The last scale, if it was the last word.
    scale: Decimal,
    /// Whether the last group is of digits.
    digits: bool,
}

/// Reads the number that begins at a word, if one does.
pub(super) fn read(text: &Text<'_>, start: usize, end: usize) -> Option<Cardinal> {
    let mut sum = Sum {
        total: Decimal::ZERO,
        group: None,
        room: Decimal::ZERO,
        limit: Decimal::MAX,
        scale: Decimal::ONE,
        digits: false,
    };
    let mut at = start;
    while at < end {
        let joined = if at == start { at } else { sum.joiner(text, at, end) };
        match sum.take(text, joined, end) {
            Some(next) => at = next,
            None => break,
        }
    }
    let value = sum.value()?;
    let read = Cardinal { value, end: at, scale: sum.scale, dozen: None };
    (at > start).then(|| dozens(text, read, start, end)).flatten()
}

/// The number, multiplied by "dozen" or "score" where that follows.
fn dozens(text: &Text<'_>, read: Cardinal, start: usize, end: usize) -> Option<Cardinal> {
    let number = (read.end < end).then(|| text.tags(read.end).number).flatten();
    let dozen = match number {
        Some(NumberWord::Group(dozen)) => dozen,
        Some(NumberWord::Vague(vague)) if takes_dozens(text, start, read.end) => {
            match text.lexicon.vague(vague).scale.filter(|scale| *scale < HUNDRED) {
                Some(dozen) => dozen,
                None => return Some(read),
            }
        }
        _ => return Some(read),
    };
    let value = read.value.checked_mul(dozen)?;
    Some(Cardinal { value, end: read.end + 1, scale: dozen, dozen: Some(dozen) })
}

/// "3 dozens" is a number; "on May 3 dozens of people" holds two.
fn takes_dozens(text: &Text<'_>, start: usize, dozens: usize) -> bool {
    let before = start.checked_sub(1).map(|before| text.tags(before).grammar).unwrap_or_default();
    !before.is(Grammar::MONTH) && !text.tags(dozens + 1).grammar.is(Grammar::OF)
}

impl Sum {
    fn value(&self) -> Option<Decimal> {
        self.total.checked_add(self.group.unwrap_or_default())
    }

    /// The place after a joining word at `at`: the hyphen of "twenty-three", the "and" of "hundred
    /// and five". `at` itself when no word joins there.
    fn joiner(&self, text: &Text<'_>, at: usize, end: usize) -> usize {
        let next = at + 1;
        if next >= end || self.digits && self.group.is_some() && self.scale == Decimal::ONE {
            return if self.joins_scale(text, at, end) { next } else { at };
        }
        let fits = matches!(text.tags(next).number, Some(NumberWord::Cardinal(_)));
        let joins = if text.is_hyphen(at) || text.mark(at) == "–" {
            fits && self.room == Decimal::TEN || self.joins_scale(text, at, end)
        } else {
            text.tags(at).grammar.is(Grammar::AND) && fits && self.takes_and(text, at)
        };
        if joins { next } else { at }
    }

    /// "3-million"
    fn joins_scale(&self, text: &Text<'_>, at: usize, end: usize) -> bool {
        text.is_hyphen(at)
            && at + 1 < end
            && text.words[at + 1].glued
            && matches!(text.tags(at + 1).number, Some(NumberWord::Scale(_)))
    }

    /// Only "and" itself joins, and only after a hundred or a scale.
    fn takes_and(&self, text: &Text<'_>, at: usize) -> bool {
        let after_hundred = self.group.is_some() && self.room == HUNDRED;
        let after_scale = self.group.is_none() && !self.total.is_zero();
        // "a million and three quarters" is put together with its fraction.
        let part = matches!(text.tags(at + 2).number, Some(NumberWord::Fraction(_)));
        (after_hundred || after_scale) && !part && text.str(at).eq_ignore_ascii_case("and")
    }

    /// Takes the word at `at` into the sum: the place after it, or none where it does not fit.
    fn take(&mut self, text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
        if text.words[at].shape == Shape::Digits {
            return self.take_digits(text, at, end);
        }
        match text.tags(at).number? {
            NumberWord::Cardinal(value) => self.add(value)?,
            NumberWord::Scale(scale) => self.multiply(scale)?,
            NumberWord::Vague(vague) => {
                let scale = text.lexicon.vague(vague).scale.filter(|scale| *scale >= HUNDRED)?;
                self.takes_plural(scale).then(|| self.multiply(scale))??;
            }
            NumberWord::Suffix(scale) if self.takes_suffix(text, at) => self.multiply(scale)?,
            NumberWord::Point => return self.take_point(text, at + 1, end),
            _ => return None,
        }
        Some(at + 1)
    }

    /// Digits begin a number or, with a smaller scale after them, go on with one.
    fn take_digits(&mut self, text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
        if self.group.is_some() {
            return None;
        }
        let (value, next) = match digits::spaced(text, at, end) {
            Some(spaced) => spaced,
            None => (digits::value(text.str(at))?, at + 1),
        };
        let scaled = (next < end).then(|| text.tags(next).number).flatten();
        let goes_on = matches!(scaled, Some(NumberWord::Scale(scale)) if scale < self.limit);
        if !self.total.is_zero() && !goes_on {
            return None;
        }
        (self.group, self.room, self.digits) = (Some(value), Decimal::ZERO, true);
        self.scale = Decimal::ONE;
        Some(next)
    }

    /// "two hundreds" and "12 lakhs" are numbers; "in 2015 thousands fled" holds two.
    fn takes_plural(&self, scale: Decimal) -> bool {
        let few = self.group.is_some_and(|group| group < Decimal::ONE_THOUSAND);
        match self.digits {
            true => few && scale > Decimal::ONE_THOUSAND,
            false => self.group.is_some() || self.scale != Decimal::ONE,
        }
    }

    fn add(&mut self, value: Decimal) -> Option<()> {
        let room = if value >= Decimal::from(20) { Decimal::TEN } else { Decimal::ZERO };
        match self.group {
            Some(group) if value < self.room => self.group = Some(group.checked_add(value)?),
            None if value < self.limit => self.group = Some(value),
            _ => return None,
        }
        (self.room, self.scale) = (room, Decimal::ONE);
        Some(())
    }

    fn multiply(&mut self, scale: Decimal) -> Option<()> {
        if scale == HUNDRED {
            return self.multiply_by_hundred();
        }
        if scale >= self.limit {
            // "thousand million", "lakh crore"
            let last = self.group.is_none() && self.scale == self.limit;
            self.total = last.then(|| self.total.checked_mul(scale))??;
        } else {
            let group = match self.group.take() {
                Some(group) => group,
                None if self.total.is_zero() => Decimal::ONE,
                None => return None,
            };
            self.total = self.total.checked_add(group.checked_mul(scale)?)?;
        }
        (self.limit, self.scale, self.room) = (scale, scale, Decimal::ZERO);
        Some(())
    }

    fn multiply_by_hundred(&mut self) -> Option<()> {
        let group = match self.group {
            Some(group) if group < HUNDRED => group,
            None if self.limit > HUNDRED => Decimal::ONE,
            _ => return None,
        };
        self.group = Some(group.checked_mul(HUNDRED)?);
        (self.room, self.scale, self.digits) = (HUNDRED, HUNDRED, false);
        Some(())
    }

    /// "10k", "8 B": a suffix touches its digits, or is a capital after them.
    fn takes_suffix(&self, text: &Text<'_>, at: usize) -> bool {
        let word = &text.words[at];
        let free =
            !text.words.get(at + 1).is_some_and(|next| next.glued && next.shape == Shape::Digits);
        let thousand = text.tags(at).number == Some(NumberWord::Suffix(Decimal::ONE_THOUSAND));
        let touches = word.glued || thousand || word.shape != Shape::Lower || word.span.len() > 1;
        self.group.is_some() && self.digits && self.scale == Decimal::ONE && touches && free
    }

    /// The digits after "point": "two point two".
    fn take_point(&mut self, text: &Text<'_>, mut at: usize, end: usize) -> Option<usize> {
        let mut group = self.group?;
        let (first, mut place) = (at, Decimal::ONE);
        while at < end
            && let Some(NumberWord::Cardinal(digit)) = text.tags(at).number
            && digit < Decimal::TEN
        {
            place = place.checked_div(Decimal::TEN)?;
            group = group.checked_add(digit.checked_mul(place)?)?;
            at += 1;
        }
        (self.group, self.room) = (Some(group), Decimal::ZERO);
        (at > first).then_some(at)
    }
}

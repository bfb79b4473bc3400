//! Where each byte of one text stands in another.
//!
//! `Toll: **12** dead` reads "Toll: 12 dead", and byte 6 of that stands at byte 8 of the original.
//! Offsets know neither text, only which stretch of the one is which stretch of the other.

use crate::span::Span;

/// A stretch of one text and the stretch of the other that it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    from: Span,
    to: Span,
}

/// An increasing list of stretches; without any, both texts are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Offsets {
    stretches: Vec<Stretch>,
}

impl Offsets {
    /// Everything lies `by` further on.
    pub(crate) fn shifted(len: usize, by: usize) -> Offsets {
        let mut offsets = Offsets::default();
        if by > 0 {
            offsets.push(Span::new(0, len), Span::new(by, by + len));
        }
        offsets
    }

    /// The same offsets, of a text of `len` bytes, into something where it starts at `by`.
    pub(crate) fn moved(mut self, len: usize, by: usize) -> Offsets {
        if self.stretches.is_empty() {
            return Offsets::shifted(len, by);
        }
        for stretch in &mut self.stretches {
            stretch.to = Span::new(stretch.to.start + by, stretch.to.end + by);
        }
        self
    }

    /// Adds the stretches of some text that stands `by` further on in this one, and whose original
    /// was read from another original by `others`.
    pub(crate) fn append(&mut self, stretches: &Offsets, by: usize, others: &Offsets) {
        for Stretch { from, to } in &stretches.stretches {
            let from = Span::new(from.start + by, from.end + by);
            if pace(from, *to) != Some(1) {
                self.push(from, others.span(*to));
                continue;
            }
            for piece in others.pieces(*to) {
                let start = from.start + (piece.start - to.start);
                self.push(Span::new(start, start + piece.end - piece.start), others.span(piece));
            }
        }
    }

    /// A span cut where the stretches begin and end.
    fn pieces(&self, span: Span) -> Vec<Span> {
        let first = self.stretches.partition_point(|s| s.from.end <= span.start);
        let within = self.stretches[first..].iter().take_while(|s| s.from.start < span.end);
        let cuts = within.flat_map(|s| [s.from.start, s.from.end]);
        let (mut pieces, mut at) = (Vec::new(), span.start);
        for cut in cuts.filter(|cut| (span.start + 1..span.end).contains(cut)).chain([span.end]) {
            if cut > at {
                pieces.push(Span::new(at, cut));
                at = cut;
            }
        }
        pieces
    }

    /// Adds the next stretch. One that goes on where the last ended, at the same pace, extends it,
    /// so that plain runs cost nothing however long they are.
    pub(crate) fn push(&mut self, from: Span, to: Span) {
        if let Some(last) = self.stretches.last_mut()
            && last.from.end == from.start
            && last.to.end == to.start
            && pace(last.from, last.to) == pace(from, to)
            && pace(from, to).is_some()
        {
            last.from.end = from.end;
            last.to.end = to.end;
            return;
        }
        self.stretches.push(Stretch { from, to });
    }

    /// Where a place that begins something stands.
    pub(crate) fn start(&self, at: usize) -> usize {
        self.within(self.stretches.partition_point(|s| s.from.start <= at), at)
    }

    /// Where a place that ends something stands: markup after it stays outside.
    pub(crate) fn end(&self, at: usize) -> usize {
        let count = self.stretches.partition_point(|s| s.from.start < at);
        match self.stretches.get(count.wrapping_sub(1)) {
            // The inside of something like `&amp;` belongs to it whole.
            Some(s) if at < s.from.end && pace(s.from, s.to).is_none() => s.to.end,
            _ => self.within(count, at),
        }
    }

    /// Where a span stands.
    pub(crate) fn span(&self, span: Span) -> Span {
        let start = self.start(span.start);
        let end = if span.end > span.start { self.end(span.end) } else { start };
        Span::new(start, end.max(start))
    }

    /// The place of `at` by the last of the first `count` stretches.
    fn within(&self, count: usize, at: usize) -> usize {
        match self.stretches.get(count.wrapping_sub(1)) {
            None => self.stretches.first().map_or(at, |first| first.to.start),
            Some(s) if at >= s.from.end => s.to.end,
            Some(s) => s.to.start + (at - s.from.start) * pace(s.from, s.to).unwrap_or(0),
        }
    }
}

/// How many bytes of the other text one byte stands for, where that is the same all along.
fn pace(from: Span, to: Span) -> Option<usize> {
    let (one, other) = (from.end - from.start, to.end - to.start);
    (one > 0 && other > 0 && other.is_multiple_of(one)).then(|| other / one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_stretch_is_the_same_text() {
        assert_eq!(Offsets::default().span(Span::new(3, 5)), Span::new(3, 5));
    }

    #[test]
    fn plain_runs_are_one_stretch() {
        let mut offsets = Offsets::default();
        offsets.push(Span::new(0, 2), Span::new(3, 5));
        offsets.push(Span::new(2, 4), Span::new(5, 7));
        assert_eq!(offsets, Offsets::shifted(4, 3));
    }

    #[test]
    fn markup_stays_outside() {
        // `**12** dead` reads `12 dead`.
        let mut offsets = Offsets::default();
        offsets.push(Span::new(0, 2), Span::new(2, 4));
        offsets.push(Span::new(2, 7), Span::new(6, 11));
        assert_eq!(offsets.span(Span::new(0, 2)), Span::new(2, 4));
        assert_eq!(offsets.span(Span::new(0, 7)), Span::new(2, 11));
        assert_eq!(offsets.span(Span::new(3, 7)), Span::new(7, 11));
    }

    #[test]
    fn an_escape_belongs_to_its_character() {
        // `a&amp;b` reads `a&b`.
        let mut offsets = Offsets::default();
        offsets.push(Span::new(0, 1), Span::new(0, 1));
        offsets.push(Span::new(1, 2), Span::new(1, 6));
        offsets.push(Span::new(2, 3), Span::new(6, 7));
        assert_eq!(offsets.span(Span::new(1, 2)), Span::new(1, 6));
        assert_eq!(offsets.span(Span::new(0, 3)), Span::new(0, 7));
    }

    #[test]
    fn an_original_may_have_an_original() {
        // `b c` was read from `<b> c`, which was read from `"<b>\\tc"`: `\\t` reads as the space.
        let mut inner = Offsets::default();
        inner.push(Span::new(0, 3), Span::new(1, 4));
        inner.push(Span::new(3, 4), Span::new(4, 6));
        inner.push(Span::new(4, 5), Span::new(6, 7));
        let mut outer = Offsets::default();
        outer.push(Span::new(0, 1), Span::new(1, 2));
        outer.push(Span::new(1, 3), Span::new(3, 5));
        let mut both = Offsets::default();
        both.append(&outer, 10, &inner);
        assert_eq!(both.span(Span::new(10, 11)), Span::new(2, 3));
        assert_eq!(both.span(Span::new(11, 12)), Span::new(4, 6));
        assert_eq!(both.span(Span::new(12, 13)), Span::new(6, 7));
    }

    #[test]
    fn two_bytes_a_letter() {
        let mut offsets = Offsets::default();
        offsets.push(Span::new(0, 1), Span::new(2, 4));
        offsets.push(Span::new(1, 2), Span::new(4, 6));
        assert_eq!(offsets.span(Span::new(1, 2)), Span::new(4, 6));
    }
}

//! Multiples in a word: "twice as many as the 45", "have doubled, from 140 to 280".
//!
//! The counts of "twice" follow "as many as", those of "doubled" follow "from" and "to". A multiple
//! knows its words, not whether the counts bear it out.

use rust_decimal::Decimal;

use super::counts::opener;
use super::{Contrast, ContrastKind, Here, REACH, Term, counts};
use crate::lexicon::{ContrastWord, Grammar};
use crate::numeral::Numeral;
use crate::quantity::{Qualifier, Quantity};
use crate::text::Text;

impl Here<'_> {
    /// The contrast that a word such as "twice" or "doubled" states.
    pub(super) fn multiple(&self, at: usize) -> Option<Contrast> {
        let word = self.text.tags(at).contrast.as_deref()?;
        let qualifier = at.checked_sub(1).and_then(|at| self.text.tags(at).qualifier?.before);
        let start = if qualifier.is_some() { at - 1 } else { at };
        let span = self.text.span(&(start..at + 1));
        let value = word.times.or(word.became)?;
        let by = Term {
            figure: None,
            span,
            wording: self.text.document.words(span).to_owned(),
            quantity: multiple(self.text, value, qualifier),
        };
        if word.times.is_some() {
            let next = Some(at + 1).filter(|at| self.is(*at, ContrastWord::MEASURE))?;
            return self.contrast(ContrastKind::Times, by, next);
        }
        let ends = at + 1..(at + 1 + REACH).min(self.text.sentences[self.sentence].words.end);
        let end = |class| {
            let mut after = self.numbers(self.sentence).filter(|n| ends.contains(&n.words.start));
            after.find(|n| counts(n) && opener(self.text, n, class))
        };
        let (from, to) = (end(Grammar::FROM)?, end(Grammar::TO)?);
        let whole = |n: &Numeral| self.term(n, n.phrase.clone());
        let start = self.text.sentences[self.sentence].words.start;
        let told = self.toll(start.max(at.saturating_sub(REACH))..at).is_some();
        let (counts, base) = (vec![whole(to)], whole(from));
        Some(Contrast { kind: ContrastKind::Times, by, counts, base, told })
    }
}

/// What "nearly twice" is worth.
fn multiple(text: &Text<'_>, value: Decimal, qualifier: Option<Qualifier>) -> Quantity {
    match qualifier {
        Some(qualifier) => text.lexicon.tolerances.qualified(value, qualifier),
        None => Quantity::exact(value),
    }
}

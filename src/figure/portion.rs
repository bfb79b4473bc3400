//! Counts that say how many a share is.
//!
//! In "nearly half of those killed, 18, were children" and "a third of them, 30 in all, are women" the number is
//! set off behind the share, and counts some of those whom the share is of. It knows one sentence and the
//! readings before the number, not whether the share fits.

use std::ops::Range;

use super::breakdown;
use super::outline::{Kind, Outline};
use super::parts::Earlier;
use super::phrase::{Head, Phrase};
use super::reading::{Reading, part};
use crate::lexicon::OutcomeForm;

/// A number that is set off behind a share.
pub(super) struct Portion {
    /// The items that say of whom the share is.
    of: Range<usize>,
    /// The item behind the mark that closes it.
    pub(super) end: usize,
}

impl Portion {
    /// The number at an item, if it is one.
    pub(super) fn at(outline: &Outline, at: usize) -> Option<Portion> {
        let or = at.checked_sub(1)?;
        let comma = if outline.kind(or) == Kind::And { or.checked_sub(1)? } else { or };
        let total = usize::from(outline.totals.contains(&(at + 1)));
        let closes = at + 1 + total;
        let is_comma = |at: usize| outline.kind(at) == Kind::Comma;
        if !is_comma(comma) || !is_comma(closes) {
            return None;
        }
        let share = outline.shares.iter().copied().rfind(|share| *share < comma)?;
        let of = share + 1..comma;
        (!of.clone().any(is_comma)).then_some(Portion { of, end: closes + 1 })
    }
}

/// The reading of a phrase that is set off behind a share of people.
pub(super) fn of(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
    earlier: Option<Earlier>,
) -> Option<Reading> {
    let counts =
        matches!(phrase.head, Head::Hidden | Head::People(_)) && phrase.partitive.is_none();
    let portion = Portion::at(outline, at).filter(|_| counts)?;
    let whole = &outline.items[portion.of];
    let counted = whole.iter().find_map(|item| match item.kind {
        Kind::Count(whole) => Some(whole),
        _ => None,
    });
    if let Some(whole) = counted {
        return before[whole].outcome.map(|_| part(before, whole, false));
    }
    let people = OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE).or(OutcomeForm::COUNTED);
    let told = whole.iter().find_map(|item| match item.kind {
        Kind::Anchor(word) if word.form.is(people.or(OutcomeForm::WEAK)) => Some(word),
        _ => None,
    });
    if let Some(word) = told {
        let outcome = Some(breakdown::victims(word, earlier));
        return Some(Reading { outcome, among: outcome, inherited: true, ..Reading::default() });
    }
    // "half of them", "more than half"
    let them = |kind| matches!(kind, Kind::Relative | Kind::Including | Kind::Pronoun | Kind::Of);
    let named = whole.iter().all(|item| them(item.kind));
    earlier.filter(|_| named).map(|earlier| Reading { inherited: true, ..earlier.part() })
}

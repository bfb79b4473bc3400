//! Counts set against each other in words, and the arithmetic of that.
//!
//! "253, more than 100 fewer than the toll of 359" holds where 253 and more than 100 can be 359. Of
//! several counts that the words may speak of, one that fits is taken; where none does and there are
//! several, nothing is said.

use rust_decimal::Decimal;

use super::{Relation, RelationKind};
use crate::figure::{Contrast, ContrastKind, Term};
use crate::interval::Interval;
use crate::quantity::{Agreement, Quantity};

/// How many times too large a multiple is that nobody can mean.
const FAR: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Relates the counts of each contrast that speaks of the outcome of people, and keeps of each the
/// one count that it speaks of.
pub(super) fn relate(contrasts: &mut Vec<Contrast>, relations: &mut Vec<Relation>) {
    contrasts.retain_mut(settle);
    for (id, contrast) in contrasts.iter().enumerate() {
        let claim: Vec<_> = contrast.counts.iter().filter_map(|term| term.figure).collect();
        let evidence = [contrast.base.figure, contrast.by.figure].into_iter().flatten().collect();
        let why = "the text sets one count against the other".to_owned();
        let relation = Relation::new(RelationKind::Contrast, claim, evidence, why);
        relations.push(Relation { share: Some(id), ..relation });
    }
}

/// Leaves of the counts the one that is spoken of, if it is clear which.
fn settle(contrast: &mut Contrast) -> bool {
    let fits = |term: &Term| agreement(contrast, term) == Some(Agreement::Plausible);
    let spoken = match contrast.counts.iter().position(fits) {
        Some(at) => at,
        None if contrast.counts.len() == 1 => 0,
        None => return false,
    };
    contrast.counts = vec![contrast.counts.swap_remove(spoken)];
    let terms = [&contrast.by, &contrast.base, &contrast.counts[0]];
    contrast.told || terms.iter().any(|term| term.figure.is_some()) || is_far_off(contrast)
}

/// "21 times more often … 66 reports, against 45": whether a multiple is so far from what two counts give that it is a
/// slip whatever they count, be it no people at all.
fn is_far_off(contrast: &Contrast) -> bool {
    let numbers = [&contrast.counts[0], &contrast.base, &contrast.by].map(|t| t.quantity.nominal);
    let [Some(count), Some(base), Some(by)] = numbers else { return false };
    // of either, the text may mean the other by the multiple
    let (low, high) = (count.min(base), count.max(base));
    let most = high.checked_div(low).and_then(|times| times.checked_mul(FAR));
    contrast.kind == ContrastKind::Times && most.is_some_and(|most| by > most)
}

/// Whether a count stands to the base as the words say; none where that cannot be computed.
pub fn agreement(contrast: &Contrast, count: &Term) -> Option<Agreement> {
    let (by, base, count) = (&contrast.by.quantity, &contrast.base.quantity, &count.quantity);
    match contrast.kind {
        ContrastKind::More => base.plus(by).map(|sum| sum.agreement(count)),
        ContrastKind::Fewer => count.plus(by).map(|sum| sum.agreement(base)),
        ContrastKind::Times => times(by, count, base),
        ContrastKind::Rise => share(by, count, base, false),
        ContrastKind::Fall => share(by, count, base, true),
    }
}

/// Whether one count is so many times another. "Three times more" is said of three times as many
/// and of four times.
fn times(by: &Quantity, count: &Quantity, base: &Quantity) -> Option<Agreement> {
    let stated = by.nominal?;
    let fits = |of: fn(&Quantity) -> Interval, slack: Decimal| {
        let quotient = quotient(of(count), of(base))?;
        let more = of(by).plus(Interval::exact(Decimal::ONE))?;
        let slack = stated.checked_mul(slack)?;
        Some(quotient.meets(around(of(by), slack)) || quotient.meets(around(more, slack)))
    };
    // "More than twice" is any number above two.
    let open = |q: &Quantity| if q.bound.opens_up() { q.strict } else { q.plausible };
    let plausible = fits(open, Decimal::new(2, 1))?;
    let strict = fits(|q| q.strict, Decimal::new(4, 1))?;
    Some(verdict(plausible, strict))
}

/// Whether a count is a share larger or smaller than another.
fn share(by: &Quantity, count: &Quantity, base: &Quantity, fell: bool) -> Option<Agreement> {
    let one = Interval::exact(Decimal::ONE);
    let fits = |of: fn(&Quantity) -> Interval, slack: Decimal| {
        let (count, base, by) = (of(count), of(base), around(of(by), slack));
        let (whole, part) =
            if fell { (one, quotient(count, base)?) } else { (quotient(count, base)?, one) };
        Some(part.plus(by)?.meets(whole))
    };
    let plausible = fits(|q| q.plausible, Decimal::new(1, 2))?;
    let strict = fits(|q| q.strict, Decimal::new(5, 2))?;
    Some(verdict(plausible, strict))
}

fn verdict(plausible: bool, strict: bool) -> Agreement {
    match (plausible, strict) {
        (true, _) => Agreement::Plausible,
        (false, true) => Agreement::Doubtful,
        (false, false) => Agreement::Impossible,
    }
}

/// An interval with some slack at both ends.
fn around(interval: Interval, slack: Decimal) -> Interval {
    let low = interval.low.checked_sub(slack).unwrap_or_default().max(Decimal::ZERO);
    let high = interval.high.and_then(|high| high.checked_add(slack));
    Interval { low, high, low_open: false, high_open: false }
}

/// All values of one interval divided by those of another; none by zero.
fn quotient(count: Interval, base: Interval) -> Option<Interval> {
    let low = match base.high {
        Some(high) => count.low.checked_div(high)?,
        None => Decimal::ZERO,
    };
    let high = match count.high.filter(|_| !base.low.is_zero()) {
        Some(high) => Some(high.checked_div(base.low)?),
        None => None,
    };
    Some(Interval { low, high, low_open: false, high_open: false })
}

//! What speaks for two figures being one count, by what stands beside them.
//!
//! "10 dead and 50 hurt … 16 died and 50 were hurt" are of one event, since the hurt are as many. It knows the figures of
//! a sentence, not their words.

use rust_decimal::Decimal;

use crate::figure::Figure;
use crate::lexicon::Outcome;
use crate::quantity::Bound;
use crate::relate::kin::{Kin, gives, is_whole, kin, stands_alone};
use crate::relate::near::near;

/// Whether a count of another outcome stands beside both: "10 dead and 50 hurt … 16 died and 50 were
/// hurt".
pub(super) fn repeats_companion(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let sentence = |of: &Figure| &figures[near(figures, of.place.sentence, 0)];
    // "Mines accounted for 12 (three killed, nine hurt) and bombs for eight (four killed, four hurt)"
    let several = |of: &Figure| {
        let own = |f: &&Figure| f.outcome == of.outcome && stands_alone(f) && is_whole(f);
        sentence(of).iter().filter(own).count() > 1
    };
    if several(first) || several(later) {
        return false;
    }
    let companions = |of: &Figure| {
        let outcome = of.outcome;
        let sentence = sentence(of);
        sentence.iter().filter(move |f| f.outcome != outcome && stands_alone(f))
    };
    let repeated = |b: &Figure| {
        companions(first).any(|a| {
            let (own, other) = (a.quantity.nominal, b.quantity.nominal);
            // "at least 24 killed and more than 200 injured … 24 dead and 249 injured"
            let opened = a.quantity.bound.opens_up() && b.quantity.bound == Bound::Exact;
            let many = opened && own >= Some(Decimal::TEN) && own <= other && gives(a, b);
            let one = own == other || many;
            a.outcome == b.outcome && own > Some(Decimal::TWO) && one && kin(a, b).nests()
        })
    };
    // "12 captives … ten soldiers were captured", with a nurse and a cook
    let some = first.outcome == Outcome::Captured && kin(first, later) == Kin::Wider;
    let some = some && later.quantity.nominal < first.quantity.nominal;
    kin(first, later) != Kin::Apart && !some && companions(later).any(repeated)
}

//! What speaks for two figures being one count, by what stands beside them.
//!
//! "10 dead and 50 hurt … 16 died and 50 were hurt" are of one event, since the hurt are as many. It knows the figures of
//! a sentence, not their words.

use rust_decimal::Decimal;

use super::is_first;
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;
use crate::relate::kin::{Kin, equal, gives, is_heading, kin, same_source, stands_alone};
use crate::relate::near::near;

/// "At least ten people, including seven children … 14 people, including seven children": whether both hold as many people
/// of one kind.
pub(super) fn repeats_part(figures: &[Figure], first: FigureId, later: FigureId) -> bool {
    let parts = |whole: FigureId| {
        let beside = near(figures, figures[whole].place.sentence, 0);
        beside.filter(move |id| figures[*id].cues.part_of == Some(whole))
    };
    let (a, b) = (&figures[first], &figures[later]);
    let again = |x: FigureId, y: FigureId| {
        let (x, y) = (&figures[x], &figures[y]);
        let kind = x.group.is_some() && kin(x, y) == Kin::Same && x.outcome == y.outcome;
        kind && x.quantity.nominal > Some(Decimal::TWO) && equal(x, y)
    };
    // "Four children were among eight people killed … a shell hit a school in the next town, killing five, including four
    // children"
    let place = b.scope.place_name();
    let here = place.is_none() || place == a.scope.place_name();
    let one = a.place.sentence != b.place.sentence && kin(a, b).nests();
    let one = one && is_first(figures, a);
    one && here && same_source(a, b) && parts(first).any(|x| parts(later).any(|y| again(x, y)))
}

/// Whether a count of another outcome stands beside both: "10 dead and 50 hurt … 16 died and 50 were
/// hurt".
pub(super) fn repeats_companion(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let companions = |of: &Figure| {
        let outcome = of.outcome;
        let other = move |f: &&Figure| f.outcome != outcome && stands_alone(f);
        figures[near(figures, of.place.sentence, 0)].iter().filter(other)
    };
    // "Two killed, three injured" over "two people were killed … claiming two lives and injuring three"
    let gives_first =
        |f: &&Figure| f.outcome == first.outcome && equal(f, first) && kin(f, first).nests();
    let heads = || figures.iter().take_while(|f| is_heading(f)).filter(gives_first);
    let beside = || [first].into_iter().chain(heads()).flat_map(companions);
    let repeated = |b: &Figure| {
        beside().any(|a| {
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
    // "Twelve were killed and 21 hurt … carried ten bodies and 21 wounded from the scene"
    let some = some || later.cues.bodies && later.quantity.nominal < first.quantity.nominal;
    let fates = first.cues.alive == later.cues.alive;
    fates && kin(first, later) != Kin::Apart && !some && companions(later).any(repeated)
}

//! What bars two figures from being one count, whatever speaks for it.
//!
//! "Killing six … seven dead, including the attacker" are six both times; "charged with 71 murders … 63 victims" are
//! what was charged and what was found. Bars know two figures and those around them, not why they might be one.

use rust_decimal::Decimal;

use super::back::before;
use super::news::is_news;
use crate::figure::{Change, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::relate::kin::{
    adds_to, equal, is_besides_unread, is_heading, is_whole, sum_of, sum_of_several,
};
use crate::relate::near::near;
use crate::relate::version::are_turned;

/// The most attackers of one attack, as a rule.
const ATTACKERS: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Whether the later figure counts others, or with the attackers, or without them.
pub(super) fn are_others(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let besides = later.cues.besides && !are_besides_dead(figures, later);
    let attackers = match (first.cues.perpetrators, later.cues.perpetrators) {
        // "killing six … seven dead, including the attacker"
        (false, true) => later.outcome != Outcome::Captured,
        // "Seven died, including the gunman … the six victims"
        (true, false) => {
            is_few_more(first, later) && later.quantity.nominal < first.quantity.nominal
        }
        _ => false,
    };
    besides || attackers || adds_to(later, first)
}

/// Whether the later figure is told of another time, area or kind than the first, or one of the two only of some.
pub(super) fn are_barred(figures: &[Figure], first: FigureId, later: &Figure) -> bool {
    let count = &figures[first];
    is_of_others(figures, count, later)
        || is_of_another_time(count, later)
        || is_of_wider_area(count, later)
        || is_of_the_rest(figures, count, later)
        || is_before_more(figures, count, later)
        || are_summed_above(figures, count, later)
        || holds_all(figures, count, later)
}

/// "The fire killed 53 … 61 in that year, including the 53": whether the first count is said to be a part of the later.
fn holds_all(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let of_later = |f: &Figure| f.cues.part_of.is_some_and(|of| figures[of].span == later.span);
    let again = |f: &Figure| f.outcome == first.outcome && equal(f, first) && f.cues.definite;
    first.quantity.nominal < later.quantity.nominal
        && figures.iter().any(|f| of_later(f) && again(f))
}

/// "90 militants killed" over "56 militants were killed … the elimination of 34": whether a headline gives the sum of both.
fn are_summed_above(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let sum = sum_of(first, later);
    let both = |f: &Figure| f.outcome == first.outcome && f.quantity.nominal == sum;
    sum.is_some() && figures.iter().take_while(|f| is_heading(f)).any(both)
}

/// "A worker died, the fourth … The bodies of three others were found … two of the four who died": whether the first count
/// is only of others than somebody told of before it, or than those of whom no count is read, and the later one larger.
fn is_of_others(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let more = later.quantity.nominal > first.quantity.nominal;
    let lone = |f: &Figure| !f.is_stated() && f.outcome == first.outcome && is_whole(f);
    let others =
        is_besides_unread(figures, first) || first.cues.besides && before(figures, first).any(lone);
    others && more
}

/// Whether the later figure counts those who are left, feared for, accused of, or dead by now.
fn is_of_another_time(first: &Figure, later: &Figure) -> bool {
    let (a, b) = (first, later);
    // "19 were wounded, one of whom died years later … the 18 wounded survivors"
    // "22 were brought out alive, one of whom died … the 21 survivors"
    let gap = a.quantity.nominal.zip(b.quantity.nominal).map(|(a, b)| a - b);
    let fewer = |gap| gap > Decimal::ZERO && (!a.cues.alive || gap <= Decimal::TWO);
    let left = b.cues.alive && gap.is_some_and(fewer);
    // "57 died … Police at one point feared that more than 80 had"
    let feared = b.cues.feared && !a.cues.feared && is_whole(b) && b.outcome == Outcome::Killed;
    // "convicted of killing seven … accused of 10 murders"
    let alleged = a.cues.alleged != b.cues.alleged;
    // "Three died at the scene … the loss of four lives", "four bodies were recovered … how all six died"
    // "Forty-nine were dead, and seven died in hospital. That makes 56 dead"
    let some = a.cues.at_once || b.cues.by_these;
    // "Nine were buried. Companions dug out four of them alive … the eight survivors": of all who were there
    let some = some || a.cues.of_uncounted && a.cues.alive;
    // "Eighty-five bodies were found … Of the 89 dead": more died than were ever found
    let some = some || a.cues.bodies && !b.cues.bodies && !are_turned(a, b);
    let more = some && b.quantity.nominal > a.quantity.nominal;
    left || feared || alleged || more
}

/// "The division's toll reached 41. Nationwide, 68 have died": whether the later count is said to be that of a wider area.
fn is_of_wider_area(first: &Figure, later: &Figure) -> bool {
    let place = later.scope.place_name().filter(|_| later.scope.fronted && later.scope.area);
    let larger = later.quantity.nominal > first.quantity.nominal;
    place.is_some() && larger && first.scope.place_name() != place
}

/// "The bodies of two climbers were found, bringing the dead to six … Four bodies were recovered on the first day": whether
/// the first are only those whom a toll near them adds, and the later the rest, or the rest but for those told of next.
fn is_of_the_rest(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let behind = |f: &&Figure| f.outcome == first.outcome && f.span.start > later.span.start;
    let next = || figures[near(figures, later.place.sentence, 1)].iter().filter(behind);
    let rest = |toll: &Figure| {
        let all = toll.quantity.nominal;
        all == sum_of(first, later)
            || next().any(|third| all == sum_of_several([first, later, third]))
    };
    let toll = |f: &Figure| {
        let risen = f.cues.change == Some(Change::To) && f.outcome == first.outcome;
        risen && f.span != first.span && rest(f)
    };
    figures[near(figures, first.place.sentence, 1)].iter().any(toll)
}

/// "Killed 33, after two of the injured died overnight. The toll late on Wednesday was 31": whether those who are counted
/// beside the first came to the later count afterwards.
fn is_before_more(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let bare = later.unit.is_none() && later.group.is_none();
    let since = |f: &Figure| {
        let own = f.outcome == first.outcome && f.span != first.span && is_stated_apart(f);
        own && sum_of(later, f) == first.quantity.nominal
    };
    bare && figures[near(figures, first.place.sentence, 0)].iter().any(since)
}

/// Whether a figure counts some by themselves, or some of those who were hurt.
fn is_stated_apart(figure: &Figure) -> bool {
    let hurt = figure.cues.among.is_some_and(|among| among != figure.outcome);
    figure.is_stated() && (is_whole(figure) || hurt)
}

/// "Two were killed and four wounded … Pitts died in hospital. Seven others were hurt": whether others are others than
/// the dead, who were told of last, by number or since the news.
pub(in crate::relate) fn are_besides_dead(figures: &[Figure], others: &Figure) -> bool {
    if others.outcome != Outcome::Injured || others.cues.definite {
        return false;
    }
    let suffered = |f: &&Figure| f.outcome != Outcome::Affected;
    let told: Vec<&Figure> = before(figures, others).filter(suffered).collect();
    let [rest @ .., latest] = &told[..] else { return false };
    let near = latest.place.sentence + 1 >= others.place.sentence;
    let dead = |f: &Figure| f.outcome == Outcome::Killed;
    // "Two dead and four wounded. Hale was pronounced dead at the scene. Pitts died in hospital."
    let beside = |f: &Figure| f.place.sentence == latest.place.sentence && dead(f);
    let news = latest.outcome == others.outcome && is_news(figures, latest);
    if near { dead(latest) } else { news && rest.last().is_some_and(|f| beside(f)) }
}

/// Whether a larger count has so few people more that these may be the attackers.
pub(super) fn is_few_more(larger: &Figure, smaller: &Figure) -> bool {
    let more = larger.quantity.nominal.zip(smaller.quantity.nominal).map(|(a, b)| a - b);
    more.is_some_and(|more| more <= ATTACKERS)
}

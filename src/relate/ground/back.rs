//! What speaks for two figures being one count, by the words and digits of the later one.
//!
//! "31 drowned … the 34 who drowned" points back by its article; "165 killed … 156 people" has the digits
//! of the first in another order. Where other figures explain the later one, it points nowhere.

use rust_decimal::Decimal;

use super::is_first;
use super::sums::is_sum_before;
use crate::figure::{Change, Figure};
use crate::lexicon::Outcome;
use crate::numeral::Form;
use crate::quantity::Bound;
use crate::relate::aboard;
use crate::relate::kin::{Kin, equal, is_heading, is_whole, kin, outcome_within, sum_of};
use crate::relate::near::near;
use crate::relate::recalled::has_attackers;
use crate::relate::version::{are_swapped, are_turned, is_slip, is_transposed, may_be_versions};

/// Whether definite words point back from a later figure to an earlier one: no other figure before
/// has its number, and it is near enough for another version.
pub(super) fn points_back(
    figures: &[Figure],
    first: &Figure,
    later: &Figure,
    larger: bool,
) -> bool {
    if !later.cues.definite || !(is_whole(first) || is_all_of(figures, first)) {
        return false;
    }
    // "Four bodies were found on Friday, taking the toll to 13 … The three bodies found on Monday"
    let risen = |f: &Figure| f.cues.change == Some(Change::To) && f.outcome == later.outcome;
    let steps = later.place.sentence > first.place.sentence + 1 && figures.iter().any(risen);
    let found = first.cues.bodies && later.cues.bodies && steps;
    // "Two were airlifted and six treated … the six men who lost their lives": those are the hurt.
    let known = |f: &Figure| {
        let near = f.place.sentence + 1 >= later.place.sentence;
        // "Four died and eight were taken to hospital … It covered the eight people shot"
        let hit = later.outcome == Outcome::Casualties && outcome_within(f.outcome, later.outcome);
        // "Seven of the victims were from the town … The seven people who died in the town"
        let some = f.cues.among.is_some() && outcome_within(later.outcome, f.outcome);
        let told = near || hit || some || later.cues.recalls.is_some();
        let own = f.outcome == later.outcome || told;
        own && f.quantity.nominal == later.quantity.nominal
    };
    let swapped = are_turned(first, later);
    let near = larger || may_be_versions(first, later) || later.form == Form::Both || swapped;
    let apart = later.place.sentence.abs_diff(first.place.sentence);
    // "Two men were sitting in a car … Both died": of whoever was named last.
    let two = !larger && later.quantity.nominal == Some(Decimal::TWO);
    // "Both victims" are all.
    let victims = later.form == Form::Both && later.cues.bodies && later.group.is_none();
    let pair = (later.form == Form::Both || two) && apart > 1 && !victims;
    // "A woman died, raising the toll to eight … The seven who died on Monday"
    let raised = first.cues.change == Some(Change::To) && is_before_rise(figures, first, later);
    // "21 were freed … three of the 12"
    // not "37 people aboard … the 44 people rescued"
    let there = |f: &Figure| f.cues.population && !(f.cues.alive && f.unit.is_some());
    // "A crew of four and seven soldiers … one of the 11 men aboard"
    let both = |f: &Figure| {
        let here = f.cues.population && f.span != first.span;
        here && sum_of(f, first) == later.quantity.nominal
    };
    let joined = larger && before(figures, later).any(both);
    let aboard = first.cues.population && there(later) && apart <= aboard::FAR;
    let alive =
        later.outcome == Outcome::Affected && first.cues.alive != later.cues.alive && !aboard;
    // "A party of 14 … the 22 volunteers"
    let named = later.group.is_some() && first.group.is_none();
    let others = later.outcome == Outcome::Affected && larger && named;
    // "Eighteen guards were seized. Seven were let go … The 11 still held"
    let shrinks = matches!(first.outcome, Outcome::Captured | Outcome::Missing);
    let fewer = shrinks && !larger && before(figures, later).any(|f| f.cues.alive);
    if pair || raised || found || alive || others || fewer || joined {
        return false;
    }
    // "Two died in the pickup … The five people killed in the van": of the seven.
    let rest = || {
        // "All ten men in it died … One of the soldiers in the other was crushed"
        let struck = |f: &Figure| f.outcome == Outcome::Casualties && f.cues.struck;
        let others = |f: &Figure| {
            let beside = f.place.sentence.abs_diff(later.place.sentence) <= 2;
            let sum = sum_of(later, f);
            let other = f.is_stated() && (f.outcome == first.outcome || struck(f));
            beside && other && sum == first.quantity.nominal
        };
        // "27 people were injured, eight of them seriously … the 19 with minor injuries"
        let part = |f: &Figure| {
            let own = f.cues.part_of.is_some_and(|whole| figures[whole].span == first.span);
            let sum = sum_of(later, f);
            own && f.outcome == first.outcome && sum == first.quantity.nominal
        };
        let told = before(figures, later).any(|f| others(f) || part(f));
        !larger && (told || figures.iter().any(|f| struck(f) && others(f)))
    };
    // "Killed 31, among them the five attackers … the 26 victims"
    let without = || !larger && later.telling && later.group.is_none() && has_attackers(figures);
    // "199 deaths … 63 in the north … The 44 deaths of the last two days" may be any of the 199.
    let larger_whole = |f: &Figure| {
        let counts = f.outcome == first.outcome && f.scope.event == first.scope.event;
        let more = f.quantity.nominal > first.quantity.nominal.max(later.quantity.nominal);
        counts && is_whole(f) && more
    };
    let plain = first.group.is_none() && !swapped;
    // "32 died … 'They said on the radio, five dead' … The six boys who died" may be any of the 32.
    let few = if later.group.is_some() { 0 } else { 2 };
    let many = || before(figures, first).filter(|f| larger_whole(f)).count() > few;
    let of_more = || plain && many();
    // "Eight were killed in the two countries … Three of the six deaths in France"
    let places = (first.scope.place_name(), later.scope.place_name());
    let inside = later.scope.place.as_deref().is_some_and(|place| place.starts_with("in "));
    let elsewhere = !larger && later.scope.area && inside && places.0 != places.1;
    near && !elsewhere
        && !without()
        && !before(figures, later).any(known)
        && !of_more()
        && !rest()
        && (larger || !is_sum_before(figures, first, later))
}

/// Whether a later count and those who died in the sentence of a new toll come to it.
fn is_before_rise(figures: &[Figure], toll: &Figure, later: &Figure) -> bool {
    let beside = &figures[near(figures, toll.place.sentence, 0)];
    let died = beside.iter().filter(|f| f.outcome == toll.outcome && f.span != toll.span);
    let added: Option<Decimal> = died
        .map(|f| if f.is_stated() { f.quantity.nominal } else { Some(Decimal::ONE) })
        .try_fold(later.quantity.nominal.unwrap_or_default(), |sum, count| sum.checked_add(count?));
    // "Her death raises the toll to six … the five people killed on the day"
    let next = later.quantity.nominal.and_then(|n| n.checked_add(Decimal::ONE));
    added == toll.quantity.nominal || next == toll.quantity.nominal
}

/// "Eight of the 15 climbers died": whether a figure counts all who came to harm of the people who were there.
pub(in crate::relate) fn is_all_of(figures: &[Figure], figure: &Figure) -> bool {
    let there = |f: &Figure| {
        f.outcome == Outcome::Affected && is_whole(f) && f.scope.event == figure.scope.event
    };
    let whole = figure.cues.part_of.map(|id| &figures[id]);
    // "Of the 105 on board, 76 were rescued"
    let suffered = figure.outcome != Outcome::Affected || figure.cues.alive;
    let alike = |f: &&Figure| f.outcome == figure.outcome && f.cues.alive == figure.cues.alive;
    let first = figures.iter().filter(|f| !is_heading(f)).find(alike);
    let opens = first.is_some_and(|f| f.span == figure.span);
    suffered && whole.is_some_and(there) && opens
}

/// "Killing 41 of the 44 on board … Killed: 39": whether the only label of its kind in an article gives another version
/// of the first count.
pub(super) fn is_box(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let labels = |f: &&Figure| f.cues.label && f.outcome == later.outcome;
    later.cues.label
        && is_first(figures, first)
        && figures.iter().filter(labels).count() == 1
        && may_be_versions(first, later)
}

/// "14 were killed and 46 injured … the 46 people who were killed": whether the later count of the dead has the
/// number of the hurt, who stand beside the first.
pub(super) fn is_taken(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let hurt = |f: &Figure| {
        f.outcome == Outcome::Injured
            && is_whole(f)
            && f.scope.event == first.scope.event
            && f.quantity.bound == later.quantity.bound
            && f.quantity.nominal == later.quantity.nominal
            && f.quantity.nominal >= Some(Decimal::TEN)
    };
    let beside = &figures[near(figures, first.place.sentence, 0)];
    let killed = first.outcome == Outcome::Killed && is_whole(first);
    let more = later.quantity.nominal > first.quantity.nominal && is_first(figures, first);
    let told = later.cues.definite || more;
    killed && told && beside.iter().any(hurt) && !is_given(figures, first.outcome, later)
}

/// Whether a later and smaller figure gives all of the known event, as the earlier one did: "with 83
/// deaths the accident was the worst".
pub(super) fn is_of_event(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    // "cost 33 their lives … Thirty-one died in the explosion itself and two more in hospital"
    if !later.cues.of_event || later.cues.at_once {
        return false;
    }
    let smaller = later.quantity.nominal < first.quantity.nominal;
    // "The blast killed nine at once, and three more died in hospital" tells of all in two counts.
    let beside = &figures[near(figures, later.place.sentence, 0)];
    let own = |f: &&Figure| f.outcome == later.outcome && is_whole(f);
    let alone = beside.iter().filter(own).count() == 1;
    // "The blast left 17 dead. Two more died in hospital."
    let next = &figures[near(figures, later.place.sentence + 1, 0)];
    let more = |f: &Figure| own(&f) && sum_of(later, f) == first.quantity.nominal;
    let alone = alone && !next.iter().any(more);
    // The newer count is the larger.
    let moved = |f: &Figure| f.cues.change.is_some() && f.outcome == later.outcome;
    !figures.iter().any(moved)
        && smaller
        && alone
        && kin(first, later) == Kin::Same
        && may_be_versions(first, later)
}

/// "A quake that killed 20 people … a total of ten people had been killed": whether a later count is announced as
/// the total, and smaller than the first of the event.
pub(super) fn is_smaller_total(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let places = [first, later].map(|f| f.scope.place_name());
    let whole = |f: &Figure| is_whole(f) && f.scope.certain && f.quantity.bound == Bound::Exact;
    // The paper's own total may be of other times: "a total of five have died there before".
    is_first(figures, first)
        && later.source.is_some()
        && whole(first)
        && whole(later)
        && places[1].is_none_or(|place| places[0] == Some(place))
        && kin(first, later) == Kin::Same
        && later.quantity.nominal < first.quantity.nominal
        && may_be_versions(first, later)
        && !is_given(figures, later.outcome, later)
}

/// Whether a later count of all the main event's people is the first one mistyped: "165 … 156", or
/// "12,000 … in all, 1,200".
pub(super) fn is_mistyped(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let Some((a, b)) = first.quantity.nominal.zip(later.quantity.nominal) else { return false };
    let zero = later.cues.total && b >= Decimal::ONE_HUNDRED && a > b && is_slip(b, a);
    // Two numbers of four digits seldom have the same ones by chance: "with 1,284 confirmed deaths, the disaster"
    let long = b >= Decimal::ONE_THOUSAND && are_swapped(a, b) && kin(first, later).nests();
    let exact = |f: &Figure| {
        let certain = f.scope.certain || long && f.scope.time.is_none();
        f.quantity.bound == Bound::Exact && is_whole(f) && certain
    };
    let known = |f: &Figure| f.quantity.nominal == Some(b);
    // "96 inmates die" over "killed 96 inmates … 'We have 69 dead'"
    let heads = figures.iter().take_while(|f| is_heading(f));
    let mut heads = heads.filter(|f| f.outcome == first.outcome);
    let bare = later.unit.is_none() && later.group.is_none();
    let swapped = are_swapped(a, b);
    let headed = bare && swapped && heads.any(|f| equal(f, first));
    let headed = headed && kin(first, later).nests();
    let told = long || headed || later.unit == first.unit;
    // Small numbers have each other's digits more often.
    let near = may_be_versions(first, later) && !later.cues.contrast;
    let is_turned = || near && swapped && is_first(figures, first);
    later.scope.event == 0
        && exact(first)
        && exact(later)
        && told
        && (zero || is_transposed(a, b) || is_turned())
        && (long || headed || kin(first, later) == Kin::Same)
        && !before(figures, later).any(known)
}

/// Whether a count of an outcome before a figure has its number.
fn is_given(figures: &[Figure], outcome: Outcome, later: &Figure) -> bool {
    let number = later.quantity.nominal;
    before(figures, later).any(|f| f.outcome == outcome && f.quantity.nominal == number)
}

/// The figures before a figure.
pub(super) fn before<'a>(
    figures: &'a [Figure],
    later: &Figure,
) -> impl Iterator<Item = &'a Figure> {
    let place = later.place.word;
    figures.iter().take_while(move |f| f.place.word < place)
}

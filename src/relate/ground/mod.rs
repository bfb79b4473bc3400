//! Why two differing figures are taken for one count.
//!
//! "31 drowned … The 34 who drowned" are one count by the definite word; "31 drowned … 40 migrants
//! drowned" because the later and larger one cannot be a part of the first, which the article tells
//! its news with. Where there is no ground, two figures count different people.

mod accounts;
mod back;
mod bars;
mod companion;
mod news;
mod retold;
mod sums;
mod words;

use rust_decimal::Decimal;

use self::accounts::{
    are_the_captives, are_workmen, is_contrasted, is_described_alike, is_disputed, is_only_other,
    is_same_aside, outgrows_first,
};
pub(super) use self::back::is_all_of;
use self::back::{is_box, is_mistyped, is_of_event, is_smaller_total, is_taken, points_back};
pub(super) use self::bars::are_besides_dead;
use self::bars::{are_barred, are_others};
use self::companion::{repeats_companion, repeats_part};
use self::news::outgrown;
use self::retold::{
    are_of_the_news, are_other_hurt, is_account, lists_alike, names_alike, opens_twice,
    tells_of_one,
};
use self::sums::is_of_more;
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::numeral::Form;
use crate::relate::kin::{Kin, is_former, is_heading, is_whole, kin, told};
use crate::relate::same::Count;
use crate::relate::version::{are_turned, may_be_versions};
use crate::relate::wholes;

/// The last sentence, counted from the headline, in which the news is told first.
const LEDE: usize = 4;

/// What speaks for two differing figures being one count.
pub(super) enum Ground {
    /// The later one points back.
    Definite,
    /// The later one is larger than the count of the headline and the first sentences.
    Headline,
    /// The later one is larger than the count that opens the news, and no source gives it as its own.
    News,
    /// The later one has the number of the hurt, who stand beside the dead.
    Taken,
    /// Both stand beside one and the same count of another outcome.
    Companion,
    /// The later one is announced as the total, and the smaller.
    Total,
    /// One source counts people described alike.
    Description,
    /// The later one stands in a sentence that tells the news of the earlier one's again.
    Retold,
    /// Both are parts of one whole and described alike.
    Part,
    /// The earlier one counts all of a group who are among the main event's.
    Group,
    /// The later one is the smaller, and told of the known event as a whole.
    Event,
    /// The later one has the digits of the earlier one, two of them in the other's place, or is a total
    /// with a zero lost.
    Slip,
    /// The later one is another source's, set against what was said before.
    Contrast,
}

/// What speaks for a later figure giving the count of an earlier one anew.
pub(super) fn ground(
    figures: &[Figure],
    counts: &[Count],
    first: FigureId,
    later: FigureId,
) -> Option<Ground> {
    let (a, b) = (&figures[first], &figures[later]);
    // "Nine were killed and 18 others hurt … killing nine villagers and injuring nine others"
    let others = a.cues.besides && b.cues.besides;
    let again = || {
        repeats_companion(figures, a, b)
            || tells_of_one(figures, a, b)
            || are_other_hurt(figures, a, b)
    };
    if others && is_whole(a) && b.cues.part_of.is_none() && again() {
        return Some(Ground::Companion);
    }
    if are_others(figures, a, b) {
        return None;
    }
    if is_mistyped(figures, a, b) {
        return Some(Ground::Slip);
    }
    if are_barred(figures, first, b) {
        return None;
    }
    // "The injured, 41 in all"
    // not "a total of 34 were killed in the strike"
    if b.cues.total && !b.cues.definite && !b.cues.of_event {
        return is_smaller_total(figures, a, b).then_some(Ground::Total);
    }
    if is_taken(figures, a, b) {
        return Some(Ground::Taken);
    }
    if is_same_part(figures, first, later) || are_of_the_news(figures, a, b) {
        return Some(Ground::Part);
    }
    told_alike(figures, first, later).or_else(|| told_of_all(figures, counts, first, later))
}

/// What the wording of the two says for it: one tells the other's news again, or is set against it.
fn told_alike(figures: &[Figure], first: FigureId, later: FigureId) -> Option<Ground> {
    let (a, b) = (&figures[first], &figures[later]);
    let whole = is_whole(a) && b.cues.part_of.is_none();
    // "11 of the wounded were taken to one hospital"
    let whole = whole && b.cues.among != Some(b.outcome);
    let again = || repeats_companion(figures, a, b) || repeats_part(figures, first, later);
    if whole && again() {
        return Some(Ground::Companion);
    }
    let retold = whole
        && (is_account(figures, a, b) || lists_alike(figures, a, b) || opens_twice(figures, a, b));
    if retold || names_alike(figures, a, b) {
        return Some(Ground::Retold);
    }
    if whole && (is_described_alike(a, b) || is_same_aside(a, b)) {
        return Some(Ground::Description);
    }
    // not "97 have been saved … But 141 were on board, officials now believe"
    let fates = a.cues.alive == b.cues.alive;
    if whole && fates && (is_contrasted(a, b) || is_disputed(figures, a, b)) {
        return Some(Ground::Contrast);
    }
    (b.scope.certain && exceeds_part(figures, first, b)).then_some(Ground::Group)
}

/// What speaks for it where the later one is certain to be of the event, and of all whom it counts.
fn told_of_all(
    figures: &[Figure],
    counts: &[Count],
    first: FigureId,
    later: FigureId,
) -> Option<Ground> {
    let (a, b) = (&figures[first], &figures[later]);
    // "In another explosion seven were killed. One of the four dead": of that explosion's
    let goes_on = b.scope.event != 0 && b.cues.definite && !is_former(b);
    let goes_on = goes_on && b.place.sentence - a.place.sentence <= 1;
    let in_care = a.cues.care && b.cues.care && b.cues.definite;
    // "All eight were taken to hospital"
    let told = b.scope.certain || goes_on || in_care;
    // "Five of the victims were children": of whoever died
    let victims = b.cues.among == Some(Outcome::Casualties);
    let certain = told && b.cues.part_of.is_none() && !victims;
    if !certain || b.cues.of_uncounted {
        return None;
    }
    // "12 worshippers died, hours after seven soldiers … The 19 deaths" are of both attacks.
    told_anew(figures, counts, a, b)
        .or_else(|| is_only_other(figures, a, b).then_some(Ground::Description))
        .or_else(|| outgrows_first(figures, a, b).then_some(Ground::Description))
        .filter(|_| !is_of_more(figures, a, later))
}

/// What speaks for it where nothing in the sentence of the later figure hints at another event.
fn told_anew(
    figures: &[Figure],
    counts: &[Count],
    first: &Figure,
    later: &Figure,
) -> Option<Ground> {
    let related = kin(first, later);
    let larger = first.quantity.nominal < later.quantity.nominal;
    let several = first.quantity.nominal > Some(Decimal::ONE);
    // "Of the 18" says nothing of whom it counts.
    // "drowning 36 passengers and crew … all 34 bodies"
    let bare = (later.unit.is_none() || later.cues.bodies) && later.group.is_none();
    // "15 residents were killed … the 14 people who died": all people are no fewer.
    // "84 fighters were captured … the 48 prisoners"
    let anybody = later.anybody || later.group.is_some() && told(later).is_none();
    let wider = related == Kin::Narrower && anybody;
    let all = related == Kin::Same || ((larger || bare || wider) && related.nests());
    // "76 were rescued … the 67 men rescued"
    let turned = related.nests() && are_turned(first, later);
    let named = || are_workmen(figures, first, later) || are_the_captives(figures, first, later);
    let all = all || turned || named();
    if several
        && all
        && (points_back(figures, first, later, larger) || is_box(figures, first, later))
    {
        return Some(Ground::Definite);
    }
    if several && is_of_event(figures, first, later) {
        return Some(Ground::Event);
    }
    if larger { outgrown(figures, counts, first, later) } else { None }
}

/// Whether a later count of people described alike is larger than all of them who are among the main
/// event's: "13 civilians, among them seven children … a woman and her nine children".
fn exceeds_part(figures: &[Figure], first: FigureId, later: &Figure) -> bool {
    let whole = wholes::whole_of(figures, first).map(|whole| &figures[whole]);
    let first = &figures[first];
    let of_main = whole.is_some_and(|w| w.scope.event == 0 && is_whole(w) && w.scope.certain);
    // "Ten dead, including two babies … six of them in one ward, including five babies"
    let inner = later.cues.part_of.map(|whole| &figures[whole]);
    let within = inner.is_none_or(|inner| {
        let smaller = |w: &Figure| inner.quantity.nominal < w.quantity.nominal;
        !inner.cues.besides && whole.is_some_and(|w| smaller(w) && kin(w, inner).nests())
    });
    // "the only one of the climbers found alive"
    let suffered = first.outcome != Outcome::Affected;
    // "Both were killed": whoever was named last.
    let named = later.form != Form::Both;
    of_main
        && suffered
        && named
        && within
        && first.group.is_some()
        && kin(first, later) == Kin::Same
        && first.quantity.nominal < later.quantity.nominal
        && may_be_versions(first, later)
        && first.place.sentence != later.place.sentence
}

/// Whether both are parts of one count and described alike.
fn is_same_part(figures: &[Figure], first: FigureId, later: FigureId) -> bool {
    let (a, b) = (&figures[first], &figures[later]);
    let wholes = wholes::whole_of(figures, first).zip(wholes::whole_of(figures, later));
    let one = |(x, y): (FigureId, FigureId)| {
        let more = figures[y].cues.besides || figures[y].cues.contrast;
        x == y
            || (figures[x].quantity.nominal == figures[y].quantity.nominal
                && figures[x].outcome == figures[y].outcome
                && !more
                && kin(&figures[x], &figures[y]).nests())
    };
    // "The deaths of nine civilians, among them two … Five of the nine": all nine are civilians.
    let described = |whole: FigureId| kin(&figures[whole], a) != Kin::Same;
    a.group.is_some()
        && kin(a, b) == Kin::Same
        && a.place.sentence != b.place.sentence
        && wholes.is_some_and(|(x, y)| one((x, y)) && described(x))
}

/// Whether a figure is the body's first of its outcome.
pub(in crate::relate) fn is_first(figures: &[Figure], figure: &Figure) -> bool {
    let first = figures.iter().find(|f| !is_heading(f) && f.outcome == figure.outcome);
    first.is_some_and(|f| f.span == figure.span)
}

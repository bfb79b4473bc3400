//! Why two differing figures are taken for one count.
//!
//! "31 drowned … The 34 who drowned" are one count by the definite word; "31 drowned … 40 migrants
//! drowned" because the later and larger one cannot be a part of the first, which the article tells
//! its news with. Where there is no ground, two figures count different people.

use rust_decimal::Decimal;

use super::kin::Kin;
use super::kin::adds_to;
use super::kin::gives;
use super::kin::is_heading;
use super::kin::is_whole;
use super::kin::kin;
use super::same::Count;
use crate::figure::Figure;
use crate::lexicon::Outcome;
use crate::numeral::Form;

/// What speaks for two differing figures being one count.
pub(super) enum Ground {
    /// The later one points back.
    Definite,
    /// The later one is larger than the count of the headline and the first sentences.
    Headline,
    /// The later one is larger than the count that opens the news, and there is no third.
    News,
}

/// What speaks for a later figure giving the count of an earlier one anew.
pub(super) fn ground(
    figures: &[Figure],
    counts: &[Count],
    first: &Figure,
    later: &Figure,
) -> Option<Ground> {
    let related = kin(first, later);
    let rescued = later.outcome == Outcome::Affected;
    if later.cues.besides || later.cues.total || rescued || adds_to(later, first) {
        return None;
    }
    let larger = first.quantity.nominal < later.quantity.nominal;
    let several = first.quantity.nominal > Some(Decimal::ONE);
    if several && points_back(figures, first, later, larger) && related.nests() {
        return Some(Ground::Definite);
    }
    if !larger || !exceeds_all(figures, later) {
        return None;
    }
    let heads = || figures.iter().filter(|f| is_heading(f) && f.outcome == later.outcome);
    let headed = heads().any(|h| gives(h, first) && kin(h, first).nests());
    if headed && related.nests() {
        return Some(Ground::Headline);
    }
    let disputed = first.source.is_some() && later.source.is_some() && first.source != later.source;
    let apart = disputed || later.place.sentence > first.place.sentence + 1;
    let opens = apart && is_first(figures, first) && several && is_only(figures, counts, later);
    (opens && matches!(related, Kin::Same | Kin::Wider)).then_some(Ground::News)
}

/// Whether definite words point back from a later figure to an earlier one: no other figure before
/// has its number, and it is near enough for another version.
fn points_back(figures: &[Figure], first: &Figure, later: &Figure, larger: bool) -> bool {
    let known = |f: &Figure| f.quantity.nominal == later.quantity.nominal;
    let near = larger || is_near(first, later) || later.form == Form::Both;
    later.cues.definite && near && is_whole(first) && !before(figures, later).any(known)
}

/// Whether a figure is larger than all before it that may hold its people.
fn exceeds_all(figures: &[Figure], later: &Figure) -> bool {
    before(figures, later).all(|f| {
        let holds = f.outcome == later.outcome && kin(f, later).nests();
        !holds || f.quantity.nominal < later.quantity.nominal
    })
}

/// Whether a figure is the body's first of its outcome.
fn is_first(figures: &[Figure], figure: &Figure) -> bool {
    let first = figures.iter().find(|f| !is_heading(f) && f.outcome == figure.outcome);
    first.is_some_and(|f| f.span == figure.span)
}

/// Whether the event has only one count so far that may hold a figure's people.
fn is_only(figures: &[Figure], counts: &[Count], later: &Figure) -> bool {
    let holds = |c: &&Count| {
        let f = &figures[c.members[0]];
        let here = f.scope.event == later.scope.event && f.outcome == later.outcome;
        here && is_whole(f) && kin(f, later) != Kin::Apart
    };
    counts.iter().filter(holds).count() == 1
}

/// The figures before a figure.
fn before<'a>(figures: &'a [Figure], later: &Figure) -> impl Iterator<Item = &'a Figure> {
    let place = later.place.word;
    figures.iter().take_while(move |f| f.place.word < place)
}

/// Whether a smaller count is near enough for an older version of a larger one.
fn is_near(larger: &Figure, smaller: &Figure) -> bool {
    let Some((large, small)) = larger.quantity.nominal.zip(smaller.quantity.nominal) else {
        return false;
    };
    small.checked_mul(Decimal::TWO).is_some_and(|twice| twice >= large)
}

impl Ground {
    /// The ground in plain English.
    pub(super) fn words(&self, figure: &Figure) -> String {
        let outcome = figure.outcome.name();
        match self {
            Ground::Definite => {
                format!("definite words point back to the {outcome} already counted")
            }
            Ground::Headline => {
                format!("the headline and the first sentences give the count of the {outcome}")
            }
            Ground::News => {
                format!("nothing moves the later count of {outcome} to another event")
            }
        }
    }
}

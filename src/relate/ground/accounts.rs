//! What speaks for two figures being one count, by how their sources tell it.
//!
//! "The army said 12 soldiers were killed … the rebels said 41 soldiers" are two accounts of one count.
//! It knows sources, groups and places; which account is right it does not know.

use rust_decimal::Decimal;

use super::{LEDE, is_first};
use crate::figure::{Facet, Figure};
use crate::lexicon::Outcome;
use crate::quantity::Bound;
use crate::relate::kin::{Kin, equal, is_heading, is_whole, kin, names_one_source, same_source};
use crate::relate::near::near;
use crate::relate::version::may_be_versions;

/// How many sentences below the news another source may tell it again.
const REACH: usize = 3;

/// Whether one source counts people by the same words, and more of them, soon after.
pub(super) fn is_described_alike(first: &Figure, later: &Figure) -> bool {
    let certain = first.scope.certain && later.scope.certain;
    names_one_source(first, later)
        && certain
        && first.group.is_some()
        && first.unit == later.unit
        && first.quantity.nominal < later.quantity.nominal
        && kin(first, later) == Kin::Same
        && later.place.sentence - first.place.sentence <= 2
}

/// Whether another source's count is set against an earlier one: "Locals, however, said that eight".
pub(super) fn is_contrasted(first: &Figure, later: &Figure) -> bool {
    let sources = first.source.as_ref().zip(later.source.as_ref());
    let other = sources.is_some_and(|(a, b)| a.name != b.name);
    let told = first.group.is_some() && first.unit == later.unit;
    let versions = told || may_be_versions(first, later);
    let near = versions && later.place.block - first.place.block <= 2;
    other && later.cues.contrast && kin(first, later) == Kin::Same && near
}

/// Whether two named sources count people by the same words one after the other: "the army said 12
/// soldiers … the rebels said 41 soldiers".
pub(super) fn is_disputed(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let named = first.source.is_some() && later.source.is_some();
    let told = first.group.is_some() || may_be_versions(first, later);
    let alike = told && first.unit.is_some() && first.unit == later.unit;
    let certain = first.scope.certain && later.scope.certain;
    let apart = later.place.sentence.abs_diff(first.place.sentence);
    // The news itself may be taken up again a little further down.
    let near = apart == 1 || (apart <= REACH && first.place.sentence <= LEDE);
    let described = alike && kin(first, later) == Kin::Same;
    let told = described || tells_alike(figures, first, later);
    named && told && certain && near && !same_source(first, later)
}

/// Whether one sentence tells of the dead and the hurt, and the other of both in the same order: "killed
/// four and wounded seven, the monitor said … killed two and wounded nine".
fn tells_alike(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let told = |of: &Figure| {
        let sentence = &figures[near(figures, of.place.sentence, 0)];
        let stated = sentence.iter().filter(|f| f.is_stated() && is_whole(f));
        stated.map(|f| f.outcome).collect::<Vec<Outcome>>()
    };
    let outcomes = told(first);
    outcomes.len() == 2
        && outcomes[0] != outcomes[1]
        && outcomes == told(later)
        && kin(first, later).nests()
}

/// Whether both count people described alike in one event that is told in passing: "two days after
/// five Dallas policemen were slain … the Dallas gunman killed eight police officers".
pub(super) fn is_same_aside(first: &Figure, later: &Figure) -> bool {
    let aside = first.scope.event != 0 && first.place.block != later.place.block;
    let several = first.quantity.nominal > Some(Decimal::ONE);
    let certain = first.scope.certain && later.scope.certain;
    let times = first.scope.time.as_ref().zip(later.scope.time.as_ref());
    let moved = times.is_some_and(|(a, b)| a != b);
    aside && several && certain && !moved && first.group.is_some() && kin(first, later) == Kin::Same
}

/// "19 miners … the families of the 18 men": whether men are who was counted by trade before, in a text
/// that tells nobody else apart by age or sex.
pub(super) fn are_workmen(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let of = |figure: &Figure, facet: Facet| {
        figure.group.as_ref().is_some_and(|g| g.traits.iter().any(|t| t.facet == facet))
    };
    let told = |f: &Figure| of(f, Facet::Sex) || of(f, Facet::Age);
    let by_trade = of(first, Facet::Role) && !told(first);
    let men = of(later, Facet::Sex) && !of(later, Facet::Role) && !of(later, Facet::Nation);
    by_trade && men && figures.iter().all(|f| !told(f) || f.group == later.group)
}

/// "The FMLN suffered nine captured … The 14 captured terrorists": whether a definite word points to the only captives
/// that the text counts, whatever it calls them.
pub(super) fn are_the_captives(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let captives = later.outcome == Outcome::Captured && later.cues.definite;
    let one = || first.scope.event == later.scope.event && kin(first, later) == Kin::Crossing;
    let other = |f: &Figure| {
        let own = f.outcome == Outcome::Captured && is_whole(f) && f.span != later.span;
        own && !equal(f, first)
    };
    captives && one() && !figures.iter().any(other)
}

/// "Two soldiers were wounded … 'Five of our soldiers sustained gunshot wounds'": whether people described alike are
/// counted twice in an article, and only twice, by nobody else than the first.
pub(super) fn is_only_other(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let suffered = matches!(later.outcome, Outcome::Killed | Outcome::Injured | Outcome::Captured);
    let named = names_one_source(first, later);
    let alike = match kin(first, later) {
        Kin::Same => first.group.is_some() || first.anybody && later.anybody && named,
        Kin::Narrower => first.quantity.nominal < later.quantity.nominal,
        _ => false,
    };
    let exact = |f: &Figure| {
        // not "five of the injured"
        let all = f.cues.change.is_none() && f.cues.among.is_none();
        let plain = all && f.quantity.bound == Bound::Exact;
        plain && f.scope.certain && f.scope.event == 0 && f.quantity.nominal > Some(Decimal::ONE)
    };
    let source = first.source.is_none() || first.source == later.source;
    let place = later.scope.place_name();
    let here = place.is_none() || place == first.scope.place_name();
    let other = |f: &Figure| {
        let own = f.outcome == later.outcome && f.is_stated() && !is_heading(f) && is_whole(f);
        let known = f.span == later.span || equal(f, first);
        own && !known && kin(f, later) != Kin::Apart
    };
    let one = suffered && alike && exact(first) && exact(later) && source && here;
    let one = one && may_be_versions(first, later);
    one && !figures.iter().any(other)
}

/// "Killing one insurgent … the force returned fire, killing four insurgents": whether more people described alike are
/// counted in the sentences behind the first count of the news.
pub(super) fn outgrows_first(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let suffered = matches!(later.outcome, Outcome::Killed | Outcome::Injured | Outcome::Captured);
    let plain = |f: &Figure| {
        let own = f.is_stated() && f.scope.event == 0 && f.scope.certain && f.scope.time.is_none();
        let all = f.cues.change.is_none() && f.cues.among.is_none() && !f.cues.bodies;
        own && all && f.quantity.bound == Bound::Exact
    };
    let place = &later.scope.place;
    let here = place.is_none() || *place == first.scope.place;
    let near = (1..=LEDE).contains(&(later.place.sentence - first.place.sentence));
    let alike = first.group.is_some() && kin(first, later) == Kin::Same;
    let larger = first.quantity.nominal < later.quantity.nominal;
    let told = suffered && plain(first) && plain(later) && is_first(figures, first);
    told && here && near && alike && larger && may_be_versions(first, later)
}

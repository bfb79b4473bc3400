//! Figures that add up to another.
//!
//! "Blast kills 12" over "eight soldiers … four civilians" is given by the two together. A search
//! only ever speaks for a count: that nothing adds up is no finding.

use std::ops::Range;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::kin::{
    Kin, is_former, is_heading, is_whole, kin, may_be_among, stands_alone, sum_of_several,
};
use super::near::near;
use super::pick::{Pick, Sums, disjoint};
use super::version::may_be_rounded;
use super::{Relation, RelationKind};
use crate::figure::{Facet, Figure, FigureId, Trait};
use crate::lexicon::Outcome;
use crate::quantity::{Agreement, Bound, Quantity};

/// The most figures that a search tries to add.
const CANDIDATES: usize = 12;

/// How many sentences lie between a total and its parts.
const REACH: usize = 3;

/// The same for a large total, which parts seldom make up by chance.
const FAR: usize = 5;

/// The most figures that make up a sum which the text does not announce.
const PARTS: usize = 4;

/// Figures of the body that add up to a figure, wherever they stand; fewer are tried before more.
/// What is known to make up another of them is not added to it.
pub(super) fn sum(
    figures: &[Figure],
    whole: FigureId,
    known: &[Relation],
) -> Option<Vec<FigureId>> {
    let related = |f: &Figure| f.scope.time.is_none();
    let all = candidates(figures, whole, 0..figures.len(), related);
    let made_up = |id: &FigureId| {
        let by = |r: &Relation| {
            r.kind == RelationKind::Sum
                && r.evidence.contains(id)
                && r.claim.iter().any(|c| all.contains(c))
        };
        known.iter().any(by)
    };
    // "Two officers were wounded … two others were hurt" are two.
    let again = |id: &FigureId| {
        let by = |r: &Relation| {
            let more = figures[*id].cues.besides;
            let told = |other: &FigureId| {
                other < id && all.contains(other) && (!more || figures[*other].cues.besides)
            };
            r.kind == RelationKind::Same
                && r.evidence.contains(id)
                && r.claim.iter().chain(&r.evidence).any(told)
        };
        known.iter().any(by)
    };
    let left = |id: &FigureId| !made_up(id) && !again(id);
    let candidates: Vec<FigureId> = all.iter().copied().filter(left).collect();
    among(figures, whole, &candidates, &Sums::default())
        .filter(|parts| !is_torn(figures, whole, parts) && !is_doubled(figures, parts))
        .or_else(|| open(figures, whole, &candidates, |a, b| a.place.sentence != b.place.sentence))
        .filter(|parts| !holds_others(figures, parts) && !mixes_events(figures, parts))
}

/// "Ten died … Nine of them died at once while one died later": whether a figure and a part beside it make up
/// that part's whole, so that its people are of it too.
pub(super) fn is_rest(figures: &[Figure], id: FigureId) -> bool {
    let own = &figures[id];
    own.cues.part_of.is_none()
        && near(figures, own.place.sentence, 0).any(|part| {
            let whole = figures[part].cues.part_of.filter(|whole| part != id && *whole != id);
            whole.is_some_and(|whole| makes_up(figures, whole, &[part, id]))
        })
}

/// Whether two figures are one count given twice, which makes no sum: "Bomb kills 10 … Ten people were killed".
fn is_doubled(figures: &[Figure], parts: &[FigureId]) -> bool {
    let [a, b] = *parts else { return false };
    let (first, second) = (&figures[a.min(b)], &figures[a.max(b)]);
    // "Killed two and injured five others" said twice tells of five.
    let others = first.cues.besides && second.cues.besides;
    let more = second.cues.besides && !others || second.cues.listed;
    let places = [first, second].map(|f| f.scope.place_name());
    let placed = places[0] != places[1] && !(others && places.contains(&None));
    // "A village in the north … the village of Hass": one air raid, told twice
    let placed = placed && !first.echo.retells(&second.echo);
    let apart = placed || more || kin(first, second) == Kin::Apart;
    first.quantity.nominal == second.quantity.nominal && !apart
}

/// "Killed at least 44 … 16 in the south, ten in the east, 15 in the west and three elsewhere": whether the first of
/// some figures is the sum of all the others.
fn holds_others(figures: &[Figure], parts: &[FigureId]) -> bool {
    let Some(first) = parts.iter().min() else { return false };
    let others: Vec<FigureId> = parts.iter().filter(|id| *id != first).copied().collect();
    others.len() > 1 && makes_up(figures, *first, &others)
}

/// Whether some figures are only a few of the parts of one count that may be what a headline counts.
fn is_torn(figures: &[Figure], head: FigureId, parts: &[FigureId]) -> bool {
    let whole = |id: &FigureId| figures[*id].cues.part_of;
    let Some(all) = parts.first().and_then(whole) else { return false };
    let one = parts.iter().all(|id| whole(id) == Some(all));
    let same = figures[all].outcome == figures[head].outcome;
    one && same && is_whole(&figures[all]) && kin(&figures[head], &figures[all]) == Kin::Same
}

/// "Victims include eight children … killed at least 17 people, including eight children … a raid last week killed 15":
/// whether some of the dead of one event are added to all of another's.
fn mixes_events(figures: &[Figure], parts: &[FigureId]) -> bool {
    let some = |id: &FigureId| figures[*id].cues.among.is_some();
    let event = |id: &FigureId| figures[*id].scope.event;
    let torn = |part: &FigureId| parts.iter().any(|p| !some(p) && event(p) != event(part));
    parts.iter().filter(|id| some(id)).any(torn)
}

/// How many sentences away the parts of a total are looked for.
pub(super) fn reach(total: &Figure) -> usize {
    if total.quantity.nominal >= Some(Decimal::TEN) { FAR } else { REACH }
}

/// Figures near a figure that add up to it.
pub(super) fn sum_near(
    figures: &[Figure],
    whole: FigureId,
    reach: usize,
    known: &Sums,
) -> Option<Vec<FigureId>> {
    let at = figures[whole].place.sentence;
    let event = figures[whole].scope.event;
    let beside = self::reach(&figures[whole]);
    // "Thirty-four were trapped … 24 bodies and the other ten. In another pit 35 had died": what became of people is told of
    // one event, and what has happened since is no part of it.
    let of_event = |f: &Figure| {
        let alike = f.outcome == figures[whole].outcome && !f.scope.running;
        f.scope.event == event || alike && f.place.sentence.abs_diff(at) <= beside
    };
    let mut candidates = candidates(figures, whole, near(figures, at, reach), of_event);
    let far = |id: &FigureId| {
        let f = &figures[*id];
        // "The six missing miners" were counted before.
        let recalled = f.cues.definite && !f.cues.besides;
        let other = kin(&figures[whole], f) != Kin::Same;
        (f.place.sentence.abs_diff(at), recalled, !f.is_stated(), other)
    };
    candidates.sort_by_key(far);
    among(figures, whole, &candidates, known)
}

/// Figures of one event that count people of as many kinds, and add up to a figure wherever they
/// stand: 33 militants, ten soldiers and seven civilians of "at least 50".
pub(super) fn sum_of_kinds(figures: &[Figure], whole: FigureId) -> Option<Vec<FigureId>> {
    let event = figures[whole].scope.event;
    let told = |f: &Figure| f.scope.event == event && f.group.is_some() && f.is_stated();
    let candidates = candidates(figures, whole, 0..figures.len(), told);
    let apart = |a: &FigureId, b: &FigureId| kin(&figures[*a], &figures[*b]) == Kin::Apart;
    let found = among(figures, whole, &candidates, &Sums::default())?;
    let several = found.len() > 2;
    let kinds = found.iter().enumerate().all(|(at, a)| found[at + 1..].iter().all(|b| apart(a, b)));
    (several && kinds).then_some(found)
}

/// The figures of the body that may be parts of a figure.
fn candidates(
    figures: &[Figure],
    whole: FigureId,
    stretch: Range<FigureId>,
    related: impl Fn(&Figure) -> bool,
) -> Vec<FigureId> {
    let total = &figures[whole];
    let of = |id: &FigureId| {
        let f = &figures[*id];
        // "38 feared dead": those who are missing are among them.
        let feared = total.cues.feared && f.outcome == Outcome::Missing;
        if !related(f) || !(may_be_among(f, total) || feared) {
            return false;
        }
        let counts = stands_alone(f) || !f.is_stated();
        // The women among the dead of one event are no part of another's.
        let foreign = f.scope.event != total.scope.event && !is_whole(f);
        let smaller = f
            .quantity
            .nominal
            .is_some_and(|n| !n.is_zero() && total.quantity.nominal.is_none_or(|t| n < t));
        let kin = kin(total, f);
        *id != whole
            && !foreign
            && counts
            && smaller
            && !is_heading(f)
            && !is_former(f)
            && (kin.nests() || is_plain_part(total, f) || f.cues.part_of == Some(whole))
    };
    stretch.filter(of).take(CANDIDATES).collect()
}

/// Whether people told by age or sex alone may be among others: women and children among civilians.
pub(super) fn is_plain_part(total: &Figure, part: &Figure) -> bool {
    let plain = |t: &Trait| matches!(t.facet, Facet::Age | Facet::Sex);
    let groups = total.group.as_ref().zip(part.group.as_ref());
    groups.is_some_and(|(total, part)| {
        part.traits.iter().all(plain) && !total.traits.iter().any(plain)
    })
}

/// The smallest set of candidates that adds up to a figure. What is known to make up one of them is not added
/// to it.
fn among(
    figures: &[Figure],
    whole: FigureId,
    candidates: &[FigureId],
    sums: &Sums,
) -> Option<Vec<FigureId>> {
    if candidates.len() < 2 {
        return None;
    }
    let total = figures[whole].quantity.nominal?;
    let exact = (2..=PARTS).find_map(|size| {
        let mut picked = Vec::with_capacity(size);
        let mut pick = Pick { figures, whole, total, size, candidates, sums };
        pick.extend(&mut picked, 0, Decimal::ZERO).then_some(picked)
    });
    exact.or_else(|| open(figures, whole, candidates, |_, _| false))
}

/// All candidates that count different people, where their sum fits an open or rounded total;
/// `apart` says which more to take for different.
fn open(
    figures: &[Figure],
    whole: FigureId,
    candidates: &[FigureId],
    apart: impl Fn(&Figure, &Figure) -> bool,
) -> Option<Vec<FigureId>> {
    let mut parts: Vec<FigureId> = Vec::new();
    for id in candidates {
        let own = &figures[*id];
        let fits = |p: &FigureId| {
            let part = &figures[*p];
            let nested = own.cues.part_of == Some(*p) || own.cues.definite;
            let different = own.quantity.nominal != part.quantity.nominal && !nested;
            disjoint(part, own, *p, *id) || (different && apart(part, own))
        };
        if parts.iter().all(fits) {
            parts.push(*id);
        }
    }
    let open = match figures[whole].quantity.bound {
        Bound::Exact | Bound::UpTo => false,
        Bound::Vague => is_heading(&figures[whole]),
        _ => true,
    };
    let adds_up = adds_up(figures, whole, &parts) && is_enough(figures, whole, &parts);
    (open && parts.len() > 1 && adds_up).then_some(parts)
}

/// Whether some figures come to a headline's number but for its rounding: "more than 50", 15 and nine are not "more than
/// 80".
fn is_enough(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let numbers = figures[whole].quantity.nominal.zip(total(figures, parts));
    let rounded = |(all, sum): (Decimal, Decimal)| may_be_rounded(sum, all);
    !is_heading(&figures[whole]) || numbers.is_none_or(rounded)
}

/// A count of the body that includes the attackers, and their number, where a headline leaves them out: "kills
/// three" over "four deaths" and "killed himself".
pub(super) fn with_attackers(figures: &[Figure], head: FigureId) -> Option<(FigureId, FigureId)> {
    let total = &figures[head];
    let stated = total.quantity.nominal?;
    // "Police had at first spoken of five hurt"
    let of = |id: &FigureId| {
        let f = &figures[*id];
        f.outcome == total.outcome && !is_heading(f) && !is_former(f)
    };
    let counts = (0..figures.len()).filter(of);
    let mut attackers = counts.clone().filter(|id| figures[*id].cues.perpetrators);
    attackers.find_map(|attacker| {
        let all = stated.checked_add(figures[attacker].quantity.nominal.unwrap_or(Decimal::ONE));
        let holds = |id: &FigureId| *id != attacker && figures[*id].quantity.nominal == all;
        counts.clone().find(holds).map(|whole| (whole, attacker))
    })
}

/// The sum of some figures, with how exact it is.
pub(super) fn quantity(figures: &[Figure], parts: &[FigureId]) -> Option<Quantity> {
    Quantity::sum(parts.iter().map(|p| &figures[*p].quantity))
}

/// How many some figures count together; none where one of them gives no number.
pub(super) fn total(figures: &[Figure], parts: &[FigureId]) -> Option<Decimal> {
    sum_of_several(parts.iter().map(|p| &figures[*p]))
}

/// Those figures of a list whose places are among the bits of a number.
pub(super) fn picked(list: &[FigureId], bits: u32) -> Vec<FigureId> {
    list.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, id)| *id).collect()
}

/// Whether one of some figures is a part of another of them.
pub(super) fn holds_inner(figures: &[Figure], list: &[FigureId]) -> bool {
    let inner = |id: &FigureId| figures[*id].cues.part_of.is_some_and(|of| list.contains(&of));
    list.iter().any(inner)
}

/// How often each number is given by some figures.
pub(super) fn times_given<'a>(
    figures: impl Iterator<Item = &'a Figure>,
) -> FxHashMap<Decimal, usize> {
    let mut times = FxHashMap::default();
    for number in figures.filter_map(|f| f.quantity.nominal) {
        *times.entry(number).or_default() += 1;
    }
    times
}

/// Whether the numbers of some figures add up to that of another to a head.
pub(super) fn makes_up(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let stated = figures[whole].quantity.nominal;
    stated.is_some() && total(figures, parts) == stated
}

/// Whether some figures add up to another.
pub(super) fn adds_up(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let sum = quantity(figures, parts);
    sum.is_some_and(|s| s.agreement(&figures[whole].quantity) == Agreement::Plausible)
}

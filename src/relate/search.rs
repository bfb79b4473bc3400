//! Figures that add up to another.
//!
//! "Blast kills 12" over "eight soldiers … four civilians" is given by the two together. A search
//! only ever speaks for a count: that nothing adds up is no finding.

use std::ops::Range;

use rust_decimal::Decimal;

use super::Relation;
use super::RelationKind;
use super::kin::Kin;
use super::kin::is_heading;
use super::kin::is_whole;
use super::kin::kin;
use super::kin::outcome_within;
use super::kin::stands_alone;
use super::near::near;
use crate::figure::Change;
use crate::figure::Facet;
use crate::figure::Figure;
use crate::figure::FigureId;
use crate::figure::Trait;
use crate::lexicon::Outcome;
use crate::quantity::Agreement;
use crate::quantity::Bound;
use crate::quantity::Quantity;

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
    // "The bodies of two more were found on Monday" adds to the count, whatever the day.
    let few = |f: &Figure| {
        let twice = f.quantity.nominal.and_then(|n| n.checked_mul(Decimal::TWO));
        f.cues.besides && twice <= figures[whole].quantity.nominal
    };
    let related = |f: &Figure| f.scope.time.is_none() || few(f);
    let all = candidates(figures, whole, 0..figures.len(), related);
    let made_up = |id: &FigureId| {
        let by = |r: &Relation| {
            r.kind == RelationKind::Sum
                && r.evidence.contains(id)
                && r.claim.iter().any(|c| all.contains(c))
        };
        known.iter().any(by)
    };
    let candidates: Vec<FigureId> = all.iter().copied().filter(|id| !made_up(id)).collect();
    among(figures, whole, &candidates)
        .or_else(|| open(figures, whole, &candidates, |a, b| a.place.sentence != b.place.sentence))
        .or_else(|| without_attackers(figures, whole))
}

/// How many sentences away the parts of a total are looked for.
pub(super) fn reach(total: &Figure) -> usize {
    if total.quantity.nominal >= Some(Decimal::TEN) { FAR } else { REACH }
}

/// Figures near a figure that add up to it.
pub(super) fn sum_near(figures: &[Figure], whole: FigureId, reach: usize) -> Option<Vec<FigureId>> {
    let at = figures[whole].place.sentence;
    let event = figures[whole].scope.event;
    let beside = self::reach(&figures[whole]);
    let of_event = |f: &Figure| f.scope.event == event || f.place.sentence.abs_diff(at) <= beside;
    let mut candidates = candidates(figures, whole, near(figures, at, reach), of_event);
    let far = |id: &FigureId| {
        let f = &figures[*id];
        (f.place.sentence.abs_diff(at), !f.is_stated(), kin(&figures[whole], f) != Kin::Same)
    };
    candidates.sort_by_key(far);
    among(figures, whole, &candidates)
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
        if !related(f) || !outcome_within(f.outcome, total.outcome) {
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
            && f.cues.change != Some(Change::From)
            && (kin.nests() || is_plain_part(total, f) || f.cues.part_of == Some(whole))
    };
    stretch.filter(of).take(CANDIDATES).collect()
}

/// Whether people told by age or sex alone may be among others: women and children among civilians.
fn is_plain_part(total: &Figure, part: &Figure) -> bool {
    let plain = |t: &Trait| matches!(t.facet, Facet::Age | Facet::Sex);
    let groups = total.group.as_ref().zip(part.group.as_ref());
    groups.is_some_and(|(total, part)| {
        part.traits.iter().all(plain) && !total.traits.iter().any(plain)
    })
}

/// The smallest set of candidates that adds up to a figure.
fn among(figures: &[Figure], whole: FigureId, candidates: &[FigureId]) -> Option<Vec<FigureId>> {
    if candidates.len() < 2 {
        return None;
    }
    let total = figures[whole].quantity.nominal?;
    let exact = (2..=PARTS).find_map(|size| {
        let mut picked = Vec::with_capacity(size);
        let mut pick = Pick { figures, whole, total, size, candidates };
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
    (open && parts.len() > 1 && adds_up(figures, whole, &parts)).then_some(parts)
}

/// A search for a set of a certain size.
struct Pick<'a> {
    figures: &'a [Figure],
    whole: FigureId,
    total: Decimal,
    size: usize,
    candidates: &'a [FigureId],
}

impl Pick<'_> {
    /// Whether the picked may be all of the whole: beside its own parts there is no count like the
    /// whole ("two people, including a child … one person").
    fn is_level(&self, picked: &[FigureId]) -> bool {
        let whole = &self.figures[self.whole];
        let told = picked.iter().any(|id| self.figures[*id].cues.part_of == Some(self.whole));
        let alike = |id: &FigureId| {
            let f = &self.figures[*id];
            let own = f.cues.part_of.is_none() && !f.cues.besides && f.is_stated();
            // "Of 13 deaths, 12 were in the north. One was in the south" goes on with the parts.
            let goes_on = f.place.sentence == whole.place.sentence + 1;
            own && !goes_on && f.outcome == whole.outcome && kin(whole, f) == Kin::Same
        };
        // "Two people, including a child … a woman": the woman elsewhere is none of the two.
        let elsewhere = |id: &FigureId| {
            let f = &self.figures[*id];
            !f.is_stated() && f.place.sentence != whole.place.sentence
        };
        // The dead of one other event are none of this one.
        let event = self.figures[picked[0]].scope.event;
        let foreign = |id: &FigureId| self.figures[*id].scope.event == event;
        if !is_heading(whole) && event != whole.scope.event && picked.iter().all(foreign) {
            return false;
        }
        // Single victims here and there make up a headline, but no count of the body.
        let sentence = |id: &FigureId| self.figures[*id].place.sentence;
        let single = |id: &FigureId| !self.figures[*id].is_stated();
        let scattered = picked.windows(2).any(|pair| sentence(&pair[0]) != sentence(&pair[1]));
        if !is_heading(whole) && scattered && picked.iter().all(single) {
            return false;
        }
        let stray = |id: &FigureId| alike(id) || elsewhere(id);
        (!told || !picked.iter().any(stray)) && !self.leaves_out(picked)
    }

    /// Whether a count that stands in a list with one of the picked is not among them.
    fn leaves_out(&self, picked: &[FigureId]) -> bool {
        let listed = |id: &FigureId| {
            let f = &self.figures[*id];
            picked.iter().any(|p| are_listed(&self.figures[*p], f))
        };
        // "A woman, her husband and three children": whoever is named is not left out.
        let named = |id: &FigureId| {
            let f = &self.figures[*id];
            let beside = |p: &FigureId| {
                let p = &self.figures[*p];
                p.place.sentence == f.place.sentence && p.outcome == f.outcome
            };
            !f.is_stated() && f.cues.part_of.is_none() && picked.iter().any(beside)
        };
        self.candidates.iter().any(|id| !picked.contains(id) && (listed(id) || named(id)))
    }

    /// Adds candidates from `from` on until the sum is reached.
    fn extend(&mut self, picked: &mut Vec<FigureId>, from: usize, sum: Decimal) -> bool {
        if picked.len() == self.size {
            return sum == self.total && self.is_level(picked);
        }
        for at in from..self.candidates.len() {
            let id = self.candidates[at];
            let nominal = self.figures[id].quantity.nominal.unwrap_or(self.total);
            let Some(sum) = sum.checked_add(nominal).filter(|s| *s <= self.total) else { continue };
            let fits =
                picked.iter().all(|p| disjoint(&self.figures[*p], &self.figures[id], *p, id));
            if !fits {
                continue;
            }
            picked.push(id);
            if self.extend(picked, at + 1, sum) {
                return true;
            }
            picked.pop();
        }
        false
    }
}

/// Whether nobody is counted by both of two figures, as far as their words say.
pub(super) fn disjoint(a: &Figure, b: &Figure, a_id: FigureId, b_id: FigureId) -> bool {
    let nested = a.cues.part_of == Some(b_id) || b.cues.part_of == Some(a_id);
    let parted = a.outcome != b.outcome
        || kin(a, b) == Kin::Apart
        || a.scope.event != b.scope.event
        || if a_id < b_id { b.cues.besides } else { a.cues.besides }
        || ((!b.is_stated() || !a.is_stated()) && a.place.sentence == b.place.sentence)
        || (!b.is_stated() && !b.scope.certain)
        || (!a.is_stated() && !a.scope.certain)
        || (a.place.sentence == b.place.sentence && a.group != b.group)
        || are_listed(a, b)
        || died_later(a) != died_later(b)
        || (a.cues.alive != b.cues.alive && a.place.sentence != b.place.sentence)
        || a.cues.part_of.is_some_and(|whole| b.cues.part_of == Some(whole));
    !nested && parted
}

/// "Two of the injured died": they are none of those who were killed at once.
fn died_later(figure: &Figure) -> bool {
    figure.outcome == Outcome::Killed && figure.cues.among.is_some_and(|o| o != Outcome::Killed)
}

/// Whether two counts of injured or of survivors stand side by side: "two are in critical condition,
/// one is stable", "thirty escaped and two were saved".
fn are_listed(a: &Figure, b: &Figure) -> bool {
    let own = |f: &Figure| {
        let part = f.cues.part_of.is_some() || f.cues.definite || f.cues.population;
        !part && f.is_stated()
    };
    // "18 shot dead and one beheaded"
    let bare = a.unit.is_none() && b.unit.is_none();
    let told = match a.outcome {
        Outcome::Injured | Outcome::Affected => true,
        Outcome::Killed => bare,
        _ => false,
    };
    told && b.outcome == a.outcome && a.place.sentence == b.place.sentence && own(a) && own(b)
}

/// A count of the body that includes the attackers, and their number, where the headline leaves
/// them out.
fn without_attackers(figures: &[Figure], whole: FigureId) -> Option<Vec<FigureId>> {
    let total = &figures[whole];
    let stated = total.quantity.nominal?;
    let of = |f: &Figure| f.outcome == total.outcome && !is_heading(f);
    let attackers = figures.iter().enumerate().filter(|(_, f)| of(f) && f.cues.perpetrators);
    attackers
        .flat_map(|(a, attacker)| {
            let nominal = attacker.quantity.nominal.unwrap_or(Decimal::ONE);
            figures
                .iter()
                .enumerate()
                .filter(move |(id, f)| {
                    *id != a && of(f) && f.quantity.nominal == stated.checked_add(nominal)
                })
                .map(move |(id, _)| vec![id, a])
        })
        .next()
}

/// The sum of some figures.
pub(super) fn total(figures: &[Figure], parts: &[FigureId]) -> Option<Quantity> {
    Quantity::sum(parts.iter().map(|p| &figures[*p].quantity))
}

/// Whether the numbers of some figures add up to that of another to a head.
pub(super) fn makes_up(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let stated = figures[whole].quantity.nominal;
    stated.is_some() && total(figures, parts).and_then(|sum| sum.nominal) == stated
}

/// Whether some figures add up to another.
pub(super) fn adds_up(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let sum = total(figures, parts);
    sum.is_some_and(|s| s.agreement(&figures[whole].quantity) == Agreement::Plausible)
}

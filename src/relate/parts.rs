//! Parts and the wholes they are said to be parts of.
//!
//! "12 killed, including five children" makes 5 a part of 12; "nine men and three women" are all of
//! its parts. A list that does not say it is complete may be short, but never longer than the whole.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::kin::{Kin, equal, is_former, is_heading, is_whole, kin, stands_alone};
use super::near::near;
use super::{Relation, RelationKind, search};
use crate::figure::{Facet, Figure, FigureId, Group, Trait};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// How many sentences away the count may stand that "the dead" speak of.
const REACH: usize = 4;

/// How many sentences away the other parts may stand that "the remaining six" complete.
const REST: usize = 2;

/// Relates parts to wholes.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for (whole, parts) in wholes(figures) {
        listed(figures, whole, &parts, relations);
    }
    for (wider, _) in figures.iter().enumerate().filter(|(_, f)| f.cues.wider) {
        relations.extend(held(figures, wider));
    }
}

/// The count right before one that holds its people: "ten were killed … They were among 19 killed".
fn held(figures: &[Figure], wider: FigureId) -> Option<Relation> {
    let figure = &figures[wider];
    let counts = |id: &FigureId| {
        let f = &figures[*id];
        let told = f.outcome == figure.outcome && stands_alone(f) && is_whole(f);
        told && !is_heading(f) && f.scope.event == figure.scope.event
    };
    let before = near(figures, figure.place.sentence, 1).start..wider;
    before.rev().find(counts).map(|part| subset(wider, vec![part]))
}

/// The wholes that figures are said to be parts of, with these parts in order.
pub(super) fn wholes(figures: &[Figure]) -> BTreeMap<FigureId, Vec<FigureId>> {
    let mut wholes: BTreeMap<FigureId, Vec<FigureId>> = BTreeMap::new();
    for part in 0..figures.len() {
        if let Some(whole) = whole_of(figures, part) {
            wholes.entry(whole).or_default().push(part);
        }
    }
    let missed: Vec<FigureId> = wholes
        .iter()
        .filter(|(whole, parts)| is_missed(figures, **whole, parts))
        .map(|(w, _)| *w)
        .collect();
    for whole in missed {
        let parts = wholes.get(&whole).cloned().unwrap_or_default();
        if let Some(other) = made_up(figures, whole, &parts).filter(|id| !wholes.contains_key(id)) {
            wholes.remove(&whole);
            wholes.insert(other, parts);
        }
    }
    wholes
}

/// Whether parts of "the dead", with the rest of them, do not make up the count that was taken for theirs.
fn is_missed(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let among = parts.iter().all(|p| figures[*p].cues.among.is_some() || completes(&figures[*p]));
    let rest = parts.iter().any(|p| completes(&figures[*p]));
    among && rest && parts.len() > 1 && !search::makes_up(figures, whole, parts)
}

/// Another count of the same people before some parts that they do make up: "56 in the south and 23 abroad
/// … 79 in all … in the south, 38 of the victims were from one town. The other 18".
fn made_up(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> Option<FigureId> {
    let first = *parts.first()?;
    (0..first).rev().find(|id| {
        let f = &figures[*id];
        let alike =
            f.outcome == figures[whole].outcome && f.scope.event == figures[whole].scope.event;
        alike && is_whole(f) && !is_heading(f) && search::makes_up(figures, *id, parts)
    })
}

/// The whole that a figure is said to be a part of.
pub(super) fn whole_of(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let cues = &figures[part].cues;
    let told = || cues.part_of.or_else(|| counted(figures, part, cues.among?));
    // "17 of them were released" are none of the dead.
    let lives = |whole: &FigureId| cues.alive && figures[*whole].outcome == Outcome::Killed;
    completed(figures, part).or_else(told).filter(|whole| !lives(whole))
}

/// The whole of which a figure is all that remains: "14 of the dead were guards, the other three
/// drivers".
fn completed(figures: &[Figure], rest: FigureId) -> Option<FigureId> {
    let figure = &figures[rest];
    if !completes(figure) || !figure.is_stated() {
        return None;
    }
    let earlier = near(figures, figure.place.sentence, REST).start..rest;
    let before = earlier.rev().find(|id| figures[*id].outcome == figure.outcome)?;
    let whole = Some(before).filter(|before| !completes(&figures[*before]));
    let whole = whole.and_then(|before| whole_of(figures, before)).filter(|whole| *whole < rest)?;
    // "Half a dozen of the twelve were of one family, including the grandfather; the six others": the
    // rest is of all twelve.
    let outer =
        whole_of(figures, whole).filter(|outer| search::makes_up(figures, *outer, &[whole, rest]));
    let whole = outer.unwrap_or(whole);
    (figures[whole].outcome == figure.outcome).then_some(whole)
}

/// Whether a count of people besides those counted before is too small to hold a part: "another 410 died
/// … 1,260 of the dead" are some of all. "One killed and 20 others hurt" are all of the hurt.
fn is_short(figures: &[Figure], whole: FigureId, part: &Figure) -> bool {
    let others = &figures[whole];
    let before = |f: &Figure| f.outcome == others.outcome && f.scope.event == others.scope.event;
    let small = others.cues.besides && others.quantity.nominal < part.quantity.nominal;
    small && figures[..whole].iter().any(|f| before(f) && !is_heading(f))
}

/// The count of those to whom `outcome` happened that a part speaks of: the nearest before it, the
/// only one before it ("twelve soldiers were killed … nine of the dead"), or one that follows in its
/// sentence.
fn counted(figures: &[Figure], part: FigureId, outcome: Outcome) -> Option<FigureId> {
    let figure = &figures[part];
    let counts = |id: &FigureId| {
        let f = &figures[*id];
        f.outcome == outcome
            && stands_alone(f)
            && is_whole(f)
            && !is_heading(f)
            && !is_short(figures, *id, figure)
            && !is_former(f)
            && f.scope.event == figure.scope.event
    };
    let holds =
        |id: &FigureId| counts(id) && matches!(kin(&figures[*id], figure), Kin::Same | Kin::Wider);
    let sentence = figure.place.sentence;
    let before = near(figures, sentence, REACH).start..part;
    // A count that is too small for them was rather one of some of them.
    let least = together(figures, part);
    let large = |id: &FigureId| figures[*id].quantity.nominal >= least;
    let may_hold = |id: &FigureId| counts(id) && large(id) && kin(&figures[*id], figure).nests();
    let held = before.clone().rfind(|id| holds(id) && large(id));
    let held = held.or_else(|| before.clone().rfind(may_hold));
    // "Sixteen pilgrims died … 17 of the dead were women": women may be pilgrims.
    let may_be = |id: &FigureId| match kin(&figures[*id], figure) {
        Kin::Crossing => figure.cues.complete || outcome == Outcome::Killed,
        kin => kin.nests(),
    };
    // "Seven people are dead … Six died in the west. One person died in the east … Five of the dead"
    let opening = || (0..part).find(counts).filter(|id| may_be(id) && large(id));
    let held = held.or_else(opening);
    if let Some(whole) = held.or_else(|| before.clone().rfind(holds)) {
        return Some(whole);
    }
    let mut told = before.filter(counts);
    let only = told.next().filter(|_| told.next().is_none());
    if let Some(only) = only.filter(may_be) {
        return Some(only);
    }
    // "Nine of the dead were of one battalion and three of another": the three have no noun.
    let mut after = part + 1..near(figures, sentence, 0).end;
    let after = after.find(|id| holds(id) && figures[*id].unit.is_some());
    after.or_else(|| only_count(figures, part, holds))
}

/// How many people a count and those of its list are together, where nobody is in two of them: "the dead
/// include nine women, three men and a girl".
fn together(figures: &[Figure], part: FigureId) -> Option<Decimal> {
    let figure = &figures[part];
    let told = |f: &Figure| f.cues.part_of.is_none() && f.unit.is_some();
    let listed = |id: &FigureId| {
        let f = &figures[*id];
        told(f) && f.cues.among == figure.cues.among && f.outcome == figure.outcome
    };
    let list: Vec<FigureId> = near(figures, figure.place.sentence, 0).filter(listed).collect();
    let sum = || search::total(figures, &list)?.nominal;
    let listed = told(figure) && is_exclusive(figures, &list);
    listed.then(sum).flatten().or(figure.quantity.nominal)
}

/// The only count of an article that holds a part, however far above, if no other number is given: "14 were
/// wounded … five of the wounded".
fn only_count(
    figures: &[Figure],
    part: FigureId,
    holds: impl Fn(&FigureId) -> bool,
) -> Option<FigureId> {
    let mut counts = (0..part).filter(holds);
    let first = counts.next()?;
    let exact = figures[first].quantity.bound == Bound::Exact;
    (exact && counts.all(|id| equal(&figures[id], &figures[first]))).then_some(first)
}

/// Relates the parts that are said to be of one whole: those of a sentence that tells of all apart from
/// those of others.
fn listed(figures: &[Figure], whole: FigureId, parts: &[FigureId], relations: &mut Vec<Relation>) {
    let closed = closed(figures, parts);
    let told = |p: &FigureId| Some(figures[*p].place.sentence) == closed;
    let (all, others): (Vec<FigureId>, Vec<FigureId>) = parts.iter().partition(|p| told(p));
    for parts in [all, others].iter().filter(|parts| !parts.is_empty()) {
        of_one_list(figures, whole, parts, relations);
    }
}

/// The one sentence that gives all the parts of a whole.
fn closed(figures: &[Figure], parts: &[FigureId]) -> Option<usize> {
    let sentence = |p: &FigureId| figures[*p].place.sentence;
    let mut lists = parts.chunk_by(|a, b| sentence(a) == sentence(b)).filter(|list| {
        list.iter().any(|p| figures[*p].cues.complete) || is_everybody(figures, list)
    });
    let only = lists.next().filter(|_| lists.next().is_none())?;
    only.first().map(sentence)
}

/// Relates parts that may be all of one whole.
fn of_one_list(
    figures: &[Figure],
    whole: FigureId,
    parts: &[FigureId],
    relations: &mut Vec<Relation>,
) {
    let stated = |p: &&FigureId| figures[**p].is_stated();
    // "Nineteen of the passengers were tourists, 14 of them from one country, and the other nine pupils":
    // of a part, others need not be the rest.
    let known = is_whole(&figures[whole]) || search::makes_up(figures, whole, parts);
    let own = |p: &&FigureId| known || !completes(&figures[**p]);
    let parts: &[FigureId] = &parts.iter().filter(own).copied().collect::<Vec<_>>();
    let complete = parts.iter().any(|p| figures[*p].cues.complete || completes(&figures[*p]))
        || is_everybody(figures, parts)
        || are_all_kinds(figures, whole, parts);
    let exclusive = is_exclusive(figures, parts);
    let exact = parts.iter().all(|p| stated(&p)) && search::makes_up(figures, whole, parts);
    let adds_up = || search::adds_up(figures, whole, parts);
    if parts.len() > 1 && (exact || (exclusive && (complete || adds_up()))) {
        let why = if complete { "the text gives all the parts" } else { "the parts add up" };
        relations.push(Relation::new(
            RelationKind::Sum,
            vec![whole],
            parts.to_vec(),
            why.to_owned(),
        ));
        return;
    }
    for part in parts.iter().filter(stated) {
        relations.push(subset(whole, vec![*part]));
    }
    let numbered = parts.iter().filter(stated).count();
    if numbered > 1 && is_exclusive(figures, parts) && in_one_sentence(figures, parts) {
        relations.push(subset(whole, parts.to_vec()));
    }
}

fn subset(whole: FigureId, parts: Vec<FigureId>) -> Relation {
    let why = "the text makes one a part of the other".to_owned();
    Relation::new(RelationKind::Subset, vec![whole], parts, why)
}

/// Whether a part is all that remains: "the other two".
fn completes(figure: &Figure) -> bool {
    figure.cues.besides && figure.cues.definite
}

/// Whether parts are told by sex, and a third by age: of men, women and children nobody is left.
fn is_everybody(figures: &[Figure], parts: &[FigureId]) -> bool {
    let plain = |p: &FigureId| {
        let only = |t: &Trait| matches!(t.facet, Facet::Age | Facet::Sex);
        figures[*p].group.as_ref().filter(|g| g.traits.iter().all(only))
    };
    let groups: Vec<&Group> = parts.iter().filter_map(plain).collect();
    let [a, b, c] = groups[..] else { return false };
    let one_outcome = parts.windows(2).all(|w| figures[w[0]].outcome == figures[w[1]].outcome);
    let rest = |x: &Group, y: &Group, third: &Group| {
        x.differs_by(Facet::Sex, y)
            && x.differs_by(Facet::Age, third)
            && y.differs_by(Facet::Age, third)
    };
    parts.len() == 3 && one_outcome && (rest(a, b, c) || rest(a, c, b) || rest(b, c, a))
}

/// "418 casualties, of whom 129 were killed and 279 injured": whether two parts of one sentence are the
/// dead and the hurt, of whom casualties consist.
fn are_all_kinds(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let all = figures[whole].outcome == Outcome::Casualties && figures[whole].telling;
    let of = |p: FigureId, outcome| figures[p].outcome == outcome && figures[p].group.is_none();
    let kinds = |a, b| of(a, Outcome::Killed) && of(b, Outcome::Injured);
    let [a, b] = *parts else { return false };
    all && (kinds(a, b) || kinds(b, a)) && in_one_sentence(figures, parts)
}

/// Whether parts stand in one sentence, or in a list of places that goes on in the next.
fn in_one_sentence(figures: &[Figure], parts: &[FigureId]) -> bool {
    parts.windows(2).all(|w| {
        let (a, b) = (&figures[w[0]], &figures[w[1]]);
        let far = b.place.sentence - a.place.sentence;
        far == 0 || (far == 1 && a.cues.listed && b.cues.listed)
    })
}

/// Whether nobody is in two of the parts.
fn is_exclusive(figures: &[Figure], parts: &[FigureId]) -> bool {
    parts.iter().enumerate().all(|(at, a)| {
        parts[at + 1..].iter().all(|b| {
            let (first, second) = (&figures[*a], &figures[*b]);
            first.outcome != second.outcome
                || kin(first, second) == Kin::Apart
                || second.cues.besides
                || second.cues.complete
                || second.cues.listed
                || !second.is_stated()
                || !first.is_stated()
        })
    })
}

//! All who were there, and the number of all of them to whom something happened.
//!
//! "A plane with 32 people on board … all 34 occupants were killed": both count everybody who was on board, so
//! they must agree. An article with two craft has two such counts, and nothing is held against either.

use super::kin::{Kin, is_heading, is_whole, kin, sum_of};
use super::near::near;
use super::version::may_be_miscounted;
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// How many sentences away the passengers and the crew are counted.
const REACH: usize = 2;

/// How many sentences away all who were on board of one craft may be spoken of again.
pub(super) const FAR: usize = 7;

/// Relates each count of everybody to the count of those on board.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    relations.extend((0..figures.len()).filter_map(|id| others(figures, id)));
    relations.extend((0..figures.len()).filter_map(|id| exceeded(figures, id)));
    relations.extend((0..figures.len()).filter_map(|id| all_dead(figures, id)));
    relations.extend((0..figures.len()).filter_map(|id| of_the_crew(figures, id)));
    relations.extend((0..figures.len()).filter_map(|id| manned(figures, id)));
    for (id, figure) in figures.iter().enumerate().filter(|(_, f)| is_of_everybody(f)) {
        let Some(aboard) = aboard(figures, figure) else { continue };
        let (claim, evidence) = (aboard.min(id), aboard.max(id));
        let why = "both count everybody who was there".to_owned();
        relations.push(Relation::new(RelationKind::Same, vec![claim], vec![evidence], why));
    }
}

/// "Killing 31 of the 52 on board. 19 others were hurt": the dead, and the others beside them who were hurt.
fn others(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let hurt = Some(&figures[id]).filter(|f| f.outcome == Outcome::Injured && f.cues.besides)?;
    let dead = id.checked_sub(1)?;
    let whole = figures[dead].cues.part_of?;
    let aboard = &figures[whole];
    let told = figures[dead].outcome == Outcome::Killed && aboard.cues.population;
    let next = hurt.place.sentence - figures[dead].place.sentence <= 1;
    let counted = is_counted(hurt) && is_counted(aboard) && figures[dead].is_stated();
    let one = aboard.scope.event == hurt.scope.event && !hurt.cues.definite;
    let why = "the others who were hurt were there too".to_owned();
    let subset = || Relation::new(RelationKind::Subset, vec![whole], vec![dead, id], why);
    (told && next && counted && one).then(subset)
}

/// "A bus carrying 30 people fell into a ravine, killing 17 and injuring 23": the dead beside the hurt, the missing or the
/// saved, who are more than were in a craft that hit no other.
fn exceeded(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let there = |f: &Figure| f.cues.population && !f.cues.alive && is_counted(f);
    let all = Some(&figures[id]).filter(|f| there(f))?;
    let other = |f: &Figure| there(f) && f.quantity.nominal != all.quantity.nominal;
    let fate = |at: &FigureId| {
        let f = &figures[*at];
        let hurt = matches!(f.outcome, Outcome::Killed | Outcome::Injured | Outcome::Missing);
        // "57 people had been rescued and five were missing"
        let saved = f.outcome == Outcome::Affected && f.cues.alive && !f.cues.population;
        let told = (hurt || saved) && is_counted(f) && !f.cues.definite;
        told && f.scope.event == all.scope.event && kin(all, f).nests()
    };
    let at = all.place.sentence;
    let told = |at| near(figures, at, 0).filter(fate).collect::<Vec<_>>();
    let nearest = [Some(at), at.checked_add(1)].into_iter().flatten();
    let nearest = nearest.chain((at.saturating_sub(FAR)..at).rev());
    let fates = nearest.map(told).find(|fates| !fates.is_empty())?;
    let [a, b] = *fates else { return None };
    // "Six died when the bus overturned. It was carrying 35 people."
    let by_itself = all.cues.by_itself || figures[a].cues.by_itself;
    let more = sum_of(&figures[a], &figures[b]) > all.quantity.nominal;
    let apart = figures[a].outcome != figures[b].outcome;
    let alone = by_itself && more && apart && !figures.iter().any(other);
    let why = "nobody else is told of, and all who were hurt must have been there".to_owned();
    alone.then(|| Relation::new(RelationKind::Subset, vec![id], fates, why))
}

/// "A helicopter carrying nine people crashed, killing everyone on board. The bodies of all eight were found": the first
/// count of the dead, by a definite word, where nobody is said to live.
fn all_dead(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let definite = |f: &Figure| f.cues.definite && !f.cues.besides && f.outcome == Outcome::Killed;
    let dead = Some(&figures[id]).filter(|f| definite(f) && is_counted(f) && f.group.is_none())?;
    let there = |at: &FigureId| {
        let f = &figures[*at];
        f.cues.population && !f.cues.alive && is_counted(f) && f.scope.event == dead.scope.event
    };
    let other = |(at, f): (FigureId, &Figure)| {
        let told = f.outcome != Outcome::Affected || f.cues.alive || is_heading(f);
        at != id && told && f.scope.event == dead.scope.event
    };
    if figures.iter().enumerate().any(other) {
        return None;
    }
    let aboard: Vec<FigureId> = (0..id).filter(there).collect();
    let all = search::total(figures, &aboard);
    let near = all.zip(dead.quantity.nominal).is_some_and(|(a, b)| may_be_miscounted(a, b));
    let sentence = |at: FigureId| figures[at].place.sentence;
    let one = aboard.windows(2).all(|w| {
        let apart = kin(&figures[w[0]], &figures[w[1]]) != Kin::Same;
        apart && sentence(w[0]) == sentence(w[1])
    });
    let why = "nobody is said to live, and definite words point to all who were there".to_owned();
    // Passengers alone are not all who were there.
    let one = one && (aboard.len() > 1 || figures[*aboard.first()?].group.is_none());
    let close = aboard.first().is_some_and(|first| dead.place.sentence - sentence(*first) <= REACH);
    let (kind, claim, evidence) = match aboard.len() {
        1 => (RelationKind::Same, aboard, vec![id]),
        _ => (RelationKind::Sum, vec![id], aboard),
    };
    (near && one && close).then(|| Relation::new(kind, claim, evidence, why))
}

/// "Carrying 190 passengers and 13 crew … Among those who perished were 14 of the crew": the only number of people of a
/// kind who were there, and more of them to whom something happened.
fn of_the_crew(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let exact = |f: &Figure| f.is_stated() && f.quantity.bound == Bound::Exact && !is_heading(f);
    let some = |f: &Figure| exact(f) && f.cues.of_the_kind && f.group.is_some();
    let part = Some(&figures[id]).filter(|f| some(f) && f.outcome != Outcome::Affected)?;
    let there = |at: &FigureId| {
        let f = &figures[*at];
        let own = f.cues.population && exact(f) && f.scope.event == part.scope.event;
        own && kin(f, part) == Kin::Same
    };
    let mut counts = (0..figures.len()).filter(there);
    let all = counts.next().filter(|_| counts.next().is_none())?;
    let more = part.quantity.nominal > figures[all].quantity.nominal;
    let why = "they are said to be of those people who were there".to_owned();
    more.then(|| Relation::new(RelationKind::Subset, vec![all], vec![id], why))
}

/// "All 44 people aboard were killed … It carried 38 passengers and a crew of six": the passengers and the crew of the
/// next sentences, if no others are told of.
fn manned(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let anybody = |f: &Figure| f.cues.population && f.group.is_none() && is_counted(f);
    // "All 68 safe as airliner leaves runway"
    let headed = |f: &Figure| is_heading(f) && f.cues.all_of_them && f.group.is_none();
    let everybody = |f: &Figure| is_of_everybody(f) || headed(f);
    let all = Some(&figures[id]).filter(|f| everybody(f) || anybody(f))?;
    let there = |at: &FigureId| {
        let f = &figures[*at];
        let population = f.outcome == Outcome::Affected && !f.cues.alive && is_counted(f);
        let again = anybody(f) && f.quantity.nominal == all.quantity.nominal;
        population && !again && f.scope.event == all.scope.event && *at != id
    };
    let aboard: Vec<FigureId> = (0..figures.len()).filter(there).collect();
    let [first, second] = aboard[..] else { return None };
    let [a, b] = [first, second].map(|at| &figures[at]);
    let far = if is_heading(all) { FAR } else { REACH };
    let one = a.place.sentence == b.place.sentence
        && near(figures, all.place.sentence, far).contains(&first);
    // "The list had 118 passengers and a crew of 14. But officials now believe 141 people were on board"
    let one = one && (everybody(all) || id < first);
    let groups = a.group.is_some() && b.group.is_some() && kin(a, b) != Kin::Same;
    // not the 70 seats of a plane in which 44 sat
    let counts = a.quantity.nominal.zip(b.quantity.nominal).zip(all.quantity.nominal);
    let fits = counts.is_some_and(|((a, b), all)| may_be_miscounted(a.saturating_add(b), all));
    let why = "passengers and crew are all who were there".to_owned();
    let sum = || Relation::new(RelationKind::Sum, vec![id], aboard, why);
    (one && fits && groups).then(sum)
}

fn is_of_everybody(figure: &Figure) -> bool {
    // not "all 14 surviving occupants"
    figure.cues.everybody && !figure.cues.alive && is_counted(figure)
}

/// The only number of those who were there, where each statement of it is the same.
fn aboard(figures: &[Figure], figure: &Figure) -> Option<FigureId> {
    let there = |f: &Figure| {
        let population = f.outcome == Outcome::Affected && f.cues.population && !f.cues.everybody;
        population && is_counted(f) && f.scope.event == figure.scope.event
    };
    let mut counts = (0..figures.len()).filter(|id| there(&figures[*id]));
    let first = counts.next()?;
    let number = figures[first].quantity.nominal;
    let one = counts.all(|id| figures[id].quantity.nominal == number);
    // All passengers are not all who were there.
    let people = kin(&figures[first], figure) == Kin::Same;
    // "All 14 aboard a sister machine were unhurt" stands far below.
    let near = figures[first].place.sentence.abs_diff(figure.place.sentence) <= FAR;
    (one && people && near).then_some(first)
}

fn is_counted(figure: &Figure) -> bool {
    let body = figure.is_stated() && !is_heading(figure);
    body && is_whole(figure) && figure.quantity.bound == Bound::Exact
}

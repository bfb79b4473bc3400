//! Lists of places and the count of all of them.
//!
//! "79 have died. The north had 31 deaths, followed by the coast with 24, the hills with 17 and the
//! islands with 11": nobody dies in two places, so the four cannot be more than the 79. Places know the
//! counts that a list gives and the one before it, not where the places are.

use super::kin::{equal, is_heading, is_whole, kin, same_source, stands_alone};
use super::near::near;
use super::{Relation, RelationKind, search};
use crate::figure::{Cues, Figure, FigureId};
use crate::lexicon::Outcome;

/// How many sentences before a list the count of all may stand.
const REACH: usize = 2;

/// How many figures before a list the count that it makes up may stand.
const FAR: usize = 100;

/// The fewest counts that make a list without names of places: two may be said of two events.
const FEWEST: usize = 3;

/// Relates each list of places that is not yet tied to a count to the one before it.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let mut id = 0;
    while id < figures.len() {
        let list = list(figures, id);
        if list.len() >= FEWEST {
            relations.extend(tied(figures, &list, relations));
        }
        id += list.len().max(1);
    }
    for outcome in Outcome::ALL {
        for list in told_apart(figures, outcome) {
            relations.extend(tied(figures, &list, relations));
        }
    }
}

/// The counts of an outcome that are told of one place each, those of a stretch together.
fn told_apart(figures: &[Figure], outcome: Outcome) -> Vec<Vec<FigureId>> {
    let mut lists: Vec<Vec<FigureId>> = Vec::new();
    let headings = figures.iter().take_while(|f| is_heading(f)).filter(|f| f.outcome == outcome);
    let of_all = |figure: &Figure| headings.clone().any(|head| equal(head, figure));
    for (id, figure) in figures.iter().enumerate().filter(|(_, f)| f.outcome == outcome) {
        let Cues { part_of, among, definite, .. } = figure.cues;
        // "Of the dead, 56 were in the north"
        let whole = part_of.is_none() && among.is_none_or(|of| of == outcome);
        let own = stands_alone(figure) && whole && !definite && !of_all(figure);
        let Some(name) = figure.scope.place_name().filter(|_| own) else { continue };
        let beside = |list: &&mut Vec<FigureId>| {
            let last = list.last().map_or(figure, |last| &figures[*last]);
            let known = |id: &FigureId| figures[*id].scope.place_name() == Some(name);
            let near = figure.place.sentence - last.place.sentence <= REACH;
            // "Two in Chuhuiv and two in Merefa" are four, not told apart they may be the same two.
            let told = figure.cues.listed;
            let again = |id: &FigureId| known(id) || equal(&figures[*id], figure) && !told;
            // "In the district of Marano, 41 died. A school in Telque was buried, killing 22": in Marano.
            let within = last.scope.area && !figure.scope.area && !figure.cues.besides;
            let within = within && last.place.sentence != figure.place.sentence;
            let within = within && !figure.scope.is_of_place() || figure.cues.among.is_some();
            near && !within && !list.iter().any(again)
        };
        match lists.last_mut().filter(beside) {
            Some(list) => list.push(id),
            None => lists.push(vec![id]),
        }
    }
    lists.retain(|list| list.len() > 1);
    lists
}

/// "Guatemala reported 30 deaths": whether a land counts its own.
fn is_of_land(figure: &Figure) -> bool {
    let source = figure.source.as_ref().map(|source| source.name.as_str());
    source.zip(figure.scope.place.as_deref()).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b))
}

/// The figures of the list that begins with a figure, itself the first.
fn list(figures: &[Figure], first: FigureId) -> Vec<FigureId> {
    let opens = |f: &Figure| stands_alone(f) && f.cues.part_of.is_none() && f.cues.among.is_none();
    if figures[first].cues.listed || !opens(&figures[first]) {
        return Vec::new();
    }
    let goes_on = |id: &FigureId| figures[*id].cues.listed && opens(&figures[*id]);
    [first].into_iter().chain((first + 1..figures.len()).take_while(goes_on)).collect()
}

/// The relation of a list to the count that it makes up, or else to the last one before it that is
/// larger than each of its counts.
fn tied(figures: &[Figure], list: &[FigureId], relations: &[Relation]) -> Option<Relation> {
    let first = &figures[list[0]];
    let named: Vec<&str> = list.iter().filter_map(|id| figures[*id].scope.place_name()).collect();
    // What happened in a place of its own may be a part of the main event.
    let placed = list.iter().filter(|id| figures[**id].scope.is_of_place());
    let placed: Vec<usize> = placed.map(|id| figures[*id].scope.event).collect();
    let holds = |id: &FigureId| {
        let f = &figures[*id];
        let event = |part: &FigureId| {
            let own = figures[*part].scope.event;
            own == f.scope.event || (f.scope.event == 0 && placed.contains(&own))
        };
        let here = f.outcome == first.outcome && list.iter().all(event);
        here && f.place.sentence < first.place.sentence
            && stands_alone(f)
            && is_whole(f)
            && f.scope.place_name().is_none_or(|name| !named.contains(&name))
            && kin(f, first).nests()
            && list
                .iter()
                .all(|part| same_source(f, &figures[*part]) || is_of_land(&figures[*part]))
            && list.iter().all(|part| figures[*part].quantity.nominal < f.quantity.nominal)
    };
    let far = list[0].saturating_sub(FAR)..list[0];
    let body = |id: &FigureId| !is_heading(&figures[*id]) && holds(id);
    let made_up = far.rev().find(|id| search::makes_up(figures, *id, list) && body(id));
    let before = near(figures, first.place.sentence, REACH).start..list[0];
    // A headline whose number the body gives is known by that one.
    let told = |head: &FigureId| {
        figures
            .iter()
            .any(|f| !is_heading(f) && f.outcome == first.outcome && equal(&figures[*head], f))
    };
    let headings = (0..list[0]).take_while(|id| is_heading(&figures[*id]));
    let heading = || headings.clone().find(|id| holds(id) && !told(id));
    let whole = made_up.or_else(|| before.rev().find(body)).or_else(heading)?;
    if relations.iter().any(|r| r.kind == RelationKind::Sum && r.claim == [whole]) {
        return None;
    }
    let all = search::makes_up(figures, whole, list);
    let kind = if all { RelationKind::Sum } else { RelationKind::Subset };
    let why = "the text counts the same people place by place".to_owned();
    Some(Relation::new(kind, vec![whole], list.to_vec(), why))
}

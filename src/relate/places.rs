//! Lists of places and the count of all of them.
//!
//! "79 have died. The north had 31 deaths, followed by the coast with 24, the hills with 17 and the
//! islands with 11": nobody dies in two places, so the four cannot be more than the 79. Places know the
//! counts that a list gives and the one before it, not where the places are.

use rust_decimal::Decimal;

use super::ground::is_first;
use super::kin::{counts_all, equal, is_heading, is_whole, kin, same_source, stands_alone};
use super::near::near;
use super::version::may_be_miscounted;
use super::{Relation, RelationKind, search};
use crate::figure::{Cues, Figure, FigureId};
use crate::lexicon::Outcome;

/// How many sentences before a list the count of all may stand.
const REACH: usize = 2;

/// How many figures before a list the count that it makes up may stand.
const FAR: usize = 100;

/// The fewest counts that make a list without names of places: two may be said of two events.
const FEWEST: usize = 3;

/// The most places that a text tells one by one.
const MOST: usize = 24;

/// Relates each list of places that is not yet tied to a count to the one before it.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let mut id = 0;
    while id < figures.len() {
        let list = list(figures, id);
        id += list.len().max(1);
        let closed = is_closed(figures, &list);
        if list.len() >= FEWEST || closed {
            relations.extend(List { figures, parts: list, closed }.relation(relations));
        }
    }
    for outcome in Outcome::ALL {
        for parts in told_apart(figures, outcome) {
            relations.extend(List { figures, parts, closed: false }.relation(relations));
        }
    }
}

/// "Five died in Berez and two in Pisk. No other deaths were reported": whether the text says that a list is all.
fn is_closed(figures: &[Figure], list: &[FigureId]) -> bool {
    let [.., last] = *list else { return false };
    let last = &figures[last];
    let none = |f: &Figure| {
        // "No deaths were reported elsewhere"
        let elsewhere = f.scope.event != last.scope.event && f.scope.time.is_none();
        let other = (f.cues.besides || elsewhere) && f.outcome == last.outcome;
        other && f.quantity.nominal == Some(Decimal::ZERO)
    };
    list.len() > 1 && near(figures, last.place.sentence + 1, 0).any(|id| none(&figures[id]))
}

/// The counts of an outcome that are told of one place each, those of a stretch together.
fn told_apart(figures: &[Figure], outcome: Outcome) -> Vec<Vec<FigureId>> {
    let mut lists: Vec<Vec<FigureId>> = Vec::new();
    let headings = figures.iter().take_while(|f| is_heading(f)).filter(|f| f.outcome == outcome);
    let of_all = |figure: &Figure| headings.clone().any(|head| equal(head, figure));
    for (id, figure) in figures.iter().enumerate().filter(|(_, f)| f.outcome == outcome) {
        let Cues { part_of, among, definite, .. } = figure.cues;
        // "14 died in Garner County. There were eight in Linden County": of all the dead, as the 14 are.
        let counted = |of: FigureId| counts_all(&figures[of]) && figures[of].outcome == outcome;
        // "Of the dead, 56 were in the north"
        let whole = part_of.is_none_or(counted) && among.is_none_or(|of| of == outcome);
        let own = stands_alone(figure) && whole && !definite && !of_all(figure);
        if !own || figure.scope.place.is_none() {
            continue;
        }
        match lists.last_mut().filter(|list| goes_on(figures, list, figure)) {
            Some(list) => list.push(id),
            // "The priests and two servants were killed": the two go on from others.
            None if figure.cues.besides => {}
            None => lists.push(vec![id]),
        }
    }
    lists.iter_mut().filter(|list| opens_with_all(figures, list)).for_each(|list| {
        list.remove(0);
    });
    lists.retain(|list| list.len() > 1 && are_of_one(figures, list));
    lists
}

/// Whether those of some counts that are said to be parts are parts of one count, told before all of them or taken for
/// theirs as the first, and others are not.
fn are_of_one(figures: &[Figure], list: &[FigureId]) -> bool {
    let mut wholes = list.iter().filter_map(|id| figures[*id].cues.part_of);
    let Some(first) = wholes.next() else { return true };
    let open = list.iter().any(|id| figures[*id].cues.part_of.is_none());
    open && first <= list[0] && wholes.all(|whole| whole == first)
}

/// "46 were killed in Lembara. In Ombo, 28 died; in Salu, 11, and in Rift North seven": whether the first of several
/// counts is rather that of all the others, as the first of the news is.
fn opens_with_all(figures: &[Figure], list: &[FigureId]) -> bool {
    let [first, rest @ ..] = list else { return false };
    rest.len() >= FEWEST && is_of_all(figures, *first, rest)
}

/// Whether a count is told of a place that holds those of some others, or first of all, and these come near to it.
fn is_of_all(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> bool {
    let all = &figures[whole];
    let sum = search::total(figures, parts);
    let near = sum.zip(all.quantity.nominal).is_some_and(|(a, b)| may_be_miscounted(a, b));
    near && (all.scope.area || is_first(figures, all))
}

/// Whether a figure goes on with counts of several places: it is near the last of them, told of none of their
/// places, nor of one within the last.
fn goes_on(figures: &[Figure], list: &[FigureId], figure: &Figure) -> bool {
    let last = list.last().map_or(figure, |last| &figures[*last]);
    let apart = figure.place.sentence - last.place.sentence;
    // "In the district of Marano, 41 died. A school in Telque was buried, killing 22": in Marano.
    let inner = last.scope.area && !figure.scope.area && !figure.cues.besides;
    let inner = inner && apart > 0 || figure.cues.among.is_some();
    // "Two in Chuhuiv and two in Merefa" are four; not in a list they may be the same two.
    let again = |id: &FigureId| {
        let known = &figures[*id];
        known.scope.place_name() == figure.scope.place_name()
            || equal(known, figure) && !figure.cues.listed
    };
    apart <= REACH && list.len() < MOST && !inner && !list.iter().any(again)
}

/// "Guatemala reported 30 deaths": whether a place, that of another figure or its own, counts the people of a figure.
fn is_of_land(figure: &Figure, place: &Figure) -> bool {
    let source = figure.source.as_ref().map(|source| source.name.as_str());
    source.zip(place.scope.place.as_deref()).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b))
}

/// The figures of the list that begins with a figure, itself the first.
fn list(figures: &[Figure], first: FigureId) -> Vec<FigureId> {
    let opens = |f: &Figure| stands_alone(f) && f.cues.part_of.is_none() && f.cues.among.is_none();
    if figures[first].cues.listed || !opens(&figures[first]) {
        return Vec::new();
    }
    // "… followed by the coast with 22. Fourteen died in the hills and nine on the islands"
    let resumes = |id: FigureId| {
        let (last, own) = (&figures[id - 1], &figures[id]);
        let next = figures.get(id + 1).filter(|f| f.place.sentence == own.place.sentence);
        last.cues.listed
            && own.scope.place.is_some()
            && own.place.sentence == last.place.sentence + 1
            && own.outcome == last.outcome
            && next.is_some_and(|f| f.cues.listed && opens(f))
    };
    let goes_on =
        |id: &FigureId| (figures[*id].cues.listed || resumes(*id)) && opens(&figures[*id]);
    [first].into_iter().chain((first + 1..figures.len()).take_while(goes_on)).collect()
}

/// Counts of several places.
struct List<'a> {
    figures: &'a [Figure],
    parts: Vec<FigureId>,
    /// Whether the text says that these are all.
    closed: bool,
}

impl List<'_> {
    /// The relation of the list to its whole, unless something else is known to make that up.
    fn relation(mut self, relations: &[Relation]) -> Option<Relation> {
        let whole = self.whole()?;
        if let Some(outer) = self.outer(whole) {
            self.parts = outer;
        }
        if relations.iter().any(|r| r.is_sum_of(whole)) {
            return None;
        }
        let all = self.closed || search::makes_up(self.figures, whole, &self.parts);
        let kind = if all { RelationKind::Sum } else { RelationKind::Subset };
        let why = "the text counts the same people place by place".to_owned();
        Some(Relation::new(kind, vec![whole], self.parts, why))
    }

    /// "Five died in the north, where two drowned on the coast. Three died in the south": the counts that lie in no
    /// larger one of their sentence, where these make up the whole.
    fn outer(&self, whole: FigureId) -> Option<Vec<FigureId>> {
        let lies_in = |inner: &FigureId, outer: &FigureId| {
            let (inner, outer) = (&self.figures[*inner], &self.figures[*outer]);
            outer.place.word < inner.place.word
                && outer.place.sentence == inner.place.sentence
                && outer.quantity.nominal > inner.quantity.nominal
                && !inner.cues.listed
        };
        let apart = |id: &&FigureId| !self.parts.iter().any(|outer| lies_in(id, outer));
        let outer: Vec<FigureId> = self.parts.iter().filter(apart).copied().collect();
        let fewer = outer.len() > 1 && outer.len() < self.parts.len();
        let all = search::makes_up(self.figures, whole, &self.parts);
        (fewer && !all && search::makes_up(self.figures, whole, &outer)).then_some(outer)
    }

    /// The count that the list makes up, or else the last one before it that is larger than each of its counts.
    fn whole(&self) -> Option<FigureId> {
        let (figures, first) = (self.figures, self.parts[0]);
        if let Some(beside) = first.checked_sub(1).filter(|id| self.is_beside(*id)) {
            return Some(beside);
        }
        let body = |id: &FigureId| !is_heading(&figures[*id]) && self.may_be_of(*id);
        let mut far = (first.saturating_sub(FAR)..first).rev();
        let made_up = far.find(|id| search::makes_up(figures, *id, &self.parts) && body(id));
        let mut near = (near(figures, figures[first].place.sentence, REACH).start..first).rev();
        made_up
            .or_else(|| near.find(|id| body(id) && !self.is_among(*id)))
            .or_else(|| self.heading())
    }

    /// "Six people died in the storm, four in Orr and two in Ness": whether a count without a place of its own stands right
    /// before the list.
    fn is_beside(&self, id: FigureId) -> bool {
        let (figures, whole) = (self.figures, &self.figures[id]);
        let part = |f: &Figure| {
            let one = f.place.sentence == whole.place.sentence && f.outcome == whole.outcome;
            let fewer = f.quantity.nominal < whole.quantity.nominal;
            let bare = f.telling || f.unit.is_none();
            one && fewer && f.scope.place.is_some() && bare && f.group.is_none()
        };
        let alone = whole.scope.place.is_none() && stands_alone(whole) && is_whole(whole);
        let several = (whole.unit.is_some() || whole.telling) && !is_heading(whole);
        alone && several && self.parts.iter().all(|id| part(&figures[*id]))
    }

    /// Whether a count may be that of one more place of many: "33 people died … Nalanda had five, Patna
    /// three and Sheikhpura three".
    fn is_among(&self, id: FigureId) -> bool {
        let figure = &self.figures[id];
        let larger = |all: &Figure| {
            all.outcome == figure.outcome
                && !is_heading(all)
                && stands_alone(all)
                && is_whole(all)
                && figure.quantity.nominal < all.quantity.nominal
        };
        self.figures[..id].iter().any(larger)
    }

    /// A heading that may count all of them. One whose number the body gives is known by that.
    fn heading(&self) -> Option<FigureId> {
        let (figures, first) = (self.figures, self.parts[0]);
        let told = |head: &Figure| {
            let again = |f: &Figure| !is_heading(f) && f.outcome == head.outcome && equal(head, f);
            figures.iter().any(again)
        };
        let mut headings = (0..first).take_while(|id| is_heading(&figures[*id]));
        headings.find(|id| self.may_be_of(*id) && !told(&figures[*id]))
    }

    /// Whether the people of the list may be some of a count before it.
    fn may_be_of(&self, id: FigureId) -> bool {
        let whole = &self.figures[id];
        let first = &self.figures[self.parts[0]];
        let parts = || self.parts.iter().map(|id| &self.figures[*id]);
        // "In all, 19 died. Thirteen died in Orr, 21 in Ness and two in Venn": one of them has a wrong number.
        let smaller = || parts().filter(|f| f.quantity.nominal < whole.quantity.nominal).count();
        let most = self.parts.len() - 1;
        let of_all = whole.cues.total && most > 0 && smaller() == most;
        // What happened in a place of its own may be a part of the main event.
        let placed = |event| parts().any(|f| f.scope.is_of_place() && f.scope.event == event);
        let part = |f: &Figure| {
            let event = f.scope.event == whole.scope.event
                || whole.scope.event == 0 && placed(f.scope.event);
            let place = f.scope.place.is_none() || f.scope.place_name() != whole.scope.place_name();
            let source = same_source(whole, f) || parts().any(|place| is_of_land(f, place));
            event && place && source && (f.quantity.nominal < whole.quantity.nominal || of_all)
        };
        // "A bus plunged into a gorge in Marano, killing 12 … in Bessa": two towns, none within the other.
        let wide = whole.scope.place.is_none() || whole.scope.area || is_heading(whole);
        let wide = wide
            || self.parts.len() >= FEWEST && is_of_all(self.figures, id, &self.parts)
            || search::makes_up(self.figures, id, &self.parts);
        wide && whole.outcome == first.outcome
            && whole.place.sentence < first.place.sentence
            && stands_alone(whole)
            && is_whole(whole)
            && kin(whole, first).nests()
            && parts().all(part)
    }
}

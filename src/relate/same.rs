//! Counts that the body gives more than once.
//!
//! "A blast killed 12. … The 12 were buried on Friday" gives one count twice. Each count gathers the
//! figures that state it. That two figures agree is evidence enough; that two which differ speak of
//! the same people takes more: a definite word, or the same words for the same people of the same
//! event.

use rust_decimal::Decimal;

use super::Relation;
use super::RelationKind;
use super::kin::Kin;
use super::kin::adds_to;
use super::kin::gives;
use super::kin::is_heading;
use super::kin::is_whole;
use super::kin::kin;
use super::kin::same_source;
use super::kin::stands_alone;
use super::parts;
use super::version::may_be_versions;
use crate::figure::Change;
use crate::figure::Figure;
use crate::figure::FigureId;
use crate::lexicon::Outcome;
use crate::numeral::Form;

/// How many sentences later a smaller count may still be the one told first.
const CLOSE: usize = 2;

/// One count of the body and the figures that state it, the first one first.
#[derive(Clone, Debug)]
pub(super) struct Count {
    pub(super) members: Vec<FigureId>,
}

/// What speaks for two differing figures being one count.
enum Ground {
    Definite,
    Wording,
    Exceeds,
}

/// Gathers the counts of the body, and relates the figures of each.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let mut counts: Vec<Count> = Vec::new();
    for (id, figure) in figures.iter().enumerate() {
        if is_heading(figure) || !stands_alone(figure) {
            continue;
        }
        if let Some(count) = restated(figures, &counts, id) {
            counts[count].members.push(id);
            continue;
        }
        if let Some(relation) = differing(figures, &counts, id) {
            relations.push(relation);
        }
        counts.push(Count { members: vec![id] });
    }
    relations.extend(counts.iter().filter(|c| c.members.len() > 1).map(|c| same(figures, c)));
    relations.extend(outvoted(figures, &counts));
}

/// First counts that are larger than a later one which is given more than once.
fn outvoted(figures: &[Figure], counts: &[Count]) -> Vec<Relation> {
    let odd = |first: &&Count| {
        let figure = &figures[first.members[0]];
        let opens = counts
            .iter()
            .map(|c| &figures[c.members[0]])
            .find(|f| f.outcome == figure.outcome && f.scope.event == figure.scope.event);
        let alone = first.members.len() == 1 && opens.is_some_and(|f| f.span == figure.span);
        let given = figures.iter().any(|f| is_heading(f) && gives(f, figure));
        alone && !given && figure.scope.certain && is_whole(figure)
    };
    let pairs = counts.iter().filter(odd).filter_map(|first| {
        let figure = &figures[first.members[0]];
        let later = counts.iter().find(|later| {
            let f = &figures[later.members[0]];
            later.members.len() > 1
                && f.outcome == figure.outcome
                && f.scope.event == figure.scope.event
                && f.quantity.nominal < figure.quantity.nominal
                && is_whole(f)
                && kin(f, figure) == Kin::Same
                && f.unit == figure.unit
        })?;
        let why = "a smaller count is given more than once after the first one".to_owned();
        let (claim, evidence) = (first.members.clone(), later.members.clone());
        Some(Relation::new(RelationKind::Same, claim, evidence, why))
    });
    pairs.collect()
}

/// The relation between the figures of a count.
fn same(figures: &[Figure], count: &Count) -> Relation {
    let (first, others) = (count.members[0], &count.members[1..]);
    let why = format!("both count {} in one event and agree", figures[first].outcome.name());
    Relation::new(RelationKind::Same, vec![first], others.to_vec(), why)
}

/// The count that a figure gives again with the same value.
fn restated(figures: &[Figure], counts: &[Count], id: FigureId) -> Option<usize> {
    counts
        .iter()
        .rposition(|count| count.members.iter().any(|member| is_restatement(figures, *member, id)))
}

/// Whether a later figure gives the count of an earlier one with a value that agrees.
fn is_restatement(figures: &[Figure], earlier: FigureId, later: FigureId) -> bool {
    let (a, b) = (&figures[earlier], &figures[later]);
    let related = b.cues.part_of == Some(earlier) || a.cues.part_of == Some(later);
    let moved = a.scope.event != b.scope.event;
    if related || moved || a.outcome != b.outcome || adds_to(b, a) || !gives(a, b) {
        return false;
    }
    let equal = a.quantity.nominal.is_some() && a.quantity.nominal == b.quantity.nominal;
    let level = match (parts::whole_of(figures, earlier), parts::whole_of(figures, later)) {
        (None, None) => true,
        (Some(a), Some(b)) => gives(&figures[a], &figures[b]),
        _ => is_whole(a) == is_whole(b),
    };
    match kin(a, b) {
        Kin::Same => level || (equal && (is_whole(a) || is_whole(b))),
        Kin::Wider | Kin::Narrower => equal && level && a.place.sentence != b.place.sentence,
        Kin::Crossing | Kin::Apart => false,
    }
}

/// A figure that gives an earlier count another value.
fn differing(figures: &[Figure], counts: &[Count], id: FigureId) -> Option<Relation> {
    let figure = &figures[id];
    let part = figure.cues.part_of.is_some();
    let population = figure.outcome == Outcome::Affected;
    let excluded = figure.cues.change.is_some() || !figure.scope.certain || part || population;
    if excluded || figure.quantity.nominal.is_none() {
        return None;
    }
    let same_event = counts.iter().filter(|c| {
        let first = &figures[c.members[0]];
        first.outcome == figure.outcome
            && first.scope.event == figure.scope.event
            && first.scope.certain
            && first.place.sentence != figure.place.sentence
            && (is_whole(first) || (figure.group.is_some() && kin(first, figure) == Kin::Same))
            && first.cues.change != Some(Change::From)
    });
    for count in same_event {
        let first = &figures[count.members[0]];
        if let Some(ground) = ground(figures, counts, first, figure) {
            let why = ground.words(figure);
            let one_source = |id: &FigureId| same_source(&figures[*id], figure);
            let kind = match count.members.iter().all(one_source) {
                true if !may_be_versions(first, figure) => continue,
                true => RelationKind::Same,
                false => RelationKind::Disagree,
            };
            return Some(Relation::new(kind, count.members.clone(), vec![id], why));
        }
    }
    None
}

/// What speaks for a later figure giving the count of an earlier one anew.
fn ground(figures: &[Figure], counts: &[Count], first: &Figure, later: &Figure) -> Option<Ground> {
    let related = kin(first, later);
    let before = || figures.iter().take_while(|f| f.span != later.span);
    let known = |f: &Figure| f.quantity.nominal == later.quantity.nominal;
    let larger = first.quantity.nominal < later.quantity.nominal;
    let near = larger || is_near(first, later) || later.form == Form::Both;
    let points = later.cues.definite && near && is_whole(first);
    if points && related.nests() && !before().any(known) {
        return Some(Ground::Definite);
    }
    let of_outcome = |c: &&Count| {
        let f = &figures[c.members[0]];
        let here = f.scope.event == later.scope.event && f.outcome == later.outcome;
        here && is_whole(f) && kin(f, later) != Kin::Apart
    };
    let only = counts.iter().filter(of_outcome).count() == 1;
    let worded = related == Kin::Same && later.group.is_some() && first.unit == later.unit;
    let sourced = first.source.is_some() && first.source == later.source;
    let repeated = sourced && related == Kin::Same && first.unit == later.unit;
    let whole = is_whole(first) && is_whole(later) && !later.cues.total;
    let close = larger || later.place.sentence <= first.place.sentence + CLOSE;
    if only && (worded || repeated) && whole && close {
        return Some(Ground::Wording);
    }
    let largest = before().all(|f| {
        let holds = f.outcome == later.outcome && kin(f, later).nests();
        !holds || f.quantity.nominal < later.quantity.nominal
    });
    let heads = || figures.iter().filter(|f| is_heading(f) && f.outcome == later.outcome);
    let headed = heads().any(|h| gives(h, first) && kin(h, first) == Kin::Same);
    let all = matches!(related, Kin::Same | Kin::Wider) || (headed && related == Kin::Narrower);
    (only && larger && largest && all && !later.cues.total && !adds_to(later, first))
        .then_some(Ground::Exceeds)
}

/// Whether a smaller count is near enough for an older version of a larger one.
fn is_near(larger: &Figure, smaller: &Figure) -> bool {
    let Some((large, small)) = larger.quantity.nominal.zip(smaller.quantity.nominal) else {
        return false;
    };
    small.checked_mul(Decimal::TWO).is_some_and(|twice| twice >= large)
}

impl Ground {
    fn words(&self, figure: &Figure) -> String {
        let outcome = figure.outcome.name();
        match self {
            Ground::Definite => {
                format!("definite words point back to the {outcome} already counted")
            }
            Ground::Wording => format!("both count the {outcome} of one event in the same words"),
            Ground::Exceeds => {
                format!("nothing moves the later count of {outcome} to another event")
            }
        }
    }
}

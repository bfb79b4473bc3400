//! Counts that the body gives more than once.
//!
//! "A blast killed 12. … The 12 were buried on Friday" gives one count twice. Each count gathers the
//! figures that state it. That two figures agree is evidence enough; that two which differ speak of
//! the same people takes more: a definite word, or the same words for the same people of the same
//! event.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::ground::{Ground, ground, is_all_of};
use super::kin::{
    Kin, adds_to, by_account, equal, gives, is_former, is_headed, is_heading, is_of_office,
    is_outsider, is_whole, kin, same_source, share_word, stands_alone,
};
use super::version::{are_turned, may_be_miscounted, may_be_versions};
use super::{Relation, RelationKind, wholes};
use crate::document::BlockKind;
use crate::figure::{Change, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// So many words are seldom between two numbers of one sentence.
const LONG: usize = 20;

/// One count of the body and the figures that state it, the first one first.
#[derive(Clone, Debug)]
pub(super) struct Count {
    pub(super) members: Vec<FigureId>,
}

/// Gathers the counts of the body, and relates the figures of each.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let mut counts: Vec<Count> = Vec::new();
    // The counts of each event and outcome: no other can be given again.
    let mut alike: FxHashMap<(usize, Outcome), Vec<usize>> = FxHashMap::default();
    for (id, figure) in figures.iter().enumerate() {
        // "All eight victims were over 80" over a paragraph
        let told = figure.cues.definite || figure.cues.label;
        let told = figure.place.kind == BlockKind::Heading && told;
        if (is_heading(figure) && !told) || !stands_alone(figure) {
            continue;
        }
        let alike = alike.entry((figure.scope.event, figure.outcome)).or_default();
        if let Some(count) = restated(figures, &counts, alike, id) {
            counts[count].members.push(id);
            continue;
        }
        if let Some(relation) = differing(figures, &counts, alike, id) {
            relations.push(relation);
        }
        alike.push(counts.len());
        counts.push(Count { members: vec![id] });
    }
    relations.extend(counts.iter().filter(|c| c.members.len() > 1).map(|c| same(figures, c)));
}

/// The relation between the figures of a count.
fn same(figures: &[Figure], count: &Count) -> Relation {
    let (first, others) = (count.members[0], &count.members[1..]);
    let why = format!("both count {} of one event, and agree", figures[first].outcome.people());
    Relation::new(RelationKind::Same, vec![first], others.to_vec(), why)
}

/// The count that a figure gives again with the same value.
fn restated(figures: &[Figure], counts: &[Count], alike: &[usize], id: FigureId) -> Option<usize> {
    let is_it = |count: &&usize| {
        counts[**count].members.iter().any(|member| is_restatement(figures, *member, id))
    };
    alike.iter().rfind(is_it).copied()
}

/// Whether a later figure gives the count of an earlier one with a value that agrees.
fn is_restatement(figures: &[Figure], earlier: FigureId, later: FigureId) -> bool {
    let (a, b) = (&figures[earlier], &figures[later]);
    let related = b.cues.part_of == Some(earlier) || a.cues.part_of == Some(later);
    // "two at a house and two at a mall"
    let moved = b.cues.listed && a.place.sentence == b.place.sentence;
    if related || moved || a.outcome != b.outcome || adds_to(b, a) || !gives(a, b) {
        return false;
    }
    let equal = equal(a, b);
    // "18:30 - 33 injured … 14:45 - More than 20 injured"
    if a.cues.timed && b.cues.timed && !equal {
        return false;
    }
    let level = match (wholes::whole_of(figures, earlier), wholes::whole_of(figures, later)) {
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
fn differing(
    figures: &[Figure],
    counts: &[Count],
    alike: &[usize],
    id: FigureId,
) -> Option<Relation> {
    let figure = &figures[id];
    if figure.quantity.bound == Bound::Vague {
        return exaggerated(figures, counts, alike, id);
    }
    let risen = figure.cues.change == Some(Change::To);
    if figure.cues.change.is_some() && !risen || figure.quantity.nominal.is_none() {
        return None;
    }
    if figure.cues.again && !risen {
        return given_again(figures, id);
    }
    let same_event = alike.iter().map(|at| &counts[*at]).filter(|c| {
        let first = &figures[c.members[0]];
        // "five in hospital … one of the seven in hospital"
        let in_care = first.cues.care && figure.cues.care && figure.cues.definite;
        (first.scope.certain || in_care)
            && are_told_apart(first, figure)
            && (is_whole(first)
                || is_of_aboard(first, figure)
                || figure.cues.definite && is_all_of(figures, first)
                || (figure.group.is_some() && kin(first, figure) == Kin::Same))
            && !is_former(first)
            && !are_of_both_sides(first, figure)
            && !is_entry_before(first, figure)
    });
    for count in same_event {
        // "The toll has reached 59" over a headline and first sentences with 37: not at all by the words alone.
        let speaks = |ground: &Ground| !risen || matches!(ground, Ground::Headline);
        if let Some(ground) = ground(figures, counts, count.members[0], id).filter(speaks) {
            let why = ground.words(figure);
            let one = is_one_source(figures, count, id, &ground)
                && !is_one_of_many(figures, counts, alike, id);
            let first = &figures[count.members[0]];
            // "Ten dead and more than 50 hurt … ten dead and more than 100 hurt, sources said"
            let loose = is_loose_account(first, figure) && !matches!(ground, Ground::Companion);
            let one = one && !loose || is_recalled(figures, first, figure);
            let Some(kind) = kind(first, figure, &ground, one) else { continue };
            return Some(Relation::new(kind, count.members.clone(), vec![id], why));
        }
    }
    None
}

/// Whether two figures stand in different sentences, or far apart in one that is rather several whose stops were lost.
fn are_told_apart(first: &Figure, figure: &Figure) -> bool {
    let far = figure.place.word.abs_diff(first.place.word) >= LONG;
    let places = first.scope.place_name().zip(figure.scope.place_name());
    let here = places.is_none_or(|(a, b)| a == b);
    first.place.sentence != figure.place.sentence || figure.cues.run_on && far && here
}

/// "Nine people died … 21:30 The dead number six": whether a figure stands in an entry of a running report, and the first
/// in another or, with more people, in the news above them all.
fn is_entry_before(first: &Figure, figure: &Figure) -> bool {
    let fewer = figure.quantity.nominal < first.quantity.nominal;
    figure.cues.timed && (first.cues.timed || fewer)
}

/// Whether a count and a figure are of one source, as far as the text says.
fn is_one_source(figures: &[Figure], count: &Count, id: FigureId, ground: &Ground) -> bool {
    let figure = &figures[id];
    // "The council said 14 people … its spokesman said 20 rebels": another account.
    let named = |id: &FigureId| {
        let other = figures[*id].source.as_ref().zip(figure.source.as_ref());
        other.is_none_or(|(a, b)| share_word(&a.name, &b.name))
    };
    let described = kin(&figures[count.members[0]], figure) == Kin::Same;
    let definite = matches!(ground, Ground::Definite);
    let told = |id: &FigureId| described || definite || named(id);
    // "Three died … five had died, a caller said": what somebody without an office says is his own account.
    let outside = figure.source.as_ref().is_some_and(is_outsider);
    let papers = |id: &FigureId| figures[*id].source.is_none();
    if outside && !figure.cues.definite && count.members.iter().all(papers) {
        return false;
    }
    count.members.iter().all(|id| same_source(&figures[*id], figure) && told(id))
}

/// "The fire chief said 44 people had been taken to hospital … The 48 people taken there, the director said": whether
/// the words take a number for known that is near the first, which no office gave as its own.
fn is_recalled(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let counts = first.quantity.nominal.zip(later.quantity.nominal);
    let near = counts.is_some_and(|(a, b)| may_be_miscounted(a, b));
    // "Police said 17 died. The 19 dead, the director of the hospital said": each office has its count.
    let office = is_of_office(first);
    // Over which the headline has the first, it is the paper's own.
    let headed = is_headed(figures, first.outcome, first);
    let (office, near) = (office && !headed, near || headed && may_be_versions(first, later));
    let alike = kin(first, later) == Kin::Same && !office;
    // "Forty were hurt … 44 of the injured pupils had been admitted, the hospital said"
    let more = later.quantity.nominal > first.quantity.nominal;
    let known = later.cues.definite || later.cues.among == Some(Outcome::Injured) && more;
    known && alike && near && !later.cues.contrast
}

/// "At least 212 people died … A radio station reported more than 300": whether another's open count goes beyond one that
/// is open too.
fn is_loose_account(first: &Figure, later: &Figure) -> bool {
    let open = |f: &Figure| f.quantity.bound.opens_up();
    let other = first.source.is_none() && later.source.is_some();
    open(first) && open(later) && other && later.quantity.nominal > first.quantity.nominal
}

/// "Each side handed over 175 prisoners … the 350 prisoners": whether definite captives are twice as many as were counted.
fn are_of_both_sides(first: &Figure, later: &Figure) -> bool {
    let twice = first.quantity.nominal.map(|n| n.saturating_mul(Decimal::TWO));
    let captives = later.outcome == Outcome::Captured && later.cues.definite;
    captives && twice.is_some() && later.quantity.nominal == twice
}

/// How two differing figures relate that a ground takes for one count, `one` being their source; not at all, where
/// the numbers are too far apart or the places differ.
fn kind(first: &Figure, later: &Figure, ground: &Ground, one: bool) -> Option<RelationKind> {
    let definite = matches!(ground, Ground::Definite);
    // Two sources seldom have the same digits.
    // "83 were hurt … among the 38 injured"
    let turned = definite && are_turned(first, later);
    let near = turned || matches!(ground, Ground::Taken) || may_be_versions(first, later);
    let slip = turned || matches!(ground, Ground::Slip | Ground::Taken);
    // "The office put its dead at 371. In Selu, 41 people were killed, the ministry said."
    // "killing 214 … 118 people died in Harun and 57 in Seft, the ministry said"
    let fewer = later.quantity.nominal < first.quantity.nominal;
    let placed = later.scope.fronted || later.scope.place.is_some() && fewer;
    let elsewhere = placed && later.scope.place_name() != first.scope.place_name();
    match one || slip {
        true => near.then_some(RelationKind::Same),
        false => (!elsewhere).then_some(RelationKind::Disagree),
    }
}

/// "32 died … took the lives of scores": a round word for more people than headline and news count.
fn exaggerated(
    figures: &[Figure],
    counts: &[Count],
    alike: &[usize],
    id: FigureId,
) -> Option<Relation> {
    let count = alike.first().map(|at| &counts[*at])?;
    let (first, figure) = (&figures[count.members[0]], &figures[id]);
    let headed = is_headed(figures, figure.outcome, first);
    let fixed = |f: &Figure| f.scope.certain && f.scope.event == 0 && is_whole(f);
    let told = fixed(figure) && figure.scope.time.is_none() && !figure.cues.besides;
    let exact = fixed(first) && first.quantity.bound == Bound::Exact;
    let twice = first.quantity.nominal.map(|n| n.saturating_mul(Decimal::TWO));
    let more = first.quantity.nominal < figure.quantity.low && twice >= figure.quantity.low;
    // "12 civilians … dozens dead" may be fighters too
    let held = kin(first, figure) == Kin::Same;
    let dead = figure.outcome == Outcome::Killed;
    let why = "headline and news count fewer than the round word says".to_owned();
    let kind = by_account(first, figure);
    let relation = || Relation::new(kind, count.members.clone(), vec![id], why);
    (headed && told && exact && more && held && dead).then(relation)
}

/// "Killing 41 of the 44 on board … Killed: 39": whether a label gives the number of those who were there and died. "Of the
/// 105 on board, 76 were rescued … the 67 men rescued": or definite words that of those who were saved.
fn is_of_aboard(first: &Figure, later: &Figure) -> bool {
    later.cues.label && first.cues.among == Some(Outcome::Affected)
}

/// The count right before a figure that gives it by another account: "residents said 15".
fn given_again(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let figure = &figures[id];
    let told = |at: &FigureId| {
        let f = &figures[*at];
        f.outcome == figure.outcome && f.is_stated() && is_whole(f) && kin(f, figure).nests()
    };
    let first = (0..id).rfind(told).filter(|at| !gives(&figures[*at], figure))?;
    // Where the text does not say whose the accounts are, they may well be of two sources.
    let named = figures[first].source.is_some() && figure.source.is_some();
    let kind = match named && same_source(&figures[first], figure) {
        true => RelationKind::Same,
        false => RelationKind::Disagree,
    };
    let why = "the text gives one count by two accounts".to_owned();
    Some(Relation::new(kind, vec![first], vec![id], why))
}

/// Whether another named source gives a third number: the article then lines up accounts, and the
/// first of them is not to be held against the others.
fn is_one_of_many(figures: &[Figure], counts: &[Count], alike: &[usize], id: FigureId) -> bool {
    let figure = &figures[id];
    let other = |at: &FigureId| {
        let third = &figures[*at];
        let counts = is_whole(third) && kin(third, figure).nests() && !gives(third, figure);
        let named = third.source.is_some() && !same_source(third, figure);
        // "Officials counted 15 in Greenbrier County" are of one place.
        let placed = third.scope.place.is_some() && figure.scope.place.is_none();
        let inner = placed && third.quantity.nominal < figure.quantity.nominal;
        counts && named && !inner
    };
    figure.source.is_some() && alike.iter().any(|at| counts[*at].members.iter().any(other))
}

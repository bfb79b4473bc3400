//! Parts and the wholes they are said to be parts of.
//!
//! "12 killed, including five children" makes 5 a part of 12; "nine men and three women" are all of
//! its parts. A list that does not say it is complete may be short, but never longer than the whole.

use super::kin::{is_heading, is_whole, stands_alone};
use super::near::near;
use super::wholes::{completes, is_exclusive, wholes};
use super::{Relation, RelationKind, inner, rest, search};
use crate::figure::{Change, Facet, Figure, FigureId, Group, Trait};
use crate::lexicon::Outcome;

/// How many sentences before a full list the count may stand that it makes up.
const FAR: usize = 8;

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
        // "They were among 400 people who had sought shelter there."
        let open = matches!(figure.outcome, Outcome::Affected | Outcome::Displaced);
        let told = (open || f.outcome == figure.outcome) && stands_alone(f) && is_whole(f);
        told && !is_heading(f) && f.scope.event == figure.scope.event
    };
    let before = near(figures, figure.place.sentence, 1).start..wider;
    before.rev().find(counts).map(|part| subset(wider, vec![part]))
}

/// Relates the parts that are said to be of one whole: those of each sentence that tells of all apart from
/// those of others.
fn listed(figures: &[Figure], whole: FigureId, parts: &[FigureId], relations: &mut Vec<Relation>) {
    let sentence = |p: &FigureId| figures[*p].place.sentence;
    let closed = |list: &[FigureId]| {
        let last = list.last().map(sentence);
        // "201 were in cars, 66 were on motorcycles and 48 were cyclists. The remaining 11": the list goes on
        let some = figures[list[0]].cues.among.is_some();
        let goes_on =
            some && parts.iter().any(|p| last < Some(sentence(p)) && completes(&figures[*p]));
        let complete = list.iter().any(|p| figures[*p].cues.complete);
        complete && !goes_on || is_everybody(figures, list)
    };
    let mut others: Vec<FigureId> = Vec::new();
    for list in parts.chunk_by(|a, b| sentence(a) == sentence(b)) {
        match closed(list) {
            true => of_one_list(figures, whole, list, relations),
            false => others.extend(list),
        }
        // "49 have been identified. The remaining 12 … Thirty-four of the dead were women": told of all of them anew
        let told = others.len() > 1 && list.last().is_some_and(|p| completes(&figures[*p]));
        if told && rest::is_nearly(figures, whole, &others) {
            of_one_list(figures, whole, &std::mem::take(&mut others), relations);
        }
    }
    if !others.is_empty() {
        of_one_list(figures, whole, &others, relations);
    }
}

/// "The other two, Arno Fell and his son": whether a part without a number names one of the rest, told right before.
fn is_of_named_rest(figures: &[Figure], parts: &[FigureId], part: FigureId) -> bool {
    let named = &figures[part];
    let rest = |id: &FigureId| {
        let f = &figures[*id];
        let before = *id < part && f.place.sentence == named.place.sentence;
        before && completes(f) && f.is_stated()
    };
    !named.is_stated() && parts.iter().any(rest)
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
    // "27 died. Eleven others were in one house, seven of them of one family, and the remaining eight in two towns"
    let whole_count = is_whole(&figures[whole]) && !figures[whole].cues.besides;
    let known = whole_count || search::makes_up(figures, whole, parts);
    let own = |p: &&FigureId| {
        (known || !completes(&figures[**p])) && !is_of_named_rest(figures, parts, **p)
    };
    let parts: Vec<FigureId> = parts.iter().filter(own).copied().collect();
    let parts: &[FigureId] =
        &inner::without_inner(figures, whole, with_first(figures, whole, parts));
    if rest::is_of_another(figures, whole, parts) {
        return;
    }
    // "A couple and their two daughters … the five others": the daughters are not all before the rest.
    let owned = |p: &FigureId| figures[*p].cues.definite && !completes(&figures[*p]);
    // "Four died in the street, including a postwoman. The remaining two": of those who died elsewhere too
    let named = |p: &FigureId| !figures[*p].is_stated() || completes(&figures[*p]);
    let named = parts.iter().all(named) && !figures[whole].cues.population;
    let loose = parts.iter().any(owned) || named;
    let loose = loose && !search::makes_up(figures, whole, parts);
    // "The other two of the 19 … Eight of them were children": the rest comes last.
    let last = parts.iter().filter(|p| stated(p)).max();
    let rest = |p: &FigureId| {
        completes(&figures[*p]) && !loose && Some(p) == last && goes_on(figures, whole, parts, *p)
    };
    let complete = parts.iter().any(|p| figures[*p].cues.complete || rest(p))
        || is_everybody(figures, parts)
        || are_all_kinds(figures, whole, parts);
    let exclusive = is_exclusive(figures, parts);
    let exact = parts.iter().all(|p| stated(&p)) && search::makes_up(figures, whole, parts);
    let adds_up = || search::adds_up(figures, whole, parts);
    if parts.len() > 1 && (exact || (exclusive && (complete || adds_up()))) {
        let why = if complete { "the text gives all the parts" } else { "the parts add up" };
        let other = if exact { None } else { made_up(figures, whole, parts) };
        let also = also(figures, whole, parts).filter(|_| !exact && other.is_none());
        let parts: Vec<FigureId> = parts.iter().copied().chain(also).collect();
        relations.push(Relation::new(
            RelationKind::Sum,
            vec![other.unwrap_or(whole)],
            parts,
            why.to_owned(),
        ));
        return;
    }
    // "Ten bodies were found at once … Nine of the dead were nationals and four engineers": of all 13.
    let sum = search::total(figures, parts);
    let over = parts.len() > 1 && sum > figures[whole].quantity.nominal;
    let other = over.then(|| made_up(figures, whole, parts)).flatten();
    let whole = other.unwrap_or(whole);
    for part in parts.iter().filter(stated) {
        relations.push(subset(whole, vec![*part]));
    }
    let numbered = parts.iter().filter(stated).count();
    if parts.len() > 1
        && numbered > 0
        && is_exclusive(figures, parts)
        && stand_together(figures, parts)
    {
        relations.push(subset(whole, parts.to_vec()));
    }
}

/// Whether a rest is not rather that of people counted between: "Of the 11 injured, five are police. … Two of the injured
/// are critical. The other nine".
fn goes_on(figures: &[Figure], whole: FigureId, parts: &[FigureId], rest: FigureId) -> bool {
    let Some(last) = rest.checked_sub(1).filter(|last| *last > whole) else { return true };
    let some = figures[last].cues.among == Some(figures[rest].outcome);
    let behind = figures[last].place.sentence + 1 == figures[rest].place.sentence;
    !(some && behind) || parts.contains(&last)
}

/// "Of the ten survivors, one man is in a coma and six others have fractures. The remaining three": the list with whoever
/// stands before the first of the others.
fn with_first(figures: &[Figure], whole: FigureId, mut parts: Vec<FigureId>) -> Vec<FigureId> {
    let others = |p: &FigureId| figures[*p].cues.besides && !completes(&figures[*p]);
    let Some(at) = parts.iter().position(others) else { return parts };
    let first = parts[at].checked_sub(1).filter(|id| *id != whole && !parts.contains(id));
    let beside = |id: &FigureId| {
        let (one, others) = (&figures[*id], &figures[parts[at]]);
        let here = one.place.sentence == others.place.sentence && one.outcome == others.outcome;
        here && is_whole(one)
    };
    if let Some(first) = first.filter(beside) {
        parts.insert(at, first);
    }
    parts
}

/// "Nine died in a week. Seven of them died in an avalanche: three Italians, two Nepalis and two Germans": the other
/// count near by that a full list makes up, where it does not make up the one that it is said to.
fn made_up(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> Option<FigureId> {
    let outcome = figures[whole].outcome;
    let first = parts.iter().min()?;
    // "The six victims – two men and a boy –" says of whom it is.
    let beside = figures[whole].place.sentence == figures[*first].place.sentence;
    if beside && *first == whole + 1 {
        return None;
    }
    let mut before = near(figures, figures[*first].place.sentence, FAR).start..*first;
    let other = |id: &FigureId| {
        let f = &figures[*id];
        f.outcome == outcome && f.is_stated() && search::makes_up(figures, *id, parts)
    };
    // "Five died, raising the toll to 302. The victims were …": those five.
    let raised = || {
        let risen = figures[whole].cues.change == Some(Change::To);
        let mut beside = near(figures, figures[whole].place.sentence, 0);
        // not "28, with five more persons succumbing. Nineteen of the dead were from one village"
        let holds = |id: &FigureId| {
            let fits = |p: &FigureId| figures[*p].quantity.nominal <= figures[*id].quantity.nominal;
            parts.iter().all(fits)
        };
        beside.find(|id| risen && figures[*id].cues.change == Some(Change::By) && holds(id))
    };
    // "Six members of the choir … The choir members who died were four women and two men", however far below
    let kind = |id: &FigureId| other(id) && figures[*id].group.is_some() && *id != whole;
    before.rfind(other).or_else(raised).or_else(|| (0..*first).rfind(kind))
}

/// "The dead comprised 42 Italians and 17 Danes. Four of the crew also died": the count right behind a list that fills
/// what the list leaves.
fn also(figures: &[Figure], whole: FigureId, parts: &[FigureId]) -> Option<FigureId> {
    let last = *parts.iter().max()?;
    let sentence = figures[last].place.sentence;
    // "three Czechs, two Italians and a guide", who is no climber
    let guide = |id: &FigureId| !figures[*id].is_stated() && !parts.contains(id);
    let beside = near(figures, sentence, 0).filter(guide);
    let mut next = beside.chain(near(figures, sentence + 1, 0));
    next.find(|id| {
        let f = &figures[*id];
        let lone = f.place.sentence == sentence;
        let own = f.outcome == figures[whole].outcome && (lone || f.is_stated() && is_whole(f));
        let all: Vec<FigureId> = parts.iter().copied().chain([*id]).collect();
        own && search::makes_up(figures, whole, &all)
    })
}

fn subset(whole: FigureId, parts: Vec<FigureId>) -> Relation {
    let why = "the text makes one a part of the other".to_owned();
    Relation::new(RelationKind::Subset, vec![whole], parts, why)
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
    // not "the dead included 11 children, seven women and an elderly man"
    let one_outcome = one_outcome && parts.iter().all(|p| figures[*p].is_stated());
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
    all && (kinds(a, b) || kinds(b, a)) && stand_together(figures, parts)
}

/// Whether parts stand in one sentence, or in sentences right behind each other.
fn stand_together(figures: &[Figure], parts: &[FigureId]) -> bool {
    parts.windows(2).all(|w| {
        let (a, b) = (&figures[w[0]], &figures[w[1]]);
        b.place.sentence - a.place.sentence <= 1
    })
}

//! A count of all people told again kind by kind.
//!
//! "31 people were wounded. … Nineteen police officers and four civilians were wounded in the attack":
//! the officers and the civilians are all of the wounded. By kind knows groups that stand side by side;
//! whether there is a third kind it reads off the sentence alone.

use rust_decimal::Decimal;

use super::kin::{Kin, equal, is_former, is_heading, is_whole, kin, same_source, stands_alone};
use super::near::near;
use super::version::may_be_values;
use super::{Relation, RelationKind, search};
use crate::figure::{Facet, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// How many sentences before the kinds the count of all may stand.
const REACH: usize = 12;

/// How many words from one number of a list of kinds to the next: "18 fighters of the Front and".
const LISTED: usize = 7;

/// How many words from the number of all to that of the first of their kinds: "seven people, four".
const BESIDE: usize = 3;

/// Relates the kinds of people of one sentence to the count of all of them before it, where nothing
/// else is known to make that up.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let mut first = 0;
    while first < figures.len() {
        let sentence = near(figures, figures[first].place.sentence, 0);
        first = sentence.end;
        if sentence.len() < 2 {
            continue;
        }
        let outcome = |id: &FigureId| figures[*id].outcome;
        // "56 passengers, including two infants, and ten crew"
        let inner =
            |id: &FigureId| figures[*id].cues.part_of.is_some_and(|of| sentence.contains(&of));
        let mut kinds: Vec<FigureId> = sentence.clone().filter(|id| !inner(id)).collect();
        kinds.sort_by_key(|id| (outcome(id), *id));
        for kinds in kinds.chunk_by(|a, b| outcome(a) == outcome(b)) {
            relations.extend(apposed(figures, kinds, relations));
            relations.extend(of_kinds(figures, kinds, relations));
        }
    }
}

/// "Shot dead seven people, four men, three women and a child, in a village": anybody, and right behind them the kinds
/// that they were of.
fn apposed(figures: &[Figure], told: &[FigureId], known: &[Relation]) -> Option<Relation> {
    let (whole, kinds) = told.split_first()?;
    let all = &figures[*whole];
    let own = |id: &FigureId| figures[*id].group.is_some() && is_exact(&figures[*id]);
    let next = kinds.first()?;
    let beside = figures[*next].place.word - all.place.word <= BESIDE;
    let apart = kinds.windows(2).all(|pair| {
        matches!(kin(&figures[pair[0]], &figures[pair[1]]), Kin::Apart | Kin::Crossing)
    });
    let sum = search::total(figures, kinds)?;
    let near = all.quantity.nominal.is_some_and(|n| may_be_values(n, sum));
    let anybody = all.anybody && all.group.is_none() && is_exact(all) && all.is_stated();
    let sum = |r: &Relation| r.is_sum_of(*whole);
    let fits = kinds.len() > 1 && anybody && beside && apart && near && kinds.iter().all(own);
    let why = "the text names the kinds of these people right behind them".to_owned();
    let relation = || Relation::new(RelationKind::Sum, vec![*whole], kinds.to_vec(), why);
    (fits && !known.iter().any(sum)).then(relation)
}

/// The relation of the figures that a sentence tells of one outcome, if they are all kinds of people.
fn of_kinds(figures: &[Figure], kinds: &[FigureId], known: &[Relation]) -> Option<Relation> {
    let of_both = || {
        let all = if kinds.len() == 2 { whole(figures, kinds) } else { None };
        all.is_some_and(|all| are_both(figures, all, kinds))
    };
    if !are_kinds(figures, kinds) && !of_both() {
        return exceeding(figures, kinds);
    }
    let whole = whole(figures, kinds)?;
    // "The list had 118 passengers and a crew of 14. But officials now believe 141 were aboard"
    if figures[whole].cues.contrast && kinds.iter().all(|id| *id < whole) {
        return None;
    }
    // "22 dead … killing 20 hostages, two soldiers and all four hostage-takers": those who took them apart
    let others: Vec<FigureId> =
        kinds.iter().copied().filter(|id| !figures[*id].cues.definite).collect();
    if others.len() < kinds.len() && search::makes_up(figures, whole, &others) {
        return None;
    }
    let sum = |r: &Relation| r.is_sum_of(whole);
    let why = "the text counts the same people kind by kind".to_owned();
    let relation = || Relation::new(RelationKind::Sum, vec![whole], kinds.to_vec(), why);
    // Who was on board may be told by what became of them too.
    let aboard = figures[whole].outcome == Outcome::Affected;
    (aboard || !known.iter().any(sum)).then(relation)
}

/// "Left eight people dead. Seven inmates and two guards were killed": two kinds of people who are more than the count
/// of all right before them.
fn exceeding(figures: &[Figure], kinds: &[FigureId]) -> Option<Relation> {
    let [a, b] = *kinds else { return None };
    let own = |id: FigureId| is_exact(&figures[id]) && figures[id].group.is_some();
    let kin = kin(&figures[a], &figures[b]);
    let parted = own(a) && own(b) && matches!(kin, Kin::Apart | Kin::Crossing);
    let whole = whole(figures, kinds).filter(|_| parted)?;
    let near = figures[a].place.sentence == figures[whole].place.sentence + 1;
    let sum = search::total(figures, kinds);
    let one = kinds.iter().all(|id| same_source(&figures[whole], &figures[*id]));
    let exceeds = near && one && sum > figures[whole].quantity.nominal;
    let why = "the text counts two kinds of the same people";
    exceeds
        .then(|| Relation::new(RelationKind::Subset, vec![whole], kinds.to_vec(), why.to_owned()))
}

/// "At least 40 soldiers and guerrillas died. … 30 guerrillas and twelve soldiers": whether a count is of both kinds by
/// its own words.
fn are_both(figures: &[Figure], whole: FigureId, kinds: &[FigureId]) -> bool {
    let all = &figures[whole];
    let kind = |id: &FigureId| {
        let f = &figures[*id];
        is_exact(f) && f.group.is_some() && !f.cues.besides && kin(all, f) == Kin::Wider
    };
    let [a, b] = *kinds else { return false };
    // "one of her daughters" is no woman and a girl
    let told = all.unit.as_deref().is_some_and(|unit| unit.contains(" and "));
    told && all.group.is_some()
        && kinds.iter().all(kind)
        && kin(&figures[a], &figures[b]) == Kin::Apart
}

/// Whether figures count people of several kinds, and nobody is of two: three kinds at least, or two
/// of an event that is known.
fn are_kinds(figures: &[Figure], kinds: &[FigureId]) -> bool {
    let several = match kinds {
        [] | [_] => false,
        [a, b] => {
            let (a, b) = (&figures[*a], &figures[*b]);
            let aboard = a.outcome == Outcome::Affected && a.cues.population;
            a.cues.of_event || b.cues.of_event || are_both_sexes(a, b) || aboard
        }
        _ => true,
    };
    let own = |id: &FigureId| {
        let f = &figures[*id];
        // "stormed the house in an operation that killed a hostage, two soldiers and 14 rebels"
        let certain = f.scope.certain || kinds.len() > 2 && f.scope.event == 0;
        let told = counts_to_a_head(f) && certain;
        // "a hostage, two soldiers and all 14 hostage-takers"
        let kind = f.unit.is_some() && (!f.anybody || f.cues.perpetrators);
        let kind = f.group.is_some() || kinds.len() > 2 && kind;
        let known = f.cues.definite && (kinds.len() == 2 || *id == kinds[0]);
        told && kind && !f.cues.besides && !known
    };
    let apart = |(at, a): (usize, &FigureId)| {
        let kin = |b: &FigureId| kin(&figures[*a], &figures[*b]);
        // "41 soldiers, 18 fighters and four civilians": a list of three tells them apart.
        let listed = kinds.len() > 2 && in_one_list(figures, kinds);
        let other = |kin| matches!(kin, Kin::Apart | Kin::Crossing) || listed && kin != Kin::Same;
        kinds[at + 1..].iter().all(|b| other(kin(b)))
    };
    several && kinds.iter().all(own) && kinds.iter().enumerate().all(apart)
}

/// Whether no more than a noun or two stands between the numbers of some figures.
fn in_one_list(figures: &[Figure], kinds: &[FigureId]) -> bool {
    kinds.windows(2).all(|pair| {
        let apart = figures[pair[1]].place.word - figures[pair[0]].place.word;
        apart <= LISTED && figures[pair[1]].cues.part_of.is_none()
    })
}

/// "33 girls and 16 boys": whether people of one age are told by sex.
fn are_both_sexes(a: &Figure, b: &Figure) -> bool {
    let several = |f: &Figure| f.quantity.nominal > Some(Decimal::ONE);
    if !several(a) || !several(b) {
        return false;
    }
    let Some((a, b)) = a.group.as_ref().zip(b.group.as_ref()) else { return false };
    let mut traits = a.traits.iter().chain(&b.traits);
    let plain = traits.all(|t| matches!(t.facet, Facet::Age | Facet::Sex));
    plain && a.differs_by(Facet::Sex, b) && !a.differs_by(Facet::Age, b)
}

/// The count of all before the kinds: the only one of the event, and near enough to their sum. How many
/// were on board may be told behind them.
fn whole(figures: &[Figure], kinds: &[FigureId]) -> Option<FigureId> {
    let first = *kinds.first()?;
    let part = &figures[first];
    let sum = search::total(figures, kinds)?;
    let aboard = part.outcome == Outcome::Affected;
    let counts = |id: &FigureId| {
        let f = &figures[*id];
        // "Two days of fighting killed 63. … 41 soldiers, 18 rebels and four civilians have died since Monday"
        let next = f.place.sentence + 1 == part.place.sentence;
        let since = f.scope.event == 0 && next && kinds.len() > 2;
        let event = f.scope.event == part.scope.event || since;
        let of_event = f.outcome == part.outcome && event;
        // "89 passengers and crew"
        let joint = || kinds.iter().all(|id| kin(f, &figures[*id]) == Kin::Wider);
        let there = f.cues.population && (f.group.is_none() || joint());
        // "40 people, including an adviser"
        let part = f.cues.part_of.is_some_and(|of| figures[of].outcome == f.outcome);
        of_event && !is_heading(f) && !is_former(f) && (!aboard || there) && !part
    };
    let around = near(figures, part.place.sentence, REACH);
    // "A plane with 19 people … 17 passengers and two pilots. The list showed 13 nationals, two Dutchmen …"
    let told = |id: &FigureId| {
        let f = &figures[*id];
        let others = f.cues.population && f.quantity.nominal == Some(sum);
        others && aboard && !is_heading(f) && !kinds.contains(id)
    };
    if around.clone().any(|id| told(&id)) {
        return None;
    }
    let end = if aboard { around.end } else { first };
    let mut around: Vec<FigureId> = (around.start..end).filter(counts).collect();
    if around.is_empty() && !aboard {
        around.extend(headed(figures, kinds));
    }
    let (whole, again) = around.split_first()?;
    let all = &figures[*whole];
    let only = again.iter().all(|id| equal(&figures[*id], all));
    let apart = all.place.sentence != part.place.sentence;
    let both = are_both(figures, *whole, kinds);
    let near = |n| may_be_values(n, sum) || both && sum > n;
    let near = all.quantity.nominal.is_some_and(near);
    let open = aboard || all.group.is_none() || both;
    let of_all = |id: &FigureId| open || search::is_plain_part(all, &figures[*id]);
    let counted = is_exact(all) || both && all.scope.certain;
    let everybody = apart && counted && all.is_stated();
    (only && everybody && near && kinds.iter().all(of_all)).then_some(*whole)
}

/// "Clashes leave 25 dead", over eleven soldiers, four policemen and eight guerrillas: the headline's count, where
/// the body tells of nobody else.
fn headed(figures: &[Figure], kinds: &[FigureId]) -> Option<FigureId> {
    let part = &figures[*kinds.first()?];
    let of_event = |f: &Figure| f.outcome == part.outcome && f.scope.event == part.scope.event;
    let several = kinds.len() > 2;
    let counts = |f: &Figure| is_heading(f) && of_event(f) && is_whole(f) && f.group.is_none();
    figures.iter().position(counts).filter(|_| several)
}

/// Whether a figure counts people to a head, by itself and of a certain event.
fn is_exact(figure: &Figure) -> bool {
    counts_to_a_head(figure) && figure.scope.certain
}

/// Whether a figure counts people to a head and by itself, of whichever event.
fn counts_to_a_head(figure: &Figure) -> bool {
    let counts = stands_alone(figure) || !figure.is_stated();
    figure.quantity.bound == Bound::Exact && counts && is_whole(figure)
}

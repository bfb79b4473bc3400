//! What speaks against two figures being one count: that the later one is the sum of several.
//!
//! "Killing 13 officers … 14 gunmen and one soldier dead … The 28 deaths" are those of all three. Sums know the counts
//! of the sentences before and beside, not what the words say of them.

use super::back::before;
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::relate::kin::{
    Kin, is_heading, is_lost, is_whole, kin, stands_alone, sum_of, sum_of_several,
};
use crate::relate::near::near;
use crate::relate::search;

/// How many sentences before a count others may stand that come to it.
const SUM: usize = 3;

/// The most kinds of people that are counted one by one.
const KINDS: usize = 6;

/// Whether the later count holds the first, and others.
pub(super) fn is_of_more(figures: &[Figure], first: &Figure, later: FigureId) -> bool {
    let count = &figures[later];
    come_to(figures, first, count)
        || is_sum_of_all(figures, count)
        || is_sum_of_two(figures, first, count)
        || has_others(figures, first, later)
        || holds_earlier_events(figures, first, count)
}

/// "Killing 13 officers … 14 gunmen and one soldier dead … The 28 deaths": whether the last that were counted before
/// come to the later count.
fn is_sum_of_all(figures: &[Figure], later: &Figure) -> bool {
    let mut all: Vec<&Figure> = Vec::new();
    for f in before(figures, later) {
        // "Eleven were dead on arrival. Of the 63 wounded, four died … Of the 15 who died"
        let of = f.cues.part_of.map(|whole| figures[whole].outcome);
        let whole = is_whole(f) || of == Some(Outcome::Injured);
        let own = f.outcome == later.outcome && whole && !is_heading(f);
        let again = |other: &&Figure| {
            other.quantity.nominal == f.quantity.nominal && kin(other, f) != Kin::Apart
        };
        if own && f.scope.event == later.scope.event && !all.iter().any(again) {
            all.push(f);
        }
    }
    let last = all.len().saturating_sub(KINDS);
    (last..all.len()).any(|from| come_to_it(&all[from..], later))
}

/// "20 soldiers died at a base … killed nine soldiers and four civilians at a checkpoint … the 29 soldiers": whether the first
/// and another of its kind, told apart, come to the later count.
fn is_sum_of_two(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let other = |f: &Figure| {
        let own = f.outcome == first.outcome && f.scope.event == first.scope.event && is_whole(f);
        let alike = kin(f, first) == Kin::Same || f.outcome == Outcome::Captured;
        own && !is_heading(f) && f.span != first.span && alike
    };
    let sum = |f: &Figure| sum_of(first, f) == later.quantity.nominal;
    // "Seven died there … five in the next county, leaving the toll at 12"
    let kind = later.group.is_some() || later.cues.alive || later.unit.is_none();
    // "Six guards captured … three captured … The nine prisoners"
    let captives = later.outcome == Outcome::Captured && kin(first, later).nests();
    let kind = kind && kin(first, later) == Kin::Same || captives;
    kind && before(figures, later).any(|f| other(f) && sum(f))
}

/// Whether some figures, nobody being of two, come to a count.
fn come_to_it(figures: &[&Figure], count: &Figure) -> bool {
    let sum = sum_of_several(figures.iter().copied());
    let other = |a: &Figure, b: &Figure| matches!(kin(a, b), Kin::Apart | Kin::Crossing);
    let apart = |(at, a): (usize, &&Figure)| figures[at + 1..].iter().all(|b| other(a, b));
    let parted = figures.iter().enumerate().all(apart);
    figures.len() > 1 && parted && sum.is_some() && sum == count.quantity.nominal
}

/// "Twenty died in two crashes … Ten were killed at once and one died in hospital. … The 11 dead": whether the counts
/// of one sentence behind the first come to the later one.
pub(super) fn is_sum_before(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let from = first.place.sentence + 1;
    let beside = &figures[near(figures, later.place.sentence, SUM)];
    let told = |f: &&Figure| {
        let own = f.outcome == later.outcome && f.is_stated() && is_whole(f);
        own && (from..later.place.sentence).contains(&f.place.sentence)
    };
    let told: Vec<&Figure> = beside.iter().filter(told).collect();
    let sentence = |a: &&Figure, b: &&Figure| a.place.sentence == b.place.sentence;
    told.chunk_by(sentence).any(|list| {
        let sum = sum_of_several(list.iter().copied());
        list.len() > 1 && sum == later.quantity.nominal
    })
}

/// "94 dead … The governor said that 98 were dead. His figure includes four shepherds who are missing": whether those who are
/// the difference are told of beside the later count.
pub(super) fn tells_of_gap(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let lost = |f: &Figure| {
        let lost = is_lost(f.outcome) && f.is_stated() && f.place.word > later.place.word;
        lost && sum_of(f, first) == later.quantity.nominal
    };
    figures[near(figures, later.place.sentence, 1)].iter().any(lost)
}

/// "It was the third accident on the project. One worker died in May and three in August. With Monday's it has cost ten
/// lives": whether the first, with the counts of other events right before the later one, come to it.
fn holds_earlier_events(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let beside = near(figures, later.place.sentence, 1);
    let earlier = |f: &&Figure| {
        let own = f.outcome == later.outcome && is_whole(f) && !is_heading(f);
        own && f.scope.event != first.scope.event && f.place.word < later.place.word
    };
    let earlier: Vec<&Figure> = figures[beside].iter().filter(earlier).collect();
    let all = earlier.iter().copied().chain([first]);
    let sum = sum_of_several(all);
    !earlier.is_empty() && sum.is_some() && sum == later.quantity.nominal
}

/// Whether the counts of a sentence come to a later one together, or would if they were right: "127
/// passengers and six crew were on board. Of the 133 …"
fn come_to(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let beside = near(figures, first.place.sentence, 0).filter(|id| {
        let f = &figures[*id];
        // "A man and two of his children died … All three"
        let counts = stands_alone(f) || !f.is_stated();
        f.outcome == later.outcome && counts && is_whole(f)
    });
    let beside: Vec<FigureId> = beside.collect();
    let sum = search::total(figures, &beside);
    let aboard = first.outcome == Outcome::Affected && first.group.is_some();
    let equal = sum.is_some() && sum == later.quantity.nominal;
    let beside = beside.len() > 1 && (equal || (aboard && later.group.is_none()));
    beside || are_with_dead(figures, first, later)
}

/// "One is dead and four others are hurt … officers found five people with gunshot wounds"
fn are_with_dead(figures: &[Figure], first: &Figure, later: &Figure) -> bool {
    let sum = |f: &Figure| sum_of(first, f);
    let with = |f: &Figure| {
        let dead = f.outcome == Outcome::Killed && is_whole(f);
        dead && sum(f).is_some() && sum(f) == later.quantity.nominal
    };
    let hurt = first.outcome == Outcome::Injured && first.cues.besides;
    hurt && figures[near(figures, first.place.sentence, 0)].iter().any(with)
}

/// "17 died … a toll of 22 in the town, which includes five at a bakery", "four are dead, three of them your hosts",
/// "The first two crashes cost four lives and seven, so the road has now killed 27": whether the words beside the later
/// count say that it holds the first, and others.
fn has_others(figures: &[Figure], first: &Figure, later: FigureId) -> bool {
    let count = &figures[later];
    let others = |id: FigureId| {
        let f = &figures[id];
        let own = f.outcome == count.outcome && f.is_stated() && id != later;
        let sum = sum_of(first, f);
        own && match f.cues.part_of == Some(later) {
            true => f.quantity.nominal == first.quantity.nominal,
            false => sum.is_some() && sum == count.quantity.nominal,
        }
    };
    let reach = count.place.sentence..count.place.sentence + 2;
    (later..figures.len()).take_while(|id| reach.contains(&figures[*id].place.sentence)).any(others)
}

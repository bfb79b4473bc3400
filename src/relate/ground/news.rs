//! What speaks for two figures being one count, by where the first stands: it opens the news, and the later one is larger.
//!
//! "Two men were hurt … officers said five people were shot": nobody counted later is outside the news, unless the words
//! move him there. Where the later one counts anew, or counts others, is not known here.

use rust_decimal::Decimal;

use super::back::before;
use super::bars::is_few_more;
use super::sums::tells_of_gap;
use super::{Ground, LEDE, is_first};
use crate::document::BlockKind;
use crate::figure::{Change, Figure};
use crate::lexicon::Outcome;
use crate::quantity::Bound;
use crate::relate::kin::{
    Kin, equal, is_announced, is_headed, is_heading, is_of_office, is_whole, kin, same_source,
};
use crate::relate::recalled::has_attackers;
use crate::relate::same::Count;
use crate::relate::version::may_be_versions;

/// The last one behind lines that say who publishes it, and when.
const PREAMBLE: usize = 10;

/// What speaks for it where the later figure is larger than the count which the headline gives too, or which opens the
/// news.
pub(super) fn outgrown(
    figures: &[Figure],
    counts: &[Count],
    first: &Figure,
    later: &Figure,
) -> Option<Ground> {
    let related = kin(first, later);
    // "2 wounded" over "wounding two people", and later "wounding five"
    // "175 IS militants" over "175 IS members … 350 militants"
    let both = |head: &Figure| {
        let own = head.outcome == later.outcome && equal(head, first);
        own && kin(head, first).nests() && kin(head, later).nests()
    };
    let one = || related.nests() || figures.iter().take_while(|f| is_heading(f)).any(both);
    let headed = is_headed(figures, later.outcome, first) && one();
    let apart = !may_be_versions(first, later);
    // "The bodies of the last four missing … by noon on Tuesday eight were missing"
    let shrinks = matches!(later.outcome, Outcome::Affected | Outcome::Missing);
    if shrinks || apart || !exceeds_all(figures, later) {
        return None;
    }
    // "State television, which counted the attackers, gave the toll as 19"
    let few = is_few_more(later, first);
    let another = later.source.is_some() && first.source.is_none();
    // "With his death, seven have died"
    let risen = later.cues.change == Some(Change::To);
    if few && (risen || another && has_attackers(figures)) {
        return None;
    }
    // "The bodies of three were found, raising the toll to 19 … Four were firefighters": of the 19.
    let holds = |f: &Figure| {
        let toll = is_announced(f) && f.outcome == later.outcome && f.scope.event == 0;
        toll && f.quantity.nominal >= later.quantity.nominal
    };
    let kind = related == Kin::Wider && before(figures, later).any(holds);
    if headed && !kind && !tells_of_gap(figures, first, later) {
        return Some(Ground::Headline);
    }
    // "left two men dead and four wounded … Seven others were hurt": the four need not be men.
    let alike = match related {
        Kin::Same | Kin::Wider => true,
        Kin::Narrower => first.unit.is_none() && later.cues.besides,
        _ => false,
    };
    (alike && opens_news(figures, counts, first, later)).then_some(Ground::News)
}

/// Whether the first count opens the news, and nothing moves the later one to others than its people.
fn opens_news(figures: &[Figure], counts: &[Count], first: &Figure, later: &Figure) -> bool {
    let several = first.quantity.nominal > Some(Decimal::ONE);
    let disputed = first.source.is_some() && later.source.is_some() && first.source != later.source;
    let apart = disputed || later.place.sentence > first.place.sentence + 1;
    // "The army had 71 casualties … 24 killed … 38 militants were killed": the first were of the army.
    let rival = |f: &Figure| {
        let all = f.place.word < first.place.word && is_whole(f);
        let holds = f.quantity.nominal >= first.quantity.nominal;
        all && holds && kin(f, later) == Kin::Apart
    };
    let opens = is_first(figures, first) && is_news(figures, first);
    // "On the other side, one ship had 80 wounded"
    let moved = later.scope.fronted && later.scope.place_name() != first.scope.place_name();
    // "The governor believed that more than 40 had been killed", over several counts
    let own = later.source.is_none() || names_one_office(first, later);
    let own = own || is_only(figures, counts, later);
    several && opens && apart && !moved && own && !figures.iter().any(rival)
}

/// Whether a figure is larger than all before it that may hold its people, new totals aside.
fn exceeds_all(figures: &[Figure], later: &Figure) -> bool {
    // "85 dead in three days of disasters" over "bringing the toll to 85"
    let headed =
        |f: &Figure| is_heading(f) && figures.iter().any(|g| is_announced(g) && equal(f, g));
    before(figures, later).all(|f| {
        let total = is_announced(f) || headed(f);
        let holds = f.outcome == later.outcome && kin(f, later).nests() && !total;
        !holds || f.quantity.nominal < later.quantity.nominal
    })
}

/// Whether a figure stands where the news is told first; behind a preamble, nothing is counted before it.
pub(super) fn is_news(figures: &[Figure], figure: &Figure) -> bool {
    let sentence = figure.place.sentence;
    let exact = figure.quantity.bound == Bound::Exact;
    let opening = exact && figures.first().is_some_and(|f| f.place.sentence == sentence);
    // An entry of a list or a table is one of many.
    let entry = matches!(figure.place.kind, BlockKind::ListItem | BlockKind::TableCell);
    !entry && sentence <= if opening { PREAMBLE } else { LEDE }
}

/// Whether the event has only one count so far that may hold a figure's people.
fn is_only(figures: &[Figure], counts: &[Count], later: &Figure) -> bool {
    let holds = |c: &&Count| {
        let f = &figures[c.members[0]];
        let here = f.scope.event == later.scope.event && f.outcome == later.outcome;
        // "bringing the toll to 85"
        here && is_whole(f) && kin(f, later) != Kin::Apart && !is_announced(f)
    };
    counts.iter().filter(holds).count() == 1
}

/// Whether two figures come from one office as far as the text says, and no person speaks for himself.
fn names_one_office(first: &Figure, later: &Figure) -> bool {
    is_of_office(first) && is_of_office(later) && same_source(first, later)
}

//! Ties between the figures of a sentence, and to those of the sentences before.
//!
//! In "eight of them were foreigners" the eight are of the people counted before; in "988 were badly hurt and
//! 3,328 slightly" the second are none of the first. Ties know the figures as they are drafted, by place and number.

use rust_decimal::Decimal;

use super::InSentence;
use crate::figure::reading::Reading;
use crate::figure::tied::Draft;
use crate::figure::{Change, Cues, Facet, Figure, FigureId, Group};
use crate::lexicon::Outcome;
use crate::quantity::{Agreement, Quantity};

/// How many words apart two numbers are that one verb gives: "25 dead and 10 missing", "five people had been killed and
/// five wounded".
const PAIR: usize = 6;

/// How many sentences away a count may stand that holds a part, where the nearest does not, or to which a number or a
/// noun points back.
pub(super) const REACH: usize = 4;

impl InSentence<'_> {
    /// Ties the parts of the sentence to its wholes, some of which stand behind them.
    pub(super) fn tie_parts(
        &self,
        readings: &[Reading],
        ids: &[Option<FigureId>],
        drafts: &mut [Draft],
    ) {
        // The last kind of a list, behind which others of the list stand.
        let mut ended = None;
        for (reading, id) in readings.iter().zip(ids) {
            let whole = reading.part_of.and_then(|whole| ids[whole]);
            let Some((id, of)) = id.zip(whole) else { continue };
            // A whole that is said to be a part of its own part is none.
            if lies_in(drafts, of, id) {
                continue;
            }
            let count = |id: FigureId| drafts[id].figure.quantity.nominal;
            // "the clinic, which has one doctor, treated seven of them"
            let one = count(of) == Some(Decimal::ONE) && count(id) > count(of);
            if one && drafts[id].figure.cues.part_of.is_some_and(|whole| whole != of) {
                continue;
            }
            // "988 people were seriously injured and 3,328 slightly", "190 captured (1,257 in all)"
            let total = |id: FigureId| drafts[id].figure.cues.total;
            let apart = reading.how || total(id) && !total(of);
            if apart && count(id) > count(of) {
                drafts[id].figure.cues.part_of = None;
                continue;
            }
            // "38 were killed and 83 injured (121)"
            if let Some(both) = both_before(drafts, id, of) {
                let figure = &mut drafts[id].figure;
                figure.outcome = both;
                figure.cues = Cues { part_of: None, total: true, ..figure.cues };
                continue;
            }
            // "Four men, two women and a child, were killed" is one list.
            let group = |id: FigureId| drafts[id].figure.group.as_ref();
            if reading.complete && group(id).zip(group(of)).is_some_and(|(a, b)| a.excludes(b)) {
                let cues = &mut drafts[id].figure.cues;
                (cues.part_of, cues.complete) = (None, false);
                continue;
            }
            // "57 people: 22 civilians including seven children, 18 fighters": the fighters are of the 57.
            let apart = group(id).zip(group(of)).is_some_and(|(a, b)| a.excludes(b));
            let apart = apart || ended == Some(of);
            let outer = drafts[of].figure.cues.part_of.filter(|_| apart);
            // not "14 passengers: nine Danes, four pilots on leave and a trader"
            if !reading.complete && is_of_other_rank(drafts, id, outermost(drafts, of)) {
                drafts[id].figure.cues.part_of = None;
                continue;
            }
            let complete = drafts[of].figure.cues.complete;
            if let Some(outer) = outer.filter(|outer| *outer < of && !lies_in(drafts, *outer, id)) {
                ended = Some(of);
                let cues = &mut drafts[id].figure.cues;
                (cues.part_of, cues.complete) = (Some(outer), complete);
                continue;
            }
            drafts[id].figure.cues.part_of = whole;
            let outer = drafts[of].figure.outcome;
            if outer != drafts[id].figure.outcome {
                drafts[id].figure.cues.among = Some(outer);
            }
            self.share_group(drafts, id, whole);
        }
    }

    /// "two of the 18": the part is of the people of the whole, where nothing else is known of it.
    fn share_group(&self, drafts: &mut [Draft], part: FigureId, whole: Option<FigureId>) {
        let behind = whole.filter(|whole| *whole > part);
        let group = behind.and_then(|whole| drafts[whole].figure.group.clone());
        let figure = &mut drafts[part].figure;
        if figure.group.is_none() && figure.unit.is_none() {
            figure.group = group;
        }
    }
}

/// What befell those of a count and of the one right before it, where a figure gives the sum of both.
fn both_before(drafts: &[Draft], sum: FigureId, last: FigureId) -> Option<Outcome> {
    let [first, last] = [&drafts.get(last.checked_sub(1)?)?.figure, &drafts[last].figure];
    let apart = first.outcome != last.outcome && first.place.sentence == last.place.sentence;
    let both = first.quantity.plus(&last.quantity).and_then(|both| both.nominal);
    let given = both.is_some() && both == drafts[sum].figure.quantity.nominal;
    (apart && given).then(|| first.outcome.together(last.outcome))
}

/// The count that a figure is a part of, or the figure itself: "Eight of them were foreigners. Nine
/// were women" makes both parts of one whole.
pub(super) fn outermost(drafts: &[Draft], at: FigureId) -> FigureId {
    wholes(drafts, at).last().unwrap_or(at)
}

/// "52 passengers, including four children, and six crew": whether people who were there are told by what they do, and
/// those of the whole by something else.
fn is_of_other_rank(drafts: &[Draft], id: FigureId, whole: FigureId) -> bool {
    let [own, all] = [id, whole].map(|id| &drafts[id].figure);
    let there = own.outcome == Outcome::Affected && all.cues.population;
    let told = |group: &Group| group.traits.iter().any(|t| t.facet == Facet::Role);
    let groups = own.group.as_ref().zip(all.group.as_ref());
    let other = |(a, b): (&Group, &Group)| told(a) && told(b) && !a.lies_in(b) && !b.lies_in(a);
    there && groups.is_some_and(other)
}

/// Whether a figure is another, or a part of it by way of others.
fn lies_in(drafts: &[Draft], at: FigureId, whole: FigureId) -> bool {
    wholes(drafts, at).any(|id| id == whole)
}

/// A figure, the count that it is a part of, the count of which that is a part, and so on.
fn wholes(drafts: &[Draft], at: FigureId) -> impl Iterator<Item = FigureId> {
    std::iter::successors(Some(at), |at| drafts[*at].figure.cues.part_of)
}

/// The count of all who were there, if the one taken for it is of the dead: "with 96 people on board sank, killing 33.
/// Forty-one of them swam ashore".
pub(super) fn all_there(drafts: &[Draft], taken: FigureId) -> Option<FigureId> {
    let dead = &drafts[taken].figure;
    let there = |d: &Draft| {
        let beside = d.figure.place.sentence == dead.place.sentence;
        beside && d.figure.outcome == Outcome::Affected && d.figure.is_stated()
    };
    let lost = matches!(dead.outcome, Outcome::Killed | Outcome::Missing);
    drafts[..taken].iter().rposition(there).filter(|_| lost)
}

/// "Ten were wounded, and the clinic, which has one doctor, treated seven of them": the last that may hold as many, instead
/// of one person.
pub(super) fn several(drafts: &[Draft], one: FigureId, part: &Quantity) -> FigureId {
    let nominal = |id: FigureId| drafts[id].figure.quantity.nominal;
    if nominal(one) != Some(Decimal::ONE) || part.nominal <= Some(Decimal::ONE) {
        return one;
    }
    let sentence = drafts[one].figure.place.sentence;
    let here = |id: &FigureId| drafts[*id].figure.place.sentence == sentence;
    let mut before = (0..one).rev().take_while(here);
    before.find(|id| nominal(*id) >= part.nominal).unwrap_or(one)
}

/// The count that can hold so many people, if the one taken for theirs cannot: "13 were shot and 26 died of burns.
/// Thirty-nine of them …" are of those counted before.
pub(super) fn large_enough(drafts: &[Draft], taken: FigureId, part: &Quantity) -> FigureId {
    let whole = &drafts[taken].figure;
    let holds = |f: &Figure| part.fits_within(&f.quantity) != Agreement::Impossible;
    // "None of the four people killed was named. Six of them": of the four, whoever died before.
    let sentence = |d: &&Draft| d.figure.place.sentence == whole.place.sentence;
    let alone = drafts.iter().filter(sentence).count() == 1;
    // "Four others are trapped. Six of them have called out"
    let last = taken + 1 == drafts.len() && whole.outcome == Outcome::Affected && !whole.cues.alive;
    let meant = whole.cues.definite && !whole.cues.besides || last;
    if holds(whole) || meant && alone {
        return taken;
    }
    let first = drafts.partition_point(|d| d.figure.place.sentence + REACH < whole.place.sentence);
    let before = drafts[first..taken].iter().rposition(|Draft { figure: f, .. }| {
        let all = f.cues.part_of.is_none() && f.cues.among.is_none() && f.is_stated();
        // "31 people died. Two others were hurt. Twelve of them": of the 31.
        let one = f.outcome == whole.outcome || whole.cues.besides;
        all && one && f.place.kind == whole.place.kind && holds(f)
    });
    // "44 people died and nine others are missing. Thirty-one of them": of the 44.
    let beside = || {
        let sentence = |d: &Draft| d.figure.place.sentence == whole.place.sentence;
        let here = |d: &Draft| sentence(d) && d.figure.is_stated() && holds(&d.figure);
        drafts[..taken].iter().rposition(here)
    };
    // "3,163 casualties … 950 deaths and 2,213 injuries. Most of them, 2,749": of the casualties.
    let wider = || {
        drafts[first..taken].iter().rposition(|Draft { figure: f, .. }| {
            let all = matches!(f.outcome, Outcome::Casualties | Outcome::Affected);
            all && f.cues.part_of.is_none() && f.is_stated() && holds(f)
        })
    };
    let before = before.or_else(|| beside().map(|at| at - first)).or_else(wider);
    before.map_or(taken, |before| first + before)
}

/// "212 became sick, and four of them died. Sixty-one of them": whether a count is so much smaller than a part that the words
/// must mean others.
pub(super) fn is_far_too_small(drafts: &[Draft], whole: FigureId, part: &Quantity) -> bool {
    let counts = drafts[whole].figure.quantity.nominal.zip(part.nominal);
    counts.is_some_and(|(whole, part)| whole.saturating_mul(Decimal::TEN) < part)
}

/// "At dawn it had reported 25 dead and 10 missing": both are older.
pub(super) fn date_pairs(drafts: &mut [Draft], first: usize) {
    for id in first + 1..drafts.len() {
        let (last, own) = (&drafts[id - 1].figure, &drafts[id].figure);
        let beside = own.place.word.abs_diff(last.place.word) <= PAIR;
        let other = own.outcome != last.outcome && own.is_stated();
        if last.cues.change == Some(Change::From) && beside && other {
            drafts[id].figure.cues.change.get_or_insert(Change::From);
        }
    }
}

/// "Four nurses and a pharmacist were among the 12 killed": ties a victim without a number, behind a part, to
/// the whole that follows both.
pub(super) fn tie_victims(drafts: &mut [Draft], first: usize) {
    for id in first + 1..drafts.len() {
        let (part, own) = (&drafts[id - 1].figure, &drafts[id].figure);
        let whole = part.cues.part_of.filter(|whole| *whole > id);
        let lone = !own.is_stated() && own.cues.part_of.is_none();
        let apart = whole.is_some_and(|of| !lies_in(drafts, of, id));
        if lone && apart && own.outcome == part.outcome {
            drafts[id].figure.cues.part_of = whole;
        }
    }
}

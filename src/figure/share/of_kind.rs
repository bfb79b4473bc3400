//! Shares of one kind of people, whose number stands elsewhere.
//!
//! "Children accounted for a third of the 72 dead … 24 children were killed", "a third of the 72 dead were children": the
//! share names its people, and another sentence counts them. Whether they are as many is not asked here.

use rust_decimal::Decimal;

use super::stated;
use crate::figure::group;
use crate::figure::{Figure, FigureId, Group, Term};
use crate::lexicon::{ContrastWord, Grammar, PeopleRole};
use crate::numeral::Numeral;
use crate::quantity::Bound;
use crate::text::Text;

/// The most words between the people and the share: "children under five accounted for".
const BEFORE: usize = 5;

/// The most words from the whole to the verb behind it: "a third of the 72 people killed in the raids were children".
const BEHIND: usize = 9;

/// How many sentences away the number of these people may stand.
const REACH: usize = 3;

/// The only number of the people of whom a share of a count is told.
pub(super) fn part(
    text: &Text<'_>,
    share: &Numeral,
    figures: &[Figure],
    whole: FigureId,
) -> Option<Term> {
    let group = before(text, share).or_else(|| behind(text, share, &figures[whole]))?;
    let all = &figures[whole];
    let own = |id: &FigureId| {
        let f = &figures[*id];
        let alike = f.group.as_ref().is_some_and(|own| own.traits == group.traits);
        let here = f.place.sentence.abs_diff(share.sentence) <= REACH;
        let told = f.outcome == all.outcome && f.scope.event == all.scope.event;
        *id != whole && alike && here && told && f.is_stated()
    };
    let mut parts = (0..figures.len()).filter(own);
    let first = parts.next()?;
    let part = &figures[first];
    let one = parts.all(|id| figures[id].quantity.nominal == part.quantity.nominal);
    let exact = part.quantity.bound == Bound::Exact && part.quantity.nominal > Some(Decimal::ONE);
    let more = part.cues.besides || part.cues.change.is_some();
    (one && exact && !more).then(|| stated(part, first))
}

/// "Children accounted for a third of": the people whose share it is.
fn before(text: &Text<'_>, share: &Numeral) -> Option<Group> {
    let first = text.sentences[share.sentence].words.start;
    let near = share.phrase.start.saturating_sub(BEFORE).max(first)..share.phrase.start;
    let makes = |at: &usize| {
        let tags = text.tags(*at);
        tags.contrast.as_deref().is_some_and(|word| word.is(ContrastWord::MAKES))
    };
    let verb = near.clone().find(makes)?;
    let noun = (first..verb).rev().take(BEFORE).find(|at| names(text, *at))?;
    group::read(text, noun..noun + 1, verb).group
}

/// "A third of the 72 dead were children": the people named behind the whole.
fn behind(text: &Text<'_>, share: &Numeral, whole: &Figure) -> Option<Group> {
    let end = text.sentences[share.sentence].words.end;
    let from = whole.place.word.max(share.words.end);
    let here = whole.place.sentence == share.sentence;
    let mut words = (from..end.min(from + BEHIND)).filter(|_| here);
    let be = words.find(|at| text.tags(*at).grammar.is(Grammar::BE))?;
    let noun = Some(be + 1).filter(|at| *at < end && names(text, *at))?;
    group::read(text, noun..noun + 1, end).group
}

/// Whether a word names people of a kind: "children", not "people".
fn names(text: &Text<'_>, at: usize) -> bool {
    let people = text.tags(at).people;
    people.is_some_and(|p| p.role.is(PeopleRole::PLURAL) && p.kinds().next().is_some())
}

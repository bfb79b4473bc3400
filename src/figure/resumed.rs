//! Numbers of which the sentence has said what befell the people: other counts of them, and totals.
//!
//! "14 died, down from 19 a year before", "eight dead, then corrected to seven", "46 killed and 173 wounded, a
//! total of 219": neither number has a verb of its own. It knows one sentence and the readings before the number.

use super::outline::{Kind, Outline};
use super::parts::Earlier;
use super::phrase::{Head, Phrase};
use super::reading::Reading;
use crate::lexicon::Outcome;

/// "14, down from 19", "a third fewer than the 126 of the year before": to whom the same happened at another time.
pub(super) fn compared(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
    earlier: Option<Earlier>,
) -> Option<Reading> {
    let named = matches!(phrase.head, Head::Outcome(_) | Head::People(_) | Head::Thing);
    // "had spoken of eight dead, then corrected itself to seven"
    let risen = phrase.is_bare() && has_risen(outline, at);
    let base = (outline.bases.contains(&at) || risen) && !named;
    // "The figure was up from 30 on Thursday."
    let figure = before.is_empty() && !outline.tallies.is_empty();
    let earlier = earlier.filter(|_| figure).map(|earlier| earlier.outcome);
    let outcome = before.iter().rev().find_map(|r| r.outcome).or(earlier).filter(|_| base)?;
    Some(Reading { outcome: Some(outcome), ..Reading::default() })
}

/// "corrected itself to seven", "and the number rose to 14", not "and shares fell to 12": whether the count before
/// has become another.
fn has_risen(outline: &Outline, at: usize) -> bool {
    let Some(verb) = at.checked_sub(2).filter(|verb| outline.rises.contains(verb)) else {
        return false;
    };
    let joins =
        |at: &usize| matches!(outline.kind(*at), Kind::Comma | Kind::And | Kind::Subordinator);
    let plain = |at: usize| {
        let kind = outline.kind(at);
        let helps = matches!(kind, Kind::Determiner | Kind::Adverb | Kind::Pronoun);
        helps || matches!(kind, Kind::Have | Kind::Be) || outline.tallies.contains(&at)
    };
    let clause = (0..verb).rev().find(joins);
    let own = clause.is_some_and(|joins| (joins + 1..verb).all(plain));
    own && outline.kind(at - 1) == Kind::Preposition
}

/// "The number rose from 61 to 75, after a dozen more people came for treatment": those whom a sentence with an old
/// and a new count adds.
pub(super) fn added(outline: &Outline, phrase: &Phrase, before: &[Reading]) -> Option<Reading> {
    let people =
        matches!(phrase.head, Head::People(_) | Head::Hidden) && phrase.partitive.is_none();
    let [old, new] = before else { return None };
    let counts = |reading: &Reading| outline.is_bare(reading.item);
    let changed = outline.rises.iter().any(|verb| *verb < old.item);
    let one = old.outcome == new.outcome && counts(old) && counts(new);
    let added = phrase.more && people && changed && one;
    added.then_some(Reading { outcome: old.outcome, ..Reading::default() })
}

/// The total of the people counted before, where a bare number or people of whom its clause says nothing else are one.
pub(super) fn total(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Option<Reading> {
    let several = before.iter().filter(|r| r.outcome.is_some()).count() > 1;
    let brought = phrase.is_bare() && brings_total(outline, at);
    let told = brought || several && is_total(outline, at, phrase);
    told.then(|| of_all(before))?
}

/// "Nine people died, bringing the total to 19": whether a verb brings a total to a number.
fn brings_total(outline: &Outline, item: usize) -> bool {
    let Some(to) = item.checked_sub(1).filter(|to| outline.kind(*to) == Kind::Preposition) else {
        return false;
    };
    let total = |at: &usize| matches!(outline.kind(*at), Kind::Determiner | Kind::Adverb);
    let words = (0..to).rev().take_while(total).count();
    let verb = to.checked_sub(words + 1);
    words > 1 && verb.is_some_and(|verb| outline.rises.contains(&verb))
}

/// "46 killed and 173 wounded, a total of 219", "219 people in all": whether a number that its clause says nothing
/// else of is the total of the people counted before.
fn is_total(outline: &Outline, item: usize, phrase: &Phrase) -> bool {
    let people = matches!(phrase.head, Head::People(_) | Head::Hidden);
    let total = |at: usize| outline.totals.contains(&at);
    let ends = |at: usize| matches!(outline.kind(at), Kind::Stop | Kind::Comma);
    // "140 killed and 265 wounded, or 405 in all"
    let or = |at: usize| usize::from(at > 1 && outline.kind(at - 1) == Kind::And);
    let apart = |at: usize| {
        let at = at - or(at);
        at > 0 && matches!(outline.kind(at - 1), Kind::Comma | Kind::Colon)
    };
    let opened = item > 0 && total(item - 1) && (apart(item - 1) || is_for(outline, item - 1));
    // "a weekend total of 23"
    let named =
        item > 2 && outline.kind(item - 1) == Kind::Of && outline.tallies.contains(&(item - 2));
    let opened = opened || named && (apart(item - 2) || apart(item - 3));
    // "another 344 elsewhere, making 1,462 in all"
    let making = |at: usize| at > 1 && outline.rises.contains(&(at - 1)) && apart(at - 1);
    let behind = total(item + 1) && ends(item + 2);
    let told = opened && ends(item + 1) || (apart(item) || making(item)) && behind;
    told && people && phrase.partitive.is_none()
}

/// ", for a total of 219"
fn is_for(outline: &Outline, total: usize) -> bool {
    total > 1
        && outline.kind(total - 1) == Kind::Preposition
        && outline.kind(total - 2) == Kind::Comma
}

/// What befell all those whom a total adds up: the killed and the wounded are casualties.
fn of_all(before: &[Reading]) -> Option<Reading> {
    let told = before.iter().filter(|r| r.part_of.is_none()).filter_map(|r| r.outcome);
    let all = told.reduce(Outcome::together)?;
    // "32 dead and 160 missing, bringing the total to 192"
    let hurt = before.iter().any(|r| r.outcome == Some(Outcome::Injured));
    let last = before.iter().rev().find_map(|r| r.outcome);
    let outcome = if hurt { Some(all) } else { last };
    Some(Reading { outcome, ..Reading::default() })
}

/// The people of a noun that was counted before, of whom the text has said what befell them.
pub(super) fn again(told: Outcome) -> Reading {
    Reading { outcome: Some(told), inherited: true, recalled: true, ..Reading::default() }
}

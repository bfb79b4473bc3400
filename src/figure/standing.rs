//! Numbers of a count that is only pointed to.
//!
//! "The count is now 13", "it had been nine", "three more bodies were found, taking it to 12": what the number
//! counts was said before. It knows one sentence and the last count before it.

use super::outline::{Kind, Outline};
use super::parts::Earlier;
use super::phrase::{Head, Phrase};
use super::reading::Reading;
use crate::lexicon::Outcome;

/// The reading of a bare number to which "it" or "the count" is brought, or at which it stands.
pub(super) fn read(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
    earlier: Option<Earlier>,
) -> Option<Reading> {
    if let Some(base) = risen_from(outline, at, phrase, before) {
        return Some(base);
    }
    if !phrase.is_bare() || phrase.besides || !ends(outline, at + 1) {
        return None;
    }
    let subject = subject(outline, at)?;
    // "taking it to 12", "bringing the total in the county to 12"
    let article = subject > 0 && outline.kind(subject - 1) == Kind::Determiner;
    let verb = subject.checked_sub(1 + usize::from(article));
    let brought = verb.is_some_and(|verb| outline.rises.contains(&verb));
    if !brought && !opens_clause(outline, subject) {
        return None;
    }
    let told = before.iter().rev().find_map(|reading| reading.outcome);
    let told = told.or(earlier.filter(|e| e.among.is_none()).map(|e| e.outcome));
    let outcome = told.filter(|outcome| *outcome != Outcome::Affected)?;
    Some(Reading { outcome: Some(outcome), anchor: Some(subject), ..Reading::default() })
}

/// "Up three from the 14 announced on Sunday": the count that rose, of the same people as those who came to it.
fn risen_from(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Option<Reading> {
    let last = before.last().filter(|last| last.outcome.is_some() && phrase.is_bare())?;
    let up = last.item.checked_sub(1).is_some_and(|verb| outline.rises.contains(&verb));
    let mut between = (last.item + 1..at).map(|at| outline.kind(at));
    let from = between.next() == Some(Kind::Preposition);
    let article = between.all(|kind| kind == Kind::Determiner);
    let Reading { outcome, anchor, .. } = *last;
    (up && from && article).then_some(Reading { outcome, anchor, ..Reading::default() })
}

/// The count that stands at a number: "the count" of "the count now stands at 13", "it" of "taking it to 13".
pub(super) fn subject(outline: &Outline, at: usize) -> Option<usize> {
    let helps = |at: &usize| {
        let kind = outline.kind(*at);
        let verb = matches!(kind, Kind::Be | Kind::Have | Kind::Verb | Kind::Link);
        verb || matches!(kind, Kind::Adverb | Kind::Preposition) || outline.rises.contains(at)
    };
    let subject = (0..at).rev().find(|at| !helps(at))?;
    let subject = before_place(outline, subject).unwrap_or(subject);
    // "The previous count, issued on Sunday evening, had stood at 112"
    let aside = (0..subject).rev().find(|at| outline.kind(*at) == Kind::Comma);
    let aside = aside.filter(|_| outline.kind(subject) == Kind::Comma);
    let subject = aside.and_then(|comma| comma.checked_sub(1)).unwrap_or(subject);
    let counts = outline.its.contains(&subject) || outline.tallies.contains(&subject);
    // "it was packed with 12"
    let between = || subject + 1..at;
    // not "it was updated to 12"
    let done = |at: usize| outline.kind(at) == Kind::Verb && !outline.rises.contains(&at);
    let packed = between().any(|at| outline.kind(at) == Kind::Be) && between().any(done);
    (counts && !packed && subject + 1 < at).then_some(subject)
}

/// The count before a place: "the total" of "bringing the total in the four counties to 12".
fn before_place(outline: &Outline, last: usize) -> Option<usize> {
    let name = |at: &usize| match outline.kind(*at) {
        Kind::Count(p) => matches!(outline.phrases[p].head, Head::Thing | Head::Unknown),
        kind => matches!(kind, Kind::Other | Kind::Determiner | Kind::Adverb),
    };
    let led = (0..=last).rev().find(|at| !name(at)).filter(|at| *at < last)?;
    let count = led.checked_sub(1).filter(|_| outline.kind(led) == Kind::Preposition)?;
    outline.tallies.contains(&count).then_some(count)
}

/// Whether nothing but its article and adjectives stands before a subject in its clause: "and the count", "On
/// Monday the figure", not "put the number".
fn opens_clause(outline: &Outline, subject: usize) -> bool {
    let is = |at: usize, kinds: &[Kind]| kinds.contains(&outline.kind(at));
    // "the corrected figure"
    let corrected = |at: &usize| outline.rises.contains(at);
    let adjective = |at: &usize| is(*at, &[Kind::Adverb, Kind::Other]) || corrected(at);
    let named = (0..subject).rev().take_while(adjective).count();
    let first = subject - named;
    let article = first > 0 && is(first - 1, &[Kind::Determiner]);
    let first = first - usize::from(article);
    let joins = [Kind::Comma, Kind::And, Kind::Subordinator, Kind::Stop];
    let opens = first == 0 || is(first - 1, &joins);
    let time = is(0, &[Kind::Preposition, Kind::By]) && (1..first).all(|at| adjective(&at));
    opens || time
}

/// Whether nothing that a number could count follows it.
fn ends(outline: &Outline, next: usize) -> bool {
    let kind = outline.kind(next);
    let clause = matches!(kind, Kind::Stop | Kind::Comma | Kind::And | Kind::Subordinator);
    clause || matches!(kind, Kind::Adverb | Kind::Preposition)
}

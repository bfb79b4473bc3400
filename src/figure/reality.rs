//! Whether an outcome is said to have happened.
//!
//! "could kill 100", "threatened to kill 12 hostages" and "were not injured" count nobody. A clause
//! is judged by the words before its outcome; it does not know who says so.

use super::outline::{Item, Kind, Outline};
use super::reading::Reading;
use crate::lexicon::{Grammar, OutcomeForm, ScopeWord, SourceWord, Tags};
use crate::text::{Shape, Text};

/// Whether the outcome said at `anchor` happened, as far as its own clause tells.
pub(super) fn happened(text: &Text<'_>, outline: &Outline, anchor: usize) -> bool {
    let mut at = anchor;
    let mut finite = false;
    while let Some(next) = at.checked_sub(1) {
        at = next;
        let item = &outline.items[at];
        match item.kind {
            // "could document the killing of 12"
            Kind::Modal => {
                return is_record(text, outline, at + 1)
                    || is_known(outline, anchor)
                    || is_matter(text, outline, anchor)
                    || concludes(outline, at);
            }
            Kind::Negation => return is_noun(outline, anchor),
            Kind::Stop | Kind::Colon | Kind::Open => return true,
            Kind::Be | Kind::Have => finite = true,
            Kind::Comma | Kind::And if finite || !is_infinitive(outline, anchor) => return true,
            _ => {}
        }
        // "denies manslaughter in relation to the deaths of 24"
        if is_intent(text, item) {
            return is_matter(text, outline, anchor);
        }
        // "denied that 12 were killed", "denied a report on the radio that 15 had died"
        if item.kind == Kind::Relative && is_denied(text, outline, at) {
            return false;
        }
        if matches!(item.kind, Kind::Verb | Kind::Relative | Kind::Subordinator) {
            return true;
        }
    }
    true
}

/// "That would leave 37 people unaccounted for": what follows from the counts before.
fn concludes(outline: &Outline, modal: usize) -> bool {
    let pronoun = matches!(outline.kind(0), Kind::Relative | Kind::Determiner);
    modal == 1 && pronoun && outline.kind(modal + 1) == Kind::Leave
}

/// "could feed the 8,900 newly displaced": whether an article stands before the number of those to whom it happened.
fn is_known(outline: &Outline, anchor: usize) -> bool {
    let phrase = |at: &usize| matches!(outline.kind(*at), Kind::Count(_) | Kind::Adverb);
    let counted = |at: usize| matches!(outline.kind(at), Kind::Count(_));
    let state = matches!(outline.kind(anchor), Kind::Anchor(word)
        if word.form.is(OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE)));
    let first = (0..anchor).rev().take_while(phrase).last().filter(|_| state);
    first.is_some_and(|first| {
        let article = first > 0 && outline.kind(first - 1) == Kind::Determiner;
        article && counted(first)
    })
}

/// "must answer for the deaths of 28", "denies any part in the killing of three": whether something is only said about a harm that was done. What would lead to
/// it or end in it is still to come.
fn is_matter(text: &Text<'_>, outline: &Outline, anchor: usize) -> bool {
    let act = matches!(outline.kind(anchor), Kind::Anchor(word) if word.form.is(OutcomeForm::ACT));
    let about = anchor.checked_sub(2).filter(|at| outline.kind(*at) == Kind::Preposition);
    let about = about.map(|at| text.tags(outline.items[at].words.start));
    let comes = |tags: &Tags| tags.grammar.is(Grammar::TO) || tags.scope.is(ScopeWord::PLACE);
    let tells = about.is_some_and(|tags| !comes(tags));
    act && tells && outline.kind(anchor - 1) == Kind::Determiner
}

/// How many items may name a report that is denied: "a report on local radio".
const REPORT: usize = 6;

/// Whether what a clause with "that" tells is denied, or a report that tells it.
fn is_denied(text: &Text<'_>, outline: &Outline, that: usize) -> bool {
    let denied = |at: usize| is_intent(text, &outline.items[at]);
    if that.checked_sub(1).is_some_and(denied) {
        return true;
    }
    let report = |at: &usize| {
        let mut words = outline.items[*at].words.clone();
        words.any(|word| text.tags(word).source.is(SourceWord::RECORD))
    };
    let clause = |at: &usize| !matches!(outline.kind(*at), Kind::Comma | Kind::Stop | Kind::And);
    let near = (that.saturating_sub(REPORT)..that).rev().take_while(clause);
    near.into_iter().find(report).and_then(|at| named_from(outline, at)).is_some_and(denied)
}

/// The item before the article of a noun.
fn named_from(outline: &Outline, noun: usize) -> Option<usize> {
    let article = |at: &usize| matches!(outline.kind(*at), Kind::Determiner | Kind::Adverb);
    (0..noun).rev().find(|at| !article(at))
}

/// Whether a count behind its outcome was reached: not in "the toll could rise to 50".
pub(super) fn reached(text: &Text<'_>, outline: &Outline, anchor: usize, item: usize) -> bool {
    let between = outline.items.iter().enumerate().take(item).skip(anchor + 1).rev();
    let clause = between.take_while(|(_, i)| {
        !matches!(
            i.kind,
            Kind::Comma | Kind::And | Kind::Relative | Kind::Subordinator | Kind::Colon
        )
    });
    // "The toll could be over 50": of what has happened; "If they are those of the missing, it will be seven": not yet.
    let open = outline.items.first().is_some_and(|first| is_intent(text, first));
    let is_estimate = |at: usize| !open && outline.kind(at + 1) == Kind::Be && at + 2 == item;
    let mut clause = clause.map(|(at, i)| (at, outline.kind(at + 1), i));
    !clause.any(|(at, next, i)| {
        (i.kind == Kind::Modal && !is_estimate(at))
            || is_intent(text, i)
            || (next == Kind::Verb && is_possible(text, i))
    })
}

/// "certified for 40 passengers, and three drowned": whether a count stands right behind what is only meant, and what
/// happened to anybody behind it.
pub(super) fn is_meant(text: &Text<'_>, outline: &Outline, reading: &Reading) -> bool {
    let before = reading.item.checked_sub(1).map(|at| &outline.items[at]);
    let behind = reading.anchor.is_some_and(|at| at > reading.item);
    behind && before.is_some_and(|item| is_intent(text, item))
}

/// "could carry 90 passengers", "licensed to carry 90": whether the verb right before a count tells what is possible.
pub(super) fn is_room(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let Some(before) = item.checked_sub(2) else { return false };
    let possible = outline.kind(before) == Kind::Modal || is_intent(text, &outline.items[before]);
    outline.kind(before + 1) == Kind::Verb && possible
}

/// "Five boats carried six men each": whether the people that a phrase up to `end` counts are those of each of several.
pub(super) fn is_distributed(text: &Text<'_>, end: usize) -> bool {
    let each = text.tags(end).scope.is(ScopeWord::EACH);
    // not "the families of the 14 victims each receive"
    each && !text.mark(end + 1).is_empty()
}

/// Whether an item is a verb for counting or telling what happened.
fn is_record(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let record = SourceWord::SAYS.or(SourceWord::RECORD).or(SourceWord::RECORDED);
    outline.items.get(item).is_some_and(|i| text.tags(i.words.start).source.is(record))
}

/// "may", not the month.
fn is_possible(text: &Text<'_>, item: &Item) -> bool {
    let at = item.words.start;
    text.tags(at).grammar.is(Grammar::POSSIBLE) && text.words[at].shape == Shape::Lower
}

/// Whether an item says that something was only meant, feared or denied.
fn is_intent(text: &Text<'_>, item: &Item) -> bool {
    text.tags(item.words.start).grammar.is(Grammar::INTENT)
}

/// Whether the outcome is a noun, which a negated verb does not undo.
fn is_noun(outline: &Outline, anchor: usize) -> bool {
    matches!(outline.kind(anchor), Kind::Count(_))
        || matches!(outline.kind(anchor), Kind::Anchor(word) if word.form.is(OutcomeForm::TOLL))
}

/// "kill" may be governed by a verb that stands further to the left.
fn is_infinitive(outline: &Outline, anchor: usize) -> bool {
    matches!(outline.kind(anchor), Kind::Anchor(word) if word.form.is(OutcomeForm::PRESENT))
}

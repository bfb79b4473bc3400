//! Figures that count again and again: "50 a day", "eleven every minute".
//!
//! A rate is read from the words after the figure, or before it at the start of the clause. Rates
//! do not know whether two of them fit.

use super::Figure;
use super::Minutes;
use crate::lexicon::Grammar;
use crate::lexicon::ScopeWord;
use crate::text::Shape;
use crate::text::Text;

/// How many words after a figure may name its time: "50 people die of hunger in the world every day".
const REACH: usize = 12;

/// Gives each figure the time over which it counts, if it is a rate.
pub(super) fn assign(text: &Text<'_>, figures: &mut [Figure]) {
    let next: Vec<usize> = figures.iter().skip(1).map(|f| f.place.word).collect();
    for (at, figure) in figures.iter_mut().enumerate() {
        let end = next.get(at).copied().unwrap_or(usize::MAX);
        figure.per = after(text, figure, end);
    }
}

/// The time named after a figure, before the next one and within its clause.
fn after(text: &Text<'_>, figure: &Figure, next: usize) -> Option<Minutes> {
    let sentence = &text.sentences[figure.place.sentence];
    let start = figure.place.word + 1;
    let end = sentence.words.end.min(next).min(start + REACH);
    let clause = Grammar::RELATIVE.or(Grammar::SUBORDINATOR);
    let stops = |at: &usize| {
        text.tags(*at).grammar.is(clause)
            || (text.words[*at].shape == Shape::Mark && matches!(text.str(*at), "," | ";" | ":"))
    };
    (start..end).take_while(|at| !stops(at)).find_map(|at| period(text, at))
}

/// The time that a word names: "daily", "day" after "a" or "each".
fn period(text: &Text<'_>, at: usize) -> Option<Minutes> {
    let word = text.tags(at).period?;
    let before = text.tags(at.checked_sub(1)?);
    let each = before.scope.is_some_and(|s| s.is(ScopeWord::EACH));
    let counted = before.grammar.is(Grammar::ARTICLE) || each;
    (word.alone || (counted && !ends_span(text, at))).then_some(word.minutes)
}

/// Whether "a day" is a span, not a rate: "within a day", "a day later", "a year ago".
fn ends_span(text: &Text<'_>, at: usize) -> bool {
    let scope = |at: Option<usize>| at.and_then(|at| text.tags(at).scope).unwrap_or_default();
    let before = at.checked_sub(2);
    let turns = ScopeWord::AFTER.or(ScopeWord::AGO).or(ScopeWord::BEFORE);
    let after = text.tags(at + 1);
    let each = at.checked_sub(1).is_some_and(|b| scope(Some(b)).is(ScopeWord::EACH));
    let spans = scope(before).is(ScopeWord::WITHIN.or(ScopeWord::AFTER)) && !each;
    spans
        || scope(Some(at + 1)).is(turns)
        || after.grammar.is(Grammar::ADVERB)
        || before.is_some_and(|b| text.tags(b).grammar.is(Grammar::BY) && !each)
}

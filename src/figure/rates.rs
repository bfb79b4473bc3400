//! Figures that count again and again, "50 a day", and figures that count over a stretch of time,
//! "900 in 30 days".
//!
//! Both are read from the words after the figure, or from those that open its sentence. Rates do not
//! know whether they fit.

use super::{Figure, Minutes};
use crate::lexicon::{Grammar, PeopleRole, ScopeWord};
use crate::numeral::{Numeral, Why};
use crate::text::{Shape, Text};

/// How many words after a figure may name its time: "50 people die of hunger in the world every day".
const REACH: usize = 12;

/// Gives each figure the time over which it counts again and again, and the one that it covers.
pub(super) fn assign(text: &Text<'_>, numerals: &[Numeral], figures: &mut [Figure]) {
    let next: Vec<usize> = figures.iter().skip(1).map(|f| f.place.word).collect();
    let mut last_over = None;
    for (at, figure) in figures.iter_mut().enumerate() {
        let end = next.get(at).copied().unwrap_or(usize::MAX);
        let sentence = figure.place.sentence;
        let per = after(text, sentence, figure.place.word, end);
        figure.per = per.or_else(|| every(text, numerals, figure, end));
        figure.over = match last_over {
            Some((same, over)) if same == sentence => over,
            _ => covered(text, numerals, sentence),
        };
        last_over = Some((sentence, figure.over));
    }
}

/// "One every 40 minutes": the time between one and the next, named before the next figure.
fn every(text: &Text<'_>, numerals: &[Numeral], figure: &Figure, next: usize) -> Option<Minutes> {
    let from = numerals.partition_point(|n| n.words.start <= figure.place.word);
    let here = numerals[from..].iter().take_while(|n| n.sentence == figure.place.sentence);
    let mut here = here.filter(|n| n.words.end < next && n.words.start < figure.place.word + REACH);
    here.find_map(|n| {
        let each = n.phrase.start.checked_sub(1).map(|at| text.tags(at).scope)?;
        let unit = text.tags(n.words.end).period.filter(|unit| !unit.alone)?;
        let many: Minutes = n.quantity.nominal?.try_into().ok()?;
        each.is(ScopeWord::EACH).then(|| many.checked_mul(unit.minutes))?
    })
}

/// The one stretch of time of a sentence: "in 30 days", "the 30-day siege". None where it names
/// several.
fn covered(text: &Text<'_>, numerals: &[Numeral], sentence: usize) -> Option<Minutes> {
    let from = numerals.partition_point(|n| n.sentence < sentence);
    let here = numerals[from..].iter().take_while(|n| n.sentence == sentence);
    let here = here.filter(|n| n.why == Some(Why::Duration)).filter_map(|n| span(text, n));
    let words = text.sentences[sentence].words.clone();
    let named = |at| within(text, at).or_else(|| last(text, at));
    let mut spans = here.chain(words.filter_map(named));
    let only = spans.next()?;
    spans.next().is_none().then_some(only)
}

/// How long a number of days lasts, where something is said to go on for them.
fn span(text: &Text<'_>, numeral: &Numeral) -> Option<Minutes> {
    let unit = (numeral.words.end..=numeral.words.end + 1).find_map(|at| text.tags(at).period)?;
    let within = |back: usize| {
        let at = numeral.phrase.start.checked_sub(back);
        at.is_some_and(|at| text.tags(at).scope.is(ScopeWord::WITHIN))
    };
    let mut turned = numeral.words.end + 1..=numeral.words.end + 2;
    let turns = ScopeWord::AFTER.or(ScopeWord::AGO).or(ScopeWord::BEFORE);
    let turned = turned.any(|at| text.tags(at).scope.is(turns));
    let many: Minutes = numeral.quantity.nominal?.try_into().ok()?;
    let lasts = (within(1) || within(2)) && !turned;
    (lasts && !unit.alone).then(|| many.checked_mul(unit.minutes))?
}

/// A stretch of one unit that ends at a word: "in less than a week", "in the course of a year".
pub(super) fn within(text: &Text<'_>, unit: usize) -> Option<Minutes> {
    let lasts = text.tags(unit).period.filter(|period| !period.alone)?;
    let article = unit.checked_sub(1).filter(|at| text.tags(*at).grammar.is(Grammar::ARTICLE))?;
    let before = article.checked_sub(1).map(|at| text.tags(at))?;
    let opens = |back: &usize| {
        let at = article.checked_sub(*back);
        at.is_some_and(|at| text.tags(at).scope.is(ScopeWord::WITHIN))
    };
    let measured = before.qualifier.is_some() || before.grammar.is(Grammar::OF);
    (measured && (2..=4).any(|back| opens(&back))).then_some(lasts.minutes)
}

/// "last year", "in the past year"
fn last(text: &Text<'_>, unit: usize) -> Option<Minutes> {
    let lasts = text.tags(unit).period.filter(|period| !period.alone)?;
    let before = unit.checked_sub(1).map(|at| text.tags(at).scope)?;
    let long = text.tags(unit).scope.is(ScopeWord::LONG);
    (long && before.is(ScopeWord::LAST)).then_some(lasts.minutes)
}

/// The time named after a figure's first word, before the next figure and within its clause.
pub(super) fn after(text: &Text<'_>, sentence: usize, word: usize, next: usize) -> Option<Minutes> {
    let sentence = &text.sentences[sentence];
    let start = word + 1;
    let end = sentence.words.end.min(next).min(start + REACH);
    let clause = Grammar::RELATIVE.or(Grammar::SUBORDINATOR);
    let stops =
        |at: &usize| text.tags(*at).grammar.is(clause) || matches!(text.mark(*at), "," | ";" | ":");
    (start..end).take_while(|at| !stops(at)).find_map(|at| period(text, at, word))
}

/// The time that a word names: "daily", "day" after "a" or "each".
fn period(text: &Text<'_>, at: usize, number: usize) -> Option<Minutes> {
    let word = text.tags(at).period?;
    let before = text.tags(at.checked_sub(1)?);
    let each = before.scope.is(ScopeWord::EACH);
    let rate = match word.alone {
        true => is_adverb(text, at, number),
        false => each || (before.grammar.is(Grammar::ARTICLE) && follows_count(text, at)),
    };
    rate.then_some(word.minutes)
}

/// "killed daily", "30 daily deaths", not "the daily clashes" and not the name of a paper.
fn is_adverb(text: &Text<'_>, at: usize, number: usize) -> bool {
    let name = text.words[at].shape == Shape::Title;
    let mark = text.words.get(at + 1).is_none_or(|w| w.shape == Shape::Mark);
    let next = text.tags(at + 1);
    let ends = mark || next.grammar.is(Grammar::ENDS_PHRASE);
    let person = next.people.is_some_and(|p| !p.role.is(PeopleRole::THING));
    let counts = next.outcome.is_some() || person;
    !name && (ends || at == number + 1 || counts)
}

/// Whether "a day" stands right behind the count, its noun or its verb and ends its phrase: not in "in
/// less than a week", "a day later", "a day apart".
fn follows_count(text: &Text<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(2) else { return false };
    let tags = text.tags(before);
    let named = tags.outcome.is_some() || tags.people.is_some() || tags.number.is_some();
    let named = named
        || tags.grammar.is_empty() && (tags.scope.is_empty() || tags.scope.is(ScopeWord::EVENT));
    // "less than a week"
    let word = text.words[before].shape != Shape::Mark && tags.qualifier.is_none();
    let after = text.tags(at + 1);
    let turns = ScopeWord::AFTER.or(ScopeWord::AGO).or(ScopeWord::BEFORE);
    let turned = after.scope.is(turns) || after.grammar.is(Grammar::ADVERB);
    word && named && !turned
}

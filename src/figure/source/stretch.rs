//! How far the noun phrase of a speaker reaches: "the spokesman for the army" before "said".
//!
//! Where commas are missing, only words that can name a speaker belong to it: of "a blast police
//! said" that is `police`. Stretches know words, not what a noun phrase is used for.

use std::ops::Range;

use super::{has_capital, is_number, is_source};
use crate::figure::kinds::joins;
use crate::lexicon::{Grammar, OutcomeForm, PeopleRole, SourceWord};
use crate::text::{Shape, Text};

/// The most words of a noun phrase.
pub(super) const LONGEST: usize = 14;

/// What no name has within it, even with a capital.
const NEVER_NAMES: Grammar = Grammar::WEEKDAY
    .or(Grammar::MONTH)
    .or(Grammar::PREPOSITION)
    .or(Grammar::OF)
    .or(Grammar::AND)
    .or(Grammar::BE)
    .or(Grammar::HAVE)
    .or(Grammar::BESIDES)
    .or(Grammar::RELATIVE)
    .or(Grammar::SUBORDINATOR);

/// The noun phrase without prepositions that ends before `end`.
pub(super) fn chunk(text: &Text<'_>, start: usize, end: usize) -> Option<Range<usize>> {
    let from = start.max(end.saturating_sub(LONGEST));
    let mut first = end;
    while first > from && continues(text, first - 1, first < end, start) {
        first -= 1;
        let determiner =
            text.tags(first).grammar.is(Grammar::DETERMINER) && !is_genitive(text, first);
        if determiner && !has_inner_capital(text, first, start) {
            break;
        }
    }
    (first < end).then_some(first..end)
}

/// What of a noun phrase is the speaker: in running text without commas, only the words that can
/// name one.
pub(super) fn trimmed(text: &Text<'_>, start: usize, words: Range<usize>) -> Option<Range<usize>> {
    let (first, head) = (words.start, words.end - 1);
    if is_hard(text, start, first) || text.tags(first).grammar.is(Grammar::DETERMINER) {
        return Some(words);
    }
    if !can_speak(text, head) && !has_capital(text, head) {
        return None;
    }
    // "SANA news agency", "the Sheriff's Office"
    let inside = |at: usize| {
        let named = at > first && has_capital(text, at - 1);
        let plain = text.words[at].shape == Shape::Lower && text.tags(at).grammar.is_empty();
        named && (is_genitive(text, at) || (plain && text.tags(at).people.is_none()))
    };
    let known = |at: &usize| {
        let name = has_capital(text, *at) || is_joined(text, *at);
        name || can_speak(text, *at) || inside(*at)
    };
    let run = words.clone().rev().take_while(known).last()?..words.end;
    // "killing four civilians residents said": the civilians are those who were counted.
    let counted = run.start.checked_sub(1).is_some_and(|at| is_number(text, at));
    let people = |at: usize| text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::PLURAL));
    let several = run.len() > 1 && counted && people(run.start) && people(run.start + 1);
    let run = run.start + usize::from(several)..run.end;
    // Of "militants SANA news agency said", nothing before the agency's name.
    let name =
        |at: &usize| has_capital(text, *at) && !(*at > run.start && has_capital(text, at - 1));
    let body = is_source(text, head, SourceWord::BODY) && !has_capital(text, head);
    let named = run.clone().rfind(name).filter(|_| body);
    Some(named.unwrap_or(run.start)..run.end)
}

/// Whether a capital marks a name and not just the beginning of the sentence.
fn has_inner_capital(text: &Text<'_>, at: usize, start: usize) -> bool {
    at > start && has_capital(text, at) && has_capital(text, at + 1)
}

/// Whether a word may stand in a noun phrase, before its last word if `inner`.
fn continues(text: &Text<'_>, at: usize, inner: bool, start: usize) -> bool {
    let tags = text.tags(at);
    if text.words[at].shape == Shape::Mark {
        return is_joined(text, at) || is_title_stop(text, at);
    }
    if is_number(text, at) {
        return false;
    }
    if inner && at > start && is_joined(text, at - 1) {
        return true;
    }
    if inner && (is_genitive(text, at) || tags.grammar.is(Grammar::DETERMINER)) {
        return true;
    }
    let known = can_speak(text, at) || is_source(text, at, SourceWord::RECORD);
    if known || (at > start && has_capital(text, at) && !tags.grammar.is(NEVER_NAMES)) {
        return true;
    }
    let particle = inner && is_source(text, at, SourceWord::PARTICLE) && tags.grammar.is_empty();
    let ends = Grammar::ENDS_PHRASE.or(Grammar::BESIDES).or(Grammar::ABBREVIATION);
    let noun = OutcomeForm::ACT.or(OutcomeForm::COUNTED);
    let verb = OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE);
    let outcome = tags.outcome.is_some_and(|o| !(inner && o.form.is(noun) && !o.form.is(verb)));
    particle || !(tags.grammar.is(ends) || outcome)
}

/// Whether the words before `first` end something, so that all from `first` on is the speaker.
fn is_hard(text: &Text<'_>, start: usize, first: usize) -> bool {
    let Some(before) = first.checked_sub(1).filter(|at| *at >= start) else { return true };
    let ends = Grammar::AND.or(Grammar::RELATIVE).or(Grammar::SUBORDINATOR).or(Grammar::VERB);
    text.words[before].shape == Shape::Mark || text.tags(before).grammar.is(ends)
}

/// Takes "spokesman for", "officials in", "police and" before a noun phrase.
pub(super) fn extend(text: &Text<'_>, start: usize, words: &Range<usize>) -> Option<Range<usize>> {
    let link = words.start.checked_sub(1).filter(|at| *at > start)?;
    let grammar = text.tags(link).grammar;
    let links = Grammar::OF.or(Grammar::PREPOSITION).or(Grammar::BY).or(Grammar::AND);
    if !grammar.is(links) || words.len() > LONGEST {
        return None;
    }
    let left = chunk(text, start, link)?;
    let last = left.end - 1;
    // "Border guards in Upper Orr said", with nothing before them
    let opens = left.start == start && can_speak(text, last) && is_plain_preposition(text, link);
    let speaks = opens || is_source(text, last, SourceWord::SPEAKER.or(SourceWord::RECORD));
    let name = grammar.is(Grammar::OF) || is_source(text, link, SourceWord::PARTICLE);
    let article = usize::from(text.tags(words.start).grammar.is(Grammar::DETERMINER));
    let named = name && has_capital(text, last) && has_capital(text, words.start + article);
    let paired = grammar.is(Grammar::AND) && is_pair(text, start, &left, words);
    if speaks || named || paired {
        return Some(left.start..words.end);
    }
    // "activists in the north of Port Ana"
    let inner =
        left.start.checked_sub(1).filter(|at| *at > start && is_plain_preposition(text, *at));
    let outer = inner.and_then(|at| chunk(text, start, at)).filter(|_| grammar.is(Grammar::OF));
    let speaks = outer.filter(|outer| is_source(text, outer.end - 1, SourceWord::SPEAKER))?;
    Some(speaks.start..words.end)
}

/// ", security and medical sources": two kinds of one noun, with nothing else since the comma.
fn is_pair(text: &Text<'_>, start: usize, left: &Range<usize>, words: &Range<usize>) -> bool {
    let whole = left.start == start || text.mark(left.start - 1) == ",";
    let several = is_source(text, words.end - 1, SourceWord::SPEAKER) && words.len() > 1;
    whole && several && left.len() <= words.len()
}

/// Whether a word goes on with the noun phrase from `start`.
pub(super) fn follows(text: &Text<'_>, start: usize, at: usize, limit: usize) -> bool {
    let tags = text.tags(at);
    if text.words[at].shape == Shape::Mark {
        return is_joined(text, at) || is_title_stop(text, at);
    }
    // "according to police 12 people died"
    if is_number(text, at) {
        return false;
    }
    let article = at == start && tags.grammar.is(Grammar::DETERMINER);
    if article || is_genitive(text, at) || (at > start && is_joined(text, at - 1)) {
        return true;
    }
    let issued = SourceWord::RECORD.or(SourceWord::COUNTS);
    let record = (start..at).any(|w| is_source(text, w, issued));
    let released = record && text.tags(at + 1).grammar.is(Grammar::BY);
    if released || (record && tags.grammar.is(Grammar::BY.or(Grammar::ORIGIN))) {
        return true;
    }
    let next_names = at + 1 < limit
        && (text.tags(at + 1).grammar.is(Grammar::DETERMINER)
            || has_capital(text, at + 1)
            || can_speak(text, at + 1));
    let links = is_source(text, at, SourceWord::PARTICLE) && !day_next(text, at);
    let links = links || tags.grammar.is(Grammar::AND);
    if tags.grammar.is(Grammar::DETERMINER) {
        let links = Grammar::BY.or(Grammar::ORIGIN).or(Grammar::PREPOSITION);
        return is_source(text, at - 1, SourceWord::PARTICLE)
            || text.tags(at - 1).grammar.is(links);
    }
    // "a source at the Port Ana Police Command"
    let body = has_capital(text, at + 1 + usize::from(article_next(text, at)));
    let of_body = body && at > start && is_source(text, at - 1, SourceWord::SPEAKER);
    if next_names && (links || (of_body && is_plain_preposition(text, at))) {
        return true;
    }
    let ends = Grammar::ENDS_PHRASE.or(Grammar::BESIDES);
    let name = has_capital(text, at) && !tags.grammar.is(NEVER_NAMES);
    let known = can_speak(text, at) || is_source(text, at, SourceWord::RECORD);
    let toll = is_source(text, at, SourceWord::COUNTS);
    // "rescue officials"
    let modifies =
        tags.outcome.is_some_and(|o| o.form.is(OutcomeForm::ACT)) && can_speak(text, at + 1);
    let outcome = tags.outcome.is_some() && !toll && !modifies;
    name || known || !(tags.grammar.is(ends) || outcome || says(text, at))
}

/// Whether an article follows.
fn article_next(text: &Text<'_>, at: usize) -> bool {
    text.tags(at + 1).grammar.is(Grammar::DETERMINER)
}

/// "at", "in": a preposition before no day.
fn is_plain_preposition(text: &Text<'_>, at: usize) -> bool {
    text.tags(at).grammar.is(Grammar::PREPOSITION) && !day_next(text, at)
}

/// Whether a day or month follows.
fn day_next(text: &Text<'_>, at: usize) -> bool {
    text.tags(at + 1).grammar.is(Grammar::WEEKDAY.or(Grammar::MONTH))
}

fn says(text: &Text<'_>, at: usize) -> bool {
    is_source(text, at, SourceWord::SAYS.or(SourceWord::ADDING).or(SourceWord::CITING))
}

/// Whether a word can be somebody who speaks, whatever stands around it.
pub(super) fn can_speak(text: &Text<'_>, at: usize) -> bool {
    let tags = text.tags(at);
    let role = tags.people.map(|p| p.role).unwrap_or_default();
    let people = role.is(PeopleRole::PLURAL.or(PeopleRole::SINGULAR)) && !role.is(PeopleRole::WEAK);
    let name = is_source(text, at, SourceWord::NAME) && has_capital(text, at);
    people || name || is_source(text, at, SourceWord::SPEAKER.or(SourceWord::BODY))
}

/// How many words have capitals.
pub(super) fn capitals(text: &Text<'_>, words: &Range<usize>) -> usize {
    words.clone().filter(|at| has_capital(text, *at)).count()
}

pub(super) fn is_genitive(text: &Text<'_>, at: usize) -> bool {
    matches!(text.str(at), "'s" | "’s" | "'S" | "’S")
}

/// Whether a mark holds the parts of a name together.
pub(super) fn is_joined(text: &Text<'_>, at: usize) -> bool {
    joins(text, at)
        || text.mark(at) == "&"
        || (text.words[at].glued && matches!(text.mark(at), "'" | "’" | "-"))
}

/// The stop of "Gov. Ruiz", "J. Ruiz".
pub(super) fn is_title_stop(text: &Text<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let title = text.tags(before).grammar.is(Grammar::TITLE.or(Grammar::ABBREVIATION));
    let initial = has_capital(text, before) && text.str(before).len() == 1;
    text.mark(at) == "." && text.words[at].glued && (title || initial)
}

//! Who speaks: the noun phrase before "said" or behind "according to".
//!
//! "a spokesman for the army" and "Interior Minister Ana Ruiz" are speakers, "the attack" is none.
//! A speaker knows its words, not its full name.

use std::ops::Range;

use super::stretch::{
    LONGEST, can_speak, capitals, chunk, extend, follows, is_genitive, is_joined, is_title_stop,
    trimmed,
};
use super::{has_capital, is_number, is_source};
use crate::lexicon::{Grammar, OutcomeForm, PeopleRole, ScopeWord, SourceWord};
use crate::text::{Shape, Text};

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Speaker {
    /// These words, without an article.
    Named {
        /// The words.
        words: Range<usize>,
        /// What stands before them.
        sort: Sort,
    },
    /// "he", "it": the place of the word.
    Pronoun(usize),
    /// Whoever spoke before in the sentence.
    Same,
}

/// What stands before a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// "the", "his"
    Definite,
    /// "a"
    Indefinite,
    /// Nothing.
    Bare,
}

/// The most words of a relative clause between speaker and verb.
const CLAUSE: usize = 14;

/// The most words of an aside between speaker and verb: "Ana Ruiz, of the Office for the Coordination of
/// Aid (OCA) in Port Ana, said".
const ASIDE: usize = 24;

/// Verbs and what goes with them.
const VERBAL: Grammar = Grammar::BE.or(Grammar::HAVE).or(Grammar::MODAL);

/// The speaker before a verb, and where it begins; `start` is that of the sentence.
pub(super) fn before(text: &Text<'_>, start: usize, verb: usize) -> Option<(Speaker, usize)> {
    let end = skip_back(text, start, verb);
    let last = end.checked_sub(1).filter(|last| *last >= start)?;
    let grammar = text.tags(last).grammar;
    let pronoun = SourceWord::HE.or(SourceWord::IT).or(SourceWord::THEY);
    if is_source(text, last, pronoun) {
        return Some((Speaker::Pronoun(last), last));
    }
    // "US", not "We"
    let initials = has_capital(text, last) && text.words[last].shape == Shape::Upper;
    if grammar.is(Grammar::PRONOUN) && !initials {
        return None;
    }
    if text.mark(last) == "," {
        return before_aside(text, start, last);
    }
    if grammar.is(Grammar::RELATIVE) && last > start {
        let comma = usize::from(text.mark(last - 1) == ",");
        return phrase_before(text, start, last - comma);
    }
    let outer = before_clause(text, start, end).and_then(|noun| phrase_before(text, start, noun));
    outer.or_else(|| phrase_before(text, start, end))
}

/// Where a relative clause begins that stands between speaker and verb: "the officer who led the
/// search said".
fn before_clause(text: &Text<'_>, start: usize, end: usize) -> Option<usize> {
    let from = start.max(end.saturating_sub(CLAUSE));
    let near = (from..end).rev().take_while(|at| text.words[*at].shape != Shape::Mark);
    let relative = near.filter(|at| text.tags(*at).grammar.is(Grammar::RELATIVE)).last()?;
    let noun = relative.checked_sub(1).filter(|noun| *noun >= start)?;
    let speaks = SourceWord::SPEAKER.or(SourceWord::RECORD);
    is_source(text, noun, speaks).then_some(relative)
}

/// Leaves out what stands between the speaker and the verb: "also", "has", "on Monday".
fn skip_back(text: &Text<'_>, start: usize, verb: usize) -> usize {
    let mut end = verb;
    while end > start {
        let grammar = text.tags(end - 1).grammar;
        let time = Grammar::WEEKDAY.or(Grammar::ADVERB).or(Grammar::EARLIER).or(Grammar::HAVE);
        let day = grammar.is(Grammar::PREPOSITION) && text.tags(end).grammar.is(Grammar::WEEKDAY);
        let skipped = grammar.is(time) && !is_source(text, end - 1, SourceWord::SPEAKER);
        match opening(text, start, end) {
            Some(bracket) => end = bracket,
            None if skipped || (day && end < verb) => end -= 1,
            None => break,
        }
    }
    end
}

/// Where a bracket opens that closes before `end`: "the Coast Observatory (CO) said".
fn opening(text: &Text<'_>, start: usize, end: usize) -> Option<usize> {
    let from = start.max(end.saturating_sub(LONGEST));
    text.bracket(from, end - 1)
}

/// "Ana Ruiz, the mayor of the town, said", "the mayor, Ana Ruiz, said": the name at an aside that
/// ends at `comma`.
fn before_aside(text: &Text<'_>, start: usize, comma: usize) -> Option<(Speaker, usize)> {
    let from = start.max(comma.saturating_sub(ASIDE));
    let opening = (from..comma).rev().find(|at| text.mark(*at) == ",")?;
    let clause = (opening + 1..comma).any(|at| is_verbal(text, at));
    if clause && !text.tags(opening + 1).grammar.is(Grammar::RELATIVE) {
        return None;
    }
    let outer = phrase_before(text, start, opening);
    let counted = |first: usize| first > start && is_number(text, first - 1);
    if outer.as_ref().is_some_and(|(_, first)| counted(*first)) {
        return None;
    }
    let aside = name_from(text, opening + 1, comma).and_then(|name| speaker(text, name));
    let office = |speaker: &Speaker| match speaker {
        Speaker::Named { words, .. } => is_office(text, words),
        _ => false,
    };
    let office = outer.as_ref().is_some_and(|(speaker, _)| office(speaker));
    let title = outer.is_some() && !has_capital(text, opening - 1) || office;
    match (outer, aside) {
        (Some((_, first)), Some((name, _))) if title => Some((name, first)),
        (None, aside) => aside,
        (outer, _) => outer,
    }
}

/// "mayor of Port Ana": whether some words begin with a title in small letters and end with where it is held.
fn is_office(text: &Text<'_>, words: &Range<usize>) -> bool {
    let of =
        words.clone().find(|at| text.tags(*at).grammar.is(Grammar::OF.or(Grammar::PREPOSITION)));
    let Some(of) = of.filter(|of| *of > words.start) else { return false };
    !has_capital(text, words.start) && is_title(text, of - 1)
}

/// A name of two words or more that begins at `start`: "Ana Ruiz", "Ana Ruiz the mayor".
fn name_from(text: &Text<'_>, start: usize, limit: usize) -> Option<Range<usize>> {
    let ends =
        |at: &usize| !(has_capital(text, *at) || is_joined(text, *at) || is_title_stop(text, *at));
    let end = (start..limit).find(ends).unwrap_or(limit);
    let rest = end == limit || text.tags(end).grammar.is(Grammar::DETERMINER);
    (rest && capitals(text, &(start..end)) >= 2).then_some(start..end)
}

/// The noun phrase that ends before `end`.
fn phrase_before(text: &Text<'_>, start: usize, end: usize) -> Option<(Speaker, usize)> {
    let whole = chunk(text, start, end)?;
    let mut words = whole.clone();
    while let Some(wider) = extend(text, start, &words) {
        words = wider;
    }
    if words == whole {
        // "a man held in Belgium has admitted": the place does not speak.
        let before = words.start.checked_sub(1).filter(|at| *at >= start);
        let inside = before.is_some_and(|at| text.tags(at).grammar.is(Grammar::PREPOSITION));
        let definite = text.tags(words.start).grammar.is(Grammar::DETERMINER);
        let unknown = !can_speak(text, words.end - 1) && capitals(text, &words) == 1 && !definite;
        if inside && (unknown || is_place(text, words.end - 1)) {
            return None;
        }
        words = trimmed(text, start, words)?;
    }
    let named = title_of(text, start, &words).unwrap_or(words);
    speaker(text, issuer(text, named))
}

/// "Ana Ruiz, director of the clinic", "the Coast Observatory a watchdog": the name before what it
/// is.
fn title_of(text: &Text<'_>, start: usize, words: &Range<usize>) -> Option<Range<usize>> {
    let before = words.start.checked_sub(1).filter(|at| *at > start)?;
    let comma = text.mark(before) == ",";
    // "the Coast Relief another aid group"
    let article = Grammar::ARTICLE.or(Grammar::BESIDES);
    let article = text.tags(words.start).grammar.is(article);
    let titled = words.clone().find(|at| is_source(text, *at, SourceWord::SPEAKER))?;
    let name = chunk(text, start, if comma { before } else { words.start })?;
    // "in Port Ana, an official said": the place is not what the official is called.
    let before = name.start.checked_sub(1).map(|at| text.tags(at).scope).unwrap_or_default();
    if comma && before.is(ScopeWord::PLACE) {
        return None;
    }
    let fits = (comma && is_title(text, titled)) || (!comma && article);
    (fits && capitals(text, &name) >= 2 && has_capital(text, name.end - 1)).then_some(name)
}

/// Whether a word is said of one person who speaks: "director".
fn is_title(text: &Text<'_>, at: usize) -> bool {
    let role = text.tags(at).people.map(|p| p.role).unwrap_or_default();
    let single = role.is(PeopleRole::SINGULAR) && !role.is(PeopleRole::PLURAL);
    single || text.tags(at).grammar.is(Grammar::TITLE)
}

/// "a statement by the army", "the army's report", "a Coast Journal report from May": who issued what
/// is named.
fn issuer(text: &Text<'_>, words: Range<usize>) -> Range<usize> {
    let record = SourceWord::RECORD.or(SourceWord::COUNTS);
    let by = words.clone().find(|at| {
        text.tags(*at).grammar.is(Grammar::BY.or(Grammar::ORIGIN))
            && (words.start..*at).any(|w| is_source(text, w, record))
    });
    let words = match by {
        Some(by) if is_day(text, by + 1) => words.start..by,
        // "reports from Port Ana"
        Some(by)
            if text.tags(by).grammar.is(Grammar::ORIGIN) && !can_issue(text, by + 1..words.end) =>
        {
            return words;
        }
        Some(by) => return by + 1..words.end,
        None => words,
    };
    let genitive = words.clone().rfind(|at| is_genitive(text, *at));
    match genitive {
        Some(at) if at > words.start && (at..words.end).any(|w| is_source(text, w, record)) => {
            words.start..at
        }
        _ => without_record(text, words),
    }
}

/// Whether some words can issue what is read: a body or a person, not a place.
fn can_issue(text: &Text<'_>, words: Range<usize>) -> bool {
    words.clone().any(|at| can_speak(text, at)) || capitals(text, &words) > 1
}

/// Whether a word begins the day of something: "May", "last" of "last month".
fn is_day(text: &Text<'_>, at: usize) -> bool {
    let day = Grammar::WEEKDAY.or(Grammar::MONTH).or(Grammar::EARLIER);
    let tags = text.tags(at);
    tags.grammar.is(day) || tags.scope.is(ScopeWord::LAST) || text.words[at].shape == Shape::Digits
}

/// "Coast Journal" of "a Coast Journal report": a name that stands before what it issued.
fn without_record(text: &Text<'_>, words: Range<usize>) -> Range<usize> {
    let Some(last) = words.clone().next_back().filter(|last| *last > words.start) else {
        return words;
    };
    let issued = is_source(text, last, SourceWord::RECORD) && !has_capital(text, last);
    let name = words.start..last;
    let known = is_source(text, last - 1, SourceWord::NAME);
    let named = has_capital(text, last - 1) && (known || capitals(text, &name) > 1);
    if issued && named { name } else { words }
}

/// The speaker behind a word: "according to the army", "said the army".
pub(super) fn after(text: &Text<'_>, start: usize, limit: usize) -> Option<(Speaker, usize)> {
    let pronoun = SourceWord::HE.or(SourceWord::THEY);
    // "according to her", not "according to her lawyer"
    let ends = start + 1 >= limit || text.words[start + 1].shape == Shape::Mark;
    let owns = !ends && text.tags(start).grammar.is(Grammar::POSSESSIVE);
    if start < limit && is_source(text, start, pronoun) && !owns {
        return Some((Speaker::Pronoun(start), start + 1));
    }
    let mut end = start;
    while end < limit && end < start + LONGEST && follows(text, start, end, limit) {
        end += 1;
    }
    let words = issuer(text, start..end);
    let (speaker, _) = speaker(text, words)?;
    Some((speaker, end))
}

/// The words as a speaker, where they name somebody; and where they began.
fn speaker(text: &Text<'_>, words: Range<usize>) -> Option<(Speaker, usize)> {
    let first = words.start;
    let (mut start, mut sort) = (first, Sort::Bare);
    while start < words.end {
        let grammar = text.tags(start).grammar;
        if grammar.is(Grammar::ARTICLE) {
            sort = Sort::Indefinite;
        } else if grammar.is(Grammar::DETERMINER) {
            sort = Sort::Definite;
        } else if text.words[start].shape != Shape::Mark
            && (!grammar.is(Grammar::ADVERB) || has_capital(text, start))
        {
            break;
        }
        start += 1;
    }
    let words = start..words.end;
    names(text, words.clone()).then_some((Speaker::Named { words, sort }, first))
}

/// Whether some words can be somebody who speaks.
fn names(text: &Text<'_>, words: Range<usize>) -> bool {
    let Some(head) = words.clone().next_back() else { return false };
    let tags = text.tags(head);
    let thing = tags.people.is_some_and(|p| p.role.is(PeopleRole::THING));
    let event = tags.outcome.is_some() || !tags.scope.is_empty() || tags.number.is_some();
    let event = event || tags.qualifier.is_some();
    let class = SourceWord::SPEAKER.or(SourceWord::RECORD).or(SourceWord::COUNTS);
    let known = words.clone().any(|at| is_source(text, at, class));
    known || has_capital(text, head) || !(thing || event)
}

fn is_place(text: &Text<'_>, at: usize) -> bool {
    text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::PLACE))
}

fn is_verbal(text: &Text<'_>, at: usize) -> bool {
    let tags = text.tags(at);
    // "the fire and rescue service"
    let noun = OutcomeForm::ACT.or(OutcomeForm::COUNTED);
    let outcome = tags.outcome.is_some_and(|o| !o.form.is(noun));
    tags.grammar.is(VERBAL) || outcome || is_source(text, at, SourceWord::SAYS)
}

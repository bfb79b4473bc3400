//! What single words do in a sentence: be, have, verbs, prepositions, marks, the names of people.
//!
//! "were" is `Be`, "killed" an `Anchor`, "," a `Comma`; a noun that no table knows is nothing. Each word
//! is looked at by itself, with its neighbours; how the words hang together is the outline's.

use std::ops::Range;

use super::outline::Kind;
use super::phrase;
use crate::lexicon::{Facet, Grammar, Lookalike, NumberWord, OutcomeForm, PeopleRole, ScopeWord};
use crate::text::{Shape, Text, Word};

/// What the words of a class do; the first class of a word decides.
const CLASSES: [(Grammar, Kind); 20] = [
    (Grammar::NAMELY, Kind::Colon),
    (Grammar::INCLUDING, Kind::Including),
    (Grammar::BE, Kind::Be),
    (Grammar::HAVE, Kind::Have),
    (Grammar::LEAVE, Kind::Leave),
    (Grammar::LINK, Kind::Link),
    (Grammar::SUFFER, Kind::Suffer),
    (Grammar::MODAL, Kind::Modal),
    (Grammar::NEGATION, Kind::Negation),
    (Grammar::BY, Kind::By),
    (Grammar::OF, Kind::Of),
    (Grammar::AND, Kind::And),
    (Grammar::RELATIVE, Kind::Relative),
    (Grammar::SUBORDINATOR, Kind::Subordinator),
    (Grammar::WITH, Kind::With),
    (Grammar::PREPOSITION, Kind::Preposition),
    (Grammar::VERB.or(Grammar::INTENT), Kind::Verb),
    (Grammar::SEVERITY, Kind::Severity),
    (Grammar::ADVERB.or(Grammar::POSSIBLE).or(Grammar::TOTAL), Kind::Adverb),
    (Grammar::PRONOUN, Kind::Pronoun),
];

/// All of these classes.
const DECIDING: Grammar = {
    let (mut all, mut next) = (CLASSES[0].0, 1);
    while next < CLASSES.len() {
        all = all.or(CLASSES[next].0);
        next += 1;
    }
    all
};

/// What a single word does, where the tables or its shape say so; none for nouns and names.
pub(super) fn kind(text: &Text<'_>, at: usize) -> Option<Kind> {
    let Word { tags, shape, .. } = text.words[at];
    if shape == Shape::Mark {
        // "20 killed & 12 injured"
        let and = tags.grammar.is(Grammar::AND).then_some(Kind::And);
        let inner = joins(text, at) || shortens(text, at);
        return if inner { None } else { and.or_else(|| mark(text.str(at))) };
    }
    if let Some(outcome) = tags.outcome {
        return Some(Kind::Anchor(outcome));
    }
    let grammar = tags.grammar;
    if grammar.is_empty() {
        let verb = tags.people.is_none() && looks_like_verb(text, at);
        return verb.then_some(Kind::Verb);
    }
    // "her three children" against "killed her".
    let owns = grammar.is(Grammar::POSSESSIVE) && grammar.is(Grammar::PRONOUN);
    if owns && !phrase::ends_phrase(text, at + 1) {
        return Some(Kind::Determiner);
    }
    if is_besides(text, at) {
        return Some(Kind::Determiner);
    }
    if tags.people.is_some() && grammar.is(Grammar::PRONOUN) && shape != Shape::Lower {
        return None; // "US" is a country.
    }
    if phrase::is_out_of(text, at) {
        return Some(Kind::Of);
    }
    // "have since died", not "since Monday"
    let after_have = || at > 0 && text.tags(at - 1).grammar.is(Grammar::HAVE);
    if grammar.is(Grammar::ADVERB) && after_have() {
        return Some(Kind::Adverb);
    }
    // "an off-piste skier"
    if grammar.is(Grammar::PREPOSITION) && joins(text, at + 1) {
        return None;
    }
    let mut classes = CLASSES.iter().filter(|(class, _)| grammar.is(*class));
    // Most articles and the like are in none of them.
    let class = grammar.is(DECIDING).then(|| classes.next()).flatten().map(|(_, kind)| *kind);
    if class.is_some() || tags.people.is_some() {
        let noun = || ends_compound(text, at) || ends_name(text, at);
        return class.filter(|kind| *kind != Kind::Verb || !noun());
    }
    if grammar.is(Grammar::DETERMINER.or(Grammar::BESIDES)) {
        return Some(Kind::Determiner);
    }
    looks_like_verb(text, at).then_some(Kind::Verb)
}

/// "other", "more" of people told elsewhere, no noun of its own.
pub(super) fn is_besides(text: &Text<'_>, at: usize) -> bool {
    let tags = text.tags(at);
    tags.grammar.is(Grammar::BESIDES) && tags.people.is_none_or(|p| p.role.is(PeopleRole::WEAK))
}

/// "backed" of "army-backed"
fn ends_compound(text: &Text<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|mark| joins(text, mark))
}

/// "Falls" of "in Harlan Falls": whether a verb's capital, among words in small letters, makes it a part of the name before
/// it.
fn ends_name(text: &Text<'_>, at: usize) -> bool {
    let shape = |at: usize| text.words.get(at).map(|w| w.shape);
    let Some(last) = at.checked_sub(1) else { return false };
    let name = shape(last) == Some(Shape::Title) && text.tags(last).grammar.is_empty();
    let small = |at: Option<usize>| at.and_then(shape) == Some(Shape::Lower);
    shape(at) == Some(Shape::Title) && name && (small(Some(at + 1)) || small(last.checked_sub(1)))
}

/// What a punctuation mark does; quotation marks do nothing.
fn mark(mark: &str) -> Option<Kind> {
    match mark {
        "," => Some(Kind::Comma),
        ":" | "–" | "—" | "--" | "-" => Some(Kind::Colon),
        "(" | "[" => Some(Kind::Open),
        ")" | "]" => Some(Kind::Close),
        ";" | "." | "!" | "?" | "•" | "|" => Some(Kind::Stop),
        _ => Some(Kind::Adverb),
    }
}

/// Whether a hyphen or apostrophe holds the parts of one word together.
pub(super) fn joins(text: &Text<'_>, at: usize) -> bool {
    let glued = |i: usize| text.words.get(i).is_some_and(|w| w.glued);
    glued(at) && glued(at + 1) && matches!(text.mark(at), "-" | "/" | "'" | "’")
}

/// "John F. Reyes", "Gen. Reyes": whether a stop only shortens the word before it, within a name.
fn shortens(text: &Text<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| text.mark(at) == ".") else { return false };
    let title = |at: usize| text.words.get(at).is_some_and(|w| w.shape == Shape::Title);
    let short = text.tags(before).grammar.is(Grammar::TITLE.or(Grammar::ABBREVIATION));
    let initial = text.words[before].span.len() == 1;
    text.words[at].glued && title(before) && title(at + 1) && (short || initial)
}

/// An unknown word in "-ed" before a noun phrase or a preposition is taken for a verb, and one in "-ing" behind
/// what befell people: "killed making the crossing".
fn looks_like_verb(text: &Text<'_>, at: usize) -> bool {
    let word = &text.words[at];
    let befell = || {
        let outcome = at.checked_sub(1).and_then(|before| text.tags(before).outcome);
        outcome.is_some_and(|word| word.form.is(OutcomeForm::PARTICIPLE))
    };
    let verbal = || match text.str(at).as_bytes() {
        [.., b'e', b'd'] | [.., b'E', b'D'] => true,
        [.., b'i', b'n', b'g'] | [.., b'I', b'N', b'G'] => befell(),
        _ => false,
    };
    matches!(word.shape, Shape::Lower | Shape::Upper) && !word.glued && verbal() && {
        let next = text.tags(at + 1).grammar;
        let follows =
            Grammar::DETERMINER.or(Grammar::PREPOSITION).or(Grammar::BY).or(Grammar::PRONOUN);
        let number = text.tags(at + 1).number.is_some_and(NumberWord::stands_alone);
        let digits = text.words.get(at + 1).is_some_and(|w| w.shape == Shape::Digits);
        next.is(follows) || number || digits
    }
}

/// Whether an outcome word stands before people as their adjective: "the wounded soldiers".
pub(super) fn modifies_people(text: &Text<'_>, at: usize, limit: usize, form: OutcomeForm) -> bool {
    let adjective = form.is(OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE));
    let before = at.checked_sub(1).map(|i| text.tags(i).grammar).unwrap_or_default();
    adjective
        && before.is(Grammar::DETERMINER)
        && names_people(text, at + 1..people_end(text, at + 1, limit))
}

/// The end of a time behind an outcome: "injured Saturday night", "slain last week". No people are
/// named there for the outcome to befall.
pub(super) fn time_end(text: &Text<'_>, at: usize, limit: usize) -> Option<usize> {
    // "wounded so far this month"
    let before = at.checked_sub(1)?;
    let adverb = text.tags(before).grammar.is(Grammar::ADVERB);
    let form = text.tags(before.checked_sub(usize::from(adverb))?).outcome?.form;
    let befell = OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE).or(OutcomeForm::INTRANSITIVE);
    // "killed on Friday at least 12"
    let verb = OutcomeForm::PARTICIPLE.or(OutcomeForm::GERUND);
    if text.tags(at).grammar.is(Grammar::PREPOSITION) && form.is(verb) && at + 1 < limit {
        return time(text, at + 1, limit).filter(|end| *end == limit);
    }
    form.is(befell).then(|| time(text, at, limit))?
}

/// The end of a time: "Saturday night", "last week".
fn time(text: &Text<'_>, at: usize, limit: usize) -> Option<usize> {
    let scope = |at: usize| text.tags(at).scope;
    if scope(at).is(ScopeWord::LAST.or(ScopeWord::THIS)) {
        let unit = (at + 1..limit.min(at + 3)).find(|at| scope(*at).is(ScopeWord::UNIT))?;
        return Some(unit + 1);
    }
    // "late Saturday"
    let at = if text.tags(at).scope.is(ScopeWord::EARLY) { at + 1 } else { at };
    if at >= limit {
        return None;
    }
    let end = run_end(text, at + 1, limit);
    let day = text.tags(at).grammar.is(Grammar::WEEKDAY) && end <= at + 2;
    let person = |at: usize| text.tags(at).people.is_some_and(|p| !p.role.is(PeopleRole::THING));
    let plain = |at: usize| text.words[at].shape == Shape::Lower && !person(at);
    (day && (at + 1..end).all(plain)).then_some(end)
}

/// The end of a run of modifiers and nouns.
pub(super) fn people_end(text: &Text<'_>, start: usize, limit: usize) -> usize {
    match start < limit && kind(text, start).is_none() {
        true => run_end(text, start + 1, limit),
        false => start,
    }
}

/// The end of a run of modifiers and nouns of which some stand before `at`.
pub(super) fn run_end(text: &Text<'_>, mut at: usize, limit: usize) -> usize {
    // "a girl aged seven"
    let age = |at: usize| at + 1 == limit && text.tags(at).lookalike.is(Lookalike::AGED);
    while at < limit && !is_new_name(text, at) && kind(text, at).is_none() && !age(at) {
        at += 1;
    }
    at
}

/// Whether a capitalised word begins a name of its own after a lower-case noun.
fn is_new_name(text: &Text<'_>, at: usize) -> bool {
    text.words[at].shape == Shape::Title && text.words[at - 1].shape == Shape::Lower
}

/// Whether some word of a run names people. An "Israeli raid" is none of Israelis.
pub(super) fn names_people(text: &Text<'_>, mut words: Range<usize>) -> bool {
    let head = PeopleRole::PLURAL.or(PeopleRole::SINGULAR);
    let happens =
        words.clone().next_back().is_some_and(|w| text.tags(w).scope.is(ScopeWord::EVENT));
    !happens && words.any(|w| text.tags(w).people.is_some_and(|p| p.role.is(head)))
}

/// Whether some word of a run names people by sex or kinship: "men", "two sons". They are not lost as
/// games and jobs are.
pub(super) fn names_by_sex(text: &Text<'_>, mut words: Range<usize>) -> bool {
    let sex = |id| text.lexicon.kind(id).facet == Facet::Sex;
    words.any(|w| text.tags(w).people.is_some_and(|p| p.kinds().any(sex)))
}

/// Whether some word of a run names people who fight: "suspected insurgents".
pub(super) fn names_fighters(text: &Text<'_>, mut words: Range<usize>) -> bool {
    let fighter = |id| text.lexicon.kind(id).fighters;
    words.any(|w| text.tags(w).people.is_some_and(|p| p.kinds().any(fighter)))
}

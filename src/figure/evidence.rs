//! How well a phrase bears out that it counts people to whom something happened.
//!
//! "several" is too vague, "2.5" is no number of people, "no survivors" counts nobody, and "three
//! victims" may be of fraud. It judges a phrase by itself; what the rest of the document bears out is
//! not known here.

use rust_decimal::Decimal;

use super::outline::{Kind, Outline};
use super::phrase::{Head, Partitive, Phrase};
use super::reading::Reading;
use crate::lexicon::{Outcome, OutcomeForm, OutcomeWord};
use crate::numeral::{Form, Numeral};

/// Whether a numeral can be a figure although its sentence says no outcome.
pub(super) fn may_count(numeral: &Numeral) -> bool {
    numeral.why.is_none() && numeral.form != Form::Article
}

/// The least that a vague word must allow to be a figure: "tens" is one, "several" is none.
const LEAST_VAGUE: Decimal = Decimal::from_parts(15, 0, 0, false, 0);

/// Whether a numeral can count people at all.
pub(super) fn counts(numeral: &Numeral) -> bool {
    if numeral.form == Form::Vague && numeral.quantity.strict.low < LEAST_VAGUE {
        return false;
    }
    let whole = numeral.quantity.nominal.is_none_or(|n| n.fract().is_zero());
    numeral.why.is_none() && whole && numeral.form != Form::Article
}

/// Whether only a noun such as "victims" says what happened, or a word behind a bare number that may
/// be a noun: "one shot".
pub(super) fn is_weak(outline: &Outline, phrase: &Phrase, reading: &Reading) -> bool {
    let weak =
        |word: OutcomeWord| word.form.is(OutcomeForm::WEAK) && word.outcome != Outcome::Killed;
    let named = matches!(phrase.head, Head::Outcome(word) if weak(word));
    let said = |at| matches!(outline.kind(at), Kind::Anchor(word) if weak(word));
    let bare = phrase.head == Head::Hidden && reading.anchor.is_some_and(said);
    // "is treating 12 patients", of whatever
    let care = |at| matches!(outline.kind(at), Kind::Anchor(word) if weak(word) && word.form.is(OutcomeForm::CARE));
    let cared = reading.anchor.is_some_and(care);
    bare || cared || (named && reading.anchor.is_none_or(|at| at == reading.item))
}

/// Whether a word alone says what happened that is also said of failed banks, and no people are named: a
/// "toll of 12".
pub(super) fn is_bare_toll(outline: &Outline, phrase: &Phrase, reading: &Reading) -> bool {
    let toll =
        |word: OutcomeWord| word.form.is(OutcomeForm::TOLL) && word.form.is(OutcomeForm::WEAK);
    let at = reading.anchor.map(|at| outline.kind(at));
    let people = matches!(phrase.head, Head::People(_));
    !people && matches!(at, Some(Kind::Anchor(word)) if toll(word))
}

/// "none of the victims were identified", "no survivors", "no death toll": a zero of people who are only
/// named.
pub(super) fn says_nothing(
    outline: &Outline,
    phrase: &Phrase,
    reading: &Reading,
    outcome: Outcome,
) -> bool {
    let is_toll = |word: OutcomeWord| word.form.is(OutcomeForm::TOLL);
    let toll = reading.anchor.map(|at| outline.kind(at));
    let toll = matches!(toll, Some(Kind::Anchor(word)) if is_toll(word))
        || matches!(phrase.head, Head::Outcome(word) if is_toll(word));
    if toll {
        return true;
    }
    let weak = matches!(phrase.head, Head::Outcome(word) if word.form.is(OutcomeForm::WEAK));
    let named = weak || matches!(phrase.partitive, Some(Partitive::Outcome(_)));
    // "has not named any of the four people killed"
    let whole = phrase.partitive == Some(Partitive::Count);
    let count = |at: usize| matches!(outline.kind(at), Kind::Count(_));
    let own = reading.anchor.is_some_and(|at| at > reading.item + 1 && count(at - 1));
    let participle = reading.anchor.is_some_and(|at| {
        matches!(outline.kind(at), Kind::Anchor(word)
        if word.form.is(OutcomeForm::PARTICIPLE))
    });
    let by_noun = named && reading.anchor == Some(reading.item) || whole && own && participle;
    outcome == Outcome::Affected || reading.inherited || by_noun
}

/// Whether a phrase counts things, or people of whom the text denies it.
pub(super) fn counts_nobody(outline: &Outline, at: usize, phrase: &Phrase) -> bool {
    // "including one in which nobody was hurt" is no person.
    let event = phrase.head == Head::Hidden
        && outline.kind(at + 1) == Kind::Preposition
        && outline.kind(at + 2) == Kind::Relative;
    // "a man of 67 with burns"
    phrase.head == Head::Thing
        || phrase.tells_who
        || phrase.denied
        || event
        || are_things(outline, at, phrase)
        || are_of_things(outline, at, phrase)
        || are_events(outline, at, phrase)
        || is_denied_of(outline, at, phrase)
}

/// "68 drones had been launched, and 57 of them had been shot down".
fn are_of_things(outline: &Outline, at: usize, phrase: &Phrase) -> bool {
    let last = outline.items[..at].iter().rev().find_map(|i| match i.kind {
        Kind::Count(p) => Some(outline.phrases[p].head),
        _ => None,
    });
    phrase.partitive == Some(Partitive::Pronoun) && last == Some(Head::Thing)
}

/// "Six people died in those four": shootings that were told of before.
fn are_events(outline: &Outline, at: usize, phrase: &Phrase) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| outline.kind(at));
    let died =
        matches!(before(3), Some(Kind::Anchor(word)) if word.form.is(OutcomeForm::INTRANSITIVE));
    let within = before(2) == Some(Kind::Preposition) && before(1) == Some(Kind::Determiner);
    let ends = matches!(outline.kind(at + 1), Kind::Comma | Kind::Stop);
    phrase.is_bare() && died && within && ends
}

/// "They were not counted among the 28", but not "was not among the 12 killed".
fn is_denied_of(outline: &Outline, at: usize, phrase: &Phrase) -> bool {
    let near = |words: usize, kind: Kind| {
        outline.items[at.saturating_sub(words)..at].iter().any(|i| i.kind == kind)
    };
    let bare = phrase.head == Head::Hidden && !matches!(outline.kind(at + 1), Kind::Anchor(_));
    bare && near(2, Kind::Including) && near(5, Kind::Negation)
}

/// "One dog was killed and three others were hurt": whether others are others of what was counted before, and
/// that is no people.
fn are_things(outline: &Outline, at: usize, phrase: &Phrase) -> bool {
    let others = phrase.besides && !phrase.definite && at > 0 && outline.kind(at - 1) == Kind::And;
    let bare = others && !matches!(phrase.head, Head::Outcome(_) | Head::People(_));
    let mut before = outline.items[..at]
        .iter()
        .rev()
        .map(|i| i.kind)
        .filter(|kind| matches!(kind, Kind::Count(_) | Kind::People | Kind::Anchor(_)));
    let suffered = bare && matches!(before.next(), Some(Kind::Anchor(_)));
    suffered
        && matches!(before.next(), Some(Kind::Count(p)) if outline.phrases[p].head == Head::Thing)
}

/// "Total casualties stand at 50": whether a bare number is reached by a noun for those to whom it happened.
pub(super) fn is_toll_of(
    outline: &Outline,
    phrase: &Phrase,
    reading: &Reading,
    outcome: Outcome,
) -> bool {
    let counted = OutcomeForm::TOLL.or(OutcomeForm::COUNTED);
    let noun = reading.anchor.filter(|at| *at < reading.item).map(|at| outline.kind(at));
    let verb = OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE).or(OutcomeForm::PRESENT);
    let noun = matches!(noun, Some(Kind::Anchor(word))
        if word.form.is(counted) && !word.form.is(verb) && word.outcome == outcome);
    noun && phrase.is_bare() && !phrase.besides
}

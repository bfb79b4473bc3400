//! Noun phrases that a numeral counts.
//!
//! "at least 12 Ukrainian soldiers" has the head `soldiers`; "killed three" hides its head. A
//! phrase knows nothing of what happened to the people.

mod partitive;

use std::ops::Range;

use rust_decimal::Decimal;

pub(in crate::figure) use self::partitive::{is_of, is_out_of};
use crate::figure::FigureId;
use crate::figure::kinds::{is_besides, joins};
use crate::figure::nouns::{Nouns, hidden, nouns};
use crate::lexicon::{
    ContrastWord, Grammar, NumberWord, Outcome, OutcomeForm, OutcomeWord, PeopleRole, ScopeWord,
};
use crate::numeral::{Form, Numeral, Why};
use crate::text::{Shape, Text};

/// The noun that a numeral counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::figure) enum Head {
    /// A noun for people; the place of the word.
    People(usize),
    /// A noun that is an outcome: "deaths".
    Outcome(OutcomeWord),
    /// "12 houses"
    Thing,
    /// A noun that no table knows.
    Unknown,
    /// None: "killed three".
    Hidden,
}

/// What a numeral counts a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::figure) enum Partitive {
    /// "five of them", "two of whom"
    Pronoun,
    /// "ten of the 50"
    Count,
    /// "ten of those killed", "three of the dead"
    Outcome(OutcomeWord),
    /// "one of his bodyguards", "three of the soldiers"
    Definite,
}

/// A numeral with its noun phrase.
#[derive(Clone, Debug)]
pub(in crate::figure) struct Phrase {
    /// Which numeral of the document.
    pub(in crate::figure) numeral: usize,
    /// Qualifier, number and nouns.
    pub(in crate::figure) words: Range<usize>,
    /// The nouns and their adjectives.
    pub(in crate::figure) noun: Range<usize>,
    /// What is counted.
    pub(in crate::figure) head: Head,
    /// An outcome said by an adjective: "nine abducted children".
    pub(in crate::figure) modifier: Option<OutcomeWord>,
    /// What it is said to be a part of.
    pub(in crate::figure) partitive: Option<Partitive>,
    /// "another 12", "12 others", "three more"
    pub(in crate::figure) besides: bool,
    /// "more": the people come on top of those counted before.
    pub(in crate::figure) more: bool,
    /// "the 12", "all three", "his two"
    pub(in crate::figure) definite: bool,
    /// "from three families", "of two households": companies that others come from.
    pub(in crate::figure) origin: bool,
    /// "a mother of two": the number tells who one person is.
    pub(in crate::figure) tells_who: bool,
    /// The company whose members it counts: the "crew" of "a crew of 47", all who were in one place.
    pub(in crate::figure) crew: Option<usize>,
    /// The count before it to which its noun points back: "the 47 pupils".
    pub(in crate::figure) recalls: Option<FigureId>,
    /// "46, not 64", "two more than allowed": the number is denied, or only a difference.
    pub(in crate::figure) denied: bool,
    /// "the nine", after "nine people were killed": what befell them, as said before the sentence.
    pub(in crate::figure) told: Option<Outcome>,
}

impl Phrase {
    /// Whether it is a number of which no noun says what it counts, nor of whom it is a part.
    pub(in crate::figure) fn is_bare(&self) -> bool {
        self.head == Head::Hidden && self.partitive.is_none()
    }
}

/// Reads the noun phrase of `numerals[k]`; `base` is the place of `numerals[0]` in the document.
pub(in crate::figure) fn read(
    text: &Text<'_>,
    sentence: &Range<usize>,
    numerals: &[Numeral],
    k: usize,
    base: usize,
) -> Phrase {
    let numeral = &numerals[k];
    // "two 19-year-old men"
    let aged = |n: &&Numeral| n.why == Some(Why::Age) && n.phrase.start == numeral.phrase.end;
    let age = numerals.get(k + 1).filter(aged);
    let start = age.map_or(numeral.phrase.end, |n| n.phrase.end);
    let next = numerals.get(k + 1 + usize::from(age.is_some()));
    let limit = next.map_or(sentence.end, |n| n.phrase.start).min(sentence.end);
    let start = if numeral.form == Form::Zero { past_reports(text, start, limit) } else { start };
    let (start, partitive) = partitive::read(text, start, limit, next);
    let things = partitive.is_some() && partitive::is_of_things(text, sentence, numeral);
    let nouns = match (partitive, numeral.form) {
        (Some(Partitive::Count | Partitive::Pronoun | Partitive::Outcome(_)), _) => hidden(start),
        // "no one else"
        (None, Form::Zero) if !takes_noun(text, numeral) && is_besides(text, start) => {
            Nouns { besides: true, ..hidden(start + 1) }
        }
        (None, Form::Zero) if !takes_noun(text, numeral) => hidden(start),
        _ => nouns(text, start, limit),
    };
    let nouns = if is_told_by_one(text, numeral, &nouns) { hidden(start) } else { nouns };
    // "passed the 2,000 mark"
    let mark = start < limit && text.tags(start).grammar.is(Grammar::MARK);
    let nouns = if mark { hidden(start + 1) } else { nouns };
    // "one of the attacks"
    let event = partitive.is_some() && start < limit && text.tags(start).scope.is(ScopeWord::EVENT);
    let nouns = if event { Nouns { head: Head::Thing, ..nouns } } else { nouns };
    let before = |back: usize| {
        let at = numeral.phrase.start.checked_sub(back).filter(|at| *at >= sentence.start);
        at.map(|at| text.tags(at).grammar).unwrap_or_default()
    };
    // "that" of "said that 12" introduces a clause.
    let points = |g: Grammar| g.is(Grammar::DEFINITE) && !g.is(Grammar::RELATIVE);
    let definite = points(before(1))
        || before(1).is(Grammar::POSSESSIVE)
        || (before(1).is(Grammar::BESIDES) && before(2).is(Grammar::DEFINITE))
        || numeral.form == Form::Both;
    let company = matches!(nouns.head, Head::People(at) if is_company(text, at));
    let one = numeral.phrase.start.checked_sub(2).filter(|at| *at >= sentence.start);
    let one = one.is_some_and(|at| {
        let role = text.tags(at).people.map(|p| p.role).unwrap_or_default();
        role.is_one_person()
    });
    let more = (numeral.phrase.end..nouns.end).chain(numeral.phrase.start.checked_sub(1));
    let more = more.into_iter().any(|at| text.tags(at).grammar.is(Grammar::MORE));
    Phrase {
        told: None,
        recalls: None,
        numeral: base + k,
        words: numeral.phrase.start..nouns.end.max(numeral.phrase.end),
        noun: start..nouns.end,
        head: nouns.head,
        modifier: nouns.modifier,
        partitive,
        besides: nouns.besides || more || before(1).is(Grammar::BESIDES),
        more,
        definite,
        crew: None,
        // "her parents, both 64": their age
        denied: numeral.form == Form::Both && age.is_some()
            || things
            // "every one of the 47"
            || partitive.is_some() && points(before(1)) && is_one(numeral)
            || before(1).is(Grammar::NEGATION)
            || measures(text, start..nouns.end, limit, nouns.head),
        tells_who: nouns.head == Head::Hidden && one && before(1).is(Grammar::OF),
        // "six of one side and four of the other"
        origin: (company || is_one(numeral) && nouns.head == Head::Unknown)
            && before(1).is(Grammar::ORIGIN.or(Grammar::OF)),
    }
}

/// "Bomb kills 10 Governor": whether one person's office stands behind the number of several, who are none of his kind.
fn is_told_by_one(text: &Text<'_>, numeral: &Numeral, nouns: &Nouns) -> bool {
    let Head::People(at) = nouns.head else { return false };
    let office = text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::OFFICE));
    let title = text.words.get(at).is_some_and(|word| word.shape == Shape::Title);
    office && title && numeral.quantity.nominal > Some(Decimal::ONE)
}

/// Whether a numeral says one.
pub(in crate::figure) fn is_one(numeral: &Numeral) -> bool {
    numeral.quantity.nominal == Some(Decimal::ONE)
}

/// "92 people, two more than its permitted load": whether a number has no noun before "than", and is only
/// a difference.
fn measures(text: &Text<'_>, noun: Range<usize>, limit: usize, head: Head) -> bool {
    let than = |at: usize| {
        text.tags(at).contrast.as_deref().is_some_and(|word| word.is(ContrastWord::THAN))
    };
    let mut words = noun.start..(noun.end + 1).min(limit);
    !matches!(head, Head::People(_) | Head::Outcome(_)) && words.any(than)
}

/// How many words may stand before "reports": "no immediate reports of casualties".
const REPORTS: usize = 3;

/// Where the noun begins of which there are no reports: "casualties" of "no reports of casualties", "no reports on".
fn past_reports(text: &Text<'_>, start: usize, limit: usize) -> usize {
    let mut near = start..limit.min(start + REPORTS);
    let report = near.find(|at| text.tags(*at).grammar.is(Grammar::REPORT));
    // "no reports on possible casualties", not "no word on whether"
    let told = |at: usize| (at + 1..at + 1 + REPORTS).any(|at| text.tags(at).outcome.is_some());
    let of = report.map(|at| at + 1).filter(|at| {
        let grammar = text.tags(*at).grammar;
        grammar.is(Grammar::OF) || grammar.is(Grammar::PREPOSITION) && told(*at)
    });
    past_things(text, of.map_or(start, |of| (of + 1).min(limit)), limit)
}

/// Where the noun begins that another stands before: "injuries" of "no damage or injuries".
fn past_things(text: &Text<'_>, start: usize, limit: usize) -> usize {
    let behind = start + 2;
    if behind >= limit || !text.tags(start + 1).grammar.is(Grammar::AND) {
        return start;
    }
    let thing = text.tags(start).outcome.is_none() && text.tags(start).people.is_none();
    let counted = text.tags(behind).outcome.is_some_and(|word| word.form.is(OutcomeForm::COUNTED));
    if thing && counted { behind } else { start }
}

/// "families", "units": many people under one noun.
fn is_company(text: &Text<'_>, at: usize) -> bool {
    text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::COLLECTIVE))
}

/// "no one" and "none" take no noun; "no" and "any" do.
fn takes_noun(text: &Text<'_>, numeral: &Numeral) -> bool {
    let tags = text.tags(numeral.words.start);
    let takes = tags.grammar.is(Grammar::NO) || tags.number == Some(NumberWord::Any);
    numeral.words.len() == 1 && takes
}

/// The words of a phrase with the mark that opens a quotation which closes among them: “at least
/// 30” others.
pub(in crate::figure) fn with_quote(text: &Text<'_>, words: &Range<usize>) -> Range<usize> {
    let opens = words.start.checked_sub(1).filter(|at| is_quote(text, *at));
    let closes = words.clone().filter(|at| is_quote(text, *at)).count() == 1;
    opens.filter(|_| closes).unwrap_or(words.start)..words.end
}

pub(in crate::figure) fn is_quote(text: &Text<'_>, at: usize) -> bool {
    matches!(text.mark(at), "\"" | "'" | "“" | "”" | "‘" | "’" | "``" | "''")
}

/// Whether a word of the grammar ends a noun phrase.
pub(in crate::figure) fn ends_phrase(text: &Text<'_>, at: usize) -> bool {
    let grammar = text.tags(at).grammar;
    at >= text.words.len()
        || grammar.is(Grammar::ENDS_PHRASE.or(Grammar::NAMELY))
        || !text.tags(at).scope.is_empty()
        || (text.words[at].shape == Shape::Mark && !joins(text, at))
}

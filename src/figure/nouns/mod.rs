//! The nouns behind a numeral: which words are adjectives, which one is the head.
//!
//! In "12 young Ukrainian soldiers from the north" the phrase ends at `soldiers`; in "12 wounded" the
//! outcome is the head. Nouns see words, not what the verb says of them.

mod neighbours;

use std::ops::Range;

use self::neighbours::{
    compound, ends_in_plural, is_verb_like, joins_heads, joins_modifiers, name_goes_on, names_body,
    owned, past_initials,
};
pub(super) use self::neighbours::{is_lower_pronoun, is_possessive, people_follow};
use super::kinds::{is_besides, joins};
use super::phrase::{Head, ends_phrase, is_quote};
use crate::lexicon::{Grammar, OutcomeForm, OutcomeWord, PeopleRole, ScopeWord, SourceWord};
use crate::text::{Shape, Text};

/// The most words that a noun phrase takes before its head.
const LONGEST: usize = 9;

/// The most words of a name behind a title, and the verb.
const NAME: usize = 5;

/// What the words after a numeral were found to be.
#[derive(Debug)]
pub(super) struct Nouns {
    pub(super) end: usize,
    pub(super) head: Head,
    pub(super) modifier: Option<OutcomeWord>,
    pub(super) besides: bool,
}

/// Reads adjectives and nouns from `start` on.
pub(super) fn nouns(text: &Text<'_>, start: usize, limit: usize) -> Nouns {
    if is_credit(text, start..limit) {
        return hidden(start);
    }
    let mut reader = Reader { text, start, limit, nouns: hidden(start) };
    let mut at = start;
    while at < limit && at < start + LONGEST {
        match reader.step(at) {
            Step::To(next) => at = next,
            Step::End => break,
        }
    }
    reader.nouns
}

/// "Raids kill 20 Coast Observatory": whether all words from a number to the end of a headline without
/// marks are the body that says so.
pub(super) fn is_credit(text: &Text<'_>, words: Range<usize>) -> bool {
    let Some(last) = words.clone().next_back() else { return false };
    let tags = text.tags(last);
    // "30 monitor"
    let one = |role: PeopleRole| {
        role.is(PeopleRole::SINGULAR) && !role.is(PeopleRole::PLURAL.or(PeopleRole::COLLECTIVE))
    };
    let several = tags.people.is_some_and(|p| !one(p.role));
    let body = tags.source.is(SourceWord::CREDIT) && !several;
    let name = |at: usize| matches!(text.words[at].shape, Shape::Title | Shape::Upper);
    body && tags.outcome.is_none() && (words.start..last).all(name)
}

/// Where reading goes on behind a word.
enum Step {
    To(usize),
    End,
}

/// What was read of the words behind a numeral.
struct Reader<'a> {
    text: &'a Text<'a>,
    start: usize,
    limit: usize,
    nouns: Nouns,
}

impl Reader<'_> {
    /// Reads one word; the first kind of word that it is decides.
    fn step(&mut self, at: usize) -> Step {
        let Reader { text, limit, .. } = *self;
        let tags = text.tags(at);
        let found = self.has_head();
        if let Some(end) = compound(text, at, limit).filter(|_| !found) {
            return Step::To(end);
        }
        if is_possessive(text, at) {
            return if found { self.genitive(at) } else { Step::To(at + 1) };
        }
        if let Some(noun) = past_initials(text, at, limit) {
            return Step::To(noun);
        }
        if text.words[at].shape == Shape::Mark {
            let quote = is_quote(text, at) && !found && at + 1 < limit;
            return if joins(text, at) || quote { Step::To(at + 1) } else { Step::End };
        }
        if let Some(outcome) = tags.outcome {
            return self.happening(at, outcome);
        }
        if is_besides(text, at) {
            self.nouns.besides = true;
            self.nouns.end = at + 1;
            return Step::To(at + 1);
        }
        match tags.people.filter(|_| !is_lower_pronoun(text, at)) {
            Some(people) => self.people(at, people.role),
            None => self.unknown(at),
        }
    }

    /// Whether the people or the outcome were found.
    fn has_head(&self) -> bool {
        matches!(self.nouns.head, Head::People(_) | Head::Outcome(_))
    }

    /// "the soldiers' wives", "the soldiers' deaths"
    fn genitive(&mut self, at: usize) -> Step {
        if let Some(owned) = owned(self.text, at + 1, self.limit) {
            self.nouns.head = owned;
            return Step::To(at + 1);
        }
        let outcome = self.text.tags(at + 1).outcome.filter(|_| at + 1 < self.limit);
        if let Some(outcome) = outcome.filter(|o| o.form.is(OutcomeForm::COUNTED)) {
            self.nouns.take(Head::Outcome(outcome), at + 2);
        }
        Step::End
    }

    /// "12 civilian deaths", "12 wounded"
    fn happening(&mut self, at: usize, outcome: OutcomeWord) -> Step {
        let found = self.has_head();
        // "took 12 sailors hostage"
        let role = self.text.tags(at).people.map(|p| p.role).unwrap_or_default();
        let one = role.is(PeopleRole::SINGULAR) && !role.is(PeopleRole::PLURAL);
        if found && !one && self.nouns.names_event(outcome.form) {
            self.nouns.take(Head::Outcome(outcome), at + 1);
            return Step::End;
        }
        match !found && self.nouns.outcome(self.text, at, self.limit, outcome) {
            true => Step::To(at + 1),
            false => Step::End,
        }
    }

    /// "soldiers", "Ukrainian"
    fn people(&mut self, at: usize, role: PeopleRole) -> Step {
        let found = self.has_head();
        let plural = role.is(PeopleRole::PLURAL);
        if !found && self.is_title_of_speaker(at) {
            self.nouns = hidden(self.start);
            return Step::End;
        }
        if found && !plural && ends_in_plural(self.text, at - 1) || self.begins_account(at) {
            return Step::End;
        }
        if role.is(PeopleRole::PLURAL.or(PeopleRole::SINGULAR)) {
            let within_name = !found && !plural && name_goes_on(self.text, at + 1, self.limit);
            let head = if within_name { Head::Unknown } else { Head::People(at) };
            self.nouns.take(head, at + 1);
        } else if found && !(role.is(PeopleRole::THING) && is_uncounted(self.text, at - 1)) {
            return Step::End;
        } else if role.is(PeopleRole::THING) {
            self.nouns.take(Head::Thing, at + 1);
        }
        Step::To(at + 1)
    }

    /// "64 Angolan and Cuban soldiers": whether the word before may stand for several people only as an adjective, and another
    /// follows.
    fn ends_in_adjective(&self, at: usize) -> bool {
        let role = |at: usize| self.text.tags(at).people.map(|p| p.role).unwrap_or_default();
        let adjective = |at| role(at).is(PeopleRole::MODIFIER) && !role(at).is(PeopleRole::PLURAL);
        at > self.start && adjective(at - 1) && adjective(at + 1)
    }

    /// "kills four civilians residents said", "kill 20 civilians activists": whether people behind people are
    /// those who say so, where no comma parts them.
    fn begins_account(&self, at: usize) -> bool {
        let text = self.text;
        let is = |at: usize, role| text.tags(at).people.is_some_and(|p| p.role.is(role));
        let noun = |at| is(at, PeopleRole::PLURAL) && !is(at, PeopleRole::MODIFIER);
        let speaks = text.tags(at).source.is(SourceWord::CREDIT.or(SourceWord::SPEAKER));
        let says = || at + 1 >= self.limit || text.tags(at + 1).source.is(SourceWord::SAYS);
        self.has_head() && noun(at - 1) && noun(at) && speaks && says()
    }

    /// "injured seven Holm Governor Ana Ruiz said": whether a title, a name and a verb behind a number say whose it is, where
    /// no comma parts them.
    fn is_title_of_speaker(&self, at: usize) -> bool {
        let text = self.text;
        let capital = |at: usize| text.words.get(at).is_some_and(|w| w.shape == Shape::Title);
        let role = text.tags(at).people.map(|p| p.role).unwrap_or_default();
        let one = role.is(PeopleRole::SINGULAR) && !role.is(PeopleRole::PLURAL);
        // not "30 Terrorist Killed Reports said"
        let name = |at: usize| capital(at) && text.tags(at).outcome.is_none();
        let verb = (at + 1..at + NAME).find(|at| !name(*at));
        let says = verb.is_some_and(|verb| {
            verb > at + 1 && verb < self.limit && text.tags(verb).source.is(SourceWord::SAYS)
        });
        one && capital(at) && says
    }

    /// "two separate attacks", "two earlier victims"; not "killed two earlier in the day"
    fn other(&mut self, at: usize) -> Step {
        let (text, next) = (self.text, at + 1);
        if text.tags(next).scope.is(ScopeWord::EVENT.or(ScopeWord::LASTING)) {
            self.nouns.take(Head::Thing, next + 1);
            return Step::End;
        }
        match ends_phrase(text, next) || is_verb_like(text, next, false) {
            true => Step::End,
            false => Step::To(next),
        }
    }

    /// A word that no table of people or outcomes knows.
    fn unknown(&mut self, at: usize) -> Step {
        let Reader { text, start, limit, .. } = *self;
        let found = self.has_head();
        // "30 daily deaths"
        let period = text.tags(at).period.is_some_and(|p| p.alone) && at + 1 < limit;
        if !found && period {
            return Step::To(at + 1);
        }
        if !found && at + 1 < limit && text.tags(at).scope.is(ScopeWord::OTHER) {
            return self.other(at);
        }
        // "70 altogether"; not "70 combined casualties"
        if !found && text.tags(at).grammar.is(Grammar::TOTAL) && ends_phrase(text, at + 1) {
            return Step::End;
        }
        if found && names_body(text, at, limit) {
            self.nouns.head = Head::Unknown;
            return Step::To(at + 1);
        }
        // "five Soviet-made rifles": the Soviets are an adjective.
        if found && at > start && joins(text, at - 1) && self.nouns.end == at - 1 {
            self.nouns.take(Head::Unknown, at + 1);
            return Step::To(at + 1);
        }
        let adjective = !found || self.ends_in_adjective(at);
        if joins_heads(text, at, limit) || (adjective && joins_modifiers(text, at, limit)) {
            return Step::To(at + 1);
        }
        if found || ends_phrase(text, at) || is_verb_like(text, at, at == start) {
            return Step::End;
        }
        let head = if is_model(text.str(at)) { Head::Thing } else { Head::Unknown };
        self.nouns.take(head, at + 1);
        Step::To(at + 1)
    }
}

/// "nine M16 and M14 rifles": whether a word names a make of things.
fn is_model(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.contains(|c: char| c.is_ascii_digit())
}

/// "army", "police": people who are several without a plural, and may stand before what is theirs: "two
/// army vehicles".
fn is_uncounted(text: &Text<'_>, at: usize) -> bool {
    let role = text.tags(at).people.map(|p| p.role).unwrap_or_default();
    let modifier = role.is(PeopleRole::MODIFIER) && !ends_in_plural(text, at);
    modifier || role.is(PeopleRole::COLLECTIVE) && role.is(PeopleRole::SINGULAR)
}

pub(super) fn hidden(end: usize) -> Nouns {
    Nouns { end, head: Head::Hidden, modifier: None, besides: false }
}

impl Nouns {
    /// "12 civilian deaths": after people as an adjective, a noun for what happened to them.
    fn names_event(&self, form: OutcomeForm) -> bool {
        let verbal = OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE).or(OutcomeForm::GERUND);
        matches!(self.head, Head::People(_))
            && form.is(OutcomeForm::COUNTED)
            && !form.is(verbal.or(OutcomeForm::INTRANSITIVE))
    }

    fn take(&mut self, head: Head, end: usize) {
        self.head = head;
        self.end = end;
    }

    /// Takes an outcome word within the phrase, as an adjective or as the head; false where it is
    /// the verb that ends the phrase.
    fn outcome(&mut self, text: &Text<'_>, at: usize, limit: usize, outcome: OutcomeWord) -> bool {
        if people_follow(text, at + 1, limit) && !outcome.form.is(OutcomeForm::GERUND) {
            // "lost children"
            // "hostage-takers"
            let held = Some(outcome).filter(|_| !joins(text, at + 1));
            self.modifier = held.filter(|o| !o.form.is(OutcomeForm::FIGHTERS));
            return true;
        }
        let counted = outcome.form.is(OutcomeForm::COUNTED);
        // "kills 14 wounds 60": a verb with a number of its own.
        let number = text.words.get(at + 1).is_some_and(|w| w.shape == Shape::Digits)
            || text.tags(at + 1).number.is_some();
        if number && outcome.form.is(OutcomeForm::PRESENT) {
            return false;
        }
        if counted && (self.head != Head::Hidden || !outcome.form.is(OutcomeForm::PARTICIPLE)) {
            if matches!(self.head, Head::Unknown | Head::Thing)
                && outcome.form.is(OutcomeForm::PARTICIPLE)
            {
                return false;
            }
            self.take(Head::Outcome(outcome), at + 1);
            return true;
        }
        false
    }
}

//! Words that mean one thing of some people and another of others.
//!
//! "Detained two insurgents" tells of prisoners, "detained two men" of an arrest; divers search for the
//! missing, police for suspects. Meanings see the people around a verb, not what else is said of them.

use std::ops::Range;

use super::{Item, Kind, Outline};
use crate::figure::kinds::{names_by_sex, names_fighters};
use crate::figure::phrase::Head;
use crate::lexicon::{Grammar, Outcome, OutcomeForm, OutcomeWord, PeopleRole};
use crate::text::Text;

impl Outline {
    /// "detained two insurgents" tells of prisoners, "detained two men" of an arrest; "lost two men" of
    /// the dead.
    pub(super) fn tell_prisoners_from_suspects(&mut self, text: &Text<'_>) {
        for at in 0..self.items.len() {
            let Kind::Anchor(word) = self.items[at].kind else { continue };
            if !word.form.is(OutcomeForm::FIGHTERS) {
                continue;
            }
            let dead =
                |i: &Item| word.outcome == Outcome::Killed && names_by_sex(text, i.words.clone());
            let counted = |i: &&Item| {
                matches!(i.kind, Kind::Count(p)
                if self.phrases[p].partitive.is_none())
            };
            // "The army lost 30 dead and 12 wounded"
            if self.counts_by_outcome(at + 1) {
                self.items[at].kind = Kind::Suffer;
                continue;
            }
            // "40 men were lost"
            let passive = at > 1 && self.kind(at - 1) == Kind::Be;
            let lost = self.items.get(if passive { at - 2 } else { at + 1 }).filter(counted);
            // "lost an eight-year-old daughter and two sons"
            let led =
                |i: &usize| matches!(self.kind(*i), Kind::Determiner | Kind::Adverb | Kind::Other);
            let one = (at + 1..).find(|i| !led(i)).unwrap_or(at);
            let more =
                self.kind(one + 1) == Kind::And && matches!(self.kind(one + 2), Kind::Count(_));
            let article = self.kind(at + 1) == Kind::Determiner && self.kind(one) == Kind::People;
            let one = self.items.get(one).filter(|_| article && more);
            let lost = lost.or(one);
            let fighters = self.people_around(at).is_some_and(|words| names_fighters(text, words));
            // "Nine lost as trawler sinks", "eight fishermen were lost when it sank"
            let subject = self.before_verb(at).is_some_and(|i| matches!(i.kind, Kind::Count(_)));
            let object = matches!(self.kind(at + 1), Kind::Count(_) | Kind::People | Kind::Other);
            let wrecked = word.outcome == Outcome::Killed && !self.wrecks.is_empty();
            let drowned = wrecked && subject && !object;
            // "We have lost 11 colleagues"
            let ours = self.before_verb(at).is_some_and(|i| i.kind == Kind::Pronoun);
            let people = |i: &Item| {
                matches!(i.kind, Kind::Count(p)
                if matches!(self.phrases[p].head, Head::People(_)))
            };
            let ours = ours && word.outcome == Outcome::Killed && lost.is_some_and(people);
            if !fighters && !drowned && !ours && !lost.is_some_and(dead) {
                self.items[at].kind = Kind::Verb;
            }
        }
    }

    /// "30 dead", "ten bodies": whether an item counts people by what befell them.
    fn counts_by_outcome(&self, at: usize) -> bool {
        matches!(self.kind(at), Kind::Count(p) if matches!(self.phrases[p].head, Head::Outcome(_)))
    }

    /// "Ten bodies were found, and divers searched for the other two", "16 people have not been found" tell of
    /// the missing; "police searched for two men", "two men have not been found" of suspects.
    pub(super) fn tell_missing_from_suspects(&mut self, text: &Text<'_>) {
        let mut suffered = false;
        for at in 0..self.items.len() {
            if self.misses_others(text, at) {
                self.items[at].kind = Kind::Verb;
            }
            let tells = match self.kind(at) {
                Kind::Anchor(word) if word.form.is(OutcomeForm::REST) => {
                    let found = match word.form.is(OutcomeForm::INTRANSITIVE) {
                        _ if word.outcome == Outcome::Injured => self.are_the_rest(at),
                        true => self.may_be_missing(text, at),
                        false if word.form.is(OutcomeForm::ACT) => self.is_for_people(text, at),
                        false => self.is_rescue(text, at) || suffered && self.seeks_rest(at),
                    };
                    if !found {
                        self.items[at].kind = Kind::Verb;
                    }
                    false
                }
                Kind::Anchor(_) => true,
                _ => self.counts_by_outcome(at),
            };
            suffered |= tells;
        }
    }

    /// "opened fire, shooting 12 people" tells what was done to them, "four shooting victims" does not.
    pub(super) fn tell_deeds_from_acts(&mut self) {
        for at in 1..self.items.len() {
            let Kind::Anchor(word) = self.kind(at) else { continue };
            let act = word.outcome == Outcome::Casualties && word.form == OutcomeForm::ACT;
            let led = matches!(
                self.kind(at - 1),
                Kind::Comma | Kind::By | Kind::Preposition | Kind::And | Kind::Subordinator
            );
            let people = match self.kind(at + 1) {
                Kind::Count(p) => matches!(self.phrases[p].head, Head::People(_) | Head::Hidden),
                _ => false,
            };
            if act && led && people {
                let form = word.form.or(OutcomeForm::GERUND);
                self.items[at].kind = Kind::Anchor(OutcomeWord { form, ..word });
            }
        }
    }

    /// "hundreds missing their relatives": whether others are those who are missed.
    fn misses_others(&self, text: &Text<'_>, verb: usize) -> bool {
        let missing =
            matches!(self.kind(verb), Kind::Anchor(word) if word.outcome == Outcome::Missing);
        let whose = self.items.get(verb + 1).map(|i| text.tags(i.words.start).grammar);
        missing && whose.is_some_and(|grammar| grammar.is(Grammar::POSSESSIVE))
    }

    /// "Eight were kept in hospital, the 29 others were sent home", "28 were discharged and 57 are still in hospital":
    /// whether a verb is said of all who are left, or others of its sentence are in care.
    fn are_the_rest(&self, verb: usize) -> bool {
        let in_care = |(at, i): (usize, &Item)| {
            let care = matches!(i.kind, Kind::Anchor(word) if word.form.is(OutcomeForm::CARE));
            care && at != verb
        };
        self.before_verb(verb).is_some_and(|subject| match subject.kind {
            Kind::Count(p) => {
                let phrase = &self.phrases[p];
                let others = phrase.besides && phrase.definite;
                let told = || others || self.items.iter().enumerate().any(in_care);
                phrase.head == Head::Hidden && told()
            }
            _ => false,
        })
    }

    /// "Divers searched for three fishermen": whether those who seek are rescuers, and seek people.
    fn is_rescue(&self, text: &Text<'_>, verb: usize) -> bool {
        let subject = self.before_verb(verb);
        let seeker =
            |at: usize| text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::SEEKER));
        let object = self.items[verb + 1..].iter().find(|i| i.kind != Kind::Determiner);
        let people = |i: &Item| {
            matches!(i.kind, Kind::Count(p) if matches!(self.phrases[p].head, Head::People(_))
                || self.phrases[p].besides)
        };
        subject.is_some_and(|i| i.words.clone().any(seeker)) && object.is_some_and(people)
    }

    /// "a search was under way for six soldiers", not "for two men" or "for the gunmen", who may be suspects.
    fn is_for_people(&self, text: &Text<'_>, search: usize) -> bool {
        let object = self.items[search + 1..].iter().find(|i| i.kind != Kind::Determiner);
        object.is_some_and(|item| self.come_to_harm(text, item))
    }

    /// Whether those who are sought are all that is left: "the other two".
    fn seeks_rest(&self, verb: usize) -> bool {
        let before = |i: &&Item| matches!(i.kind, Kind::Determiner | Kind::Adverb);
        let object = self.items[verb + 1..].iter().find(|i| !before(i));
        object.is_some_and(|i| matches!(i.kind, Kind::Count(p) if self.phrases[p].besides))
    }

    /// Whether those who have not been found may have come to harm: "16 people", "the other two", neither
    /// "two men" nor "two gunmen".
    fn may_be_missing(&self, text: &Text<'_>, verb: usize) -> bool {
        self.before_verb(verb).is_some_and(|subject| self.come_to_harm(text, subject))
    }

    /// Whether counted people may have come to harm rather than be sought for something.
    fn come_to_harm(&self, text: &Text<'_>, item: &Item) -> bool {
        let Item { kind: Kind::Count(phrase), words } = item else { return false };
        let phrase = &self.phrases[*phrase];
        let attacker =
            |at: usize| text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::ATTACKER));
        let sought = names_by_sex(text, words.clone())
            || names_fighters(text, words.clone())
            || words.clone().any(attacker);
        let people = matches!(phrase.head, Head::People(_) | Head::Outcome(_));
        phrase.besides || (people && !sought)
    }

    /// The item before a verb and what helps it: "have not yet been".
    fn before_verb(&self, verb: usize) -> Option<&Item> {
        let helps = |i: &&Item| matches!(i.kind, Kind::Have | Kind::Adverb | Kind::Be);
        self.items[..verb].iter().rev().find(|i| !helps(i))
    }

    /// The words of the people whom a verb is said of: behind it, or before it where nobody is behind.
    fn people_around(&self, verb: usize) -> Option<Range<usize>> {
        let behind = |i: &&Item| !matches!(i.kind, Kind::Determiner | Kind::Adverb);
        let people = |i: &Item| matches!(i.kind, Kind::Count(_) | Kind::People);
        let object = self.items[verb + 1..].iter().find(behind);
        let object = object.filter(|i| people(i) || matches!(i.kind, Kind::Other | Kind::Pronoun));
        let whom = object.or_else(|| self.before_verb(verb));
        whom.filter(|i| people(i)).map(|i| i.words.clone())
    }
}

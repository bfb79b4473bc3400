//! Whether a figure is told of an event that the article knows: "the attack killed 12".
//!
//! "A blast" and "the Gaza blast" are not: the first may be another, the second bears a name.

use rust_decimal::Decimal;

use super::{Around, is_toll};
use crate::figure::outline::{Item, Kind};
use crate::figure::phrase::Head;
use crate::lexicon::{Grammar, NumberWord, ScopeWord, SourceWord};

/// How many words before a count an ordinal may stand.
const NTH: usize = 5;

/// How many words before or behind a count the number of events or places may stand.
const SEVERAL: usize = 12;

impl Around<'_> {
    /// "the attack killed 12", "the attack, which killed 12", "with 12 deaths the attack was"
    pub(super) fn is_of_event(&self, anchor: Option<usize>) -> bool {
        let kind = |at: usize| self.outline.kind(at);
        if self.item == 1 && kind(0) == Kind::Preposition {
            // "With 17 dead, it is the worst accident in years"
            let next = self.outline.items.get(self.item + 2);
            let it = next.is_some_and(|i| self.text.tags(i.words.start).source.is(SourceWord::IT));
            let it = it && kind(self.item + 1) == Kind::Comma;
            return it || self.is_known_event(self.item + 2);
        }
        if let Some(verb) = anchor.filter(|at| *at > self.item) {
            return self.is_in_event(verb);
        }
        if anchor.is_some() && self.is_in_event(self.item) {
            return true;
        }
        // "The crash left 17 dead", "The crash claimed 17 lives"
        let said = matches!(self.phrase.head, Head::Outcome(_));
        let costs = |at: &usize| match kind(*at) {
            Kind::Leave => true,
            Kind::Verb => said,
            _ => false,
        };
        let own = self.item.checked_sub(1).filter(costs);
        let Some(verb) = anchor.filter(|at| *at < self.item).or(own) else { return false };
        if self.is_known_toll(verb) {
            return true;
        }
        let helps = |at: &usize| matches!(kind(*at), Kind::Have | Kind::Adverb);
        let mut before = (0..verb).rev().skip_while(helps);
        let Some(mut subject) = before.next() else { return false };
        if kind(subject) == Kind::Relative && subject > 1 && kind(subject - 1) == Kind::Comma {
            subject -= 2;
        }
        self.is_known_event(subject)
    }

    /// "Six were killed and 28 wounded in shootings across the city"
    pub(super) fn is_of_events(&self) -> bool {
        let items = &self.outline.items;
        let behind = self.item + 1..items.len();
        let led = |at: &usize| {
            let kind = self.outline.kind(*at - 1);
            // "in separate shootings", "in a series of attacks" that somebody else had counted
            kind == Kind::Preposition || kind == Kind::Adverb
        };
        let several = |at: &usize| self.text.is_several(items[*at].words.end - 1, ScopeWord::EVENT);
        let clause = behind.take_while(|at| self.outline.kind(*at) != Kind::Stop);
        let mut events = clause.filter(several);
        events.next().is_some_and(|at| led(&at))
    }

    /// "Killed in three separate incidents", "three mine disasters left 78 dead": in how many events or places people
    /// are counted.
    pub(super) fn number_of_events(&self) -> Option<Decimal> {
        let (text, words) = (self.text, &self.phrase.words);
        let last = self.outline.items.last().map_or(words.end, |item| item.words.end);
        let ends = |at: &usize| matches!(text.mark(*at), "." | ";" | ":");
        // "in four districts", "in the four front-line districts"
        let led = |at: &usize| {
            let article = text.tags(at - 1).grammar.is(Grammar::DEFINITE);
            text.tags(at - 1 - usize::from(article)).scope.is(ScopeWord::PLACE)
        };
        let mut behind = (words.end + 1..last.min(words.end + SEVERAL)).take_while(|at| !ends(at));
        let told = behind.find_map(|at| self.several(at).filter(|_| led(&at)));
        let first = self.outline.items.first().map_or(words.start, |item| item.words.start);
        let before = (first.max(words.start.saturating_sub(SEVERAL))..words.start).rev();
        told.or_else(|| before.take_while(|at| !ends(at)).find_map(|at| self.several(at)))
    }

    /// "Three separate incidents": the number at a word, where several events or places are behind it.
    fn several(&self, at: usize) -> Option<Decimal> {
        let Some(NumberWord::Cardinal(number)) = self.text.tags(at).number else { return None };
        let event = ScopeWord::EVENT.or(ScopeWord::AREA).or(ScopeWord::SITES);
        let events = |word: usize| self.text.is_several(word, event);
        (number > Decimal::ONE && (at + 1..=at + 4).any(events)).then_some(number)
    }

    /// "The second bomb killed 25", "the first killed 12 and the second 25"
    pub(super) fn nth_event(&self) -> Option<Decimal> {
        let words = self.phrase.words.start.saturating_sub(NTH)..self.phrase.words.start;
        let parts = |at: &usize| self.text.tags(*at).grammar.is(Grammar::AND);
        let near = words.rev().take_while(|at| self.text.mark(*at) != "." && !parts(at));
        let nth = |at| match self.text.tags(at).number {
            Some(NumberWord::Ordinal(nth)) if self.is_subject(at) => Some(nth),
            _ => None,
        };
        near.into_iter().find_map(nth).or_else(|| self.behind().find_map(nth))
    }

    /// The words behind the count, up to the next one: "ten died in the first blast and nine in the second".
    fn behind(&self) -> impl Iterator<Item = usize> {
        let next = self.outline.count_after(self.item).map(|at| &self.outline.items[at]);
        let last = self.outline.items.last().unwrap_or(&self.outline.items[self.item]);
        let end = next.map_or(last.words.end, |next| next.words.start);
        self.phrase.words.end..end.min(self.phrase.words.end + NTH)
    }

    /// "The second killed", "the second bomb": whether an ordinal stands for an event.
    fn is_subject(&self, ordinal: usize) -> bool {
        let the = ordinal.checked_sub(1).map(|at| self.text.tags(at).grammar);
        let next = self.text.tags(ordinal + 1);
        let ends =
            next.grammar.is(Grammar::AND) || matches!(self.text.mark(ordinal + 1), "," | ".");
        let alone = next.outcome.is_some() || ordinal + 1 == self.phrase.words.start || ends;
        the.is_some_and(|the| the.is(Grammar::DEFINITE))
            && (alone || next.scope.is(ScopeWord::EVENT))
    }

    /// "12 people were killed in the attack", "the loss of 12 lives in the attack"
    fn is_in_event(&self, verb: usize) -> bool {
        let kind = |at: usize| self.outline.kind(at);
        kind(verb + 1) == Kind::Preposition
            && kind(verb + 2) == Kind::Determiner
            && self.is_known_event(verb + 3)
    }

    /// "The death toll stood at 12", not "had stood": whether an item is the toll as a definite word gives it now.
    fn is_known_toll(&self, item: usize) -> bool {
        let the = item.checked_sub(1).map(|at| self.grammar(&self.outline.items[at]));
        let known = the.is_some_and(|the| the.is(Grammar::DEFINITE));
        let before = (item..self.item).any(|at| self.outline.kind(at) == Kind::Have);
        // not "put the toll at 12"
        let opens = item < 2 || !matches!(self.outline.kind(item - 2), Kind::Verb | Kind::Other);
        known && opens && is_toll(&self.outline.items[item]) && !before
    }

    /// Whether an item is an event that a definite word points to, and nothing else: "the attack".
    fn is_known_event(&self, item: usize) -> bool {
        let Some(noun) = self.outline.items.get(item) else { return false };
        let event = self.text.tags(noun.words.start).scope.is(ScopeWord::EVENT);
        let before = item.checked_sub(1).map(|at| &self.outline.items[at]);
        // "Monday's attack"
        let dated = item.checked_sub(2).map(|at| self.grammar(&self.outline.items[at]));
        let dated = dated.is_some_and(|day| day.is(Grammar::WEEKDAY));
        let points = |i: &Item| {
            let grammar = self.grammar(i);
            let owned = dated && grammar.is(Grammar::POSSESSIVE);
            owned || grammar.is(Grammar::DEFINITE) && !grammar.is(Grammar::EVERY)
        };
        noun.words.len() == 1 && event && before.is_some_and(points)
    }
}

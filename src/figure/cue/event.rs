//! Whether a figure is told of an event that the article knows: "the attack killed 12".
//!
//! "A blast" and "the Gaza blast" are not: the first may be another, the second bears a name.

use super::super::outline::{Item, Kind};
use super::Around;
use crate::lexicon::{Grammar, ScopeWord};

impl Around<'_> {
    /// "the attack killed 12", "the attack, which killed 12", "with 12 deaths the attack was"
    pub(super) fn is_of_event(&self, anchor: Option<usize>) -> bool {
        let kind = |at: usize| self.outline.kind(at);
        if self.item == 1 && kind(0) == Kind::Preposition {
            return self.is_known_event(self.item + 2);
        }
        if let Some(verb) = anchor.filter(|at| *at > self.item) {
            return self.is_in_event(verb);
        }
        if anchor.is_some() && self.is_in_event(self.item) {
            return true;
        }
        let Some(verb) = anchor.filter(|at| *at < self.item) else { return false };
        let helps = |at: &usize| matches!(kind(*at), Kind::Have | Kind::Adverb);
        let mut before = (0..verb).rev().skip_while(helps);
        let Some(mut subject) = before.next() else { return false };
        if kind(subject) == Kind::Relative && subject > 1 && kind(subject - 1) == Kind::Comma {
            subject -= 2;
        }
        self.is_known_event(subject)
    }

    /// "12 people were killed in the attack", "the loss of 12 lives in the attack"
    fn is_in_event(&self, verb: usize) -> bool {
        let kind = |at: usize| self.outline.kind(at);
        kind(verb + 1) == Kind::Preposition
            && kind(verb + 2) == Kind::Determiner
            && self.is_known_event(verb + 3)
    }

    /// Whether an item is an event that a definite word points to, and nothing else: "the attack".
    fn is_known_event(&self, item: usize) -> bool {
        let Some(noun) = self.outline.items.get(item) else { return false };
        let event = self.text.tags(noun.words.start).scope.is(ScopeWord::EVENT);
        let before = item.checked_sub(1).map(|at| &self.outline.items[at]);
        let points = |i: &Item| {
            let grammar = self.grammar(i);
            grammar.is(Grammar::DEFINITE) && !grammar.is(Grammar::EVERY)
        };
        noun.words.len() == 1 && event && before.is_some_and(points)
    }
}

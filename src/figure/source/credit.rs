//! The credit of a headline: "Blast kills 12 - TV", "Police: 12 dead in blast".
//!
//! Only nouns and names that speak are credits, so "Kabul: 12 dead" has none.

use std::ops::Range;

use super::attribution::Finder;
use super::speaker::{self, Speaker};
use super::{has_capital, is_number};
use crate::figure::nouns::is_credit;
use crate::lexicon::{Grammar, PeopleRole, SourceWord};
use crate::text::Shape;

impl Finder<'_, '_> {
    /// The credit of a headline: "Blast kills 12 - TV", "Police: 12 dead".
    pub(super) fn credit(&mut self) {
        let end = self.words.end;
        let is_mark = |at: &usize| {
            matches!(self.text.mark(*at), ":" | "-" | "–" | "—" | "--")
                && !self.text.words[*at].glued
                || self.text.mark(*at) == ":"
        };
        let mark = self.words.clone().rev().take(5).find(is_mark);
        if mark.is_some_and(|at| self.credited(at + 1..end, true)) {
            return;
        }
        let mark = self.words.clone().take(8).find(is_mark);
        if mark.is_some_and(|at| self.credited(self.words.start..at, false)) {
            return;
        }
        let number = self.words.clone().rfind(|at| is_number(self.text, *at));
        if let Some(number) = number
            && is_credit(self.text, number + 1..end)
            && self.credited(number + 1..end, true)
        {
            return;
        }
        let last = end.checked_sub(1).filter(|last| *last > self.words.start + 2);
        if let Some(last) = last
            && self.is(last, SourceWord::CREDIT)
            && self.stands_alone(last)
        {
            self.credited(last..end, true);
        }
    }

    /// Whether a word at the end of a headline goes with nothing before it.
    fn stands_alone(&self, last: usize) -> bool {
        let ends = Grammar::ENDS_PHRASE.or(Grammar::BESIDES);
        let before = self.text.tags(last - 1);
        let modifies = before.people.is_some_and(|p| p.role.is(PeopleRole::MODIFIER));
        // "kill 20 civilians activists"
        let people = before.people.is_some_and(|p| p.role.is(PeopleRole::PLURAL));
        (people || has_capital(self.text, last) || has_capital(self.text, last - 1))
            && !before.grammar.is(ends)
            && before.number.is_none()
            && !modifies
            && self.text.words[last - 1].shape != Shape::Digits
    }

    /// Adds the credit that some words are; false where they are none.
    fn credited(&mut self, words: Range<usize>, before: bool) -> bool {
        let named = words.clone().next_back().is_some_and(|head| {
            let class = SourceWord::SPEAKER.or(SourceWord::RECORD).or(SourceWord::CREDIT);
            self.is(head, class)
                || (self.is(head, SourceWord::NAME) && has_capital(self.text, head))
        });
        let found = speaker::after(self.text, words.start, words.end);
        let found = found.filter(|(_, end)| named && *end == words.end);
        let Some((speaker @ Speaker::Named { .. }, _)) = found else { return false };
        self.push(words, speaker, before, !before);
        true
    }
}

//! Whether a figure is said to be a total, or one of several in a list.
//!
//! "In all, 12 died", "together they claimed 14 lives", "they were among 19 killed". A total that no
//! word announces is not known here.

use rust_decimal::Decimal;

use super::Around;
use crate::figure::outline::{Item, Kind};
use crate::figure::phrase::Head;
use crate::lexicon::{
    Grammar, NumberWord, OutcomeForm, OutcomeWord, PeopleRole, ScopeWord, SourceWord,
};

impl Around<'_> {
    /// "We repeat: seven people were killed": what was said before.
    pub(super) fn is_repeated(&self) -> bool {
        let first = self.outline.items.first().map(|i| i.words.start);
        first.is_some_and(|at| self.text.tags(at).source.is(SourceWord::REPEATS))
    }

    /// "The injured, 41 in all, were taken to hospital": how many they are of whom the sentence speaks.
    pub(super) fn is_of_the_known(&self) -> bool {
        let kind = |at: usize| self.outline.kind(at);
        let state =
            |word: OutcomeWord| word.form.is(OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE));
        let opens = self.item == 3 && kind(0) == Kind::Determiner && kind(2) == Kind::Comma;
        let dead = matches!(kind(1), Kind::Anchor(word) if state(word) && Some(word.outcome) == self.outcome);
        opens && dead && self.is_total()
    }

    /// "The killing of 56 people in Orr was no accident": whether the sentence is about what befell them, and takes it for
    /// known; without a place, it may be news.
    pub(super) fn are_the_subject(&self) -> bool {
        let Some(first) = self.item.checked_sub(3) else { return false };
        let [the, act, of] = [first, first + 1, first + 2].map(|at| &self.outline.items[at]);
        let told = |word: OutcomeWord| {
            word.form.is(OutcomeForm::ACT) && Some(word.outcome) == self.outcome
        };
        let mark = |i: &Item| !self.text.mark(i.words.start).is_empty();
        let placed = self.outline.kind(self.item + 1) == Kind::Preposition;
        let opens = self.outline.items[..first].iter().all(mark) && placed;
        let people = matches!(self.phrase.head, Head::People(_)) && self.phrase.partitive.is_none();
        let known = self.grammar(the).is(Grammar::DEFINITE) && of.kind == Kind::Of && people;
        opens && known && matches!(act.kind, Kind::Anchor(word) if told(word))
    }

    /// "in all, 12", "a total of 12", "12 in total"
    pub(super) fn is_total(&self) -> bool {
        let near = self.before().take_while(|i| !matches!(i.kind, Kind::Comma | Kind::Count(_)));
        let opens = self.outline.items.first().is_some_and(|i| self.grammar(i).is(Grammar::TOTAL));
        // "A total of 44 died in the hills, 30 in the town and 12 on the coast": of the 44 alone
        let opens = opens && (self.item == 1 || !matches!(self.outline.kind(1), Kind::Count(_)));
        // "12 in total", "ten people died in all"
        let after = match self.outline.kind(self.item + 1) {
            Kind::Anchor(word) if word.form.is(OutcomeForm::INTRANSITIVE) => self.item + 2,
            _ => self.item + 1,
        };
        let after = self.outline.items.get(after);
        let inside =
            self.phrase.words.clone().any(|w| self.text.tags(w).grammar.is(Grammar::TOTAL));
        opens
            || self.is_among()
            || inside
            || near.take(5).any(|i| self.grammar(i).is(Grammar::TOTAL))
            || after.is_some_and(|i| self.grammar(i).is(Grammar::TOTAL))
            || self.ends_with_total()
            || self.goes_on_with_total()
    }

    /// "a total of 23 killed and 98 wounded": whether the total of another outcome stands right before.
    fn goes_on_with_total(&self) -> bool {
        let Some(count) = self.item.checked_sub(3) else { return false };
        let kind = |at: usize| self.outline.kind(at);
        let joined = kind(self.item - 1) == Kind::And
            && matches!(kind(self.item - 2), Kind::Anchor(_))
            && matches!(kind(count), Kind::Count(_))
            && matches!(kind(self.item + 1), Kind::Anchor(_));
        let before = self.outline.items[..count].iter().rev().take(2);
        joined && before.into_iter().any(|i| self.grammar(i).is(Grammar::TOTAL))
    }

    /// "23 people were taken to hospital in all": whether the clause ends with a word for all.
    fn ends_with_total(&self) -> bool {
        let parts = |i: &&Item| !matches!(i.kind, Kind::Comma | Kind::Stop | Kind::Count(_));
        let clause = self.outline.items[self.item + 1..].iter().take_while(parts);
        let last = self.item + clause.clone().count();
        let ends = matches!(self.outline.kind(last + 1), Kind::Comma | Kind::Stop);
        ends && clause.last().is_some_and(|i| self.grammar(i).is(Grammar::TOTAL))
    }

    /// "Together they claimed 14 lives", not "together with"
    pub(super) fn is_together(&self) -> bool {
        let says = |item: &Item| self.grammar(item).is(Grammar::TOGETHER);
        let next = |at: usize| self.outline.kind(at + 1);
        let mut clause = (0..self.item).filter(|at| says(&self.outline.items[*at]));
        let word = clause.any(|at| !matches!(next(at), Kind::With | Kind::Preposition));
        word || self.outline.items[..self.item].iter().any(|i| self.are_two_events(i))
    }

    /// "the two attacks"
    fn are_two_events(&self, item: &Item) -> bool {
        let Kind::Count(phrase) = item.kind else { return false };
        let phrase = &self.outline.phrases[phrase];
        let two = self.text.tags(phrase.words.start).number;
        let two = two == Some(NumberWord::Cardinal(Decimal::TWO));
        let event = |at: usize| self.text.tags(at).scope.is(ScopeWord::EVENT);
        two && phrase.definite && phrase.noun.clone().any(event)
    }

    /// "were among 19 people killed"
    fn is_among(&self) -> bool {
        let kind = |back: usize| self.item.checked_sub(back).map(|at| self.outline.kind(at));
        kind(1) == Some(Kind::Including) && kind(2) == Some(Kind::Be)
    }

    /// "They were among 19 people killed": whether the sentence counts none of them itself.
    pub(super) fn is_wider(&self) -> bool {
        let before = &self.outline.items[..self.item];
        let counted = before.iter().any(|i| matches!(i.kind, Kind::Count(_)));
        let they = before.iter().any(|i| i.kind == Kind::Pronoun);
        self.is_among() && they && !counted
    }

    /// "Pilot and two passengers", "Pilot, two passengers die", "Mother, 39, grandmother and three children": how many single
    /// persons without an article are named before it.
    pub(super) fn persons_before(&self) -> usize {
        let kind = |at: usize| self.outline.kind(at);
        let joined = |at: usize| matches!(kind(at), Kind::And | Kind::Comma);
        let (mut at, mut persons) = (self.item, 0);
        while at > 1 && joined(at - 1) {
            // "Mother, 39, and"
            let aged = at > 3 && kind(at - 2) == Kind::Adverb && kind(at - 3) == Kind::Comma;
            let aged =
                aged || at > 4 && kind(at - 2) == Kind::Comma && kind(at - 3) == Kind::Adverb;
            let back = match (aged, kind(at - 2)) {
                (false, _) => 2,
                (true, Kind::Adverb) => 4,
                (true, _) => 5,
            };
            let Some(person) = at.checked_sub(back).filter(|at| self.is_one_person(*at)) else {
                break;
            };
            (at, persons) = (person, persons + 1);
        }
        let opens = at == 0;
        let ends = kind(self.item.saturating_sub(1)) == Kind::And;
        if opens || ends { persons } else { 0 }
    }

    /// "Pilot", not "a pilot"
    fn is_one_person(&self, item: usize) -> bool {
        let word = self.outline.items[item].words.end - 1;
        let role = self.text.tags(word).people.map(|p| p.role);
        let bare = item == 0 || self.outline.kind(item - 1) != Kind::Determiner;
        let single = role.is_some_and(PeopleRole::is_one_person);
        self.outline.kind(item) == Kind::People && single && bare
    }

    /// "Killed: 39", as a line of its own
    pub(super) fn is_labelled(&self) -> bool {
        let label = self.item == 2 && self.outline.kind(1) == Kind::Colon;
        label && matches!(self.outline.kind(0), Kind::Anchor(_))
    }
}

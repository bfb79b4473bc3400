//! Whether a figure counts all who were there, or the attackers among them.
//!
//! "All 34 on board", "12 people, including the bomber". Whether the 34 are those of another sentence
//! is not known here.

use super::Around;
use crate::figure::movers::is_name;
use crate::figure::outline::{Item, Kind};
use crate::figure::phrase::{Head, Partitive};
use crate::lexicon::{Grammar, Outcome, OutcomeForm, OutcomeWord, PeopleRole, ScopeWord};

/// How many items an opening such as "with the attacker," has.
const OPENING: usize = 5;

/// How many words before "alone" the place begins: "in the province of Orr alone".
const PLACE: usize = 5;

impl Around<'_> {
    /// "The priests and two servants were killed": besides the people whom it takes for known.
    pub(super) fn are_beside_the_known(&self) -> bool {
        let Some(first) = self.item.checked_sub(3) else { return false };
        let [the, people, and] = [first, first + 1, first + 2].map(|at| &self.outline.items[at]);
        let several = self
            .text
            .tags(people.words.end - 1)
            .people
            .is_some_and(|p| p.role.is(PeopleRole::PLURAL));
        and.kind == Kind::And
            && people.kind == Kind::People
            && several
            && self.grammar(the).is(Grammar::DEFINITE)
    }

    /// "A bus carrying 30 people fell into a ravine": whether the sentence says that a craft came to grief by itself.
    pub(super) fn sank(&self) -> bool {
        let said = |item: &Item| self.text.tags(item.words.start).scope.is(ScopeWord::SUNK);
        self.outline.sunk && self.outline.items.iter().any(said)
    }

    /// "all five people on board escaped": whether they are all who were there, whatever else is said of them.
    pub(super) fn are_all(&self) -> bool {
        let whole = self.phrase.definite && !self.phrase.besides && self.phrase.partitive.is_none();
        let aboard = matches!(self.outline.kind(self.item + 1), Kind::Anchor(word)
            if word.form.is(OutcomeForm::POPULATION));
        whole && aboard
    }

    /// "all 34 on board were killed", "all 34 occupants", not "the two passengers"
    pub(super) fn are_everybody(&self) -> bool {
        let there = |word: OutcomeWord| word.form.is(OutcomeForm::POPULATION);
        let named = matches!(self.phrase.head, Head::Outcome(word) if there(word));
        self.is_all() && !self.phrase.besides && (named || self.are_all())
    }

    /// "21 passengers and two of the crew survived": whether a verb behind the people joined to these says that they live.
    pub(super) fn are_with_the_living(&self) -> bool {
        let kind = |at: usize| self.outline.kind(at);
        let joined = |at: &usize| kind(*at) == Kind::And && matches!(kind(at + 1), Kind::Count(_));
        let verb = Some(self.item + 1).filter(joined).map(|and| and + 2);
        let alive = |word: OutcomeWord| {
            word.form.is(OutcomeForm::ALIVE) && word.form.is(OutcomeForm::INTRANSITIVE)
        };
        verb.is_some_and(|at| matches!(kind(at), Kind::Anchor(word) if alive(word)))
    }

    /// "all 86 victims", "all 134 of the dead": everybody to whom something happened, not "all seven people".
    pub(super) fn is_everyone(&self) -> bool {
        let suffered = |word: OutcomeWord| word.outcome != Outcome::Affected;
        let named = matches!(self.phrase.head, Head::Outcome(word) if suffered(word));
        let of = matches!(self.phrase.partitive, Some(Partitive::Outcome(word)) if suffered(word));
        self.is_all() && !self.phrase.besides && (named || of)
    }

    /// "the dead were nine Danes and two Swedes", not "among the dead were"
    pub(super) fn names_all(&self, anchor: Option<usize>) -> bool {
        let Some(noun) = anchor.filter(|at| *at > 0 && *at < self.item) else { return false };
        let article = self.outline.kind(noun - 1) == Kind::Determiner;
        let opens = noun < 2 || self.outline.kind(noun - 2) != Kind::Including;
        let listed = |at: usize| {
            let kind = self.outline.kind(at);
            let people = matches!(kind, Kind::Count(_) | Kind::People | Kind::Determiner);
            people || matches!(kind, Kind::And | Kind::Comma)
        };
        let be = self.outline.kind(noun + 1) == Kind::Be;
        // "the dead, 11 men and seven women, were buried"
        let end = self.outline.list_end(self.item);
        let comma = |at: usize| self.outline.kind(at) == Kind::Comma;
        let verb = matches!(self.outline.kind(end), Kind::Be | Kind::Have | Kind::Verb);
        let aside = comma(noun + 1) && comma(end - 1) && end - 1 > self.item && verb;
        article && opens && (be || aside) && (noun + 2..self.item).all(listed)
    }

    /// "22 people died in Orr province alone": whether more died elsewhere.
    pub(super) fn is_of_one_place(&self) -> bool {
        if !self.outline.alone {
            return false;
        }
        let counts = self.outline.items.iter().filter(|i| matches!(i.kind, Kind::Count(_))).count();
        let end = self.outline.items.last().map_or(0, |i| i.words.end);
        let start = self.outline.items.first().map_or(0, |i| i.words.start);
        let is = |at: usize, class| self.text.tags(at).scope.is(class);
        let placed = |at: usize| {
            let place = (start.max(at.saturating_sub(PLACE))..at).any(|w| is(w, ScopeWord::PLACE));
            is(at, ScopeWord::ALONE)
                && place
                && at > start
                && !self.text.tags(at - 1).grammar.is(Grammar::BE)
        };
        counts == 1 && self.phrase.partitive.is_none() && (start..end).any(placed)
    }

    /// "all seven"
    pub(super) fn is_all(&self) -> bool {
        let all = |at: usize| self.text.tags(at).grammar.is(Grammar::EVERY);
        self.phrase.words.start.checked_sub(1).is_some_and(all)
    }

    /// "12 gunmen", "12 people, including the bomber"
    pub(super) fn perpetrators(&self) -> bool {
        let own = matches!(self.phrase.head, Head::People(word) if self.is_attacker(word));
        let opening = || self.outcome == Some(Outcome::Killed) && self.opens_with_attacker();
        own || opening() || self.lists_attacker()
    }

    /// "With the attacker, the shooting claimed four lives"
    fn opens_with_attacker(&self) -> bool {
        let opens =
            matches!(self.outline.kind(0), Kind::With | Kind::Preposition | Kind::Including);
        let mut first = self.outline.items.iter().take_while(|i| i.kind != Kind::Comma);
        let short = self.outline.items.iter().take(OPENING).any(|i| i.kind == Kind::Comma);
        // "Including Huckaby, seven died"
        let named = |i: &Item| {
            let name = |at: usize| is_name(self.text, at);
            let includes = self.outline.items.first();
            let includes = includes.is_some_and(|i| self.grammar(i).is(Grammar::INCLUDING));
            includes && (i.kind == Kind::Pronoun || i.words.clone().any(name))
        };
        opens && short && first.any(|i| self.names_attacker(i) || named(i))
    }

    /// "12 people, including the bomber"
    fn lists_attacker(&self) -> bool {
        let next = &self.outline.items[self.item + 1..];
        // "15 bodies, one of them the bomber's"
        let some = |i: &Item| match i.kind {
            Kind::Including => true,
            Kind::Count(part) => self.outline.phrases[part].partitive == Some(Partitive::Pronoun),
            _ => false,
        };
        // "Seven people died on Wednesday, including the gunman"
        let place = |i: &Item| {
            let place = matches!(i.kind, Kind::Preposition | Kind::Determiner | Kind::Other);
            place || matches!(i.kind, Kind::Anchor(_) | Kind::Be | Kind::Have | Kind::Comma)
        };
        let near = next.iter().enumerate().take_while(|(at, i)| *at < 2 || place(i) || some(i));
        let list = near.map(|(_, i)| i).position(some);
        list.is_some_and(|at| {
            let list = next[at + 1..].iter().take(6);
            let of_whom = matches!(next[at].kind, Kind::Count(_));
            let mut list = list.take_while(|i| match i.kind {
                Kind::Count(_) | Kind::Stop => false,
                Kind::Be => of_whom,
                _ => true,
            });
            list.any(|i| self.names_attacker(i))
        })
    }

    fn names_attacker(&self, item: &Item) -> bool {
        item.kind == Kind::People && item.words.clone().any(|word| self.is_attacker(word))
    }

    fn is_attacker(&self, word: usize) -> bool {
        self.text.tags(word).people.is_some_and(|p| p.role.is(PeopleRole::ATTACKER))
    }
}

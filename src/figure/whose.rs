//! Whom a phrase counts where its own noun does not say.
//!
//! "Six of the dead were police" counts police, "26 dead among the troops" troops, "killing one"
//! behind "opened fire on the guards" a guard. Whose people they are is read from one sentence; what
//! two phrases share is carried over from the other one.

use super::carry::Carry;
use super::group::{self, Counted};
use super::outline::{Item, Kind};
use super::phrase::{Head, Partitive};
use super::portion::Portion;
use super::{Group, object, tally};
use crate::lexicon::{Grammar, OutcomeForm, OutcomeWord, PeopleRole};

/// How many figures back "the 12" points at most.
const NEAR: usize = 40;

/// "three of the dead in the village were nurses": the items from "be" on, where no more than a place
/// stands before it.
fn past_place(items: &[Item]) -> &[Item] {
    let place =
        |i: &&Item| matches!(i.kind, Kind::Preposition | Kind::Determiner | Kind::Other | Kind::Of);
    let words = items.iter().take_while(place).count();
    let opens = items.first().is_some_and(|i| i.kind == Kind::Preposition);
    match items.get(words) {
        Some(next) if opens && next.kind == Kind::Be => &items[words..],
        _ => items,
    }
}

impl Carry<'_> {
    /// Whom the phrase counts, by its own noun or by what is around it.
    pub(super) fn people(&self) -> Counted {
        let own = group::read(self.text, self.phrase.noun.clone(), self.end);
        if own.group.is_some() {
            return own;
        }
        // "44 passengers and a crew of four"
        if let Some(crew) = self.phrase.crew {
            return group::read(self.text, crew..crew + 1, crew + 1);
        }
        // "four of the nine were children": the nine are whoever they were before.
        if self.reading.is_whole && self.phrase.told.is_some() {
            return Counted { group: self.pointed_to(), ..own };
        }
        let toll = self.of_toll().or_else(|| self.of_state()).or_else(|| self.losers());
        if toll.is_some() {
            return Counted { group: toll, ..own };
        }
        if let Head::Outcome(_) = self.phrase.head {
            let group = self
                .sufferers()
                .or_else(|| self.leavers())
                .or_else(|| self.struck())
                .or_else(|| self.setting())
                .or_else(|| self.tallied());
            if group.is_some() {
                return Counted { group, ..own };
            }
        }
        // "The army sustained 20 killed and ten wounded"
        if self.phrase.head == Head::Hidden
            && let Some(group) = self.sufferers()
        {
            return Counted { group: Some(group), ..own };
        }
        if let Some(group) = self.topic() {
            return Counted { group: Some(group), ..own };
        }
        if !self.is_open() {
            return own;
        }
        let group = self
            .described()
            .or_else(|| self.counted_whole())
            .or_else(|| self.labelled())
            .or_else(|| self.tallied())
            .or_else(|| self.shared())
            .or_else(|| self.of_several())
            .or_else(|| self.named_next())
            .or_else(|| self.pointed_to())
            .or_else(|| self.struck())
            .or_else(|| self.attacked());
        Counted { group, ..own }
    }

    /// "the toll for Danes rose to 12", "the number of students abducted rose to 12", "the civilian death toll rose to
    /// 12": the people of whom a toll is given.
    fn of_toll(&self) -> Option<Group> {
        let at = self.reading.anchor.filter(|at| *at < self.reading.item)?;
        let Kind::Anchor(word) = self.outline.kind(at) else { return None };
        let toll = word.form.is(OutcomeForm::TOLL);
        let next = self.outline.kind(at + 1);
        if toll && matches!(next, Kind::Of | Kind::Preposition) {
            let leads =
                |at: &usize| matches!(self.outline.kind(*at), Kind::Determiner | Kind::Adverb);
            let noun = (at + 2..self.outline.items.len()).find(|at| !leads(at))?;
            let people = &self.outline.items[noun];
            // not "the toll in an Israeli raid"
            let own = people.kind == Kind::People && self.outline.kind(noun + 1) != Kind::Other;
            if next == Kind::Of || own {
                return own.then(|| self.group_of(people))?;
            }
        }
        let noun = toll || word.form.is(OutcomeForm::COUNTED);
        let noun = noun && !object::takes_object(self.outline, at);
        let before = at.checked_sub(1).map(|before| &self.outline.items[before]);
        before.filter(|i| noun && self.tells_whose(i)).and_then(|i| self.group_of(i))
    }

    /// "civilian", "US military": whether words before a noun say whose it is, not where.
    fn tells_whose(&self, item: &Item) -> bool {
        let people = self.text.tags(item.words.end - 1).people;
        let other = PeopleRole::PLACE.or(PeopleRole::THING);
        let named = people.is_some_and(|p| !p.role.is(other));
        item.kind == Kind::People || (item.kind == Kind::Other && named)
    }

    /// "two of the hostages"
    fn of_state(&self) -> Option<Group> {
        let Some(Partitive::Outcome(_)) = self.phrase.partitive else { return None };
        let noun = self.phrase.noun.start.checked_sub(1)?;
        group::read(self.text, noun..noun + 1, self.end).group
    }

    /// "the 12": those who were counted before by the same number.
    fn pointed_to(&self) -> Option<Group> {
        let number = self.stated.nominal.filter(|_| self.phrase.definite)?;
        let mut known = self.known.iter().rev().take(NEAR).map(|d| &d.figure);
        known.find(|f| f.quantity.nominal == Some(number) && f.group.is_some())?.group.clone()
    }

    pub(super) fn group_of(&self, item: &Item) -> Option<Group> {
        let people = group::read(self.text, item.words.clone(), item.words.end).group;
        people.or_else(|| group::body(self.text, &item.words))
    }

    /// "As for the civilians, 47 persons have died": the people that a sentence is about.
    fn topic(&self) -> Option<Group> {
        let items = &self.outline.items;
        let opens = self.text.tags(items.first()?.words.start).grammar.is(Grammar::TOPIC);
        let people = items[1..].iter().find(|i| i.kind != Kind::Determiner)?;
        (opens && people.kind == Kind::People).then(|| self.group_of(people))?
    }

    /// "On the Russian side there were 200 dead": the people that a sentence opens with.
    fn setting(&self) -> Option<Group> {
        let items = &self.outline.items;
        let opens = matches!(items.first()?.kind, Kind::Preposition | Kind::Including);
        let people = items[1..].iter().find(|i| i.kind != Kind::Determiner)?;
        let named = matches!(people.kind, Kind::People | Kind::Other);
        let mut between = items[2..].iter().take_while(|i| !matches!(i.kind, Kind::Count(_)));
        let there = between.any(|i| i.kind == Kind::Be);
        (opens && named && there).then(|| self.group_of(people))?
    }

    /// "the number of civilians killed has risen to 200": the people whose toll it is.
    fn tallied(&self) -> Option<Group> {
        let told = tally::tallied(self.outline, self.reading.item)?;
        // "the number hurt in a raid that killed 12 is unknown" tells nothing of the 12.
        let anchor =
            self.reading.anchor.is_none_or(|at| at <= told.anchor || at == self.reading.item);
        let told = Some(told).filter(|_| anchor)?;
        let items = &self.outline.items[told.tally + 1..told.anchor];
        let people = items.iter().find(|i| i.kind == Kind::People)?;
        self.group_of(people)
    }

    /// "15 of the 18 miners"
    fn counted_whole(&self) -> Option<Group> {
        let whole = match self.phrase.partitive {
            Some(Partitive::Count) => self.outline.phrase_after(self.reading.item)?,
            _ => return None,
        };
        group::read(self.text, whole.noun.clone(), self.end).group
    }

    /// Whether the phrase leaves to others whom it counts: "seven", "another 12", "five of them".
    fn is_open(&self) -> bool {
        let state = |word: OutcomeWord| word.form.is(OutcomeForm::STATE);
        match self.phrase.head {
            Head::Hidden => true,
            Head::Outcome(word) => state(word) && !self.reading.is_whole,
            // "An American tourist was killed and nine other people were wounded"
            Head::People(noun) => self.phrase.besides && !self.is_anybody(noun),
            _ => self.phrase.besides,
        }
    }

    /// Whether a noun may be of anybody: "people".
    fn is_anybody(&self, noun: usize) -> bool {
        self.text.tags(noun).people.is_some_and(|people| people.kinds().next().is_none())
    }

    /// "ten of those killed were believed to be civilians", "five of them children"
    fn described(&self) -> Option<Group> {
        let from = match self.phrase.partitive {
            Some(Partitive::Count) => self.outline.count_after(self.reading.item)?,
            _ if self.is_of_another() || self.opens_with_among() => return None,
            _ => self.reading.item,
        };
        // "half of them, 18, were children"
        let behind = Portion::at(self.outline, from).map_or(from + 1, |portion| portion.end);
        // "four of the eight killed were girls", "four of the eight people killed in a fire were girls"
        let state = matches!(self.outline.kind(behind), Kind::Anchor(_));
        let be = self.outline.items.get(behind + 1..).and_then(|items| past_place(items).first());
        let be = be.is_some_and(|item| item.kind == Kind::Be);
        let state = state && from != self.reading.item && be;
        let items = past_place(&self.outline.items[behind + usize::from(state)..]);
        let mut people = items.iter().skip_while(|i| self.leads_to_description(i.kind));
        let item = people.next().filter(|i| i.kind == Kind::People)?;
        let next = items.first()?;
        // "two women, one an Italian tourist"
        let told = next.kind == Kind::Determiner
            && self.text.tags(next.words.start).grammar.is(Grammar::ARTICLE);
        let near = self.phrase.partitive.is_some() || next.kind == Kind::Be || told;
        // "four of them members of the medical staff"
        let body = || {
            let mut behind = items.iter().skip_while(|i| i.words.start <= item.words.start);
            let of = behind.next().is_some_and(|i| i.kind == Kind::Of);
            let body = behind.find(|i| i.kind != Kind::Determiner);
            let body = body.filter(|i| of && i.kind == Kind::People)?;
            self.group_of(body)
        };
        // "were women and children"
        let mut joined = items.iter().skip_while(|i| i.words.start <= item.words.start);
        let and = joined.next().is_some_and(|i| i.kind == Kind::And);
        let last = joined.next().filter(|i| and && i.kind == Kind::People).unwrap_or(item);
        let words = item.words.start..last.words.end;
        let group = || group::read(self.text, words.clone(), words.end).group;
        near.then(|| group().or_else(body))?
    }

    /// "Half of the 20 dead were women": whether the sentence speaks of others, who belong to these.
    fn is_of_another(&self) -> bool {
        let of = object::skip_back(self.outline, self.reading.item);
        let of = of.filter(|of| self.outline.kind(*of) == Kind::Of);
        of.and_then(|of| of.checked_sub(1))
            .is_some_and(|noun| matches!(self.outline.kind(noun), Kind::Other | Kind::People))
    }

    /// "Among the 11 dead was the guard": whoever follows is one of them.
    fn opens_with_among(&self) -> bool {
        let before = self.outline.items[1.min(self.reading.item)..self.reading.item].iter();
        let mut before = before.filter(|i| i.kind != Kind::Determiner);
        self.outline.kind(0) == Kind::Including && before.next().is_none()
    }

    fn leads_to_description(&self, kind: Kind) -> bool {
        matches!(kind, Kind::Be | Kind::Link | Kind::Preposition | Kind::Determiner | Kind::Adverb)
    }

    /// "killing several insurgents and wounding one": the people of the object before, who have no number.
    fn of_several(&self) -> Option<Group> {
        let verb = object::skip_back(self.outline, self.reading.item)?;
        let and = verb.checked_sub(1).filter(|at| self.outline.kind(*at) == Kind::And)?;
        let people = and.checked_sub(1)?;
        let before = object::skip_back(self.outline, people)?;
        let verbs =
            object::takes_object(self.outline, verb) && object::takes_object(self.outline, before);
        let noun = match self.outline.kind(people) {
            Kind::People => self.outline.items[people].words.clone(),
            Kind::Count(several) => self.outline.phrases[several].noun.clone(),
            _ => return None,
        };
        let group = verbs.then(|| group::read(self.text, noun.clone(), noun.end).group)??;
        Self::is_of_kind(&group).then_some(group)
    }

    /// "kill four, arrest nine militiamen": the noun that two objects share stands with the second.
    fn named_next(&self) -> Option<Group> {
        let at = self.reading.item;
        let joined = matches!(self.outline.kind(at + 1), Kind::Comma | Kind::And);
        let verb = object::skip_adverbs(self.outline, at + 2);
        let active = matches!(self.outline.kind(verb), Kind::Anchor(_) | Kind::Verb);
        let object = self.reading.anchor.is_some_and(|anchor| anchor < at);
        let Kind::Count(next) = self.outline.kind(verb + 1) else { return None };
        let noun = self.outline.phrases[next].noun.clone();
        let shares = self.phrase.head == Head::Hidden && joined && active && object;
        shares.then(|| group::read(self.text, noun, self.end).group)?
    }
}

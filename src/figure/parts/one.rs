//! What becomes of the people of one counted phrase.
//!
//! In "five of the wounded were children" the phrase is told of by the words that lead to it, in "12 people were
//! killed" by its verb, in "eight in the north" by the phrases before it: asked in this order. A phrase knows
//! the readings of those before it in its sentence, not those behind.

use super::Earlier;
use super::who::{carries, follows_people, is_defining, is_passengers, is_place};
use crate::figure::attach::{self, Attached};
use crate::figure::included::including;
use crate::figure::inverted::Inverted;
use crate::figure::lists::{bracket, in_brackets, in_list, phrase_before};
use crate::figure::outline::{Kind, Outline};
use crate::figure::phrase::{Head, Partitive, Phrase};
use crate::figure::reading::{Reading, found, part};
use crate::figure::spelled::{counts_all, spelled_out};
use crate::figure::{
    among, apposed, breakdown, by_place, description, evidence, inverted, of_them, population,
    portion, resumed, standing, wholes,
};
use crate::lexicon::{Outcome, OutcomeForm, OutcomeWord};

/// A counted phrase, with what was read before it.
#[derive(Clone, Copy)]
pub(super) struct One<'a> {
    pub(super) outline: &'a Outline,
    /// Its item in the outline.
    pub(super) at: usize,
    pub(super) phrase: &'a Phrase,
    /// The readings of the phrases before it.
    pub(super) before: &'a [Reading],
    /// The last figure before the sentence.
    pub(super) earlier: Option<Earlier>,
}

impl One<'_> {
    /// Its reading; empty where it counts nobody.
    pub(super) fn read(self) -> Reading {
        if evidence::counts_nobody(self.outline, self.at, self.phrase) {
            return Reading::default();
        }
        if let Some(read) = self.led_to().or_else(|| self.listed()) {
            return read;
        }
        let own = attach::attach(self.outline, self.at);
        if let Some(rest) = self.rest(own) {
            return rest;
        }
        let told = || own.map(|own| self.told(own));
        self.of_some(own).or_else(told).unwrap_or_else(|| self.untold())
    }

    /// "12 people died, nine of whom drowned. The other three were hit by trees": all the others of a count of which the
    /// sentence before told some.
    fn rest(self, own: Option<Attached>) -> Option<Reading> {
        let One { outline, at, phrase, .. } = self;
        // "The capital recorded 33 of the deaths. The other 25 occurred inland": of the deaths too
        let earlier = self.earlier.filter(|e| e.parted || e.among.is_some())?;
        // not "the 38 others who live there", "the remaining 29 of Friday's total"
        let told = matches!(outline.kind(at + 1), Kind::Relative | Kind::Of);
        let others = phrase.is_bare() && phrase.besides && phrase.definite && !told;
        let opens = (0..at).all(|at| outline.kind(at) == Kind::Determiner);
        let hurt = |own: Attached| matches!(own.outcome, Outcome::Injured | Outcome::Casualties);
        let dead = earlier.outcome == Outcome::Killed && earlier.among.is_none();
        // "13 of the injured were admitted. The remaining eight were airlifted"
        let moved = |own: Attached| {
            let cared = own.outcome == Outcome::Affected && earlier.outcome == Outcome::Injured;
            cared
                && matches!(outline.kind(own.anchor), Kind::Anchor(word) if !word.form.is(OutcomeForm::ALIVE))
        };
        let same = own.is_none_or(|own| dead && hurt(own) || moved(own));
        (others && opens && same).then(|| Reading { inherited: true, ..earlier.part() })
    }

    /// What the words that lead to it say: "among the victims were 12", "including five", "one of the two".
    fn led_to(self) -> Option<Reading> {
        let One { outline, at, phrase, before, earlier } = self;
        if let Some(again) = resumed::compared(outline, at, phrase, before, earlier) {
            return Some(again);
        }
        if let Some(whole) = wholes::named_first(outline, at) {
            return Some(part(before, whole, false));
        }
        if let Some(Inverted { word, anchor, among, all }) = inverted::before(outline, at) {
            // "among the victims were 12 wounded children", "its losses were four dead and 11 wounded"
            let own = match phrase.head {
                Head::Outcome(word) => Some(word.outcome),
                _ => phrase.modifier.map(|word| word.outcome),
            };
            let own = own.or_else(|| attach::bare(outline, at));
            let unsaid = word.form.is(OutcomeForm::WEAK) || word.outcome == Outcome::Casualties;
            let own = own.filter(|_| unsaid);
            let outcome = own.unwrap_or_else(|| breakdown::victims(word, earlier));
            let among = among.then_some(outcome);
            let (outcome, anchor) = (Some(outcome), Some(anchor));
            return Some(Reading { outcome, anchor, among, complete: all, ..Reading::default() });
        }
        if let Some(some) = portion::of(outline, at, phrase, before, earlier) {
            return Some(some);
        }
        if among::is_of_them(outline, at, phrase) {
            return Some(among::of_them(outline, at, before, earlier));
        }
        // "the names of those 32 recruits"
        let told = phrase.recalls.and(phrase.told);
        let of_those = told.filter(|_| at > 0 && outline.of_whom.contains(&(at - 1)));
        if let Some(told) = of_those {
            return Some(resumed::again(told));
        }
        // "Among the 41 dead, 39 were from one province" opens no list of 39.
        // "Among the 24 were nine children" opens none of 24.
        let be = outline.kind(at + 1) == Kind::Be;
        let opened = wholes::opens(outline).is_some_and(|whole| whole < at || whole == at && be);
        let list = including(outline, at).filter(|_| !(opened && phrase.is_bare()));
        if let Some(list) = list {
            // "Among them were 15 children": of those whom the sentence before counts.
            let them = outline.them.contains(&list) && phrase_before(outline, list).is_none();
            return Some(match earlier.filter(|_| them) {
                Some(earlier) => Reading { inherited: true, ..earlier.part() },
                None => self.of_victims(list, in_list(outline, at, list, phrase, before)),
            });
        }
        // "was one of the two women" tells who, not how many.
        let identifies = at > 0 && outline.kind(at - 1) == Kind::Be;
        if phrase.partitive.is_some() && identifies {
            return Some(Reading { identifies, ..Reading::default() });
        }
        if let Some(Partitive::Count) = phrase.partitive {
            // "Four of the nine were in the coach": where they were, not what befell them.
            let told = attach::attach(outline, at).filter(|own| !is_place(outline, *own));
            return Some(found(told));
        }
        let opens = wholes::opens(outline) == Some(at) || population::opens_clause(outline, at);
        if population::is_of_count(outline, at) || opens {
            let all = population::population(outline, at, phrase, earlier);
            // "Six of the 20 sailors were rescued", after 14 were said to be missing
            let living = before.last().is_some_and(|r| r.outcome == Some(Outcome::Affected));
            // "Nine of the 24 pupils abducted in May have been released"
            let said = matches!(outline.kind(at + 1), Kind::Anchor(_));
            let there = living && !said && all.outcome == phrase.told;
            return Some(if there {
                Reading { outcome: Some(Outcome::Affected), ..all }
            } else {
                all
            });
        }
        None
    }

    /// "17 were killed. The victims include eight children": a list of victims of whom only deaths are told.
    fn of_victims(self, list: usize, read: Reading) -> Reading {
        let noun = list.checked_sub(1).map(|at| self.outline.kind(at));
        let Some(Kind::Anchor(word)) = noun else { return read };
        let told = breakdown::victims(word, self.earlier);
        let dead =
            |outcome: Option<Outcome>| outcome.map(|o| if o == word.outcome { told } else { o });
        Reading { outcome: dead(read.outcome), among: dead(read.among), ..read }
    }

    /// Whose part it is where it stands beside them: "seven people, four adults and three children", "nine (two adults)".
    fn listed(self) -> Option<Reading> {
        let One { outline, at, phrase, before, .. } = self;
        if let Some(open) = bracket(outline, at) {
            return Some(in_brackets(outline, at, open, before));
        }
        if let Some(more) = breakdown::goes_on_with_part(outline, at, phrase, before) {
            return Some(more);
        }
        if let Some(below) = breakdown::spelled_below(outline, phrase, self.earlier) {
            return Some(below);
        }
        if let Some(whole) = apposed::those(outline, at) {
            return Some(part(before, whole, true));
        }
        // "Seven people, four adults and three children, were killed"
        let aboard = |word: OutcomeWord| word.form.is(OutcomeForm::POPULATION);
        let named = match phrase.head {
            Head::People(_) => true,
            Head::Outcome(word) => aboard(word),
            _ => false,
        };
        if let Some(whole) = apposed::between(outline, at).filter(|_| named)
            && !matches!(outline.phrases[whole].head, Head::Thing)
        {
            return Some(part(before, whole, true));
        }
        let last = apposed::last(outline, at).or_else(|| apposed::definite(outline, at));
        if let Some(whole) = last {
            return Some(part(before, whole, true));
        }
        if let Some((whole, all)) = apposed::placed(outline, at) {
            return Some(Reading { listed: true, ..part(before, whole, all) });
        }
        by_place::named(outline, at, before)
            .or_else(|| breakdown::more_of_them(outline, at, phrase, before))
            .or_else(|| breakdown::died_too(outline, at, phrase, before))
            .or_else(|| of_them::of_them_too(outline, at, phrase, before))
            .or_else(|| of_them::of_the_dead_too(outline, at, before))
            .or_else(|| of_them::the_other_dead_too(outline, at, before))
            .or_else(|| of_them::died_elsewhere(outline, at, before))
            .or_else(|| of_them::placed_too(outline, at, phrase, before))
    }

    /// Whose part its own words make it: "eight of the dead", "five of them", "12 people: nine men".
    fn of_some(self, own: Option<Attached>) -> Option<Reading> {
        let One { outline, at, phrase, before, earlier } = self;
        // "176 people lost their lives: 162 of those on board and 14 residents"
        if let (Some(Partitive::Outcome(word)), Some(whole)) =
            (phrase.partitive, spelled_out(outline, at))
            && word.outcome == Outcome::Affected
        {
            return Some(part(before, whole, true));
        }
        if let (Some(Partitive::Outcome(word)), Some(own)) = (phrase.partitive, own) {
            return Some(self.of_the_dead(word, own));
        }
        if phrase.partitive == Some(Partitive::Pronoun) {
            // "Three drowned. He praised the volunteers, 80 of whom took part": of the volunteers.
            let earlier = earlier.filter(|_| !follows_people(outline, at));
            return Some(among::some_of_them(outline, at, own, before, earlier));
        }
        if let Some(whole) = spelled_out(outline, at) {
            let told = part(before, whole, counts_all(outline, at));
            // "312 casualties: 80 killed and 190 wounded"
            let own = own.filter(|own| own.before || own.anchor == at);
            // "15 killed: three in a raft, twelve in the boat": where they were.
            let there = |own: &Attached| own.outcome == Outcome::Affected && told.outcome.is_some();
            let own = own.filter(|own| Some(own.outcome) != told.outcome && !there(own));
            return Some(Reading { outcome: own.map(|own| own.outcome).or(told.outcome), ..told });
        }
        // "All 31 on board were killed. Twenty-eight were passengers": who they were, not what befell them.
        if let Some(earlier) =
            earlier.filter(|_| own.is_some_and(|own| is_passengers(outline, at, own)))
            && description::opens_with_of(outline, at).is_none()
        {
            return Some(Reading { inherited: true, ..earlier.part() });
        }
        None
    }

    /// "eight of the dead were in the bus"
    fn of_the_dead(self, word: OutcomeWord, own: Attached) -> Reading {
        let One { outline, at, phrase, earlier, .. } = self;
        // "The three rescued miners and five of those who had escaped": of others than were counted
        let joined = at > 1 && outline.kind(at - 1) == Kind::And;
        let beside = joined && matches!(outline.kind(at - 2), Kind::Count(_));
        let others = beside && word.outcome == Outcome::Affected;
        // "All 18 of the dead" are no part of them.
        let part = (!phrase.definite || phrase.besides) && !others;
        let told = Reading { among: part.then_some(word.outcome), ..found(Some(own)) };
        // "eight of the dead were in the bus", "six of the dead were badly burned": they are dead.
        let shot = told.anchor.is_some_and(|verb| verb > at);
        let hurt = match told.outcome {
            Some(Outcome::Casualties) => shot,
            outcome => outcome == Some(Outcome::Injured),
        };
        let dead = word.outcome == Outcome::Killed && hurt;
        let told = match told.outcome {
            Some(Outcome::Affected) => Reading { outcome: Some(word.outcome), ..told },
            _ if dead => Reading { outcome: Some(Outcome::Killed), anchor: Some(at), ..told },
            _ => told,
        };
        // "74 were killed. Of the victims, 37 …": they died.
        let dead = breakdown::victims(word, earlier) == Outcome::Killed
            && word.form.is(OutcomeForm::WEAK)
            && told.outcome == Some(Outcome::Casualties);
        let killed = Some(Outcome::Killed);
        let among = killed.filter(|_| part);
        if dead { Reading { among, outcome: killed, ..told } } else { told }
    }

    /// What its own verb or noun says befell them.
    fn told(self, own: Attached) -> Reading {
        let One { outline, at, phrase, before, .. } = self;
        // "a plane carrying 1,500 food packs", "seized one M-72 launcher": of people the noun would be known.
        let taken = |own: Attached| own.outcome == Outcome::Captured && own.anchor < at;
        if phrase.head == Head::Unknown && (carries(outline, own) || taken(own)) {
            return Reading::default();
        }
        if own.anchor >= at
            && let Some(whole) = among::with_some(outline, at, phrase, own.outcome, before)
        {
            return Reading { anchor: Some(own.anchor), ..part(before, whole, false) };
        }
        if let Some(inner) = breakdown::worse_off(outline, at, own, before) {
            return inner;
        }
        // "five of the wounded men were in a critical condition"
        let some = phrase.partitive == Some(Partitive::Definite);
        let told = phrase.modifier.filter(|_| some).map(|word| word.outcome);
        let told =
            told.or_else(|| Some(own.outcome).filter(|_| some && is_defining(outline, at, &own)));
        let among = told.or_else(|| description::opens_with_of(outline, at));
        Reading { among, ..found(Some(own)) }
    }

    /// What the phrases and sentences before say befell them, where its own says nothing.
    fn untold(self) -> Reading {
        let One { outline, at, phrase, before, earlier } = self;
        // "Six of the worshippers were children", of whom the text has said what befell them
        let told = phrase.told.filter(|_| outline.kind(at + 1) == Kind::Be);
        if let (Some(Partitive::Definite), Some(told)) = (phrase.partitive, told) {
            let (outcome, among) = (Some(told), Some(told));
            return Reading { outcome, among, inherited: true, ..Reading::default() };
        }
        if let Some(all) = resumed::total(outline, at, phrase, before) {
            return all;
        }
        if let Some(more) = resumed::added(outline, phrase, before) {
            return more;
        }
        if let Some(count) = standing::read(outline, at, phrase, before, earlier) {
            return count;
        }
        // "the 47 pupils", after "47 pupils were killed"
        if let (Some(_), Some(told)) = (phrase.recalls, phrase.told) {
            return resumed::again(told);
        }
        if phrase.crew.is_some() || is_wrecked(outline, at) {
            return Reading { outcome: Some(Outcome::Affected), ..Reading::default() };
        }
        breakdown::goes_on(outline, at, phrase, before)
            .or_else(|| breakdown::more_bodies(outline, at, phrase, earlier))
            .or_else(|| breakdown::with_passengers(outline, at, phrase, before))
            .or_else(|| by_place::read(outline, at, earlier))
            .unwrap_or_else(|| description::read(outline, at, phrase, before, earlier))
    }
}

/// "A ship with 24 sailors sank", "a launch with 24 people on it": whether the people were in what went down.
pub(in crate::figure) fn is_wrecked(outline: &Outline, item: usize) -> bool {
    let with = item.checked_sub(1).map(|at| outline.kind(at));
    let on_it = outline.kind(item + 1) == Kind::Preposition && outline.its.contains(&(item + 2));
    matches!(with, Some(Kind::With | Kind::Preposition))
        && (on_it || outline.wrecks.contains(&(item + 1)))
}

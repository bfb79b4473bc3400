//! Which "including", "among" and "of whom" of an outline open a list, a clause or an aside.
//!
//! "Among them two children" lists some of those before it, "deaths among the pilgrims" names whose dead they are,
//! "many of whom were children" is a clause. It knows the kinds of items, not what they count.

use rust_decimal::Decimal;

use super::{Item, Kind, Outline};
use crate::figure::phrase::{self, Head};
use crate::lexicon::{Grammar, NumberWord, ScopeWord};
use crate::text::Text;

impl Outline {
    /// "Killed 12 in three attacks in Orr, including one in a market": leaves out the one of several events, which counts
    /// nobody.
    pub(super) fn leave_out_events(&mut self, text: &Text<'_>) {
        for at in 1..self.items.len() {
            if self.kind(at) != Kind::Including || !self.is_bare(at + 1) {
                continue;
            }
            let one = text.tags(self.items[at + 1].words.start).number;
            let one = one == Some(NumberWord::Cardinal(Decimal::ONE));
            let placed = matches!(self.kind(at + 2), Kind::Preposition | Kind::Relative);
            if one && placed && self.follows_events(text, at) {
                self.leave_out(at + 1);
            }
        }
    }

    /// Whether the last noun before an item is for several events, wherever these were: "three attacks in the city,".
    fn follows_events(&self, text: &Text<'_>, item: usize) -> bool {
        let events = |at: usize| text.is_several(self.items[at].words.end - 1, ScopeWord::EVENT);
        let people = |at: usize| match self.kind(at) {
            Kind::Count(p) => matches!(self.phrases[p].head, Head::People(_) | Head::Outcome(_)),
            Kind::Anchor(_) | Kind::Verb | Kind::Be | Kind::Stop | Kind::People => true,
            _ => false,
        };
        let ends = |at: &usize| events(*at) || people(*at);
        (0..item).rev().find(ends).is_some_and(events)
    }

    /// "many of whom were children" is a clause; "of whom five were children" opens a list; "Of those
    /// killed, five were children" names the whole first.
    pub(super) fn tell_clauses_from_lists(&mut self, text: &Text<'_>) {
        for at in 0..self.items.len() {
            let of =
                self.kind(at) == Kind::Including && phrase::is_of(text, self.items[at].words.start);
            let among = text.tags(self.items[at].words.start).grammar.is(Grammar::AMONG);
            // "31 people, and this does not include the attacker"
            if at > 0 && self.kind(at) == Kind::Including && self.kind(at - 1) == Kind::Negation {
                self.items[at].kind = Kind::Other;
                continue;
            }
            let aside = at == 0 && !among && !of && self.opens_aside();
            if aside || among && self.names_ranks(at) {
                self.items[at].kind = Kind::Preposition;
            }
            if among && (self.holds_people_before(at) || self.are_there(at)) {
                self.among.push(at);
            } else if among && self.points_to_all(at) {
                self.items[at].kind = Kind::Preposition;
            }
            // "Of those on shift", "of those taken ill", "of those disembarking" speak of others.
            let others = matches!(self.kind(1), Kind::Preposition | Kind::Verb | Kind::Adverb);
            self.of_these |= of && at == 0 && !others && !self.is_participle(text, 1);
            match self.kind(at + 1) {
                _ if !of => {}
                Kind::Count(_) => self.of_whom.push(at),
                _ => self.items[at].kind = if at == 0 { Kind::Of } else { Kind::Relative },
            }
        }
    }

    /// "38 migrants, but a woman was found dead", not "38 migrants and a woman were": which "and" opens a clause of its own.
    pub(super) fn tell_clauses_from_subjects(&mut self, text: &Text<'_>) {
        let opens = |and: &usize| {
            let end = (and + 1..self.items.len()).find(|at| !self.kind(*at).is_nominal());
            let end = end.unwrap_or(*and);
            let one =
                |at: usize| !text.tags(self.items[at].words.start).grammar.is(Grammar::PLURAL);
            let joins = self.kind(*and) == Kind::And;
            let subject = joins && self.kind(and + 1) == Kind::Determiner;
            // "including 36 students, but dozens of others remain in their hands"
            let but = text.tags(self.items.get(*and).map_or(0, |i| i.words.start)).scope;
            let turns = joins && but.is(ScopeWord::CONTRAST) && self.kind(end) == Kind::Link;
            turns || subject && self.kind(end) == Kind::Be && one(end)
        };
        self.clauses = (0..self.items.len()).filter(opens).collect();
    }

    /// "disembarking", "interviewed": whether an item that says nothing of people has a verb's ending.
    fn is_participle(&self, text: &Text<'_>, item: usize) -> bool {
        let word = self.items.get(item).filter(|i| i.kind == Kind::Other);
        word.map(|i| text.str(i.words.start))
            .is_some_and(|w| w.ends_with("ing") || w.ends_with("ed"))
    }

    /// "Counting the eight in the north, the toll stands at 11", not "Among those killed were": whether the list
    /// with which the sentence opens is closed by a comma before anything is said.
    fn opens_aside(&self) -> bool {
        let says = |i: &Item| {
            let verb = matches!(i.kind, Kind::Be | Kind::Have | Kind::Link | Kind::Verb);
            verb || matches!(i.kind, Kind::Comma | Kind::Anchor(_))
        };
        let end = self.items.iter().position(says).unwrap_or(0);
        self.kind(0) == Kind::Including && end > 1 && self.kind(end) == Kind::Comma
    }

    /// "There were (also) 19 children among the 16 dead": whether a verb and a count stand before an item.
    fn are_there(&self, at: usize) -> bool {
        let Some(count) = at.checked_sub(1) else { return false };
        let verb = (0..count).rev().find(|at| self.kind(*at) != Kind::Adverb);
        let be = verb.is_some_and(|at| self.kind(at) == Kind::Be);
        be && matches!(self.kind(count), Kind::Count(_))
    }

    /// "were among 22 people killed", "Two children among 12 dead", "are counted among the 64": whether the
    /// people before are some of those counted behind.
    fn holds_people_before(&self, among: usize) -> bool {
        let before = |back: usize| among.checked_sub(back).map(|at| self.kind(at));
        // "410 deaths were registered among 8.2 million people"
        let verb = matches!(before(1), Some(Kind::Verb | Kind::Other));
        let counted = verb && before(2) == Some(Kind::Be);
        let article = counted && self.kind(among + 1) == Kind::Determiner;
        let part = counted || matches!(before(1), Some(Kind::Be | Kind::Count(_)));
        // "Five in family among nine killed", "Six of a wedding party among nine drowned"
        let group = among <= 4 && (1..among).all(|at| self.kind(at).is_nominal());
        let part = part || group && matches!(self.kind(0), Kind::Count(_));
        part && matches!(self.kind(among + 1 + usize::from(article)), Kind::Count(_))
    }

    /// "One died, a death that the ministry did not count among the 81": whether those behind are known, and no list.
    fn points_to_all(&self, among: usize) -> bool {
        let before = among.checked_sub(1).map(|at| self.kind(at));
        let article = self.kind(among + 1) == Kind::Determiner;
        let counted = article && matches!(self.kind(among + 2), Kind::Count(_));
        counted && !matches!(before, None | Some(Kind::Including | Kind::Be))
    }

    /// "26 dead among the troops", "deaths among the 30,000 pilgrims" name whose dead they are, "among them
    /// two children" opens a list.
    fn names_ranks(&self, among: usize) -> bool {
        let before = among.checked_sub(1).map(|at| self.kind(at));
        let deaths = matches!(before, Some(Kind::Anchor(_)));
        // "deaths among drivers and passengers"
        let bare = matches!(self.kind(among + 1), Kind::People | Kind::Anchor(_)) && deaths;
        let people = match self.kind(among + 2) {
            Kind::People | Kind::Other => !matches!(before, None | Some(Kind::Be)),
            Kind::Count(_) => deaths,
            _ => false,
        };
        bare || people && self.kind(among + 1) == Kind::Determiner
    }
}

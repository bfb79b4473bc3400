//! How an outline is drawn: item by item, and some items anew once their neighbours are known.
//!
//! In "shot three dead" the `dead` ends the verb before the people; "according to two witnesses" names
//! nobody to whom anything happened. Drawing knows one sentence, and of it not which outcome is whose.

use std::ops::Range;

use super::{Item, Kind, Outline};
use crate::figure::kinds::{kind, modifies_people, names_people, people_end, run_end, time_end};
use crate::figure::phrase::Head;
use crate::figure::{contrast, phrase, split};
use crate::lexicon::{Grammar, OutcomeForm, OutcomeWord, PeopleRole};
use crate::numeral::{Form, Numeral, Why};
use crate::text::{Shape, Text};

/// Words that say something of the item that begins with them.
const NOTED: Grammar = Grammar::RISE
    .or(Grammar::TOTAL)
    .or(Grammar::IT)
    .or(Grammar::WRECKED)
    .or(Grammar::MOST)
    .or(Grammar::AMONG_THEM);

/// The most items of an aside within a verb.
const ASIDE: usize = 3;

/// How many words before a number may set it against another.
const BASE: usize = 3;

impl Outline {
    /// Adds the phrase of a numeral; returns the place after it.
    pub(super) fn count(
        &mut self,
        text: &Text<'_>,
        words: &Range<usize>,
        numerals: &[Numeral],
        k: usize,
        base: usize,
    ) -> usize {
        let numeral = &numerals[k];
        if numeral.form == Form::Article {
            return self.word(text, words, numerals, numeral.phrase.start);
        }
        if let Some(why) = numeral.why {
            // "Martin Dale, 39," "a third officer"
            let aside = matches!(why, Why::Age | Why::Ordinal);
            let kind = if aside { Kind::Adverb } else { Kind::Other };
            if matches!(why, Why::Percent | Why::Fraction) {
                self.shares.push(self.items.len());
            }
            // "60%" with its sign
            let end = numeral.phrase.end + usize::from(why == Why::Percent);
            self.push(text, kind, numeral.phrase.start..end);
            return end;
        }
        let mut phrase = phrase::read(text, words, numerals, k, base);
        let range = phrase.words.clone();
        let company = phrase.head == Head::Hidden;
        let company = company && self.company(text, PeopleRole::COLLECTIVE).is_some();
        if company && phrase::is_one(numeral) && self.points(text, 3) {
            phrase.head = Head::Thing; // "two aircraft were shot down; the crew of one"
        } else if company {
            phrase.crew = self.company(text, PeopleRole::CREW);
            self.items.truncate(self.items.len() - 2);
        }
        // "compared with the 19 of last year"
        let before = range.start.saturating_sub(BASE).max(words.start)..range.start;
        if before.into_iter().any(|at| contrast::sets_against(text, at)) {
            self.bases.push(self.items.len());
        }
        if numeral.quantity.nominal.is_none() {
            self.crowds.push(self.items.len()); // "several children"
        }
        self.push(text, Kind::Count(self.phrases.len()), range.clone());
        self.phrases.push(phrase);
        range.end
    }

    /// Whether the item so many back is a definite word.
    fn points(&self, text: &Text<'_>, back: usize) -> bool {
        let item = self.items.len().checked_sub(back).map(|at| &self.items[at]);
        item.is_some_and(|i| text.tags(i.words.start).grammar.is(Grammar::DEFINITE))
    }

    /// The company with a role that was just named, whose members a number without a noun would count:
    /// "killing its crew of four".
    fn company(&self, text: &Text<'_>, role: PeopleRole) -> Option<usize> {
        let [.., company, of] = &self.items[..] else { return None };
        let word = company.words.end - 1;
        let named = text.tags(word).people.is_some_and(|p| p.role.is(role));
        (of.kind == Kind::Of && company.kind == Kind::People && named).then_some(word)
    }

    /// Adds the item that begins with a word that is no numeral; returns the place after it.
    pub(super) fn word(
        &mut self,
        text: &Text<'_>,
        words: &Range<usize>,
        numerals: &[Numeral],
        at: usize,
    ) -> usize {
        let next = numerals.iter().map(|n| n.phrase.start).find(|start| *start > at);
        let limit = next.unwrap_or(words.end).min(words.end);
        if let Some(end) = time_end(text, at, limit) {
            self.push(text, Kind::Adverb, at..end);
            return end;
        }
        let kind = kind(text, at);
        let end = match kind {
            Some(Kind::Anchor(word)) if modifies_people(text, at, limit, word.form) => {
                people_end(text, at + 1, limit)
            }
            Some(_) => at + 1,
            None => run_end(text, at + 1, limit),
        };
        let kind = match kind {
            Some(Kind::Anchor(word)) if end > at + 1 => {
                self.described.push((self.items.len(), word));
                Kind::People
            }
            Some(kind) => kind,
            None if names_people(text, at..end) => Kind::People,
            None => Kind::Other,
        };
        self.push(text, kind, at..end);
        end
    }

    /// "was taken to Port Ana General Hospital", "are in the county hospital": takes the name for a part of the verb;
    /// returns the place after it.
    pub(super) fn in_care(&mut self, text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
        let passive =
            matches!(self.items.last()?.kind, Kind::Be | Kind::Adverb | Kind::And | Kind::Link);
        let (word, end) = split::named(text, at, end).filter(|_| passive)?;
        self.push(text, Kind::Anchor(word), at..end);
        Some(end)
    }

    /// "hacked eight villagers to death", "shot three dead": takes the words behind the people for the end of their verb,
    /// where the two together are one phrase of the tables; returns the place after them.
    pub(super) fn part_of_verb(&mut self, text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
        let object = matches!(self.items.last()?.kind, Kind::Count(_) | Kind::People);
        let tags = text.tags(at);
        let ends = OutcomeForm::STATE.or(OutcomeForm::ALIVE).or(OutcomeForm::WEAK);
        let state = tags.outcome.is_some_and(|o| o.form.is(ends));
        let goes_on = Grammar::PREPOSITION.or(Grammar::TO).or(Grammar::POSSESSIVE);
        // "let 15 students go", "set 15 students free"
        let word = tags.outcome.is_none() && !tags.grammar.is(Grammar::AND);
        let plain = word && text.words[at].shape == Shape::Lower;
        let ended = state || tags.grammar.is(goes_on);
        if !object || !(ended || plain) {
            return None;
        }
        let object = |i: &Item| {
            matches!(
                i.kind,
                Kind::Count(_)
                    | Kind::People
                    | Kind::Determiner
                    | Kind::Adverb
                    | Kind::And
                    | Kind::Comma
            )
        };
        let verb = self.items.iter().rposition(|i| !object(i))?;
        // "killed 15 students on Monday" goes on with no part of its verb
        if !ended && self.kind(verb) != Kind::Verb {
            return None;
        }
        let last = self.items[verb].words.end - 1;
        let (word, taken) = split::whole(text, last, at..end)?;
        self.take_verb(verb, word);
        self.push(text, Kind::Adverb, at..at + taken);
        Some(at + taken)
    }

    /// Makes the last word of an item a verb of its own that says an outcome.
    fn take_verb(&mut self, item: usize, word: OutcomeWord) {
        let words = self.items[item].words.clone();
        let kind = Kind::Anchor(word);
        if words.len() == 1 {
            self.items[item].kind = kind;
            return;
        }
        self.items[item].words.end -= 1;
        self.items.insert(item + 1, Item { kind, words: words.end - 1..words.end });
        let later = self
            .tallies
            .iter_mut()
            .chain(&mut self.rises)
            .chain(&mut self.totals)
            .chain(&mut self.them)
            .chain(&mut self.its)
            .chain(&mut self.wrecks)
            .chain(&mut self.shares)
            .chain(self.described.iter_mut().map(|(at, _)| at))
            .filter(|at| **at > item);
        later.for_each(|at| *at += 1);
    }

    fn push(&mut self, text: &Text<'_>, kind: Kind, words: Range<usize>) {
        let [first, last] = [words.start, words.end - 1].map(|at| text.words[at].tags.grammar);
        let several =
            |at: usize| text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::PLURAL));
        if kind == Kind::People && several(words.end - 1) {
            self.crowds.push(self.items.len());
        }
        if last.is(Grammar::TALLY) {
            self.tallies.push(self.items.len());
        }
        if first.is(NOTED) {
            self.note(first);
        }
        self.items.push(Item { kind, words });
    }

    /// Notes what is asked of single items, of the one that begins with such a word and is about to be added.
    fn note(&mut self, first: Grammar) {
        let item = self.items.len();
        let lists = [
            (Grammar::RISE, &mut self.rises),
            (Grammar::TOTAL, &mut self.totals),
            (Grammar::IT, &mut self.its),
            (Grammar::WRECKED, &mut self.wrecks),
            (Grammar::MOST, &mut self.shares),
            (Grammar::AMONG_THEM, &mut self.them),
        ];
        lists
            .into_iter()
            .filter(|(class, _)| first.is(*class))
            .for_each(|(_, list)| list.push(item));
    }

    /// "were, yesterday, killed", "were, on Sunday, killed": takes the commas around an aside within a verb
    /// for a part of it.
    pub(super) fn read_over_asides(&mut self, text: &Text<'_>) {
        let aside = |i: &Item| matches!(i.kind, Kind::Adverb | Kind::Preposition | Kind::Other);
        for at in 1..self.items.len() {
            // "were on Tuesday confirmed dead"
            let day = |i: &Item| text.tags(i.words.start).grammar.is(Grammar::WEEKDAY);
            let on = self.kind(at - 1) == Kind::Be && self.kind(at) == Kind::Preposition;
            let said = matches!(self.kind(at + 2), Kind::Anchor(_) | Kind::Link | Kind::Verb);
            if on && said && self.items.get(at + 1).is_some_and(day) {
                self.items[at..at + 2].iter_mut().for_each(|i| i.kind = Kind::Adverb);
            }
            if self.kind(at) != Kind::Comma || self.kind(at - 1) != Kind::Be {
                continue;
            }
            let end =
                at + 1 + self.items[at + 1..].iter().take(ASIDE).take_while(|i| aside(i)).count();
            if self.kind(end) == Kind::Comma && matches!(self.kind(end + 1), Kind::Anchor(_)) {
                self.items[at..=end].iter_mut().for_each(|i| i.kind = Kind::Adverb);
            }
        }
    }

    /// "The dead, who were all from one village, were 21 men and 17 women": takes a clause about the dead for a part of
    /// the verb behind it.
    pub(super) fn read_over_clause(&mut self) {
        let state = OutcomeForm::STATE.or(OutcomeForm::COUNTED).or(OutcomeForm::PARTICIPLE);
        let dead = matches!(self.kind(1), Kind::Anchor(word) if word.form.is(state));
        let opens = self.kind(0) == Kind::Determiner && dead && self.kind(2) == Kind::Comma;
        let closes = |at: &usize| {
            let list = matches!(self.kind(at + 2), Kind::Count(_));
            self.kind(*at) == Kind::Comma && self.kind(at + 1) == Kind::Be && list
        };
        let closes = (4..self.items.len()).find(closes);
        let people = |i: &Item| match i.kind {
            Kind::Count(phrase) => self.phrases[phrase].head != Head::Thing,
            _ => false,
        };
        let closes = closes.filter(|_| opens && self.kind(3) == Kind::Relative);
        if let Some(closes) = closes.filter(|at| !self.items[2..*at].iter().any(people)) {
            (2..=closes).for_each(|at| self.leave_out(at));
        }
    }

    /// Takes an item for one that says nothing, and its number for none.
    pub(super) fn leave_out(&mut self, item: usize) {
        if let Kind::Count(phrase) = self.kind(item) {
            self.phrases.remove(phrase);
            for Item { kind, .. } in &mut self.items {
                if let Kind::Count(later) = kind
                    && *later > phrase
                {
                    *later -= 1;
                }
            }
        }
        self.items[item].kind = Kind::Adverb;
    }

    /// "90 (40 per cent) were children": takes a share in brackets for an aside.
    pub(super) fn read_over_shares(&mut self) {
        for share in 0..self.shares.len() {
            let at = self.shares[share];
            let opens = at.checked_sub(1).filter(|at| self.kind(*at) == Kind::Open);
            if let Some(opens) = opens.filter(|_| self.kind(at + 1) == Kind::Close) {
                self.items[opens..at + 2].iter_mut().for_each(|i| i.kind = Kind::Adverb);
            }
        }
    }
}

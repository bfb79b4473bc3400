//! Words of a sentence that move the scope: another time, a longer span, another event or place.
//!
//! "A similar blast last year killed 40" holds two, `similar blast` and `last year`. Movers do not
//! know which figures they govern.

mod calendar;
mod events;
mod main_event;

use std::ops::Range;

use rust_decimal::Decimal;

pub(super) use self::main_event::Main;
use crate::lexicon::{Grammar, NumberWord, PeopleRole, ScopeWord, SourceWord};
use crate::numeral::Numeral;
use crate::text::{Sentence, Shape, Text, Vocabulary};

/// The minutes of an hour.
const HOUR: u32 = 60;

/// The minutes of a week.
const WEEK: u32 = 7 * 24 * HOUR;

/// How many words behind a place that which holds it is named.
const WITHIN: usize = 4;

/// How a mover moves the scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move {
    /// To another day or year.
    Time,
    /// To a longer span than one event.
    Span,
    /// To an event that is said to be another one.
    Other,
    /// To an event that is named for the first time.
    Fresh,
    /// To another place.
    Place,
}

/// Words that move the scope.
#[derive(Clone, Debug)]
pub(super) struct Mover {
    /// The words, as places in the text's list.
    pub(super) words: Range<usize>,
    /// What they do.
    pub(super) kind: Move,
    /// Whether they only govern what follows them.
    pub(super) forward: bool,
}

/// One sentence that is searched.
pub(super) struct Search<'m, 't, 'a> {
    text: &'t Text<'a>,
    words: Range<usize>,
    /// The classes of the words.
    vocabulary: Vocabulary,
    /// The numerals of the sentence.
    numerals: &'m [Numeral],
    main: &'m Main<'t>,
}

impl<'m, 't, 'a> Search<'m, 't, 'a> {
    /// A search of a sentence with its numerals.
    pub(super) fn of(
        text: &'t Text<'a>,
        sentence: &Sentence,
        numerals: &'m [Numeral],
        main: &'m Main<'t>,
    ) -> Search<'m, 't, 'a> {
        let Sentence { ref words, vocabulary, .. } = *sentence;
        Search { text, words: words.clone(), vocabulary, numerals, main }
    }

    /// Finds the movers of the sentence, in order.
    pub(super) fn movers(&self) -> Vec<Mover> {
        let words = self.words.clone().filter(|at| self.may_move(*at));
        let mut movers: Vec<Mover> = words.filter_map(|at| self.at(at)).collect();
        movers.extend(self.dates(self.words.clone()));
        movers.extend(self.fronted_place());
        let mut superlatives = self.of_class(ScopeWord::SUPERLATIVE);
        if let Some(from) = superlatives.next() {
            let compared = |m: &&mut Mover| m.kind == Move::Span && m.words.start > from;
            movers.iter_mut().filter(compared).for_each(|m| m.forward = true);
        }
        movers
    }

    /// The words of the sentence that are of a class.
    fn of_class(&self, class: ScopeWord) -> impl Iterator<Item = usize> {
        let any = self.vocabulary.scope.is(class);
        let words = self.words.clone().filter(move |at| self.is(*at, class));
        any.then_some(words).into_iter().flatten()
    }

    /// The mover that the sentence opens with, if it opens with one to another event.
    pub(super) fn opening(&self) -> Option<Mover> {
        let start = self.words.start;
        let opens = |m: &Mover| m.words.start < start + 3 && m.kind != Move::Span;
        // A mover may begin two words before the one that it hangs on.
        let first = start..(start + 5).min(self.words.end);
        let words = first.clone().filter(|at| self.may_move(*at));
        let movers = words.filter_map(|at| self.at(at)).chain(self.dates(first));
        movers.chain(self.fronted_place()).find(opens)
    }

    /// Whether a mover may hang on a word at all.
    fn may_move(&self, at: usize) -> bool {
        let tags = self.text.tags(at);
        !tags.scope.is_empty() || tags.grammar.is(Grammar::ARTICLE.or(Grammar::DEFINITE))
    }

    /// The mover that hangs on the word at `at`.
    fn at(&self, at: usize) -> Option<Mover> {
        let mover = |words, kind| Some(Mover { words, kind, forward: false });
        let before = at.checked_sub(1).filter(|b| self.words.contains(b));
        let counts_units = before.is_some_and(|b| self.is(b, ScopeWord::UNIT));
        if self.is(at, ScopeWord::ELSEWHERE) {
            return mover(at..at + 1, Move::Other);
        }
        let earlier = counts_units && self.is(at, ScopeWord::BEFORE) && !self.lasted_hours(at - 1);
        if self.is(at, ScopeWord::AGO) || earlier {
            return mover(at.saturating_sub(1)..at + 1, Move::Time);
        }
        if counts_units && self.is(at, ScopeWord::AFTER) && !self.is_news(at) {
            return Some(Mover { words: at - 1..at + 1, kind: Move::Other, forward: true });
        }
        // "The third blast, after one in May that killed six"
        let one = self.text.tags(at + 1).number == Some(NumberWord::Cardinal(Decimal::ONE));
        let placed = one && self.is(at + 2, ScopeWord::PLACE);
        if self.is(at, ScopeWord::AFTER) && placed {
            return Some(Mover { words: at..at + 2, kind: Move::Other, forward: true });
        }
        if let Some(end) = self.another_event(at).or_else(|| self.named_event(at)) {
            return mover(at..end, Move::Other);
        }
        if let Some(end) = self.fresh_event(at) {
            return mover(at..end, Move::Fresh);
        }
        if self.is(at, ScopeWord::SINCE) && self.opens_span(at) {
            let words = at..(at + 3).min(self.words.end);
            let since = self.text.span(&(at + 1..words.end)).of(&self.text.document.text);
            return if self.main.is_dated(since) { None } else { mover(words, Move::Span) };
        }
        if self.lasts(at) || self.is_at_large(at) {
            return mover(at..at + 1, Move::Span);
        }
        self.calendar(at)
    }

    /// "Held the town for seven hours before they left": whether a unit says how long something went on.
    fn lasted_hours(&self, unit: usize) -> bool {
        let hours = self.text.tags(unit).period.is_some_and(|period| period.minutes <= HOUR);
        let first = unit.checked_sub(2).filter(|first| self.words.contains(first));
        hours && first.is_some_and(|first| self.is(first, ScopeWord::WITHIN))
    }

    /// Whether the sentence names a place that the main event does not know: "in Telque", not "in Manyan
    /// market in Aleppo", where Aleppo is known.
    pub(super) fn says_where(&self) -> bool {
        let placed = |at: &usize| {
            let place = || at.checked_sub(1).is_some_and(|b| self.is(b, ScopeWord::PLACE));
            self.is_name(*at) && place()
        };
        let known = |at: usize| self.main.knows(self.text.str(at));
        let within = |at: usize| (at + 1..=at + WITHIN).find(placed).is_some_and(known);
        self.words.clone().filter(placed).any(|at| !known(at) && !within(at))
    }

    /// Whether the sentence opens against what was said before, or gives what somebody only claims: "However,",
    /// "the opposition claimed the toll was", not "claimed 12 lives".
    pub(super) fn contrasts(&self) -> bool {
        let counts = |at: usize| {
            let tags = self.text.tags(at);
            let digits = self.text.words.get(at).is_some_and(|w| w.shape == Shape::Digits);
            digits || tags.number.is_some() || tags.outcome.is_some() || tags.qualifier.is_some()
        };
        let mut claims = self.of_class(ScopeWord::CLAIM);
        self.words.clone().take(3).any(|at| self.is(at, ScopeWord::CONTRAST))
            || claims.any(|at| !counts(at + 1))
    }

    /// A sentence that opens with a place that the main event does not know.
    fn fronted_place(&self) -> Option<Mover> {
        let start = self.words.clone().take(3).find(|at| {
            let adverb = Grammar::ADVERB.or(Grammar::AND);
            !self.grammar(*at, adverb) && self.text.words[*at].shape != Shape::Mark
        })?;
        if !self.is(start, ScopeWord::PLACE) || self.is(start + 1, ScopeWord::ASIDE) {
            return None;
        }
        // "In a statement" is no place, not even in capitals.
        let phrase = start + 1..(start + 5).min(self.words.end);
        let mut phrase = phrase.take_while(|at| !self.grammar(*at, Grammar::ARTICLE));
        let name = phrase.find(|at| self.is_name(*at))?;
        // "In Orr province alone, 22 people died": of the main event's.
        let alone = (name + 1..=name + 2).any(|at| self.is(at, ScopeWord::ALONE));
        let moves = self.main.established && !self.main.knows(self.text.str(name)) && !alone;
        moves.then(|| Mover { words: start..name + 1, kind: Move::Place, forward: true })
    }

    /// Whether "also" stands before a word: what follows may be something else.
    pub(super) fn says_also(&self, word: usize) -> bool {
        let near = word.saturating_sub(3)..(word + 8).min(self.words.end);
        near.into_iter().any(|at| self.is(at, ScopeWord::ALSO))
    }

    /// Whether the sentence says "that attack", "at that time".
    pub(super) fn says_that(&self) -> bool {
        let class = ScopeWord::EVENT.or(ScopeWord::UNIT);
        let is_that =
            |at| self.grammar(at, Grammar::DEFINITE) && self.grammar(at, Grammar::RELATIVE);
        self.words.clone().any(|at| is_that(at) && self.is(at + 1, class))
    }

    /// Whether the sentence says "the same attack".
    pub(super) fn says_same(&self) -> bool {
        let same = |at: usize| self.text.tags(at).source.is(SourceWord::SAME);
        self.words.clone().any(|at| same(at) && self.is(at + 1, ScopeWord::EVENT))
    }

    /// The names that tell one event from another: of places, and those before an event or people
    /// ("the Erskine fire", "Dallas policemen").
    pub(super) fn names(&self) -> Vec<&'t str> {
        let names = self.words.clone().filter(|at| self.is_name(*at));
        let named = names.filter(|at| {
            let led = (1..=2)
                .any(|back| at.checked_sub(back).is_some_and(|b| self.is(b, ScopeWord::PLACE)));
            let heads = (1..=2).any(|on| {
                let people = self.text.tags(at + on).people.is_some();
                self.is(at + on, ScopeWord::EVENT) || (people && self.words.contains(&(at + on)))
            });
            led || heads
        });
        named.map(|at| self.text.str(at)).collect()
    }

    /// Where the sentence turns to what happened before: "two days after".
    fn aside(&self) -> Option<usize> {
        self.of_class(ScopeWord::AFTER)
            .find(|at| at.checked_sub(1).is_some_and(|b| self.is(b, ScopeWord::UNIT)))
    }

    fn is_name(&self, at: usize) -> bool {
        is_name(self.text, at)
    }

    fn is(&self, at: usize, class: ScopeWord) -> bool {
        self.words.contains(&at) && self.text.tags(at).scope.is(class)
    }

    fn grammar(&self, at: usize, class: Grammar) -> bool {
        self.words.contains(&at) && self.text.tags(at).grammar.is(class)
    }
}

/// Whether a word is a name: capitals, and in no table but that of places.
pub(super) fn is_name(text: &Text<'_>, at: usize) -> bool {
    let tags = text.tags(at);
    let place = tags.people.is_none_or(|p| p.role.is(PeopleRole::PLACE));
    let shape = text.words.get(at).map(|w| w.shape);
    matches!(shape, Some(Shape::Title | Shape::Upper))
        && place
        && tags.grammar.is_empty()
        && tags.outcome.is_none()
        && tags.scope.is_empty()
}

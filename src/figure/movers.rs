//! Words of a sentence that move the scope: another time, a longer span, another event or place.
//!
//! "A similar blast last year killed 40" holds two, `similar blast` and `last year`. Movers do not
//! know which figures they govern.

use std::ops::Range;

use super::{Minutes, rates};
use crate::lexicon::{Grammar, PeopleRole, ScopeWord, SourceWord};
use crate::numeral::{Numeral, Why};
use crate::text::{Sentence, Shape, Text, Vocabulary};

/// The minutes of a day.
const DAY: Minutes = 1_440;

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

/// What kind of time words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    /// "Monday"
    Day,
    /// "12 May"
    Date,
    /// "2015"
    Year,
    /// "last week"
    Relative,
}

/// What is known of the main event.
#[derive(Debug, Default)]
pub(super) struct Main<'a> {
    /// When it was.
    times: Vec<(Time, &'a str)>,
    /// Names of places and others.
    names: Vec<&'a str>,
    /// Nouns for what happened.
    nouns: Vec<&'a str>,
    /// Whether the body has given a figure of it.
    pub(super) established: bool,
}

/// The words that `Search::calendar` asks for.
const CALENDAR: ScopeWord = ScopeWord::LAST.or(ScopeWord::BEFORE).or(ScopeWord::THIS);

/// How many words behind "earlier" a verb of saying is looked for.
const REPORT: usize = 6;

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
        if self.is(at, ScopeWord::AGO) || (counts_units && self.is(at, ScopeWord::BEFORE)) {
            return mover(at.saturating_sub(1)..at + 1, Move::Time);
        }
        if counts_units && self.is(at, ScopeWord::AFTER) {
            return Some(Mover { words: at - 1..at + 1, kind: Move::Other, forward: true });
        }
        if let Some(end) = self.another_event(at).or_else(|| self.named_event(at)) {
            return mover(at..end, Move::Other);
        }
        if let Some(end) = self.fresh_event(at) {
            return mover(at..end, Move::Fresh);
        }
        if self.is(at, ScopeWord::SINCE) && self.opens_span(at) {
            return mover(at..(at + 3).min(self.words.end), Move::Span);
        }
        if self.lasts(at) {
            return mover(at..at + 1, Move::Span);
        }
        self.calendar(at)
    }

    /// "last year", "over the past two weeks", "earlier this month", "this year".
    fn calendar(&self, at: usize) -> Option<Mover> {
        let next = at + 1;
        if self.is(at, ScopeWord::LAST) {
            let end = (next..next + 3).find(|i| self.is(*i, ScopeWord::UNIT));
            let month = self.grammar(next, Grammar::MONTH).then_some(next);
            let words = at..end.or(month)? + 1;
            let within = (1..=2)
                .any(|back| at.checked_sub(back).is_some_and(|b| self.is(b, ScopeWord::WITHIN)));
            let kind = if within && end.is_some() { Move::Span } else { Move::Time };
            return self.unless_main(words, kind);
        }
        if self.is(at, ScopeWord::BEFORE) {
            let end = (next..next + 2)
                .find(|i| self.is(*i, ScopeWord::THIS) || self.grammar(*i, Grammar::WEEKDAY))?;
            let unit = usize::from(self.is(end + 1, ScopeWord::UNIT));
            return self.unless_main(at..end + 1 + unit, Move::Time);
        }
        if self.is(at, ScopeWord::THIS) && self.is(next, ScopeWord::LONG) {
            return self.unless_main(at..next + 1, Move::Span);
        }
        None
    }

    /// Days, dates and years among some words that are not those of the main event.
    fn dates(&self, words: Range<usize>) -> impl Iterator<Item = Mover> {
        let dated = self.dated(words.clone()).filter_map(|(time, words)| {
            // "By Wednesday noon 121 had been rescued" goes on with the same event.
            let until = words.start.checked_sub(1).is_some_and(|b| self.grammar(b, Grammar::BY));
            let moves = !until && self.main.knows_time(time) || time == Time::Year;
            moves.then(|| self.unless_main(words, Move::Time)).flatten()
        });
        dated.chain(self.months(words))
    }

    /// Whether the sentence names a day or date and the main event has none to compare it with.
    pub(super) fn says_when(&self) -> bool {
        self.dated(self.words.clone())
            .any(|(time, _)| time != Time::Year && !self.main.knows_time(time))
    }

    /// "On Thursday 23 people were killed", where the main event has no day.
    pub(super) fn opens_with_day(&self) -> bool {
        let start = self.words.start;
        let first = start..(start + 3).min(self.words.end);
        self.dated(first).any(|(time, _)| time != Time::Year && !self.main.knows_time(time))
    }

    /// "Earlier 15 people were killed in the town": whether it opens with another time, and nobody's
    /// earlier report is meant.
    pub(super) fn opens_earlier(&self) -> bool {
        let first = self.grammar(self.words.start, Grammar::EARLIER);
        let says = |at| self.text.tags(at).source.is(SourceWord::SAYS);
        first && !self.words.clone().take(REPORT).any(says)
    }

    /// Whether the sentence names a place that the main event does not know.
    pub(super) fn says_where(&self) -> bool {
        self.words.clone().any(|at| {
            let place = || at.checked_sub(1).is_some_and(|b| self.is(b, ScopeWord::PLACE));
            self.is_name(at) && place() && !self.main.knows(self.text.str(at))
        })
    }

    /// Whether the sentence opens against what was said before: "However,".
    pub(super) fn contrasts(&self) -> bool {
        self.words.clone().take(3).any(|at| self.is(at, ScopeWord::CONTRAST))
    }

    /// The days, dates and years that some words of the sentence name.
    fn dated(&self, words: Range<usize>) -> impl Iterator<Item = (Time, Range<usize>)> {
        let any = self.vocabulary.grammar.is(Grammar::WEEKDAY)
            || self.vocabulary.scope.is(ScopeWord::DAY);
        let is_day = move |at: &usize| {
            any && (self.grammar(*at, Grammar::WEEKDAY) || self.is(*at, ScopeWord::DAY))
        };
        let weekdays = words.clone().filter(is_day).map(|at| (Time::Day, at..at + 1));
        let numerals = self.numerals.iter().filter(move |n| words.contains(&n.words.start));
        weekdays.chain(numerals.filter_map(|n| match n.why {
            Some(Why::Year) => Some((Time::Year, n.words.clone())),
            Some(Why::Date) => Some((Time::Date, n.words.clone())),
            _ => None,
        }))
    }

    /// Months that are not that of the main event: "In early March, a gunman", "in December".
    fn months(&self, words: Range<usize>) -> impl Iterator<Item = Mover> {
        let any = self.vocabulary.grammar.is(Grammar::MONTH);
        let named = words.filter(move |at| any && self.grammar(*at, Grammar::MONTH));
        named.filter_map(|at| {
            let within = ScopeWord::PLACE.or(ScopeWord::WITHIN);
            let opens = |back: &usize| at.checked_sub(*back).is_some_and(|b| self.is(b, within));
            let back = (1..=2).find(opens)?;
            let month = self.text.str(at);
            let known = self.main.times.iter().any(|(_, t)| contains(t, month));
            let dated = self.numerals.iter().any(|n| n.words.contains(&at));
            let moves = !known && !dated && self.main.established;
            let forward = at < self.words.start + 3;
            moves.then(|| Mover { words: at - back..at + 1, kind: Move::Time, forward })
        })
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
        let moves = self.main.established && !self.main.knows(self.text.str(name));
        moves.then(|| Mover { words: start..name + 1, kind: Move::Place, forward: true })
    }

    /// "the Erskine fire", once the main event has been told under other names.
    fn named_event(&self, at: usize) -> Option<usize> {
        let definite = self.grammar(at, Grammar::DEFINITE) && self.main.established;
        let end = definite.then(|| self.noun_after(at, ScopeWord::EVENT)).flatten()?;
        let name = (at + 1..end).find(|i| self.is_name(*i))?;
        (!self.main.knows(self.text.str(name))).then_some(end)
    }

    /// "another attack", "a similar suicide bombing": the end of the words.
    fn another_event(&self, at: usize) -> Option<usize> {
        let happening = ScopeWord::EVENT.or(ScopeWord::LASTING);
        self.is(at, ScopeWord::OTHER).then(|| self.noun_after(at, happening)).flatten()
    }

    /// "a car bomb attack", unless the main event is called so: the end of the words.
    fn fresh_event(&self, at: usize) -> Option<usize> {
        let said = at > self.words.start && self.grammar(at - 1, Grammar::BE);
        let opens = self.grammar(at, Grammar::ARTICLE) && !said;
        let end = opens.then(|| self.noun_after(at, ScopeWord::EVENT)).flatten()?;
        let main = (at + 1..end + 1).any(|i| self.main.tells_of(self.text.str(i)));
        (!main).then_some(end)
    }

    /// The place after the first noun of a class among the next few words of a noun phrase.
    fn noun_after(&self, at: usize, class: ScopeWord) -> Option<usize> {
        let ends = Grammar::PREPOSITION.or(Grammar::VERB).or(Grammar::BE).or(Grammar::OF);
        let ends = ends.or(Grammar::AND).or(Grammar::RELATIVE).or(Grammar::HAVE);
        let words = at + 1..(at + 5).min(self.words.end);
        let mut phrase = words
            .take_while(|i| !self.grammar(*i, ends) && self.text.words[*i].shape != Shape::Mark);
        phrase.find(|i| self.is(*i, class)).map(|i| i + 1)
    }

    /// Whether "since" is said of time, not of a reason.
    fn opens_span(&self, at: usize) -> bool {
        let happening = ScopeWord::EVENT.or(ScopeWord::LASTING).or(ScopeWord::UNIT);
        let dated = Grammar::MONTH.or(Grammar::WEEKDAY).or(Grammar::ADVERB);
        let next = at + 1..(at + 6).min(self.words.end);
        let numeral = self
            .numerals
            .iter()
            .any(|n| next.contains(&n.words.start) && matches!(n.why, Some(Why::Year | Why::Date)));
        numeral || next.into_iter().any(|i| self.is(i, happening) || self.grammar(i, dated))
    }

    /// Whether the word is a war or the like that is not the main event.
    fn lasts(&self, at: usize) -> bool {
        // "that" of "said that fighting" opens a clause.
        // "Syria's civil war" is as definite as "the war".
        let points = |b: usize| {
            let owned =
                matches!(self.text.mark(b), "'" | "’") || matches!(self.text.str(b), "'s" | "’s");
            owned || self.grammar(b, Grammar::DEFINITE) && !self.grammar(b, Grammar::RELATIVE)
        };
        let definite = || (1..=5).any(|back| at.checked_sub(back).is_some_and(points));
        self.is(at, ScopeWord::LASTING) && definite() && !self.main.tells_of(self.text.str(at))
    }

    /// Whether the sentence names days or more within which people were counted: "in less than a week".
    pub(super) fn spans_days(&self) -> bool {
        let long = |at: usize| rates::within(self.text, at).is_some_and(|lasts| lasts >= DAY);
        self.vocabulary.scope.is(ScopeWord::WITHIN) && self.words.clone().any(long)
    }

    /// A mover of these words, unless the main event has them.
    fn unless_main(&self, words: Range<usize>, kind: Move) -> Option<Mover> {
        let span = self.text.span(&words);
        let printed = span.of(&self.text.document.text);
        let known = self.main.times.iter().any(|(_, t)| t.eq_ignore_ascii_case(printed));
        (!known).then_some(Mover { words, kind, forward: false })
    }

    /// The event that the sentence points back to, if it does: "the blast".
    pub(super) fn points_back(&self) -> Option<&str> {
        let nouns = self.words.clone().filter(|at| self.grammar(*at, Grammar::DEFINITE));
        let nouns = nouns.filter_map(|at| self.noun_after(at, ScopeWord::EVENT));
        nouns.map(|end| self.text.str(end - 1)).next()
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

    /// Whether the word is a name: capitals, and in no table but that of places.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let tags = self.text.tags(at);
        let place = tags.people.is_none_or(|p| p.role.is(PeopleRole::PLACE));
        let shape = self.text.words.get(at).map(|w| w.shape);
        matches!(shape, Some(Shape::Title | Shape::Upper))
            && place
            && tags.grammar.is_empty()
            && tags.outcome.is_none()
            && tags.scope.is_empty()
    }

    fn is(&self, at: usize, class: ScopeWord) -> bool {
        self.words.contains(&at) && self.text.tags(at).scope.is(class)
    }

    fn grammar(&self, at: usize, class: Grammar) -> bool {
        self.words.contains(&at) && self.text.tags(at).grammar.is(class)
    }
}

impl<'a> Main<'a> {
    /// Whether a time of a kind came up with the main event.
    fn knows_time(&self, time: Time) -> bool {
        self.times.iter().any(|(known, _)| *known == time)
    }

    /// Whether a name came up with the main event.
    pub(super) fn knows(&self, name: &str) -> bool {
        self.names.iter().any(|n| n.eq_ignore_ascii_case(name))
    }

    /// Whether the headline or the first sentences name what happened so.
    pub(super) fn tells_of(&self, noun: &str) -> bool {
        // "a bomb attack" is the attack.
        self.nouns.iter().any(|n| last(n).eq_ignore_ascii_case(last(noun)))
    }

    /// Takes the days and years of a sentence for those of the main event.
    pub(super) fn date(&mut self, text: &'a Text<'_>, sentence: &Sentence, numerals: &[Numeral]) {
        let nothing = Main::default();
        let search = Search::of(text, sentence, numerals, &nothing);
        let printed = |words| text.span(&words).of(&text.document.text);
        let dated = search.dated(search.words.clone());
        self.times.extend(dated.map(|(time, words)| (time, printed(words))));
    }

    /// Takes the times, names and nouns of a sentence for those of the main event.
    pub(super) fn learn(&mut self, text: &'a Text<'_>, sentence: &Sentence, numerals: &[Numeral]) {
        let nothing = Main::default();
        let search = Search::of(text, sentence, numerals, &nothing);
        let words = sentence.words.clone();
        let words = words.start..search.aside().unwrap_or(words.end);
        self.names.extend(words.clone().filter(|at| search.is_name(*at)).map(|at| text.str(at)));
        let happening = ScopeWord::EVENT.or(ScopeWord::LASTING);
        let nouns = search.of_class(happening).filter(|at| words.contains(at));
        self.nouns.extend(nouns.map(|at| text.str(at)));
        let relative = search.of_class(CALENDAR).filter(|at| words.contains(at));
        let relative = relative.filter_map(|at| search.calendar(at));
        let times = search
            .dated(search.words.clone())
            .chain(relative.map(|mover| (Time::Relative, mover.words)));
        let printed = |words| text.span(&words).of(&text.document.text);
        self.times.extend(times.map(|(time, words)| (time, printed(words))));
        if sentence.vocabulary.grammar.is(Grammar::MONTH) {
            let months = search.words.clone().filter(|at| search.grammar(*at, Grammar::MONTH));
            self.times.extend(months.map(|at| (Time::Relative, text.str(at))));
        }
    }
}

/// The last of some words: "attack" of "bomb attack".
fn last(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or(words)
}

/// Whether some words have a word among them, whatever the case.
fn contains(words: &str, word: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|w| w.eq_ignore_ascii_case(word))
}

//! Which event, time and place each figure covers.
//!
//! In "A blast killed 12 on Monday. A similar attack last year killed 40." the 12 belong to the main
//! event, the 40 to one of their own. The headline and the first sentences tell of the main event;
//! words that move the scope lead away from it, and definite words lead back. Scope knows places and
//! words, not how the figures relate.

mod caption;
mod digest;
mod events;
mod place;
mod recalled;
mod settled;

use std::ops::Range;

use self::digest::is_digest;
use self::events::Event;
use super::movers::{Main, Move, Mover, Search};
use super::reach::Reach;
use super::{Change, Figure, Scope};
use crate::document::BlockKind;
use crate::lexicon::{Grammar, OutcomeForm, ScopeWord};
use crate::numeral::Numeral;
use crate::text::{Sentence, Text};

/// How many sentences a moved scope lasts when nothing renews it.
const REACH: usize = 1;

/// How many sentences back "the same attack" may point.
const SAME: usize = 5;

/// How many sentences of the body can be the first to tell of what the headline counts.
const LEDE: usize = 4;

/// Gives each figure its scope; the figures are in order of place.
pub(super) fn assign(text: &Text<'_>, numerals: &[Numeral], figures: &mut [Figure]) {
    if figures.is_empty() {
        return;
    }
    let mut tracker =
        Tracker { text, numerals, digest: is_digest(text, figures), ..Tracker::new(text) };
    let mut at = 0;
    for sentence in 0..text.sentences.len() {
        let count = figures[at..].iter().take_while(|f| f.place.sentence == sentence).count();
        let own = &mut figures[at..at + count];
        if own.iter().all(|f| f.entry.is_none()) {
            tracker.read(sentence, own);
        }
        at += count;
    }
    settled::share_with_parts(figures);
    settled::promote(figures);
    settled::lead_back(figures);
    place::assign(text, figures);
    recalled::assign(figures);
    figures.iter_mut().filter(|f| f.cues.care).for_each(|f| f.scope.certain = false);
}

/// Where the telling stands.
struct Current {
    event: usize,
    block: usize,
    sentence: usize,
}

/// Follows the telling from sentence to sentence.
struct Tracker<'t, 'a> {
    text: &'t Text<'a>,
    numerals: &'t [Numeral],
    digest: bool,
    /// Whether the body is parted into paragraphs.
    paragraphs: bool,
    main: Main<'t>,
    /// Whether the headline or the standfirst has a figure.
    headed: bool,
    /// The other events; event 1 is the first of them.
    events: Vec<Event<'t>>,
    current: Option<Current>,
    /// The paragraph whose last figures may be of another event.
    doubted: Option<usize>,
    /// The last sentence without figures that opened with another time.
    aside: Option<usize>,
    /// How many sentences of the body have been read.
    read: usize,
    /// The first numeral of the sentence.
    numeral: usize,
}

impl<'t, 'a> Tracker<'t, 'a> {
    fn new(text: &'t Text<'a>) -> Tracker<'t, 'a> {
        Tracker {
            text,
            numerals: &[],
            digest: false,
            paragraphs: text.document.blocks.len() > 3,
            main: Main::nothing(),
            headed: false,
            events: Vec::new(),
            current: None,
            doubted: None,
            aside: None,
            read: 0,
            numeral: 0,
        }
    }

    /// Reads a sentence and gives its figures their scope.
    fn read(&mut self, number: usize, figures: &mut [Figure]) {
        let sentence = &self.text.sentences[number];
        let numerals = self.numerals_of(number);
        let kind = self.text.document.blocks.get(sentence.block).map(|b| b.kind);
        if self.digest {
            self.item(sentence.block, figures);
        } else if matches!(kind, Some(BlockKind::Headline | BlockKind::Standfirst)) {
            self.main.learn(&Search::alone(self.text, sentence, numerals));
            self.headed |= !figures.is_empty();
            figures.iter_mut().for_each(|f| f.scope = Scope::main());
        } else {
            if self.read == 0 {
                self.main.date(&Search::alone(self.text, sentence, numerals));
            }
            self.body(number, numerals, figures);
            match self.read {
                0 => self.main.learn(&Search::alone(self.text, sentence, numerals)),
                1 => self.main.learn_more(&Search::alone(self.text, sentence, numerals)),
                _ => {}
            }
            self.read += 1;
        }
    }

    /// The numerals of a sentence; sentences come in order.
    fn numerals_of(&mut self, sentence: usize) -> &'t [Numeral] {
        let all = self.numerals;
        let skipped = all[self.numeral..].iter().take_while(|n| n.sentence < sentence).count();
        let start = self.numeral + skipped;
        let count = all[start..].iter().take_while(|n| n.sentence == sentence).count();
        self.numeral = start + count;
        &all[start..start + count]
    }

    /// A sentence of the body.
    fn body(&mut self, number: usize, numerals: &[Numeral], figures: &mut [Figure]) {
        if figures.is_empty() {
            return self.pass(number, numerals);
        }
        let sentence = &self.text.sentences[number];
        let (words, untold) = (sentence.words.clone(), !self.main.established);
        let caption = self.is_caption(sentence.block) && !untold;
        let lede = untold && !(self.headed && self.read >= LEDE);
        let (movers, names, doubts, inherited) = {
            let search = Search::of(self.text, sentence, numerals, &self.main);
            // "The governor gave a higher figure. He said that 96 bodies had been counted."
            let told = &self.text.sentences[number.saturating_sub(1)..=number];
            let rival = |s: &Sentence| s.vocabulary.scope.is(ScopeWord::RIVAL);
            let contrast = search.contrasts() || told.iter().any(rival);
            figures.iter_mut().for_each(|f| f.cues.contrast = contrast);
            let doubts = self.doubts(number, &search, figures);
            let movers = search.movers();
            let names = if movers.is_empty() { Vec::new() } else { search.names() };
            (movers, names, doubts, self.inherited(number, &search))
        };
        self.doubted = doubts.iter().all(|doubt| *doubt).then_some(sentence.block);
        // "Fog led to a pile-up, an accident that killed two and injured 214": the accident is the news for both.
        let first = figures[0].place.word;
        let news = |m: &Mover| untold && m.kind == Move::Fresh && m.words.end <= first;
        let mut last: Option<(Range<usize>, Scope)> = None;
        for (figure, doubt) in figures.iter_mut().zip(doubts) {
            let untold = !self.main.established;
            let reach = Reach { text: self.text, words: words.clone(), lede, untold };
            let governing = movers.iter().filter(|m| !news(m) && reach.governs(m, figure));
            let mover = governing.min_by_key(|m| rank(m));
            // "In 2001 a wall with the names of all 86 victims was added."
            let known = figure.cues.everyone && self.main.established;
            let mover = mover.filter(|m| !(known && m.kind == Move::Time));
            // "The ferry left on Tuesday with 312 aboard": whenever it set out, they are those of the news.
            let aboard = figure.cues.population && self.main.established;
            // "The remaining 15 were missing, and two boats searched for them on Saturday": so are the rest.
            let aboard = aboard || figure.cues.definite && figure.cues.besides;
            let mover = mover.filter(|m| !(aboard && self.names_day(m)));
            // "Seven died in the past 24 hours, bringing the toll to 55": the toll is the news.
            let reached = figure.cues.change == Some(Change::To) && self.main.established;
            let mover = mover.filter(|m| !(reached && self.lasts_hours(m)));
            let told = caption && !mover.is_some_and(|mover| self.names_year(mover));
            figure.scope = match (mover, inherited) {
                (Some(mover), _) if self.is_older_toll(mover, figure, &words) => {
                    figure.cues.change = Some(Change::From);
                    Scope::main()
                }
                _ if told => Scope::main(),
                // "Another raid killed a woman and nine children": one raid.
                (Some(mover), _) => match last.take().filter(|(by, _)| *by == mover.words) {
                    Some(same) => last.insert(same).1.clone(),
                    None => {
                        let scope = self.move_to(mover, &names, number);
                        last.insert((mover.words.clone(), scope)).1.clone()
                    }
                },
                (None, Some((event, _))) => self.scope(event, false),
                (None, None) => Scope { certain: !doubt, ..Scope::main() },
            };
            // "up from nine", whenever that was
            if mover.is_none() && figure.cues.base {
                figure.cues.change.get_or_insert(Change::From);
            }
            self.main.established |= figure.scope.event == 0 && figure.cues.among.is_none();
        }
        // "A bomb killed two, a day after one in Orr killed eleven." Then the news goes on.
        let aside = movers.iter().any(|m| m.forward) && figures[0].scope.event == 0;
        // "The worst in the state since 1921, when 75 were killed." So it does here.
        let clause = Grammar::SUBORDINATOR.or(Grammar::RELATIVE);
        let compared =
            |m: &Mover| m.kind == Move::Span && self.text.tags(m.words.end).grammar.is(clause);
        let aside = aside || movers.iter().any(compared);
        self.current.take_if(|current| aside && current.sentence == number);
        self.go_on(number, inherited);
    }

    /// Whether a mover is a day of the week.
    fn names_day(&self, mover: &Mover) -> bool {
        let weekday = |at: usize| self.text.tags(at).grammar.is(Grammar::WEEKDAY);
        mover.kind == Move::Time && mover.words.clone().any(weekday)
    }

    /// Of which figures of a sentence it is not certain that they are of the main event.
    fn doubts(&self, number: usize, search: &Search<'_, '_, '_>, figures: &[Figure]) -> Vec<bool> {
        let block = self.text.sentences[number].block;
        let untold = !self.main.established;
        let told = !untold && (self.read > 1 || self.read > 0 && search.opens_with_day());
        let back = search.points_back().is_some();
        let goes_on = self.doubted == Some(block) && !back;
        let elsewhen = || search.says_when() || search.spans_days();
        let doubtful =
            told && (goes_on || elsewhen()) || !untold && !back && search.opens_earlier();
        // "The two victims are at Port Ana Hospital": wherever the known people are now.
        let elsewhere = told && search.says_where();
        let moved = |f: &Figure| elsewhere && (f.cues.besides || !f.cues.definite);
        // "Who visited them on Wednesday, said he had seen the 29 captives"
        let known = |f: &Figure| told && f.cues.definite && !f.cues.besides;
        // "In 2019 a bomb went off in Selm. The attack killed 17": rather that one than the news.
        let next = |last: usize| last + 1 == number && self.text.sentences[last].block == block;
        let aside = self.aside.is_some_and(next);
        // "The strike also wounded 26" tells more of the same strike.
        let also = |f: &Figure| !back && search.says_also(f.place.word);
        let doubtful = doubtful || aside && back;
        figures.iter().map(|f| doubtful && !known(f) || moved(f) || also(f)).collect()
    }

    /// A sentence of the body without figures: words that it opens with may move the scope.
    fn pass(&mut self, number: usize, numerals: &[Numeral]) {
        let (moved, inherited) = {
            let sentence = &self.text.sentences[number];
            let search = Search::of(self.text, sentence, numerals, &self.main);
            let mover = self.main.established.then(|| search.opening()).flatten();
            (mover.map(|mover| (mover, search.names())), self.inherited(number, &search))
        };
        if let Some((mover, names)) = moved {
            self.move_to(&mover, &names, number);
            self.aside = (mover.kind == Move::Time).then_some(number);
        }
        self.go_on(number, inherited);
    }

    /// Notes that a sentence has said which moved event it goes on with.
    fn go_on(&mut self, number: usize, inherited: Option<(usize, bool)>) {
        if let (Some((_, true)), Some(current)) = (inherited, self.current.as_mut()) {
            current.sentence = number;
            current.block = self.text.sentences[number].block;
        }
    }

    /// Whether a figure is the toll of another day: "the toll stood at 35 on Monday", "up from 30 on Thursday".
    fn is_older_toll(&self, mover: &Mover, figure: &Figure, words: &Range<usize>) -> bool {
        let at = figure.place.word;
        let mut before = at.saturating_sub(5).max(words.start)..at;
        let toll =
            before.any(|w| self.text.tags(w).outcome.is_some_and(|o| o.form.is(OutcomeForm::TOLL)));
        // "on Monday", "since Saturday", "a week earlier"
        let is = |at: usize, class| self.text.tags(at).grammar.is(class);
        let day = mover.words.clone().take(2).any(|at| is(at, Grammar::WEEKDAY))
            || mover.words.clone().any(|at| is(at, Grammar::EARLIER));
        let older = toll || figure.cues.base;
        older && matches!(mover.kind, Move::Time | Move::Span) && day
    }

    /// The scope that a mover leads to.
    fn move_to(&mut self, mover: &Mover, names: &[&'t str], number: usize) -> Scope {
        let fresh: Vec<&str> = names.iter().filter(|n| !self.main.knows(n)).copied().collect();
        if mover.kind == Move::Fresh && fresh.is_empty() {
            return Scope { certain: false, ..Scope::main() };
        }
        let event = self.event_of(mover, fresh, number);
        let block = self.text.sentences[number].block;
        self.current = Some(Current { event, block, sentence: number });
        self.moved(mover, event)
    }

    /// The moved event that a sentence goes on with, and whether it says so.
    fn inherited(&self, number: usize, search: &Search<'_, '_, '_>) -> Option<(usize, bool)> {
        let current = self.current.as_ref()?;
        let distance = number - current.sentence;
        let same_block = self.text.sentences[number].block == current.block;
        // "Three others were hurt in the same shooting": in the one told of last.
        if distance <= SAME && search.says_same() {
            return Some((current.event, true));
        }
        if distance > 2 && !same_block {
            return None;
        }
        let kind = self.events.get(current.event - 1)?.kind;
        let span = matches!(kind, Move::Span);
        let back = search.points_back();
        // "A separate strike killed three. Those killed in the two attacks": in both.
        let several = back.is_some_and(|noun| noun.ends_with(['s', 'S']));
        if several && matches!(kind, Move::Other) {
            return None;
        }
        let to_main = back.is_some_and(|noun| self.main.tells_of(noun));
        // In a paragraph of its own, the news is taken up again.
        let near = same_block || distance <= 1;
        let to_other = back.is_some() && !to_main && !span;
        let says = distance <= 2 && near && (search.says_that() || to_other);
        let reach = if self.paragraphs { usize::MAX } else { REACH };
        // "He said on Thursday that … The 14 who died in the fire": in the one that is the news
        let stays = !(to_main || span && back.is_some());
        let goes_on = says || (distance <= reach && same_block && stays);
        goes_on.then_some((current.event, says))
    }
}

impl Scope {
    /// The scope of the main event.
    pub(super) fn main() -> Scope {
        Scope { label: "main".into(), certain: true, ..Scope::default() }
    }
}

/// Which mover wins where several govern a figure.
fn rank(mover: &Mover) -> usize {
    match mover.kind {
        Move::Span => 0,
        Move::Time => 1,
        Move::Other => 2,
        Move::Fresh => 3,
        Move::Place => 4,
    }
}

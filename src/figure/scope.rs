//! Which event, time and place each figure covers.
//!
//! In "A blast killed 12 on Monday. A similar attack last year killed 40." the 12 belong to the main
//! event, the 40 to one of their own. The headline and the first sentences tell of the main event;
//! words that move the scope lead away from it, and definite words lead back. Scope knows places and
//! words, not how the figures relate.

use std::ops::Range;

use super::Figure;
use super::Scope;
use super::movers::Main;
use super::movers::Move;
use super::movers::Mover;
use super::movers::Search;
use crate::document::BlockKind;
use crate::lexicon::Grammar;
use crate::numeral::Numeral;
use crate::text::Text;

/// How many sentences a moved scope lasts when nothing renews it.
const REACH: usize = 1;

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
        tracker.read(sentence, &mut figures[at..at + count]);
        at += count;
    }
    promote(figures);
}

/// An event that is not the main one.
#[derive(Debug)]
struct Event<'a> {
    label: String,
    /// What moved the scope to it.
    kind: Move,
    /// The names that came with it.
    names: Vec<&'a str>,
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
    main: Main<'t>,
    /// The other events; event 1 is the first of them.
    events: Vec<Event<'t>>,
    current: Option<Current>,
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
            main: Main::default(),
            events: Vec::new(),
            current: None,
            read: 0,
            numeral: 0,
        }
    }

    /// Reads a sentence and gives its figures their scope.
    fn read(&mut self, number: usize, figures: &mut [Figure]) {
        let sentence = &self.text.sentences[number];
        let words = sentence.words.clone();
        let numerals = self.numerals_of(number);
        let kind = self.text.document.blocks.get(sentence.block).map(|b| b.kind);
        if self.digest {
            self.item(sentence.block, figures);
        } else if matches!(kind, Some(BlockKind::Headline | BlockKind::Standfirst)) {
            self.main.learn(self.text, words, numerals);
            figures.iter_mut().for_each(|f| f.scope = Scope::main());
        } else {
            self.body(number, numerals, figures);
            if self.read < 2 {
                self.main.learn(self.text, words, numerals);
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

    /// In a digest every block is an event.
    fn item(&mut self, block: usize, figures: &mut [Figure]) {
        if figures.is_empty() {
            return;
        }
        if self.current.as_ref().is_none_or(|c| c.block != block) {
            let label = opening(self.text, block);
            self.events.push(Event { label, kind: Move::Fresh, names: Vec::new() });
            self.current = Some(Current { event: self.events.len(), block, sentence: 0 });
        }
        let event = self.events.len();
        for figure in figures {
            figure.scope = self.scope(event, true);
        }
    }

    /// A sentence of the body.
    fn body(&mut self, number: usize, numerals: &[Numeral], figures: &mut [Figure]) {
        if figures.is_empty() && self.current.is_none() {
            return;
        }
        let sentence = &self.text.sentences[number];
        let words = sentence.words.clone();
        let (movers, back, that, names) = {
            let main = &self.main;
            let search = Search { text: self.text, words: words.clone(), numerals, main };
            (search.movers(), search.points_back(), search.says_that(), names(&search))
        };
        let inherited = self.inherited(number, back, that);
        for figure in figures.iter_mut() {
            let at = figure.place.word;
            let mover =
                movers.iter().filter(|m| self.governs(m, at, &words)).min_by_key(|m| rank(m));
            figure.scope = match (mover, inherited) {
                (Some(mover), _) => {
                    let event = self.event_of(mover, &names);
                    self.current = Some(Current { event, block: sentence.block, sentence: number });
                    self.moved(mover, event)
                }
                (None, Some(event)) => self.scope(event, false),
                (None, None) => Scope { certain: true, ..Scope::main() },
            };
            self.main.established |= figure.scope.event == 0;
        }
        if let (Some(event), Some(current)) = (inherited, self.current.as_mut()) {
            if current.event == event && (!figures.is_empty() || that) {
                current.sentence = number;
            }
        }
    }

    /// The moved event that a sentence goes on with.
    fn inherited(&self, number: usize, back: bool, that: bool) -> Option<usize> {
        let current = self.current.as_ref()?;
        let sentence = &self.text.sentences[number];
        let near = number - current.sentence <= REACH;
        let same_block = sentence.block == current.block;
        let span = matches!(self.events.get(current.event - 1)?.kind, Move::Span);
        let goes_on =
            (that && number - current.sentence <= 2) || (near && same_block && !(span && back));
        goes_on.then_some(current.event)
    }

    /// Whether a mover governs the word at `at`.
    fn governs(&self, mover: &Mover, at: usize, words: &Range<usize>) -> bool {
        let lede = !self.main.established;
        if mover.words.end <= at {
            let between = self.boundaries(mover.words.end..at);
            let fronted = mover.words.start < words.start + 3;
            let subordinate = self.boundaries(words.start..mover.words.start + 1) > 0;
            let aside = subordinate || mover.forward;
            return (!lede || aside) && (between <= 1 || fronted);
        }
        !lede && !mover.forward && self.boundaries(at..mover.words.start) == 0
    }

    /// How many clauses begin among the words.
    fn boundaries(&self, words: Range<usize>) -> usize {
        let opens = Grammar::SUBORDINATOR.or(Grammar::RELATIVE);
        words
            .filter(|at| {
                self.text.tags(*at).grammar.is(opens)
                    || matches!(self.text.str(*at), ";" | ":" | "—" | "–" | "--")
            })
            .count()
    }

    /// The event that a mover leads to: one that shares a name or the mover's words, or a new one.
    fn event_of(&mut self, mover: &Mover, names: &[&'t str]) -> usize {
        let label = self.words(&mover.words);
        let names: Vec<&str> = names
            .iter()
            .filter(|n| !self.main.names.iter().any(|m| m.eq_ignore_ascii_case(n)))
            .copied()
            .collect();
        let known = self.events.iter().position(|e| {
            e.label.eq_ignore_ascii_case(&label)
                && e.kind == mover.kind
                && mover.kind != Move::Other
                || e.names.iter().any(|n| names.contains(n))
        });
        if let Some(known) = known {
            return known + 1;
        }
        self.events.push(Event { label, kind: mover.kind, names });
        self.events.len()
    }

    /// The scope of a figure that a mover governs.
    fn moved(&self, mover: &Mover, event: usize) -> Scope {
        let words = Some(self.words(&mover.words));
        let scope = self.scope(event, true);
        match mover.kind {
            Move::Place => Scope { place: words, ..scope },
            Move::Time | Move::Span => Scope { time: words, ..scope },
            Move::Other | Move::Fresh => scope,
        }
    }

    fn scope(&self, event: usize, certain: bool) -> Scope {
        let label = self.events.get(event - 1).map(|e| e.label.clone()).unwrap_or_default();
        Scope { event, label, time: None, place: None, certain }
    }

    fn words(&self, words: &Range<usize>) -> String {
        self.text.span(words).of(&self.text.document.text).to_lowercase()
    }
}

impl Scope {
    /// The scope of the main event.
    fn main() -> Scope {
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

/// The names of places in a sentence.
fn names<'t>(search: &Search<'_, 't, '_>) -> Vec<&'t str> {
    let named = search.words.clone().filter(|at| {
        let before = at.checked_sub(1).map(|b| search.text.tags(b).grammar).unwrap_or_default();
        search.is_name(*at) && before.is(Grammar::PREPOSITION.or(Grammar::DEFINITE))
    });
    named.map(|at| search.text.str(at)).collect()
}

/// Whether the document lists unrelated events: short headings between items, and no figure in the
/// headline.
fn is_digest(text: &Text<'_>, figures: &[Figure]) -> bool {
    let headline = figures.iter().any(|f| f.place.kind == BlockKind::Headline);
    let mut blocks: Vec<usize> = figures.iter().map(|f| f.place.block).collect();
    blocks.dedup();
    let headings = text.document.blocks.iter().enumerate().skip(1).filter(|(_, b)| {
        b.kind == BlockKind::Heading || !text.document.words(b.span).ends_with(is_final)
    });
    !headline && blocks.len() >= 2 && headings.count() >= 3
}

/// Whether a character ends an item of prose.
fn is_final(mark: char) -> bool {
    matches!(mark, '.' | ')' | '"' | '”' | '!' | '?' | ':' | ',' | ';')
}

/// The first words of a block.
fn opening(text: &Text<'_>, block: usize) -> String {
    let words = text.document.blocks.get(block).map_or("", |b| text.document.words(b.span));
    words.split_whitespace().take(5).collect::<Vec<_>>().join(" ")
}

/// Where no figure is of the main event, the first event told is the main one.
fn promote(figures: &mut [Figure]) {
    let first = figures.first().map_or(0, |f| f.scope.event);
    if figures.iter().any(|f| f.scope.event == 0) {
        return;
    }
    for figure in figures.iter_mut().filter(|f| f.scope.event == first) {
        figure.scope.event = 0;
    }
}

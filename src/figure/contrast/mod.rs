//! Counts that the text sets against each other in words.
//!
//! In "253, almost 100 fewer than the toll of 359" the 100 is the difference of the other two; "90,
//! twice as many as the 45" states their quotient. A contrast does not know whether it holds.

mod counts;
mod multiple;
mod trend;

use std::ops::Range;

use self::counts::opener;
use super::{Change, Figure, FigureId, share};
use crate::lexicon::{ContrastClass, ContrastWord, Grammar, OutcomeForm, PeopleRole, Tags};
use crate::numeral::{Form, Numeral, Why};
use crate::quantity::Quantity;
use crate::span::Span;
use crate::text::{Shape, Text};

/// How far after "than" the other count may stand.
const REACH: usize = 12;

/// How many words may part a difference from "more", or a multiple from "as many".
const NEAR: usize = 2;

/// How one count stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContrastKind {
    /// "12 more than"
    More,
    /// "12 fewer than"
    Fewer,
    /// "twice as many as"
    Times,
    /// "up 12% on"
    Rise,
    /// "down 12% on"
    Fall,
}

impl ContrastKind {
    /// The kind by which a number, a percentage or a count, is more or less than another.
    fn of(percent: bool, more: bool) -> ContrastKind {
        match (percent, more) {
            (true, true) => ContrastKind::Rise,
            (true, false) => ContrastKind::Fall,
            (false, true) => ContrastKind::More,
            (false, false) => ContrastKind::Fewer,
        }
    }
}

/// A number that is set against another.
#[derive(Clone, Debug)]
pub struct Term {
    /// The figure it is, if it is one.
    pub figure: Option<FigureId>,
    /// Where it stands.
    pub span: Span,
    /// As printed.
    pub wording: String,
    /// How many.
    pub quantity: Quantity,
}

/// Words that say how a count stands to another.
#[derive(Clone, Debug)]
pub struct Contrast {
    /// How it stands to it.
    pub kind: ContrastKind,
    /// The difference, the multiple or the share.
    pub by: Term,
    /// The counts that it may speak of, the nearest first.
    pub counts: Vec<Term>,
    /// The count that these are measured by.
    pub base: Term,
    /// Whether the sentence says of what the numbers are a toll, though none of them be a figure:
    /// "deaths have doubled, from 140 to 280".
    pub told: bool,
}

/// Finds the contrasts of a document; the figures are in order of place. A difference is no count of
/// its own.
pub(super) fn find(text: &Text<'_>, numerals: &[Numeral], figures: &mut [Figure]) -> Vec<Contrast> {
    let mut found = Vec::new();
    for sentence in 0..text.sentences.len() {
        let here = Here { text, numerals, figures, sentence };
        if text.sentences[sentence].numbered {
            found.extend(here.contrasts());
        }
    }
    for contrast in &found {
        if let Some(id) = contrast.by.figure {
            figures[id].cues.change.get_or_insert(Change::By);
        }
        let toll = contrast.base.figure.filter(|id| follows_toll(text, &figures[*id]));
        if let Some(id) = toll {
            figures[id].cues.change.get_or_insert(Change::From);
        }
    }
    found
}

/// Whether a word sets a count of another time against the one before it: ", down from 1,350 in 2023",
/// ", against nine the year before", "compared with 12 in May".
pub(super) fn sets_against(text: &Text<'_>, at: usize) -> bool {
    let is =
        |at: usize, class| text.tags(at).contrast.as_deref().is_some_and(|word| word.is(class));
    let opens = |at: usize| {
        at.checked_sub(1).is_some_and(|at| {
            // "The figure was up from 30 on Thursday."
            let be = text.tags(at).grammar.is(Grammar::BE);
            // "This compares with 35 in the quarter before."
            let this = text.tags(at).grammar.is(Grammar::DEFINITE.or(Grammar::RELATIVE));
            be || this || matches!(text.mark(at), "," | "(" | "—" | "–")
        })
    };
    // not "rose from nine to 12"
    let from = text.tags(at).grammar.is(Grammar::FROM);
    let turned = |at: usize| is(at, ContrastWord::UP.or(ContrastWord::DOWN)) && opens(at);
    // "a third fewer than the 126 of the year before"
    let than = is(at, ContrastWord::THAN) && text.tags(at + 1).grammar.is(Grammar::DEFINITE);
    let base = is(at, ContrastWord::BASE) && opens(at);
    // "fewer than in the second quarter, when 1,520 were killed"
    let when = Grammar::SUBORDINATOR.or(Grammar::RELATIVE);
    let when = text.tags(at).grammar.is(when) && opens(at);
    let than_before = || (at.saturating_sub(REACH)..at).rfind(|at| is(*at, ContrastWord::THAN));
    let when = when && than_before().is_some_and(|than| !compares_things(text, than));
    from && at.checked_sub(1).is_some_and(turned) || base || than || when
}

/// "412 permits, 31 more than", "more permits than": whether a noun that no table knows is what is compared.
fn compares_things(text: &Text<'_>, than: usize) -> bool {
    let is =
        |at: usize, class| text.tags(at).contrast.as_deref().is_some_and(|word| word.is(class));
    let more = |at: usize| is(at, ContrastWord::MORE.or(ContrastWord::FEWER)) && at + 2 == than;
    let counted = |at: usize| {
        let number = text.is_of_number(at);
        number && text.mark(at + 2) == ","
    };
    let near = than.saturating_sub(REACH)..than;
    near.rev().any(|at| (counted(at) || more(at)) && names_things(text, at + 1))
}

/// "permits": a noun that no table knows.
fn names_things(text: &Text<'_>, at: usize) -> bool {
    let Some(word) = text.words.get(at) else { return false };
    let tags = text.tags(at);
    let people = tags.people.is_some_and(|p| !p.role.is(PeopleRole::THING));
    let known = people || tags.outcome.is_some() || !tags.scope.is_empty();
    let known = known || tags.contrast.is_some() || tags.number.is_some();
    word.shape == Shape::Lower && tags.grammar.is_empty() && !known
}

/// A sentence, among the numbers of its document.
struct Here<'a> {
    text: &'a Text<'a>,
    numerals: &'a [Numeral],
    figures: &'a [Figure],
    sentence: usize,
}

impl Here<'_> {
    fn contrasts(&self) -> Vec<Contrast> {
        let numbers = self.numbers(self.sentence);
        let numbers = numbers.filter_map(|n| self.numbered(n).or_else(|| self.trend(n)));
        let sentence = &self.text.sentences[self.sentence];
        let contrasts = |at: &usize| self.text.tags(*at).contrast.is_some();
        let words = sentence.words.clone().filter(contrasts);
        let words = sentence.vocabulary.contrast.then_some(words).into_iter().flatten();
        numbers.chain(words.filter_map(|at| self.multiple(at))).collect()
    }

    /// The numerals of a sentence.
    fn numbers(&self, sentence: usize) -> impl Iterator<Item = &Numeral> {
        let from = self.numerals.partition_point(|n| n.sentence < sentence);
        self.numerals[from..].iter().take_while(move |n| n.sentence == sentence)
    }

    /// The contrast that a number states.
    fn numbered(&self, by: &Numeral) -> Option<Contrast> {
        let percent = by.why == Some(Why::Percent);
        if !percent && !counts(by) {
            return None;
        }
        let (kind, after) = self
            .times(by)
            .or_else(|| self.than(by, percent))
            .or_else(|| self.moved(by, percent))?;
        let quantity = if percent { share::quotient(by)? } else { by.quantity };
        let words = by.phrase.start..by.words.end + usize::from(kind == ContrastKind::Times);
        let by = Term { quantity, ..self.term(by, words) };
        self.contrast(kind, by, after)
    }

    /// "12 more people than": the kind, and the place after which the other count stands.
    fn than(&self, by: &Numeral, percent: bool) -> Option<(ContrastKind, usize)> {
        let near = by.words.end..by.words.end + NEAR + 1;
        let at = self.first(near, ContrastWord::MORE.or(ContrastWord::FEWER))?;
        let than = self.first(at..at + NEAR + 1, ContrastWord::THAN)?;
        let more = self.is(at, ContrastWord::MORE);
        Some((ContrastKind::of(percent, more), than))
    }

    /// "three times as many as"
    fn times(&self, by: &Numeral) -> Option<(ContrastKind, usize)> {
        let times = Some(by.words.end).filter(|at| self.is(*at, ContrastWord::TIMES))?;
        let next = Some(times + 1).filter(|at| self.is(*at, ContrastWord::MEASURE))?;
        Some((ContrastKind::Times, next))
    }

    /// "up 12 from", "down by 12% on"
    fn moved(&self, by: &Numeral, percent: bool) -> Option<(ContrastKind, usize)> {
        let linked = |at: usize| self.text.tags(at).grammar.is(Grammar::BY.or(Grammar::OF));
        let mut at = by.phrase.start.checked_sub(1)?;
        let link = linked(at);
        if link {
            at = at.checked_sub(1)?;
        }
        let up = self.is(at, ContrastWord::UP);
        if !up && !self.is(at, ContrastWord::DOWN) {
            return None;
        }
        let after = by.words.end..by.words.end + 2 * NEAR + 1;
        // "by 15% last year, from 1,240"
        let from = after.clone().find(|at| self.is(*at, ContrastWord::AGAINST));
        let from = from.filter(|at| self.text.mark(at - 1) == ",");
        let against = self.first(after, ContrastWord::AGAINST).or(from)?;
        // "dropped two barrel bombs on the village"
        if !percent && !link && against != by.words.end {
            return None;
        }
        Some((ContrastKind::of(percent, up), against))
    }

    /// A contrast whose other count stands after a word, or in the pair of counts that follows.
    fn contrast(&self, kind: ContrastKind, by: Term, after: usize) -> Option<Contrast> {
        if let Some(base) = self.after(after) {
            if self.points_back(by.span.start) && self.is_one_of_two(base) {
                return None;
            }
            let counts = self.before(by.span.start, base);
            // "fell by 15%, from 1,240 to 1,120"
            let next = self.numbers(self.sentence).find(|n| n.words.start > base.words.end);
            let to = next.filter(|n| counts.is_empty() && opener(self.text, n, Grammar::TO));
            let counts = to.map_or(counts, |n| vec![self.term(n, n.phrase.clone())]);
            // "25 fewer than 375": the words before the number belong to the difference.
            let exact = base.quantity.nominal.filter(|_| base.phrase.start <= after);
            let base = match exact.map(Quantity::exact) {
                Some(quantity) => Term { quantity, ..self.term(base, base.words.clone()) },
                None => self.term(base, base.phrase.clone()),
            };
            return (!counts.is_empty()).then_some(Contrast {
                kind,
                by,
                counts,
                base,
                told: false,
            });
        }
        let pair = self.pair(self.sentence, after).or_else(|| self.pair(self.sentence + 1, 0));
        let (count, base) = pair.filter(|_| kind == ContrastKind::Times)?;
        let whole = |n: &Numeral| self.term(n, n.phrase.clone());
        let (counts, base) = (vec![whole(count)], whole(base));
        Some(Contrast { kind, by, counts, base, told: false })
    }

    /// A numeral as a term of a contrast.
    fn term(&self, numeral: &Numeral, words: Range<usize>) -> Term {
        let span = self.text.span(&words);
        Term {
            figure: self.figure(numeral),
            span,
            wording: self.text.document.words(span).to_owned(),
            quantity: numeral.quantity,
        }
    }

    /// The figure that a numeral is the number of.
    fn figure(&self, numeral: &Numeral) -> Option<FigureId> {
        self.figures.iter().position(|f| f.number == numeral.span)
    }

    /// The first word of some classes within a stretch of the sentence, up to a mark.
    fn first(&self, mut words: Range<usize>, classes: ContrastClass) -> Option<usize> {
        words.end = words.end.min(self.text.sentences.last()?.words.end);
        let clause = Grammar::AND.or(Grammar::PREPOSITION).or(Grammar::RELATIVE).or(Grammar::VERB);
        for at in words {
            if self.is(at, classes) {
                return Some(at);
            }
            let tags = self.text.tags(at);
            if self.is_mark(at) || tags.grammar.is(clause) || states(tags) {
                return None;
            }
        }
        None
    }

    fn is(&self, at: usize, classes: ContrastClass) -> bool {
        self.text.tags(at).contrast.as_deref().is_some_and(|word| word.is(classes))
    }

    /// Whether a mark parts clauses here.
    fn is_mark(&self, at: usize) -> bool {
        self.text.words.get(at).is_some_and(|word| word.shape == Shape::Mark)
    }
}

/// Whether a word says what happened to people, and does not count it: "wounded", not "deaths".
fn states(tags: &Tags) -> bool {
    let noun = OutcomeForm::COUNTED.or(OutcomeForm::TOLL);
    tags.outcome.is_some_and(|word| !word.form.is(noun))
}

/// Whether a numeral is a plain number that may count something.
fn counts(numeral: &Numeral) -> bool {
    numeral.why.is_none() && numeral.form == Form::Number && numeral.quantity.nominal.is_some()
}

/// Whether a figure is a toll that was given before: "fewer than the toll of 359".
fn follows_toll(text: &Text<'_>, figure: &Figure) -> bool {
    let before = figure.place.word.saturating_sub(NEAR)..figure.place.word;
    let toll = |at: usize| text.tags(at).outcome.is_some_and(|w| w.form.is(OutcomeForm::TOLL));
    before.into_iter().any(toll)
}

//! From the outline of each sentence to the figures of the document.
//!
//! This is where a numeral, its noun, its outcome and its place become one figure. It knows every
//! part of this stage and nothing of how figures relate across sentences.

mod back;
mod entry;
mod lone;
mod tells;
mod ties;

use rust_decimal::Decimal;

use super::again::Again;
use super::carry::Carry;
use super::cells::Tables;
use super::evidence::{counts, is_bare_toll, is_toll_of, is_weak, may_count, says_nothing};
use super::group::Counted;
use super::outline::{self, Kind, Outline};
use super::parts::{self, Earlier};
use super::phrase::{self, Head, Partitive, Phrase};
use super::reading::Reading;
use super::source::Sources;
use super::tied::{self, Draft};
use super::victim;
use super::{
    Cues, Echo, Figure, FigureId, Figures, Place, Scope, cue, entries, object, reality, split,
};
use crate::document::BlockKind;
use crate::lexicon::{Grammar, Outcome, OutcomeForm, PeopleRole, ScopeWord};
use crate::numeral::{Form, Numeral};
use crate::quantity::Quantity;
use crate::text::{Sentence, Text};

/// Reads the figures of every sentence that says an outcome.
pub(super) fn collect(text: &Text<'_>, numerals: Vec<Numeral>) -> Figures {
    let mut drafts: Vec<Draft> = Vec::new();
    let entries = entries::first(text, &numerals);
    let tables = Tables::of(text, &numerals);
    let (mut start, mut last) = (0, 0);
    for index in 0..text.sentences.len() {
        let end = start + numerals[start..].iter().take_while(|n| n.sentence == index).count();
        let sentence = InSentence {
            text,
            index,
            sentence: &text.sentences[index],
            numerals: &numerals[start..end],
            last: &numerals[last..start],
            base: start,
        };
        if sentence.is_number(&tables) {
            let entry = sentence.entry(&tables);
            drafts.extend(entry.map(|figure| Draft { figure, weak: false }));
        } else if sentence.may_tell(&drafts) {
            sentence.read(&mut drafts);
        }
        (last, start) = (start, end);
    }
    let mut figures = tied::keep(drafts);
    let last = figures.iter().map(|f| f.place.sentence).max();
    let sources = last.map_or_else(Sources::default, |last| Sources::read(text, last));
    for figure in &mut figures {
        if figure.entry.is_none() {
            figure.source = sources.at(figure.place.sentence, figure.place.word);
        }
        figure.cues.timed = entries.is_some_and(|first| figure.place.block >= first);
        figure.cues.run_on = text.runs_on(figure.place.sentence);
    }
    Figures { figures, numerals, ..Figures::default() }
}

/// How many sentences back those are counted of whom a definite noun speaks: "the injured".
const SPOKEN: usize = 12;

/// A sentence and its numerals.
struct InSentence<'a> {
    text: &'a Text<'a>,
    index: usize,
    sentence: &'a Sentence,
    numerals: &'a [Numeral],
    /// Those of the sentence before.
    last: &'a [Numeral],
    /// The place of the first of the numerals in the document's list.
    base: usize,
}

impl InSentence<'_> {
    /// Adds the figures of the sentence, in order of place.
    fn read(&self, drafts: &mut Vec<Draft>) {
        let first = drafts.len();
        let mut outline = outline::draw(self.text, self.sentence, self.numerals, self.base);
        self.point_back(&mut outline, drafts);
        // "135 died, down from 142. Farming accounted for 27 of them": of the 135.
        let told = |d: &Draft| d.figure.is_stated() && !d.figure.cues.base;
        let earlier = drafts.iter().rposition(told);
        // "left 87 dead. They are as follows:"
        let colon = self.is_below_colon();
        let reach = 2 + usize::from(colon);
        let earlier = earlier.filter(|at| drafts[*at].figure.place.sentence + reach > self.index);
        let earlier = earlier.or_else(|| self.spoken_of(drafts));
        // "Them" are more than one, and of nobody there are none.
        let several = |at: &usize| {
            drafts[*at].figure.quantity.nominal.is_none_or(|nominal| nominal > Decimal::ONE)
        };
        let last = earlier.filter(several).filter(|at| !self.is_of_things(&outline, drafts, *at));
        let earlier = last.map(|at| ties::outermost(drafts, at));
        let before = earlier.map(|at| {
            let Figure { outcome, cues, .. } = &drafts[at].figure;
            // "40 of the 60 who died … The other 20"
            let of_it = |d: &Draft| d.figure.cues.part_of == Some(at);
            let some = || drafts[at.saturating_sub(1)..].iter().any(of_it);
            let parted = last != earlier || some() && self.counted_before(drafts);
            // "- 19 Danes. - 14 Swedes."
            let goes_on = last.map(|at| &drafts[at].figure).is_some_and(|f| {
                let item = self.text.document.blocks[self.sentence.block].kind;
                item == BlockKind::ListItem && f.place.kind == item && f.cues.complete
            });
            let spelled = colon || goes_on;
            Earlier { outcome: *outcome, among: cues.among, bodies: cues.bodies, parted, spelled }
        });
        let readings = parts::read(&outline, before);
        let mut victims = victim::find(self.text, &outline, &readings).into_iter().peekable();
        let mut ids: Vec<Option<FigureId>> = Vec::with_capacity(readings.len());
        for (phrase, reading) in outline.phrases.iter().zip(&readings) {
            while let Some(v) = victims.next_if(|v| self.place(&outline, v) < phrase.words.start) {
                let lone = self.lone(&outline, &v, &ids, drafts);
                drafts.extend(lone);
            }
            let stated = self.numerals[phrase.numeral - self.base].quantity;
            let nearest = earlier;
            let earlier = earlier.map(|at| {
                let there = is_alive(&outline, reading).then(|| ties::all_there(drafts, at));
                there.flatten().unwrap_or_else(|| ties::large_enough(drafts, at, &stated))
            });
            let earlier = earlier.filter(|at| !ties::is_far_too_small(drafts, *at, &stated));
            let whole = reading.part_of.and_then(|whole| *ids.get(whole)?);
            let whole = whole.or(earlier.filter(|_| reading.part_of_earlier));
            let of_them = phrase.partitive == Some(Partitive::Pronoun);
            let whole =
                whole.map(|id| if of_them { ties::several(drafts, id, &stated) } else { id });
            let last = drafts.last().filter(|d| d.figure.place.sentence == self.index);
            let carry = Carry {
                text: self.text,
                outline: &outline,
                phrase,
                reading,
                last: last.map(|d| &d.figure),
                known: drafts,
                stated,
                whole: whole.map(|id| &drafts[id].figure),
                end: self.sentence.words.end,
            };
            let mut figure = self.counted(&carry, earlier);
            if let Some(figure) = figure.as_mut() {
                figure.cues.part_of = figure.cues.part_of.or(whole);
                let named = self.of_named(&outline, phrase, reading, drafts);
                if let Some(whole) = named.filter(|_| figure.cues.part_of.is_none()) {
                    figure.cues.part_of = Some(whole);
                    figure.cues.among = Some(drafts[whole].figure.outcome);
                }
                figure.cues.recalls = phrase.recalls.filter(|_| reading.recalled);
                let told = reading.part_of_earlier && reading.inherited && earlier != nearest;
                let other = earlier.filter(|_| told);
                if let Some(other) = other {
                    figure.outcome = drafts[other].figure.outcome;
                }
                figure.cues.again = reading.outcome.is_none() && !phrase.besides;
                let of_whom = reading.item > 0 && outline.of_whom.contains(&(reading.item - 1));
                let of_some = of_them || of_whom && reading.part_of.is_none();
                figure.cues.of_uncounted = of_some && figure.cues.part_of.is_none();
            }
            ids.push(figure.is_some().then_some(drafts.len()));
            let toll = is_bare_toll(&outline, phrase, reading) && !self.tells_event();
            let weak = is_weak(&outline, phrase, reading)
                && !self.says_together(&outline, reading, phrase);
            let weak = toll || weak;
            drafts.extend(figure.map(|figure| Draft { figure, weak }));
        }
        for victim in victims {
            let lone = self.lone(&outline, &victim, &ids, drafts);
            drafts.extend(lone);
        }
        self.tie_parts(&readings, &ids, drafts);
        ties::tie_victims(drafts, first);
        ties::date_pairs(drafts, first);
    }

    /// "21 were injured. The injured were rushed to hospital. By evening 26 of them": the count of those of whom the sentence
    /// before speaks without a number.
    fn spoken_of(&self, drafts: &[Draft]) -> Option<FigureId> {
        let start = self.text.sentences[self.index.checked_sub(1)?].words.start;
        let the = self.text.tags(start).grammar.is(Grammar::DEFINITE);
        let noun = self.text.tags(start + 1).outcome.filter(|_| the)?;
        drafts.iter().rposition(|Draft { figure: f, .. }| {
            let own = f.outcome == noun.outcome && f.is_stated() && f.cues.part_of.is_none();
            own && f.place.sentence + SPOKEN > self.index
        })
    }

    /// Whether every number of the sentence before counts people, unlike that of "three of the six were buried, one
    /// partially".
    fn counted_before(&self, drafts: &[Draft]) -> bool {
        let told = drafts.iter().rev().take_while(|d| d.figure.place.sentence + 1 >= self.index);
        let counted = told.filter(|d| d.figure.is_stated()).count();
        counted >= self.last.iter().filter(|n| may_count(n)).count()
    }

    /// "The storm's toll": whether the sentence names what may have killed.
    fn tells_event(&self) -> bool {
        let event = |at| self.text.tags(at).scope.is(ScopeWord::EVENT);
        self.sentence.words.clone().any(event)
    }

    /// "took 30 hostages": whether a verb and the noun behind its number are one phrase of the tables.
    fn says_together(&self, outline: &Outline, reading: &Reading, phrase: &Phrase) -> bool {
        let verb = object::skip_back(outline, reading.item).map(|at| &outline.items[at].words);
        verb.is_some_and(|words| {
            split::whole(self.text, words.end - 1, phrase.noun.clone()).is_some()
        })
    }

    /// The figure of a counted phrase, if anything happened to its people.
    fn counted(&self, carry: &Carry<'_>, earlier: Option<FigureId>) -> Option<Figure> {
        let Carry { outline, phrase, reading, .. } = *carry;
        let numeral = &self.numerals[phrase.numeral - self.base];
        // "He will read out the names of the eleven victims"
        let behind = |at: usize| {
            at == reading.item + 1
                && matches!(outline.kind(at), Kind::Anchor(word)
                    if word.form.is(OutcomeForm::PARTICIPLE))
        };
        let own = reading.anchor.is_some_and(|at| at == reading.item || behind(at));
        let known = phrase.definite && own;
        let real = known
            || reading.anchor.is_none_or(|at| {
                reality::happened(self.text, outline, at)
                    && reality::reached(self.text, outline, at, reading.item)
            });
        let again = if reading.outcome.is_none() { self.given_again(carry) } else { None };
        // "handed over 27 of them, and will release the other 46": there are as many, whatever becomes of them.
        let untold = !real || reading.outcome.is_none() && phrase.head == Head::Hidden;
        let rest = carry.last.filter(|_| untold && phrase.besides && phrase.definite);
        let rest = rest.and_then(|f| f.cues.part_of).map(|whole| carry.known[whole].figure.outcome);
        let outcome = rest.or(reading.outcome).or(again.map(|told| told.outcome));
        let outcome = outcome.filter(|_| (real || rest.is_some()) && counts(numeral))?;
        // "neither the driver nor his wife was hurt"
        let whose = outline.kind(reading.item + 1) == Kind::Determiner;
        let nothing = whose || says_nothing(outline, phrase, reading, outcome);
        if numeral.form == Form::Zero && nothing
            || is_apposed(outline, phrase, reading, numeral)
            || self.is_origin(phrase, numeral)
            || reality::is_distributed(self.text, phrase.words.end)
            || reality::is_meant(self.text, outline, reading)
            || outcome == Outcome::Affected && reality::is_room(self.text, outline, reading.item)
        {
            return None;
        }
        let Counted { unit, group } = carry.people();
        let group = group.or_else(|| again.and_then(|told| told.group.clone()));
        // "All five" are no part of the four before them.
        let smaller = |whole: &Figure| numeral.quantity.nominal < whole.quantity.nominal;
        let pointed = phrase.definite && phrase.partitive.is_none();
        let earlier = earlier.filter(|_| !pointed || carry.whole.is_none_or(smaller));
        Some(Figure {
            span: self.text.span(&phrase::with_quote(self.text, &phrase.words)),
            number: numeral.span,
            wording: self.text.document.words(self.text.span(&numeral.phrase)).to_owned(),
            numeral: Some(phrase.numeral),
            form: numeral.form,
            quantity: carry.quantity(numeral.quantity),
            unit,
            anybody: self.is_anybody(phrase),
            collective: self.is_collective(phrase),
            telling: matches!(phrase.head, Head::Outcome(word) if word.outcome == outcome)
                || is_toll_of(outline, phrase, reading, outcome),
            group,
            cues: cue::read(self.text, outline, phrase, reading, earlier),
            echo: Echo::read(self.text, &self.sentence.words, &numeral.phrase),
            ..self.blank(outcome, phrase.words.start)
        })
    }

    /// The count that a phrase gives anew, where its own clause says nothing of what happened.
    fn given_again<'c>(&self, carry: &Carry<'c>) -> Option<&'c Figure> {
        let end = self.sentence.words.end;
        let again = Again { text: self.text, phrase: carry.phrase, sentence: self.index, end };
        // "47 died: 30 in the city and 17 outside it. The league counted 63": all of them again.
        let last = carry.known.len().checked_sub(1).map(|at| ties::outermost(carry.known, at));
        let before = carry.last.or_else(|| last.map(|at| &carry.known[at].figure));
        let rate = carry.last.filter(|told| again.over_another_time(told));
        rate.or_else(|| before.filter(|told| again.by_another(told)))
    }

    /// "Five dead, three of them from one family": whether a phrase only says whose people others are.
    fn is_origin(&self, phrase: &Phrase, numeral: &Numeral) -> bool {
        let from = phrase.words.start.checked_sub(1).filter(|at| self.sentence.words.contains(at));
        let from = from.is_some_and(|at| self.text.tags(at).grammar.is(Grammar::FROM));
        let Head::People(noun) = phrase.head else { return false };
        let several =
            self.text.tags(noun).people.is_some_and(|p| p.role.is(PeopleRole::COLLECTIVE));
        from && several && numeral.quantity.nominal == Some(Decimal::ONE)
    }

    /// Whether a phrase counts people of whom its noun says nothing.
    fn is_anybody(&self, phrase: &Phrase) -> bool {
        let Head::People(word) = phrase.head else { return false };
        self.text.tags(word).people.is_some_and(|p| p.kinds().next().is_none())
    }

    /// Whether a phrase counts families or the like.
    fn is_collective(&self, phrase: &Phrase) -> bool {
        let Head::People(word) = phrase.head else { return false };
        let people = self.text.tags(word).people;
        people
            .is_some_and(|p| p.role.is(PeopleRole::COLLECTIVE) && !p.role.is(PeopleRole::SINGULAR))
    }

    /// One person to whom something happened, of whom nothing else is known.
    fn blank(&self, outcome: Outcome, word: usize) -> Figure {
        let block = self.sentence.block;
        let kind = self.text.document.blocks[block].kind;
        let span = self.text.words[word].span;
        Figure {
            span,
            number: span,
            wording: String::new(),
            numeral: None,
            form: Form::Unnumbered,
            quantity: Quantity::exact(Decimal::ONE),
            outcome,
            unit: None,
            anybody: false,
            collective: false,
            telling: false,
            group: None,
            source: None,
            per: None,
            over: None,
            scope: Scope::default(),
            place: Place { block, kind, sentence: self.index, word },
            cues: Cues::default(),
            entry: None,
            echo: Echo::default(),
        }
    }
}

/// Whether the words say that people live: "had swum ashore".
fn is_alive(outline: &Outline, reading: &Reading) -> bool {
    let said = reading.anchor.map(|at| outline.kind(at));
    matches!(said, Some(Kind::Anchor(word)) if word.form.is(OutcomeForm::ALIVE))
}

/// "Jorge Gumucio, one of the freed hostages, said": whether "one of the" only says who somebody is.
fn is_apposed(outline: &Outline, phrase: &Phrase, reading: &Reading, numeral: &Numeral) -> bool {
    let one = numeral.quantity.nominal == Some(Decimal::ONE);
    let of_the = one && phrase.partitive == Some(Partitive::Definite);
    let own = reading.anchor.is_none_or(|anchor| anchor == reading.item);
    let before = |back: usize| reading.item.checked_sub(back).map(|at| outline.kind(at));
    let named = matches!(before(2), Some(Kind::Other | Kind::People));
    let ends = matches!(outline.kind(reading.item + 1), Kind::Comma | Kind::Stop);
    of_the && own && named && ends && before(1) == Some(Kind::Comma)
}

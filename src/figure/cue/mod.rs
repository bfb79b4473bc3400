//! What the words around a figure say of its ties to other figures.
//!
//! In "the toll rose from 12 to 16 after four more bodies were found" the 12 is the count before,
//! the 16 the count after, the 4 the difference; "in all" makes a total. A cue names no other figure
//! but those of its own sentence.

mod change;
mod event;
mod fate;
mod present;
mod total;

use super::outline::{Item, Kind, Outline};
use super::parts;
use super::phrase::{Head, Phrase};
use super::reading::Reading;
use super::{Cues, FigureId};
use crate::lexicon::{Grammar, Outcome, OutcomeForm};
use crate::text::Text;

/// The cues of a counted phrase; `earlier` is the last figure before the sentence.
pub(super) fn read(
    text: &Text<'_>,
    outline: &Outline,
    phrase: &Phrase,
    reading: &Reading,
    earlier: Option<FigureId>,
) -> Cues {
    let around = Around { text, outline, phrase, item: reading.item, outcome: reading.outcome };
    Cues {
        part_of: earlier.filter(|_| reading.part_of_earlier),
        besides: phrase.besides,
        // "Of these 229 died" points to those of whom they are some.
        definite: phrase.definite && !(outline.of_these && reading.item <= 2),
        complete: reading.complete,
        listed: reading.listed,
        label: around.is_labelled(),
        among: reading.among,
        by_these: opens_with_deaths(outline),
        base: outline.bases.contains(&reading.item),
        total: around.is_total(),
        together: around.is_together(),
        all_of_them: phrase.is_bare() && around.is_all(),
        wider: around.is_wider(),
        change: around.change(),
        perpetrators: around.perpetrators(),
        // "Seven passengers died": the seven are not all who were there.
        population: match reading.outcome {
            Some(Outcome::Killed) => false,
            Some(Outcome::Affected) if phrase.crew.is_some() => true,
            Some(Outcome::Affected) if parts::is_wrecked(outline, reading.item) => true,
            _ => around.is_said(reading.anchor, OutcomeForm::POPULATION) || around.are_all(),
        },
        struck: around.are_struck(reading.anchor),
        result: around.is_result(reading.anchor),
        everybody: around.are_everybody(),
        care: around.is_said(reading.anchor, OutcomeForm::CARE) && !around.are_all_hurt(),
        alive: around.is_said(reading.anchor, OutcomeForm::ALIVE),
        feared: around.is_feared(),
        alleged: around.is_alleged(),
        at_once: around.is_at_once(),
        later: around.is_later(reading.anchor),
        of_event: around.is_of_event(reading.anchor),
        dead_and_hurt: around.is_of_dead_and_hurt() || around.is_dead_or_hurt(reading.anchor),
        ..Cues::default()
    }
}

/// A counted phrase among the items of its sentence.
struct Around<'a> {
    text: &'a Text<'a>,
    outline: &'a Outline,
    phrase: &'a Phrase,
    item: usize,
    outcome: Option<Outcome>,
}

impl Around<'_> {
    /// The grammar of the first word of an item.
    fn grammar(&self, item: &Item) -> Grammar {
        self.text.tags(item.words.start).grammar
    }

    /// The items of the clause before the phrase, the nearest first.
    fn before(&self) -> impl Iterator<Item = &Item> {
        self.outline.items[..self.item].iter().rev().take_while(|i| i.kind != Kind::Stop)
    }

    /// Whether verb or noun has a form: "a boat carrying 17", "17 passengers"; "17 escaped".
    fn is_said(&self, anchor: Option<usize>, form: OutcomeForm) -> bool {
        let said = anchor.is_some_and(
            |at| matches!(self.outline.kind(at), Kind::Anchor(word) if word.form.is(form)),
        );
        said || matches!(self.phrase.head, Head::Outcome(word) if word.form.is(form))
    }
}

/// Whether an item says that an outcome befell people.
fn tells_of(item: &Item, outcome: Outcome) -> bool {
    matches!(item.kind, Kind::Anchor(word) if word.outcome == outcome)
}

/// Whether an item is a word for a toll.
fn is_toll(item: &Item) -> bool {
    matches!(item.kind, Kind::Anchor(word) if word.form.is(OutcomeForm::TOLL))
}

/// "Their deaths bring the toll to 14", "with these, the dead reached 14": whether a sentence opens with what befell
/// those told of before, and a verb that brings a count to a number.
fn opens_with_deaths(outline: &Outline) -> bool {
    let with = matches!(outline.kind(0), Kind::With | Kind::Preposition | Kind::Including);
    let these =
        with && matches!(outline.kind(1), Kind::Determiner | Kind::Pronoun | Kind::Relative);
    if these && outline.kind(2) == Kind::Comma {
        return !outline.rises.is_empty();
    }
    let counted = OutcomeForm::COUNTED.or(OutcomeForm::ACT);
    let deaths = matches!(outline.kind(1), Kind::Anchor(word) if word.form.is(counted));
    outline.kind(0) == Kind::Determiner && deaths && outline.rises.contains(&2)
}

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

use rust_decimal::Decimal;

use super::FigureId;
use super::outline::{Item, Kind, Outline};
use super::parts;
use super::phrase::{Head, Partitive, Phrase};
use super::reading::Reading;
use crate::lexicon::{Grammar, Outcome, OutcomeForm, ScopeWord};
use crate::text::Text;

/// What a figure says about a change of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The count before: "rose from 12".
    From,
    /// The count after: "rose to 16", "climbed to 73".
    To,
    /// The difference: "three more bodies were found", "another 12 died overnight".
    By,
}

/// How the sentence ties a figure to other figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cues {
    /// The whole that it is said to be a part of: "including five", "five of them", "of the 12".
    pub part_of: Option<FigureId>,
    /// It counts people besides those just counted: "another 12", "the other two", "12 others".
    pub besides: bool,
    /// It sums what is around it: "a total of", "in all", "on both sides", "bringing the toll to".
    pub total: bool,
    /// It sums the counts right before it, and no others: "together the two attacks killed 14".
    pub together: bool,
    /// It counts everybody who was told of before: "all seven".
    pub all_of_them: bool,
    /// Those who were counted last are some of these people: "they were among 19 people killed".
    pub wider: bool,
    /// It counts all of those whom its noun says something befell: "all 86 victims", "all 134 of the dead".
    pub everyone: bool,
    /// It points back to people already counted: "the 12", "all three", "those killed".
    pub definite: bool,
    /// The count of the same noun that it points back to, where nothing else says what befell them: "the 47 pupils".
    pub recalls: Option<FigureId>,
    /// Its part in a change of a count.
    pub change: Option<Change>,
    /// The perpetrators are among the people it counts, or are the people it counts.
    pub perpetrators: bool,
    /// With `part_of`: the sentence gives all the parts of that whole ("12 people: nine men and three
    /// women", "made up of 950 deaths and 2,213 injuries", "(US 8,150; CS 3,236)").
    pub complete: bool,
    /// It is a part of those to whom this happened, counted elsewhere: "among the dead", "of those
    /// killed", "some of the injured". None where `part_of` names the whole.
    pub among: Option<Outcome>,
    /// It is of a list that names all to whom this happened: "the dead were nine Danes and two Swedes".
    pub names_all: bool,
    /// The sentence says that people of several kinds are counted together: "fighters as well as
    /// civilians", "combatants included".
    pub mixed: bool,
    /// It counts all who were there: "a boat carrying 17 people".
    pub population: bool,
    /// It counts a crew of its own: "the bodies of its crew of four".
    pub company: bool,
    /// Its sentence says that a craft came to grief by itself: "capsized", "fell into".
    pub by_itself: bool,
    /// A verb is one of the qualifiers of its number: "deaths pass 200".
    pub by_verb: bool,
    /// A verb says that they were struck, not whether they died: "were shot".
    pub struck: bool,
    /// A participle makes it what came of what was told before: ", killing five".
    pub result: bool,
    /// It counts all who were there, whatever befell them: "all 34 on board were killed".
    pub everybody: bool,
    /// It counts people taken into care, who may be more or fewer than the injured: "12 were taken to
    /// hospital".
    pub care: bool,
    /// It counts people who were let out of care: "28 were discharged".
    pub home: bool,
    /// Its words tell how badly its people are hurt: "seriously wounded".
    pub graded: bool,
    /// Its sentence says that those just told of bring the count to it: "Their deaths bring the toll to 14".
    pub by_these: bool,
    /// It counts those of another time, with whom a count is compared: "down from 19".
    pub base: bool,
    /// It counts people who live: "17 escaped".
    pub alive: bool,
    /// It counts bodies, of which more may be found.
    pub bodies: bool,
    /// What befell them is not yet certain: "38 feared dead", who may be missing.
    pub feared: bool,
    /// Somebody is accused of it: "accused of 10 murders".
    pub alleged: bool,
    /// Its sentence tells it of an event that is known: "the attack killed 12".
    pub of_event: bool,
    /// It counts those of several events: "in shootings across the city".
    pub of_events: bool,
    /// In how many events or places its people are counted: 3 of "killed in three separate incidents".
    pub number_of_events: Option<Decimal>,
    /// "Partly because 13 were found": it makes only a part of a change.
    pub partly: bool,
    /// "Three each in Orr and Ness": it counts the people of one of several.
    pub each: bool,
    /// Which of several events it counts: 2 of "the second bomb killed 25".
    pub nth: Option<Decimal>,
    /// The text says that the dead and the wounded are both counted: "90 casualties, killed and
    /// wounded together".
    pub dead_and_hurt: bool,
    /// It gives the count before it anew, by another account: "residents said 15".
    pub again: bool,
    /// "six were killed at once": others may have died later.
    pub at_once: bool,
    /// "one of them later died": after others had.
    pub later: bool,
    /// "30 of them", where no figure counts those: they may be anybody's.
    pub of_uncounted: bool,
    /// It counts some of the people of its noun: "eighteen of the guests".
    pub of_the_kind: bool,
    /// How many single persons are named before it: one in "Pilot and two passengers".
    pub persons_before: usize,
    /// It goes on with a list of places, "22 in the north, 14 in the south": nobody is in two of them.
    pub listed: bool,
    /// A label gives it, as in a box of facts: "Killed: 39".
    pub label: bool,
    /// Its paragraph is an entry of a running report and begins with the time of day: other entries may
    /// be older.
    pub timed: bool,
    /// Its sentence runs on for very long without a comma, as several do whose marks were lost.
    pub run_on: bool,
    /// Its sentence sets it against what was said before: "however", "meanwhile".
    pub contrast: bool,
}

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
        besides: phrase.besides || around.are_beside_the_known(),
        // "Of these 229 died" points to those of whom they are some.
        definite: phrase.definite && !(outline.of_these && reading.item <= 2)
            || around.is_repeated()
            || around.are_the_subject()
            || around.is_of_the_known(),
        complete: reading.complete,
        listed: reading.listed,
        of_the_kind: phrase.partitive == Some(Partitive::Definite),
        persons_before: around.persons_before(),
        label: around.is_labelled(),
        among: match reading.outcome.filter(|_| around.is_of_one_place()) {
            Some(outcome) if reading.part_of.is_none() && !reading.part_of_earlier => Some(outcome),
            _ => reading.among.filter(|_| !around.is_everyone()),
        },
        names_all: around.names_all(reading.anchor),
        by_these: opens_with_deaths(outline),
        base: outline.bases.contains(&reading.item),
        total: around.is_total(),
        together: around.is_together(),
        all_of_them: phrase.is_bare() && around.is_all(),
        everyone: around.is_everyone(),
        wider: around.is_wider(),
        // "Among the dead were 11 foreigners" changes no count.
        change: around.change().filter(|c| *c != Change::To || reading.among.is_none()),
        perpetrators: around.perpetrators(),
        // "Seven passengers died": the seven are not all who were there.
        population: match reading.outcome {
            Some(Outcome::Killed) => false,
            Some(Outcome::Affected) if phrase.crew.is_some() => true,
            Some(Outcome::Affected) if parts::is_wrecked(outline, reading.item) => true,
            _ => around.is_said(reading.anchor, OutcomeForm::POPULATION) || around.are_all(),
        },
        company: phrase.crew.is_some(),
        by_itself: around.sank(),
        by_verb: text.tags(phrase.words.start).grammar.is(Grammar::RISE),
        struck: around.are_struck(reading.anchor),
        result: around.is_result(reading.anchor),
        everybody: around.are_everybody(),
        care: around.is_said(reading.anchor, OutcomeForm::CARE)
            && !around.are_all_hurt()
            && !around.is_of_the_known(),
        home: reading.outcome == Some(Outcome::Injured)
            && around.is_said(reading.anchor, OutcomeForm::REST),
        graded: around.are_graded(reading.anchor),
        // "Of the 44 people rescued"
        alive: around.is_said(reading.anchor.or(Some(reading.item + 1)), OutcomeForm::ALIVE)
            || around.are_of_the_saved(reading.anchor)
            || around.are_with_the_living()
            // "26 surviving patients"
            || phrase.modifier.is_some_and(|word| word.form.is(OutcomeForm::ALIVE)),
        bodies: matches!(phrase.head, Head::Outcome(word)
            if word.form.is(OutcomeForm::WEAK) && !word.form.is(OutcomeForm::SAVED)),
        feared: around.is_feared(),
        alleged: around.is_alleged(),
        at_once: around.is_at_once(reading.anchor),
        later: around.is_later(reading.anchor),
        of_event: around.is_of_event(reading.anchor),
        of_events: around.is_of_events(),
        partly: around.is_partly(),
        number_of_events: around.number_of_events(),
        each: text.tags(phrase.words.end).scope.is(ScopeWord::EACH),
        nth: around.nth_event(),
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

/// "Their deaths bring the toll to 14", "that took the toll to 14", "with these, the dead reached 14": whether a sentence
/// opens with what befell those told of before, and a verb that brings a count to a number.
fn opens_with_deaths(outline: &Outline) -> bool {
    let with = matches!(outline.kind(0), Kind::With | Kind::Preposition | Kind::Including);
    let these =
        with && matches!(outline.kind(1), Kind::Determiner | Kind::Pronoun | Kind::Relative);
    if these && outline.kind(2) == Kind::Comma {
        return !outline.rises.is_empty();
    }
    let counted = OutcomeForm::COUNTED.or(OutcomeForm::ACT);
    let deaths = matches!(outline.kind(1), Kind::Anchor(word) if word.form.is(counted));
    let that = matches!(outline.kind(0), Kind::Determiner | Kind::Relative | Kind::Pronoun);
    // "That took the toll"
    let toll = matches!(outline.kind(3), Kind::Anchor(word) if word.form.is(OutcomeForm::TOLL));
    let takes = toll && outline.kind(2) == Kind::Determiner;
    // "That makes 56 dead"
    let makes = matches!(outline.kind(2), Kind::Count(_)) && outline.kind(0) != Kind::Pronoun;
    let takes = outline.kind(1) == Kind::Verb && (takes || makes);
    // "The discovery brings the toll"
    let noun = deaths || outline.kind(1) == Kind::Other;
    that && (takes || outline.rises.contains(&1) || noun && outline.rises.contains(&2))
}

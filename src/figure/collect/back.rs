//! Counts that point back to people counted before.
//!
//! After "nine worshippers were killed" the nine, four of the nine and six of the worshippers are of those, whatever
//! their own sentence says. It knows numbers and nouns as they are drafted, not what becomes of the phrases.

use rust_decimal::Decimal;

use super::InSentence;
use super::ties::REACH;
use crate::figure::carry::Carry;
use crate::figure::outline::{Kind, Outline};
use crate::figure::phrase::{Head, Partitive, Phrase};
use crate::figure::reading::Reading;
use crate::figure::tied::Draft;
use crate::figure::{Figure, FigureId};
use crate::lexicon::{Grammar, Outcome};
use crate::numeral::Numeral;
use crate::quantity::{Bound, Quantity};
use crate::text::Shape;

/// How many sentences away those may stand of whom a noun names some: "one of the men".
const NEXT: usize = 2;

impl InSentence<'_> {
    /// "Four of the nine", "four of the worshippers", after "nine worshippers were killed": tells what befell
    /// those to whom a number or a noun points back.
    pub(super) fn point_back(&self, outline: &mut Outline, drafts: &[Draft]) {
        for phrase in &mut outline.phrases {
            let number = &self.numerals[phrase.numeral - self.base].quantity;
            let told = match phrase.partitive {
                // "six of the worshippers"
                Some(Partitive::Definite) => self.named_again(phrase, drafts),
                _ if phrase.definite && phrase.is_bare() => pointed_at(drafts, self.index, number),
                None if phrase.definite && !phrase.besides => {
                    phrase.recalls = self.recalled(phrase, drafts);
                    phrase.recalls
                }
                _ => None,
            };
            phrase.told = told.map(|id| drafts[id].figure.outcome);
        }
    }

    /// "211 people were hurt and 2,300 houses destroyed. Nearly 1,800 of these were in Orr": whether more than the people
    /// told of last are of something that was counted behind them.
    pub(super) fn is_of_things(&self, outline: &Outline, drafts: &[Draft], people: usize) -> bool {
        let pronoun = |p: &&Phrase| p.partitive == Some(Partitive::Pronoun);
        let Some(part) = outline.phrases.first().filter(pronoun) else { return false };
        let people = &drafts[people].figure;
        let number = self.numerals[part.numeral - self.base].quantity.nominal;
        let more = number > people.quantity.nominal;
        let counted = |n: &Numeral| {
            drafts.iter().rev().take(self.last.len()).any(|d| d.figure.number == n.span)
        };
        let plain = |n: &&Numeral| n.why.is_none();
        let behind = |n: &Numeral| n.words.start > people.place.word && !counted(n);
        // "That left 18 in the wards after the three deaths. Five of them"
        let enough = |n: &Numeral| n.quantity.nominal >= number && !counted(n);
        let things = self.last.iter().rfind(plain).is_some_and(behind)
            || self.last.iter().filter(plain).any(enough);
        more && things
    }

    /// "Two men were shot … One of the men later died": the count that holds those of whom something else is told.
    pub(super) fn of_named(
        &self,
        outline: &Outline,
        phrase: &Phrase,
        reading: &Reading,
        drafts: &[Draft],
    ) -> Option<FigureId> {
        let some = phrase.partitive == Some(Partitive::Definite) && reading.among.is_none();
        let told = some && outline.kind(reading.item + 1) != Kind::Relative;
        let whole = self.named_again(phrase, drafts).filter(|_| told)?;
        let figure = &drafts[whole].figure;
        let other = reading.outcome.is_some_and(|outcome| outcome != figure.outcome);
        // "Another nine militants were captured … the bodies of 18 of the militants": of others
        let number = self.numerals[phrase.numeral - self.base].quantity.nominal;
        // "captured two soldiers … eight of its soldiers died": of all that it has
        let whose = |at: usize| self.text.tags(at).grammar.is(Grammar::POSSESSIVE);
        let others = figure.cues.besides || phrase.words.clone().any(whose);
        let fewer = others && figure.quantity.nominal < number;
        let other = other && !fewer;
        (other && figure.place.sentence + NEXT >= self.index).then_some(whole)
    }

    /// "Twelve worshippers were killed … six of the worshippers": the count of those whom a noun names again.
    fn named_again(&self, phrase: &Phrase, drafts: &[Draft]) -> Option<FigureId> {
        let noun = phrase.noun.clone().next_back().map(|at| self.text.str(at))?;
        drafts.iter().rposition(|Draft { figure: f, .. }| {
            let named = is_counted_by(f, noun) && !f.anybody;
            is_told_before(f, self.index) && named && f.outcome != Outcome::Affected
        })
    }

    /// "The 47 pupils", after "47 pupils were killed": the only count of that noun before.
    fn recalled(&self, phrase: &Phrase, drafts: &[Draft]) -> Option<FigureId> {
        let Head::People(noun) = phrase.head else { return None };
        // "the two women hijackers"
        let told =
            |at: usize| self.text.tags(at).people.is_some_and(|p| p.kinds().next().is_some());
        if phrase.noun.clone().any(|at| at != noun && told(at)) {
            return None;
        }
        let number = &self.numerals[phrase.numeral - self.base].quantity;
        let first = counted_once(drafts, self.index, self.text.str(noun), number)?;
        let same = drafts[first].figure.quantity.nominal == number.nominal;
        (same || !self.is_told_who(noun)).then_some(first)
    }

    /// "The nine guards on duty" need not be the six who were killed, though "the nine staff of the Red Cross" may be.
    fn is_told_who(&self, noun: usize) -> bool {
        let Some(next) = self.text.words.get(noun + 1) else { return false };
        let proper = |at: usize| self.text.words.get(at).is_some_and(|w| w.shape == Shape::Title);
        let named = next.tags.grammar.is(Grammar::OF) && (proper(noun + 2) || proper(noun + 3));
        let tells = Grammar::PREPOSITION.or(Grammar::RELATIVE).or(Grammar::FROM);
        // "the 12 villagers buried on Tuesday"
        let verb = next.tags.grammar.is(Grammar::VERB) || next.tags.grammar.is_empty();
        let after = self.text.words.get(noun + 2).is_some_and(|w| w.tags.grammar.is(tells));
        let other = next.tags.people.is_some() || next.tags.grammar.is(tells) && !named;
        other || verb && after
    }
}

/// "Nine were killed … Four of the nine": the count to which a number points back.
fn pointed_at(drafts: &[Draft], sentence: usize, number: &Quantity) -> Option<FigureId> {
    drafts.iter().rposition(|Draft { figure: f, .. }| {
        let one = f.quantity.bound == Bound::Exact && f.quantity.nominal == number.nominal;
        is_told_before(f, sentence) && one && !f.cues.base
    })
}

/// "47 pupils were killed … the 47 pupils": the count of people of one noun, where the article has no other; one of
/// another number is meant only where the noun is no word for anybody or for their sex or age.
fn counted_once(
    drafts: &[Draft],
    sentence: usize,
    noun: &str,
    number: &Quantity,
) -> Option<FigureId> {
    let named = |d: &&Draft| is_counted_by(&d.figure, noun) && d.figure.is_stated();
    let count = |d: &Draft| (d.figure.quantity.nominal, d.figure.outcome);
    let first = drafts.iter().position(|d| named(&d))?;
    let only = drafts.iter().filter(named).all(|d| count(d) == count(&drafts[first]));
    let Draft { figure, weak } = &drafts[first];
    let (told, again) = (figure.quantity.nominal?, number.nominal?);
    let near = told.max(again) <= told.min(again).saturating_mul(Decimal::TWO);
    let anybody = figure.anybody || figure.group.as_ref().is_some_and(Carry::is_narrow);
    let fits = told == again || near && !anybody;
    let harmed = !matches!(figure.outcome, Outcome::Affected | Outcome::Displaced) && !weak;
    let before = figure.place.sentence < sentence && told > Decimal::ONE;
    (only && fits && harmed && before).then_some(first)
}

/// Whether a noun is the last word of what a figure counts.
fn is_counted_by(figure: &Figure, noun: &str) -> bool {
    let unit = figure.unit.as_deref().and_then(|unit| unit.rsplit(' ').next());
    // "hostage-takers" by "takers", "passers-by" as one word
    let last = |unit: &str| unit.rsplit('-').next().is_some_and(|l| l.eq_ignore_ascii_case(noun));
    unit.is_some_and(|unit| unit.eq_ignore_ascii_case(noun) || last(unit))
}

/// Whether a figure is stated not far before a sentence.
fn is_told_before(figure: &Figure, sentence: usize) -> bool {
    let at = figure.place.sentence;
    figure.is_stated() && at < sentence && at + REACH >= sentence
}

//! Sentences that break a count down into its parts.
//!
//! "The dead were 15 farmers and seven soldiers", "13 were men, eight women and two children", "killed 45:
//! 20 in the north and 25 in the south": each number is a part of the count before, and where the
//! sentence names all of them they make it up. A breakdown sees one sentence; which count it is of is
//! found by the words or, later, by nearness.

use super::outline::{Item, Kind, Outline};
use super::parts::Earlier;
use super::phrase::{Head, Phrase};
use super::reading::Reading;
use crate::lexicon::OutcomeForm;

/// Reads sentences of which the subject is those counted before: "the dead were …", "they were …".
pub(super) fn of_subject(outline: &Outline, readings: &mut [Reading], earlier: Option<Earlier>) {
    let Some(be) = outline.items.iter().position(|i| i.kind == Kind::Be) else { return };
    let Some(list) = numbered(outline, be) else { return };
    let part = match subject(outline, be) {
        Some(Kind::Anchor(word)) => {
            let outcome = Some(word.outcome);
            Reading { outcome, among: outcome, anchor: Some(be - 1), ..Reading::default() }
        }
        Some(Kind::Pronoun) => match earlier {
            Some(earlier) => earlier.part(),
            None => return,
        },
        _ => return,
    };
    for phrase in list {
        let item = readings[phrase].item;
        readings[phrase] = Reading { item, complete: true, inherited: true, ..part };
    }
}

/// The subject of a sentence that opens with it: "the dead", "those killed", "they".
fn subject(outline: &Outline, be: usize) -> Option<Kind> {
    let before: Vec<Kind> = outline.items[..be].iter().map(|i| i.kind).collect();
    match before[..] {
        [Kind::Pronoun] => Some(Kind::Pronoun),
        [Kind::Determiner | Kind::Pronoun | Kind::People, Kind::Anchor(word)] => {
            let people = OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE).or(OutcomeForm::WEAK);
            word.form.is(people).then_some(Kind::Anchor(word))
        }
        _ => None,
    }
}

/// The counts of a list behind "be", two or more of them; none where somebody in it has no number.
fn numbered(outline: &Outline, be: usize) -> Option<Vec<usize>> {
    let mut counts = Vec::new();
    // Whether what follows tells more of the last count: "drivers of cars and lorries".
    let mut told = false;
    // Whether an "and" has brought the last count.
    let mut closed = false;
    let mut last = Kind::Be;
    for (at, item) in outline.items.iter().enumerate().skip(be + 1) {
        match item.kind {
            Kind::Comma if speaks(outline, at + 1) => break,
            Kind::Count(p) if outline.phrases[p].head != Head::Thing => {
                counts.push(p);
                closed = last == Kind::And;
            }
            Kind::Comma | Kind::And | Kind::Adverb => {}
            Kind::Preposition | Kind::Of if last == Kind::Comma && closed => break,
            Kind::Preposition | Kind::Of => {}
            Kind::Other | Kind::People if told => {}
            Kind::Stop => break,
            _ if last == Kind::Comma && closed => break,
            _ => return None,
        }
        told = match item.kind {
            Kind::Preposition | Kind::Of => true,
            Kind::Comma | Kind::Count(_) => false,
            _ => told,
        };
        last = item.kind;
    }
    (counts.len() > 1).then_some(counts)
}

/// ", said the mayor", ", the mayor said": who says so ends the list.
fn speaks(outline: &Outline, from: usize) -> bool {
    let name = |at: &usize| {
        let kind = outline.kind(*at);
        matches!(kind, Kind::Determiner | Kind::Other | Kind::People | Kind::Of | Kind::Pronoun)
    };
    let verb = (from..).find(|at| !name(at)).unwrap_or(from);
    outline.kind(verb) == Kind::Verb
}

/// "Forty were killed in the north and 35 in the south": the verb is not said again. "13 were men,
/// eight women": nor is "were".
pub(super) fn goes_on(
    outline: &Outline,
    at: usize,
    phrase: &Phrase,
    before: &[Reading],
) -> Option<Reading> {
    let joined = at > 0 && matches!(outline.kind(at - 1), Kind::And | Kind::Comma);
    let last = before.last().filter(|r| joined && r.outcome.is_some())?;
    let between = &outline.items[last.item + 1..at];
    let is = |kind: Kind| move |i: &Item| i.kind == kind;
    if last.part_of.is_none()
        && phrase.head == Head::Hidden
        && phrase.partitive.is_none()
        && between.iter().any(is(Kind::Preposition))
        && outline.kind(at + 1) == Kind::Preposition
    {
        let Reading { outcome, anchor, .. } = *last;
        return Some(Reading { outcome, anchor, inherited: true, ..Reading::default() });
    }
    let part = last.part_of.is_some() || last.part_of_earlier || last.among.is_some();
    let listed = |i: &Item| {
        matches!(i.kind, Kind::Be | Kind::People | Kind::Comma | Kind::And | Kind::Adverb)
    };
    let named = matches!(phrase.head, Head::People(_));
    let told = part && last.inherited && named && between.iter().all(listed);
    told.then_some(Reading { complete: false, ..*last })
}

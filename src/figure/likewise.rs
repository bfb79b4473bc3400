//! What befell others, because it befell those before them.
//!
//! "Twelve died, as did three people in the car": three died too; "He was killed with 12 others": 12 more were killed. It
//! knows the items of one sentence; "two others" behind another preposition may be places, and are taken for people.

use super::attach::Attached;
use super::outline::{Kind, Outline};
use super::phrase::{Head, Partitive, Phrase};
use crate::lexicon::{OutcomeForm, OutcomeWord};

/// Verbs that say what befell their subject: "were killed", "died".
const BEFALLS: OutcomeForm = OutcomeForm::PARTICIPLE.or(OutcomeForm::INTRANSITIVE);

/// What befell the people of a phrase, as said of others before them.
pub(super) fn befell(outline: &Outline, item: usize, phrase: &Phrase) -> Option<Attached> {
    said_before(outline, item)
        .or_else(|| with_others(outline, item, phrase))
        .or_else(|| in_other_place(outline, item, phrase))
}

/// "Eight died at Orr and three at Ness, and 46 others were hurt": the three died too, whatever is told behind the comma.
fn in_other_place(outline: &Outline, item: usize, phrase: &Phrase) -> Option<Attached> {
    let and = item.checked_sub(1).filter(|at| outline.kind(*at) == Kind::And);
    let and = and.filter(|_| phrase.is_bare())?;
    let place = |at: &usize| matches!(outline.kind(*at), Kind::Other | Kind::Determiner);
    let ends = (item + 2..).find(|at| !place(at))?;
    let placed = outline.kind(item + 1) == Kind::Preposition && ends > item + 2;
    let closed = outline.kind(ends) == Kind::Comma && outline.kind(ends + 1) == Kind::And;
    let preposition = (0..and).rev().find(|at| !place(at))?;
    let led = outline.kind(preposition) == Kind::Preposition && preposition + 1 < and;
    match outline.kind(preposition.checked_sub(1)?) {
        Kind::Anchor(word) if placed && closed && led => told_by(word, preposition - 1),
        _ => None,
    }
}

/// "Twelve died, as did three people in the car": what befell those before befell the others too.
fn said_before(outline: &Outline, item: usize) -> Option<Attached> {
    let before = |back: usize| item.checked_sub(back).map(|at| outline.kind(at));
    let helps = matches!(before(1), Some(Kind::Be | Kind::Have | Kind::Verb));
    let opens = before(2) == Some(Kind::Subordinator) && before(3) == Some(Kind::Comma);
    let mut said = (0..item.checked_sub(3).filter(|_| helps && opens)?).rev();
    said.find_map(|at| {
        let word = match outline.kind(at) {
            Kind::Anchor(word) => word,
            // "Two of these died in hospital, as did one other"
            Kind::Count(phrase) => match outline.phrases[phrase].partitive {
                Some(Partitive::Outcome(word)) => word,
                _ => return None,
            },
            _ => return None,
        };
        told_by(word, at)
    })
}

/// "Five were hurt, as were the driver and his mate": what befell those before befell each of the others too.
pub(super) fn befell_one(outline: &Outline, start: usize) -> Option<Attached> {
    // "as were the driver, aged 52, and his mate"
    let listed = |at: &usize| outline.is_listed(*at) || outline.kind(*at) == Kind::Other;
    let first = (0..start).rev().take_while(listed).last().unwrap_or(start);
    said_before(outline, first)
}

/// "He was killed with 12 others", "died with five of his men": what befell one befell those with them too.
fn with_others(outline: &Outline, item: usize, phrase: &Phrase) -> Option<Attached> {
    let with = item.checked_sub(1).filter(|at| outline.kind(*at) == Kind::Preposition)?;
    let men = matches!(phrase.head, Head::People(_));
    let theirs = men && phrase.partitive == Some(Partitive::Definite);
    let hidden = phrase.is_bare() && phrase.besides && !phrase.more;
    match outline.kind(with.checked_sub(1)?) {
        Kind::Anchor(word) if hidden || theirs => told_by(word, with - 1),
        _ => None,
    }
}

/// What a verb says of those before it, and so of the others.
fn told_by(word: OutcomeWord, anchor: usize) -> Option<Attached> {
    let told = || Attached { outcome: word.outcome, anchor, before: false };
    word.form.is(BEFALLS).then(told)
}

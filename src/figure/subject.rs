//! Sentences of which the subject is those counted before.
//!
//! "The dead were 15 farmers and seven soldiers", "they included nine women", "that number includes two guards": each
//! number is a part of the count that the subject names. It sees one sentence, and the last count before it.

use super::attach;
use super::breakdown::victims;
use super::lists::counts_things;
use super::outline::{Item, Kind, Outline};
use super::parts::Earlier;
use super::phrase::Head;
use super::reading::{Reading, part};
use crate::lexicon::{OutcomeForm, OutcomeWord};

/// How many items name those of whom a sentence tells: "the eight dead".
const APPOSED: usize = 4;

/// Reads sentences of which the subject is those counted before: "the dead were …", "they were …", "they
/// included …".
pub(super) fn counted(outline: &Outline, readings: &mut [Reading], earlier: Option<Earlier>) {
    let link = |i: &Item| matches!(i.kind, Kind::Be | Kind::Including | Kind::Colon);
    let be = outline.items.iter().position(link);
    let Some(be) = apposed(outline).or(be) else { return };
    let complete = outline.kind(be) != Kind::Including;
    let Some((list, full)) = numbered(outline, be, if complete { 2 } else { 1 }) else { return };
    let complete = complete && full;
    // "its losses were four dead and 11 wounded"
    let own = |p: &usize| {
        let dead = matches!(outline.phrases[*p].head, Head::Outcome(_));
        dead || attach::bare(outline, readings[*p].item).is_some()
    };
    let told = match subject(outline, be) {
        Some(Kind::Anchor(word)) if word.form.is(OutcomeForm::WEAK) && list.iter().any(own) => {
            return;
        }
        Some(Kind::Anchor(word)) => {
            let outcome = Some(victims(word, earlier));
            Reading { outcome, among: outcome, anchor: Some(be - 1), ..Reading::default() }
        }
        Some(Kind::Pronoun) if outline.kind(be) != Kind::Colon => match earlier {
            Some(earlier) => earlier.part(),
            None => return,
        },
        Some(Kind::Count(whole)) if readings[whole].outcome.is_some() => {
            part(readings, whole, complete)
        }
        // "those killed in the two attacks include 14 children"
        _ if told_before(outline, be).is_some() => {
            let outcome = told_before(outline, be).map(|word| victims(word, earlier));
            Reading { outcome, among: outcome, anchor: Some(be - 1), ..Reading::default() }
        }
        _ if !complete && is_count_before(outline, be) => match earlier {
            Some(earlier) => earlier.part(),
            None => return,
        },
        _ => return,
    };
    for phrase in list {
        let item = readings[phrase].item;
        readings[phrase] = Reading { item, complete, inherited: true, ..told };
    }
}

/// The comma of "The dead, four students and two teachers, were found in the hall": behind it those who died are named, kind
/// by kind.
fn apposed(outline: &Outline) -> Option<usize> {
    let comma = outline.items.iter().take(APPOSED).position(|i| i.kind == Kind::Comma)?;
    let Some(Kind::Anchor(_)) = subject(outline, comma) else { return None };
    let (list, _) = numbered(outline, comma, 2)?;
    let last = outline.phrases[*list.last()?].noun.end;
    let plain = |p: &usize| outline.phrases[*p].partitive.is_none() && !outline.phrases[*p].besides;
    let closes = |i: &Item| i.kind == Kind::Comma && i.words.start >= last;
    let next = outline.items.iter().position(closes).map(|at| outline.kind(at + 1));
    let verb = matches!(next, Some(Kind::Be | Kind::Have | Kind::Verb));
    (list.len() > 1 && list.iter().all(plain) && verb).then_some(comma)
}

/// "That number includes", "these include": whether what includes the people is the count before.
fn is_count_before(outline: &Outline, include: usize) -> bool {
    let points = matches!(outline.kind(0), Kind::Determiner | Kind::Relative);
    points && (include == 1 || include == 2 && outline.tallies.contains(&1))
}

/// The subject of a sentence that opens with it, or with who says so: "the dead", "those killed", "they",
/// "the ministry said the dead".
fn subject(outline: &Outline, be: usize) -> Option<Kind> {
    let before = outline.items[..be].iter().map(|i| i.kind);
    let before: Vec<Kind> = before.filter(|kind| *kind != Kind::Adverb).collect();
    match before[account(&before)..] {
        [Kind::Pronoun] => Some(Kind::Pronoun),
        // "He told parliament the 17 dead were …"
        [.., Kind::Determiner, Kind::Count(whole)] => Some(Kind::Count(whole)),
        [Kind::Determiner | Kind::Pronoun | Kind::People, Kind::Anchor(word)] => {
            let people = OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE).or(OutcomeForm::WEAK);
            word.form.is(people.or(OutcomeForm::COUNTED)).then_some(Kind::Anchor(word))
        }
        // "those who fell"
        [Kind::Anchor(word)] if word.form.is(OutcomeForm::STATE) => Some(Kind::Anchor(word)),
        // "those who died", "the people who were killed"
        [Kind::Determiner | Kind::Pronoun, .., Kind::Relative, Kind::Anchor(word)]
        | [Kind::Determiner | Kind::Pronoun, .., Kind::Relative, Kind::Be, Kind::Anchor(word)] => {
            let told = OutcomeForm::INTRANSITIVE.or(OutcomeForm::PARTICIPLE);
            word.form.is(told).then_some(Kind::Anchor(word))
        }
        // "the dead soldiers were two officers and two conscripts"
        [Kind::Determiner, Kind::People] => {
            let described = outline.described.iter().find(|(at, _)| *at < be);
            described.map(|(_, word)| Kind::Anchor(*word))
        }
        _ => None,
    }
}

/// What befell the people who are the subject, where it is told behind them in which event: "those killed in the two
/// attacks", "the dead in the north".
fn told_before(outline: &Outline, be: usize) -> Option<OutcomeWord> {
    let anchor = outline.items[..be].iter().rposition(|i| matches!(i.kind, Kind::Anchor(_)))?;
    let Kind::Anchor(word) = outline.kind(anchor) else { return None };
    let those = anchor.checked_sub(1).map(|at| outline.kind(at));
    let people = matches!(those, Some(Kind::Pronoun | Kind::Determiner));
    let form = OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE).or(OutcomeForm::COUNTED);
    let place = |i: &Item| match i.kind {
        Kind::Count(p) => !matches!(outline.phrases[p].head, Head::People(_) | Head::Outcome(_)),
        kind => matches!(
            kind,
            Kind::Determiner | Kind::Other | Kind::Of | Kind::Preposition | Kind::By | Kind::Adverb
        ),
    };
    let behind = &outline.items[anchor + 1..be];
    // "the victims by province were"
    let led = behind.first().is_some_and(|i| matches!(i.kind, Kind::Preposition | Kind::By));
    (people && led && word.form.is(form) && behind.iter().all(place)).then_some(word)
}

/// How many items name who says what follows: "the interior ministry said that", "the director, Ana Ruiz, said", "according
/// to police,".
fn account(before: &[Kind]) -> usize {
    let name = |kind: &&Kind| {
        let noun = matches!(kind, Kind::Determiner | Kind::Other | Kind::People | Kind::Adverb);
        noun || matches!(kind, Kind::Of | Kind::Preposition | Kind::Pronoun | Kind::Comma)
    };
    let verb = before.iter().take_while(name).count();
    if verb == 0 || before.get(verb) != Some(&Kind::Verb) {
        // "According to the provincial police, those who died were"
        let led = before.first() == Some(&Kind::Preposition);
        let comma = before.iter().take(verb).rposition(|kind| *kind == Kind::Comma);
        return comma.filter(|_| led).map_or(0, |comma| comma + 1);
    }
    verb + 1 + usize::from(before.get(verb + 1) == Some(&Kind::Relative))
}

/// The counts of a list behind "be", of so many entries at least, and whether they are all of it; none where several
/// people in it have no number.
fn numbered(outline: &Outline, be: usize, least: usize) -> Option<(Vec<usize>, bool)> {
    let mut counts = Vec::new();
    // How many of its entries are one person: "two men, a woman and a girl".
    let mut single = 0;
    // Whether one of them goes by a word that may be of people: "and a Montoran".
    let mut unknown = false;
    // Whether what follows tells more of the last count: "drivers of cars and lorries".
    let mut told = false;
    // Whether an "and" has brought the last count.
    let mut closed = false;
    let mut last = Kind::Be;
    for (at, item) in outline.items.iter().enumerate().skip(be + 1) {
        match item.kind {
            Kind::Comma if speaks(outline, at + 1) => break,
            // "42 Italians from two parishes"
            Kind::Count(_) if counts_things(outline, at) => {}
            Kind::Count(p) if outline.phrases[p].head != Head::Thing => {
                counts.push(p);
                closed = last == Kind::And;
            }
            Kind::Comma | Kind::Adverb => {}
            // "two porters from the valley and an Italian doctor"
            Kind::And => told &= outline.kind(at + 1) != Kind::Determiner,
            // "and a girl", who counts as one
            Kind::Determiner if matches!(last, Kind::Comma | Kind::And) => {
                closed = last == Kind::And
            }
            Kind::People if last == Kind::Determiner && !told => single += 1,
            Kind::Other if last == Kind::Determiner && !told => unknown = true,
            Kind::Preposition | Kind::Of if last == Kind::Comma && closed => break,
            Kind::Preposition | Kind::Of => {}
            Kind::Other | Kind::People if told => {}
            // "85 men from Cwmbrith, 22 from the village itself"
            Kind::Determiner | Kind::Pronoun if told && names_people(outline, &counts) => {}
            Kind::Stop => break,
            // "and three shopkeepers caught in the crossfire"
            _ if closed => break,
            _ => return None,
        }
        told = match item.kind {
            Kind::Preposition | Kind::Of => true,
            Kind::Comma | Kind::Count(_) => false,
            _ => told,
        };
        last = item.kind;
    }
    let several = counts.len() + single >= least;
    (!counts.is_empty() && several).then_some((counts, !unknown))
}

/// Whether the first of some counts has a noun for people.
fn names_people(outline: &Outline, counts: &[usize]) -> bool {
    counts.first().is_some_and(|first| matches!(outline.phrases[*first].head, Head::People(_)))
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

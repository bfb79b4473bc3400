//! Which outcome a counted phrase suffered.
//!
//! In "killing three people and wounding seven" the 3 belongs to `killing`, the 7 to `wounding`; in
//! "12 people on the bus were killed" the phrase reaches over the bus. Attachment sees one sentence;
//! what it inherits from the phrase around it is another module's.

use super::became::{became, died_of_it};
use super::noun::{act, entered, listed, of_act, put_at, toll};
use super::object::{skip_adverbs, skip_back, takes_object};
use super::outline::{Kind, Outline};
use super::phrase::{Head, Partitive};
use super::predicate::right;
use super::tally::tally;
use super::{likewise, population};
use crate::lexicon::{Outcome, OutcomeForm};

/// An outcome found for a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attached {
    /// What happened.
    pub(super) outcome: Outcome,
    /// The item that says so; the phrase's own where its noun does.
    pub(super) anchor: usize,
    /// Whether the people come before the words that say it.
    pub(super) before: bool,
}

/// The outcome of the phrase at `item`, from the words of its own clause.
pub(super) fn attach(outline: &Outline, item: usize) -> Option<Attached> {
    let Kind::Count(phrase) = outline.kind(item) else { return None };
    let phrase = &outline.phrases[phrase];
    let own = |outcome| Some(Attached { outcome, anchor: item, before: false });
    match phrase.head {
        Head::Thing => return None,
        // Deaths, injuries and casualties are counted as such whatever verb stands by.
        Head::Outcome(word) if !word.form.is(OutcomeForm::WEAK) => {
            return own(or_injured(outline, item, word.outcome));
        }
        _ => {}
    }
    if let Some(Partitive::Outcome(word)) = phrase.partitive {
        // "had killed one of the hostages"
        let verb = || adjacent_left(outline, item).or_else(|| left(outline, item));
        return right(outline, item).or_else(verb).or_else(|| own(word.outcome));
    }
    if let Some(verb) = likewise::befell(outline, item, phrase) {
        return Some(verb);
    }
    if tells_origin(outline, item) || phrase.tells_who || is_agent(outline, item) {
        return None;
    }
    if is_of_somebody(outline, item) && phrase.head == Head::Hidden {
        return bare(outline, item)
            .or_else(|| population::told_behind(outline, item + 1).map(|(_, outcome)| outcome))
            .and_then(own);
    }
    // "killing 24 miners underground and three in the lift", "12 villagers fleeing the town": where they were
    // or went is told behind what befell them.
    let place = |found: &Attached| {
        let moved = matches!(found.outcome, Outcome::Affected | Outcome::Displaced);
        let verb = adjacent_left(outline, item).or_else(|| left(outline, item));
        moved && verb.is_some_and(|verb| verb.outcome != found.outcome)
    };
    let verbal = of_act(outline, item)
        .or_else(|| adjacent_right(outline, item).filter(|found| !place(found)))
        .or_else(|| adjacent_left(outline, item))
        .or_else(|| toll(outline, item))
        .or_else(|| tally(outline, item))
        .or_else(|| put_at(outline, item).filter(|_| phrase.head == Head::Hidden))
        .or_else(|| right(outline, item).filter(|found| !place(found)))
        .or_else(|| left(outline, item));
    let modifier = phrase.modifier.map(|word| word.outcome);
    let noun = match phrase.head {
        // "18 injured passengers", "five wounded victims"
        Head::Outcome(word) if matches!(word.outcome, Outcome::Affected | Outcome::Casualties) => {
            modifier.or(Some(word.outcome))
        }
        Head::Outcome(word) => Some(word.outcome),
        _ => modifier,
    };
    let verbal = verbal.map(|found| died_of_it(outline, found).unwrap_or(found));
    let some = phrase.partitive == Some(Partitive::Count);
    let verbal = verbal.map(|found| became(outline, found).filter(|_| some).unwrap_or(found));
    match (verbal, noun) {
        (Some(found), Some(Outcome::Killed))
            if found.outcome == Outcome::Affected && !found.before =>
        {
            // "saved 30 lives", "pulled three bodies from the rubble"
            let saved =
                matches!(phrase.head, Head::Outcome(word) if word.form.is(OutcomeForm::SAVED));
            if saved { None } else { own(Outcome::Killed) }
        }
        // "the fate of the 29 kidnapped people is unknown"
        (Some(found), Some(Outcome::Captured)) if found.outcome == Outcome::Missing => {
            own(Outcome::Captured)
        }
        // "freed 71 captives", "14 hostages were brought out safely": they are no longer held.
        (Some(found), Some(Outcome::Captured))
            if found.outcome == Outcome::Affected && (!found.before || lived(outline, &found)) =>
        {
            Some(found)
        }
        // "The 15 wounded soldiers were evacuated to hospital"
        (Some(found), Some(Outcome::Injured)) if found.outcome == Outcome::Displaced => {
            own(Outcome::Injured)
        }
        // "The other 15 occupants survived": the verb says more than the noun.
        (Some(found), Some(Outcome::Affected)) if lived(outline, &found) => Some(found),
        (Some(found), Some(outcome)) if found.outcome == Outcome::Affected => own(outcome),
        // "ten bodies were taken to hospital"
        (Some(found), Some(Outcome::Killed))
            if matches!(found.outcome, Outcome::Injured | Outcome::Captured | Outcome::Missing) =>
        {
            own(Outcome::Killed)
        }
        // "Rebel casualties were ten dead"
        (Some(found), Some(outcome @ (Outcome::Killed | Outcome::Injured)))
            if found.outcome == Outcome::Casualties =>
        {
            own(outcome)
        }
        (Some(found), _) => Some(found),
        (None, Some(outcome)) => own(outcome),
        (None, None) => None,
    }
}

/// "survived", behind the people: whether a verb says that they live.
fn lived(outline: &Outline, found: &Attached) -> bool {
    found.before
        && matches!(outline.kind(found.anchor), Kind::Anchor(word)
            if word.outcome == Outcome::Affected && word.form.is(OutcomeForm::ALIVE))
}

/// "Twelve were killed by three gunmen and two policemen were wounded": whether a phrase names who did it.
fn is_agent(outline: &Outline, item: usize) -> bool {
    let by = item.checked_sub(1).filter(|at| outline.kind(*at) == Kind::By);
    let verb = by.and_then(|by| skip_back(outline, by));
    let passive = |at: usize| matches!(outline.kind(at), Kind::Anchor(word) if word.form.is(OutcomeForm::PARTICIPLE));
    verb.is_some_and(passive)
}

/// "Her son, who was among the 12 who were hurt, died": whether a number is that of those whom somebody was with.
fn is_of_somebody(outline: &Outline, item: usize) -> bool {
    let before = |back: usize| item.checked_sub(back).map(|at| outline.kind(at));
    let among = before(1) == Some(Kind::Determiner) && before(2) == Some(Kind::Including);
    among && before(3) == Some(Kind::Be) && before(4) == Some(Kind::Relative)
}

/// Whether a phrase says from where the people of the phrase before it are: "from three families".
pub(super) fn tells_origin(outline: &Outline, item: usize) -> bool {
    let Kind::Count(phrase) = outline.kind(item) else { return false };
    let linked = item.checked_sub(1).filter(|at| {
        let link = matches!(outline.kind(*at), Kind::Preposition | Kind::Of);
        link && outline.phrases[phrase].origin
    });
    let Some(link) = linked else { return false };
    // "nine people, all members of one family"
    let all = |at: &usize| {
        matches!(outline.kind(*at), Kind::Comma | Kind::Determiner | Kind::Adverb | Kind::People)
    };
    let before = (0..link).rev().find(|at| !all(at));
    before.is_some_and(|at| matches!(outline.kind(at), Kind::Count(_)))
}

/// "left 52 people dead or injured": counted together.
fn or_injured(outline: &Outline, item: usize, outcome: Outcome) -> Outcome {
    let next = skip_adverbs(outline, item + 2);
    match (outline.kind(item + 1), outline.kind(next)) {
        (Kind::And, Kind::Anchor(word))
            if word.form.is(OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE))
                && !takes_object(outline, next) =>
        {
            outcome.together(word.outcome)
        }
        _ => outcome,
    }
}

/// The outcome of one person named without a number.
pub(super) fn lone(outline: &Outline, item: usize) -> Option<Attached> {
    // "became a citizen in May, died" tells it of whoever became one.
    let told = skip_back(outline, item)
        .is_some_and(|at| matches!(outline.kind(at), Kind::Verb | Kind::Be | Kind::Link));
    let subject = |found: &Attached| {
        let mut between = item..found.anchor;
        !told || !between.any(|at| outline.kind(at) == Kind::Comma)
    };
    let found = adjacent_right(outline, item)
        .or_else(|| adjacent_left(outline, item))
        .or_else(|| right(outline, item).filter(subject))
        .or_else(|| left(outline, item))?;
    // "A woman shot in the attack died in hospital"
    let behind = found.anchor > item;
    Some(died_of_it(outline, found).filter(|_| behind).unwrap_or(found))
}

/// The outcome of people named without a number before an "including" list.
pub(super) fn around(outline: &Outline, including: usize) -> Option<Attached> {
    // "killing villagers including three children"
    let people = including.checked_sub(1).filter(|at| outline.kind(*at) == Kind::People);
    let object = || people.and_then(|at| adjacent_left(outline, at));
    right(outline, including).or_else(|| left(outline, including)).or_else(object)
}

/// The outcome word that follows a phrase at once, without a verb: "including five injured".
pub(super) fn bare(outline: &Outline, item: usize) -> Option<Outcome> {
    match outline.kind(item + 1) {
        Kind::Anchor(word) if word.form.is(OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE)) => {
            (!takes_object(outline, item + 1)).then_some(word.outcome)
        }
        _ => None,
    }
}

/// A predicate that follows at once: "12 dead", "12 were killed".
fn adjacent_right(outline: &Outline, item: usize) -> Option<Attached> {
    let mut at = item + 1;
    while matches!(outline.kind(at), Kind::Adverb | Kind::Severity) {
        at += 1;
    }
    match outline.kind(at) {
        Kind::Anchor(_) | Kind::Be | Kind::Have | Kind::Link => right(outline, item),
        _ => None,
    }
}

/// A verb right before: "killed 12", "killing at least 12".
fn adjacent_left(outline: &Outline, item: usize) -> Option<Attached> {
    let at = skip_back(outline, item)?;
    match outline.kind(at) {
        Kind::Anchor(word) if takes_object(outline, at) => {
            Some(Attached { outcome: word.outcome, anchor: at, before: false })
        }
        _ => None,
    }
}

/// "The bodies along with 60 wounded people": whether the phrase says itself what befell them.
fn is_told_apart(outline: &Outline, item: usize) -> bool {
    matches!(outline.kind(item), Kind::Count(p) if outline.phrases[p].modifier.is_some())
}

/// Whether two counted phrases both name people.
fn are_people(outline: &Outline, first: usize, second: usize) -> bool {
    let people = |at: usize| {
        matches!(outline.kind(at), Kind::Count(p)
            if matches!(outline.phrases[p].head, Head::People(_)))
    };
    people(first) && people(second)
}

/// "Killed three Danes, two of whom were children, and a Swede": the comma that opens a relative clause which one before
/// "and" closes.
fn before_clause(outline: &Outline, and: usize) -> Option<usize> {
    let comma = |at: &usize| outline.kind(*at) == Kind::Comma;
    let close = and.checked_sub(1).filter(|at| outline.kind(and) == Kind::And && comma(at))?;
    let opening = (0..close).rev().find(comma)?;
    let relative = match outline.kind(opening + 1) {
        Kind::Count(p) => outline.phrases[p].partitive == Some(Partitive::Pronoun),
        kind => kind == Kind::Relative,
    };
    relative.then_some(opening)
}

/// "were among those killed": whether an outcome is that of all of whom others are some.
fn is_among(outline: &Outline, anchor: usize) -> bool {
    skip_back(outline, anchor).is_some_and(|at| outline.kind(at) == Kind::Including)
}

/// The item, or the one behind it where it is a comma.
fn skip_comma(outline: &Outline, item: usize) -> usize {
    item + usize::from(outline.kind(item) == Kind::Comma)
}

/// A verb further to the left whose objects go on up to the phrase: "killing a man, two women and
/// three children".
fn left(outline: &Outline, item: usize) -> Option<Attached> {
    let before = skip_back(outline, item)?;
    match outline.kind(before) {
        Kind::Of => return act(outline, before),
        Kind::And | Kind::Comma | Kind::With | Kind::Colon => {}
        // "killed 14 jihadists 8 civilians", in a text that lost its commas
        Kind::Count(_) if before + 1 == item && are_people(outline, before, item) => {}
        _ => return None,
    }
    if outline.kind(before) == Kind::Colon {
        return listed(outline, before);
    }
    if let Some(entry) = entered(outline, before) {
        return Some(entry);
    }
    let next = outline.kind(item + 1);
    let acts = matches!(next, Kind::Verb | Kind::Be | Kind::Have | Kind::Modal | Kind::Anchor(_));
    let there = matches!(next, Kind::Anchor(word) if word.form.is(OutcomeForm::POPULATION));
    let told = acts && !there;
    let mut at = before_clause(outline, before).filter(|_| !acts).unwrap_or(before);
    while let Some(next) = at.checked_sub(1) {
        at = next;
        match outline.kind(at) {
            Kind::Anchor(word) if takes_object(outline, at) => {
                return Some(Attached { outcome: word.outcome, anchor: at, before: false });
            }
            Kind::Anchor(word)
                if word.form.is(OutcomeForm::ACT) && outline.kind(at + 1) == Kind::Of =>
            {
                return Some(Attached { outcome: word.outcome, anchor: at, before: false });
            }
            // "killing all 71 people on board and four on the ground": where the first ones were.
            Kind::Anchor(word)
                if word.form.is(OutcomeForm::POPULATION)
                    && at.checked_sub(1).is_some_and(|at| {
                        matches!(outline.kind(at), Kind::Count(_) | Kind::People)
                    }) => {}
            // "was killed along with two guards", "was killed as well as his driver and two guards", "died, along with 13
            // people in the truck", not "died, together with two others wounded"
            Kind::Anchor(word)
                if [before, skip_comma(outline, at + 1)]
                    .iter()
                    .any(|with| outline.kind(*with) == Kind::With)
                    && !is_told_apart(outline, item)
                    && !word.form.is(OutcomeForm::TOLL)
                    && !(before > 0
                        && outline.kind(before - 1) == Kind::Comma
                        && (told || is_among(outline, at))) =>
            {
                return Some(Attached { outcome: word.outcome, anchor: at, before: false });
            }
            Kind::Anchor(_) | Kind::Be | Kind::Have | Kind::Verb | Kind::Stop | Kind::Relative => {
                return None;
            }
            // What a colon or a dash opens is spelled out of the phrase before it.
            Kind::Colon => return None,
            Kind::Subordinator | Kind::Suffer | Kind::Leave | Kind::Link | Kind::Modal => {
                return None;
            }
            _ => {}
        }
    }
    None
}

//! Victims without a number: "a policeman", "his wife", "another".
//!
//! "Killing a policeman and two soldiers" kills three: the policeman counts as one, and an elderly couple as two.
//! Only people named in the singular are read, and only where a verb of the same clause says what became of them.

use super::named::{begins_name, is_name, is_named_before, is_of_name};
use super::nouns::is_possessive;
use super::outline::{Kind, Outline};
use super::reading::Reading;
use super::{attach, likewise, lists, object, phrase, spelled};
use crate::lexicon::{Grammar, NumberWord, Outcome, OutcomeForm, PeopleRole};
use crate::text::Text;

/// One person and what became of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Victim {
    /// The item that names them.
    pub(super) item: usize,
    /// The item of their article or pronoun, where they have one.
    pub(super) determiner: Option<usize>,
    /// What happened.
    pub(super) outcome: Outcome,
    /// The item that says so.
    pub(super) anchor: usize,
    /// Whether they are introduced by "a" or "an".
    pub(super) article: bool,
    /// The counted phrase that they are one of: "12 people, including a nurse".
    pub(super) part_of: Option<usize>,
    /// The counted phrase of whose list they are: "the dead include nine men and a girl".
    pub(super) beside: Option<usize>,
    /// Of whom they are one, where the list begins with them: "the dead were the driver and two children".
    pub(super) among: Option<Outcome>,
    /// Whether that list names everybody.
    pub(super) complete: bool,
}

/// Finds the victims of a sentence that no numeral counts.
pub(super) fn find(text: &Text<'_>, outline: &Outline, readings: &[Reading]) -> Vec<Victim> {
    let mut victims: Vec<Victim> = Vec::new();
    for item in 0..outline.items.len() {
        let last = victims.last().map(|v| v.item);
        if let Some(victim) = victim(text, outline, readings, item, last) {
            victims.push(victim);
        }
    }
    victims
}

/// The victim that an item names, if any; `last` is the item of the victim before.
fn victim(
    text: &Text<'_>,
    outline: &Outline,
    readings: &[Reading],
    item: usize,
    last: Option<usize>,
) -> Option<Victim> {
    let grammar = |at: usize| text.tags(outline.items[at].words.start).grammar;
    let one = match outline.kind(item) {
        Kind::People => match determiner_of(outline, item) {
            Some(determiner) => is_one(text, outline, item, grammar(determiner)),
            None if is_couple(text, outline, item) => true,
            None => goes_on(text, outline, item, last) || is_name(text, outline, item),
        },
        // "the bartender, Alicia Renn, 29"
        Kind::Other => is_name(text, outline, item) && !is_named_before(outline, item, last),
        // "killing himself and three others"
        Kind::Pronoun => is_reflexive(text, outline, item),
        // "wounding another"
        Kind::Determiner => is_another(text, outline, item),
        // "and a third was wounded"
        Kind::Adverb => is_ordinal(text, outline, item),
        _ => false,
    };
    if !one {
        return None;
    }
    let determiner = determiner_of(outline, item);
    if is_of_name(text, outline, determiner.unwrap_or(item)) {
        return None;
    }
    let genitive = |at: &usize| is_possessive(text, outline.items[*at].words.start);
    let named = determiner.filter(|at| !genitive(at));
    let couple = determiner.is_none() && is_couple(text, outline, item);
    let article = couple || determiner.is_some_and(|at| grammar(at).is(Grammar::ARTICLE));
    let victim = |outcome, anchor, part_of| {
        let (beside, among, complete) = (None, None, false);
        let determiner = named;
        Some(Victim {
            item,
            determiner,
            outcome,
            anchor,
            article,
            part_of,
            beside,
            among,
            complete,
        })
    };
    if opens_clause(text, outline, determiner, item) || is_owner(text, outline, item) {
        return None;
    }
    if determiner.is_some_and(|at| is_counted_already(outline, at)) {
        return None;
    }
    // "three by a mine and one by a sniper"
    let start = determiner.unwrap_or(item);
    let before = start.checked_sub(1).map(|at| outline.kind(at));
    // "four children, the youngest of them a boy of three"
    let of_them = before == Some(Kind::Including)
        && phrase::is_of(text, outline.items[start - 1].words.start);
    // "a cousin of the bride, died"
    let whose = before == Some(Kind::Of) && start > 1 && outline.kind(start - 2) == Kind::People;
    // "a woman who was a passenger in a car"
    let told = before == Some(Kind::Be) && start > 1 && outline.kind(start - 2) == Kind::Relative;
    // "43 of those on the coach were hurt"
    let near_people = before == Some(Kind::Preposition)
        && outline.kind(item + 1) == Kind::Be
        && start.checked_sub(2).map(|at| outline.kind(at)).is_some_and(|kind| {
            matches!(kind, Kind::People | Kind::Count(_) | Kind::Pronoun | Kind::Determiner)
        });
    if before == Some(Kind::By) || of_them || whose || told || near_people {
        return None;
    }
    if let Some(whole) = lists::told_of(outline, item) {
        let reading = readings.get(whole)?;
        let complete = lists::bracket(outline, item).is_some_and(|o| lists::names_all(outline, o))
            || spelled::names_all(outline, item);
        let found = victim(reading.outcome?, reading.anchor.unwrap_or(reading.item), Some(whole))?;
        return Some(Victim { complete, ..found });
    }
    if is_apposition(outline, determiner.unwrap_or(item), item) {
        return None;
    }
    // "nine Danes and the group's guide"
    let owned = determiner.filter(|at| genitive(at)).map(|at| start_of_owner(outline, at));
    let first = owned.or(determiner).unwrap_or(item);
    if let Some(last) = lists::counted_before(outline, first, readings) {
        let reading = readings[last];
        let found = victim(reading.outcome?, reading.anchor.unwrap_or(reading.item), None)?;
        return Some(Victim { beside: Some(last), ..found });
    }
    if let Some(next) = lists::counted_behind(outline, item, readings) {
        let Reading { outcome, anchor, among, complete, .. } = readings[next];
        let found = victim(outcome?, anchor?, None)?;
        return Some(Victim { among, complete, ..found });
    }
    if let Some(found) = likewise::befell_one(outline, start) {
        return victim(found.outcome, found.anchor, None);
    }
    // "killed the captain's wife"
    let owner = determiner.filter(genitive).and_then(|at| at.checked_sub(1));
    let found = attach::lone(outline, item).or_else(|| attach::lone(outline, owner?))?;
    // "Port Ana, 5 February: nine people were killed": a place, not one of them.
    let apart = (item..found.anchor).any(|at| outline.kind(at) == Kind::Colon);
    if apart || flees(outline, found.anchor) {
        return None;
    }
    victim(found.outcome, found.anchor, None)
}

/// "one, an elderly shepherd, in the pastures", "four people, one of them a child": whether an article only opens the
/// description of somebody whom a number counts.
fn is_counted_already(outline: &Outline, article: usize) -> bool {
    let Some(last) = article.checked_sub(1) else { return false };
    let of_them =
        matches!(outline.kind(last), Kind::Count(p) if outline.phrases[p].partitive.is_some());
    let apart = outline.kind(last) == Kind::Comma;
    of_them || apart && last.checked_sub(1).is_some_and(|at| outline.is_bare(at))
}

/// "the gunman fled": one person who runs is not driven from home.
fn flees(outline: &Outline, anchor: usize) -> bool {
    matches!(outline.kind(anchor), Kind::Anchor(word) if word.outcome == Outcome::Displaced
        && word.form.is(OutcomeForm::INTRANSITIVE) && !word.form.is(OutcomeForm::PARTICIPLE))
}

/// "the child's grandfather": whether somebody is named only to say whose the next one is.
fn is_owner(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let next = outline.items.get(item + 1);
    let owned = outline.kind(item + 2) == Kind::People;
    owned && next.is_some_and(|i| is_possessive(text, i.words.start))
}

/// The first item of whose somebody is: "the group" of "the group's guide".
fn start_of_owner(outline: &Outline, genitive: usize) -> usize {
    let owner = genitive.saturating_sub(1);
    determiner_of(outline, owner).unwrap_or(owner)
}

/// The article or pronoun before some people, adverbs skipped.
fn determiner_of(outline: &Outline, item: usize) -> Option<usize> {
    let before = (0..item).rev().find(|at| outline.kind(*at) != Kind::Adverb);
    before.filter(|at| outline.kind(*at) == Kind::Determiner)
}

/// "wounding 20, the governor said", "'the deaths of two in Orr,' the governor said": who speaks is none of them.
fn opens_clause(
    text: &Text<'_>,
    outline: &Outline,
    determiner: Option<usize>,
    item: usize,
) -> bool {
    let before = determiner.and_then(|at| at.checked_sub(1)).map(|at| outline.kind(at));
    let word = determiner.and_then(|at| outline.items[at].words.start.checked_sub(1));
    let quoted = word.is_some_and(|word| phrase::is_quote(text, word));
    // "the latest official data showed"
    let verb = (item + 1..).find(|at| !matches!(outline.kind(*at), Kind::Other | Kind::Of));
    let speaks = verb.is_some_and(|at| outline.kind(at) == Kind::Verb);
    (before == Some(Kind::Comma) || quoted) && speaks
}

/// "the driver, an Algerian, was killed": the same person told twice. A list goes on with "and".
fn is_apposition(outline: &Outline, start: usize, item: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map(|at| outline.kind(at));
    let told = matches!(before(2), Some(Kind::People | Kind::Other | Kind::Count(_)));
    // "Ana Ruiz, the head of the clinic, and two nurses"
    // not "six members of the choir, the driver of the bus and"
    let mut before_name = (0..start.saturating_sub(2)).rev().map(|at| outline.kind(at));
    let link = before_name.find(|kind| !matches!(kind, Kind::Other | Kind::Determiner));
    let named = before(2) == Some(Kind::Other) && link != Some(Kind::Of);
    let titled = named && outline.kind(item + 1) == Kind::Of;
    before(1) == Some(Kind::Comma) && told && (titled || !is_list(outline, item))
}

/// Whether a list of people that an item stands in ends with "and" and people.
fn is_list(outline: &Outline, item: usize) -> bool {
    let mut at = item + 1;
    loop {
        match outline.kind(at) {
            Kind::Comma | Kind::Determiner | Kind::People | Kind::Other | Kind::Of => at += 1,
            // "a guide from Orr, 46, and a woman"
            Kind::Adverb | Kind::Count(_) | Kind::Preposition => at += 1,
            Kind::And => break,
            _ => return false,
        }
    }
    while matches!(outline.kind(at + 1), Kind::Determiner | Kind::Adverb) {
        at += 1;
    }
    matches!(outline.kind(at + 1), Kind::People | Kind::Other | Kind::Count(_))
}

/// Whether some people are one person: "a police captain", "his wife".
fn is_one(text: &Text<'_>, outline: &Outline, item: usize, before: Grammar) -> bool {
    if matches!(outline.kind(item + 1), Kind::Count(_)) {
        return false;
    }
    let words = outline.items[item].words.clone();
    let head = words.rev().find(|w| text.tags(*w).people.is_some());
    // "the Revolutionary Armed Forces"
    if head.is_some_and(|w| begins_name(text, w)) {
        return false;
    }
    let role = head.and_then(|w| text.tags(w).people).map(|p| p.role).unwrap_or_default();
    // The article tells one person even where no table knows the last noun.
    let one = before.is(Grammar::ARTICLE) && !role.is(PeopleRole::COLLECTIVE.or(PeopleRole::THING));
    let introduced = Grammar::POSSESSIVE.or(Grammar::BESIDES).or(Grammar::DEFINITE);
    // "an elderly couple"
    let pair = role.is(PeopleRole::PAIR) && before.is(Grammar::ARTICLE);
    one || pair || (role.is_one_person() && before.is(introduced) && !before.is(Grammar::NO))
}

/// "a couple", where the table has it with its article.
fn is_couple(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let words = &outline.items[item].words;
    let pair = text.tags(words.start).people.is_some_and(|p| p.role.is(PeopleRole::PAIR));
    pair && words.len() == 1
}

/// "a Swede, Turk and Somali": the next of a list that began with an article.
fn goes_on(text: &Text<'_>, outline: &Outline, item: usize, last: Option<usize>) -> bool {
    let words = outline.items[item].words.clone();
    let role = words.rev().find_map(|w| text.tags(w).people).map(|p| p.role).unwrap_or_default();
    let listed = item >= 2 && matches!(outline.kind(item - 1), Kind::And | Kind::Comma);
    role.is_one_person() && listed && last == Some(item - 2)
}

/// "himself", "herself" as the object of an outcome.
fn is_reflexive(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let grammar = text.tags(outline.items[item].words.start).grammar;
    let object = item.checked_sub(1).is_some_and(|at| object::takes_object(outline, at));
    // "killed six people and then himself"
    let and = object::skip_back(outline, item).filter(|at| outline.kind(*at) == Kind::And);
    let joined = and.and_then(|and| and.checked_sub(1));
    let joined = joined.is_some_and(|at| matches!(outline.kind(at), Kind::Count(_)));
    grammar.is(Grammar::REFLEXIVE) && (object || joined)
}

/// "another" without a noun; "more", "others" and "the rest" are any number.
fn is_another(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let grammar = text.tags(outline.items[item].words.start).grammar;
    let next = outline.kind(item + 1);
    let one = grammar.is(Grammar::BESIDES) && !grammar.is(Grammar::MORE.or(Grammar::PLURAL));
    let several = text.tags(outline.items[item].words.start).people;
    let several = several.is_some_and(|p| p.role.is(PeopleRole::PLURAL));
    // "another died", not "another wounded man"
    let verb = matches!(next, Kind::Anchor(word) if word.form.is(OutcomeForm::INTRANSITIVE));
    let noun = matches!(next, Kind::People | Kind::Other | Kind::Count(_) | Kind::Anchor(_));
    one && !several && (verb || !noun)
}

/// "a third" as the subject of a verb: one more of the people before, not a share of them.
fn is_ordinal(text: &Text<'_>, outline: &Outline, item: usize) -> bool {
    let words = &outline.items[item].words;
    let place = matches!(text.tags(words.start).number, Some(NumberWord::Ordinal(_)));
    let article = item
        .checked_sub(1)
        .is_some_and(|at| text.tags(outline.items[at].words.start).grammar.is(Grammar::ARTICLE));
    let verb = object::skip_adverbs(outline, item + 1);
    let be = matches!(outline.kind(verb), Kind::Be | Kind::Have);
    let died =
        matches!(outline.kind(verb), Kind::Anchor(word) if word.form.is(OutcomeForm::INTRANSITIVE));
    let plural = be && text.tags(outline.items[verb].words.start).grammar.is(Grammar::PLURAL);
    place && words.len() == 1 && article && (be || died) && !plural
}

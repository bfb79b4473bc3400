//! Whether the people of a verb follow it, as its object.
//!
//! "killed 12" and "had wounded three" have one, "were killed" and "12 died" have none; in "40 civilians
//! killed 110 injured" the 110 have an outcome of their own. What stands between a verb and its
//! people is passed over. It knows the items around a verb, not which outcome wins.

use super::outline::{Kind, Outline};
use super::phrase::Head;
use crate::lexicon::{Outcome, OutcomeForm, OutcomeWord};

/// The objects of these forms follow them.
pub(super) const ACTIVE: OutcomeForm = OutcomeForm::GERUND.or(OutcomeForm::PRESENT);

/// The most items that name a speaker.
const SPEAKER: usize = 4;

/// The item before, passing over determiners and adverbs, and over the second of two verbs that
/// share their object: "captured and blindfolded 10 guards".
pub(super) fn skip_back(outline: &Outline, item: usize) -> Option<usize> {
    let mut at = item.checked_sub(1)?;
    while matches!(outline.kind(at), Kind::Determiner | Kind::Adverb | Kind::Severity) {
        at = at.checked_sub(1)?;
    }
    let pair = outline.kind(at) == Kind::Verb && at >= 2 && outline.kind(at - 1) == Kind::And;
    // "the heirs of the dead and suspended three officials": the dead are no verb.
    let verb = ACTIVE.or(OutcomeForm::PARTICIPLE);
    let shared = pair && matches!(outline.kind(at - 2), Kind::Anchor(word) if word.form.is(verb));
    Some(if shared { at - 2 } else { at })
}

/// Whether the people of an outcome word follow it.
pub(super) fn takes_object(outline: &Outline, anchor: usize) -> bool {
    let Kind::Anchor(word) = outline.kind(anchor) else { return false };
    let mut next = skip_adverbs(outline, anchor + 1);
    if outline.kind(next) == Kind::And && outline.kind(next + 1) == Kind::Verb {
        next = skip_adverbs(outline, next + 2);
    }
    let object = matches!(
        outline.kind(next),
        Kind::Count(_) | Kind::People | Kind::Other | Kind::Determiner | Kind::Pronoun
    );
    if word.form.is(ACTIVE) && !word.form.is(OutcomeForm::PARTICIPLE) {
        return object;
    }
    // "aboard" has none, whatever verb follows: "52 people aboard struck a hillside"
    let there = word.form.is(OutcomeForm::POPULATION) && !word.form.is(ACTIVE);
    if !word.form.is(OutcomeForm::PARTICIPLE) || !object || there {
        return false;
    }
    match before_verb(outline, anchor) {
        Kind::Be => false,
        Kind::Have => true,
        // "two helicopters plucked 15 fishermen from a raft"
        Kind::Count(p) if outline.phrases[p].head == Head::Thing => true,
        // "40 civilians killed 110 injured": the number behind has an outcome of its own.
        Kind::Count(_) => !has_own_outcome(outline, next) && !opens_account(outline, next),
        // "Four people including a child killed six others injured"
        Kind::People if ends_list(outline, anchor) => !has_own_outcome(outline, next),
        Kind::Link => word.form.is(ACTIVE),
        _ => true,
    }
}

/// The kind of the item before a verb, passing over adverbs and coordinated verbs.
fn before_verb(outline: &Outline, anchor: usize) -> Kind {
    // "killed nine people on the train and wounded six": where they were is no verb.
    let there = |word: OutcomeWord| {
        word.form.is(OutcomeForm::POPULATION) && !word.form.is(ACTIVE.or(OutcomeForm::PARTICIPLE))
    };
    let mut at = anchor;
    loop {
        let Some(before) = at.checked_sub(1) else { return Kind::Stop };
        at = before;
        match outline.kind(at) {
            Kind::Adverb | Kind::Severity | Kind::Negation => {}
            Kind::And
                if at.checked_sub(1).is_some_and(|i| match outline.kind(i) {
                    Kind::Anchor(word) => !there(word),
                    kind => kind == Kind::Verb,
                }) =>
            {
                at -= 1;
            }
            kind => return kind,
        }
    }
}

/// The item after any adverbs.
pub(super) fn skip_adverbs(outline: &Outline, from: usize) -> usize {
    let mut at = from;
    while matches!(outline.kind(at), Kind::Adverb | Kind::Severity) {
        at += 1;
    }
    at
}

/// "five civilians killed a local source said": whether who follows is the speaker, where no comma parts
/// them from the verb.
fn opens_account(outline: &Outline, next: usize) -> bool {
    // "another 150 wounded it said"
    let speaker = next + usize::from(outline.kind(next) == Kind::Pronoun);
    let end = (speaker..outline.items.len()).find(|at| !outline.kind(*at).is_nominal());
    let verb = |at| matches!(outline.kind(at), Kind::Verb | Kind::Link);
    end.is_some_and(|at| at - next <= SPEAKER && verb(at))
}

/// "four people including a child": whether the people right before a verb are some of those counted before them.
fn ends_list(outline: &Outline, verb: usize) -> bool {
    let list = |at: &usize| matches!(outline.kind(*at), Kind::People | Kind::Determiner);
    let first = (0..verb).rev().take_while(list).last();
    let before = |back: usize| first.and_then(|at| at.checked_sub(back)).map(|at| outline.kind(at));
    before(1) == Some(Kind::Including) && matches!(before(2), Some(Kind::Count(_)))
}

/// Whether people are followed by an outcome word that has no other object: a count, or the others of "eight killed others
/// injured".
fn has_own_outcome(outline: &Outline, item: usize) -> bool {
    let next = skip_adverbs(outline, item + 1);
    let Kind::Anchor(word) = outline.kind(next) else { return false };
    let hurt = word.outcome == Outcome::Injured && word.form.is(OutcomeForm::PARTICIPLE);
    match outline.kind(item) {
        Kind::Count(_) => !word.form.is(OutcomeForm::GERUND),
        Kind::Determiner => hurt,
        _ => false,
    }
}

//! What became in the end of people whom a participle tells apart.
//!
//! "Two people wounded in the attack have died" counts two dead, "four of the 12 pupils kidnapped from a school have been
//! freed" four who live. It reads on from the participle that was found; where they were then it does not know.

use super::attach::Attached;
use super::outline::{Kind, Outline};
use crate::lexicon::{Outcome, OutcomeForm};

/// "Two people wounded in the attack have died": what became in the end of those whom a participle tells
/// apart.
pub(super) fn died_of_it(outline: &Outline, found: Attached) -> Option<Attached> {
    let told = |at: usize, form: OutcomeForm| match outline.kind(at) {
        Kind::Anchor(word) => Some(word).filter(|word| word.form.is(form)),
        _ => None,
    };
    let hurt = matches!(found.outcome, Outcome::Injured | Outcome::Casualties);
    told(found.anchor, OutcomeForm::PARTICIPLE).filter(|_| hurt)?;
    let between = |at: &usize| {
        let kind = outline.kind(*at);
        let place = matches!(kind, Kind::Preposition | Kind::Determiner | Kind::Other | Kind::Of);
        place || matches!(kind, Kind::Adverb | Kind::Have | Kind::People)
    };
    // "who were injured when a coach fell into a stream have died"
    let clause = |at: &usize| {
        let kind = outline.kind(*at);
        let verb = matches!(kind, Kind::Verb | Kind::Be | Kind::Subordinator | Kind::Pronoun);
        between(at) || verb
    };
    let after = found.anchor + 1..outline.items.len();
    let anchor = after.clone().find(|at| !between(at))?;
    let anchor = match outline.kind(anchor) {
        Kind::Subordinator => {
            let main = after.skip_while(|at| *at <= anchor).find(|at| !clause(at))?;
            Some(main).filter(|main| outline.kind(main - 1) == Kind::Have)?
        }
        _ => anchor,
    };
    let died = told(anchor, OutcomeForm::INTRANSITIVE)?;
    (died.outcome == Outcome::Killed).then_some(Attached { outcome: died.outcome, anchor, ..found })
}

/// "Four of the 12 pupils kidnapped from a school have been freed": what became of some of those whom a participle
/// tells apart.
pub(super) fn became(outline: &Outline, found: Attached) -> Option<Attached> {
    let counted = matches!(outline.kind(found.anchor.checked_sub(1)?), Kind::Count(_));
    let apart = matches!(outline.kind(found.anchor), Kind::Anchor(word)
        if word.form.is(OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE)));
    let place = |at: &usize| {
        let kind = outline.kind(*at);
        let noun = matches!(kind, Kind::Other | Kind::People | Kind::Adverb);
        // "missing since Sunday"
        let since = kind == Kind::Subordinator && outline.kind(at + 1) == Kind::Other;
        noun || since || matches!(kind, Kind::Preposition | Kind::Determiner | Kind::Of)
    };
    let helps = |at: &usize| matches!(outline.kind(*at), Kind::Be | Kind::Have | Kind::Adverb);
    let mut behind = found.anchor + 1..outline.items.len();
    let verb = behind.find(|at| !place(at)).filter(|_| counted && apart)?;
    let anchor = (verb..outline.items.len()).find(|at| !helps(at))?;
    let Kind::Anchor(word) = outline.kind(anchor) else { return None };
    let said = anchor > verb || word.form.is(OutcomeForm::INTRANSITIVE);
    let other = word.outcome != found.outcome && found.outcome != Outcome::Killed && said;
    other.then_some(Attached { outcome: word.outcome, anchor, ..found })
}

//! Whether what is said of a number only tells who its people are, or where they were.
//!
//! "28 were passengers", "49 of the pupils who died", "of those, 55 were over 60": what befell them was told
//! before. It knows one sentence.

use crate::figure::attach::Attached;
use crate::figure::object::skip_adverbs;
use crate::figure::outline::{Kind, Outline};
use crate::figure::reading::Reading;
use crate::lexicon::{Outcome, OutcomeForm};

/// "28 were passengers": whether all that is said of a bare number is that they were there.
pub(super) fn is_passengers(outline: &Outline, item: usize, own: Attached) -> bool {
    let noun = matches!(outline.kind(own.anchor), Kind::Anchor(word)
        if word.form.is(OutcomeForm::COUNTED) && word.outcome == Outcome::Affected);
    let be = outline.kind(item + 1) == Kind::Be && own.anchor == skip_adverbs(outline, item + 2);
    outline.is_bare(item) && be && noun
}

/// "49 of the pupils killed", "49 of the pupils who died": whether what befell people tells which they are.
pub(super) fn is_defining(outline: &Outline, at: usize, own: &Attached) -> bool {
    let Kind::Anchor(word) = outline.kind(own.anchor) else { return false };
    let participle = own.anchor == at + 1 && word.form.is(OutcomeForm::PARTICIPLE);
    let relative = outline.kind(at + 1) == Kind::Relative;
    participle
        || relative
            && (at + 2..own.anchor).all(|at| matches!(outline.kind(at), Kind::Be | Kind::Have))
}

/// Whether people without a number are named right before the comma of an item.
pub(super) fn follows_people(outline: &Outline, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| outline.kind(at));
    before(1) == Some(Kind::Comma) && before(2) == Some(Kind::People)
}

/// "Of those, 55 were over 60": whether all that is said of a number right behind "of those" is where or how old its
/// people were.
pub(super) fn is_described(outline: &Outline, reading: &Reading) -> bool {
    let at = reading.item;
    let opens = at == 2 && outline.kind(1) == Kind::Comma && outline.is_bare(at);
    let said = matches!(outline.kind(at + 2), Kind::Adverb | Kind::Preposition);
    reading.outcome.is_none() && opens && outline.kind(at + 1) == Kind::Be && said
}

/// "carrying 48": whether a verb only says that they were on board.
pub(super) fn carries(outline: &Outline, own: Attached) -> bool {
    let verb = OutcomeForm::GERUND.or(OutcomeForm::PRESENT);
    matches!(outline.kind(own.anchor), Kind::Anchor(word) if word.outcome == Outcome::Affected
        && word.form.is(verb) && word.form.is(OutcomeForm::POPULATION))
}

/// "in the coach": whether words only say where people were.
pub(super) fn is_place(outline: &Outline, own: Attached) -> bool {
    let verb = OutcomeForm::GERUND.or(OutcomeForm::PRESENT).or(OutcomeForm::COUNTED);
    matches!(outline.kind(own.anchor), Kind::Anchor(word) if word.outcome == Outcome::Affected
        && !word.form.is(verb) && word.form.is(OutcomeForm::POPULATION))
}

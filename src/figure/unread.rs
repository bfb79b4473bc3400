//! Numbers of the body that belong to no figure, and may be the count that a headline gives.
//!
//! Over "it was certain that none of the 26 who were below would come home" a headline may say that 26
//! died, though no word says so of the 26. "42 fire engines" are nobody. That a body does not give a number
//! is only said of one that does not stand in it.

use rust_decimal::Decimal;

use super::phrase::ends_phrase;
use super::{Figure, Figures};
use crate::document::BlockKind;
use crate::lexicon::PeopleRole;
use crate::numeral::{Form, Numeral, Why};
use crate::text::{Shape, Text};

/// Smaller numbers stand in a text for too many things.
const FEW: Decimal = Decimal::TEN;

/// The numbers that the headline's figures give and the body without a figure, as far as they may count people.
pub(super) fn find(text: &Text<'_>, read: &Figures) -> Vec<Decimal> {
    let above = |f: &&Figure| f.place.kind == BlockKind::Headline;
    let heads = read.figures.iter().filter(above);
    let heads = heads.filter_map(|f| Some((f.place.sentence, f.quantity.nominal?)));
    let stands = |(sentence, value): &(usize, Decimal)| {
        read.numerals.iter().enumerate().any(|(id, numeral)| {
            let own = numeral.sentence > *sentence && numeral.quantity.nominal == Some(*value);
            let plain = numeral.why.is_none() && numeral.form == Form::Number && *value >= FEW;
            let counts = plain
                && !read.figures.iter().any(|f| f.numeral == Some(id))
                && !counts_things(text, numeral);
            own && (counts || is_last(text, numeral))
        })
    };
    heads.filter(stands).map(|(_, value)| value).collect()
}

/// "The body of a fourth victim was found": whether it says how many there are by now.
fn is_last(text: &Text<'_>, numeral: &Numeral) -> bool {
    let next = text.tags(numeral.phrase.end);
    numeral.why == Some(Why::Ordinal) && next.outcome.is_some()
}

/// Whether the noun behind a number is none for people: "42 fire engines", not "42 people" and "the 42 on board".
fn counts_things(text: &Text<'_>, numeral: &Numeral) -> bool {
    let at = numeral.phrase.end;
    let noun = text.words.get(at).is_some_and(|word| word.shape == Shape::Lower);
    let people = text.tags(at).people.is_some_and(|p| !p.role.is(PeopleRole::THING));
    noun && !people && text.tags(at).outcome.is_none() && !ends_phrase(text, at)
}

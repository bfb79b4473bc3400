//! Numbers of the body that belong to no figure, and may be the count that a headline gives.
//!
//! Over "it was certain that none of the 26 who were below would come home" a headline may say that 26
//! died, though no word says so of the 26. That a body does not give a number is only said of one
//! that does not stand in it.

use rust_decimal::Decimal;

use crate::figure::Figure;
use crate::numeral::{Form, Numeral};

/// Smaller numbers stand in a text for too many things.
const FEW: Decimal = Decimal::TEN;

/// Whether a number that is no figure's, but may count people, has the value of a headline's figure.
pub(super) fn stands(figures: &[Figure], numerals: &[Numeral], head: &Figure) -> bool {
    let Some(stated) = head.quantity.nominal.filter(|n| *n >= FEW) else { return false };
    numerals.iter().enumerate().any(|(id, numeral)| {
        numeral.sentence > head.place.sentence
            && numeral.why.is_none()
            && numeral.form == Form::Number
            && numeral.quantity.nominal == Some(stated)
            && !figures.iter().any(|f| f.numeral == Some(id))
    })
}

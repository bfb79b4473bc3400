//! Points of two sides: "won 3-1", "a 67-33 vote", "by 12 votes to 3".

use crate::lexicon::Lookalike;
use crate::numeral::Why;
use crate::numeral::lookalike::Place;

/// A range is a score when a word of contests stands beside it; "3-1" is read as a compound.
pub(super) fn why(place: &Place<'_>) -> Option<Why> {
    let (line, end) = (place.line, place.words.end);
    let pair = place.value != place.high && line.is_hyphen(place.words.start + 1);
    let beside = [place.just_before(), end, end + 1];
    let contest = beside.iter().any(|at| line.looks(*at, Lookalike::SCORE));
    (pair && contest && !line.is_people(end)).then_some(Why::Score)
}

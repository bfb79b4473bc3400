//! Points of two sides and of one: "won 3-1", "a 67-33 vote", "shot 66 in the first round".

use crate::lexicon::{Grammar, Lookalike, Outcome, OutcomeForm};
use crate::numeral::Why;
use crate::numeral::lookalike::Place;

/// "shot", "shoots", "shooting"
const SHOT: OutcomeForm = OutcomeForm::PARTICIPLE.or(OutcomeForm::PRESENT).or(OutcomeForm::GERUND);

/// A range is a score when a word of contests stands beside it, and a bare number when somebody shot it in a game;
/// "3-1" is read as a compound.
pub(super) fn why(place: &Place<'_>) -> Option<Why> {
    let (line, end) = (place.line, place.words.end);
    let pair = place.value != place.high && line.is_hyphen(place.words.start + 1);
    let beside = [place.just_before(), end, end + 1];
    let contest = beside.iter().any(|at| line.looks(*at, Lookalike::SCORE));
    let score = pair && contest || is_round(place);
    (score && !line.is_people(end)).then_some(Why::Score)
}

/// "shot a 66", "shot 66 in the first round": strokes or points.
fn is_round(place: &Place<'_>) -> bool {
    let line = place.line;
    let before = place.just_before();
    let article = line.tags(before).is_some_and(|t| t.grammar.is(Grammar::ARTICLE));
    let verb = if article { before.wrapping_sub(1) } else { before };
    let shot = line.tags(verb).and_then(|t| t.outcome);
    let shot = shot.is_some_and(|o| o.outcome == Outcome::Casualties && o.form.is(SHOT));
    shot && (article || line.words.clone().any(|at| line.looks(at, Lookalike::SPORT)))
}

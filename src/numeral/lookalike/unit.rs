//! Numbers with a unit: measures, stretches of time, money, shares.
//!
//! "12 miles", "30-day", "$5", "12 per cent". A unit may stand a word away: "two more days".

use crate::lexicon::{Grammar, Lookalike};
use crate::numeral::Why;
use crate::numeral::lookalike::Place;
use crate::text::Shape;

/// The units and what they make of a number; "hours" after "1100" are a time, not a duration.
const UNITS: [(Lookalike, Why); 5] = [
    (Lookalike::AGE, Why::Age),
    (Lookalike::DURATION, Why::Duration),
    (Lookalike::MEASURE, Why::Measure),
    (Lookalike::MONEY, Why::Money),
    (Lookalike::PERCENT, Why::Percent),
];

pub(super) fn why(place: &Place<'_>) -> Option<Why> {
    let (line, after) = (place.line, place.after());
    if line.looks(place.before(), Lookalike::CURRENCY)
        || line.looks(place.just_before(), Lookalike::CURRENCY)
    {
        return Some(Why::Money);
    }
    let clock = line.looks(place.words.end, Lookalike::CLOCK) && place.is_between(0, 2400);
    if clock || is_military_time(place) || opens_entry(place) {
        return Some(Why::Time);
    }
    if line.looks(after, Lookalike::DIMENSION) && ends_in_m(place) || is_feet_and_inches(place) {
        return Some(Why::Measure);
    }
    // "two more days", "half an hour"
    let adjective = line.looks(after, Lookalike::UNIT_ADJECTIVE)
        || place.is_fraction() && line.grammar(after, Grammar::ARTICLE);
    unit(place, after)
        .or_else(|| unit(place, after + 1).filter(|_| adjective))
        .or_else(|| suspended(place))
}

fn unit(place: &Place<'_>, at: usize) -> Option<Why> {
    let found = UNITS.iter().find(|(class, _)| place.line.looks(at, *class));
    let why = found.map(|(_, why)| *why)?;
    let clock = why == Why::Duration && is_clock(place);
    Some(if clock { Why::Time } else { why })
}

/// "1100 hours"
fn is_clock(place: &Place<'_>) -> bool {
    let printed = place.line.text.str(place.words.start);
    place.bare && printed.len() == 4 && place.is_between(0, 2400)
}

/// "17.10 Seventeen are now known to have died": the hour and minutes that open a line of a running
/// report.
fn opens_entry(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    // Few numbers open a line.
    if place.words.start != line.words.start {
        return false;
    }
    let printed = line.text.str(place.words.start);
    let Some((hour, minutes)) = printed.split_once('.') else { return false };
    let is_under = |part: &str, limit: u32| part.parse().is_ok_and(|n: u32| n < limit);
    let clock = minutes.len() == 2 && is_under(hour, 24) && is_under(minutes, 60);
    clock && matches!(line.shape(end), Some(Shape::Title | Shape::Upper))
}

/// "at 0430", "until 1330": four digits that are an hour and minutes, and count nobody.
fn is_military_time(place: &Place<'_>) -> bool {
    let (line, printed) = (place.line, place.line.text.str(place.words.start));
    let minutes: Option<u32> = printed.get(2..).and_then(|minutes| minutes.parse().ok());
    let hour = printed.len() == 4 && place.is_between(0, 2400) && minutes.is_some_and(|m| m < 60);
    let told = printed.starts_with('0') || line.looks(place.just_before(), Lookalike::AT_TIME);
    place.bare && hour && told && !line.is_counted(place.words.end)
}

/// "10m": metres, when "deep" or "away" follows.
fn ends_in_m(place: &Place<'_>) -> bool {
    let last = place.words.end - 1;
    place.line.glued(last) && place.line.text.str(last) == "m"
}

/// "5'8''"
fn is_feet_and_inches(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    if !place.bare {
        return false;
    }
    let prime = |at| line.glued(at) && (line.is(at, "'") || line.is(at, "’") || line.is(at, "\""));
    let feet = prime(end) && line.glued(end + 1);
    let inches = prime(place.just_before()) && line.glued(place.words.start);
    feet || inches
}

/// "two- and three-day", "a 5-, 7- and 9-year-old": the unit follows a later number.
fn suspended(place: &Place<'_>) -> Option<Why> {
    let line = place.line;
    let hyphen = place.words.end;
    if !(line.is_hyphen(hyphen) && line.glued(hyphen))
        || line.glued(hyphen + 1) && !line.is(hyphen + 1, ",")
    {
        return None;
    }
    let later = (hyphen + 1..hyphen + 10).take_while(|at| line.words.contains(at));
    later.into_iter().find_map(|at| unit(place, at).filter(|_| line.is_hyphen(at - 1)))
}

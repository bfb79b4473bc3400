//! Dates and years: "3 May", "Aug. 13", "13-14 August", "in 1998", "the 1990s", "1939-45".
//!
//! A number that may be a year is one unless something makes it a count: "2000 people".

use crate::lexicon::{Grammar, Lookalike, OutcomeForm, ScopeWord};
use crate::numeral::lookalike::Place;
use crate::numeral::{Numeral, Why};
use crate::text::Shape;

pub(super) fn why(place: &Place<'_>, before: Option<&Numeral>) -> Option<Why> {
    if !place.is_whole() {
        return None;
    }
    if is_day(place, before) || is_next_day(place, before) {
        return Some(Why::Date);
    }
    is_year(place, before).then_some(Why::Year)
}

/// "3 May", "the 3rd of May", "3-May", "May 3": a day of a month.
fn is_day(place: &Place<'_>, before: Option<&Numeral>) -> bool {
    let after_month = || is_day_after_month(place) && !has_day(place, before);
    place.is_between(1, 31) && (is_month_after(place) || after_month())
}

/// Whether the month before the number has its day already: "3 May".
fn has_day(place: &Place<'_>, before: Option<&Numeral>) -> bool {
    let day = before.filter(|numeral| numeral.why == Some(Why::Date)).map(|day| day.words.end);
    day.is_some() && day == month_before(place)
}

fn is_month_after(place: &Place<'_>) -> bool {
    let end = place.words.end;
    let of = usize::from(place.line.grammar(end, Grammar::OF) || place.line.is_hyphen(end));
    is_month(place, end + of)
}

/// Whether the month's name stands at a place; "may" and "march" need their capital.
fn is_month(place: &Place<'_>, at: usize) -> bool {
    let Some(tags) = place.line.tags(at).filter(|tags| tags.grammar.is(Grammar::MONTH)) else {
        return false;
    };
    let word = tags.grammar.is(Grammar::MODAL.or(Grammar::VERB));
    place.line.shape(at) != Some(Shape::Lower) || !word && tags.outcome.is_none()
}

/// The place of the month before the number, the stop of "Aug." skipped.
fn month_before(place: &Place<'_>) -> Option<usize> {
    let at = place.just_before();
    let at = if place.line.is(at, ".") { at.wrapping_sub(1) } else { at };
    is_month(place, at).then_some(at)
}

/// "May 3" is a day; "in May 20 people died" holds a count.
fn is_day_after_month(place: &Place<'_>) -> bool {
    let Some(month) = month_before(place).filter(|_| place.is_plain()) else { return false };
    let no_day = place.line.looks(month.wrapping_sub(1), Lookalike::MONTH_COUNTS);
    !(no_day && place.line.is_counted(place.words.end))
}

/// "August 13 and 14"
fn is_next_day(place: &Place<'_>, before: Option<&Numeral>) -> bool {
    let Some(before) = before.filter(|numeral| numeral.why == Some(Why::Date)) else {
        return false;
    };
    let line = place.line;
    let joined = before.words.end + 1 == place.words.start
        && (line.grammar(before.words.end, Grammar::AND) || line.is_hyphen(before.words.end));
    let later = before.quantity.nominal < place.value;
    joined && later && place.is_between(1, 31) && !line.is_counted(place.words.end)
}

fn is_year(place: &Place<'_>, before: Option<&Numeral>) -> bool {
    if is_decade(place) || is_short_year(place, before) || is_in_parentheses(place) {
        return true;
    }
    let span = place.value != place.high;
    let printed = place.line.text.str(place.words.start).len();
    let likely = place.is_between(1900, 2100) || span && is_span_of_years(place);
    let possible = likely || place.is_between(1000, 2100);
    if !(place.bare || span && printed == 4) || !possible {
        return false;
    }
    is_dated(place, before)
        || likely && is_of_month(place)
        || follows_year_word(place, likely)
        || likely && (is_bare_year(place) || is_of_event(place))
}

/// "on trial over 1983 killings": a number that nobody would round up to.
fn is_of_event(place: &Place<'_>) -> bool {
    let line = place.line;
    let led = !place.is_plain() && line.grammar(place.phrase.start, Grammar::PREPOSITION);
    let round = is_round(place, rust_decimal::Decimal::TEN);
    let killings = line.tags(place.words.end).is_some_and(|tags| {
        let noun = OutcomeForm::COUNTED.or(OutcomeForm::ACT);
        tags.people.is_none() && tags.outcome.is_some_and(|word| word.form.is(noun))
    });
    led && !round && killings
}

/// Whether a number is, or may be, a multiple of a round one.
fn is_round(place: &Place<'_>, of: rust_decimal::Decimal) -> bool {
    place.value.is_none_or(|value| (value % of).is_zero())
}

/// "the 1990s", "the 80s"
fn is_decade(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    let plural = line.glued(end) && line.is(end, "s") || line.is(end, "'s");
    let ten = |value: rust_decimal::Decimal| (value % rust_decimal::Decimal::TEN).is_zero();
    place.bare && plural && place.value.is_some_and(ten) && place.is_between(10, 2100)
}

/// "3 NOV 89"
fn is_short_year(place: &Place<'_>, before: Option<&Numeral>) -> bool {
    let year = place.is_between(0, 99) || place.is_between(1000, 2100);
    place.bare && year && has_day(place, before) && !place.line.is_counted(place.words.end)
}

/// "the Gaudin mill fire (1893)"
fn is_in_parentheses(place: &Place<'_>) -> bool {
    let inside = place.line.is(place.just_before(), "(") && place.line.is(place.words.end, ")");
    inside && place.bare && place.is_between(1700, 2100)
}

/// "1939-45": the second year printed short.
fn is_span_of_years(place: &Place<'_>) -> bool {
    let (Some(low), Some(high)) = (place.value, place.high) else { return false };
    let year = |value| (1500.into()..=2100.into()).contains(&value);
    year(low)
        && (year(high) || (low % rust_decimal::Decimal::ONE_HUNDRED) < high && high < 100.into())
}

/// "February 2022", "August 13, 2015"
fn is_dated(place: &Place<'_>, before: Option<&Numeral>) -> bool {
    let dated = before.is_some_and(|numeral| {
        let gap = place.words.start - numeral.words.end;
        let comma = gap == 1 && place.line.is(numeral.words.end, ",");
        numeral.why == Some(Why::Date) && (gap == 0 || comma)
    });
    let (line, end) = (place.line, place.words.end);
    // "7 June 2016 Victims were taken away": the date of what follows.
    let opens = line.capitals() && line.shape(end) == Some(Shape::Title);
    let counted = line.counts_people(end) && !opens;
    (month_before(place).is_some() || dated) && !counted
}

/// "In February 2016 guards killed 12": a number that nobody would round up to, behind a month that a word leads.
fn is_of_month(place: &Place<'_>) -> bool {
    let led = |at: usize| place.line.grammar(at.wrapping_sub(1), Grammar::PREPOSITION);
    month_before(place).is_some_and(led) && !is_round(place, rust_decimal::Decimal::ONE_HUNDRED)
}

/// "in 1998", "since 2014": "of 2000 people" is a count all the same.
fn follows_year_word(place: &Place<'_>, likely: bool) -> bool {
    let line = place.line;
    let said = line.looks(place.just_before(), Lookalike::YEAR)
        || line.is_hyphen(place.just_before())
            && line.looks(place.words.start.wrapping_sub(2), Lookalike::YEAR);
    let counted =
        line.counts_people(place.words.end) || !likely && line.is_counted(place.words.end);
    said && !counted
}

/// "the 2004 tsunami", "(2004)", "Euro 2020", "2019 Rich List": no word makes it a count.
fn is_bare_year(place: &Place<'_>) -> bool {
    let (line, last, end) = (place.line, place.just_before(), place.words.end);
    if !place.is_plain() || line.grammar(last, Grammar::ARTICLE) || line.counts_people(end) {
        // "A 1973 military coup" cannot count, whatever follows.
        return place.is_plain() && line.grammar(last, Grammar::ARTICLE);
    }
    let determiner = Grammar::DEFINITE.or(Grammar::POSSESSIVE);
    // "One 2004 attack"
    let numbered = line.tags(last).is_some_and(|tags| tags.number.is_some());
    let named =
        numbered || line.grammar(last, determiner) || line.is_name(last) || line.is_name(end);
    let apart = line.is(last, "(") || line.is(last, "[");
    let governed = line.grammar(last, Grammar::VERB)
        || line.tags(last).is_some_and(|tags| tags.outcome.is_some());
    // "A massive 1999 tremor": one event is not counted in thousands.
    let one_event = line.tags(end).is_some_and(|tags| tags.scope.is(ScopeWord::EVENT))
        && !line.text.str(end).ends_with('s');
    named || apart || one_event || !governed && !line.is_counted(end)
}

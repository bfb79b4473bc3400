//! Counts in words, for messages: "at least 23", "about 480,000".
//!
//! A figure is named as printed; what rules compute is worded here. Wording knows no relations.

use rust_decimal::Decimal;

use crate::figure::{Facet, Figure, FigureId, Group, Minutes};
use crate::lexicon::Outcome;
use crate::numeral::Form;
use crate::quantity::{Bound, Quantity, digits};
use crate::relate::Facts;

/// A computed count in words.
pub(super) fn count(quantity: &Quantity) -> String {
    let nominal = quantity.nominal.map(digits);
    match (quantity.bound, nominal) {
        (Bound::Exact, Some(n)) => n,
        (Bound::AtLeast, Some(n)) => format!("at least {n}"),
        (Bound::MoreThan, Some(n)) => format!("more than {n}"),
        (Bound::UpTo, Some(n)) => format!("up to {n}"),
        (Bound::FewerThan, Some(n)) => format!("nearly {n}"),
        (Bound::About, Some(n)) => format!("about {n}"),
        _ => ends(quantity),
    }
}

fn ends(quantity: &Quantity) -> String {
    let plausible = quantity.plausible;
    let (low, high) = match (quantity.low, quantity.high) {
        (Some(low), Some(high)) => (low, Some(high)),
        _ => (plausible.low, plausible.high),
    };
    match high {
        Some(high) if high == low => digits(low),
        Some(high) => format!("{} to {}", digits(low), digits(high)),
        None => format!("at least {}", digits(low)),
    }
}

/// A figure's number and qualifiers as printed, in lower case.
pub(super) fn printed(figure: &Figure) -> String {
    if !figure.is_stated() {
        let couple = figure.quantity.nominal == Some(Decimal::TWO);
        return if couple { "two" } else { "one" }.to_owned();
    }
    // "deaths pass 200"
    if figure.cues.by_verb {
        return count(&figure.quantity);
    }
    let words = figure.wording.to_lowercase();
    // "put at about 12": the preposition belongs to the verb.
    let about = figure.quantity.bound == Bound::About;
    match words.strip_prefix("at ") {
        Some(rest) if about => rest.to_owned(),
        _ => words,
    }
}

/// A figure as printed with what it counts: "at least 23 killed".
pub(super) fn named(figure: &Figure) -> String {
    match is_one(figure) {
        true => one(figure),
        // "none was captured", of soldiers
        false if figure.form == Form::Zero && figure.group.is_some() => {
            format!("no {}", people(figure))
        }
        false if is_plural(figure) => format!("{} of {}", printed(figure), people(figure)),
        false => format!("{} {}", printed(figure), people(figure)),
    }
}

/// "dozens of people", "scores of civilians", but "dozens killed".
fn is_plural(figure: &Figure) -> bool {
    let noun = figure.group.is_some() || figure.unit.is_some();
    noun && figure.form == Form::Vague && printed(figure).ends_with('s')
}

/// "is" of one, "are" of several.
pub(super) fn be(figure: &Figure) -> &'static str {
    if is_one(figure) { "is" } else { "are" }
}

/// Whether a figure's number is followed by a noun in the singular: "one woman", "at least one".
fn is_one(figure: &Figure) -> bool {
    figure.quantity.nominal == Some(Decimal::ONE)
        && figure.quantity.high.is_none_or(|h| h <= Decimal::ONE)
}

/// One of the people: "one Ukrainian soldier killed", "one of the women killed" where the article has
/// no noun in the singular.
fn one(figure: &Figure) -> String {
    let (number, outcome) = (printed(figure), fate(figure));
    let group = figure.group.as_ref().map(|g| g.name.as_str());
    match (figure.unit.as_deref(), group) {
        (Some(unit), Some(group)) if !ends_with_word(group, unit) => {
            joined(&format!("{number} {}", singular(group, unit)), outcome)
        }
        (Some(unit), None) if figure.telling => format!("{number} {unit}"),
        (Some(unit), None) => joined(&format!("{number} {unit}"), outcome),
        (_, Some(group)) => joined(&format!("{number} of the {group}"), outcome),
        (None, None) => joined(&number, outcome),
    }
}

/// Words with what happened to the people; nothing where they were only there.
fn joined(words: &str, outcome: &str) -> String {
    format!("{words} {outcome}").trim_end().to_owned()
}

/// What happened to the people of a figure, after their noun: "killed", "alive"; nothing of those who
/// were only there.
fn fate(figure: &Figure) -> &'static str {
    match figure.outcome {
        Outcome::Affected if figure.cues.alive => "alive",
        Outcome::Affected => "",
        other => outcome(other),
    }
}

fn ends_with_word(group: &str, unit: &str) -> bool {
    group.split(' ').next_back() == unit.split(' ').next_back()
}

/// "Ukrainian soldiers" and "soldier" give "Ukrainian soldier"; where the group is called otherwise,
/// the noun says enough.
fn singular(group: &str, unit: &str) -> String {
    let Some((adjectives, plural)) = group.rsplit_once(' ') else { return unit.to_owned() };
    let stem = |word: &str| word.chars().take(2).collect::<String>();
    match stem(plural) == stem(unit) {
        true => format!("{adjectives} {unit}"),
        false => unit.to_owned(),
    }
}

/// Whom a figure counts and what happened: "civilians killed", "injured".
fn people(figure: &Figure) -> String {
    let outcome = fate(figure);
    let unit = figure.unit.as_deref();
    let who = figure.group.as_ref().map(|group| with_noun(group, unit));
    match who.or(unit.map(str::to_owned)) {
        Some(who) if who == outcome => outcome.to_owned(),
        Some(who) if figure.telling && figure.group.is_none() => who,
        Some(who) => joined(&who, outcome),
        None if outcome.is_empty() => "people".to_owned(),
        None => outcome.to_owned(),
    }
}

/// A group's name with its noun where it is no noun itself: "Norwegians" of `Norwegian`, "Hamas members" of
/// `Hamas`, "Danish people".
fn with_noun(group: &Group, unit: Option<&str>) -> String {
    let name = group.name.as_str();
    let proper = name.starts_with(char::is_uppercase) && !name.contains(' ');
    let nation = group.traits.iter().all(|t| t.facet == Facet::Nation);
    let stem = |word: &str| word.chars().take(2).collect::<String>().to_lowercase();
    match unit.filter(|_| proper) {
        Some(unit) if stem(unit) == stem(name) => {
            let mut letters = unit.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters).collect()
        }
        Some(unit) => format!("{name} {unit}"),
        None if proper && nation => format!("{name} people"),
        None => name.to_owned(),
    }
}

/// An outcome after a count.
pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Casualties => "killed or injured",
        Outcome::Affected => "affected",
        other => other.name(),
    }
}

/// A stretch of time: "a day", "30 days".
pub(super) fn time(minutes: Minutes) -> String {
    let units =
        [(525_600, "year"), (43_800, "month"), (10_080, "week"), (1_440, "day"), (60, "hour")];
    let whole = units.iter().find(|(unit, _)| minutes.is_multiple_of(*unit));
    let (unit, name) = whole.copied().unwrap_or((1, "minute"));
    match minutes / unit {
        1 if name == "hour" => "an hour".to_owned(),
        1 => format!("a {name}"),
        many => format!("{many} {name}s"),
    }
}

/// Several figures as printed: "9, 8 and 7".
pub(super) fn list(facts: &Facts, figures: &[FigureId]) -> String {
    let words: Vec<String> = figures.iter().map(|id| printed(&facts.figures[*id])).collect();
    match words.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_named_by_their_longest_unit() {
        let named = [1_440, 43_200, 20_160, 525_600, 1].map(time);
        assert_eq!(named, ["a day", "30 days", "2 weeks", "a year", "a minute"]);
    }
}

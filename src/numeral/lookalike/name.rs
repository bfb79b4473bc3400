//! Numbers that are parts of names, and numbers that only tell one thing from others.
//!
//! "T-72", "Article 5", "25 Task Force Brigade", "Flight 961", "1700 block of Main Street".

use crate::lexicon::{Grammar, Lookalike, PeopleRole, Tags};
use crate::numeral::Why;
use crate::numeral::lookalike::Place;
use crate::text::Shape;

pub(super) fn why(place: &Place<'_>) -> Option<Why> {
    if is_hyphenated(place) || is_glued_to_letters(place) || is_labelled(place) {
        return Some(Why::Name);
    }
    if is_identified(place) {
        return Some(Why::Identifier);
    }
    if is_address(place) {
        return Some(Why::Address);
    }
    if is_adjective(place) {
        return Some(Why::Adjective);
    }
    if is_size(place) {
        return Some(Why::Size);
    }
    (is_numbered_unit(place) || is_after_name(place) || is_of_service(place)).then_some(Why::Name)
}

/// "a town of 20,000 people", "a population of 350,000", "home to 120,000"
fn is_size(place: &Place<'_>) -> bool {
    let of = place.before();
    let settlement = of.wrapping_sub(1);
    let of_settlement =
        place.line.grammar(of, Grammar::OF) && place.line.looks(settlement, Lookalike::SETTLEMENT);
    // not "home to 22,000 refugees"
    let told = place.line.tags(place.words.end).is_some_and(|tags| tags.outcome.is_some());
    of_settlement || place.line.looks(of, Lookalike::SIZE) && !told
}

/// "T-72", "COVID-19", "ID.3": glued to a name by a mark.
fn is_hyphenated(place: &Place<'_>) -> bool {
    let (line, mark, name) = (place.line, place.just_before(), place.words.start.wrapping_sub(2));
    let joins = || line.is_hyphen(mark) || line.is(mark, ".") || line.is(mark, "/");
    line.glued(place.words.start) && line.glued(mark) && joins() && line.is_capital(name)
}

/// "3D", "5G", "4x4", "7-Eleven", "3-D"
fn is_glued_to_letters(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    if !place.bare {
        return false;
    }
    let letters = |at| matches!(line.shape(at), Some(Shape::Lower | Shape::Title | Shape::Upper));
    // "12dead" only lacks its space.
    let typo = line.tags(end).is_some_and(|tags| tags.outcome.is_some()) || line.is_people(end);
    let suffixed =
        line.glued(end) && letters(end) && !typo && !line.is(end, "s") && !line.is(end, "'s");
    let initial = place.after() > end && line.glued(end + 1) && line.is_capital(end + 1);
    let single = initial && line.text.words[end + 1].span.len() == 1;
    suffixed || single
}

/// "a 36-country body", "a two-vehicle crash": joined to a noun that is no word for people.
fn is_adjective(place: &Place<'_>) -> bool {
    let (line, noun) = (place.line, place.after());
    let joined = noun > place.words.end && line.glued(noun);
    let known = |tags: &Tags| {
        tags.people.is_some_and(|p| !p.role.is(PeopleRole::THING))
            || tags.outcome.is_some()
            || tags.number.is_some()
            || tags.qualifier.is_some()
            || !tags.grammar.is_empty()
    };
    joined && line.shape(noun) == Some(Shape::Lower) && !line.tags(noun).is_some_and(known)
}

/// "chapter 3", "Brigade 92", "Group of 7"
fn is_labelled(place: &Place<'_>) -> bool {
    let line = place.line;
    let label = label_before(place);
    let marked = line.looks(label, Lookalike::MARKED);
    let named = line.looks(label, Lookalike::LABEL) && line.is_capital(label);
    // "Of" parts a label from its number in "Group of 7", which then is a name only with a capital.
    let parted = label != place.just_before();
    if !(marked || named) {
        return false;
    }
    let counted =
        line.is_people(place.words.end) && (parted || !line.capitals() || !line.is_capital(label));
    let printed = line.shape(place.words.start) == Some(Shape::Digits);
    let title =
        printed || line.is_capital(label) && line.capitals() || line.is_edge(place.words.end);
    let own = place.is_plain() && place.is_whole() && !has_comma(place) && title;
    // "before the 3rd Division 468 enemy dead were counted"
    let dead = line.is_people(place.words.end) && line.is_state(place.words.end + 1);
    own && (marked && !parted || named && (line.capitals() || !parted)) && !counted && !dead
}

/// The place of the word that a number may be the number of.
fn label_before(place: &Place<'_>) -> usize {
    let at = place.just_before();
    let skips = place.line.is(at, ".") || place.line.grammar(at, Grammar::OF);
    if skips { at.wrapping_sub(1) } else { at }
}

fn has_comma(place: &Place<'_>) -> bool {
    place.line.text.str(place.words.start).contains(',')
}

/// "Flight 961", "Route 66", "#12", "call 911", "007"
fn is_identified(place: &Place<'_>) -> bool {
    let line = place.line;
    let printed = line.text.str(place.words.start);
    let label = label_before(place);
    let label = if line.is_hyphen(label) { label.wrapping_sub(1) } else { label };
    let identified = line.looks(label, Lookalike::IDENTIFIER) && !is_no_count(place, label);
    let called = place.bare && printed.len() >= 3 && beside_hotline(place);
    let padded = place.bare && printed.len() > 1 && printed.starts_with('0');
    let noted = place.bare && is_note_mark(place);
    place.is_plain() && (identified && place.bare || called || padded || noted)
}

/// "[7]" behind a word: the mark of a footnote.
fn is_note_mark(place: &Place<'_>) -> bool {
    let (line, before) = (place.line, place.just_before());
    line.is(before, "[") && line.is(place.words.end, "]") && line.glued(before)
}

/// "no 12 people" is no "No. 12", nor do "registered 12 deaths" tell a registration.
fn is_no_count(place: &Place<'_>, label: usize) -> bool {
    let (line, end) = (place.line, place.words.end);
    let zero = line.tags(label).is_some_and(|tags| tags.number.is_some());
    zero && line.is_counted(end) || line.is_people(end) || line.is_toll(end)
}

/// "911 call", "dial 112"
fn beside_hotline(place: &Place<'_>) -> bool {
    let line = place.line;
    let near = [place.just_before(), place.words.end];
    let called = near.iter().any(|at| line.looks(*at, Lookalike::HOTLINE));
    called && !line.is_people(place.words.end)
}

/// "12 Main Street", "1700 block of Main Street", "TX 78701"
fn is_address(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    if !place.bare || !place.is_plain() {
        return false;
    }
    let state = line.shape(place.just_before()) == Some(Shape::Upper)
        && line.text.str(place.just_before()).len() == 2
        && line.text.str(place.words.start).len() == 5;
    let block = line.looks(end, Lookalike::BLOCK) && place.is_between(100, 99_999);
    state && line.capitals() || block || is_before_street(place)
}

/// Whether a street's name follows: a few capitalised words, the last of them "Street".
fn is_before_street(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    let initial = |at: usize| line.is(at, ".") && line.text.words[at - 1].span.len() == 1;
    let named = (end..end + 6)
        .take_while(|at| line.is_capital(*at) && !line.is_people(*at) || initial(*at));
    named.skip(1).any(|at| line.looks(at, Lookalike::STREET)) && line.capitals()
}

/// "25 Task Force Brigade", "92 Brigade"
fn is_numbered_unit(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    if !place.bare || !place.is_plain() || !line.is_capital(end) {
        return false;
    }
    let named = (end..end + 5).take_while(|at| line.is_capital(*at) && !line.is_people(*at));
    // Among capitals alone, only the next words can tell.
    let reach = if line.capitals() { 5 } else { 2 };
    named.take(reach).any(|at| line.looks(at, Lookalike::UNIT_NAME))
}

/// "Apollo 13 was", "Air Force One", "Windows 10,": a name before it, and nothing counted after it.
fn is_after_name(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    let last = place.just_before();
    let some = line.is_plural_verb(end) || line.grammar(end, Grammar::OF) || line.is_hyphen(end);
    let edge = line.is_edge(end) && !some;
    let word = place.bare || line.is_capital(place.words.start);
    let whole = place.is_plain() && place.is_whole() && place.words.len() == 1;
    // "(US 1; CS 364)" lists counts.
    let opens = || [";", "(", ":"].iter().any(|mark| line.is(last.wrapping_sub(1), mark));
    let listed = || line.shape(end) == Some(Shape::Mark) && opens();
    let named = word && whole && edge && !listed() && line.is_name(last);
    // "taken to Regional One in a van": a number word has no capital in mid-sentence.
    let spelled = line.shape(place.words.start) == Some(Shape::Title) && line.is_capital(last);
    let plain = line.tags(last).is_some_and(|t| t.outcome.is_none() && t.grammar.is_empty());
    // "in critical condition" is one word of the tables.
    let state = line.tags(end).is_some_and(|t| t.outcome.is_some());
    let ends = edge || state && line.text.str(end).contains(' ');
    let part = spelled && plain && whole && ends && line.capitals();
    (named || part) && last > line.words.start && !is_in_list(place) && !is_in_run(place)
}

/// "12 in Aleppo 7 in Homs and 2 in Hama": whether a list of numbers and places that has lost its commas goes on.
fn is_in_run(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    let placed = |at: usize| line.grammar(at, Grammar::PREPOSITION) && line.is_capital(at + 1);
    let named = |at: &usize| line.is_capital(*at);
    let name = (line.words.start..place.words.start).rev().take_while(named).last();
    let joint = name.and_then(|at| at.checked_sub(1)).filter(|at| placed(*at));
    let counted = joint.and_then(|at| at.checked_sub(1)).is_some_and(|at| {
        let word = line.tags(at).is_some_and(|tags| tags.number.is_some());
        word || line.shape(at) == Some(Shape::Digits)
    });
    counted && placed(end)
}

/// "Orissa reported 26 deaths, Bihar 22 and Assam 13": whether a name goes on with a list of numbers, the first with
/// its noun.
fn is_in_list(place: &Place<'_>) -> bool {
    let line = place.line;
    let named = |at: &usize| line.is_capital(*at) && !line.is_people(*at);
    let name = (line.words.start..place.words.start).rev().take_while(named).last();
    let Some(joint) = name.and_then(|at| at.checked_sub(1)) else { return false };
    let joined = line.is(joint, ",") || line.grammar(joint, Grammar::AND);
    let last = joint.wrapping_sub(1);
    let last = if line.is(last, ",") { last.wrapping_sub(1) } else { last };
    let number = |at: usize| {
        let word = line.tags(at).is_some_and(|tags| tags.number.is_some());
        word || line.shape(at) == Some(Shape::Digits)
    };
    let counted = line.is_counted(last) && number(last.wrapping_sub(1));
    let entry = number(last) && line.is_capital(last.wrapping_sub(1));
    joined && (counted || entry)
}

/// "Rescue 1122 spokesman": a name before it, and one person of a kind behind, whom no larger number counts.
fn is_of_service(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    let person = line.tags(end).and_then(|tags| tags.people);
    let manner = PeopleRole::PLURAL.or(PeopleRole::COLLECTIVE).or(PeopleRole::MODIFIER);
    let one = person.is_some_and(|p| p.role.is(PeopleRole::SINGULAR) && !p.role.is(manner));
    let kind = person.is_some_and(|p| p.kinds().next().is_some());
    let digits = line.shape(place.words.start) == Some(Shape::Digits);
    let several = digits && place.is_whole() && !line.is(place.words.start, "1");
    let named = line.is_capital(place.just_before()) && place.just_before() > line.words.start;
    several && one && kind && named && line.capitals()
}

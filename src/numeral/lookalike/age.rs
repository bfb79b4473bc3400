//! Ages: "aged 31, 43 and 49", "Smith, 37,", "in his 30s", "children under 5".
//!
//! "37-year-old" is read with the units.

use crate::lexicon::{Grammar, Lookalike, NumberWord, PeopleRole, RangeWord, SourceWord};
use crate::numeral::lookalike::Place;
use crate::numeral::{Numeral, Why};
use crate::text::Shape;

pub(super) fn why(place: &Place<'_>, before: Option<&Numeral>) -> Option<Why> {
    let human = place.is_whole() && place.is_between(0, 120);
    let age = human
        && (is_announced(place)
            || goes_on(place, before)
            || is_decade_of_life(place)
            || is_limit(place, before)
            || is_of(place)
            || is_apposition(place)
            || is_of_two(place)
            || is_predicate(place)
            || is_of_extreme(place)
            || is_between_ages(place, before)
            || is_in_parentheses(place)
            || is_stripped_apposition(place));
    age.then_some(Why::Age)
}

/// "aged 12", "ages 3 to 12", "at the age of 9"
fn is_announced(place: &Place<'_>) -> bool {
    let (line, before) = (place.line, place.before());
    let opened = !place.is_plain() && line.looks(place.phrase.start, Lookalike::AGED);
    // "aged from one to 12"
    let from = matches!(range(place, before), Some(RangeWord::From | RangeWord::Between));
    opened || line.looks(before.wrapping_sub(usize::from(from)), Lookalike::AGED)
}

/// What a word that opens a span of numbers says: "from", "between".
fn range(place: &Place<'_>, at: usize) -> Option<RangeWord> {
    place.line.tags(at)?.qualifier?.range
}

/// "aged 31, 43 and 49": a number joined to an age is one, unless it counts what follows.
fn goes_on(place: &Place<'_>, before: Option<&Numeral>) -> bool {
    let Some(before) = before.filter(|numeral| numeral.why == Some(Why::Age)) else { return false };
    let line = place.line;
    let joined = |at| line.is(at, ",") || line.grammar(at, Grammar::AND);
    let between = before.words.end..place.words.start;
    // The unit of "31 years old and 43" is not a join.
    let digits = |at: usize| line.text.words[at].shape == Shape::Digits;
    // "two brothers, seven and nine,"
    let spelled = !digits(place.words.start) && line.is(place.words.end, ",");
    // "30 over 80, 12 under ten"
    let limit = before.phrase.start < before.words.start;
    let announced = line.looks(before.phrase.start.wrapping_sub(1), Lookalike::AGED)
        || digits(before.words.start) && !limit
        || spelled;
    // "under the age of five, nine were between five and 14"
    let last = between.clone().any(|at| line.grammar(at, Grammar::AND));
    let counts = line.is_plural_verb(place.words.end) && !last;
    announced
        && !counts
        && !between.is_empty()
        && between.into_iter().all(joined)
        && line.is_edge(place.after())
}

/// "in his 30s", "in her mid-20s"
fn is_decade_of_life(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    let plural = line.glued(end) && line.is(end, "s") || line.is(end, "'s");
    let mut at = place.before();
    for _ in 0..3 {
        if line.grammar(at, Grammar::POSSESSIVE) {
            return plural;
        }
        at = at.wrapping_sub(1);
    }
    // "under-21s"
    plural && !place.is_plain()
}

/// "children under 5", "anyone over 65", "33 of them over 70", "33 were over 70", "33 over 70"
fn is_limit(place: &Place<'_>, before: Option<&Numeral>) -> bool {
    let (line, last) = (place.line, place.before());
    let people = line.looks(last, Lookalike::PEOPLE_OF_AGE);
    let some = || {
        let next = line.grammar(last, Grammar::INCLUDING) || line.is_plural_verb(last);
        let count = before.filter(|n| n.why.is_none()).map(|n| n.words.end);
        count == Some(place.phrase.start) || next && count == Some(last)
    };
    // "three men and a woman, all over 70", "both under 12"
    let each = line.grammar(last, Grammar::DEFINITE) && line.is(last.wrapping_sub(1), ",");
    !place.is_plain() && (people || each || some()) && line.is_edge(place.words.end)
}

/// "a boy of six", "a girl of 12 who"; not "a group of six", "children of three families"
fn is_of(place: &Place<'_>) -> bool {
    let (line, of) = (place.line, place.before());
    let noun = of.wrapping_sub(1);
    let one = line.tags(noun).and_then(|tags| tags.people);
    let one = one.is_some_and(|people| people.role.is_one_person());
    // "a deckhand of 19", not "the head of 19"
    let grown = line.grammar(noun.wrapping_sub(1), Grammar::ARTICLE) && place.is_between(10, 99);
    let aged = grown || line.looks(noun, Lookalike::PEOPLE_OF_AGE);
    // "a girl of about seven"
    let told = aged && one && (place.is_plain() || line.looks(noun, Lookalike::PEOPLE_OF_AGE));
    let of = line.grammar(of, Grammar::OF);
    // "a man of 33 and a boy of nine"
    let (end, article) = (place.words.end, place.words.end + 1);
    let joined = line.grammar(end, Grammar::AND) && line.grammar(article, Grammar::ARTICLE);
    of && (told && (line.is_edge(end) || joined) || is_of_each(place, noun))
}

/// "brothers of 19 and 22": the first of the ages of people who are named by kinship or age, with an "and" and the
/// last behind it.
fn is_of_each(place: &Place<'_>, noun: usize) -> bool {
    let (line, and) = (place.line, place.words.end);
    let people = line.tags(noun).and_then(|tags| tags.people).map(|p| p.role).unwrap_or_default();
    let several = people.is(PeopleRole::PLURAL) && !people.is(PeopleRole::COLLECTIVE);
    let kin = people.is(PeopleRole::RELATION) || line.looks(noun, Lookalike::PEOPLE_OF_AGE);
    // "girls of 3 and 13 years", "brothers of 19 and 22 died"
    let next = line.tags(and + 2);
    let told = next.is_some_and(|tags| tags.period.is_some() || tags.outcome.is_some());
    let last = line.shape(and + 1) == Some(Shape::Digits) && (line.is_edge(and + 2) || told);
    place.is_plain() && several && kin && line.grammar(and, Grammar::AND) && last
}

/// "Smith, 37,", "a man, 42;"
fn is_apposition(place: &Place<'_>) -> bool {
    let (line, comma, name) = (place.line, place.just_before(), place.words.start.wrapping_sub(2));
    let end = place.words.end;
    let ends = || {
        let dash = line.is_hyphen(end) && !line.glued(end);
        let closed = matches!(line.text.mark(end), "," | "." | ";" | ")" | ":" | "—" | "–") || dash;
        closed || !line.words.contains(&end) || is_said_of_one(place)
    };
    // "Earl and Bonnie Hask, both 64,"
    let both = line.tags(comma).is_some_and(|tags| tags.number == Some(NumberWord::Both));
    let back = usize::from(both);
    let (comma, name) = (comma.wrapping_sub(back), name.wrapping_sub(back));
    // "Paul Stone Jr., 61,"
    let name = name.wrapping_sub(usize::from(line.is(name, ".")));
    let short = line.grammar(name, Grammar::ABBREVIATION);
    let name = name.wrapping_sub(usize::from(short));
    // "his parents, both 39,"
    let several = both
        && line.tags(name).is_some_and(|tags| {
            tags.people.is_some_and(|people| people.role.is(PeopleRole::PLURAL))
        });
    place.is_plain() && line.is(comma, ",") && ends() && (several || is_person(place, name))
}

/// "a pair of cyclists, 44 and 47, who": the first of two ages of people who were just named.
fn is_of_two(place: &Place<'_>) -> bool {
    let (line, end) = (place.line, place.words.end);
    let several = PeopleRole::PLURAL.or(PeopleRole::COLLECTIVE);
    // "a couple" is a number too.
    let named = line.tags(place.words.start.wrapping_sub(2)).is_some_and(|tags| {
        tags.number.is_some() || tags.people.is_some_and(|people| people.role.is(several))
    });
    // "two brothers, seven and nine,"
    let kin = line.tags(place.words.start.wrapping_sub(2)).and_then(|tags| tags.people);
    let kin = kin.is_some_and(|people| people.role.is(PeopleRole::RELATION));
    let bare = |at: usize| {
        let word = line.tags(at).and_then(|tags| tags.number).is_some_and(NumberWord::stands_alone);
        line.shape(at) == Some(Shape::Digits) || kin && word
    };
    let closed = |at: usize| matches!(line.text.mark(at), "," | "." | ";" | ")");
    let two = line.grammar(end, Grammar::AND) && bare(end + 1) && closed(end + 2);
    place.is_plain() && line.is(place.just_before(), ",") && named && two
}

/// "who was 18 at the time", "who is 34,"
fn is_predicate(place: &Place<'_>) -> bool {
    let (line, verb) = (place.line, place.just_before());
    let of_one = line.grammar(verb, Grammar::BE) && !line.is_plural_verb(verb);
    let end = place.words.end;
    let ends = line.is_edge(end) || line.grammar(end, Grammar::PREPOSITION);
    place.is_plain() && of_one && ends && line.grammar(verb.wrapping_sub(1), Grammar::RELATIVE)
}

/// "four women, the youngest 17": a number right behind that word, and of nobody.
fn is_of_extreme(place: &Place<'_>) -> bool {
    let line = place.line;
    let bare = place.is_plain() && line.is_edge(place.words.end);
    bare && line.looks(place.just_before(), Lookalike::EXTREME)
}

/// "the ten who died were between 79 and 97, and", "nine were between five and 14": a span of two numbers behind "were", of
/// nobody.
fn is_between_ages(place: &Place<'_>, before: Option<&Numeral>) -> bool {
    let (line, first) = (place.line, place.phrase.start);
    let between = range(place, first) == Some(RangeWord::Between) && place.value != place.high;
    let be = line.grammar(place.before(), Grammar::BE);
    let counted = before.is_some_and(|n| n.why.is_none() && n.words.end == place.before());
    let edge = line.is_edge(place.words.end) || line.grammar(place.words.end, Grammar::AND);
    between && be && edge && (counted || place.is_between(10, 120))
}

/// Whether what follows is said of one person.
fn is_said_of_one(place: &Place<'_>) -> bool {
    let end = place.words.end;
    let verb = place.line.grammar(end, Grammar::BE.or(Grammar::HAVE));
    // "IS" among small letters is a name.
    let small = place.line.shape(end) == Some(Shape::Lower) || !place.line.capitals();
    verb && small && !place.line.is_plural_verb(end)
}

/// Whether a name or a word for one person stands at `at`.
fn is_person(place: &Place<'_>, at: usize) -> bool {
    let line = place.line;
    let Some(tags) = line.tags(at) else { return false };
    // "a ninth, 25, died", "another, 31, was hurt"
    let nth = matches!(tags.number, Some(NumberWord::Ordinal(_)));
    let other = tags.grammar.is(Grammar::BESIDES);
    let led = line.grammar(at.wrapping_sub(1), Grammar::ARTICLE.or(Grammar::DEFINITE));
    let one = tags.people.is_some_and(|people| people.role.is(PeopleRole::SINGULAR));
    // "The captain, 57, survived"
    let speaker = led && tags.source.is(SourceWord::SPEAKER);
    let one = one || nth && led || other || speaker;
    let dated = tags.grammar.is(Grammar::MONTH.or(Grammar::WEEKDAY));
    let place_name = tags.people.is_some_and(|people| people.role.is(PeopleRole::PLACE));
    // "Kayla Burns, 26": a name though the word is one of the tables
    let full = line.shape(at) == Some(Shape::Title) && line.is_name(at.wrapping_sub(1));
    let name = line.is_name(at) || full || !line.capitals();
    one || line.is_capital(at) && !dated && !place_name && name
}

/// "Maria Lopez (37)": a full name, for "Aleppo (12)" is a count.
fn is_in_parentheses(place: &Place<'_>) -> bool {
    let (line, name) = (place.line, place.words.start.wrapping_sub(2));
    let inside = line.is(place.just_before(), "(") && line.is(place.words.end, ")");
    // "K. Lopez (37)"
    let dot = line.is(name.wrapping_sub(1), ".");
    let initial = dot && line.is_capital(name.wrapping_sub(2));
    let full = line.is_name(name) && (initial || line.is_name(name.wrapping_sub(1)));
    inside && (full || is_one_person(place, name)) || is_of_several(place, name)
}

/// "two boys (11 and 13)": the first of as many ages as there are people.
fn is_of_several(place: &Place<'_>, noun: usize) -> bool {
    let line = place.line;
    let people = line.tags(noun).and_then(|tags| tags.people);
    let several = people.is_some_and(|people| people.role.is(PeopleRole::PLURAL));
    let number = |at: usize| line.shape(at) == Some(Shape::Digits);
    let joins = |at: usize| line.is(at, ",") || line.grammar(at, Grammar::AND);
    let mut end = place.words.end;
    while joins(end) && number(end + 1) {
        end += 2;
    }
    let opens = several && line.is(place.just_before(), "(") && number(place.words.start);
    opens && end > place.words.end && line.is(end, ")")
}

fn is_one_person(place: &Place<'_>, at: usize) -> bool {
    let people = place.line.tags(at).and_then(|tags| tags.people);
    people.is_some_and(|people| people.role.is(PeopleRole::SINGULAR))
}

/// "John Smith 37 of Leeds": text that lost its commas.
fn is_stripped_apposition(place: &Place<'_>) -> bool {
    let (line, last) = (place.line, place.just_before());
    let first = last.wrapping_sub(1);
    let located = || line.grammar(first.wrapping_sub(1), Grammar::PREPOSITION);
    let of_one = || {
        is_said_of_one(place)
            || line.grammar(place.words.end, Grammar::OF) && line.is_name(place.words.end + 1)
            || line.grammar(place.words.end, Grammar::RELATIVE)
    };
    place.bare
        && place.is_plain()
        && line.is_name(last)
        && line.is_name(first)
        && !located()
        && of_one()
}

//! Where a sentence says that its figures happened.
//!
//! "In the state of Bihar, 45 people died, and another 17 in Assam" places the 45 in `in the state of
//! bihar`, the 17 in `in assam`. A place is a name behind a word such as "in", or
//! before "where"; which place lies in which is not known.

use std::ops::Range;

use crate::figure::Figure;
use crate::figure::movers::is_name;
use crate::lexicon::{Grammar, PeopleRole, ScopeWord};
use crate::text::{Sentence, Shape, Text};

/// The most words between "in" and the name: "in the central district of Karrada".
const LEAD: usize = 6;

/// How many words of a sentence are its opening.
const OPENING: usize = 1;

/// Gives the figures that no words have led to another place the one that their sentence names.
pub(super) fn assign(text: &Text<'_>, figures: &mut [Figure]) {
    let told = figures.chunk_by_mut(|a, b| a.place.sentence == b.place.sentence);
    for figures in told.filter(|own| own[0].entry.is_none()) {
        let sentence = &text.sentences[figures[0].place.sentence];
        of_sentence(text, sentence, figures);
    }
}

/// Gives the figures of one sentence their places: the first one behind a figure in its clause, else the last
/// one before it.
fn of_sentence(text: &Text<'_>, sentence: &Sentence, figures: &mut [Figure]) {
    let places = named(text, sentence);
    for id in 0..figures.len() {
        let at = figures[id].place.word;
        let behind_it = figures[id + 1..].iter().find(|f| f.place.word > at);
        let next = behind_it.map(|f| f.place.word);
        // "Orr had 48 and those in Ness another 17": of the next
        let listed = behind_it.is_some_and(|f| f.cues.listed);
        let behind = places.partition_point(|place| place.start < at);
        let own = places.get(behind).filter(|place| {
            let turns = |at| {
                let grammar = text.tags(at).grammar;
                let joins = listed && (grammar.is(Grammar::AND) || text.mark(at) == ",");
                grammar.is(Grammar::SUBORDINATOR) || joins
            };
            next.is_none_or(|next| place.start < next) && !(at..place.start).any(turns)
        });
        let before = || behind.checked_sub(1).and_then(|last| places.get(last));
        let before = || before().filter(|place| !is_of_another_clause(text, place.end, at));
        let words = own.or_else(before);
        let found = words.map(|words| text.span(words).of(&text.document.text).to_lowercase());
        let land = match found {
            Some(_) => None,
            None => land(text, &sentence.words, &figures[id]),
        };
        let scope = &mut figures[id].scope;
        let opening = |place: &Range<usize>| place.start < sentence.words.start + OPENING;
        scope.fronted = places.first().is_some_and(opening);
        scope.area = words.is_some_and(|words| is_area(text, words)) || land.is_some();
        scope.place = scope.place.take().or(found).or(land);
    }
}

/// "Who had fought in Syria and is suspected of the attacks in which 130 died": whether a verb stands between a place and
/// the "in which" that leads to a figure, so that the place is that of something else.
fn is_of_another_clause(text: &Text<'_>, place: usize, figure: usize) -> bool {
    let is = |at: usize, class| text.tags(at).grammar.is(class);
    let which = |at: &usize| is(*at, Grammar::RELATIVE) && is(at - 1, Grammar::PREPOSITION);
    let opens = (place + 1..figure).rev().find(which);
    let verb = Grammar::BE.or(Grammar::HAVE).or(Grammar::VERB);
    opens.is_some_and(|which| (place..which).any(|at| is(at, verb)))
}

/// "In the state of Bihar", "in Jharkhand state", "in southern Lebanon": whether a place is said to hold others.
fn is_area(text: &Text<'_>, place: &Range<usize>) -> bool {
    let mut words = place.start..(place.end + 1).min(text.words.len());
    words.any(|at| text.tags(at).scope.is(ScopeWord::AREA.or(ScopeWord::WIDE)))
        || is_land(text, place.end - 1)
}

/// Whether a word names a land.
fn is_land(text: &Text<'_>, at: usize) -> bool {
    text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::PLACE))
}

/// "Guatemala reported 30 deaths", "Honduras has suffered most, with 34 deaths": the land that counts its own, or
/// of which its sentence tells.
fn land(text: &Text<'_>, words: &Range<usize>, figure: &Figure) -> Option<String> {
    let name = |at: &usize| is_land(text, *at) && text.words[*at].shape == Shape::Title;
    let verb = Grammar::HAVE.or(Grammar::SUFFER).or(Grammar::VERB);
    let subject = |at: &usize| text.tags(at + 1).grammar.is(verb);
    let first = Some(words.start).filter(|at| figure.telling && name(at) && subject(at));
    let speaks = |at: &usize| {
        let source = figure.source.as_ref().map(|source| source.name.as_str());
        name(at) && source == Some(text.str(*at))
    };
    match first.or_else(|| words.clone().find(speaks)) {
        Some(land) => Some(text.str(land).to_lowercase()),
        None => counting_area(text, words).filter(|_| figure.telling),
    }
}

/// "Garner County, which includes the capital, recorded 14 deaths": an area with a name that is the subject of its
/// sentence.
fn counting_area(text: &Text<'_>, words: &Range<usize>) -> Option<String> {
    let named = |at: &usize| {
        let capital = text.words[*at].shape == Shape::Title;
        capital || text.tags(*at).grammar.is(Grammar::DETERMINER)
    };
    let end = words.clone().find(|at| !named(at))?;
    let area = end.checked_sub(1).filter(|at| *at > words.start)?;
    let mark = |at: &usize| text.mark(*at) == ",";
    let aside = mark(&end).then(|| (end + 1..words.end).find(mark)).flatten();
    let verb = text.tags(aside.map_or(end, |comma| comma + 1)).grammar;
    let counts = verb.is(Grammar::HAVE.or(Grammar::SUFFER).or(Grammar::VERB));
    let capital = text.words[area].shape == Shape::Title;
    let told = counts && capital && text.tags(area).scope.is(ScopeWord::AREA);
    told.then(|| text.spaced(&(words.start..end)).to_lowercase())
}

/// The places that a sentence names, each from its preposition to the end of the name.
fn named(text: &Text<'_>, sentence: &Sentence) -> Vec<Range<usize>> {
    let any = ScopeWord::PLACE.or(ScopeWord::WHERE).or(ScopeWord::WIDE);
    if !sentence.vocabulary.scope.is(any) {
        return Vec::new();
    }
    let is = |at: usize, class| text.tags(at).scope.is(class);
    let found = |at| match at {
        at if at == sentence.words.start && is(at, ScopeWord::WIDE) => land_over(text, at),
        at if is(at, ScopeWord::PLACE) => place(text, at, sentence.words.end),
        at if is(at, ScopeWord::WHERE) => place_before(text, at, sentence.words.start),
        _ => None,
    };
    let mut places: Vec<Range<usize>> = sentence.words.clone().filter_map(found).collect();
    // "in the town of Karrada, where" names one place.
    places.dedup_by_key(|place| place.end);
    places
}

/// "Nationwide, 68 have died": the whole land, before a comma.
fn land_over(text: &Text<'_>, at: usize) -> Option<Range<usize>> {
    let comma = (at..at + LEAD).find(|at| text.mark(*at) == ",")?;
    Some(at..comma)
}

/// The name before "where": "the worst-hit town was Karrada, where 12 died".
fn place_before(text: &Text<'_>, at: usize, start: usize) -> Option<Range<usize>> {
    let comma = at.checked_sub(1).filter(|comma| text.mark(*comma) == ",")?;
    // "Harlan County, where"
    let area = |at: &usize| *at > start && text.tags(*at).scope.is(ScopeWord::AREA);
    let end = comma.checked_sub(1).filter(area).unwrap_or(comma);
    let first = (start..end).rev().take_while(|at| is_name(text, *at)).last()?;
    Some(first..end)
}

/// The place that a preposition leads to.
fn place(text: &Text<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    // "Relief Across Borders" is a name.
    let capital = |at: usize| text.words[at].shape == Shape::Title;
    if at > 0 && capital(at) && capital(at - 1) {
        return None;
    }
    let lead = at + 1..(at + 1 + LEAD).min(end);
    let goes_on = |at: &usize| {
        let tags = text.tags(*at);
        let turns = Grammar::VERB.or(Grammar::BE).or(Grammar::HAVE).or(Grammar::AND);
        let from = tags.scope.is(ScopeWord::PLACE) || tags.outcome.is_some();
        text.words[*at].shape != Shape::Mark && !tags.grammar.is(turns) && !from
    };
    let first = lead.take_while(goes_on).find(|at| is_name(text, *at))?;
    let last = (first..end).take_while(|at| is_name(text, *at)).last()?;
    Some(at..last + 1)
}

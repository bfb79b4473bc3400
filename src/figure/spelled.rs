//! Parts that a colon or a dash spells out.
//!
//! "12 people: nine men and three women", "nine soldiers on Tuesday — four in the north": the list is of the count
//! before the mark. Whether it names everybody is read off its words.

use super::lists::counts_things;
use super::outline::{Item, Kind, Outline};
use super::phrase::Head;

/// The phrase that a colon or a dash before the item spells out: "12 people: nine men and …".
pub(super) fn spelled_out(outline: &Outline, item: usize) -> Option<usize> {
    let mut at = item;
    while let Some(next) = at.checked_sub(1) {
        at = next;
        match outline.kind(at) {
            // "four in the south — three in a church, one in a car — and one in the north"
            Kind::Colon if outline.kind(at + 1) == Kind::And => return None,
            Kind::Colon => {
                let whole = told_before(outline, at)?;
                // "in three counties: 22 in the north"
                if outline.phrases[whole].head == Head::Thing {
                    return None;
                }
                return lists_several(outline, at).then_some(whole);
            }
            // "two teachers who sat in front, and the driver"
            Kind::Comma => at = relative_before(outline, at).unwrap_or(at),
            Kind::Count(_) | Kind::And | Kind::Determiner | Kind::Adverb => {}
            // "80 killed and 190 wounded", "20 in the north and 25 in the south"
            Kind::People | Kind::Other | Kind::Preposition | Kind::By | Kind::Anchor(_) => {}
            // "a man of 33 and a boy of nine"
            Kind::Of => {}
            // "12 were killed in the north, 17 died in the south"
            Kind::Be if matches!(outline.kind(at + 1), Kind::Anchor(_)) => {}
            _ => return None,
        }
    }
    None
}

/// Whether the list that goes on behind an item has a number for everybody in it, unlike "three women, four men and
/// several children" or "41 in the north and the others in the south".
pub(super) fn counts_all(outline: &Outline, item: usize) -> bool {
    let ends = |at: &usize| matches!(outline.kind(*at), Kind::Stop | Kind::Close);
    let passes = |kind| matches!(kind, Kind::Determiner | Kind::Adverb | Kind::Other);
    let list = (item..outline.items.len()).take_while(|at| !ends(at));
    // "46 in the local train, 12 in the express, the fireman and two railwaymen who were beside the line"
    let people = |at: &usize| match outline.kind(*at) {
        Kind::Count(p) => matches!(outline.phrases[p].head, Head::People(_)),
        _ => false,
    };
    let mixed = !people(&item) && list.clone().any(|at| people(&at));
    let mut ands = list.filter(|at| outline.kind(*at) == Kind::And);
    // "56 passengers – with one child and two infants among them – and ten crew"
    let behind = (item..outline.items.len()).find(|at| outline.kind(*at) == Kind::Including);
    let among_them = behind.is_some_and(|at| outline.kind(at + 1) == Kind::Colon);
    !mixed
        && !among_them
        && !opens_with_others(outline, item)
        && !ands.any(|and| {
            let next = (and + 1..).find(|at| !passes(outline.kind(*at))).unwrap_or(and);
            let acts = matches!(outline.kind(next + 1), Kind::Verb | Kind::Have);
            let crowd = outline.crowds.contains(&next) && !acts;
            let rest = outline.kind(and + 1) == Kind::Determiner;
            crowd || rest && outline.kind(next) == Kind::Preposition
        })
}

/// "five people dead – a man, two boys and a nurse": whether a colon or dash before an item opens a list that names people
/// up to the last, and nothing else.
pub(super) fn names_all(outline: &Outline, item: usize) -> bool {
    let opens = (0..item).rev().find(|at| !outline.is_listed(*at));
    let end = outline.list_end(item);
    let colon = opens.filter(|at| outline.kind(*at) == Kind::Colon);
    // ", the sheriff said"
    let speaker = |at: &usize| matches!(outline.kind(*at), Kind::Determiner | Kind::People);
    let said = outline.kind(end) == Kind::Verb;
    let comma = (item..end).rev().find(|at| !(said && speaker(at)));
    let comma = comma.filter(|at| outline.kind(*at) == Kind::Comma);
    let closed = comma.is_some() || matches!(outline.kind(end), Kind::Stop | Kind::Colon);
    let end = comma.unwrap_or(end);
    colon.is_some_and(|colon| closed && outline.names_everybody(colon + 1..end))
}

/// "37 on board: Larchfield, a guide and 35 passengers", "six members of a family: the parents, three daughters and an
/// uncle": whether the list before an item opens with somebody's name, or with several who have no number.
fn opens_with_others(outline: &Outline, item: usize) -> bool {
    let Some(colon) = (0..item).rev().find(|at| outline.kind(*at) == Kind::Colon) else {
        return false;
    };
    if (colon + 1..item).any(|at| outline.kind(at) == Kind::People && outline.crowds.contains(&at))
    {
        return true;
    }
    let name = (colon + 1..item).take_while(|at| outline.kind(*at) == Kind::Other).count();
    let comma = colon + 1 + name;
    let next = comma + 1 + usize::from(outline.kind(comma + 1) == Kind::Determiner);
    name > 0 && outline.kind(comma) == Kind::Comma && outline.kind(next) == Kind::People
}

/// The word that opens the relative clause which a comma closes.
fn relative_before(outline: &Outline, comma: usize) -> Option<usize> {
    let parts = |at: &usize| {
        let kind = outline.kind(*at);
        matches!(kind, Kind::Comma | Kind::Colon | Kind::Stop | Kind::Open | Kind::Close)
    };
    let mut clause = (0..comma).rev().take_while(|at| !parts(at));
    clause.find(|at| outline.kind(*at) == Kind::Relative)
}

/// The phrase before a colon, with nothing but place and time between: "nine soldiers on Tuesday:".
fn told_before(outline: &Outline, colon: usize) -> Option<usize> {
    let before = outline.items[..colon].iter().enumerate().rev();
    // "212 were killed in the raid: 98 women, …"
    let place = |kind| {
        let verb = matches!(kind, Kind::Be | Kind::Have | Kind::Link | Kind::Anchor(_));
        let place = matches!(kind, Kind::Preposition | Kind::Determiner | Kind::Other | Kind::Of);
        // "between them", "since June"
        let other = matches!(kind, Kind::Adverb | Kind::Comma | Kind::Pronoun);
        verb || place || other || kind == Kind::Subordinator
    };
    // "left 97 people dead, the office said: 41 in the north, …"
    let said = colon > 0 && outline.kind(colon - 1) == Kind::Verb;
    let told =
        |kind| said && matches!(kind, Kind::People | Kind::Verb | Kind::Relative | Kind::And);
    // "as follows:"
    let before = before.skip_while(|(_, i)| i.kind == Kind::Colon);
    // "84 people in three districts: 41 in the north, …"
    let mut before =
        before.skip_while(|(at, i)| place(i.kind) || told(i.kind) || counts_things(outline, *at));
    let (at, Item { kind: Kind::Count(whole), .. }) = before.next()? else { return None };
    // "Eleven of the 38 died: four in a raid, …" are those of the eleven.
    let of = (0..at).rev().find(|at| outline.kind(*at) != Kind::Determiner);
    let of = of.filter(|of| outline.kind(*of) == Kind::Of).and_then(|of| of.checked_sub(1));
    match of.map(|some| outline.kind(some)) {
        Some(Kind::Count(some)) => Some(some),
        _ => Some(*whole),
    }
}

/// Whether what a colon or dash opens names more than one.
fn lists_several(outline: &Outline, colon: usize) -> bool {
    let list = outline.items[colon + 1..].iter();
    let list = list.take_while(|i| !matches!(i.kind, Kind::Stop | Kind::Colon | Kind::Verb));
    list.filter(|i| matches!(i.kind, Kind::Count(_) | Kind::People)).nth(1).is_some()
}

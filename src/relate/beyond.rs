//! Parts that are more than the count that must hold them.
//!
//! "A bomb wounded 40 … Fifty of the wounded", "the attacks killed 31 … 38 Britons died": a part is told of people who were
//! counted before, and there are more of it. It looks for the one count that is meant; where another could be, it says
//! nothing.

use super::kin::{
    Kin, counts_all, counts_exactly, is_besides_unread, is_former, is_heading, is_whole, kin,
    same_source,
};
use super::near::near;
use super::version::may_be_versions;
use crate::figure::{Facet, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// How many sentences before "the wounded" they are counted.
const BEFORE: usize = 4;

/// The count near a part that its words or its place make its whole.
pub(super) fn its_own(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    outnumbered(figures, part)
        .or_else(|| more_than_in_all(figures, part))
        .or_else(|| more_than_victims(figures, part))
        .or_else(|| more_of_a_kind(figures, part))
}

/// The count of everybody, wherever it stands.
pub(super) fn any(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    exceeded(figures, part).or_else(|| one_of_several(figures, part))
}

/// "42 people drowned, including 17 children … In the first wreck 21 children drowned": the count of all of a kind that the
/// first sentences give, where one place or moment has more.
fn more_of_a_kind(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let own = &figures[part];
    let plain = |f: &Figure| {
        let exact = f.quantity.bound == Bound::Exact && f.is_stated() && f.group.is_some();
        exact
            && f.scope.event == 0
            && f.scope.time.is_none()
            && !f.cues.besides
            && f.cues.change.is_none()
    };
    let body = |f: &Figure| !is_heading(f) && f.outcome == own.outcome;
    // "Another seven, including four women, were killed further north": of these
    let alone = plain(own) && body(own) && is_whole(own);
    let first = figures.iter().position(body).filter(|_| alone)?;
    let of_all = |id: &FigureId| {
        let f = &figures[*id];
        let some = f.cues.part_of == Some(first) && plain(f) && body(f);
        some && f.place.sentence < own.place.sentence && kin(f, own) == Kin::Same
    };
    let whole = (first + 1..part).find(of_all)?;
    let all = &figures[whole];
    let more = own.quantity.nominal > all.quantity.nominal && may_be_versions(all, own);
    let told =
        |f: &Figure| body(f) && f.span != own.span && f.quantity.nominal >= own.quantity.nominal;
    let several = |f: &Figure| told(f) && kin(f, own) == Kin::Same;
    (more && same_source(all, own) && !figures.iter().any(several)).then_some(whole)
}

/// "The toll for Britons reached 38 … The attacks killed 31 people": the largest count of all people of the event,
/// where people of one nation or age are said to be more.
fn exceeded(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let own = &figures[part];
    // "Men" may be whoever they are by trade.
    let kind = |facet| matches!(facet, Facet::Nation | Facet::Age);
    let group = own.group.as_ref().filter(|g| g.traits.iter().any(|t| kind(t.facet)));
    let here = |f: &Figure| f.scope.event == 0;
    let exact = |f: &Figure| counts_exactly(f) && here(f);
    // "Seventeen were killed … The victims include 21 children."
    let exactly = own.quantity.bound == Bound::Exact && here(own);
    let some = own.cues.among == Some(own.outcome) && own.cues.part_of.is_none() && exactly;
    let there = matches!(own.outcome, Outcome::Affected | Outcome::Displaced);
    // "Two Belgian pensioners died, taking the toll to 18" says nothing of who the others were.
    let beside = part.checked_sub(1).map(|at| &figures[at]);
    let inherited = |f: &Figure| f.place.sentence == own.place.sentence && f.group == own.group;
    let risen = own.cues.change.is_some() && beside.is_some_and(inherited);
    // "20 gunmen were killed" somewhere else, says the other side.
    let attackers = own.cues.perpetrators;
    // "Fifteen soldiers died in the attack", "15 died on the spot"
    let some_of = own.group.is_some() && own.cues.of_event || own.cues.at_once;
    let told = some || (some_of || group.is_some()) && exact(own);
    if !told || there || own.cues.besides || risen || attackers {
        return None;
    }
    // "Five men died … the bodies of three": of the men.
    let nation = group.is_some_and(|g| g.traits.iter().any(|t| t.facet == Facet::Nation));
    let all = |f: &Figure| {
        let people = f.anybody || nation && f.unit.is_none();
        // "The funerals of the four dead" are of some of six.
        let behind = f.cues.definite && f.place.word > own.place.word;
        let now = !f.cues.besides && !behind && !is_former(f);
        f.outcome == own.outcome && f.group.is_none() && people && exact(f) && now
    };
    let counts = (0..figures.len()).filter(|id| all(&figures[*id]));
    let largest = counts.max_by_key(|id| figures[*id].quantity.nominal)?;
    let fewer = figures[largest].quantity.nominal < own.quantity.nominal;
    // Whoever else is counted may be among these.
    let more = |f: &Figure| {
        let other = f.outcome == own.outcome && kin(f, own) != Kin::Apart;
        other && f.quantity.strict.high >= own.quantity.strict.high && f.group != own.group
    };
    let more = figures.iter().any(more);
    let one = !is_another_account(figures, largest, part);
    (fewer && !more && one && may_be_versions(&figures[largest], own)).then_some(largest)
}

/// "412 Iraqis were killed and 903 wounded … the government's figures were 356 dead and 777 wounded": whether another
/// outcome stands beside each of two counts, with other numbers.
fn is_another_account(figures: &[Figure], a: FigureId, b: FigureId) -> bool {
    let beside = |id: FigureId| {
        let own = &figures[id];
        let told = |f: &&Figure| f.outcome != own.outcome && f.is_stated() && is_whole(f);
        figures[near(figures, own.place.sentence, 0)].iter().filter(told)
    };
    beside(a).any(|x| {
        beside(b).any(|y| x.outcome == y.outcome && x.quantity.nominal != y.quantity.nominal)
    })
}

/// "Wounded another 40 … Fifty of the wounded are in a critical condition": the count told right before, where some of its
/// people are said to be more.
fn outnumbered(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let own = &figures[part];
    let some = own.cues.among == Some(own.outcome) && own.cues.part_of.is_none();
    let some = some && own.scope.certain && own.quantity.bound == Bound::Exact;
    let told = |id: &FigureId| {
        let f = &figures[*id];
        let next = usize::from(own.outcome == Outcome::Injured);
        let body = !is_heading(f) && f.place.block + next >= own.place.block;
        body && f.place.sentence < own.place.sentence && f.outcome == own.outcome
    };
    let before = || near(figures, own.place.sentence, BEFORE).filter(told);
    let last = before().next_back().filter(|_| some)?;
    let all = &figures[last];
    let counts = is_whole(all) && matches!(kin(all, own), Kin::Same | Kin::Wider);
    // "112 people died in the villages alone, a leader said": his own account
    let one_account = own.unit.is_none() || same_source(all, own);
    let counts =
        counts && one_account && all.quantity.bound == Bound::Exact && may_be_versions(all, own);
    let counts = counts && !is_besides_unread(figures, all);
    // "Fifty of the wounded": of 60 who were told of before
    let enough = |f: &Figure| f.quantity.strict.high >= own.quantity.strict.high;
    (counts && !before().any(|id| enough(&figures[id]))).then_some(last)
}

/// "On the first day they killed 21. On the third, four hostages died. A total of 17 people had been killed": the total behind
/// several counts, one of which is larger.
fn more_than_in_all(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let own = &figures[part];
    let counts = |f: &Figure| {
        let plain = counts_exactly(f) && f.cues.change.is_none();
        plain && f.outcome == own.outcome && f.scope.event == own.scope.event
    };
    let behind = near(figures, own.place.sentence, BEFORE).filter(|id| *id > part);
    let total = |id: &FigureId| {
        let f = &figures[*id];
        let last = f.place.sentence > own.place.sentence && f.scope.place.is_none();
        f.cues.total && counts(f) && last && kin(f, own).nests() && f.scope.time.is_none()
    };
    let total = behind.clone().find(total).filter(|_| counts(own))?;
    let all = &figures[total];
    // One count alone may be of more than the total.
    let fewer =
        |id: FigureId| counts(&figures[id]) && figures[id].quantity.nominal < all.quantity.nominal;
    let several = (part + 1..total).any(fewer);
    let more = own.quantity.nominal > all.quantity.nominal && own.scope.time.is_none();
    (several && more && may_be_versions(all, own)).then_some(total)
}

/// "Police counted 76 victims in January. At least 95 died": the first count of the dead and the hurt, where the next sentence
/// has more of the dead.
fn more_than_victims(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let own = &figures[part];
    let plain = |f: &Figure| counts_all(f) && f.cues.change.is_none() && f.scope.time.is_none();
    let victims = |id: &FigureId| {
        let f = &figures[*id];
        let all = f.outcome == Outcome::Casualties && f.quantity.bound == Bound::Exact;
        all && f.group.is_none()
            && plain(f)
            && f.scope.event == own.scope.event
            && kin(f, own).nests()
    };
    let last = near(figures, own.place.sentence, 1).find(|id| *id < part && victims(id))?;
    let all = &figures[last];
    let next = all.place.sentence + 1 == own.place.sentence && own.outcome == Outcome::Killed;
    let more = own.quantity.nominal > all.quantity.nominal && may_be_versions(all, own);
    (next && more && plain(own) && !own.cues.besides).then_some(last)
}

/// "Six were killed in shootings across the city … in a separate shooting, eight men were killed": the count of all the
/// events that opens the news, where one of them is said to have cost more.
fn one_of_several(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    let own = &figures[part];
    let body = |f: &Figure| !is_heading(f) && f.outcome == own.outcome;
    let first = figures.iter().position(body)?;
    let all = &figures[first];
    // not "in a shooting last year"
    let then = own.scope.time.is_none();
    let other = own.scope.event != 0 && own.scope.certain && then;
    let other = other && counts_exactly(own);
    let more = own.quantity.nominal > all.quantity.nominal && may_be_versions(all, own);
    let several = all.cues.of_events && counts_exactly(all) && all.scope.event == 0;
    let nests = matches!(kin(all, own), Kin::Same | Kin::Wider);
    (several && other && more && nests).then_some(first)
}

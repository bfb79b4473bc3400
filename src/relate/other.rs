//! A number that the body gives for other people or another outcome.
//!
//! "Bomb kills nine French soldiers" over nine soldiers of whom seven were French; "640 killed" over
//! 640 killed or injured. The number is right, and the sentence is not.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::ground::is_first;
use super::kin::{Kin, equal, is_heading, is_whole, kin, stands_alone};
use super::near::near;
use super::{Relation, RelationKind, search, wholes};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;

/// Counts of fewer people are too often the same by chance.
const FEW: i64 = 10;

/// As many pairs of dead and injured are a list of places.
const MANY: usize = 3;

/// The body's count of the headline's number for a wider group, where it counts the headline's own
/// group apart, or for people of another group.
pub(super) fn group(figures: &[Figure], head: FigureId, given: &[FigureId]) -> Option<Relation> {
    let claim = &figures[head];
    // A group that was carried over from another figure proves nothing.
    claim.group.as_ref().filter(|_| claim.span.end > claim.number.end)?;
    let why = "the body gives the number for other people";
    let relation = |evidence| {
        Some(Relation::new(RelationKind::OtherGroup, vec![head], evidence, why.to_owned()))
    };
    if given.is_empty() {
        let other = body(figures, claim)
            .find(|(_, f)| equal(f, claim) && kin(claim, f) == Kin::Apart && stands_alone(f));
        return other.and_then(|(id, _)| relation(vec![id]));
    }
    if given.iter().any(|g| kin(claim, &figures[*g]) != Kin::Narrower) {
        return None;
    }
    let wide = *given.iter().find(|g| is_whole(&figures[**g]) && equal(&figures[**g], claim))?;
    let own = body(figures, claim).find(|(id, f)| {
        // "Fourteen of the dead were children"
        let part = wholes::whole_of(figures, *id).is_some_and(|whole| given.contains(&whole));
        let told = kin(claim, f) == Kin::Same;
        *id != wide && part && told && !equal(f, claim)
    });
    own.and_then(|(id, _)| relation(vec![wide, id]))
}

/// The body's count of all who were killed or injured, which the headline calls killed; or the
/// dead and the missing whose sum the headline calls dead.
pub(super) fn outcome(
    figures: &[Figure],
    head: FigureId,
    given: &[FigureId],
    relations: &[Relation],
) -> Option<Relation> {
    let claim = &figures[head];
    if claim.outcome != Outcome::Killed {
        return None;
    }
    let why = "the body gives the number for more than the dead";
    let relation =
        |evidence| Relation::new(RelationKind::OtherOutcome, vec![head], evidence, why.to_owned());
    if given.is_empty() {
        let casualties = figures.iter().enumerate().find(|&(id, f)| {
            let all = f.outcome == Outcome::Casualties && !is_heading(f) && stands_alone(f);
            let all = all && (f.cues.dead_and_hurt || some_died(figures, id));
            all && f.scope.event == claim.scope.event && close(f, claim) && kin(claim, f).nests()
        });
        let casualties = casualties.filter(|(id, _)| !are_all_dead(figures, *id));
        let other = casualties.map(|(id, _)| id).or_else(|| hurt(figures, claim));
        return other.map(|id| relation(vec![id]));
    }
    // "34 feared drowned": those who are missing are among them.
    if claim.cues.feared {
        return None;
    }
    let sums = relations.iter().filter(|r| r.kind == RelationKind::Sum);
    let mixed = sums.filter(|r| given.contains(&r.claim[0])).find(|r| {
        let missing = |id: &FigureId| figures[*id].outcome == Outcome::Missing;
        let dead = |id: &FigureId| figures[*id].outcome == Outcome::Killed;
        // "Three bodies were found … the three had been among 14 missing … five are unaccounted for"
        let sentence = |id: &FigureId| figures[*id].place.sentence;
        let one = r.evidence.windows(2).all(|pair| sentence(&pair[0]) == sentence(&pair[1]));
        one && r.evidence.iter().any(missing) && r.evidence.iter().any(dead)
    });
    mixed.map(|r| relation(r.evidence.clone()))
}

/// "Coach overturns; 34 dead" over "34 people were injured … no one was killed": the hurt of the headline's number,
/// where the body counts no dead.
fn hurt(figures: &[Figure], claim: &Figure) -> Option<FigureId> {
    let of_event = |f: &Figure| !is_heading(f) && f.scope.event == claim.scope.event;
    let dead = |f: &Figure| {
        let some = f.quantity.strict.high.is_none_or(|high| !high.is_zero());
        of_event(f) && f.outcome == Outcome::Killed && some
    };
    let hurt = |f: &Figure| {
        let own = of_event(f) && f.outcome == Outcome::Injured && stands_alone(f) && is_whole(f);
        own && equal(f, claim) && f.scope.certain && kin(claim, f).nests()
    };
    let several = claim.quantity.nominal > Some(Decimal::TWO);
    let none = several && !figures.iter().any(dead);
    figures.iter().position(hurt).filter(|_| none)
}

/// "Civilian casualties: 503 … Of them 266 were killed in air raids, 118 in shelling and 119 by mines", "19 were crushed.
/// Another 64 were hurt": whether all of the casualties are told to have died.
fn are_all_dead(figures: &[Figure], casualties: FigureId) -> bool {
    let all = &figures[casualties];
    let others = |f: &Figure| {
        f.outcome == Outcome::Injured && f.cues.besides && f.place.word > all.place.word
    };
    let beside = &figures[near(figures, all.place.sentence, 1)];
    if all.cues.struck && beside.iter().any(others) {
        return true;
    }
    let dead = |id: &FigureId| {
        let f = &figures[*id];
        f.cues.part_of == Some(casualties) && f.outcome == Outcome::Killed && f.is_stated()
    };
    let dead: Vec<FigureId> = (0..figures.len()).filter(dead).collect();
    search::makes_up(figures, casualties, &dead)
}

/// "61 casualties in all, including 17 dead": whether some of the casualties are told to have died, and not all.
fn some_died(figures: &[Figure], casualties: FigureId) -> bool {
    let all = figures[casualties].quantity.nominal;
    figures.iter().any(|f| {
        let part = f.cues.part_of == Some(casualties) && f.outcome == Outcome::Killed;
        part && f.quantity.nominal < all
    })
}

/// Relates a count of the dead to the body's count of all who were killed or injured, where both have
/// one number and fewer of the latter died: "killed 418 people … 418 killed or injured. Of these, 37
/// died".
pub(super) fn in_body(figures: &[Figure], relations: &mut Vec<Relation>) {
    let counts = |f: &Figure| is_whole(f) && stands_alone(f) && !is_heading(f) && f.scope.certain;
    let why = "the text calls one number killed, and killed or injured";
    for (all, casualties) in figures.iter().enumerate() {
        let many = casualties.quantity.nominal >= Some(Decimal::from(FEW));
        let several = casualties.outcome == Outcome::Casualties && many && counts(casualties);
        if !several || !some_died(figures, all) {
            continue;
        }
        let dead = figures.iter().position(|f| {
            let same = f.scope.event == casualties.scope.event && equal(f, casualties);
            f.outcome == Outcome::Killed && counts(f) && same && kin(f, casualties).nests()
        });
        relations.extend(dead.map(|dead| {
            Relation::new(RelationKind::OtherOutcome, vec![dead], vec![all], why.to_owned())
        }));
    }
}

/// Relates a count of the dead to the killed and the injured of one sentence whose sum it is, where
/// nothing else gives its number: "16 were killed and 158 hurt … the 174 deaths".
pub(super) fn added(figures: &[Figure], relations: &mut Vec<Relation>) {
    let counts =
        |f: &Figure| is_whole(f) && stands_alone(f) && (f.scope.certain || f.cues.definite);
    let why = "the dead of one place are the dead and the injured of another";
    let mut sums: FxHashMap<(usize, Decimal), FigureId> = FxHashMap::default();
    for (dead, pair) in figures.windows(2).enumerate() {
        let [killed, hurt] = pair else { continue };
        let told = killed.outcome == Outcome::Killed && hurt.outcome == Outcome::Injured;
        let together = killed.place.sentence == hurt.place.sentence && !is_heading(killed);
        let sum = killed.quantity.nominal.zip(hurt.quantity.nominal);
        let sum = sum.and_then(|(killed, hurt)| killed.checked_add(hurt));
        // Four commuters killed and six wounded are some of the people, not all.
        let all = killed.group.is_none();
        if let Some(sum) = sum.filter(|_| told && together && all && counts(killed) && counts(hurt))
        {
            sums.entry((killed.scope.event, sum)).or_insert(dead);
        }
    }
    // "Orr: 7 dead, 21 injured. Ness: 4 dead, 9 injured. Tarn: 2 dead, 16 injured": one of many is as many by chance.
    if sums.is_empty() || sums.len() >= MANY {
        return;
    }
    let given = search::times_given(figures.iter().filter(|f| !is_heading(f)));
    for (all, claim) in figures.iter().enumerate() {
        let number = claim.quantity.nominal.filter(|n| *n >= Decimal::from(FEW));
        let dead = number.and_then(|number| sums.get(&(claim.scope.event, number)).copied());
        let Some(dead) = dead.filter(|_| claim.outcome == Outcome::Killed && counts(claim)) else {
            continue;
        };
        let own = usize::from(!is_heading(claim));
        let again = number.and_then(|number| given.get(&number)).is_some_and(|all| *all > own);
        // "The remaining 24 deaths" are others.
        let rest = claim.cues.besides;
        // "15 died in Kafr Zeit … in Aleppo shells killed four and wounded 11"
        let places = claim.scope.place_name().zip(figures[dead].scope.place_name());
        let elsewhere = places.is_some_and(|(a, b)| a != b) && !is_heading(claim);
        // One of the two is what the article tells first.
        let news =
            is_heading(claim) || [claim, &figures[dead]].iter().any(|f| is_first(figures, f));
        let elsewhere = elsewhere || !news;
        if kin(&figures[dead], claim).nests() && !again && !rest && !elsewhere {
            let evidence = vec![dead, dead + 1];
            let mixed = RelationKind::OtherOutcome;
            relations.push(Relation::new(mixed, vec![all], evidence, why.to_owned()));
        }
    }
}

/// The figures of the body with the headline's outcome.
fn body<'a>(figures: &'a [Figure], claim: &Figure) -> impl Iterator<Item = (FigureId, &'a Figure)> {
    let outcome = claim.outcome;
    figures.iter().enumerate().filter(move |(_, f)| !is_heading(f) && f.outcome == outcome)
}

/// Whether two counts differ by no more than a headline rounds.
fn close(a: &Figure, b: &Figure) -> bool {
    let Some((a, b)) = a.quantity.nominal.zip(b.quantity.nominal) else { return false };
    let (small, large) = (a.min(b), a.max(b));
    let slack = large.checked_mul(Decimal::new(5, 2)).unwrap_or_default();
    small >= Decimal::from(FEW) && large - small <= slack
}

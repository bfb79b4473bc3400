//! All who were there, and what a whole article tells of them: the living, the dead and those still missing.
//!
//! "There were 64 people underground … 38 walked to the surface … five were brought up … 19 bodies … two are not accounted
//! for": where an article counts those still missing, it has told of everybody. It knows the only counts that the
//! article has of each fate, not in which order they were told; where some may hold others it says nothing.

use super::kin::{counts_exactly, equal, is_former, is_heading, is_whole, kin};
use super::version::may_be_miscounted;
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// More counts of people who live too seldom are of different people.
const LIVING: usize = 3;

/// Relates the only count of all who were there to the only counts of their fates, if nothing else is known of it.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let there = |f: &Figure| f.cues.population && !f.cues.alive && f.outcome == Outcome::Affected;
    let Some(all) = only(figures, there) else { return };
    let dead = only(figures, |f| f.outcome == Outcome::Killed);
    let missing = only(figures, |f| f.outcome == Outcome::Missing);
    let Some((dead, missing)) = dead.zip(missing) else { return };
    let Some(living) = living(figures, all) else { return };
    let parts: Vec<FigureId> = living.into_iter().chain([dead, missing]).collect();
    let nests = parts.iter().all(|part| kin(&figures[all], &figures[*part]).nests());
    let counts = search::total(figures, &parts).zip(figures[all].quantity.nominal);
    let near = counts.is_some_and(|(sum, all)| may_be_miscounted(sum, all));
    let known = |r: &Relation| {
        let told =
            r.kind == RelationKind::Sum || r.kind == RelationKind::Subset && r.evidence.len() > 1;
        r.claim == [all] && told
    };
    if nests && near && !relations.iter().any(known) {
        let why = "the article tells what became of everybody there".to_owned();
        relations.push(Relation::new(RelationKind::Sum, vec![all], parts, why));
    }
}

/// The first figure of the body that counts some people to a head, where no other of the event has another number for them.
fn only(figures: &[Figure], counts: impl Fn(&Figure) -> bool) -> Option<FigureId> {
    let own = |f: &Figure| counts(f) && f.scope.event == 0 && f.is_stated() && !is_former(f);
    let body = |f: &Figure| own(f) && !is_heading(f);
    let first = figures.iter().position(body)?;
    let plain = |f: &Figure| {
        let part = f.cues.part_of.is_some() || f.cues.among.is_some();
        let again = f.quantity.nominal == figures[first].quantity.nominal;
        part && f.cues.among != Some(Outcome::Affected) || again && f.quantity.bound == Bound::Exact
    };
    let exact = figures[first].quantity.bound == Bound::Exact;
    (exact && figures.iter().filter(|f| own(f)).all(plain)).then_some(first)
}

/// Those who are said to live, each count told once and to a head; none where some of them may be among others.
fn living(figures: &[Figure], all: FigureId) -> Option<Vec<FigureId>> {
    let live = |f: &Figure| f.cues.alive && f.outcome == Outcome::Affected && f.is_stated();
    let own = |id: &FigureId| live(&figures[*id]) && !is_heading(&figures[*id]);
    // "The 38 survivors" are the 38 who got out.
    let again =
        |id: &FigureId| (0..*id).filter(own).any(|other| equal(&figures[other], &figures[*id]));
    let fresh = |id: &FigureId| own(id) && !again(id);
    let living: Vec<FigureId> = (0..figures.len()).filter(fresh).collect();
    let plain = |id: &FigureId| {
        let f = &figures[*id];
        let whole = is_whole(f) || f.cues.part_of == Some(all);
        let exact = f.quantity.bound == Bound::Exact && f.cues.change.is_none();
        whole && exact && !f.cues.definite && f.scope.event == 0
    };
    // "38 walked out. Another five were brought up": the later ones are others.
    let others = living.iter().skip(1).all(|id| figures[*id].cues.besides);
    let told = (1..=LIVING).contains(&living.len()) && living.iter().all(plain) && others;
    (told && counts_exactly(&figures[all])).then_some(living)
}

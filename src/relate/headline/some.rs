//! A headline that counts only some: those who came further, or a part of as many.
//!
//! "Five more die" over "two more people have died" is one count told twice, whatever else the body
//! counts. Not known: further people told about in a later sentence than the first.

use crate::figure::{Figure, FigureId};
use crate::quantity::Bound;
use crate::relate::kin::{Kin, equal, is_heading, kin};
use crate::relate::near::near;
use crate::relate::version::may_be_versions;
use crate::relate::{Relation, RelationKind};

/// "Five more die" over "two more people have died": the further people whom headline and first sentence count.
pub(super) fn further(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let head = &figures[id];
    let counts_more = |f: &Figure| f.cues.besides && !f.cues.definite && f.is_stated();
    let exact = |f: &Figure| f.quantity.bound == Bound::Exact;
    let alone = || near(figures, head.place.sentence, 0).len() == 1;
    if !(is_heading(head) && counts_more(head) && exact(head) && alone()) {
        return None;
    }
    let first = figures.iter().position(|f| !is_heading(f))?;
    let lede = near(figures, figures[first].place.sentence, 0).find(|other| {
        let f = &figures[*other];
        let one = f.outcome == head.outcome && kin(head, f) == Kin::Same;
        !is_heading(f) && counts_more(f) && one && exact(f)
    })?;
    let why = "headline and first sentence count how many more there are".to_owned();
    let claim = || Relation::new(RelationKind::Same, vec![id], vec![lede], why);
    may_be_versions(head, &figures[lede]).then(claim)
}

/// "Twelve of 15 aboard die" over "14 of the 15 people aboard died": the same part of as many, if the body does not give
/// the headline's number.
pub(super) fn part(figures: &[Figure], id: FigureId) -> Option<Relation> {
    let head = &figures[id];
    let exact = |f: &Figure| f.quantity.bound == Bound::Exact && f.is_stated();
    let whole = |f: &Figure| f.cues.part_of.map(|whole| &figures[whole]);
    let all = whole(head).filter(|all| is_heading(head) && exact(head) && exact(all))?;
    let alike = |f: &Figure| {
        let own = f.outcome == head.outcome && f.cues.alive == head.cues.alive;
        let people = matches!(kin(head, f), Kin::Same | Kin::Narrower);
        own && !is_heading(f) && f.scope.event == 0 && people
    };
    let of_as_many = |f: &Figure| exact(f) && whole(f).is_some_and(|w| equal(w, all));
    let given = figures.iter().any(|f| alike(f) && equal(f, head));
    let found = figures.iter().position(|f| alike(f) && of_as_many(f) && !equal(f, head))?;
    let why = "headline and body count some of as many people".to_owned();
    let claim = || Relation::new(RelationKind::Same, vec![id], vec![found], why);
    (!given && may_be_versions(head, &figures[found])).then(claim)
}

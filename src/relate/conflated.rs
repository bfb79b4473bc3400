//! A number given for all people of several kinds in one place, and for one kind in another.
//!
//! "23,000 people, fighters as well as civilians" and "nearly 23,000 civilians" cannot both be meant;
//! nor can "12 people, including three policemen" and "the 12 civilians".

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use super::kin::{Kin, equal, gives, is_heading, is_whole, kin, same_source, stands_alone};
use super::{Relation, RelationKind, wholes};
use crate::figure::{Facet, Figure, FigureId, Group};

/// Relates each count of several kinds to a count of one kind that has its number.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let counts = |f: &Figure| f.is_stated() && stands_alone(f) && is_whole(f) && !is_heading(f);
    let of = |f: &Figure| (f.scope.event, f.outcome);
    let mut kinds: FxHashMap<_, Vec<FigureId>> = FxHashMap::default();
    for (id, kind) in figures.iter().enumerate().filter(|(_, f)| counts(f) && f.group.is_some()) {
        kinds.entry(of(kind)).or_default().push(id);
    }
    let wholes = LazyCell::new(|| wholes::wholes(figures));
    for (all, whole) in figures.iter().enumerate().filter(|(_, f)| counts(f) && f.group.is_none()) {
        let one = kinds.get(&of(whole)).into_iter().flatten().copied().find(|id| {
            let f = &figures[*id];
            let certain = f.scope.certain && whole.scope.certain;
            certain && kin(whole, f) == Kin::Wider && gives(whole, f)
        });
        let Some(one) = one else { continue };
        let parts = || wholes.get(&all).map(Vec::as_slice).unwrap_or_default();
        let other = other_kind(figures, all, &figures[one], parts);
        if whole.cues.mixed || other.is_some() {
            let why = "the text counts people of other kinds in the same number".to_owned();
            let evidence = [Some(all), other].into_iter().flatten().collect();
            relations.push(Relation::new(RelationKind::OneKind, vec![one], evidence, why));
        }
    }
}

/// One of the parts of a count whose people are of another kind than those of a figure with its very
/// number.
fn other_kind<'a>(
    figures: &[Figure],
    all: FigureId,
    one: &Figure,
    parts: impl FnOnce() -> &'a [FigureId],
) -> Option<FigureId> {
    let equal = equal(one, &figures[all]) && same_source(&figures[all], one);
    let kind = one.group.as_ref()?;
    let other = |id: &FigureId| {
        let part = &figures[*id];
        let some = part.is_stated() && part.quantity.strict.low > rust_decimal::Decimal::ZERO;
        let other = part.group.as_ref().is_some_and(|group| apart(group, kind));
        // "78 were hurt, 23 of them policemen … the 78 injured officers"
        let fewer = kin(part, one) == Kin::Same
            && part.quantity.strict.high < Some(one.quantity.strict.low);
        some && part.outcome == one.outcome && (other || fewer && one.cues.definite)
    };
    equal.then(parts)?.iter().copied().find(other)
}

/// Whether nobody is of both groups by nation or role. Age and sex do not count: "policemen" may
/// be policewomen too.
pub(super) fn apart(a: &Group, b: &Group) -> bool {
    a.traits.iter().filter(|t| !matches!(t.facet, Facet::Age | Facet::Sex)).any(|own| {
        b.traits.iter().any(|theirs| {
            own.facet == theirs.facet
                && own.apart.is_some()
                && theirs.apart.is_some()
                && own.apart != theirs.apart
        })
    })
}

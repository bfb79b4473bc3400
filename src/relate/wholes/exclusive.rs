//! Whether the parts of a whole are of different people.
//!
//! "14 in the north and 11 on the coast", "80 civilians and 25 police": nobody is in two of them. The whole is not known
//! here.

use crate::figure::{Facet, Figure, FigureId, Group, Trait};
use crate::relate::kin::{Kin, kin, may_be_among};

/// Whether a part is all that remains: "the other two".
pub(in crate::relate) fn completes(figure: &Figure) -> bool {
    figure.cues.besides && figure.cues.definite
}

/// Whether nobody is in two of the parts.
pub(in crate::relate) fn is_exclusive(figures: &[Figure], parts: &[FigureId]) -> bool {
    // "14 in the north, 11 on the coast and the remaining five inland"
    let sentence = |id: &FigureId| figures[*id].place.sentence;
    let one = parts.windows(2).all(|pair| sentence(&pair[0]) == sentence(&pair[1]));
    // "Of those who died 16 were under five, nine were between five and 14 and four were adults"
    let kinds = |f: &Figure| f.cues.complete && f.cues.among.is_some() && parts.len() > 2;
    let last = parts.last().map(|last| &figures[*last]);
    if one && last.is_some_and(|last| completes(last) || kinds(last)) {
        return true;
    }
    parts.iter().enumerate().all(|(at, a)| {
        parts[at + 1..].iter().all(|b| {
            let (first, second) = (&figures[*a], &figures[*b]);
            // "187 passengers and 35 crew"
            let there = first.cues.population && second.cues.population;
            are_disjoint(first, second)
                || kin(first, second) == Kin::Apart
                || (there && kin(first, second) == Kin::Crossing)
                || are_trades(first, second)
                || first.cues.at_once && second.cues.later
                || second.cues.besides
                || second.cues.complete
                || second.cues.listed
                || !second.is_stated()
                || !first.is_stated()
        })
    })
}

/// Killed and wounded are different people, killed and casualties are not.
fn are_disjoint(first: &Figure, second: &Figure) -> bool {
    !may_be_among(first, second) && !may_be_among(second, first)
}

/// "Of the 120, 80 were civilians, 25 were police and 20 were soldiers": whether two parts of one whole are told
/// apart by what they are alone, and neither lies in the other.
fn are_trades(first: &Figure, second: &Figure) -> bool {
    let plain = |f: &Figure| {
        let role = |t: &Trait| t.facet == Facet::Role;
        // "policemen"
        let trait_of = |t: &Trait| matches!(t.facet, Facet::Role | Facet::Sex | Facet::Age);
        let told = |g: &Group| g.traits.iter().all(trait_of) && g.traits.iter().any(role);
        f.group.as_ref().is_some_and(told)
    };
    let one = first.cues.part_of.is_some() && first.cues.part_of == second.cues.part_of;
    // "Sixteen of the dead were guests and seven were staff"
    let among = first.cues.among.is_some() && first.cues.among == second.cues.among;
    let one = one || among && first.place.sentence == second.place.sentence;
    one && plain(first) && plain(second) && kin(first, second) == Kin::Crossing
}

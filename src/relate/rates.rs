//! Rates of one thing over different times: "25,000 a day, or eleven a minute".

use super::Relation;
use super::RelationKind;
use super::kin::kin;
use crate::figure::Figure;
use crate::figure::FigureId;

/// Relates each rate to the next one, if it is of the same thing over another time.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let rates = figures.iter().enumerate().filter(|(_, f)| f.per.is_some() && f.is_stated());
    let rates: Vec<(FigureId, &Figure)> = rates.collect();
    let mut at = 0;
    while let [(a, first), (b, second)] = rates.get(at..at + 2).unwrap_or_default() {
        let near = second.place.sentence.abs_diff(first.place.sentence) <= 1
            || second.place.block.abs_diff(first.place.block) <= 1;
        let alike = first.outcome == second.outcome && kin(first, second).nests();
        if near && alike && first.per != second.per {
            let why = "two rates of one thing, one after the other".to_owned();
            relations.push(Relation::new(RelationKind::Rate, vec![*b], vec![*a], why));
            at += 2;
        } else {
            at += 1;
        }
    }
}

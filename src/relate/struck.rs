//! People who were struck, and what became of them in the same sentence.
//!
//! "Shot four people, killing one and wounding three": whoever was shot is dead or hurt, so the two counts
//! behind make up the first. "Critically injuring one" leaves out those who were hurt less, and so may another
//! clause; more than were struck is an error however it is told.

use super::kin::{equal, is_heading, is_whole, kin, same_source, stands_alone, sum_of};
use super::version::{may_be_values, may_be_versions};
use super::{Relation, RelationKind, search};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// Relates the dead and the hurt to the count of those struck right before them.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for (id, three) in figures.windows(3).enumerate() {
        let [struck, a, b] = three else { continue };
        let known = |r: &Relation| r.is_sum_of(id);
        if !are_struck(figures, id) || relations.iter().any(known) {
            continue;
        }
        let fates = [id + 1, id + 2];
        let sum = search::total(figures, &fates);
        if sum >= struck.quantity.nominal || are_all_told(struck, [a, b]) {
            let why = "whoever was struck is dead or hurt".to_owned();
            relations.push(Relation::new(RelationKind::Sum, vec![id], fates.to_vec(), why));
        }
    }
    for (id, two) in figures.windows(2).enumerate() {
        let told = |r: &Relation| r.is_sum_of(id);
        if exceeds(figures, id, &two[1]) && !relations.iter().any(told) {
            let why = "those who died or were hurt are among those who were struck".to_owned();
            relations.push(Relation::new(RelationKind::Subset, vec![id], vec![id + 1], why));
        }
    }
    relations.extend(recalled(figures));
}

/// "Four men were shot … The six men who were injured": the first count of those who were struck, which holds whoever is
/// said with a definite word to have been hurt or killed. That of a headline holds whoever the news tells of.
fn recalled(figures: &[Figure]) -> Option<Relation> {
    let exact = |f: &Figure| stands_alone(f) && is_whole(f) && f.quantity.bound == Bound::Exact;
    let of_main = |f: &Figure| f.scope.event == 0 && f.scope.certain && exact(f);
    let fate = |f: &Figure| matches!(f.outcome, Outcome::Killed | Outcome::Injured);
    let struck = |f: &Figure| f.outcome == Outcome::Casualties && of_main(f) && f.cues.struck;
    let first = figures.iter().position(struck)?;
    let all = &figures[first];
    let news = figures.iter().find(|f| !is_heading(f) && f.is_stated()).map(|f| f.place.sentence);
    let more = |f: &Figure| {
        let hurt = fate(f) && !is_heading(f);
        let opens = is_heading(all) && Some(f.place.sentence) == news;
        let told = opens && !f.cues.graded || f.cues.definite && !f.cues.besides;
        let larger = f.quantity.nominal > all.quantity.nominal && may_be_versions(all, f);
        hurt && told && of_main(f) && larger && kin(all, f).nests()
    };
    // "One was pulled out of a car and shot", long after "five people had been shot dead"
    if figures[..first].iter().any(|f| fate(f) && of_main(f) && !is_heading(f)) {
        return None;
    }
    let known = |f: &Figure| figures[..first].iter().any(|g| equal(f, g));
    let later = (first + 1..figures.len()).find(|id| more(&figures[*id]))?;
    let why = "whoever was killed or hurt is among those who were struck".to_owned();
    let relation = || Relation::new(RelationKind::Subset, vec![first], vec![later], why);
    (!known(&figures[later])).then(relation)
}

/// Whether a figure counts all who were struck, and the two behind it the dead and the hurt of them.
fn are_struck(figures: &[Figure], id: FigureId) -> bool {
    let fates = matches!(
        (figures[id + 1].outcome, figures[id + 2].outcome),
        (Outcome::Killed, Outcome::Injured) | (Outcome::Injured, Outcome::Killed)
    );
    fates && are_told(figures, id, 2)
}

/// "Shot four people, killing one and wounding two": whether participles tell of the dead and of all the hurt, nearly as
/// many as were struck.
fn are_all_told(struck: &Figure, fates: [&Figure; 2]) -> bool {
    let plainly = fates[0].cues.result && fates.iter().all(|f| !f.cues.graded);
    let told = sum_of(fates[0], fates[1]).zip(struck.quantity.nominal);
    plainly && told.is_some_and(|(sum, all)| may_be_values(sum, all))
}

/// "Shot three people, killing five", not "18 were shot and 26 died of burns": whether more died or were hurt than
/// were struck.
fn exceeds(figures: &[Figure], id: FigureId, fate: &Figure) -> bool {
    let told = fate.cues.result && matches!(fate.outcome, Outcome::Killed | Outcome::Injured);
    told && fate.quantity.nominal > figures[id].quantity.nominal && are_told(figures, id, 1)
}

/// Whether a count of all who were struck and what became of them, in the `fates` figures behind it, are told together,
/// each by its number.
fn are_told(figures: &[Figure], id: FigureId, fates: usize) -> bool {
    let struck = &figures[id];
    let plain = |f: &Figure| {
        let own = f.cues.among.is_none() && f.cues.part_of.is_none_or(|whole| whole == id);
        let counted = f.quantity.bound == Bound::Exact && f.is_stated() && own;
        counted && !(f.cues.besides || f.cues.definite || f.cues.total)
    };
    let here = |f: &Figure| {
        f.place.sentence == struck.place.sentence
            && f.scope.event == struck.scope.event
            && (f.scope.place.is_none() || f.scope.place == struck.scope.place || f.cues.result)
            && same_source(struck, f)
    };
    let hit = struck.outcome == Outcome::Casualties && struck.cues.struck;
    let fates = &figures[id + 1..=id + fates];
    hit && plain(struck) && fates.iter().all(|f| plain(f) && here(f))
}

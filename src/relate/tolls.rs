//! The document's own best count for each event, outcome and group.
//!
//! "Killing a policeman and two soldiers … another soldier died later" is a toll of 4. Parts of one
//! sentence are added, restatements are not, and a newer count takes the place of an older one. The
//! best count is the nominal one; low and high are its bounds, widened by what other sources say.

use std::collections::BTreeMap;

use super::kin::{Kin, is_former, is_heading, kin};
use super::near::near;
use super::pick::died_later;
use super::{Relation, RelationKind, Toll};
use crate::figure::{Change, Facet, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::{Bound, Quantity};

/// The tolls of a document, event by event.
pub(super) fn tolls(figures: &[Figure], relations: &[Relation]) -> Vec<Toll> {
    let mut counted: BTreeMap<(usize, Outcome), Vec<FigureId>> = BTreeMap::new();
    for (id, figure) in figures.iter().enumerate().filter(|(_, f)| counts(f)) {
        counted.entry((figure.scope.event, figure.outcome)).or_default().push(id);
    }
    let disputes: Vec<&Relation> =
        relations.iter().filter(|r| r.kind == RelationKind::Disagree).collect();
    let mut tolls = Vec::new();
    for ((event, outcome), mut ids) in counted {
        tolls.extend(by_group(figures, &ids, event, outcome));
        let held = held(&ids, relations);
        ids.retain(|id| !held.contains(id));
        tolls.extend(everybody(figures, &ids, &disputes).map(|(quantity, figures)| Toll {
            event,
            outcome,
            group: None,
            quantity,
            figures,
        }));
    }
    tolls
}

/// The figures that make up another of the same event and outcome: "22 died … 16 in the camp and six
/// in the town" are 22.
fn held(ids: &[FigureId], relations: &[Relation]) -> Vec<FigureId> {
    let holds = |r: &&Relation| {
        r.kind == RelationKind::Sum && r.claim.iter().any(|whole| ids.contains(whole))
    };
    let parts = relations.iter().filter(holds).flat_map(|r| r.evidence.iter().copied());
    parts.filter(|id| ids.contains(id)).collect()
}

/// Whether a figure can be counted at all.
fn counts(figure: &Figure) -> bool {
    figure.per.is_none() && !is_former(figure)
}

/// The count of each group that is named.
fn by_group(figures: &[Figure], ids: &[FigureId], event: usize, outcome: Outcome) -> Vec<Toll> {
    let mut tolls: Vec<Toll> = Vec::new();
    let stated = ids.iter().filter(|id| figures[**id].is_stated() && !is_heading(&figures[**id]));
    for id in stated {
        let figure = &figures[*id];
        let Some(group) = &figure.group else { continue };
        let known = tolls.iter_mut().find(|t| t.group.as_ref() == Some(&group.label));
        match known {
            Some(toll) if figure.cues.change == Some(Change::To) => {
                toll.quantity = figure.quantity;
                toll.figures.push(*id);
            }
            Some(toll) => toll.figures.push(*id),
            None => tolls.push(Toll {
                event,
                outcome,
                group: Some(group.label.clone()),
                quantity: figure.quantity,
                figures: vec![*id],
            }),
        }
    }
    tolls
}

/// The count of all people, and the figures it was reconciled from.
fn everybody(
    figures: &[Figure],
    ids: &[FigureId],
    disputes: &[&Relation],
) -> Option<(Quantity, Vec<FigureId>)> {
    let is_top = |id: &&FigureId| is_top(figures, &figures[**id]);
    let body: Vec<FigureId> =
        ids.iter().filter(is_top).filter(|id| !is_heading(&figures[**id])).copied().collect();
    let parts: Vec<FigureId> =
        ids.iter().filter(|id| !is_heading(&figures[**id])).copied().collect();
    let heads: Vec<FigureId> =
        ids.iter().filter(|id| is_heading(&figures[**id])).copied().collect();
    let ids = [body, heads, parts].into_iter().find(|ids| !ids.is_empty())?;
    let mut tally = Tally { figures, quantity: None, counted: Vec::new() };
    let mut sentence = Vec::new();
    for id in ids {
        let last = sentence.last().map(|last: &FigureId| figures[*last].place.sentence);
        if last.is_some_and(|last| last != figures[id].place.sentence) {
            tally.add(&std::mem::take(&mut sentence));
        }
        sentence.push(id);
    }
    tally.add(&sentence);
    let quantity = tally.quantity?;
    Some((widened(figures, disputes, quantity, &tally.counted), tally.counted))
}

/// Whether a figure is no part of another count of the same outcome: "12 were hurt, two of whom
/// died" counts two dead.
fn is_top(figures: &[Figure], figure: &Figure) -> bool {
    let whole = figure.cues.part_of.map(|whole| figures[whole].outcome).or(figure.cues.among);
    whole != Some(figure.outcome)
}

/// A count that grows from sentence to sentence.
struct Tally<'a> {
    figures: &'a [Figure],
    quantity: Option<Quantity>,
    /// The figures that make it up.
    counted: Vec<FigureId>,
}

impl Tally<'_> {
    /// Takes in the figures of one sentence.
    fn add(&mut self, sentence: &[FigureId]) {
        // "Killing seven, which brings the toll to 85": the new toll holds the seven.
        let new = |id: &&FigureId| self.figures[**id].cues.change == Some(Change::To);
        let fresh = match sentence.iter().find(new) {
            Some(toll) => vec![*toll],
            None => self.distinct(sentence),
        };
        let Some(sum) = Quantity::sum(fresh.iter().map(|id| &self.figures[*id].quantity)) else {
            return;
        };
        if self.quantity.is_none() || self.takes_over(&fresh, &sum) {
            (self.quantity, self.counted) = (Some(sum), fresh);
            return;
        }
        for id in fresh.into_iter().filter(|id| self.comes_on_top(*id)).collect::<Vec<_>>() {
            let more = self.quantity.and_then(|q| q.plus(&self.figures[id].quantity));
            self.quantity = more.or(self.quantity);
            self.counted.push(id);
        }
    }

    /// Whether a later sentence gives a newer count, or the total of what was counted so far.
    fn takes_over(&self, fresh: &[FigureId], sum: &Quantity) -> bool {
        let before = self.quantity.and_then(|q| q.nominal);
        let larger = sum.nominal > before;
        fresh.iter().map(|id| &self.figures[*id]).any(|f| {
            let newer = f.cues.change == Some(Change::To);
            let wider = self.counted.iter().all(|c| {
                let counted = &self.figures[*c];
                let kin = kin(f, counted);
                kin == Kin::Wider || (!counted.is_stated() && kin != Kin::Apart)
            });
            newer || (larger && wider && f.is_stated() && f.scope.certain)
        })
    }

    /// The figures of a sentence that do not count people of another of its figures.
    fn distinct(&self, sentence: &[FigureId]) -> Vec<FigureId> {
        let mut distinct: Vec<FigureId> = Vec::new();
        let mut all: Option<Quantity> = None;
        for id in sentence {
            let figure = &self.figures[*id];
            // "the four" are those who were just counted; "his four guards" are not.
            let sum = all.and_then(|sum| sum.nominal);
            let back = figure.cues.definite && sum.is_some() && sum == figure.quantity.nominal;
            let again = distinct.iter().any(|known| {
                let known = &self.figures[*known];
                let equal = known.quantity.nominal == figure.quantity.nominal;
                // "More than 250,000, a toll as high as 400,000" is one count.
                let most = figure.quantity.bound == Bound::UpTo && kin(known, figure) == Kin::Same;
                known.is_stated()
                    && figure.is_stated()
                    && (back
                        || most
                        || (equal && (figure.cues.definite || kin(known, figure).nests())))
                    && !figure.cues.besides
            });
            if !again {
                let more = all.map_or(Some(figure.quantity), |q| q.plus(&figure.quantity));
                all = more.or(all);
                distinct.push(*id);
            }
        }
        distinct
    }

    /// Whether nobody can be of both: a later count of some people does not hold the attackers who
    /// were counted before.
    fn is_apart(&self, counted: &Figure, later: &Figure) -> bool {
        let attackers = counted.cues.perpetrators && !later.cues.perpetrators;
        let kin = kin(counted, later);
        let parties = kin == Kin::Crossing && (is_party_beside(counted, later));
        kin == Kin::Apart || parties || (attackers && later.group.is_some() && kin != Kin::Same)
    }

    /// Whether a later figure counts people besides those already counted. "Others" next to another
    /// outcome are others than those.
    fn comes_on_top(&self, id: FigureId) -> bool {
        let figure = &self.figures[id];
        let apart = self.counted.iter().all(|c| self.is_apart(&self.figures[*c], figure));
        let mut before = near(self.figures, figure.place.sentence, 0).start..id;
        let beside_others = before.any(|other| self.figures[other].outcome != figure.outcome);
        let known = self
            .counted
            .iter()
            .any(|c| self.figures[*c].quantity.nominal == figure.quantity.nominal);
        let smaller = figure.quantity.nominal < self.quantity.and_then(|q| q.nominal);
        let attackers = figure.cues.perpetrators && smaller && figure.is_stated();
        let others = figure.cues.besides && !beside_others;
        let more =
            ((others || died_later(figure)) && !known) || figure.cues.change == Some(Change::By);
        (more || apart || attackers) && !figure.cues.definite
    }
}

/// Whether one figure counts people of a party and the other people told by their work alone: "one
/// officer was killed … six Taliban were killed".
fn is_party_beside(a: &Figure, b: &Figure) -> bool {
    let has = |f: &Figure, facet| {
        f.group.as_ref().is_some_and(|g| g.traits.iter().any(|t| t.facet == facet))
    };
    let party = |f: &Figure| has(f, Facet::Side);
    let work = |f: &Figure| has(f, Facet::Role) && !party(f);
    (party(a) && work(b)) || (work(a) && party(b))
}

/// A count with the bounds that other sources give.
fn widened(
    figures: &[Figure],
    disputes: &[&Relation],
    quantity: Quantity,
    counted: &[FigureId],
) -> Quantity {
    let others = disputes.iter().flat_map(|r| {
        let of = |own: &[FigureId]| own.iter().any(|id| counted.contains(id));
        let other = if of(&r.claim) { &r.evidence[..] } else { &[] };
        if of(&r.evidence) { &r.claim[..] } else { other }
    });
    others.fold(quantity, |wide, id| {
        let other = &figures[*id].quantity;
        Quantity {
            low: wide.low.zip(other.low).map(|(a, b)| a.min(b)),
            high: wide.high.zip(other.high).map(|(a, b)| a.max(b)),
            ..wide
        }
    })
}

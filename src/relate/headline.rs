//! What the headline claims, held against the body.
//!
//! "Blast kills 12" over "A blast killed 14" differ; over "eight men and four women" they do not. A
//! headline's count is given by the body where one figure agrees with it, or some figures together
//! do. Only where none do is it held against the body's main count.

use super::Relation;
use super::RelationKind;
use super::kin::Kin;
use super::kin::gives;
use super::kin::is_heading;
use super::kin::is_whole;
use super::kin::kin;
use super::kin::stands_alone;
use super::search;
use crate::document::BlockKind;
use crate::figure::Change;
use crate::figure::Figure;
use crate::figure::FigureId;
use crate::quantity::Agreement;

/// How many sentences of the body tell the news itself.
const LEDE: usize = 3;

/// Relates the figures of the headline and standfirst to those of the body.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let heads = figures
        .iter()
        .enumerate()
        .filter(|(_, f)| is_heading(f) && stands_alone(f) && f.cues.change != Some(Change::From));
    for (id, _) in heads {
        relations.extend(Claim { figures, id }.relations());
    }
}

/// A figure of the headline.
struct Claim<'a> {
    figures: &'a [Figure],
    id: FigureId,
}

impl Claim<'_> {
    fn figure(&self) -> &Figure {
        &self.figures[self.id]
    }

    /// The figures of the body with the headline's outcome.
    fn body(&self) -> impl Iterator<Item = (FigureId, &Figure)> {
        let outcome = self.figure().outcome;
        let figures = self.figures.iter().enumerate();
        figures.filter(move |(_, f)| !is_heading(f) && stands_alone(f) && f.outcome == outcome)
    }

    fn relations(&self) -> Vec<Relation> {
        let given = self.given();
        if !given.is_empty() {
            let lede = self.odd_lede(&given);
            let why = "the headline speaks of the body's main count, and both agree";
            let mut found = vec![self.relation(RelationKind::Same, given, why)];
            let why = "the headline and a later paragraph agree, the first sentences differ";
            found.extend(lede.map(|lede| self.relation(RelationKind::Same, vec![lede], why)));
            return found;
        }
        if self.figure().place.kind == BlockKind::Heading {
            return Vec::new();
        }
        if let Some(parts) = search::sum(self.figures, self.id) {
            let why = "figures of the body add up to the headline's";
            return vec![self.relation(RelationKind::Sum, parts, why)];
        }
        let why = "no figure of the body gives the headline's number, and this is its main count";
        self.main()
            .map(|main| self.relation(RelationKind::Same, vec![main], why))
            .into_iter()
            .collect()
    }

    fn relation(&self, kind: RelationKind, evidence: Vec<FigureId>, why: &str) -> Relation {
        Relation::new(kind, vec![self.id], evidence, why.to_owned())
    }

    /// The figures of the body that give the headline's count: those of the main event, if any.
    fn given(&self) -> Vec<FigureId> {
        let agree = |f: &Figure| gives(f, self.figure());
        let given: Vec<(FigureId, &Figure)> =
            self.body().filter(|(_, f)| agree(f) && self.is_of(f)).collect();
        let main = given.iter().any(|(_, f)| f.scope.event == self.figure().scope.event);
        let event = self.figure().scope.event;
        given
            .into_iter()
            .filter(|(_, f)| !main || f.scope.event == event)
            .map(|(id, _)| id)
            .collect()
    }

    /// Whether a figure of the body may count the people of the headline. A part only does where
    /// the headline speaks of that part, or has its very number.
    fn is_of(&self, figure: &Figure) -> bool {
        let equal = self.figure().quantity.nominal == figure.quantity.nominal;
        let equal = equal && figure.quantity.nominal.is_some();
        match kin(self.figure(), figure) {
            Kin::Apart => false,
            Kin::Crossing => equal,
            Kin::Same | Kin::Narrower => true,
            Kin::Wider => is_whole(figure) || equal,
        }
    }

    /// The count of the first sentences, where it differs although a later count of the same people
    /// gives the headline's number.
    fn odd_lede(&self, given: &[FigureId]) -> Option<FigureId> {
        let (id, lede) = self.body().next()?;
        let later = given.iter().map(|g| &self.figures[*g]).any(|g| {
            let after = g.place.sentence > lede.place.sentence;
            after && is_whole(g) && g.cues.change.is_none() && kin(g, lede) == Kin::Same
        });
        let first = self.figures.iter().find(|f| !is_heading(f)).map(|f| f.place.sentence)?;
        let odd = later
            && !given.contains(&id)
            && lede.place.sentence < first + LEDE
            && self.comparable(lede)
            && kin(self.figure(), lede).nests()
            && lede.quantity.nominal > self.figure().quantity.nominal
            && lede.quantity.agreement(&self.figure().quantity) == Agreement::Impossible;
        odd.then_some(id)
    }

    /// The body's main count of the headline's outcome.
    fn main(&self) -> Option<FigureId> {
        let head = self.figure();
        let mut body = self.body().filter(|(_, f)| self.comparable(f));
        let (id, main) = body.next()?;
        let comparable = match kin(head, main) {
            Kin::Same => true,
            Kin::Wider => true,
            Kin::Narrower => head.quantity.nominal > main.quantity.nominal,
            Kin::Crossing | Kin::Apart => false,
        };
        let elsewhere = self.figures.iter().any(|f| {
            !is_heading(f)
                && f.quantity.nominal.is_some()
                && f.quantity.nominal == head.quantity.nominal
        });
        (comparable && !elsewhere).then_some(id)
    }

    /// Whether a figure of the body may be what the headline speaks of.
    fn comparable(&self, figure: &Figure) -> bool {
        is_whole(figure)
            && figure.scope.event == self.figure().scope.event
            && figure.scope.certain
            && figure.cues.change != Some(Change::From)
    }
}

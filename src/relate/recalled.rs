//! Counts that the body recalls by a definite word, and gets wrong.
//!
//! After "shells killed 71 soldiers" nobody has heard of "the 71 civilians"; after "150,000 died", of
//! "the 1.5 million dead"; after "132 people were killed", of fewer victims; and of "5,400 casualties,
//! 1,350 of them killed", 5,400 did not die. Only a number that was never given for the people
//! recalled proves anything.

use rust_decimal::Decimal;

use super::conflated::apart;
use super::ground::is_first;
use super::kin::{Kin, equal, is_former, is_heading, is_whole, kin, stands_alone, sum_of};
use super::version::{are_swapped, is_slip, is_transposed, may_be_values, may_be_versions};
use super::{Relation, RelationKind};
use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::{Agreement, Bound};

/// Counts of fewer people are too often the same by chance.
const FEW: Decimal = Decimal::TEN;

/// Relates what is recalled to the counts that it must come from.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let sums: Vec<Relation> =
        relations.iter().filter(|r| is_of_dead_and_hurt(figures, r)).cloned().collect();
    for (id, figure) in figures.iter().enumerate() {
        if !is_count(figure) {
            continue;
        }
        let told = Recalled { figures, id };
        let many = figure.quantity.nominal >= Some(FEW);
        let few = figure.cues.definite && figure.quantity.nominal >= Some(Decimal::from(5));
        let found = || told.casualties(&sums).or_else(|| told.pointed());
        let victims = || told.victims().filter(|_| few);
        let hit = || told.all_hit().or_else(|| told.all_dead());
        relations.extend(many.then(found).flatten().or_else(victims).or_else(hit));
        relations.extend(told.parted().or_else(|| told.turned_aside()));
    }
}

/// Whether a figure is a count of the body by itself.
fn is_count(figure: &Figure) -> bool {
    let plain = !is_former(figure) && !figure.cues.besides;
    plain && stands_alone(figure) && is_whole(figure) && !is_heading(figure)
}

/// A figure that may recall an earlier one.
struct Recalled<'a> {
    figures: &'a [Figure],
    id: FigureId,
}

impl Recalled<'_> {
    fn figure(&self) -> &Figure {
        &self.figures[self.id]
    }

    /// The number that a definite word points back to, given for other people or with other zeros.
    fn pointed(&self) -> Option<Relation> {
        let definite = Some(self).filter(|recalled| recalled.figure().cues.definite)?;
        definite.of_another_kind().or_else(|| definite.slip())
    }

    /// "Killed two and wounded three … the nine victims": all who were hit, where the text counts only these.
    fn all_hit(&self) -> Option<Relation> {
        // "the nine victims", "the 75 killed and wounded"
        let all = |f: &Figure| f.telling || f.unit.is_none() && f.group.is_none();
        let figure = Some(self.figure()).filter(|f| f.cues.definite && all(f))?;
        let certain = figure.scope.certain && figure.quantity.bound == Bound::Exact;
        if figure.outcome != Outcome::Casualties || !certain {
            return None;
        }
        let parts = [self.only(Outcome::Killed)?, self.only(Outcome::Injured)?];
        let [dead, hurt] = parts.map(|id| &self.figures[id]);
        let sum = sum_of(dead, hurt)?;
        let others = |f: &Figure| {
            let lost = matches!(f.outcome, Outcome::Missing | Outcome::Captured);
            lost && f.scope.event == figure.scope.event
        };
        let larger = figure.quantity.nominal.is_some_and(|n| n > sum && may_be_values(n, sum));
        let all = larger && kin(dead, hurt) != Kin::Apart && !self.figures.iter().any(others);
        let why = "the text counts nobody else who was killed or hurt".to_owned();
        all.then(|| Relation::new(RelationKind::Sum, vec![self.id], parts.to_vec(), why))
    }

    /// "52 civilians were killed … Of the 54, 29 died in rocket fire, 16 by mines and seven by gunmen": a number without a
    /// noun, all whose parts died, for a number that the text does not give elsewhere.
    fn parted(&self) -> Option<Relation> {
        let figure = Some(self.figure()).filter(|f| f.cues.definite && !f.cues.population)?;
        let bare = figure.unit.is_none() && figure.group.is_none();
        let part = |f: &&Figure| f.cues.part_of == Some(self.id);
        let parts: Vec<&Figure> = self.figures.iter().filter(part).collect();
        let outcome = parts.first()?.outcome;
        let alike = parts.len() > 1 && parts.iter().all(|f| f.outcome == outcome);
        let whole = bare && alike && figure.outcome == Outcome::Affected;
        let (first, count) =
            self.before(outcome).find(|(_, f)| f.scope.event == 0).filter(|_| whole)?;
        let exact = count.quantity.bound == Bound::Exact && figure.quantity.bound == Bound::Exact;
        let again = |f: &Figure| f.span != figure.span && equal(f, figure);
        let given = equal(count, figure) || !self.figures.iter().any(again);
        let why = "all the parts of the later number are of the same outcome".to_owned();
        let relation = || Relation::new(RelationKind::Same, vec![first], vec![self.id], why);
        (exact && given && may_be_versions(count, figure)).then(relation)
    }

    /// "68 villagers were killed … the names of all 86 victims": all the dead, where the text tells of nobody else to whom
    /// anything happened.
    fn all_dead(&self) -> Option<Relation> {
        // "The three victims", who are in no hospital
        let named = |f: &&Figure| f.cues.definite && f.telling && !f.cues.care;
        let figure = Some(self.figure()).filter(|f| f.cues.everyone || named(f))?;
        let dead = self.only(Outcome::Killed)?;
        let first = &self.figures[dead];
        let others = |f: &Figure| {
            let own = f.scope.event == figure.scope.event && f.span != figure.span;
            // "two children and their father"
            let dead = f.outcome == Outcome::Killed && f.is_stated();
            // "Another ten people were dug out alive"
            own && !dead && f.outcome != Outcome::Displaced && !f.cues.alive
        };
        let counts = figure.quantity.nominal.zip(first.quantity.nominal);
        let larger =
            counts.is_some_and(|(a, b)| a > b && (may_be_values(a, b) || are_swapped(a, b)));
        let exact = figure.quantity.bound == Bound::Exact && figure.scope.certain;
        let all = figure.outcome == Outcome::Casualties && exact && larger;
        let all = all && dead < self.id && kin(first, figure).nests();
        let why =
            "the text tells of nobody else who was hurt, so all victims are the dead".to_owned();
        let relation = || Relation::new(RelationKind::Same, vec![dead], vec![self.id], why);
        (all && !self.figures.iter().any(others)).then(relation)
    }

    /// The first count of an outcome in the body, or else in the headline, where the event has no other number of it.
    fn only(&self, outcome: Outcome) -> Option<FigureId> {
        let event = self.figure().scope.event;
        let told = |id: &FigureId| {
            let f = &self.figures[*id];
            f.outcome == outcome && f.scope.event == event && f.is_stated() && is_whole(f)
        };
        let body = |id: &FigureId| told(id) && !is_heading(&self.figures[*id]);
        let mut all = 0..self.figures.len();
        let first = all.clone().find(body).or_else(|| all.find(told))?;
        // "29 people were wounded and 12 of those are in hospital, one in a critical condition"
        let one = |id: FigureId| {
            let (all, f) = (&self.figures[first], &self.figures[id]);
            let beside = f.place.sentence == all.place.sentence;
            equal(f, all) || beside && f.quantity.nominal < all.quantity.nominal
        };
        let exact = self.figures[first].quantity.bound == Bound::Exact;
        (exact && (0..self.figures.len()).filter(told).all(one)).then_some(first)
    }

    /// The counts of an outcome before it.
    fn before(&self, outcome: Outcome) -> impl DoubleEndedIterator<Item = (FigureId, &Figure)> {
        let before = self.figures[..self.id].iter().enumerate();
        before.filter(move |(_, f)| f.outcome == outcome && is_count(f))
    }

    /// Whether its number was given before for people who may be those.
    fn is_known(&self) -> bool {
        let figure = self.figure();
        self.figures[..self.id].iter().any(|f| equal(f, figure) && kin(f, figure) != Kin::Apart)
    }

    /// The same number, of people of whom none can be of this kind. Two sources may well call the dead
    /// militants and civilians.
    fn of_another_kind(&self) -> Option<Relation> {
        let figure = self.figure();
        let own = figure.source.as_ref().map(|source| &source.name);
        let said = |f: &Figure| f.source.as_ref().map(|source| &source.name) == own;
        let other = |f: &Figure| {
            let kinds = f.group.as_ref().zip(figure.group.as_ref());
            let apart = kinds.is_some_and(|(a, b)| apart(a, b));
            apart && equal(f, figure) && said(f) && !figure.cues.contrast
        };
        let known = self.is_known();
        let (id, _) = self.before(figure.outcome).rfind(|(_, f)| other(f) && !known)?;
        let why = "definite words point back to a number that was given for other people";
        Some(Relation::new(RelationKind::OneKind, vec![self.id], vec![id], why.to_owned()))
    }

    /// A number with the same digits and fewer or more zeros, whatever the time that the sentence
    /// speaks of.
    fn slip(&self) -> Option<Relation> {
        let figure = self.figure();
        let slipped = |f: &Figure| {
            let counts = f.quantity.nominal.zip(figure.quantity.nominal);
            // "97 deaths … of the 79 deaths reported since June"
            let turned = |a, b| a >= Decimal::TEN && are_swapped(a, b);
            counts.is_some_and(|(a, b)| {
                has_digits(a) && (is_slip(a.min(b), a.max(b)) || turned(a, b))
            })
        };
        let known = self.is_known();
        // "killed 94 people in 2016 … the 49 victims"
        let outcomes = match figure.outcome {
            Outcome::Casualties if figure.telling => [Outcome::Casualties, Outcome::Killed],
            own => [own, own],
        };
        let mut before = outcomes.into_iter().flat_map(|outcome| self.before(outcome));
        let (id, _) = before.rfind(|(_, f)| {
            !known && slipped(f) && f.scope.event != figure.scope.event && kin(f, figure).nests()
        })?;
        let why = "definite words point back to a number of the same digits";
        Some(Relation::new(RelationKind::Same, vec![id], vec![self.id], why.to_owned()))
    }

    /// "The deadliest since the 2013 inferno, which killed 112 … nothing was learned from it, where 121 people died": two
    /// counts of which one at least is told in passing, with two neighbouring digits in the other's place.
    fn turned_aside(&self) -> Option<Relation> {
        let exact = |f: &Figure| f.quantity.bound == Bound::Exact;
        let figure = Some(self.figure()).filter(|f| exact(f))?;
        let turned = |f: &Figure| {
            let counts = f.quantity.nominal.zip(figure.quantity.nominal);
            let other = f.scope.event != figure.scope.event && kin(f, figure).nests();
            other && counts.is_some_and(|(a, b)| is_transposed(a, b))
        };
        let (first, other) = self.before(figure.outcome).find(|(_, f)| exact(f) && turned(f))?;
        let given = |f: &Figure, of: &Figure| f.span != of.span && equal(f, of);
        let again = |f: &Figure| given(f, figure) || given(f, other);
        let why = "the later number has the digits of the earlier one, two of them turned";
        let relation =
            || Relation::new(RelationKind::Same, vec![first], vec![self.id], why.to_owned());
        (!self.figures.iter().any(again)).then(relation)
    }

    /// The dead, who must all be among the victims.
    fn victims(&self) -> Option<Relation> {
        let figure = self.figure();
        let exact = figure.outcome == Outcome::Casualties && figure.quantity.bound == Bound::Exact;
        let first = self.before(Outcome::Casualties).next().is_none();
        let exact = exact && !self.is_known();
        let dead = |f: &Figure| {
            // not "the 18 victims newly reported", behind the tolls of three lands
            is_first(self.figures, f)
                && may_be_versions(f, figure)
                && f.scope.event == figure.scope.event
                && kin(f, figure).nests()
                && f.quantity.fits_within(&figure.quantity) == Agreement::Impossible
        };
        let (id, _) = self.before(Outcome::Killed).find(|(_, f)| exact && first && dead(f))?;
        let why = "definite words point back to the people already counted";
        Some(Relation::new(RelationKind::Subset, vec![self.id], vec![id], why.to_owned()))
    }

    /// The count of casualties, some of whom were killed, that has the number of the dead.
    fn casualties(&self, sums: &[Relation]) -> Option<Relation> {
        let figure = self.figure();
        let all = |r: &&Relation| {
            let whole = &self.figures[r.claim[0]];
            let fewer = r.evidence.iter().map(|id| &self.figures[*id]).any(|part| {
                let dead = part.outcome == Outcome::Killed && part.is_stated();
                dead && part.quantity.nominal < figure.quantity.nominal
            });
            equal(whole, figure)
                && fewer
                && !r.evidence.contains(&self.id)
                && kin(whole, figure).nests()
                && (whole.scope.event == figure.scope.event || figure.cues.definite)
        };
        let dead = figure.outcome == Outcome::Killed;
        let whole = sums.iter().filter(|_| dead).find(all)?.claim[0];
        let why = "the text gives the number for more than the dead";
        let evidence = vec![whole];
        Some(Relation::new(RelationKind::OtherOutcome, vec![self.id], evidence, why.to_owned()))
    }
}

/// Whether a relation gives the parts of a count of casualties.
fn is_of_dead_and_hurt(figures: &[Figure], relation: &Relation) -> bool {
    let casualties = |id: &FigureId| figures[*id].outcome == Outcome::Casualties;
    relation.kind == RelationKind::Sum
        && matches!(&relation.claim[..], [whole] if casualties(whole))
}

/// Whether a text tells of attackers who died, whom a count of the dead may hold or not.
pub(super) fn has_attackers(figures: &[Figure]) -> bool {
    figures.iter().any(|f| f.cues.perpetrators && f.outcome == Outcome::Killed)
}

/// Whether a number has two digits that are not the zeros at its end: 1,500, not 2,000.
fn has_digits(number: Decimal) -> bool {
    let mut rest = number;
    while !rest.is_zero() && (rest % Decimal::TEN).is_zero() {
        rest /= Decimal::TEN;
    }
    rest > Decimal::TEN
}

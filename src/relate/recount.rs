//! First counts that the body's own parts contradict, with the headline or a later count on their side.
//!
//! Under "Nine dead" a lede has eight, and the body six and three more; or 13 died, eight bodies were found in one carriage
//! and three in the other, and a teacher is "among the 11 dead". Parts alone may leave some out, and another count alone may
//! be of some: the two together seldom are. A list whose sum has the first count's digits turned, or is larger, needs no
//! other. It knows the counts of the main event, not the words between them.

use rust_decimal::Decimal;

use super::kin::{Kin, equal, is_heading, is_whole, kin, stands_alone, sum_of};
use super::recalled::has_attackers;
use super::version::{are_swapped, may_be_miscounted, may_be_values};
use super::{Relation, RelationKind, search};
use crate::figure::{Change, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;

/// The most parts that are added up.
const PARTS: usize = 5;

/// Over how many sentences they are told.
const SPAN: usize = 2;

/// Relates the first count of the dead and of the injured to the headline's or a later one that parts make up.
pub(super) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    for outcome in [Outcome::Killed, Outcome::Injured] {
        let Some(first) = opening(figures, outcome) else { continue };
        let recount = Recount { figures, first };
        let summed = |r: &Relation| r.is_sum_of(first);
        // "Eight people were killed: six singers, the driver of the bus and that of the van"
        let made_up = |r: &Relation| summed(r) && search::makes_up(figures, first, &r.evidence);
        if relations.iter().any(made_up) {
            continue;
        }
        let found = match (0..figures.len()).find(|id| recount.outvotes(*id)) {
            Some(other) => {
                let pair = recount.against(other);
                let known = relations.iter().any(|r| ties_same(r, &pair));
                (!known).then_some(pair)
            }
            None if relations.iter().any(summed) => None,
            None => recount.mistyped().or_else(|| recount.exceeded()),
        };
        relations.extend(found);
    }
}

/// Whether a relation says of the pair of another, either way round, that they are one count.
fn ties_same(known: &Relation, pair: &Relation) -> bool {
    let (claim, evidence) = (pair.claim[0], pair.evidence[0]);
    let ties = |a, b| known.claim == [a] && known.evidence.contains(&b);
    known.kind == RelationKind::Same && (ties(claim, evidence) || ties(evidence, claim))
}

/// The one count of all people of an outcome in the first sentence with numbers.
fn opening(figures: &[Figure], outcome: Outcome) -> Option<FigureId> {
    let sentence = figures.iter().find(|f| !is_heading(f) && f.is_stated())?.place.sentence;
    let here = |f: &Figure| f.place.sentence == sentence && f.outcome == outcome;
    let mut here = (0..figures.len()).filter(|id| here(&figures[*id]));
    let first = here.next().filter(|_| here.next().is_none())?;
    let lede = &figures[first];
    let plain = lede.scope.event == 0 && is_count(lede);
    plain.then_some(first)
}

/// The first count, among all figures.
struct Recount<'a> {
    figures: &'a [Figure],
    first: FigureId,
}

impl Recount<'_> {
    fn lede(&self) -> &Figure {
        &self.figures[self.first]
    }

    /// Whether another count is of the same people, and parts that the body tells make it up.
    fn outvotes(&self, id: FigureId) -> bool {
        let (lede, other) = (self.lede(), &self.figures[id]);
        let exact = other.quantity.bound == Bound::Exact && stands_alone(other) && is_whole(other);
        let own = exact && other.outcome == lede.outcome && other.scope.event == 0;
        let known = other.cues.definite || other.cues.everyone || other.cues.all_of_them;
        // "bringing the number of dead to 18"
        let known = known || other.cues.change == Some(Change::To);
        let again = || id > self.first && known && !self.is_part(id);
        let told = if is_heading(other) { self.is_only_heading(other) } else { again() };
        let values = lede.quantity.nominal.zip(other.quantity.nominal);
        let near =
            values.is_some_and(|(a, b)| a != b && (may_be_values(a, b) || are_swapped(a, b)));
        let people = kin(lede, other).nests();
        let plain = is_count(other) && !other.cues.besides;
        // "Twelve miners died … The dead were 12 miners and nine rescuers": the first count again
        let new = |f: &Figure| !f.cues.definite && f.cues.part_of != Some(id) && !equal(f, lede);
        let same = own && told && near && people && plain && !self.is_explained(other);
        same && self.is_made_up(other, new) && !self.is_made_up(lede, |_| true)
    }

    /// Whether parts of those that are asked for come to a count.
    fn is_made_up(&self, count: &Figure, among: impl Fn(&Figure) -> bool) -> bool {
        let sums = self.sums(|part| among(part) && !equal(part, count));
        sums.into_iter().any(|sum| Some(sum) == count.quantity.nominal)
    }

    /// The first count against another: a headline is held against the text, a later count against the first.
    fn against(&self, other: FigureId) -> Relation {
        let heading = is_heading(&self.figures[other]);
        let (claim, evidence) = if heading { (other, self.first) } else { (self.first, other) };
        let why = "the parts make up the other number".to_owned();
        Relation::new(RelationKind::Same, vec![claim], vec![evidence], why)
    }

    /// Whether no other figure of the headline has its outcome.
    fn is_only_heading(&self, head: &Figure) -> bool {
        let alike = |f: &&Figure| {
            is_heading(f) && f.outcome == head.outcome && f.place.sentence == head.place.sentence
        };
        // "Driver and five farmworkers killed"
        head.cues.persons_before == 0 && self.figures.iter().filter(alike).count() == 1
    }

    /// Whether the attackers, one who is not counted, or others of the body may be the difference.
    fn is_explained(&self, other: &Figure) -> bool {
        let lede = self.lede();
        let attackers =
            lede.cues.perpetrators != other.cues.perpetrators || has_attackers(self.figures);
        let more = other.quantity.nominal > lede.quantity.nominal;
        let lone = |f: &Figure| !f.is_stated() && f.outcome == lede.outcome && is_whole(f);
        let added = |f: &Figure| {
            let own = f.outcome == lede.outcome && is_whole(f);
            own && sum_of(lede, f) == other.quantity.nominal
        };
        let body = || self.figures.iter().filter(|f| !is_heading(f));
        attackers || more && body().any(|f| lone(f) || added(f))
    }

    /// "Seven died in two avalanches … Five of them died in the first. Of the five dead": whether a later count is one of
    /// some of the first, or of people of a kind.
    fn is_part(&self, id: FigureId) -> bool {
        let (lede, other) = (self.lede(), &self.figures[id]);
        let some = |f: &Figure| equal(f, other) && !is_whole(f) && f.outcome == other.outcome;
        kin(lede, other) != Kin::Same || self.figures[..id].iter().any(some)
    }

    /// "Killed 32 … Five officers and 18 civilians were killed": the list of one sentence whose sum has the digits of the
    /// first count, two of them in the other's place.
    fn mistyped(&self) -> Option<Relation> {
        let lede = self.lede();
        let all = lede.quantity.nominal?;
        // not "the dead included nine children and four crew"
        let parts = self.parts(|f| !f.cues.definite && is_whole(f) && !equal(f, lede));
        let sentence = |a: &FigureId, b: &FigureId| {
            self.figures[*a].place.sentence == self.figures[*b].place.sentence
        };
        let list = parts.chunk_by(sentence).find(|list| {
            let sum = search::total(self.figures, list);
            list.len() > 1
                && !search::holds_inner(self.figures, list)
                && sum.is_some_and(|sum| are_swapped(sum, all))
        })?;
        let why = "the parts make up the number with two digits in the other's place".to_owned();
        Some(Relation::new(RelationKind::Sum, vec![self.first], list.to_vec(), why))
    }

    /// "Killed 17 … the bodies of ten adults and nine children": a list of one sentence, nobody being of two, that is larger
    /// than the first count, where the text gives no larger one.
    fn exceeded(&self) -> Option<Relation> {
        let lede = self.lede();
        let all = lede.quantity.nominal?;
        let parts =
            self.parts(|f| !f.cues.definite && !f.cues.besides && is_whole(f) && !equal(f, lede));
        let beside = |a: &FigureId, b: &FigureId| {
            let (one, next) = (&self.figures[*a], &self.figures[*b]);
            // "Thirty-one bodies were found on one floor, 19 in a stairwell"
            let apart = kin(one, next) == Kin::Apart || next.cues.listed;
            one.place.sentence == next.place.sentence && apart && a + 1 == *b
        };
        let list = parts.chunk_by(beside).find(|list| {
            let sum = search::total(self.figures, list);
            let more = sum.is_some_and(|sum| sum > all && may_be_miscounted(sum, all));
            list.len() > 1 && more && !self.is_below_headline(sum)
        })?;
        let why = "nobody is in two of these counts, and all must be among the first".to_owned();
        Some(Relation::new(RelationKind::Subset, vec![self.first], list.to_vec(), why))
    }

    /// "Helga toll now 23" over a county's nine, and six and four of others: whether the headline counts as many, or more.
    fn is_below_headline(&self, sum: Option<Decimal>) -> bool {
        let outcome = self.lede().outcome;
        let more = |f: &Figure| f.outcome == outcome && is_count(f) && f.quantity.nominal >= sum;
        self.figures.iter().take_while(|f| is_heading(f)).any(more)
    }

    /// The exact counts behind the first one that may be of its people, of those that are asked for.
    fn parts(&self, among: impl Fn(&Figure) -> bool) -> Vec<FigureId> {
        let lede = self.lede();
        let part = |id: &FigureId| {
            let f = &self.figures[*id];
            let own = f.outcome == lede.outcome && f.scope.event == 0 && !is_heading(f);
            let stated = f.is_stated() && f.quantity.bound == Bound::Exact;
            let plain = f.cues.change.is_none() && kin(lede, f) != Kin::Apart;
            // "14 civilians, among them five women": of those, who stand behind the first count too
            let inner = f.cues.part_of.is_some_and(|whole| (self.first + 1..*id).contains(&whole));
            own && stated && plain && !inner && among(f)
        };
        (self.first + 1..self.figures.len()).filter(part).collect()
    }

    /// What the parts of one stretch behind the first count come to, of those that are asked for.
    fn sums(&self, among: impl Fn(&Figure) -> bool) -> Vec<Decimal> {
        let parts = self.parts(among);
        let sentence = |id: FigureId| self.figures[id].place.sentence;
        let mut sums = Vec::new();
        for from in 0..parts.len() {
            let last = parts.len().min(from + PARTS);
            for to in from + 1..last {
                let list = &parts[from..=to];
                let near = sentence(parts[to]) - sentence(parts[from]) <= SPAN;
                if near && !search::holds_inner(self.figures, list) {
                    sums.extend(search::total(self.figures, list));
                }
            }
        }
        sums
    }
}

/// Whether a figure is a count of its time, or the toll that others have come to: not "three more", "up from six".
fn is_count(figure: &Figure) -> bool {
    matches!(figure.cues.change, None | Some(Change::To))
}

//! What the headline claims, held against the body.
//!
//! "Blast kills 12" over "A blast killed 14" differ; over "eight men and four women" they do not. A
//! headline's count is given by the body where one figure agrees with it, or some figures together
//! do. Only where none do is it held against the body's main count.

use rust_decimal::Decimal;

use super::kin::{Kin, gives, is_heading, is_whole, kin, outcome_within, stands_alone};
use super::version::may_be_versions;
use super::{Relation, RelationKind, other, search, unread};
use crate::document::BlockKind;
use crate::figure::{Change, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::numeral::Numeral;
use crate::quantity::Agreement;

/// How many sentences of the body tell the news itself.
const LEDE: usize = 3;

/// Relates the figures of the headline and standfirst to those of the body.
pub(super) fn relate(figures: &[Figure], numerals: &[Numeral], relations: &mut Vec<Relation>) {
    let claims =
        |f: &Figure| is_heading(f) && stands_alone(f) && f.cues.change != Some(Change::From);
    for id in (0..figures.len()).filter(|id| claims(&figures[*id]) && !is_rest(figures, *id)) {
        let found = Claim { figures, numerals, known: relations, id }.relations();
        relations.extend(found);
    }
}

/// Whether a figure counts more people than those of an earlier one, or is a part of the count that
/// stands above it: "two more dead", a standfirst's "56 of them in the north".
fn is_rest(figures: &[Figure], id: FigureId) -> bool {
    let figure = &figures[id];
    let above = figures[..id].iter().any(|f| {
        let whole = f.place.kind != figure.place.kind && f.outcome == figure.outcome;
        whole && f.quantity.nominal > figure.quantity.nominal
    });
    let others = figures[..id].iter().any(|f| f.place.sentence == figure.place.sentence);
    (figure.cues.besides && !others) || above
}

/// A figure of the headline.
struct Claim<'a> {
    figures: &'a [Figure],
    numerals: &'a [Numeral],
    /// What is known of the body.
    known: &'a [Relation],
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
        let known = self.known;
        let given = self.given();
        let other = other::group(self.figures, self.id, &given);
        let other = other.or_else(|| other::outcome(self.figures, self.id, &given, known));
        if let Some(other) = other {
            return vec![other];
        }
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
        if let Some(parts) = search::sum(self.figures, self.id, known) {
            let why = "figures of the body add up to the headline's";
            let larger = self.larger_lede(&parts);
            let mut found = vec![self.relation(RelationKind::Sum, parts, why)];
            let why = "the first sentences give the whole count, and it is larger";
            found.extend(larger.map(|lede| self.relation(RelationKind::Same, vec![lede], why)));
            return found;
        }
        let main = self.main();
        if let Some(company) = self.company(main) {
            let why = "these are the people whom the first sentences name";
            return vec![self.relation(RelationKind::Sum, company, why)];
        }
        let why = "no figure of the body gives the headline's number, and this is its main count";
        let main = main.filter(|_| !unread::stands(self.figures, self.numerals, self.figure()));
        let same = main.map(|main| self.relation(RelationKind::Same, vec![main], why));
        same.into_iter().collect()
    }

    /// The people whom one of the first sentences names together, some of them without a number: "a
    /// woman, her husband and three children".
    fn company(&self, main: Option<FigureId>) -> Option<Vec<FigureId>> {
        let head = self.figure();
        let of_kinds = head.outcome == Outcome::Casualties;
        let victim = |f: &Figure| {
            let of_head = !is_heading(f) && f.outcome != Outcome::Affected;
            let of_head = of_head && outcome_within(f.outcome, head.outcome);
            let top = f.cues.part_of.is_none() && f.scope.event == head.scope.event;
            // "Three deputies shot": the suspect who died is none of them.
            let group = !of_kinds || head.group.is_none() || f.group.is_some();
            of_head && top && group && kin(head, f).nests()
        };
        let first = match main {
            Some(main) => &self.figures[main],
            None if self.body().next().is_some() => return None,
            None => self.figures.iter().find(|f| victim(f))?,
        };
        let sentence = first.place.sentence;
        let ids: Vec<FigureId> = (0..self.figures.len())
            .filter(|id| {
                let f = &self.figures[*id];
                f.place.sentence == sentence && victim(f)
            })
            .collect();
        let outcome = |id: &FigureId| self.figures[*id].outcome;
        let named = ids.iter().any(|id| !self.figures[*id].is_stated());
        let named = match of_kinds {
            true => ids.windows(2).any(|pair| outcome(&pair[0]) != outcome(&pair[1])),
            false => named,
        };
        let attacked = ids.iter().all(|id| !self.figures[*id].cues.perpetrators);
        let several = head.quantity.nominal > Some(Decimal::ONE) && is_whole(head);
        let told = sentence <= head.place.sentence + LEDE && several && attacked;
        (named && told && ids.len() > 1).then_some(ids)
    }

    fn relation(&self, kind: RelationKind, evidence: Vec<FigureId>, why: &str) -> Relation {
        Relation::new(kind, vec![self.id], evidence, why.to_owned())
    }

    /// Whether a figure counts people of the headline's own group.
    fn is_own(&self, figure: &Figure) -> bool {
        self.figure().group.is_some() && kin(self.figure(), figure) == Kin::Same
    }

    /// The figures of the body that give the headline's count: those of the main event, if any.
    fn given(&self) -> Vec<FigureId> {
        let own = self.body().any(|(_, f)| f.quantity.nominal.is_some() && self.is_own(f));
        // "Dozens" of all people give no count of those of whom the body has a number.
        let vague = |f: &Figure| f.quantity.nominal.is_none() && own && !self.is_own(f);
        let agree = |f: &Figure| gives(f, self.figure()) && !vague(f);
        let given: Vec<(FigureId, &Figure)> =
            self.body().filter(|(_, f)| agree(f) && self.is_of(f)).collect();
        let main = given.iter().any(|(_, f)| self.is_of_event(f));
        let own = |f: &Figure| self.is_of_event(f) || !(main || self.is_of_another(f));
        given.into_iter().filter(|(_, f)| own(f)).map(|(id, _)| id).collect()
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

    /// The count of the first sentences, where it is larger than the headline's although parts that
    /// do not make it up give that.
    fn larger_lede(&self, parts: &[FigureId]) -> Option<FigureId> {
        let (id, lede) = self.body().next()?;
        let head = self.figure();
        let larger = lede.quantity.nominal > head.quantity.nominal
            && !parts.contains(&id)
            && parts.iter().all(|p| self.figures[*p].place.sentence > lede.place.sentence)
            && self.comparable(lede)
            && is_whole(head)
            && kin(head, lede) == Kin::Same;
        larger.then_some(id)
    }

    /// The count of the first sentences, where it differs although a later count of the same people
    /// gives the headline's number.
    fn odd_lede(&self, given: &[FigureId]) -> Option<FigureId> {
        let of_head = |f: &Figure| matches!(kin(self.figure(), f), Kin::Same | Kin::Wider);
        let (id, lede) = self.body().find(|(_, f)| is_whole(f) && of_head(f))?;
        let later = given.iter().map(|g| &self.figures[*g]).any(|g| {
            let after = g.place.sentence > lede.place.sentence;
            after && is_whole(g) && g.cues.change.is_none() && kin(g, lede).nests()
        });
        let first = self.figures.iter().find(|f| !is_heading(f)).map(|f| f.place.sentence)?;
        let odd = later
            && is_whole(self.figure())
            && !given.contains(&id)
            && lede.place.sentence < first + LEDE
            && self.comparable(lede)
            && lede.quantity.nominal > self.figure().quantity.nominal
            && lede.quantity.agreement(&self.figure().quantity) == Agreement::Impossible;
        odd.then_some(id)
    }

    /// The count of the body that the headline speaks of: one of the same people, or else the main
    /// count, if the headline's people may be all or, being more, cannot be a part of it.
    fn main(&self) -> Option<FigureId> {
        let head = self.figure();
        let equal = |f: &Figure| {
            let nominal = f.quantity.nominal;
            nominal.is_some() && nominal == head.quantity.nominal
        };
        // "41 victims" may be the dead.
        let victims = |f: &Figure| {
            f.outcome == Outcome::Casualties && head.unit.is_some() && f.unit == head.unit
        };
        let mut vague = self.figures.iter().filter(|f| !is_heading(f) && victims(f));
        let given = |f: &Figure| equal(f) && !self.is_of_another(f);
        if self.body().any(|(_, f)| given(f)) || vague.any(equal) {
            return None;
        }
        let only = self.body().filter(|(_, f)| self.is_own(f)).count() == 1;
        let told = |f: &Figure| f.scope.event == head.scope.event && (f.scope.certain || only);
        let own = self.body().find(|(_, f)| self.is_own(f) && told(f) && f.cues.change.is_none());
        let all = || {
            let main = self.main_count()?;
            let (id, main) = (main, &self.figures[main]);
            // "Seven were killed, bringing the toll to 85": the news is the toll.
            let risen = self.body().find(|(_, f)| {
                let beside = f.place.sentence == main.place.sentence;
                beside && f.cues.change == Some(Change::To) && self.comparable(f)
            });
            Some(risen.unwrap_or((id, main)))
        };
        let (id, main) = own.or_else(all)?;
        if self.may_sum(main) || !(self.is_version(main) || self.is_sole(main)) {
            return None;
        }
        let smaller = |f: &Figure| f.quantity.nominal < main.quantity.nominal;
        let only = self.body().all(|(other, f)| other == id || smaller(f));
        let larger = head.quantity.nominal > main.quantity.nominal;
        let several = main.quantity.nominal > Some(Decimal::ONE);
        if larger && !several && !self.opens(main) {
            return None;
        }
        let alone =
            several && self.body().all(|(other, f)| other == id || kin(head, f) == Kin::Apart);
        let comparable = match kin(head, main) {
            Kin::Same => true,
            Kin::Wider => !larger || alone || self.opens(main),
            Kin::Narrower => larger || (self.opens(main) && only),
            Kin::Crossing => only,
            Kin::Apart => false,
        };
        comparable.then_some(id)
    }

    fn is_of_event(&self, figure: &Figure) -> bool {
        figure.scope.event == self.figure().scope.event
    }

    /// Whether a figure counts another event's people, which happen to be as many as the headline's, where the first sentences give a count of the headline's own event.
    fn is_of_another(&self, figure: &Figure) -> bool {
        let Some(main) = self.main_count().map(|id| &self.figures[id]) else { return false };
        let stated = |f: &Figure| f.quantity.nominal.is_some();
        // "Two bodies were found … a larger blaze that also killed five"
        let beside = figure.place.sentence == main.place.sentence;
        let further = figure.place.sentence > main.place.sentence + LEDE;
        let moved = beside || (further && figure.scope.time.is_some());
        let counts = stated(self.figure()) && stated(main) && self.opens(main);
        moved && !self.is_of_event(figure) && counts
    }

    /// The first count of the body that may hold the headline's people.
    fn main_count(&self) -> Option<FigureId> {
        let head = self.figure();
        let is_main = |f: &Figure| self.comparable(f) && kin(head, f) != Kin::Apart;
        self.body().find(|(_, f)| is_whole(head) && is_main(f)).map(|(id, _)| id)
    }

    /// Whether the first sentence of the body that has figures gives a count, in a number or by the
    /// one victim that it names.
    fn opens(&self, figure: &Figure) -> bool {
        let body = || self.figures.iter().filter(|f| !is_heading(f));
        let Some(first) = body().find(|f| f.is_stated()).map(|f| f.place.sentence) else {
            return false;
        };
        let one = |f: &Figure| {
            let alike = f.outcome == figure.outcome && kin(f, figure).nests();
            alike && f.quantity.nominal == figure.quantity.nominal
        };
        figure.place.sentence == first || body().any(|f| f.place.sentence == first && one(f))
    }

    /// Whether the headline may be the total of several counts of the body, not all of which are
    /// understood.
    fn may_sum(&self, main: &Figure) -> bool {
        let head = self.figure();
        let counts = head.quantity.nominal.zip(main.quantity.nominal);
        let Some(gap) =
            counts.map(|(head, main)| head - main).filter(|gap| !gap.is_sign_negative())
        else {
            return false;
        };
        let mut values: Vec<Decimal> = Vec::new();
        for (id, f) in self.body().filter(|(_, f)| is_whole(f) && kin(head, f) != Kin::Apart) {
            let other = f.scope.time.is_none()
                && f.quantity.nominal != main.quantity.nominal
                && !self.makes_up(id, main);
            let fills = f.quantity.nominal.filter(|n| other && *n <= gap && !values.contains(n));
            values.extend(fills);
        }
        let sum = values.iter().fold(Decimal::ZERO, |sum, value| sum.saturating_add(*value));
        // Parts that make up the main count add nothing to it, and a total that the body gives, with
        // fewer people than the headline, leaves nothing to add.
        let parts = Some(sum) == main.quantity.nominal;
        let total = self.body().any(|(_, f)| {
            let fewer = f.quantity.nominal >= main.quantity.nominal
                && f.quantity.nominal < head.quantity.nominal;
            f.cues.total && fewer && self.is_of_event(f) && kin(head, f).nests()
        });
        // "Death toll hits 118" over "the toll has reached 112": nothing is added to a toll.
        let toll = main.cues.change == Some(Change::To) && self.opens(main);
        !values.is_empty() && sum >= gap && !parts && !total && !toll
    }

    /// Whether a figure is known to be a part of the sum that a count of the body is.
    fn makes_up(&self, part: FigureId, main: &Figure) -> bool {
        let is_main = |id: &FigureId| self.figures[*id].span == main.span;
        let mut sums = self.known.iter().filter(|r| r.kind == RelationKind::Sum);
        sums.any(|sum| sum.claim.iter().any(is_main) && sum.evidence.contains(&part))
    }

    /// Whether the headline may be a stale or mistyped version of a count; a vague word may be of any.
    fn is_version(&self, main: &Figure) -> bool {
        let vague = self.figure().quantity.nominal.is_none() || main.quantity.nominal.is_none();
        vague || may_be_versions(self.figure(), main)
    }

    /// Whether the first sentences give a count, and no other of its outcome is given anywhere: the
    /// headline can mean nothing else.
    fn is_sole(&self, main: &Figure) -> bool {
        let opens = main.place.sentence <= self.figure().place.sentence + LEDE;
        let several = main.quantity.nominal > Some(Decimal::ONE);
        let told = |f: &&Figure| !is_heading(f) && f.outcome == main.outcome;
        opens && several && self.figures.iter().filter(told).count() == 1
    }

    /// Whether "others" next to another outcome, or right after it, are others than those.
    fn names_others(&self, figure: &Figure) -> bool {
        self.figures.iter().any(|f| {
            let near = f.place.sentence + 1 >= figure.place.sentence && !is_heading(f);
            near && f.place.word < figure.place.word && f.outcome != figure.outcome
        })
    }

    /// Whether a figure of the body may be what the headline speaks of.
    fn comparable(&self, figure: &Figure) -> bool {
        // "The remaining 82 were dead", where nobody was counted dead before.
        let first = self.body().next().is_some_and(|(_, f)| f.span == figure.span);
        let rest = figure.cues.definite && first;
        let others = figure.cues.besides && !rest && !self.names_others(figure);
        let risen = |f: &Figure| f.cues.change == Some(Change::To);
        is_whole(figure)
            && !others
            && figure.scope.event == self.figure().scope.event
            && (figure.scope.certain || (risen(figure) && risen(self.figure())))
            && figure.cues.change != Some(Change::From)
    }
}

//! What the headline claims, held against the body.
//!
//! "Blast kills 12" over "A blast killed 14" differ; over "eight men and four women" they do not. A
//! headline's count is given by the body where one figure agrees with it, or some figures together
//! do. Only where none do is it held against the body's main count.

mod company;
mod excused;
mod fixed;
mod main_count;
mod some;
mod summed;

use rust_decimal::Decimal;

pub(super) use self::fixed::relate as fix;
use crate::document::BlockKind;
use crate::figure::{Change, Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::{Agreement, Bound};
use crate::relate::kin::{
    Kin, equal, gives, is_former, is_heading, is_whole, kin, stands_alone, sum_of,
};
use crate::relate::version::{are_turned, is_transposed, may_be_versions};
use crate::relate::{Relation, RelationKind, other, search};

/// How many sentences of the body tell the news itself.
const LEDE: usize = 3;

/// Relates the figures of the headline and standfirst to those of the body.
pub(super) fn relate(figures: &[Figure], unread: &[Decimal], relations: &mut Vec<Relation>) {
    let claims = |f: &Figure| is_heading(f) && stands_alone(f) && !is_former(f);
    relations.extend((0..figures.len()).filter_map(|id| some::further(figures, id)));
    relations.extend((0..figures.len()).filter_map(|id| some::part(figures, id)));
    for id in (0..figures.len()).filter(|id| claims(&figures[*id]) && !is_rest(figures, *id)) {
        let found = Claim { figures, unread, known: relations, id }.relations();
        relations.extend(found);
    }
}

/// Whether a figure counts more people than those of an earlier one, or is a part of the count that
/// stands above it: "two more dead", a standfirst's "56 of them in the north".
fn is_rest(figures: &[Figure], id: FigureId) -> bool {
    let figure = &figures[id];
    let above = figures[..id].iter().any(|f| {
        let whole = f.place.kind != figure.place.kind && f.outcome == figure.outcome;
        // "Kills 17 climbers", and below it "where eleven climbers were killed"
        let again = figure.group.is_some() && kin(f, figure) == Kin::Same && is_whole(figure);
        whole && f.quantity.nominal > figure.quantity.nominal && !again
    });
    let others = figures[..id].iter().any(|f| f.place.sentence == figure.place.sentence);
    (figure.cues.besides && !others) || above
}

/// Whether a larger count goes beyond another: "at least 49" over "at least 31", but not 14 over "at least ten".
fn is_beyond(count: &Figure, larger: &Figure) -> bool {
    let open = count.quantity.bound.opens_up() && larger.quantity.bound.opens_up();
    match larger.quantity.agreement(&count.quantity) {
        Agreement::Impossible => true,
        Agreement::Doubtful => open,
        Agreement::Plausible => false,
    }
}

/// A figure of the headline.
struct Claim<'a> {
    figures: &'a [Figure],
    /// Numbers of the headline that the body gives without saying what happened.
    unread: &'a [Decimal],
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
            let excused = |lede: &FigureId| self.is_excused(&self.figures[*lede]);
            let lede = self.odd_lede(&given).filter(|lede| !excused(lede));
            let why = "the headline speaks of the body's main count, and both agree";
            let mut found = vec![self.relation(RelationKind::Same, given, why)];
            let why = "the headline and a later paragraph agree, the first sentences differ";
            found.extend(lede.map(|lede| self.relation(RelationKind::Same, vec![lede], why)));
            let firmer = self.firmer(&found[0].evidence);
            let why = "the body has an exact count, and no more than rounded ones agree";
            found.extend(firmer.map(|count| self.relation(RelationKind::Same, vec![count], why)));
            return found;
        }
        if self.figure().place.kind == BlockKind::Heading {
            return Vec::new();
        }
        let sum = search::sum(self.figures, self.id, known);
        let firm = sum.as_ref().is_some_and(|parts| self.is_firm(parts));
        let sum = sum.filter(|parts| firm || !self.leaves_out_news(parts));
        if let Some(lede) = self.retold().filter(|_| !firm) {
            let why = "the first sentence tells the headline's news again, with another number";
            return vec![self.relation(RelationKind::Same, vec![lede], why)];
        }
        if let Some(parts) = sum {
            let why = "figures of the body add up to the headline's";
            let larger = self.larger_lede(&parts);
            let mut found = vec![self.relation(RelationKind::Sum, parts, why)];
            let why = "the first sentences give the whole count, and it is larger";
            found.extend(larger.map(|lede| self.relation(RelationKind::Same, vec![lede], why)));
            return found;
        }
        if let Some((whole, attacker)) = search::with_attackers(self.figures, self.id) {
            let why = "the body counts the attackers too, whom the headline leaves out".to_owned();
            let parts = vec![self.id, attacker];
            return vec![Relation::new(RelationKind::Sum, vec![whole], parts, why)];
        }
        if let Some(parts) = self.with_own_attackers() {
            let why = "the headline counts the attackers too, whom the body leaves out";
            return vec![self.relation(RelationKind::Sum, parts, why)];
        }
        if let Some(all) = self.all_named() {
            let why = "the text names all of them, kind by kind";
            return vec![self.relation(RelationKind::Sum, all, why)];
        }
        let main = self.main();
        if let Some(company) = self.company(main) {
            let why = "these are the people whom the first sentences name";
            return vec![self.relation(RelationKind::Sum, company, why)];
        }
        if let Some(all) = self.told_together().filter(|_| main.is_none()) {
            let why = "the first sentence counts these and others";
            return vec![self.relation(RelationKind::Sum, all, why)];
        }
        let why = "no figure of the body gives the headline's number, and this is its main count";
        let main = main.or_else(|| self.added_up());
        let main = main.filter(|main| self.is_swapped(*main) || !self.stands());
        let same = main.map(|main| self.relation(RelationKind::Same, vec![main], why));
        same.into_iter().collect()
    }

    /// Whether all of some parts have a number of their own, and are of the headline's event as far as the text tells.
    fn is_firm(&self, parts: &[FigureId]) -> bool {
        parts.iter().map(|id| &self.figures[*id]).all(|f| f.is_stated() && self.is_of_event(f))
    }

    /// "Kills six officers" over "killed three officers … five … in another city", and the gunman: whether some parts
    /// leave out those whom the first sentences count, of the headline's own people.
    fn leaves_out_news(&self, parts: &[FigureId]) -> bool {
        let Some(id) = self.main_count() else { return false };
        let news = &self.figures[id];
        let among = || {
            parts.iter().any(|part| {
                let f = &self.figures[*part];
                *part == id || equal(f, news) || f.cues.part_of == Some(id)
            })
        };
        self.opens(news) && kin(self.figure(), news) == Kin::Same && !among()
    }

    /// "Eight dead in blast at barracks" over "Five people died in a blast at the barracks of": the count of the first
    /// sentences that tell the headline's news in its own words. What else the body adds is other news.
    fn retold(&self) -> Option<FigureId> {
        let head = self.figure();
        let id = self.main_count()?;
        let lede = &self.figures[id];
        let first = self.figures.iter().find(|f| !is_heading(f)).map(|f| f.place.sentence)?;
        let news = lede.place.sentence < first + LEDE && is_whole(head);
        let people = kin(head, lede).nests();
        let again = news && people && lede.echo.retells(&head.echo) && may_be_versions(head, lede);
        let held = again && !self.is_given() && !self.is_excused(lede) && !self.stands();
        held.then_some(id)
    }

    /// Whether the body gives the headline's number without saying what happened.
    fn stands(&self) -> bool {
        self.figure().quantity.nominal.is_some_and(|nominal| self.unread.contains(&nominal))
    }

    /// Whether the headline has a count's digits, two of them in the other's place: 31 and 13.
    fn is_swapped(&self, count: FigureId) -> bool {
        are_turned(self.figure(), &self.figures[count])
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
        // nor those of another event, of whom it has a number for the headline's
        let main = self.figure().quantity.nominal.is_some() && self.main_count().is_some();
        let other = |f: &Figure| own && !self.is_own(f) || main && !self.is_of_event(f);
        let vague = |f: &Figure| f.quantity.nominal.is_none() && other(f);
        // "The ministry had put the toll at 22": a headline with that number is stale.
        let agree = |f: &Figure| gives(f, self.figure()) && !vague(f) && !is_former(f);
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
            && parts.iter().any(|p| self.figures[*p].place.sentence > lede.place.sentence)
            && self.comparable(lede)
            && is_whole(head)
            && matches!(kin(head, lede), Kin::Same | Kin::Wider);
        larger.then_some(id)
    }

    /// The count of the first sentences, where it differs although a later count of the same people
    /// gives the headline's number.
    fn odd_lede(&self, given: &[FigureId]) -> Option<FigureId> {
        // "37 migrants drown" over "59 people", and later a toll of 37
        let again = |f: &Figure| {
            let mut given = given.iter().map(|g| &self.figures[*g]);
            given.any(|g| is_whole(g) && kin(g, f) == Kin::Same)
        };
        let of_head = |f: &Figure| match kin(self.figure(), f) {
            Kin::Same | Kin::Wider => true,
            Kin::Narrower => again(f),
            _ => false,
        };
        let counts = |f: &Figure| of_head(f) && self.comparable(f);
        let (id, lede) = self.body().find(|(_, f)| counts(f))?;
        let later = given.iter().map(|g| &self.figures[*g]).any(|g| {
            // "21 killed as rebels shell rally", said again over the text in one breath with its first sentence
            let again = g.place.word > lede.place.word && lede.echo.retells(&self.figure().echo);
            let after = g.place.sentence > lede.place.sentence || again;
            // "Three killed", over a first sentence with six and a later one with "three of them".
            let own = is_whole(g) || self.is_own(g);
            // "Cholera kills 22 in Mubindo camp": not in all the land.
            let place = self.figure().scope.place_name();
            let there = place.is_some() && g.scope.place_name() == place;
            let elsewhere = lede.scope.place_name() != place
                && (lede.scope.place.is_some() || !may_be_versions(self.figure(), lede));
            let elsewhere = elsewhere && !lede.echo.retells(&self.figure().echo);
            let own = own && !(there && elsewhere);
            after && own && matches!(g.cues.change, None | Some(Change::To)) && kin(g, lede).nests()
        });
        let first = self.figures.iter().find(|f| !is_heading(f)).map(|f| f.place.sentence)?;
        // "Quake kills 94; 60 die in one village": the headline gives both.
        // "Four hostages freed, three still held" over seven who were taken: both together.
        let head = self.figure();
        let beside = |f: &Figure| f.place.sentence == head.place.sentence && f.span != head.span;
        let both = |f: &Figure| {
            let sum = sum_of(f, head);
            beside(f) && sum == lede.quantity.nominal
        };
        // "Seven die in Ukraine, two in Russia" over four: some of the seven.
        let more = |f: &Figure| {
            let own = beside(f) && f.outcome == lede.outcome && kin(f, lede).nests();
            own && f.quantity.nominal > lede.quantity.nominal
        };
        let headed = |f: &Figure| {
            is_heading(f) && f.outcome == lede.outcome && gives(f, lede) || both(f) || more(f)
        };
        let counted = self.figure().quantity.nominal.is_some();
        // "18 more freed; 24 still held" over the 67 who were seized
        let shrinks = matches!(lede.outcome, Outcome::Captured | Outcome::Missing);
        let left = shrinks && self.figures.iter().any(|f| f.cues.alive);
        let beyond_given = || counted && given.iter().any(|g| is_beyond(&self.figures[*g], lede));
        let odd = later
            && !left
            && !self.figures.iter().any(headed)
            && !self.is_another_account(lede)
            && !self.is_added()
            && is_whole(self.figure())
            && !given.contains(&id)
            && lede.place.sentence < first + LEDE
            && lede.quantity.nominal > self.figure().quantity.nominal
            && (is_beyond(self.figure(), lede) || beyond_given());
        odd.then_some(id)
    }

    /// The body's exact count, given twice or as the toll or with two of the headline's digits in the other's place,
    /// where no more than rounded counts agree with the headline: "1,140 deaths … more than a thousand … 1,104".
    fn firmer(&self, given: &[FigureId]) -> Option<FigureId> {
        let head = self.figure();
        let exact = |f: &Figure| f.quantity.bound == Bound::Exact && f.quantity.nominal.is_some();
        let stated =
            |f: &Figure| matches!(f.quantity.bound, Bound::Exact | Bound::AtLeast | Bound::UpTo);
        let firm = |id: &FigureId| {
            let f = &self.figures[*id];
            stated(f) && f.quantity.nominal == head.quantity.nominal
        };
        if !exact(head) || given.iter().any(firm) {
            return None;
        }
        let counts = |f: &Figure| {
            let same = is_whole(f) && kin(head, f) == Kin::Same && self.comparable(f);
            same && exact(f) && !equal(f, head)
        };
        let swapped = |f: &Figure| {
            let counts = head.quantity.nominal.zip(f.quantity.nominal);
            counts.is_some_and(|(a, b)| is_transposed(a, b))
        };
        let body = self.body().map(|(_, f)| f);
        let times = search::times_given(body.filter(|f| self.is_of_event(f) && is_whole(f)));
        let several = |f: &Figure| {
            let often = f.quantity.nominal.and_then(|nominal| times.get(&nominal));
            often.is_some_and(|often| *often > 1)
        };
        let twice = |f: &Figure| may_be_versions(f, head) && several(f);
        // "The death toll stood at 1,104."
        let unplaced = |f: &Figure| f.scope.place.is_none() && f.scope.time.is_none();
        let toll = |f: &Figure| f.cues.of_event && self.is_of_event(f) && unplaced(f);
        let firm = |f: &Figure| swapped(f) || twice(f) || toll(f);
        self.body().find(|(_, f)| counts(f) && firm(f)).map(|(id, _)| id)
    }

    fn is_of_event(&self, figure: &Figure) -> bool {
        figure.scope.event == self.figure().scope.event
    }
}

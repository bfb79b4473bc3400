//! Totals that the text announces or that parts give.
//!
//! "32 dead and 160 missing, bringing the total to 192" is a sum of figures of one sentence. Casualties
//! are the sum of the killed and the injured, all people the sum of both sides. Parts that add up
//! are taken for parts; where none do, only an announced total and a full account of several sides
//! are held against their parts.

mod account;
mod hit;
mod reached;
mod together;

use std::cell::LazyCell;
use std::ops::Range;

use crate::figure::{Figure, FigureId};
use crate::lexicon::Outcome;
use crate::quantity::Bound;
use crate::relate::kin::{
    Kin, is_announced, is_former, is_heading, is_whole, kin, may_be_among, same_source,
    stands_alone, sum_of,
};
use crate::relate::near::near;
use crate::relate::pick::{Sums, disjoint};
use crate::relate::version::may_be_values;
use crate::relate::{Relation, RelationKind, fates, feared, search};

/// How many sentences lie between a total and its parts.
const REACH: usize = 3;

/// How many sentences away the counts stand that a count of casualties must hold.
const HELD: usize = 2;

/// Relates totals to what they are the sum of.
pub(in crate::relate) fn relate(figures: &[Figure], relations: &mut Vec<Relation>) {
    let sum = |r: &Relation| {
        let claim = r.claim.first().copied().filter(|_| r.kind == RelationKind::Sum)?;
        Some((claim, r.evidence.clone()))
    };
    let mut known: Sums = relations.iter().filter_map(sum).collect();
    for (id, figure) in figures.iter().enumerate() {
        let zero = figure.quantity.strict.high.is_some_and(|high| high.is_zero());
        let told = known.contains_key(&id) || is_listed(figures, id);
        if stands_alone(figure) && !is_heading(figure) && !told && !zero {
            let found = Total { figures, id, known: &known }.relation();
            known.extend(found.as_ref().and_then(sum));
            relations.extend(found);
        }
        // "11,243 casualties. Of these 2,221 were killed and 9,022 injured. Soldiers made up 6,877 and civilians 4,366"
        if told && figure.outcome == Outcome::Casualties && are_kinds(figures, id, &known) {
            relations.extend(Total { figures, id, known: &known }.accounted());
        }
        if are_kinds(figures, id, &known) {
            // "53 people on board, 48 tourists and five crew": what became of them is still to be told.
            // "Killing 28 of the 41 on board. Fifteen survived … 37 passengers and a crew of four"
            let of_them = |part: &FigureId| figures[*part].cues.part_of == Some(id);
            // "Carrying 49 passengers and four crew … the overall toll is 53": with people on the ground
            let behind = |part: &FigureId| *part > id && (told || figures[*part].cues.alive);
            let behind = |r: &Relation| r.evidence.iter().all(|part| behind(part) || of_them(part));
            relations.extend(fates::of(figures, id).filter(behind));
        }
    }
}

/// Whether what makes up a count only says who they were.
fn are_kinds(figures: &[Figure], id: FigureId, known: &Sums) -> bool {
    let kind = |part: &FigureId| {
        let f = &figures[*part];
        f.outcome == figures[id].outcome && !f.cues.alive
    };
    !is_heading(&figures[id]) && known.get(&id).is_some_and(|parts| parts.iter().all(kind))
}

/// "Four on Friday, seven on Saturday and three on Sunday": whether a count is one of a list of places or days, and
/// not the total of the others.
fn is_listed(figures: &[Figure], id: FigureId) -> bool {
    let goes_on = |at: FigureId| figures.get(at).is_some_and(|f| f.cues.listed);
    // "19 of the 34 men on board were saved, 12 by a lifeboat": the 34 are all.
    let all = figures[id].cues.total || figures[id].cues.population;
    (goes_on(id) || goes_on(id + 1)) && !all
}

/// A figure that may be a total.
struct Total<'a> {
    figures: &'a [Figure],
    id: FigureId,
    /// What is known to make up other totals.
    known: &'a Sums,
}

impl Total<'_> {
    fn figure(&self) -> &Figure {
        &self.figures[self.id]
    }

    fn relation(&self) -> Option<Relation> {
        let figure = self.figure();
        let of_kinds = figure.outcome == Outcome::Casualties;
        let announced = is_announced(figure);
        if let Some(sides) = of_kinds.then(|| self.sides()).flatten() {
            let why = "the killed and the injured of all sides are given";
            return Some(Relation::new(RelationKind::Sum, vec![self.id], sides, why.to_owned()));
        }
        if let Some(together) = self.together() {
            return Some(together);
        }
        let fates = LazyCell::new(|| fates::of(self.figures, self.id));
        if figure.outcome == Outcome::Affected && fates.as_ref().is_some_and(|r| self.exceeds(r)) {
            return fates.clone();
        }
        let windows = if of_kinds || announced { self.windows() } else { Vec::new() };
        let fits = |parts: &&Vec<FigureId>| {
            parts.len() > 1 && search::adds_up(self.figures, self.id, parts)
        };
        let found = windows.iter().find(fits).cloned();
        let far = figure.outcome == Outcome::Affected || announced;
        let reach = if far { usize::MAX } else { search::reach(figure) };
        // "23 killed and 41 wounded. In all, it reported 66 casualties": of these, and of nobody further down
        let accounted = LazyCell::new(|| self.accounted());
        let told = of_kinds && figure.cues.total && accounted.is_some();
        let near = || search::sum_near(self.figures, self.id, reach, self.known);
        let found = found.or_else(|| if told { None } else { near() });
        let found = found.or_else(|| search::sum_of_kinds(self.figures, self.id));
        let (parts, why) = match found {
            Some(parts) => (parts, "these figures add up to it"),
            None => match figure.cues.total.then(|| self.announced()).flatten() {
                Some(parts) => (parts, "the text announces the total of these"),
                None => {
                    return (*accounted)
                        .clone()
                        .or_else(|| self.both_sides())
                        .or_else(|| self.of_all_hit())
                        .or_else(|| self.of_all_aboard())
                        .or_else(|| self.held())
                        .or_else(|| (*fates).clone())
                        .or_else(|| feared::of(self.figures, self.id))
                        .or_else(|| self.brought());
                }
            },
        };
        Some(Relation::new(RelationKind::Sum, vec![self.id], parts, why.to_owned()))
    }

    /// "Eleven workers were buried. Nine died and four were rescued": whether what became of people is told right behind
    /// their count and of more than all, whatever else adds up to it.
    fn exceeds(&self, fates: &Relation) -> bool {
        let (figure, parts) = (self.figure(), &fates.evidence);
        let behind = |part: &FigureId| {
            let sentence = self.figures[*part].place.sentence;
            *part > self.id && sentence <= figure.place.sentence + 1
        };
        let more = search::total(self.figures, parts) > figure.quantity.nominal;
        // "22 were brought out alive, one of whom died on the way"
        more && parts.iter().all(behind) && !search::holds_inner(self.figures, parts)
    }

    /// Figures that may be the parts: those before and after it in its sentence, and those of the
    /// sentences that follow or lead up to it.
    fn windows(&self) -> Vec<Vec<FigureId>> {
        let mut windows = vec![self.parts(self.before(0)), self.parts(self.after(0))];
        for reach in 1..=REACH {
            windows.push(self.parts(self.after(reach)));
            windows.push(self.parts(self.before(reach)));
        }
        windows
    }

    /// The figures before it, in its sentence and so many before that.
    fn before(&self, reach: usize) -> Range<FigureId> {
        near(self.figures, self.figure().place.sentence, reach).start..self.id
    }

    /// The figures after it, in its sentence and so many after that.
    fn after(&self, reach: usize) -> Range<FigureId> {
        self.id + 1..near(self.figures, self.figure().place.sentence, reach).end
    }

    /// The figures of a stretch that may be parts, none counting the people of another.
    fn parts(&self, stretch: impl IntoIterator<Item = FigureId>) -> Vec<FigureId> {
        let mut parts: Vec<FigureId> = Vec::new();
        for p in stretch {
            let f = &self.figures[p];
            let fresh = || parts.iter().all(|q| disjoint(&self.figures[*q], f, *q, p));
            let top =
                f.cues.part_of.is_none_or(|whole| whole == self.id || !parts.contains(&whole));
            if self.may_hold(f) && top && fresh() {
                parts.push(p);
            }
        }
        parts
    }

    /// Whether a figure may be a part of the total.
    fn may_hold(&self, part: &Figure) -> bool {
        let total = self.figure();
        // "46 killed, 173 wounded and 12 missing, a total of 231"
        let beside = total.cues.total && part.place.sentence == total.place.sentence;
        let lost = total.outcome == Outcome::Killed
            || total.outcome == Outcome::Casualties && beside && part.place.word < total.place.word;
        let taken = total.outcome == Outcome::Casualties && part.outcome == Outcome::Captured;
        let presumed = lost && (part.outcome == Outcome::Missing || taken);
        let kin = kin(total, part);
        let counted = stands_alone(part) || !part.is_stated();
        counted
            && !is_former(part)
            && !is_heading(part)
            && (may_be_among(part, total) || presumed)
            && (matches!(kin, Kin::Same | Kin::Wider) || (kin.nests() && part.group.is_none()))
    }

    /// The people of two sides that the sentence before an announced total counts: "18 rebels and seven soldiers
    /// were killed … a total of 25 dead".
    fn both_sides(&self) -> Option<Relation> {
        let figure = self.figure();
        let total = figure.cues.total && figure.group.is_none() && is_whole(figure);
        let last = figure.place.sentence.checked_sub(1).filter(|_| total)?;
        let told = |id: &FigureId| {
            let f = &self.figures[*id];
            let own = f.outcome == figure.outcome && f.scope.event == figure.scope.event;
            own && is_whole(f) && f.scope.certain && self.may_hold(f)
        };
        let sides: Vec<FigureId> = near(self.figures, last, 0).filter(told).collect();
        let [a, b] = *sides else { return None };
        let (first, second) = (&self.figures[a], &self.figures[b]);
        // "shot four people and then himself"
        let himself = first.is_stated() && second.cues.perpetrators && !second.is_stated();
        let stated = first.is_stated() && second.is_stated();
        let apart = kin(first, second) == Kin::Apart || self.are_all(first, second);
        let apart = apart && stated || himself;
        let one = same_source(first, figure) && same_source(second, figure);
        let why = "the sentence before the total counts the people of two sides";
        let relation = || Relation::new(RelationKind::Sum, vec![self.id], sides, why.to_owned());
        (apart && one).then(relation)
    }

    /// "Two soldiers and seven hostages were killed. In all, 11 died": whether two counts, of which no one is in both
    /// by their words, are the first that the body gives, and the total follows in their paragraph.
    fn are_all(&self, first: &Figure, second: &Figure) -> bool {
        let figure = self.figure();
        let counts = [first, second];
        let told = first.group.is_some() || first.scope.place_name().is_some();
        let alike =
            first.group == second.group && first.scope.place_name() == second.scope.place_name();
        // "12 people on the bus and three in the car"
        let bare = first.unit.is_some() && second.unit.is_none();
        let differ = told && !alike || bare;
        let earlier = |f: &Figure| {
            let body = f.outcome == figure.outcome && !is_heading(f) && f.is_stated();
            body && f.place.word < figure.place.word && counts.iter().all(|c| c.span != f.span)
        };
        let exact = counts.iter().all(|f| f.quantity.bound == Bound::Exact && !f.cues.besides);
        let block = counts.iter().all(|f| f.place.block == figure.place.block);
        let sum = sum_of(first, second);
        let near = sum.zip(figure.quantity.nominal).is_some_and(|(a, b)| may_be_values(a, b));
        differ && exact && block && near && !self.figures.iter().any(earlier)
    }

    /// All parts before an announced total in its sentence. Counts alike are of different people
    /// there: "the north lost 40 soldiers and the south lost 35, a total of 75".
    fn announced(&self) -> Option<Vec<FigureId>> {
        let parts = self.parts(self.before(0));
        if parts.len() > 1 {
            // "23 killed, 61 injured and four missing, 84 casualties in all"
            // "24 killed, 30 wounded and ten captured, 54 casualties in all"
            let without = |lost: &[Outcome]| {
                let counts = |id: &FigureId| !lost.contains(&self.figures[*id].outcome);
                parts.iter().copied().filter(counts).collect::<Vec<FigureId>>()
            };
            let (missing, captured) = (Outcome::Missing, Outcome::Captured);
            let fewer = [&[missing][..], &[captured], &[missing, captured]].map(without);
            let fits = |found: &Vec<FigureId>| search::makes_up(self.figures, self.id, found);
            let found = fewer.into_iter().find(fits);
            return Some(self.with_earlier(found.unwrap_or(parts)));
        }
        let alike = self.before(0).filter(|id| {
            let f = &self.figures[*id];
            let top = f.cues.part_of.is_none() && f.cues.change.is_none() && !f.cues.definite;
            top && f.is_stated() && f.outcome == self.figure().outcome && self.may_hold(f)
        });
        let alike: Vec<FigureId> = alike.collect();
        (alike.len() > 1).then_some(alike)
    }

    /// "… bringing to 12 the passengers killed. Six militants and two soldiers also died, making 20": with the parts the
    /// earlier count that fills what they leave.
    fn with_earlier(&self, mut parts: Vec<FigureId>) -> Vec<FigureId> {
        let sum = search::total(self.figures, &parts);
        let gap = self.figure().quantity.nominal.zip(sum).map(|(total, sum)| total - sum);
        let fills = |id: &FigureId| {
            let f = &self.figures[*id];
            gap.is_some() && f.quantity.nominal == gap && f.outcome == self.figure().outcome
        };
        let earlier = self.before(REACH).filter(|id| !parts.contains(id)).find(fills);
        parts.extend(earlier);
        parts
    }

    /// People of several outcomes who must all be among those of an announced count of casualties.
    fn held(&self) -> Option<Relation> {
        let figure = self.figure();
        let everybody = figure.cues.total && figure.group.is_none() && !figure.cues.besides;
        let holds = everybody && is_whole(figure) && figure.outcome == Outcome::Casualties;
        let at = figure.place.sentence;
        let beside = near(self.figures, at, HELD).filter(|id| {
            let f = &self.figures[*id];
            f.scope.event == figure.scope.event
                && f.outcome != figure.outcome
                && f.scope.certain
                && f.is_stated()
        });
        let parts = if holds { self.parts(beside) } else { Vec::new() };
        let outcome = |id: &FigureId| self.figures[*id].outcome;
        let several = parts.windows(2).any(|w| outcome(&w[0]) != outcome(&w[1]));
        let why = "nobody is in two of these counts, and all must be among those counted there";
        several.then(|| Relation::new(RelationKind::Subset, vec![self.id], parts, why.to_owned()))
    }

    /// The killed and the injured of two or more sides, each side with both, in the sentences after
    /// a count of all casualties.
    fn sides(&self) -> Option<Vec<FigureId>> {
        let event = self.figure().scope.event;
        let parts = self.parts(self.after(REACH).filter(|id| {
            let f = &self.figures[*id];
            f.scope.event == event && f.group.is_some()
        }));
        let full = |id: &FigureId| {
            parts.iter().any(|other| {
                let (a, b) = (&self.figures[*id], &self.figures[*other]);
                a.outcome != b.outcome && kin(a, b).nests()
            })
        };
        let apart =
            parts.iter().any(|id| kin(&self.figures[parts[0]], &self.figures[*id]) == Kin::Apart);
        (apart && parts.iter().all(full)).then_some(parts)
    }
}

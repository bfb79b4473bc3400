//! What a phrase takes from the words and phrases around it besides its outcome.
//!
//! In "22 miners were killed and five injured" the five are miners; in "about 80 killed and 400
//! wounded" both are about; in "six of the dead were police" the six are police. Carrying knows one
//! sentence and the figures read from it so far.

use super::group;
use super::outline::{Item, Kind, Outline};
use super::phrase::{self, Partitive, Phrase};
use super::reading::Reading;
use super::tied::Draft;
use super::{Facet, Figure, Group};
use crate::lexicon::{Outcome, OutcomeForm};
use crate::quantity::{Bound, Qualifier, Quantity};
use crate::text::Text;

/// A phrase of a sentence, and what of the sentence was read before it.
pub(super) struct Carry<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) outline: &'a Outline,
    pub(super) phrase: &'a Phrase,
    pub(super) reading: &'a Reading,
    /// The figure of the sentence that was read last, if any.
    pub(super) last: Option<&'a Figure>,
    /// All figures that were read before.
    pub(super) known: &'a [Draft],
    /// The figure that the phrase is a part of, if it is one.
    pub(super) whole: Option<&'a Figure>,
    /// The end of the sentence.
    pub(super) end: usize,
    /// The number as written.
    pub(super) stated: Quantity,
}

impl Carry<'_> {
    /// "(US 8,150; CS 3,236)"
    pub(super) fn labelled(&self) -> Option<Group> {
        let at = self.reading.item.checked_sub(1)?;
        let item = &self.outline.items[at];
        let inside = self.reading.part_of.is_some() && self.reading.complete;
        let label = inside && matches!(item.kind, Kind::People | Kind::Other);
        label.then(|| self.group_of(item))?
    }

    /// The group of the whole, or of the phrase that this one goes on from.
    pub(super) fn shared(&self) -> Option<Group> {
        match self.whole {
            Some(whole) => whole.group.clone(),
            // not the rescuers of "rescuers brought up the injured, 13 of whom"
            None if self.is_of_named() => {
                self.named_before().filter(|_| self.reading.among.is_none())
            }
            None if self.is_of_toll() => None,
            None => {
                let last = self.last.filter(|f| self.goes_on_from(f) && !self.adds_up_groups(f))?;
                let group = self.list_of(last).unwrap_or(last).group.clone();
                let other = |group: &Group| Self::is_narrow(group) || self.stands_beside(last);
                let group = group.filter(|group| !self.phrase.besides || !other(group));
                group.map(|group| group.of_nation(self.text, self.phrase.words.end))
            }
        }
    }

    /// "Four policemen died, bringing the number of dead to 18": a toll that names no people is of all.
    fn is_of_toll(&self) -> bool {
        let Some(at) = self.reading.anchor.filter(|at| *at < self.reading.item) else {
            return false;
        };
        // "and deaths on the roads numbered 204"
        let elsewhere = self.outline.kind(at + 1) == Kind::Preposition;
        let toll = |form: OutcomeForm| form.is(OutcomeForm::TOLL) || form.is_noun() && elsewhere;
        matches!(self.outline.kind(at), Kind::Anchor(word) if toll(word.form))
    }

    /// "Six officers and 334 men were taken, a total of 340": neither officers nor men.
    fn adds_up_groups(&self, last: &Figure) -> bool {
        let total = |at: usize| self.outline.totals.contains(&at);
        let item = self.reading.item;
        let added = item > 0 && total(item - 1) || total(item + 1);
        let mut here = self.known.iter().map(|draft| &draft.figure);
        let other = |f: &Figure| f.place.sentence == last.place.sentence && f.group != last.group;
        added && here.any(other)
    }

    /// "two children were killed and six others hurt": others than children may be anybody, others
    /// than soldiers are soldiers.
    pub(super) fn is_narrow(group: &Group) -> bool {
        let has = |of: fn(Facet) -> bool| group.traits.iter().any(|t| of(t.facet));
        // "two policemen were killed and six others hurt"
        has(|facet| matches!(facet, Facet::Age | Facet::Sex)) && !has(|facet| facet == Facet::Role)
    }

    /// "killed two Americans and three others": whether nothing parts a phrase from the last one, told of in one breath; others
    /// there are not of the same people.
    fn stands_beside(&self, last: &Figure) -> bool {
        let joins = |i: &Item| matches!(i.kind, Kind::And | Kind::Comma | Kind::Other);
        let joined = self.since_last().all(joins);
        joined && self.reading.outcome == Some(last.outcome)
    }

    /// "12 rebels killed, including two boys, and nine wounded": after a list of parts, the whole.
    fn list_of(&self, last: &Figure) -> Option<&Figure> {
        let whole = &self.known.get(last.cues.part_of?)?.figure;
        (self.reading.outcome != Some(last.outcome)).then_some(whole)
    }

    /// Whether a single victim tells whom the next phrase counts: "killing a soldier and wounding
    /// three", but not "killing a man and wounding three".
    fn tells_kind(victim: &Figure) -> bool {
        victim.is_stated() || victim.group.as_ref().is_some_and(Self::is_of_kind)
    }

    /// Whether a group tells what its people are or do, and neither age nor sex.
    pub(super) fn is_of_kind(group: &Group) -> bool {
        let kind = |facet| matches!(facet, Facet::Role | Facet::Nation | Facet::Side);
        !group.traits.is_empty() && group.traits.iter().all(|t| kind(t.facet))
    }

    /// "five of them", ", of whom 346 escaped"
    fn is_of_named(&self) -> bool {
        let before = self.reading.item.checked_sub(1).map(|at| &self.outline.items[at]);
        let of_whom = before
            .is_some_and(|i| i.kind == Kind::Including && phrase::is_of(self.text, i.words.start));
        of_whom || self.phrase.partitive == Some(Partitive::Pronoun)
    }

    /// "engaged the militia, killing four of them": the people named before.
    fn named_before(&self) -> Option<Group> {
        let mut before = self.outline.items[..self.reading.item].iter().rev();
        before.find_map(|item| match item.kind {
            Kind::People => Some(self.group_of(item)),
            Kind::Count(phrase) => {
                let noun = &self.outline.phrases.get(phrase)?.noun;
                let group = group::read(self.text, noun.clone(), self.end).group;
                group.map(Some)
            }
            _ => None,
        })?
    }

    /// Whether the phrase continues a list or a sentence about the same people.
    fn goes_on_from(&self, last: &Figure) -> bool {
        let joined = self.coordinated() || self.reading.item > 0 && self.has_and();
        self.reading.among.is_none()
            && joined
            && last.outcome != Outcome::Affected
            && Self::tells_kind(last)
    }

    /// Whether "and", "while" or a comma stands between this phrase and the last.
    fn has_and(&self) -> bool {
        let joins =
            |i: &Item| matches!(i.kind, Kind::And | Kind::Comma | Kind::Subordinator | Kind::Stop);
        self.since_last().any(joins)
    }

    /// The items between this phrase and the last, the nearest first.
    fn since_last(&self) -> impl Iterator<Item = &Item> {
        let before = self.outline.items[..self.reading.item].iter().rev();
        before.take_while(|i| !matches!(i.kind, Kind::Count(_)))
    }

    /// The quantity under the qualifiers that it shares.
    pub(super) fn quantity(&self, stated: Quantity) -> Quantity {
        let tolerances = &self.text.lexicon.tolerances;
        let (Bound::Exact, Some(value)) = (stated.bound, stated.nominal) else { return stated };
        if self.is_headed_by_estimate() && !value.is_zero() {
            return tolerances.qualified(value, Qualifier::About);
        }
        let about = self.last.filter(|f| f.quantity.bound == Bound::About && self.coordinated());
        about.map_or(stated, |_| stated.widened_by(Qualifier::About, tolerances))
    }

    /// "Estimated casualties: 365", and the parts in brackets behind it.
    fn is_headed_by_estimate(&self) -> bool {
        let Some(at) = self.reading.anchor.and_then(|at| at.checked_sub(1)) else { return false };
        let listed = matches!(self.outline.kind(at + 2), Kind::Colon);
        let word = self.outline.items[at].words.end.saturating_sub(1);
        let qualifier = self.text.tags(word).qualifier.and_then(|q| q.before);
        listed && qualifier == Some(Qualifier::About)
    }

    /// Whether nothing but "and", a comma or a verb stands between this phrase and the last.
    fn coordinated(&self) -> bool {
        self.since_last().all(|i| {
            matches!(
                i.kind,
                Kind::And
                    | Kind::Comma
                    | Kind::With
                    | Kind::Anchor(_)
                    | Kind::Be
                    | Kind::Have
                    | Kind::Preposition
                    | Kind::Adverb
            )
        })
    }
}

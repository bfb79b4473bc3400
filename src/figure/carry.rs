//! What a phrase takes from the words and phrases around it besides its outcome.
//!
//! In "22 miners were killed and five injured" the five are miners; in "about 80 killed and 400
//! wounded" both are about; in "six of the dead were police" the six are police. Carrying knows one
//! sentence and the figures read from it so far.

use super::group::{self, Counted};
use super::outline::{Item, Kind, Outline};
use super::phrase::{self, Head, Partitive, Phrase};
use super::reading::Reading;
use super::tied::Draft;
use super::{Facet, Figure, Group, attach, noun};
use crate::lexicon::{Grammar, Outcome, OutcomeForm, OutcomeWord};
use crate::quantity::{Bound, Qualifier, Quantity};
use crate::text::Text;

/// How many figures back "the 12" points at most.
const NEAR: usize = 40;

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
    /// Whom the phrase counts, by its own noun or by what is around it.
    pub(super) fn people(&self) -> Counted {
        let own = group::read(self.text, self.phrase.noun.clone(), self.end);
        if own.group.is_some() {
            return own;
        }
        let toll = self.of_toll().or_else(|| self.of_state());
        if toll.is_some() {
            return Counted { group: toll, ..own };
        }
        if let Head::Outcome(_) = self.phrase.head {
            let group = self.sufferers().or_else(|| self.setting()).or_else(|| self.tallied());
            if group.is_some() {
                return Counted { group, ..own };
            }
        }
        if !self.is_open() {
            return own;
        }
        let group = self
            .described()
            .or_else(|| self.counted_whole())
            .or_else(|| self.labelled())
            .or_else(|| self.tallied())
            .or_else(|| self.shared())
            .or_else(|| self.named_next())
            .or_else(|| self.pointed_to())
            .or_else(|| self.attacked());
        Counted { group, ..own }
    }

    /// "the number of students abducted rose to 12": the people of whom a toll is given.
    fn of_toll(&self) -> Option<Group> {
        let at = self.reading.anchor?;
        let toll = matches!(self.outline.kind(at), Kind::Anchor(word)
            if word.form.is(OutcomeForm::TOLL));
        let toll = toll && self.outline.kind(at + 1) == Kind::Of;
        let mut behind = self.outline.items[at..].iter().skip(2);
        let people = behind.find(|i| !matches!(i.kind, Kind::Determiner | Kind::Adverb))?;
        (toll && people.kind == Kind::People).then(|| self.group_of(people))?
    }

    /// "two of the hostages"
    fn of_state(&self) -> Option<Group> {
        let Some(Partitive::Outcome(_)) = self.phrase.partitive else { return None };
        let noun = self.phrase.noun.start.checked_sub(1)?;
        group::read(self.text, noun..noun + 1, self.end).group
    }

    /// "the 12": those who were counted before by the same number.
    fn pointed_to(&self) -> Option<Group> {
        let number = self.stated.nominal.filter(|_| self.phrase.definite)?;
        let mut known = self.known.iter().rev().take(NEAR).map(|d| &d.figure);
        known.find(|f| f.quantity.nominal == Some(number) && f.group.is_some())?.group.clone()
    }

    fn group_of(&self, item: &Item) -> Option<Group> {
        group::read(self.text, item.words.clone(), item.words.end).group
    }

    /// "Russian forces suffered 200 fatalities and 400 injuries": the people before the verb.
    fn sufferers(&self) -> Option<Group> {
        let mut before = self.outline.items[..self.reading.item].iter().rev();
        let list = |kind| {
            matches!(
                kind,
                Kind::Count(_) | Kind::And | Kind::Comma | Kind::Determiner | Kind::Adverb
            )
        };
        let verb = before.find(|i| !list(i.kind)).filter(|i| i.kind == Kind::Suffer);
        verb?;
        let between = |kind| matches!(kind, Kind::Adverb | Kind::Have | Kind::Be | Kind::Modal);
        let people = before.find(|i| !between(i.kind)).filter(|i| i.kind == Kind::People)?;
        self.group_of(people)
    }

    /// "On the Russian side there were 200 dead": the people that a sentence opens with.
    fn setting(&self) -> Option<Group> {
        let items = &self.outline.items;
        let opens = matches!(items.first()?.kind, Kind::Preposition | Kind::Including);
        let people = items[1..].iter().find(|i| i.kind != Kind::Determiner)?;
        let named = matches!(people.kind, Kind::People | Kind::Other);
        let mut between = items[2..].iter().take_while(|i| !matches!(i.kind, Kind::Count(_)));
        let there = between.any(|i| i.kind == Kind::Be);
        (opens && named && there).then(|| self.group_of(people))?
    }

    /// "the number of civilians killed has risen to 200": the people whose toll it is.
    fn tallied(&self) -> Option<Group> {
        let told = noun::tallied(self.outline, self.reading.item)?;
        // "the number hurt in a raid that killed 12 is unknown" tells nothing of the 12.
        let anchor =
            self.reading.anchor.is_none_or(|at| at <= told.anchor || at == self.reading.item);
        let told = Some(told).filter(|_| anchor)?;
        let items = &self.outline.items[told.tally + 1..told.anchor];
        let people = items.iter().find(|i| i.kind == Kind::People)?;
        self.group_of(people)
    }

    /// "15 of the 18 miners"
    fn counted_whole(&self) -> Option<Group> {
        let whole = match self.phrase.partitive {
            Some(Partitive::Count) => self.outline.phrase_after(self.reading.item)?,
            _ => return None,
        };
        group::read(self.text, whole.noun.clone(), self.end).group
    }

    /// Whether the phrase leaves to others whom it counts: "seven", "another 12", "five of them".
    fn is_open(&self) -> bool {
        let state = |word: OutcomeWord| word.form.is(OutcomeForm::STATE);
        match self.phrase.head {
            Head::Hidden => true,
            Head::Outcome(word) => state(word) && !self.reading.is_whole,
            _ => self.phrase.besides,
        }
    }

    /// "ten of those killed were believed to be civilians", "five of them children"
    fn described(&self) -> Option<Group> {
        let from = match self.phrase.partitive {
            Some(Partitive::Count) => self.outline.count_after(self.reading.item)?,
            _ => self.reading.item,
        };
        let items = &self.outline.items[from + 1..];
        let mut people = items.iter().skip_while(|i| self.leads_to_description(i.kind));
        let item = people.next().filter(|i| i.kind == Kind::People)?;
        let next = items.first()?;
        // "two women, one an Italian tourist"
        let told = next.kind == Kind::Determiner
            && self.text.tags(next.words.start).grammar.is(Grammar::ARTICLE);
        let near = self.phrase.partitive.is_some() || next.kind == Kind::Be || told;
        near.then(|| self.group_of(item))?
    }

    fn leads_to_description(&self, kind: Kind) -> bool {
        matches!(kind, Kind::Be | Kind::Link | Kind::Preposition | Kind::Determiner | Kind::Adverb)
    }

    /// "(US 8,150; CS 3,236)"
    fn labelled(&self) -> Option<Group> {
        let at = self.reading.item.checked_sub(1)?;
        let item = &self.outline.items[at];
        let inside = self.reading.part_of.is_some() && self.reading.complete;
        let label = inside && matches!(item.kind, Kind::People | Kind::Other);
        label.then(|| self.group_of(item))?
    }

    /// The group of the whole, or of the phrase that this one goes on from.
    fn shared(&self) -> Option<Group> {
        match self.whole {
            Some(whole) => whole.group.clone(),
            None if self.is_of_named() => self.named_before(),
            None => {
                let last = self.last.filter(|f| self.goes_on_from(f))?;
                let group = self.list_of(last).unwrap_or(last).group.clone();
                group.filter(|group| !self.phrase.besides || !Self::is_narrow(group))
            }
        }
    }

    /// "two children were killed and six others hurt": others than children may be anybody, others
    /// than soldiers are soldiers.
    fn is_narrow(group: &Group) -> bool {
        group.traits.iter().any(|t| matches!(t.facet, Facet::Age | Facet::Sex))
    }

    /// "12 rebels killed, including two boys, and nine wounded": after a list of parts, the whole.
    fn list_of(&self, last: &Figure) -> Option<&Figure> {
        let whole = &self.known.get(last.cues.part_of?)?.figure;
        (self.reading.outcome != Some(last.outcome)).then_some(whole)
    }

    /// "kill four, arrest nine militiamen": the noun that two objects share stands with the second.
    fn named_next(&self) -> Option<Group> {
        let at = self.reading.item;
        let joined = matches!(self.outline.kind(at + 1), Kind::Comma | Kind::And);
        let verb = attach::skip_adverbs(self.outline, at + 2);
        let active = matches!(self.outline.kind(verb), Kind::Anchor(_) | Kind::Verb);
        let object = self.reading.anchor.is_some_and(|anchor| anchor < at);
        let Kind::Count(next) = self.outline.kind(verb + 1) else { return None };
        let noun = self.outline.phrases[next].noun.clone();
        let shares = self.phrase.head == Head::Hidden && joined && active && object;
        shares.then(|| group::read(self.text, noun, self.end).group)?
    }

    /// Whether a single victim tells whom the next phrase counts: "killing a soldier and wounding
    /// three", but not "killing a man and wounding three".
    fn tells_kind(victim: &Figure) -> bool {
        let traits = victim.group.as_ref().map(|g| g.traits.as_slice()).unwrap_or_default();
        let kind = |facet| matches!(facet, Facet::Role | Facet::Nation | Facet::Side);
        victim.is_stated() || (!traits.is_empty() && traits.iter().all(|t| kind(t.facet)))
    }

    /// "five of them", ", of whom 346 escaped"
    fn is_of_named(&self) -> bool {
        let before = self.reading.item.checked_sub(1).map(|at| &self.outline.items[at]);
        let of_whom = before
            .is_some_and(|i| i.kind == Kind::Including && phrase::is_of(self.text, i.words.start));
        of_whom || self.phrase.partitive == Some(Partitive::Pronoun)
    }

    /// "opened fire on the guards, killing one": the people that the act was aimed at.
    fn attacked(&self) -> Option<Group> {
        let gerund = self.reading.anchor.filter(|at| *at < self.reading.item)?;
        let gerund = matches!(self.outline.kind(gerund), Kind::Anchor(word)
            if word.form.is(OutcomeForm::GERUND))
        .then_some(gerund)?;
        let clause = self.outline.items[..gerund].iter().enumerate().rev();
        let mut clause = clause.take_while(|(_, i)| !matches!(i.kind, Kind::Stop | Kind::Count(_)));
        let (at, people) = clause.find(|(_, i)| i.kind == Kind::People)?;
        let before = (0..at).rev().find(|b| self.outline.kind(*b) != Kind::Determiner)?;
        let aim = &self.outline.items[before];
        let on = self.text.tags(aim.words.start).grammar.is(Grammar::AIM);
        (self.phrase.head == Head::Hidden && (on || aim.kind == Kind::Verb))
            .then(|| self.group_of(people))?
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
        let before = self.outline.items[..self.reading.item].iter().rev();
        let mut between = before.take_while(|i| !matches!(i.kind, Kind::Count(_)));
        between.any(|i| matches!(i.kind, Kind::And | Kind::Comma | Kind::Subordinator | Kind::Stop))
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
        let before = self.outline.items[..self.reading.item].iter().rev();
        let mut between = before.take_while(|i| !matches!(i.kind, Kind::Count(_)));
        between.all(|i| {
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

//! One noun with its adjectives and complements: "Ukrainian troops", "fighters of the YPG".
//!
//! A part is of one or more kinds, each a trait, and has a name in the words of the article.

use std::ops::Range;

use super::name::{cased, kind_name, name};
use super::{HEAD, has_role, is_joint, is_noun, is_pronoun, lower, parts};
use crate::figure::Trait;
use crate::figure::kinds::joins;
use crate::lexicon::{Facet, Grammar, Kind, PeopleRole, SourceWord};
use crate::text::{Shape, Text};

/// One of the coordinated parts of a phrase, with a noun of its own.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// What makes one of these people.
    pub(super) traits: Vec<Trait>,
    /// The telling words before the noun, as printed in the midst of a sentence.
    modifiers: Vec<String>,
    /// The name of the kind that the last of them gives.
    modifier_kind: Option<String>,
    /// The noun for people.
    pub(super) head: Option<usize>,
    /// The name of the kind that the noun gives.
    head_kind: Option<String>,
    /// What the people of a body that no table knows are called: "members".
    pub(super) called: Option<String>,
    /// "Ukrainian and Russian": no one trait of the facet holds of all.
    pub(super) mixed: Option<Facet>,
}

/// How many words behind a noun phrase are looked at.
const REACH: usize = 8;

/// How many words around a bare noun are searched for whose they are.
const CONTEXT: usize = 60;

/// Nouns of people whom other words tell apart.
const WEAK: PeopleRole = PeopleRole::WEAK.or(PeopleRole::RELATION);

impl Part {
    /// Adds a word of the phrase.
    pub(super) fn word(&mut self, text: &Text<'_>, at: usize, limit: usize) {
        let tags = text.tags(at);
        let Some(people) = tags.people.filter(|_| !is_pronoun(text, at)) else {
            return;
        };
        if at + 1 < limit && joins(text, at + 1) {
            return;
        }
        let last = (at + 1..limit)
            .take_while(|next| !is_joint(text, *next))
            .all(|next| !is_noun(text, next));
        if last && people.role.is(HEAD) {
            self.head = Some(at);
            self.head_kind = best(kinds(text, at)).map(|kind| name(text, at, kind));
            self.add(text, at);
        } else if people.role.is(PeopleRole::MODIFIER.or(PeopleRole::PLACE))
            || owns_weak(text, at, limit)
        {
            self.modifier(text, at);
        }
    }

    fn modifier(&mut self, text: &Text<'_>, at: usize) {
        if let Some(kind) = best(kinds(text, at)) {
            let place = has_role(text, at, PeopleRole::PLACE) && self.head.is_some();
            self.modifiers.push(if place { kind_name(kind) } else { cased(text, at) });
            self.modifier_kind = Some(name(text, at, kind));
            self.add(text, at);
        }
    }

    /// Adds the kinds that a word gives.
    fn add(&mut self, text: &Text<'_>, at: usize) {
        for kind in kinds(text, at) {
            if !self.traits.iter().any(|t| t.facet == kind.facet && t.name == kind.name) {
                self.traits.push(kind.into());
            }
        }
    }

    /// Reads the name of a body right before a noun that does not say whose people they are: "CDU
    /// members", "Civil Guard members".
    pub(super) fn of_body(&mut self, text: &Text<'_>, start: usize) {
        let belongs = |head: &usize| has_role(text, *head, PeopleRole::BELONGS);
        let Some(head) = self.head.filter(belongs) else { return };
        let capital = |at: &usize| matches!(text.words[*at].shape, Shape::Title | Shape::Upper);
        let name = (start..head).rev().take_while(capital).last().unwrap_or(head)..head;
        if text.words[head].shape != Shape::Lower {
            return;
        }
        if has_unknown_name(text, &name) {
            self.belong_to(text, &name, head);
        } else if name.len() == 1 && self.modifiers.is_empty() {
            self.modifier(text, name.start);
        }
    }

    /// Makes them the people of a body that no table knows, called by their noun: "members".
    fn belong_to(&mut self, text: &Text<'_>, body: &Range<usize>, noun: usize) {
        self.organisation(text.spaced(body));
        let several = has_role(text, noun, PeopleRole::PLURAL);
        self.called = several.then(|| text.str(noun).to_lowercase());
    }

    /// Takes "officers" for police officers where the text speaks of police nearby.
    pub(super) fn settle(&mut self, text: &Text<'_>) {
        let Some(head) = self.head else { return };
        let Some(bare) = kinds(text, head).find(|kind| !kind.likely.is_empty()) else { return };
        let roles = self.traits.iter().filter(|t| t.facet == Facet::Role);
        if roles.count() > 1 || !self.modifiers.is_empty() {
            return;
        }
        let close = |at: &usize| kinds(text, *at).find(|kind| bare.likely.contains(&kind.name));
        let before = (head.saturating_sub(CONTEXT)..head).rev().find_map(|at| close(&at));
        let after = || (head + 1..text.words.len().min(head + CONTEXT)).find_map(|at| close(&at));
        if let Some(kind) = before.or_else(after).filter(|k| bare.likely.first() == Some(&k.name)) {
            self.modifiers.push(kind_name(kind));
            self.traits.retain(|t| t.name != bare.name);
            self.traits.push(kind.into());
        }
    }

    /// Whether it ends in a noun, not in an adjective that the next part shares.
    pub(super) fn has_noun(&self, text: &Text<'_>) -> bool {
        let role = |at| text.tags(at).people.map(|p| p.role).unwrap_or_default();
        self.head
            .is_some_and(|at| role(at).is(PeopleRole::PLURAL) || !role(at).is(PeopleRole::MODIFIER))
    }

    /// Takes what was read so far for an adjective that the next part goes on with.
    pub(super) fn share(&mut self, text: &Text<'_>, joint: usize) {
        self.mixed = self.traits.last().map(|t| t.facet).or(self.mixed);
        if let Some(at) = self.head.take() {
            self.modifiers.push(cased(text, at));
            self.modifier_kind = self.head_kind.take();
        }
        if !self.modifiers.is_empty() {
            self.modifiers.push(lower(text, &(joint..joint + 1)));
        }
    }

    /// Reads "of the YPG", "from Ukraine" behind the noun. What stands behind "members of" says who
    /// they are, and is returned.
    pub(super) fn complement(
        &mut self,
        text: &Text<'_>,
        start: usize,
        limit: usize,
    ) -> Option<Vec<Part>> {
        let grammar = text.tags(start).grammar;
        let head = self.head.filter(|_| start < limit)?;
        let weak = grammar.is(Grammar::OF) && has_role(text, head, WEAK);
        let name = name_after(text, start + 1, limit, weak);
        let named = |at: usize| text.words[at].shape != Shape::Lower;
        let longer = name.end < limit
            && text.tags(name.end).grammar.is(Grammar::OF)
            && name.clone().next_back().is_some_and(named);
        let unknown = longer || has_unknown_name(text, &name);
        // "five members of the same family" are of no kind.
        let same = weak && text.tags(name.start).source.is(SourceWord::SAME);
        if same {
            return None;
        }
        let belongs = weak && has_role(text, head, PeopleRole::BELONGS);
        if belongs && (unknown || is_unknown_body(text, &name)) {
            self.belong_to(text, &name, head);
        } else if weak {
            return self.whose(parts(text, &name));
        } else if !unknown && grammar.is(Grammar::OF.or(Grammar::ORIGIN)) {
            // "three men from the militia"
            let plain = |t: &Trait| matches!(t.facet, Facet::Sex | Facet::Age);
            let from = grammar.is(Grammar::ORIGIN) && self.traits.iter().all(plain);
            let told = |at: &usize| names_side(text, *at) || (from && names_force(text, *at));
            name.filter(told).for_each(|at| self.modifier(text, at));
        }
        None
    }

    /// The people that weak ones belong to, with what is said of these.
    fn whose(&self, mut parts: Vec<Part>) -> Option<Vec<Part>> {
        if let [part] = parts.as_mut_slice() {
            part.modifiers.splice(0..0, self.modifiers.iter().cloned());
            part.traits.extend(self.traits.iter().cloned());
            part.head_kind = part.head_kind.take().or_else(|| self.head_kind.clone());
        }
        parts.iter().all(|part| part.name().is_some()).then_some(parts)
    }

    /// A party that no table knows: "members of the Civil Guard".
    fn organisation(&mut self, name: String) {
        self.modifiers.push(name.clone());
        self.modifier_kind = Some(name.clone());
        let name = name.to_lowercase();
        self.traits.push(Trait::named(Facet::Side, name));
    }

    /// Reads ", all civilians" behind the noun.
    pub(super) fn apposition(&mut self, text: &Text<'_>, start: usize, limit: usize) {
        let mark = text.words.get(start).is_some_and(|w| w.shape == Shape::Mark);
        if !mark || !text.tags(start + 1).grammar.is(Grammar::EVERY) {
            return;
        }
        let words = name_after(text, start + 2, limit, false);
        let Some(head) = words.clone().rfind(|at| is_noun(text, *at)) else { return };
        for at in words.start..head {
            self.modifier(text, at);
        }
        if let Some(kind) = best(kinds(text, head)).filter(|_| self.head_kind.is_none()) {
            self.head_kind = Some(name(text, head, kind));
        }
        self.add(text, head);
    }

    /// The telling words: "Ukrainian troops"; none where nothing tells these people apart.
    pub(super) fn name(&self) -> Option<String> {
        match (&self.head_kind, &self.modifier_kind, self.modifiers.as_slice()) {
            (Some(head), _, []) => Some(head.clone()),
            (Some(head), _, modifiers) => Some(format!("{} {head}", modifiers.join(" "))),
            (None, _, []) => None,
            (None, Some(kind), [_]) if self.head.is_some() => Some(kind.clone()),
            (None, _, modifiers) => Some(modifiers.join(" ")),
        }
    }
}

/// "the soldiers' lives": whose the lives, bodies, victims are.
fn owns_weak(text: &Text<'_>, at: usize, limit: usize) -> bool {
    let genitive = matches!(text.str(at + 1), "'" | "’" | "'s" | "’s");
    let weak = |at: usize| has_role(text, at, PeopleRole::WEAK);
    genitive && is_noun(text, at) && limit.checked_sub(1).is_some_and(weak)
}

/// The kinds that a word gives to people. A party is written with a capital: "Union", "Tigers".
pub(super) fn kinds<'a>(text: &'a Text<'_>, at: usize) -> impl Iterator<Item = &'a Kind> {
    let capital = text.str(at).chars().any(char::is_uppercase);
    let people = text.tags(at).people.unwrap_or_default();
    let kinds = people.kinds().map(|id| text.lexicon.kind(id));
    kinds.filter(move |kind| capital || kind.facet != Facet::Side)
}

/// The kind that says most about people.
fn best<'a>(kinds: impl Iterator<Item = &'a Kind>) -> Option<&'a Kind> {
    kinds.min_by_key(|kind| match kind.facet {
        Facet::Role => 0,
        Facet::Side => 1,
        Facet::Nation => 2,
        Facet::Faith => 3,
        Facet::Sex => 4,
        Facet::Age => 5,
    })
}

/// The words of a name or noun from `start` on, without its determiner; with a second one behind
/// "and" if `more`.
fn name_after(text: &Text<'_>, start: usize, limit: usize, more: bool) -> Range<usize> {
    let start = if text.tags(start).grammar.is(Grammar::DETERMINER) { start + 1 } else { start };
    // "the Israeli-backed militia"
    let adjective = start + 2 < limit && joins(text, start + 1);
    let adjective = adjective && text.words[start + 2].shape == Shape::Lower;
    let start = start + if adjective { 3 } else { 0 };
    let limit = limit.min(start + REACH);
    let joined = |at: usize| {
        more && text.tags(at).grammar.is(Grammar::AND) && text.tags(at + 1).people.is_some()
    };
    let end = (start..limit).find(|at| ends_name(text, *at) && !joined(*at));
    start..end.unwrap_or(limit.max(start))
}

fn ends_name(text: &Text<'_>, at: usize) -> bool {
    let tags = text.tags(at);
    let mark = text.words[at].shape == Shape::Mark && !joins(text, at);
    mark || tags.grammar.is(Grammar::ENDS_PHRASE) || tags.number.is_some() || tags.outcome.is_some()
}

fn names_side(text: &Text<'_>, at: usize) -> bool {
    kinds(text, at).any(|kind| matches!(kind.facet, Facet::Side | Facet::Nation))
}

/// Whether a word names a force or body that other such people belong to: "the militia".
fn names_force(text: &Text<'_>, at: usize) -> bool {
    let force = |kind: &Kind| kind.facet == Facet::Role && !kind.within.is_empty();
    has_role(text, at, PeopleRole::PLURAL) && kinds(text, at).any(force)
}

/// Whether a word with a capital is in no table.
fn has_unknown_name(text: &Text<'_>, words: &Range<usize>) -> bool {
    words.clone().any(|at| {
        let capital = matches!(text.words[at].shape, Shape::Title | Shape::Upper);
        capital && text.tags(at).people.is_none()
    })
}

/// "a wedding party": several words of which none tells people apart.
fn is_unknown_body(text: &Text<'_>, words: &Range<usize>) -> bool {
    words.len() > 1 && words.clone().all(|at| kinds(text, at).next().is_none())
}

impl From<&Kind> for Trait {
    fn from(kind: &Kind) -> Trait {
        Trait {
            facet: kind.facet,
            name: kind.name.clone(),
            within: kind.within.clone(),
            apart: kind.apart.clone(),
            captured: kind.captured,
        }
    }
}

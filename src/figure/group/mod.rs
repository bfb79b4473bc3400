//! Whose people a noun phrase counts: "soldiers", "Ukrainian troops", "members of the YPG".
//!
//! In "12 Ukrainian soldiers" the unit is `soldiers` and the group `ukrainian soldiers`, of the
//! nation Ukrainian and the role soldiers. A group knows its noun phrase and the words behind it,
//! not what happened to the people.

mod name;
mod part;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::part::Part;
use super::kinds::joins;
use crate::lexicon::{Facet, Grammar, OutcomeForm, PeopleRole};
use crate::text::{Shape, Text};

/// One quality of a group, with the wider ones that it lies in: police officers are police.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trait {
    /// The facet it belongs to.
    pub facet: Facet,
    /// Its name, lower case: "ukrainian".
    pub name: String,
    /// The names of all wider traits of the same facet: "troops" lies in "security forces".
    pub within: Vec<String>,
    /// The widest of these that nobody of another such trait belongs to: "civilians".
    pub apart: Option<String>,
    /// Whether it says no more than that they were captured: "hostages".
    pub captured: bool,
}

/// Whose people a figure counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What tells it from others, in lower case: "ukrainian troops".
    pub label: String,
    /// As printed in the midst of a sentence: "Ukrainian troops", "Civil Guard members".
    pub name: String,
    /// What makes one a member; all of them hold.
    pub traits: Vec<Trait>,
}

/// What a noun phrase counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    /// The noun, lower case: "soldiers".
    pub(super) unit: Option<String>,
    /// Whose people, where the words tell them apart from others.
    pub(super) group: Option<Group>,
}

/// The nouns for people, as the head of a phrase.
const HEAD: PeopleRole = PeopleRole::PLURAL.or(PeopleRole::SINGULAR);

impl Group {
    /// Whether every member of this group is one of the other: policewomen are women.
    pub fn lies_in(&self, other: &Group) -> bool {
        other.traits.iter().all(|wide| self.traits.iter().any(|own| own.lies_in(wide)))
    }

    /// The same people of the nation that the words from `at` on name: "three peacekeepers from Nepal and one from
    /// Ghana".
    pub(super) fn of_nation(self, text: &Text<'_>, at: usize) -> Group {
        let nation = |t: &&Trait| t.facet == Facet::Nation;
        let from = text.tags(at).grammar.is(Grammar::FROM);
        let named = || part::kinds(text, at + 1).find(|kind| kind.facet == Facet::Nation);
        let own = self.traits.iter().find(nation);
        let (Some(own), Some(named)) = (own, from.then(named).flatten()) else { return self };
        let around = self.label.find(&own.name).and_then(|start| {
            Some((self.name.get(..start)?, self.name.get(start + own.name.len()..)?))
        });
        let Some((before, behind)) = around else { return self };
        let name = format!("{before}{}{behind}", name::kind_name(named));
        let traits = self.traits.iter().filter(|t| !nation(t)).cloned();
        Group { label: name.to_lowercase(), traits: traits.chain([named.into()]).collect(), name }
    }

    /// Whether one facet alone tells the members of both apart: men from women, adults from children.
    pub fn differs_by(&self, facet: Facet, other: &Group) -> bool {
        let theirs = || other.traits.iter().filter(|t| t.facet == facet);
        let own = self.traits.iter().filter(|t| t.facet == facet);
        own.into_iter().any(|own| theirs().any(|theirs| own.excludes(theirs)))
    }

    /// Whether nobody can be of both: Ukrainians and Russians, men and women, soldiers and
    /// civilians. Workers and civilians do not exclude each other.
    pub fn excludes(&self, other: &Group) -> bool {
        self.traits.iter().any(|own| other.traits.iter().any(|theirs| own.excludes(theirs)))
    }
}

impl Trait {
    /// A quality of which no more than its name is known.
    fn named(facet: Facet, name: String) -> Trait {
        Trait { facet, name, within: Vec::new(), apart: None, captured: false }
    }

    /// Whether it is the other trait or lies within it.
    fn lies_in(&self, wide: &Trait) -> bool {
        let one_of = |name: &str| self.name == name || self.within.iter().any(|own| own == name);
        // "passengers" of "passengers and crew"; most names are one word.
        let joined = || wide.name.contains(' ') && wide.name.split(AND).any(one_of);
        self.facet == wide.facet && (one_of(&wide.name) || joined())
    }

    fn excludes(&self, other: &Trait) -> bool {
        self.facet == other.facet
            && self.apart.is_some()
            && other.apart.is_some()
            && self.apart != other.apart
            && !self.lies_in(other)
            && !other.lies_in(self)
    }
}

/// Between the names of people of several kinds.
const AND: &str = " and ";

/// Reads the nouns and adjectives `noun`, and what the sentence says behind them up to `limit`.
pub(super) fn read(text: &Text<'_>, noun: Range<usize>, limit: usize) -> Counted {
    let mut parts = parts(text, &noun);
    let unit = unit(text, &noun, &parts);
    if let [part] = parts.as_mut_slice() {
        part.of_body(text, noun.start);
        part.apposition(text, noun.end, limit);
        if let Some(whose) = part.complement(text, noun.end, limit) {
            parts = whose;
        }
    }
    parts.iter_mut().for_each(|part| part.settle(text));
    Counted { unit, group: group(parts) }
}

/// The people of a body that is called by its name alone: "casualties on the Karkh Battalion", "on the Karkh battalion".
pub(super) fn body(text: &Text<'_>, words: &Range<usize>) -> Option<Group> {
    let last = words.clone().next_back()?;
    let mut name = words.start..last;
    let named = !name.is_empty() && name.all(|at| text.words[at].shape != Shape::Lower);
    let body = named && has_role(text, last, PeopleRole::COLLECTIVE);
    let name = text.spaced(words);
    let label = name.to_lowercase();
    let traits = vec![Trait::named(Facet::Side, label.clone())];
    body.then_some(Group { label, name, traits })
}

/// The noun as printed: "soldiers", "passengers and crew"; the last word where no table knows it.
fn unit(text: &Text<'_>, noun: &Range<usize>, parts: &[Part]) -> Option<String> {
    let mut heads = parts.iter().filter_map(|p| p.head);
    let words = match heads.next() {
        Some(first) => first..heads.next_back().unwrap_or(first) + 1,
        None => {
            let last = noun.clone().next_back()?;
            let known = text.tags(last).people.is_some_and(|p| p.role.is(PeopleRole::MODIFIER));
            let word = !matches!(text.words.get(last)?.shape, Shape::Mark | Shape::Digits);
            let word = word && !is_state(text, last);
            Some(last..last + 1).filter(|_| word && !known)?
        }
    };
    // "hostage-takers", not "takers"
    let mut start = words.start;
    while start >= noun.start + 2 && joins(text, start - 1) {
        start -= 2;
    }
    Some(lower(text, &(start..words.end)))
}

/// "dead", "people dead": says what happened to people, not what is counted.
fn is_state(text: &Text<'_>, at: usize) -> bool {
    let state = OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE);
    let outcome = text.tags(at).outcome;
    outcome.is_some_and(|o| o.form.is(state)) || (outcome.is_some() && text.str(at).contains(' '))
}

/// Parts a noun phrase at "and" into those with a noun of their own.
fn parts(text: &Text<'_>, noun: &Range<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut part = Part::default();
    for at in noun.clone() {
        if !is_joint(text, at) {
            part.word(text, at, noun.end);
        } else if part.has_noun(text) {
            parts.push(std::mem::take(&mut part));
        } else {
            part.share(text, at);
        }
    }
    parts.push(part);
    parts
}

/// "and", a comma: what comes before it may have a noun of its own.
fn is_joint(text: &Text<'_>, at: usize) -> bool {
    text.tags(at).grammar.is(Grammar::AND) || matches!(text.mark(at), "," | "&")
}

/// The group of all parts together.
fn group(mut parts: Vec<Part>) -> Option<Group> {
    let [part] = parts.as_mut_slice() else {
        let names: Vec<String> = parts.iter().map(Part::name).collect::<Option<_>>()?;
        let name = names.join(AND);
        let label = name.to_lowercase();
        return Some(Group { traits: shared(&parts), label, name });
    };
    let name = part.name()?;
    let label = name.to_lowercase();
    let mut traits = std::mem::take(&mut part.traits);
    traits.retain(|t| Some(t.facet) != part.mixed);
    // "Civil Guard members"
    let name = part.called.take().map_or_else(|| name.clone(), |called| format!("{name} {called}"));
    Some(Group { label, name, traits })
}

/// What holds of all the parts: besides common traits, being one of the parts.
fn shared(parts: &[Part]) -> Vec<Trait> {
    let first = parts.first().map(|p| p.traits.as_slice()).unwrap_or_default();
    let common = |t: &&Trait| parts.iter().all(|part| part.traits.contains(t));
    let role = |part: &Part| {
        let told = part.traits.iter().find(|t| t.facet == Facet::Role);
        told.map(|t| t.name.clone()).or_else(|| part.name()).unwrap_or_default().to_lowercase()
    };
    let name = parts.iter().map(role).collect::<Vec<_>>().join(AND);
    let one_of = Trait::named(Facet::Role, name);
    first.iter().filter(common).cloned().chain([one_of]).collect()
}

fn is_noun(text: &Text<'_>, at: usize) -> bool {
    has_role(text, at, HEAD) && !is_pronoun(text, at)
}

fn has_role(text: &Text<'_>, at: usize, role: PeopleRole) -> bool {
    text.tags(at).people.is_some_and(|p| p.role.is(role))
}

/// "us" is the country only when it is written "US".
fn is_pronoun(text: &Text<'_>, at: usize) -> bool {
    text.words[at].shape == Shape::Lower && text.tags(at).grammar.is(Grammar::PRONOUN)
}

/// Some words in lower case, parted by single spaces.
fn lower(text: &Text<'_>, words: &Range<usize>) -> String {
    let mut spaced = text.spaced(words);
    if !spaced.is_ascii() {
        return spaced.to_lowercase();
    }
    spaced.make_ascii_lowercase();
    spaced
}

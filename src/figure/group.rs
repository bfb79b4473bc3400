//! Whose people a noun phrase counts: "soldiers", "Ukrainian troops", "members of the YPG".
//!
//! In "12 Ukrainian soldiers" the unit is `soldiers` and the group `ukrainian soldiers`, of the
//! nation Ukrainian and the role soldiers. A group knows its noun phrase and the words behind it,
//! not what happened to the people.

use std::ops::Range;

use super::{Group, Trait};
use crate::lexicon::{Facet, Grammar, Kind, OutcomeForm, PeopleRole};
use crate::text::{Shape, Text};

/// What a noun phrase counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counted {
    /// The noun, lower case: "soldiers".
    pub(super) unit: Option<String>,
    /// Whose people, where the words tell them apart from others.
    pub(super) group: Option<Group>,
}

/// One of the coordinated parts of a phrase, with a noun of its own.
#[derive(Debug, Default)]
struct Part {
    traits: Vec<Trait>,
    /// The telling words before the noun, as printed in lower case.
    modifiers: Vec<String>,
    /// The name of the kind that the last of them gives.
    modifier_kind: Option<String>,
    /// The noun for people.
    head: Option<usize>,
    /// The name of the kind that the noun gives.
    head_kind: Option<String>,
    /// "Ukrainian and Russian": no one trait of the facet holds of all.
    mixed: Option<Facet>,
}

/// How many words behind a noun phrase are looked at.
const REACH: usize = 8;

/// The nouns for people, as the head of a phrase.
const HEAD: PeopleRole = PeopleRole::PLURAL.or(PeopleRole::SINGULAR);

/// Nouns of people whom other words tell apart.
const WEAK: PeopleRole = PeopleRole::WEAK.or(PeopleRole::RELATION);

/// Reads the nouns and adjectives `noun`, and what the sentence says behind them up to `limit`.
pub(super) fn read(text: &Text<'_>, noun: Range<usize>, limit: usize) -> Counted {
    let mut parts = parts(text, &noun);
    let unit = unit(text, &noun, &parts);
    if let [part] = parts.as_mut_slice() {
        part.apposition(text, noun.end, limit);
        if let Some(whose) = part.complement(text, noun.end, limit) {
            parts = whose;
        }
    }
    Counted { unit, group: group(&parts) }
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
    Some(lower(text, &words))
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

impl Part {
    /// Adds a word of the phrase.
    fn word(&mut self, text: &Text<'_>, at: usize, limit: usize) {
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
            let printed = lower(text, &(at..at + 1));
            self.modifiers.push(if place { kind.name.clone() } else { printed });
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

    /// Whether it ends in a noun, not in an adjective that the next part shares.
    fn has_noun(&self, text: &Text<'_>) -> bool {
        let role = |at| text.tags(at).people.map(|p| p.role).unwrap_or_default();
        self.head
            .is_some_and(|at| role(at).is(PeopleRole::PLURAL) || !role(at).is(PeopleRole::MODIFIER))
    }

    /// Takes what was read so far for an adjective that the next part goes on with.
    fn share(&mut self, text: &Text<'_>, joint: usize) {
        self.mixed = self.traits.last().map(|t| t.facet).or(self.mixed);
        if let Some(at) = self.head.take() {
            self.modifiers.push(lower(text, &(at..at + 1)));
            self.modifier_kind = self.head_kind.take();
        }
        if !self.modifiers.is_empty() {
            self.modifiers.push(lower(text, &(joint..joint + 1)));
        }
    }

    /// Reads "of the YPG", "from Ukraine" behind the noun. What stands behind "members of" says who
    /// they are, and is returned.
    fn complement(&mut self, text: &Text<'_>, start: usize, limit: usize) -> Option<Vec<Part>> {
        let grammar = text.tags(start).grammar;
        let head = self.head.filter(|_| start < limit)?;
        let weak = grammar.is(Grammar::OF) && has_role(text, head, WEAK);
        let name = name_after(text, start + 1, limit, weak);
        let named = |at: usize| text.words[at].shape != Shape::Lower;
        let longer = name.end < limit
            && text.tags(name.end).grammar.is(Grammar::OF)
            && name.clone().next_back().is_some_and(named);
        let unknown = longer || has_unknown_name(text, &name);
        if weak && (unknown || is_unknown_body(text, &name)) {
            self.organisation(lower(text, &name));
        } else if weak {
            return self.whose(parts(text, &name));
        } else if !unknown && grammar.is(Grammar::OF.or(Grammar::ORIGIN)) {
            name.filter(|at| names_side(text, *at)).for_each(|at| self.modifier(text, at));
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
        parts.iter().all(|part| part.label().is_some()).then_some(parts)
    }

    /// A party that no table knows: "members of the Civil Guard".
    fn organisation(&mut self, name: String) {
        self.modifiers.push(name.clone());
        self.modifier_kind = Some(name.clone());
        self.traits.push(Trait { facet: Facet::Side, name, within: Vec::new(), apart: None });
    }

    /// Reads ", all civilians" behind the noun.
    fn apposition(&mut self, text: &Text<'_>, start: usize, limit: usize) {
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

    /// The telling words: "ukrainian troops"; none where nothing tells these people apart.
    fn label(&self) -> Option<String> {
        let mut words = self.modifiers.clone();
        match (&self.head_kind, &self.modifier_kind) {
            (Some(head), _) => words.push(head.clone()),
            (None, Some(kind)) if words.len() == 1 && self.head.is_some() => {
                words = vec![kind.clone()];
            }
            _ => {}
        }
        (!words.is_empty()).then(|| words.join(" "))
    }
}

/// How a word names its kind: "terrorists" as printed, "palestinian" and "women" by the kind.
fn name(text: &Text<'_>, at: usize, kind: &Kind) -> String {
    let printed = matches!(kind.facet, Facet::Role | Facet::Side | Facet::Faith);
    if printed && has_role(text, at, PeopleRole::PLURAL) {
        return lower(text, &(at..at + 1));
    }
    kind.name.clone()
}

/// "the soldiers' lives": whose the lives, bodies, victims are.
fn owns_weak(text: &Text<'_>, at: usize, limit: usize) -> bool {
    let genitive = matches!(text.str(at + 1), "'" | "’" | "'s" | "’s");
    let weak = |at: usize| has_role(text, at, PeopleRole::WEAK);
    genitive && is_noun(text, at) && limit.checked_sub(1).is_some_and(weak)
}

/// "and", a comma: what comes before it may have a noun of its own.
fn is_joint(text: &Text<'_>, at: usize) -> bool {
    text.tags(at).grammar.is(Grammar::AND) || matches!(text.str(at), "," | "&")
}

/// The group of all parts together.
fn group(parts: &[Part]) -> Option<Group> {
    let labels: Vec<String> = parts.iter().filter_map(Part::label).collect();
    let label = labels.join(" and ");
    let [part] = parts else {
        return (labels.len() == parts.len())
            .then(|| Group { traits: shared(parts, &label), label });
    };
    let traits = part.traits.iter().filter(|t| Some(t.facet) != part.mixed).cloned().collect();
    (!label.is_empty()).then_some(Group { label, traits })
}

/// What holds of all the parts: besides common traits, being one of the parts.
fn shared(parts: &[Part], label: &str) -> Vec<Trait> {
    let first = parts.first().map(|p| p.traits.as_slice()).unwrap_or_default();
    let common = |t: &&Trait| parts.iter().all(|part| part.traits.contains(t));
    let one_of =
        Trait { facet: Facet::Role, name: label.to_owned(), within: Vec::new(), apart: None };
    first.iter().filter(common).cloned().chain([one_of]).collect()
}

/// The kinds that a word gives to people. A party is written with a capital: "Union", "Tigers".
fn kinds<'a>(text: &'a Text<'_>, at: usize) -> impl Iterator<Item = &'a Kind> {
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
    let determiner = Grammar::ARTICLE.or(Grammar::DEFINITE).or(Grammar::POSSESSIVE);
    let start = if text.tags(start).grammar.is(determiner) { start + 1 } else { start };
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

/// Whether a hyphen or apostrophe holds the parts of one word together.
fn joins(text: &Text<'_>, at: usize) -> bool {
    super::outline::joins(text, at)
}

/// Some words in lower case, parted by single spaces.
fn lower(text: &Text<'_>, words: &Range<usize>) -> String {
    let printed = text.document.words(text.span(words)).to_lowercase();
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl From<&Kind> for Trait {
    fn from(kind: &Kind) -> Trait {
        Trait {
            facet: kind.facet,
            name: kind.name.clone(),
            within: kind.within.clone(),
            apart: kind.apart.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::lexicon::Lexicon;

    /// Unit and label of the phrase before the bar; the words behind it are its sentence.
    fn counted(phrase: &str) -> (String, String) {
        let counted = read_phrase(phrase);
        let label = counted.group.map(|g| g.label);
        (counted.unit.unwrap_or_default(), label.unwrap_or_default())
    }

    fn read_phrase(phrase: &str) -> Counted {
        let noun = phrase.split('|').next().map_or(0, str::len);
        let document = Document::plain(phrase.replace('|', " "));
        let text = crate::text::read(&document, Lexicon::english());
        let end = text.words.iter().take_while(|w| w.span.end <= noun).count();
        read(&text, 0..end, text.words.len())
    }

    fn group_of(phrase: &str) -> Group {
        read_phrase(phrase).group.expect("a group")
    }

    #[track_caller]
    fn check(phrase: &str, unit: &str, label: &str) {
        assert_eq!(counted(phrase), (unit.into(), label.into()), "{phrase}");
    }

    #[test]
    fn the_noun_is_the_unit_and_what_tells_people_apart_is_the_group() {
        check("people", "people", "");
        check("other people", "people", "");
        check("soldiers", "soldiers", "soldiers");
        check("Ukrainian troops", "troops", "ukrainian troops");
        check("policemen", "policemen", "policemen");
        check("soldier", "soldier", "soldiers");
        check("woman", "woman", "women");
        check("soldiers' lives", "lives", "soldiers");
        check("civilian victims", "victims", "civilians");
        check("armed militiamen", "militiamen", "militiamen");
        check("young Jewish women", "women", "jewish women");
        check("Palestinians", "palestinians", "palestinian");
        check("strangers", "strangers", "");
        check("dead", "", "");
        check("deaths", "deaths", "");
    }

    #[test]
    fn a_country_or_party_may_stand_behind_the_noun() {
        check("troops|from Ukraine were killed", "troops", "ukrainian troops");
        check("US", "", "us");
        check("fighters|of the YPG died", "fighters", "ypg fighters");
        check("members|of the Revolutionary Guards", "members", "revolutionary guards");
        check("members|of the Free Valley Army were", "members", "free valley army");
        check("members|of the Hamas militants", "members", "hamas militants");
        check("members|of the army and police", "members", "army and police");
        check("members|of the Taliban north of the city", "members", "taliban");
        check("members|of a wedding party", "members", "wedding party");
        check("members|of a family", "members", "");
        check("staff|of the Union of Divers", "staff", "staff");
        check("civilians|in Gaza", "civilians", "civilians");
        check("people|in Syria", "people", "");
    }

    #[test]
    fn a_backer_is_not_those_who_are_backed() {
        check("U.S.-backed fighters", "fighters", "fighters");
        check("US soldiers", "soldiers", "us soldiers");
    }

    #[test]
    fn coordinated_people_are_of_no_one_kind() {
        check("passengers and crew", "passengers and crew", "passengers and crew");
        check("Ukrainian and Russian soldiers", "soldiers", "ukrainian and russian soldiers");
        let mixed = group_of("women and children");
        assert!(!mixed.lies_in(&group_of("children")) && !group_of("men").lies_in(&mixed));
    }

    #[test]
    fn all_of_them_may_be_of_a_kind() {
        check("people|, all civilians, died", "people", "civilians");
        check("people|, all Iraqi soldiers, died", "people", "iraqi soldiers");
        check("people|, mostly civilians, died", "people", "");
    }

    #[test]
    fn groups_exclude_each_other_only_where_language_says_so() {
        let excludes = |a, b| group_of(a).excludes(&group_of(b));
        assert!(excludes("Ukrainian troops", "Russian troops"));
        assert!(excludes("soldiers", "civilians"));
        assert!(excludes("women", "children"));
        assert!(excludes("boys", "girls"));
        assert!(!excludes("civilians", "miners"));
        assert!(!excludes("women", "civilians"));
        assert!(!excludes("police", "soldiers"));
    }

    #[test]
    fn narrower_groups_lie_in_wider_ones() {
        let lies = |a, b| group_of(a).lies_in(&group_of(b));
        assert!(lies("policewomen", "women") && lies("policewomen", "security forces"));
        assert!(lies("Ukrainian soldiers", "Ukrainians"));
        assert!(!lies("Ukrainians", "Ukrainian soldiers"));
    }
}

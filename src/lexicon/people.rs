//! Words that name people: "soldiers", "civilian", "Ukrainian", "bodies".
//!
//! Three tables: `people.toml` (occupations, standing, age, sex, faiths and sides), `nations.toml`
//! (countries and their people), and `things.toml` (nouns that can be counted and are no people).
//! "Policewomen" is one word of three kinds: adults, police, women. The tables do not know what
//! happened to them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Lexicon;
use super::plain::{self, Word};

/// The parts that a word can play in naming people; a word may have several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeopleRole(u16);

impl PeopleRole {
    /// Whether a word names one person: "soldier", not "family".
    pub fn is_one_person(self) -> bool {
        self.is(PeopleRole::SINGULAR) && !self.is(PeopleRole::COLLECTIVE)
    }

    /// "soldiers", "people", "police": several, as the head of a phrase.
    pub const PLURAL: PeopleRole = PeopleRole(1);
    /// "soldier", "woman": one, as the head of a phrase.
    pub const SINGULAR: PeopleRole = PeopleRole(1 << 1);
    /// "Ukrainian", "civilian", "armed": before a head.
    pub const MODIFIER: PeopleRole = PeopleRole(1 << 2);
    /// "Ukraine": a place whose people are meant by "troops from Ukraine".
    pub const PLACE: PeopleRole = PeopleRole(1 << 3);
    /// "victims", "members", "others", "bodies": stands for people whom other words tell apart.
    pub const WEAK: PeopleRole = PeopleRole(1 << 4);
    /// "family", "crew", "group": its members may be counted, and so may it.
    pub const COLLECTIVE: PeopleRole = PeopleRole(1 << 5);
    /// "gunmen", "bombers": they may be those who did it.
    pub const ATTACKER: PeopleRole = PeopleRole(1 << 6);
    /// "relatives", "colleague": somebody's people.
    pub const RELATION: PeopleRole = PeopleRole(1 << 7);
    /// "tanks", "houses", "goals": can be counted and is no people.
    pub const THING: PeopleRole = PeopleRole(1 << 8);
    /// "terrorists", "crews", "guerillas": their people are called by the name of the kind.
    pub const AS_KIND: PeopleRole = PeopleRole(1 << 9);

    /// "rescuers", "divers": those whom they seek have come to harm.
    pub const SEEKER: PeopleRole = PeopleRole(1 << 10);

    /// "crew", "party": people who are in one place together.
    pub const CREW: PeopleRole = PeopleRole(1 << 11);

    /// "couple": two people.
    pub const PAIR: PeopleRole = PeopleRole(1 << 12);

    /// "members": those who belong to a body that is named beside them.
    pub const BELONGS: PeopleRole = PeopleRole(1 << 13);

    /// "governor": an office that one person holds.
    pub const OFFICE: PeopleRole = PeopleRole(1 << 14);

    /// Whether it has one of the roles of `other`.
    pub fn is(self, other: PeopleRole) -> bool {
        self.0 & other.0 != 0
    }

    /// The roles of both.
    pub const fn or(self, other: PeopleRole) -> PeopleRole {
        PeopleRole(self.0 | other.0)
    }
}

/// A facet by which people are told apart: within one, a person is of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// "children", "adults"
    Age,
    /// "Muslims", "Christians"
    Faith,
    /// "Ukrainians", "Russians"
    Nation,
    /// Occupation or standing: "police", "civilians", "miners".
    Role,
    /// "women", "men"
    Sex,
    /// A party to a conflict or a people without a state: "Hamas", "Kurds".
    Side,
}

/// The facets and their names in the tables.
const FACETS: &[(&str, Facet)] = &[
    ("age", Facet::Age),
    ("faith", Facet::Faith),
    ("nation", Facet::Nation),
    ("role", Facet::Role),
    ("sex", Facet::Sex),
    ("side", Facet::Side),
];

/// The sections of [plain] and what their words are besides people.
const PLAIN: &[(&str, PeopleRole)] = &[
    ("attacker", PeopleRole::ATTACKER),
    ("belongs", PeopleRole::BELONGS),
    ("collective", PeopleRole::COLLECTIVE),
    ("crew", PeopleRole::CREW),
    ("modifier", PeopleRole::MODIFIER),
    ("office", PeopleRole::OFFICE),
    ("pair", PeopleRole::PAIR),
    ("people", PeopleRole(0)),
    ("relation", PeopleRole::RELATION),
    ("seeker", PeopleRole::SEEKER),
    ("weak", PeopleRole::WEAK),
];

/// One kind of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// What it tells people apart by.
    pub facet: Facet,
    /// Its name, lower case: "police".
    pub name: String,
    /// The names of all wider kinds of the same facet: "soldiers" are "troops".
    pub within: Vec<String>,
    /// The narrowest of these, or itself, that nobody of another such kind belongs to unless one lies in
    /// the other: soldiers are troops, and neither police nor civilians.
    pub apart: Option<String>,
    /// Kinds that a bare noun may mean, the first where the text last spoke of it and not of the others:
    /// "officers" are police officers beside police, and not beside troops.
    pub likely: Vec<String>,
    /// Whether they fight, so that those of them who are detained are prisoners.
    pub fighters: bool,
    /// Whether the word says no more than that they were captured: "hostages".
    pub captured: bool,
}

/// A place in the lexicon's list of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindId(u16);

/// How a word names people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeopleWord {
    /// The parts it can play.
    pub role: PeopleRole,
    /// The kinds it puts them in, the first few places filled; none for "people".
    kinds: [Option<KindId>; 4],
}

impl PeopleWord {
    /// The kinds of people it names; none for "people".
    pub fn kinds(&self) -> impl Iterator<Item = KindId> + use<> {
        self.kinds.into_iter().flatten()
    }

    /// Adds a kind; false when there is no room.
    fn add(&mut self, kind: KindId) -> bool {
        if self.kinds.contains(&Some(kind)) {
            return true;
        }
        let free = self.kinds.iter_mut().find(|k| k.is_none());
        free.map(|place| *place = Some(kind)).is_some()
    }
}

/// A section of `people.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Section<'a> {
    #[serde(borrow)]
    plural: Vec<Word<'a>>,
    #[serde(borrow)]
    singular: Vec<Word<'a>>,
    #[serde(borrow)]
    modifier: Vec<Word<'a>>,
    #[serde(borrow)]
    as_kind: Vec<Word<'a>>,
    within: Vec<String>,
    apart: bool,
    likely: Vec<String>,
    fighters: bool,
    captured: bool,
}

impl<'a> Section<'a> {
    /// Its words and the part they play.
    fn lists(&self) -> [(&[Word<'a>], PeopleRole); 4] {
        [
            (&self.plural, PeopleRole::PLURAL),
            (&self.singular, PeopleRole::SINGULAR),
            (&self.modifier, PeopleRole::MODIFIER),
            (&self.as_kind, PeopleRole::AS_KIND),
        ]
    }
}

/// The sections of one facet by name.
type Sections<'a> = BTreeMap<String, Section<'a>>;

/// A section of `nations.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Nation<'a> {
    #[serde(borrow)]
    place: Vec<Word<'a>>,
    #[serde(borrow)]
    modifier: Vec<Word<'a>>,
    #[serde(borrow)]
    plural: Vec<Word<'a>>,
    #[serde(borrow)]
    singular: Vec<Word<'a>>,
}

/// Reads `people.toml`.
pub(super) fn load(people: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let facets: BTreeMap<String, Sections<'_>> = plain::from_str(people)?;
    for (name, sections) in &facets {
        match FACETS.iter().find(|(known, _)| known == name) {
            Some((_, facet)) => load_facet(*facet, sections, lexicon)?,
            None if name == "plain" => load_plain(sections, lexicon)?,
            None => return Err(unknown(name)),
        }
    }
    Ok(())
}

fn load_facet(
    facet: Facet,
    sections: &Sections<'_>,
    lexicon: &mut Lexicon,
) -> Result<(), toml::de::Error> {
    for (name, section) in sections {
        let id = lexicon.add_kind(kind(facet, name, sections)?);
        for (words, role) in section.lists() {
            add_words(words, role, Some(id), lexicon)?;
        }
    }
    Ok(())
}

fn load_plain(sections: &Sections<'_>, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    for (name, section) in sections {
        let role = PLAIN.iter().find(|(known, _)| known == name).ok_or_else(|| unknown(name))?.1;
        for (words, part) in section.lists() {
            add_words(words, part.or(role), None, lexicon)?;
        }
    }
    Ok(())
}

/// Reads `nations.toml`.
pub(super) fn load_nations(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let nations: BTreeMap<String, Nation<'_>> = plain::from_str(table)?;
    for (name, nation) in nations {
        let apart = Some(name.clone());
        let (within, likely) = (Vec::new(), Vec::new());
        let facet = Facet::Nation;
        let kind = Kind { facet, name, within, apart, likely, fighters: false, captured: false };
        let id = Some(lexicon.add_kind(kind));
        add_words(&nation.place, PeopleRole::PLACE, id, lexicon)?;
        add_words(&nation.modifier, PeopleRole::MODIFIER, id, lexicon)?;
        add_words(&nation.plural, PeopleRole::PLURAL, id, lexicon)?;
        add_words(&nation.singular, PeopleRole::SINGULAR, id, lexicon)?;
    }
    Ok(())
}

/// Reads `things.toml`.
pub(super) fn load_things(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let lists: BTreeMap<String, Vec<Word<'_>>> = plain::from_str(table)?;
    lists.values().try_for_each(|words| add_words(words, PeopleRole::THING, None, lexicon))
}

/// Gives words a role and a kind.
fn add_words(
    words: &[Word<'_>],
    role: PeopleRole,
    kind: Option<KindId>,
    lexicon: &mut Lexicon,
) -> Result<(), toml::de::Error> {
    for word in words {
        let people = lexicon.tags_for(word).people.get_or_insert_default();
        people.role = people.role.or(role);
        if kind.is_some_and(|kind| !people.add(kind)) {
            return Err(serde::de::Error::custom(format!("{} is of too many kinds", &**word)));
        }
    }
    Ok(())
}

/// A kind with all that it lies in.
fn kind(facet: Facet, name: &str, sections: &Sections<'_>) -> Result<Kind, toml::de::Error> {
    let mut within: Vec<String> = Vec::new();
    let mut open = vec![name];
    let mut apart = None;
    let mut fighters = false;
    let likely = sections.get(name).map(|s| s.likely.clone()).unwrap_or_default();
    let captured = sections.get(name).is_some_and(|s| s.captured);
    while let Some(next) = open.pop() {
        let section = sections.get(next).ok_or_else(|| unknown(next))?;
        // The narrowest counts: troops are fighters, but no rebels.
        if section.apart && apart.is_none() {
            apart = Some(next.to_owned());
        }
        fighters |= section.fighters;
        for wide in section.within.iter().filter(|w| !within.contains(w)).collect::<Vec<_>>() {
            within.push(wide.clone());
            open.push(wide);
        }
    }
    Ok(Kind { facet, name: name.to_owned(), within, apart, likely, fighters, captured })
}

fn unknown(name: &str) -> toml::de::Error {
    serde::de::Error::custom(format!("unknown section {name}"))
}

impl Lexicon {
    /// A kind of people that some words name.
    pub fn kind(&self, id: KindId) -> &Kind {
        &self.kinds[id.0 as usize]
    }

    /// The number of a kind; one that is known keeps its own, so that a table may add words to it.
    fn add_kind(&mut self, kind: Kind) -> KindId {
        let same = |known: &Kind| known.facet == kind.facet && known.name == kind.name;
        if let Some(known) = self.kinds.iter().position(same) {
            return KindId(known as u16);
        }
        let id = KindId(self.kinds.len() as u16);
        self.kinds.push(kind);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(word: &str) -> Vec<String> {
        let lexicon = Lexicon::english();
        let words: Vec<u32> = word.split(' ').map(|w| lexicon.word(w)).collect();
        let (entry, _) = lexicon.longest(words.into_iter());
        let people = lexicon.tags(entry).people.unwrap_or_default();
        people.kinds().map(|id| lexicon.kind(id).name.clone()).collect()
    }

    #[test]
    fn a_word_may_be_of_several_kinds() {
        assert_eq!(kinds("policewomen"), ["adults", "police", "women"]);
        assert_eq!(kinds("boys"), ["children", "boys"]);
        assert!(kinds("people").is_empty());
    }

    #[test]
    fn kinds_know_all_that_they_lie_in() {
        let lexicon = Lexicon::english();
        let soldiers = lexicon.kinds.iter().find(|k| k.name == "soldiers").expect("a kind");
        assert_eq!(soldiers.within, ["troops", "fighters", "security forces"]);
        assert_eq!(soldiers.apart.as_deref(), Some("troops"));
        assert!(soldiers.fighters);
    }
}

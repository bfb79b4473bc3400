//! The proper names of a document, by their words and by their initials.
//!
//! "Ruiz" leads to `Ana Ruiz` and "NCO" to `Northern Coast Observatory` where the document has the
//! longer name. Proper names do not know who speaks.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::speaker::Sort;
use super::stretch::is_genitive;
use super::{has_capital, is_source};
use crate::lexicon::{Grammar, PeopleRole, SourceWord};
use crate::text::{Caseless, Shape, Text};

/// What several people, or bodies of them, are called.
const SEVERAL: PeopleRole = PeopleRole::PLURAL.or(PeopleRole::COLLECTIVE);

/// The fewest letters of a name that is known although one of them is wrong.
const LONG: usize = 6;

/// How many words back "the group" points at most.
const NEAR: usize = 60;

/// The longer proper names of a document.
#[derive(Debug)]
pub(super) struct Proper<'a> {
    text: &'a Text<'a>,
    /// The names by each of their words.
    words: FxHashMap<Caseless<'a>, Range<usize>>,
    /// The names, in order of place.
    names: Vec<Range<usize>>,
    /// The names by their initials, "CO", once asked for: few articles do.
    initials: OnceCell<FxHashMap<String, Range<usize>>>,
    /// The names that may be those of bodies, in order of place.
    bodies: Vec<Range<usize>>,
}

impl<'a> Proper<'a> {
    /// Notes every name of two words or more.
    pub(super) fn read(text: &'a Text<'a>) -> Proper<'a> {
        // About as many as most articles have.
        let (words, names) = (text.words.len() / 16, text.words.len() / 40);
        let mut proper = Proper {
            text,
            words: FxHashMap::with_capacity_and_hasher(words, FxBuildHasher),
            names: Vec::with_capacity(names),
            initials: OnceCell::new(),
            bodies: Vec::new(),
        };
        proper.collect();
        proper
    }

    fn collect(&mut self) {
        for sentence in &self.text.sentences {
            let words = sentence.words.clone();
            let uniform = words.clone().all(|at| !is_lower_word(self.text, at));
            let mut at = words.start;
            while at < words.end && !uniform {
                if !has_capital(self.text, at) {
                    at += 1;
                    continue;
                }
                let end = name_end(self.text, at, words.end);
                // "Three Turkish engineers"
                let counted = usize::from(at == words.start && self.text.tags(at).number.is_some());
                if end > at + counted {
                    self.note(at + counted..end);
                }
                at = end.max(at + 1);
            }
        }
    }

    fn note(&mut self, words: Range<usize>) {
        let article =
            self.text.tags(words.start).grammar.is(Grammar::DETERMINER.or(Grammar::PREPOSITION));
        let words = words.start + usize::from(article)..words.end;
        if words.len() == 1 {
            return self.note_phrase(words.start);
        }
        let core = person(self.text, words.clone()).unwrap_or(words);
        let many = capitals(self.text, &core).count();
        if many < 2 {
            // "Captain Ruiz"
            return if core.start > 0 && core.len() == 1 && self.is_title(core.start - 1) {
                self.names.push(core);
            };
        }
        for at in capitals(self.text, &core) {
            self.words.entry(Caseless(self.text.str(at))).or_insert(core.clone());
        }
        self.names.push(core.clone());
        if many > 2 || core.clone().any(|at| is_common(self.text, at)) {
            self.bodies.push(core);
        }
    }

    /// Notes a name that is known as a whole, by its last part: "Journal" for "Wall Street Journal".
    fn note_phrase(&mut self, at: usize) {
        if let Some((_, last)) = self.text.str(at).rsplit_once(char::is_whitespace) {
            self.words.entry(Caseless(last)).or_insert(at..at + 1);
        }
    }

    fn initials(&self) -> &FxHashMap<String, Range<usize>> {
        self.initials.get_or_init(|| {
            let mut all = FxHashMap::default();
            for name in self.names.iter().filter(|name| name.len() > 1) {
                let first = |at| self.text.str(at).chars().next();
                let initials = capitals(self.text, name).filter_map(first).collect();
                all.entry(initials).or_insert(name.clone());
            }
            all
        })
    }

    /// A body named a few words before a place.
    pub(super) fn body_before(&self, word: usize) -> Option<Range<usize>> {
        let last = self.bodies.partition_point(|name| name.end <= word).checked_sub(1)?;
        Some(self.bodies[last].clone()).filter(|name| name.end + NEAR > word)
    }

    /// A person named a few words before a place, with a title or a trade: "General Ana Ruiz", "the mayor,
    /// Ana Ruiz".
    pub(super) fn person_before(&self, word: usize) -> Option<Range<usize>> {
        let last = self.names.partition_point(|name| name.end <= word);
        let near = self.names[..last].iter().rev().take_while(|name| name.end + NEAR > word);
        let titled = |name: &&Range<usize>| {
            let before = name.start.checked_sub(1);
            // "Lt-Gen. Ana Ruiz", but not "at the office, Ana Ruiz"
            let office = |at: usize| {
                let general = is_source(self.text, at, SourceWord::SPEAKER);
                let several = self.text.tags(at).people.is_some_and(|p| p.role.is(SEVERAL));
                general && !several && has_capital(self.text, at) && name.len() > 1
            };
            let title = |at: usize| self.is_title(at) || office(at);
            before.is_some_and(title) && (*name).clone().all(|at| !is_body(self.text, at))
        };
        near.clone().find(titled).cloned()
    }

    /// Whether a word, or the one before its comma or stop, is a title or trade of one person.
    pub(super) fn is_title(&self, at: usize) -> bool {
        let mark = matches!(self.text.mark(at), "," | ".");
        let at = at.saturating_sub(usize::from(mark));
        self.text.tags(at).grammar.is(Grammar::TITLE) || is_single(self.text, at)
    }

    /// "Okeche" behind "Captain Ana Okecha": the person whose last name a single name is, one letter aside.
    fn meant(&self, words: &Range<usize>) -> Option<&Range<usize>> {
        let printed = self.text.str(words.start);
        if words.len() > 1 || printed.len() < LONG || !has_capital(self.text, words.start) {
            return None;
        }
        let last = |name: &Range<usize>| self.text.str(name.end - 1);
        let mut people = self.names.iter().filter(|name| name.len() > 1);
        people.find(|name| differ_by_one(last(name), printed))
    }

    /// The fullest name of whom some words name.
    pub(super) fn full(&self, words: Range<usize>, sort: Sort) -> Range<usize> {
        let text = self.text;
        let words = person(text, words.clone()).unwrap_or_else(|| without_adjective(text, words));
        let last = words.end - 1;
        let printed = text.str(last);
        let single = words.len() == 1;
        let known = is_source(text, last, SourceWord::NAME);
        let upper = single && text.words[last].shape == Shape::Upper;
        if upper
            && !known
            && let Some(full) = self.initials().get(printed)
        {
            return full.clone();
        }
        if known || (sort == Sort::Bare && is_common(text, last)) {
            return words;
        }
        let full = self.words.get(&Caseless(printed)).or_else(|| self.meant(&words));
        let fits = full.filter(|full| {
            let longer = full.len() > words.len() && ends_alike(text, full, &words);
            let longer = longer || single && self.meant(&words) == Some(*full);
            longer || (single && sort == Sort::Definite)
        });
        fits.cloned().unwrap_or(words)
    }
}

/// Whether two words are of one length and differ by one letter, or by two that changed places.
fn differ_by_one(a: &str, b: &str) -> bool {
    a.len() == b.len() && strsim::osa_distance(a, b) == 1
}

/// The words of a name that have a capital.
fn capitals(text: &Text<'_>, name: &Range<usize>) -> impl Iterator<Item = usize> {
    name.clone().filter(|at| has_capital(text, *at))
}

/// Whether the last words of a longer name are the shorter one.
fn ends_alike(text: &Text<'_>, long: &Range<usize>, short: &Range<usize>) -> bool {
    let pairs = long.clone().rev().zip(short.clone().rev());
    pairs.into_iter().all(|(a, b)| text.str(a).eq_ignore_ascii_case(text.str(b)))
}

/// Words as printed, parted by single spaces, without a stop or genitive at the end.
pub(super) fn printed(text: &Text<'_>, words: &Range<usize>) -> String {
    let mut name = with_apostrophes(text.spaced(words));
    name.truncate(name.trim_end_matches(['\'', '’', '-', '.']).len());
    name
}

/// "SANA's correspondent" of "SANAs correspondent", in text that has lost its apostrophes.
fn with_apostrophes(name: String) -> String {
    let owner = |word: &str| {
        let initials = word.strip_suffix('s').filter(|own| own.len() > 1);
        initials.is_some_and(|own| own.bytes().all(|byte| byte.is_ascii_uppercase()))
    };
    match name.split_once(' ') {
        Some((first, rest)) if owner(first) => {
            format!("{}'s {rest}", &first[..first.len() - 1])
        }
        _ => name,
    }
}

/// The name of a person behind title and trade: "Ana Ruiz" of "clinic director Ana Ruiz".
pub(super) fn person(text: &Text<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let head = words.clone().next_back()?;
    if !has_capital(text, head) || is_common(text, head) {
        return None;
    }
    let title = |at: &usize| {
        let stop = text.mark(*at) == ".";
        let particle = is_source(text, *at, SourceWord::PARTICLE);
        let inner = particle || is_genitive(text, *at);
        let lower = !has_capital(text, *at) && text.words[*at].shape != Shape::Mark && !inner;
        let title = text.tags(*at).grammar.is(Grammar::TITLE);
        let initial = at.checked_sub(1).is_some_and(|b| text.str(b).len() == 1);
        lower || title || is_common(text, *at) || (stop && !initial)
    };
    let cut = words.clone().rfind(title)?;
    if text.tags(cut).grammar.is(Grammar::PREPOSITION) {
        return None;
    }
    let cut = cut + 1;
    let small = Grammar::PREPOSITION.or(Grammar::OF).or(Grammar::AND);
    if (cut..words.end).any(|at| text.tags(at).grammar.is(small)) {
        return None;
    }
    let capitals = (cut..words.end).filter(|at| has_capital(text, *at)).count();
    // "activists in rural Ana"
    let links = Grammar::PREPOSITION.or(Grammar::OF);
    let linked = cut >= words.start + 2 && text.tags(cut - 2).grammar.is(links);
    let named = capitals > usize::from(linked) && has_capital(text, cut);
    (cut < words.end && named).then_some(cut..words.end)
}

/// "Coast Observatory" of "Britain-based Coast Observatory".
fn without_adjective(text: &Text<'_>, words: Range<usize>) -> Range<usize> {
    let last = words.clone().next_back().is_some_and(|head| has_capital(text, head));
    let adjective = |at: &usize| {
        let particle = is_source(text, *at, SourceWord::PARTICLE);
        let joins = particle || is_genitive(text, *at) || text.tags(*at).grammar.is(Grammar::AND);
        is_lower_word(text, *at) && !joins
    };
    let cut = words.clone().rfind(adjective).filter(|_| last);
    let links = Grammar::PREPOSITION.or(Grammar::OF);
    let linked = |at: usize| at > words.start && text.tags(at - 1).grammar.is(links);
    let cut = cut.filter(|at| {
        has_capital(text, at + 1)
            && !text.tags(*at).grammar.is(Grammar::PREPOSITION)
            && !linked(*at)
    });
    cut.map_or(words.clone(), |at| at + 1..words.end)
}

/// Whether a word, even with a capital, is a common noun: "Police", "Minister".
pub(super) fn is_common(text: &Text<'_>, at: usize) -> bool {
    let known =
        is_source(text, at, SourceWord::SPEAKER.or(SourceWord::RECORD).or(SourceWord::BODY));
    known || text.tags(at).people.is_some_and(|p| p.kinds().next().is_some())
}

/// Whether a word shows a name to be that of a body or of several people.
pub(super) fn is_body(text: &Text<'_>, at: usize) -> bool {
    let name = is_source(text, at, SourceWord::NAME);
    let small = text.tags(at).grammar.is(Grammar::PREPOSITION.or(Grammar::OF).or(Grammar::AND));
    name || small || is_common(text, at)
}

/// Whether a common noun is said of one person: "spokesman", not "army".
pub(super) fn is_single(text: &Text<'_>, at: usize) -> bool {
    text.tags(at).people.is_some_and(|p| p.role.is(PeopleRole::SINGULAR) && !p.role.is(SEVERAL))
}

fn is_lower_word(text: &Text<'_>, at: usize) -> bool {
    text.words[at].shape == Shape::Lower
}

/// The end of the run of capitalised words from `start`, with small words between them.
fn name_end(text: &Text<'_>, start: usize, limit: usize) -> usize {
    let mut end = start;
    let mut at = start;
    while at < limit {
        // "Office for the Coast", not "in Port Ana the Observatory says"
        let another = text.tags(at).grammar.is(Grammar::DEFINITE) && end == at;
        let small = is_source(text, at, SourceWord::PARTICLE) && !another
            || matches!(text.mark(at), "-" | "." | "'" | "’") && text.words[at].glued;
        if has_capital(text, at) && !text.tags(at).grammar.is(Grammar::WEEKDAY.or(Grammar::MONTH)) {
            end = at + 1;
        } else if !(small && end > start && at < end + 2) {
            break;
        }
        at += 1;
    }
    end
}

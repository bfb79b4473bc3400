//! Speakers by name: "Ruiz" is `Ana Ruiz`, "the monitor" the `Coast Observatory` named before.
//!
//! Each source has one name in a document, the fullest one that the article gives. Names know the
//! words of the document, not what anybody says.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::speaker::{Sort, Speaker};
use super::{has_capital, is_source};
use crate::lexicon::{Grammar, SourceWord};
use crate::text::{Shape, Text};

/// How many words back "the group" points at most.
const NEAR: usize = 60;

/// The names of the sources of a document.
#[derive(Debug)]
pub(super) struct Names<'a> {
    text: &'a Text<'a>,
    /// Each name once.
    pub(super) list: Vec<String>,
    /// The names in lower case, and their places in the list.
    known: FxHashMap<String, usize>,
    /// The longer proper names of the document by each of their words, in lower case.
    proper: FxHashMap<String, Range<usize>>,
    /// The same by their initials: "CO".
    initials: FxHashMap<String, Range<usize>>,
    /// The proper names that may be those of bodies, in order of place.
    bodies: Vec<Range<usize>>,
    /// The places in the list of those who are one person.
    pub(super) persons: Vec<usize>,
    /// The last person who spoke.
    person: Option<usize>,
    /// The last body that spoke.
    body: Option<usize>,
    /// Whoever spoke last.
    last: Option<usize>,
}

impl<'a> Names<'a> {
    pub(super) fn new(text: &'a Text<'a>) -> Names<'a> {
        let mut names = Names {
            text,
            list: Vec::new(),
            known: FxHashMap::default(),
            proper: FxHashMap::default(),
            initials: FxHashMap::default(),
            bodies: Vec::new(),
            persons: Vec::new(),
            person: None,
            body: None,
            last: None,
        };
        names.collect();
        names
    }

    /// Notes every name of two words or more.
    fn collect(&mut self) {
        for sentence in &self.text.sentences {
            let words = sentence.words.clone();
            let uniform = words.clone().all(|at| !is_lower_word(self.text, at));
            let mut at = words.start;
            while at < words.end && !uniform {
                let end = name_end(self.text, at, words.end);
                if end > at + 1 {
                    self.note(at..end);
                }
                at = end.max(at + 1);
            }
        }
    }

    fn note(&mut self, words: Range<usize>) {
        let determiner = Grammar::ARTICLE.or(Grammar::DEFINITE).or(Grammar::POSSESSIVE);
        let article = self.text.tags(words.start).grammar.is(determiner.or(Grammar::PREPOSITION));
        let words = words.start + usize::from(article)..words.end;
        let core = person(self.text, words.clone()).unwrap_or(words);
        let capitals = || core.clone().filter(|at| has_capital(self.text, *at));
        if capitals().count() < 2 {
            return;
        }
        let initials: String =
            capitals().filter_map(|at| self.text.str(at).chars().next()).collect();
        for at in capitals() {
            let key = self.text.str(at).to_lowercase();
            self.proper.entry(key).or_insert(core.clone());
        }
        self.initials.entry(initials).or_insert(core.clone());
        if capitals().count() > 2 || core.clone().any(|at| is_common(self.text, at)) {
            self.bodies.push(core);
        }
    }

    /// The source that a pronoun stands for.
    pub(super) fn pronoun(&mut self, word: usize) -> Option<usize> {
        let source = if is_source(self.text, word, SourceWord::HE) {
            self.person.or(self.last)
        } else if is_source(self.text, word, SourceWord::IT) {
            self.body.or(self.last)
        } else {
            self.last
        };
        self.last = source.or(self.last);
        source
    }

    /// The source that some words name; `ahead` are the speakers that follow soon.
    pub(super) fn named<'s>(
        &mut self,
        words: Range<usize>,
        sort: Sort,
        ahead: impl Iterator<Item = &'s Speaker>,
    ) -> Option<usize> {
        let text = self.text;
        let proper = words.clone().any(|at| has_capital(text, at) && !is_common(text, at));
        let head = words.clone().next_back()?;
        let body = is_source(text, head, SourceWord::BODY);
        if let Some(source) = self.pointed(words.clone(), sort, ahead).filter(|_| !proper) {
            return Some(self.speaks(source, true));
        }
        let full = if proper || has_capital(text, head) {
            self.full(words.clone(), sort)
        } else {
            words.clone()
        };
        let titled = person(text, words).is_some() || is_single(text, head);
        let is_body = body || sort == Sort::Definite || full.clone().any(|at| is_body(text, at));
        let name = printed(text, &full);
        let source = self.source(name)?;
        if titled {
            self.persons.push(source);
        } else if !is_body {
            self.body = Some(source);
        }
        Some(self.speaks(source, !titled && is_body))
    }

    /// The body that "the monitor", "a monitoring group", "the ministry" points to.
    fn pointed<'s>(
        &mut self,
        words: Range<usize>,
        sort: Sort,
        mut ahead: impl Iterator<Item = &'s Speaker>,
    ) -> Option<usize> {
        let head = words.clone().next_back()?;
        let text = self.text;
        let body = is_source(text, head, SourceWord::BODY);
        if sort == Sort::Definite && words.len() <= 2 {
            let known = self.ending_in(text.str(head)).or(self.body.filter(|_| body));
            return known.or_else(|| self.named_before(words.start).filter(|_| body));
        }
        if sort != Sort::Indefinite || !body {
            return None;
        }
        let named = ahead.find_map(|speaker| match speaker {
            Speaker::Named { words, .. } => {
                let capitals = words.clone().filter(|at| has_capital(text, *at)).count();
                (capitals >= 2 && person(text, words.clone()).is_none()).then(|| words.clone())
            }
            _ => None,
        })?;
        let full = self.full(named, Sort::Definite);
        self.source(printed(text, &full))
    }

    /// A body named a few words before, although it has not spoken.
    fn named_before(&mut self, word: usize) -> Option<usize> {
        let last = self.bodies.partition_point(|name| name.end <= word).checked_sub(1)?;
        let name = self.bodies[last].clone();
        (name.end + NEAR > word).then(|| self.source(printed(self.text, &name)))?
    }

    /// The last source whose name ends in a noun: "Health Ministry" for "ministry".
    fn ending_in(&self, noun: &str) -> Option<usize> {
        let noun = noun.to_lowercase();
        let ends = |name: &String| {
            let name = name.to_lowercase();
            name.len() > noun.len() && name.ends_with(&noun)
        };
        self.list.iter().rposition(ends)
    }

    /// Notes who spoke last.
    fn speaks(&mut self, source: usize, body: bool) -> usize {
        self.last = Some(source);
        if body {
            self.body = Some(source);
        } else {
            self.person = Some(source);
        }
        source
    }

    /// The fullest name of whom some words name.
    fn full(&self, words: Range<usize>, sort: Sort) -> Range<usize> {
        let text = self.text;
        let words = person(text, words.clone()).unwrap_or_else(|| without_adjective(text, words));
        let last = words.end - 1;
        let printed = text.str(last);
        let single = words.len() == 1;
        let known = is_source(text, last, SourceWord::NAME);
        if single && text.words[last].shape == Shape::Upper && !known {
            if let Some(full) = self.initials.get(printed) {
                return full.clone();
            }
        }
        if known || (sort == Sort::Bare && is_common(text, last)) {
            return words;
        }
        let full = self.proper.get(&printed.to_lowercase());
        let fits = full.filter(|full| {
            let longer = full.len() > words.len() && ends_alike(text, full, &words);
            longer || (single && sort == Sort::Definite)
        });
        fits.cloned().unwrap_or(words)
    }

    /// The place of a name in the list.
    fn source(&mut self, name: String) -> Option<usize> {
        if name.is_empty() {
            return None;
        }
        let key = name.to_lowercase();
        let next = self.list.len();
        let place = *self.known.entry(key).or_insert(next);
        if place == next {
            self.list.push(name);
        }
        Some(place)
    }
}

/// Whether the last words of a longer name are the shorter one.
fn ends_alike(text: &Text<'_>, long: &Range<usize>, short: &Range<usize>) -> bool {
    let pairs = long.clone().rev().zip(short.clone().rev());
    pairs.into_iter().all(|(a, b)| text.str(a).eq_ignore_ascii_case(text.str(b)))
}

/// Words as printed, parted by single spaces, without a stop or genitive at the end.
fn printed(text: &Text<'_>, words: &Range<usize>) -> String {
    let printed = text.document.words(text.span(words));
    let name = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    name.trim_end_matches(['\'', '’', '-', '.']).to_owned()
}

/// The name of a person behind title and trade: "Ana Ruiz" of "clinic director Ana Ruiz".
fn person(text: &Text<'_>, words: Range<usize>) -> Option<Range<usize>> {
    let head = words.clone().next_back()?;
    if !has_capital(text, head) || is_common(text, head) {
        return None;
    }
    let title = |at: &usize| {
        let stop = text.words[*at].shape == Shape::Mark && text.str(*at) == ".";
        let particle = is_source(text, *at, SourceWord::PARTICLE);
        let lower = !has_capital(text, *at) && text.words[*at].shape != Shape::Mark && !particle;
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
    (cut < words.end && capitals > 0 && has_capital(text, cut)).then_some(cut..words.end)
}

/// "Coast Observatory" of "Britain-based Coast Observatory".
fn without_adjective(text: &Text<'_>, words: Range<usize>) -> Range<usize> {
    let last = words.clone().next_back().is_some_and(|head| has_capital(text, head));
    let adjective = |at: &usize| {
        let particle = is_source(text, *at, SourceWord::PARTICLE);
        is_lower_word(text, *at) && !particle && !text.tags(*at).grammar.is(Grammar::AND)
    };
    let cut = words.clone().rfind(adjective).filter(|_| last);
    let cut = cut
        .filter(|at| has_capital(text, at + 1) && !text.tags(*at).grammar.is(Grammar::PREPOSITION));
    cut.map_or(words.clone(), |at| at + 1..words.end)
}

/// Whether a word, even with a capital, is a common noun: "Police", "Minister".
fn is_common(text: &Text<'_>, at: usize) -> bool {
    let known =
        is_source(text, at, SourceWord::SPEAKER.or(SourceWord::RECORD).or(SourceWord::BODY));
    known || text.tags(at).people.is_some_and(|p| p.kinds().next().is_some())
}

/// Whether a word shows a name to be that of a body or of several people.
fn is_body(text: &Text<'_>, at: usize) -> bool {
    let name = is_source(text, at, SourceWord::NAME);
    let small = text.tags(at).grammar.is(Grammar::PREPOSITION.or(Grammar::OF).or(Grammar::AND));
    name || small || is_common(text, at)
}

/// Whether a common noun is said of one person: "spokesman".
fn is_single(text: &Text<'_>, at: usize) -> bool {
    use crate::lexicon::PeopleRole;
    text.tags(at)
        .people
        .is_some_and(|p| p.role.is(PeopleRole::SINGULAR) && !p.role.is(PeopleRole::PLURAL))
}

fn is_lower_word(text: &Text<'_>, at: usize) -> bool {
    text.words[at].shape == Shape::Lower
}

/// The end of the run of capitalised words from `start`, with small words between them.
fn name_end(text: &Text<'_>, start: usize, limit: usize) -> usize {
    let mut end = start;
    let mut at = start;
    while at < limit {
        let small = is_source(text, at, SourceWord::PARTICLE)
            || text.words[at].shape == Shape::Mark
                && matches!(text.str(at), "-" | "." | "'" | "’")
                && text.words[at].glued;
        if has_capital(text, at) && !text.tags(at).grammar.is(Grammar::WEEKDAY.or(Grammar::MONTH)) {
            end = at + 1;
        } else if !(small && end > start && at < end + 2) {
            break;
        }
        at += 1;
    }
    end
}

//! Speakers by name: "Ruiz" is `Ana Ruiz`, "the monitor" the `Coast Observatory` named before.
//!
//! Each source has one name in a document, the fullest one that the article gives. Names know the
//! words of the document, not what anybody says.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::proper::{Proper, is_body, is_common, is_single, person, printed};
use super::speaker::{Sort, Speaker};
use super::stretch::capitals;
use super::{Source, Voice, has_capital, is_source, office};
use crate::lexicon::{Grammar, SourceWord};
use crate::text::{Caseless, Shape, Text};

/// How many of the sources named last "the ministry" may point to.
const RECENT: usize = 100;

/// How many words beside a name its title may stand.
const BESIDE: usize = 8;

/// The most words of a title without a name: "the state police spokesman".
const TITLE: usize = 3;

/// The names of the sources of a document.
#[derive(Debug)]
pub(super) struct Names<'a> {
    text: &'a Text<'a>,
    /// The proper names of the document, once asked for: who speaks may have none.
    proper: OnceCell<Proper<'a>>,
    /// The sources, each once.
    pub(super) list: Vec<Source>,
    /// Where each name was read first.
    mentions: Vec<Range<usize>>,
    /// The names in lower case, and their places in the list.
    known: FxHashMap<String, usize>,
    /// The last person who spoke.
    person: Option<usize>,
    /// The last body that spoke.
    body: Option<usize>,
    /// Whoever spoke last.
    last: Option<usize>,
}

impl<'a> Names<'a> {
    pub(super) fn new(text: &'a Text<'a>) -> Names<'a> {
        Names {
            text,
            proper: OnceCell::new(),
            list: Vec::new(),
            mentions: Vec::new(),
            known: FxHashMap::default(),
            person: None,
            body: None,
            last: None,
        }
    }

    fn proper(&self) -> &Proper<'a> {
        self.proper.get_or_init(|| Proper::read(self.text))
    }

    /// The source that a pronoun stands for.
    pub(super) fn pronoun(&mut self, word: usize) -> Option<usize> {
        let source = if is_source(self.text, word, SourceWord::HE) {
            self.person.or_else(|| self.mentioned(word)).or(self.last)
        } else if is_source(self.text, word, SourceWord::IT) {
            self.body.or(self.last)
        } else {
            self.last
        };
        self.last = source.or(self.last);
        source
    }

    /// The person named last with a title, although they have not spoken yet.
    fn mentioned(&mut self, word: usize) -> Option<usize> {
        let named = self.proper().person_before(word)?;
        let source = self.source(&named)?;
        self.list[source].voice = Voice::Person;
        Some(source)
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
        let seated = body.then(|| behind_seat(text, &words)).flatten();
        let proper = proper && seated.is_none();
        let bare = seated.unwrap_or(words.clone());
        if let Some(source) = self.pointed(bare, sort, ahead).filter(|_| !proper) {
            return Some(self.speaks(source, true));
        }
        let full = if proper || has_capital(text, head) {
            self.proper().full(words.clone(), sort)
        } else {
            words.clone()
        };
        if let Some(source) = self.called(&words).filter(|_| full == words) {
            return Some(self.speaks(source, false));
        }
        // "the aid group Coast Relief" is no person.
        let named = person(text, words.clone());
        let kind = named.as_ref().and_then(|name| name.start.checked_sub(1));
        let body_named = kind.is_some_and(|at| is_source(text, at, SourceWord::BODY));
        let titled = !body_named && (named.is_some() || !body && is_single(text, head));
        let is_body = body
            || body_named
            || sort == Sort::Definite
            || full.clone().any(|at| is_body(text, at));
        let somebody = named.as_ref().filter(|_| !body_named);
        let place = somebody.and_then(|name| self.institution(&words, name.start));
        let source = self.source_at(&full, place)?;
        // "activist Ana Ruiz", not "police and hospital sources"
        let joined = words.clone().any(|at| text.tags(at).grammar.is(Grammar::AND));
        let official = is_source(text, head, SourceWord::OFFICIAL) && !proper && !joined;
        if !joined && words.into_iter().any(|at| is_source(text, at, SourceWord::OUTSIDE)) {
            self.list[source].voice = Voice::Outside;
        } else if official {
            self.list[source].voice = Voice::Official;
        } else if titled || self.is_titled(full.start) {
            self.list[source].voice = Voice::Person;
        } else if !is_body && full.len() > 1 && self.list[source].voice == Voice::Body {
            // Of "Amadi Forrest" it is not said whose office he has, if he has one.
            self.list[source].voice = Voice::Outside;
        }
        if !titled && !is_body {
            self.body = Some(source);
        }
        Some(self.speaks(source, !titled && is_body))
    }

    /// "General Ana Ruiz", "the director of the clinic, Ana Ruiz": whether a title or a trade stands before a name.
    fn is_titled(&self, name: usize) -> bool {
        let Some(before) = name.checked_sub(1) else { return false };
        let stops = |at: usize| matches!(self.text.mark(at), "," | "." | ";" | "\"" | "“");
        let apposition = || {
            let phrase = (before.saturating_sub(BESIDE)..before).rev();
            phrase.take_while(|at| !stops(*at)).any(|at| is_single(self.text, at))
        };
        self.proper().is_title(before) || self.text.mark(before) == "," && apposition()
    }

    /// "Guo" for "Guo Jianping": the person who is called by the first word of their name.
    fn called(&self, words: &Range<usize>) -> Option<usize> {
        let single = words.len() == 1 && has_capital(self.text, words.start);
        let name = self.text.str(words.start);
        let recent = self.list.len().saturating_sub(RECENT);
        let mut known = (recent..self.list.len()).rev().filter(|_| single);
        known.find(|at| {
            let mention = &self.mentions[*at];
            let person = |at: usize| has_capital(self.text, at) && !is_body(self.text, at);
            let speaks = self.list[*at].voice != Voice::Body && mention.len() > 1;
            speaks && mention.clone().all(person) && self.text.str(mention.start) == name
        })
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
        if is_source(text, words.start, SourceWord::SAME) {
            return self.last;
        }
        // "the communique", of whoever spoke before
        let record = is_source(text, head, SourceWord::RECORD) && words.len() == 1;
        if sort == Sort::Definite && record && self.last.is_some() {
            return self.last;
        }
        if sort == Sort::Definite && words.len() <= TITLE && is_single(text, head) && !body {
            return self.titled(head);
        }
        if sort == Sort::Definite && words.len() <= 2 {
            // not "the group", after "health officials"
            let named = |at: &usize| self.list[*at].name.contains(char::is_uppercase);
            let last = self.body.filter(|at| body && named(at));
            let known = self.ending_in(text.str(head)).or(last);
            let known = known.or_else(|| self.beginning_with(text.str(head)));
            if known.is_some() || !body {
                return known;
            }
            let named = self.proper().body_before(words.start)?;
            return self.source(&named);
        }
        if sort != Sort::Indefinite || !body {
            return None;
        }
        let named = ahead.find_map(|speaker| match speaker {
            Speaker::Named { words, .. } => {
                let name = capitals(text, words) >= 2 && person(text, words.clone()).is_none();
                name.then(|| words.clone())
            }
            _ => None,
        })?;
        let full = self.proper().full(named, Sort::Definite);
        self.source(&full)
    }

    /// The last person named beside a title: "Ana Ruiz, a spokeswoman" for "the army spokeswoman".
    fn titled(&self, title: usize) -> Option<usize> {
        let recent = self.list.len().saturating_sub(RECENT);
        let beside = |words: &Range<usize>| {
            let around = words.start.saturating_sub(BESIDE)..words.end + BESIDE;
            let noun = self.text.str(title);
            around
                .take_while(|at| *at < title)
                .any(|at| self.text.str(at).eq_ignore_ascii_case(noun))
        };
        let known = (recent..self.list.len()).rev();
        let person = |words: &Range<usize>| words.clone().all(|at| !is_body(self.text, at));
        known
            .map(|at| (at, &self.mentions[at]))
            .find(|(_, m)| person(m) && beside(m))
            .map(|(at, _)| at)
    }

    /// The last source whose name ends in a noun: "Health Ministry" for "ministry".
    fn ending_in(&self, noun: &str) -> Option<usize> {
        let ends = |source: &Source| {
            let name = &source.name;
            name.len() > noun.len() && Caseless(name).ends_with(Caseless(noun))
        };
        let recent = self.list.len().saturating_sub(RECENT);
        self.list[recent..].iter().rposition(ends).map(|at| recent + at)
    }

    /// The last source whose name begins with a noun: "source at the Coast Command" for "the source".
    fn beginning_with(&self, noun: &str) -> Option<usize> {
        let begins = |source: &Source| {
            let first = source.name.split_once(' ').map(|(first, _)| first);
            first.is_some_and(|first| first.eq_ignore_ascii_case(noun))
        };
        let recent = self.list.len().saturating_sub(RECENT);
        self.list[recent..].iter().rposition(begins).map(|at| recent + at)
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

    /// A name with the initials that stand in brackets behind it, by which it is known from then on:
    /// "Coast Observatory (CO)".
    fn with_initials(&mut self, name: String, end: usize, place: usize) -> String {
        let text = self.text;
        let bracketed = text.mark(end) == "(" && text.mark(end + 2) == ")";
        let initials =
            Some(end + 1).filter(|at| bracketed && text.words[*at].shape == Shape::Upper);
        let Some(initials) = initials.map(|at| text.str(at)) else { return name };
        self.known.entry(initials.to_lowercase()).or_insert(place);
        format!("{name} ({initials})")
    }

    /// The body that a person speaks for: "Coast Observatory" of "Observatory head Ana Ruiz", where the
    /// article has the full name.
    fn institution(&self, words: &Range<usize>, person: usize) -> Option<String> {
        let named = |at: &usize| has_capital(self.text, *at) && is_body(self.text, *at);
        let body = (words.start..person).rfind(named)?;
        let full = self.proper().full(body..body + 1, Sort::Definite);
        (full.len() > 1).then(|| printed(self.text, &full))
    }

    /// The place in the list of the name that some words give.
    fn source(&mut self, words: &Range<usize>) -> Option<usize> {
        self.source_at(words, None)
    }

    /// The same of a person who speaks for a body: "Ana Ruiz, Coast Observatory".
    fn source_at(&mut self, words: &Range<usize>, body: Option<String>) -> Option<usize> {
        let text = self.text;
        let name = printed(text, words);
        if name.is_empty() {
            return None;
        }
        let key = name.to_lowercase();
        let next = self.list.len();
        let place = *self.known.entry(key).or_insert(next);
        if place == next {
            let name = self.with_initials(name, words.end, next);
            let name = body.map_or(name.clone(), |body| format!("{name}, {body}"));
            let office = office::behind(text, words.end);
            self.list.push(Source { name, voice: Voice::default(), office });
            self.mentions.push(words.clone());
        }
        Some(place)
    }
}

/// "monitor" of "the Britain-based monitor": the words behind one that only says where a body has its seat.
fn behind_seat(text: &Text<'_>, words: &Range<usize>) -> Option<Range<usize>> {
    let bare = words.start + 3..words.end;
    (!bare.is_empty() && has_capital(text, words.start) && text.is_hyphen(words.start + 1))
        .then_some(bare)
}

//! Words and sentences of a document.
//!
//! "At least 12 people were killed." is one sentence of the words `at least`, `12`, `people`,
//! `were`, `killed` and the stop. Text knows no numbers' values and no casualties.

mod caseless;
mod sentences;
mod tokens;

use std::ops::Range;

pub use caseless::Caseless;

use crate::document::Document;
use crate::lexicon::{
    Entry, Grammar, Lexicon, NumberWord, OutcomeForm, PeopleRole, ScopeWord, SourceWord, Tags,
};
use crate::span::Span;
use crate::text::tokens::Token;

/// What a word is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// "people"
    Lower,
    /// "Kabul", "iPhone"
    Title,
    /// "NATO"
    Upper,
    /// "1,200"
    Digits,
    /// "," "(" "$"
    Mark,
}

/// A word, a phrase of the lexicon, a number in digits, or a punctuation mark.
#[derive(Clone, Copy, Debug)]
pub struct Word<'a> {
    /// Where it stands in the document's text.
    pub span: Span,
    /// What the tables say of it.
    pub tags: &'a Tags,
    /// What it is made of; of a phrase, its first word.
    pub shape: Shape,
    /// Whether it touches the word before it, as the parts of "30-day" do.
    pub glued: bool,
}

/// A sentence: a run of words within a block.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Which block of the document it stands in.
    pub block: usize,
    /// Its words, as places in the text's list.
    pub words: Range<usize>,
    /// Whether it holds anything that could be a number; "a" alone is not enough.
    pub numbered: bool,
    /// The classes of its words.
    pub vocabulary: Vocabulary,
}

/// The classes that some words are of between them; who looks for one need not look at every word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vocabulary {
    /// Their parts in the grammar of a sentence.
    pub grammar: Grammar,
    /// How they attribute.
    pub source: SourceWord,
    /// How they move or fix the scope.
    pub scope: ScopeWord,
    /// How they say what happened to people.
    pub outcome: OutcomeForm,
    /// Whether one names a crew, a party.
    pub crew: bool,
    /// Whether one sets counts against each other.
    pub contrast: bool,
}

/// The words and sentences of a document.
#[derive(Debug)]
pub struct Text<'a> {
    /// The document read.
    pub document: &'a Document,
    /// The tables its words were looked up in.
    pub lexicon: &'a Lexicon,
    /// What these say of a word that they do not have.
    unknown: &'a Tags,
    /// All words, in order.
    pub words: Vec<Word<'a>>,
    /// All sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// Few texts have shorter words, marks and the spaces between them counted in.
const BYTES_PER_WORD: usize = 5;

/// So many words are seldom in one sentence without a comma.
const RUN_ON: usize = 40;

/// Few texts have shorter sentences.
const BYTES_PER_SENTENCE: usize = 80;

/// Splits a document into words and sentences.
pub fn read<'a>(document: &'a Document, lexicon: &'a Lexicon) -> Text<'a> {
    let words = Vec::with_capacity(document.text.len() / BYTES_PER_WORD);
    let sentences = Vec::with_capacity(document.text.len() / BYTES_PER_SENTENCE);
    let unknown = lexicon.tags(Entry::default());
    let mut text = Text { document, lexicon, unknown, words, sentences };
    let longest = document.blocks.iter().map(|block| block.span.len()).max().unwrap_or(0);
    let (mut key, mut tokens) = (String::new(), Vec::with_capacity(longest / BYTES_PER_WORD));
    for (number, block) in document.blocks.iter().enumerate() {
        tokens.clear();
        tokens::split(&document.text, block.span, lexicon, &mut key, &mut tokens);
        let ends = sentences::Block::new(&document.text, lexicon, &tokens);
        let mut start = 0;
        while start < tokens.len() {
            let end = ends.end_of(start);
            text.push_sentence(number, &tokens[start..end]);
            start = end;
        }
    }
    text
}

impl Vocabulary {
    fn add(&mut self, tags: &Tags) {
        self.grammar = self.grammar.or(tags.grammar);
        self.source = self.source.or(tags.source);
        self.scope = self.scope.or(tags.scope);
        self.outcome = self.outcome.or(tags.outcome.map(|o| o.form).unwrap_or_default());
        self.crew |= tags.people.is_some_and(|people| people.role.is(PeopleRole::CREW));
        self.contrast |= tags.contrast.is_some();
    }
}

impl Word<'_> {
    /// Whether it could be a number.
    fn is_number(&self) -> bool {
        self.shape == Shape::Digits || self.tags.number.is_some_and(NumberWord::stands_alone)
    }
}

/// Words that in capitals are the initials of a body: "IS", "WHO".
const NAMES: Grammar = Grammar::BE.or(Grammar::RELATIVE);

/// Whether a token stands in capitals among words in small letters. "Twelve WERE HURT" is of a text in capitals.
fn is_initials(tokens: &[Token], at: usize) -> bool {
    let shape = |at: usize| tokens.get(at).map(|t| t.shape);
    let beside = [at.checked_sub(1).and_then(shape), shape(at + 1)];
    let small = |shape: &Option<Shape>| matches!(shape, Some(Shape::Lower | Shape::Title));
    let alone = beside.iter().any(small) && !beside.contains(&Some(Shape::Upper));
    tokens[at].shape == Shape::Upper && alone
}

impl<'a> Text<'a> {
    /// Adds a sentence, the longest phrases of the lexicon taken as one word each.
    fn push_sentence(&mut self, block: usize, tokens: &[Token]) {
        let (first, mut at) = (self.words.len(), 0);
        let (mut numbered, mut vocabulary) = (false, Vocabulary::default());
        while at < tokens.len() {
            let Token { span, shape, glued, .. } = tokens[at];
            let (entry, taken) = self.lexicon.longest(tokens[at..].iter().map(|t| t.word));
            let span = if taken > 1 { span.cover(tokens[at + taken - 1].span) } else { span };
            let tags = self.lexicon.tags(entry);
            let named = taken == 1 && tags.grammar.is(NAMES) && is_initials(tokens, at);
            let tags = if named { self.unknown } else { tags };
            let word = Word { span, tags, shape, glued };
            vocabulary.add(tags);
            numbered |= word.is_number();
            self.words.push(word);
            at += taken;
        }
        let words = first..self.words.len();
        self.sentences.push(Sentence { block, words, numbered, vocabulary });
    }

    /// What the tables say of a word; nothing for a place outside the text.
    pub fn tags(&self, word: usize) -> &'a Tags {
        self.words.get(word).map_or(self.unknown, |w| w.tags)
    }

    /// Whether a word is the plural of one of these classes: "attacks".
    pub fn is_several(&self, word: usize, class: ScopeWord) -> bool {
        self.str(word).ends_with(['s', 'S']) && self.tags(word).scope.is(class)
    }

    /// The letters of a word as printed; empty for a place outside the text.
    pub fn str(&self, word: usize) -> &str {
        self.words.get(word).map_or("", |w| w.span.of(&self.document.text))
    }

    /// Some words as printed, parted by single spaces.
    pub fn spaced(&self, words: &Range<usize>) -> String {
        let printed = self.span(words).of(&self.document.text);
        // Most are one word.
        if printed.bytes().all(|b| b.is_ascii_graphic()) {
            return printed.to_owned();
        }
        let mut spaced = String::with_capacity(printed.len());
        for word in printed.split_whitespace() {
            if !spaced.is_empty() {
                spaced.push(' ');
            }
            spaced.push_str(word);
        }
        spaced
    }

    /// A punctuation mark as printed; empty for a word that is none.
    pub fn mark(&self, word: usize) -> &str {
        let mark = self.words.get(word).filter(|w| w.shape == Shape::Mark);
        mark.map_or("", |w| w.span.of(&self.document.text))
    }

    /// Where the bracket opens that a word closes, no further back than a word `from`.
    pub fn bracket(&self, from: usize, close: usize) -> Option<usize> {
        let closes = self.mark(close) == ")";
        (from..close).rev().find(|at| closes && self.mark(*at) == "(")
    }

    /// Whether a sentence is very long and has no mark within, as where several have lost theirs.
    pub fn runs_on(&self, sentence: usize) -> bool {
        let words = self.sentences.get(sentence).map_or(0..0, |s| s.words.clone());
        let mark = |at: usize| matches!(self.mark(at), "," | ";" | ":" | "\u{2013}" | "\u{2014}");
        words.len() >= RUN_ON && !words.into_iter().any(mark)
    }

    /// Whether a word may be of a number, alone or with others: "17", "two", "hundred".
    pub fn is_of_number(&self, word: usize) -> bool {
        let is = |w: &Word<'_>| w.shape == Shape::Digits || w.tags.number.is_some();
        self.words.get(word).is_some_and(is)
    }

    /// Whether a word is a hyphen.
    pub fn is_hyphen(&self, word: usize) -> bool {
        matches!(self.mark(word), "-" | "\u{2010}" | "\u{2011}")
    }

    /// The place in the document of some words.
    pub fn span(&self, words: &Range<usize>) -> Span {
        let first = self.words.get(words.start).map_or(0, |w| w.span.start);
        let last = words.end.checked_sub(1).and_then(|w| self.words.get(w));
        Span::new(first, last.map_or(first, |w| w.span.end.max(first)))
    }
}

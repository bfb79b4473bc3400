//! Who the article says a count comes from.
//!
//! In "At least 12 people were killed, police said" the count comes from `police`. A count in the
//! paper's own voice has no source. Sources know words and quotation marks, not figures.

mod attribution;
mod credit;
mod names;
mod office;
mod proper;
mod quotes;
mod reading;
mod saying;
mod speaker;
mod stretch;
#[cfg(test)]
mod tests;

use std::ops::Range;

use self::attribution::Attribution;
use self::reading::Reading;
use super::{Source, Voice};
use crate::document::BlockKind;
use crate::lexicon::{NumberWord, SourceWord};
use crate::text::{Shape, Text};

/// The sources of a document: which words each speaks for.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// Who speaks, each once.
    list: Vec<Source>,
    /// The attributions of all sentences, in order.
    attributions: Vec<Attributed>,
    /// The quotations, in order, with their speakers.
    quotes: Vec<Quoted>,
    /// Whose account each sentence goes on with, although it names nobody.
    carried: Vec<Option<usize>>,
}

/// An attribution whose speaker is known by name.
#[derive(Clone, Debug)]
struct Attributed {
    at: Attribution,
    name: Option<usize>,
}

/// How many sentences behind a figure its source may be named.
const BEHIND: usize = 3;

/// The words of a quotation, and who speaks them.
type Quoted = (Range<usize>, Option<usize>);

impl Sources {
    /// Reads who says what in a document, as far as it gives figures: up to a sentence, and to those
    /// behind it that may still tell whose its words are.
    pub(super) fn read(text: &Text<'_>, last: usize) -> Sources {
        let mut found = Vec::new();
        let near = text.sentences.iter().enumerate().take(last + 1 + BEHIND);
        for (index, sentence) in near {
            let headline = text.document.blocks[sentence.block].kind == BlockKind::Headline;
            attribution::find(text, index, sentence.words.clone(), headline, &mut found);
        }
        if found.is_empty() {
            return Sources::default();
        }
        let quotes = quotes::find(text);
        Reading::new(text, found, quotes).sources()
    }

    /// The source of a count at a word of a sentence.
    pub(super) fn at(&self, sentence: usize, word: usize) -> Option<Source> {
        self.place(sentence, word).map(|at| self.list[at].clone())
    }

    fn place(&self, sentence: usize, word: usize) -> Option<usize> {
        let own = of_sentence(&self.attributions, sentence);
        if let Some(at) = attribution::covering(own, |a| &a.at, word) {
            return own[at].name;
        }
        let quoted = quote_at(&self.quotes, word).and_then(|(_, name)| *name);
        quoted.or_else(|| self.carried.get(sentence).copied().flatten())
    }
}

/// The attributions of one sentence.
fn of_sentence(attributions: &[Attributed], sentence: usize) -> &[Attributed] {
    let start = attributions.partition_point(|a| a.at.sentence < sentence);
    let end = attributions.partition_point(|a| a.at.sentence <= sentence);
    &attributions[start..end]
}

/// The quotation that a word stands in.
fn quote_at(quotes: &[Quoted], word: usize) -> Option<&Quoted> {
    let last = quotes.partition_point(|(words, _)| words.start <= word).checked_sub(1)?;
    quotes.get(last).filter(|(words, _)| words.contains(&word))
}

/// Whether a word is in one of some classes of attribution.
fn is_source(text: &Text<'_>, word: usize, class: SourceWord) -> bool {
    text.tags(word).source.is(class)
}

/// Whether a word is a number, or begins one: not the "St" of "St Luke's".
fn is_number(text: &Text<'_>, word: usize) -> bool {
    text.words[word].shape == Shape::Digits
        || text.tags(word).number.is_some_and(NumberWord::stands_alone)
}

/// Whether a word begins with a capital that tells it from its neighbours.
fn has_capital(text: &Text<'_>, word: usize) -> bool {
    let shape = |at: usize| text.words.get(at).map(|w| w.shape);
    match shape(word) {
        Some(Shape::Title) => true,
        Some(Shape::Upper) => {
            let before = word.checked_sub(1).and_then(shape);
            let upper = |shape| shape == Some(Shape::Upper);
            let shown = |shape| matches!(shape, Some(Shape::Lower | Shape::Title));
            shown(before) || shown(shape(word + 1)) || !(upper(before) || upper(shape(word + 1)))
        }
        _ => false,
    }
}

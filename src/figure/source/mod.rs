//! Who the article says a count comes from.
//!
//! In "At least 12 people were killed, police said" the count comes from `police`. A count in the
//! paper's own voice has no source. Sources know words and quotation marks, not figures.

mod attribution;
mod names;
mod quotes;
mod speaker;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::Source;
use crate::document::BlockKind;
use crate::lexicon::{Grammar, OutcomeForm, ScopeWord, SourceWord};
use crate::text::{Shape, Text};
use attribution::Attribution;
use names::Names;
use quotes::Quote;
use speaker::Speaker;

/// A quotation of as many words may go on with an earlier one in the midst of a sentence.
const LONG: usize = 9;

/// The sources of a document: which words each speaks for.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// The names, each once.
    names: Vec<String>,
    /// The places in that list of those who are one person.
    persons: Vec<usize>,
    /// The attributions of all sentences, in order.
    attributions: Vec<Attributed>,
    /// The quotations, in order, with their speakers.
    quotes: Vec<(Range<usize>, Option<usize>)>,
    /// Whose account each sentence goes on with, although it names nobody.
    carried: Vec<Option<usize>>,
}

/// An attribution whose speaker is known by name.
#[derive(Clone, Debug)]
struct Attributed {
    at: Attribution,
    name: Option<usize>,
}

impl Sources {
    /// Reads who says what in a document.
    pub(super) fn read(text: &Text<'_>) -> Sources {
        let mut found = Vec::new();
        for (index, sentence) in text.sentences.iter().enumerate() {
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
        self.place(sentence, word).map(|name| Source {
            name: self.names[name].clone(),
            person: self.persons.contains(&name),
        })
    }

    fn place(&self, sentence: usize, word: usize) -> Option<usize> {
        let in_sentence = self.in_sentence(sentence);
        if let Some(at) = attribution::covering(in_sentence.iter().map(|a| &a.at), word) {
            return in_sentence[at].name;
        }
        let quoted = self.quotes.iter().find(|(words, _)| words.contains(&word));
        match quoted {
            Some((_, Some(name))) => Some(*name),
            _ => self.carried.get(sentence).copied().flatten(),
        }
    }

    fn in_sentence(&self, sentence: usize) -> &[Attributed] {
        of_sentence(&self.attributions, sentence)
    }
}

/// The attributions of one sentence.
fn of_sentence(attributions: &[Attributed], sentence: usize) -> &[Attributed] {
    let start = attributions.partition_point(|a| a.at.sentence < sentence);
    let end = attributions.partition_point(|a| a.at.sentence <= sentence);
    &attributions[start..end]
}

/// A document on the way from speakers as written to speakers by name.
struct Reading<'a> {
    text: &'a Text<'a>,
    names: Names<'a>,
    attributions: Vec<Attributed>,
    quotes: Vec<Quote>,
}

impl<'a> Reading<'a> {
    fn new(text: &'a Text<'a>, found: Vec<Attribution>, quotes: Vec<Quote>) -> Reading<'a> {
        let mut names = Names::new(text);
        let mut attributions: Vec<Attributed> = Vec::with_capacity(found.len());
        for (k, at) in found.iter().enumerate() {
            let ahead = found[k + 1..].iter().take_while(|a| a.sentence <= at.sentence + 2);
            let same = attributions.last().filter(|a| a.at.sentence == at.sentence);
            let name = match at.speaker {
                Speaker::Same => same.and_then(|a| a.name),
                Speaker::Pronoun(word) => names.pronoun(word),
                Speaker::Named { ref words, sort } => {
                    names.named(words.clone(), sort, ahead.map(|a| &a.speaker))
                }
            };
            attributions.push(Attributed { at: at.clone(), name });
        }
        Reading { text, names, attributions, quotes }
    }

    fn sources(self) -> Sources {
        let mut quotes: Vec<(Range<usize>, Option<usize>)> = Vec::new();
        for (k, quote) in self.quotes.iter().enumerate() {
            let earlier = k.checked_sub(1).filter(|k| self.follows(*k));
            let earlier = earlier.and_then(|k| quotes[k].1);
            quotes.push((quote.words.clone(), self.quoted(quote, earlier)));
        }
        let carried = self.carried(&quotes);
        let Names { list: names, persons, .. } = self.names;
        Sources { names, persons, attributions: self.attributions, quotes, carried }
    }

    /// Whether the quotation after `k` goes on with it: at the beginning of the next sentence.
    fn follows(&self, k: usize) -> bool {
        let [quote, next] = [&self.quotes[k], &self.quotes[k + 1]];
        let first = self.text.sentences[next.sentences.start].words.start;
        next.sentences.start == quote.sentences.end && next.words.start <= first + 1
    }

    /// The speaker of a quotation: named at its end or before its beginning, or that of the
    /// quotation which it goes on with, or whoever spoke last or speaks next.
    fn quoted(&self, quote: &Quote, earlier: Option<usize>) -> Option<usize> {
        let last = of_sentence(&self.attributions, quote.sentences.end - 1);
        let behind = last.iter().find(|a| a.at.words.start >= quote.words.end && a.at.before);
        let first = of_sentence(&self.attributions, quote.sentences.start);
        let ahead = first.iter().rev().find(|a| a.at.words.end <= quote.words.start);
        let first_word = self.text.sentences[quote.sentences.start].words.start;
        let near = behind.or(ahead).and_then(|a| a.name).or(earlier);
        if near.is_some() || (quote.words.start > first_word + 1 && quote.words.len() < LONG) {
            return near;
        }
        let mut before = self.attributions.iter().rev();
        let before = before.find(|a| a.at.words.end <= quote.words.start);
        let before = before.filter(|a| a.at.sentence + 4 > quote.sentences.start);
        let after = of_sentence(&self.attributions, quote.sentences.end).first();
        before.or(after.filter(|a| a.at.before)).and_then(|a| a.name)
    }

    /// Whose account each sentence without an attribution goes on with.
    fn carried(&self, quotes: &[(Range<usize>, Option<usize>)]) -> Vec<Option<usize>> {
        let mut carried: Vec<Option<usize>> = Vec::with_capacity(self.text.sentences.len());
        for (index, sentence) in self.text.sentences.iter().enumerate() {
            let own = of_sentence(&self.attributions, index);
            let before = index.checked_sub(1).and_then(|i| self.ending(i, quotes, &carried));
            let goes_on = own.is_empty() && sentence.numbered && before.is_some();
            carried.push(before.filter(|name| goes_on && self.goes_on(index, *name)));
        }
        carried
    }

    /// Who speaks at the end of a sentence.
    fn ending(
        &self,
        sentence: usize,
        quotes: &[(Range<usize>, Option<usize>)],
        carried: &[Option<usize>],
    ) -> Option<usize> {
        let own = of_sentence(&self.attributions, sentence).last().and_then(|a| a.name);
        let last = self.text.sentences[sentence].words.end.checked_sub(2);
        let quoted = quotes.iter().find(|(words, _)| last.is_some_and(|w| words.contains(&w)));
        own.or(quoted.and_then(|(_, name)| *name)).or(carried[sentence])
    }

    /// Whether a sentence goes on with the account of the sentence before it.
    fn goes_on(&self, index: usize, name: usize) -> bool {
        let text = self.text;
        let (sentence, before) = (&text.sentences[index], &text.sentences[index - 1]);
        let same_block = sentence.block == before.block;
        let moves = ScopeWord::LAST.or(ScopeWord::SINCE).or(ScopeWord::AGO).or(ScopeWord::LONG);
        let moved = sentence.words.clone().any(|w| text.tags(w).scope.is_some_and(|s| s.is(moves)));
        if moved {
            return false;
        }
        let hearsay = SourceWord::HEARSAY;
        let heard = sentence.words.clone().any(|w| is_source(text, w, hearsay));
        (same_block && (heard || self.leans(sentence.words.clone()))) || self.resumes(index, name)
    }

    /// Whether the first words of a sentence lean on the one before it: "Two others", "Also".
    fn leans(&self, words: Range<usize>) -> bool {
        let (start, grammar) = (words.start, |at: usize| self.text.tags(at).grammar);
        let cues = Grammar::BESIDES.or(Grammar::MORE).or(Grammar::INCLUDING);
        let referring = Grammar::DEFINITE.or(Grammar::PRONOUN).or(Grammar::POSSESSIVE);
        words.take(6).any(|at| grammar(at).is(cues))
            || grammar(start).is(Grammar::ADVERB)
            || self.drops_noun(start)
            || (grammar(start + 1).is(Grammar::OF) && grammar(start + 2).is(referring))
    }

    /// "Thirty escaped": a number without its noun.
    fn drops_noun(&self, at: usize) -> bool {
        let next = self.text.tags(at + 1);
        let digits = self.text.words[at].shape == Shape::Digits;
        let number = digits || self.text.tags(at).number.is_some();
        let verb = next.grammar.is(Grammar::BE.or(Grammar::HAVE).or(Grammar::VERB));
        number && (verb || next.outcome.is_some_and(|o| o.form.is(OutcomeForm::INTRANSITIVE)))
    }

    /// Whether the same speaker goes on right behind the sentence.
    fn resumes(&self, index: usize, name: usize) -> bool {
        let next = of_sentence(&self.attributions, index + 1);
        next.first().is_some_and(|a| a.name == Some(name))
    }
}

/// Whether a word is in one of some classes of attribution.
fn is_source(text: &Text<'_>, word: usize, class: SourceWord) -> bool {
    text.tags(word).source.is_some_and(|s| s.is(class))
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

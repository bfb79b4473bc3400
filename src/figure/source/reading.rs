//! From the attributions of each sentence to the sources of a document.
//!
//! A quotation is its speaker's, over all its sentences, and a sentence such as "Two others were
//! hurt" goes on with the account before it. A reading knows sentences and quotations, not figures.

use std::ops::Range;

use super::attribution::Attribution;
use super::names::Names;
use super::quotes::Quote;
use super::speaker::Speaker;
use super::{Attributed, Quoted, Sources, is_number, of_sentence, quote_at};
use crate::lexicon::{Grammar, OutcomeForm, ScopeWord, SourceWord};
use crate::text::Text;

/// A quotation of as many words may go on with an earlier one in the midst of a sentence.
const LONG: usize = 9;

/// How many of the next speakers "a monitoring group" may point to.
const AHEAD: usize = 8;

/// A document on the way from speakers as written to speakers by name.
pub(super) struct Reading<'a> {
    text: &'a Text<'a>,
    names: Names<'a>,
    attributions: Vec<Attributed>,
    quotes: Vec<Quote>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(
        text: &'a Text<'a>,
        found: Vec<Attribution>,
        quotes: Vec<Quote>,
    ) -> Reading<'a> {
        let mut names = Names::new(text);
        let mut attributions: Vec<Attributed> = Vec::with_capacity(found.len());
        for (k, at) in found.iter().enumerate() {
            let ahead = found[k + 1..].iter().take(AHEAD);
            let ahead = ahead.take_while(|a| a.sentence <= at.sentence + 2);
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

    /// The sources of the document.
    pub(super) fn sources(self) -> Sources {
        let mut quotes: Vec<Quoted> = Vec::new();
        for (k, quote) in self.quotes.iter().enumerate() {
            let earlier = k.checked_sub(1).filter(|k| self.follows(*k));
            let earlier = earlier.and_then(|k| quotes[k].1);
            quotes.push((quote.words.clone(), self.quoted(quote, earlier)));
        }
        let carried = self.carried(&quotes);
        let Names { list, .. } = self.names;
        Sources { list, attributions: self.attributions, quotes, carried }
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
        let all = &self.attributions;
        let (first, last) = (quote.sentences.start, quote.sentences.end - 1);
        let behind = all.partition_point(|a| a.at.words.start < quote.words.end);
        let behind = all.get(behind).filter(|a| a.at.sentence == last && a.at.before);
        let spoken = all.partition_point(|a| a.at.words.end <= quote.words.start);
        let before = spoken.checked_sub(1).map(|at| &all[at]);
        let ahead = before.filter(|a| a.at.sentence == first);
        let first_word = self.text.sentences[quote.sentences.start].words.start;
        let near = behind.or(ahead).and_then(|a| a.name).or(earlier);
        if near.is_some() || (quote.words.start > first_word + 1 && quote.words.len() < LONG) {
            return near;
        }
        let before = before.filter(|a| a.at.sentence + 4 > first);
        let after = of_sentence(&self.attributions, quote.sentences.end).first();
        before.or(after.filter(|a| a.at.before)).and_then(|a| a.name)
    }

    /// Whose account each sentence without an attribution goes on with.
    fn carried(&self, quotes: &[Quoted]) -> Vec<Option<usize>> {
        let mut carried: Vec<Option<usize>> = Vec::with_capacity(self.text.sentences.len());
        for (index, sentence) in self.text.sentences.iter().enumerate() {
            let own = || of_sentence(&self.attributions, index);
            let before = index.checked_sub(1).filter(|_| sentence.numbered && own().is_empty());
            let before = before.and_then(|i| self.ending(i, quotes, &carried));
            carried.push(before.filter(|name| self.goes_on(index, *name)));
        }
        carried
    }

    /// Who speaks at the end of a sentence.
    fn ending(
        &self,
        sentence: usize,
        quotes: &[Quoted],
        carried: &[Option<usize>],
    ) -> Option<usize> {
        // Whoever "claimed responsibility" has said nothing yet.
        let says = |a: &&Attributed| a.at.before || a.at.after;
        let own = of_sentence(&self.attributions, sentence).iter().rfind(says);
        let own = own.and_then(|a| a.name);
        let last = self.text.sentences[sentence].words.end.checked_sub(2);
        let quoted = last.and_then(|word| quote_at(quotes, word));
        own.or(quoted.and_then(|(_, name)| *name)).or(carried[sentence])
    }

    /// Whether a sentence goes on with the account of the sentence before it.
    fn goes_on(&self, index: usize, name: usize) -> bool {
        let text = self.text;
        let (sentence, before) = (&text.sentences[index], &text.sentences[index - 1]);
        let same_block = sentence.block == before.block;
        let moves = ScopeWord::LAST.or(ScopeWord::SINCE).or(ScopeWord::AGO).or(ScopeWord::LONG);
        if sentence.vocabulary.scope.is(moves) {
            return false;
        }
        let heard = sentence.vocabulary.source.is(SourceWord::HEARSAY);
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
        let number = is_number(self.text, at);
        let verb = next.grammar.is(Grammar::BE.or(Grammar::HAVE).or(Grammar::VERB));
        number && (verb || next.outcome.is_some_and(|o| o.form.is(OutcomeForm::INTRANSITIVE)))
    }

    /// Whether the same speaker goes on right behind the sentence.
    fn resumes(&self, index: usize, name: usize) -> bool {
        let next = of_sentence(&self.attributions, index + 1);
        next.first().is_some_and(|a| a.name == Some(name))
    }
}

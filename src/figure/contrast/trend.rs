//! Percentages by which a toll rose or fell, and the two counts of it that the text gives later.
//!
//! "Road deaths fall by 12 per cent" stands over "412 deaths, against 438 in the year before". The
//! counts are looked for in the next sentences, where the sentence of the percentage has none.

use std::ops::Range;

use super::{Contrast, ContrastKind, Here, Term, counts};
use crate::document::BlockKind;
use crate::lexicon::{ContrastWord, Outcome, OutcomeForm};
use crate::numeral::{Numeral, Why};

/// How many sentences below a headline its two counts may stand.
const BELOW: usize = 4;

/// How many words before the second count may set it against the first: ", up from 438".
const LINK: usize = 3;

impl Here<'_> {
    /// The contrast of a percentage of which the counts stand in a later sentence.
    pub(super) fn trend(&self, by: &Numeral) -> Option<Contrast> {
        let percent = by.why == Some(Why::Percent) && !self.numbers(self.sentence).any(counts);
        let up = self.direction(by).filter(|_| percent)?;
        let outcome = self.toll(self.text.sentences[self.sentence].words.clone())?;
        let block = self.text.sentences[self.sentence].block;
        let heading = self.text.document.blocks.get(block)?.kind != BlockKind::Paragraph;
        let reach = if heading { BELOW } else { 1 };
        let later = (self.sentence + 1..=self.sentence + reach).filter(|sentence| {
            let sentence = self.text.sentences.get(*sentence);
            sentence.is_some_and(|sentence| heading || sentence.block == block)
        });
        // Of several pairs nobody knows which is meant.
        let mut pairs = later.flat_map(|sentence| self.set_apart(sentence, outcome));
        let (count, base) = pairs.next().filter(|_| pairs.next().is_none())?;
        let whole = |n: &Numeral| self.term(n, n.phrase.clone());
        let quantity = super::share::quotient(by)?;
        Some(Contrast {
            kind: if up { ContrastKind::Rise } else { ContrastKind::Fall },
            by: Term { quantity, ..self.term(by, by.phrase.start..by.words.end) },
            counts: vec![whole(count)],
            base: whole(base),
            told: true,
        })
    }

    /// Whether a percentage says that something rose: "rose by 12%", "a 12% drop".
    fn direction(&self, by: &Numeral) -> Option<bool> {
        let sentence = self.text.sentences[self.sentence].words.clone();
        let near = by.phrase.start.saturating_sub(2).max(sentence.start)
            ..(by.words.end + 2).min(sentence.end);
        near.into_iter().find_map(|at| match () {
            () if self.is(at, ContrastWord::UP) => Some(true),
            () if self.is(at, ContrastWord::DOWN) => Some(false),
            () => None,
        })
    }

    /// The outcome that some words name as a toll: "road deaths", "drownings".
    pub(super) fn toll(&self, words: Range<usize>) -> Option<Outcome> {
        let mut told = words.filter_map(|at| self.text.tags(at).outcome);
        let noun = OutcomeForm::COUNTED.or(OutcomeForm::TOLL).or(OutcomeForm::ACT);
        told.find(|word| word.form.is(noun)).map(|word| word.outcome)
    }

    /// "412 deaths, against 438": two counts of an outcome that a sentence sets against each other, of
    /// all people.
    fn set_apart(&self, sentence: usize, outcome: Outcome) -> Vec<(&Numeral, &Numeral)> {
        let numbers: Vec<&Numeral> = self.numbers(sentence).filter(|n| counts(n)).collect();
        let figure = |n: &Numeral| self.figure(n).map(|id| &self.figures[id]);
        let pairs = numbers.windows(2).map(|pair| (pair[0], pair[1]));
        let against = pairs.filter(|(count, base)| {
            let from = base.phrase.start.saturating_sub(LINK).max(count.words.end);
            let mut link = from..base.phrase.start;
            let against = link.clone().any(|at| self.is(at, ContrastWord::AGAINST));
            let comma = link.any(|at| self.text.mark(at) == ",");
            // not "car occupants, of whom 28 were killed, compared with 34"
            let all = figure(count)
                .is_some_and(|f| f.outcome == outcome && f.group.is_none() && !f.cues.of_uncounted);
            let alike = figure(base).is_none_or(|f| f.outcome == outcome);
            all && alike && against && comma
        });
        against.collect()
    }
}

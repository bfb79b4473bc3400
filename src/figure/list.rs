//! Lists of names and numbers that the text adds up.
//!
//! "Fort Hill 15, Long Bridge 4,878 and Mill Creek 265 … add up to 5,158 casualties" is a table in a
//! sentence. Its numbers have no nouns, so they are no figures; they are terms of the total.

use super::{Figure, FigureId, Term};
use crate::lexicon::Grammar;
use crate::numeral::{Form, Numeral, Why};
use crate::text::{Shape, Text};

/// The least items that make a list.
const ITEMS: usize = 4;

/// A total and the list that it is said to be the sum of.
#[derive(Clone, Debug)]
pub struct List {
    /// The total.
    pub total: FigureId,
    /// The numbers of the list.
    pub items: Vec<Term>,
}

/// Finds the lists of a document: each is in the sentence of an announced total, before it, or in the
/// one before that.
pub(super) fn find(text: &Text<'_>, numerals: &[Numeral], figures: &[Figure]) -> Vec<List> {
    let totals = figures.iter().enumerate().filter(|(_, f)| f.cues.total && f.is_stated());
    let lists = totals.filter_map(|(total, figure)| {
        let own = items(text, numerals, figures, figure.place.sentence, figure.place.word);
        let last = || {
            let sentence = figure.place.sentence.checked_sub(1)?;
            items(text, numerals, figures, sentence, figure.place.word)
        };
        let items = own.or_else(last)?;
        Some(List { total, items })
    });
    lists.collect()
}

/// The items of a sentence before a word, if all its numbers are such items.
fn items(
    text: &Text<'_>,
    numerals: &[Numeral],
    figures: &[Figure],
    sentence: usize,
    end: usize,
) -> Option<Vec<Term>> {
    let from = numerals.partition_point(|n| n.sentence < sentence);
    let here = numerals[from..].iter().take_while(|n| n.sentence == sentence);
    let mut items = Vec::new();
    for numeral in here.filter(|n| n.words.start < end) {
        match is_item(text, numeral) {
            true => items.push(numeral),
            // "First Bull Run", "the Seven Days", "Three Oaks"
            false if numeral.why.is_some() || is_named(text, numeral) => {}
            false => return None,
        }
    }
    let counted = |n: &&Numeral| figures.iter().any(|f| f.number == n.span);
    let list = items.len() >= ITEMS && !items.iter().any(counted);
    list.then(|| items.into_iter().map(|n| term(text, n)).collect())
}

/// Whether a number ends an item: a name is before it, a comma or "and" behind it.
fn is_item(text: &Text<'_>, numeral: &Numeral) -> bool {
    let next = numeral.words.end;
    let parts = |at: usize| {
        let mark = text.words.get(at).is_none_or(|word| word.shape == Shape::Mark && !word.glued);
        mark || matches!(text.mark(at), "," | ";" | "." | ")")
            || text.tags(at).grammar.is(Grammar::AND)
    };
    let named = numeral.phrase.start.checked_sub(1).is_some_and(|at| !parts(at));
    let plain = matches!(numeral.why, None | Some(Why::Name));
    plain && numeral.form == Form::Number && named && parts(next)
}

/// Whether a number is a part of a name.
fn is_named(text: &Text<'_>, numeral: &Numeral) -> bool {
    text.words.get(numeral.words.end).is_some_and(|word| word.shape == Shape::Title)
}

fn term(text: &Text<'_>, numeral: &Numeral) -> Term {
    Term {
        figure: None,
        span: numeral.span,
        wording: text.document.words(numeral.span).to_owned(),
        quantity: numeral.quantity,
    }
}

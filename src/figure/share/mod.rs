//! Percentages and fractions of people to whom something happened.
//!
//! "Of the 50 dead, 20 were patients, or 60%" states a share with its part 20 and its whole 50;
//! "70% of the war dead" one without numbers. Shares do not know whether they fit.

mod of_kind;

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Figure, FigureId, Place, Share, Term, phrase};
use crate::interval::Interval;
use crate::lexicon::{Grammar, Outcome, OutcomeForm, ScopeWord};
use crate::numeral::{Numeral, Why};
use crate::quantity::Quantity;
use crate::text::Text;

/// How many words after "of" name what the share is of.
const REACH: usize = 6;

/// Finds the shares of a document; the figures are in order of place.
pub(super) fn find(text: &Text<'_>, numerals: &[Numeral], figures: &[Figure]) -> Vec<Share> {
    let shares = numerals.iter().filter(|n| matches!(n.why, Some(Why::Percent | Why::Fraction)));
    shares.filter_map(|numeral| share(text, numeral, numerals, figures)).collect()
}

fn share(
    text: &Text<'_>,
    numeral: &Numeral,
    numerals: &[Numeral],
    figures: &[Figure],
) -> Option<Share> {
    let parted = parted(text, numeral, figures);
    let parted = parted.or_else(|| set_off(text, numeral, numerals, figures));
    let (part, whole) = parted.unzip();
    let spelled = spelled_out(text, numeral, numerals, figures);
    let (spelled, whole) = match spelled {
        Some((part, whole)) => (Some(part), Some(whole)),
        None => (None, whole),
    };
    let (named, outcome, narrowed) = named_whole(text, numeral, figures).unwrap_or_default();
    let whole = whole.or(named);
    let part = spelled.or_else(|| part.map(|id| stated(&figures[id], id)));
    let part = part.or_else(|| told_after(text, numeral, numerals, figures, whole?));
    let part = part.or_else(|| of_kind::part(text, numeral, figures, whole?));
    let outcome = whole.map(|id| figures[id].outcome).or(outcome)?;
    let block = text.sentences[numeral.sentence].block;
    let kind = text.document.blocks.get(block)?.kind;
    let place = Place { block, kind, sentence: numeral.sentence, word: numeral.words.start };
    // "60%" with its sign.
    let percent = usize::from(numeral.why == Some(Why::Percent));
    let span = text.span(&(numeral.phrase.start..numeral.phrase.end + percent));
    Some(Share {
        span,
        wording: text.document.words(span).to_lowercase(),
        fraction: numeral.why == Some(Why::Fraction),
        quantity: quotient(numeral)?,
        whole,
        part,
        outcome,
        narrowed,
        place,
    })
}

/// The part before "or 60%" or "(60%)", and the whole that it is said to be a part of.
fn parted(text: &Text<'_>, numeral: &Numeral, figures: &[Figure]) -> Option<(FigureId, FigureId)> {
    let before = numeral.phrase.start.checked_sub(1)?;
    let joined = text.tags(before).grammar.is(Grammar::AND) || text.mark(before) == "(";
    let joined = joined || text.mark(before) == "," && is_apposed(text, numeral);
    // "140 of the dead were riders, and half of these": of the riders.
    let joined = joined && !phrase::is_of(text, numeral.phrase.end);
    let end = past_bracket(text, numeral);
    let last =
        figures.iter().rposition(|f| f.place.sentence == numeral.sentence && f.place.word < end)?;
    // "1,200 of the 3,600 displaced, or half of the total"
    let of_last = |at: &usize| figures[*at].cues.part_of == Some(last);
    let part = last.checked_sub(1).filter(of_last).unwrap_or(last);
    let whole = whole_of(figures, part)?;
    (joined && figures[part].is_stated()).then_some((part, whole))
}

/// "90 casualties (30 deaths and 60 injured), or half of the total": the bracket before a share that it is not of, or the
/// share.
fn past_bracket(text: &Text<'_>, numeral: &Numeral) -> usize {
    let start = numeral.phrase.start;
    let joins = |at: &usize| text.mark(*at) == "," || text.tags(*at).grammar.is(Grammar::AND);
    let sentence = text.sentences[numeral.sentence].words.start;
    let before = (sentence..start).rev().find(|at| !joins(at));
    let last = before.filter(|at| *at + 1 < start);
    last.and_then(|close| text.bracket(sentence, close)).unwrap_or(numeral.words.start)
}

/// "Forty of the victims, a quarter, were children", "150 were children, a quarter of the total": whether marks set off a
/// share that says no more of what it is.
fn is_apposed(text: &Text<'_>, numeral: &Numeral) -> bool {
    let percent = usize::from(numeral.why == Some(Why::Percent));
    let end = numeral.phrase.end + percent;
    let total = |at: usize| text.tags(at).grammar.is(Grammar::TOTAL.or(Grammar::TALLY));
    let of_total = phrase::is_of(text, end) && (end + 1..end + 4).any(total);
    matches!(text.mark(end), "," | ".") || of_total
}

/// The count that a figure is a part of, by the words or by what befell them.
fn whole_of(figures: &[Figure], part: FigureId) -> Option<FigureId> {
    figures[part].cues.part_of.or_else(|| {
        let among = figures[part].cues.among?;
        let many = figures[part].quantity.nominal;
        let whole = |f: &Figure| {
            let whole = f.cues.part_of.is_none() && f.cues.among.is_none() && f.is_stated();
            whole && f.outcome == among && f.quantity.nominal >= many
        };
        // "112 have died … 97 deaths until Wednesday … 78 of the victims, or 70 per cent"
        let own = |f: &Figure| whole(f) && f.scope.event == figures[part].scope.event;
        let before = &figures[..part];
        before.iter().rposition(own).or_else(|| before.iter().rposition(whole))
    })
}

/// The part that is set off behind a share of people counted before: "half of them, 30 in all, are women".
fn set_off(
    text: &Text<'_>,
    numeral: &Numeral,
    numerals: &[Numeral],
    figures: &[Figure],
) -> Option<(FigureId, FigureId)> {
    let part = behind(text, numeral, numerals, numeral.phrase.end)?;
    let part = figures.iter().position(|f| f.number == part.span)?;
    Some((part, whole_of(figures, part)?))
}

/// "60 per cent of all casualties, or 84 of the 120": the part and the whole that a share is spelled out with.
fn spelled_out(
    text: &Text<'_>,
    numeral: &Numeral,
    numerals: &[Numeral],
    figures: &[Figure],
) -> Option<(Term, FigureId)> {
    let after = |n: &&Numeral| n.sentence == numeral.sentence && n.words.start > numeral.words.end;
    let mut after = numerals.iter().filter(after);
    let (part, all) = (after.next()?, after.next()?);
    let or = part.phrase.start.checked_sub(1)?;
    let or = text.tags(or).grammar.is(Grammar::AND) && text.mark(or - 1) == ",";
    let of = part.words.end;
    let the = usize::from(text.tags(of + 1).grammar.is(Grammar::DEFINITE));
    let of = text.tags(of).grammar.is(Grammar::OF) && all.phrase.start == of + 1 + the;
    let number = all.quantity.nominal.filter(|_| or && of && part.why.is_none())?;
    let own = |f: &Figure| f.is_stated() && f.quantity.nominal == Some(number);
    let whole = figures.iter().position(|f| f.number == all.span || own(f))?;
    let term = Term {
        figure: figures.iter().position(|f| f.number == part.span),
        span: text.span(&part.phrase),
        wording: text.document.words(text.span(&part.phrase)).to_owned(),
        quantity: part.quantity,
    };
    Some((term, whole))
}

fn stated(figure: &Figure, id: FigureId) -> Term {
    Term {
        figure: Some(id),
        span: figure.span,
        wording: figure.wording.clone(),
        quantity: figure.quantity,
    }
}

/// The part after the whole: "a third of the 90 dead, or 30, were women", "half of the 60 injured, 30
/// people, …".
fn told_after(
    text: &Text<'_>,
    numeral: &Numeral,
    numerals: &[Numeral],
    figures: &[Figure],
    whole: FigureId,
) -> Option<Term> {
    let from = figures[whole].place.word.max(numeral.words.end);
    let part = behind(text, numeral, numerals, from + 1)?;
    (part.span != figures[whole].number).then(|| Term {
        figure: figures.iter().position(|f| f.number == part.span),
        span: text.span(&part.phrase),
        wording: text.document.words(text.span(&part.phrase)).to_owned(),
        quantity: part.quantity,
    })
}

/// The next number from a word on of the sentence of a share, if marks set it off at both ends.
fn behind<'n>(
    text: &Text<'_>,
    share: &Numeral,
    numerals: &'n [Numeral],
    from: usize,
) -> Option<&'n Numeral> {
    let here = numerals.iter().filter(|n| n.sentence == share.sentence);
    let part = here.into_iter().find(|n| n.words.start >= from)?;
    let opens = part.phrase.start.checked_sub(1)?;
    let or = text.tags(opens).grammar.is(Grammar::AND);
    let opens = if or { opens.checked_sub(1)? } else { opens };
    let dash = |at: usize| matches!(text.mark(at), "-" | "–" | "—" | "--") && !text.words[at].glued;
    let set_off = matches!(text.mark(opens), "," | "(") || dash(opens);
    let set_off = set_off && is_one_phrase(text, from..opens);
    let end = part.words.end;
    let noun = usize::from(text.tags(end).people.is_some());
    // "Two thirds of the 30 killed, 24 in all, were asleep"
    let total = usize::from(text.tags(end + noun).grammar.is(Grammar::TOTAL));
    let last = end + noun + total;
    let closed = matches!(text.mark(last), "," | ")") || dash(last);
    let counts = part.why.is_none() && part.quantity.nominal.is_some();
    (set_off && closed && counts).then_some(part)
}

/// "90 people who were killed on the roads last year": whether nothing but what tells who they are stands
/// between a whole and its part.
fn is_one_phrase(text: &Text<'_>, mut words: Range<usize>) -> bool {
    let verb = Grammar::BE.or(Grammar::HAVE);
    let told = |at: usize| text.tags(at).grammar.is(Grammar::RELATIVE);
    let first = words.clone().find(|at| text.tags(*at).grammar.is(verb));
    let clause = first.is_none_or(|verb| (words.start..verb).any(told));
    clause && !words.any(|at| text.mark(at) == ",")
}

/// What follows "of": the figure of the whole, the outcome of a whole without a number, and the
/// word that narrows it.
fn named_whole(
    text: &Text<'_>,
    numeral: &Numeral,
    figures: &[Figure],
) -> Option<(Option<FigureId>, Option<Outcome>, Option<String>)> {
    let end = text.sentences[numeral.sentence].words.end;
    if let Some(whole) = of_them(text, numeral, end, figures) {
        return Some((Some(whole), None, None));
    }
    let of = (numeral.phrase.end..(numeral.phrase.end + 2).min(end))
        .find(|at| text.tags(*at).grammar.is(Grammar::OF))?;
    let words = of + 1..(of + 1 + REACH).min(end);
    let whole = figures.iter().position(|f| words.contains(&f.place.word) && f.is_stated());
    let counted = OutcomeForm::COUNTED.or(OutcomeForm::STATE).or(OutcomeForm::PARTICIPLE);
    let outcome = words
        .clone()
        .find_map(|at| text.tags(at).outcome.filter(|o| o.form.is(counted)).map(|o| o.outcome));
    let narrow = |at: &usize| text.tags(*at).scope.is(ScopeWord::NARROW);
    let narrowed = words.clone().find(narrow).map(|at| text.str(at).to_lowercase());
    Some((whole, outcome, narrowed))
}

/// "Killed 250 people, and 40 percent of them, 120 in all": the last count before, in its sentence, of those
/// whom "of them" speaks of.
fn of_them(text: &Text<'_>, numeral: &Numeral, end: usize, figures: &[Figure]) -> Option<FigureId> {
    let mut words = numeral.phrase.end..(numeral.phrase.end + 2).min(end);
    let them = |at: usize| text.tags(at).grammar.is(Grammar::INCLUDING) && phrase::is_of(text, at);
    words.find(|at| them(*at))?;
    figures.iter().rposition(|f| {
        let here = f.place.sentence == numeral.sentence && f.place.word < numeral.words.start;
        here && f.is_stated() && f.cues.part_of.is_none()
    })
}

/// What part of one a percentage or fraction is.
pub(super) fn quotient(numeral: &Numeral) -> Option<Quantity> {
    let scale = if numeral.why == Some(Why::Percent) { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let part = |value: Decimal| value.checked_div(scale);
    let interval = |i: Interval| -> Option<Interval> {
        let high = match i.high {
            Some(high) => Some(part(high)?),
            None => None,
        };
        Some(Interval { low: part(i.low)?, high, ..i })
    };
    let quantity = numeral.quantity;
    Some(Quantity {
        low: quantity.low.and_then(part),
        high: quantity.high.and_then(part),
        nominal: quantity.nominal.and_then(part),
        strict: interval(quantity.strict)?,
        plausible: interval(quantity.plausible)?,
        ..quantity
    })
}

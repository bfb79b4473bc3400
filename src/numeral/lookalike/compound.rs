//! Several numbers that marks join into one thing: "7:30", "08.04.2017", "555-1234", "3-1".
//!
//! They are read before single numbers and never count anything.

use crate::lexicon::{Grammar, Lookalike};
use crate::numeral::Why;
use crate::numeral::lookalike::Line;
use crate::text::Shape;

/// Numbers joined by marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Compound {
    /// The place after its last word.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) why: Why,
}

/// Reads the joined numbers that begin at a word, if some do.
pub(crate) fn read(line: &Line<'_>, at: usize) -> Option<Compound> {
    if line.shape(at) != Some(Shape::Digits) {
        return None;
    }
    let printed = line.text.str(at);
    if printed.matches('.').count() > 1 {
        return dotted(printed).map(|why| Compound { end: at + 1, why });
    }
    let end = joined(line, at);
    let why = match line.text.str(at + 1) {
        ":" => clock(line, at, end),
        "/" => slashed(line, at, end),
        "-" | "–" => dashed(line, at, end),
        _ => None,
    };
    why.filter(|_| end > at + 1).map(|why| Compound { end, why })
}

/// The place after the digits that marks join to those at `at`; the same mark each time. A slash may
/// stand free, as in the counter of a gallery: "1 / 13".
fn joined(line: &Line<'_>, at: usize) -> usize {
    let mut end = at + 1;
    let mark = line.text.str(at + 1);
    let joins = |end| {
        let free = mark == "/" && !line.glued(end) && !line.glued(end + 1);
        line.is(end, mark)
            && (free || (line.glued(end) && line.glued(end + 1)))
            && line.shape(end + 1) == Some(Shape::Digits)
    };
    while joins(end) {
        end += 2;
    }
    end
}

/// "08.04.2017" is a date, "10.15.7" a version; "1.234.567" is a number.
fn dotted(printed: &str) -> Option<Why> {
    if crate::numeral::digits::value(printed).is_some() {
        return None;
    }
    let mut parts = printed.split('.').map(str::len);
    let date = parts.next()? <= 2 && parts.next()? <= 2 && matches!(parts.next()?, 2 | 4);
    Some(if date && parts.next().is_none() { Why::Date } else { Why::Identifier })
}

/// "7:30" is a time, "3:1" a score.
fn clock(line: &Line<'_>, at: usize, end: usize) -> Option<Why> {
    let minutes = line.text.str(at + 2);
    let time = minutes.len() >= 2 && number(line, at)? < 25 && number(line, at + 2)? < 60;
    Some(if time || end > at + 3 { Why::Time } else { Why::Score })
}

/// "4/20/2019", "on 4/20"; "3/4" alone is a fraction.
fn slashed(line: &Line<'_>, at: usize, end: usize) -> Option<Why> {
    let (first, second) = (number(line, at)?, number(line, at + 2)?);
    let day = (1..=31).contains(&first) && (1..=31).contains(&second) && first.min(second) <= 12;
    let dated = at > line.words.start
        && line
            .grammar(at - 1, Grammar::PREPOSITION.or(Grammar::SUBORDINATOR).or(Grammar::WEEKDAY))
        && !line.looks(at - 1, Lookalike::AGED);
    let three = end == at + 5;
    (day && (three || dated && !line.grammar(end, Grammar::OF))).then_some(Why::Date)
}

/// "2017-04-08", "555-1234", "3-1"; what may be a range is none of these.
fn dashed(line: &Line<'_>, at: usize, end: usize) -> Option<Why> {
    let lengths = (line.text.str(at).len(), line.text.str(at + 2).len());
    let (first, second) = (number(line, at)?, number(line, at + 2)?);
    if line.is(end, "/") && line.glued(end) {
        // "2-1/2" is a number.
        return None;
    }
    if line.is_hyphen(end) && line.glued(end) && line.glued(end + 1) && line.is_capital(end + 1) {
        // "800-555-HELP"
        return Some(Why::Identifier);
    }
    if end > at + 3 {
        let iso = lengths.0 == 4 && (1000..2200).contains(&first) && second <= 12;
        let day = lengths.0 <= 2 && lengths.1 <= 2 && first.min(second) <= 12;
        return Some(if iso || day { Why::Date } else { Why::Identifier });
    }
    if lengths == (3, 4) {
        return Some(Why::Identifier);
    }
    if is_years(first, second, lengths) && !line.counts_people(end) {
        return Some(Why::Year);
    }
    if is_grouped(line, at + 2) || line.is_people(end) || is_unit(line, end) {
        return None;
    }
    let why = if first < 300 { Why::Score } else { Why::Identifier };
    (first >= second).then_some(why)
}

/// "1939-45", "2014-2015"
fn is_years(first: u32, second: u32, lengths: (usize, usize)) -> bool {
    let short = lengths == (4, 2) && second > first % 100;
    let long = lengths == (4, 4) && second > first && second <= 2100;
    (short || long) && (1500..=2100).contains(&first)
}

/// Whether the number is written with a comma, or a scale follows: "20-30,000".
fn is_grouped(line: &Line<'_>, at: usize) -> bool {
    let scaled = line.tags(at + 1).is_some_and(|tags| tags.number.is_some());
    line.text.str(at).contains(',') || scaled
}

fn is_unit(line: &Line<'_>, at: usize) -> bool {
    let unit = Lookalike::PERCENT.or(Lookalike::DURATION).or(Lookalike::MEASURE).or(Lookalike::AGE);
    line.looks(at, unit)
}

/// The digits at a place as a small number.
fn number(line: &Line<'_>, at: usize) -> Option<u32> {
    line.text.str(at).parse().ok()
}

//! Plain text: which lines are one paragraph, and which are no paragraph at all.
//!
//! "Blast kills 12\n\nKABUL - A blast killed\n12 people." is a headline and one wrapped paragraph.
//! Everything is read off line breaks, lengths and final stops; no word is known here.

use super::head::{reads_like_headline, reads_like_standfirst};
use super::{Block, BlockKind};
use crate::span::Span;

/// No file is wrapped at more columns than this; longer lines are paragraphs.
const WIDEST_WRAP: usize = 100;
/// A longer line without a stop is a paragraph that lost it.
const LONGEST_HEADING: usize = 80;

/// What may stand between the last word of a sentence and the end of its line.
const CLOSERS: [char; 9] = ['"', '”', '’', '\'', '»', ')', ']', ' ', '\u{a0}'];

/// A line with something on it.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Without the space around it and the bullet before it.
    span: Span,
    /// Its length in characters.
    columns: usize,
    /// Whether a blank line stands before it.
    after_blank: bool,
    /// Whether a bullet or number stood before it.
    bullet: Option<Bullet>,
}

/// What marks an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bullet {
    /// "•", "*": nothing else begins a line so.
    Certain,
    /// "-", "1.": a wrapped line may begin so too.
    Likely,
}

/// Lines that are one paragraph.
#[derive(Clone, Copy, Debug)]
struct Paragraph {
    span: Span,
    columns: usize,
    lines: usize,
    after_blank: bool,
    item: bool,
}

/// Finds the blocks of plain text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let paragraphs = paragraphs(text, &lines);
    let mut blocks: Vec<Block> = Vec::with_capacity(paragraphs.len());
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let kind = kind(text, &paragraphs, at, blocks.last().map(|block| block.kind));
        blocks.push(Block { kind, span: paragraph.span, cell: None });
    }
    mark_digest(&mut blocks);
    blocks
}

/// Finds the blocks of a text whose headline stands elsewhere.
pub(super) fn body(text: &str) -> Vec<Block> {
    let mut blocks = blocks(text);
    if let Some(first) = blocks.first_mut().filter(|first| first.kind == BlockKind::Headline) {
        let below = reads_like_standfirst(first.span.of(text));
        first.kind = if below { BlockKind::Standfirst } else { BlockKind::Paragraph };
    }
    blocks
}

/// Splits text into its lines, blank ones left out.
fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut at, mut after_blank) = (0, true);
    let line_end = if memchr::memchr(b'\n', text.as_bytes()).is_some() { b'\n' } else { b'\r' };
    let ends = memchr::memchr_iter(line_end, text.as_bytes()).map(|end| end + 1);
    for end in ends.chain([text.len()]) {
        let (start, raw) = (at, text.get(at..end).unwrap_or_default());
        at = end;
        // A rule of dashes or stars parts what stands around it, as a blank line does.
        if !raw.contains(char::is_alphanumeric) {
            after_blank = true;
            continue;
        }
        let words = raw.trim_start();
        let indent = raw.len() - words.len();
        let words = words.trim_end();
        let (skipped, bullet) = bullet(words);
        let body = words.get(skipped..).unwrap_or_default();
        let start = start + indent + skipped;
        let span = Span::new(start, start + body.len());
        lines.push(Line { span, columns: body.chars().count(), after_blank, bullet });
        after_blank = false;
    }
    lines
}

/// The bytes of a list marker at the start of a line.
fn bullet(line: &str) -> (usize, Option<Bullet>) {
    let marker = line.split_whitespace().next().unwrap_or_default();
    let rest = &line[marker.len()..];
    let skipped = line.len() - rest.trim_start().len();
    let number = marker.strip_suffix(['.', ')']).unwrap_or_default();
    match marker {
        "•" | "*" | "·" | "‣" => (skipped, Some(Bullet::Certain)),
        "-" => (skipped, Some(Bullet::Likely)),
        _ if matches!(number.len(), 1 | 2)
            && number.bytes().all(|b| b.is_ascii_digit())
            && rest.trim_start().starts_with(char::is_alphabetic) =>
        {
            (skipped, Some(Bullet::Likely))
        }
        _ => (0, None),
    }
}

/// Joins the lines that are one paragraph.
fn paragraphs(text: &str, lines: &[Line]) -> Vec<Paragraph> {
    let width = lines.iter().map(|line| line.columns).max().unwrap_or(0);
    let wrapped = width <= WIDEST_WRAP && mostly_full(text, lines, width);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| lines.get(before));
        match paragraphs.last_mut() {
            Some(last) if before.is_some_and(|b| joins(text, b, line, width, wrapped)) => {
                last.span.end = line.span.end;
                last.columns += 1 + line.columns;
                last.lines += 1;
            }
            _ => paragraphs.push(Paragraph {
                span: line.span,
                columns: line.columns,
                lines: 1,
                after_blank: line.after_blank,
                item: line.bullet.is_some(),
            }),
        }
    }
    paragraphs
}

/// Whether nearly every line that another follows is as full as a wrapped line is.
fn mostly_full(text: &str, lines: &[Line], width: usize) -> bool {
    let (mut joints, mut full) = (0, 0);
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        if !next.after_blank {
            joints += 1;
            full += usize::from(is_full(text, line, next, width));
        }
    }
    joints >= 3 && full * 10 >= joints * 6
}

/// Whether the next line's first word would not have fitted on the line, or only just: people
/// who wrap by hand leave some room.
fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let first = next.span.of(text).split_whitespace().next().unwrap_or_default();
    line.columns + 1 + first.chars().count() > width * 9 / 10
}

/// Whether a line goes on with the one before it.
fn joins(text: &str, line: &Line, next: &Line, width: usize, wrapped: bool) -> bool {
    if next.after_blank || next.bullet == Some(Bullet::Certain) {
        return is_torn(text, line, next);
    }
    let full = width <= WIDEST_WRAP && is_full(text, line, next, width);
    let stopped = matches!(ending(line.span.of(text)), Ending::Stop | Ending::Loud);
    let goes_on = ending(line.span.of(text)) == Ending::Open
        || next.span.of(text).starts_with(char::is_lowercase);
    match (wrapped, stopped) {
        _ if next.bullet.is_some() => wrapped && full && !stopped,
        (true, true) => full,
        (_, true) => false,
        (_, false) => full || (goes_on && line.columns > WIDEST_WRAP / 4),
    }
}

/// Whether a blank line stands in the midst of a sentence, as old wires have it: "state television" and
/// below it "reported."
fn is_torn(text: &str, line: &Line, next: &Line) -> bool {
    let open = matches!(ending(line.span.of(text)), Ending::None | Ending::Open);
    let small = next.span.of(text).starts_with(char::is_lowercase);
    open && small && next.bullet.is_none() && line.columns > LONGEST_HEADING
}

/// How some words end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// With a word, or an abbreviation: "in the U.S."
    None,
    /// With a comma, colon or semicolon: more must follow.
    Open,
    /// With a full stop.
    Stop,
    /// With a question or exclamation mark.
    Loud,
}

/// How some words end, quotation marks and brackets aside.
pub(super) fn ending(words: &str) -> Ending {
    let bare = words.trim_end().trim_end_matches(|c| CLOSERS.contains(&c));
    match bare.chars().next_back() {
        Some(',' | ';' | ':') => Ending::Open,
        Some('!' | '?') => Ending::Loud,
        Some('…') => Ending::Stop,
        Some('.') if !is_abbreviation(bare) => Ending::Stop,
        _ => Ending::None,
    }
}

/// Whether the stop at the end belongs to initials: "the U.S."
fn is_abbreviation(words: &str) -> bool {
    let mut back = words.chars().rev().skip(1);
    back.next().is_some_and(char::is_uppercase) && back.next() == Some('.')
}

/// What a paragraph is, after one of kind `before`.
fn kind(text: &str, paragraphs: &[Paragraph], at: usize, before: Option<BlockKind>) -> BlockKind {
    let (this, next) = (&paragraphs[at], paragraphs.get(at + 1));
    let words = this.span.of(text);
    // A date or a number may stand above the headline.
    let first = paragraphs.iter().position(|p| p.span.of(text).contains(char::is_alphabetic));
    let first = first.unwrap_or_default();
    match next {
        _ if this.item => BlockKind::ListItem,
        None => BlockKind::Paragraph,
        Some(_) if at < first => BlockKind::Paragraph,
        Some(next) if at == first => headline(text, this, next),
        Some(next)
            if before == Some(BlockKind::Headline)
                && at == first + 1
                && next.after_blank
                && this.after_blank =>
        {
            match reads_like_standfirst(words) {
                true => BlockKind::Standfirst,
                false => BlockKind::Paragraph,
            }
        }
        Some(_) if is_heading(words, this) => BlockKind::Heading,
        Some(_) => BlockKind::Paragraph,
    }
}

/// What the first paragraph is: a headline stands apart, or is plainly shorter than the line that
/// follows and has no stop.
fn headline(text: &str, first: &Paragraph, next: &Paragraph) -> BlockKind {
    let words = first.span.of(text);
    let apart = next.after_blank && reads_like_headline(words, next.span.of(text));
    let above = !next.after_blank
        && first.columns <= LONGEST_HEADING
        && next.columns > LONGEST_HEADING
        && ending(words) == Ending::None
        && words.contains(char::is_whitespace);
    if apart || above { BlockKind::Headline } else { BlockKind::Paragraph }
}

/// Whether a paragraph is the heading of what follows.
fn is_heading(words: &str, paragraph: &Paragraph) -> bool {
    paragraph.lines == 1
        && paragraph.columns <= LONGEST_HEADING
        && ending(words) == Ending::None
        && !words.starts_with(char::is_lowercase)
        && !words.starts_with(['(', '[', '—', '–', '@', '#'])
}

/// A digest seldom has more items under a heading.
const MOST_ITEMS: usize = 4;

/// A digest of the day has no opening paragraph: a heading follows its headline, and lines under
/// headings follow that, each an item of its own. A line with the author's name is no such heading.
fn mark_digest(blocks: &mut [Block]) {
    let opens = matches!(blocks, [a, b, ..] if (a.kind, b.kind) == (BlockKind::Headline, BlockKind::Heading));
    let is = |kind: BlockKind| move |block: &&Block| block.kind == kind;
    let paragraphs = blocks.iter().filter(is(BlockKind::Paragraph)).count();
    let body = blocks.iter().skip_while(|block| block.kind != BlockKind::Paragraph);
    let further = body.filter(is(BlockKind::Heading)).count();
    if opens && further > 0 && (further + 1) * MOST_ITEMS >= paragraphs {
        for block in blocks.iter_mut().filter(|block| block.kind == BlockKind::Paragraph) {
            block.kind = BlockKind::ListItem;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::BlockKind::*;
    use super::*;

    fn read(text: &str) -> Vec<(BlockKind, &str)> {
        blocks(text).iter().map(|block| (block.kind, block.span.of(text))).collect()
    }

    fn kinds(text: &str) -> Vec<BlockKind> {
        blocks(text).iter().map(|block| block.kind).collect()
    }

    const BODY: &str = "A blast killed 12 people in the market on Monday, police said. Rescuers \
                        were still searching the ruins of the hall for survivors late at night.";

    #[test]
    fn a_headline_stands_apart_and_has_no_stop() {
        let read = |first: &str| kinds(&format!("{first}\n\n{BODY}\n\n{BODY}"));
        assert_eq!(read("Blast kills 12 in market"), [Headline, Paragraph, Paragraph]);
        assert_eq!(read("How many died in the U.S.?"), [Headline, Paragraph, Paragraph]);
        assert_eq!(read("Dozens killed by storm in the U.S."), [Headline, Paragraph, Paragraph]);
        assert_eq!(read("Blast in market kills 12."), [Headline, Paragraph, Paragraph]);
        assert_eq!(read("A boat sank off the coast."), [Paragraph, Paragraph, Paragraph]);
        assert_eq!(read(BODY), [Paragraph, Paragraph, Paragraph]);
        assert_eq!(read("The ministry gave these figures:"), [Paragraph, Paragraph, Paragraph]);
    }

    #[test]
    fn a_line_alone_is_a_paragraph() {
        assert_eq!(kinds("Gunmen killed 12 people"), [Paragraph]);
        assert_eq!(kinds(""), []);
    }

    #[test]
    fn a_headline_right_above_the_text() {
        assert_eq!(kinds(&format!("Blast kills 12 in market\n{BODY}\n{BODY}"))[0], Headline);
        assert_eq!(kinds(&format!("Police said so.\n{BODY}\n{BODY}"))[0], Paragraph);
    }

    #[test]
    fn a_date_above_the_headline() {
        let text = format!("11 / 28 / 05\n\nBlast kills 12\n\n{BODY}\n");
        assert_eq!(kinds(&text), [Paragraph, Headline, Paragraph]);
    }

    #[test]
    fn a_standfirst_is_more_than_a_byline() {
        let read = |second: &str| kinds(&format!("Blast kills 12\n\n{second}\n\n{BODY}\n"))[1];
        assert_eq!(read("Rescuers fear that 30 more lie below the hall"), Standfirst);
        assert_eq!(read("By Jane Doe"), Paragraph);
        assert_eq!(read("Twelve people died in the market hall on Monday."), Paragraph);
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "Blast kills 12 in market\n\n\
                    KABUL - A blast in the largest market of the city killed\n\
                    12 people and wounded 30 on Monday. Police said that they\n\
                    were looking for a man who had left the hall minutes before.\n\
                    No group has said that it was behind the attack.\n\n\
                    The hall had been closed for a year after a fire in which\n\
                    five people died.\n";
        assert_eq!(kinds(text), [Headline, Paragraph, Paragraph]);
    }

    #[test]
    fn a_blank_line_may_tear_a_sentence() {
        let torn = "A plane fell on the city early on Monday, killing 36 people including 30 soldiers, state radio";
        let text =
            format!("Plane crash kills 36\n\n{torn}\n\nreported.\n\nThe cause is not known.");
        assert_eq!(kinds(&text), [Headline, Paragraph, Paragraph]);
    }

    #[test]
    fn lines_that_are_sentences_are_paragraphs() {
        let text = format!("Blast kills 12 in market\n\n{BODY}\nBoth women died.\n{BODY}\n");
        assert_eq!(kinds(&text), [Headline, Paragraph, Paragraph, Paragraph]);
    }

    #[test]
    fn headings_between_paragraphs() {
        let text = format!("Blast kills 12\n\n{BODY}\n\nEarlier attacks\n\n{BODY}");
        assert_eq!(kinds(&text), [Headline, Paragraph, Heading, Paragraph]);
    }

    #[test]
    fn digests() {
        let text =
            format!("Events of May 5\n\nConflicts\nWar in Ruritania\n{BODY}\nGrau war\n{BODY}");
        assert_eq!(kinds(&text), [Headline, Heading, Heading, ListItem, Heading, ListItem]);
    }

    #[test]
    fn an_author_and_his_desk_open_no_digest() {
        let text =
            format!("Blast kills 12 in market\n\nBy Jane Doe\nStaff writer\n\n{BODY}\n\n{BODY}");
        assert_eq!(kinds(&text)[3..], [Paragraph, Paragraph]);
    }

    #[test]
    fn bullets_are_not_text() {
        let text = "The toll:\n\n- 12 dead\n* 30 hurt\n1. Two missing\n";
        let items = [(ListItem, "12 dead"), (ListItem, "30 hurt"), (ListItem, "Two missing")];
        assert_eq!(read(text)[1..], items);
    }

    #[test]
    fn a_wrapped_line_may_begin_like_an_item() {
        let text = "A blast in the largest market of the capital city has killed\n\
                    12. The police said that they were looking for a man who had\n\
                    left the market hall minutes before the blast on the Monday\n\
                    and who was seen again at the old station in the evening.\n";
        assert_eq!(kinds(text), [Paragraph]);
    }

    #[test]
    fn line_ends_of_other_systems() {
        let text = format!("Blast kills 12\r\n\r\n{BODY}\r\n");
        assert_eq!(read(&text), [(Headline, "Blast kills 12"), (Paragraph, BODY)]);
    }
}

//! Which blocks of a web page are the article, and which its headline.
//!
//! Of a page with "Home", "Blast kills 12", "Twelve people died …" and "Read more", it keeps the
//! middle two. A part of a page, as an editor exports it, is kept whole.

use std::collections::HashSet;

use dom_smoothie::Config;
use dom_smoothie::Readability;

use super::flow::{Flow, Region};
use super::prose::Prose;
use super::{BlockKind, head, html};
use crate::span::Span;

/// Deeper pages are not given to the readability library, which walks them recursively.
const DEEPEST_READABLE: usize = 200;
/// Nor are pages of more elements: its time grows faster than they do.
const MOST_ELEMENTS: usize = 20_000;
/// Fewer words are the name of a site or a section, not a headline.
const FEWEST_TITLE_WORDS: usize = 3;

/// The article of a page.
pub(super) fn article(html: &str, mut flow: Flow) -> Prose {
    let kept = if flow.is_page { choose(html, &flow) } else { vec![true; flow.regions.len()] };
    name_headline(&mut flow);
    let mut prose = flow.prose;
    let mut kept = kept.into_iter();
    prose.blocks.retain(|b| kept.next() == Some(true) || b.kind == BlockKind::Headline);
    head::name(&mut prose);
    prose
}

/// Which blocks are the article: those that readability finds, or else those that the page marks.
fn choose(html: &str, flow: &Flow) -> Vec<bool> {
    let words = |at: usize| flow.prose.blocks[at].span.of(&flow.prose.text);
    let keep = |test: &dyn Fn(usize) -> bool| -> Vec<bool> {
        (0..flow.regions.len()).map(|at| flow.regions[at] != Region::Title && test(at)).collect()
    };
    let size = |kept: &[bool]| -> usize {
        kept.iter().enumerate().filter(|(_, kept)| **kept).map(|(at, _)| words(at).len()).sum()
    };
    let found = readable(html, flow).unwrap_or_default();
    let mut readable = keep(&|at| found.contains(words(at)));
    let marked = keep(&|at| flow.regions[at] == Region::Article);
    if size(&readable) > 0 && size(&readable) * 4 >= size(&marked) {
        keep_tables(flow, &mut readable);
        return readable;
    }
    if size(&marked) > 0 { marked } else { keep(&|at| flow.regions[at] != Region::Banner) }
}

/// The blocks that readability takes for the article's.
fn readable(html: &str, flow: &Flow) -> Option<HashSet<String>> {
    if flow.deepest > DEEPEST_READABLE || html.matches('<').count() > 2 * MOST_ELEMENTS {
        return None;
    }
    let config = Config { max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
    let article = Readability::new(html, None, Some(config)).ok()?.parse().ok()?;
    let (flow, _) = html::flow(&article.content).ok()?;
    let Prose { text, blocks, .. } = flow.prose;
    Some(blocks.iter().map(|block| block.span.of(&text).to_owned()).collect())
}

/// Readability drops small tables and some captions: between blocks of the article they are a part
/// of it.
fn keep_tables(flow: &Flow, kept: &mut [bool]) {
    let first = kept.iter().position(|kept| *kept).unwrap_or(0);
    let last = kept.iter().rposition(|kept| *kept).unwrap_or(0);
    let region = flow.regions.get(first);
    for (at, kept) in kept.iter_mut().enumerate().take(last).skip(first) {
        let kind = flow.prose.blocks[at].kind;
        *kept |= matches!(kind, BlockKind::TableCell | BlockKind::Caption)
            && flow.regions.get(at) == region;
    }
}

/// Keeps one headline: the first in the article, else on the page, else the title of the page.
fn name_headline(flow: &mut Flow) {
    let headlines = |region: Region| {
        let blocks = flow.prose.blocks.iter().zip(&flow.regions).enumerate();
        let there =
            blocks.filter(move |(_, (b, r))| b.kind == BlockKind::Headline && **r == region);
        there.map(|(at, _)| at)
    };
    let sure = headlines(Region::Article).next();
    let sure = sure.or_else(|| headlines(Region::Page).next());
    let sure = sure.or_else(|| headlines(Region::Banner).next());
    let titles = headlines(Region::Title).filter_map(|at| Some((at, title(flow, at)?)));
    let headline = match sure {
        Some(at) => Some((at, flow.prose.blocks[at].span)),
        None => titles.min_by_key(|(_, span)| span.end - span.start),
    };
    for (at, block) in flow.prose.blocks.iter_mut().enumerate() {
        match headline {
            Some((headline, span)) if at == headline => block.span = span,
            _ if block.kind == BlockKind::Headline => block.kind = BlockKind::Heading,
            _ => {}
        }
    }
}

/// The title of a page without the name of the site behind it.
fn title(flow: &Flow, at: usize) -> Option<Span> {
    let span = flow.prose.blocks[at].span;
    let words = span.of(&flow.prose.text);
    let ends = [" | ", " - ", " – ", " — ", " :: "].iter().filter_map(|mark| words.rfind(mark));
    let enough = |title: &str| title.split_whitespace().nth(FEWEST_TITLE_WORDS - 1).is_some();
    let end = ends.filter(|end| enough(&words[..*end])).max().unwrap_or(words.len());
    enough(words).then(|| Span::new(span.start, span.start + words[..end].trim_end().len()))
}

#[cfg(test)]
mod tests {
    use super::BlockKind::*;
    use super::*;

    const HEAD: &str = "<!doctype html><html><head><title>Blast kills 12 in market - The Gazette\
        </title><meta property=\"og:title\" content=\"12 die in blast at market hall\">\
        <script>var deaths = 99;</script></head><body>\
        <header><a href=/>The Gazette</a><nav><ul><li><a href=/w>War kills 500</a></ul></nav></header>";
    const BODY: &str = "<p>A blast killed 12 people in the market hall of the old town on Monday, \
        police said, and the fire brigade searched the ruins for more victims, officials added.</p>\
        <table><tr><td>killed</td><td>12</td></tr></table>\
        <p>Thirty others were hurt, nine of them badly, according to the hospital, which called in \
        doctors from two other towns, set up beds in its halls, and asked for blood.</p>";
    const TAIL: &str = "<div class=related><h3>More news</h3><ul><li><a href=/a>Storm kills 40 \
        in the north</a><li><a href=/b>Crash kills six</a></ul></div>\
        <footer>Copyright 2031, 99 streets</footer></body></html>";

    fn read(html: &str) -> Vec<(BlockKind, String)> {
        let (prose, _) = html::article(html).unwrap();
        prose
            .blocks
            .iter()
            .map(|b| (b.kind, b.span.of(&prose.text).chars().take(24).collect()))
            .collect()
    }

    fn expected(headline: &str) -> Vec<(BlockKind, String)> {
        let headline: String = headline.chars().take(24).collect();
        [
            (Headline, headline.as_str()),
            (Paragraph, "A blast killed 12 people"),
            (TableCell, "killed"),
            (TableCell, "12"),
            (Paragraph, "Thirty others were hurt,"),
        ]
        .map(|(kind, words)| (kind, words.to_owned()))
        .to_vec()
    }

    #[test]
    fn a_page_that_marks_its_article() {
        let html = format!("{HEAD}<article><h1>Blast kills 12</h1>{BODY}</article>{TAIL}");
        assert_eq!(read(&html), expected("Blast kills 12"));
    }

    #[test]
    fn a_page_that_marks_nothing() {
        let html = format!("{HEAD}<div><div><h1>Blast kills 12</h1>{BODY}</div></div>{TAIL}");
        assert_eq!(read(&html), expected("Blast kills 12"));
    }

    #[test]
    fn a_page_without_a_heading() {
        let html = format!("{HEAD}<div><div>{BODY}</div></div>{TAIL}");
        assert_eq!(read(&html), expected("Blast kills 12 in market"));
        let html = html.replace(" in market - The Gazette", "");
        assert_eq!(read(&html), expected("Blast kills 12"));
    }

    #[test]
    fn deep_pages_do_without_readability() {
        let deep = "<div>".repeat(2000);
        let html = format!("{HEAD}{deep}<article><h1>Blast kills 12</h1>{BODY}</article>");
        assert_eq!(read(&html), expected("Blast kills 12"));
        assert!(html::article(&"<div>".repeat(5000)).is_err());
    }
}

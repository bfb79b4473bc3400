//! The head of an article whose format does not say what its headline is.
//!
//! In "Blast kills 12", "By Jane Doe", "Twelve people died …" the first block is the headline. It
//! looks at lengths and stops, and whether words come again, not at what they mean.

use super::BlockKind;
use super::plain::{Ending, ending};
use super::prose::Prose;

/// A longer first paragraph is no headline.
const LONGEST_HEADLINE: usize = 160;
/// A headline that has a final stop all the same is shorter than most sentences of a body.
const LONGEST_STOPPED_HEADLINE: usize = 80;
/// More words behind a colon are more than a name.
const LONGEST_CREDIT: usize = 2;
/// Words that begin with as many letters alike are taken for forms of one.
const STEM: usize = 4;
/// A longer second paragraph is the first of the body.
const LONGEST_STANDFIRST: usize = 140;
/// Fewer words after the headline are a place, a date or a name.
const FEWEST_STANDFIRST_WORDS: usize = 5;

/// Finds the headline and the standfirst where the original does not name them: a heading that
/// comes before all else, or a first paragraph that reads like one.
pub(super) fn name(prose: &mut Prose) {
    let kind = |at: usize| prose.blocks.get(at).map(|block| block.kind);
    let words = |at: usize| prose.blocks.get(at).map_or("", |block| block.span.of(&prose.text));
    let is_paragraph = |at: usize| kind(at) == Some(BlockKind::Paragraph);
    let untitled = prose.blocks.iter().all(|block| block.kind != BlockKind::Headline);
    let heads = kind(0) == Some(BlockKind::Heading)
        || (is_paragraph(0) && prose.blocks.len() > 1 && reads_like_headline(words(0), words(1)));
    let titled = kind(0) == Some(BlockKind::Headline) || (untitled && heads);
    let below = titled && is_paragraph(1) && is_paragraph(2) && reads_like_standfirst(words(1));
    if untitled && heads {
        prose.blocks[0].kind = BlockKind::Headline;
    }
    if below {
        prose.blocks[1].kind = BlockKind::Standfirst;
    }
}

/// Whether some words at the head of an article can be its headline: short, and without the stop
/// of a sentence. With one they are only if shorter than the sentences of a body, and if what stands
/// below says them again: a draft may open with a short sentence, but it goes on from there.
pub(super) fn reads_like_headline(words: &str, below: &str) -> bool {
    let columns = words.chars().count();
    match ending(words) {
        Ending::Open => false,
        Ending::None | Ending::Loud => columns <= LONGEST_HEADLINE,
        Ending::Stop => {
            columns <= LONGEST_STOPPED_HEADLINE && (says_again(below, words) || is_credited(words))
        }
    }
}

/// "Toll rises to 76: monitor.": whether a colon and a word or two say whose the news is, as in headlines only.
fn is_credited(words: &str) -> bool {
    let credit = words.rsplit_once(": ").map(|(_, credit)| credit.split_whitespace().count());
    credit.is_some_and(|words| words <= LONGEST_CREDIT)
}

/// Whether half of the longer words come up again, in whatever form.
fn says_again(below: &str, words: &str) -> bool {
    let stems = |words: &str| -> Vec<String> {
        let words = words.split(|c: char| !c.is_alphanumeric());
        let long = words.filter(|w| w.len() >= STEM || w.starts_with(|c: char| c.is_ascii_digit()));
        long.map(|w| w.chars().take(STEM).collect::<String>().to_lowercase()).collect()
    };
    let (said, below) = (stems(words), stems(below));
    said.iter().filter(|stem| below.contains(stem)).count() * 2 >= said.len()
}

/// Whether some words below the headline can be the standfirst.
pub(super) fn reads_like_standfirst(words: &str) -> bool {
    words.chars().count() <= LONGEST_STANDFIRST
        && ending(words) == Ending::None
        && words.split_whitespace().nth(FEWEST_STANDFIRST_WORDS - 1).is_some()
        && !words.starts_with(['(', '['])
}

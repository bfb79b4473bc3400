//! The head of an article whose format does not say what its headline is.
//!
//! In "Blast kills 12", "By Jane Doe", "Twelve people died …" the first block is the headline. It
//! looks at lengths and stops, not at words.

use super::BlockKind;
use super::plain::{reads_like_headline, reads_like_standfirst};
use super::prose::Prose;

/// Finds the headline and the standfirst where the original does not name them: a heading that
/// comes before all else, or a first paragraph that reads like one.
pub(super) fn name(prose: &mut Prose) {
    let kind = |at: usize| prose.blocks.get(at).map(|block| block.kind);
    let reads = |at: usize, test: fn(&str) -> bool| {
        let words = prose.blocks.get(at).map_or("", |block| block.span.of(&prose.text));
        kind(at) == Some(BlockKind::Paragraph) && test(words)
    };
    let untitled = prose.blocks.iter().all(|block| block.kind != BlockKind::Headline);
    let heads = kind(0) == Some(BlockKind::Heading)
        || (prose.blocks.len() > 1 && reads(0, reads_like_headline));
    let titled = kind(0) == Some(BlockKind::Headline) || (untitled && heads);
    let below = titled && kind(2) == Some(BlockKind::Paragraph) && reads(1, reads_like_standfirst);
    if untitled && heads {
        prose.blocks[0].kind = BlockKind::Headline;
    }
    if below {
        prose.blocks[1].kind = BlockKind::Standfirst;
    }
}

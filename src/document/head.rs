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

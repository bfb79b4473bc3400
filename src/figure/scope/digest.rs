//! Digests: articles that list unrelated events, one a block.
//!
//! Under "Around the country", the block "Leeds: two die in crash" is an event, and the next block is
//! another; so is "LEEDS: Two people died when". A digest is known by its headings, the places before its items
//! and the items, not by what they tell.

use super::{Current, Event, Tracker};
use crate::document::{Block, BlockKind};
use crate::figure::Figure;
use crate::figure::movers::Move;
use crate::text::Text;

/// The most words of a block that name its event.
const FEW: usize = 5;

impl Tracker<'_, '_> {
    /// In a digest every block is an event.
    pub(super) fn item(&mut self, block: usize, figures: &mut [Figure]) {
        if figures.is_empty() {
            return;
        }
        if self.current.as_ref().is_none_or(|c| c.block != block) {
            let name = opening(self.text, block).unwrap_or_else(|| self.next_name());
            let label = name.to_lowercase();
            self.events.push(Event {
                label,
                name,
                kind: Move::Fresh,
                month: None,
                names: Vec::new(),
            });
            self.current = Some(Current { event: self.events.len(), block, sentence: 0 });
        }
        let event = self.events.len();
        for figure in figures {
            figure.scope = self.scope(event, true);
        }
    }
}

/// Whether the document lists unrelated events: headings stand between items with figures, or a place before
/// each, and the headline has none.
pub(super) fn is_digest(text: &Text<'_>, figures: &[Figure]) -> bool {
    let above = |f: &Figure| matches!(f.place.kind, BlockKind::Headline | BlockKind::Standfirst);
    let headline = figures.iter().any(above);
    let prose = figures.iter().filter(|f| f.entry.is_none());
    let mut blocks: Vec<usize> = prose.map(|f| f.place.block).collect();
    blocks.dedup();
    // "At a glance:" and its points, which end in no mark, are one article.
    let is_line = |b: &Block| {
        let line = b.kind != BlockKind::ListItem;
        b.kind == BlockKind::Heading || line && !text.document.words(b.span).ends_with(is_final)
    };
    let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return false };
    let headings = text.document.blocks[*first..*last].iter().filter(|b| is_line(b));
    // An article opens with its news, not with a heading.
    let opens = first.checked_sub(1).map(|at| &text.document.blocks[at]).is_some_and(|b| {
        b.kind != BlockKind::Headline && b.kind != BlockKind::Standfirst && is_line(b)
    });
    let listed = |marks: usize| marks * 2 >= blocks.len();
    let placed = || listed(blocks.iter().filter(|block| is_placed(text, **block)).count());
    !headline && blocks.len() > 2 && (opens && listed(headings.count()) || placed())
}

/// Whether a block opens with a place in capitals: "PORT STURGE: A crane fell", not "KILLED: 39".
fn is_placed(text: &Text<'_>, block: usize) -> bool {
    let Some(first) = text.sentences.iter().find(|s| s.block == block) else { return false };
    let mut opening = first.words.clone().take(FEW);
    let Some(colon) = opening.find(|at| text.mark(*at) == ":") else { return false };
    let capital =
        |at: usize| text.str(at).chars().all(|c| c.is_uppercase() || c == '-' || c == '.');
    let counts = |at: usize| text.tags(at).outcome.is_some() || text.tags(at).people.is_some();
    let mut name = first.words.start..colon;
    !name.is_empty() && name.all(|at| capital(at) && !counts(at))
}

/// Whether a character ends an item of prose.
fn is_final(mark: char) -> bool {
    matches!(mark, '.' | ')' | '"' | '”' | '!' | '?' | ':' | ',' | ';')
}

/// The words of a block, if they are few.
fn opening(text: &Text<'_>, block: usize) -> Option<String> {
    let words = text.document.words(text.document.blocks.get(block)?.span);
    let words: Vec<&str> = words.split_whitespace().take(FEW + 1).collect();
    (words.len() <= FEW).then(|| words.join(" "))
}

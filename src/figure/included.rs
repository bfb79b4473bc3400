//! The word that opens a list of some of the people before it.
//!
//! "12 people, including five children" opens one; "were among 22 people killed" and "were found among the dead" do not.
//! Who of the list is counted, and of whom, it does not know.

use super::object;
use super::outline::{Kind, Outline};
use crate::lexicon::OutcomeForm;

/// The "including" that opens the list in which the item stands, if it stands in one.
pub(super) fn including(outline: &Outline, item: usize) -> Option<usize> {
    let mut at = item;
    let mut told = None;
    while let Some(next) = at.checked_sub(1) {
        at = next;
        match outline.kind(at) {
            // "were among 22 people killed" opens no list.
            Kind::Including if at > 0 && outline.kind(at - 1) == Kind::Be => return None,
            // "are included among the 13"
            Kind::Including if at > 0 && outline.kind(at - 1) == Kind::Including => return None,
            Kind::Including if outline.among.contains(&at) => return None,
            // "Three were found among the dead and 16 had called home"
            Kind::Including if is_found_among(outline, at) => return None,
            Kind::Including => return Some(at),
            // "Among them were 15 children", "Among them: 15 children"
            Kind::Be | Kind::Colon if follows_list_word(outline, at) => return Some(at - 1),
            Kind::Be | Kind::Have | Kind::Verb | Kind::Stop | Kind::Suffer | Kind::Link => {
                return None;
            }
            Kind::Subordinator | Kind::Close | Kind::Leave => return None,
            Kind::And if outline.clauses.contains(&at) => return None,
            // "including one in which a gunman fired"
            Kind::Relative if at > 0 && outline.kind(at - 1) == Kind::Preposition => return None,
            // "had lost 14 soldiers, including two officers, and that 33 had been wounded"
            Kind::Relative if at > 0 && outline.kind(at - 1) == Kind::And => return None,
            // "including a child and wounded 22" goes on with a verb of its own.
            Kind::Anchor(_) if object::takes_object(outline, at) => return None,
            Kind::Anchor(word) if !word.form.is(OutcomeForm::COUNTED) => return None,
            // "including a child killed six others injured in Aleppo Four people", in a text without its commas
            Kind::Anchor(word) if told.is_some_and(|later| later != word.outcome) => return None,
            Kind::Anchor(word) => told = Some(word.outcome),
            _ => {}
        }
    }
    None
}

/// "Identified among the dead": whether a verb says among whom people are, which opens no list.
fn is_found_among(outline: &Outline, at: usize) -> bool {
    let verb = matches!(outline.kind(at.saturating_sub(1)), Kind::Verb | Kind::Anchor(_));
    let them = outline.kind(at + 1) == Kind::Determiner;
    verb && them && matches!(outline.kind(at + 2), Kind::Anchor(_))
}

/// Whether "among them" stands right before an item.
fn follows_list_word(outline: &Outline, at: usize) -> bool {
    at > 0 && outline.kind(at - 1) == Kind::Including
}

//! Who says so, left out of what a sentence tells.
//!
//! "According to two witnesses, the driver was killed" kills no witness, "six men, the prosecutor, Ana Ruiz, said" no
//! prosecutor. Words that attribute are known here, not whose account it is.

use super::{Item, Kind, Outline};
use crate::lexicon::SourceWord;
use crate::text::Text;

impl Outline {
    /// "According to two witnesses, the driver was killed": who says so is none of them.
    pub(super) fn leave_out_sources(&mut self, text: &Text<'_>) {
        for at in 0..self.items.len() {
            let first = text.tags(self.items[at].words.start).source;
            if first.is(SourceWord::SAYS) {
                self.read_over_saying(at);
                self.leave_out_office(at);
            }
            if !first.is(SourceWord::ACCORDING) {
                continue;
            }
            let before = |i: &usize| matches!(self.kind(*i), Kind::Determiner | Kind::Adverb);
            let named = (at + 1..).find(|i| !before(i)).unwrap_or(at);
            match self.kind(named) {
                Kind::Count(phrase) => self.phrases[phrase].tells_who = true,
                Kind::People => self.items[named].kind = Kind::Other,
                _ => {}
            }
            self.read_over_source(at);
        }
    }

    /// "The dead, according to the ministry, were": takes an aside that says who says so for a part of the
    /// verb.
    fn read_over_source(&mut self, according: usize) {
        let opens = according.checked_sub(1);
        let closes = (according + 1..self.items.len()).find(|at| !names(&self.items[*at]));
        if let Some((opens, closes)) = opens.zip(closes) {
            self.read_over(opens, closes);
        }
    }

    /// The same for "The dead, the ministry said, were".
    fn read_over_saying(&mut self, says: usize) {
        if let Some(opens) = self.before_names(says) {
            self.read_over(opens, says + 1);
        }
    }

    /// "Eight children and six men, the prosecutor, Ana Ruiz, said": the office of whoever speaks is no one of the list.
    fn leave_out_office(&mut self, says: usize) {
        let comma = |at: usize| self.kind(at) == Kind::Comma;
        let Some(close) = says.checked_sub(1).filter(|at| comma(*at)) else { return };
        let name = self.before_names(close);
        let name = name.filter(|at| comma(*at) && self.kind(at + 1) == Kind::Other);
        let office = name.and_then(|at| self.before_names(at)).filter(|at| comma(*at)).zip(name);
        if let Some((first, last)) = office {
            self.items[first + 1..=last].iter_mut().for_each(|i| i.kind = Kind::Adverb);
            self.items[close].kind = Kind::Adverb;
        }
    }

    /// The item before the words of a name that end at an item.
    fn before_names(&self, end: usize) -> Option<usize> {
        (0..end).rev().find(|at| !names(&self.items[*at]))
    }

    /// Takes all from one comma to another for a part of the verb "be" that follows.
    fn read_over(&mut self, opens: usize, closes: usize) {
        let commas = [opens, closes].iter().all(|at| self.kind(*at) == Kind::Comma);
        if commas && self.kind(closes + 1) == Kind::Be {
            self.items[opens..=closes].iter_mut().for_each(|i| i.kind = Kind::Adverb);
        }
    }
}

/// Whether an item may be of a name: "according to the head of the local office".
fn names(item: &Item) -> bool {
    let noun = matches!(item.kind, Kind::Determiner | Kind::Adverb | Kind::Other | Kind::People);
    noun || matches!(item.kind, Kind::Of | Kind::Preposition)
}

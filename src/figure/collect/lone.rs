//! The figures of victims without a number.
//!
//! "Killing a policeman and two soldiers" gives a figure of one for the policeman. Who is a victim, and of
//! what, is known before; this gives the wording, the group and the ties.

use std::ops::Range;

use rust_decimal::Decimal;

use super::InSentence;
use crate::figure::group::{self, Counted};
use crate::figure::outline::{Kind, Outline};
use crate::figure::tied::Draft;
use crate::figure::victim::Victim;
use crate::figure::{Cues, Figure, FigureId, reality};
use crate::lexicon::{Grammar, OutcomeForm, PeopleRole};
use crate::numeral::Form;
use crate::quantity::Quantity;

impl InSentence<'_> {
    /// "One at the children's clinic, a 15-year-old boy": whether a victim behind a comma is the one who was just
    /// counted.
    fn is_told_of(
        &self,
        outline: &Outline,
        victim: &Victim,
        ids: &[Option<FigureId>],
        drafts: &[Draft],
    ) -> bool {
        let start = victim.determiner.unwrap_or(victim.item);
        // "five members of a militia"
        let before = |back: usize| start.checked_sub(back).map(|at| outline.kind(at));
        if before(1) == Some(Kind::Of) && matches!(before(2), Some(Kind::Count(_))) {
            return true;
        }
        let comma = start.checked_sub(1).filter(|at| outline.kind(*at) == Kind::Comma);
        let place = |at: &usize| {
            let kind = outline.kind(*at);
            matches!(kind, Kind::Preposition | Kind::Determiner | Kind::Other | Kind::People)
        };
        let last = comma.and_then(|comma| (0..comma).rev().find(|at| !place(at)));
        let Some(Kind::Count(phrase)) = last.map(|at| outline.kind(at)) else { return false };
        let placed = last.is_some_and(|at| outline.kind(at + 1) == Kind::Preposition);
        let one = ids.get(phrase).copied().flatten().map(|id| drafts[id].figure.quantity.nominal);
        victim.article
            && placed
            && outline.phrases[phrase].is_bare()
            && one == Some(Some(Decimal::ONE))
    }

    /// The figure of a victim without a number.
    pub(super) fn lone(
        &self,
        outline: &Outline,
        victim: &Victim,
        ids: &[Option<FigureId>],
        drafts: &[Draft],
    ) -> Option<Draft> {
        if !reality::happened(self.text, outline, victim.anchor) {
            return None;
        }
        if self.is_told_of(outline, victim, ids, drafts) {
            return None;
        }
        let words = &outline.items[victim.item].words;
        let number = match victim.determiner {
            Some(at) => &outline.items[at].words,
            None => words,
        };
        let figure = self.blank(victim.outcome, number.start);
        let Counted { unit, group } = group::read(self.text, words.clone(), words.end);
        // "another", "a third" name nobody.
        let named = matches!(outline.kind(victim.item), Kind::People | Kind::Other);
        let unit = unit.filter(|_| named);
        let number = self.text.span(number);
        let id = |phrase: usize| *ids.get(phrase)?;
        let beside = victim.beside.and_then(id).map(|at| &drafts[at].figure.cues);
        let figure = Figure {
            span: number.cover(self.text.span(words)),
            number,
            wording: self.text.document.words(number).to_owned(),
            form: if victim.article { Form::Article } else { Form::Unnumbered },
            quantity: if self.are_two(words) {
                Quantity::exact(Decimal::TWO)
            } else {
                figure.quantity
            },
            unit,
            group,
            cues: Cues {
                perpetrators: self.is_attacker(words) || self.is_reflexive(words),
                part_of: victim.part_of.and_then(id).or(beside.and_then(|cues| cues.part_of)),
                among: beside.and_then(|cues| cues.among).or(victim.among),
                complete: beside.is_some_and(|cues| cues.complete) || victim.complete,
                care: matches!(outline.kind(victim.anchor), Kind::Anchor(word)
                    if word.form.is(OutcomeForm::CARE)),
                ..Cues::default()
            },
            ..figure
        };
        Some(Draft { figure, weak: false })
    }

    /// Whether some words name somebody who may have done it.
    fn is_attacker(&self, words: &Range<usize>) -> bool {
        self.has_role(words, PeopleRole::ATTACKER)
    }

    /// "an elderly couple"
    fn are_two(&self, words: &Range<usize>) -> bool {
        self.has_role(words, PeopleRole::PAIR)
    }

    fn has_role(&self, words: &Range<usize>, role: PeopleRole) -> bool {
        words.clone().any(|w| self.text.tags(w).people.is_some_and(|p| p.role.is(role)))
    }

    /// Whether a victim is who did it: "himself".
    fn is_reflexive(&self, words: &Range<usize>) -> bool {
        self.text.tags(words.start).grammar.is(Grammar::REFLEXIVE)
    }

    /// The first word of a victim.
    pub(super) fn place(&self, outline: &Outline, victim: &Victim) -> usize {
        outline.items[victim.determiner.unwrap_or(victim.item)].words.start
    }
}

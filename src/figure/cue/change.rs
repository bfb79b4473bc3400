//! What a figure has to do with a change of the count: before, after or between.
//!
//! In "the toll rose from 12 to 16" the 12 is the count before, the 16 the count after; "by four" is
//! the difference, and "had put the toll at 12" is an earlier count. What is lost to a shrinking count
//! ("three fewer than") is not read.

use super::{Around, is_toll, tells_of};
use crate::figure::outline::{Item, Kind};
use crate::figure::{Change, standing};
use crate::lexicon::{Grammar, Outcome, OutcomeForm, ScopeWord, SourceWord};

/// How many items before a number may say that it is an earlier one.
const EARLIER: usize = 16;

/// How many words before a number may say that it is one reason of several.
const PARTLY: usize = 16;

impl Around<'_> {
    /// The phrase's part in a change of a count.
    pub(super) fn change(&self) -> Option<Change> {
        let at = self.phrase.words.start.checked_sub(1)?;
        let article = self.text.tags(at).grammar.is(Grammar::DEFINITE);
        let at = at.checked_sub(usize::from(article))?;
        // "came to"
        let verb = self.item.checked_sub(1).map(|item| &self.outline.items[item]);
        let verb = verb.filter(|item| item.words.contains(&at)).map(|item| self.grammar(item));
        let before = self.text.tags(at).grammar.or(verb.unwrap_or_default());
        let rises = || self.before().any(|i| self.grammar(i).is(Grammar::RISE));
        let tally = || self.outline.tallies.iter().any(|tally| *tally < self.item);
        let noun = OutcomeForm::COUNTED.or(OutcomeForm::STATE);
        let the_dead = |i: &Item| matches!(i.kind, Kind::Anchor(word) if word.form.is(noun));
        let toll = || self.before().any(|i| is_toll(i) || the_dead(i)) || tally();
        if (before.is(Grammar::FROM) || self.is_from_toll()) && (rises() || toll()) {
            return Some(Change::From);
        }
        // "stands at 17, up three from 14"
        let next = self.outline.items.get(self.item + 1);
        let from = next.is_some_and(|i| self.grammar(i).is(Grammar::FROM));
        if before.is(Grammar::RISE) && from {
            return Some(Change::By);
        }
        // "the toll has reached 112"
        // not "the toll rose after crews brought six more bodies down"
        // "the toll has passed 200"
        let passes = self.text.tags(self.phrase.words.start).grammar.is(Grammar::RISE);
        let reaches = (before.is(Grammar::RISE) || passes) && toll() && !self.phrase.besides;
        if reaches || before.is(Grammar::TO) && (rises() || toll()) || self.is_brought() {
            return Some(Change::To);
        }
        // not "taken up by the 1,200 wounded"
        if before.is(Grammar::BY) && !article && rises() {
            return Some(Change::By);
        }
        if self.is_earlier() || self.stood() {
            return Some(Change::From);
        }
        // "rose to 58 after two people died of their wounds"
        if self.is_reason() {
            return Some(Change::By);
        }
        let items = &self.outline.items;
        let speaks = |i: &Item| is_toll(i) || self.grammar(i).is(Grammar::RISE);
        // "The toll climbed to 35, with 12 more missing": nothing is added to the dead.
        let other = |i: &Item| is_toll(i) && self.outcome.is_some_and(|own| !tells_of(i, own));
        let added = self.phrase.more && items.iter().any(speaks) && !items.iter().any(other);
        added.then_some(Change::By)
    }

    /// "Down to 44, partly because 13 were found": whether it makes only a part of a change.
    pub(super) fn is_partly(&self) -> bool {
        let words = self.phrase.words.start.saturating_sub(PARTLY)..self.phrase.words.start;
        let mut here = words.rev().take_while(|at| !matches!(self.text.mark(*at), "." | ";"));
        here.any(|at| self.text.tags(at).scope.is(ScopeWord::PARTLY))
    }

    /// "The toll rose from 56 to 58 after two people died": whether they are why a toll has risen.
    fn is_reason(&self) -> bool {
        let after = self.item.checked_sub(1).map(|at| &self.outline.items[at]);
        let after = after.is_some_and(|i| {
            i.kind == Kind::Subordinator && self.text.tags(i.words.start).scope.is(ScopeWord::AFTER)
        });
        let rose = |i: &Item| self.grammar(i).is(Grammar::RISE);
        let clause = &self.outline.items[..self.item];
        let died = self.outcome == Some(Outcome::Killed);
        after && died && clause.iter().any(rose) && clause.iter().any(is_toll)
    }

    /// "rose from the toll of 59"
    fn is_from_toll(&self) -> bool {
        let mut before = self.before();
        let of_toll = before.next().is_some_and(|i| i.kind == Kind::Of);
        let of_toll = of_toll && before.next().is_some_and(is_toll);
        let mut before = before.skip_while(|i| i.kind == Kind::Determiner);
        of_toll && before.next().is_some_and(|i| self.grammar(i).is(Grammar::FROM))
    }

    /// "it had been nine", "the previous count was nine"
    fn stood(&self) -> bool {
        let Some(subject) = standing::subject(self.outline, self.item) else { return false };
        let items = &self.outline.items;
        let says =
            |item: &Item, class| item.words.clone().any(|w| self.text.tags(w).grammar.is(class));
        let had = items[subject..self.item].iter().any(|i| says(i, Grammar::HAD));
        let first = subject.saturating_sub(1);
        had || items[first..=subject].iter().any(|i| says(i, Grammar::EARLIER))
    }

    /// "With his death, seven people have died", "With Wednesday's death": the new death is one of them.
    fn is_brought(&self) -> bool {
        let death = |item: &Item| self.outcome.is_some_and(|own| tells_of(item, own));
        let first = !self.before().any(|i| matches!(i.kind, Kind::Count(_)));
        let with = matches!(self.outline.kind(0), Kind::Preposition | Kind::Including);
        let whose = |at: &usize| {
            matches!(self.outline.kind(*at), Kind::Determiner | Kind::Adverb | Kind::Other)
        };
        let noun = (1..self.outline.items.len()).find(|at| !whose(at));
        let opens = noun.filter(|at| with && *at > 1);
        first && opens.is_some_and(|at| death(&self.outline.items[at]))
    }

    /// "an earlier toll of 12", "had put the toll at 12", "earlier, it had said that 12 died"
    fn is_earlier(&self) -> bool {
        let (mut toll, mut said, mut gave, mut first) = (false, false, false, false);
        let (mut passive, mut before) = (false, false);
        let again = self.goes_on();
        let clause = self.before().take_while(|i| again || !matches!(i.kind, Kind::Count(_)));
        for item in clause.take(EARLIER) {
            let grammar = self.grammar(item);
            // "had earlier been listed", not "had been given notice and shot"
            if gave && grammar.is(Grammar::HAD) && (before || !passive) {
                return true;
            }
            before |= grammar.is(Grammar::EARLIER);
            passive |= item.kind == Kind::Be;
            // "had at first put"
            let between = matches!(item.kind, Kind::Adverb | Kind::Be) || before;
            gave = grammar.is(Grammar::GAVE) || (gave && between);
            let saying = |w: usize| self.text.tags(w).source.is(SourceWord::SAYS);
            said |= item.words.clone().any(saying);
            // "had earlier said", "an earlier version said"
            let version = |w: usize| self.text.tags(w).source.is(SourceWord::RECORD);
            let issued = item.kind == Kind::Have || item.words.clone().any(version);
            toll |= is_toll(item) || (said && issued);
            if first && is_toll(item) {
                return true;
            }
            let early = item.words.clone().any(|w| self.text.tags(w).grammar.is(Grammar::EARLIER));
            // "said earlier in the day that 28 had been on board", "had told an earlier conference that five"
            let article = |w: &usize| self.text.tags(*w).grammar.is(Grammar::ARTICLE);
            let verb = item.words.start.checked_sub(1);
            let verb = verb.map(|w| w - usize::from(w > 0 && article(&w)));
            if early && !gave && verb.is_some_and(saying) {
                return true;
            }
            // "the police at first reported nine dead"
            let verb = self.text.tags(item.words.end);
            let reported = verb.grammar.is(Grammar::GAVE) && verb.source.is(SourceWord::SAYS);
            if early && (toll || !gave || reported) {
                return toll || reported;
            }
            // "the toll was initially put at 15"
            first |= early;
        }
        false
    }

    /// "put the toll at 29 on Tuesday and at 31 on Wednesday": the verb is not said again.
    fn goes_on(&self) -> bool {
        let mut before = self.before().map(|i| i.kind);
        before.next() == Some(Kind::Preposition) && before.next() == Some(Kind::And)
    }
}

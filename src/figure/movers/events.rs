//! Words for other events and for wars that move the scope: "another attack", "the Erskine fire", "a
//! war that has killed".
//!
//! In "A blast killed 12. The attack follows a bombing that killed 40" the bombing is not the blast.
//! Events are told apart by what they are called; what happened in them is not known here.

use super::{HOUR, Search, WEEK};
use crate::lexicon::{Grammar, Outcome, OutcomeForm, ScopeWord, SourceWord};
use crate::numeral::Numeral;
use crate::text::Shape;

impl Search<'_, '_, '_> {
    /// "the Erskine fire", once the main event has been told under other names.
    pub(super) fn named_event(&self, at: usize) -> Option<usize> {
        // In a text in capitals no word looks like a name.
        let capitals = self.text.words[at].shape == Shape::Upper;
        let definite = self.grammar(at, Grammar::DEFINITE) && self.main.established && !capitals;
        let end = definite.then(|| self.noun_after(at, ScopeWord::EVENT)).flatten()?;
        // not "THE TWO KILLINGS"
        let name = |at: &usize| self.is_name(*at) && self.text.tags(*at).number.is_none();
        let name = (at + 1..end).find(name)?;
        // "the Provincial Disaster Management Authority" is a body.
        let body = self.text.words[end - 1].shape == Shape::Title && self.is_name(end);
        (!body && !self.main.knows(self.text.str(name))).then_some(end)
    }

    /// "another attack", "a similar suicide bombing": the end of the words.
    pub(super) fn another_event(&self, at: usize) -> Option<usize> {
        let happening = ScopeWord::EVENT.or(ScopeWord::LASTING);
        // "in two separate shootings" are those that the sentence tells of, "two other shootings" are not.
        let led = |n: &Numeral| {
            n.phrase.start.checked_sub(1).is_some_and(|at| self.grammar(at, Grammar::PREPOSITION))
        };
        let counted = |at: usize| self.numerals.iter().any(|n| n.phrase.end == at && led(n));
        if counted(at) && !self.grammar(at, Grammar::BESIDES) {
            return None;
        }
        self.is(at, ScopeWord::OTHER).then(|| self.noun_after(at, happening)).flatten()
    }

    /// "attacks that have killed dozens": events at large, told by their toll.
    pub(super) fn is_at_large(&self, at: usize) -> bool {
        let next = at + 1;
        let told = self.is(at, ScopeWord::EVENT) && self.grammar(next, Grammar::RELATIVE);
        let so_far = told && self.grammar(next + 1, Grammar::HAVE);
        let ends = Grammar::PREPOSITION.or(Grammar::OF);
        let mut phrase = (self.words.start..at).rev().take_while(|i| !self.grammar(*i, ends));
        let definite = |i| self.grammar(i, Grammar::DETERMINER);
        so_far && !phrase.any(definite) && !self.main.tells_of(self.text.str(at))
    }

    /// "a car bomb attack", unless the main event is called so: the end of the words.
    pub(super) fn fresh_event(&self, at: usize) -> Option<usize> {
        let said = at > self.words.start && self.grammar(at - 1, Grammar::BE);
        // "Among the nine who died on Monday, four were killed by a bomb": a part of what is known.
        let parts = self.grammar(self.words.start, Grammar::INCLUDING.or(Grammar::OF));
        let opens = self.grammar(at, Grammar::ARTICLE) && !said && !parts;
        let end = opens.then(|| self.noun_after(at, ScopeWord::EVENT)).flatten()?;
        let main = (at + 1..end + 1).any(|i| self.main.tells_of(self.text.str(i)));
        // "The explosion, caused by a bomb in a cart, killed 33"
        let by = at > self.words.start && self.grammar(at - 1, Grammar::BY);
        let agent = by && self.known_events().any(|known| known <= at);
        (!main && !agent).then_some(end)
    }

    /// The place after the first noun of a class among the next few words of a noun phrase.
    fn noun_after(&self, at: usize, class: ScopeWord) -> Option<usize> {
        let ends = Grammar::PREPOSITION.or(Grammar::VERB).or(Grammar::BE).or(Grammar::OF);
        let ends = ends.or(Grammar::AND).or(Grammar::RELATIVE).or(Grammar::HAVE);
        let words = at + 1..(at + 5).min(self.words.end);
        let mut phrase = words
            .take_while(|i| !self.grammar(*i, ends) && self.text.words[*i].shape != Shape::Mark);
        phrase.find(|i| self.is(*i, class)).map(|i| i + 1)
    }

    /// Whether the word is a war or the like that is not the main event.
    pub(super) fn lasts(&self, at: usize) -> bool {
        // "that" of "said that fighting" opens a clause.
        // "Syria's civil war" is as definite as "the war".
        let points = |b: usize| {
            let owned =
                matches!(self.text.mark(b), "'" | "’") || matches!(self.text.str(b), "'s" | "’s");
            owned || self.grammar(b, Grammar::DEFINITE) && !self.grammar(b, Grammar::RELATIVE)
        };
        // "Syrias conflict", where the apostrophe was lost
        let titled = |at: usize| self.text.words.get(at).is_some_and(|w| w.shape == Shape::Title);
        let bare = |b: usize| titled(b) && self.text.str(b).ends_with('s');
        let owner = || at.checked_sub(1).is_some_and(bare);
        let definite = || (1..=5).any(|back| at.checked_sub(back).is_some_and(points)) || owner();
        // "the Gun Crisis Reporting Project" is a name.
        let named = titled(at) && titled(at + 1);
        // "the crisis centre", "the war minister"
        let office = SourceWord::BODY.or(SourceWord::SPEAKER);
        let office = self.text.tags(at + 1).source.is(office);
        self.is(at, ScopeWord::LASTING)
            && !(named || office)
            && (definite() || self.is_described(at))
            && !self.main.tells_of(self.text.str(at))
    }

    /// "a five-year war that has killed", "a conflict in which": a noun whose clause tells its toll.
    fn is_described(&self, noun: usize) -> bool {
        let relative = (noun + 1..noun + 3).any(|at| self.grammar(at, Grammar::RELATIVE));
        let article = |back| self.grammar(noun.saturating_sub(back), Grammar::ARTICLE);
        // "a 30-hour revolt in which 16 prisoners died" is the news itself.
        let period = |at: usize| self.text.tags(at).period;
        let brief = |at: usize| period(at).is_some_and(|unit| unit.minutes < WEEK);
        let brief = (noun.saturating_sub(2).max(self.words.start)..noun).any(brief);
        // "a 2-1/2 year war that has killed"
        relative && !brief && (1..=8).any(article)
    }

    /// The event that the sentence points back to, if it does: "the blast".
    pub(in crate::figure) fn points_back(&self) -> Option<&str> {
        self.known_events().map(|end| self.text.str(end - 1)).next()
    }

    /// The places behind the events that the sentence points back to.
    pub(super) fn known_events(&self) -> impl Iterator<Item = usize> {
        let nouns = self.words.clone().filter(|at| self.grammar(*at, Grammar::DEFINITE));
        let nouns = nouns.chain(self.days_known());
        nouns.filter_map(|at| self.noun_after(at, ScopeWord::EVENT))
    }

    /// "Saturday's explosion", where the main event was on Saturday.
    fn days_known(&self) -> impl Iterator<Item = usize> {
        let any = self.vocabulary.grammar.is(Grammar::WEEKDAY);
        let days = self.words.clone().filter(move |at| any && self.grammar(*at, Grammar::WEEKDAY));
        let owns = |at: &usize| matches!(self.text.str(at + 1), "'s" | "’s");
        let known = days.filter(move |at| owns(at) && self.main.is_dated(self.text.str(*at)));
        known.map(|at| at + 1)
    }

    /// "resigned hours after a fire killed 28": the fire is the news, if nothing was told before. After
    /// days it is only where no other event is told first: "the blast came two days after".
    pub(super) fn is_news(&self, after: usize) -> bool {
        let unit = after.checked_sub(1).and_then(|unit| self.text.tags(unit).period);
        let minutes = unit.map_or(u32::MAX, |unit| unit.minutes);
        // "Five years after the capsize claimed 36 lives, the case has yet to be heard"
        let only =
            || self.words.clone().filter(|at| *at > after && self.suffered(*at)).count() <= 1;
        !self.main.established
            && (minutes <= HOUR || !self.tells_before(after) && (minutes <= WEEK || only()))
    }

    /// Whether a word is a verb that says what befell people.
    fn suffered(&self, at: usize) -> bool {
        let open = |outcome| matches!(outcome, Outcome::Affected | Outcome::Missing);
        let outcome = self.text.tags(at).outcome;
        outcome.is_some_and(|o| !open(o.outcome) && o.form.is(OutcomeForm::VERBS))
    }

    /// Whether the sentence tells before a word what happened, or to whom.
    fn tells_before(&self, word: usize) -> bool {
        let event = |at: usize| self.text.tags(at).scope.is(ScopeWord::EVENT);
        (self.words.start..word).any(|at| self.suffered(at) || event(at))
    }
}

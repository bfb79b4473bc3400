//! What the words around a figure say of its ties to other figures.
//!
//! In "the toll rose from 12 to 16 after four more bodies were found" the 12 is the count before,
//! the 16 the count after, the 4 the difference; "in all" makes a total. A cue names no other figure
//! but those of its own sentence.

use rust_decimal::Decimal;

use super::object::skip_adverbs;
use super::outline::{Item, Kind, Outline};
use super::parts;
use super::phrase::{Head, Partitive, Phrase};
use super::reading::Reading;
use super::standing;
use super::{Change, Cues, FigureId};
use crate::lexicon::{
    Grammar, NumberWord, Outcome, OutcomeForm, OutcomeWord, PeopleRole, ScopeWord, SourceWord,
};
use crate::text::Text;

/// The cues of a counted phrase; `earlier` is the last figure before the sentence.
pub(super) fn read(
    text: &Text<'_>,
    outline: &Outline,
    phrase: &Phrase,
    reading: &Reading,
    earlier: Option<FigureId>,
) -> Cues {
    let around = Around { text, outline, phrase, item: reading.item, outcome: reading.outcome };
    Cues {
        part_of: earlier.filter(|_| reading.part_of_earlier),
        besides: phrase.besides,
        // "Of these 229 died" points to those of whom they are some.
        definite: phrase.definite && !(outline.of_these && reading.item <= 2),
        complete: reading.complete,
        listed: reading.listed,
        label: around.is_labelled(),
        among: reading.among,
        by_these: opens_with_deaths(outline),
        base: outline.bases.contains(&reading.item),
        total: around.is_total(),
        together: around.is_together(),
        all_of_them: phrase.is_bare() && around.is_all(),
        wider: around.is_wider(),
        change: around.change(),
        perpetrators: around.perpetrators(),
        // "Seven passengers died": the seven are not all who were there.
        population: match reading.outcome {
            Some(Outcome::Killed) => false,
            Some(Outcome::Affected) if phrase.crew.is_some() => true,
            Some(Outcome::Affected) if parts::is_wrecked(outline, reading.item) => true,
            _ => around.is_said(reading.anchor, OutcomeForm::POPULATION) || around.are_all(),
        },
        struck: around.are_struck(reading.anchor),
        result: around.is_result(reading.anchor),
        everybody: around.are_everybody(),
        care: around.is_said(reading.anchor, OutcomeForm::CARE) && !around.are_all_hurt(),
        alive: around.is_said(reading.anchor, OutcomeForm::ALIVE),
        feared: around.is_feared(),
        at_once: around.is_at_once(),
        later: around.is_later(reading.anchor),
        of_event: around.is_of_event(reading.anchor),
        dead_and_hurt: around.is_of_dead_and_hurt() || around.is_dead_or_hurt(reading.anchor),
        ..Cues::default()
    }
}

/// How many items before a number may say that it is an earlier one.
const EARLIER: usize = 16;

/// How many items an opening such as "with the attacker," has.
const OPENING: usize = 5;

/// A counted phrase among the items of its sentence.
struct Around<'a> {
    text: &'a Text<'a>,
    outline: &'a Outline,
    phrase: &'a Phrase,
    item: usize,
    outcome: Option<Outcome>,
}

impl Around<'_> {
    /// The grammar of the first word of an item.
    fn grammar(&self, item: &Item) -> Grammar {
        self.text.tags(item.words.start).grammar
    }

    /// The items of the clause before the phrase, the nearest first.
    fn before(&self) -> impl Iterator<Item = &Item> {
        self.outline.items[..self.item].iter().rev().take_while(|i| i.kind != Kind::Stop)
    }

    /// "38 feared dead", "38 people are presumed dead", "police feared that 38 had died"
    fn is_feared(&self) -> bool {
        let mut before = self.before().skip_while(|i| i.kind == Kind::Adverb);
        let that = before.next().is_some_and(|i| i.kind == Kind::Relative);
        if that && before.next().is_some_and(|i| self.grammar(i).is(Grammar::FEARED)) {
            return true;
        }
        let behind = self.outline.items[self.item + 1..].iter().take(3);
        let mut verb = behind.skip_while(|i| matches!(i.kind, Kind::Be | Kind::Adverb));
        verb.next().is_some_and(|i| self.grammar(i).is(Grammar::FEARED))
    }

    /// "in all, 12", "a total of 12", "12 in total"
    fn is_total(&self) -> bool {
        let near = self.before().take_while(|i| !matches!(i.kind, Kind::Comma | Kind::Count(_)));
        let opens = self.outline.items.first().is_some_and(|i| self.grammar(i).is(Grammar::TOTAL));
        // "12 in total", "ten people died in all"
        let after = match self.outline.kind(self.item + 1) {
            Kind::Anchor(word) if word.form.is(OutcomeForm::INTRANSITIVE) => self.item + 2,
            _ => self.item + 1,
        };
        let after = self.outline.items.get(after);
        let inside =
            self.phrase.words.clone().any(|w| self.text.tags(w).grammar.is(Grammar::TOTAL));
        opens
            || self.is_among()
            || inside
            || near.take(5).any(|i| self.grammar(i).is(Grammar::TOTAL))
            || after.is_some_and(|i| self.grammar(i).is(Grammar::TOTAL))
    }

    /// "Together they claimed 14 lives", not "together with"
    fn is_together(&self) -> bool {
        let says = |item: &Item| self.grammar(item).is(Grammar::TOGETHER);
        let next = |at: usize| self.outline.kind(at + 1);
        let mut clause = (0..self.item).filter(|at| says(&self.outline.items[*at]));
        let word = clause.any(|at| !matches!(next(at), Kind::With | Kind::Preposition));
        word || self.outline.items[..self.item].iter().any(|i| self.are_two_events(i))
    }

    /// "the two attacks"
    fn are_two_events(&self, item: &Item) -> bool {
        let Kind::Count(phrase) = item.kind else { return false };
        let phrase = &self.outline.phrases[phrase];
        let two = self.text.tags(phrase.words.start).number;
        let two = two == Some(NumberWord::Cardinal(Decimal::TWO));
        let event = |at: usize| self.text.tags(at).scope.is(ScopeWord::EVENT);
        two && phrase.definite && phrase.noun.clone().any(event)
    }

    /// "were among 19 people killed"
    fn is_among(&self) -> bool {
        let kind = |back: usize| self.item.checked_sub(back).map(|at| self.outline.kind(at));
        kind(1) == Some(Kind::Including) && kind(2) == Some(Kind::Be)
    }

    /// "They were among 19 people killed": whether the sentence counts none of them itself.
    fn is_wider(&self) -> bool {
        let before = &self.outline.items[..self.item];
        let counted = before.iter().any(|i| matches!(i.kind, Kind::Count(_)));
        let they = before.iter().any(|i| i.kind == Kind::Pronoun);
        self.is_among() && they && !counted
    }

    /// The phrase's part in a change of a count.
    fn change(&self) -> Option<Change> {
        let at = self.phrase.words.start.checked_sub(1)?;
        let article = self.text.tags(at).grammar.is(Grammar::DEFINITE);
        let at = at.checked_sub(usize::from(article))?;
        let before = self.text.tags(at).grammar;
        let rises = || self.before().any(|i| self.grammar(i).is(Grammar::RISE));
        let tally = || self.outline.tallies.iter().any(|tally| *tally < self.item);
        let toll = || self.before().any(is_toll) || tally();
        if before.is(Grammar::FROM) && (rises() || toll()) {
            return Some(Change::From);
        }
        // "the toll has reached 112"
        // not "the toll rose after crews brought six more bodies down"
        let reaches = before.is(Grammar::RISE) && toll() && !self.phrase.besides;
        if reaches || before.is(Grammar::TO) && (rises() || toll()) || self.is_brought() {
            return Some(Change::To);
        }
        if before.is(Grammar::BY) && rises() {
            return Some(Change::By);
        }
        if self.is_earlier() || self.stood() {
            return Some(Change::From);
        }
        let items = &self.outline.items;
        let speaks = |i: &Item| is_toll(i) || self.grammar(i).is(Grammar::RISE);
        // "The toll climbed to 35, with 12 more missing": nothing is added to the dead.
        let other = |i: &Item| is_toll(i) && self.outcome.is_some_and(|own| !tells_of(i, own));
        let added = self.phrase.more && items.iter().any(speaks) && !items.iter().any(other);
        added.then_some(Change::By)
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

    /// "With his death, seven people have died": the new death is one of them.
    fn is_brought(&self) -> bool {
        let death = |item: &Item| self.outcome.is_some_and(|own| tells_of(item, own));
        let first = !self.before().any(|i| matches!(i.kind, Kind::Count(_)));
        let with = matches!(self.outline.kind(0), Kind::Preposition | Kind::Including);
        let opens = with && self.outline.kind(1) == Kind::Determiner;
        opens && first && self.outline.items.get(2).is_some_and(death)
    }

    /// "an earlier toll of 12", "had put the toll at 12", "earlier, it had said that 12 died"
    fn is_earlier(&self) -> bool {
        let (mut toll, mut said, mut gave, mut first) = (false, false, false, false);
        let again = self.goes_on();
        let clause = self.before().take_while(|i| again || !matches!(i.kind, Kind::Count(_)));
        for item in clause.take(EARLIER) {
            let grammar = self.grammar(item);
            if gave && grammar.is(Grammar::HAD) {
                return true;
            }
            // "had at first put", not "had been given notice and shot"
            let between = item.kind == Kind::Adverb || grammar.is(Grammar::EARLIER);
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
            // "said earlier in the day that 28 had been on board"
            let verb = item.words.start.checked_sub(1);
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

    /// "90 casualties, killed and wounded together", "including dead or wounded"
    fn is_of_dead_and_hurt(&self) -> bool {
        let casualties = |word: OutcomeWord| {
            word.outcome == Outcome::Casualties && !word.form.is(OutcomeForm::WEAK)
        };
        let named = matches!(self.phrase.head, Head::Outcome(word) if casualties(word));
        let opens = |i: &&Item| matches!(i.kind, Kind::Comma | Kind::Including | Kind::Open);
        let mut next = self.outline.items[self.item + 1..].iter().skip_while(opens);
        named
            && next.next().is_some_and(|i| matches!(i.kind, Kind::Anchor(word) if casualties(word)))
    }

    /// "194 people were killed or injured"
    fn is_dead_or_hurt(&self, anchor: Option<usize>) -> bool {
        let kind = |at: usize| self.outline.kind(at);
        let Some(verb) = anchor.filter(|_| self.outcome == Some(Outcome::Casualties)) else {
            return false;
        };
        let Kind::Anchor(word) = kind(verb) else { return false };
        let hurt = |at: usize| matches!(kind(at), Kind::Anchor(w) if w.outcome == Outcome::Injured);
        let next = skip_adverbs(self.outline, verb + 2);
        let joined = word.outcome == Outcome::Killed && kind(verb + 1) == Kind::And && hurt(next);
        joined || word.form.is(OutcomeForm::BOTH)
    }

    /// "Killed: 39", as a line of its own
    fn is_labelled(&self) -> bool {
        let label = self.item == 2 && self.outline.kind(1) == Kind::Colon;
        label && matches!(self.outline.kind(0), Kind::Anchor(_))
    }

    /// "six were killed at once": others may have died later.
    fn is_at_once(&self) -> bool {
        let behind = self.outline.items[self.item + 1..].iter();
        let mut clause = behind.take_while(|i| !matches!(i.kind, Kind::Stop | Kind::Count(_)));
        clause.any(|i| self.grammar(i).is(Grammar::AT_ONCE))
    }

    /// "two later died", "two died later"
    fn is_later(&self, anchor: Option<usize>) -> bool {
        let Some(verb) = anchor.filter(|at| *at > self.item) else { return false };
        let is = |at: usize| {
            self.outline.items.get(at).is_some_and(|i| self.grammar(i).is(Grammar::AFTERWARDS))
        };
        self.outcome == Some(Outcome::Killed) && (is(verb - 1) || is(verb + 1))
    }

    /// "the attack killed 12", "the attack, which killed 12", "with 12 deaths the attack was"
    fn is_of_event(&self, anchor: Option<usize>) -> bool {
        let kind = |at: usize| self.outline.kind(at);
        if self.item == 1 && kind(0) == Kind::Preposition {
            return self.is_known_event(self.item + 2);
        }
        if let Some(verb) = anchor.filter(|at| *at > self.item) {
            return self.is_in_event(verb);
        }
        if anchor.is_some() && self.is_in_event(self.item) {
            return true;
        }
        let Some(verb) = anchor.filter(|at| *at < self.item) else { return false };
        let helps = |at: &usize| matches!(kind(*at), Kind::Have | Kind::Adverb);
        let mut before = (0..verb).rev().skip_while(helps);
        let Some(mut subject) = before.next() else { return false };
        if kind(subject) == Kind::Relative && subject > 1 && kind(subject - 1) == Kind::Comma {
            subject -= 2;
        }
        self.is_known_event(subject)
    }

    /// "12 people were killed in the attack", "the loss of 12 lives in the attack"
    fn is_in_event(&self, verb: usize) -> bool {
        let kind = |at: usize| self.outline.kind(at);
        kind(verb + 1) == Kind::Preposition
            && kind(verb + 2) == Kind::Determiner
            && self.is_known_event(verb + 3)
    }

    /// Whether an item is an event that a definite word points to, and nothing else: "the attack".
    fn is_known_event(&self, item: usize) -> bool {
        let Some(noun) = self.outline.items.get(item) else { return false };
        let event = self.text.tags(noun.words.start).scope.is(ScopeWord::EVENT);
        let before = item.checked_sub(1).map(|at| &self.outline.items[at]);
        let points = |i: &Item| {
            let grammar = self.grammar(i);
            grammar.is(Grammar::DEFINITE) && !grammar.is(Grammar::EVERY)
        };
        noun.words.len() == 1 && event && before.is_some_and(points)
    }

    /// Whether verb or noun has a form: "a boat carrying 17", "17 passengers"; "17 escaped".
    fn is_said(&self, anchor: Option<usize>, form: OutcomeForm) -> bool {
        let said = anchor.is_some_and(
            |at| matches!(self.outline.kind(at), Kind::Anchor(word) if word.form.is(form)),
        );
        said || matches!(self.phrase.head, Head::Outcome(word) if word.form.is(form))
    }

    /// "all five people on board escaped": whether they are all who were there, whatever else is said of them.
    fn are_all(&self) -> bool {
        let whole = self.phrase.definite && !self.phrase.besides && self.phrase.partitive.is_none();
        let aboard = matches!(self.outline.kind(self.item + 1), Kind::Anchor(word)
            if word.form.is(OutcomeForm::POPULATION));
        whole && aboard
    }

    /// "were shot", not "killed or wounded"
    fn are_struck(&self, anchor: Option<usize>) -> bool {
        let verb = OutcomeForm::PARTICIPLE.or(OutcomeForm::GERUND).or(OutcomeForm::PRESENT);
        let struck = |word: OutcomeWord| {
            let casualties = word.outcome == Outcome::Casualties && word.form.is(verb);
            casualties && !word.form.is(OutcomeForm::BOTH)
        };
        anchor.is_some_and(|at| matches!(self.outline.kind(at), Kind::Anchor(word) if struck(word)))
    }

    /// ", killing five"
    fn is_result(&self, anchor: Option<usize>) -> bool {
        let Some(verb) = anchor.filter(|at| *at < self.item) else { return false };
        let kind = |at: usize| self.outline.kind(at);
        let gerund = matches!(kind(verb), Kind::Anchor(word) if word.form.is(OutcomeForm::GERUND));
        let opens = verb.checked_sub(1).map(kind);
        gerund && matches!(opens, Some(Kind::Comma | Kind::Colon))
    }

    /// "all six of the wounded were taken to hospital": no more and no fewer than were hurt
    fn are_all_hurt(&self) -> bool {
        let hurt = matches!(self.phrase.partitive, Some(Partitive::Outcome(word))
            if word.outcome == Outcome::Injured);
        hurt && self.phrase.definite
    }

    /// "all 34 on board were killed", "all 34 occupants", not "the two passengers"
    fn are_everybody(&self) -> bool {
        let there = |word: OutcomeWord| word.form.is(OutcomeForm::POPULATION);
        let named = matches!(self.phrase.head, Head::Outcome(word) if there(word));
        self.is_all() && !self.phrase.besides && (named || self.are_all())
    }

    /// "all seven"
    fn is_all(&self) -> bool {
        let all = |at: usize| self.text.tags(at).grammar.is(Grammar::EVERY);
        self.phrase.words.start.checked_sub(1).is_some_and(all)
    }

    /// "12 gunmen", "12 people, including the bomber"
    fn perpetrators(&self) -> bool {
        let attacker =
            |w: usize| self.text.tags(w).people.is_some_and(|p| p.role.is(PeopleRole::ATTACKER));
        if matches!(self.phrase.head, Head::People(word) if attacker(word)) {
            return true;
        }
        // "With the attacker, the shooting claimed four lives"
        let opens =
            matches!(self.outline.kind(0), Kind::With | Kind::Preposition | Kind::Including);
        let mut first = self.outline.items.iter().take_while(|i| i.kind != Kind::Comma);
        let named = first.any(|i| i.kind == Kind::People && i.words.clone().any(attacker));
        let short = self.outline.items.iter().take(OPENING).any(|i| i.kind == Kind::Comma);
        if opens && named && short && self.outcome == Some(Outcome::Killed) {
            return true;
        }
        let next = &self.outline.items[self.item + 1..];
        // "15 bodies, one of them the bomber's"
        let some = |i: &Item| match i.kind {
            Kind::Including => true,
            Kind::Count(part) => self.outline.phrases[part].partitive == Some(Partitive::Pronoun),
            _ => false,
        };
        let list = next.iter().take(2).position(some);
        list.is_some_and(|at| {
            let list = next[at + 1..].iter().take(6);
            let of_whom = matches!(next[at].kind, Kind::Count(_));
            let mut list = list.take_while(|i| match i.kind {
                Kind::Count(_) | Kind::Stop => false,
                Kind::Be => of_whom,
                _ => true,
            });
            list.any(|i| i.kind == Kind::People && i.words.clone().any(attacker))
        })
    }
}

/// Whether an item says that an outcome befell people.
fn tells_of(item: &Item, outcome: Outcome) -> bool {
    matches!(item.kind, Kind::Anchor(word) if word.outcome == outcome)
}

/// Whether an item is a word for a toll.
fn is_toll(item: &Item) -> bool {
    matches!(item.kind, Kind::Anchor(word) if word.form.is(OutcomeForm::TOLL))
}

/// "Their deaths bring the toll to 14": whether a sentence opens with what befell those told of before, and a verb that
/// brings a count to a number.
fn opens_with_deaths(outline: &Outline) -> bool {
    let counted = OutcomeForm::COUNTED.or(OutcomeForm::ACT);
    let deaths = matches!(outline.kind(1), Kind::Anchor(word) if word.form.is(counted));
    outline.kind(0) == Kind::Determiner && deaths && outline.rises.contains(&2)
}

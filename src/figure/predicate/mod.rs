//! The walk from a counted phrase to a predicate behind it.
//!
//! In "12 people on the bus, including the driver, were killed" the walk passes over the bus and the
//! driver to reach `were killed`. It sees items, never words.

mod sequel;
mod steps;

use super::attach::Attached;
use super::object::{skip_adverbs, skip_back, takes_object};
use super::outline::{Kind, Outline};
use super::phrase::{Head, Partitive};
use crate::lexicon::{Outcome, OutcomeForm, OutcomeWord};

/// A predicate after the phrase: "12 people on the bus, including the driver, were killed".
pub(super) fn right(outline: &Outline, item: usize) -> Option<Attached> {
    // "Shared 67 At least 45 people were killed": a number that another follows at once.
    if outline.is_bare(item) && matches!(outline.kind(item + 1), Kind::Count(_)) {
        return None;
    }
    let mut walk = Right {
        outline,
        from: item,
        at: item + 1,
        link: false,
        have: false,
        relative: false,
        gap: false,
        left: skip_back(outline, item).is_some_and(|at| outline.kind(at) == Kind::Leave),
        killer: killer(outline, item),
        single: outline.kind(item) == Kind::People,
        beside: item > 1 && is_with(outline.kind(item - 1)) && !outline.is_bare(item),
        aboard: None,
    };
    let found = walk.find().or(walk.aboard);
    found.map(|(anchor, outcome)| Attached { outcome, anchor, before: true })
}

/// "the five people Ruiz killed": a name right behind definite people, before a verb.
fn killer(outline: &Outline, item: usize) -> Option<usize> {
    let Kind::Count(phrase) = outline.kind(item) else { return None };
    let phrase = &outline.phrases[phrase];
    let people = phrase.definite && matches!(phrase.head, Head::People(_));
    (people && outline.kind(item + 1) == Kind::Other).then_some(item + 1)
}

/// A walk from a phrase to its predicate.
struct Right<'a> {
    outline: &'a Outline,
    /// The phrase.
    from: usize,
    at: usize,
    /// A form of "be" or a linking verb was passed.
    link: bool,
    /// A form of "have" was passed.
    have: bool,
    /// The walk is within a relative clause.
    relative: bool,
    /// Something was passed over, so that a bare participle may belong elsewhere.
    gap: bool,
    /// "left two boys, aged 16 and 17, in a critical condition": the state is theirs, whatever is passed over.
    left: bool,
    /// Who did it to definite people: "the five people Ruiz killed".
    killer: Option<usize>,
    /// One person, named without a number: "a woman, her husband and three children died".
    single: bool,
    /// "went down with 150 passengers": they are not the subject of their clause.
    beside: bool,
    /// "on board", "trapped": what is said of the people until something worse is.
    aboard: Option<(usize, Outcome)>,
}

impl Right<'_> {
    fn find(&mut self) -> Option<(usize, Outcome)> {
        while self.at < self.outline.items.len() {
            match self.outline.kind(self.at) {
                Kind::Anchor(word) if self.is_setting(word) => {
                    self.aboard = self.anchor();
                    self.gap = true;
                }
                Kind::Anchor(_) if self.relative => return self.main_verb().or(self.anchor()),
                Kind::Anchor(_) => return self.anchor(),
                Kind::Link if self.state_behind().is_some() => return self.state_behind(),
                Kind::Be | Kind::Link => {
                    self.link = true;
                    self.relative &= self.aboard.is_none();
                }
                Kind::Have if self.has_injuries() => return self.suffered(),
                Kind::Have => self.have = true,
                // "were left wounded"
                Kind::Leave if self.link => {}
                Kind::Adverb | Kind::Severity | Kind::Determiner | Kind::Modal | Kind::Pronoun => {}
                Kind::Relative if self.gap && !self.ends_list() => self.past_relative()?,
                Kind::Relative => self.relative = true,
                Kind::Suffer if self.relative => {
                    return self.died_behind(self.at).or(self.suffered());
                }
                Kind::Suffer => return self.suffered(),
                Kind::Of => self.gap = true,
                Kind::Comma if self.link => return None,
                Kind::Comma => self.comma()?,
                Kind::Open => self.past(Kind::Close),
                Kind::Including if self.among().is_some() => return self.among(),
                Kind::Including if self.outline.of_whom.contains(&self.at) => self.past_clause()?,
                Kind::Including => self.past_list(),
                Kind::With if !self.link => self.gap = true,
                Kind::And if self.joins_subject() || self.joins_ages() => self.gap = true,
                Kind::Preposition if self.link && !self.relative => self.gap = true,
                Kind::Preposition if self.past_company() => {}
                Kind::Preposition => self.past_place()?,
                // "203 injured people, of whom some were taken to hospitals, where seven died": the seven
                Kind::Count(p) if self.relative && self.is_subject(p) => return None,
                Kind::Count(_) | Kind::People | Kind::Other if !self.link => self.gap = true,
                Kind::People | Kind::Other if self.relative => {}
                Kind::Verb if self.relative => self.past_relative()?,
                // "were identified among those killed"
                Kind::Verb if self.link && self.outline.kind(self.at + 1) == Kind::Including => {}
                Kind::Verb if self.link => return self.second_verb(),
                Kind::Verb if !self.relative && self.state_behind().is_some() => {
                    return self.state_behind();
                }
                Kind::Other if self.link && self.is_acted_on() => return self.second_verb(),
                Kind::Colon if !self.link => self.past_dash()?,
                _ => return None,
            }
            self.at += 1;
        }
        None
    }

    /// "16 children and their teacher who were killed": whether what befell all of a list is told behind its last.
    fn ends_list(&self) -> bool {
        let list = |at: &usize| {
            let kind = self.outline.kind(*at);
            let people = matches!(kind, Kind::Determiner | Kind::People | Kind::Count(_));
            people || matches!(kind, Kind::And | Kind::Comma)
        };
        let first = (0..self.at).rev().take_while(list).last();
        let joined = first.is_some_and(|first| {
            let and = (first..self.at).any(|at| self.outline.kind(at) == Kind::And);
            and && first <= self.from
        });
        // "the 318 men of the division who were killed"
        let of =
            |at: usize| matches!(self.outline.kind(at), Kind::Of | Kind::Determiner | Kind::Other);
        let body = self.outline.kind(self.from + 1) == Kind::Of && (self.from + 1..self.at).all(of);
        let verb = self.outline.kind(self.at + 1) == Kind::Be || joined && self.died(self.at + 1);
        (joined || body) && verb
    }

    /// Whether a word only says how the people came to be where something worse befell them: "on
    /// board", "who had fled their homes".
    fn is_setting(&self, word: OutcomeWord) -> bool {
        match word.outcome {
            Outcome::Affected => {
                !self.link && (self.relative || !word.form.is(OutcomeForm::INTRANSITIVE))
            }
            Outcome::Displaced => self.relative && !self.link,
            _ => false,
        }
    }

    /// Whether the outcome word here is the predicate of the phrase.
    fn anchor(&mut self) -> Option<(usize, Outcome)> {
        let Kind::Anchor(word) = self.outline.kind(self.at) else { return None };
        let form = word.form;
        let state = OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE).or(OutcomeForm::INTRANSITIVE);
        let fits = if self.have && !self.link {
            form.is(OutcomeForm::INTRANSITIVE)
        } else if self.link {
            form.is(state.or(OutcomeForm::COUNTED)) && !self.is_active()
        } else {
            form.is(OutcomeForm::INTRANSITIVE)
                || (form.is(state) && !takes_object(self.outline, self.at) && self.may_be_bare())
        };
        // "is missing two games"
        if matches!(self.outline.kind(self.at + 1), Kind::Count(p)
            if self.outline.phrases[p].head == Head::Thing)
        {
            return None;
        }
        if !fits && self.relative && !self.link {
            self.past_relative()?;
            self.at += 1;
            return self.find();
        }
        fits.then(|| (self.at, self.refined(word).unwrap_or_else(|| self.joined(word.outcome))))
    }

    /// "were killing 12": the people are the killers.
    fn is_active(&self) -> bool {
        matches!(self.outline.kind(self.at), Kind::Anchor(w) if w.form == OutcomeForm::GERUND)
    }

    /// A participle without "be" belongs to the people right before it, or to those of a list.
    fn may_be_bare(&self) -> bool {
        let before = self.at.checked_sub(1).map(|i| self.outline.kind(i));
        // "all 62 aboard killed"
        let aboard = self.aboard.is_some_and(|(at, _)| at + 1 == self.at);
        !self.gap
            || aboard
            || self.left
            || self.killer.is_some_and(|killer| killer + 1 == self.at)
            || matches!(before, Some(Kind::Count(_) | Kind::People | Kind::Adverb | Kind::Severity))
    }

    /// "had minor injuries"
    fn has_injuries(&self) -> bool {
        let mut noun = skip_adverbs(self.outline, self.at + 1);
        // Elsewhere a minor is a child.
        noun += usize::from(matches!(self.outline.kind(noun), Kind::Other | Kind::People));
        let injuries = matches!(self.outline.kind(noun), Kind::Anchor(word)
            if word.outcome == Outcome::Injured && word.form.is(OutcomeForm::COUNTED));
        injuries && !self.link && self.outline.kind(noun + 1) != Kind::Be
    }

    /// "were hit by lightning", "were struck in the leg and injured": an unknown participle with its agent or
    /// place, or with what it led to.
    fn is_acted_on(&self) -> bool {
        let then = skip_adverbs(self.outline, self.at + 2);
        match self.outline.kind(self.at + 1) {
            Kind::By | Kind::Preposition => true,
            Kind::And => matches!(self.outline.kind(then), Kind::Anchor(_)),
            _ => false,
        }
    }

    /// What a comma after the phrase opens: a list, an aside, or the end of its clause.
    fn comma(&mut self) -> Option<()> {
        self.gap = true;
        match self.outline.kind(self.at + 1) {
            Kind::Including => {
                self.at += 1;
                match self.outline.of_whom.contains(&self.at) {
                    true => self.past_clause()?,
                    false => self.past_list(),
                }
            }
            Kind::Count(phrase) if self.outline.phrases[phrase].partitive.is_some() => {
                // "five of whom later died" is a clause of its own.
                self.at = self.next_comma()?;
            }
            // "net 19 suspects, one killed"
            Kind::Count(_) if self.has_own_state(self.at + 1) => return None,
            // "a nurse who led 60 children out of a burning house, has died"
            Kind::Be | Kind::Have if self.is_led() => return None,
            Kind::Count(_) | Kind::People | Kind::And | Kind::With | Kind::Be | Kind::Have => {}
            Kind::Relative => self.gap = false,
            Kind::Anchor(word) if word.form.is(OutcomeForm::INTRANSITIVE) => {}
            Kind::Determiner | Kind::Other | Kind::Preposition | Kind::Adverb | Kind::Severity => {
                self.past_aside()?;
            }
            Kind::Link | Kind::Verb => self.at = self.next_comma()?,
            _ => return None,
        }
        Some(())
    }

    /// Whether the people are the object of a verb in somebody's relative clause.
    fn is_led(&self) -> bool {
        let verb = skip_back(self.outline, self.from);
        let verb = verb.filter(|at| self.outline.kind(*at) == Kind::Verb);
        verb.is_some_and(|at| (0..at).any(|before| self.outline.kind(before) == Kind::Relative))
    }

    /// Whether a bare number has what befell its people right behind it.
    fn has_own_state(&self, count: usize) -> bool {
        // "with 14 aboard, ten feared dead"
        let helps = |at: &usize| {
            matches!(self.outline.kind(*at), Kind::Link | Kind::Adverb | Kind::Severity)
        };
        let state = (count + 1..).find(|at| !helps(at)).unwrap_or(count);
        let told = matches!(self.outline.kind(state), Kind::Anchor(_));
        told && self.outline.is_bare(count)
    }

    /// Whether a count right behind "where" has a verb of its own.
    fn is_subject(&self, phrase: usize) -> bool {
        let opens = self.outline.kind(self.at - 1) == Kind::Relative;
        let people = !matches!(self.outline.phrases[phrase].head, Head::Thing);
        opens && people && self.died(self.at + 1)
    }

    /// "among the dead"
    fn among(&self) -> Option<(usize, Outcome)> {
        let at = self.at + 1 + usize::from(self.outline.kind(self.at + 1) == Kind::Determiner);
        match self.outline.kind(at) {
            Kind::Anchor(word) if !takes_object(self.outline, at) => Some((at, word.outcome)),
            _ => None,
        }
    }

    /// "brothers of 19 and 22"
    fn joins_ages(&self) -> bool {
        let adverb = |at: usize| self.outline.kind(at) == Kind::Adverb;
        !self.link && adverb(self.at - 1) && adverb(self.at + 1)
    }

    /// Whether "and" goes on with the subject: "two women and a child were".
    fn joins_subject(&self) -> bool {
        let next = skip_adverbs(self.outline, self.at + 1);
        // "employs 31 people, and two of them were killed"
        let some = matches!(self.outline.kind(next), Kind::Count(p)
            if self.outline.phrases[p].partitive == Some(Partitive::Pronoun));
        !self.link
            && !some
            && !self.opens_clause(next)
            && !self.outline.clauses.contains(&self.at)
            && matches!(
                self.outline.kind(next),
                Kind::Count(_) | Kind::People | Kind::Determiner | Kind::Other
            )
    }

    /// "sank with 60 people aboard and 14 drowned": whether a bare number with its verb opens a clause of its
    /// own.
    fn opens_clause(&self, next: usize) -> bool {
        let verb = matches!(self.outline.kind(next + 1), Kind::Be | Kind::Have | Kind::Anchor(_));
        (self.beside || self.aboard.is_some()) && verb && self.outline.is_bare(next)
    }
}

/// "with": the people behind it are beside others.
fn is_with(kind: Kind) -> bool {
    matches!(kind, Kind::With | Kind::Preposition)
}

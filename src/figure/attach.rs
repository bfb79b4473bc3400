//! Which outcome a counted phrase suffered.
//!
//! In "killing three people and wounding seven" the 3 belongs to `killing`, the 7 to `wounding`; in
//! "12 people on the bus were killed" the phrase reaches over the bus. Attachment sees one sentence;
//! what it inherits from the phrase around it is another module's.

use super::outline::{Kind, Outline};
use super::phrase::{Head, Partitive};
use crate::lexicon::{Outcome, OutcomeForm};

/// An outcome found for a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attached {
    /// What happened.
    pub(super) outcome: Outcome,
    /// The item that says so; the phrase's own where its noun does.
    pub(super) anchor: usize,
    /// Whether the people come before the words that say it.
    pub(super) before: bool,
}

/// The objects of these forms follow them.
const ACTIVE: OutcomeForm = OutcomeForm::GERUND.or(OutcomeForm::PRESENT);

/// The outcome of the phrase at `item`, from the words of its own clause.
pub(super) fn attach(outline: &Outline, item: usize) -> Option<Attached> {
    let Kind::Count(phrase) = outline.kind(item) else { return None };
    let phrase = &outline.phrases[phrase];
    let own = |outcome| Some(Attached { outcome, anchor: item, before: false });
    match phrase.head {
        Head::Thing => return None,
        // Deaths, injuries and casualties are counted as such whatever verb stands by.
        Head::Outcome(word) if !word.form.is(OutcomeForm::WEAK) => return own(word.outcome),
        _ => {}
    }
    if let Some(Partitive::Outcome(word)) = phrase.partitive {
        return right(outline, item).or_else(|| own(word.outcome));
    }
    let verbal = of_act(outline, item)
        .or_else(|| adjacent_right(outline, item))
        .or_else(|| adjacent_left(outline, item))
        .or_else(|| toll(outline, item))
        .or_else(|| right(outline, item))
        .or_else(|| left(outline, item));
    let noun = match phrase.head {
        Head::Outcome(word) => Some(word.outcome),
        _ => phrase.modifier.map(|word| word.outcome),
    };
    match (verbal, noun) {
        (Some(found), Some(Outcome::Killed))
            if found.outcome == Outcome::Affected && !found.before =>
        {
            None
        }
        (Some(found), Some(outcome)) if found.outcome == Outcome::Affected => own(outcome),
        (Some(found), _) => Some(found),
        (None, Some(outcome)) => own(outcome),
        (None, None) => None,
    }
}

/// The outcome of one person named without a number.
pub(super) fn lone(outline: &Outline, item: usize) -> Option<Attached> {
    adjacent_right(outline, item)
        .or_else(|| adjacent_left(outline, item))
        .or_else(|| right(outline, item))
        .or_else(|| left(outline, item))
}

/// The outcome of people named without a number before an "including" list.
pub(super) fn around(outline: &Outline, including: usize) -> Option<Attached> {
    right(outline, including).or_else(|| left(outline, including))
}

/// The outcome word that follows a phrase at once, without a verb: "including five injured".
pub(super) fn bare(outline: &Outline, item: usize) -> Option<Outcome> {
    match outline.kind(item + 1) {
        Kind::Anchor(word) if word.form.is(OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE)) => {
            (!takes_object(outline, item + 1)).then_some(word.outcome)
        }
        _ => None,
    }
}

/// A predicate that follows at once: "12 dead", "12 were killed".
fn adjacent_right(outline: &Outline, item: usize) -> Option<Attached> {
    let mut at = item + 1;
    while matches!(outline.kind(at), Kind::Adverb | Kind::Severity) {
        at += 1;
    }
    match outline.kind(at) {
        Kind::Anchor(_) | Kind::Be | Kind::Have | Kind::Link => right(outline, item),
        _ => None,
    }
}

/// A verb right before: "killed 12", "killing at least 12".
fn adjacent_left(outline: &Outline, item: usize) -> Option<Attached> {
    let at = skip_back(outline, item)?;
    match outline.kind(at) {
        Kind::Anchor(word) if takes_object(outline, at) => {
            Some(Attached { outcome: word.outcome, anchor: at, before: false })
        }
        _ => None,
    }
}

/// The item before, passing over determiners and adverbs, and over the second of two verbs that
/// share their object: "captured and blindfolded 10 guards".
fn skip_back(outline: &Outline, item: usize) -> Option<usize> {
    let mut at = item.checked_sub(1)?;
    while matches!(outline.kind(at), Kind::Determiner | Kind::Adverb | Kind::Severity) {
        at = at.checked_sub(1)?;
    }
    let pair = outline.kind(at) == Kind::Verb && at >= 2 && outline.kind(at - 1) == Kind::And;
    let shared = pair && matches!(outline.kind(at - 2), Kind::Anchor(_));
    Some(if shared { at - 2 } else { at })
}

/// Whether the people of an outcome word follow it.
pub(super) fn takes_object(outline: &Outline, anchor: usize) -> bool {
    let Kind::Anchor(word) = outline.kind(anchor) else { return false };
    let mut next = skip_adverbs(outline, anchor + 1);
    if outline.kind(next) == Kind::And && outline.kind(next + 1) == Kind::Verb {
        next = skip_adverbs(outline, next + 2);
    }
    let object = matches!(
        outline.kind(next),
        Kind::Count(_) | Kind::People | Kind::Other | Kind::Determiner | Kind::Pronoun
    );
    if word.form.is(ACTIVE) && !word.form.is(OutcomeForm::PARTICIPLE) {
        return object;
    }
    if !word.form.is(OutcomeForm::PARTICIPLE) || !object {
        return false;
    }
    match before_verb(outline, anchor) {
        Kind::Be => false,
        Kind::Have => true,
        // "40 civilians killed 110 injured": the number behind has an outcome of its own.
        Kind::Count(_) => !has_own_outcome(outline, next),
        Kind::Link => word.form.is(ACTIVE),
        _ => true,
    }
}

/// The kind of the item before a verb, passing over adverbs and coordinated verbs.
fn before_verb(outline: &Outline, anchor: usize) -> Kind {
    let mut at = anchor;
    loop {
        let Some(before) = at.checked_sub(1) else { return Kind::Stop };
        at = before;
        match outline.kind(at) {
            Kind::Adverb | Kind::Severity | Kind::Negation => {}
            Kind::And
                if matches!(
                    at.checked_sub(1).map(|i| outline.kind(i)),
                    Some(Kind::Anchor(_) | Kind::Verb)
                ) =>
            {
                at -= 1;
            }
            kind => return kind,
        }
    }
}

fn skip_adverbs(outline: &Outline, from: usize) -> usize {
    let mut at = from;
    while matches!(outline.kind(at), Kind::Adverb | Kind::Severity) {
        at += 1;
    }
    at
}

/// Whether a count is followed by an outcome word that has no other object.
fn has_own_outcome(outline: &Outline, item: usize) -> bool {
    let next = skip_adverbs(outline, item + 1);
    matches!(outline.kind(item), Kind::Count(_))
        && matches!(outline.kind(next), Kind::Anchor(word) if !word.form.is(OutcomeForm::GERUND))
}

/// A predicate after the phrase: "12 people on the bus, including the driver, were killed".
fn right(outline: &Outline, item: usize) -> Option<Attached> {
    let mut walk = Right {
        outline,
        at: item + 1,
        link: false,
        have: false,
        relative: false,
        gap: false,
        aboard: None,
    };
    let found = walk.find().or(walk.aboard);
    found.map(|(anchor, outcome)| Attached { outcome, anchor, before: true })
}

/// A walk from a phrase to its predicate.
struct Right<'a> {
    outline: &'a Outline,
    at: usize,
    /// A form of "be" or a linking verb was passed.
    link: bool,
    /// A form of "have" was passed.
    have: bool,
    /// The walk is within a relative clause.
    relative: bool,
    /// Something was passed over, so that a bare participle may belong elsewhere.
    gap: bool,
    /// "on board", "trapped": what is said of the people until something worse is.
    aboard: Option<(usize, Outcome)>,
}

impl Right<'_> {
    fn find(&mut self) -> Option<(usize, Outcome)> {
        while self.at < self.outline.items.len() {
            match self.outline.kind(self.at) {
                Kind::Anchor(word) if word.outcome == Outcome::Affected && !self.link => {
                    self.aboard = self.anchor();
                    self.gap = true;
                }
                Kind::Anchor(_) => return self.anchor(),
                Kind::Be | Kind::Link => self.link = true,
                Kind::Have => self.have = true,
                Kind::Adverb | Kind::Severity | Kind::Determiner | Kind::Modal | Kind::Pronoun => {}
                Kind::Relative if self.gap => self.past_relative()?,
                Kind::Relative => self.relative = true,
                Kind::Suffer => return self.suffered(),
                Kind::Of => self.gap = true,
                Kind::Comma if self.link => return None,
                Kind::Comma => self.comma()?,
                Kind::Open => self.past(Kind::Close),
                Kind::Including if self.among().is_some() => return self.among(),
                Kind::Including => self.past_list(),
                Kind::With if !self.link => self.gap = true,
                Kind::And if self.joins_subject() => self.gap = true,
                Kind::Preposition if self.link && !self.relative => self.gap = true,
                Kind::Preposition => self.past_place()?,
                Kind::Count(_) | Kind::People | Kind::Other if !self.link => self.gap = true,
                Kind::People | Kind::Other if self.relative => {}
                Kind::Verb if self.relative => self.past_relative()?,
                Kind::Verb if self.link => return self.second_verb(),
                Kind::Colon if !self.link => self.past_dash()?,
                _ => return None,
            }
            self.at += 1;
        }
        None
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
        if !fits && self.relative && !self.link {
            self.past_relative()?;
            self.at += 1;
            return self.find();
        }
        fits.then(|| (self.at, self.joined(word.outcome)))
    }

    /// "had been wounded or were still missing": counted together.
    fn joined(&self, outcome: Outcome) -> Outcome {
        let mut at = self.at + 1;
        if self.outline.kind(at) != Kind::And {
            return outcome;
        }
        at += 1;
        while matches!(self.outline.kind(at), Kind::Be | Kind::Adverb | Kind::Link) {
            at += 1;
        }
        match self.outline.kind(at) {
            Kind::Anchor(other) if !takes_object(self.outline, at) => {
                outcome.together(other.outcome)
            }
            _ => outcome,
        }
    }

    /// "were killing 12": the people are the killers.
    fn is_active(&self) -> bool {
        matches!(self.outline.kind(self.at), Kind::Anchor(w) if w.form == OutcomeForm::GERUND)
    }

    /// A participle without "be" belongs to the people right before it, or to those of a list.
    fn may_be_bare(&self) -> bool {
        let before = self.at.checked_sub(1).map(|i| self.outline.kind(i));
        !self.gap
            || matches!(before, Some(Kind::Count(_) | Kind::People | Kind::Adverb | Kind::Severity))
    }

    /// "were dragged from their homes and shot dead": the outcome is the second of two verbs.
    fn second_verb(&self) -> Option<(usize, Outcome)> {
        let end = self.outline.items.len().min(self.at + 12);
        for at in self.at + 1..end {
            match self.outline.kind(at) {
                Kind::And | Kind::Comma => {
                    let verb = skip_adverbs(self.outline, at + 1);
                    if let Kind::Anchor(word) = self.outline.kind(verb) {
                        let passive = word.form.is(OutcomeForm::PARTICIPLE);
                        let passive = passive && !takes_object(self.outline, verb);
                        return passive.then_some((verb, word.outcome));
                    }
                }
                Kind::Count(_) | Kind::Be | Kind::Have | Kind::Anchor(_) | Kind::Stop => {
                    return None;
                }
                Kind::Subordinator | Kind::Relative => return None,
                _ => {}
            }
        }
        None
    }

    /// Steps to the dash that closes an aside between dashes.
    fn past_dash(&mut self) -> Option<()> {
        self.gap = true;
        let end = self.outline.items.len().min(self.at + 24);
        let close = (self.at + 1..end).find(|at| self.outline.kind(*at) == Kind::Colon)?;
        self.at = close;
        Some(())
    }

    /// "suffered minor injuries"
    fn suffered(&self) -> Option<(usize, Outcome)> {
        (self.at + 1..self.outline.items.len().min(self.at + 6)).find_map(|at| {
            match self.outline.kind(at) {
                Kind::Anchor(w) if w.form.is(OutcomeForm::COUNTED) => Some((at, w.outcome)),
                _ => None,
            }
        })
    }

    /// What a comma after the phrase opens: a list, an aside, or the end of its clause.
    fn comma(&mut self) -> Option<()> {
        self.gap = true;
        match self.outline.kind(self.at + 1) {
            Kind::Including => {
                self.at += 1;
                self.past_list();
            }
            Kind::Count(phrase) if self.outline.phrases[phrase].partitive.is_some() => {
                if let Some(close) = self.next_comma() {
                    self.at = close;
                }
            }
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

    /// The comma that closes an aside.
    fn next_comma(&self) -> Option<usize> {
        let end = self.outline.items.len().min(self.at + 16);
        let comma = |at: &usize| matches!(self.outline.kind(*at), Kind::Comma | Kind::Stop);
        let at = (self.at + 1..end).find(comma)?;
        (self.outline.kind(at) == Kind::Comma).then_some(at)
    }

    /// Steps to the comma that closes an aside.
    fn past_aside(&mut self) -> Option<()> {
        let end = self.outline.items.len().min(self.at + 16);
        for at in self.at + 1..end {
            match self.outline.kind(at) {
                Kind::Comma => {
                    self.at = at;
                    return Some(());
                }
                Kind::Be | Kind::Have => {
                    self.at = at - 1;
                    return Some(());
                }
                Kind::Verb | Kind::Anchor(_) | Kind::Stop | Kind::Subordinator => return None,
                _ => {}
            }
        }
        None
    }

    /// Steps to the last item of an "including" list.
    fn past_list(&mut self) {
        self.gap = true;
        let end = self.outline.items.len();
        while self.at + 1 < end {
            let ends = match self.outline.kind(self.at + 1) {
                Kind::Be | Kind::Have | Kind::Link | Kind::Verb | Kind::Stop | Kind::Suffer => true,
                Kind::Anchor(word) => {
                    !word.form.is(OutcomeForm::COUNTED) || word.form.is(OutcomeForm::PARTICIPLE)
                }
                _ => false,
            };
            if ends {
                return;
            }
            self.at += 1;
            if self.outline.kind(self.at) == Kind::Relative {
                self.at = self.next_comma().unwrap_or(end);
            }
        }
    }

    /// Steps to the last item of a prepositional phrase; none where it holds people with a number,
    /// whose predicate the next one is.
    fn past_place(&mut self) -> Option<()> {
        self.gap = true;
        loop {
            match self.outline.kind(self.at + 1) {
                Kind::Count(phrase) if self.outline.phrases[phrase].head != Head::Thing => {
                    return None;
                }
                Kind::Determiner | Kind::Other | Kind::People | Kind::Of | Kind::Count(_) => {}
                Kind::Adverb | Kind::Severity => {}
                _ => return Some(()),
            }
            self.at += 1;
        }
    }

    /// "among the dead"
    fn among(&self) -> Option<(usize, Outcome)> {
        let at = self.at + 1 + usize::from(self.outline.kind(self.at + 1) == Kind::Determiner);
        match self.outline.kind(at) {
            Kind::Anchor(word) if !takes_object(self.outline, at) => Some((at, word.outcome)),
            _ => None,
        }
    }

    /// Steps to the end of a relative clause that is about something else.
    fn past_relative(&mut self) -> Option<()> {
        self.relative = false;
        self.link = false;
        self.have = false;
        self.gap = true;
        let end = self.outline.items.len().min(self.at + 20);
        let verb = |at: &usize| {
            let kind = self.outline.kind(*at);
            matches!(kind, Kind::Be | Kind::Have | Kind::Verb | Kind::Link | Kind::Anchor(_))
        };
        let verb = (self.at..end).find(verb)?;
        let stop = (verb + 1..end).find(|at| {
            matches!(self.outline.kind(*at), Kind::Comma | Kind::Be | Kind::Have | Kind::Stop)
        })?;
        self.at = stop - usize::from(self.outline.kind(stop) != Kind::Comma);
        Some(())
    }

    fn past(&mut self, close: Kind) {
        let end = self.outline.items.len();
        self.gap = true;
        self.at = (self.at..end).find(|at| self.outline.kind(*at) == close).unwrap_or(end);
    }

    /// Whether "and" goes on with the subject: "two women and a child were".
    fn joins_subject(&self) -> bool {
        let next = skip_adverbs(self.outline, self.at + 1);
        !self.link
            && matches!(
                self.outline.kind(next),
                Kind::Count(_) | Kind::People | Kind::Determiner | Kind::Other
            )
    }
}

/// A verb further to the left whose objects go on up to the phrase: "killing a man, two women and
/// three children".
fn left(outline: &Outline, item: usize) -> Option<Attached> {
    let before = skip_back(outline, item)?;
    match outline.kind(before) {
        Kind::Of => return act(outline, before),
        Kind::And | Kind::Comma | Kind::With | Kind::Colon => {}
        _ => return None,
    }
    if outline.kind(before) == Kind::Colon {
        return listed(outline, before);
    }
    let mut at = before;
    while let Some(next) = at.checked_sub(1) {
        at = next;
        match outline.kind(at) {
            Kind::Anchor(word) if takes_object(outline, at) => {
                return Some(Attached { outcome: word.outcome, anchor: at, before: false });
            }
            Kind::Anchor(word)
                if word.form.is(OutcomeForm::ACT) && outline.kind(at + 1) == Kind::Of =>
            {
                return Some(Attached { outcome: word.outcome, anchor: at, before: false });
            }
            Kind::Anchor(_) | Kind::Be | Kind::Have | Kind::Verb | Kind::Stop | Kind::Relative => {
                return None;
            }
            Kind::Subordinator | Kind::Suffer | Kind::Leave | Kind::Link | Kind::Modal => {
                return None;
            }
            _ => {}
        }
    }
    None
}

/// "the deaths of 12": said before anything after the people can speak.
fn of_act(outline: &Outline, item: usize) -> Option<Attached> {
    let before = skip_back(outline, item)?;
    if outline.kind(before) == Kind::Of { act(outline, before) } else { None }
}

/// "the killing of 12": an outcome noun before "of".
fn act(outline: &Outline, of: usize) -> Option<Attached> {
    let mut at = of.checked_sub(1)?;
    while matches!(outline.kind(at), Kind::Adverb | Kind::Severity) {
        at = at.checked_sub(1)?;
    }
    match outline.kind(at) {
        Kind::Anchor(word) if word.form.is(OutcomeForm::ACT.or(OutcomeForm::TOLL)) => {
            Some(Attached { outcome: word.outcome, anchor: at, before: false })
        }
        _ => None,
    }
}

/// "Casualties: 12"
fn listed(outline: &Outline, colon: usize) -> Option<Attached> {
    let at = colon.checked_sub(1)?;
    let Kind::Anchor(word) = outline.kind(at) else { return None };
    let noun = OutcomeForm::COUNTED.or(OutcomeForm::TOLL).or(OutcomeForm::STATE);
    let found = Attached { outcome: word.outcome, anchor: at, before: false };
    (outline.items[colon].words.len() == 1 && word.form.is(noun)).then_some(found)
}

/// A number that a toll reaches: "the death toll rose from 12 to 16".
fn toll(outline: &Outline, item: usize) -> Option<Attached> {
    let before = skip_back(outline, item)?;
    let reaches = matches!(
        outline.kind(before),
        Kind::Preposition
            | Kind::Of
            | Kind::Verb
            | Kind::Be
            | Kind::Link
            | Kind::Colon
            | Kind::By
            | Kind::Anchor(_)
            | Kind::Comma
    );
    if !reaches {
        return None;
    }
    let is_toll = |at: usize| match outline.kind(at) {
        Kind::Anchor(word) if word.form.is(OutcomeForm::TOLL) => {
            Some(Attached { outcome: word.outcome, anchor: at, before: false })
        }
        _ => None,
    };
    let start = (0..before).rev().find(|at| outline.kind(*at) == Kind::Stop).map_or(0, |at| at + 1);
    let behind = (start..=before).rev().find_map(is_toll);
    // "bringing to eight the number of students kidnapped"
    behind.or_else(|| {
        let next = skip_adverbs(outline, item + 1);
        let next = next + usize::from(outline.kind(next) == Kind::Determiner);
        is_toll(next)
    })
}

//! Whose losses a verb gives.
//!
//! "The army suffered six casualties", "the militia left nine bodies behind", "opened fire on the guards, killing one":
//! the people who had a verb's losses, or whom an act was aimed at. It knows one sentence, and asks what words a verb
//! stands among, not who was counted before.

use super::Group;
use super::carry::Carry;
use super::outline::{Item, Kind};
use super::phrase::Head;
use crate::lexicon::{Grammar, OutcomeForm};

impl Carry<'_> {
    /// "Russian forces suffered 200 fatalities and 400 injuries": the people before the verb.
    pub(super) fn sufferers(&self) -> Option<Group> {
        // "A doctor said that the hospital had received seven bodies", which are no doctors'.
        if matches!(self.phrase.head, Head::Outcome(word) if word.form.is(OutcomeForm::WEAK)) {
            return None;
        }
        let mut before = self.outline.items[..self.reading.item].iter().rev();
        let list = |kind| {
            matches!(
                kind,
                Kind::Count(_) | Kind::And | Kind::Comma | Kind::Determiner | Kind::Adverb
            )
        };
        let mut verb = before.find(|i| !list(i.kind))?.kind;
        // "have sustained the following losses: 200 dead and 400 wounded"
        if verb == Kind::Colon {
            let noun = |kind| {
                let following = matches!(kind, Kind::Preposition | Kind::Subordinator);
                following || matches!(kind, Kind::Other | Kind::Determiner | Kind::Anchor(_))
            };
            verb = before.find(|i| !noun(i.kind))?.kind;
        }
        if verb != Kind::Suffer {
            return None;
        }
        // "the National Resistance Movement (NRM) has suffered": the initials name them.
        let between = |kind| {
            let verb = matches!(kind, Kind::Adverb | Kind::Have | Kind::Be | Kind::Modal);
            verb || kind == Kind::Close
        };
        let subject = before.find(|i| !between(i.kind))?;
        match subject.kind {
            Kind::People | Kind::Other => self.group_of(subject),
            // "The army says that it lost 48", "the army killed 11 and suffered six casualties"
            Kind::Pronoun | Kind::And => {
                let clause = before.take_while(|i| !matches!(i.kind, Kind::Stop | Kind::Colon));
                let first = clause.filter(|i| i.kind == Kind::People).last();
                first.and_then(|people| self.group_of(people))
            }
            _ => None,
        }
    }

    /// "Rebel losses stood at ten dead", "the losses of the army were 12 killed and 30 wounded": those whose losses are
    /// given by a verb.
    pub(super) fn losers(&self) -> Option<Group> {
        let items = &self.outline.items;
        let state = OutcomeForm::STATE.or(OutcomeForm::PARTICIPLE);
        let noun = |at: usize| matches!(items[at].kind, Kind::Anchor(word) if word.form.is_noun());
        let list = |i: &&Item| {
            let listed = matches!(i.kind, Kind::Count(_) | Kind::And | Kind::Comma | Kind::Adverb);
            listed || matches!(i.kind, Kind::Anchor(word) if word.form.is(state))
        };
        let verb = |i: &&Item| {
            matches!(i.kind, Kind::Be | Kind::Have | Kind::Modal | Kind::Verb | Kind::Preposition)
        };
        let end = self.reading.item;
        let end = end - items[..end].iter().rev().take_while(list).count();
        let verbs = items[..end].iter().rev().take_while(verb).count();
        let last = (end - verbs).checked_sub(1).filter(|_| verbs > 0)?;
        let owner = if noun(last) {
            last.checked_sub(1)?
        } else {
            let of = items[..last].iter().rposition(|i| i.kind != Kind::Determiner)?;
            let owned = matches!(items[of].kind, Kind::Of | Kind::Preposition);
            of.checked_sub(1).filter(|at| owned && noun(*at)).map(|_| last)?
        };
        (items[owner].kind == Kind::People).then(|| self.group_of(&items[owner]))?
    }

    /// "The militia left nine bodies behind", "left behind nine dead": those who left their own.
    pub(super) fn leavers(&self) -> Option<Group> {
        let (outline, at) = (self.outline, self.reading.item);
        let stranded = outline.kind(at + 1) == Kind::Preposition
            && matches!(outline.kind(at + 2), Kind::Stop | Kind::Comma | Kind::And);
        let led = at > 0 && outline.kind(at - 1) == Kind::Preposition;
        let verb = at.checked_sub(1 + usize::from(led)).filter(|_| led || stranded)?;
        let subject = verb.checked_sub(1).filter(|_| outline.kind(verb) == Kind::Leave)?;
        let people = outline.kind(subject) == Kind::People;
        people.then(|| self.group_of(&outline.items[subject]))?
    }

    /// "26 dead and 65 wounded among the troops", "50 casualties were inflicted on the army": the
    /// people behind a count of what happened to them.
    pub(super) fn struck(&self) -> Option<Group> {
        let between = |at: &usize| match self.outline.kind(*at) {
            Kind::Count(phrase) => {
                matches!(self.outline.phrases[phrase].head, Head::Outcome(_) | Head::Hidden)
            }
            Kind::Anchor(word) => word.form.is(OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE)),
            kind => matches!(kind, Kind::And | Kind::Comma | Kind::Be | Kind::Verb | Kind::Adverb),
        };
        let on = (self.reading.item + 1..).find(|at| !between(at))?;
        let items = self.outline.items.get(on..)?;
        let aim = self.text.tags(items.first()?.words.start).grammar;
        let people = items[1..].iter().find(|i| i.kind != Kind::Determiner)?;
        let told = aim.is(Grammar::AIM.or(Grammar::AMONG));
        (told && matches!(people.kind, Kind::People | Kind::Other))
            .then(|| self.group_of(people))?
    }

    /// "opened fire on the guards, killing one": the people that the act was aimed at.
    pub(super) fn attacked(&self) -> Option<Group> {
        let gerund = self.reading.anchor.filter(|at| *at < self.reading.item)?;
        let gerund = matches!(self.outline.kind(gerund), Kind::Anchor(word)
            if word.form.is(OutcomeForm::GERUND))
        .then_some(gerund)?;
        let clause = self.outline.items[..gerund].iter().enumerate().rev();
        let mut clause = clause.take_while(|(_, i)| !matches!(i.kind, Kind::Stop | Kind::Count(_)));
        let (at, people) = clause.find(|(_, i)| i.kind == Kind::People)?;
        let before = (0..at).rev().find(|b| self.outline.kind(*b) != Kind::Determiner)?;
        let aim = &self.outline.items[before];
        let on = self.text.tags(aim.words.start).grammar.is(Grammar::AIM);
        (self.phrase.head == Head::Hidden && (on || aim.kind == Kind::Verb))
            .then(|| self.group_of(people))?
    }
}

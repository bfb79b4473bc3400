//! Words that say what happened to people: "killed", "death toll", "missing".
//!
//! One table, `outcomes.toml`, a section an outcome, a list a form. It does not know whom the words
//! are said of.

use std::collections::BTreeMap;

use super::Lexicon;
use super::grammar::Grammar;
use super::plain::{self, Word};

/// What happened to people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// Died.
    Killed,
    /// Hurt and alive.
    Injured,
    /// Not accounted for.
    Missing,
    /// Taken prisoner, hostage or kidnapped.
    Captured,
    /// Driven from home.
    Displaced,
    /// The killed and the injured together (and, where the text says so, others).
    Casualties,
    /// Counted as a population: aboard, trapped, rescued.
    Affected,
}

/// The ways in which a word says an outcome; a word may have several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutcomeForm(u16);

impl OutcomeForm {
    /// "killed": past tense, or participle of the people before it.
    pub const PARTICIPLE: OutcomeForm = OutcomeForm(1);
    /// "killing": the people follow.
    pub const GERUND: OutcomeForm = OutcomeForm(1 << 1);
    /// "kill", "kills": the people follow.
    pub const PRESENT: OutcomeForm = OutcomeForm(1 << 2);
    /// "died", "fled": the people come before.
    pub const INTRANSITIVE: OutcomeForm = OutcomeForm(1 << 3);
    /// "dead", "missing": said of people, before or after the word.
    pub const STATE: OutcomeForm = OutcomeForm(1 << 4);
    /// "deaths", "fatalities", "bodies": what is counted.
    pub const COUNTED: OutcomeForm = OutcomeForm(1 << 5);
    /// "death toll": the number follows.
    pub const TOLL: OutcomeForm = OutcomeForm(1 << 6);
    /// "the killing of", "the death of": the people follow "of".
    pub const ACT: OutcomeForm = OutcomeForm(1 << 7);
    /// "victims", "hostages": names the people by what they suffered, unless a verb says more.
    pub const WEAK: OutcomeForm = OutcomeForm(1 << 8);

    /// "aboard", "passengers": all people who were there, whatever became of them.
    pub const POPULATION: OutcomeForm = OutcomeForm(1 << 9);
    /// "escaped", "were rescued": people who are alive.
    pub const ALIVE: OutcomeForm = OutcomeForm(1 << 10);
    /// "taken to hospital": people in care, who may be more or fewer than the injured.
    pub const CARE: OutcomeForm = OutcomeForm(1 << 11);
    /// "detained", "lost": fighters are taken prisoner or die, while others are arrested.
    pub const FIGHTERS: OutcomeForm = OutcomeForm(1 << 12);
    /// "killed or injured": the dead and the hurt, told as such.
    pub const BOTH: OutcomeForm = OutcomeForm(1 << 13);
    /// "searching for": those who are left, "the other ten", are missing; others may be suspects.
    pub const REST: OutcomeForm = OutcomeForm(1 << 14);
    /// "lives": dead where they are lost or claimed, alive where they are saved.
    pub const SAVED: OutcomeForm = OutcomeForm(1 << 15);

    /// What is said of people without a number too: "a man was killed", "the murder of a judge".
    pub const VERBS: OutcomeForm = OutcomeForm::PARTICIPLE
        .or(OutcomeForm::GERUND)
        .or(OutcomeForm::PRESENT)
        .or(OutcomeForm::INTRANSITIVE)
        .or(OutcomeForm::STATE)
        .or(OutcomeForm::ACT);

    /// Whether it has any form.
    pub fn is_some(self) -> bool {
        self.0 != 0
    }

    /// Whether it has one of the forms of `other`.
    pub fn is(self, other: OutcomeForm) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it is a noun for what befell people, and for nothing that is said of them: "losses", "deaths", not "dead".
    pub fn is_noun(self) -> bool {
        let said = OutcomeForm::PARTICIPLE.or(OutcomeForm::STATE);
        self.is(OutcomeForm::TOLL.or(OutcomeForm::COUNTED)) && !self.is(said)
    }

    /// The forms of both.
    pub const fn or(self, other: OutcomeForm) -> OutcomeForm {
        OutcomeForm(self.0 | other.0)
    }
}

/// An outcome and how a word says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutcomeWord {
    /// What happened.
    pub outcome: Outcome,
    /// The forms the word may have.
    pub form: OutcomeForm,
}

/// The lists of a section and their forms.
const FORMS: &[(&str, OutcomeForm)] = &[
    ("act", OutcomeForm::ACT),
    ("alive", OutcomeForm::ALIVE),
    ("both", OutcomeForm::BOTH),
    ("care", OutcomeForm::CARE),
    ("counted", OutcomeForm::COUNTED),
    ("fighters", OutcomeForm::FIGHTERS),
    ("gerund", OutcomeForm::GERUND),
    ("intransitive", OutcomeForm::INTRANSITIVE),
    ("participle", OutcomeForm::PARTICIPLE),
    ("population", OutcomeForm::POPULATION),
    ("present", OutcomeForm::PRESENT),
    ("rest", OutcomeForm::REST),
    ("saved", OutcomeForm::SAVED),
    ("state", OutcomeForm::STATE),
    ("toll", OutcomeForm::TOLL),
    ("weak", OutcomeForm::WEAK),
];

impl Outcome {
    /// Every outcome, in the order of tables.
    pub const ALL: [Outcome; 7] = [
        Outcome::Killed,
        Outcome::Injured,
        Outcome::Missing,
        Outcome::Captured,
        Outcome::Displaced,
        Outcome::Casualties,
        Outcome::Affected,
    ];

    /// What people are counted as who suffered either: the killed and the injured are casualties,
    /// while of the abducted and killed the death counts.
    pub fn together(self, other: Outcome) -> Outcome {
        use Outcome::{Captured, Casualties, Displaced, Injured, Killed, Missing};
        match (self, other) {
            (a, b) if a == b => a,
            (Killed | Injured | Missing | Casualties, Killed | Injured | Missing | Casualties) => {
                Casualties
            }
            (Captured | Displaced, Killed) => Killed,
            _ => self,
        }
    }

    /// The name in reports and tables: "killed".
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Killed => "killed",
            Outcome::Injured => "injured",
            Outcome::Missing => "missing",
            Outcome::Captured => "captured",
            Outcome::Displaced => "displaced",
            Outcome::Casualties => "casualties",
            Outcome::Affected => "affected",
        }
    }

    /// Those to whom it happened, in sentences: "the dead".
    pub fn people(self) -> &'static str {
        match self {
            Outcome::Killed => "the dead",
            Outcome::Injured => "the injured",
            Outcome::Missing => "the missing",
            Outcome::Captured => "the captives",
            Outcome::Displaced => "the displaced",
            Outcome::Casualties => "the casualties",
            Outcome::Affected => "those affected",
        }
    }
}

/// A phrase of so many words may be parted: its last word is no preposition.
const LONG: usize = 3;

/// The forms of which others may part the words: "forced 500 people from their homes".
const PARTED: OutcomeForm =
    OutcomeForm::PARTICIPLE.or(OutcomeForm::PRESENT).or(OutcomeForm::GERUND).or(OutcomeForm::CARE);

/// Reads `outcomes.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let unknown = |name: &str| serde::de::Error::custom(format!("unknown section {name}"));
    let sections: BTreeMap<String, BTreeMap<String, Vec<Word<'_>>>> = plain::from_str(table)?;
    for (name, lists) in &sections {
        let outcome = Outcome::ALL.into_iter().find(|o| o.name() == name);
        let outcome = outcome.ok_or_else(|| unknown(name))?;
        for (list, words) in lists {
            let form =
                FORMS.iter().find(|(known, _)| known == list).ok_or_else(|| unknown(list))?.1;
            for word in words {
                let tags = lexicon.tags_for(word);
                let before = tags.outcome.map(|o| o.form).unwrap_or_default();
                tags.outcome = Some(OutcomeWord { outcome, form: before.or(form) });
                if form.is(PARTED) && word.split(' ').count() >= LONG {
                    let last = lexicon.tags_for(word.rsplit(' ').next().unwrap_or(word));
                    if last.grammar.is_empty() {
                        last.grammar = Grammar::PARTED;
                    }
                }
            }
        }
    }
    Ok(())
}

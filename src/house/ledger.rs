//! The desk's ledger of agreed tolls, and which figures of a draft it speaks of.
//!
//! ```toml
//! [[toll]]
//! name = "Kano market blast"
//! words = ["Kano", "market"]
//! outcome = "killed"
//! best = 27
//! as-of = 2026-03-04
//! source = "state police"
//! ```
//!
//! A draft is about the blast when it holds all the words. The ledger knows no rules: it ties figures
//! to entries, and the rule `stale-figure` compares them.

use std::path::Path;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;
use toml::value::Date;

use super::read;
use super::read::HouseError;
use crate::document::Document;
use crate::figure::{Change, Figure, FigureId};
use crate::interval::Interval;
use crate::quantity::{Bound, Quantity};
use crate::relate::Facts;
use crate::rules::stale_figure::Agreed;
use crate::rules::{Comparison, stale_figure};

/// The agreed tolls of a desk.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "A ledger of agreed tolls")]
pub struct Ledger {
    /// The tolls.
    #[serde(default)]
    pub toll: Vec<Toll>,
}

/// A toll that the desk has agreed on.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Toll {
    /// What the desk calls it.
    pub name: String,
    /// Words that all occur in a draft about the event; of a figure that is not about the main event
    /// of the draft, in its paragraph.
    pub words: Vec<String>,
    /// Words for the people, one of which names the group that a figure counts; without any, the toll
    /// is of all people.
    #[serde(default)]
    pub side: Vec<String>,
    /// What happened to them.
    pub outcome: Outcome,
    /// The least that the desk would print.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<u64>,
    /// The count to print.
    pub best: u64,
    /// The most that the desk would print.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<u64>,
    /// The day of the count.
    #[schemars(with = "String")]
    pub as_of: Date,
    /// Who gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The last day on which it is held against drafts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
}

/// What happened to people, as a ledger names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Died.
    Killed,
    /// Hurt and alive.
    Injured,
    /// Not accounted for.
    Missing,
    /// Taken prisoner or hostage.
    Captured,
    /// Driven from home.
    Displaced,
    /// Killed and injured together.
    Casualties,
}

impl Ledger {
    /// Reads a ledger and checks that its entries can be used.
    ///
    /// # Errors
    ///
    /// What the file says wrongly, with the place, or which entry makes no sense.
    pub fn read(path: &Path) -> Result<Ledger, HouseError> {
        let text = read::text(path)?;
        let read = toml::from_str(&text);
        let ledger: Ledger = read.map_err(|error| HouseError::toml(path, &text, &error))?;
        let mut faults = ledger.toll.iter().enumerate();
        match faults.find_map(|(number, toll)| Some((number, toll.fault()?))) {
            Some((number, fault)) => {
                let place = read::place_of(&text, &["toll", &number.to_string()]);
                Err(HouseError::at(path, place, fault))
            }
            None => Ok(ledger),
        }
    }

    /// Holds the figures of a draft against every entry that is current on a day.
    pub(super) fn compare(
        &self,
        document: &Document,
        facts: &Facts,
        today: Date,
    ) -> Vec<Comparison> {
        let text = document.text.to_lowercase();
        let current = self.toll.iter().filter(|toll| toll.is_current(today));
        let compared = current.filter_map(|toll| {
            let figures = toll.figures(document, &text, facts);
            (!figures.is_empty()).then(|| stale_figure::against(facts, &figures, &toll.agreed()))
        });
        compared.collect()
    }
}

impl Toll {
    /// Whether it is held against drafts on a day.
    pub fn is_current(&self, today: Date) -> bool {
        self.until.is_none_or(|until| today <= until)
    }

    /// What keeps the entry from being used.
    fn fault(&self) -> Option<String> {
        let (low, high) = (self.low.unwrap_or(self.best), self.high.unwrap_or(self.best));
        let fault = if self.words.iter().all(|words| words.trim().is_empty()) {
            "has no words that identify the event"
        } else if !(low..=high).contains(&self.best) {
            "has a best count outside its low and high"
        } else if self.until.is_some_and(|until| until < self.as_of) {
            "ends before the day of its count"
        } else {
            return None;
        };
        Some(format!("\"{}\" {fault}", self.name))
    }

    fn agreed(&self) -> Agreed {
        let (low, high) = (self.low.unwrap_or(self.best), self.high.unwrap_or(self.best));
        let interval = Interval::between(Decimal::from(low), Decimal::from(high));
        let exact = Quantity::exact(Decimal::from(self.best));
        let quantity = match low == high {
            true => exact,
            false => Quantity {
                bound: Bound::Range,
                low: Some(interval.low),
                high: interval.high,
                nominal: None,
                strict: interval,
                plausible: interval,
            },
        };
        let (name, source) = (self.name.clone(), self.source.clone());
        Agreed { name, quantity, as_of: self.as_of.to_string(), source }
    }

    /// The figures of a draft that give this toll. `text` is the draft's in lower case.
    fn figures(&self, document: &Document, text: &str, facts: &Facts) -> Vec<FigureId> {
        if !self.names(text) {
            return Vec::new();
        }
        let figures = facts.figures.iter().enumerate();
        let own = figures.filter(|(_, figure)| {
            self.counts(figure)
                && (figure.scope.event == 0 || self.names(&paragraph(document, figure)))
        });
        own.map(|(id, _)| id).collect()
    }

    /// Whether a text in lower case holds all the words of the event.
    fn names(&self, text: &str) -> bool {
        self.words.iter().all(|words| holds(text, &words.to_lowercase()))
    }

    /// Whether a figure is a whole count of these people.
    fn counts(&self, figure: &Figure) -> bool {
        let cues = &figure.cues;
        let whole = cues.part_of.is_none() && cues.among.is_none() && !cues.besides;
        let after = !matches!(cues.change, Some(Change::From | Change::By));
        figure.is_stated()
            && figure.outcome.name() == self.outcome.name()
            && whole
            && after
            && figure.per.is_none()
            && self.is_of(figure)
    }

    /// Whether a figure counts the entry's side.
    fn is_of(&self, figure: &Figure) -> bool {
        match (&figure.group, self.side.is_empty()) {
            (None, all) => all,
            (Some(_), true) => false,
            (Some(group), false) => {
                let label = group.label.to_lowercase();
                self.side.iter().any(|side| holds(&label, &side.to_lowercase()))
            }
        }
    }
}

/// The paragraph of a figure, in lower case.
fn paragraph(document: &Document, figure: &Figure) -> String {
    let block = document.blocks.get(figure.place.block);
    block.map_or(String::new(), |block| document.words(block.span).to_lowercase())
}

/// Whether words stand in a text as words of their own.
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + words.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

impl Outcome {
    /// The name in reports: "killed".
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Killed => "killed",
            Outcome::Injured => "injured",
            Outcome::Missing => "missing",
            Outcome::Captured => "captured",
            Outcome::Displaced => "displaced",
            Outcome::Casualties => "casualties",
        }
    }
}

//! Figures: numerals that count people to whom something happened.
//!
//! "At least 12 people, including five children, were killed, police said." holds the figures
//! `killed at least 12 people (police)` and, a part of it, `killed 5 children (police)`. A figure
//! knows its sentence, not whether it agrees with the others.

mod again;
mod among;
mod apposed;
mod attach;
mod became;
mod breakdown;
mod by_place;
mod carry;
mod cells;
mod collect;
mod contrast;
mod cue;
mod description;
mod echo;
mod entries;
mod evidence;
mod group;
mod included;
mod inverted;
mod kinds;
mod label;
mod likewise;
mod list;
mod lists;
mod losses;
mod mixed;
mod movers;
mod named;
mod noun;
mod nouns;
mod object;
mod of_them;
mod outline;
mod parts;
mod phrase;
mod population;
mod portion;
mod predicate;
mod rates;
mod reach;
mod reading;
mod reality;
mod resumed;
mod scope;
mod share;
mod source;
mod spelled;
mod split;
mod standing;
mod subject;
mod tally;
mod tied;
mod unread;
mod victim;
mod wholes;
mod whose;

use std::fmt;

use rust_decimal::Decimal;

pub use cells::Entry;
pub use contrast::{Contrast, ContrastKind, Term};
pub use cue::{Change, Cues};
pub use echo::Echo;
pub use group::{Group, Trait};
pub use list::List;

use crate::document::BlockKind;
pub use crate::lexicon::Facet;
use crate::lexicon::Outcome;
use crate::numeral::{Form, Numeral};
use crate::quantity::Quantity;
use crate::span::Span;
use crate::text::Text;

/// A figure's place in the list of figures of its document. Reports print it counted from one.
pub type FigureId = usize;

/// Who a count comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Source {
    /// The fullest name that the article gives: "Wall Street Journal".
    pub name: String,
    /// For whom it may speak.
    pub voice: Voice,
    /// What a person heads or speaks for, as told behind the name: "state emergency agency".
    pub office: Option<String>,
}

/// For whom a source may speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Voice {
    /// One person, who may speak for a body: "Ana Ruiz".
    Person,
    /// A body for which a person may speak: "the army".
    #[default]
    Body,
    /// People of any body that has an office: "authorities", "local officials".
    Official,
    /// Whoever speaks for no office that the text names: "activists", "the opposition", "Amadi Forrest".
    Outside,
}

/// Which event, place and time a figure covers. Only figures of one event may be compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The event's number in the document; 0 is the main one.
    pub event: usize,
    /// A short name for readers: "main", "in 2015".
    pub label: String,
    /// The words for the time that moved the scope, if any.
    pub time: Option<String>,
    /// Whether that time lasts until the news: "since March", "so far this year".
    pub running: bool,
    /// The words for the place, if any.
    pub place: Option<String>,
    /// Whether the words say that the place holds others: "in the state of Bihar".
    pub area: bool,
    /// Whether its sentence opens with the place: "In Honduras, 12 of the 18 deaths".
    pub fronted: bool,
    /// Whether nothing in the sentence hints at another event. Figures that differ are held against
    /// each other only where both are certain.
    pub certain: bool,
}

impl Scope {
    /// The name of the place, in lower case: "karrada" of "in the central district of Karrada".
    pub fn place_name(&self) -> Option<&str> {
        self.place.as_deref()?.split_whitespace().last()
    }

    /// Whether nothing but its place tells its event from the main one.
    pub fn is_of_place(&self) -> bool {
        let opens = |place: &String| self.label.to_lowercase().starts_with(place.as_str());
        self.place.as_ref().is_some_and(opens)
    }
}

/// Where a figure stands in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which block of the document.
    pub block: usize,
    /// What that block is.
    pub kind: BlockKind,
    /// Which sentence of the text.
    pub sentence: usize,
    /// The place of the numeral's first word in the text's list.
    pub word: usize,
}

/// The stretch of time for which a figure is a rate, in minutes: 1,440 of "50 a day".
pub type Minutes = u32;

/// A count of people to whom something happened.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Qualifier, number and noun: "at least 23 people".
    pub span: Span,
    /// The number alone.
    pub number: Span,
    /// The number and its qualifiers as printed, for messages: "at least 23".
    pub wording: String,
    /// Which numeral it is; none for a victim without one ("his wife", a name), who counts as one.
    pub numeral: Option<usize>,
    /// How the number is written; an article for a lone "a man".
    pub form: Form,
    /// How many.
    pub quantity: Quantity,
    /// What happened to them.
    pub outcome: Outcome,
    /// What is counted, lower case: "people", "troops", "bodies".
    pub unit: Option<String>,
    /// Whether the unit may be anybody: "people", not "besiegers", whom no table knows.
    pub anybody: bool,
    /// Whether the unit holds several people: "families".
    pub collective: bool,
    /// Whether the unit says what happened: "deaths", "casualties".
    pub telling: bool,
    /// Whose people.
    pub group: Option<Group>,
    /// Who says so; none in the paper's own voice.
    pub source: Option<Source>,
    /// The time over which it counts again and again, if it is a rate: "50 a day".
    pub per: Option<Minutes>,
    /// The stretch of time that it covers, if its sentence names one: "900 in 30 days".
    pub over: Option<Minutes>,
    /// Which event, place and time.
    pub scope: Scope,
    /// Where it stands.
    pub place: Place,
    /// How its sentence ties it to others.
    pub cues: Cues,
    /// Where in a table it stands, if its table says what it counts.
    pub entry: Option<Entry>,
    /// The words around the number: two figures that have them in common are given by one sentence that stands
    /// twice, or is told again.
    pub echo: Echo,
}

/// A percentage or fraction that is tied to figures.
#[derive(Clone, Debug)]
pub struct Share {
    /// Where it is stated.
    pub span: Span,
    /// The words as printed: "60%", "a third".
    pub wording: String,
    /// Whether it is a fraction, which is rounded more freely than a percentage.
    pub fraction: bool,
    /// What it says the quotient is: 0.6 of "60%".
    pub quantity: Quantity,
    /// The figure it is a share of.
    pub whole: Option<FigureId>,
    /// The number that it says is that share.
    pub part: Option<Term>,
    /// The figure's outcome, where the share is of people without a number: "70% of the dead".
    pub outcome: Outcome,
    /// The words that narrow the whole: "verified", "at home".
    pub narrowed: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// The figures of a document, and all its numerals.
#[derive(Debug, Default)]
pub struct Figures {
    /// The figures, in order of place.
    pub figures: Vec<Figure>,
    /// The percentages and fractions of figures, in order of place.
    pub shares: Vec<Share>,
    /// The counts that are set against each other in words, in order of place.
    pub contrasts: Vec<Contrast>,
    /// The lists of names and numbers that the text adds up.
    pub lists: Vec<List>,
    /// Numbers that the headline's figures give, and the body without a figure.
    pub unread: Vec<Decimal>,
    /// Every numeral that was found.
    pub numerals: Vec<Numeral>,
}

/// Reads the figures of a text.
pub fn read(text: &Text<'_>, numerals: Vec<Numeral>) -> Figures {
    let mut figures = collect::collect(text, numerals);
    rates::assign(text, &figures.numerals, &mut figures.figures);
    mixed::assign(text, &mut figures.figures);
    scope::assign(text, &figures.numerals, &mut figures.figures);
    figures.contrasts = contrast::find(text, &figures.numerals, &mut figures.figures);
    figures.lists = list::find(text, &figures.numerals, &figures.figures);
    figures.shares = share::find(text, &figures.numerals, &figures.figures);
    figures.unread = unread::find(text, &figures);
    figures
}

impl Figure {
    /// Whether it stands in a table, and not in its total.
    pub fn is_entry(&self) -> bool {
        self.entry.as_ref().is_some_and(|entry| !entry.of_all)
    }

    /// Whether a number in the text states it.
    pub fn is_stated(&self) -> bool {
        self.numeral.is_some()
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.outcome.name(), self.quantity)?;
        if let Some(group) = &self.group {
            write!(f, " {}", group.label)?;
        }
        if let Some(source) = &self.source {
            write!(f, " ({})", source.name)?;
        }
        Ok(())
    }
}

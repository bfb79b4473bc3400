//! Each ground in plain English, as a comparison tells it.

use super::Ground;
use crate::figure::Figure;

impl Ground {
    /// The ground in plain English.
    pub(in crate::relate) fn words(&self, figure: &Figure) -> String {
        let outcome = figure.outcome.name();
        match self {
            Ground::Definite => {
                format!("definite words point back to the {outcome} already counted")
            }
            Ground::Headline => {
                format!("the headline and the first sentences give the count of the {outcome}")
            }
            Ground::Companion => {
                format!(
                    "both stand beside one count of another outcome, so they count the {outcome} of one event"
                )
            }
            Ground::Total => {
                format!("the text announces the total of the {outcome}, which is smaller")
            }
            Ground::Taken => {
                "definite words point back to the killed, and the number is that of the injured"
                    .to_owned()
            }
            Ground::Description => "one source counts people described alike".to_owned(),
            Ground::Contrast => {
                format!("the text sets one source's count of {outcome} against another's")
            }
            Ground::Event => {
                format!("the text tells the {outcome} of the event that it speaks of")
            }
            Ground::Group => format!("no more of the {outcome} of this group were counted before"),
            Ground::Retold => "one sentence tells the news of the other again".to_owned(),
            Ground::Part => "both are parts of one whole and described alike".to_owned(),
            Ground::Slip => {
                format!(
                    "the digits are those of the {outcome} already counted, in another order or number"
                )
            }
            Ground::News => {
                format!("nothing moves the later count of {outcome} to another event")
            }
        }
    }
}

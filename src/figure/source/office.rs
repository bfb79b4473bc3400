//! What people speak for, as told behind their names.
//!
//! "Ana Ruiz, local coordinator of the state emergency agency, said" speaks for the `state emergency agency`; "Ana Ruiz,
//! a fisherman" for nobody. It looks at the words behind a name and does not know who else speaks.

use super::is_source;
use super::proper::{is_common, printed};
use crate::lexicon::{Grammar, SourceWord};
use crate::text::{Shape, Text};

/// The most words that may tell who somebody is.
const LONG: usize = 10;

/// The body that is named in an apposition behind a name which ends before `name_end`.
pub(super) fn behind(text: &Text<'_>, name_end: usize) -> Option<String> {
    if text.mark(name_end) != "," {
        return None;
    }
    let told = name_end + 1..text.words.len().min(name_end + 1 + LONG);
    let ends = |at: &usize| {
        let mark = text.words[*at].shape == Shape::Mark && !text.words[*at].glued;
        mark || !text.mark(*at).is_empty() && text.mark(*at) != "-"
            || is_source(text, *at, SourceWord::SAYS)
    };
    let end = told.clone().find(ends)?;
    let links = Grammar::OF.or(Grammar::PREPOSITION);
    let link = (told.start..end).find(|at| text.tags(*at).grammar.is(links))?;
    let titled = (told.start..link).any(|at| is_common(text, at));
    let article = text.tags(link + 1).grammar.is(Grammar::DETERMINER);
    let body = link + 1 + usize::from(article)..end;
    (titled && !body.is_empty()).then(|| printed(text, &body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::lexicon::Lexicon;

    fn office(sentence: &str) -> Option<String> {
        let document = Document::plain(sentence.to_owned());
        let text = crate::text::read(&document, Lexicon::english());
        behind(&text, 2)
    }

    #[test]
    fn an_apposition_names_an_office() {
        let agency = "state emergency agency";
        assert_eq!(
            office("Ana Ruiz, local coordinator of the state emergency agency, said so.")
                .as_deref(),
            Some(agency)
        );
        assert_eq!(office("Ana Ruiz, deputy head of the office.").as_deref(), Some("office"));
        assert_eq!(office("Ana Ruiz, a friend, said so."), None);
        assert_eq!(office("Ana Ruiz, 34, of Port Ana, said so."), None);
        assert_eq!(office("Ana Ruiz said so of the office."), None);
    }
}

//! The elements of HTML, XHTML and NITF that matter to prose, and what they do to it.
//!
//! `h2` holds a heading, `li` an item of a list, `script` nothing to read. All others stand within
//! a line.

use super::BlockKind;
use super::BlockKind::{
    Caption, Footnote, Heading, Headline, ListItem, Quotation, Standfirst, TableCell,
};

/// What an element does to the prose in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Its text is a block of this kind, and so is the text of paragraphs in it.
    Kind(BlockKind),
    /// It parts the text before it from its own.
    Box,
    /// As a box, and it holds the article.
    Article,
    /// As a box, and it holds what stands above the article.
    Banner,
    /// It parts lines and holds nothing.
    Rule,
    /// It ends a line.
    Break,
    /// Nothing in it is prose.
    Silent,
    /// It is the title of the page.
    Title,
    /// It may tell the title of the page.
    Meta,
}

/// The elements by name, sorted.
static ELEMENTS: &[(&str, Role)] = &[
    ("abstract", Role::Kind(Standfirst)),
    ("address", Role::Box),
    ("article", Role::Article),
    ("aside", Role::Silent),
    ("audio", Role::Silent),
    ("blockquote", Role::Kind(Quotation)),
    ("body", Role::Box),
    ("body.content", Role::Article),
    ("bq", Role::Kind(Quotation)),
    ("br", Role::Break),
    ("button", Role::Silent),
    ("byline", Role::Silent),
    ("canvas", Role::Silent),
    ("caption", Role::Kind(Caption)),
    ("center", Role::Box),
    ("dateline", Role::Silent),
    ("dd", Role::Kind(ListItem)),
    ("del", Role::Silent),
    ("details", Role::Box),
    ("dialog", Role::Silent),
    ("distributor", Role::Silent),
    ("div", Role::Box),
    ("dl", Role::Box),
    ("docdata", Role::Silent),
    ("dt", Role::Kind(ListItem)),
    ("figcaption", Role::Kind(Caption)),
    ("figure", Role::Box),
    ("fn", Role::Kind(Footnote)),
    ("footer", Role::Silent),
    ("form", Role::Box),
    ("h1", Role::Kind(Headline)),
    ("h2", Role::Kind(Heading)),
    ("h3", Role::Kind(Heading)),
    ("h4", Role::Kind(Heading)),
    ("h5", Role::Kind(Heading)),
    ("h6", Role::Kind(Heading)),
    ("header", Role::Banner),
    ("hl1", Role::Kind(Headline)),
    ("hl2", Role::Kind(Standfirst)),
    ("hr", Role::Rule),
    ("iframe", Role::Silent),
    ("li", Role::Kind(ListItem)),
    ("main", Role::Article),
    ("media-caption", Role::Kind(Caption)),
    ("media-metadata", Role::Silent),
    ("media-producer", Role::Silent),
    ("menu", Role::Silent),
    ("meta", Role::Meta),
    ("nav", Role::Silent),
    ("noscript", Role::Silent),
    ("object", Role::Silent),
    ("ol", Role::Box),
    ("option", Role::Silent),
    ("p", Role::Box),
    ("pre", Role::Box),
    ("rp", Role::Silent),
    ("rt", Role::Silent),
    ("s", Role::Silent),
    ("script", Role::Silent),
    ("section", Role::Box),
    ("select", Role::Silent),
    ("strike", Role::Silent),
    ("style", Role::Silent),
    ("summary", Role::Box),
    ("sup", Role::Silent),
    ("svg", Role::Silent),
    ("table", Role::Box),
    ("tbody", Role::Box),
    ("td", Role::Kind(TableCell)),
    ("template", Role::Silent),
    ("textarea", Role::Silent),
    ("tfoot", Role::Box),
    ("th", Role::Kind(TableCell)),
    ("thead", Role::Box),
    ("title", Role::Title),
    ("tr", Role::Box),
    ("ul", Role::Box),
    ("video", Role::Silent),
];

/// What an element does; none for one within a line. The name is the table's own.
pub(super) fn element(name: &str) -> Option<(&'static str, Role)> {
    let at = ELEMENTS.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
    ELEMENTS.get(at).copied()
}

/// Whether an element that begins ends one of the same list or table that is still open: writers
/// of HTML leave out end tags.
pub(super) fn ends(begins: &str, open: &str) -> bool {
    match begins {
        "li" => open == "li",
        "dt" | "dd" => matches!(open, "dt" | "dd"),
        "td" | "th" => matches!(open, "td" | "th"),
        "tr" => matches!(open, "td" | "th" | "tr"),
        _ => open == "p",
    }
}

/// Whether an element keeps what begins in it from ending anything around it.
pub(super) fn shields(open: &str) -> bool {
    matches!(open, "ul" | "ol" | "dl" | "table" | "article" | "main")
}

/// What a class makes of an element: the names that sites give to standfirsts and captions.
pub(super) fn kind_of_class(class: &str) -> Option<BlockKind> {
    const STANDFIRSTS: &[&str] = &["standfirst", "subheadline", "subtitle", "deck", "dek"];
    class.split_ascii_whitespace().find_map(|word| {
        let parts = || word.split(['-', '_']);
        if parts().any(|part| part.eq_ignore_ascii_case("caption")) {
            Some(Caption)
        } else if parts().any(|part| STANDFIRSTS.iter().any(|s| part.eq_ignore_ascii_case(s))) {
            Some(Standfirst)
        } else {
            None
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(ELEMENTS.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(element("li"), Some(("li", Role::Kind(ListItem))));
        assert_eq!(element("b"), None);
    }

    #[test]
    fn classes() {
        assert_eq!(kind_of_class("wp-caption-text x"), Some(Caption));
        assert_eq!(kind_of_class("article__Standfirst"), Some(Standfirst));
        assert_eq!(kind_of_class("decked captions"), None);
    }
}

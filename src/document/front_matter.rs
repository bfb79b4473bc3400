//! The head of a Markdown file: its title and description, in YAML or TOML.
//!
//! `title: "Blast kills 12"` gives the headline "Blast kills 12". Other keys are not read, and a
//! head that is not well-formed is read as far as it goes.

use std::ops::Range;

use pulldown_cmark::MetadataBlockKind;
use saphyr_parser::Event;
use saphyr_parser::Parser;
use toml::de::DeTable;
use toml::de::DeValue;

use super::BlockKind;
use super::prose::Prose;

/// The names that site generators and newsrooms give to the headline.
const HEADLINE_KEYS: &[&str] = &["headline", "title"];
/// The names that they give to the standfirst.
const STANDFIRST_KEYS: &[&str] =
    &["deck", "dek", "description", "excerpt", "standfirst", "subheadline", "subtitle", "summary"];

/// A value of the head that is read.
struct Field {
    kind: BlockKind,
    value: String,
    /// Where it stands in the head, quotation marks included.
    place: Range<usize>,
}

/// Adds the headline and standfirst that a head names. `at` is where the head stands.
pub(super) fn read(head: &str, kind: MetadataBlockKind, at: usize, prose: &mut Prose) {
    let mut fields = match kind {
        MetadataBlockKind::YamlStyle => yaml(head),
        MetadataBlockKind::PlusesStyle => toml(head),
    };
    fields.sort_by_key(|field| field.kind != BlockKind::Headline);
    for field in fields {
        let written = head.get(field.place.clone()).unwrap_or_default();
        prose.begin(field.kind);
        prose.align(&field.value, written, at + field.place.start);
    }
    prose.end();
}

/// What a key holds, if it is read.
fn kind_of(key: &str) -> Option<BlockKind> {
    let key = key.to_ascii_lowercase();
    if HEADLINE_KEYS.contains(&key.as_str()) {
        Some(BlockKind::Headline)
    } else if STANDFIRST_KEYS.contains(&key.as_str()) {
        Some(BlockKind::Standfirst)
    } else {
        None
    }
}

/// The fields at the top of a YAML head.
fn yaml(head: &str) -> Vec<Field> {
    let mut fields = Vec::new();
    let (mut depth, mut key) = (0, None);
    for (event, span) in Parser::new_from_str(head).map_while(Result::ok) {
        match event {
            Event::Scalar(name, ..) if depth == 1 && key.is_none() => {
                key = Some((kind_of(&name), span.end.index()));
            }
            Event::Scalar(value, ..) if depth == 1 => {
                if let Some((Some(kind), from)) = key.take() {
                    // The parser's own start of a folded value may lie behind its first lines.
                    let place = bytes(head, from, span.end.index().max(from));
                    fields.push(Field { kind, value: value.into_owned(), place });
                }
            }
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => {
                depth -= 1;
                key = if depth == 1 { None } else { key };
            }
            Event::Alias(_) if depth == 1 => key = None,
            _ => {}
        }
    }
    fields
}

/// The bytes of a range of characters.
fn bytes(text: &str, start: usize, end: usize) -> Range<usize> {
    let at = |index| text.char_indices().nth(index).map_or(text.len(), |(at, _)| at);
    at(start)..at(end).max(at(start))
}

/// The fields at the top of a TOML head.
fn toml(head: &str) -> Vec<Field> {
    let (table, _) = DeTable::parse_recoverable(head);
    let fields = table.into_inner().into_iter().filter_map(|(key, value)| {
        let kind = kind_of(key.get_ref())?;
        let place = value.span();
        match value.into_inner() {
            DeValue::String(value) => Some(Field { kind, value: value.into_owned(), place }),
            _ => None,
        }
    });
    fields.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    /// The fields of a head, each with what the original has in its place.
    fn fields(head: &str, kind: MetadataBlockKind) -> Vec<(BlockKind, String, String)> {
        let mut prose = Prose::default();
        read(head, kind, 0, &mut prose);
        let place = |span: Span| prose.places.span(span).of(head).to_owned();
        prose
            .blocks
            .iter()
            .map(|b| (b.kind, b.span.of(&prose.text).to_owned(), place(b.span)))
            .collect()
    }

    fn same(kind: BlockKind, words: &str) -> (BlockKind, String, String) {
        (kind, words.to_owned(), words.to_owned())
    }

    #[test]
    fn yaml_heads() {
        let head = "tags:\n  - title\n  - war\ndescription: >-\n  Dozens more\n  are hurt\n\
                    extra: {title: no}\ntitle: \"Zürich: \\\"12\\\" dead\"\n";
        let read = fields(head, MetadataBlockKind::YamlStyle);
        assert_eq!(read[0].0, BlockKind::Headline);
        assert_eq!(read[0].1, "Zürich: \"12\" dead");
        assert_eq!(read[0].2, "Zürich: \\\"12\\\" dead");
        assert_eq!(read[1].1, "Dozens more are hurt");
        assert_eq!(read[1].2, "Dozens more\n  are hurt");
        assert_eq!(read.len(), 2);
    }

    #[test]
    fn toml_heads() {
        let head = "draft = true\ntitle = 'Blast kills 12'\n[extra]\ntitle = 'no'\n";
        let read = fields(head, MetadataBlockKind::PlusesStyle);
        assert_eq!(read, [same(BlockKind::Headline, "Blast kills 12")]);
    }

    #[test]
    fn damaged_heads_are_read_as_far_as_they_go() {
        let read = fields("title: Blast\nsummary: [\n", MetadataBlockKind::YamlStyle);
        assert_eq!(read, [same(BlockKind::Headline, "Blast")]);
        assert_eq!(fields("title: {a: *x\n\t!!", MetadataBlockKind::YamlStyle), []);
        assert_eq!(fields("title = [", MetadataBlockKind::PlusesStyle), []);
    }
}

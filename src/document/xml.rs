//! XML, element by element, with the place of all text.
//!
//! `<p>12 dead</p>` opens "p", says "12 dead" from byte 3 and closes. Entities that a file declares
//! are never expanded, and nesting is limited, so no file costs more than its length.

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;

/// The deepest nesting that is read: Word and news agencies stay far below.
const DEEPEST: usize = 256;

/// A step through a file.
pub(super) enum Node<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// The element of this local name ends.
    Close(&'a str),
    /// Text, as it is written, from this byte on.
    Text(&'a str, usize),
}

/// An element's name and attributes.
pub(super) struct Element<'a> {
    /// The name without its prefix.
    pub(super) name: &'a str,
    start: &'a BytesStart<'a>,
}

impl Element<'_> {
    /// The value of the attribute of a local name.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let mut sound = attributes.with_checks(false).flatten();
        let attribute = sound.find(|a| a.key.local_name().as_ref() == name)?;
        Some(attribute.value.into_owned())
    }
}

/// Visits every element and text of a file in order.
pub(super) fn walk(xml: &str, mut visit: impl FnMut(Node<'_>)) -> Result<(), String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().allow_dangling_amp = true;
    let (mut depth, mut at) = (0, 0);
    loop {
        let event = reader.read_event();
        let end = usize::try_from(reader.buffer_position()).unwrap_or(xml.len()).min(xml.len());
        let written = xml.get(at..end).unwrap_or_default();
        match event {
            Ok(Event::Start(start)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(format!("elements nested deeper than {DEEPEST}"));
                }
                visit(Node::Open(Element { name: start.local_name().as_ref(), start: &start }));
            }
            Ok(Event::End(end)) => {
                depth -= 1;
                visit(Node::Close(end.local_name().as_ref()));
            }
            Ok(Event::Text(_) | Event::GeneralRef(_)) => visit(Node::Text(written, at)),
            Ok(Event::CData(_)) => cdata(written, at, &mut visit),
            Ok(Event::Eof) if depth > 0 => return Err("the XML ends too early".to_owned()),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(format!("not well-formed XML: {error}")),
        }
        at = end;
    }
}

/// Text of a CDATA section. References mean nothing there: an ampersand stands alone.
fn cdata(written: &str, at: usize, visit: &mut impl FnMut(Node<'_>)) {
    const OPEN: &str = "<![CDATA[";
    let body = written.strip_prefix(OPEN).and_then(|rest| rest.strip_suffix("]]>"));
    let mut at = at + OPEN.len();
    for piece in body.unwrap_or_default().split_inclusive('&') {
        visit(Node::Text(piece, at));
        at += piece.len();
    }
}

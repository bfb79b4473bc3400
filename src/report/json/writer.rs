//! Writes what a report says of a document as JSON, without spaces.
//!
//! `{"id":1,"text":"12 people"}`, byte for byte as serde_json writes it, which does all that is not
//! here. Names of fields hold nothing to escape, few words do, and half of a report is names: this is
//! where the time of a report goes. A writer knows no report.

use serde::Serialize;
use serde::Serializer;
use serde::ser::Impossible;
use serde::ser::SerializeMap;
use serde::ser::SerializeSeq;
use serde::ser::SerializeStruct;
use serde::ser::SerializeTuple;
use serde_json::Error;

/// Appends a value of structs, lists, words and numbers.
///
/// # Errors
///
/// The value holds something else.
pub(in crate::report) fn write(out: &mut Vec<u8>, value: &impl Serialize) -> Result<(), Error> {
    value.serialize(Writer { out })
}

/// Where a value goes.
struct Writer<'a> {
    out: &'a mut Vec<u8>,
}

/// An object or a list that has begun.
struct Open<'a> {
    out: &'a mut Vec<u8>,
    /// The mark before the next item: the bracket that opens, then commas.
    mark: u8,
    /// The mark at the end.
    end: u8,
}

impl<'a> Open<'a> {
    fn list(out: &'a mut Vec<u8>) -> Open<'a> {
        Open { out, mark: b'[', end: b']' }
    }

    fn object(out: &'a mut Vec<u8>) -> Open<'a> {
        Open { out, mark: b'{', end: b'}' }
    }

    /// Goes on to the next item.
    fn next(&mut self) -> Writer<'_> {
        self.out.push(std::mem::replace(&mut self.mark, b','));
        Writer { out: self.out }
    }

    fn close(self) {
        if self.mark != b',' {
            self.out.push(self.mark);
        }
        self.out.push(self.end);
    }
}

/// Whether a text has to be escaped; it is told for several bytes at once.
fn has_escapes(text: &str) -> bool {
    let escaped = |b: u8| b < b' ' || b == b'"' || b == b'\\';
    text.bytes().fold(false, |any, b| any | escaped(b))
}

/// Leaves values of some types to serde_json.
macro_rules! leave {
    ($($kind:ident: $type:ty,)*) => {
        $(fn $kind(self, value: $type) -> Result<(), Error> {
            serde_json::Serializer::new(self.out).$kind(value)
        })*
    };
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Impossible<(), Error>;

    leave! {
        serialize_bool: bool,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_char: char,
        serialize_bytes: &[u8],
        serialize_unit_struct: &'static str,
    }

    fn serialize_str(self, text: &str) -> Result<(), Error> {
        if has_escapes(text) {
            return serde_json::Serializer::new(self.out).serialize_str(text);
        }
        self.out.push(b'"');
        self.out.extend_from_slice(text.as_bytes());
        self.out.push(b'"');
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Error> {
        Ok(Open::list(self.out))
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'a>, Error> {
        Ok(Open::list(self.out))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, Error> {
        Ok(Open::object(self.out))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Error> {
        Ok(Open::object(self.out))
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        Err(stranger(name))
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(stranger(name))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(stranger(name))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>, Error> {
        Err(stranger(name))
    }
}

fn stranger(name: &str) -> Error {
    serde::ser::Error::custom(format!("no report holds a {name}"))
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(self.next())
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl SerializeTuple for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(self.next())
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let Writer { out } = self.next();
        out.push(b'"');
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(b"\":");
        value.serialize(Writer { out })
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        key.serialize(self.next())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.out.push(b':');
        value.serialize(Writer { out: self.out })
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Part<'a> {
        text: &'a str,
        ends: (u64, Option<i32>),
    }

    #[derive(Serialize)]
    struct Whole<'a> {
        #[serde(flatten)]
        part: Part<'a>,
        parts: Vec<Part<'a>>,
        none: Vec<bool>,
        yes: bool,
        nothing: (),
    }

    #[test]
    fn writes_what_serde_json_writes() {
        let texts = ["", "12 people", "a \"dozen\"\tor so\n", "\\", "né à Zürich \u{7f}", "\u{1}"];
        let part = |text| Part { text, ends: (12, None) };
        let last = Part { text: "at least 12, including five children", ends: (1, Some(-2)) };
        let parts = texts.map(part).into_iter().chain([last]).collect();
        let whole = Whole { part: part("12"), parts, none: Vec::new(), yes: true, nothing: () };
        let mut out = Vec::new();
        write(&mut out, &whole).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(&whole).unwrap());
    }
}

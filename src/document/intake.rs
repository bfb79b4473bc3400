//! From a file to its documents: which format it is in, how it is packed, how large it may be.
//!
//! `toll.md` is read as Markdown. It does not know where files come from.

use std::io::Read;

use super::Archive;
use super::Document;
use super::Fields;
use super::Format;
use super::ReadError;
use super::unpack;

/// How files are read.
#[derive(Clone, Debug)]
pub struct Intake {
    /// The format of all files; where none is given, each file's name tells.
    pub format: Option<Format>,
    /// Which fields of an archive's records hold what.
    pub fields: Fields,
    /// The most bytes that one article may have, unpacked.
    pub largest: usize,
}

impl Default for Intake {
    fn default() -> Intake {
        Intake { format: None, fields: Fields::default(), largest: 32 << 20 }
    }
}

impl Intake {
    /// Reads the documents of a file. `path` is what messages call it, and its end may tell the
    /// format; a file that says nothing is plain text.
    pub fn open<'a, R: Read + 'a>(&self, file: R, path: &str) -> Documents<'a> {
        let format = self.format.or_else(|| Format::of_name(path)).unwrap_or(Format::Plain);
        let read = match unpack::unpack(file) {
            Err(error) => Err(ReadError::io(path, &error)),
            Ok(file) if format == Format::JsonLines => {
                let fields = self.fields.clone();
                return Documents::Many(Archive::new(file, path, fields, self.largest));
            }
            Ok(file) => self.whole(file, path).and_then(|bytes| {
                let document = super::read_one(bytes, format, self.largest);
                document.map_err(|message| ReadError::new(path, message))
            }),
        };
        Documents::One(Some(Box::new(read)))
    }

    /// The bytes of a file that holds one article.
    fn whole(&self, file: impl Read, path: &str) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::new();
        let read = file.take(self.largest as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|error| ReadError::io(path, &error))?;
        if bytes.len() > self.largest {
            let most = self.largest >> 20;
            return Err(ReadError::new(path, format!("larger than the {most} MB of an article")));
        }
        Ok(bytes)
    }
}

/// The documents of one file.
pub enum Documents<'a> {
    /// A file of one article.
    One(Option<Box<Result<Document, ReadError>>>),
    /// An archive.
    Many(Archive<'a>),
}

impl Iterator for Documents<'_> {
    type Item = Result<Document, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Documents::One(document) => document.take().map(|document| *document),
            Documents::Many(archive) => archive.next(),
        }
    }
}

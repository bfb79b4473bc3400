//! From a file to its documents: which format it is in, how it is packed, how large it may be.
//!
//! `toll.md` is read as Markdown. It does not know where files come from.

use std::io::BufRead;
use std::io::Read;
use std::vec;

use super::{Archive, Document, Fields, Format, ReadError, unpack};

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
                return Documents::Archived(Archive::new(file, path, fields, self.largest));
            }
            Ok(file) => self.whole(file, path).and_then(|bytes| {
                let documents = super::read_whole(bytes, format, self.largest);
                documents.map_err(|message| ReadError::new(path, message))
            }),
        };
        match read {
            Ok(documents) => Documents::Read(documents.into_iter()),
            Err(error) => Documents::Unread(Some(error)),
        }
    }

    /// The bytes of a file that holds one article.
    fn whole(&self, mut file: impl BufRead, path: &str) -> Result<Vec<u8>, ReadError> {
        let read = file.fill_buf().map(<[u8]>::len).and_then(|first| {
            // Of most files this is all.
            let mut bytes = Vec::with_capacity(first);
            file.take(self.largest as u64 + 1).read_to_end(&mut bytes)?;
            Ok(bytes)
        });
        let bytes = read.map_err(|error| ReadError::io(path, &error))?;
        if bytes.len() > self.largest {
            let most = self.largest >> 20;
            let message = format!(
                "larger than the {most} MB of an article; an archive has one article a line, as \
                 JSON Lines"
            );
            return Err(ReadError::new(path, message));
        }
        Ok(bytes)
    }
}

/// The documents of one file.
pub enum Documents<'a> {
    /// A file that was read at once.
    Read(vec::IntoIter<Document>),
    /// A file that could not be read.
    Unread(Option<ReadError>),
    /// An archive, read as it goes.
    Archived(Archive<'a>),
}

impl Iterator for Documents<'_> {
    type Item = Result<Document, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Documents::Read(documents) => documents.next().map(Ok),
            Documents::Unread(error) => error.take().map(Err),
            Documents::Archived(archive) => archive.next(),
        }
    }
}

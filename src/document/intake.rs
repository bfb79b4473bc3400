//! From a file to its documents: which format it is in, how it is packed, how large it may be.
//!
//! `toll.md` is read as Markdown. It does not know where files come from.

use std::io::Read;

use super::Document;
use super::Format;
use super::ReadError;

/// How files are read.
#[derive(Clone, Debug)]
pub struct Intake {
    /// The format of all files; where none is given, each file's name tells.
    pub format: Option<Format>,
    /// The most bytes that one article may have, unpacked.
    pub largest: usize,
}

impl Default for Intake {
    fn default() -> Intake {
        Intake { format: None, largest: 32 << 20 }
    }
}

impl Intake {
    /// Reads the documents of a file. `path` is what messages call it, and its end may tell the
    /// format; a file that says nothing is plain text.
    pub fn open<R: Read>(&self, file: R, path: &str) -> Documents {
        let format = self.format.or_else(|| Format::of_name(path)).unwrap_or(Format::Plain);
        let document = self.whole(file, path).and_then(|bytes| super::read(bytes, path, format));
        Documents { one: Some(document) }
    }

    /// The bytes of a file that holds one article.
    fn whole<R: Read>(&self, file: R, path: &str) -> Result<Vec<u8>, ReadError> {
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
#[derive(Debug)]
pub struct Documents {
    one: Option<Result<Document, ReadError>>,
}

impl Iterator for Documents {
    type Item = Result<Document, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.one.take()
    }
}

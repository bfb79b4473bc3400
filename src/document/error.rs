//! Why an input could not be read: one line that names the file and the place.
//!
//! `drafts/toll.docx: the archive ends too early`. It does not know what to do about it.

use std::fmt;
use std::io;

/// An input that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// The file, as it was named on the command line.
    pub path: String,
    /// The line of the file, where the format has lines.
    pub line: Option<usize>,
    /// What is the matter, in lower case and without a stop.
    pub message: String,
}

impl ReadError {
    /// Something about a file as a whole.
    pub fn new(path: &str, message: impl Into<String>) -> ReadError {
        ReadError { path: path.to_owned(), line: None, message: message.into() }
    }

    /// A file that the system does not give out.
    pub fn io(path: &str, error: &io::Error) -> ReadError {
        let message = match error.kind() {
            io::ErrorKind::NotFound => "no such file or folder".to_owned(),
            io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
            io::ErrorKind::IsADirectory => "this is a folder".to_owned(),
            _ => error.to_string(),
        };
        ReadError::new(path, message)
    }

    /// Something about one line of a file.
    pub fn at_line(path: &str, line: usize, message: impl Into<String>) -> ReadError {
        ReadError { line: Some(line), ..ReadError::new(path, message) }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        // A message may quote the input or another library: it stays on one line all the same.
        write!(f, ": {}", self.message.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

impl std::error::Error for ReadError {}

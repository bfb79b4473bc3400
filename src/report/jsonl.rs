//! JSON Lines: an object a document, each as in the JSON report.

use std::io;

use crate::report::{Article, Report, json};

/// The documents of one run.
#[derive(Clone, Copy, Debug)]
pub struct Lines {
    /// Whether to list every numeral that was found.
    pub all: bool,
}

impl Report for Lines {
    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        serde_json::to_writer(&mut *out, &json::document(article, self.all))?;
        out.push(b'\n');
        Ok(())
    }
}

//! JSON Lines: an object a figure.

use std::io;
use std::io::Write;

use super::rows;
use crate::report::{Article, Report};

/// The figures of one run.
#[derive(Clone, Copy, Debug)]
pub struct Lines {
    /// Whether to list the numbers that are no figures.
    pub all: bool,
}

impl Report for Lines {
    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        for row in rows(article, self.all) {
            serde_json::to_writer(&mut *out, &row)?;
            out.write_all(b"\n")?;
        }
        Ok(())
    }
}

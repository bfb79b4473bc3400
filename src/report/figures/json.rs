//! One JSON array: an object a figure.

use std::io;
use std::io::Write;

use super::rows;
use crate::report::{Article, Report, Summary};

/// The figures of one run.
#[derive(Clone, Copy, Debug)]
pub struct Array {
    /// Whether to list the numbers that are no figures.
    pub all: bool,
}

impl Report for Array {
    fn open(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[\n")
    }

    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        for (place, row) in rows(article, self.all).iter().enumerate() {
            if place > 0 {
                out.write_all(self.between().as_bytes())?;
            }
            serde_json::to_writer(&mut *out, row)?;
        }
        Ok(())
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn close(&self, out: &mut dyn Write, _summary: &Summary) -> io::Result<()> {
        out.write_all(b"\n]\n")
    }
}

//! One line a finding, as editors and `grep` like it: `path:line:column: severity rule: message`.

use std::io;
use std::io::Write;

use crate::report::{Article, Report};

/// The findings of one run.
#[derive(Clone, Copy, Debug)]
pub struct Brief;

impl Report for Brief {
    fn article(&self, out: &mut Vec<u8>, article: &Article<'_>) -> io::Result<()> {
        article.judged.findings.iter().try_for_each(|finding| {
            let place = article.place(finding);
            writeln!(out, "{}:{}:{}: {finding}", article.path, place.line, place.column)
        })
    }
}

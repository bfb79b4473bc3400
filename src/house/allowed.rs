//! The entries of a configuration that let findings stand, and whether they still do.
//!
//! `[[allow]]` with `path = "fire.docx"` and `rule = "sum-mismatch"` takes that finding away. Once it
//! is mended the entry is unused. What a finding quotes is known beside this.

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;

use globset::GlobSet;

use super::config::Allow;
use super::{HouseError, allow, globset};
use crate::document::Document;
use crate::rules::Judged;

/// An entry of the configuration that lets a finding stand.
#[derive(Debug)]
pub(super) struct Allowed {
    paths: GlobSet,
    /// Whether a file of that path was read.
    met: AtomicBool,
    /// Whether the rule was held against such a file.
    held: AtomicBool,
    /// Whether there was such a finding.
    used: AtomicBool,
}

impl Allowed {
    /// The entry, with no file met yet.
    pub(super) fn of(file: &Path, entry: &Allow) -> Result<Allowed, HouseError> {
        let paths = globset(file, std::slice::from_ref(&entry.path))?;
        let [met, held, used] = [const { AtomicBool::new(false) }; 3];
        Ok(Allowed { paths, met, held, used })
    }

    /// Whether it speaks of a file.
    pub(super) fn is_for(&self, name: &Path) -> bool {
        self.paths.is_match(name)
    }

    /// Takes the findings of a file away that it allows. `ran` is whether its rule was held against
    /// the file.
    pub(super) fn apply(&self, entry: &Allow, ran: bool, document: &Document, judged: &mut Judged) {
        self.met.store(true, Ordering::Relaxed);
        if !ran {
            return;
        }
        self.held.store(true, Ordering::Relaxed);
        judged.findings.retain(|finding| {
            let allowed = finding.rule == entry.rule.as_str()
                && allow::is_quoted(document, finding, &entry.figures);
            if allowed {
                self.used.store(true, Ordering::Relaxed);
            }
            !allowed
        });
    }

    /// Whether it allowed nothing where it could have. `whole` is whether every file was read that
    /// it may speak of.
    pub(super) fn is_unused(&self, whole: bool) -> bool {
        let is = |mark: &AtomicBool| mark.load(Ordering::Relaxed);
        (is(&self.held) && !is(&self.used)) || (whole && !is(&self.met))
    }
}

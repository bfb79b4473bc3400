//! Findings that were there before: a draft archive is checked for new ones only.
//!
//! A baseline lists the fingerprints of each file, with the finding in words for whoever reads it.
//! It knows paths as they are named from its own folder.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;

use super::read::HouseError;
use super::{fingerprint, paths, read};
use crate::document::Document;
use crate::rules::Finding;

/// The version of the file's layout.
const SCHEMA: u32 = 1;

/// The findings that are known.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    /// The folder of its file.
    folder: PathBuf,
    /// The findings of each file, by fingerprint.
    files: BTreeMap<String, BTreeMap<String, String>>,
}

/// The file as written.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Layout {
    schema: u32,
    files: BTreeMap<String, BTreeMap<String, String>>,
}

impl Baseline {
    /// An empty baseline, to be written to a file.
    pub fn at(path: &Path) -> Baseline {
        let whole = paths::whole(path);
        let folder = whole.parent().map(Path::to_owned).unwrap_or_default();
        Baseline { folder, files: BTreeMap::new() }
    }

    /// Reads a baseline.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or is no baseline of this version.
    pub fn read(path: &Path) -> Result<Baseline, HouseError> {
        let text = read::text(path)?;
        let layout: Layout = serde_json::from_str(&text)
            .map_err(|error| HouseError::new(path, format!("this is no baseline: {error}")))?;
        match layout.schema {
            SCHEMA => Ok(Baseline { files: layout.files, ..Baseline::at(path) }),
            other => Err(HouseError::new(path, format!("unknown version {other} of a baseline"))),
        }
    }

    /// The findings of a document as a baseline lists them: each fingerprint with the finding.
    pub fn entries(document: &Document, findings: &[Finding]) -> Vec<(String, String)> {
        let prints = fingerprint::of_all(document, findings);
        prints.iter().zip(findings).map(|(p, f)| (p.to_string(), f.to_string())).collect()
    }

    /// Adds the findings of a file.
    pub fn add(&mut self, path: &str, entries: &[(String, String)]) {
        if !entries.is_empty() {
            let name = self.name(path);
            self.files.entry(name).or_default().extend(entries.iter().cloned());
        }
    }

    /// Takes the findings away that are known.
    pub fn subtract(&self, path: &str, document: &Document, findings: &mut Vec<Finding>) {
        let Some(known) = self.files.get(&self.name(path)) else { return };
        let prints = fingerprint::of_all(document, findings);
        let mut prints = prints.iter();
        findings.retain(|_| prints.next().is_none_or(|p| !known.contains_key(&p.to_string())));
    }

    /// The file as it is to be written.
    pub fn text(&self) -> String {
        let layout = Layout { schema: SCHEMA, files: self.files.clone() };
        serde_json::to_string_pretty(&layout).unwrap_or_default() + "\n"
    }

    /// How many findings it holds.
    pub fn len(&self) -> usize {
        self.files.values().map(BTreeMap::len).sum()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// What the baseline calls a file, so that it can be used from any folder.
    fn name(&self, path: &str) -> String {
        paths::from_folder(&self.folder, Path::new(path)).to_string_lossy().replace('\\', "/")
    }
}

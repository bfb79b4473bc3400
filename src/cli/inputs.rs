//! The articles to check: files, the files of folders, standard input.

use std::fs::File;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use ignore::DirEntry;
use ignore::WalkBuilder;

use tollcheck::document::Document;
use tollcheck::document::Documents;
use tollcheck::document::Format;
use tollcheck::document::Intake;
use tollcheck::document::ReadError;

/// A file, or "-" for standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Input {
    /// Its path, as typed or as found in a folder.
    pub(super) path: PathBuf,
}

/// Lists the files of all paths in the order given, those of a folder by name. Of a folder, only
/// files whose names tell a format count, and none that is hidden or ignored by `.gitignore` or
/// `.ignore`. A file named outright counts whatever it is called.
pub(super) fn list(paths: &[PathBuf]) -> impl Iterator<Item = Result<Input, ReadError>> {
    paths.iter().flat_map(|path| -> Box<dyn Iterator<Item = _>> {
        match path.is_dir() {
            true => Box::new(walk(path)),
            false => Box::new(std::iter::once(Ok(Input { path: path.clone() }))),
        }
    })
}

/// Reads the articles of all paths, each with what reports call its file.
pub(super) fn articles(
    paths: &[PathBuf],
    intake: &Intake,
) -> impl Iterator<Item = Result<(String, Document), ReadError>> {
    list(paths).flat_map(|input| -> Box<dyn Iterator<Item = _>> {
        match input.and_then(|input| Ok((input.name(), input.documents(intake)?))) {
            Ok((name, documents)) => Box::new(documents.map(move |read| Ok((name.clone(), read?)))),
            Err(error) => Box::new(std::iter::once(Err(error))),
        }
    })
}

fn walk(folder: &Path) -> impl Iterator<Item = Result<Input, ReadError>> {
    let walk = WalkBuilder::new(folder).require_git(false).sort_by_file_path(Ord::cmp).build();
    let folder = folder.display().to_string();
    walk.filter_map(move |entry| match entry {
        Ok(entry) => is_article(&entry).then(|| Ok(Input { path: entry.into_path() })),
        Err(error) => Some(Err(ReadError::new(&folder, error.to_string()))),
    })
}

fn is_article(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file())
        && entry.file_name().to_str().and_then(Format::of_name).is_some()
}

impl Input {
    /// What reports call it.
    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Reads its articles, one after the other.
    ///
    /// # Errors
    ///
    /// An error names the file and says why it, or one article of it, could not be read; the
    /// articles after that one follow all the same.
    pub(super) fn documents(&self, intake: &Intake) -> Result<Documents<'static>, ReadError> {
        let name = self.name();
        if self.path == Path::new("-") {
            return Ok(intake.open(io::stdin().lock(), &name));
        }
        match File::open(&self.path) {
            Ok(file) => Ok(intake.open(file, &name)),
            Err(error) => Err(ReadError::io(&name, &error)),
        }
    }
}

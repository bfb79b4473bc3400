//! The articles to check: files, the files of folders, standard input.

use std::fs::File;
use std::io;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

use ignore::DirEntry;
use ignore::WalkBuilder;

use tollcheck::document::Documents;
use tollcheck::document::Format;
use tollcheck::document::Intake;
use tollcheck::document::ReadError;

/// What the names of articles in a folder end in, for messages.
pub(super) const ENDINGS: &str = ".txt, .md, .html, .docx, .jsonl, .json or .xml";

/// How much of a file tells whether it is of its format.
const HEAD: u64 = 4096;

/// A file, or "-" for standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Input {
    /// Its path, as typed or as found in a folder.
    pub(super) path: PathBuf,
    /// What reports call it.
    pub(super) name: String,
}

/// Lists the files of all paths in the order given, those of a folder by name. Of a folder, only
/// files that tell their format count, and none that is hidden or ignored by `.gitignore` or
/// `.ignore`. A file named outright counts whatever it is called.
pub(super) fn list(
    paths: &[PathBuf],
    format: Option<Format>,
) -> impl Iterator<Item = Result<Input, ReadError>> {
    paths.iter().flat_map(move |path| -> Box<dyn Iterator<Item = _>> {
        match path.is_dir() {
            true => Box::new(walk(path, format)),
            false => Box::new(std::iter::once(Ok(Input::new(path.clone())))),
        }
    })
}

fn walk(folder: &Path, format: Option<Format>) -> impl Iterator<Item = Result<Input, ReadError>> {
    // Within a folder, paths differ in nothing but the names; they need not be taken apart to compare.
    let by_name = |a: &Path, b: &Path| a.as_os_str().cmp(b.as_os_str());
    let walk = WalkBuilder::new(folder).require_git(false).sort_by_file_path(by_name).build();
    let folder = folder.display().to_string();
    walk.filter_map(move |entry| match entry {
        Ok(entry) => is_article(&entry, format).then(|| Ok(Input::new(bare(entry.into_path())))),
        Err(error) => Some(Err(unread(&folder, &error))),
    })
}

/// A path of the folder "." as people write it.
pub(super) fn bare(path: PathBuf) -> PathBuf {
    path.strip_prefix(".").map(Path::to_owned).unwrap_or(path)
}

/// Why a part of a folder cannot be listed.
fn unread(folder: &str, error: &ignore::Error) -> ReadError {
    let whole = error.to_string();
    match (whole.split_once(": IO error for operation on "), error.io_error()) {
        (Some((path, _)), Some(io)) => ReadError::io(path, io),
        (None, Some(io)) => ReadError::io(folder, io),
        (_, None) => ReadError::new(folder, whole),
    }
}

/// Whether a file of a folder is meant to be read.
fn is_article(entry: &DirEntry, format: Option<Format>) -> bool {
    if !entry.file_type().is_some_and(|kind| kind.is_file()) {
        return false;
    }
    let name = entry.file_name().to_string_lossy();
    // Word leaves such files beside those that are open.
    let is_lock = name.starts_with("~$");
    let format = format.map_or_else(|| Format::of_name(&name), Some);
    !is_lock && format.is_some_and(|format| format.is_sure() || has_head_of(format, entry.path()))
}

/// Whether a file begins as its format does. One that cannot be opened is reported when it is read.
fn has_head_of(format: Format, path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    read.is_err() || format.fits(&head)
}

impl Input {
    fn new(path: PathBuf) -> Input {
        Input { name: path.display().to_string(), path }
    }

    /// Whether it is standard input.
    fn is_stdin(&self) -> bool {
        self.path == Path::new("-")
    }

    /// Standard input under the name that it was given; any other file under its own.
    pub(super) fn called(self, stdin_name: Option<&str>) -> Input {
        match stdin_name.filter(|_| self.is_stdin()) {
            Some(name) => Input { name: name.to_owned(), ..self },
            None => self,
        }
    }

    /// Reads its articles, one after the other.
    ///
    /// # Errors
    ///
    /// An error names the file and says why it, or one article of it, could not be read; the
    /// articles after that one follow all the same.
    pub(super) fn documents(&self, intake: &Intake) -> Result<Documents<'static>, ReadError> {
        if self.is_stdin() {
            return Ok(intake.open(io::stdin().lock(), &self.name));
        }
        match File::open(&self.path) {
            Ok(file) => Ok(intake.open(file, &self.name)),
            Err(error) => Err(ReadError::io(&self.name, &error)),
        }
    }
}

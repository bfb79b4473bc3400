//! The articles to check: files, the files of folders, standard input.

use std::fs;
use std::io;
use std::io::Read;
use std::path::Path;
use std::path::PathBuf;

use ignore::WalkBuilder;

use tollcheck::document::Document;

/// Something to read, or what kept a folder from being read.
pub(super) type Input = Result<PathBuf, String>;

/// Lists the files of all paths, those of a folder by name.
pub(super) fn list(paths: &[PathBuf]) -> impl Iterator<Item = Input> {
    paths.iter().flat_map(|path| if path.is_dir() { walk(path) } else { vec![Ok(path.clone())] })
}

fn walk(folder: &Path) -> Vec<Input> {
    let walk = WalkBuilder::new(folder).sort_by_file_path(|a, b| a.cmp(b)).build();
    let files = walk.filter(|entry| entry.as_ref().map_or(true, |e| !e.path().is_dir()));
    files.map(|entry| entry.map(|e| e.into_path()).map_err(|e| e.to_string())).collect()
}

/// Reads one article.
///
/// # Errors
///
/// A line that names the file and says why it could not be read.
pub(super) fn read(path: &Path) -> Result<Document, String> {
    let bytes = if path == Path::new("-") { standard_input() } else { fs::read(path) };
    let bytes = bytes.map_err(|error| format!("{}: {error}", path.display()))?;
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Ok(Document::plain(text))
}

fn standard_input() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

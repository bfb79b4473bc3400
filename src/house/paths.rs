//! Paths of one file, however they are written: `../drafts/a.md`, `/desk/drafts/a.md`.
//!
//! From the folder `/desk`, both are `drafts/a.md` to somebody who stands in `/desk/notes`. Paths are
//! only words here: nobody looks whether there is such a file.

use std::path::Component;
use std::path::Path;
use std::path::PathBuf;
use std::path::absolute;

/// A path from the root, without "." and "..".
pub(super) fn whole(path: &Path) -> PathBuf {
    let path = absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                whole.pop();
            }
            part => whole.push(part),
        }
    }
    whole
}

/// A path as it is written from a folder, which is whole itself.
pub(super) fn from_folder(folder: &Path, path: &Path) -> PathBuf {
    let path = whole(path);
    let mut up = PathBuf::new();
    for above in folder.ancestors() {
        if let Ok(below) = path.strip_prefix(above) {
            return up.join(below);
        }
        up.push("..");
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_has_one_path() {
        let from = |folder: &str, path: &str| {
            from_folder(Path::new(folder), Path::new(path)).to_string_lossy().replace('\\', "/")
        };
        assert_eq!(from("/desk", "/desk/notes/../drafts/./a.md"), "drafts/a.md");
        assert_eq!(from("/desk/notes", "/desk/drafts/a.md"), "../drafts/a.md");
        assert_eq!(from("/desk", "/a.md"), "../a.md");
    }
}

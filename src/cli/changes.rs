//! Which lines of which files have changed since a revision of git.
//!
//! The numbers come from `git diff --unified=0`; a file that git does not know yet has changed
//! everywhere, and one that git cannot compare line by line, too. A file under a new name is
//! compared with what it was called before.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::Path;
use std::path::PathBuf;
use std::path::absolute;
use std::process::Command;

/// The changed lines of files, by absolute path.
#[derive(Debug)]
pub(super) struct Changes {
    files: BTreeMap<PathBuf, Lines>,
}

/// The changed lines of a file.
#[derive(Debug, PartialEq, Eq)]
enum Lines {
    All,
    Some(Vec<RangeInclusive<usize>>),
}

impl Changes {
    /// Asks git, in the repositories that hold these paths.
    ///
    /// # Errors
    ///
    /// Git is missing, a path is in no repository, or there is no such revision.
    pub(super) fn since(revision: &str, paths: &[PathBuf]) -> Result<Changes, String> {
        let tops: BTreeSet<PathBuf> =
            paths.iter().map(|path| top(path)).collect::<Result<_, _>>()?;
        let mut files = BTreeMap::new();
        for top in &tops {
            let commit = format!("{revision}^{{commit}}");
            let verify = ["rev-parse", "--verify", "--quiet", "--end-of-options", &commit];
            let commit =
                git(top, &verify).map_err(|_| format!("git knows no revision \"{revision}\""))?;
            for names in changed(top, commit.trim())? {
                let diff = ["diff", "--unified=0", "--no-color", "--no-ext-diff", "-M"];
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let diff = git(top, &[&diff[..], &[commit.trim(), "--"], &names].concat())?;
                files.extend(names.last().map(|name| (top.join(name), lines(&diff))));
            }
            let new = git(top, &["ls-files", "--others", "--exclude-standard", "-z"])?;
            files.extend(new.split_terminator('\0').map(|name| (top.join(name), Lines::All)));
        }
        Ok(Changes { files })
    }

    /// Whether anything of a file has changed.
    pub(super) fn touch(&self, path: &Path) -> bool {
        self.files.contains_key(&whole(path))
    }

    /// Whether one of some lines of a file has changed.
    pub(super) fn touch_lines(&self, path: &Path, lines: RangeInclusive<usize>) -> bool {
        match self.files.get(&whole(path)) {
            Some(Lines::All) => true,
            Some(Lines::Some(changed)) => changed
                .iter()
                .any(|range| range.start() <= lines.end() && lines.start() <= range.end()),
            None => false,
        }
    }
}

/// A path as git's top folder would begin it: without symbolic links.
fn whole(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// The top folder of the repository that a path is in.
fn top(path: &Path) -> Result<PathBuf, String> {
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
    let folder = if folder.is_dir() { folder } else { Path::new(".") };
    let top = git(folder, &["rev-parse", "--show-toplevel"]);
    let top = top.map_err(|error| match error.starts_with("not a git repository") {
        true => format!("{}: in no git repository", path.display()),
        false => error,
    })?;
    Ok(PathBuf::from(top.trim_end_matches(['\r', '\n'])))
}

/// The files that are not as they were in a commit: each by its name, or by its name then and its
/// name now.
fn changed(top: &Path, commit: &str) -> Result<Vec<Vec<String>>, String> {
    let listed = git(top, &["diff", "--name-status", "-M", "--diff-filter=d", "-z", commit])?;
    let mut fields = listed.split_terminator('\0');
    let mut changed = Vec::new();
    while let Some(status) = fields.next() {
        let names = if status.starts_with(['R', 'C']) { 2 } else { 1 };
        changed.push(fields.by_ref().take(names).map(str::to_owned).collect());
    }
    Ok(changed)
}

/// What git prints.
fn git(folder: &Path, args: &[&str]) -> Result<String, String> {
    let output = Command::new("git").arg("-C").arg(folder).args(args).output();
    let output = output.map_err(|error| format!("cannot run git: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let line = said.lines().next().unwrap_or("git failed");
        return Err(line.trim_start_matches("fatal: ").to_owned());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The changed lines of a diff without context: those of `@@ -12 +12,2 @@` are 12 and 13.
fn lines(diff: &str) -> Lines {
    let hunks = diff.lines().filter(|line| line.starts_with("@@ ")).filter_map(hunk);
    let hunks: Vec<RangeInclusive<usize>> = hunks.collect();
    let alike = diff.lines().any(|line| line == "similarity index 100%");
    if hunks.is_empty() && !alike { Lines::All } else { Lines::Some(hunks) }
}

/// The lines after the change. Where lines were only taken away, those on either side.
fn hunk(line: &str) -> Option<RangeInclusive<usize>> {
    let after = line.split(' ').find_map(|part| part.strip_prefix('+'))?;
    let (start, count) = after.split_once(',').unwrap_or((after, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    Some(if count == 0 { start..=start + 1 } else { start..=start + count - 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_are_lines_after_the_change() {
        let diff = "--- a/x\n+++ b/x\n@@ -3 +3,2 @@ head\n-a\n+b\n+c\n@@ -9,2 +10,0 @@\n-d\n-e\n";
        assert_eq!(lines(diff), Lines::Some(vec![3..=4, 10..=11]));
        assert_eq!(lines("Binary files a/x and b/x differ\n"), Lines::All);
        let moved = "similarity index 100%\nrename from x\nrename to y\n";
        assert_eq!(lines(moved), Lines::Some(vec![]));
    }
}

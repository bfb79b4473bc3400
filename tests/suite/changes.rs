//! What is new: the lines changed since a revision, and the findings that no baseline knows.

use std::fs;
use std::path::Path;

use crate::desk;
use crate::desk::fresh_folder;
use crate::desk::printed;
use crate::desk::tollcheck;

/// A repository in which everything is committed.
fn repository(name: &str) -> std::path::PathBuf {
    let folder = fresh_folder(name);
    git(&folder, &["init", "--quiet"]);
    git(&folder, &["add", "--all"]);
    git(&folder, &["commit", "--quiet", "--message", "drafts"]);
    folder
}

fn git(folder: &Path, args: &[&str]) {
    assert!(desk::git(folder, args).status.success(), "git {args:?}");
}

/// The findings of some paths on lines changed since the last commit.
fn changed(folder: &Path, path: &str) -> String {
    let args = ["check", "--changed-since", "HEAD", "--format", "brief", path];
    printed(&tollcheck(&args, folder))
}

fn edit(file: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(file).expect("the draft can be read");
    let edited = text.replace(from, to);
    assert_ne!(text, edited);
    fs::write(file, edited).expect("the draft can be written");
}

#[test]
fn only_changed_lines_are_reported() {
    let folder = repository("changes");
    assert_eq!(changed(&folder, "drafts"), "");
    edit(&folder.join("drafts/two-faults.txt"), "eleven miners", "eleven young miners");
    let report = changed(&folder, "drafts");
    assert_eq!(report.matches("two-faults.txt:").count(), 1, "{report}");
    assert!(report.contains("two-faults.txt:7:"), "{report}");
}

#[test]
fn a_changed_headline_is_held_against_an_old_body() {
    let folder = repository("changed headline");
    edit(&folder.join("drafts/sound.md"), "kills 23", "kills 32");
    let report = changed(&folder, ".");
    assert!(report.starts_with("drafts/sound.md:1:14: error headline-mismatch"), "{report}");
    assert_eq!(report.matches("headline-mismatch").count(), 1, "{report}");
}

#[test]
fn the_repository_is_that_of_the_drafts() {
    let folder = repository("changes elsewhere");
    edit(&folder.join("drafts/headline.md"), "kills 25", "kills 26");
    let here = changed(&folder, "drafts");
    let from_below = changed(&folder.join("drafts"), "..");
    let from_outside = changed(Path::new("/"), &folder.to_string_lossy());
    for report in [here, from_below, from_outside] {
        assert_eq!(report.matches("headline-mismatch").count(), 1, "{report}");
    }
    let outside = changed(&folder, "/");
    assert_eq!(outside, "! tollcheck: /: in no git repository\n=> 2\n");
}

#[test]
fn a_draft_under_a_new_name_has_not_changed() {
    let folder = repository("changed name");
    git(&folder, &["mv", "drafts/two-faults.txt", "drafts/mine.txt"]);
    assert_eq!(changed(&folder, "drafts"), "");
    edit(&folder.join("drafts/mine.txt"), "eleven miners", "eleven young miners");
    assert_eq!(changed(&folder, "drafts").matches("drafts/mine.txt:7:").count(), 1);
}

#[test]
fn a_new_draft_has_changed_everywhere() {
    let folder = repository("new draft");
    fs::copy(folder.join("drafts/headline.md"), folder.join("drafts/new.md")).expect("a copy");
    assert!(changed(&folder, "drafts").starts_with("drafts/new.md:1:14: error"));
}

#[test]
fn what_the_baseline_knows_survives_edits_elsewhere() {
    let folder = fresh_folder("baseline");
    let check = |args: &[&str]| {
        let args = [&["check", "--format", "brief"], args].concat();
        printed(&tollcheck(&args, &folder))
    };
    check(&["drafts", "--write-baseline", "desk/known.json"]);
    let known = ["--baseline", "desk/known.json"];
    assert_eq!(check(&["drafts", known[0], known[1]]), "");
    // Another paragraph, other words around the figures, and paths that are written otherwise.
    let draft = folder.join("drafts/headline.md");
    edit(&draft, "\n\n", "\n\nNeighbours heard a bang at 3 a.m.\n\n");
    edit(&folder.join("drafts/two-faults.txt"), "eleven miners", "the eleven miners");
    let whole = folder.join("drafts");
    for path in ["drafts", ".", "./drafts", &whole.to_string_lossy()] {
        let report = check(&[path, known[0], known[1]]);
        assert!(!report.contains("drafts/"), "{path}: {report}");
    }
    edit(&draft, "kills 25", "kills 26");
    assert_eq!(check(&["drafts", known[0], known[1]]).matches("headline-mismatch").count(), 1);
}

#[test]
fn the_baseline_of_an_archive_knows_which_article_it_means() {
    let folder = fresh_folder("baseline-archive");
    let line = |id: &str, toll: &str| {
        format!(
            "{{\"id\": \"{id}\", \"title\": \"Fire kills {toll}\", \
             \"text\": \"A fire killed 23 people.\"}}\n"
        )
    };
    let archive = folder.join("archive.jsonl");
    fs::write(&archive, line("a", "25") + &line("b", "23")).expect("it can be written");
    let check = |option: &str| {
        let args = ["check", "archive.jsonl", "--format", "csv", option, "known.json"];
        printed(&tollcheck(&args, &folder))
    };
    check("--write-baseline");
    assert_eq!(check("--baseline").lines().count(), 1);
    // The same words in another article are another finding.
    fs::write(&archive, line("a", "25") + &line("b", "25")).expect("it can be written");
    let report = check("--baseline");
    assert!(report.contains("archive.jsonl,2,") && report.contains(",b\n"), "{report}");
    assert_eq!(report.lines().count(), 3, "{report}");
}

//! What of a folder is read, what an archive's fields are called, and what shells and manuals get.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::desk::fresh_folder;
use crate::desk::json;
use crate::desk::printed;
use crate::desk::succeed;
use crate::desk::tollcheck;

/// The paths of the articles that a run reads.
fn read(folder: &Path, args: &[&str]) -> Vec<String> {
    let report = json(&tollcheck(&[&["check", "--format", "json"], args].concat(), folder));
    let documents = report["documents"].as_array().expect("documents").iter();
    documents.map(|document| document["path"].as_str().expect("a path").to_owned()).collect()
}

#[test]
fn folders_are_walked_as_their_owners_want() {
    let folder = fresh_folder("walk");
    let walk = folder.join("walk");
    let put = |name: &str, text: &str| {
        let path = walk.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    };
    let (ninjs, nitf) = ("{\"headline\": \"12 dead\"}", "<nitf><hl1>12 dead</hl1></nitf>");
    for (name, text) in [
        (".gitignore", "ignored/\n*.log.txt\n"),
        ("news/.ignore", "old.md\n"),
        ("ignored/a.md", "12 dead"),
        ("run.log.txt", "12 dead"),
        ("news/old.md", "12 dead"),
        ("news/new.md", "12 dead"),
        ("news/~$new.docx", "12 dead"),
        (".hidden/a.md", "12 dead"),
        ("excluded/deep/a.md", "12 dead"),
        ("item.json", ninjs),
        ("package.json", "{\"name\": \"12 dead\"}"),
        ("item.xml", nitf),
        ("feed.xml", "<rss>12 dead</rss>"),
        ("picture.png", "12 dead"),
        ("b.txt", "12 dead"),
        ("a.htm", "12 dead"),
        ("tollcheck.toml", "exclude = [\"excluded/**\"]\n"),
    ] {
        put(name, text);
    }
    let expected =
        ["walk/a.htm", "walk/b.txt", "walk/item.json", "walk/item.xml", "walk/news/new.md"];
    assert_eq!(read(&folder, &["walk"]), expected);
    // What is named is read whatever it is called, and in the order given.
    let named = ["walk/picture.png", "walk/excluded/deep/a.md", "walk/ignored/a.md"];
    assert_eq!(read(&folder, &named), named);
    let all = read(&folder, &["walk", "--no-config", "--input-format", "text"]);
    assert!(all.contains(&"walk/picture.png".to_owned()), "{all:?}");
    assert!(all.contains(&"walk/excluded/deep/a.md".to_owned()), "{all:?}");
    assert!(!all.iter().any(|path| path.contains("ignored") || path.contains("hidden")), "{all:?}");
}

#[test]
fn the_fields_of_an_archive_can_be_named() {
    let folder = fresh_folder("fields");
    let line = "{\"nr\": 7, \"id\": \"x\", \"kop\": \"Fire kills 25\", \
        \"tekst\": \"A fire killed 23 people.\", \"text\": \"Nothing.\"}\n";
    fs::write(folder.join("archive.ndjson"), line).expect("it can be written");
    let fields = ["--text-field", "tekst", "--title-field", "kop", "--id-field", "nr"];
    let args = [&["check", "archive.ndjson", "--format", "csv"][..], &fields].concat();
    let report = printed(&tollcheck(&args, &folder));
    assert!(report.contains("archive.ndjson,1,41,error,headline-mismatch,"), "{report}");
    assert!(report.contains(",7\n"), "{report}");
    let wrong = tollcheck(&["check", "archive.ndjson", "--text-field", "texte"], &folder);
    assert_eq!(printed(&wrong), "! tollcheck: archive.ndjson:1: no field texte\n=> 2\n");
}

#[test]
fn every_shell_has_completions() {
    let folder = fresh_folder("completions");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = tollcheck(&["completions", shell], &folder);
        assert!(script.status.success());
        let script = String::from_utf8(script.stdout).expect("it is text");
        for words in ["changed-since", "write-baseline", "ledger"] {
            assert!(script.contains(words), "{shell}: no {words}");
        }
        if shell == "bash" {
            let file = folder.join("tollcheck.bash");
            fs::write(&file, script).expect("it can be written");
            succeed(Command::new("bash").arg("-n").arg(&file));
        }
    }
}

#[test]
fn every_command_has_a_page() {
    let folder = Path::new(".");
    for (command, words) in [
        ("", "tollcheck\\-check(1)"),
        ("check", "\\-\\-changed\\-since"),
        ("figures", "\\-\\-text\\-field"),
        ("ledger check", "tollcheck ledger check"),
        ("lsp", "\\-\\-stdio"),
    ] {
        let args: Vec<&str> = ["man"].into_iter().chain(command.split_whitespace()).collect();
        let page = printed(&tollcheck(&args, folder));
        assert!(page.contains(".SH NAME") && page.contains(words), "{command}: {page}");
    }
}

//! Whole runs of the program: what it prints, and how it ends.
//!
//! Each file of `tests/reports` is a session: lines that begin with `$` are commands, and what
//! follows is what they print; lines of standard error begin with `!`, and `=> 1` is an exit status
//! other than zero. A session runs in a folder of its own that holds `tests/reports/files`, and the
//! samples as `samples`. `BLESS=1 cargo test` rewrites the sessions; read the difference.

use std::env;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Stdio;
#[cfg(target_os = "linux")]
use std::time::Duration;
#[cfg(target_os = "linux")]
use std::time::Instant;

use crate::desk::fresh_folder;
use crate::desk::json;
use crate::desk::printed;
use crate::desk::reading;
use crate::desk::tollcheck;
#[cfg(target_os = "linux")]
use crate::desk::tool;

#[test]
fn sessions_print_what_they_printed() {
    let mut wrong = Vec::new();
    for path in files(Path::new("tests/reports")) {
        let written = fs::read_to_string(&path).expect("a session can be read");
        let folder =
            fresh_folder(&path.file_stem().expect("a session has a name").to_string_lossy());
        let played = play(&written, &folder);
        if env::var_os("BLESS").is_some() {
            fs::write(&path, played).expect("a session can be written");
        } else if played != written {
            wrong.push(format!("{}:\n{}", path.display(), first_difference(&written, &played)));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The session as it goes today: its commands and remarks as written, their output as printed.
fn play(session: &str, folder: &Path) -> String {
    let mut played = String::new();
    for line in session.lines() {
        match line.strip_prefix("$ ") {
            Some(command) => {
                if !played.is_empty() {
                    played.push('\n');
                }
                played.push_str(&format!("$ {command}\n{}", run(command, folder)));
            }
            // The output of a command may look like a remark too.
            None if line.starts_with("# ") && !played.contains('$') => {
                played.push_str(&format!("{line}\n"));
            }
            None => {}
        }
    }
    played
}

/// What a command prints. `tollcheck … < FILE` reads a file; `cat FILE` prints one.
fn run(command: &str, folder: &Path) -> String {
    let (command, input) = command.split_once(" < ").unwrap_or((command, ""));
    let mut words = command.split(' ');
    let program = words.next();
    if program == Some("cat") {
        let file = folder.join(words.next().expect("cat names a file"));
        return fs::read_to_string(file).unwrap_or_else(|error| format!("{error}\n"));
    }
    assert_eq!(program, Some("tollcheck"), "sessions run nothing else: {command}");
    let words: Vec<&str> = words.collect();
    let input = match input {
        "" => Stdio::null(),
        file => Stdio::from(fs::File::open(folder.join(file)).expect("the input is there")),
    };
    printed(&reading(&words, folder, input))
}

#[cfg(target_os = "linux")]
#[test]
fn long_runs_say_on_a_terminal_how_far_they_are() {
    let folder = fresh_folder("progress");
    let text = "Nine men and five women were hurt in it.\\n\\n".repeat(150);
    let args = ["check", "long.jsonl", "--format", "brief", "--jobs", "1"];
    // However fast the machine is, the run is a long one in the end.
    for doublings in 6.. {
        let long = format!("{{\"text\": \"{text}\"}}\n").repeat(1 << doublings);
        fs::write(folder.join("long.jsonl"), long).expect("it can be written");
        let began = Instant::now();
        let piped = tollcheck(&args, &folder);
        assert!(piped.stderr.is_empty(), "{}", printed(&piped));
        if began.elapsed() > Duration::from_secs(2) {
            break;
        }
    }
    let Some(mut terminal) = tool("script", "progress") else { return };
    let command = format!("'{}' {}", env!("CARGO_BIN_EXE_tollcheck"), args.join(" "));
    let shown = terminal.args(["-qec", &command, "/dev/null"]).current_dir(&folder).output();
    let shown = String::from_utf8(shown.expect("it runs").stdout).expect("it is text");
    assert!(shown.contains("\r") && shown.contains(" articles"), "{shown:?}");
    assert!(shown.trim_end().ends_with("\x1b[K"), "the line goes away again: {shown:?}");
}

/// The sessions of a folder, by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder can be read");
    let paths = entries.map(|entry| entry.expect("a folder can be read").path());
    let mut sessions: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    sessions.sort();
    sessions
}

/// The first lines that differ.
fn first_difference(written: &str, played: &str) -> String {
    let mut lines = written.lines().zip(played.lines()).enumerate();
    match lines.find(|(_, (written, played))| written != played) {
        Some((at, (written, played))) => format!("{}: {written}\n   now: {played}", at + 1),
        None => "one is longer than the other".to_owned(),
    }
}

#[test]
fn results_come_in_the_order_of_the_inputs() {
    let folder = fresh_folder("order");
    let many: Vec<String> = (0..200).map(|n| format!("many/{n:03}.txt")).collect();
    fs::create_dir_all(folder.join("many")).expect("a folder can be made");
    for (number, name) in many.iter().enumerate() {
        let text = "A blast killed 12 people. ".repeat(if number % 9 == 0 { 400 } else { 1 });
        fs::write(folder.join(name), text).expect("a file can be written");
    }
    let one = tollcheck(&["check", "--format", "json", "--jobs", "1", "many"], &folder);
    for jobs in ["2", "7"] {
        let args = ["check", "--format", "json", "--jobs", jobs, "many"];
        assert!(tollcheck(&args, &folder).stdout == one.stdout, "{jobs} threads");
    }
    let report = json(&one);
    let paths = report["documents"].as_array().expect("documents").iter();
    let paths: Vec<&str> =
        paths.map(|document| document["path"].as_str().expect("a path")).collect();
    assert_eq!(paths, many);
}

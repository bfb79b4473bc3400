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
use std::process::Command;
use std::process::Output;
use std::process::Stdio;

#[test]
fn sessions_print_what_they_printed() {
    let mut wrong = Vec::new();
    for path in files(Path::new("tests/reports")) {
        let written = fs::read_to_string(&path).expect("a session can be read");
        let folder = fresh_folder(path.file_stem().expect("a session has a name").as_ref());
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
    printed(&tollcheck(&words, folder, input))
}

fn tollcheck(args: &[&str], folder: &Path, input: Stdio) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tollcheck"))
        .args(args)
        .current_dir(folder)
        .stdin(input)
        .env_remove("NO_COLOR")
        .output()
        .expect("the program starts")
}

/// Output as sessions show it.
fn printed(output: &Output) -> String {
    let mut printed = String::from_utf8_lossy(&output.stdout).replace("\r\n", "\n");
    for line in String::from_utf8_lossy(&output.stderr).lines() {
        printed.push_str(format!("! {line}").trim_end());
        printed.push('\n');
    }
    match output.status.code() {
        Some(0) => {}
        code => printed.push_str(&format!("=> {}\n", code.unwrap_or(-1))),
    }
    // A blank line parts commands, so an output may end in one.
    printed
}

/// A folder for a session, with the files it needs and no settings of ours above it.
fn fresh_folder(name: &Path) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sessions").join(name);
    let _ = fs::remove_dir_all(&folder);
    copy(Path::new("tests/reports/files"), &folder);
    copy(Path::new("data/samples"), &folder.join("samples"));
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("a folder can be read") {
        let path = entry.expect("a folder can be read").path();
        let name = path.file_name().expect("a file has a name");
        if path.is_dir() {
            copy(&path, &to.join(name));
        } else {
            fs::copy(&path, to.join(name)).expect("a file can be copied");
        }
    }
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
fn the_json_report_is_as_its_schema_says() {
    let folder = fresh_folder(Path::new("json-schema"));
    let schema = json(&tollcheck(&["schema", "report"], &folder, Stdio::null()));
    let args = ["check", "--format", "json", "--all", "samples", "drafts"];
    let report = json(&tollcheck(&args, &folder, Stdio::null()));
    validate(&schema, &report);
    assert!(!report["documents"][0]["figures"].as_array().expect("figures").is_empty());
}

#[test]
fn sarif_is_as_its_schema_says() {
    let folder = fresh_folder(Path::new("sarif-schema"));
    let schema = fs::read_to_string("tests/reports/schemas/sarif-2.1.0.json").expect("the schema");
    // As published, the pattern of a language has a bracket too many, which no engine takes.
    let schema = schema.replace("{2}]?$", "{2}?$");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let args = ["check", "--format", "sarif", "samples", "drafts"];
    let report = json(&tollcheck(&args, &folder, Stdio::null()));
    validate(&schema, &report);
    assert!(!report["runs"][0]["results"].as_array().expect("results").is_empty());
}

#[test]
fn the_commented_configuration_is_one() {
    let folder = fresh_folder(Path::new("init"));
    tollcheck(&["init"], &folder, Stdio::null());
    let shown = tollcheck(&["config", "draft.txt"], &folder, Stdio::null());
    assert!(shown.status.success(), "{}", String::from_utf8_lossy(&shown.stderr));
    // The marks taken away, every setting in it is known.
    let text = fs::read_to_string(folder.join("tollcheck.toml")).expect("it was written");
    let bare: String = text.lines().map(|line| bare(line) + "\n").collect();
    fs::write(folder.join("tollcheck.toml"), bare).expect("it can be written");
    fs::write(folder.join("desk-words.toml"), "").expect("it can be written");
    fs::write(folder.join("tolls.toml"), "").expect("it can be written");
    let shown = tollcheck(&["config", "draft.txt"], &folder, Stdio::null());
    assert!(shown.status.success(), "{}", String::from_utf8_lossy(&shown.stderr));
}

/// A line of the commented configuration without its mark, where it is a setting.
fn bare(line: &str) -> String {
    let is_setting = |line: &str| line.contains(" = ") || line.starts_with("[[");
    match line.strip_prefix("# ") {
        Some(setting) if is_setting(setting) => setting.to_owned(),
        Some(_) => String::new(),
        None => line.to_owned(),
    }
}

#[test]
fn results_come_in_the_order_of_the_inputs() {
    let folder = fresh_folder(Path::new("order"));
    let many: Vec<String> = (0..200).map(|n| format!("many/{n:03}.txt")).collect();
    fs::create_dir_all(folder.join("many")).expect("a folder can be made");
    for (number, name) in many.iter().enumerate() {
        let text = "A blast killed 12 people. ".repeat(if number % 9 == 0 { 400 } else { 1 });
        fs::write(folder.join(name), text).expect("a file can be written");
    }
    let one =
        tollcheck(&["check", "--format", "json", "--jobs", "1", "many"], &folder, Stdio::null());
    for jobs in ["2", "7"] {
        let args = ["check", "--format", "json", "--jobs", jobs, "many"];
        assert!(tollcheck(&args, &folder, Stdio::null()).stdout == one.stdout, "{jobs} threads");
    }
    let report = json(&one);
    let paths = report["documents"].as_array().expect("documents").iter();
    let paths: Vec<&str> =
        paths.map(|document| document["path"].as_str().expect("a path")).collect();
    assert_eq!(paths, many);
}

#[test]
fn only_changed_lines_are_reported() {
    let folder = fresh_folder(Path::new("changes"));
    let git = |args: &[&str]| {
        let identity = ["-c", "user.name=desk", "-c", "user.email=desk@example.org"];
        let mut command = Command::new("git");
        command.args(identity).args(args).current_dir(&folder);
        assert!(command.output().expect("git runs").status.success(), "git {args:?}");
    };
    git(&["init", "--quiet"]);
    git(&["add", "drafts"]);
    git(&["commit", "--quiet", "--message", "drafts"]);
    let check = |path: &str| {
        let args = ["check", "--changed-since", "HEAD", "--format", "brief", path];
        printed(&tollcheck(&args, &folder, Stdio::null()))
    };
    assert_eq!(check("drafts"), "");
    let draft = folder.join("drafts/two-faults.txt");
    let text = fs::read_to_string(&draft).expect("the draft can be read");
    let changed = text.replace("eleven miners", "eleven young miners");
    assert_ne!(text, changed);
    fs::write(&draft, changed).expect("the draft can be written");
    let report = check("drafts");
    assert_eq!(report.matches("two-faults.txt:").count(), 1, "{report}");
    assert!(report.contains("two-faults.txt:7:"), "{report}");
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).expect("the output is JSON")
}

fn validate(schema: &serde_json::Value, instance: &serde_json::Value) {
    let validator = jsonschema::validator_for(schema).expect("the schema is one");
    let errors: Vec<String> = validator
        .iter_errors(instance)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

#[test]
fn the_hook_stops_a_commit() {
    let Ok(version) = Command::new("pre-commit").arg("--version").output() else {
        eprintln!("pre-commit is not installed here; its hook is not tried");
        return;
    };
    assert!(version.status.success());
    let folder = fresh_folder(Path::new("pre-commit"));
    fs::write(folder.join(".pre-commit-config.yaml"), local_hook()).expect("it can be written");
    let commit = || {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=desk", "-c", "user.email=desk@example.org"]);
        git.args(["commit", "--quiet", "--message", "draft"]).current_dir(&folder);
        printed(&git.env("PRE_COMMIT_HOME", folder.join(".cache")).output().expect("git runs"))
    };
    let done = |program: &str, args: &[&str]| {
        let output = Command::new(program).args(args).current_dir(&folder).output();
        assert!(output.expect("it runs").status.success(), "{program} {args:?}");
    };
    done("git", &["init", "--quiet"]);
    done("pre-commit", &["install"]);
    done("git", &["add", "drafts/headline.md"]);
    let stopped = commit();
    assert!(stopped.contains("drafts/headline.md:1:14: error headline-mismatch"), "{stopped}");
    assert!(stopped.ends_with("=> 1\n"), "{stopped}");
    fs::copy(folder.join("drafts/sound.md"), folder.join("drafts/headline.md")).expect("a copy");
    done("git", &["add", "drafts/headline.md"]);
    let passed = commit();
    assert!(!passed.contains("=> "), "{passed}");
}

/// The hook as others are offered it, but run with the program of this test.
fn local_hook() -> String {
    let hooks = fs::read_to_string(".pre-commit-hooks.yaml").expect("the hooks can be read");
    let hooks = hooks
        .replace("language: rust", "language: system")
        .replace("entry: tollcheck", &format!("entry: {}", env!("CARGO_BIN_EXE_tollcheck")));
    let indented: String = hooks.lines().map(|line| format!("      {line}\n")).collect();
    format!("repos:\n  - repo: local\n    hooks:\n{indented}")
}

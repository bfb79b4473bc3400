//! A desk to try things at: a folder with drafts, and the programs that are run in it.

use std::env;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;
use std::process::Stdio;

use serde_json::Value;

/// Runs tollcheck with nothing to read from standard input.
pub(crate) fn tollcheck(args: &[&str], folder: &Path) -> Output {
    reading(args, folder, Stdio::null())
}

/// Runs tollcheck on some standard input.
pub(crate) fn reading(args: &[&str], folder: &Path, input: Stdio) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tollcheck"))
        .args(args)
        .current_dir(folder)
        .stdin(input)
        .env_remove("NO_COLOR")
        .output()
        .expect("the program starts")
}

/// Output as sessions show it.
pub(crate) fn printed(output: &Output) -> String {
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

/// Standard output as JSON.
pub(crate) fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("the output is JSON")
}

/// A folder for a test, with the files it needs and no settings of ours above it.
pub(crate) fn fresh_folder(name: &str) -> PathBuf {
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

/// A git repository in a folder, with somebody who commits.
pub(crate) fn git(folder: &Path, args: &[&str]) -> Output {
    let identity = ["-c", "user.name=desk", "-c", "user.email=desk@example.org"];
    let mut git = Command::new("git");
    git.args(identity).args(args).current_dir(folder);
    git.env("PRE_COMMIT_HOME", folder.join(".cache")).output().expect("git runs")
}

/// A program that is not part of the project. Where it is missing the test that wants it is skipped,
/// unless `TOLLCHECK_TOOLS` is set, as `.ci/run` does.
pub(crate) fn tool(name: &str, test: &str) -> Option<Command> {
    let paths = env::var_os("PATH").unwrap_or_default();
    let found =
        env::split_paths(&paths).map(|folder| folder.join(name)).find(|file| file.is_file());
    // A shim may be there without what it stands for.
    let answers = found.filter(|file| {
        let asked = Command::new(file).arg("--help").stdin(Stdio::null()).output();
        asked.is_ok_and(|output| output.status.success())
    });
    if answers.is_none() {
        assert!(env::var_os("TOLLCHECK_TOOLS").is_none(), "{test} needs {name}, which is missing");
        eprintln!("skipped: {test} needs {name}, which is not installed here");
    }
    answers.map(Command::new)
}

/// Runs a program that must succeed.
pub(crate) fn succeed(command: &mut Command) {
    let output = command.output().expect("it runs");
    assert!(output.status.success(), "{command:?}:\n{}", printed(&output));
}

//! README.md says what the program does: its rule table and its printed examples are the real ones.
//! `BLESS=1 cargo test` rewrites them.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use tollcheck::rules;

/// The README with every marked block made anew.
fn renewed(readme: &str) -> String {
    let mut out = String::new();
    let mut lines = readme.lines();
    while let Some(line) = lines.next() {
        let _ = writeln!(out, "{line}");
        if let Some(block) = block(line) {
            out.push_str(&block);
            out.push_str("<!-- end -->\n");
            lines.by_ref().take_while(|l| *l != "<!-- end -->").for_each(drop);
        }
    }
    out
}

/// What belongs behind a marker; none behind other lines.
fn block(line: &str) -> Option<String> {
    if line == "<!-- rules -->" {
        return Some(rule_table());
    }
    let arguments = line.strip_prefix("<!-- output: ")?.strip_suffix(" -->")?;
    Some(format!("```text\n{}```\n", printed(arguments)))
}

fn rule_table() -> String {
    let mut table = "| rule | default | what it flags |\n|---|---|---|\n".to_owned();
    for rule in rules::every() {
        let on = if rule.on { "on" } else { "off" };
        let _ = writeln!(table, "| `{}` | {on} | {} |", rule.id, rule.summary);
    }
    table
}

/// What the program prints, with nothing behind the end of a line.
fn printed(arguments: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_tollcheck"));
    command.current_dir(root).args(arguments.split(' ')).env_remove("CLICOLOR_FORCE");
    let output = command.output().expect("the program runs");
    let text = String::from_utf8(output.stdout).expect("the program prints UTF-8");
    text.lines().fold(String::new(), |out, line| out + line.trim_end() + "\n")
}

#[test]
fn readme_shows_what_the_program_does() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let renewed = renewed(&readme);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &renewed).unwrap();
    }
    assert_eq!(readme, renewed, "BLESS=1 cargo test rewrites the blocks");
}

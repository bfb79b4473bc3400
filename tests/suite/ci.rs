//! What runs tollcheck for others: the hook for pre-commit, the action for GitHub, the job for
//! GitLab. Each is held against the schema of its makers, and what it runs is run.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::process::Output;

use serde_json::Value;

use crate::desk::fresh_folder;
use crate::desk::printed;
use crate::desk::succeed;
use crate::desk::tool;

/// The settings for pre-commit that the README gives, where tollcheck is on the path.
fn hook_of_the_readme() -> String {
    let blocks = blocks_of_the_readme("repo: local");
    assert_eq!(blocks.len(), 1);
    blocks.concat()
}

/// The hook that others are offered, but run with the program of this test.
fn hook_of_the_manifest() -> String {
    let hooks = fs::read_to_string(".pre-commit-hooks.yaml").expect("the hooks can be read");
    let hooks = hooks.replace("language: rust", "language: system");
    let indented: String = hooks.lines().map(|line| format!("      {line}\n")).collect();
    format!("repos:\n  - repo: local\n    hooks:\n{indented}")
}

/// The blocks of YAML in the README that hold some words.
fn blocks_of_the_readme(words: &str) -> Vec<String> {
    let readme = fs::read_to_string("README.md").expect("it can be read");
    let blocks = readme.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.filter(|block| block.contains(words)).map(str::to_owned).collect()
}

#[test]
fn the_hooks_stop_a_commit() {
    for (name, hook) in [("readme", hook_of_the_readme()), ("manifest", hook_of_the_manifest())] {
        stops_a_commit(&format!("hook of the {name}"), &hook);
    }
}

/// Tries a hook: a faulty draft is not committed, and a sound one is.
fn stops_a_commit(name: &str, hook: &str) {
    let Some(mut install) = tool("pre-commit", name) else { return };
    let folder = fresh_folder(name);
    fs::write(folder.join(".pre-commit-config.yaml"), hook).expect("it can be written");
    let git = |command: &str| printed(&run(&format!("git {command}"), &folder, &identity(&folder)));
    git("init --quiet");
    succeed(install.arg("install").current_dir(&folder));
    git("add drafts/headline.md");
    let stopped = git("commit --quiet --message draft");
    assert!(stopped.contains("drafts/headline.md:1:14: error headline-mismatch"), "{stopped}");
    assert!(stopped.ends_with("=> 1\n"), "{stopped}");
    fs::copy(folder.join("drafts/sound.md"), folder.join("drafts/headline.md")).expect("a copy");
    git("add drafts/headline.md");
    let passed = git("commit --quiet --message draft");
    assert!(!passed.contains("=> "), "{passed}");
}

/// Somebody who commits, and where pre-commit keeps its things.
fn identity(folder: &Path) -> [(&'static str, String); 5] {
    [
        ("GIT_AUTHOR_NAME", "desk".to_owned()),
        ("GIT_AUTHOR_EMAIL", "desk@example.org".to_owned()),
        ("GIT_COMMITTER_NAME", "desk".to_owned()),
        ("GIT_COMMITTER_EMAIL", "desk@example.org".to_owned()),
        ("PRE_COMMIT_HOME", folder.join(".cache").to_string_lossy().into_owned()),
    ]
}

#[test]
fn the_hook_the_action_and_the_job_are_as_their_makers_say() {
    if let Some(mut validate) = tool("pre-commit", "the hook") {
        succeed(validate.args(["validate-manifest", ".pre-commit-hooks.yaml"]));
    }
    for (schema, file) in
        [("github-actions", ".github/check/action.yml"), ("gitlab-ci", ".gitlab/tollcheck.yml")]
    {
        let Some(mut validate) = tool("check-jsonschema", file) else { return };
        let schema = format!("vendor.{schema}");
        succeed(validate.args(["--builtin-schema", &schema, file]));
    }
}

#[test]
fn the_steps_in_the_readme_are_those_of_a_workflow() {
    let steps = blocks_of_the_readme("actions/checkout");
    let folder = fresh_folder("workflow");
    for (number, steps) in steps.iter().enumerate() {
        let steps: String = steps.lines().map(|line| format!("      {line}\n")).collect();
        let workflow =
            format!("on: pull_request\njobs:\n  tolls:\n    runs-on: a\n    steps:\n{steps}");
        let file = folder.join(format!("{number}.yml"));
        fs::write(&file, workflow).expect("it can be written");
        let Some(mut validate) = tool("check-jsonschema", "the workflow") else { return };
        succeed(validate.args(["--builtin-schema", "vendor.github-workflows"]).arg(file));
    }
    assert_eq!(steps.len(), 1);
}

/// The lines of a block behind `key`, their indentation taken away.
fn block<'a>(yaml: &'a str, key: &str) -> Vec<&'a str> {
    let mut lines = yaml.lines().skip_while(|line| !line.trim_start().starts_with(key));
    let depth = |line: &str| line.len() - line.trim_start().len();
    let outer = lines.next().map_or(0, depth);
    let block: Vec<&str> =
        lines.take_while(|line| line.trim().is_empty() || depth(line) > outer).collect();
    let inner = block.first().map_or(0, |line| depth(line));
    block.iter().map(|line| line.get(inner..).unwrap_or("")).collect()
}

/// Runs a script in a folder where tollcheck can be called by its name.
fn run(script: &str, folder: &Path, variables: &[(&str, String)]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_tollcheck")).parent().expect("a folder");
    let path = std::env::var("PATH").unwrap_or_default();
    let mut bash = Command::new("bash");
    bash.args(["-e", "-o", "pipefail", "-c", script]).current_dir(folder);
    bash.env("PATH", format!("{}:{path}", program.display()));
    bash.envs(variables.iter().cloned()).output().expect("bash runs")
}

#[test]
fn the_steps_of_the_action_run() {
    let action = fs::read_to_string(".github/check/action.yml").expect("it can be read");
    let script = block(&action, "run: |").join("\n");
    let folder = fresh_folder("action");
    let summary = folder.join("summary.md").to_string_lossy().into_owned();
    let temporary = folder.join("empty").to_string_lossy().into_owned();
    let act = |paths: &str, fail_on: &str| {
        let variables = [
            ("PATHS", paths.to_owned()),
            ("FAIL_ON", fail_on.to_owned()),
            ("CHANGED_SINCE", String::new()),
            ("SARIF", "tollcheck.sarif".to_owned()),
            ("RUNNER_TEMP", temporary.clone()),
            ("GITHUB_STEP_SUMMARY", summary.clone()),
        ];
        printed(&run(&script, &folder, &variables))
    };
    let found = act("drafts samples", "");
    assert!(found.contains("::error file=drafts/headline.md,line=1,col=14,title="), "{found}");
    assert!(found.ends_with("=> 1\n"), "{found}");
    let sarif = fs::read_to_string(folder.join("tollcheck.sarif")).expect("it was written");
    let sarif: Value = serde_json::from_str(&sarif).expect("it is JSON");
    assert!(sarif["runs"][0]["results"].as_array().is_some_and(|results| results.len() > 3));
    let shown = fs::read_to_string(&summary).expect("it was written");
    assert!(shown.contains("### drafts/headline.md"), "{shown}");
    assert!(!act("drafts", "never").contains("=> "));
    assert!(act("nowhere", "").ends_with("=> 2\n"));
}

#[test]
fn the_job_for_gitlab_runs() {
    let job = fs::read_to_string(".gitlab/tollcheck.yml").expect("it can be read");
    let commands = block(&job, "script:").join("\n");
    let commands: Vec<String> = commands
        .split("- ")
        .map(|command| command.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|command| command.starts_with("tollcheck "))
        .collect();
    assert_eq!(commands.len(), 1, "{commands:?}");
    let folder = fresh_folder("job");
    assert_eq!(printed(&run(&commands[0], &folder, &[])).lines().last(), Some("=> 1"));
    let quality = fs::read_to_string(folder.join("tollcheck.json")).expect("it was written");
    let quality: Value = serde_json::from_str(&quality).expect("it is JSON");
    assert_eq!(quality[1]["location"]["path"], "drafts/headline.md");
    let tests = fs::read_to_string(folder.join("tollcheck.xml")).expect("it was written");
    assert!(tests.contains("<testsuite name=\"drafts/headline.md\""), "{tests}");
}

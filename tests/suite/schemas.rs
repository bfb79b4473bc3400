//! Everything in a format of somebody else's, or with a schema of ours, held against the schema.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use serde_json::Value;

use crate::desk::fresh_folder;
use crate::desk::json;
use crate::desk::succeed;
use crate::desk::tollcheck;
use crate::desk::tool;

/// A schema that is shipped with the tests.
fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports/schemas").join(name)
}

fn validate(schema: &Value, instance: &Value) {
    let validator = jsonschema::validator_for(schema).expect("the schema is one");
    let errors: Vec<String> = validator
        .iter_errors(instance)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

fn read_json(path: &Path) -> String {
    fs::read_to_string(path).expect("the schema can be read")
}

/// A schema that tollcheck prints.
fn printed(name: &str) -> Value {
    json(&tollcheck(&["schema", name], Path::new(".")))
}

#[test]
fn the_json_report_is_as_its_schema_says() {
    let folder = fresh_folder("json-schema");
    let args = ["check", "--format", "json", "--all", "samples", "drafts"];
    let report = json(&tollcheck(&args, &folder));
    validate(&printed("report"), &report);
    assert!(!report["documents"][0]["figures"].as_array().expect("figures").is_empty());
}

#[test]
fn sarif_is_as_its_schema_says() {
    let folder = fresh_folder("sarif-schema");
    // As published, the pattern of a language has a bracket too many, which no engine takes.
    let schema = read_json(&shipped("sarif-2.1.0.json")).replace("{2}]?$", "{2}?$");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let report = json(&tollcheck(&["check", "--format", "sarif", "samples", "drafts"], &folder));
    validate(&schema, &report);
    assert!(!report["runs"][0]["results"].as_array().expect("results").is_empty());
}

#[test]
fn code_quality_is_as_gitlab_says() {
    let folder = fresh_folder("gitlab-schema");
    let schema = read_json(&shipped("gitlab-code-quality.json"));
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    for paths in [["samples", "drafts"], ["./drafts/headline.md", "./samples"]] {
        let args = ["check", "--format", "gitlab", paths[0], paths[1]];
        let report = json(&tollcheck(&args, &folder));
        validate(&schema, &report);
        assert!(report.as_array().expect("findings").len() > 2);
    }
}

/// Holds a report in XML against a schema, one of findings and one without any.
fn validate_xml(format: &str, schema: &str) {
    let folder = fresh_folder(&format!("{format}-schema"));
    let odd = "Blast kills 25\n\nThe \"blast\" <killed> 23 & 'more' people.\n";
    fs::write(folder.join("drafts/a&b \"c\".txt"), odd).expect("it can be written");
    for (name, path) in [("found.xml", "drafts"), ("none.xml", "drafts/sound.md")] {
        let to = format!("{format}:{name}");
        tollcheck(&["check", path, "--quiet", "--output", &to], &folder);
        let Some(mut validate) = tool("xmlschema-validate", format) else { return };
        succeed(validate.arg("--schema").arg(shipped(schema)).arg(folder.join(name)));
    }
    // The schema does find what is wrong.
    let broken = fs::read_to_string(folder.join("found.xml")).expect("it can be read");
    let broken = broken.replace(" name=", " nmae=");
    fs::write(folder.join("broken.xml"), broken).expect("it can be written");
    let Some(mut validate) = tool("xmlschema-validate", format) else { return };
    let output =
        validate.arg("--schema").arg(shipped(schema)).arg(folder.join("broken.xml")).output();
    assert!(!output.expect("it runs").status.success());
}

#[test]
fn junit_is_as_its_schema_says() {
    validate_xml("junit", "junit-10.xsd");
}

#[test]
fn checkstyle_is_as_its_schema_says() {
    validate_xml("checkstyle", "checkstyle.xsd");
}

/// A TOML file as JSON; days are strings.
fn toml_as_json(text: &str) -> Value {
    fn json(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(day) => Value::String(day.to_string()),
            toml::Value::Array(items) => items.into_iter().map(json).collect(),
            toml::Value::Table(table) => {
                table.into_iter().map(|(key, value)| (key, json(value))).collect()
            }
            plain => serde_json::to_value(plain).expect("it is plain"),
        }
    }
    json(toml::Value::Table(text.parse().expect("it is TOML")))
}

#[test]
fn the_ledger_is_as_its_schema_says() {
    let ledger = fs::read_to_string("data/samples/tolls.toml").expect("it can be read");
    validate(&printed("ledger"), &toml_as_json(&ledger));
}

#[test]
fn the_commented_configuration_is_one() {
    let folder = fresh_folder("init");
    tollcheck(&["init"], &folder);
    let shown = tollcheck(&["config", "draft.txt"], &folder);
    assert!(shown.status.success(), "{}", String::from_utf8_lossy(&shown.stderr));
    // The marks taken away, every setting in it is known.
    let text = fs::read_to_string(folder.join("tollcheck.toml")).expect("it was written");
    let bare: String = text.lines().map(|line| bare(line) + "\n").collect();
    validate(&printed("config"), &toml_as_json(&bare));
    fs::write(folder.join("tollcheck.toml"), bare).expect("it can be written");
    fs::write(folder.join("desk-words.toml"), "").expect("it can be written");
    fs::write(folder.join("tolls.toml"), "").expect("it can be written");
    let shown = tollcheck(&["config", "draft.txt"], &folder);
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

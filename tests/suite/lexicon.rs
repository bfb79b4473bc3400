//! The tables of words: sorted, lower case, nothing twice, nothing in two tables that contradict.

use std::collections::BTreeSet;
use std::path::PathBuf;

use tollcheck::lexicon::Lexicon;
use toml::Value;

/// The name and text of each table.
fn tables() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/en");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    files.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect()
}

fn table(name: &str) -> Value {
    let tables = tables();
    let (_, text) = tables.iter().find(|(known, _)| known == name).unwrap();
    toml::from_str(text).unwrap()
}

/// Visits every list of words with the keys that lead to it.
fn each_list(keys: &str, value: &Value, visit: &mut dyn FnMut(&str, Vec<&str>)) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                each_list(&format!("{keys}.{key}"), value, visit);
            }
        }
        Value::Array(items) => {
            let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            let numbers = words.iter().all(|word| word.bytes().all(|b| b.is_ascii_digit()));
            if !numbers {
                visit(keys, words);
            }
        }
        _ => {}
    }
}

/// All words of the lists under some keys of a table.
fn words(table: &Value, wanted: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    each_list("", table, &mut |keys, words| {
        if wanted(keys.rsplit('.').next().unwrap_or_default()) {
            all.extend(words.into_iter().map(str::to_owned));
        }
    });
    all
}

#[test]
fn every_table_loads() {
    assert_ne!(Lexicon::english().word("killed"), 0);
}

#[test]
fn lists_are_sorted_in_lower_case_and_hold_nothing_twice() {
    for (name, text) in tables() {
        each_list(&name, &toml::from_str(&text).unwrap(), &mut |keys, words| {
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{keys}: {:?} before {:?}", pair[0], pair[1]);
            }
            for word in words {
                assert_eq!(word, word.to_lowercase(), "{keys}");
                assert_eq!(word, word.trim(), "{keys}");
                assert!(!word.is_empty() && !word.contains("  "), "{keys}: {word:?}");
            }
        });
    }
}

#[test]
fn sections_of_people_and_nations_are_sorted() {
    for (name, text) in tables() {
        if name == "people.toml" || name == "nations.toml" {
            let heads = text.lines().filter_map(|l| l.strip_prefix('[')?.strip_suffix(']'));
            let heads: Vec<String> = heads.map(|head| head.replace('"', "")).collect();
            for pair in heads.windows(2) {
                assert!(pair[0] < pair[1], "{name}: [{}] before [{}]", pair[0], pair[1]);
            }
        }
    }
}

#[test]
fn what_is_no_people_is_neither_people_nor_an_outcome() {
    let things = words(&table("things.toml"), |_| true);
    let people = words(&table("people.toml"), |list| matches!(list, "plural" | "singular"));
    let outcomes = words(&table("outcomes.toml"), |_| true);
    let both: Vec<_> =
        things.iter().filter(|w| people.contains(*w) || outcomes.contains(*w)).collect();
    assert!(both.is_empty(), "{both:?}");
}

#[test]
fn each_nation_has_an_adjective_and_a_place() {
    let nations = table("nations.toml");
    for (name, nation) in nations.as_table().unwrap() {
        for list in ["modifier", "place"] {
            assert!(nation.get(list).is_some(), "{name} has no {list}");
        }
    }
}

//! What is in force for a file, and where each setting comes from.
//!
//! `fail-on` is "warning" because of line 1 of `tollcheck.toml`; `headline.check` is true as usual.
//! It does not know how settings are shown.

use std::fs;

use super::config::Override;
use super::{House, read};
use crate::rules;
use crate::rules::{Rule, Settings};

/// A setting that is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub value: String,
    /// Who says so: a line of a file, an option, or nobody.
    pub from: String,
}

/// Where nobody said anything.
const USUAL: &str = "as usual";

/// A house and the text of its configuration.
struct Account<'a> {
    house: &'a House,
    file: String,
    text: String,
}

/// All settings for a file.
pub(super) fn of(house: &House, path: &str) -> Vec<InForce> {
    let file = house.file.as_ref().map(|file| file.display().to_string()).unwrap_or_default();
    let text = house.file.as_ref().and_then(|file| fs::read_to_string(file).ok());
    let account = Account { house, file, text: text.unwrap_or_default() };
    let settings = house.settings(path);
    let mut all = account.of_the_file();
    all.extend(account.allowed(path));
    all.extend(rules::every().map(|rule| account.rule(rule, path, &settings)));
    all
}

impl Account<'_> {
    /// The settings that are the same for every file of the configuration.
    fn of_the_file(&self) -> Vec<InForce> {
        let (config, near) = (&self.house.config, &self.house.lexicon.tolerances);
        let list =
            |items: Vec<&str>| if items.is_empty() { "none".into() } else { items.join(", ") };
        let lexicons: Vec<_> = config.lexicons.iter().map(|file| file.to_string_lossy()).collect();
        let ledger = self.house.ledger_file.as_ref().map(|file| file.display().to_string());
        let ledger = ledger.unwrap_or_else(|| "none".to_owned());
        let mut ledger = self.setting(&["ledger", "file"], ledger);
        if self.house.choices.ledger.is_some() {
            ledger.from = "--ledger".to_owned();
        }
        vec![
            self.setting(&["fail-on"], self.house.fail_on().name().to_owned()),
            self.setting(&["exclude"], list(config.exclude.iter().map(|g| g.as_str()).collect())),
            self.setting(&["lexicons"], list(lexicons.iter().map(AsRef::as_ref).collect())),
            self.setting(&["headline", "check"], config.headline.check.to_string()),
            self.setting(&["headline", "standfirst"], config.headline.standfirst.to_string()),
            ledger,
            self.setting(&["tolerances", "round-from"], near.round_from.to_string()),
            self.setting(&["tolerances", "round-share"], near.round_share.to_string()),
            self.setting(&["tolerances", "about-strict"], near.about_strict.to_string()),
            self.setting(&["tolerances", "about-plausible"], near.about_plausible.to_string()),
            self.setting(&["tolerances", "nearly-strict"], near.nearly_strict.to_string()),
        ]
    }

    fn setting(&self, keys: &[&str], value: String) -> InForce {
        let from = self.at(keys).unwrap_or_else(|| USUAL.to_owned());
        InForce { name: keys.join("."), value, from }
    }

    /// The place of a key in the configuration.
    fn at(&self, keys: &[&str]) -> Option<String> {
        let (line, _) = read::place_of(&self.text, keys)?;
        Some(format!("{}:{line}", self.file))
    }

    /// The entries that let findings of the file stand.
    fn allowed(&self, path: &str) -> impl Iterator<Item = InForce> {
        let name = self.house.name(path);
        let entries = self.house.allow.iter().zip(&self.house.config.allow).enumerate();
        entries.filter(move |(_, (allowed, _))| allowed.is_for(&name)).map(
            |(number, (_, entry))| {
                let figures = match entry.figures.is_empty() {
                    true => "all findings".to_owned(),
                    false => entry.figures.join(", "),
                };
                InForce {
                    name: format!("allow {}", entry.rule.as_str()),
                    value: figures,
                    from: self.at(&["allow", &number.to_string()]).unwrap_or_default(),
                }
            },
        )
    }

    fn rule(&self, rule: &Rule, path: &str, settings: &Settings) -> InForce {
        let severity = settings.severities.iter().rev().find(|(id, _)| id == rule.id);
        let value = match (settings.wants(rule), severity) {
            (false, _) => "off".to_owned(),
            (true, None) => "on".to_owned(),
            (true, Some((_, severity))) => format!("on, {}", severity.name()),
        };
        let mut from = self.switched(rule, path).unwrap_or_else(|| USUAL.to_owned());
        let runs = settings.wants(rule);
        if let Some(place) = self.leveled(rule, path).filter(|place| runs && *place != from) {
            from = if from == USUAL { place } else { format!("{from}, {place}") };
        }
        InForce { name: rule.id.to_owned(), value, from }
    }

    /// Where a rule was last put on or off.
    fn switched(&self, rule: &Rule, path: &str) -> Option<String> {
        let choices = &self.house.choices;
        let named = |list: &[String]| list.iter().any(|id| id == rule.id);
        if named(&choices.ignore) || named(&choices.select) {
            let option = if named(&choices.ignore) { "--ignore" } else { "--select" };
            return Some(option.to_owned());
        }
        let over = self.overrides(path).find_map(|(number, over)| {
            let key = if over.ignore.iter().any(|id| id.as_str() == rule.id) {
                "ignore"
            } else if over.select.iter().any(|id| id.as_str() == rule.id) {
                "select"
            } else {
                return None;
            };
            self.at(&["overrides", &number.to_string(), key])
        });
        let config = &self.house.config;
        over.or_else(|| match rule.id {
            id if config.ignore.iter().any(|rule| rule.as_str() == id) => self.at(&["ignore"]),
            id if config.select.iter().any(|rule| rule.as_str() == id) => self.at(&["select"]),
            _ => None,
        })
    }

    /// Where the severity of a rule was last set.
    fn leveled(&self, rule: &Rule, path: &str) -> Option<String> {
        let over = self.overrides(path).find_map(|(number, _)| {
            self.at(&["overrides", &number.to_string(), "severities", rule.id])
        });
        over.or_else(|| self.at(&["severities", rule.id]))
    }

    /// The overrides for a file, the last first.
    fn overrides(&self, path: &str) -> impl Iterator<Item = (usize, &Override)> {
        let name = self.house.name(path);
        let all = self.house.overrides.iter().zip(&self.house.config.overrides).enumerate().rev();
        all.filter(move |(_, (globs, _))| globs.is_match(&name)).map(|(at, (_, over))| (at, over))
    }
}

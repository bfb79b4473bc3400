//! How the settings for a file come about: the configuration, what it says of some of the files, and
//! the choices of the run. Each goes before the ones above it.
//!
//! `ignore = ["rate-mismatch"]` stops a rule, `select` in an override for the file starts it again,
//! and `--ignore rate-mismatch` has the last word. Layers know no files.

use super::Choices;
use super::config::{Config, Level, Override, RuleId};
use crate::rules::{Settings, Severity};

/// The settings for a file that these overrides speak of.
pub(super) fn settings<'a>(
    config: &Config,
    overrides: impl Iterator<Item = &'a Override>,
    choices: &Choices,
) -> Settings {
    let mut settings = Settings {
        select: names(&config.select),
        ignore: names(&config.ignore),
        severities: severities(config.severities.iter()),
        headline: config.headline.check,
        standfirst: config.headline.standfirst,
    };
    for over in overrides {
        lay(&mut settings, names(&over.select), names(&over.ignore));
        settings.severities.extend(severities(over.severities.iter()));
    }
    lay(&mut settings, choices.select.clone(), choices.ignore.clone());
    settings
}

/// Lays a choice of rules over what is there.
fn lay(settings: &mut Settings, select: Vec<String>, ignore: Vec<String>) {
    settings.ignore.retain(|rule| !select.contains(rule));
    settings.select.extend(select);
    settings.ignore.extend(ignore);
}

fn names(rules: &[RuleId]) -> Vec<String> {
    rules.iter().map(|rule| rule.as_str().to_owned()).collect()
}

fn severities<'a>(
    levels: impl Iterator<Item = (&'a RuleId, &'a Level)>,
) -> Vec<(String, Severity)> {
    levels.map(|(rule, level)| (rule.as_str().to_owned(), Severity::from(*level))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    const CONFIG: &str = "ignore = [\"sum-mismatch\"]\n\
        [[overrides]]\npaths = [\"a\"]\nselect = [\"sum-mismatch\"]\nignore = [\"headline-group\"]\n";

    fn runs(rule: &str, select: &[&str], ignore: &[&str]) -> bool {
        let config: Config = toml::from_str(CONFIG).unwrap();
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let choices = Choices { select: owned(select), ignore: owned(ignore), ledger: None };
        let settings = settings(&config, config.overrides.iter(), &choices);
        settings.wants(rules::named(rule).unwrap())
    }

    #[test]
    fn the_nearest_has_the_last_word() {
        assert!(runs("sum-mismatch", &[], &[]));
        assert!(!runs("sum-mismatch", &[], &["sum-mismatch"]));
        assert!(!runs("headline-group", &[], &[]));
        assert!(runs("headline-group", &["headline-group"], &[]));
        assert!(!runs("unattributed-figure", &[], &[]));
        assert!(runs("unattributed-figure", &["unattributed-figure"], &[]));
    }
}

//! `tollcheck.toml`: the settings of a desk, as written.
//!
//! ```toml
//! ignore = ["rate-mismatch"]
//! fail-on = "warning"
//!
//! [[overrides]]
//! paths = ["opinion/**"]
//! ignore = ["headline-mismatch"]
//! ```
//!
//! A configuration knows nothing of the files it applies to.

use std::collections::BTreeMap;
use std::path::PathBuf;

use globset::Glob;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::de::Error;

use crate::rules;
use crate::rules::Severity;

/// The settings of a desk for the folder of the file and all below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
#[schemars(title = "tollcheck.toml")]
pub struct Config {
    /// Rules that run although they are off by default.
    pub select: Vec<RuleId>,
    /// Rules that do not run.
    pub ignore: Vec<RuleId>,
    /// The least severity that makes the exit status 1; "error" unless set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fail_on: Option<Threshold>,
    /// Files of a folder that are left out, as globs.
    pub exclude: Vec<Pattern>,
    /// Files with words of the desk's own, in the shape of data/en, each table under its name.
    pub lexicons: Vec<PathBuf>,
    /// The severity of all findings of a rule, whatever their verdict.
    pub severities: BTreeMap<RuleId, Level>,
    /// How far the words around a number reach.
    pub tolerances: Tolerances,
    /// What is held against the body.
    pub headline: Headline,
    /// The desk's agreed tolls.
    pub ledger: LedgerFile,
    /// Settings for some of the files.
    pub overrides: Vec<Override>,
    /// Findings that an editor has looked at and let stand.
    pub allow: Vec<Allow>,
}

/// What is held against the body.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Headline {
    /// Whether the headline is.
    pub check: bool,
    /// Whether the standfirst is.
    pub standfirst: bool,
}

/// Where the desk's agreed tolls are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct LedgerFile {
    /// The file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<PathBuf>,
}

/// Settings for some of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// Which files, as globs.
    pub paths: Vec<Pattern>,
    /// Rules that run although they are off by default, or off above.
    #[serde(default)]
    pub select: Vec<RuleId>,
    /// Rules that do not run.
    #[serde(default)]
    pub ignore: Vec<RuleId>,
    /// The severity of all findings of a rule.
    #[serde(default)]
    pub severities: BTreeMap<RuleId, Level>,
}

/// A finding that an editor has looked at and let stand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Allow {
    /// The file, or a glob.
    pub path: Pattern,
    /// The rule.
    pub rule: RuleId,
    /// Words of the figures concerned, as printed; without any, all findings of the rule.
    #[serde(default)]
    pub figures: Vec<String>,
    /// Why it may stand.
    pub reason: String,
}

/// A glob.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pattern(String);

/// How far the words around a number reach. Shares are parts of the stated number: "0.25" is a
/// quarter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Tolerances {
    /// From here on a number that ends in zeros may be a rounded one.
    #[serde(deserialize_with = "count", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub round_from: Option<Decimal>,
    /// The most that rounding may hide on either side.
    #[serde(deserialize_with = "share", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub round_share: Option<Decimal>,
    /// How far "about" can reach to either side.
    #[serde(deserialize_with = "share", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub about_strict: Option<Decimal>,
    /// How far a careful desk lets "about" reach.
    #[serde(deserialize_with = "share", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub about_plausible: Option<Decimal>,
    /// The least share of a number that "nearly" still holds for.
    #[serde(deserialize_with = "share", skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub nearly_strict: Option<Decimal>,
}

/// The least severity that matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Threshold {
    /// What cannot be true as printed.
    Error,
    /// Also what a careful desk would ask about.
    Warning,
    /// Anything at all.
    Note,
    /// Nothing.
    Never,
}

/// A severity as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// It cannot be true as printed.
    Error,
    /// A careful desk would ask.
    Warning,
    /// Worth knowing.
    Note,
}

/// The name of a rule that exists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct RuleId(#[schemars(schema_with = "rule_ids")] String);

impl Default for Headline {
    fn default() -> Headline {
        Headline { check: true, standfirst: true }
    }
}

impl Threshold {
    /// As it is written.
    pub fn name(self) -> &'static str {
        self.severity().map_or("never", Severity::name)
    }

    /// The least severity that fails a run; none where nothing does.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Threshold::Error => Some(Severity::Error),
            Threshold::Warning => Some(Severity::Warning),
            Threshold::Note => Some(Severity::Note),
            Threshold::Never => None,
        }
    }
}

impl From<Level> for Severity {
    fn from(level: Level) -> Severity {
        match level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Note => Severity::Note,
        }
    }
}

impl RuleId {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Pattern {
    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Pattern, D::Error> {
        let glob = String::deserialize(deserializer)?;
        match Glob::new(&glob) {
            Ok(_) => Ok(Pattern(glob)),
            Err(error) => Err(D::Error::custom(format!("\"{glob}\" is no glob: {}", error.kind()))),
        }
    }
}

/// Reads a number that is not below zero.
fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
    match <Decimal as Deserialize>::deserialize(deserializer) {
        Ok(count) if !count.is_sign_negative() => Ok(Some(count)),
        Ok(count) => Err(D::Error::custom(format!("{count} is below zero"))),
        Err(_) => Err(D::Error::custom("this is no number; \"1000\" would be one")),
    }
}

/// Reads a part of one.
fn share<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Decimal>, D::Error> {
    match <Decimal as Deserialize>::deserialize(deserializer) {
        Ok(share) if (Decimal::ZERO..=Decimal::ONE).contains(&share) => Ok(Some(share)),
        Ok(share) => Err(D::Error::custom(format!("{share} is no share: shares are from 0 to 1"))),
        Err(_) => Err(D::Error::custom("this is no number; \"0.25\" would be one")),
    }
}

impl<'de> Deserialize<'de> for RuleId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<RuleId, D::Error> {
        let name = String::deserialize(deserializer)?;
        match rules::named(&name) {
            Some(_) => Ok(RuleId(name)),
            None => Err(D::Error::custom(unknown_rule(&name))),
        }
    }
}

/// In the words of the parser's own errors, so that the nearest name is looked for in the same way.
fn unknown_rule(name: &str) -> String {
    let known: Vec<String> = rules::every().map(|rule| format!("`{}`", rule.id)).collect();
    format!("unknown rule `{name}`, expected one of {}", known.join(", "))
}

fn rule_ids(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let ids: Vec<&str> = rules::every().map(|rule| rule.id).collect();
    schemars::json_schema!({"type": "string", "enum": ids})
}

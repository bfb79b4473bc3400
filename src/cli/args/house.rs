//! What the desk has decided, and what goes before it for one run.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;

use tollcheck::rules;

/// What the desk has decided, and what goes before it.
#[derive(Clone, Debug, clap::Args)]
pub(in crate::cli) struct HouseArgs {
    /// The settings to use; the nearest tollcheck.toml upwards from each file unless given
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) config: Option<PathBuf>,
    /// Use no settings of any file
    #[arg(long, conflicts_with = "config")]
    pub(in crate::cli) no_config: bool,
    /// Run these rules although they are off; `tollcheck rules` lists them
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true)]
    pub(in crate::cli) select: Vec<String>,
    /// Do not run these rules
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true)]
    pub(in crate::cli) ignore: Vec<String>,
    /// Hold the figures against the agreed tolls in this file
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) ledger: Option<PathBuf>,
}

/// The names of all rules.
pub(super) fn rule_names() -> PossibleValuesParser {
    PossibleValuesParser::new(rules::every().map(|rule| rule.id))
}

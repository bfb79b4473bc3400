//! Words for the time over which a rate counts: "day" of "50 a day", "daily".
//!
//! One table, `periods.toml`. It does not know what is counted.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Lexicon;

/// A time over which a rate counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodWord {
    /// How many minutes it lasts.
    pub minutes: u32,
    /// Whether it needs no "a" or "each" before it: "daily".
    pub alone: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    alone: BTreeMap<String, u32>,
    units: BTreeMap<String, u32>,
}

/// Reads `periods.toml`.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    let table: Table = toml::from_str(table)?;
    let alone = table.alone.iter().map(|entry| (entry, true));
    for ((word, minutes), alone) in alone.chain(table.units.iter().map(|entry| (entry, false))) {
        lexicon.tags_for(word).period = Some(PeriodWord { minutes: *minutes, alone });
    }
    Ok(())
}

//! Stub table.

use super::Lexicon;

/// Stub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScopeWord;

/// Reads the table.
pub(super) fn load(_table: &str, _lexicon: &mut Lexicon) -> Result<(), toml::de::Error> {
    Ok(())
}

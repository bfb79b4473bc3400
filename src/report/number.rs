//! Numbers in reports for programs: strings of digits, so that none is ever rounded.

use std::fmt;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use serde::Serializer;

/// A count, printed as a string of digits.
#[derive(Clone, Copy, Debug, JsonSchema)]
pub(super) struct Number(
    #[schemars(with = "String", regex(pattern = r"^-?[0-9]+([.][0-9]+)?$"))] pub(super) Decimal,
);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match u64::try_from(self.0.mantissa()) {
            Ok(whole) if self.0.scale() == 0 => {
                serializer.serialize_str(itoa::Buffer::new().format(whole))
            }
            _ => serializer.collect_str(self),
        }
    }
}

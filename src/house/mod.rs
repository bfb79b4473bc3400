//! What a desk has decided for itself: the house style of checking.
//!
//! "Leave the headline of this draft alone" is an allowance; a finding that was there before today
//! is in the baseline. The house knows documents and findings, not how findings are printed.

pub mod fingerprint;

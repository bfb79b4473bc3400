//! All tests that look at tollcheck from outside.

mod sentences;

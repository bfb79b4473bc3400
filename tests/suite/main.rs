//! All tests that look at tollcheck from outside.

mod articles;
mod layers;
mod rules;
mod sentences;

//! All tests that look at tollcheck from outside.

mod articles;
mod documents;
mod layers;
mod numbers;
mod rules;
mod sentences;

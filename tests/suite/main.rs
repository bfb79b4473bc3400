//! All tests that look at tollcheck from outside.

#![allow(clippy::unwrap_used, reason = "a test may fail so")]

mod articles;
mod changes;
mod ci;
mod desk;
mod documents;
mod figures;
mod inputs;
mod layers;
mod lexicon;
mod lsp;
mod malformed;
mod numbers;
mod readme;
mod reports;
mod rules;
mod schemas;
mod sentences;

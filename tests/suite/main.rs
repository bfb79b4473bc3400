//! All tests that look at tollcheck from outside.

mod articles;
mod documents;
mod figures;
mod layers;
mod lexicon;
mod lsp;
mod numbers;
mod readme;
mod rules;
mod sentences;

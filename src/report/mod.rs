//! Reports: what was found, in one format a file.
//!
//! A report knows documents, figures, comparisons and findings; not how anything was found.

//! The settings of a draft's folder as an editor sees them, to write an entry into.
//!
//! Of `file:///desk/drafts/blast.txt` they may be `file:///desk/tollcheck.toml`. Where there are none,
//! they are a new file beside the draft. They know no findings.

use std::fs;
use std::path::absolute;
use std::str::FromStr;

use lsp_types::CreateFile;
use lsp_types::CreateFileOptions;
use lsp_types::DocumentChangeOperation;
use lsp_types::DocumentChanges;
use lsp_types::OneOf;
use lsp_types::OptionalVersionedTextDocumentIdentifier;
use lsp_types::Position;
use lsp_types::Range;
use lsp_types::ResourceOp;
use lsp_types::TextDocumentEdit;
use lsp_types::TextEdit;
use lsp_types::Uri;

use tollcheck::house::CONFIG_NAME;

use super::draft::Draft;

/// A file of settings.
pub(super) struct Settings {
    /// What the editor calls it.
    pub(super) uri: Uri,
    /// Whether it exists.
    pub(super) is_there: bool,
    /// Its text.
    text: String,
}

/// The settings for a draft; none where they stand in no folder above it.
pub(super) fn of(draft: &Draft) -> Option<Settings> {
    let path = absolute(draft.name()).ok()?;
    let (up, text) = match draft.config() {
        None => (0, None),
        Some(file) => {
            let file = absolute(file).ok()?;
            let below = path.strip_prefix(file.parent()?).ok()?.components().count();
            (below.checked_sub(1)?, Some(fs::read_to_string(file).ok()?))
        }
    };
    let folder = folder(draft.uri.as_str(), up)?;
    let uri = Uri::from_str(&format!("{folder}/{CONFIG_NAME}")).ok()?;
    Some(Settings { uri, is_there: text.is_some(), text: text.unwrap_or_default() })
}

/// The folder of a file, or one that is so many folders above.
fn folder(uri: &str, up: usize) -> Option<&str> {
    let uri = uri.starts_with("file:").then_some(uri)?;
    uri.rsplitn(up + 2, '/').nth(up + 1)
}

impl Settings {
    /// Adds an entry at the end.
    pub(super) fn with(&self, entry: &str) -> TextEdit {
        let line = self.text.matches('\n').count();
        let last = self.text.rsplit('\n').next().unwrap_or_default();
        let end = Position::new(
            u32::try_from(line).unwrap_or(u32::MAX),
            u32::try_from(last.encode_utf16().count()).unwrap_or(u32::MAX),
        );
        let gap = match (self.text.is_empty(), last.is_empty()) {
            (true, _) => "",
            (false, true) => "\n",
            (false, false) => "\n\n",
        };
        TextEdit { range: Range::new(end, end), new_text: format!("{gap}{entry}") }
    }

    /// The file made, with what is to be written into it.
    pub(super) fn created(self, edit: TextEdit) -> DocumentChanges {
        let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) };
        let create =
            CreateFile { uri: self.uri.clone(), options: Some(options), annotation_id: None };
        let text_document =
            OptionalVersionedTextDocumentIdentifier { uri: self.uri, version: None };
        let edits = vec![OneOf::Left(edit)];
        DocumentChanges::Operations(vec![
            DocumentChangeOperation::Op(ResourceOp::Create(create)),
            DocumentChangeOperation::Edit(TextDocumentEdit { text_document, edits }),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Settings {
        let uri = Uri::from_str("file:///desk/tollcheck.toml").unwrap();
        Settings { uri, is_there: true, text: text.to_owned() }
    }

    #[test]
    fn folders_lie_above_files() {
        let uri = "file:///desk/drafts/a%20b.txt";
        assert_eq!(folder(uri, 0), Some("file:///desk/drafts"));
        assert_eq!(folder(uri, 1), Some("file:///desk"));
        assert_eq!(folder("untitled:Untitled-1", 0), None);
    }

    #[test]
    fn entries_stand_at_the_end() {
        for (text, line, column, written) in [
            ("", 0, 0, "[[allow]]\n"),
            ("ignore = []\n", 1, 0, "\n[[allow]]\n"),
            ("ignore = []", 0, 11, "\n\n[[allow]]\n"),
        ] {
            let edit = settings(text).with("[[allow]]\n");
            let end = Position::new(line, column);
            assert_eq!((edit.range, edit.new_text.as_str()), (Range::new(end, end), written));
        }
    }
}

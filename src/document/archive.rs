//! Archives: JSON Lines, one article a line, read one at a time.
//!
//! `{"id": 7, "title": "Blast kills 12", "text": "Twelve people died."}` is an article of two
//! blocks. An archive does not know how it was packed.

use std::io;
use std::io::BufRead;
use std::io::Read;

use super::json::Value;
use super::prose::Prose;
use super::source::Source;
use super::{BlockKind, Document, ReadError, encoding, json, ninjs};

/// Which fields of a record hold what. The first that a record has counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// The text of the article.
    pub text: Vec<String>,
    /// Its headline; where the text begins with the same words they are read once.
    pub title: Vec<String>,
    /// What the archive calls it.
    pub id: Vec<String>,
}

impl Default for Fields {
    fn default() -> Fields {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Fields {
            text: names(&["text", "body", "content", "full"]),
            title: names(&["title", "headline"]),
            id: names(&["id", "uri", "url"]),
        }
    }
}

/// The articles of an archive. A line that cannot be read gives an error and the next line follows.
pub struct Archive<'a> {
    file: Box<dyn BufRead + 'a>,
    path: String,
    fields: Fields,
    /// The most bytes that a line may have.
    largest: usize,
    /// The lines read so far, and their bytes.
    lines: usize,
    bytes: usize,
    ended: bool,
}

/// A line longer than any article is passed over; one longer than this is no line of an archive.
const PASSED_OVER: u64 = 1 << 30;

impl<'a> Archive<'a> {
    pub(super) fn new(
        file: Box<dyn BufRead + 'a>,
        path: &str,
        fields: Fields,
        largest: usize,
    ) -> Archive<'a> {
        let path = path.to_owned();
        Archive { file, path, fields, largest, lines: 0, bytes: 0, ended: false }
    }

    /// Reads the next line that is not blank; where nothing follows, there is none.
    fn next_document(&mut self) -> Option<Result<Document, ReadError>> {
        loop {
            let start = self.bytes;
            let line = match self.next_line() {
                Ok(line) if line.is_empty() => return None,
                Ok(line) => line,
                Err(message) => return Some(Err(self.error(message))),
            };
            if line.iter().any(|byte| !byte.is_ascii_whitespace()) {
                let read = self.document(line, start);
                return Some(read.map_err(|message| self.error(message)));
            }
        }
    }

    /// The next line with its end; empty at the end of the file.
    fn next_line(&mut self) -> Result<Vec<u8>, String> {
        let mut line = Vec::new();
        let most = self.largest as u64 + 1;
        self.lines += 1;
        let read = (&mut self.file).take(most).read_until(b'\n', &mut line);
        self.bytes += read.map_err(|error| self.give_up(&error))?;
        if line.len() <= self.largest || line.ends_with(b"\n") {
            return Ok(line);
        }
        let passed = pass_over(&mut self.file).map_err(|error| self.give_up(&error))?;
        self.ended = passed == PASSED_OVER;
        self.bytes += usize::try_from(passed).unwrap_or(0);
        Err(format!("longer than the {} MB of an article", self.largest >> 20))
    }

    fn give_up(&mut self, error: &io::Error) -> String {
        self.ended = true;
        error.to_string()
    }

    fn error(&self, message: String) -> ReadError {
        ReadError::at_line(&self.path, self.lines, message)
    }

    /// The article of a line that starts at byte `start` of the file.
    fn document(&self, mut line: Vec<u8>, start: usize) -> Result<Document, String> {
        line.truncate(line.trim_ascii_end().len());
        let decoded = encoding::decode(line)?;
        let record = Record::of(&decoded.text, &self.fields)?;
        let id = record.id.map(Value::to_text);
        let prose = record.prose()?;
        let decoding = decoded.offsets.moved(decoded.text.len(), start);
        let mut source = Source::hidden(decoded.text, prose.places, self.lines - 1);
        source.decoding = decoding;
        Ok(Document { text: prose.text, blocks: prose.blocks, comments: Vec::new(), id, source })
    }
}

impl Iterator for Archive<'_> {
    type Item = Result<Document, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended { None } else { self.next_document() }
    }
}

/// Passes over the rest of a line, and says how long it is.
fn pass_over(file: &mut dyn BufRead) -> io::Result<u64> {
    let mut passed = 0;
    while passed < PASSED_OVER {
        let chunk = file.fill_buf()?;
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let count = end.map_or(chunk.len(), |end| end + 1);
        file.consume(count);
        passed += count as u64;
        if end.is_some() || count == 0 {
            return Ok(passed);
        }
    }
    Ok(PASSED_OVER)
}

/// The fields of a line that are read.
#[derive(Debug, Default)]
struct Record<'a> {
    text: Option<Value<'a>>,
    title: Option<Value<'a>>,
    id: Option<Value<'a>>,
}

impl<'a> Record<'a> {
    fn of(line: &'a str, fields: &Fields) -> Result<Record<'a>, String> {
        let members = Value::all(line).members()?;
        let find = |names: &[String]| {
            let mut found = names.iter().filter_map(|name| {
                let member = members.iter().find(|(key, _)| key == name)?;
                Some(member.1)
            });
            found.next()
        };
        let (text, title, id) = (find(&fields.text), find(&fields.title), find(&fields.id));
        match text {
            None => Err(format!("no field {}", fields.text.join(" or "))),
            Some(text) if !text.is_string() => Err("the field of the text is no string".to_owned()),
            _ => Ok(Record { text, title: title.filter(|title| title.is_string()), id }),
        }
    }

    /// The headline and the blocks of the text.
    fn prose(&self) -> Result<Prose, String> {
        let mut prose = Prose::default();
        let text = self.text.map(Value::to_text).unwrap_or_default();
        let title =
            self.title.filter(|title| !text.trim_start().starts_with(title.to_text().trim()));
        if let Some(title) = title {
            prose.begin(BlockKind::Headline);
            json::unescape(title.written, title.at, &mut prose);
            prose.end();
        }
        if let Some(text) = self.text {
            ninjs::text(text, &mut prose)?;
        }
        Ok(prose)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(archive: &str) -> Vec<Result<Document, ReadError>> {
        let file: Box<dyn BufRead> = Box::new(archive.as_bytes());
        Archive::new(file, "a.jsonl", Fields::default(), 200).collect()
    }

    #[test]
    fn one_article_a_line() {
        let archive = "{\"id\": 7, \"title\": \"Blast kills 12\", \"text\": \"\\u00dc: 12 dead.\\n\\nSo.\"}\n\n\
                       {\"text\":\"Blast kills 12\\n\\nTwelve died.\",\"title\":\"Blast kills 12\"}";
        let read: Vec<_> = read(archive).into_iter().map(Result::unwrap).collect();
        let kinds = |d: &Document| d.blocks.iter().map(|b| b.kind).collect::<Vec<_>>();
        let [first, second] = read.as_slice() else { panic!("two articles") };
        use BlockKind::*;
        assert_eq!(kinds(first), [Headline, Paragraph, Paragraph]);
        assert_eq!(kinds(second), [Headline, Paragraph]);
        assert_eq!((first.id.as_deref(), second.id.as_deref()), (Some("7"), None));
        let place = first.place(first.blocks[1].span);
        assert_eq!(&archive[place.start..place.end], "\\u00dc: 12 dead.");
        assert_eq!((place.line, place.column), (1, 47));
        let place = second.place(second.blocks[1].span);
        assert_eq!(&archive[place.start..place.end], "Twelve died.");
        assert_eq!((place.line, place.column), (3, 28));
        assert_eq!(second.shown(), "Blast kills 12\n\nTwelve died.");
    }

    #[test]
    fn a_bad_line_does_not_end_it() {
        let long = format!("{{\"text\":\"{}\"}}", "a".repeat(200));
        let archive = format!(
            "{{\"text\":\"12\n[1]\n{{\"text\":1}}\n{{}}\n{long}\n\x00\n{{\"text\":\"12 dead\"}}\n"
        );
        let lines = read(&archive).into_iter().map(|read| match read {
            Ok(document) => document.text,
            Err(error) => error.to_string(),
        });
        let expected = [
            "a.jsonl:1: the JSON object ends too early",
            "a.jsonl:2: no JSON object",
            "a.jsonl:3: the field of the text is no string",
            "a.jsonl:4: no field text or body or content or full",
            "a.jsonl:5: longer than the 0 MB of an article",
            "a.jsonl:6: this is a binary file, not text",
            "12 dead",
        ];
        assert_eq!(lines.collect::<Vec<_>>(), expected);
    }
}

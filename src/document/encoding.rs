//! From bytes to text: which encoding a file is in, and where each character stood.
//!
//! The bytes `12 d\xE9c\xE8s` are "12 décès" in Windows-1252. Encodings know no formats; what
//! cannot be text at all (a picture, a program) is refused.

use encoding_rs::Encoding;
use encoding_rs::UTF_8;

use super::offsets::Offsets;
use crate::span::Span;

/// A file's text, and where its bytes stand in the file.
#[derive(Debug, Default)]
pub(super) struct Decoded {
    /// The text.
    pub(super) text: String,
    /// From the text to the file.
    pub(super) offsets: Offsets,
}

/// How much of a file the guess at a legacy encoding looks at.
const GUESSED_FROM: usize = 1 << 20;

/// How far into a file it may say its encoding.
const DECLARED_WITHIN: usize = 1024;

/// Reads bytes as text, or says what they are instead.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, String> {
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, ..] => return utf8(bytes, 3),
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => {
            return Err("UTF-32 text is not read; save it as UTF-8".to_owned());
        }
        [0xFF, 0xFE, ..] => return Ok(utf16(&bytes, 2, u16::from_le_bytes)),
        [0xFE, 0xFF, ..] => return Ok(utf16(&bytes, 2, u16::from_be_bytes)),
        _ => {}
    }
    if let Some(kind) = binary_kind(&bytes) {
        return Err(format!("this is {kind}, not text{}", remedy(kind)));
    }
    if memchr::memchr(0, &bytes).is_some() {
        return match wide_order(&bytes) {
            Some(order) => Ok(utf16(&bytes, 0, order)),
            None => Err("this is a binary file, not text".to_owned()),
        };
    }
    utf8(bytes, 0)
}

/// What a file is by its first bytes, where that is no text.
fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a zip archive"),
        (b"\x1F\x8B", "gzip data"),
        (b"\x28\xB5\x2F\xFD", "zstd data"),
        (b"\xD0\xCF\x11\xE0", "an old Office document"),
        (b"{\\rtf", "an RTF document"),
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x7FELF", "a program"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// What can be done about a file that is no text.
fn remedy(kind: &str) -> &'static str {
    match kind {
        "a zip archive" => "; a Word document has a name in .docx",
        "an old Office document" | "an RTF document" => "; save it as .docx",
        "a PDF" => "; take the draft that it was made from",
        _ => "",
    }
}

/// The byte order of two-byte text without a mark: Western letters have their zero byte always on
/// the same side.
fn wide_order(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let zeros =
        |side: usize| bytes.iter().skip(side).step_by(2).take(2000).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = bytes.len().min(4000) / 2 * 7 / 10;
    match (even, odd) {
        (0, odd) if odd > 1 && odd >= most => Some(u16::from_le_bytes),
        (even, 0) if even > 1 && even >= most => Some(u16::from_be_bytes),
        _ => None,
    }
}

/// UTF-8 behind a mark of `mark` bytes, or what a file without a mark is most likely to be.
fn utf8(bytes: Vec<u8>, mark: usize) -> Result<Decoded, String> {
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            text.drain(..mark);
            let offsets = Offsets::shifted(text.len(), mark);
            Ok(Decoded { text, offsets })
        }
        Err(error) => {
            let bytes = error.into_bytes();
            let encoding = if mark > 0 { UTF_8 } else { guess(&bytes) };
            Ok(match encoding {
                e if e == UTF_8 => damaged_utf8(&bytes, mark),
                e if e.is_single_byte() => single_byte(&bytes, e),
                e => multi_byte(&bytes, e),
            })
        }
    }
}

/// The encoding that an HTML or XML file says it has.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes).trim_ascii_start();
    if !head.starts_with(b"<") {
        return None;
    }
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let after = ["charset=", "encoding="].iter().find_map(|word| Some(head.split_once(word)?.1))?;
    let after = after.trim_start_matches(['"', '\'', ' ']);
    let label = after.split(['"', '\'', ' ', ';', '>', '/', '?']).next()?;
    // UTF-16 would have been seen before: the file is not what it says.
    Encoding::for_label(label.as_bytes()).filter(|e| e.is_ascii_compatible())
}

/// The encoding of text that is not valid UTF-8. A few damaged bytes among many sound characters
/// are damage, not another encoding.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let (mut sound, mut damaged) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    if sound >= 4 * damaged {
        return UTF_8;
    }
    if let Some(encoding) = declared(bytes) {
        return encoding;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(GUESSED_FROM)], true);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

/// Collects characters with the bytes they came from.
#[derive(Default)]
struct Characters {
    decoded: Decoded,
}

impl Characters {
    /// Adds what `bytes` of the file read as.
    fn push(&mut self, read: &str, bytes: Span) {
        let start = self.decoded.text.len();
        self.decoded.text.push_str(read);
        self.decoded.offsets.push(Span::new(start, self.decoded.text.len()), bytes);
    }

    /// Adds one character.
    fn push_char(&mut self, read: char, bytes: Span) {
        self.push(read.encode_utf8(&mut [0; 4]), bytes);
    }
}

/// UTF-8 with damaged places, each read as U+FFFD.
fn damaged_utf8(bytes: &[u8], mark: usize) -> Decoded {
    let mut characters = Characters::default();
    let mut at = mark;
    for chunk in bytes[mark..].utf8_chunks() {
        let (sound, damaged) = (chunk.valid().len(), chunk.invalid().len());
        if sound > 0 {
            characters.push(chunk.valid(), Span::new(at, at + sound));
        }
        if damaged > 0 {
            characters.push_char('\u{FFFD}', Span::new(at + sound, at + sound + damaged));
        }
        at += sound + damaged;
    }
    characters.decoded
}

/// An encoding of one byte a character.
fn single_byte(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let mut characters = Characters::default();
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    for (at, read) in text.chars().enumerate() {
        characters.push_char(read, Span::new(at, at + 1));
    }
    characters.decoded
}

/// An encoding of several bytes a character, fed byte by byte to learn which belong together.
fn multi_byte(bytes: &[u8], encoding: &'static Encoding) -> Decoded {
    let mut characters = Characters::default();
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut start, mut read) = (0, String::with_capacity(32));
    for (at, byte) in bytes.iter().enumerate() {
        let last = at + 1 == bytes.len();
        let _ = decoder.decode_to_string(&[*byte], &mut read, last);
        if !read.is_empty() {
            characters.push(&read, Span::new(start, at + 1));
            read.clear();
            start = at + 1;
        }
    }
    characters.decoded
}

/// Text of two-byte units; a lone surrogate or a cut unit reads as U+FFFD.
fn utf16(bytes: &[u8], mark: usize, order: fn([u8; 2]) -> u16) -> Decoded {
    let mut characters = Characters::default();
    let (units, rest) = bytes[mark..].as_chunks::<2>();
    let mut at = mark;
    for read in char::decode_utf16(units.iter().map(|unit| order(*unit))) {
        let read = read.unwrap_or('\u{FFFD}');
        let end = at + 2 * read.len_utf16();
        characters.push_char(read, Span::new(at, end));
        at = end;
    }
    if !rest.is_empty() {
        characters.push_char('\u{FFFD}', Span::new(at, at + 1));
    }
    characters.decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of some bytes, and the bytes of its word "dead".
    fn read(bytes: &[u8]) -> (String, Vec<u8>) {
        let decoded = decode(bytes.to_vec()).unwrap();
        let start = decoded.text.find("dead").unwrap();
        let place = decoded.offsets.span(Span::new(start, start + 4));
        (decoded.text, bytes[place.start..place.end].to_vec())
    }

    #[test]
    fn marks_are_not_text() {
        assert_eq!(read(b"\xEF\xBB\xBF12 dead"), ("12 dead".into(), b"dead".into()));
        let wide: Vec<u8> = "\u{FEFF}é 12 dead".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide), ("é 12 dead".into(), b"d\0e\0a\0d\0".into()));
        let wide: Vec<u8> = "\u{FEFF}𝟏 12 dead".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&wide), ("𝟏 12 dead".into(), b"\0d\0e\0a\0d".into()));
    }

    #[test]
    fn wide_text_without_a_mark() {
        let wide: Vec<u8> = "12 dead in Kabul".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide).0, "12 dead in Kabul");
    }

    #[test]
    fn legacy_text() {
        let text = b"Au moins 12 morts \x96 d\xE9c\xE8s confirm\xE9s: 12 dead, \x93a dozen\x94";
        let (text, place) = read(text);
        assert_eq!(text, "Au moins 12 morts – décès confirmés: 12 dead, “a dozen”");
        assert_eq!(place, b"dead");
    }

    #[test]
    fn files_that_say_their_encoding() {
        let (text, _) = read(b"<meta charset=\"windows-1251\"><p>\xCF\xCF 12 dead");
        assert!(text.ends_with("ПП 12 dead"), "{text}");
        let (text, _) = read(b"<?xml version='1.0' encoding='koi8-r'?><p>\xCF\xCF 12 dead");
        assert!(text.ends_with("оо 12 dead"), "{text}");
    }

    #[test]
    fn several_bytes_a_character() {
        let (bytes, _, _) = encoding_rs::SHIFT_JIS
            .encode("地震で12人が死亡した。負傷者は三十人に上るという。dead 地震の死者");
        let (text, place) = read(&bytes);
        assert!(text.starts_with("地震で12人"), "{text}");
        assert_eq!(place, b"dead");
    }

    #[test]
    fn damage_is_not_another_encoding() {
        let mut bytes = "“Twelve” – “dozen” – dead".as_bytes().to_vec();
        bytes.push(0xE2);
        assert_eq!(read(&bytes), ("“Twelve” – “dozen” – dead\u{FFFD}".into(), b"dead".into()));
    }

    #[test]
    fn what_is_no_text() {
        assert_eq!(
            decode(b"%PDF-1.7 ...".to_vec()).unwrap_err(),
            "this is a PDF, not text; take the draft that it was made from"
        );
        assert!(decode(b"\0\x01\x02abc\0\0\0\x7F".to_vec()).is_err());
        assert!(decode(b"\0".to_vec()).is_err());
        assert_eq!(decode(Vec::new()).unwrap().text, "");
    }
}

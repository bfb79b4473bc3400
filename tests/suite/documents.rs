//! One article in every format: its blocks, its figures and their places in the original.

use std::fs;
use std::io::Read;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::CompressionLevel;
use ruzstd::encoding::compress_to_vec;
use tollcheck::document::BlockKind;
use tollcheck::document::Document;
use tollcheck::document::Format;
use tollcheck::document::Intake;
use tollcheck::lexicon::Lexicon;
use tollcheck::rules::Settings;
use tollcheck::span::Span;

const BLOCKS: [(BlockKind, &str); 9] = [
    (BlockKind::Headline, "Cable car falls near Sankt Löwen, killing 17"),
    (BlockKind::Standfirst, "Nine of the injured are in a critical condition"),
    (
        BlockKind::Paragraph,
        "A cable car fell onto a ski slope above Sankt Löwen on Friday, killing 17 people – eleven \
         of them children – and injuring 23, police said.",
    ),
    (
        BlockKind::Paragraph,
        "The canton’s prosecutor, Réto Müller, said that “at least 30” others had walked away \
         unhurt. The cabin was built by Frey & Söhne.",
    ),
    (BlockKind::Heading, "The victims"),
    (BlockKind::ListItem, "eleven pupils of a school in Lyon"),
    (BlockKind::ListItem, "four of their teachers"),
    (BlockKind::ListItem, "the two attendants of the cabin"),
    (BlockKind::Paragraph, "In 1998 a cable car crash in the same valley killed 20 people."),
];

/// Words of the article that every format but one writes as they are.
const WORDS: [&str; 5] = ["killing 17", "police said", "at least 30", "teachers", "20 people"];

/// A file of the article, and the bytes that its offsets count.
struct Sample {
    name: String,
    file: Vec<u8>,
    original: Vec<u8>,
}

fn sample(ending: &str) -> Sample {
    let file = fs::read(format!("data/samples/cable-car.{ending}")).unwrap();
    Sample { name: format!("cable-car.{ending}"), original: file.clone(), file }
}

/// The article as plain text in another encoding, by what each character becomes.
fn encoded(name: &str, encode: impl Fn(char) -> Vec<u8>) -> Sample {
    let text = String::from_utf8(sample("txt").file).unwrap();
    let file: Vec<u8> = text.chars().flat_map(encode).collect();
    Sample { name: name.to_owned(), original: file.clone(), file }
}

fn wide(order: fn(u16) -> [u8; 2]) -> impl Fn(char) -> Vec<u8> {
    move |c| c.encode_utf16(&mut [0; 2]).iter().flat_map(|unit| order(*unit)).collect()
}

/// A sample packed by gzip.
fn gzipped(sample: Sample) -> Sample {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(&sample.file).unwrap();
    Sample { name: sample.name + ".gz", file: packed.finish().unwrap(), ..sample }
}

/// A sample packed by zstd.
fn zstandard(sample: Sample) -> Sample {
    let file = compress_to_vec(sample.file.as_slice(), CompressionLevel::Fastest);
    assert!(file.starts_with(b"\x28\xB5\x2F\xFD"));
    Sample { name: sample.name + ".zst", file, ..sample }
}

/// The draft as it is shipped in every format.
fn shipped() -> Vec<Sample> {
    let mut samples = Vec::from(["txt", "md", "html", "json", "xml", "nitf", "jsonl"].map(sample));
    let mut word = sample("docx");
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(&word.file)).unwrap();
    word.original.clear();
    parts.by_name("word/document.xml").unwrap().read_to_end(&mut word.original).unwrap();
    samples.push(word);
    samples
}

/// The draft in every format, encoding and packing.
fn samples() -> Vec<Sample> {
    let mut samples = shipped();
    samples
        .push(encoded("latin.txt", |c| encoding_rs::WINDOWS_1252.encode(&c.to_string()).0.into()));
    samples.push(encoded("wide.txt", wide(u16::to_le_bytes)));
    samples.push(encoded("wide-be.txt", wide(u16::to_be_bytes)));
    samples.extend(shipped().into_iter().map(gzipped));
    samples.extend(shipped().into_iter().map(zstandard));
    samples
}

fn read(sample: &Sample) -> Document {
    let documents = Intake::default().open(sample.file.as_slice(), &sample.name);
    documents.map(Result::unwrap).last().unwrap()
}

/// What tollcheck makes of a document: its figures and findings in words.
fn reading(document: &Document) -> Vec<String> {
    let checked = tollcheck::check(document, Lexicon::english(), &Settings::default());
    let figures = checked.facts.figures.iter().map(|figure| {
        format!("{} = {} {}", document.words(figure.span), figure.outcome.name(), figure.quantity)
    });
    let findings = checked.judged.findings.iter().map(ToString::to_string);
    figures.chain(findings).map(|line| line.replace('\n', " ")).collect()
}

#[test]
fn every_format_has_the_same_blocks() {
    for sample in samples() {
        let document = read(&sample);
        let blocks = document.blocks.iter().map(|b| (b.kind, document.words(b.span)));
        let blocks: Vec<_> = blocks.map(|(kind, words)| (kind, words.replace('\n', " "))).collect();
        let expected: Vec<_> =
            BLOCKS.iter().map(|(kind, words)| (*kind, (*words).into())).collect();
        assert_eq!(blocks, expected, "{}", sample.name);
    }
}

#[test]
fn every_format_has_the_same_figures() {
    let mut samples = samples().into_iter();
    let expected = reading(&read(&samples.next().unwrap()));
    assert!(expected.len() >= 5, "{expected:?}");
    for sample in samples {
        assert_eq!(reading(&read(&sample)), expected, "{}", sample.name);
    }
}

#[test]
fn words_point_into_the_original_bytes() {
    for sample in samples() {
        let document = read(&sample);
        for words in WORDS {
            let start =
                document.text.find(words).unwrap_or_else(|| panic!("{words} {}", sample.name));
            let place = document.place(Span::new(start, start + words.len()));
            let bytes = &sample.original[place.start..place.end];
            let written: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
            let written = String::from_utf8(written).unwrap();
            // Markup may stand between words, and words may wrap.
            let bare: String = written.split(['<', '>']).step_by(2).collect();
            let bare = bare.replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(bare, words, "{}", sample.name);
        }
    }
}

#[test]
fn lines_and_columns_count_characters_of_the_original() {
    let lines = |ending: &str| {
        let document = read(&sample(ending));
        let start = document.text.find("Müller").unwrap();
        let place = document.place(Span::new(start, start + 1));
        (place.line, place.column)
    };
    assert_eq!(lines("txt"), (7, 31));
    assert_eq!(lines("md"), (13, 31));
    assert_eq!(lines("html"), (13, 34));
    assert_eq!(lines("docx"), (4, 31));
    assert_eq!(lines("jsonl").0, 2);
}

#[test]
fn the_end_of_a_name_tells_the_format() {
    assert_eq!(Format::of_name("a.b/Draft.MD"), Some(Format::Markdown));
    assert_eq!(Format::of_name("archive.jsonl.zst"), Some(Format::JsonLines));
    assert_eq!(Format::of_name("draft"), None);
    assert_eq!(Format::of_name("md"), None);
    assert!(Format::Ninjs.fits(b"{\"uri\": \"x\", \"headline\": \"y\"}"));
    assert!(!Format::Ninjs.fits(b"{\"name\": \"package\"}"));
}

#[test]
fn a_file_may_be_cut_anywhere() {
    for sample in samples() {
        for end in (0..sample.file.len()).step_by(5) {
            let documents = Intake::default().open(&sample.file[..end], &sample.name);
            documents.flatten().for_each(|document| assert_sound(&document));
        }
    }
}

/// The blocks follow each other within the text, and all places can be found and shown.
fn assert_sound(document: &Document) {
    let mut at = 0;
    for block in &document.blocks {
        assert!(at <= block.span.start && block.span.start < block.span.end);
        assert!(!document.words(block.span).trim().is_empty());
        let shown = document.shown_span(block.span);
        assert!(document.shown().get(shown.start..shown.end).is_some());
        let place = document.place(block.span);
        assert!(place.start < place.end && place.line > 0 && place.column > 0);
        at = block.span.end;
    }
}

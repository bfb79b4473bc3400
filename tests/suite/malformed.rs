//! Inputs that are cut, damaged, hostile or not what their names say: each is read as far as it
//! makes sense or refused in one clear line, in bounded memory, and the files beside it are checked.

use std::fs;
use std::io::Cursor;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::time::Instant;

use flate2::Compression;
use flate2::write::GzEncoder;
use tollcheck::document::Intake;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The most that an article may have, here: the real limit would only make the bombs slower.
const LARGEST: usize = 1 << 20;

/// A file by its name, what is in it, and what the error says; nothing where it is read.
type Case = (&'static str, Vec<u8>, &'static str);

/// What is wrong is no reason to refuse it.
const READ: &str = "";

fn text(name: &'static str, text: &str, says: &'static str) -> Case {
    (name, text.as_bytes().to_vec(), says)
}

fn plain() -> Vec<Case> {
    let wide: Vec<u8> = "\u{FEFF}12 dead".encode_utf16().flat_map(u16::to_le_bytes).collect();
    vec![
        text("empty.txt", "", READ),
        text("blank.txt", &"\n \r\n\t".repeat(50_000), READ),
        ("cut.txt", b"Twelve died in Z\xC3".to_vec(), READ),
        ("cut-wide.txt", wide[..wide.len() - 1].to_vec(), READ),
        ("noise.txt", (0x80..=0xFF).cycle().take(5000).collect(), READ),
        ("program.txt", b"12\0\0\x01\x02 dead\0".to_vec(), "this is a binary file, not text"),
        ("pdf.txt", b"%PDF-1.7\n12 dead".to_vec(), "this is a PDF, not text"),
        (
            "wide.txt",
            b"\xFF\xFE\0\x001\0\0\0".to_vec(),
            "UTF-32 text is not read; save it as UTF-8",
        ),
        ("word.txt", docx("<w:p/>"), "this is a zip archive, not text"),
        text("line.txt", &"they died ".repeat(100_000), READ),
        text("huge.txt", &"they died\n".repeat(200_000), "larger than the 1 MB of an article"),
    ]
}

fn markdown() -> Vec<Case> {
    let aliases =
        (1..60).map(|n| format!("a{n}: &a{n} [*a{0}, *a{0}]\n", n - 1)).collect::<String>();
    vec![
        text("empty.md", "", READ),
        text("head.md", "---\ntitle: 12 dead\n", READ),
        text("head-damaged.md", "---\ntitle: [\n\t- }\n---\n12 dead", READ),
        text("head-bomb.md", &format!("---\na0: &a0 x\n{aliases}---\n12 dead"), READ),
        text("head-deep.md", &format!("---\na: {}\n---\n12 dead", "[".repeat(100_000)), READ),
        text("head-toml.md", &format!("+++\na = {}\n+++\n12 dead", "[".repeat(100_000)), READ),
        text("quotes.md", &format!("{}12 dead", ">".repeat(100_000)), READ),
        text(
            "lists.md",
            &(0..700).map(|n| format!("{}- 12\n", " ".repeat(n))).collect::<String>(),
            READ,
        ),
        text("stars.md", &"*a **a ".repeat(50_000), READ),
        text("links.md", &"[".repeat(200_000), READ),
        text("fence.md", "```\n12 dead", READ),
        text("cells.md", &format!("{0}\n{1}\n{0}\n", "|a".repeat(5000), "|-".repeat(5000)), READ),
        ("binary.md", b"# 12\0\0\x07".to_vec(), "this is a binary file, not text"),
        text("huge.md", &"they died\n\n".repeat(200_000), "larger than the 1 MB of an article"),
    ]
}

fn html() -> Vec<Case> {
    vec![
        text("empty.html", "", READ),
        text("cut.html", "<p>12 dead</p><p class=\"", READ),
        text("comment.html", "<p>12 dead</p><!-- never closed", READ),
        text("crossed.html", "<b><p>12 <i>dead</b></i></li></table></p>", READ),
        text("scripts.html", "<script>12 dead</script><style>", READ),
        text("deep.html", &"<div>".repeat(100_000), "elements nested deeper than 4096"),
        text("inline.html", &format!("{}12 dead", "<b>".repeat(100_000)), READ),
        text("tags.html", &"<".repeat(500_000), READ),
        text("names.html", &format!("<p {}>12 dead", "a=1 ".repeat(100_000)), READ),
        text("entities.html", &"&lol;&#xFFFFFFFF;&amp".repeat(20_000), READ),
        ("charset.html", b"<meta charset=utf-8><p>12 d\xE9c\xE8s \x93a\x94".to_vec(), READ),
        ("binary.html", b"<p>\0\0\x01".to_vec(), "this is a binary file, not text"),
        text("rows.html", &"<table><tr><td>12".repeat(1500), "elements nested deeper than 4096"),
        text("huge.html", &"<p>They died".repeat(200_000), "larger than the 1 MB of an article"),
    ]
}

/// A Word document of this body.
fn docx(body: &str) -> Vec<u8> {
    let xml = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    zipped("word/document.xml", xml.as_bytes())
}

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    file.start_file(name, SimpleFileOptions::default()).unwrap();
    file.write_all(bytes).unwrap();
    file.finish().unwrap().into_inner()
}

fn word() -> Vec<Case> {
    let sound = docx("<w:p><w:r><w:t>12 dead</w:t></w:r></w:p>");
    let mut damaged = sound.clone();
    damaged[60..80].fill(0xAA);
    let entities =
        "<!DOCTYPE d [<!ENTITY a \"12\"><!ENTITY b \"&a;&a;&a;\">]><d><p><t>&b;</t></p></d>";
    let part = |xml: &[u8]| zipped("word/document.xml", xml);
    vec![
        ("empty.docx", Vec::new(), "no Word document: invalid Zip archive"),
        ("cut.docx", sound[..sound.len() / 2].to_vec(), "no Word document: invalid Zip archive"),
        ("damaged.docx", damaged, "word/document.xml: "),
        (
            "old.docx",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".repeat(100),
            "no Word document: invalid Zip",
        ),
        ("sheet.docx", zipped("xl/workbook.xml", b"<a/>"), "without word/document.xml: no Word"),
        ("bomb.docx", part(&vec![b' '; 8 << 20]), "word/document.xml unpacks to more than 1 MB"),
        ("entities.docx", part(entities.as_bytes()), READ),
        (
            "deep.docx",
            docx(&"<w:r>".repeat(9000)),
            "word/document.xml: elements nested deeper than 256",
        ),
        ("xml.docx", part(b"<d><p></d>"), "word/document.xml: not well-formed XML"),
        ("xml-cut.docx", part(b"<d><p>"), "word/document.xml: the XML ends too early"),
        ("latin.docx", part(b"<d>\xE9</d>"), "word/document.xml is not UTF-8"),
        ("bare.docx", part(b""), READ),
    ]
}

fn ninjs() -> Vec<Case> {
    let deep = "{\"associations\":{\"a\":".repeat(20_000);
    let body = |html: &str| format!("{{\"headline\": \"x\", \"body_html\": \"{html}\"}}");
    vec![
        text("empty.json", "", "no JSON object"),
        text("cut.json", "{\"headline\": \"12 de", "the JSON object ends too early"),
        text("list.json", "[{\"headline\": \"12 dead\"}]", "no JSON object"),
        text("other.json", "{\"name\": \"package\"}", "no headline and no body: no ninjs item"),
        text("types.json", "{\"headline\": 12, \"body_text\": [\"a\"]}", "no headline and no body"),
        text(
            "damaged.json",
            "{\"headline\": \"12\"; }",
            "no JSON object: expected `,` or `}` at column",
        ),
        text("deep.json", &deep, "the JSON object ends too early"),
        text(
            "deep-closed.json",
            &format!("{{\"headline\":\"12\",\"a\":{}1{}}}", "[".repeat(99_999), "]".repeat(99_999)),
            READ,
        ),
        text(
            "deep-html.json",
            &body(&("<div>".repeat(9000) + "</p>")),
            "elements nested deeper than 4096",
        ),
        text("escapes.json", &body(r"\ud800 \udc00 \u0000 \ud83d\ud83d"), READ),
        ("latin.json", b"{\"headline\": \"12 d\xE9c\xE8s\"}".to_vec(), READ),
        ("binary.json", b"{\"headline\": \"12\0\"}".to_vec(), "this is a binary file, not text"),
        text(
            "huge.json",
            &body(&"they died ".repeat(200_000)),
            "larger than the 1 MB of an article",
        ),
    ]
}

fn newsml() -> Vec<Case> {
    let entities: String =
        (1..60).map(|n| format!("<!ENTITY a{n} \"&a{0};&a{0};\">", n - 1)).collect();
    let entities = format!("<!DOCTYPE nitf [{entities}]><nitf><hl1>&a59; dead</hl1></nitf>");
    let outside = "<!DOCTYPE nitf SYSTEM \"file:///etc/passwd\"><nitf><hl1>12 dead</hl1></nitf>";
    vec![
        text("empty.xml", "", "neither NewsML nor NITF"),
        text("cut.xml", "<nitf><body.content><p>12 de", "the XML ends too early"),
        text("cut-tag.xml", "<nitf><hl1>12 dead</hl1", "not well-formed XML: "),
        text("crossed.xml", "<nitf><p>12 dead</nitf></p>", "not well-formed XML: "),
        text("other.xml", "<rss><title>12 dead</title></rss>", "neither NewsML nor NITF"),
        text("none.xml", "<newsMessage><itemSet/></newsMessage>", "no news item with a text"),
        text("entities.xml", &entities, READ),
        text("outside.xml", outside, READ),
        text("deep.xml", &"<nitf>".repeat(100_000), "elements nested deeper than 256"),
        text(
            "names.xml",
            &format!("<nitf {}/>", "a='1' ".repeat(100_000)),
            "no news item with a text",
        ),
        ("binary.xml", b"<nitf>\0\0</nitf>".to_vec(), "this is a binary file, not text"),
        (
            "latin.xml",
            b"<?xml version='1.0' encoding='utf-16'?><nitf><hl1>12 d\xE9c\xE8s</hl1></nitf>"
                .to_vec(),
            READ,
        ),
        text(
            "huge.xml",
            &format!("<nitf>{}</nitf>", "<p>So</p>".repeat(200_000)),
            "larger than the 1 MB",
        ),
    ]
}

fn lines() -> Vec<Case> {
    let long =
        format!("{{\"text\": \"{}\"}}\n{{\"text\": \"12 dead\"}}\n", "they died ".repeat(200_000));
    let deep = format!("{{\"text\":\"12\",\"a\":{}1{}}}\n", "[".repeat(99_999), "]".repeat(99_999));
    vec![
        text("empty.jsonl", "", READ),
        text("blank.jsonl", "\n\r\n \n", READ),
        text(
            "cut.jsonl",
            "{\"text\": \"12 dead\"}\n{\"text\": \"12",
            ":2: the JSON object ends too early",
        ),
        text("list.jsonl", "[\n{\"text\": \"12 dead\"},\n]\n", ":1: no JSON object"),
        text("types.jsonl", "{\"text\": 12}\n", ":1: the field of the text is no string"),
        text(
            "fields.jsonl",
            "{\"words\": \"12\"}\n",
            ":1: no field text or body or content or full",
        ),
        text("deep.jsonl", &deep, READ),
        text("mark.jsonl", "\u{FEFF}{\"text\": \"12 dead\"}\r\n", READ),
        ("binary.jsonl", b"{\"text\": \"12\0\"}\n".to_vec(), ":1: this is a binary file, not text"),
        ("latin.jsonl", b"{\"text\": \"12 d\xE9c\xE8s\"}\n".to_vec(), READ),
        text("long.jsonl", &long, ":1: longer than the 1 MB of an article"),
    ]
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn gzipped() -> Vec<Case> {
    let sound = gzip(b"12 dead");
    let mut damaged = sound.clone();
    let sum = damaged.len() - 8;
    damaged[sum] ^= 0xFF;
    let mut kind = sound.clone();
    kind[10] = 0xFF;
    let bomb = gzip(&vec![b'9'; 64 << 20]);
    vec![
        ("empty.txt.gz", gzip(b""), READ),
        ("none.txt.gz", Vec::new(), READ),
        text("bare.txt.gz", "12 dead", READ),
        ("head.txt.gz", sound[..5].to_vec(), "the gzip data ends too early"),
        ("cut.txt.gz", sound[..sound.len() - 9].to_vec(), "the gzip data ends too early"),
        ("sum.txt.gz", damaged, "damaged gzip data: "),
        ("kind.txt.gz", kind, "damaged gzip data: "),
        ("twice.txt.gz", gzip(&sound), "this is gzip data, not text"),
        ("bomb.txt.gz", bomb.clone(), "larger than the 1 MB of an article"),
        ("bomb.jsonl.gz", bomb, ":1: longer than the 1 MB of an article"),
        ("bomb.docx.gz", gzip(&docx(&" ".repeat(4 << 20))), "unpacks to more than 1 MB"),
    ]
}

/// A zstd frame of blocks, each its kind (0 as it is, 1 one byte repeated), size and bytes.
fn zstd(blocks: &[(u32, u32, &[u8])]) -> Vec<u8> {
    let mut frame = vec![0x28, 0xB5, 0x2F, 0xFD, 0, 0x50];
    for (at, (kind, size, bytes)) in blocks.iter().enumerate() {
        let last = u32::from(at + 1 == blocks.len());
        frame.extend_from_slice(&((size << 3) | (kind << 1) | last).to_le_bytes()[..3]);
        frame.extend_from_slice(bytes);
    }
    frame
}

fn zstandard() -> Vec<Case> {
    let sound = zstd(&[(0, 7, b"12 dead")]);
    let nines: Vec<(u32, u32, &[u8])> = vec![(1, 100_000, b"9"); 600];
    let mut window = sound.clone();
    window[5] = 0xFF;
    let block = [&zstd(&[(2, 7, b"\xFF\xFF\xFF\xFF\xFF\xFF\xFF")])[..]].concat();
    vec![
        ("empty.txt.zst", zstd(&[(0, 0, b"")]), READ),
        ("none.txt.zst", Vec::new(), READ),
        text("bare.txt.zst", "12 dead", READ),
        ("sound.txt.zst", sound.clone(), READ),
        ("head.txt.zst", sound[..5].to_vec(), " zstd data"),
        ("cut.txt.zst", sound[..12].to_vec(), " zstd data"),
        ("window.txt.zst", window, "damaged zstd data: "),
        ("block.txt.zst", block, "damaged zstd data: "),
        ("rest.txt.zst", [&sound[..], b"rest"].concat(), "damaged zstd data: "),
        ("twice.txt.zst", zstd(&[(0, 13, &sound[..13])]), "this is zstd data, not text"),
        ("bomb.txt.zst", zstd(&nines), "larger than the 1 MB of an article"),
        ("bomb.jsonl.zst", zstd(&nines), ":1: longer than the 1 MB of an article"),
    ]
}

fn all() -> Vec<Vec<Case>> {
    vec![plain(), markdown(), html(), word(), ninjs(), newsml(), lines(), gzipped(), zstandard()]
}

/// What is refused is told in a line of its own, whatever the file is.
#[test]
fn each_is_read_or_refused_in_one_line() {
    let intake = Intake { largest: LARGEST, ..Intake::default() };
    for cases in all() {
        assert!(cases.len() >= 10);
        for (name, bytes, says) in cases {
            let began = Instant::now();
            let error = intake.open(bytes.as_slice(), name).find_map(Result::err);
            let line = error.map(|error| error.to_string()).unwrap_or_default();
            assert_eq!(line.is_empty(), says.is_empty(), "{name}: {line}");
            assert!(line.contains(says) && !line.contains('\n'), "{name} says: {line}");
            assert!(line.is_empty() || line.starts_with(name), "{line}");
            assert!(line.len() < 200, "{line}");
            let took = began.elapsed();
            assert!(took < Duration::from_secs(5), "{name} took {took:?}");
        }
    }
}

/// Runs the program with little memory to spare.
#[cfg(target_os = "linux")]
#[test]
fn the_files_beside_them_are_checked() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("malformed");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let (mut names, mut refused) = (Vec::new(), Vec::new());
    for (name, bytes, says) in all().into_iter().flatten() {
        fs::write(folder.join(name), bytes).unwrap();
        // The real limit is higher than the one above.
        if !says.is_empty() && !says.contains("1 MB") {
            refused.push(name);
        }
        names.push(name);
    }
    let large = fs::File::create(folder.join("200-mb.txt")).unwrap();
    large.set_len(200 << 20).unwrap();
    fs::write(folder.join("sound.txt"), "Blast kills 12\n\nTwelve people were killed.\n").unwrap();
    refused.push("200-mb.txt");
    let script = "ulimit -v 400000; exec \"$0\" check --jobs 1 --format json \"$@\"";
    let mut shell = Command::new("sh");
    shell.args(["-c", script, env!("CARGO_BIN_EXE_tollcheck")]).current_dir(&folder);
    shell.args(&names).args(["200-mb.txt", "sound.txt"]);
    let output = shell.output().unwrap();
    let errors = String::from_utf8(output.stderr).unwrap();
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(2), "{errors}");
    let documents = report["documents"].as_array().unwrap();
    let sound = documents.last().unwrap();
    assert_eq!(sound["path"], "sound.txt");
    assert_eq!(sound["figures"].as_array().unwrap().len(), 2);
    assert!(documents.len() > names.len() / 3, "{}", documents.len());
    for name in refused {
        let lines = errors.lines().filter(|line| line.starts_with(&format!("tollcheck: {name}:")));
        let count = lines.count();
        // Of an archive, each line that cannot be read is told.
        assert!(count == 1 || (count > 1 && name.ends_with("jsonl")), "{name}: {errors}");
    }
}

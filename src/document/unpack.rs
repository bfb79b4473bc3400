//! Packed files: gzip and zstd, unpacked as they are read.
//!
//! `archive.jsonl.gz` reads as `archive.jsonl`. What is packed is known by its first bytes, whatever
//! its name. How much comes out is for the reader to limit.

use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::BlockDecodingStrategy;
use ruzstd::decoding::FrameDecoder;
use ruzstd::decoding::errors::FrameDecoderError;
use ruzstd::decoding::errors::ReadFrameHeaderError;

/// The most memory that a zstd file may ask for.
const WIDEST_WINDOW: u64 = 32 << 20;
/// How much is read at once. Buffers of twice this size are given back to the system each time.
const CHUNK: usize = 32 << 10;

/// A file as text or a document, however it was packed.
pub(super) fn unpack<'a>(file: impl Read + 'a) -> io::Result<Box<dyn BufRead + 'a>> {
    let mut file = BufReader::with_capacity(CHUNK, file);
    let head = file.fill_buf()?;
    if head.starts_with(b"\x1F\x8B") {
        Ok(unpacked("gzip", MultiGzDecoder::new(file)))
    } else if head.starts_with(b"\x28\xB5\x2F\xFD") {
        Ok(unpacked("zstd", Frames::new(file)))
    } else {
        Ok(Box::new(file))
    }
}

fn unpacked<'a>(packing: &'static str, unpacker: impl Read + 'a) -> Box<dyn BufRead + 'a> {
    Box::new(BufReader::with_capacity(CHUNK, Unpacked { packing, unpacker }))
}

/// What an unpacker gives, with errors that say what was being unpacked.
struct Unpacked<R> {
    packing: &'static str,
    unpacker: R,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.unpacker.read(buffer).map_err(|error| match error.kind() {
            io::ErrorKind::Interrupted => error,
            io::ErrorKind::UnexpectedEof => {
                io::Error::other(format!("the {} data ends too early", self.packing))
            }
            _ => io::Error::other(format!("damaged {} data: {error}", self.packing)),
        })
    }
}

/// The name of what a packed file holds: `a.txt` of `a.txt.gz`.
pub(super) fn inner_name(name: &str) -> &str {
    let packed = [".gz", ".zst", ".zstd"];
    packed.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

/// The frames of a zstd file, one after the other: tools append them and cut files into many.
struct Frames<R> {
    file: R,
    decoder: FrameDecoder,
    /// Whether a frame is being read.
    within: bool,
}

impl<R: BufRead> Frames<R> {
    fn new(file: R) -> Frames<R> {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(WIDEST_WINDOW);
        Frames { file, decoder, within: false }
    }

    /// Begins the next frame; there is none at the end of the file.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.file.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.file) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                    length,
                    ..
                })) => {
                    io::copy(&mut (&mut self.file).take(length.into()), &mut io::sink())?;
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        Ok(false)
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if !self.within && !self.begin()? {
                return Ok(0);
            }
            self.within = true;
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.file, one).map_err(io::Error::other)?;
            }
            let count = self.decoder.read(buffer)?;
            if count > 0 {
                return Ok(count);
            }
            self.within = false;
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(packed: &[u8]) -> io::Result<String> {
        let mut text = String::new();
        unpack(packed)?.read_to_string(&mut text)?;
        Ok(text)
    }

    /// Some text as one zstd frame of one uncompressed block.
    fn frame(text: &str) -> Vec<u8> {
        let len = u8::try_from(text.len()).unwrap();
        let head = [0x28, 0xB5, 0x2F, 0xFD, 0x20, len, (len << 3) | 1, len >> 5, 0];
        [&head, text.as_bytes()].concat()
    }

    #[test]
    fn files_in_parts() {
        use flate2::Compression;
        use flate2::write::GzEncoder;
        use std::io::Write;
        let gzip = |text: &str| {
            let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
            packed.write_all(text.as_bytes()).unwrap();
            packed.finish().unwrap()
        };
        assert_eq!(read(&[gzip("12 "), gzip("dead")].concat()).unwrap(), "12 dead");
        let skippable = [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 9, 9];
        let frames = [frame("12 "), skippable.to_vec(), frame("dead")].concat();
        assert_eq!(read(&frames).unwrap(), "12 dead");
        assert_eq!(read(b"12 dead").unwrap(), "12 dead");
        assert_eq!(read(b"").unwrap(), "");
    }

    #[test]
    fn files_cut_short() {
        assert!(read(&frame("12 dead")[..12]).is_err());
        assert!(read(b"\x1F\x8B\x08").is_err());
        assert!(read(b"\x28\xB5\x2F\xFD").is_err());
    }

    #[test]
    fn names_without_their_packing() {
        assert_eq!(inner_name("a.txt.gz"), "a.txt");
        assert_eq!(inner_name("a.jsonl.zst"), "a.jsonl");
        assert_eq!(inner_name("a.txt"), "a.txt");
    }
}

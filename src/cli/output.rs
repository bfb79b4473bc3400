//! Where a report goes: standard output, a device, or a file that is there whole or not at all.

use std::ffi::OsString;
use std::fs;
use std::fs::File;
use std::io;
use std::io::BufWriter;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process;

/// Something that a report is written to.
pub(super) enum Output {
    /// Standard output.
    Stdout(BufWriter<io::StdoutLock<'static>>),
    /// A file beside the one that it becomes.
    File {
        /// The file until it is whole.
        out: BufWriter<File>,
        /// Its name until it is whole.
        draft: PathBuf,
        /// Its name in the end.
        path: PathBuf,
    },
    /// A device or a pipe, which is written to as it is.
    Device(BufWriter<File>),
    /// Nowhere.
    Nothing,
}

impl Output {
    /// Standard output, written in large pieces.
    pub(super) fn stdout() -> Output {
        Output::Stdout(BufWriter::with_capacity(1 << 16, io::stdout().lock()))
    }

    /// A file.
    ///
    /// # Errors
    ///
    /// The file cannot be made.
    pub(super) fn file(path: &Path) -> io::Result<Output> {
        let failed = |error: io::Error| named(path, &error);
        match fs::metadata(path) {
            Ok(there) if there.is_dir() => return Err(failed(io::ErrorKind::IsADirectory.into())),
            Ok(there) if !there.is_file() => {
                let device = File::options().write(true).open(path).map_err(failed)?;
                return Ok(Output::Device(BufWriter::new(device)));
            }
            _ => {}
        }
        // What a link leads to is written, and the link stays.
        let path = &match path.is_symlink() {
            true => fs::canonicalize(path).map_err(failed)?,
            false => path.to_owned(),
        };
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or(path.as_os_str()));
        name.push(format!(".{}", process::id()));
        let draft = path.with_file_name(name);
        let file = File::create(&draft).map_err(failed)?;
        Ok(Output::File { out: BufWriter::new(file), draft, path: path.to_owned() })
    }

    /// Ends the report: a file gets its name.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.flush()?;
        match &self {
            Output::File { draft, path, .. } => {
                fs::rename(draft, path).map_err(|error| named(path, &error))
            }
            Output::Stdout(_) | Output::Device(_) | Output::Nothing => Ok(()),
        }
    }
}

/// A whole small file, written at once.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = Output::file(path)?;
    file.write_all(text.as_bytes())?;
    file.finish()
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    let why = match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to write it".to_owned(),
        io::ErrorKind::IsADirectory => "this is a folder".to_owned(),
        _ => error.to_string(),
    };
    io::Error::new(error.kind(), format!("{}: {why}", path.display()))
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::Stdout(out) => out.write(bytes),
            Output::File { out, .. } => out.write(bytes),
            Output::Device(out) => out.write(bytes),
            Output::Nothing => Ok(bytes.len()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Stdout(out) => out.flush(),
            Output::File { out, .. } => out.flush(),
            Output::Device(out) => out.flush(),
            Output::Nothing => Ok(()),
        }
    }
}

impl Drop for Output {
    /// What was not finished leaves nothing behind; what was is no longer called so.
    fn drop(&mut self) {
        if let Output::File { draft, .. } = self {
            let _ = fs::remove_file(draft);
        }
    }
}

//! How fast the whole program is, and how much memory it takes: `cargo bench`.
//!
//! The articles are our own samples, over and over with other numbers, as files in a folder and as
//! one archive. Prints megabytes a second of wall time and the peak of resident memory, on one core
//! and on all.

use std::fs;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

/// How many articles to make.
const ARTICLES: usize = 10_000;

/// How often to run; the fastest counts, as it was disturbed the least.
const RUNS: usize = 5;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
    let (articles, archive) = (folder.join("articles"), folder.join("archive.jsonl"));
    let bytes = write_articles(&articles, &archive)?;
    println!("{ARTICLES} articles, {:.1} MB", megabytes(bytes));
    for (name, input) in [("files", &articles), ("archive", &archive)] {
        for jobs in [1, thread::available_parallelism()?.get()] {
            let (time, peak) = best(input, jobs)?;
            let speed = megabytes(bytes) / time.as_secs_f64();
            println!("{name:8} {jobs:2} threads  {speed:6.1} MB/s  peak {:5.1} MB", peak / 1024.0);
        }
    }
    Ok(())
}

/// Writes the articles as files of a folder and as lines of an archive; returns their bytes.
fn write_articles(folder: &Path, archive: &Path) -> io::Result<usize> {
    let samples = samples()?;
    fs::create_dir_all(folder)?;
    let mut lines = io::BufWriter::new(fs::File::create(archive)?);
    let mut bytes = 0;
    for number in 0..ARTICLES {
        let text = varied(&samples[number % samples.len()], number);
        let line = serde_json::json!({"id": number.to_string(), "text": text});
        writeln!(lines, "{line}")?;
        fs::write(folder.join(format!("{number:05}.txt")), &text)?;
        bytes += text.len();
    }
    lines.flush()?;
    Ok(bytes)
}

/// The sample drafts in plain text.
fn samples() -> io::Result<Vec<String>> {
    let mut paths: Vec<PathBuf> = fs::read_dir("data/samples")?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths.iter().map(fs::read_to_string).collect()
}

/// The same article with another last digit in each of its numbers.
fn varied(text: &str, number: usize) -> String {
    let mut letters = text.chars().peekable();
    let mut varied = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        let last = !letters.peek().is_some_and(|next| next.is_ascii_digit() || *next == ',');
        match letter.to_digit(10) {
            Some(digit) if last => varied.push_str(&((digit as usize + number) % 10).to_string()),
            _ => varied.push(letter),
        }
    }
    varied
}

/// The shortest time and the highest peak, in kilobytes, of some runs.
fn best(input: &Path, jobs: usize) -> io::Result<(Duration, f64)> {
    let (mut time, mut peak) = (Duration::MAX, 0.0_f64);
    for _ in 0..RUNS {
        let start = Instant::now();
        let mut program = Command::new(env!("CARGO_BIN_EXE_tollcheck"))
            .args(["check", "--format", "json", "--fail-on", "never", "--jobs"])
            .args([jobs.to_string().as_ref(), input.as_os_str()])
            .stdout(Stdio::null())
            .spawn()?;
        let watched = watch(&mut program)?;
        time = time.min(start.elapsed());
        peak = peak.max(watched);
    }
    Ok((time, peak))
}

/// Waits for a program and returns the most memory it had, in kilobytes; zero where the system
/// does not tell.
fn watch(program: &mut Child) -> io::Result<f64> {
    let status = format!("/proc/{}/status", program.id());
    let mut peak = 0.0;
    while program.try_wait()?.is_none() {
        let read = fs::read_to_string(&status).unwrap_or_default();
        let line = read.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        peak = kilobytes.unwrap_or(peak);
        thread::sleep(Duration::from_millis(1));
    }
    Ok(peak)
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

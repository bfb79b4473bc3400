//! How far a long run has come, on a terminal.

use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::time::Duration;
use std::time::Instant;

/// A run this long says how far it has come.
const LONG: Duration = Duration::from_secs(1);

/// How often it says so.
const OFTEN: Duration = Duration::from_millis(100);

/// A line on the terminal that goes away again.
pub(super) struct Progress {
    /// When the line is next written; none where nobody would see it.
    next: Option<Instant>,
    /// Whether the line is there.
    shown: bool,
    /// Whether the report goes to the same terminal.
    shared: bool,
    articles: usize,
}

impl Progress {
    /// Nothing yet.
    pub(super) fn new(quiet: bool) -> Progress {
        let seen = !quiet && io::stderr().is_terminal();
        let shared = io::stdout().is_terminal();
        Progress { next: seen.then(|| Instant::now() + LONG), shown: false, shared, articles: 0 }
    }

    /// Whether the report goes to the same terminal: then it is written before the line is.
    pub(super) fn is_shared(&self) -> bool {
        self.next.is_some() && self.shared
    }

    /// Another article is done.
    pub(super) fn step(&mut self) {
        self.articles += 1;
        let now = Instant::now();
        if self.next.is_some_and(|next| next <= now) {
            self.next = Some(now + OFTEN);
            self.shown = true;
            // Nobody minds when the terminal is gone.
            let _ = write!(io::stderr(), "\r{} articles", self.articles);
        }
    }

    /// Makes room for other lines.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

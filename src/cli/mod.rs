//! The command line: arguments to library calls to an exit status.

use std::process::ExitCode;

/// Runs the command line of this process.
pub(crate) fn run() -> ExitCode {
    ExitCode::SUCCESS
}

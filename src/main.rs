//! The `tollcheck` command: arguments in, tables out, an exit status.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}

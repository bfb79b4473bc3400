//! The `tollcheck` command: arguments in, tables out, an exit status.

mod cli;

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Articles are read into many small pieces that live no longer than they do; most time that is spent
/// on memory goes when these are given and taken by an allocator made for that.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cli::run()
}

//! The composition root: the command line, and the windows where they are built in.

use std::process::ExitCode;

fn main() -> ExitCode {
    istiada::command::run(std::env::args_os(), windows())
}

#[cfg(not(feature = "gui"))]
const fn windows() -> Option<istiada::command::Windows> {
    None
}

#[cfg(feature = "gui")]
const fn windows() -> Option<istiada::command::Windows> {
    None
}

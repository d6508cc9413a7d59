//! Logs to standard error: lines for a person at a terminal, JSON for a machine.

use std::io::{IsTerminal, Write};

use tracing_subscriber::EnvFilter;

/// Starts logging. `RUST_LOG` chooses what is logged; by default everything from `info` on, but not each request that is
/// no HTTP, nor each cookie that is not ours: those are a stranger's faults, and as many as the stranger likes.
pub fn begin() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| {
        EnvFilter::new("info,sqlx=warn,actix_server=warn,actix_http=off,actix_session=error")
    });
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start in the same process (tests) keeps the first one's logs.
    let _ = if std::io::stderr().is_terminal() { logs.compact().try_init() } else { logs.json().try_init() };
    std::panic::set_hook(Box::new(|panic| tracing::error!(%panic, "a panic, which is a fault of ours")));
}

/// Says one line to the person who started the program, on standard output.
pub fn tell(line: &str) {
    // Nobody listens any more: nothing to be done about it.
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

/// Says one line about a failure, on standard error.
pub fn complain(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

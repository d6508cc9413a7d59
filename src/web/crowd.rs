//! How many connections are open, and how many there may be: fewer than the process may have files, so that a crowd
//! of slow visitors never takes the descriptors that the database and the log need.

use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use actix_web::dev::Extensions;
use actix_web::rt::net::TcpStream;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Files that are no visitor's connection: database, log, listeners, questions to Post, spare ones.
const RESERVED: usize = 160;
/// More than this many connections of one server are never needed.
const MOST: usize = 20_000;
/// A visitor who takes nothing of an answer for so long is gone.
const UNREAD: Duration = Duration::from_secs(20);

/// Counts the open connections of one server.
#[derive(Clone, Debug)]
pub struct Crowd {
    open: Arc<AtomicUsize>,
    most: usize,
}

/// One open connection; it stops counting when the connection ends.
struct Guest(Arc<AtomicUsize>);

impl Crowd {
    /// For a server that may take `share` hundredths of the connections that this process has room for.
    #[must_use]
    pub fn with_share(share: usize) -> Self {
        let most = (descriptors().saturating_sub(RESERVED) * share / 100).clamp(16, MOST);
        Self { open: Arc::default(), most }
    }

    /// The most connections of one of so many workers.
    #[must_use]
    pub fn most_of_each(&self, workers: usize) -> usize {
        (self.most / workers.max(1)).max(1)
    }

    /// Whether three quarters of the places are taken: whoever dawdles has to make room then.
    #[must_use]
    pub fn is_dense(&self) -> bool {
        self.open.load(Ordering::Relaxed) * 4 > self.most * 3
    }

    /// Counts a new connection, for `HttpServer::on_connect`.
    pub fn welcome(&self, io: &dyn Any, data: &mut Extensions) {
        if let Some(stream) = io.downcast_ref::<TcpStream>() {
            // The kernel ends a connection whose other side stops reading; nothing in the server would.
            #[cfg(target_os = "linux")]
            let _ = rustix::net::sockopt::set_tcp_user_timeout(
                stream,
                u32::try_from(UNREAD.as_millis()).unwrap_or(u32::MAX),
            );
            #[cfg(not(target_os = "linux"))]
            let _ = (stream, UNREAD);
        }
        self.open.fetch_add(1, Ordering::Relaxed);
        data.insert(Guest(Arc::clone(&self.open)));
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// How many files this process may have open; as many as the system lets it have.
fn descriptors() -> usize {
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.unwrap_or(65_536).min(65_536);
    if limit.current.is_some_and(|current| current < wanted) {
        let raised = Rlimit { current: Some(wanted), maximum: limit.maximum };
        let _ = setrlimit(Resource::Nofile, raised);
    }
    let now = getrlimit(Resource::Nofile).current.unwrap_or(65_536);
    usize::try_from(now).unwrap_or(65_536)
}

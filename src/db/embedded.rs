//! The shop's own Postgres: a cluster in the data folder, reached over a socket only, that ends with the shop.

use std::path::{Path, PathBuf};

use crate::db::home::Home;
use crate::db::supervisor::Supervisor;

pub use crate::db::home::{EmbeddedError, root};

/// A running Postgres.
#[derive(Debug)]
pub struct Embedded {
    supervisor: Supervisor,
    socket: PathBuf,
    cluster: PathBuf,
}

impl Embedded {
    /// Starts the cluster below `data` with the programs in `bin`; makes it first where there is none.
    /// `durable` is off in tests only.
    ///
    /// # Errors
    /// See [`EmbeddedError`].
    pub async fn start(bin: &Path, data: &Path, durable: bool) -> Result<Self, EmbeddedError> {
        Self::start_in(Home::prepare(data)?, bin, durable).await
    }

    /// The same in folders that are prepared.
    ///
    /// # Errors
    /// See [`EmbeddedError`].
    pub async fn start_in(home: Home, bin: &Path, durable: bool) -> Result<Self, EmbeddedError> {
        let (socket, cluster) = (home.socket.clone(), home.cluster.clone());
        let supervisor = Supervisor::start(home, bin.to_owned(), durable).await?;
        Ok(Self { supervisor, socket, cluster })
    }

    /// The folder of its socket.
    #[must_use]
    pub fn socket(&self) -> &Path {
        &self.socket
    }

    /// The folder of its data.
    #[must_use]
    pub fn cluster(&self) -> &Path {
        &self.cluster
    }

    /// Waits until it has ended and cannot be started again; gives the sentence about it.
    pub async fn lost(&self) -> String {
        self.supervisor.lost().await
    }

    /// Stops it: connections are closed, everything is on disk.
    pub fn stop(&mut self) {
        self.supervisor.stop();
    }
}

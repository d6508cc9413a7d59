//! Pools of connections, one for each thread that asks: a connection then lives and ends with the thread that opened it.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgPool};

use crate::db::pulse::Pulse;

/// After so long without a question a connection is tried before it is used: its server may have gone meanwhile.
const RESTED: Duration = Duration::from_millis(100);
/// How long one waits where all connections are in use.
const PATIENCE: Duration = Duration::from_secs(3);

/// Opens pools under the application's role.
#[derive(Clone, Debug)]
pub struct Pools {
    options: PgConnectOptions,
    /// Whether the database can be reached.
    pub pulse: Pulse,
}

impl Pools {
    /// Pools of connections with these options.
    #[must_use]
    pub fn new(options: PgConnectOptions, pulse: Pulse) -> Self {
        Self { options, pulse }
    }

    /// A pool of at most so many connections, for the thread that calls this.
    #[must_use]
    pub fn open(&self, most: u32) -> PgPool {
        let pulse = self.pulse.clone();
        PgPoolOptions::new()
            .max_connections(most)
            .acquire_timeout(PATIENCE)
            // A question before every question would double their number.
            .test_before_acquire(false)
            .before_acquire(move |connection, meta| {
                let outlived = pulse.is_from_before(meta.age);
                Box::pin(async move {
                    if !outlived && meta.idle_for > RESTED {
                        connection.ping().await?;
                    }
                    Ok(!outlived)
                })
            })
            .connect_lazy_with(self.options.clone())
    }
}

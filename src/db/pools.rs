//! Pools of connections, one for each thread that asks: a connection then lives and ends with the thread that opened it.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{Connection, PgPool};

use crate::db::lines::{Lines, PATIENCE, RESTED};
use crate::db::pulse::Pulse;

/// The connections of the pages behind the counter, of all threads together.
pub const COUNTER_CONNECTIONS: u32 = 3;
/// How long one that comes back may take to be done with its last question.
const DONE: Duration = Duration::from_millis(100);

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
        self.usual(most).connect_lazy_with(self.options.clone())
    }

    /// The same for the transactions of the shoppers' pages.
    #[must_use]
    pub fn pages(&self, most: u32) -> PgPool {
        self.usual(most).connect_lazy_with(self.one_plan())
    }

    /// Lines for what the shoppers' pages ask in one statement.
    #[must_use]
    pub fn lines(&self, most: u32) -> Lines {
        Lines::new(self.one_plan(), self.pulse.clone(), most)
    }

    /// What the shoppers' pages ask is found by its key, whatever the values are, so that one plan each is enough: looking for
    /// a better one at every question costs more than it can save.
    fn one_plan(&self) -> PgConnectOptions {
        self.options.clone().options([("plan_cache_mode", "force_generic_plan")])
    }

    /// A pool for the pages behind the counter. A page that the browser gave up leaves its connection with a question that
    /// is still being answered: that connection is closed, and Postgres, which looks after its clients meanwhile, stops
    /// answering.
    #[must_use]
    pub fn counter(&self) -> PgPool {
        let options = self.options.clone();
        let options =
            options.options([("statement_timeout", "3000"), ("client_connection_check_interval", "100")]);
        self.usual(COUNTER_CONNECTIONS)
            .after_release(|connection, _| {
                Box::pin(async move {
                    match tokio::time::timeout(DONE, connection.ping()).await {
                        Ok(answered) => answered.map(|()| true),
                        Err(_) => Err(sqlx::Error::WorkerCrashed),
                    }
                })
            })
            .connect_lazy_with(options)
    }

    fn usual(&self, most: u32) -> PgPoolOptions {
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
    }
}

//! Opens the database: one's own, or the embedded one; migrated by the owner, used by the application.

use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgPool};
use tokio::task::JoinHandle;

use crate::config::Settings;
use crate::db::embedded::Embedded;
use crate::db::health::Health;
use crate::db::pools::Pools;
use crate::db::pulse::Pulse;
use crate::db::reach::{Reached, connect, one_line, ours, reach, reach_beside};
use crate::db::{hba, login};
use crate::ids::Random;
use crate::seal::Seal;

pub use crate::db::reach::OpenError;

/// All migrations that this program knows.
pub static MIGRATIONS: Migrator = sqlx::migrate!();

/// An open, migrated database.
#[derive(Debug)]
pub struct Database {
    /// Connections of the application, under the role `shop_app`, for background work and commands.
    pub pool: PgPool,
    /// The same for the threads that answer requests.
    pub pools: Pools,
    /// Feels the pulse.
    feeling: JoinHandle<()>,
    /// Where the owner connects.
    owner: PgConnectOptions,
    embedded: Option<Embedded>,
}

impl Database {
    /// Finds or starts the database, migrates it, and opens the pool.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn open(settings: &Settings) -> Result<Self, OpenError> {
        Self::of(reach(settings).await?).await
    }

    /// The same for whoever stays: where a standby answers, waits until a primary does, and says so now and then.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn open_once_primary(settings: &Settings) -> Result<Self, OpenError> {
        let mut waited = 0_u64;
        loop {
            let why = match Self::open(settings).await {
                Err(error @ OpenError::Standby) => error,
                // In the middle of a failover neither may answer.
                Err(error @ OpenError::Connect(_)) if waited > 0 => error,
                opened => return opened,
            };
            if waited.is_multiple_of(60) {
                crate::telemetry::complain(&format!("Waiting for a primary: {why}."));
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
            waited += 1;
        }
    }

    /// The same for a command that may run beside an open shop: that shop's Postgres is used, and left running.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn open_beside(settings: &Settings) -> Result<Self, OpenError> {
        Self::of(reach_beside(settings).await?).await
    }

    /// Migrates and opens a database that was found.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn of(reached: Reached) -> Result<Self, OpenError> {
        Self::connect_as(reached.owner, reached.application, reached.embedded).await
    }

    /// Migrates and opens a database that is already running. In the embedded one the application has a login of its
    /// own; elsewhere, for want of one, the owner switches to the application's role.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn connect(owner: PgConnectOptions, embedded: Option<Embedded>) -> Result<Self, OpenError> {
        let application = embedded.as_ref().map(|_| owner.clone().username(hba::APPLICATION));
        Self::connect_as(owner, application, embedded).await
    }

    /// The same with the application's own login.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn connect_as(
        owner: PgConnectOptions,
        application: Option<PgConnectOptions>,
        embedded: Option<Embedded>,
    ) -> Result<Self, OpenError> {
        let owner = ours(owner);
        let mut connection = connect(&owner).await?;
        let standby = login::is_standby(&mut connection).await;
        if standby.map_err(|error| OpenError::Connect(one_line(&error)))? {
            return Err(OpenError::Standby);
        }
        // A large shop takes its time; of one's own database a limit may be set for the owner's questions.
        let unlimited = sqlx::query("set statement_timeout = 0").execute(&mut connection).await;
        unlimited.map_err(|error| OpenError::Connect(one_line(&error)))?;
        MIGRATIONS.run(&mut connection).await.map_err(|error| OpenError::Migrate(one_line(&error)))?;
        match &application {
            Some(application) => login::admit(&mut connection, application).await?,
            None => tracing::warn!(
                "DATABASE_OWNER_URL is not set: the shop works as the database's owner who has laid down his rights, \
                 and whoever broke into it could take them up again"
            ),
        }
        let _ = connection.close().await;
        // Not the owner from here on: see the first migration.
        let app = application.map_or_else(|| owner.clone(), ours);
        let app = app.options([("role", hba::APPLICATION), ("statement_timeout", "5000")]);
        let (pulse, feeling) = Pulse::begin(app.clone());
        let pools = Pools::new(app, pulse);
        Ok(Self { pool: pools.open(4), pools, feeling, owner, embedded })
    }

    /// The owner's connection options, for tests that look behind the curtain.
    #[must_use]
    pub fn owner(&self) -> &PgConnectOptions {
        &self.owner
    }

    /// What `/readyz` looks at.
    #[must_use]
    pub fn health(&self) -> Health {
        let disk = self.embedded.as_ref().map(|embedded| embedded.cluster().to_owned());
        Health::new(self.pool.clone(), disk)
    }

    /// Waits until the embedded Postgres has ended and cannot be started again; gives the sentence about it.
    pub async fn lost(&self) -> String {
        match &self.embedded {
            Some(embedded) => embedded.lost().await,
            None => std::future::pending().await,
        }
    }

    /// Closes the pool and stops the embedded Postgres.
    pub async fn close(mut self) {
        self.feeling.abort();
        self.pool.close().await;
        if let Some(embedded) = &mut self.embedded {
            embedded.stop();
        }
    }
}

/// The key that all instances of the shop share: made by the first one, read by all.
///
/// # Errors
/// When the database does not answer.
pub async fn seal(pool: &PgPool, random: &Random) -> sqlx::Result<Seal> {
    let made = random.bytes::<64>();
    sqlx::query!(
        "insert into secret (name, value) values ('seal', $1) on conflict (name) do nothing",
        &made[..]
    )
    .execute(pool)
    .await?;
    let key = sqlx::query_scalar!("select value from secret where name = 'seal'").fetch_one(pool).await?;
    let key = key.try_into().map_err(|_| super::unreadable("the shop's key is not 64 bytes long"))?;
    Ok(Seal::new(key))
}

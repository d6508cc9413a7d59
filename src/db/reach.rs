//! Where the database is, and as whom it is entered: one's own, or the embedded one, which is started for it.

use std::path::Path;
use std::time::Duration;

use secrecy::{ExposeSecret, SecretString};
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};

use crate::config::Settings;
use crate::db::embedded::{Embedded, EmbeddedError};
use crate::db::home::Home;
use crate::db::login::LoginError;
use crate::db::programs::{self, ProgramsError};
use crate::db::{hba, trust};

/// Why there is no database, in one sentence.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// No programs that may be run.
    #[error(transparent)]
    Programs(ProgramsError),
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

impl From<ProgramsError> for OpenError {
    fn from(error: ProgramsError) -> Self {
        match error {
            ProgramsError::Embedded(error) => Self::Embedded(error),
            error => Self::Programs(error),
        }
    }
}

/// A database that can be connected to; nothing of it is looked at yet.
#[derive(Debug)]
pub struct Reached {
    /// As its owner.
    pub owner: PgConnectOptions,
    /// As the application, where that has a login of its own.
    pub application: Option<PgConnectOptions>,
    /// The Postgres that was started for it, which ends when this is dropped.
    pub embedded: Option<Embedded>,
}

/// Finds the database, or starts it.
///
/// # Errors
/// See [`OpenError`].
pub async fn reach(settings: &Settings) -> Result<Reached, OpenError> {
    let parse = |name, url: &SecretString| url.expose_secret().parse().map_err(|_| OpenError::Url(name));
    let Some(url) = &settings.database_url else {
        return start_embedded(settings).await;
    };
    let url = parse("DATABASE_URL", url)?;
    Ok(match &settings.database_owner_url {
        Some(owner) => {
            let owner = parse("DATABASE_OWNER_URL", owner)?;
            Reached { owner, application: Some(url), embedded: None }
        }
        None => Reached { owner: url, application: None, embedded: None },
    })
}

/// The same for a command that may run beside an open shop: that shop's Postgres is used, and left running.
///
/// # Errors
/// See [`OpenError`].
pub async fn reach_beside(settings: &Settings) -> Result<Reached, OpenError> {
    match reach(settings).await {
        Err(OpenError::Embedded(EmbeddedError::InUse { socket, .. })) => {
            let application = Some(at(&socket, hba::APPLICATION));
            Ok(Reached { owner: at(&socket, hba::OWNER), application, embedded: None })
        }
        reached => reached,
    }
}

async fn start_embedded(settings: &Settings) -> Result<Reached, OpenError> {
    let home = Home::prepare(&settings.data_dir)?;
    if let Some(folder) = trust::replaceable(&home.room) {
        let folder = folder.display();
        tracing::warn!(%folder, "other users of this machine may replace the data folder: SHOP_DATA_DIR lies in a folder of theirs");
    }
    let bin = programs::choose(settings, &home)?;
    let embedded = Embedded::start_in(home, &bin, true).await?;
    let owner = at(embedded.socket(), hba::OWNER);
    make_database(&owner.clone().database("postgres"), "shop").await?;
    let application = Some(at(embedded.socket(), hba::APPLICATION));
    Ok(Reached { owner, application, embedded: Some(embedded) })
}

/// A login of an embedded Postgres.
fn at(socket: &Path, login: &str) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass().socket(socket).username(login).database("shop")
}

/// Makes the database on the first start.
async fn make_database(options: &PgConnectOptions, name: &'static str) -> Result<(), OpenError> {
    let mut connection = connect(options).await?;
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

/// Options of a connection of ours.
#[must_use]
pub fn ours(options: PgConnectOptions) -> PgConnectOptions {
    options.application_name("pickpost-shop").disable_statement_logging()
}

/// Connects, or gives up soon.
///
/// # Errors
/// [`OpenError::Connect`].
pub async fn connect(options: &PgConnectOptions) -> Result<PgConnection, OpenError> {
    let connecting = tokio::time::timeout(Duration::from_secs(5), PgConnection::connect_with(options));
    match connecting.await {
        Ok(Ok(connection)) => Ok(connection),
        Ok(Err(error)) => Err(OpenError::Connect(one_line(&error))),
        Err(_) => Err(OpenError::Connect("no answer within five seconds".into())),
    }
}

/// The first line of what Postgres says: what follows may hold contents of a row.
#[must_use]
pub fn one_line(error: &impl std::fmt::Display) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

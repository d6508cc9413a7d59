//! Looks at a database without changing anything in it: what the next start would find.

use std::path::PathBuf;

use sqlx::postgres::PgPoolOptions;
use sqlx::{Connection, PgPool};

use crate::db::database::MIGRATIONS;
use crate::db::login::{self, Standing};
use crate::db::reach::{Reached, connect, one_line, ours};
use crate::db::{OpenError, hba, health, tables};

/// What was seen.
#[derive(Debug)]
pub struct Looked {
    /// Whether it copies another database and takes no writes.
    pub is_standby: bool,
    /// Migrations of this program that it has not had.
    pub missing: usize,
    /// Migrations that it has had and this program does not know.
    pub strange: usize,
    /// The application's own login, by its name; `None` where the owner is used.
    pub login: Option<(String, Option<Standing>)>,
    /// Whether the disk is full, where its folder is on this machine.
    pub is_full: bool,
    /// For questions as the application, once it is migrated.
    pub pool: PgPool,
}

/// Looks.
///
/// # Errors
/// [`OpenError::Connect`].
pub async fn look(reached: &Reached) -> Result<Looked, OpenError> {
    let silent = |error: sqlx::Error| OpenError::Connect(one_line(&error));
    let mut owner = connect(&ours(reached.owner.clone())).await?;
    let is_standby = login::is_standby(&mut owner).await.map_err(silent)?;
    let applied = tables::applied(&mut owner).await.map_err(silent)?;
    let known = |version: i64| MIGRATIONS.iter().any(|migration| migration.version == version);
    let strange = applied.iter().filter(|migration| !known(migration.version)).count();
    let missing = MIGRATIONS.iter().count().saturating_sub(applied.len() - strange);
    let login = match &reached.application {
        // Without the first migration there is no role to be a member of.
        Some(application) if !applied.is_empty() => {
            let name = application.get_username();
            let standing = login::standing(&mut owner, name).await.map_err(silent)?;
            Some((name.to_owned(), standing))
        }
        Some(application) => Some((application.get_username().to_owned(), None)),
        None => None,
    };
    let _ = owner.close().await;
    let application = reached.application.clone().unwrap_or_else(|| reached.owner.clone());
    let application = ours(application).options([("role", hba::APPLICATION), ("statement_timeout", "5000")]);
    let disk: Option<PathBuf> = reached.embedded.as_ref().map(|embedded| embedded.cluster().to_owned());
    Ok(Looked {
        is_standby,
        missing,
        strange,
        login,
        is_full: disk.is_some_and(|folder| health::is_full(&folder)),
        pool: PgPoolOptions::new().max_connections(1).connect_lazy_with(application),
    })
}

//! Loads a backup into an empty database, whichever version of Postgres wrote it, and brings it up to date.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use sqlx::error::DatabaseError;
use sqlx::migrate::{Migration, Migrator};
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

use crate::config::Settings;
use crate::db::archive::{Fault, Header, Part, Reader, Sequence, Table, hex};
use crate::db::backup::BackupError;
use crate::db::database::{Database, MIGRATIONS};
use crate::db::reach::{OpenError, Reached, connect, one_line, ours, reach};
use crate::db::tables::{self, quoted};

/// The embedded database while it is loaded: it gets its name once it is whole. Nobody sees the shop without one.
const SWEPT: [&str; 2] = ["drop database if exists shop_restored", "drop database if exists shop_replaced"];
const SWAPPED: [&str; 4] = [
    "begin",
    "alter database shop rename to shop_replaced",
    "alter database shop_restored rename to shop",
    "commit",
];

/// What was loaded.
#[derive(Debug)]
pub struct Restored {
    /// What stands above the rows.
    pub header: Header,
    /// Tables of the file that no migration makes: they were somebody else's, and are left out.
    pub left_out: Vec<String>,
}

/// Loads the file. `is_taken` says whether a migrated database holds what must not be lost.
///
/// # Errors
/// See [`BackupError`]. The embedded database is then as it was before; another one may be left with empty tables.
pub async fn load(
    settings: &Settings,
    path: &Path,
    is_taken: impl AsyncFn(&mut PgConnection) -> sqlx::Result<bool>,
) -> Result<Restored, BackupError> {
    // Before anything is started or made: a wrong file is the likelier mistake.
    let header = open(path)?.check().map_err(|fault| BackupError::Fault(path.to_owned(), fault))?;
    let known = known(path, &header)?;
    let reached = reach(settings).await?;
    let mut connection = connect(&ours(reached.owner.clone())).await?;
    let taken = is_occupied(&mut connection, reached.embedded.is_some(), is_taken).await;
    let _ = connection.close().await;
    if let Some(why) = taken? {
        return Err(BackupError::Occupied(why.into()));
    }
    let left_out = match &reached.embedded {
        Some(_) => load_beside(&reached, path, known).await?,
        None => {
            let filled = fill(&reached.owner, path, known).await;
            filled.map_err(|error| BackupError::Halfway(Box::new(error)))?
        }
    };
    // The application's login.
    let database = Database::of(reached).await.map_err(BackupError::Afterwards)?;
    database.close().await;
    Ok(Restored { header, left_out })
}

fn open(path: &Path) -> Result<Reader<BufReader<File>>, BackupError> {
    let fault = |fault| BackupError::Fault(path.to_owned(), fault);
    let file = File::open(path).map_err(|error| fault(error.into()))?;
    Reader::new(BufReader::new(file)).map_err(fault)
}

/// The migrations that had made the file's tables.
fn known(path: &Path, header: &Header) -> Result<Vec<Migration>, BackupError> {
    let refused = |why: String| Err(BackupError::Schema(path.to_owned(), why));
    let mut known = Vec::new();
    for applied in &header.migrations {
        match MIGRATIONS.iter().find(|migration| migration.version == applied.version) {
            None => {
                let (theirs, ours) = (applied.version, MIGRATIONS.iter().map(|it| it.version).max());
                let ours = ours.unwrap_or_default();
                return refused(format!(
                    "was written by a newer pickpost-shop (its tables have had migration {theirs}, and this program knows {ours}); load it with that one"
                ));
            }
            Some(migration) if hex(&migration.checksum) != applied.checksum => {
                return refused(format!("has had another migration {} than this program's", applied.version));
            }
            Some(migration) => known.push(migration.clone()),
        }
    }
    Ok(known)
}

/// Why nothing may be loaded. The embedded database is the shop's alone, and may have been opened without an order; in
/// another one nothing is taken away.
async fn is_occupied(
    connection: &mut PgConnection,
    embedded: bool,
    is_taken: impl AsyncFn(&mut PgConnection) -> sqlx::Result<bool>,
) -> Result<Option<&'static str>, BackupError> {
    if !tables::applied(connection).await?.is_empty() {
        match is_taken(connection).await {
            Ok(true) => {
                return Ok(Some("there are orders in this database already: load it into an empty one"));
            }
            Ok(false) => {}
            // A first start that came to its end early has no such table.
            Err(error)
                if error.as_database_error().and_then(DatabaseError::code).as_deref() == Some("42P01") => {}
            Err(error) => return Err(error.into()),
        }
    }
    let tables = if embedded { Vec::new() } else { tables::tables(connection).await? };
    Ok((!tables.is_empty()).then_some("there are tables in this database already: load it into an empty one"))
}

async fn load_beside(
    reached: &Reached,
    path: &Path,
    known: Vec<Migration>,
) -> Result<Vec<String>, BackupError> {
    let mut cluster = connect(&ours(reached.owner.clone().database("postgres"))).await?;
    tables::run(&mut cluster, &SWEPT).await?;
    tables::run(&mut cluster, &["create database shop_restored"]).await?;
    let filled = fill(&reached.owner.clone().database("shop_restored"), path, known).await;
    let swapped = if filled.is_ok() { tables::run(&mut cluster, &SWAPPED).await } else { Ok(()) };
    // Where this fails the next one does it.
    let _ = tables::run(&mut cluster, &SWEPT).await;
    let _ = cluster.close().await;
    swapped?;
    filled
}

/// Makes the tables of an empty database as they were, loads their rows, and migrates both. Each migration has a
/// transaction of its own, as always: what one puts off to its end would be in the way of the next.
async fn fill(
    database: &PgConnectOptions,
    path: &Path,
    known: Vec<Migration>,
) -> Result<Vec<String>, BackupError> {
    let refused = |error| BackupError::Open(OpenError::Migrate(one_line(&error)));
    let mut connection = connect(&ours(database.clone())).await?;
    sqlx::query("set statement_timeout = 0").execute(&mut connection).await?;
    Migrator::with_migrations(known).run(&mut connection).await.map_err(refused)?;
    let mut loading = connection.begin().await?;
    let ours = tables::tables(&mut loading).await?;
    let back = tables::unfetter(&mut loading, &ours).await?;
    let left_out = fill_tables(&mut loading, path, &ours).await?;
    tables::run(&mut loading, &back).await?;
    loading.commit().await?;
    MIGRATIONS.run(&mut connection).await.map_err(refused)?;
    let _ = connection.close().await;
    Ok(left_out)
}

async fn fill_tables(
    connection: &mut PgConnection,
    path: &Path,
    ours: &[Table],
) -> Result<Vec<String>, BackupError> {
    let fault = |fault: Fault| BackupError::Fault(path.to_owned(), fault);
    let mut reader = open(path)?;
    let mut left_out = Vec::new();
    let mut sequences: Vec<Sequence> = Vec::new();
    loop {
        match reader.part().map_err(fault)? {
            Part::Table(table) if ours.iter().any(|known| known.name == table.name) => {
                let columns: Vec<String> = table.columns.iter().map(|name| quoted(name)).collect();
                let copy = format!("copy {} ({}) from stdin", quoted(&table.name), columns.join(", "));
                let mut rows = connection.copy_in_raw(&copy).await?;
                while let Some(chunk) = reader.rows().map_err(fault)? {
                    rows.send(chunk).await?;
                }
                rows.finish().await?;
            }
            Part::Table(table) => {
                while reader.rows().map_err(fault)?.is_some() {}
                left_out.push(table.name);
            }
            Part::Sequence(sequence) => sequences.push(sequence),
            Part::End(_) => break,
        }
    }
    let known = tables::sequences(connection).await?;
    for sequence in sequences.iter().filter(|it| known.iter().any(|known| known.name == it.name)) {
        tables::set(connection, sequence).await?;
    }
    Ok(left_out)
}

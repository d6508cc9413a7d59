//! Writes everything of the shop's database into one file, beside an open shop too, and without migrating anything.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use futures_util::TryStreamExt;
use rustix::fs::{FlockOperation, flock};
use sqlx::{Connection, PgConnection};

use crate::config::Settings;
use crate::db::archive::{Fault, Header, Part, Reader, Writer};
use crate::db::reach::{self, OpenError, one_line, ours, reach_beside};
use crate::db::tables::{self, quoted};
use crate::db::{cluster, home, trust};

/// Why a backup is not written or not loaded, in one sentence.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is no database, or it does not open.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The file cannot be written.
    #[error("{0} cannot be written: {1}")]
    File(PathBuf, io::Error),
    /// The file is not what it should be.
    #[error("{0} {1}")]
    Fault(PathBuf, Fault),
    /// Something else has this name.
    #[error("{0} is there already and is no backup of the shop; it is left as it is, so name another file")]
    Taken(PathBuf),
    /// Somebody else is at it.
    #[error("another backup is being written to {0}")]
    Busy(PathBuf),
    /// No shop was ever there.
    #[error("there is nothing to write out: {0}")]
    Nothing(String),
    /// The database refuses.
    #[error("the database does not go along: {0}")]
    Database(String),
    /// Its tables are not known here.
    #[error("{0} {1}")]
    Schema(PathBuf, String),
    /// Nothing is overwritten.
    #[error("nothing is loaded, since {0}")]
    Occupied(String),
    /// In a database that is not ours to sweep out.
    #[error("{0}; what was begun is left in the database, so make that anew before the next try")]
    Halfway(Box<BackupError>),
    /// Loaded, but not open.
    #[error("everything is loaded, but the shop could not open yet: {0}")]
    Afterwards(OpenError),
}

impl From<sqlx::Error> for BackupError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(one_line(&error))
    }
}

/// How many rows were written out.
///
/// # Errors
/// See [`BackupError`]; the file is then as it was before.
pub async fn write(settings: &Settings, path: &Path, now: DateTime<Utc>) -> Result<u64, BackupError> {
    if settings.database_url.is_none() {
        let cluster = home::root(&settings.data_dir).join("cluster");
        // A start would make one.
        if !cluster::is_whole(&cluster) {
            let data = settings.data_dir.display();
            return Err(BackupError::Nothing(format!("the data folder {data} holds no shop")));
        }
    }
    let mut unfinished = Unfinished::beside(path)?;
    let reached = reach_beside(settings).await?;
    let mut connection = reach::connect(&ours(reached.owner.clone())).await?;
    let rows = write_all(&mut connection, &mut unfinished, now).await?;
    let _ = connection.close().await;
    unfinished.finish()?;
    Ok(rows)
}

async fn write_all(
    connection: &mut PgConnection,
    unfinished: &mut Unfinished,
    now: DateTime<Utc>,
) -> Result<u64, BackupError> {
    // Of one's own database a limit may be set for the owner's questions.
    sqlx::query("set statement_timeout = 0").execute(&mut *connection).await?;
    let names: Vec<String> =
        tables::tables(connection).await?.iter().map(|table| quoted(&table.name)).collect();
    if tables::applied(connection).await?.is_empty() || names.is_empty() {
        return Err(BackupError::Nothing("the database holds no shop".into()));
    }
    // One moment for all of it. The locks come before what is seen: a table that is altered later would seem empty.
    let mut moment = connection.begin_with("begin isolation level repeatable read, read only").await?;
    let before = [
        "set local lock_timeout = '30s'".to_owned(),
        format!("lock table {} in access share mode", names.join(", ")),
        "set local bytea_output = 'hex'".to_owned(),
        "set local intervalstyle = 'postgres'".to_owned(),
        // What this role may not see is an error, not left out.
        "set local row_security = off".to_owned(),
    ];
    tables::run(&mut moment, &before).await?;
    let postgres: String = sqlx::query_scalar("show server_version").fetch_one(&mut *moment).await?;
    let shop = env!("CARGO_PKG_VERSION").to_owned();
    let header = Header { made_at: now, shop, postgres, migrations: tables::applied(&mut moment).await? };
    let path = unfinished.path.clone();
    let failed = |error| BackupError::File(path.clone(), error);
    let mut writer = Writer::new(BufWriter::new(&mut unfinished.file), &header).map_err(failed)?;
    for table in tables::tables(&mut moment).await? {
        let columns: Vec<String> = table.columns.iter().map(|name| quoted(name)).collect();
        let copy = format!("copy {} ({}) to stdout", quoted(&table.name), columns.join(", "));
        writer.part(&Part::Table(table)).map_err(failed)?;
        let mut rows = moment.copy_out_raw(&copy).await?;
        while let Some(bytes) = rows.try_next().await? {
            writer.rows(&bytes).map_err(failed)?;
        }
        writer.end_of_rows().map_err(failed)?;
    }
    // Sequences know no moment; later they stand further, and give no number twice.
    for sequence in tables::sequences(&mut moment).await? {
        writer.part(&Part::Sequence(sequence)).map_err(failed)?;
    }
    moment.rollback().await?;
    let (_, rows) = writer.finish().map_err(failed)?;
    Ok(rows)
}

/// A file that gets its name once it is whole. Its unfinished name is used again where a backup was killed.
struct Unfinished {
    path: PathBuf,
    beside: PathBuf,
    file: File,
    finished: bool,
}

impl Unfinished {
    fn beside(path: &Path) -> Result<Self, BackupError> {
        let failed = |error| BackupError::File(path.to_owned(), error);
        if path.symlink_metadata().is_ok() && !is_backup(path) {
            return Err(BackupError::Taken(path.to_owned()));
        }
        let beside = path.with_added_extension("unfinished");
        let file = trust::private_file(&beside).map_err(failed)?;
        if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
            return Err(BackupError::Busy(path.to_owned()));
        }
        // Whoever held it may have finished in between, and it is theirs under its name.
        let ours = beside.symlink_metadata().and_then(|there| Ok(there.ino() == file.metadata()?.ino()));
        if !ours.unwrap_or_default() {
            return Err(BackupError::Busy(path.to_owned()));
        }
        file.set_len(0).map_err(failed)?;
        Ok(Self { path: path.to_owned(), beside, file, finished: false })
    }

    fn finish(mut self) -> Result<(), BackupError> {
        let named = self.file.flush().and_then(|()| self.file.sync_all()).and_then(|()| {
            std::fs::rename(&self.beside, &self.path)?;
            self.finished = true;
            let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
        });
        named.map_err(|error| BackupError::File(self.path.clone(), error))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Afterwards the other name may be the next one's.
        if !self.finished {
            let _ = std::fs::remove_file(&self.beside);
        }
    }
}

fn is_backup(path: &Path) -> bool {
    let regular = path.symlink_metadata().is_ok_and(|data| data.is_file());
    regular && File::open(path).is_ok_and(|file| Reader::new(io::BufReader::new(file)).is_ok())
}

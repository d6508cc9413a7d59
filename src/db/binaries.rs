//! Finds Postgres' programs on the machine, and runs none that somebody else may have put there.

use std::path::{Path, PathBuf};

use crate::config::Settings;
use crate::db::home::{as_postgres, postgres_user, root};
use crate::db::{fetch, trust};

/// The oldest Postgres that the migrations were written for.
const OLDEST: u32 = 14;

/// Programs that may be run.
#[derive(Clone, Debug)]
pub struct Programs {
    /// Their folder, behind its links.
    pub folder: PathBuf,
    /// The major version that they say they are.
    pub major: u32,
}

/// The folder with `postgres` and `initdb`: the one that is set, else the machine's own, else one that was fetched
/// into the data folder before.
///
/// # Errors
/// Why the programs that were set are not run: somebody else may have changed them.
pub fn find(settings: &Settings) -> Result<Option<PathBuf>, String> {
    Ok(find_where(settings, |_| true)?.map(|programs| programs.folder))
}

/// The same among those that are accepted. Where programs are set, no others are looked at.
///
/// # Errors
/// Why the programs that were set are not run: somebody else may have changed them.
pub fn find_where(
    settings: &Settings,
    accepted: impl Fn(&Programs) -> bool,
) -> Result<Option<Programs>, String> {
    if let Some(folder) = &settings.pg_bin
        && let Some(found) = usable(folder).map_err(|why| format!("SHOP_PG_BIN is not used: {why}"))?
    {
        return Ok(accepted(&found).then_some(found));
    }
    let mut folders = if settings.pg_search { on_this_machine() } else { Vec::new() };
    folders.extend(fetch::folders(&root(&settings.data_dir)));
    // Where somebody else may have changed them others are taken, or fetched anew.
    let mut found = folders.iter().filter_map(|folder| usable(folder).ok().flatten());
    Ok(found.find(accepted))
}

fn on_this_machine() -> Vec<PathBuf> {
    let mut folders = Vec::new();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path: Vec<PathBuf> = std::env::split_paths(&path).filter(|folder| folder.is_absolute()).collect();
    let asked = path.iter().find_map(|folder| trust::program(&folder.join("pg_config")).ok());
    if let Some(answer) = asked.and_then(|it| as_postgres(&it, None).arg("--bindir").output().ok()) {
        folders.push(PathBuf::from(String::from_utf8_lossy(&answer.stdout).trim()));
    }
    folders.extend(path);
    for parent in ["/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt", "/usr"] {
        folders.extend(versions_below(Path::new(parent)));
    }
    folders
}

/// `15/bin`, `postgresql@17/bin`, `pgsql-16/bin`: the highest first.
fn versions_below(parent: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(parent).into_iter().flatten().flatten();
    let mut found: Vec<(u32, PathBuf)> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let plain = name.trim_start_matches("postgresql@").trim_start_matches("pgsql-");
            Some((plain.parse().ok()?, entry.path().join("bin")))
        })
        .collect();
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.into_iter().map(|(_, folder)| folder).collect()
}

/// The folder behind the links, if both programs are there and new enough.
///
/// # Errors
/// When they are there, but somebody else may have changed them.
fn usable(folder: &Path) -> Result<Option<Programs>, String> {
    let Ok(postgres) = folder.join("postgres").canonicalize() else { return Ok(None) };
    let Some(folder) = postgres.parent().filter(|folder| folder.join("initdb").exists()) else {
        return Ok(None);
    };
    for program in ["postgres", "initdb"] {
        trust::program(&folder.join(program)).map_err(|error| error.to_string())?;
    }
    // What they load lies beside them, or where only root writes.
    for beside in ["lib", "lib/postgresql", "share", "share/postgresql"] {
        if let Some(open) = folder.parent().and_then(|home| trust::replaceable(&home.join(beside))) {
            return Err(format!("{}: somebody else may change what lies in it", open.display()));
        }
    }
    let major = version(folder).filter(|major| *major >= OLDEST);
    Ok(major.map(|major| Programs { folder: folder.to_owned(), major }))
}

/// The major version of the programs in a folder, asked as the user who will run them.
#[must_use]
pub fn version(folder: &Path) -> Option<u32> {
    let user = postgres_user().ok()?;
    let answer = as_postgres(&folder.join("postgres"), user).arg("--version").output().ok()?;
    let words = String::from_utf8_lossy(&answer.stdout).into_owned();
    words.split_whitespace().find_map(|word| word.split('.').next()?.parse().ok())
}

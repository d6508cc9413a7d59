//! Finds Postgres' programs on the machine.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::config::Settings;

/// The oldest Postgres that the migrations were written for.
const OLDEST: u32 = 14;

/// The folder with `postgres` and `initdb`: the one that is set, else the machine's own, else one that was fetched
/// into the data folder before.
#[must_use]
pub fn find(settings: &Settings) -> Option<PathBuf> {
    let fetched = crate::db::fetch::folder(&crate::db::embedded::root(&settings.data_dir));
    let machine = if settings.pg_search { on_this_machine() } else { Vec::new() };
    let mut candidates = settings.pg_bin.iter().cloned().chain(machine).chain([fetched]);
    candidates.find_map(|folder| usable(&folder))
}

fn on_this_machine() -> Vec<PathBuf> {
    let mut folders = Vec::new();
    if let Ok(answer) = Command::new("pg_config").arg("--bindir").output() {
        folders.push(PathBuf::from(String::from_utf8_lossy(&answer.stdout).trim()));
    }
    #[expect(clippy::disallowed_methods, reason = "the search path is no setting of the shop")]
    let path = std::env::var("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
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
fn usable(folder: &Path) -> Option<PathBuf> {
    let postgres = folder.join("postgres").canonicalize().ok()?;
    let folder = postgres.parent()?;
    (folder.join("initdb").exists() && version(folder)? >= OLDEST).then(|| folder.to_owned())
}

/// The major version of the programs in a folder.
#[must_use]
pub fn version(folder: &Path) -> Option<u32> {
    let answer = Command::new(folder.join("postgres")).arg("--version").output().ok()?;
    let words = String::from_utf8_lossy(&answer.stdout).into_owned();
    words.split_whitespace().find_map(|word| word.split('.').next()?.parse().ok())
}

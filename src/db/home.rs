//! Where the embedded Postgres lies and as whom it runs: folders of our own, closed to everybody else.

use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rustix::process::geteuid;
use sha2::{Digest, Sha256};

use crate::db::trust::{self, Owner};

/// Why the embedded Postgres does not run.
#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    /// The data folder cannot be used.
    #[error(
        "the data folder {0} cannot be used ({1}); set SHOP_DATA_DIR to a folder that this user may write"
    )]
    Folder(PathBuf, io::Error),
    /// Another shop runs on the same folder.
    #[error(
        "another shop is running on the data folder {data} (its Postgres is process {process}); stop it, or set SHOP_DATA_DIR to another folder"
    )]
    InUse {
        /// The folder.
        data: PathBuf,
        /// The process of its Postgres.
        process: i32,
        /// Where that Postgres is reached.
        socket: PathBuf,
    },
    /// A cluster of another major version than the programs, which open only their own.
    #[error(
        "the data folder {data} was made by Postgres {made}, and cannot be opened by what is at hand, {at_hand}: install Postgres {made} beside it (apt-get install postgresql-{made}, or set SHOP_PG_BIN to the folder of its programs) and go on with that, or change the version: write everything out with \"pickpost-shop backup FILE\" under Postgres {made}, move {cluster} away, and load it with \"pickpost-shop restore FILE\""
    )]
    OtherMajor {
        /// The folder.
        data: PathBuf,
        /// Postgres' own folder in it.
        cluster: PathBuf,
        /// The major version that made it.
        made: u32,
        /// The programs, with their version.
        at_hand: String,
    },
    /// Postgres refuses to run as root, and there is nobody else.
    #[error("Postgres does not run as root, and this machine has neither a user postgres nor a user nobody")]
    Nobody,
    /// `initdb` or `postgres` failed.
    #[error("Postgres could not be started: {0} (its log is {1})")]
    Start(String, PathBuf),
}

/// The folders, and the user.
#[derive(Clone, Debug)]
pub struct Home {
    /// The data folder that was asked for.
    pub data: PathBuf,
    /// Holds everything below; only root and the shop may write here.
    pub room: PathBuf,
    /// Postgres' own data folder.
    pub cluster: PathBuf,
    /// The folder of the socket.
    pub socket: PathBuf,
    /// What Postgres says.
    pub log: PathBuf,
    /// As whom Postgres runs where the shop runs as root.
    pub user: Option<Owner>,
}

/// The longest path of a socket's folder: 107 bytes with `/.s.PGSQL.5432`.
const LONGEST_SOCKET: usize = 92;

impl Home {
    /// Makes the folders, or takes those that are our own.
    ///
    /// # Errors
    /// [`EmbeddedError::Folder`] and [`EmbeddedError::Nobody`].
    pub fn prepare(data: &Path) -> Result<Self, EmbeddedError> {
        let wrong = |error| EmbeddedError::Folder(data.to_owned(), error);
        let user = postgres_user()?;
        let data = trust::data_folder(data, user).map_err(wrong)?;
        let wrong = |error| EmbeddedError::Folder(data.clone(), error);
        let room = root(&data);
        // The user of Postgres has to cross it, and nobody else.
        let (mode, group) = user.map_or((0o700, None), |(_, gid)| (0o710, Some((0, gid))));
        trust::folder(&room, mode, group).map_err(wrong)?;
        let socket = socket_folder(&room, &data, user).map_err(wrong)?;
        Ok(Self { cluster: room.join("cluster"), log: room.join("postgres.log"), data, room, socket, user })
    }

    /// One of Postgres' programs, as its user and without anything of the shop's environment: that holds secrets.
    #[must_use]
    pub fn command(&self, program: &Path) -> Command {
        let mut command = as_postgres(program, self.user);
        command.current_dir(&self.room).env("HOME", &self.cluster);
        command
    }

    /// That the cluster is of another major version than what is at hand.
    #[must_use]
    pub fn other_major(&self, made: u32, at_hand: String) -> EmbeddedError {
        EmbeddedError::OtherMajor { data: self.data.clone(), cluster: self.cluster.clone(), made, at_hand }
    }

    /// An error of Postgres' with the place of its log.
    #[must_use]
    pub fn failed(&self, reason: &str) -> EmbeddedError {
        EmbeddedError::Start(reason.trim().to_owned(), self.log.clone())
    }
}

/// A program of Postgres', as the user it runs as, in an environment of its own.
#[must_use]
pub fn as_postgres(program: &Path, user: Option<Owner>) -> Command {
    use std::os::unix::process::CommandExt;
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).env_clear();
    command.env("PATH", "/usr/local/bin:/usr/bin:/bin").env("LANG", "C").env("LC_ALL", "C");
    // Programs in an unusual place may need it; it is no secret.
    if let Some(path) = std::env::var_os("LD_LIBRARY_PATH") {
        command.env("LD_LIBRARY_PATH", path);
    }
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command
}

/// The folder of everything about the embedded Postgres. Usually in the data folder; but a folder below `/root` is
/// closed to every other user, and where the shop runs as root Postgres runs as one of them: it then lies where only
/// root can make folders.
#[must_use]
pub fn root(data: &Path) -> PathBuf {
    let data = data.canonicalize().or_else(|_| std::path::absolute(data)).unwrap_or_else(|_| data.to_owned());
    if !geteuid().is_root() || open_to_all(&data) {
        return data.join("postgres");
    }
    let name = format!("pickpost-shop-{}", short_hash(&data));
    // Where earlier versions put it; anybody can make a folder there, so it counts only if root has.
    let earlier = Path::new("/var/tmp").join(&name);
    if trust::is_our_folder(&earlier) { earlier } else { Path::new("/var/lib").join(name) }
}

/// The socket lies beside the cluster, unless its path would be too long for the system.
fn socket_folder(room: &Path, data: &Path, user: Option<Owner>) -> io::Result<PathBuf> {
    let socket = room.join("socket");
    if socket.as_os_str().len() <= LONGEST_SOCKET {
        return trust::folder(&socket, 0o700, user).map(|()| socket);
    }
    let name = format!("pickpost-shop-{}", short_hash(data));
    // Only root makes folders in /run. In /tmp anybody may have taken a name before us; then it is the next one.
    let run = user.map(|_| Path::new("/run").join(&name));
    let tmp = (0..100).map(|number| Path::new("/tmp").join(format!("{name}-{number}")));
    let mut refused = io::Error::other("no folder for its socket");
    for socket in run.into_iter().chain(tmp) {
        match trust::folder(&socket, 0o700, user) {
            Ok(()) => return Ok(socket),
            Err(error) => refused = error,
        }
    }
    Err(refused)
}

/// As root: the user and group of `postgres`, else of `nobody`.
///
/// # Errors
/// [`EmbeddedError::Nobody`].
pub fn postgres_user() -> Result<Option<Owner>, EmbeddedError> {
    if !geteuid().is_root() {
        return Ok(None);
    }
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let find = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    find("postgres").or_else(|| find("nobody")).map(Some).ok_or(EmbeddedError::Nobody)
}

/// Whether every folder on the way may be crossed by every user.
fn open_to_all(folder: &Path) -> bool {
    folder.ancestors().all(|folder| folder.metadata().map_or(true, |data| data.mode() & 0o001 != 0))
}

fn short_hash(path: &Path) -> String {
    let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

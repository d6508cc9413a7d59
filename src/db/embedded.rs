//! The shop's own Postgres: a cluster in the data folder, reached over a socket only, that ends with the shop.

use std::fs::{File, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, geteuid, kill_process, test_kill_process};
use sha2::{Digest, Sha256};

/// A running Postgres.
#[derive(Debug)]
pub struct Embedded {
    process: Child,
    socket: PathBuf,
}

/// Why it does not run.
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
    /// Postgres refuses to run as root, and there is nobody else.
    #[error("Postgres does not run as root, and this machine has neither a user postgres nor a user nobody")]
    Nobody,
    /// `initdb` or `postgres` failed.
    #[error("Postgres could not be started: {0} (its log is {1})")]
    Start(String, PathBuf),
}

/// Where the cluster lies and as whom it runs.
struct Home {
    cluster: PathBuf,
    socket: PathBuf,
    log: PathBuf,
    user: Option<(u32, u32)>,
}

/// The longest path of a socket's folder: 107 bytes with `/.s.PGSQL.5432`.
const LONGEST_SOCKET: usize = 92;

impl Embedded {
    /// Starts the cluster below `data` with the programs in `bin`; makes it first where there is none.
    /// `durable` is off in tests only.
    ///
    /// # Errors
    /// See [`EmbeddedError`].
    pub async fn start(bin: &Path, data: &Path, durable: bool) -> Result<Self, EmbeddedError> {
        let home = Home::prepare(data)?;
        settle_predecessor(&home, data).await?;
        if !home.cluster.join("PG_VERSION").exists() {
            home.init(bin)?;
        }
        let mut process = home.launch(bin, durable)?;
        for _ in 0..3000 {
            if let Ok(Some(status)) = process.try_wait() {
                return Err(EmbeddedError::Start(format!("it ended with {status}"), home.log));
            }
            if pid_file(&home.cluster).is_some_and(|file| {
                file.ready && file.pid.as_raw_nonzero().get() == process.id().cast_signed()
            }) {
                return Ok(Self { process, socket: home.socket });
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let _ = process.kill();
        Err(EmbeddedError::Start("it was not ready after 30 seconds".into(), home.log))
    }

    /// The folder of its socket.
    #[must_use]
    pub fn socket(&self) -> &Path {
        &self.socket
    }

    /// Stops it: connections are closed, everything is on disk.
    pub fn stop(&mut self) {
        if let Some(pid) = Pid::from_raw(self.process.id().cast_signed()) {
            let _ = kill_process(pid, Signal::INT);
        }
        let _ = self.process.wait();
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Home {
    fn prepare(data: &Path) -> Result<Self, EmbeddedError> {
        let wrong = |error| EmbeddedError::Folder(data.to_owned(), error);
        std::fs::create_dir_all(data).map_err(wrong)?;
        let data = data.canonicalize().map_err(wrong)?;
        let wrong = |error| EmbeddedError::Folder(data.clone(), error);
        let user =
            if geteuid().is_root() { Some(somebody_else().ok_or(EmbeddedError::Nobody)?) } else { None };
        let root = root(&data);
        let mut socket = root.join("socket");
        if socket.as_os_str().len() > LONGEST_SOCKET {
            socket = Path::new("/tmp").join(format!("pickpost-shop-{}", short_hash(&data)));
        }
        for folder in [&root, &socket] {
            std::fs::create_dir_all(folder).map_err(wrong)?;
            let mode = if user.is_some() { 0o711 } else { 0o700 };
            std::fs::set_permissions(folder, Permissions::from_mode(mode)).map_err(wrong)?;
        }
        let cluster = root.join("cluster");
        std::fs::create_dir_all(&cluster).map_err(wrong)?;
        std::fs::set_permissions(&cluster, Permissions::from_mode(0o700)).map_err(wrong)?;
        if let Some((uid, gid)) = user {
            chown(&cluster, Some(uid), Some(gid)).map_err(wrong)?;
            chown(&socket, Some(uid), Some(gid)).map_err(wrong)?;
        }
        Ok(Self { log: root.join("postgres.log"), cluster, socket, user })
    }

    fn init(&self, bin: &Path) -> Result<(), EmbeddedError> {
        let mut initdb = self.command(&bin.join("initdb"));
        initdb.args(["-U", "shop", "-E", "UTF8", "--locale=C", "--auth=trust", "-D"]).arg(&self.cluster);
        let answer = initdb.output().map_err(|error| self.failed(&error.to_string()))?;
        if answer.status.success() {
            return Ok(());
        }
        // Half a cluster would be taken for a whole one at the next start.
        let _ = std::fs::remove_dir_all(&self.cluster);
        let words = String::from_utf8_lossy(&answer.stderr);
        Err(self.failed(words.lines().find(|line| line.contains("error")).unwrap_or("initdb failed")))
    }

    fn launch(&self, bin: &Path, durable: bool) -> Result<Child, EmbeddedError> {
        let log = File::create(&self.log).map_err(|error| self.failed(&error.to_string()))?;
        let mut postgres = self.command(&bin.join("postgres"));
        postgres.arg("-D").arg(&self.cluster).arg("-k").arg(&self.socket).args(["-h", ""]);
        // Small on purpose: one shop, a few connections.
        for setting in ["shared_buffers=32MB", "max_connections=60", "unix_socket_permissions=0777"] {
            postgres.args(["-c", setting]);
        }
        if !durable {
            postgres.arg("-F").args(["-c", "max_connections=300"]);
        }
        postgres.stdout(Stdio::null()).stderr(log).process_group(0);
        die_with_us(&mut postgres);
        postgres.spawn().map_err(|error| self.failed(&error.to_string()))
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.stdin(Stdio::null()).current_dir(&self.cluster).env("HOME", &self.cluster);
        if let Some((uid, gid)) = self.user {
            command.uid(uid).gid(gid);
        }
        command
    }

    fn failed(&self, reason: &str) -> EmbeddedError {
        EmbeddedError::Start(reason.trim().to_owned(), self.log.clone())
    }
}

/// Whoever ends the shop ends its Postgres, also by `kill -9`: the kernel sends it SIGINT, a fast shutdown. Tied
/// to the thread that spawns, so this is called from the main one.
#[cfg(target_os = "linux")]
fn die_with_us(command: &mut Command) {
    let at_death =
        || rustix::process::set_parent_process_death_signal(Some(Signal::INT)).map_err(io::Error::from);
    #[expect(unsafe_code, reason = "between fork and exec only one system call is made, which is safe there")]
    // SAFETY: the closure calls prctl and nothing else; it neither allocates nor takes a lock.
    unsafe {
        command.pre_exec(at_death);
    }
}

#[cfg(not(target_os = "linux"))]
fn die_with_us(_: &mut Command) {}

/// The folder of everything about the embedded Postgres. Usually in the data folder; but a folder below `/root` is
/// closed to every other user, and where the shop runs as root Postgres runs as one of them.
#[must_use]
pub fn root(data: &Path) -> PathBuf {
    let data = std::path::absolute(data).unwrap_or_else(|_| data.to_owned());
    if geteuid().is_root() && !open_to_all(&data) {
        return Path::new("/var/tmp").join(format!("pickpost-shop-{}", short_hash(&data)));
    }
    data.join("postgres")
}

struct PidFile {
    pid: Pid,
    ready: bool,
}

/// What `postmaster.pid` says; `None` where no process is behind it.
fn pid_file(cluster: &Path) -> Option<PidFile> {
    let text = std::fs::read_to_string(cluster.join("postmaster.pid")).ok()?;
    let mut lines = text.lines();
    let pid = Pid::from_raw(lines.next()?.trim().parse().ok()?)?;
    test_kill_process(pid).ok()?;
    Some(PidFile { pid, ready: lines.nth(6).is_some_and(|status| status.trim() == "ready") })
}

/// A Postgres that has lost its shop is on its way out: wait for it. One whose shop lives is not ours to take.
async fn settle_predecessor(home: &Home, data: &Path) -> Result<(), EmbeddedError> {
    for _ in 0..1000 {
        let Some(running) = pid_file(&home.cluster).filter(|file| is_postgres(file.pid)) else {
            return Ok(());
        };
        if running.ready && !is_orphan(running.pid) {
            let (data, socket) = (data.to_owned(), home.socket.clone());
            return Err(EmbeddedError::InUse { data, process: running.pid.as_raw_nonzero().get(), socket });
        }
        let _ = kill_process(running.pid, Signal::INT);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Err(home.failed("the Postgres of an earlier start does not end"))
}

/// A number in an old file may long be another program's.
fn is_postgres(pid: Pid) -> bool {
    let name = std::fs::read_to_string(format!("/proc/{}/comm", pid.as_raw_nonzero()));
    name.map_or(true, |name| name.trim() == "postgres")
}

/// Whether the process that started it is gone: the system has become its parent.
fn is_orphan(pid: Pid) -> bool {
    let Ok(status) = std::fs::read_to_string(format!("/proc/{}/status", pid.as_raw_nonzero())) else {
        return false;
    };
    let parent = status.lines().find_map(|line| line.strip_prefix("PPid:")?.trim().parse::<u32>().ok());
    parent.is_some_and(|parent| {
        let name = std::fs::read_to_string(format!("/proc/{parent}/comm")).unwrap_or_default();
        parent <= 1 || !name.trim().starts_with("pickpost")
    })
}

/// The user and group of `postgres`, else of `nobody`.
fn somebody_else() -> Option<(u32, u32)> {
    let users = std::fs::read_to_string("/etc/passwd").ok()?;
    let find = |name: &str| {
        let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    find("postgres").or_else(|| find("nobody"))
}

/// Whether every folder on the way may be crossed by every user.
fn open_to_all(folder: &Path) -> bool {
    folder.ancestors().all(|folder| folder.metadata().map_or(true, |data| data.mode() & 0o001 != 0))
}

fn short_hash(path: &Path) -> String {
    let digest = Sha256::digest(path.as_os_str().as_encoded_bytes());
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

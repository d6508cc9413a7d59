//! The process of the embedded Postgres: starting it, finding one of an earlier start, reading what it says of itself.

use std::fs::File;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rustix::fs::{FlockOperation, flock};
use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use crate::db::cluster::die_with_us;
use crate::db::home::{EmbeddedError, Home};
use crate::db::{log, trust};

/// Small on purpose: one shop, a few connections. And no contents of a row in the log: they are details.
const SETTINGS: [&str; 10] = [
    "shared_buffers=32MB",
    "unix_socket_permissions=0700",
    "listen_addresses=",
    "log_destination=stderr",
    "logging_collector=off",
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    "log_parameter_max_length_on_error=0",
    "log_statement=none",
    "log_min_duration_statement=-1",
];
/// How long a start waits for another one on the same folder.
const PATIENCE: Duration = Duration::from_secs(30);
const STEP: Duration = Duration::from_millis(10);
/// So many steps a file without a number may still be getting one.
const GRACE: u32 = 20;

/// Starts the program. To be called by a thread that lives as long as the process.
///
/// # Errors
/// When it cannot be started.
pub fn launch(home: &Home, bin: &Path, durable: bool) -> Result<Child, EmbeddedError> {
    let failed = |error: io::Error| home.failed(&error.to_string());
    let log = log::open(&home.log).map_err(failed)?;
    let mut postgres = home.command(&bin.join("postgres"));
    postgres.arg("-D").arg(&home.cluster).arg("-k").arg(&home.socket);
    let connections = if durable { "max_connections=60" } else { "max_connections=300" };
    for setting in SETTINGS.iter().chain([&connections]) {
        postgres.args(["-c", setting]);
    }
    if !durable {
        postgres.arg("-F");
    }
    postgres.stdout(Stdio::null()).stderr(log).process_group(0);
    die_with_us(&mut postgres, Signal::INT);
    postgres.spawn().map_err(failed)
}

/// What `postmaster.pid` says.
#[derive(Debug)]
pub struct PidFile {
    /// The process.
    pub pid: Pid,
    /// Where it is reached.
    pub socket: PathBuf,
    /// Whether it takes connections.
    pub ready: bool,
}

/// What `postmaster.pid` says; `None` where no process is behind it.
#[must_use]
pub fn pid_file(cluster: &Path) -> Option<PidFile> {
    let text = std::fs::read_to_string(cluster.join("postmaster.pid")).ok()?;
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let pid = number(&text)?;
    // Nothing but "no such process" says that there is none.
    if test_kill_process(pid) == Err(rustix::io::Errno::SRCH) {
        return None;
    }
    let socket = lines.get(4).map(PathBuf::from).unwrap_or_default();
    let ready = lines.get(7).is_some_and(|status| ["ready", "standby"].contains(status));
    Some(PidFile { pid, socket, ready })
}

/// The number that a file of Postgres' begins with: a minus before it says that it was a program of one user's.
fn number(text: &str) -> Option<Pid> {
    let number: i32 = text.lines().next()?.trim().parse().ok()?;
    number.checked_abs().and_then(Pid::from_raw)
}

/// Makes sure that this is the only shop on the folder, for as long as the file is held: the system lets go of it when
/// the shop ends, however it ends. Waits for another start, until `stop`.
///
/// # Errors
/// [`EmbeddedError::InUse`] once the other one's Postgres takes connections, or after a while.
pub fn hold(home: &Home, stop: &AtomicBool) -> Result<File, EmbeddedError> {
    let wrong = |error| EmbeddedError::Folder(home.data.clone(), error);
    let lock = trust::private_file(&home.room.join("lock")).map_err(wrong)?;
    let mut waited = Duration::ZERO;
    while let Err(error) = flock(&lock, FlockOperation::NonBlockingLockExclusive) {
        if error != rustix::io::Errno::WOULDBLOCK {
            return Err(wrong(error.into()));
        }
        let running = pid_file(&home.cluster).filter(|file| is_postgres(file.pid));
        if let Some(file) = running.filter(|file| file.ready || waited > PATIENCE) {
            return Err(in_use(home, file));
        }
        if waited > PATIENCE {
            return Err(home.failed("another start on the same data folder does not come to an end"));
        }
        pause(home, stop)?;
        waited += STEP;
    }
    Ok(lock)
}

/// Whether a Postgres takes connections on the folder: that of a shop that is open.
#[must_use]
pub fn is_open(home: &Home) -> Option<EmbeddedError> {
    let running = pid_file(&home.cluster).filter(|file| file.ready && is_postgres(file.pid))?;
    Some(in_use(home, running))
}

/// A Postgres that has lost its shop is on its way out: wait for it. One whose shop lives (of a version that held no
/// lock) is not ours to take.
///
/// # Errors
/// [`EmbeddedError::InUse`], or that it does not end.
pub fn settle_predecessor(home: &Home, stop: &AtomicBool) -> Result<(), EmbeddedError> {
    for round in 0..3000_u32 {
        let Some(running) = pid_file(&home.cluster).filter(|file| is_postgres(file.pid)) else {
            // One that is about to write its number must not be taken for one that was cut short.
            if round < GRACE && is_cut_short(home) {
                pause(home, stop)?;
                continue;
            }
            return clear_remains(home);
        };
        if running.ready && !is_orphan(running.pid) {
            return Err(in_use(home, running));
        }
        // Politely at first; without a checkpoint when that takes long (nothing is lost, the next start recovers).
        let signal = if round < 1000 { Signal::INT } else { Signal::QUIT };
        if round % 100 == 0 {
            let _ = kill_process(running.pid, signal);
        }
        pause(home, stop)?;
    }
    Err(home.failed("the Postgres of an earlier start does not end"))
}

/// Whether `postmaster.pid` is there and names nobody: what wrote it was killed before it had a word in it.
fn is_cut_short(home: &Home) -> bool {
    std::fs::read(home.cluster.join("postmaster.pid"))
        .is_ok_and(|text| number(&String::from_utf8_lossy(&text)).is_none())
}

/// Takes away what an ended Postgres has left and what the next one would refuse to start over: a file that names a number
/// which is another program's by now, as happens in containers, and one that was cut short before it named any. Only to be
/// called by who holds the folder, and while no Postgres of it lives.
///
/// # Errors
/// [`EmbeddedError::Folder`] where a file cannot be removed.
pub fn clear_remains(home: &Home) -> Result<(), EmbeddedError> {
    let left = pid_file(&home.cluster);
    if left.as_ref().is_some_and(|file| is_postgres(file.pid)) {
        return Ok(());
    }
    let mut remains = Vec::new();
    // One that names an ended process stays: Postgres reads in it whether children of that one still live.
    if left.is_some() || is_cut_short(home) {
        remains.push(home.cluster.join("postmaster.pid"));
    }
    // The socket's says nothing that is needed, whatever is in it.
    let elsewhere = left.map(|file| file.socket).filter(|socket| socket.is_absolute());
    let sockets = elsewhere.into_iter().chain([home.socket.clone()]);
    remains.extend(sockets.map(|socket| socket.join(".s.PGSQL.5432.lock")));
    for file in remains {
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(EmbeddedError::Folder(home.data.clone(), error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Waits a moment, unless the shop is to end.
fn pause(home: &Home, stop: &AtomicBool) -> Result<(), EmbeddedError> {
    std::thread::sleep(STEP);
    if stop.load(Ordering::SeqCst) { Err(home.failed("the start was given up")) } else { Ok(()) }
}

fn in_use(home: &Home, running: PidFile) -> EmbeddedError {
    let process = running.pid.as_raw_nonzero().get();
    EmbeddedError::InUse { data: home.data.clone(), process, socket: running.socket }
}

/// A number in an old file may long be another program's.
fn is_postgres(pid: Pid) -> bool {
    let name = std::fs::read_to_string(format!("/proc/{}/comm", pid.as_raw_nonzero()));
    name.map_or(!Path::new("/proc/self/comm").exists(), |name| name.trim() == "postgres")
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

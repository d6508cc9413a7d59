//! Making a cluster: beside its place, and moved there once it is whole, so that no half of one is ever opened.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rustix::process::Signal;

use crate::db::binaries;
use crate::db::hba;
use crate::db::home::{EmbeddedError, Home};
use crate::db::trust;

/// Databases that `initdb` makes have lower numbers than those that are made later.
const FIRST_OF_OURS: u32 = 16_384;
const UNFINISHED: &str = "cluster.new-";

/// Makes the cluster where there is none, and says anew who may enter.
///
/// # Errors
/// When `initdb` fails or a folder cannot be used.
pub fn make_whole(home: &Home, bin: &Path, durable: bool) -> Result<(), EmbeddedError> {
    let wrong = |error| EmbeddedError::Folder(home.data.clone(), error);
    sweep(&home.room);
    if is_whole(&home.cluster) {
        opens(home, bin)?;
    } else {
        set_aside(home).map_err(wrong)?;
        init(home, bin, durable)?;
    }
    trust::folder(&home.cluster, 0o700, home.user).map_err(wrong)?;
    hba::write(&home.cluster, home.user).map_err(|error| home.failed(&error.to_string()))
}

/// The major version of Postgres that made the cluster, where there is one.
#[must_use]
pub fn made_by(cluster: &Path) -> Option<u32> {
    let version = is_whole(cluster).then(|| std::fs::read_to_string(cluster.join("PG_VERSION")));
    version?.ok()?.trim().parse().ok()
}

/// Whether these programs open the cluster: of another major version they would refuse it, each time anew.
fn opens(home: &Home, bin: &Path) -> Result<(), EmbeddedError> {
    match (made_by(&home.cluster), binaries::version(bin)) {
        (Some(made), Some(major)) if made != major => {
            Err(home.other_major(made, format!("Postgres {major} in {}", bin.display())))
        }
        _ => Ok(()),
    }
}

/// One that was moved into its place carries our mark. One that an earlier version made in its place is kept as soon as
/// it has a database beside those of `initdb`: only there can anything of the shop be.
#[must_use]
pub fn is_whole(cluster: &Path) -> bool {
    let marked =
        std::fs::read_to_string(cluster.join("pg_hba.conf")).is_ok_and(|hba| hba.starts_with(hba::MARK));
    let databases = std::fs::read_dir(cluster.join("base")).into_iter().flatten().flatten();
    let mut numbers = databases.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    marked || numbers.any(|number| number >= FIRST_OF_OURS)
}

/// Leftovers of first starts that were killed. What an `initdb` without a shop still writes to goes the next time.
fn sweep(room: &Path) {
    for entry in std::fs::read_dir(room).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// Half a cluster that an earlier version left in its place. It holds nothing of the shop's, but is not ours to delete.
fn set_aside(home: &Home) -> io::Result<()> {
    let cluster = &home.cluster;
    if cluster.symlink_metadata().is_err() {
        return Ok(());
    }
    trust::folder(cluster, 0o700, home.user)?;
    if std::fs::read_dir(cluster)?.next().is_none() {
        return std::fs::remove_dir(cluster);
    }
    std::fs::rename(cluster, free_name(&home.room, "cluster.unfinished-")?)
}

fn init(home: &Home, bin: &Path, durable: bool) -> Result<(), EmbeddedError> {
    let wrong = |error| EmbeddedError::Folder(home.data.clone(), error);
    let beside = free_name(&home.room, UNFINISHED).map_err(wrong)?;
    trust::folder(&beside, 0o700, home.user).map_err(wrong)?;
    let mut initdb = home.command(&bin.join("initdb"));
    initdb.args(["-U", hba::OWNER, "-E", "UTF8", "--locale=C", "--auth=peer"]);
    if !durable {
        initdb.arg("--no-sync");
    }
    initdb.arg("-D").arg(&beside).stdout(Stdio::null());
    die_with_us(&mut initdb, Signal::KILL);
    let answer = initdb.output().map_err(|error| home.failed(&error.to_string()))?;
    if !answer.status.success() {
        let _ = std::fs::remove_dir_all(&beside);
        let words = String::from_utf8_lossy(&answer.stderr);
        let why = words.lines().find(|line| line.contains("error") || line.contains("FATAL"));
        return Err(home.failed(why.unwrap_or("initdb failed")));
    }
    hba::write(&beside, home.user).map_err(|error| home.failed(&error.to_string()))?;
    // initdb has written everything to the disk; what is left is the new name.
    std::fs::rename(&beside, &home.cluster).map_err(wrong)?;
    std::fs::File::open(&home.room).and_then(|room| room.sync_all()).map_err(wrong)
}

fn free_name(room: &Path, prefix: &str) -> io::Result<PathBuf> {
    let mut names = (0..1000).map(|number| room.join(format!("{prefix}{number}")));
    let free = names.find(|path| path.symlink_metadata().is_err());
    free.ok_or_else(|| io::Error::other(format!("too many folders {prefix}* in {}", room.display())))
}

/// Whoever ends the shop ends this child too, also by `kill -9`: the kernel sends the signal. Tied to the thread that
/// spawns, so that one has to live as long as the child may.
#[cfg(target_os = "linux")]
pub fn die_with_us(command: &mut Command, signal: Signal) {
    use std::os::unix::process::CommandExt;
    let parent = rustix::process::getpid();
    let at_death = move || {
        rustix::process::set_parent_process_death_signal(Some(signal))?;
        // It may have died in between.
        let lives = rustix::process::getppid() == Some(parent);
        if lives { Ok(()) } else { Err(io::ErrorKind::BrokenPipe.into()) }
    };
    #[expect(unsafe_code, reason = "between fork and exec only system calls are made, which is safe there")]
    // SAFETY: the closure calls prctl and getppid and nothing else; it neither allocates nor takes a lock.
    unsafe {
        command.pre_exec(at_death);
    }
}

/// Other systems know no such signal: there a Postgres whose shop was killed is ended by the next start.
#[cfg(not(target_os = "linux"))]
pub fn die_with_us(_: &mut Command, _: Signal) {}

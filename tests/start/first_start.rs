//! Killed in its first start, as a container is killed: the next start opens the shop all the same.

use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use super::{Folder, get, open, program, signal};

/// The shop and everything that it has started.
fn family(pid: u32) -> Vec<u32> {
    let mut found = vec![pid];
    let entries: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let pid = entry.file_name().to_str()?.parse().ok()?;
            let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
            let parent = stat.rsplit(')').next()?.split_whitespace().nth(1)?.parse().ok()?;
            Some((pid, parent))
        })
        .collect();
    let mut next = 0;
    while next < found.len() {
        let parent = found[next];
        found.extend(entries.iter().filter(|(_, of)| *of == parent).map(|(pid, _)| *pid));
        next += 1;
    }
    found
}

/// Starts, kills after a while, and starts again; gives how long that second start took, or why it failed.
fn round(data: &Path, after: Duration, all: bool) -> Result<Duration, String> {
    let mut child = program(data).spawn().map_err(|error| error.to_string())?;
    // The moment of the kill is drawn from the length of a first start: there is no sign to wait for.
    std::thread::sleep(after);
    let killed = if all { family(child.id()) } else { vec![child.id()] };
    let mut kill = Command::new("kill");
    // One may be gone by itself in between.
    let _ = kill.arg("-9").args(killed.iter().map(u32::to_string)).output();
    let _ = child.wait();
    let begun = Instant::now();
    // `open` panics with what the program said.
    let opened = std::panic::catch_unwind(|| open(data));
    let (mut child, url, _) = opened.map_err(|_| "the next start failed".to_owned())?;
    let took = begun.elapsed();
    let (status, words) = get(&format!("{url}/readyz"));
    signal(&child, "-TERM");
    let ended = child.wait().map_err(|error| error.to_string())?;
    if status == 200 && ended.success() { Ok(took) } else { Err(format!("/readyz is {status}: {words}")) }
}

/// `PICKPOST_KILL_ROUNDS` chooses how many rounds; `make kill-first-start` takes sixty.
#[test]
fn killed_in_its_first_start_it_opens_the_next_time() {
    let folder = Folder::new("first");
    let rounds: u32 = std::env::var_os("PICKPOST_KILL_ROUNDS")
        .and_then(|rounds| rounds.to_str()?.parse().ok())
        .unwrap_or(4);
    // How long a whole first start takes here: the kills are spread over it.
    let (mut child, _, whole) = open(&folder.0.join("whole"));
    signal(&child, "-TERM");
    let _ = child.wait();
    let (mut slowest, mut failed) = (Duration::ZERO, Vec::new());
    for number in 0..rounds {
        let data = folder.0.join(number.to_string());
        let after = whole.mul_f64((f64::from(number) + 0.5) / f64::from(rounds));
        // Every other time the shop alone, so that an initdb or a Postgres may outlive it.
        match round(&data, after, number % 2 == 0) {
            Ok(took) => slowest = slowest.max(took),
            Err(why) => failed.push(format!("killed after {after:?}: {why}")),
        }
        let _ = std::fs::remove_dir_all(&data);
    }
    let opened = rounds as usize - failed.len();
    let _ = writeln!(
        std::io::stderr(),
        "killed in the first start: {opened} of {rounds} opened the next time; a first start takes {whole:?}, the slowest one after a kill took {slowest:?}"
    );
    assert!(failed.is_empty(), "{failed:?}");
}

/// A kill between the making of a file and the first word in it is too rare to wait for, so what it leaves is put there.
#[test]
fn whatever_a_killed_postgres_has_left_half_written_the_next_start_opens() {
    let folder = Folder::new("remains");
    let data = folder.0.join("data");
    let (mut child, _, _) = open(&data);
    signal(&child, "-TERM");
    let _ = child.wait();
    let pid_file = "postgres/cluster/postmaster.pid";
    let socket_file = "postgres/socket/.s.PGSQL.5432.lock";
    let mut stranger = Command::new("sleep").arg("600").spawn().expect("somebody else's program");
    let (number, none) = (stranger.id().to_string(), String::new());
    let remains: [&[(&str, &str)]; 7] = [
        &[(socket_file, "")],
        &[(pid_file, "")],
        &[(pid_file, ""), (socket_file, "")],
        &[(pid_file, "\n\n"), (socket_file, "\0\0\0\0")],
        &[(pid_file, "-"), (socket_file, "99999999999999")],
        &[(socket_file, &number)],
        &[(pid_file, &number), (socket_file, &none)],
    ];
    for left in remains {
        for (file, text) in left {
            std::fs::write(data.join(file), text).expect("what was left");
            // It is its user's, as the folder is.
            let owner = std::fs::metadata(data.join("postgres/cluster")).expect("the cluster");
            let (user, group) = (owner.uid(), owner.gid());
            std::os::unix::fs::chown(data.join(file), Some(user), Some(group)).expect("its owner");
        }
        let (mut child, url, _) = open(&data);
        assert_eq!(get(&format!("{url}/readyz")).0, 200, "{left:?}");
        signal(&child, "-TERM");
        assert!(child.wait().expect("its end").success(), "{left:?}");
    }
    let _ = stranger.kill();
    let _ = stranger.wait();
}

//! A full disk: the shop says so, and sells on once there is room again.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::guard::until_ready;
use super::support::patience;
use super::{Folder, get, open, order, signal};

/// A small disk in memory, gone at the end; `None` where this user may not make one.
struct Disk(PathBuf);

impl Disk {
    fn new(at: PathBuf) -> Option<Self> {
        std::fs::create_dir_all(&at).expect("a folder");
        let size = ["-t", "tmpfs", "-o", "size=160m,mode=755", "tmpfs"];
        let mounted = Command::new("mount").args(size).arg(&at).output();
        mounted.is_ok_and(|it| it.status.success()).then_some(Self(at))
    }

    /// Takes all the room there is.
    fn fill(&self) {
        let mut file = std::fs::File::create(self.0.join("filling")).expect("a file");
        let block = vec![1_u8; 1 << 16];
        while file.write_all(&block).is_ok() {}
        let _ = file.write_all(&block[..4096]);
    }

    fn empty(&self) {
        std::fs::remove_file(self.0.join("filling")).expect("it is gone");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

fn panicked(log: &Path) -> bool {
    std::fs::read_to_string(log).is_ok_and(|said| said.contains("PANIC:"))
}

/// What the shop says on standard error, as it comes.
fn listen(child: &mut Child) -> Arc<Mutex<String>> {
    let said = Arc::new(Mutex::new(String::new()));
    let (lines, heard) = (BufReader::new(child.stderr.take().expect("a pipe")).lines(), said.clone());
    std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            heard.lock().expect("what it said").push_str(&line);
        }
    });
    said
}

/// Waits until it has started Postgres again so often.
fn until_it_has_tried(said: &Mutex<String>, often: usize) {
    let tried = || said.lock().expect("what it said").matches("is started again").count();
    for _ in patience() {
        if tried() >= often {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("it has tried {} times", tried());
}

#[test]
fn on_a_full_disk_it_is_not_ready_says_why_and_sells_on_once_there_is_room() {
    let folder = Folder::new("disk");
    let Some(disk) = Disk::new(folder.0.join("disk")) else {
        let _ = writeln!(std::io::stderr(), "SKIPPED: no small disk can be mounted by this user");
        return;
    };
    let data = disk.0.join("data");
    let (mut child, url, _) = open(&data);
    let said = listen(&mut child);
    let path = order(&url);
    disk.fill();
    assert_eq!(until_ready(&url, 503).1, "the disk is full");
    // Until Postgres stops: its journal finds no room.
    let write = async |owner: &mut sqlx::PgConnection| {
        let fill = "create table filler as select repeat(md5(n::text), 60) as filling from generate_series(1, 400000) as n";
        let _ = sqlx::query(fill).execute(&mut *owner).await;
        let _ = sqlx::query("checkpoint").execute(&mut *owner).await;
        for _ in 0..200 {
            let journal = "select pg_switch_wal(), pg_logical_emit_message(true, 'x', repeat('x', 1000000))";
            if sqlx::query(journal).execute(&mut *owner).await.is_err() {
                break;
            }
        }
    };
    super::guard::as_owner(&data, write);
    let log = data.join("postgres/postgres.log");
    let stopped = panicked(&log);
    let (status, words) = get(&format!("{url}/readyz"));
    assert_eq!((status, &*words), (503, "the disk is full"));
    assert_eq!(get(&format!("{url}/healthz")).0, 200);
    // More often than the eight tries after which it would otherwise give up.
    until_it_has_tried(&said, 10);
    assert_eq!(get(&format!("{url}/readyz")).1, "the disk is full");
    disk.empty();
    let (took, _) = until_ready(&url, 200);
    let _ =
        writeln!(std::io::stderr(), "ready {took:?} after there was room; Postgres had stopped: {stopped}");
    assert_eq!(get(&format!("{url}{path}")).0, 200, "the order is there");
    order(&url);
    signal(&child, "-TERM");
    assert!(child.wait().expect("its end").success());
    assert!(stopped, "the test has to reach the point where Postgres stops");
}

//! Other users of the machine: they cannot enter the shop's Postgres, and what they have put in its way is not used.

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use pickpost_shop::db::home::root;

use super::{Folder, failed, get, open, opened, order, postmaster, program, signal, support};

const NOBODY: u32 = 65534;

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap_or_else(|error| panic!("{}: {error}", path.display())).mode() & 0o7777
}

/// A test that changes users needs root; elsewhere it says that it is skipped.
fn is_root() -> bool {
    let root = rustix::process::geteuid().is_root();
    if !root {
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), "SKIPPED: only root can be another user for a while");
    }
    root
}

/// What `psql` says when a user of the machine tries to enter.
fn enter(data: &Path, user: (u32, u32), login: &str) -> (bool, String) {
    let mut psql = Command::new(support::cluster::programs().join("psql"));
    psql.uid(user.0).gid(user.1).current_dir("/").env_clear().arg("-h").arg(root(data).join("socket"));
    let output = psql.args(["-U", login, "-d", "shop", "-c", "select 1"]).output().expect("psql");
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn nobody_else_enters_its_postgres_and_its_children_know_no_secret() {
    let folder = Folder::new("enter");
    let data = folder.0.join("data");
    let mut command = program(&data);
    command.env("MERCHANT_EMAIL", "anna@example.ch").env("MERCHANT_PASSWORD", "a-secret-of-the-merchant");
    command.env("POST_CLIENT_ID", "id").env("POST_CLIENT_SECRET", "a-secret-of-post");
    let mut child = command.spawn().expect("the program");
    let (url, _) = opened(&mut child, std::time::Instant::now());
    assert_eq!(get(&format!("{url}/readyz")).0, 200);
    let room = root(&data);
    assert_eq!((mode(&room.join("cluster")), mode(&room.join("socket"))), (0o700, 0o700));
    assert_eq!(mode(&room) & 0o007, 0, "others may not even look in");
    assert_eq!(mode(&room.join("socket/.s.PGSQL.5432")) & 0o077, 0);
    assert_eq!(mode(&room.join("postgres.log")), 0o600);
    let postmaster = postmaster(&data).expect("its Postgres");
    let environment = std::fs::read(format!("/proc/{postmaster}/environ")).expect("its environment");
    let environment = String::from_utf8_lossy(&environment);
    assert!(environment.contains("PATH=") && !environment.contains("secret"), "{environment}");
    assert!(!environment.contains("MERCHANT") && !environment.contains("POST_"), "{environment}");
    if is_root() && support::cluster::programs().join("psql").exists() {
        let owner = room.join("cluster").metadata().expect("a folder");
        for login in ["shop", "shop_app", "postgres"] {
            let (entered, said) = enter(&data, (NOBODY, NOBODY), login);
            assert!(!entered && said.contains("Permission denied"), "{login}: {said}");
            // Even the user who could cross the folders is not the shop.
            let (entered, said) = enter(&data, (owner.uid(), owner.gid()), login);
            assert!(
                !entered && (said.contains("Peer authentication") || said.contains("no pg_hba")),
                "{said}"
            );
        }
        for login in ["shop", "shop_app"] {
            let (entered, said) = enter(&data, (0, 0), login);
            assert!(entered, "whoever runs the shop may: {said}");
        }
    }
    signal(&child, "-TERM");
    assert!(child.wait().expect("its end").success());
}

/// The shop runs as whoever starts it; what holds for root holds for them.
#[test]
fn the_same_holds_for_a_shop_that_another_user_runs() {
    let tests = std::env::current_exe().expect("this program");
    let seen = |user: &mut Command| user.uid(NOBODY).gid(NOBODY).output();
    if !is_root() || seen(Command::new(&tests).arg("--list")).is_err() {
        use std::io::Write;
        let _ = writeln!(std::io::stderr(), "SKIPPED: another user cannot run {}", tests.display());
        return;
    }
    let mut again = Command::new(&tests);
    let names = ["strangers::nobody_else", "guard::a_killed", "guard::the_log", "guard::half_a_cluster"];
    let output = seen(again.args(names).args(["--test-threads=1"]).env("HOME", "/")).expect("the tests");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("4 passed"), "{said}");
}

/// Where the shop goes whose data folder is closed to Postgres' user; gone at the end.
struct Closed {
    data: PathBuf,
    room: PathBuf,
    planted: PathBuf,
}

impl Closed {
    fn new(folder: &Folder) -> Self {
        let closed = folder.0.join("closed");
        std::fs::create_dir(&closed).expect("a folder");
        std::fs::set_permissions(&closed, PermissionsExt::from_mode(0o700)).expect("its rights");
        let data = closed.join("data");
        let room = root(&data);
        let planted = Path::new("/var/tmp").join(room.file_name().expect("a name"));
        Self { data, room, planted }
    }
}

impl Drop for Closed {
    fn drop(&mut self) {
        for folder in [&self.room, &self.planted] {
            let _ = std::fs::remove_file(folder);
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

#[test]
fn where_the_data_folder_is_closed_nothing_that_a_stranger_planted_is_used() {
    if !is_root() {
        return;
    }
    let folder = Folder::new("planted");
    let closed = Closed::new(&folder);
    assert!(closed.room.starts_with("/var/lib"), "where only root makes folders: {:?}", closed.room);
    let victim = folder.0.join("victim");
    std::fs::create_dir_all(victim.join("cluster")).expect("a folder");
    std::fs::set_permissions(&victim, PermissionsExt::from_mode(0o750)).expect("its rights");
    let proof = folder.0.join("proof");
    for planted in ["folder", "link"] {
        if planted == "link" {
            symlink(&victim, &closed.planted).expect("a link");
        } else {
            let bin = closed.planted.join("programs/package/native/bin");
            std::fs::create_dir_all(&bin).expect("a folder");
            for program in ["postgres", "initdb"] {
                let script = format!("#!/bin/sh\ntouch {}\necho postgres 17\n", proof.display());
                std::fs::write(bin.join(program), script).expect("a program");
                std::fs::set_permissions(bin.join(program), PermissionsExt::from_mode(0o755))
                    .expect("rights");
            }
            chown(&closed.planted, Some(NOBODY), Some(NOBODY)).expect("a stranger's");
        }
        let (mut child, url, _) = open(&closed.data);
        order(&url);
        signal(&child, "-TERM");
        assert!(child.wait().expect("its end").success());
        assert!(!proof.exists(), "a stranger's program has run");
        let (now, owner) = (mode(&victim), victim.metadata().expect("it").uid());
        assert_eq!((now, owner), (0o750, 0), "a stranger's link was followed");
        assert!(std::fs::read_dir(victim.join("cluster")).expect("it").next().is_none());
        let _ = std::fs::remove_dir_all(&closed.planted);
        let _ = std::fs::remove_file(&closed.planted);
    }
    // One that root made there itself, as earlier versions did, is still found.
    std::fs::create_dir(&closed.planted).expect("a folder");
    std::fs::set_permissions(&closed.planted, PermissionsExt::from_mode(0o711)).expect("its rights");
    assert_eq!(root(&closed.data), closed.planted);
}

#[test]
fn folders_links_and_programs_of_strangers_are_refused_with_a_sentence() {
    if !is_root() {
        return;
    }
    let folder = Folder::new("strangers");
    let stranger = |path: &Path| std::os::unix::fs::lchown(path, Some(NOBODY), Some(NOBODY)).expect("theirs");
    let victim = folder.0.join("victim");
    std::fs::create_dir(&victim).expect("a folder");
    let link = folder.0.join("link");
    symlink(&victim, &link).expect("a link");
    stranger(&link);
    let theirs = folder.0.join("theirs");
    std::fs::create_dir(&theirs).expect("a folder");
    stranger(&theirs);
    let mut refused = vec![link.clone(), link.join("data"), theirs];
    for (name, inside) in [("a", "postgres"), ("b", "postgres/cluster"), ("c", "postgres/socket")] {
        for kind in ["folder", "link"] {
            let data = folder.0.join(format!("{name}-{kind}"));
            let planted = data.join(inside);
            std::fs::create_dir_all(planted.parent().expect("a parent")).expect("a folder");
            if kind == "link" {
                symlink(&victim, &planted).expect("a link");
            } else {
                std::fs::create_dir(&planted).expect("a folder");
            }
            stranger(&planted);
            refused.push(data);
        }
    }
    let log = folder.0.join("log");
    std::fs::create_dir_all(log.join("postgres")).expect("a folder");
    std::fs::write(victim.join("precious"), "precious").expect("a file");
    symlink(victim.join("precious"), log.join("postgres/postgres.log")).expect("a link");
    for data in refused {
        let (_, said) = failed(program(&data));
        assert!(said.contains("SHOP_DATA_DIR") && said.trim().lines().count() == 1, "{data:?}: {said}");
    }
    let (_, said) = failed(program(&log));
    assert!(said.contains("Postgres could not be started"), "{said}");
    assert_eq!(std::fs::read_to_string(victim.join("precious")).expect("it"), "precious");
    assert_eq!((victim.metadata().expect("it").uid(), mode(&victim) & 0o022), (0, 0));
    assert_eq!(std::fs::read_dir(&victim).expect("it").count(), 1, "nothing was written through a link");

    let bin = folder.0.join("bin");
    std::fs::create_dir(&bin).expect("a folder");
    let proof = folder.0.join("proof");
    for name in ["postgres", "initdb"] {
        std::fs::write(bin.join(name), format!("#!/bin/sh\ntouch {}\necho postgres 17\n", proof.display()))
            .expect("a program");
        std::fs::set_permissions(bin.join(name), PermissionsExt::from_mode(0o777)).expect("rights");
    }
    let mut writable = program(&folder.0.join("data"));
    writable.env("SHOP_PG_BIN", &bin);
    let (_, said) = failed(writable);
    assert!(said.contains("SHOP_PG_BIN") && said.trim().lines().count() == 1, "{said}");
    assert!(!proof.exists(), "a program that everybody may change has run");
}

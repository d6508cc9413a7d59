//! The embedded Postgres is watched: what happens when it is killed, and what it leaves in its log.

use std::io::Read;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use pickpost_shop::db::home::root;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

use super::support::{BOUNDED, patience, patience_of};
use super::{Folder, get, lives, open, order, postmaster, program, signal};

/// As the owner, which whoever runs the shop may be.
pub fn as_owner<T>(data: &Path, work: impl AsyncFnOnce(&mut PgConnection) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let options = PgConnectOptions::new_without_pgpass().socket(root(data).join("socket"));
        let options = options.username("shop").database("shop");
        let mut owner = PgConnection::connect_with(&options).await.expect("the owner enters");
        work(&mut owner).await
    })
}

pub fn kill_9(pid: u32) {
    assert!(Command::new("kill").args(["-9", &pid.to_string()]).status().expect("kill").success());
}

/// Waits until `/readyz` says so; gives how long it took.
pub fn until_ready(url: &str, status: u16) -> (Duration, String) {
    let (begun, mut said) = (Instant::now(), (0, String::new()));
    for _ in patience() {
        said = get(&format!("{url}/readyz"));
        if said.0 == status {
            return (begun.elapsed(), said.1);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("/readyz is {}: {}", said.0, said.1);
}

/// Waits until another Postgres than this one is there.
fn until_another(data: &Path, old: u32) {
    for _ in patience() {
        if postmaster(data).is_some_and(|new| new != old) {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("no new Postgres");
}

#[test]
fn a_killed_postmaster_is_reaped_and_started_again_within_seconds() {
    let folder = Folder::new("postmaster");
    let data = folder.0.join("data");
    let (mut child, url, _) = open(&data);
    let first = order(&url);
    let mut times = Vec::new();
    for _ in 0..3 {
        let old = postmaster(&data).expect("its Postgres");
        kill_9(old);
        assert_eq!(get(&format!("{url}/healthz")).0, 200, "the process itself is well");
        let begun = Instant::now();
        until_another(&data, old);
        until_ready(&url, 200);
        times.push(begun.elapsed());
        assert!(!lives(old), "the old one is reaped");
        assert_eq!(get(&format!("{url}{first}")).0, 200, "nothing is lost");
        order(&url);
    }
    super::println_times(&times);
    assert!(times.iter().all(|time| *time < BOUNDED), "{times:?}");
    let last = postmaster(&data).expect("its Postgres");
    signal(&child, "-TERM");
    assert!(child.wait().expect("its end").success());
    assert!(!lives(last), "the one that was started again ends with the shop too");
}

#[test]
fn where_postgres_cannot_be_started_again_the_shop_ends_with_a_sentence() {
    let folder = Folder::new("gone");
    let data = folder.0.join("data");
    let (mut child, _, _) = open(&data);
    let old = postmaster(&data).expect("its Postgres");
    std::fs::rename(root(&data).join("cluster"), root(&data).join("elsewhere")).expect("moved");
    kill_9(old);
    let mut status = None;
    for _ in patience_of(2) {
        status = child.try_wait().expect("its state");
        if status.is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let status = status.expect("it neither recovers nor ends");
    let mut said = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
    let last = said.lines().last().unwrap_or_default();
    assert!(!status.success() && last.contains("The shop closes: Postgres could not be started"), "{said}");
}

#[test]
fn the_log_is_private_outlives_a_restart_and_holds_nothing_of_a_row() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("log");
    let data = folder.0.join("data");
    let log = root(&data).join("postgres.log");
    let refused = |name: &'static str| {
        as_owner(&data, async move |owner| {
            let make = "create table if not exists guest (name text not null check (name = 'nobody'))";
            sqlx::query(make).execute(&mut *owner).await.expect("a table");
            let added = sqlx::query("insert into guest values ($1)").bind(name).execute(&mut *owner).await;
            assert!(added.is_err(), "a row that is refused");
            let literal = sqlx::AssertSqlSafe(format!("insert into guest values ('{name}')"));
            assert!(sqlx::query(literal).execute(&mut *owner).await.is_err());
        });
    };
    for name in ["Hans Muster", "Erika Muster"] {
        let (mut child, _, _) = open(&data);
        refused(name);
        signal(&child, "-TERM");
        assert!(child.wait().expect("its end").success());
    }
    let said = std::fs::read_to_string(&log).expect("a log");
    assert_eq!(said.matches("violates check constraint").count(), 4, "both starts are in it: {said}");
    assert!(!said.contains("Muster") && !said.contains("insert into"), "{said}");
    assert_eq!(log.metadata().expect("it").permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_folder_of_an_earlier_version_opens_and_is_closed_to_others_from_then_on() {
    let folder = Folder::new("earlier");
    let data = folder.0.join("data");
    let (mut child, url, _) = open(&data);
    let path = order(&url);
    as_owner(&data, async |owner| {
        sqlx::query("alter role shop_app nologin").execute(owner).await.expect("as it was");
    });
    signal(&child, "-TERM");
    assert!(child.wait().expect("its end").success());
    let hba = root(&data).join("cluster/pg_hba.conf");
    std::fs::write(&hba, "local all all trust\n").expect("as it was");
    std::fs::remove_file(root(&data).join("cluster/pg_ident.conf")).expect("gone");
    let (mut child, url, _) = open(&data);
    assert_eq!(get(&format!("{url}{path}")).0, 200, "the order is there");
    let rules = std::fs::read_to_string(&hba).expect("rules");
    let trusting = rules.lines().any(|line| !line.starts_with('#') && line.contains("trust"));
    assert!(!trusting && rules.contains("local all shop_app peer map="), "{rules}");
    signal(&child, "-TERM");
    assert!(child.wait().expect("its end").success());
}

#[test]
fn a_folder_whose_path_is_too_long_for_a_socket_opens_with_a_closed_one_elsewhere() {
    use std::os::unix::fs::MetadataExt;
    let folder = Folder::new("long");
    let data = folder.0.join("d".repeat(100));
    let (mut child, url, _) = open(&data);
    let file = std::fs::read_to_string(data.join("postgres/cluster/postmaster.pid")).expect("its file");
    let socket = Path::new(file.lines().nth(4).expect("where it is reached").trim());
    assert!(!socket.starts_with(&data) && get(&format!("{url}/readyz")).0 == 200);
    assert_eq!(socket.metadata().expect("a folder").mode() & 0o777, 0o700);
    signal(&child, "-TERM");
    assert!(child.wait().expect("its end").success());
    std::fs::remove_dir_all(socket).expect("its socket's folder");
}

#[test]
fn half_a_cluster_of_an_earlier_version_is_set_aside_and_made_anew() {
    let folder = Folder::new("half");
    for (number, files) in [&["PG_VERSION"][..], &["postgresql.conf"], &[]].into_iter().enumerate() {
        let data = folder.0.join(number.to_string());
        let cluster = data.join("postgres/cluster");
        std::fs::create_dir_all(cluster.join("base/1")).expect("a folder");
        for file in files {
            std::fs::write(cluster.join(file), "15\n").expect("a file");
        }
        // As `kill -9` during a first start left it: beside, too.
        std::fs::create_dir_all(data.join("postgres/cluster.new-0/base")).expect("a folder");
        let mut migrate = program(&data);
        let output = migrate.arg("migrate").output().expect("the program");
        assert!(output.status.success(), "{output:?}");
        assert!(data.join("postgres/cluster.unfinished-0/base/1").is_dir(), "nothing is thrown away");
        assert!(!data.join("postgres/cluster.new-0").exists(), "leftovers of our own are swept out");
    }
}

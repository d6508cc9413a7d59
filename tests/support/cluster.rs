//! One Postgres for a whole test program, in memory where the machine allows it, and a fresh database a test.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::channel;

use pickpost_shop::app;
use pickpost_shop::clock::Clock;
use pickpost_shop::config::Settings;
use pickpost_shop::db::embedded::Embedded;
use pickpost_shop::db::home::Home;
use pickpost_shop::db::{binaries, fetch};
use pickpost_shop::ids::Random;
use pickpost_shop::pickup::Points;
use pickpost_shop::pickup::feed::import;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection, PgPool};

use super::shop::{address, rests, settings_of};

/// What the template was made of, kept for the whole run: shops that show the same points share them.
static POINTS: OnceLock<Points> = OnceLock::new();
static SOCKET: OnceLock<PathBuf> = OnceLock::new();
static NEXT: AtomicU32 = AtomicU32::new(1);

/// How to connect to a database of the cluster as its owner.
pub fn options(database: &str) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass().socket(socket()).username("shop").database(database)
}

/// The address of a fresh database in which a shop has been open once: migrated, with the goods, the points and the
/// merchant, and with what recurs by the hour done a moment ago.
pub async fn fresh_database() -> String {
    let name = format!("t{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let mut owner = PgConnection::connect_with(&options("postgres")).await.expect("the test cluster");
    // Two databases cannot be copied from one template at once.
    sqlx::query("select pg_advisory_lock(1)").execute(&mut owner).await.expect("a lock");
    // Files are copied, which takes half the time of writing down each page of them; before 15 there was no choice.
    let strategy = if owner.server_version_num() >= Some(150_000) { "strategy file_copy" } else { "" };
    let create = sqlx::AssertSqlSafe(format!("create database {name} template murmel {strategy}"));
    sqlx::query(create).execute(&mut owner).await.expect("a fresh database");
    let _ = owner.close().await;
    address(&name, socket())
}

fn socket() -> &'static PathBuf {
    SOCKET.get_or_init(|| {
        let (tell, told) = channel();
        // It is stopped when it is dropped, so this thread keeps it.
        std::thread::spawn(move || {
            let cluster = actix_web::rt::System::new().block_on(start());
            tell.send(cluster.socket().to_owned()).expect("somebody waits");
            loop {
                std::thread::park();
            }
        });
        told.recv().expect("the test cluster starts")
    })
}

async fn start() -> Embedded {
    let cluster = Embedded::start(&programs(), &home(), false).await.expect("the test cluster");
    let options = PgConnectOptions::new_without_pgpass().socket(cluster.socket()).username("shop");
    let mut owner =
        PgConnection::connect_with(&options.clone().database("postgres")).await.expect("a connection");
    for frugal in [
        // Hundreds of databases that live for a second each need no vacuum, and nothing of them is ever recovered.
        "alter system set autovacuum = off",
        "alter system set full_page_writes = off",
        "alter system set synchronous_commit = off",
        "select pg_reload_conf()",
        "create database murmel",
    ] {
        sqlx::query(frugal).execute(&mut owner).await.expect("the template");
    }
    make_template(&address("murmel", cluster.socket())).await;
    cluster
}

/// Opens a shop in the template, waits until it rests, and closes it.
async fn make_template(database: &str) {
    let settings = settings_of(database, &[]);
    let shop = app::start(settings, Clock::System, Random::system()).await.expect("the first shop opens");
    rests(database, &Clock::System).await;
    shop.stop().await;
    let owner = PgPool::connect(database).await.expect("the template");
    for own in [
        // Each shop makes a key of its own.
        "delete from secret",
        // What is done within the hour each shop begins by itself.
        "delete from job_schedule where every <> 3600",
    ] {
        sqlx::query(own).execute(&owner).await.expect("the template");
    }
    let points = import::load(&owner, true, Clock::System.now()).await.expect("the points");
    POINTS.set(points).expect("made once");
    owner.close().await;
}

/// Postgres' programs: the machine's, else fetched once below the build folder, as the shop itself would.
pub fn programs() -> PathBuf {
    let data = concat!(env!("CARGO_TARGET_TMPDIR"), "/postgres");
    let settings =
        Settings::read(&|name| (name == "SHOP_DATA_DIR").then(|| data.to_owned())).expect("settings");
    let find = || binaries::find(&settings).expect("programs that nobody else may change");
    find().unwrap_or_else(|| {
        let home = Home::prepare(&settings.data_dir).expect("a folder");
        fetch::fetch(&home.room).expect("Postgres, by apt-get install postgresql");
        find().expect("the fetched programs run")
    })
}

/// A folder of this process's own; those of processes that are gone are swept out.
fn home() -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    let parent = if memory.is_dir() { memory } else { std::env::temp_dir() };
    for entry in std::fs::read_dir(&parent).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(pid) = name.strip_prefix("murmel-test-")
            && !PathBuf::from(format!("/proc/{pid}")).exists()
        {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
    parent.join(format!("murmel-test-{}", std::process::id()))
}

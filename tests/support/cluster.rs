//! One Postgres for a whole test program, in memory where the machine allows it, and a fresh database a test.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::channel;

use pickpost_shop::config::Settings;
use pickpost_shop::db::embedded::Embedded;
use pickpost_shop::db::home::Home;
use pickpost_shop::db::{Database, binaries, fetch};
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

static SOCKET: OnceLock<PathBuf> = OnceLock::new();
static NEXT: AtomicU32 = AtomicU32::new(1);

/// How to connect to a database of the cluster as its owner.
pub fn options(database: &str) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass().socket(socket()).username("shop").database(database)
}

/// The address of a fresh, migrated database with the goods and the points in it.
pub async fn fresh_database() -> String {
    let name = format!("t{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let mut owner = PgConnection::connect_with(&options("postgres")).await.expect("the test cluster");
    // Two databases cannot be copied from one template at once.
    sqlx::query("select pg_advisory_lock(1)").execute(&mut owner).await.expect("a lock");
    let create = sqlx::AssertSqlSafe(format!("create database {name} template murmel"));
    sqlx::query(create).execute(&mut owner).await.expect("a fresh database");
    let _ = owner.close().await;
    format!("postgres://shop@localhost/{name}?host={}", socket().display())
}

fn socket() -> &'static PathBuf {
    SOCKET.get_or_init(|| {
        let (tell, told) = channel();
        // It is stopped when it is dropped, so this thread keeps it.
        std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            let cluster = runtime.block_on(start());
            tell.send(cluster.socket().to_owned()).expect("somebody waits");
            loop {
                std::thread::park();
            }
        });
        told.recv().expect("the test cluster starts")
    })
}

async fn start() -> Embedded {
    let home = home();
    let cluster = Embedded::start(&programs(), &home, false).await.expect("the test cluster");
    let options = PgConnectOptions::new_without_pgpass().socket(cluster.socket()).username("shop");
    let mut owner =
        PgConnection::connect_with(&options.clone().database("postgres")).await.expect("a connection");
    sqlx::query("create database murmel").execute(&mut owner).await.expect("the template");
    let application = options.clone().username("shop_app").database("murmel");
    let database =
        Database::connect_as(options.database("murmel"), Some(application), None).await.expect("migrations");
    pickpost_shop::pickup::feed::import::load(
        &database.pool,
        true,
        pickpost_shop::clock::Clock::System.now(),
    )
    .await
    .expect("the points");
    database.close().await;
    cluster
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

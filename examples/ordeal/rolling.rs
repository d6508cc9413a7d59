//! A rolling restart under load: two instances on one Postgres, restarted in turn while shoppers read pages and place
//! orders. Every request that fails is printed; there must be none.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use pickpost_shop::config::Settings;
use pickpost_shop::db::Database;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection};

use crate::balancer::Balancer;
use crate::program::Program;
use crate::{say, shopper};

/// What is counted.
#[derive(Default)]
pub struct Counts {
    pub(crate) requests: AtomicU64,
    pub(crate) orders: AtomicU64,
    pub(crate) slowest: AtomicU64,
    pub(crate) failures: std::sync::Mutex<BTreeMap<String, u64>>,
}

/// Restarts both instances so many times, with so many shoppers at once.
pub async fn run(rounds: usize, shoppers: usize) -> anyhow::Result<()> {
    let (rounds, shoppers) = (rounds.min(50), shoppers.min(64));
    let folder = std::env::temp_dir().join(format!("murmel-rolling-{}", std::process::id()));
    let data = folder.display().to_string();
    let settings = Settings::read(&|name| (name == "SHOP_DATA_DIR").then(|| data.clone()))?;
    let database = Database::open(&settings).await?;
    let login = |options: &PgConnectOptions| options.to_url_lossy().to_string();
    let url = [login(&database.owner().clone().username("shop_app")), login(database.owner())];
    let mut owner = PgConnection::connect_with(database.owner()).await?;
    sqlx::query("update product set stock = 1000000").execute(&mut owner).await?;
    let mut instances = Vec::new();
    for _ in 0..2 {
        instances.push(start(&url)?);
    }
    let balancer = Balancer::before(instances.iter().map(|instance| instance.url.clone()).collect());
    let (counts, over) = (Arc::new(Counts::default()), Arc::new(AtomicBool::new(false)));
    let watching = actix_web::rt::spawn(balancer.clone().watch());
    let crowd: Vec<_> = (0..shoppers)
        .map(|_| {
            actix_web::rt::spawn(shopper::shop(balancer.clone(), Arc::clone(&counts), Arc::clone(&over)))
        })
        .collect();
    let begun = Instant::now();
    for round in 0..rounds {
        for (at, instance) in instances.iter_mut().enumerate() {
            tokio::time::sleep(Duration::from_secs(1)).await;
            restart(instance, &url).await?;
            balancer.replace(at, &instance.url);
            balancer.ready(at).await?;
        }
        say(&format!("round {}: {} requests so far", round + 1, counts.requests.load(Ordering::Relaxed)));
    }
    over.store(true, Ordering::Relaxed);
    for shopper in crowd {
        let _ = shopper.await;
    }
    watching.abort();
    let failed = report(&counts, begun.elapsed(), rounds * 2);
    drop(instances);
    database.close().await;
    let _ = std::fs::remove_dir_all(folder);
    anyhow::ensure!(failed == 0, "{failed} requests failed");
    Ok(())
}

fn start([application, owner]: &[String; 2]) -> anyhow::Result<Program> {
    let database = [("DATABASE_URL", &**application), ("DATABASE_OWNER_URL", owner)];
    Program::start(&[database[0], database[1], ("SHOP_LIMITS", "off"), ("RUST_LOG", "warn")])
}

/// Ends an instance in order, and starts its successor, on another port as on another machine.
async fn restart(instance: &mut Program, database: &[String; 2]) -> anyhow::Result<()> {
    instance.tell_to_stop();
    while !instance.has_ended() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let database = database.clone();
    *instance = tokio::task::spawn_blocking(move || start(&database)).await??;
    Ok(())
}

fn report(counts: &Counts, took: Duration, restarts: usize) -> u64 {
    let failures = counts.failures.lock().expect("nobody panicked with it");
    let failed: u64 = failures.values().sum();
    let requests = counts.requests.load(Ordering::Relaxed);
    say(&format!(
        "{restarts} restarts in {:.0} s: {requests} requests, {} orders, slowest {} ms, {failed} failed",
        took.as_secs_f64(),
        counts.orders.load(Ordering::Relaxed),
        counts.slowest.load(Ordering::Relaxed),
    ));
    for (what, times) in failures.iter() {
        say(&format!("  {times} x {what}"));
    }
    failed
}

//! What one visitor can do to the shop's memory and time: each attack against a shop of its own, with a bystander who goes
//! on reading. Printed: memory before, at its peak and afterwards, what was answered, and how long the bystander waited.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use actix_web::rt::spawn;
use flate2::Compression;
use flate2::write::GzEncoder;
use reqwest::{Client, Method};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::program::Program;
use crate::{guesses, say};

/// The attacks by name.
const NAMES: [&str; 9] =
    ["bomb", "simulator", "methods", "slow", "silent", "guesses", "guesses50", "guesses400", "limited"];
/// Who may sign in.
const MERCHANT: &str = "anna@example.ch";

/// Plays one attack, or all of them.
pub async fn run(only: Option<&str>) -> anyhow::Result<()> {
    for name in NAMES.into_iter().filter(|name| only.is_none_or(|only| only == *name)) {
        play(name).await?;
    }
    Ok(())
}

async fn play(name: &str) -> anyhow::Result<()> {
    let folder = std::env::temp_dir().join(format!("murmel-ordeal-{}", std::process::id()));
    let data = folder.display().to_string();
    let mut shell = std::process::Command::new("sh");
    // As many files as a plain shell gives.
    shell.arg("-c").arg("ulimit -n 1024; exec \"$0\"").arg(crate::program::path()?);
    let limits = if name == "limited" { "on" } else { "off" };
    let settings = [
        ("SHOP_DATA_DIR", &*data),
        ("RUST_LOG", "error"),
        // Without the limits every guess comes as far as the hash.
        ("SHOP_LIMITS", limits),
        ("MERCHANT_EMAIL", MERCHANT),
        ("MERCHANT_PASSWORD", "correct horse battery"),
    ];
    let shop = Program::start_by(shell, &settings)?;
    let client = Client::builder().timeout(Duration::from_secs(30)).build()?;
    let reading = format!("{}/en/", shop.url);
    for _ in 0..20 {
        client.get(&reading).send().await?;
    }
    let (before, _) = shop.memory();
    let (bystander, over) = watch(&reading);
    let begun = Instant::now();
    let answers = match name {
        "bomb" => bombs(&client, &format!("{}/de/products/mountain-cheese", shop.url)).await?,
        "simulator" => {
            bombs(&client, &format!("{}/OAuth/token", shop.sandbox.as_deref().unwrap_or_default())).await?
        }
        "methods" => methods(&client, &format!("{}/de/", shop.url)).await?,
        "guesses" => guesses::in_a_row(&client, &shop.url, MERCHANT).await?,
        "guesses50" => guesses::at_once(&client, &shop.url, MERCHANT, 50).await?,
        "guesses400" => guesses::at_once(&client, &shop.url, MERCHANT, 400).await?,
        "limited" => guesses::at_once(&client, &shop.url, MERCHANT, 60).await?,
        "slow" => lines(&shop.url, SLOW).await,
        _ => lines(&shop.url, "").await,
    };
    let took = begun.elapsed();
    tokio::time::sleep(Duration::from_secs(8)).await;
    over.store(true, Ordering::Relaxed);
    let (reads, slowest) = bystander.await?;
    let (after, peak) = shop.memory();
    say(&format!(
        "{name:<10} {:>5.1} s  memory {before} -> {peak} -> {after} MiB  answers {answers:?}  bystander: {reads} pages, \
         slowest {slowest} ms",
        took.as_secs_f64()
    ));
    drop(shop);
    let _ = std::fs::remove_dir_all(folder);
    Ok(())
}

/// Somebody who reads a page four times a second; gives how many came, and how long the slowest took.
fn watch(url: &str) -> (actix_web::rt::task::JoinHandle<(u64, u128)>, Arc<AtomicBool>) {
    let (over, url) = (Arc::new(AtomicBool::new(false)), url.to_owned());
    let done = Arc::clone(&over);
    let reading = spawn(async move {
        let (mut reads, mut slowest) = (0, 0);
        while !done.load(Ordering::Relaxed) {
            // A line of its own each time, as a new visitor has.
            let begun = Instant::now();
            let client = Client::builder().timeout(Duration::from_secs(30)).build();
            if let Ok(client) = client
                && client.get(&url).send().await.is_ok_and(|answer| answer.status().is_success())
            {
                reads += 1;
            }
            slowest = slowest.max(begun.elapsed().as_millis());
            tokio::time::sleep(Duration::from_millis(250)).await;
        }
        (reads, slowest)
    });
    (reading, over)
}

/// 100 KB that unpack to 100 MiB, forty at once.
async fn bombs(client: &Client, url: &str) -> anyhow::Result<BTreeMap<u16, u32>> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    for _ in 0..100 {
        std::io::Write::write_all(&mut packed, &vec![b'a'; 1024 * 1024])?;
    }
    let packed = packed.finish()?;
    let sent = (0..40).map(|_| {
        let request = client.post(url).header("content-type", "application/x-www-form-urlencoded");
        spawn(request.header("content-encoding", "gzip").body(packed.clone()).send())
    });
    count(sent).await
}

/// Two thousand methods of sixty thousand letters, each another one.
async fn methods(client: &Client, url: &str) -> anyhow::Result<BTreeMap<u16, u32>> {
    let mut answers = BTreeMap::new();
    for round in 0..40 {
        let sent = (0..50).map(|at| {
            let method = format!("{}{}", "A".repeat(60_000), round * 50 + at);
            let method = Method::from_bytes(method.as_bytes()).unwrap_or(Method::TRACE);
            spawn(client.request(method, url).send())
        });
        for (status, times) in count(sent).await? {
            *answers.entry(status).or_default() += times;
        }
    }
    Ok(answers)
}

const SLOW: &str = "POST /merchant/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 16000\r\n\
                    Content-Type: application/x-www-form-urlencoded\r\n\r\na";

/// Eleven hundred lines that say this much and no more, held for twelve seconds. What answers mean here: 0 are lines that
/// could not be opened, 1 those that were.
async fn lines(url: &str, head: &'static str) -> BTreeMap<u16, u32> {
    let at = url.trim_start_matches("http://").to_owned();
    let mut open = Vec::new();
    for _ in 0..1100 {
        let connecting = tokio::time::timeout(Duration::from_millis(500), TcpStream::connect(&at));
        if let Ok(Ok(mut line)) = connecting.await
            && line.write_all(head.as_bytes()).await.is_ok()
        {
            open.push(line);
        }
    }
    tokio::time::sleep(Duration::from_secs(12)).await;
    let opened = u32::try_from(open.len()).unwrap_or(u32::MAX);
    BTreeMap::from([(0, 1100 - opened), (1, opened)])
}

/// How often which status was answered; 0 where the line was cut.
pub async fn count(
    sent: impl Iterator<Item = actix_web::rt::task::JoinHandle<reqwest::Result<reqwest::Response>>>,
) -> anyhow::Result<BTreeMap<u16, u32>> {
    let mut answers = BTreeMap::new();
    for answer in sent.collect::<Vec<_>>() {
        let status = answer.await?.map_or(0, |answer| answer.status().as_u16());
        *answers.entry(status).or_default() += 1;
    }
    Ok(answers)
}

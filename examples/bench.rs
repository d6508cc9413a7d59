//! Requests per CPU second (shop and Postgres together) of the product page, beside a bare handler with one SELECT
//! and one template on the same rows, in turn: `cargo run --release --example bench [requests]`. Linux only.

use std::collections::HashMap;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use actix_web::web::{self, Data};
use actix_web::{App, HttpResponse, HttpServer};
use askama::Template;
use pickpost_shop::clock::Clock;
use pickpost_shop::config::Settings;
use pickpost_shop::db::embedded::Embedded;
use pickpost_shop::db::{Database, binaries};
use pickpost_shop::ids::Random;
use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

const ROUNDS: usize = 5;
const PATH: &str = "/en/products/mountain-cheese";
/// The kernel counts CPU time in hundredths of a second.
const TICKS: f64 = 100.0;

type AnyError = Box<dyn std::error::Error>;

#[actix_web::main]
async fn main() -> Result<(), AnyError> {
    let mut arguments = std::env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next(), arguments.next()) {
        (Some("shop"), Some(database), Some(port)) => shop(database, port).await,
        (Some("bare"), Some(database), Some(port)) => bare(&database, &port).await,
        (requests, ..) => compare(requests.and_then(|text| text.parse().ok()).unwrap_or(4000)).await,
    }
}

async fn compare(requests: u32) -> Result<(), AnyError> {
    let folder = std::env::temp_dir().join(format!("murmel-bench-{}", std::process::id()));
    let settings = Settings::read(&|_| None)?;
    let bin = binaries::find(&settings)?.ok_or("no Postgres on this machine")?;
    let mut postgres = Embedded::start(&bin, &folder, false).await?;
    let url = format!("postgres://shop@localhost/postgres?host={}", postgres.socket().display());
    let database = Database::connect(url.parse()?, None).await?;
    pickpost_shop::pickup::feed::import::load(&database.pool, true, chrono::DateTime::UNIX_EPOCH).await?;
    database.close().await;
    let (mut shop, mut bare) = (serve("shop", &url, "18080")?, serve("bare", &url, "18082")?);
    let postmaster = std::fs::read_to_string(folder.join("postgres/cluster/postmaster.pid"))?;
    let postmaster: u32 = postmaster.lines().next().unwrap_or_default().trim().parse()?;
    let mut ratios = Vec::new();
    say("round      shop req/CPU s    bare req/CPU s    ratio");
    for round in 0..=ROUNDS {
        let a = measure(18080, requests, (shop.id(), postmaster)).await?;
        let b = measure(18082, requests, (bare.id(), postmaster)).await?;
        if round > 0 {
            say(&format!("{round:>5} {a:>19.0} {b:>17.0} {:>8.2}", a / b));
            ratios.push(a / b);
        }
    }
    ratios.sort_by(f64::total_cmp);
    say(&format!("median ratio {:.2} ({requests} requests a round, one connection)", ratios[ROUNDS / 2]));
    for child in [&mut shop, &mut bare] {
        let _ = child.kill();
        let _ = child.wait();
    }
    postgres.stop();
    Ok(std::fs::remove_dir_all(folder)?)
}

/// This program once more, as one of the two servers.
fn serve(which: &str, database: &str, port: &str) -> Result<Child, AnyError> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args([which, database, port]).stdout(Stdio::null());
    Ok(command.spawn()?)
}

/// Requests per second of CPU time that the server and Postgres took.
async fn measure(port: u16, requests: u32, (server, postmaster): (u32, u32)) -> Result<f64, AnyError> {
    let client = reqwest::Client::new();
    let url = format!("http://127.0.0.1:{port}{PATH}");
    for _ in 0..200 {
        if client.get(&url).send().await.is_ok_and(|answer| answer.status() == 200) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let before = cpu(server) + tree(postmaster);
    for _ in 0..requests {
        let answer = client.get(&url).send().await?;
        answer.bytes().await?;
    }
    let took = cpu(server) + tree(postmaster) - before;
    Ok(f64::from(requests) / took)
}

/// CPU seconds of a process so far.
fn cpu(pid: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let fields: Vec<f64> = after_name.split(' ').map(|field| field.parse().unwrap_or(0.0)).collect();
    fields.get(11..13).map_or(0.0, |used| used.iter().sum::<f64>() / TICKS)
}

/// CPU seconds of Postgres: the postmaster and its children.
fn tree(postmaster: u32) -> f64 {
    let children = std::fs::read_dir("/proc").into_iter().flatten().flatten().filter_map(|entry| {
        let pid: u32 = entry.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(entry.path().join("stat")).ok()?;
        let parent: u32 = stat.rsplit(") ").next()?.split(' ').nth(1)?.parse().ok()?;
        (parent == postmaster).then(|| cpu(pid))
    });
    cpu(postmaster) + children.sum::<f64>()
}

async fn shop(database: String, port: String) -> Result<(), AnyError> {
    let settings = HashMap::from([
        ("DATABASE_URL", database),
        ("SHOP_BIND", format!("127.0.0.1:{port}")),
        ("SANDBOX_BIND", "127.0.0.1:0".to_owned()),
    ]);
    let settings = Settings::read(&|name| settings.get(name).cloned())?;
    let _shop = pickpost_shop::app::start(settings, Clock::System, Random::system()).await?;
    std::future::pending().await
}

#[derive(Template)]
#[template(
    source = "<!doctype html><title>{{ name }}</title><h1>{{ name }}</h1><p>{{ line }}</p><p>{{ price }}</p>\
              <p>{{ description }}</p><p>{{ stock }} {{ weight }} {{ image }} {{ tile }} {{ category }}</p>",
    ext = "html"
)]
struct Bare {
    name: String,
    line: String,
    description: String,
    price: i64,
    stock: i32,
    weight: i32,
    image: String,
    tile: String,
    category: String,
}

type Row = (String, String, String, i64, i32, i32, String, String, String);

async fn bare(database: &str, port: &str) -> Result<(), AnyError> {
    let options: PgConnectOptions = database.parse()?;
    let pool = Data::new(
        PgPoolOptions::new().max_connections(10).test_before_acquire(false).connect_lazy_with(options),
    );
    let app = move || App::new().app_data(pool.clone()).route("/{lang}/products/{slug}", web::get().to(show));
    Ok(HttpServer::new(app).workers(2).bind(format!("127.0.0.1:{port}"))?.run().await?)
}

async fn show(pool: Data<PgPool>, path: web::Path<(String, String)>) -> actix_web::Result<HttpResponse> {
    let row = "select name, line, description, price_rappen, stock, weight_g, image, tile, category \
               from product join product_text on product_id = id and lang = $1 where slug = $2";
    let row: Row = sqlx::query_as(row)
        .bind(&path.0)
        .bind(&path.1)
        .fetch_one(pool.as_ref())
        .await
        .map_err(actix_web::error::ErrorInternalServerError)?;
    let (name, line, description, price, stock, weight, image, tile, category) = row;
    let page = Bare { name, line, description, price, stock, weight, image, tile, category };
    let html = page.render().map_err(actix_web::error::ErrorInternalServerError)?;
    Ok(HttpResponse::Ok().content_type("text/html").body(html))
}

/// One line for the person who measures.
fn say(line: &str) {
    pickpost_shop::telemetry::tell(line);
}

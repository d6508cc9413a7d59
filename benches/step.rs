//! The location search over HTTP, as a shopper's browser asks: how long each question takes until its last byte, and what
//! travels compressed: `make bench-step`. Figures for `docs/performance.md`; nothing here passes or fails.

#[path = "../tests/support/mod.rs"]
mod support;

use std::time::{Duration, Instant};

use pickpost_shop::telemetry::tell;
use reqwest::header::{ACCEPT_ENCODING, COOKIE};
use support::shop::Shop;
use support::visitor::Visitor;
use support::walk::{Until, walk};

const ROUNDS: usize = 300;
const QUESTIONS: [(&str, &str); 11] = [
    ("first sight", "/de/checkout/point"),
    ("postcode and place", "/de/checkout/point?q=8001+Z%C3%BCrich"),
    ("place in another language", "/de/checkout/point?q=Ginevra"),
    ("slips of the finger", "/de/checkout/point?q=Winterhtur"),
    ("street and place", "/de/checkout/point?q=Nirgendweg+4,+Winterthur"),
    ("station", "/de/checkout/point?q=Bahnhof+Aarau"),
    ("three filters, both kinds", "/de/checkout/point?q=Bern&kind=both&open=1&saturday=1&step_free=1"),
    ("page 20", "/de/checkout/point?q=Olten&page=20"),
    ("suggestions", "/de/checkout/point/suggest?q=wint"),
    ("the map's points", "/de/checkout/point/map.json?kind=pickpost"),
    ("names of a cell", "/map/names/35/23.json"),
];
const FILES: [&str; 8] = [
    "css/shop.css",
    "js/point.js",
    "js/map.js",
    "js/map_labels.js",
    "vendor/leaflet/leaflet.js",
    "vendor/leaflet/leaflet.css",
    "vendor/supercluster/supercluster.min.js",
    "map/base.json",
];

#[actix_web::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "de", "pickpost", Until::Point).await;
    tell("question                       median ms   95th percentile ms   bytes compressed");
    for (question, path) in QUESTIONS {
        let mut times = Vec::with_capacity(ROUNDS);
        let mut bytes = 0;
        for _ in 0..ROUNDS {
            let (took, length) = ask(&shop, &visitor, path).await?;
            times.push(took);
            bytes = length;
        }
        times.sort_unstable();
        let at = |share: usize| times[ROUNDS * share / 100].as_secs_f64() * 1000.0;
        tell(&format!("{question:<30} {:>9.2} {:>20.2} {bytes:>17}", at(50), at(95)));
    }
    tell("\nfile                                        bytes compressed");
    for file in FILES {
        let (_, bytes) = ask(&shop, &visitor, pickpost_shop::web::assets::asset(file)).await?;
        tell(&format!("{file:<42} {bytes:>16}"));
    }
    Ok(())
}

/// One question: how long until the last byte, and how many bytes.
async fn ask(shop: &Shop, visitor: &Visitor, path: &str) -> Result<(Duration, usize), reqwest::Error> {
    thread_local!(static CLIENT: reqwest::Client = reqwest::Client::new());
    let cookies: Vec<String> =
        visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let request = CLIENT.with(|client| client.get(format!("{}{path}", shop.url)));
    let request = request.header(COOKIE, cookies.join("; ")).header(ACCEPT_ENCODING, "br, gzip");
    let begun = Instant::now();
    let body = request.send().await?.error_for_status()?.bytes().await?;
    Ok((begun.elapsed(), body.len()))
}

//! What strangers, crashes and restarts do to the built program, played on this machine only and bounded in count and time.
//! `cargo build --release && cargo run --release --example ordeal -- rolling [ROUNDS] [SHOPPERS]`, or `-- attack [NAME]`.

use std::io::Write;

mod attack;
mod balancer;
mod guesses;
mod program;
mod rolling;
mod shopper;

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    let mut words = std::env::args().skip(1);
    let what = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let number = |at: usize, usual| rest.get(at).and_then(|number| number.parse().ok()).unwrap_or(usual);
    match what.as_str() {
        "rolling" => rolling::run(number(0, 8), number(1, 16)).await,
        "attack" => attack::run(rest.first().map(String::as_str)).await,
        _ => anyhow::bail!("say rolling or attack"),
    }
}

fn say(line: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}

//! Fills a database with invented orders, to see how the shop bears growth:
//! `cargo run --release --example seed_orders -- DATABASE_URL 1000000`. The address is the owner's; a database of its own,
//! with the shop closed: invented orders cannot be taken back.

use pickpost_shop::db::Database;
use pickpost_shop::telemetry::tell;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

mod seed;

#[actix_web::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(orders)) = (arguments.next(), arguments.next().and_then(|text| text.parse().ok()))
    else {
        return Err("say where and how many: DATABASE_URL ORDERS".into());
    };
    let options: PgConnectOptions = url.parse()?;
    let database = Database::connect(options.clone(), None).await?;
    pickpost_shop::pickup::feed::import::load(
        &database.pool,
        true,
        pickpost_shop::clock::Clock::System.now(),
    )
    .await?;
    database.close().await;
    let mut owner = PgConnection::connect_with(&options).await?;
    Ok(seed::seed(&mut owner, orders, tell).await?)
}

//! An empty shop beside one that has sold for years, asked in turn over HTTP: `cargo bench --bench growth -- [orders]`, or
//! `make bench-growth`. Figures and query plans for `docs/growth.md`; nothing here passes or fails.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use pickpost_shop::app::{self, Running};
use pickpost_shop::clock::Clock;
use pickpost_shop::config::Settings;
use pickpost_shop::db::embedded::Embedded;
use pickpost_shop::db::{Database, binaries, sessions};
use pickpost_shop::ids::Random;
use pickpost_shop::telemetry::tell;
use reqwest::header::COOKIE;
use sqlx::{Connection, PgConnection, PgPool};

#[path = "../examples/seed_orders/seed.rs"]
mod seed;
#[path = "../tests/support/visitor.rs"]
#[allow(dead_code)]
mod visitor;
#[path = "../tests/support/walk.rs"]
#[allow(dead_code)]
mod walk;

use visitor::Visitor;
use walk::{Until, number, walk};

type AnyError = Box<dyn std::error::Error>;

const ROUNDS: usize = 31;
const CLERK: (&str, &str) = ("anna@example.ch", "murmel-murmel-murmel");
/// So many invented orders has the empty shop, so that its list has two pages.
const FEW: i64 = 40;

/// One of the two shops.
struct Side {
    url: String,
    database: String,
    pool: PgPool,
    clerk: Visitor,
    middle: i64,
    shop: Running,
}

#[actix_web::main]
async fn main() -> Result<(), AnyError> {
    let orders = std::env::args().skip(1).find_map(|text| text.parse().ok()).unwrap_or(1_000_000);
    let folder = std::env::temp_dir().join(format!("murmel-growth-{}", std::process::id()));
    let bin = binaries::find(&Settings::read(&|_| None)?)?.ok_or("no Postgres on this machine")?;
    let mut postgres = Embedded::start(&bin, &folder, true).await?;
    let address =
        |name: &str| format!("postgres://shop@localhost/{name}?host={}", postgres.socket().display());
    let mut sides = Vec::new();
    for (name, orders) in [("empty", FEW), ("grown", orders)] {
        let mut owner = PgConnection::connect(&address("postgres")).await?;
        sqlx::query(sqlx::AssertSqlSafe(format!("create database {name}"))).execute(&mut owner).await?;
        sides.push(side(address(name), orders).await?);
    }
    let [empty, grown] = &mut sides[..] else { return Err("two shops".into()) };
    tell(&format!("\n{ROUNDS} rounds, medians in milliseconds  empty   {orders:>8}    ratio"));
    pages(empty, grown).await?;
    plans(&grown.database, grown.middle).await?;
    sweeps(empty, grown).await?;
    tell("\nafter the sweep, before any vacuum");
    pages(empty, grown).await?;
    crowd(grown).await?;
    for side in sides {
        side.shop.stop().await;
    }
    postgres.stop();
    Ok(std::fs::remove_dir_all(folder)?)
}

async fn side(database: String, orders: i64) -> Result<Side, AnyError> {
    let opened = Database::connect(database.parse()?, None).await?;
    pickpost_shop::pickup::feed::import::load(&opened.pool, true, Clock::System.now()).await?;
    let mut owner = PgConnection::connect(&database).await?;
    let begun = Instant::now();
    seed::seed(&mut owner, orders, |_| ()).await?;
    // Else the articles sell out.
    sqlx::query("update product set stock = 1000000").execute(&mut owner).await?;
    let size: String = sqlx::query_scalar("select pg_size_pretty(pg_database_size(current_database()))")
        .fetch_one(&mut owner)
        .await?;
    tell(&format!("{orders} orders seeded in {:.0} s, {size}", begun.elapsed().as_secs_f64()));
    let settings = HashMap::from([
        ("DATABASE_URL", database.clone()),
        ("SHOP_BIND", "127.0.0.1:0".to_owned()),
        ("SANDBOX_BIND", "127.0.0.1:0".to_owned()),
        ("SHOP_LIMITS", "off".to_owned()),
        ("SHOP_DRAIN", "0".to_owned()),
        ("MERCHANT_EMAIL", CLERK.0.to_owned()),
        ("MERCHANT_PASSWORD", CLERK.1.to_owned()),
    ]);
    let begun = Instant::now();
    // Its hourly sweep begins at once: what it takes is measured below, so it must find nothing yet.
    for hidden in [
        "update basket set updated_at = now() where ordered_at is null",
        "update shipping_mandate set asked_at = now() where order_number is null",
        "update session set expires_at = now() + interval '1 hour'",
        "vacuum analyze",
    ] {
        sqlx::query(hidden).execute(&mut owner).await?;
    }
    let read = Settings::read(&|name| settings.get(name).cloned())?;
    let shop = app::start(read, Clock::System, Random::system()).await?;
    let url = format!("http://{}", shop.at);
    tell(&format!("vacuumed and opened after {:.1} s", begun.elapsed().as_secs_f64()));
    let mut clerk = Visitor::new(&url);
    clerk.get("/merchant/sign-in").await;
    clerk.submit("password", &[("email", CLERK.0), ("password", CLERK.1)]).await;
    Ok(Side { url, database, pool: opened.pool.clone(), clerk, middle: 10_000 + orders / 2, shop })
}

/// Every page in turn, here and there.
async fn pages(empty: &mut Side, grown: &mut Side) -> Result<(), AnyError> {
    let (mut collecting, mut placing, mut placed) = ([vec![], vec![]], [vec![], vec![]], Vec::new());
    for _ in 0..ROUNDS {
        placed.clear();
        for (at, side) in [&*empty, &*grown].into_iter().enumerate() {
            let mut shopper = Visitor::new(&side.url);
            walk(&mut shopper, "en", "pickpost", Until::Collector).await;
            collecting[at].push(send(side, &shopper, "notify", &[("notify", "email")]).await?.0);
            shopper.get("/en/checkout/payment").await;
            shopper.submit("payment", &[("payment", "invoice")]).await;
            let (took, there) = send(side, &shopper, "idempotency_key", &[("place", "1")]).await?;
            placing[at].push(took);
            shopper.get(&there).await;
            placed.push((there, number(&shopper)));
        }
    }
    row("collector: asks the simulator", collecting);
    row("placing an order", placing);
    let ([mut order, mut counter], shoppers) = ([[vec![], vec![]], [vec![], vec![]]], &placed);
    for _ in 0..ROUNDS {
        for (at, side) in [&*empty, &*grown].into_iter().enumerate() {
            order[at].push(get(side, &side.clerk, &shoppers[at].0).await?);
            counter[at].push(get(side, &side.clerk, &format!("/merchant/orders/{}", shoppers[at].1)).await?);
        }
    }
    row("the order's page", order);
    row("the order behind the counter", counter);
    for (name, query) in [
        ("the merchant's list, first page", String::new()),
        ("the middle page", "?before=M-MIDDLE".into()),
        ("the last page", "?after=M-0".into()),
        ("what waits, first page", "?waiting=1".into()),
        ("what waits, last page", "?waiting=1&after=M-0".into()),
        ("to pack", "?queue=to_pack".into()),
        ("came back", "?queue=returned".into()),
        ("refused by Post", "?queue=refused".into()),
        ("collected, first page", "?queue=collected".into()),
        ("collected, middle page", "?queue=collected&before=M-MIDDLE".into()),
        ("collected, last page", "?queue=collected&after=M-0".into()),
        ("an order of the middle", "/M-MIDDLE".into()),
        ("its packing slip", "/M-MIDDLE/slip".into()),
        ("overdue invoices", "/../payments".into()),
    ] {
        let mut times = [vec![], vec![]];
        for _ in 0..ROUNDS {
            for (at, side) in [&*empty, &*grown].into_iter().enumerate() {
                let query = query.replace("MIDDLE", &side.middle.to_string());
                let path = format!("/merchant/orders{query}").replace("orders/../", "");
                times[at].push(get(side, &side.clerk, &path).await?);
            }
        }
        row(name, times);
    }
    searches(empty, grown).await
}

/// The search by every kind of question: a name that all have, two of them, one that few have, and so on.
async fn searches(empty: &mut Side, grown: &mut Side) -> Result<(), AnyError> {
    for side in [&mut *empty, &mut *grown] {
        side.clerk.get("/merchant/search").await;
    }
    for q in [
        "muster",
        "anna muster",
        "muster 7",
        "anna 77",
        "a",
        "1",
        "person1",
        "person17@example.ch",
        "nobody",
        "muster zz",
        "M-10017",
    ] {
        let mut times = [vec![], vec![]];
        for _ in 0..ROUNDS {
            for (at, side) in [&*empty, &*grown].into_iter().enumerate() {
                let (action, fields) = side.clerk.filled("q", &[("q", q)]);
                let request =
                    client().post(format!("{}{action}", side.url)).header(COOKIE, cookies(&side.clerk));
                let begun = Instant::now();
                request.form(&fields).send().await?.error_for_status()?.bytes().await?;
                times[at].push(begun.elapsed());
            }
        }
        row(&format!("search: {q}"), times);
    }
    Ok(())
}

/// The hourly sweep: what it takes with everything that was abandoned, and when there is nothing to take.
async fn sweeps(empty: &Side, grown: &Side) -> Result<(), AnyError> {
    for (name, side) in [("empty", empty), ("grown", grown)] {
        let later = Clock::System.now() + chrono::TimeDelta::hours(2);
        let mut owner = PgConnection::connect(&side.database).await?;
        let mandates = "select count(*) from shipping_mandate where order_number is null";
        let mut before: i64 = sqlx::query_scalar(mandates).fetch_one(&mut owner).await?;
        for time in ["first", "second"] {
            let begun = Instant::now();
            let baskets = pickpost_shop::basket::store::sweep(&side.pool, later).await?;
            let sessions = sessions::sweep(&side.pool, later).await?;
            let took = begun.elapsed().as_secs_f64() * 1000.0;
            let left: i64 = sqlx::query_scalar(mandates).fetch_one(&mut owner).await?;
            tell(&format!(
                "{name}: the {time} sweep took {:.0} ms for {baskets} baskets, {} mandates and {sessions} sessions",
                took,
                before - left
            ));
            before = left;
        }
    }
    Ok(())
}

/// Fifty clicks on one basket's order at once, and what somebody who only looks at an article notices of it.
async fn crowd(side: &Side) -> Result<(), AnyError> {
    let page = "/en/products/wool-scarf";
    let (mut alone, mut beside) = (Vec::new(), Vec::new());
    let mut all = Vec::new();
    for _ in 0..5 {
        for _ in 0..20 {
            alone.push(get(side, &side.clerk, page).await?);
        }
        let mut shopper = Visitor::new(&side.url);
        walk(&mut shopper, "en", "home", Until::Review).await;
        let begun = Instant::now();
        let clicks = (0..50).map(|_| send(side, &shopper, "idempotency_key", &[("place", "1")]));
        let mut clicks = std::pin::pin!(futures_util::future::join_all(clicks));
        let orders = loop {
            let looking = get(side, &side.clerk, page);
            tokio::select! {
                orders = &mut clicks => break orders,
                took = looking => beside.push(took?),
            }
        };
        all.push(begun.elapsed());
        let orders = orders.into_iter().map(|order| Ok(order?.1)).collect::<Result<Vec<_>, AnyError>>()?;
        if orders.iter().any(|order| *order != orders[0]) {
            return Err("one basket became two orders".into());
        }
    }
    let milliseconds = |times: &mut Vec<Duration>, share: usize| {
        times.sort_unstable();
        times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0
    };
    tell(&format!(
        "\nfifty clicks on one order, five times: answered after {:.0} ms (median); an article's page beside them {:.1} ms \
         (median), {:.1} ms at most; alone {:.1} ms",
        milliseconds(&mut all, 50),
        milliseconds(&mut beside, 50),
        milliseconds(&mut beside, 100),
        milliseconds(&mut alone, 50)
    ));
    Ok(())
}

/// How Postgres answers the questions that a grown table could make slow.
async fn plans(database: &str, middle: i64) -> Result<(), AnyError> {
    let mut owner = PgConnection::connect(database).await?;
    for (name, question) in [
        ("a page of the list", format!("select number from shop_order where number < {middle} order by number desc limit 26")),
        ("the first page of what waits", "select number from order_life where state = 'to_confirm' and number < 99999999 order by number desc limit 26".into()),
        ("how many wait", "select count(*) from (select from order_life where state = 'to_confirm' order by number desc limit 1000) as newest".into()),
        ("how many orders", "select count(*) from (select number from shop_order order by number desc limit 1000) as newest".into()),
        ("the rows of a page", format!("select o.number, o.placed_at, d.kind, o.total, m.state, b.last_name, d.town from shop_order o join billing_address b on b.order_id = o.id join delivery d on d.order_id = o.id left join shipping_mandate m on m.id = d.mandate_id where o.number = any(array(select generate_series({middle}, {middle} + 25)))")),
        ("a page of those that were collected", format!("select number from order_life where state = 'collected' and number < {middle} order by number desc limit 26")),
        ("how many are to be packed", "select count(*) from (select from order_life where state = 'to_pack' order by number desc limit 1000) as newest".into()),
        ("refused by Post", "select order_number from shipment where state = 'refused' and order_number < 99999999 order by order_number desc limit 52".into()),
        ("overdue invoices", "select order_id, created_at, amount from payment where state = 'due' and created_at < now() - interval '30 days' and (created_at, order_id) > ('1970-01-01', '00000000-0000-0000-0000-000000000000') order by created_at, order_id limit 26".into()),
        ("the known words that begin with 1", "with recursive known (word) as ((select word from order_word where word >= '1' order by word limit 1) union all select (select w.word from order_word w where w.word > known.word order by w.word limit 1) from known where starts_with(known.word, '1')) select word from known where starts_with(word, '1') limit 101".into()),
        ("the newest orders of a name that all have", "select known.word, found.number from unnest(array['muster']) as known (word), lateral (select number from order_word w where w.word = known.word and w.number < 99999999 order by w.number desc limit 4000) as found order by found.number desc".into()),
        ("those of them that have another name too", format!("select asked.number from unnest(array(select generate_series({middle}, {middle} + 3999))) as asked (number) where (select bool_and(exists (select from order_word w where w.number = asked.number and starts_with(w.word, beginning))) from unnest(array['anna']) as typed (beginning)) order by asked.number desc")),
        ("who points at a mandate", "select from parcel where mandate_id = (select mandate_id from delivery where mandate_id is not null limit 1) and mandate_state = 'known'".into()),
        ("a batch of abandoned baskets", "select id from basket b where ordered_at is null and updated_at < now() + interval '2 hours' and not exists (select from checkout c where c.basket_id = b.id and c.updated_at >= now() + interval '2 hours') order by updated_at limit 500 for update skip locked".into()),
        ("a batch of abandoned mandates", "select id from shipping_mandate m where order_number is null and basket_id is null and asked_at < now() + interval '2 hours' and not exists (select from checkout c where c.mandate_id = m.id) order by asked_at limit 500 for update skip locked".into()),
    ] {
        let explain = sqlx::AssertSqlSafe(format!("explain (analyze, costs off) {question}"));
        let lines: Vec<String> = sqlx::query_scalar(explain).fetch_all(&mut owner).await?;
        tell(&format!("\n{name}\n    {}", lines.join("\n    ")));
    }
    Ok(())
}

fn row(name: &str, times: [Vec<Duration>; 2]) {
    let [empty, grown] = times.map(|mut times| {
        times.sort_unstable();
        times[times.len() / 2].as_secs_f64() * 1000.0
    });
    tell(&format!("{name:<38} {empty:>8.2} {grown:>10.2} {:>8.2}", grown / empty));
}

async fn get(side: &Side, visitor: &Visitor, path: &str) -> Result<Duration, AnyError> {
    let path = path.strip_prefix(&side.url).unwrap_or(path);
    let request = client().get(format!("{}{path}", side.url)).header(COOKIE, cookies(visitor));
    let begun = Instant::now();
    request.send().await?.error_for_status()?.bytes().await?;
    Ok(begun.elapsed())
}

/// Sends the form of the visitor's page; gives how long it took and where it leads.
async fn send(
    side: &Side,
    visitor: &Visitor,
    marker: &str,
    fields: &[(&str, &str)],
) -> Result<(Duration, String), AnyError> {
    let (action, fields) = visitor.filled(marker, fields);
    let request =
        client().post(format!("{}{action}", side.url)).header(COOKIE, cookies(visitor)).form(&fields);
    let begun = Instant::now();
    let answer = request.send().await?;
    let there = answer.headers().get("location").ok_or("no way on")?.to_str()?.to_owned();
    Ok((begun.elapsed(), there))
}

fn client() -> reqwest::Client {
    thread_local!(static CLIENT: reqwest::Client =
        reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client"));
    CLIENT.with(Clone::clone)
}

fn cookies(visitor: &Visitor) -> String {
    let pairs: Vec<String> = visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("; ")
}

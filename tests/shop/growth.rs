//! What a shop that has grown, a crowd at one basket and a browser that gave up must not do to everybody else.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use sqlx::{Connection, Executor, PgConnection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::patience;
use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, Until, number, put, walk, walk_as};

#[path = "../../examples/seed_orders/seed.rs"]
pub mod seed;

/// A page of somebody who has nothing to do with it must come within this time: far more than it takes, far less than
/// waiting for a connection would.
const PROMPT: Duration = Duration::from_secs(2);

/// Connections of this shop that wait for somebody's lock.
const LOCKED: &str = "select count(*) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'";

/// The same, for a good while already: by then everybody has come.
const WAITING: &str = "select count(*) from pg_stat_activity where datname = current_database()
    and wait_event_type = 'Lock' and query_start <= clock_timestamp() - interval '400 ms'";

/// Connections of this shop that were refused a row which somebody else has held for a good while: it is asked for without
/// waiting.
const REFUSED: &str = "select count(*) from pg_stat_activity asks join pg_stat_activity holds using (datname)
    where datname = current_database() and holds.state = 'idle in transaction'
        and holds.query like '%from basket for update' and asks.pid <> holds.pid
        and (asks.query = 'ROLLBACK' or asks.query like '%for update nowait%')
        and asks.query_start >= holds.xact_start + interval '400 ms'";

async fn grown(orders: i64) -> Shop {
    let shop = Shop::open().await;
    seed::seed(&mut shop.owner().await, orders, |_| ()).await.expect("invented orders");
    shop
}

async fn count(connection: &mut PgConnection, what: &'static str) -> i64 {
    sqlx::query_scalar(what).fetch_one(connection).await.expect("a count")
}

/// Waits until a statement has been true.
async fn until(connection: &mut PgConnection, what: &'static str) {
    for _ in patience() {
        if count(connection, what).await > 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("never true: {what}");
}

async fn bystander_is_served(shop: &Shop) {
    let begun = Instant::now();
    for path in ["/en/", "/en/products/wool-scarf", "/en/basket"] {
        let mut bystander = shop.visitor();
        bystander.get(path).await;
        assert_eq!(bystander.status, 200);
    }
    assert!(begun.elapsed() < PROMPT, "a bystander waited {:?}", begun.elapsed());
}

/// A visitor with the same cookies who sends the same form.
fn another_click(shop: &Shop, visitor: &Visitor, marker: &str) -> impl Future<Output = Visitor> + use<> {
    let mut tab = shop.visitor();
    tab.cookies.clone_from(&visitor.cookies);
    let (action, fields) = visitor.filled(marker, &[("place", "1"), ("ask", "1")]);
    async move {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        tab.post(&action, &fields).await;
        tab
    }
}

#[actix_web::test]
async fn every_foreign_key_has_its_index() {
    let shop = Shop::open().await;
    // Good is an index that begins with the key's columns, in any order, or a unique one that needs no others. An index
    // without the rows that point nowhere is as good: nobody looks for those. Of three columns two narrow it down to a
    // handful, and a flag narrows nothing.
    let bare: Vec<String> = sqlx::query_scalar(
        "select conrelid::regclass || ' ' || conname from (
             select conrelid, conname, contype, connamespace, array(
                 select attnum from pg_attribute where attrelid = conrelid and attnum = any(conkey)
                     and atttypid <> 'boolean'::regtype)::int2[] as conkey
             from pg_constraint) as c
         where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
             select from pg_index i where indrelid = conrelid and indisvalid
                 and (indpred is null or pg_get_expr(indpred, indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')
                 and ((select array_agg(k order by k) from unnest((indkey::int2[])[0:cardinality(conkey) - 1]) k)
                         = (select array_agg(k order by k) from unnest(conkey) k)
                     or cardinality(conkey) > 2 and (indkey::int2[])[0:1] <@ conkey and indnkeyatts > 1
                     or indisunique and (indkey::int2[])[0:indnkeyatts - 1] <@ conkey))
         order by 1",
    )
    .fetch_all(&mut shop.owner().await)
    .await
    .expect("the catalogue");
    assert!(bare.is_empty(), "without an index: {bare:?}");
}

#[actix_web::test]
async fn the_merchants_list_goes_on_from_an_order_to_its_oldest_page_and_back() {
    let shop = grown(60).await;
    let mut clerk = shop.clerk().await;
    let mut seen = Vec::new();
    let follow = async |clerk: &mut Visitor, words: &str| {
        let links = clerk.texts("nav.pages a");
        let at = links.iter().position(|link| link == words)?;
        let page = clerk.page();
        let link =
            page.select(&crate::support::visitor::selector("nav.pages a")).nth(at)?.attr("href")?.to_owned();
        clerk.get(&format!("/merchant/orders{link}")).await;
        Some(())
    };
    loop {
        seen.extend(clerk.texts("tbody th"));
        if follow(&mut clerk, "Older").await.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 60, "every order stands on one page");
    let mut sorted = seen.clone();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    assert_eq!(seen, sorted, "newest first");
    follow(&mut clerk, "Newer").await.expect("a link back");
    assert_eq!(clerk.texts("tbody th"), seen[25..50]);
    follow(&mut clerk, "Oldest").await.expect("a link to the end");
    assert_eq!(clerk.texts("tbody th"), seen[35..]);
    assert!(!clerk.texts("nav.pages a").contains(&"Older".to_owned()));
    follow(&mut clerk, "Newest").await.expect("a link to the beginning");
    assert_eq!(clerk.texts("tbody th"), seen[..25]);
}

#[actix_web::test]
async fn an_address_that_leads_past_the_list_shows_its_first_page() {
    let shop = grown(27).await;
    let mut clerk = shop.clerk().await;
    let first = clerk.texts("tbody th");
    assert_eq!(first.len(), 25);
    for query in [
        "page=999",
        "page=x",
        "before=M-1",
        "after=M-99999999",
        "before=",
        "before=%00",
        "after=-5",
        "before=999999999999",
    ] {
        clerk.get(&format!("/merchant/orders?{query}")).await;
        assert_eq!(clerk.status, 200, "{query}");
        assert_eq!(clerk.texts("tbody th"), first, "{query}");
    }
    clerk.get("/merchant/orders?waiting=1&page=7").await;
    assert!(clerk.body.contains("Nothing is waiting for Swiss Post."));
}

#[actix_web::test]
async fn what_waits_is_counted_to_a_hundred_and_listed_to_its_end() {
    let shop = grown(900).await;
    let mut owner = shop.owner_meanwhile().await;
    let mut clerk = shop.clerk().await;
    let waiting =
        "select count(*) from delivery join shipping_mandate m on m.id = mandate_id where state <> 'known'";
    let few = count(&mut owner, waiting).await;
    clerk.get("/merchant/orders?waiting=1").await;
    assert_eq!(clerk.texts(".categories .pill"), [few.to_string()]);
    assert_eq!(clerk.texts("tbody th").len() as i64, few);
    owner
        .execute("alter table shipping_mandate disable trigger known_is_final")
        .await
        .expect("the owner may");
    owner
        .execute("alter table parcel drop constraint no_label_without_known_user_id")
        .await
        .expect("the owner may");
    owner.execute("delete from mandate_user_id").await.expect("the owner may");
    owner.execute("update shipping_mandate set state = 'to_confirm'").await.expect("all wait");
    owner.execute("alter table order_life disable trigger order_life_moves").await.expect("the owner may");
    let wait = "update order_life set state = 'to_confirm'
        where order_id in (select order_id from delivery where mandate_id is not null)";
    owner.execute(wait).await.expect("all wait");
    clerk.get("/merchant/orders?waiting=1&after=M-0").await;
    assert_eq!(clerk.texts(".categories .pill"), ["99+"]);
    assert!(clerk.body.contains("More than 99 orders"));
    assert_eq!(clerk.texts("tbody th").len(), 25, "abandoned mandates are no orders");
    assert!(clerk.texts("tbody th").contains(&"M-10001".to_owned()), "the oldest that waits");
}

#[actix_web::test]
async fn heavy_pages_behind_the_counter_take_nothing_from_the_shoppers() {
    let shop = Shop::open().await;
    let clerk = shop.clerk().await;
    let mut owner = shop.owner().await;
    let mut transaction = owner.begin().await.expect("a transaction");
    // As good as a question that takes for ever.
    transaction.execute("lock table pickup_point_event, points_refresh, shop_order").await.expect("a lock");
    let page = || async {
        let mut tab = shop.visitor();
        tab.cookies.clone_from(&clerk.cookies);
        tab.get("/merchant/points").await;
        (tab.status, tab.headers.contains_key("retry-after"))
    };
    let shoppers = async {
        shop.somebody_waits(Duration::from_millis(300)).await;
        bystander_is_served(&shop).await;
    };
    let (pages, ()) = tokio::join!(join_all((0..20).map(|_| page())), shoppers);
    assert!(pages.iter().all(|page| *page == (503, true)), "{pages:?}");
    transaction.rollback().await.expect("unlocked");
    assert_eq!(page().await.0, 200, "and afterwards the counter is open again");
}

#[actix_web::test]
async fn a_page_that_the_browser_gave_up_stops_asking() {
    let shop = Shop::open().await;
    let clerk = shop.clerk().await;
    let (mut owner, mut watcher) = (shop.owner().await, shop.owner().await);
    let mut transaction = owner.begin().await.expect("a transaction");
    transaction.execute("lock table points_refresh").await.expect("a lock");
    const ASKING: &str = "select count(*) from pg_stat_activity where datname = current_database()
         and pid <> pg_backend_pid() and state = 'active' and query like '%points_refresh%'";
    const DONE: &str = "select (not exists (select from pg_stat_activity where datname = current_database()
         and pid <> pg_backend_pid() and state = 'active' and query like '%points_refresh%'))::integer::bigint";
    let mut tab = shop.visitor();
    tab.cookies.clone_from(&clerk.cookies);
    let given_up = async {
        tokio::select! {
            _ = tab.get("/merchant/points") => panic!("the table is locked"),
            () = until(&mut watcher, ASKING) => {}
        }
    };
    given_up.await;
    drop(tab);
    let begun = Instant::now();
    until(&mut watcher, DONE).await;
    assert!(
        begun.elapsed() < Duration::from_secs(2),
        "far from the statement's timeout: {:?}",
        begun.elapsed()
    );
}

/// Sends the form that orders on a connection that the test closes.
async fn click_by_hand(shop: &Shop, visitor: &Visitor) -> TcpStream {
    let (action, fields) = visitor.filled("idempotency_key", &[("place", "1")]);
    let (body, at) =
        (serde_html_form::to_string(&fields).expect("a form"), shop.url.trim_start_matches("http://"));
    let cookies: Vec<_> = visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let request = format!(
        "POST {action} HTTP/1.1\r\nHost: {at}\r\nCookie: {}\r\nContent-Length: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\n{body}",
        cookies.join("; "),
        body.len()
    );
    let mut line = TcpStream::connect(at).await.expect("a connection");
    line.write_all(request.as_bytes()).await.expect("it is sent");
    line
}

#[actix_web::test]
async fn a_form_is_carried_out_although_the_browser_has_gone() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    let (mut owner, mut watcher) = (shop.owner().await, shop.owner().await);
    let mut transaction = owner.begin().await.expect("a transaction");
    transaction
        .execute("select from product where slug = 'mountain-cheese' for update")
        .await
        .expect("a lock");
    let mut line = click_by_hand(&shop, &visitor).await;
    until(&mut watcher, LOCKED).await;
    // The order still waits while the server sees that the browser has gone, and hangs up without a word.
    line.shutdown().await.expect("it is heard");
    assert_eq!(line.read_to_end(&mut Vec::new()).await.expect("the end"), 0);
    transaction.rollback().await.expect("unlocked");
    until(&mut watcher, "select count(*) from shop_order").await;
    visitor.get("/en/basket").await;
    assert!(visitor.body.contains("Your basket is still empty"), "{}", visitor.body);
    assert!(visitor.texts(".count").is_empty(), "although the answer that said so got lost");
}

#[actix_web::test]
async fn fifty_clicks_on_one_basket_wait_in_its_queue_and_not_in_the_pool() {
    let shop = Shop::open().await;
    // What another instance's click holds: the basket's row, and after it the article's.
    for (orders, held, sign) in [
        (1, "select from basket for update", REFUSED),
        (2, "select from product where slug = 'mountain-cheese' for update", WAITING),
    ] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, "en", "home", Until::Review).await;
        let (mut owner, mut watcher) = (shop.owner().await, shop.owner().await);
        let mut transaction = owner.begin().await.expect("a transaction");
        transaction.execute(held).await.expect("a lock");
        let clicks = join_all((0..50).map(|_| another_click(&shop, &visitor, "idempotency_key")));
        let shoppers = async {
            until(&mut watcher, sign).await;
            bystander_is_served(&shop).await;
            let waiting = count(&mut watcher, LOCKED).await;
            assert!(waiting <= 1, "{waiting} connections wait");
            transaction.rollback().await.expect("unlocked");
        };
        let (tabs, ()) = tokio::join!(clicks, shoppers);
        let numbers: Vec<String> = tabs.iter().map(number).collect();
        assert!(numbers.iter().all(|number| *number == numbers[0]), "{numbers:?}");
        assert_eq!(count(&mut watcher, "select count(*) from shop_order").await, orders);
    }
}

#[actix_web::test]
async fn a_crowd_at_one_article_leaves_connections_to_those_who_only_look() {
    let shop = Shop::open().await;
    let mut baskets = Vec::new();
    for _ in 0..14 {
        let mut visitor = shop.visitor();
        walk(&mut visitor, "en", "home", Until::Review).await;
        baskets.push(visitor);
    }
    let (mut owner, mut watcher) = (shop.owner().await, shop.owner().await);
    let mut transaction = owner.begin().await.expect("a transaction");
    transaction
        .execute("select from product where slug = 'mountain-cheese' for update")
        .await
        .expect("a lock");
    let clicks = join_all(baskets.iter().map(|visitor| another_click(&shop, visitor, "idempotency_key")));
    let shoppers = async {
        until(&mut watcher, WAITING).await;
        bystander_is_served(&shop).await;
        transaction.rollback().await.expect("unlocked");
    };
    let (tabs, ()) = tokio::join!(clicks, shoppers);
    let numbers: std::collections::BTreeSet<String> = tabs.iter().map(number).collect();
    assert_eq!(numbers.len(), 14, "each basket has its order");
    let stock = "select stock::bigint from product where slug = 'mountain-cheese'";
    assert_eq!(count(&mut watcher, stock).await, 60 - 14);
}

#[actix_web::test]
async fn a_basket_that_another_instance_holds_is_changed_a_moment_later() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    let (mut owner, mut watcher) = (shop.owner().await, shop.owner().await);
    let mut transaction = owner.begin().await.expect("a transaction");
    transaction.execute("select from basket for update").await.expect("a lock");
    let mut tab = shop.visitor();
    tab.cookies.clone_from(&visitor.cookies);
    let change = async {
        put(&mut tab, "en", "wool-scarf", "2").await;
        visitor.submit("email", &HANS).await;
    };
    let release = async {
        until(&mut watcher, REFUSED).await;
        transaction.rollback().await.expect("unlocked");
    };
    tokio::join!(change, release);
    assert_eq!(visitor.path(), "/en/checkout/delivery");
    visitor.get("/en/basket").await;
    assert_eq!(visitor.texts("[name^=quantity_]").len(), 2);
}

#[actix_web::test]
async fn the_sweep_takes_what_was_abandoned_in_pieces_and_leaves_the_rest() {
    let shop = grown(15_000).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Payment).await;
    let (mut owner, mut watcher) = (shop.owner().await, shop.owner().await);
    let orders =
        count(&mut watcher, "select count(*) from shipping_mandate where order_number is not null").await;
    let pool = sqlx::PgPool::connect_with(
        shop.database.parse::<sqlx::postgres::PgConnectOptions>().expect("options").options([
            ("role", "shop_app"),
            // A whole table of it would take longer.
            ("statement_timeout", "400"),
        ]),
    )
    .await
    .expect("a pool");
    let now = pickpost_shop::clock::Clock::System.now();
    // Somebody works with one of the baskets: it is left for the next time, and nobody waits for it.
    let mut transaction = owner.begin().await.expect("a transaction");
    transaction
        .execute("select from basket where ordered_at is null and updated_at < now() - interval '1 day' limit 1 for update")
        .await
        .expect("a lock");
    let before = now - chrono::TimeDelta::hours(24);
    let swept = pickpost_shop::basket::store::sweep(&pool, before).await.expect("swept");
    assert_eq!(swept, 1499);
    transaction.rollback().await.expect("unlocked");
    assert_eq!(pickpost_shop::basket::store::sweep(&pool, before).await.expect("swept"), 1);
    assert_eq!(pickpost_shop::db::sessions::sweep(&pool, now).await.expect("swept"), 1500);
    for (what, left) in [
        ("select count(*) from basket where ordered_at is null", 1),
        ("select count(*) from checkout", 1),
        ("select count(*) from session", 0),
        ("select count(*) from shipping_mandate where order_number is null", 1),
        ("select count(*) from shipping_mandate where order_number is not null", orders),
    ] {
        assert_eq!(count(&mut watcher, what).await, left, "{what}");
    }
    visitor.get("/en/checkout/payment").await;
    assert_eq!(visitor.path(), "/en/checkout/payment", "who is still ordering goes on");
}

#[actix_web::test]
async fn an_order_knows_its_mandate_and_the_application_cannot_say_otherwise() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk_as(&mut visitor, "en", "pickpost", Until::Review, "a@example.ch").await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let taken = "select count(*) from shipping_mandate m join delivery d on d.mandate_id = m.id
         join shop_order o on o.id = d.order_id where m.order_number = o.number";
    assert_eq!(count(&mut shop.owner().await, taken).await, 1);
    let mut app = shop.app_role().await;
    let forgotten = app.execute("update shipping_mandate set order_number = null").await;
    assert!(forgotten.expect_err("refused").to_string().contains("permission denied"));
}

#[actix_web::test]
async fn orders_of_before_are_told_to_their_mandates_when_the_database_is_brought_up_to_date() {
    let shop = grown(40).await;
    let mut owner = shop.owner().await;
    owner.execute("update shipping_mandate set order_number = null").await.expect("as before the migration");
    let migration = include_str!("../../migrations/0008_growth.sql");
    let backfill =
        migration.split_once("\nupdate ").and_then(|(_, rest)| rest.split_once(';')).expect("it is there");
    let backfill = sqlx::AssertSqlSafe(format!("update {}", backfill.0));
    sqlx::raw_sql(backfill).execute(&mut owner).await.expect("brought up to date");
    let agree = "select count(*) from shipping_mandate m join delivery d on d.mandate_id = m.id
         join shop_order o on o.id = d.order_id where m.order_number = o.number";
    assert_eq!(count(&mut owner, agree).await, 20);
    assert_eq!(count(&mut owner, "select count(order_number) from shipping_mandate").await, 20);
}

#[actix_web::test]
async fn who_clicks_while_post_is_being_asked_gets_that_answer() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Collector).await;
    shop.fault("500").await;
    visitor.submit("notify", &[("notify", "email")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    // The shop itself asks at once, and not again for two minutes.
    const ALONE: &str =
        "select count(*) from job where kind = 'confirm_user_id' and leased_by is null and attempts = 1";
    until(&mut shop.owner_meanwhile().await, ALONE).await;
    let mut owner = shop.owner().await;
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    let asked = shop.user_calls().await;
    shop.fault("slow").await;
    let tabs = join_all((0..8).map(|_| another_click(&shop, &clerk, "ask"))).await;
    assert!(tabs.iter().all(|tab| tab.body.contains("User ID known")));
    assert_eq!(shop.user_calls().await, asked + 1);
    let asked = "select count(*) from order_event where what = 'asked_again' and role = 'merchant'";
    assert_eq!(count(&mut owner, asked).await, 1);
}

#[actix_web::test]
async fn a_million_clicks_of_history_do_not_make_an_orders_page_heavy() {
    let shop = grown(4).await;
    let mut owner = shop.owner().await;
    for many in [
        "insert into order_event (order_id, at, what, role, who) select id, now(), 'asked_again', 'merchant', 'anna' from shop_order, generate_series(1, 3000)",
        "insert into mandate_call (mandate_id, at, outcome, milliseconds) select id, now(), 'timeout', 3000 from shipping_mandate, generate_series(1, 3000)",
    ] {
        owner.execute(many).await.expect("a long history");
    }
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders/M-10001").await;
    assert_eq!(clerk.status, 200);
    assert!(clerk.body.len() < 100_000, "{} bytes", clerk.body.len());
}

#[actix_web::test]
async fn what_has_no_index_on_its_age_is_swept_piece_by_piece_and_no_statement_grows_with_the_table() {
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    let filled = "create table swept (gone bigint not null);
        create function note_swept() returns trigger language plpgsql security definer as $$
            begin insert into swept select count(*) from gone; return null; end $$;
        create trigger note_swept after delete on rate_limit referencing old table as gone
            for each statement execute function note_swept();
        create trigger note_swept after delete on sign_in_try referencing old table as gone
            for each statement execute function note_swept();
        insert into rate_limit (key, full_at, granted)
            select lpad(n::text, 43, 'x'), now() + (n % 3 - 1) * interval '1 hour', true from generate_series(1, 210000) n;
        insert into sign_in_try (account, address, tries, last_at, granted)
            select lpad(n::text, 43, 'x'), repeat('y', 43), 1, now() - (n % 2) * interval '25 hours', true
            from generate_series(1, 140000) n";
    sqlx::raw_sql(filled).execute(&mut owner).await.expect("it is filled");
    let now = pickpost_shop::clock::Clock::System.now();
    let pool = shop.app_pool().await;
    assert!(pickpost_shop::db::limits::sweep(&pool, now).await.expect("swept") >= 140_000);
    assert!(pickpost_shop::identity::store::sweep(&pool, now).await.expect("swept") >= 70_000);
    for (left, rows) in [
        ("select count(*) from rate_limit where key like 'xxx%'", 70_000),
        ("select count(*) from rate_limit where key like 'xxx%' and full_at < now()", 0),
        ("select count(*) from sign_in_try where address like 'yyy%'", 70_000),
    ] {
        assert_eq!(count(&mut owner, left).await, rows, "{left}");
    }
    let most = count(&mut owner, "select max(gone) from swept").await;
    assert!(most < 100_000, "{most} in one statement");
    assert!(count(&mut owner, "select count(*) from swept").await >= 6);
}

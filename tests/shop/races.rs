//! Who comes at the same moment, at one instance or at two: one order per basket, no more sold than there is, and nobody is
//! told that the shop is broken.

use std::time::Duration;

use futures_util::future::join_all;
use pickpost_shop::basket::store::{Added, add, close};
use pickpost_shop::clock::Clock;
use pickpost_shop::ids::Random;
use sqlx::{Connection, Executor, PgConnection};

use crate::support::cluster::fresh_database;
use crate::support::proxy::{Mode, Proxy};
use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, put, walk};
use crate::support::{patience, until};

async fn count(shop: &Shop, question: &str) -> i64 {
    let question = sqlx::query_scalar(sqlx::AssertSqlSafe(question.to_owned()));
    question.fetch_one(&mut shop.owner().await).await.expect("a number")
}

/// The same browser in another tab, perhaps at another instance, with the page that it sees.
fn tab(shop: &Shop, visitor: &Visitor) -> Visitor {
    let mut tab = shop.visitor();
    tab.cookies.clone_from(&visitor.cookies);
    tab.url = format!("{}{}", shop.url, visitor.path());
    tab.body.clone_from(&visitor.body);
    tab
}

async fn order(mut visitor: Visitor) -> Visitor {
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    visitor
}

#[actix_web::test]
async fn fifty_clicks_at_two_instances_are_one_order() {
    let one = Shop::open().await;
    let other = Shop::open_on(&one.database).await;
    let mut visitor = one.visitor();
    walk(&mut visitor, "en", "my_post_24", Until::Review).await;
    let clicks = (0..50).map(|at| order(tab([&one, &other][at % 2], &visitor)));
    let numbers: Vec<String> = join_all(clicks).await.iter().map(number).collect();
    assert!(numbers.iter().all(|number| *number == numbers[0]), "{numbers:?}");
    assert_eq!(count(&one, "select count(*) from shop_order").await, 1);
    assert_eq!(count(&one, "select count(*) from parcel").await, 1);
    assert_eq!(count(&one, "select count(*) from payment").await, 1);
}

#[actix_web::test]
async fn of_the_last_pieces_no_more_are_sold_than_there_are_whoever_orders_them_in_whatever_order() {
    let one = Shop::open().await;
    let other = Shop::open_on(&one.database).await;
    let mut baskets = Vec::new();
    for at in 0..20 {
        let mut visitor = [&one, &other][at % 2].visitor();
        for article in [["mountain-cheese", "milk-chocolate"], ["milk-chocolate", "compass"]][at / 2 % 2] {
            put(&mut visitor, "en", article, "1").await;
        }
        walk(&mut visitor, "en", "home", Until::Review).await;
        baskets.push(visitor);
    }
    let left = "update product set stock = case slug when 'milk-chocolate' then 7 else 30 end
                where slug in ('mountain-cheese', 'milk-chocolate', 'compass')";
    one.owner().await.execute(left).await.expect("the last pieces");
    let mut sold = 0;
    for visitor in join_all(baskets.into_iter().map(order)).await {
        match visitor.status {
            200 => sold += i64::from(number(&visitor).starts_with("M-")),
            status => assert_eq!(status, 422, "{}", visitor.body),
        }
    }
    assert_eq!(sold, 7);
    assert_eq!(count(&one, "select count(*) from shop_order").await, 7);
    assert_eq!(count(&one, "select stock::bigint from product where slug = 'milk-chocolate'").await, 0);
    let taken = "select (select sum(30 - stock) from product where slug in ('mountain-cheese', 'compass'))
                     - (select sum(quantity) from order_line where product_id in (select id from product
                        where slug in ('mountain-cheese', 'compass')))";
    assert_eq!(count(&one, taken).await, 0, "what was refused has given everything back");
}

#[actix_web::test]
async fn a_basket_that_is_ordered_while_post_is_asked_in_another_tab_leaves_one_mandate() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    let mut asking = tab(&shop, &visitor);
    asking.get("/en/checkout/collector").await;
    shop.fault("slow").await;
    let mut watcher = shop.owner().await;
    let ordered = async {
        // The simulator takes two seconds.
        until(&mut watcher, "select count(*) from question", 1).await;
        order(visitor).await
    };
    let (_, ordered) = tokio::join!(asking.submit("notify", &[("notify", "email")]), ordered);
    number(&ordered);
    assert_eq!(asking.status, 409, "{}", asking.body);
    assert_eq!(count(&shop, "select count(*) from shipping_mandate").await, 1);
    assert_eq!(count(&shop, "select count(*) from mandate_user_id").await, 1);
}

#[actix_web::test]
async fn an_article_lies_in_the_order_or_in_another_basket_and_is_never_lost_between() {
    let shop = Shop::open().await;
    let pool = shop.app_pool().await;
    let (now, random) = (|| Clock::System.now(), Random::system());
    for _ in 0..300 {
        let (basket, fresh) = (random.uuid(), random.uuid());
        add(&pool, (basket, random.uuid()), (1, 1), 9, now()).await.expect("a basket");
        let adding = add(&pool, (basket, fresh), (2, 1), 9, now());
        let closing = async {
            let mut transaction = pool.begin().await.expect("a transaction");
            let lines = close(&mut transaction, basket, now()).await.ok().flatten();
            if lines.is_some() {
                transaction.commit().await.expect("ordered");
            }
            lines
        };
        let (added, closed) = tokio::join!(adding, closing);
        let into = match added {
            Ok(Added::Now { basket, .. }) => Some(basket),
            _ => None,
        };
        if let (Some(into), Some(lines)) = (into, closed) {
            assert_eq!(lines.len(), if into == basket { 2 } else { 1 });
        }
    }
    let lost = "select count(*) from basket_line join basket on id = basket_id where ordered_at is not null";
    assert_eq!(count(&shop, lost).await, 0);
}

#[actix_web::test]
async fn an_order_whose_commit_is_not_heard_of_is_there_at_the_next_click() {
    let database = fresh_database().await;
    let proxy = Proxy::before(&database);
    let shop = Shop::open_with(&[("DATABASE_URL", &proxy.database)]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    // Past the proxy, since they outlive the outage.
    let mut holder = PgConnection::connect(&database).await.expect("the database");
    let mut watcher = PgConnection::connect(&database).await.expect("the database");
    let slow = "create function slow() returns trigger language plpgsql as
                    $$ begin perform pg_advisory_xact_lock(1); return null; end $$;
                create constraint trigger slow after insert on shop_order deferrable initially deferred
                    for each row execute function slow();
                select pg_advisory_lock(1);";
    holder.execute(sqlx::raw_sql(slow)).await.expect("a commit that waits");
    let cut = async {
        let commits = "select count(*) from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())";
        until(&mut watcher, commits, 1).await;
        proxy.set(Mode::Gone);
        holder.execute("select pg_advisory_unlock(1)").await.expect("it goes on");
        until(&mut watcher, "select count(*) from shop_order", 1).await;
        proxy.set(Mode::Open);
    };
    let again = tab(&shop, &visitor);
    let (first, ()) = tokio::join!(order(visitor), cut);
    assert!(first.status == 503 || first.path().contains("/orders/"), "{} {}", first.status, first.body);
    let mut there = order(tab(&shop, &again)).await;
    for _ in patience() {
        if there.status == 200 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
        there = order(tab(&shop, &again)).await;
    }
    number(&there);
    assert_eq!(count(&shop, "select count(*) from shop_order").await, 1);
}

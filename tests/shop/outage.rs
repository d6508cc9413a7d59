//! The database frozen, gone or busy: what the shopper sees, and that nothing is lost.

use std::time::{Duration, Instant};

use crate::support::cluster::fresh_database;
use crate::support::proxy::{Mode, Proxy};
use crate::support::shop::Shop;
use crate::support::walk::{Until, walk};
use crate::support::{BOUNDED, patience};

async fn behind_a_proxy() -> (Proxy, Shop) {
    let proxy = Proxy::before(&fresh_database().await);
    let shop = Shop::open_with(&[("DATABASE_URL", &proxy.database)]).await;
    (proxy, shop)
}

/// Waits until `/readyz` answers so.
async fn ready(shop: &Shop, status: u16) {
    let mut visitor = shop.visitor();
    for _ in patience() {
        if visitor.get("/readyz").await.status == status {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("/readyz never says {status}");
}

#[actix_web::test]
async fn a_frozen_database_is_a_page_within_a_second_and_the_order_goes_on_afterwards() {
    let (proxy, shop) = behind_a_proxy().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    let (action, form) = visitor.filled("idempotency_key", &[("place", "1")]);
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (&**name, &**value)).collect();
    proxy.set(Mode::Frozen);
    for asked in ["the moment it freezes", "when it is known"] {
        let begun = Instant::now();
        visitor.post(&action, &form).await;
        assert_eq!(visitor.status, 503, "{asked}: {}", visitor.body);
        assert!(begun.elapsed() < BOUNDED, "{asked}: {:?}", begun.elapsed());
        assert!(visitor.headers.contains_key("retry-after"));
        assert!(visitor.body.contains("Nothing is lost"), "{}", visitor.body);
        assert!(visitor.headers.contains_key("content-security-policy"));
    }
    visitor.get("/fr/basket").await;
    assert_eq!(visitor.status, 503);
    assert!(visitor.body.contains("Rien n’est perdu"), "{}", visitor.body);
    ready(&shop, 503).await;
    assert_eq!(visitor.get("/healthz").await.status, 200, "the process itself is well");
    proxy.set(Mode::Open);
    ready(&shop, 200).await;
    visitor.post(&action, &form).await;
    assert_eq!(visitor.status, 200, "{}", visitor.body);
    assert!(visitor.path().contains("/orders/"));
    let orders: i64 = sqlx::query_scalar("select count(*) from shop_order")
        .fetch_one(&mut shop.owner().await)
        .await
        .expect("a count");
    assert_eq!(orders, 1);
}

#[actix_web::test]
async fn a_switchover_of_half_a_second_is_seen_by_nobody_who_reads() {
    let (proxy, shop) = behind_a_proxy().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Payment).await;
    for _ in 0..3 {
        let away = proxy.gone_for(Duration::from_millis(500));
        let reading = async {
            for path in ["/en/basket", "/en/checkout/address", "/en/", "/en/checkout/payment"] {
                visitor.get(path).await;
                assert_eq!(visitor.status, 200, "{path}: {}", visitor.body);
            }
        };
        tokio::join!(away, reading);
    }
}

#[actix_web::test]
async fn a_form_that_is_sent_while_the_database_is_away_for_a_moment_is_taken() {
    let (proxy, shop) = behind_a_proxy().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    proxy.set(Mode::Gone);
    ready(&shop, 503).await;
    let away = proxy.gone_for(Duration::from_millis(400));
    let (_, ()) = tokio::join!(visitor.submit("idempotency_key", &[("place", "1")]), away);
    assert!(visitor.path().contains("/orders/"), "{} {}", visitor.status, visitor.body);
}

#[actix_web::test]
async fn a_full_pool_is_no_outage_and_says_that_it_is_busy_at_worst() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Payment).await;
    // Everybody waits for this lock, each in a connection of the pool.
    let mut owner = shop.owner().await;
    for statement in ["begin", "lock table checkout in access exclusive mode"] {
        sqlx::query(statement).execute(&mut owner).await.expect("a lock");
    }
    let release = async {
        shop.somebody_waits(Duration::from_millis(1500)).await;
        sqlx::query("rollback").execute(&mut owner).await.expect("released");
    };
    let (_, ()) = tokio::join!(visitor.get("/en/checkout/payment"), release);
    assert_eq!(visitor.status, 200, "a lock of 1.5 seconds is waited for: {}", visitor.body);
}

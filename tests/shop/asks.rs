//! How often a page asks the database: in the checkout and of an order at most three times, each owner of tables once; behind the
//! counter as often as docs/performance.md says.

use crate::support::cluster::fresh_database;
use crate::support::proxy::Proxy;
use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

/// What the page of the visitor asks. What the shop asks by the clock meanwhile is not the page's: the quietest of a few looks counts.
async fn asks(proxy: &Proxy, visitor: &mut Visitor) -> (String, u64) {
    let path = visitor.path().to_owned();
    let mut fewest = u64::MAX;
    for _ in 0..5 {
        let before = proxy.asked();
        visitor.get(&path).await;
        assert_eq!(visitor.status, 200, "{path}: {}", visitor.body);
        assert_eq!(visitor.path(), path);
        fewest = fewest.min(proxy.asked() - before);
    }
    (path, fewest)
}

#[actix_web::test]
async fn a_page_of_the_checkout_and_of_an_order_asks_at_most_three_times() {
    let proxy = Proxy::before(&fresh_database().await);
    let shop = Shop::open_with(&[("DATABASE_URL", &proxy.database)]).await;
    for (delivery, until) in [
        ("pickpost", Until::Address),
        ("pickpost", Until::Delivery),
        ("pickpost", Until::Point),
        ("pickpost", Until::Collector),
        ("other", Until::Payment),
        ("pickpost", Until::Payment),
        ("home", Until::Review),
        ("my_post_24", Until::Review),
    ] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, "en", delivery, until).await;
        let (path, asked) = asks(&proxy, &mut visitor).await;
        // The review also writes down what it has shown.
        let most = 3 + u64::from(path.ends_with("/review") && delivery == "my_post_24");
        assert!((2..=most).contains(&asked), "{path}, {delivery}: {asked}");
        if until == Until::Review {
            visitor.submit("idempotency_key", &[("place", "1")]).await;
            shop.rests().await;
            let (path, asked) = asks(&proxy, &mut visitor).await;
            assert_eq!(asked, 3, "{path}, {delivery}");
        }
    }
    let mut visitor = shop.visitor();
    visitor.get("/en/products/mountain-cheese").await;
    assert_eq!(asks(&proxy, &mut visitor).await.1, 0, "the goods are in memory");
}

#[actix_web::test]
async fn behind_the_counter_a_page_asks_no_more_than_is_written_down() {
    let proxy = Proxy::before(&fresh_database().await);
    let shop = Shop::open_with(&[("DATABASE_URL", &proxy.database)]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    let mut merchant = shop.clerk().await;
    shop.rests().await;
    for (path, most) in [
        (format!("/merchant/orders/{number}"), 11),
        (format!("/merchant/orders/{number}.json"), 9),
        ("/merchant/orders".to_owned(), 15),
        (format!("/merchant/orders/{number}/point"), 5),
    ] {
        merchant.get(&path).await;
        let (path, asked) = asks(&proxy, &mut merchant).await;
        assert_eq!(asked, most, "{path}: docs/performance.md says how many");
    }
}

#[actix_web::test]
async fn labels_of_many_orders_ask_as_often_as_the_label_of_one() {
    let proxy = Proxy::before(&fresh_database().await);
    let shop = Shop::open_with(&[("DATABASE_URL", &proxy.database)]).await;
    let mut numbers = Vec::new();
    for delivery in ["pickpost", "home", "my_post_24", "other"] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, "en", delivery, Until::Review).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        numbers.push(number(&visitor).trim_start_matches("M-").to_owned());
    }
    let mut merchant = shop.clerk().await;
    shop.rests().await;
    let mut asked = Vec::new();
    for orders in [&numbers[..1], &numbers[..]] {
        let path = format!("/merchant/labels?drawing=preview&orders={}", orders.join("."));
        let mut fewest = u64::MAX;
        for _ in 0..5 {
            let before = proxy.asked();
            merchant.get(&path).await;
            assert_eq!(
                merchant.texts("[data-part=sheets] tbody tr").len(),
                orders.len(),
                "{}",
                merchant.body
            );
            fewest = fewest.min(proxy.asked() - before);
        }
        asked.push(fewest);
    }
    assert_eq!(asked[0], asked[1], "all are asked for at once");
}

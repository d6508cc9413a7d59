//! A Post that stays silent costs three shoppers their three seconds, not the fourth; and a crowd that waits for it delays
//! nobody who does not need it.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use pickpost_shop::clock::Clock;
use pickpost_shop::post::partner::PLACES;

use crate::support::BOUNDED;
use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

/// So many shoppers, each about to say who collects.
async fn about_to_ask(shop: &Shop, many: usize) -> Vec<Visitor> {
    let mut visitors: Vec<_> = (0..many).map(|_| shop.visitor()).collect();
    for some in visitors.chunks_mut(10) {
        join_all(some.iter_mut().map(|visitor| walk(visitor, "en", "pickpost", Until::Collector))).await;
    }
    // That has taken a while.
    visitors.iter_mut().for_each(Visitor::pause);
    visitors
}

/// Says who collects, which asks Post; gives how long that took.
async fn collector(visitor: &mut Visitor) -> Duration {
    let begun = Instant::now();
    visitor.submit("notify", &[("notify", "email")]).await;
    assert_eq!(visitor.path(), "/en/checkout/payment", "{}", visitor.body);
    begun.elapsed()
}

/// How often each outcome of a call stands in the books.
async fn outcomes(shop: &Shop) -> BTreeMap<String, i64> {
    let rows = sqlx::query_as("select outcome, count(*) from mandate_call group by outcome");
    let rows: Vec<(String, i64)> = rows.fetch_all(&mut shop.owner().await).await.expect("the calls");
    rows.into_iter().collect()
}

#[actix_web::test]
async fn after_three_silences_nobody_waits_and_ten_seconds_later_post_is_asked_again() {
    let clock = Clock::fixed(Clock::System.now());
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitors = about_to_ask(&shop, 6).await;
    shop.fault("silent").await;
    for waited in join_all(visitors[..3].iter_mut().map(collector)).await {
        assert!(waited > Duration::from_millis(2900), "{waited:?}");
    }
    // It would answer now; nobody knows that yet, and nobody waits to find out.
    shop.fault("none").await;
    let waited = collector(&mut visitors[3]).await;
    assert!(waited < Duration::from_millis(1500), "{waited:?}");
    assert!(visitors[3].body.contains("Swiss Post is not responding at the moment"), "{}", visitors[3].body);
    let mut measures = shop.visitor();
    measures.get("/metrics").await;
    for line in [
        "post_breaker_openings_total{partner=\"api\"}",
        "post_breaker_state{partner=\"api\",state=\"open\"}",
        "post_breaker_state{partner=\"locations\",state=\"closed\"}",
    ] {
        assert!(measures.body.contains(line), "{line}");
    }
    clock.advance(10);
    for visitor in &mut visitors[4..] {
        collector(visitor).await;
        assert!(!visitor.body.contains("is not responding"), "{}", visitor.body);
    }
    let expected = [("timeout", 3), ("paused", 1), ("answered", 2)];
    assert_eq!(outcomes(&shop).await, expected.map(|(code, count)| (code.to_owned(), count)).into());
    visitors[3].submit("payment", &[("payment", "invoice")]).await;
    visitors[3].submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitors[3])).await;
    assert!(order["history"].to_string().contains("paused in"), "the sale is not lost: {order}");
}

/// What somebody waits for a page that needs no Post, again and again for a while; the median. On a thread of its own, so
/// that only the shop can delay it.
fn bystander(shop: &Shop, time: Duration) -> std::thread::JoinHandle<Duration> {
    let mut visitor = shop.visitor();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let (begun, mut waits) = (Instant::now(), Vec::new());
            while begun.elapsed() < time {
                let asked = Instant::now();
                visitor.get("/en/products/mountain-cheese").await;
                waits.push(asked.elapsed());
                assert_eq!(visitor.status, 200);
                // Between two clicks: somebody who looks around does not wait for anything.
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            waits.sort_unstable();
            waits[waits.len() / 2]
        })
    })
}

#[actix_web::test]
async fn a_hundred_shoppers_who_wait_for_a_silent_post_delay_nobody_else() {
    let shop = Shop::open().await;
    let mut visitors = about_to_ask(&shop, 100).await;
    let usual = bystander(&shop, Duration::from_secs(1)).join().expect("a median");
    shop.fault("silent").await;
    let crowd = join_all(visitors.iter_mut().map(collector));
    let aside = bystander(&shop, Duration::from_millis(2500));
    let waits = crowd.await;
    let meanwhile = aside.join().expect("a median");
    // No difference is what is measured (docs/bounds.md); this machine may be busy.
    assert!(meanwhile < usual * 4 + Duration::from_secs(1), "{usual:?}, then {meanwhile:?}");
    let longest = waits.iter().max().expect("a hundred");
    assert!(*longest < BOUNDED, "{longest:?}");
    let outcomes = outcomes(&shop).await;
    assert_eq!(outcomes.values().sum::<i64>(), 100, "{outcomes:?}: each has its answer");
    let asked = outcomes.get("timeout").copied().unwrap_or_default();
    assert!((1..=i64::try_from(PLACES).expect("few")).contains(&asked), "{outcomes:?}");
}

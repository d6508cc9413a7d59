//! What one visitor and one address may do; what the pages tell of others.

use std::time::Duration;

use futures_util::future::join_all;
use pickpost_shop::clock::Clock;
use sqlx::{Connection, Executor};

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, put, walk, walk_as};

async fn limited() -> Shop {
    Shop::open_still(&[("SHOP_LIMITS", "on"), ("SHOP_TRUSTED_PROXIES", "127.0.0.1")]).await
}

async fn sql(shop: &Shop, statement: &'static str) {
    sqlx::query(statement).execute(&mut shop.owner().await).await.expect(statement);
}

/// The page of a visitor who has to wait: words, a time, and where it was.
fn waits(visitor: &Visitor, path: &str, words: &str) {
    assert_eq!((visitor.status, visitor.path()), (429, path), "{}", visitor.body);
    assert!(visitor.body.contains(words), "{}", visitor.body);
    let seconds: u32 =
        visitor.headers["retry-after"].to_str().ok().and_then(|text| text.parse().ok()).expect("a number");
    assert!((1..=600).contains(&seconds), "{seconds}");
}

#[actix_web::test]
async fn one_visitor_cannot_ask_post_without_end() {
    let shop = limited().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Collector).await;
    let mut last = Vec::new();
    for person in 0..12 {
        visitor.get("/en/checkout/collector").await;
        last = vec![("first_name", format!("Person{person}"))];
        let fields: Vec<(&str, &str)> = last.iter().map(|(name, value)| (*name, &**value)).collect();
        visitor.submit("notify", &fields).await;
    }
    waits(&visitor, "/en/checkout/collector", "many requests to Swiss Post");
    assert_eq!(visitor.attribute("#first_name", "value"), last.first().map(|(_, name)| name.clone()));
    assert_eq!(shop.user_calls().await, 6);
    sql(&shop, "update rate_limit set full_at = full_at - interval '20 seconds'").await;
    visitor.submit("notify", &[]).await;
    assert_eq!((visitor.path(), shop.user_calls().await), ("/en/checkout/payment", 7));
    // Another visitor of the same address, as after many others: the address's own bucket.
    let mut other = shop.visitor();
    walk(&mut other, "de", "pickpost", Until::Collector).await;
    sql(&shop, "update rate_limit set full_at = now() + interval '120 seconds'").await;
    other.submit("notify", &[]).await;
    waits(&other, "/de/checkout/collector", "viele Anfragen an die Post");
    other.forwarded_for = Some("198.51.100.7".into());
    other.submit("notify", &[]).await;
    assert_eq!(other.path(), "/de/checkout/payment", "from another address");
}

#[actix_web::test]
async fn one_visitor_cannot_order_without_end_and_loses_nothing_by_waiting() {
    let shop = limited().await;
    let mut visitor = shop.visitor();
    for _ in 0..3 {
        walk(&mut visitor, "fr", "home", Until::Review).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        number(&visitor);
    }
    walk(&mut visitor, "fr", "home", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    waits(&visitor, "/fr/checkout/review", "Plusieurs commandes");
    let orders = async || {
        sqlx::query_scalar::<_, i64>("select count(*) from shop_order")
            .fetch_one(&mut shop.owner().await)
            .await
            .expect("a count")
    };
    assert_eq!(orders().await, 3);
    sql(&shop, "update rate_limit set full_at = full_at - interval '20 seconds'").await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor);
    assert_eq!(orders().await, 4);
}

#[actix_web::test]
async fn thirty_clicks_at_once_on_one_form_all_lead_to_the_one_order_however_slow_it_is_and_count_as_one() {
    let limits = [("SHOP_LIMITS", "on"), ("SHOP_TRUSTED_PROXIES", "127.0.0.1")];
    // One clock for both: a place that is taken by the one is no older to the other.
    let clock = Clock::fixed(Clock::System.now());
    let one = Shop::open_at(clock.clone(), &limits).await;
    let of_one = [limits[0], limits[1], ("DATABASE_URL", &one.database)];
    let other = Shop::open_at(clock, &of_one).await;
    let mut visitor = one.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    let (_, fields) = visitor.filled("idempotency_key", &[("place", "1")]);
    let click = async |shop: &Shop| {
        let mut tab = shop.visitor();
        tab.cookies = visitor.cookies.clone();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        tab.post("/en/checkout/review", &fields).await;
        number(&tab)
    };
    // Somebody else holds the goods: the click that comes first is as slow as on a machine with too much to do.
    let mut owner = one.owner().await;
    let mut held = owner.begin().await.expect("a transaction");
    held.execute("select from product where slug = 'mountain-cheese' for update").await.expect("the goods");
    let let_go = async {
        one.somebody_waits(Duration::from_millis(1500)).await;
        held.rollback().await.expect("the goods are free");
    };
    let clicks = join_all((0..30).map(|at| click([&one, &other][at % 2])));
    let (numbers, ()) = tokio::join!(clicks, let_go);
    assert!(numbers.iter().all(|number| *number == numbers[0]), "{numbers:?}");
    for _ in 0..2 {
        walk(&mut visitor, "en", "home", Until::Review).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        assert_ne!(number(&visitor), numbers[0], "two more may be ordered at once, as after one order");
    }
}

#[actix_web::test]
async fn an_order_that_was_not_placed_does_not_count() {
    let shop = limited().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    for _ in 0..6 {
        visitor.submit("idempotency_key", &[("place", "1"), ("shown", "another page")]).await;
        assert_eq!(visitor.status, 422);
    }
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor);
}

#[actix_web::test]
async fn an_address_cannot_open_baskets_without_end() {
    let shop = limited().await;
    let baskets = async || {
        sqlx::query_scalar::<_, i64>("select count(*) from basket")
            .fetch_one(&mut shop.owner().await)
            .await
            .expect("a count")
    };
    let mut visitor = shop.visitor();
    visitor.get("/it/products/mountain-cheese").await;
    for _ in 0..80 {
        visitor.cookies.clear();
        visitor.submit("quantity", &[("quantity", "2")]).await;
        if visitor.status == 429 {
            break;
        }
        visitor.get("/it/products/mountain-cheese").await;
        visitor.cookies.clear();
        visitor.get("/it/products/mountain-cheese").await;
    }
    waits(&visitor, "/it/products/mountain-cheese", "moltissimi carrelli");
    assert_eq!(visitor.attribute("#quantity", "value").as_deref(), Some("2"));
    assert!((60..=70).contains(&baskets().await));
    let mut elsewhere = shop.visitor();
    elsewhere.forwarded_for = Some("198.51.100.7".into());
    put(&mut elsewhere, "it", "mountain-cheese", "1").await;
}

#[actix_web::test]
async fn one_visitor_cannot_search_without_end() {
    let shop = limited().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    let cookie: Vec<String> = visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let client = reqwest::Client::new();
    let ask = async || {
        let url = format!("{}/en/checkout/point/suggest?q=Bern", shop.url);
        let request = client.get(url).header("cookie", cookie.join("; "));
        let answer = request.send().await.expect("an answer");
        (answer.status().as_u16(), answer.headers().contains_key("retry-after"))
    };
    let answers = join_all((0..300).map(|_| ask())).await;
    let taken = answers.iter().filter(|answer| **answer == (200, false)).count();
    let refused = answers.iter().filter(|answer| **answer == (429, true)).count();
    assert!(taken >= 55 && refused >= 50 && taken + refused == 300, "{taken} taken, {refused} refused");
    let mut other = shop.visitor();
    walk(&mut other, "en", "pickpost", Until::Collector).await;
}

#[actix_web::test]
async fn a_classroom_behind_one_address_orders_at_the_same_time() {
    let shop = limited().await;
    let order = async || {
        let mut visitor = shop.visitor();
        walk(&mut visitor, "de", "pickpost", Until::Review).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        number(&visitor);
    };
    join_all((0..30).map(|_| order())).await;
}

/// Everything that a page says, without what is the person's own.
fn said(visitor: &Visitor, email: &str) -> String {
    let words = visitor.texts("main").join(" ").replace(email, "E-MAIL");
    let word = |word: &str| if word.starts_with("PT") { "USER-ID".to_owned() } else { word.to_owned() };
    words.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

#[actix_web::test]
async fn no_page_tells_whether_post_knows_the_person_who_was_named() {
    let shop = Shop::open().await;
    for delivery in ["pickpost", "my_post_24"] {
        let mut pages: Vec<(String, String, bool)> = Vec::new();
        for tag in ["x", "mail", "registred", "suisseid"] {
            let mut visitor = shop.visitor();
            let email = format!("hans+{tag}@example.ch");
            walk_as(&mut visitor, "en", delivery, Until::Payment, &email).await;
            let payment = said(&visitor, &email);
            let check = payment.contains("may check the person’s identity once");
            assert_eq!(check, delivery == "my_post_24", "{tag}: {payment}");
            let stands_out = !visitor.texts(".notice a.button").is_empty();
            assert_eq!(stands_out, tag == "x" && delivery == "my_post_24", "{tag}");
            if delivery == "my_post_24" {
                let near = visitor.attribute(".notice a", "href").expect("the counter near by");
                let mut looks = shop.visitor();
                looks.cookies = visitor.cookies.clone();
                looks.get(&near).await;
                assert_eq!((looks.status, looks.path()), (200, "/en/checkout/point"));
                assert_eq!(looks.texts(".chips [aria-current]"), ["PickPost"]);
                assert!(!looks.texts(".point").is_empty());
            }
            visitor.submit("payment", &[("payment", "invoice")]).await;
            let review = said(&visitor, &email);
            assert_eq!(review.contains("may check the person’s identity once"), check);
            pages.push((payment, review, stands_out));
        }
        for other in &pages[1..] {
            assert_eq!((&pages[0].0, &pages[0].1), (&other.0, &other.1), "{delivery}");
        }
    }
}

#[actix_web::test]
async fn a_silent_post_changes_nothing_about_the_check_at_a_terminal() {
    let shop = Shop::open().await;
    shop.fault("500").await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "de", "my_post_24", Until::Payment).await;
    let notice = visitor.texts(".notice").join(" ");
    assert!(notice.contains("Die Post antwortet gerade nicht") && notice.contains("einmalig die Identität"));
}

//! The life of an order (docs/life.md): the one table in Rust, in Postgres and in the document; what shopper, merchant and Post do to
//! an order; and that nobody does it twice.

use futures_util::future::join_all;
use pickpost_shop::orders::life::{LifeState, MOVES, Move};
use serde_json::Value;
use sqlx::{Connection, Executor};

use crate::support::shop::Shop;
use crate::support::until;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

const DOCUMENT: &str = include_str!("../../docs/life.md");

/// Orders, and gives the shopper on the order's page.
async fn order(shop: &Shop, lang: &str, delivery: &str) -> (Visitor, String) {
    let mut visitor = shop.visitor();
    walk(&mut visitor, lang, delivery, Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    (visitor, number)
}

async fn stock(shop: &Shop) -> i32 {
    let stock = sqlx::query_scalar("select stock from product where slug = 'mountain-cheese'");
    stock.fetch_one(&mut shop.owner().await).await.expect("the stock")
}

/// Waits until Post has the order's data; gives its ident code.
async fn sent(shop: &Shop, number: &str) -> String {
    let json = shop.until(number, |json| json["shipment_state"] == "sent").await;
    json["ident_code"].as_str().expect("an ident code").to_owned()
}

/// Lets something happen to a parcel, and has the shop ask about it now.
async fn happens(shop: &Shop, ident_code: &str, events: &[&str]) {
    for event in events {
        let url = format!("{}/console/parcels/{ident_code}/events", shop.sandbox);
        let answer =
            reqwest::Client::new().post(url).form(&[("event", event)]).send().await.expect("the console");
        assert!(
            answer.status().is_success() || answer.status().is_redirection(),
            "{event}: {}",
            answer.status()
        );
    }
    shop.asks_about_parcels().await;
}

async fn step(shop: &Shop, number: &str, step: &str) {
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    let token = clerk.attribute("input[name=csrf]", "value").expect("a token");
    clerk.post(&format!("/merchant/orders/{number}/steps"), &[("csrf", &token), ("step", step)]).await;
}

fn whats(json: &Value) -> Vec<String> {
    let history = json["history"].as_array().expect("a history");
    history.iter().map(|entry| entry["what"].as_str().unwrap_or_default().to_owned()).collect()
}

#[actix_web::test]
async fn the_one_table_of_moves_is_the_same_in_rust_in_postgres_and_in_the_document() {
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    let mut known: Vec<(String, String, String)> =
        sqlx::query_as("select from_state, move, to_state from order_move")
            .fetch_all(&mut owner)
            .await
            .expect("the moves");
    let mut moves = MOVES
        .map(|(from, by, to)| (from.code().to_owned(), by.code().to_owned(), to.code().to_owned()))
        .to_vec();
    let told = DOCUMENT.lines().filter_map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [from, by, to] = *cells else { return None };
        LifeState::parse(from).is_some().then(|| (from.to_owned(), by.to_owned(), to.to_owned()))
    });
    let mut told: Vec<_> = told.collect();
    for list in [&mut known, &mut moves, &mut told] {
        list.sort();
    }
    assert_eq!(known, moves);
    assert_eq!(told, moves);
}

#[actix_web::test]
async fn postgres_lets_an_order_go_where_the_table_says_and_nowhere_else() {
    let shop = Shop::open_with(&[("SHOP_HOLD_MINUTES", "60")]).await;
    order(&shop, "en", "home").await;
    let (mut owner, mut app) = (shop.owner().await, shop.app_role().await);
    for from in LifeState::ALL {
        for to in LifeState::ALL {
            // What stands there is put there past the rule, as the owner.
            let put = format!(
                "alter table order_life disable trigger order_life_moves; update order_life set state = '{}';
                 alter table order_life enable trigger order_life_moves",
                from.code()
            );
            owner.execute(sqlx::AssertSqlSafe(put)).await.expect("it is put there");
            let moved = format!("update order_life set state = '{}'", to.code());
            let moved = app.execute(sqlx::AssertSqlSafe(moved)).await;
            let may = Move::ALL.into_iter().any(|by| from.after(by) == Some(to));
            assert_eq!(moved.is_ok(), may, "{from:?} to {to:?}");
        }
    }
    for forbidden in [
        "delete from order_life",
        "update order_life set number = 1",
        "insert into order_move values ('a', 'b', 'c')",
    ] {
        let refused = app.execute(forbidden).await.expect_err(forbidden).to_string();
        assert!(refused.contains("permission denied"), "{refused}");
    }
    let _ = owner.close().await;
}

#[actix_web::test]
async fn an_order_goes_its_way_and_shopper_and_merchant_see_the_same() {
    let shop = Shop::open().await;
    for (lang, words, bring) in [
        ("de", ["Unterwegs", "bis", "Abgeholt"], "Mitbringen:"),
        ("fr", ["En route", "jusqu’au", "Retiré"], "À apporter"),
    ] {
        let (mut visitor, number) = order(&shop, lang, "pickpost").await;
        let page = visitor.path().to_owned();
        let ident = sent(&shop, &number).await;
        assert_eq!(shop.json(&number).await["state"], "to_pack");
        step(&shop, &number, "packed").await;
        shop.stands(&number, "packed").await;
        happens(&shop, &ident, &["handed_over"]).await;
        let json = shop.stands(&number, "handed_over").await;
        assert_eq!(json["parcels"][0]["state"], "handed_over", "{json}");
        visitor.get(&page).await;
        assert!(visitor.texts(".timeline .is-done").join(" ").contains(words[0]), "{}", visitor.body);
        happens(&shop, &ident, &["sorted", "arrived", "ready"]).await;
        let json = shop.stands(&number, "ready").await;
        assert_eq!(json["parcels"][0]["events"].as_array().map(Vec::len), Some(4), "{json}");
        visitor.get(&page).await;
        let done = visitor.texts(".timeline .is-done").join(" ");
        assert!(done.contains(words[1]) && !done.contains(words[2]), "ready is not delivered: {done}");
        assert!(visitor.body.contains(bring), "{}", visitor.body);
        happens(&shop, &ident, &["collected"]).await;
        let json = shop.stands(&number, "collected").await;
        visitor.get(&page).await;
        assert!(visitor.texts(".timeline .is-done").join(" ").contains(words[2]), "{}", visitor.body);
        assert!(!visitor.body.contains(bring), "nobody goes there any more: {}", visitor.body);
        let moves = ["placed", "packed", "handed_over", "ready", "collected"];
        let history = whats(&json);
        let mut at = 0;
        for what in moves {
            at += history[at..]
                .iter()
                .position(|known| known == what)
                .unwrap_or_else(|| panic!("{what}: {history:?}"));
        }
        // It has ended: nobody takes it back.
        step(&shop, &number, "held").await;
        visitor.get(&format!("{page}/cancel")).await;
        assert_eq!((visitor.status, shop.json(&number).await["state"].as_str()), (409, Some("collected")));
    }
}

#[actix_web::test]
async fn a_shopper_cancels_while_the_parcel_is_here_and_stock_money_and_label_follow() {
    let shop = Shop::open().await;
    for (lang, delivery, words) in [("en", "my_post_24", "is cancelled"), ("it", "home", "è annullato")] {
        let before = stock(&shop).await;
        let (mut visitor, number) = order(&shop, lang, delivery).await;
        let page = visitor.path().to_owned();
        sent(&shop, &number).await;
        assert_eq!(stock(&shop).await, before - 1);
        visitor.get(&format!("{page}/cancel")).await;
        assert_eq!(visitor.status, 200);
        // Fifty at once, from as many tabs.
        let token = visitor.attribute("input[name=csrf]", "value").expect("a token");
        let click = async || {
            let mut tab = shop.visitor();
            tab.cookies.clone_from(&visitor.cookies);
            tab.post(&format!("{page}/cancel"), &[("csrf", &token)]).await;
            (tab.status, tab.path().to_owned())
        };
        for (status, path) in join_all((0..50).map(|_| click())).await {
            assert_eq!((status, &*path), (200, &*page));
        }
        visitor.get(&page).await;
        assert!(visitor.body.contains(words), "{}", visitor.body);
        assert!(!visitor.body.contains("bill-part"), "nobody shall pay it");
        visitor.get(&format!("{page}/bill.pdf")).await;
        assert_eq!(visitor.status, 409);
        let json = shop.json(&number).await;
        assert_eq!((&json["state"], &json["payment_state"]), (&"cancelled".into(), &"cancelled".into()));
        assert_eq!(whats(&json).iter().filter(|what| *what == "cancelled").count(), 1, "{json}");
        assert!(json["parcels"][0]["withdrawn"].is_string(), "a label that is out is void: {json}");
        assert_eq!(stock(&shop).await, before, "each piece once");
        let mut clerk = shop.clerk().await;
        clerk.get(&format!("/merchant/orders/{number}")).await;
        assert!(clerk.body.contains("One that was printed is void"), "{}", clerk.body);
        assert!(
            clerk.attribute("a[href*=\"/label\"]", "href").is_none(),
            "no label is offered: {}",
            clerk.body
        );
        // The merchant, who comes later, changes nothing.
        for what in ["packed", "handed_over", "released", "refunded", "sent_again"] {
            step(&shop, &number, what).await;
        }
        assert_eq!(shop.json(&number).await["state"], "cancelled");
    }
}

#[actix_web::test]
async fn nothing_is_sent_to_post_for_an_order_that_is_cancelled_or_held() {
    let shop = Shop::open_with(&[("SHOP_HOLD_MINUTES", "60")]).await;
    let (_, number) = order(&shop, "de", "pickpost").await;
    step(&shop, &number, "held").await;
    let json = shop.stands(&number, "held").await;
    assert_eq!(json["state_why"], "by_merchant");
    let jobs = async || {
        let count = sqlx::query_scalar::<_, i64>("select count(*) from job where kind = 'send_shipment'");
        count.fetch_one(&mut shop.owner().await).await.expect("a number")
    };
    assert_eq!(jobs().await, 0);
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    let token = clerk.attribute("input[name=csrf]", "value").expect("a token");
    clerk.post(&format!("/merchant/orders/{number}/label"), &[("csrf", &token)]).await;
    assert_eq!((jobs().await, &shop.json(&number).await["shipment_state"]), (0, &"waiting".into()));
    step(&shop, &number, "released").await;
    shop.stands(&number, "to_pack").await;
    assert_eq!(jobs().await, 1, "it goes on where it was");
    clerk.get(&format!("/merchant/orders/{number}")).await;
    clerk.post(&format!("/merchant/orders/{number}/cancel"), &[("csrf", &token)]).await;
    assert_eq!((clerk.status, jobs().await), (200, 0));
    let mut app = shop.app_role().await;
    let refused = app.execute(
        "insert into shipment_attempt (id, parcel_id, ident_code, begun_at)
         select gen_random_uuid(), id, ident_code, now() from parcel",
    );
    let refused = refused.await.expect_err("it is withdrawn").to_string();
    assert!(refused.contains("no label"), "{refused}");
}

#[actix_web::test]
async fn what_comes_back_is_sent_once_more_with_another_user_id_call_or_its_money_is_given_back() {
    let shop = Shop::open().await;
    let before = stock(&shop).await;
    let (mut visitor, number) = order(&shop, "fr", "pickpost").await;
    let page = visitor.path().to_owned();
    let first = sent(&shop, &number).await;
    let calls = shop.user_calls().await;
    happens(&shop, &first, &["handed_over", "sorted", "arrived", "ready", "returned"]).await;
    shop.stands(&number, "returned").await;
    visitor.get(&page).await;
    assert!(visitor.body.contains("nous est revenu"), "{}", visitor.body);
    step(&shop, &number, "sent_again").await;
    let json = shop.until(&number, |json| json["shipment_state"] == "sent").await;
    assert_eq!(json["state"], "to_pack", "{json}");
    assert_eq!(shop.user_calls().await, calls + 1, "the ID belongs to one mandate");
    let second = json["ident_code"].as_str().expect("a number").to_owned();
    assert_ne!(first, second);
    happens(&shop, &second, &["handed_over", "sorted", "returned"]).await;
    shop.stands(&number, "returned").await;
    assert_eq!(stock(&shop).await, before - 1);
    step(&shop, &number, "refunded").await;
    let json = shop.stands(&number, "refunded").await;
    assert_eq!((stock(&shop).await, &json["payment_state"]), (before, &"cancelled".into()));
}

#[actix_web::test]
async fn what_post_takes_back_leads_back_and_nothing_else_does() {
    let shop = Shop::open().await;
    let (mut visitor, number) = order(&shop, "en", "my_post_24").await;
    let page = visitor.path().to_owned();
    let ident = sent(&shop, &number).await;
    happens(&shop, &ident, &["handed_over", "sorted", "arrived", "ready"]).await;
    shop.stands(&number, "ready").await;
    happens(&shop, &ident, &["taken_back"]).await;
    let json = shop.stands(&number, "handed_over").await;
    assert!(whats(&json).contains(&"scan_revoked".to_owned()), "{json}");
    assert_eq!(json["parcels"][0]["events"].as_array().map(Vec::len), Some(3), "{json}");
    visitor.get(&page).await;
    assert!(!visitor.texts(".timeline .is-done").join(" ").contains("Ready"), "{}", visitor.body);
    happens(&shop, &ident, &["ready", "collected"]).await;
    shop.stands(&number, "collected").await;
    shop.told().await;
    let json = shop.json(&number).await;
    // Asked again and again, nothing is told twice.
    for _ in 0..2 {
        happens(&shop, &ident, &[]).await;
        let due = "select count(*) from parcel_watch where (next_at > now()) is not true";
        until(&mut shop.owner().await, due, 0).await;
    }
    assert_eq!(whats(&json), whats(&shop.json(&number).await));
}

#[actix_web::test]
async fn a_merchant_who_cancels_what_is_on_its_way_is_told_that_it_is_too_late() {
    let shop = Shop::open().await;
    let (_, number) = order(&shop, "en", "home").await;
    sent(&shop, &number).await;
    step(&shop, &number, "handed_over").await;
    let mut clerk = shop.clerk().await;
    let csrf = clerk.attribute(".sign-out input[name=csrf]", "value").expect("a token");
    clerk.post(&format!("/merchant/orders/{number}/cancel"), &[("csrf", &csrf)]).await;
    assert_eq!((clerk.status, clerk.texts("h1").concat()), (409, "It is too late for that.".to_owned()));
    let back = clerk.attribute(".actions a.button", "href");
    assert_eq!(back.as_deref(), Some(&*format!("/merchant/orders/{number}")));
    assert_eq!(shop.json(&number).await["state"], "handed_over");
}

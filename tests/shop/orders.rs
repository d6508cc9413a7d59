//! Ordering, all four ways, in all four languages.

use serde_json::{Value, json};

use crate::support::shop::Shop;
use crate::support::walk::{HANS, Until, choice, number, put, walk, walk_as};

#[actix_web::test]
async fn all_four_deliveries_can_be_ordered_in_all_four_languages() {
    let shop = Shop::open().await;
    for lang in ["de", "fr", "it", "en"] {
        for delivery in ["home", "other", "pickpost", "my_post_24"] {
            let mut visitor = shop.visitor();
            walk(&mut visitor, lang, delivery, Until::Review).await;
            visitor.submit("idempotency_key", &[("place", "1")]).await;
            let order = shop.json(&number(&visitor)).await;
            assert_eq!(order["delivery"]["kind"], delivery, "{lang}");
            assert_eq!(order["billing"]["street"], "Bellerivestrasse");
            assert_eq!(order["language"], lang);
            check_label(&order, delivery);
        }
    }
}

/// Keyword and User ID below the name, then street and town: of the point at a pick-up point.
fn check_label(order: &Value, delivery: &str) {
    let lines: Vec<&str> =
        order["label_lines"].as_array().expect("lines").iter().filter_map(Value::as_str).collect();
    let point = &order["point"];
    match delivery {
        "pickpost" | "my_post_24" => {
            let keyword = if delivery == "pickpost" { "PickPost" } else { "My Post 24" };
            let name2 = format!("{keyword} {}", order["user_id"].as_str().expect("an ID"));
            let town = format!(
                "{} {}",
                point["postcode"].as_str().unwrap_or(""),
                point["town"].as_str().unwrap_or("")
            );
            assert_eq!(lines, ["Hans Muster", &name2, point["street"].as_str().unwrap_or(""), &town]);
            assert_eq!((&order["user_id_state"], &order["verified"]), (&json!("known"), &json!("NONE")));
        }
        "other" => assert_eq!(lines, ["Zoë Ünlü", "Rue du Lac 12", "1003 Lausanne"]),
        _ => assert_eq!(lines, ["Hans Muster", "Bellerivestrasse 5", "8008 Zürich"]),
    }
    assert!(order["ident_code"].as_str().is_some_and(|code| code.len() == 18 && code.starts_with("99")));
}

#[actix_web::test]
async fn the_second_order_of_the_same_person_asks_post_again() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    for orders in 1..=2 {
        walk(&mut visitor, "en", "pickpost", Until::Review).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        number(&visitor);
        assert_eq!(shop.user_calls().await, orders);
    }
}

#[actix_web::test]
async fn other_data_give_another_user_id_and_the_same_data_the_same() {
    let shop = Shop::open().await;
    let mut ids = Vec::new();
    for email in ["hans.muster@example.ch", "hans.muster@example.ch", "hans@example.com"] {
        let mut visitor = shop.visitor();
        walk_as(&mut visitor, "en", "pickpost", Until::Review, email).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        ids.push(shop.json(&number(&visitor)).await["user_id"].clone());
    }
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[1], ids[2]);
}

#[actix_web::test]
async fn somebody_else_may_collect_than_pays_and_the_bill_stays_where_it_is() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "fr", "pickpost", Until::Collector).await;
    let other =
        [("first_name", "Zoë"), ("last_name", "Müller"), ("street", "Rue du Lac"), ("house_number", "1")];
    let home = [("postcode", "1003"), ("town", "Lausanne"), ("notify", "sms"), ("phone", "079 123 45 67")];
    visitor.submit("notify", &[&other[..], &home[..]].concat()).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!(order["label_lines"][0], "Zoë Müller");
    assert_eq!(order["billing"]["last_name"], "Muster");
    assert_eq!(order["delivery"]["notify"], "sms");
}

#[actix_web::test]
async fn a_company_orders_and_a_person_collects() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "2").await;
    visitor.get("/en/checkout").await;
    let company = [("company", "Muster & Co. AG"), ("first_name", ""), ("last_name", "")];
    visitor.submit("email", &[&HANS[3..], &company[..]].concat()).await;
    assert_eq!(visitor.path(), "/en/checkout/delivery");
    visitor.submit("delivery", &[("delivery", "pickpost")]).await;
    let token = choice(&visitor);
    visitor.submit("choice", &[("choice", &token)]).await;
    visitor.submit("notify", &[("notify", "email")]).await;
    assert_eq!(visitor.status, 422, "a company has no identity document");
    visitor.submit("notify", &[&HANS[..], &[("notify", "email")]].concat()).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!(order["billing"]["company"], "Muster & Co. AG");
    assert_eq!(order["label_lines"][0], "Hans Muster");
    assert!(order["label_lines"][1].as_str().is_some_and(|line| line.starts_with("PickPost ")));
}

#[actix_web::test]
async fn one_basket_becomes_one_order_however_often_it_is_sent() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "de", "my_post_24", Until::Review).await;
    let (action, fields) = visitor.filled("idempotency_key", &[("place", "1")]);
    let clicks = (0..12).map(|_| {
        let mut tab = shop.visitor();
        tab.cookies.clone_from(&visitor.cookies);
        let (action, fields) = (action.clone(), fields.clone());
        async move {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
            tab.post(&action, &fields).await;
            tab.path().to_owned()
        }
    });
    let paths = futures_util::future::join_all(clicks).await;
    assert!(paths.iter().all(|path| path.starts_with("/de/orders/") && *path == paths[0]), "{paths:?}");
    let count: i64 = sqlx::query_scalar("select count(*) from shop_order")
        .fetch_one(&mut shop.owner().await)
        .await
        .expect("a count");
    assert_eq!(count, 1);
}

#[actix_web::test]
async fn the_last_three_pairs_of_gloves_are_sold_once() {
    let shop = Shop::open().await;
    let mut baskets = Vec::new();
    for _ in 0..2 {
        let mut visitor = shop.visitor();
        put(&mut visitor, "en", "wool-mittens", "2").await;
        visitor.get("/en/checkout").await;
        visitor.submit("email", &HANS).await;
        visitor.submit("delivery", &[("delivery", "home")]).await;
        visitor.submit("payment", &[("payment", "invoice")]).await;
        baskets.push(visitor);
    }
    baskets[0].submit("idempotency_key", &[("place", "1")]).await;
    number(&baskets[0]);
    baskets[1].submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!((baskets[1].status, baskets[1].path()), (422, "/en/checkout/review"));
    baskets[1].get("/en/basket").await;
    assert!(baskets[1].body.contains("No longer enough in stock"));
}

#[actix_web::test]
async fn nobody_pays_a_price_that_was_not_shown() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    let mut owner = shop.owner().await;
    let dearer = "update product set price_rappen = price_rappen + 100 where slug = 'mountain-cheese'";
    sqlx::query(dearer).execute(&mut owner).await.expect("a new price");
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(visitor.status, 422);
    assert!(visitor.texts("button[name=place]")[0].contains("38.50"), "the new price is shown");
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor);
}

#[actix_web::test]
async fn a_basket_changed_in_another_tab_is_shown_before_it_is_ordered() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    let (action, fields) = visitor.filled("idempotency_key", &[("place", "1")]);
    put(&mut visitor, "en", "milk-chocolate", "1").await;
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    visitor.post(&action, &fields).await;
    assert_eq!(visitor.status, 422);
    assert!(visitor.body.contains("have changed in the meantime") && visitor.body.contains("Milk chocolate"));
}

#[actix_web::test]
async fn after_an_order_the_same_visitor_begins_a_new_basket() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let first = number(&visitor);
    visitor.get("/en/basket").await;
    assert!(visitor.body.contains("Your basket is still empty"));
    walk(&mut visitor, "en", "home", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_ne!(number(&visitor), first);
}

#[actix_web::test]
async fn a_declined_card_costs_nothing_of_what_was_typed() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Payment).await;
    visitor.submit("payment", &[("payment", "card"), ("card_number", "4000 0000 0000 0002")]).await;
    assert_eq!(visitor.status, 422);
    assert!(visitor.body.contains("The card was declined"));
    visitor.submit("payment", &[("payment", "card"), ("card_number", "4242 4242 4242 4242")]).await;
    assert_eq!(visitor.path(), "/en/checkout/review");
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!(order["payment"], "card");
    assert!(order["point"]["id"].is_string(), "the point has survived");
    assert!(!visitor.body.contains("bill.pdf"), "a paid order has no bill");
}

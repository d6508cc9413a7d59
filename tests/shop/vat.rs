//! Delivery is ancillary to the goods and taxed as they are (MWSTG art. 19 para. 4): page, bill, JSON and database alike.

use serde_json::Value;
use sqlx::Connection;

use crate::label::pdf_text;
use crate::support::shop::Shop;
use crate::support::walk::{HANS, Until, number, put, walk};

/// The second way of reckoning: to the nearest Rappen for the higher of two rates (half goes up), the rest for the other.
fn higher_share(delivery: i64, higher: i64, lower: i64) -> i64 {
    let exact = delivery as f64 * higher as f64 / (higher + lower) as f64;
    (exact + 0.5).floor() as i64
}

#[actix_web::test]
async fn cheese_to_a_counter_carries_one_rate_everywhere() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    assert_eq!(visitor.texts(".summary .vat"), ["Includes CHF 0.90 VAT (2.6 %)"]);
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!(order["totals"]["vat"].to_string(), r#"[{"gross":3550,"rate":"2.6","vat":90}]"#);
    assert_eq!(visitor.texts(".order .vat"), ["Includes CHF 0.90 VAT (2.6 %)"]);
    let bill = visitor.attribute(".bill a", "href").expect("the bill");
    visitor.get(&bill).await;
    let text = pdf_text(&visitor.bytes);
    assert!(text.contains("2.6%") && text.contains("0.90") && !text.contains("8.1%"), "{text}");
}

#[actix_web::test]
async fn a_mixed_basket_splits_the_delivery_by_value_to_the_rappen() {
    let shop = Shop::open().await;
    for goods in [
        &[("mountain-cheese", "1"), ("kitchen-knife", "1")][..],
        &[("herb-tea", "3"), ("wool-socks", "1")],
        &[("alpine-honey", "1"), ("dried-pears", "2"), ("compass", "1"), ("wooden-cow", "2")],
    ] {
        let mut visitor = shop.visitor();
        for (slug, quantity) in goods {
            put(&mut visitor, "de", slug, quantity).await;
        }
        visitor.get("/de/checkout").await;
        visitor.submit("email", &HANS).await;
        visitor.submit("delivery", &[("delivery", "home")]).await;
        visitor.submit("payment", &[("payment", "invoice")]).await;
        let shown = visitor.texts(".summary .vat");
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        assert_eq!(visitor.texts(".order .vat"), shown, "the order has what the review showed");
        let number = number(&visitor);
        let totals = shop.json(&number).await["totals"].clone();
        let at = |rate: usize, what: &str| totals["vat"][rate][what].as_i64().expect("an amount");
        assert_eq!(at(0, "gross") + at(1, "gross"), totals["total"].as_i64().expect("a total"), "{totals}");
        let goods: Vec<(i32, i64)> = sqlx::query_as(
            "select vat_rate_bp, sum(amount)::bigint from order_line join shop_order o on o.id = order_id
             where 'M-' || number = $1 group by 1 order by 1",
        )
        .bind(&number)
        .fetch_all(&mut shop.owner().await)
        .await
        .expect("the goods");
        let delivery = totals["delivery"].as_i64().expect("an amount");
        let share = higher_share(delivery, goods[1].1, goods[0].1);
        assert_eq!((at(0, "gross"), at(1, "gross")), (goods[0].1 + delivery - share, goods[1].1 + share));
        for (at_rate, rate) in [(0, 2.6), (1, 8.1)] {
            let vat = at(at_rate, "gross") as f64 * rate / (100.0 + rate);
            assert_eq!(at(at_rate, "vat"), vat.round() as i64);
            let words =
                totals["vat"][at_rate]["vat"].as_i64().map(|vat| format!("{}.{:02}", vat / 100, vat % 100));
            assert!(shown[at_rate].ends_with(&words.expect("an amount")), "{shown:?}");
        }
        let bill = visitor.attribute(".bill a", "href").expect("the bill");
        visitor.get(&bill).await;
        let text = pdf_text(&visitor.bytes);
        for vat in totals["vat"].as_array().expect("rates").iter().filter_map(|vat| vat["vat"].as_i64()) {
            assert!(text.contains(&format!("{}.{:02}", vat / 100, vat % 100)), "{vat} in {text}");
        }
    }
}

#[actix_web::test]
async fn the_database_takes_no_other_split() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "kitchen-knife", "1").await;
    walk(&mut visitor, "en", "home", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order: Value = shop.json(&number(&visitor)).await;
    let gross = |rate: usize| order["totals"]["vat"][rate]["gross"].as_i64().expect("an amount");
    let mut app = shop.app_role().await;
    // A whole order in one statement, with so much of the gross moved from the one rate to the other.
    let copy = "with o as (insert into shop_order select gen_random_uuid(), nextval('order_number'), repeat('b', 22),
             gen_random_uuid(), repeat('k', 20), language, placed_at, email, phone, terms_version, goods,
             delivery_price, total, expected_on from shop_order limit 1 returning id),
         l as (insert into order_line select o.id, position, product_id, name, quantity, unit_price, amount, vat_rate_bp, weight_g
             from order_line, o),
         b as (insert into billing_address select o.id, title, first_name, last_name, company, street, house_number, address_extra,
             postcode, town, country from billing_address, o),
         d as (insert into delivery (order_id, kind, first_name, last_name, street, house_number, postcode, town, country)
             select o.id, kind, first_name, last_name, street, house_number, postcode, town, country from delivery, o)
         insert into order_vat select o.id, rate, gross, (gross * rate * 2 + 10000 + rate) / (2 * (10000 + rate))
             from o, (values (260, $1::bigint), (810, $2::bigint)) as v (rate, gross) where gross > 0";
    for (moved, taken) in [
        (0, true),
        (1, false),
        (-1, false),
        (gross(0) - 2850, false),
        (2850 - gross(0), false),
        (gross(0), false),
    ] {
        let mut transaction = app.begin().await.expect("a transaction");
        let done =
            sqlx::query(copy).bind(gross(0) - moved).bind(gross(1) + moved).execute(&mut *transaction).await;
        let committed = match done {
            Ok(_) => sqlx::query("set constraints all immediate").execute(&mut *transaction).await,
            refused => refused,
        };
        let committed = committed.map(drop).map_err(|error| error.to_string());
        transaction.rollback().await.expect("nothing is kept");
        assert_eq!(committed.is_ok(), taken, "{moved} Rappen moved: {committed:?}");
        assert!(taken || committed.is_err_and(|error| error.contains("is not whole")));
    }
}

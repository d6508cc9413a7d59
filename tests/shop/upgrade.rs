//! A database of the version that has landed goes on: nothing of its orders changes, and none of its rows is in the way.

use std::path::Path;

use chrono::{TimeZone, Utc};
use pickpost_shop::clock::Clock;
use serde_json::Value;
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

use crate::support::cluster::{fresh_database, options};
use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

/// The migrations with a number in this range, in their order.
fn migrations(numbers: std::ops::RangeInclusive<u32>) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the migrations").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let number = |path: &Path| {
        path.file_name().and_then(|name| name.to_str()?.get(..4)?.parse::<u32>().ok()).expect("a number")
    };
    files.retain(|path| numbers.contains(&number(path)));
    files.iter().map(|path| std::fs::read_to_string(path).expect("a migration")).collect()
}

/// An order of then, as the upgrade of a data folder has it, and a basket with a draft.
const LANDED: &str = concat!(
    include_str!("../fixtures/order_after_migration_5.sql"),
    "insert into basket values ('00000000-0000-0000-0000-000000000003', now(), now(), null);
     insert into checkout (basket_id, billing, updated_at) values ('00000000-0000-0000-0000-000000000003', '{}', now());"
);

async fn run(connection: &mut PgConnection, statements: &str) -> sqlx::Result<()> {
    sqlx::raw_sql(AssertSqlSafe(statements.to_owned())).execute(connection).await.map(drop)
}

#[actix_web::test]
async fn orders_of_the_landed_version_stay_as_they_are() {
    // The cluster is up once it has made a database.
    fresh_database().await;
    let mut owner = PgConnection::connect_with(&options("postgres")).await.expect("the cluster");
    run(&mut owner, "create database landed template template0").await.expect("an empty database");
    let mut landed = PgConnection::connect_with(&options("landed")).await.expect("the database");
    for migration in migrations(1..=5) {
        run(&mut landed, &migration).await.expect("the landed version");
    }
    run(&mut landed, &format!("begin; {LANDED} commit")).await.expect("an order");
    let state = "select (select json_agg(v order by vat_rate_bp) from order_vat v)::text
                     || (select json_agg(b) from billing_address b)::text";
    let before: String = sqlx::query_scalar(state).fetch_one(&mut landed).await.expect("its copies");
    for migration in migrations(6..=9999) {
        run(&mut landed, &migration).await.expect("a later migration");
    }
    let after: String = sqlx::query_scalar(state).fetch_one(&mut landed).await.expect("its copies");
    assert_eq!(after, before);
    let again =
        "insert into billing_address select gen_random_uuid(), title, first_name, last_name, company, street,
                     house_number, address_extra, postcode, town, country from billing_address";
    let refused = run(&mut landed, again).await.expect_err("the new rule holds for what is new").to_string();
    assert!(refused.contains("billing_is_no_pickup_point"), "{refused}");
}

/// What the version before has left: see the README beside it.
fn left(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/landed").join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A database as the version before has left it; gives its address.
async fn of_the_version_before(name: &str) -> String {
    let address = fresh_database().await;
    let mut owner = PgConnection::connect_with(&options("postgres")).await.expect("the cluster");
    run(&mut owner, &format!("create database {name} template template0")).await.expect("an empty database");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    for entry in std::fs::read_dir(here).expect("the migrations").flatten() {
        if entry.file_name().to_str().is_some_and(|name| name < "0013") {
            std::fs::copy(entry.path(), folder.join(entry.file_name())).expect("a copy");
        }
    }
    let before = Migrator::new(&*folder).await.expect("its migrations");
    let mut landed = PgConnection::connect_with(&options(name)).await.expect("the database");
    before.run(&mut landed).await.expect("the version before");
    run(&mut landed, &format!("begin; {} commit", left("orders.sql"))).await.expect("its orders");
    let (server, rest) = address.split_once("localhost/").expect("an address");
    format!("{server}localhost/{name}?{}", rest.split_once('?').expect("a socket").1)
}

/// Where the bars of a drawing's codes begin and how wide they are, and all that its texts say, from the first to the last.
fn said(svg: &str) -> (Vec<String>, Vec<String>) {
    let drawing = roxmltree::Document::parse(svg).expect("a drawing");
    let path = |node: &roxmltree::Node<'_, '_>| node.attribute("d").map(ToOwned::to_owned);
    let paths = drawing.descendants().filter(|node| node.has_tag_name("path")).filter_map(|node| path(&node));
    let bars = paths.flat_map(|path| {
        path.split('M')
            .skip(1)
            .map(|bar| bar.split('v').next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    });
    let texts = drawing.descendants().filter(|node| node.has_tag_name("text"));
    (bars.collect(), texts.filter_map(|node| node.text().map(ToOwned::to_owned)).collect())
}

/// Every page that a merchant has of an order, and what it has to say of it.
async fn merchant_sees(clerk: &mut Visitor, number: &str, before: &Value) {
    let page = format!("/merchant/orders/{number}");
    let (at_point, known) = (!before["point"].is_null(), !before["ident_code"].is_null());
    let lines = before["lines"].as_array().expect("lines");
    let name = |of: &Value| of["last_name"].as_str().or(of["company"].as_str()).map(ToOwned::to_owned);
    let who = name(&before["billing"]).expect("a name");
    let there = name(&before["delivery"]["address"])
        .or(name(&before["collector"]["home"]))
        .unwrap_or_else(|| who.clone());
    let (who, there) = (who.as_str(), there.as_str());
    let point = before["point"]["name"].as_str().unwrap_or_default();
    let goods: Vec<&str> = lines.iter().map(|line| line["name"].as_str().expect("a name")).collect();
    for (below, is_there, said) in [
        ("", true, [vec![number, who, point], goods.clone()].concat()),
        ("/slip", true, [vec![number, there], goods].concat()),
        ("/label", known, vec![number]),
        ("/point", at_point, vec![number, point]),
        ("/person", at_point, vec![number, there]),
    ] {
        clerk.get(&format!("{page}{below}")).await;
        assert_eq!(clerk.status, if is_there { 200 } else { 409 }, "{page}{below}: {}", clerk.body);
        let text = clerk.texts("main").join(" ") + &clerk.body;
        for word in said.into_iter().filter(|_| is_there) {
            assert!(text.contains(word), "{word} on {page}{below}: {}", clerk.body);
        }
    }
}

#[actix_web::test]
async fn orders_of_all_kinds_read_field_for_field_as_in_the_version_before() {
    let database = of_the_version_before("landed_with_orders").await;
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).single().expect("a moment"));
    let shop = Shop::open_at(clock, &[("DATABASE_URL", &database)]).await;
    let mut clerk = shop.clerk().await;
    for order in 10001..=10005 {
        let before: Value = serde_json::from_str(&left(&format!("M-{order}.json"))).expect("JSON");
        let after = shop.json(&format!("M-{order}")).await;
        for (field, value) in before.as_object().expect("an object") {
            let mut value = value.clone();
            // The home of whoever collects stands with the collector now, and with nothing that looks like a place to ship to.
            if field == "delivery" && !before["point"].is_null() {
                assert_eq!(after["collector"]["home"], value["address"].take(), "the collector of M-{order}");
            }
            // While Post is silent nobody knows the day: no firm one stands there any more.
            if field == "delivery" && before["user_id_state"] == "to_confirm" {
                value["expected_on"].take();
            }
            assert_eq!(after[field], value, "{field} of M-{order}");
        }
        assert_eq!(after["payment_state"], "due");
        clerk.get(&format!("/merchant/orders/M-{order}/label.svg")).await;
        if before["ident_code"].is_null() {
            assert_eq!(clerk.status, 409, "no label without a User ID");
        } else {
            // The sheet is laid out anew since: codes, sender and recipient say the same as before.
            let (bars, texts) = said(&left(&format!("M-{order}.svg")));
            let (bars_now, texts_now) = said(&clerk.body);
            assert_eq!(bars_now, bars, "the bars of M-{order}");
            let mut now = texts_now.iter();
            for text in &texts[2..] {
                assert!(now.any(|told| told == text), "{text} on the label of M-{order}: {texts_now:?}");
            }
            // The two lines at the head are taken apart since: town, maker and weight stand by themselves. Which of how many
            // parcels, and the licence, are new.
            let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let town = texts[0].split_once(" · ").and_then(|(_, town)| town.strip_suffix(" 1"));
            let (maker, weight) = texts[1].rsplit_once("  ").expect("a maker and a weight");
            let mut before: Vec<String> = texts[2..].iter().map(|text| flat(text)).collect();
            before.extend([town.expect("a town"), maker, weight, "1 / 1", "Licence 00123456"].map(flat));
            let mut now: Vec<String> = texts_now.iter().map(|text| flat(text)).collect();
            before.sort();
            now.sort();
            assert_eq!(now, before, "all texts on the label of M-{order}");
            assert_eq!(texts_now.last(), texts.last(), "and nothing more below");
        }
    }
    for order in 10001..=10005 {
        let before: Value = serde_json::from_str(&left(&format!("M-{order}.json"))).expect("JSON");
        merchant_sees(&mut clerk, &format!("M-{order}"), &before).await;
    }
    clerk.get("/merchant/orders").await;
    for order in 10001..=10005 {
        assert!(clerk.body.contains(&format!("M-{order}")), "M-{order} in the list: {}", clerk.body);
    }
    let tokens: Vec<String> = sqlx::query_scalar("select token from shop_order")
        .fetch_all(&mut shop.owner().await)
        .await
        .expect("the orders");
    for token in tokens {
        let mut visitor = shop.visitor();
        visitor.get(&format!("/fr/orders/{token}")).await;
        assert_eq!(visitor.status, 200, "{}", visitor.body);
    }
}

/// An order to a home beside M-10001, and like it in all but that it was paid by card: written row by row as that version writes one
/// (`b354c16:src/orders/store.rs` in the history).
const BY_CARD: &str = "
    create function first_order() returns uuid language sql return (select id from shop_order where number = 10001);
    insert into basket (id, created_at, updated_at, ordered_at)
        select '00000000-0000-0000-0000-0000000000c1', created_at, updated_at, ordered_at from basket
        where id = (select basket_id from shop_order where number = 10001);
    insert into shop_order (id, number, token, basket_id, idempotency_key, language, placed_at, email, phone, terms_version,
            payment, card_last4, goods, delivery_price, total, expected_on)
        select '00000000-0000-0000-0000-0000000000c0', nextval('order_number'), 'PaidByCardPaidByCard00',
            '00000000-0000-0000-0000-0000000000c1', 'paid-by-card-paid-by-card', language, placed_at, email, phone,
            terms_version, 'card', '4242', goods, delivery_price, total, expected_on
        from shop_order where number = 10001;
    insert into order_line (order_id, position, product_id, name, quantity, unit_price, amount, vat_rate_bp, weight_g)
        select '00000000-0000-0000-0000-0000000000c0', position, product_id, name, quantity, unit_price, amount, vat_rate_bp,
            weight_g from order_line where order_id = first_order();
    insert into order_vat (order_id, vat_rate_bp, gross, vat)
        select '00000000-0000-0000-0000-0000000000c0', vat_rate_bp, gross, vat from order_vat where order_id = first_order();
    insert into billing_address (order_id, title, first_name, last_name, street, house_number, postcode, town, country)
        select '00000000-0000-0000-0000-0000000000c0', title, first_name, last_name, street, house_number, postcode, town,
            country from billing_address where order_id = first_order();
    insert into delivery (order_id, kind, title, first_name, last_name, street, house_number, postcode, town, country)
        select '00000000-0000-0000-0000-0000000000c0', kind, title, first_name, last_name, street, house_number, postcode, town,
            country from delivery where order_id = first_order();
    insert into parcel (order_id, kind, mandate_id, ident_code, announced_at)
        select '00000000-0000-0000-0000-0000000000c0', kind, null, '990012345600010006', announced_at
        from parcel where order_id = first_order();
    insert into order_event (order_id, at, what, who)
        select '00000000-0000-0000-0000-0000000000c0', at, what, who from order_event where order_id = first_order() order by id;
    drop function first_order();";

#[actix_web::test]
async fn what_was_paid_by_card_in_the_version_before_is_paid_and_can_be_given_back() {
    let database = of_the_version_before("landed_by_card").await;
    let mut landed = PgConnection::connect_with(&options("landed_by_card")).await.expect("the database");
    run(&mut landed, &format!("begin; {BY_CARD} commit")).await.expect("an order");
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).single().expect("a moment"));
    let shop = Shop::open_at(clock, &[("DATABASE_URL", &database)]).await;
    let (by_card, by_invoice) = (shop.json("M-10006").await, shop.json("M-10001").await);
    for (field, value) in by_invoice.as_object().expect("an object") {
        match field.as_str() {
            "number" | "ident_code" | "parcels" => assert_ne!(&by_card[field], value, "{field}"),
            "payment" => assert_eq!(by_card[field], "card"),
            "payment_state" => assert_eq!(by_card[field], "paid"),
            _ => assert_eq!(&by_card[field], value, "{field}"),
        }
    }
    assert_eq!(by_card["ident_code"], "990012345600010006");
    let mut visitor = shop.visitor();
    visitor.get("/de/orders/PaidByCardPaidByCard00").await;
    assert!(visitor.status == 200 && visitor.body.contains("4242"), "{}", visitor.body);
    visitor.get("/de/orders/PaidByCardPaidByCard00/bill.pdf").await;
    assert_eq!(visitor.status, 404, "nobody is billed for what is paid");
    let mut clerk = shop.clerk().await;
    merchant_sees(&mut clerk, "M-10006", &by_card).await;
    clerk.get("/merchant/password").await;
    let csrf = clerk.attribute("input[name=csrf]", "value").expect("a token");
    clerk.post("/merchant/orders/M-10006/cancel", &[("csrf", &csrf)]).await;
    assert_eq!(shop.json("M-10006").await["payment_state"], "refunded");
}

#[actix_web::test]
async fn a_shop_of_the_version_before_goes_on_where_it_was() {
    let database = of_the_version_before("landed_goes_on").await;
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).single().expect("a moment"));
    let shop = Shop::open_at(clock, &[("DATABASE_URL", &database)]).await;
    // The order that waited for Post is asked about again, and gets a code that no order before it had.
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders/M-10005").await;
    assert!(clerk.body.contains("We ask again automatically: "), "{}", clerk.body);
    clerk.submit("ask", &[("ask", "1")]).await;
    let settled = shop.json("M-10005").await;
    assert_eq!(
        (&settled["user_id_state"], &settled["ident_code"]),
        (&"known".into(), &"990012345620000001".into())
    );
    // The shopper in the midst of a checkout comes back to it with the cookie of before.
    let mut shopper = shop.visitor();
    let cookie =
        "QSmvkSU4N1+aNlQ+A2qG%2FA3hW6yKBZtdJ+6u0H0ieho%3DwvjNwFeaxWxv8VkpTQ7aBgmYZaYqUu8CqT6GB4tLPi0Q";
    shopper.cookies.insert("sid".into(), cookie.into());
    shopper.get("/de/checkout/review").await;
    assert_eq!((shopper.status, shopper.path()), (200, "/de/checkout/payment"), "{}", shopper.body);
    shopper.submit("payment", &[("payment", "invoice")]).await;
    shopper.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(number(&shopper), "M-10006");
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "my_post_24", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(number(&visitor), "M-10007");
}

/// What nobody thinks of: a limit on the owner's questions and a migration that takes longer, mandates that nobody ordered
/// with, a checkout of a basket that is ordered, streets of all kinds, a merchant who is called like the shop.
const ODD: &str = "
    create function slow() returns event_trigger language plpgsql as $$ begin perform pg_sleep(0.6); end $$;
    create event trigger slow on ddl_command_end when tag in ('CREATE SEQUENCE') execute function slow();
    alter database landed_odd set statement_timeout = '400ms';
    insert into shipping_mandate (id, basket_id, service, point_id, state, user_id, verified, asked_at, answered_at)
        select gen_random_uuid(), basket, 'pickpost', 'SIM-S-0347', 'known', 'PT999999', 'none', now(), now()
        from (select gen_random_uuid() as basket union all select id from basket where ordered_at is not null) as b;
    insert into mandate_call select id, asked_at, 'answered', 1 from shipping_mandate where user_id = 'PT999999';
    insert into checkout (basket_id, billing, updated_at)
        select id, '{}', now() from basket where ordered_at is not null;
    alter table delivery disable trigger all;
    update delivery set point_street = case o.number when 10003 then 'Dorfstrasse 12 a' when 10004 then '12'
            else repeat('x', 44) || ' 1' end
        from shop_order o where o.id = order_id and point_id is not null;
    alter table delivery enable trigger all;
    insert into order_event (order_id, at, what, who)
        select id, '2026-11-25 11:59+00', 'asked_again', case number % 2 when 0 then 'shop' else 'shopper' end from shop_order;";

#[actix_web::test]
async fn odd_rows_of_the_version_before_are_not_in_the_way() {
    let database = of_the_version_before("landed_odd").await;
    let mut landed = PgConnection::connect_with(&options("landed_odd")).await.expect("the database");
    run(&mut landed, ODD).await.expect("odd rows");
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).single().expect("a moment"));
    let shop = Shop::open_at(clock, &[("DATABASE_URL", &database)]).await;
    let mut clerk = shop.clerk().await;
    for (order, street, who) in [
        ("M-10003", "Dorfstrasse 12 a".to_owned(), "shopper"),
        ("M-10004", "12".to_owned(), "shop"),
        ("M-10005", format!("{} 1", "x".repeat(44)), "shopper"),
    ] {
        if order == "M-10005" {
            clerk.get("/merchant/orders/M-10005").await;
            clerk.submit("ask", &[("ask", "1")]).await;
        }
        let json = shop.json(order).await;
        assert_eq!(json["point"]["street"], *street);
        let asked = |entry: &&Value| entry["what"] == "asked_again";
        let asked = json["history"].as_array().and_then(|all| all.iter().find(asked)).expect("an event");
        assert_eq!(asked["who"], who);
        for format in ["svg", "pdf", "png"] {
            clerk.get(&format!("/merchant/orders/{order}/label.{format}")).await;
            assert_eq!(clerk.status, 200, "{order} {format}");
        }
    }
    let left: (i64, i64, i64) = sqlx::query_as(
        "select (select count(*) from checkout), (select count(*) from mandate_user_id where user_id = 'PT999999'),
             (select count(*) from order_event where role = 'merchant')",
    )
    .fetch_one(&mut landed)
    .await
    .expect("counts");
    assert_eq!(
        left,
        (1, 0, 6),
        "the open checkout, no ID that nobody ordered with, five events and the new one"
    );
}

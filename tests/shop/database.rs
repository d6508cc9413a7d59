//! The rules a second time, attacked by plain SQL under the application's own role.

use sqlx::{Connection, PgConnection, Postgres};

use crate::support::shop::Shop;
use crate::support::walk::{Until, walk, walk_as};

async fn shop_with_orders() -> Shop {
    let shop = Shop::open().await;
    for (delivery, email) in
        [("home", "a@example.ch"), ("pickpost", "b@example.ch"), ("my_post_24", "c+noid@example.ch")]
    {
        let mut visitor = shop.visitor();
        walk_as(&mut visitor, "en", delivery, Until::Review, email).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
    }
    shop
}

/// Runs a statement under the application's role; gives what the database said against it.
async fn refused(connection: &mut PgConnection, statement: &'static str) -> String {
    let mut transaction = connection.begin().await.expect("a transaction");
    let done = sqlx::query::<Postgres>(statement).execute(&mut *transaction).await;
    let done = match done {
        Ok(_) => transaction.commit().await,
        Err(error) => Err(error),
    };
    done.err().unwrap_or_else(|| panic!("the database took: {statement}")).to_string()
}

const ORDER: &str = "select id from shop_order order by number limit 1";

#[actix_web::test]
async fn rule_1_a_billing_address_is_never_a_pick_up_point() {
    let shop = shop_with_orders().await;
    let mut app = shop.app_role().await;
    let copy = refused(&mut app, "with o as (insert into shop_order select gen_random_uuid(), 1, repeat('a', 22), gen_random_uuid(), repeat('k', 20), language, placed_at, email, phone, terms_version, goods, delivery_price, total, expected_on from shop_order limit 1 returning id) insert into billing_address (order_id, company, street, postcode, town, country) select id, 'PickPost 12345678', 'Bahnhofstrasse', '5000', 'Aarau', 'CH' from o").await;
    assert!(copy.contains("billing_is_no_pickup_point"), "{copy}");
    let mut owner = shop.owner().await;
    for statement in [
        "update billing_address set address_extra = 'c/o PickPost 99'",
        "update billing_address set first_name = 'Pick', last_name = 'Post'",
        "update billing_address set street = 'My', house_number = 'Post 24'",
        "update billing_address set town = 'à PICKPOST'",
        "update billing_address set company = 'Ｍｙ Ｐｏｓｔ ②④'",
        "update billing_address set company = 'Muster AG', first_name = 'PickPost', last_name = null",
        "update delivery set first_name = 'Pick', last_name = 'Post'",
        "update delivery set address_extra = 'zu Handen My-Post 24' where kind = 'my_post_24'",
    ] {
        assert!(refused(&mut owner, statement).await.contains("is_no_pickup_point"), "{statement}");
    }
    let columns: i64 = sqlx::query_scalar("select count(*) from information_schema.columns where table_name = 'billing_address' and column_name like '%point%'").fetch_one(&mut shop.owner().await).await.expect("a count");
    assert_eq!(columns, 0);
}

#[actix_web::test]
async fn rule_1_a_delivery_is_exactly_one_of_home_other_and_point() {
    let shop = shop_with_orders().await;
    let mut owner = shop.owner().await;
    for statement in [
        "update delivery set point_id = 'SIM-B-0001' where kind = 'home'",
        "update delivery set kind = 'home' where kind = 'pickpost'",
        "update delivery set kind = 'garage' where kind = 'home'",
        "update delivery set point_street = null where kind = 'pickpost'",
        "update delivery set notify_email = null where kind = 'pickpost'",
        "update delivery set company = 'Muster AG' where kind = 'pickpost'",
        "update delivery set street = 'PickPost 99' where kind = 'home'",
    ] {
        assert!(refused(&mut owner, statement).await.contains("constraint"), "{statement}");
    }
}

#[actix_web::test]
async fn rule_2_there_is_no_parcel_without_a_known_user_id() {
    let shop = shop_with_orders().await;
    let mut app = shop.app_role().await;
    let waiting = "insert into parcel (id, order_id, delivery_version, sequence, parcels, kind, mandate_id, ident_code, announced_at) select gen_random_uuid(), order_id, version, 1, 1, kind, mandate_id, '990012345699999999', now() from delivery where kind = 'my_post_24'";
    assert!(refused(&mut app, waiting).await.contains("no_label_without_known_user_id"));
    let without = "insert into parcel (id, order_id, delivery_version, sequence, parcels, kind, ident_code, announced_at) select gen_random_uuid(), order_id, version, 1, 1, kind, '990012345699999999', now() from delivery where kind = 'my_post_24'";
    assert!(refused(&mut app, without).await.contains("pickup_parcel_has_a_mandate"));
    let other = "insert into parcel (id, order_id, delivery_version, sequence, parcels, kind, mandate_id, ident_code, announced_at) select gen_random_uuid(), d.order_id, d.version, 1, 1, d.kind, m.id, '990012345699999999', now() from delivery d, shipping_mandate m where d.kind = 'my_post_24' and m.state = 'known'";
    assert!(
        refused(&mut app, other).await.contains("parcel_order_id_delivery_version_mandate_id_fkey"),
        "another order's ID"
    );
}

#[actix_web::test]
async fn rule_2_a_user_id_belongs_to_one_mandate_and_is_final() {
    let shop = shop_with_orders().await;
    let mut app = shop.app_role().await;
    for (statement, words) in [
        ("update mandate_user_id set user_id = 'PT999999'", "permission denied"),
        ("update shipping_mandate set state = 'to_confirm' where state = 'known'", "final"),
        ("update shipping_mandate set state = 'known' where state = 'to_confirm'", "a known mandate has a User ID"),
        (
            "insert into mandate_user_id (mandate_id, user_id, verified, erase_on)
             select id, 'PT011227', 'none', '2030-01-01' from shipping_mandate where state = 'to_confirm'",
            "mandate_user_id_mandate_id_mandate_state_fkey",
        ),
        (
            "with known as (update shipping_mandate set state = 'known' where state = 'to_confirm' returning id)
             insert into mandate_user_id (mandate_id, user_id, verified, erase_on)
             select id, 'PT 1', 'none', '2030-01-01' from known",
            "check constraint",
        ),
        ("update shipping_mandate set basket_id = gen_random_uuid()", "permission denied"),
        ("update delivery set mandate_id = (select id from shipping_mandate limit 1)", "permission denied"),
    ] {
        let said = refused(&mut app, statement).await;
        assert!(said.contains(words), "{statement}: {said}");
    }
    let mut owner = shop.owner().await;
    let shared = "update delivery set mandate_id = (select mandate_id from delivery where kind = 'pickpost'), kind = 'pickpost' where kind = 'my_post_24'";
    assert!(
        refused(&mut owner, shared).await.contains("delivery_mandate_id_key"),
        "one mandate, one delivery"
    );
    let columns: Vec<String> = sqlx::query_scalar("select distinct table_name::text from information_schema.columns where column_name like '%user_id%' and table_schema = 'public'").fetch_all(&mut owner).await.expect("columns");
    assert_eq!(columns, ["mandate_user_id"], "it stands nowhere else");
}

#[actix_web::test]
async fn rule_4_what_is_frozen_cannot_be_changed() {
    let shop = shop_with_orders().await;
    let mut app = shop.app_role().await;
    for statement in [
        "update shop_order set total = 1",
        "update order_line set unit_price = 1",
        "update order_vat set vat = 0",
        "update billing_address set street = 'Elsewhere'",
        "update delivery set point_street = 'Elsewhere'",
        "update parcel set ident_code = '990000000000000000'",
        "update order_event set who = 'nobody'",
        "update product set price_rappen = 1",
        "delete from shop_order",
        "delete from delivery",
        "delete from order_event",
        "truncate order_line",
        "alter table shop_order drop column total",
        "drop table parcel",
        "create table mine (id int)",
        "alter table delivery disable trigger all",
    ] {
        let said = refused(&mut app, statement).await;
        assert!(said.contains("permission denied") || said.contains("must be owner"), "{statement}: {said}");
    }
    let more = "insert into order_line select order_id, 9, product_id, name, quantity, unit_price, amount, vat_rate_bp, weight_g from order_line limit 1";
    assert!(refused(&mut app, more).await.contains("is not whole"), "a line slipped in later");
    let gift = "insert into order_line select order_id, 9, product_id, name, quantity, 0, 0, vat_rate_bp, weight_g from order_line limit 1";
    assert!(refused(&mut app, gift).await.contains("line_has_a_price"), "one that costs nothing");
    let rate = "insert into order_vat select order_id, 810, 0, 0 from order_vat limit 1";
    assert!(refused(&mut app, rate).await.contains("is not whole"), "a rate that nothing has");
}

#[actix_web::test]
async fn rule_5_one_basket_one_order() {
    let shop = shop_with_orders().await;
    let mut app = shop.app_role().await;
    let twice = "insert into shop_order select gen_random_uuid(), 2, repeat('b', 22), basket_id, repeat('k', 20), language, placed_at, email, phone, terms_version, goods, delivery_price, total, expected_on from shop_order limit 1";
    assert!(refused(&mut app, twice).await.contains("shop_order_basket_id_key"));
    let key = "insert into shop_order select gen_random_uuid(), 2, repeat('b', 22), gen_random_uuid(), idempotency_key, language, placed_at, email, phone, terms_version, goods, delivery_price, total, expected_on from shop_order limit 1";
    assert!(refused(&mut app, key).await.contains("idempotency_key"));
    let alone = "insert into shop_order select gen_random_uuid(), 2, repeat('b', 22), gen_random_uuid(), repeat('k', 20), language, placed_at, email, phone, terms_version, goods, delivery_price, total, expected_on from shop_order limit 1";
    assert!(refused(&mut app, alone).await.contains("is not whole"), "an order without its copies");
}

#[actix_web::test]
async fn rule_6_money_is_whole_rappen_and_vat_is_right_to_the_rappen() {
    let shop = shop_with_orders().await;
    let mut owner = shop.owner().await;
    for statement in [
        "update shop_order set total = total + 5",
        "update shop_order set goods = -1, total = delivery_price - 1",
        "update order_vat set vat = round(vat / 5.0) * 5 + 1",
        "update order_line set amount = amount + 1",
        "update product set price_rappen = 0",
    ] {
        assert!(refused(&mut owner, statement).await.contains("constraint"), "{statement}");
    }
    let fractions: i64 = sqlx::query_scalar("select count(*) from information_schema.columns where table_schema = 'public' and data_type in ('numeric', 'real', 'money') ").fetch_one(&mut owner).await.expect("a count");
    assert_eq!(fractions, 0, "no column holds fractions of money");
}

#[actix_web::test]
async fn rule_7_the_sale_is_kept_and_marked_when_post_is_silent() {
    let shop = shop_with_orders().await;
    let states: Vec<String> = sqlx::query_scalar(
        "select state from delivery join shipping_mandate m on m.id = mandate_id order by state",
    )
    .fetch_all(&mut shop.owner().await)
    .await
    .expect("states");
    assert_eq!(states, ["known", "to_confirm"]);
    let order: Option<uuid::Uuid> =
        sqlx::query_scalar(ORDER).fetch_optional(&mut shop.owner().await).await.expect("an order");
    assert!(order.is_some());
}

#[actix_web::test]
async fn rule_8_a_cookie_names_nobody_and_a_sign_in_is_stored_under_a_hashed_key() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    let clerk = shop.clerk().await;
    let states: Vec<String> = [&visitor, &clerk].map(|browser| state(&browser.cookies["sid"])).into();
    for private in ["Muster", "muster", "PT0", "anna", "8008"] {
        assert!(states.iter().all(|state| !state.contains(private)), "{private}: {states:?}");
    }
    let key = states[1].split("sign_in\":\"\\\"").nth(1).and_then(|rest| rest.split('\\').next());
    let key = key.expect("the key of the sign-in");
    assert_eq!(key.len(), 43, "256 bits");
    let rows: Vec<String> = sqlx::query_scalar("select s::text || encode(key_hash, 'escape') from sign_in s")
        .fetch_all(&mut shop.owner().await)
        .await
        .expect("the rows");
    assert!(rows.len() == 1 && !rows[0].contains(key), "the key itself is not stored");
}

/// What stands in a session's cookie.
fn state(cookie: &str) -> String {
    use base64::Engine;
    let (_, state) = cookie.split_once("1.").expect("a state");
    let json = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(state).expect("base64");
    String::from_utf8(json).expect("JSON")
}

#[actix_web::test]
async fn what_was_only_begun_is_forgotten_after_a_day_and_what_was_ordered_is_kept() {
    let shop = shop_with_orders().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    let pool = sqlx::PgPool::connect(&shop.database).await.expect("a pool");
    let now = pickpost_shop::clock::Clock::System.now();
    let sweep = |hours| pickpost_shop::basket::store::sweep(&pool, now - chrono::TimeDelta::hours(hours));
    assert_eq!(sweep(24).await.expect("swept"), 0, "it was touched a moment ago");
    assert_eq!(sweep(-1).await.expect("swept"), 1);
    let left = "select (select count(*) from checkout), (select count(*) from shipping_mandate), (select count(*) from shop_order)";
    let left: (i64, i64, i64) = sqlx::query_as(left).fetch_one(&pool).await.expect("counts");
    assert_eq!(left, (0, 2, 3), "the mandates of the orders stay");
}

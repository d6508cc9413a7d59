//! What can happen to an order after it was placed, as the tables allow it: another point, several parcels, a payment that
//! moves, a User ID that goes on its date. And what cannot.

use chrono::{Days, TimeZone, Utc};
use pickpost_shop::clock::Clock;
use pickpost_shop::payments::{PaymentState, state::MOVES};
use pickpost_shop::shipping::personal::store::erase_user_ids;
use sqlx::{Connection, Executor, PgConnection};

use crate::support::shop::{Shop, as_application};
use crate::support::walk::{Until, number, walk, walk_as};

async fn order(shop: &Shop, delivery: &str) -> String {
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", delivery, Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor)
}

async fn refused(connection: &mut PgConnection, statement: &str) -> String {
    let done = connection.execute(sqlx::AssertSqlSafe(statement.to_owned())).await;
    done.expect_err(statement).to_string()
}

async fn done(connection: &mut PgConnection, statement: &str) {
    connection.execute(sqlx::AssertSqlSafe(statement.to_owned())).await.expect("it is done");
}

/// The newest delivery once more, at another point, with a mandate of its own.
const ANOTHER_POINT: &str = "
    with mandate as (
        insert into shipping_mandate (id, service, point_id, state, asked_at, answered_at)
        values ('00000000-0000-0000-0000-00000000000a', 'pickpost', 'SIM-B-0007', 'known', now(), now()) returning id
    ), user_id as (
        insert into mandate_user_id (mandate_id, user_id, verified, erase_on)
        select id, 'PT777777', 'none', '2030-01-01' from mandate
    )
    insert into delivery (order_id, version, kind, title, first_name, last_name, street, house_number, postcode, town,
        country, notify, notify_email, point_id, point_name, point_street, point_house_number, point_postcode,
        point_town, point_hours, point_data_as_of, mandate_id)
    select order_id, VERSION, kind, title, first_name, last_name, street, house_number, postcode, town, country, notify,
        notify_email, 'SIM-B-0007', 'Filiale Anderswo', 'Dorfstrasse', '7', '3000', 'Bern', point_hours,
        point_data_as_of, '00000000-0000-0000-0000-00000000000a'
    from delivery";

#[actix_web::test]
async fn another_point_is_a_new_version_and_the_old_one_stays_as_it_was() {
    let shop = Shop::open().await;
    let number = order(&shop, "pickpost").await;
    let before = shop.json(&number).await;
    let mut app = shop.app_role().await;
    let gap = refused(&mut app, &ANOTHER_POINT.replace("VERSION", "3")).await;
    assert!(gap.contains("delivery_follows_the_one_before"), "{gap}");
    done(&mut app, &ANOTHER_POINT.replace("VERSION", "2")).await;
    let after = shop.json(&number).await;
    assert_eq!(
        (&after["point"]["name"], &after["point"]["street"]),
        (&"Filiale Anderswo".into(), &"Dorfstrasse 7".into())
    );
    assert_eq!(after["user_id"], "PT777777");
    assert_eq!(after["billing"], before["billing"]);
    assert_eq!(after["totals"], before["totals"], "the price stays");
    assert_eq!(after["parcels"], serde_json::json!([]), "the new way has no parcel yet");
    let mut owner = shop.owner().await;
    let old: (String, bool) = sqlx::query_as(
        "select point_name, is_replaced from delivery join shipping_mandate m on m.id = mandate_id where version = 1",
    )
    .fetch_one(&mut owner)
    .await
    .expect("the old version");
    assert_eq!(old, (before["point"]["name"].as_str().expect("a name").to_owned(), true));
    let parcels: i64 =
        sqlx::query_scalar("select count(*) from parcel").fetch_one(&mut owner).await.expect("a count");
    assert_eq!(parcels, 1, "the parcel of the old way is in the books");
    assert!(refused(&mut app, "update delivery set point_town = 'Bern'").await.contains("permission denied"));
    assert!(refused(&mut app, "delete from delivery where version = 1").await.contains("permission denied"));
}

#[actix_web::test]
async fn who_waited_for_post_at_the_old_point_waits_no_more() {
    let shop = Shop::open().await;
    shop.fault("500").await;
    let number = order(&shop, "pickpost").await;
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders?waiting=1").await;
    assert!(clerk.body.contains(&number));
    let mut app = shop.app_role().await;
    done(&mut app, &ANOTHER_POINT.replace("VERSION", "2")).await;
    done(&mut app, "update order_life set state = 'to_pack'").await;
    clerk.get("/merchant/orders?waiting=1").await;
    assert!(!clerk.body.contains(&number), "{}", clerk.body);
    clerk.get("/merchant/orders").await;
    assert!(clerk.body.contains("Filiale Anderswo"));
}

#[actix_web::test]
async fn an_order_is_sent_in_several_parcels_each_with_a_code_of_its_own() {
    let shop = Shop::open().await;
    let number = order(&shop, "home").await;
    let mut app = shop.app_role().await;
    let parcel = |sequence: i32, parcels: i32, code: &str| {
        format!(
            "insert into parcel (id, order_id, delivery_version, sequence, parcels, kind, ident_code, announced_at)
             select gen_random_uuid(), order_id, version, {sequence}, {parcels}, kind, '{code}', now() from delivery"
        )
    };
    done(&mut app, &parcel(2, 2, "990012345699999990")).await;
    assert_eq!(shop.json(&number).await["parcels"].as_array().map(Vec::len), Some(2));
    for (statement, why) in [
        (parcel(2, 2, "990012345699999991"), "parcel_order_id_delivery_version_sequence_key"),
        (parcel(3, 2, "990012345699999991"), "parcel_is_one_of_them"),
        (parcel(3, 3, "990012345699999990"), "parcel_ident_code_key"),
    ] {
        let said = refused(&mut app, &statement).await;
        assert!(said.contains(why), "{said}");
    }
}

#[actix_web::test]
async fn an_ident_code_is_not_the_orders_number_and_never_given_twice() {
    let shop = Shop::open().await;
    let mut codes = std::collections::BTreeSet::new();
    for delivery in ["home", "pickpost"] {
        let number = order(&shop, delivery).await;
        let code = shop.json(&number).await["ident_code"].as_str().expect("a code").to_owned();
        assert!(code.starts_with("9900123456") && !code.ends_with(&number[2..]), "{number}: {code}");
        codes.insert(code);
    }
    assert_eq!(codes.len(), 2);
}

#[actix_web::test]
async fn a_user_id_is_erased_on_its_date_and_its_order_stands_without_it() {
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 24, 10, 0, 0).single().expect("a moment"));
    // What goes to Post meanwhile has a history of its own.
    let shop = Shop::open_at(clock.clone(), &[("SHOP_HOLD_MINUTES", "60")]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let (number, page) = (number(&visitor), visitor.url.clone());
    shop.told().await;
    let before = shop.json(&number).await;
    let pool = sqlx::PgPool::connect(&as_application(&shop.database)).await.expect("a pool");
    let day = clock.swiss().date();
    assert_eq!(erase_user_ids(&pool, day + Days::new(179)).await.expect("asked"), 0, "not before its date");
    assert_eq!(erase_user_ids(&pool, day + Days::new(180)).await.expect("erased"), 1);
    let after = shop.json(&number).await;
    for gone in ["user_id", "verified", "label_lines"] {
        assert!(!before[gone].is_null() && after[gone].is_null(), "{gone}: {after}");
    }
    assert_eq!((&before["user_id_state"], &after["user_id_state"]), (&"known".into(), &"erased".into()));
    for stands in
        ["number", "billing", "delivery", "point", "ident_code", "parcels", "totals", "lines", "history"]
    {
        assert_eq!(after[stands], before[stands], "{stands}");
    }
    let id = before["user_id"].as_str().expect("an ID");
    for lang in ["de", "fr", "it", "en"] {
        let page = page.replacen("/en/", &format!("/{lang}/"), 1);
        visitor.get(&page).await;
        assert_eq!(visitor.status, 200);
        assert!(!visitor.body.contains(id));
        visitor.get(&format!("{page}/bill.pdf")).await;
        assert_eq!(visitor.status, 200);
    }
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    assert_eq!(clerk.status, 200);
    assert!(!clerk.body.contains("name=\"ask\""), "Post is not asked again: {}", clerk.body);
    assert!(!clerk.body.contains(id) && !clerk.body.contains("label."), "{}", clerk.body);
    let csrf = clerk.attribute(".sign-out input[name=csrf]", "value").expect("a token");
    for format in ["svg", "pdf", "png"] {
        clerk.get(&format!("/merchant/orders/{number}/label.{format}")).await;
        assert_eq!(clerk.status, 409, "a label without a User ID leads nowhere");
    }
    // Asked by a forged form, and also where a parcel was never announced.
    for _ in 0..2 {
        clerk.post(&format!("/merchant/orders/{number}"), &[("csrf", &csrf), ("ask", "1")]).await;
        assert_eq!((clerk.status, shop.user_calls().await), (200, 1));
        shop.owner().await.execute("delete from parcel").await.expect("no parcel");
    }
    assert_eq!(shop.json(&number).await["parcels"], serde_json::json!([]), "no parcel without a User ID");
    clerk.get("/merchant/orders?waiting=1").await;
    assert!(!clerk.body.contains(&number));
}

#[actix_web::test]
async fn a_user_id_that_was_known_before_its_parcel_is_not_asked_for_again() {
    let shop = Shop::open().await;
    let number = order(&shop, "pickpost").await;
    // The shop went down between Post's answer and the parcel.
    let mut owner = shop.owner().await;
    done(&mut owner, "delete from parcel").await;
    done(&mut owner, "alter table order_life disable trigger order_life_moves").await;
    done(&mut owner, "update order_life set state = 'to_confirm'").await;
    done(&mut owner, "alter table order_life enable trigger order_life_moves").await;
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    clerk.submit("ask", &[("ask", "1")]).await;
    assert_eq!(shop.json(&number).await["parcels"].as_array().map(Vec::len), Some(1));
    assert_eq!(shop.user_calls().await, 1);
}

#[actix_web::test]
async fn a_payment_moves_as_the_one_table_says_in_rust_and_in_postgres() {
    let shop = Shop::open().await;
    let number = order(&shop, "home").await;
    assert_eq!(shop.json(&number).await["payment_state"], "due");
    let mut owner = shop.owner().await;
    let mut known: Vec<(String, String)> = sqlx::query_as("select from_state, to_state from payment_move")
        .fetch_all(&mut owner)
        .await
        .expect("the moves");
    let mut moves = MOVES.map(|(from, to)| (from.code().to_owned(), to.code().to_owned())).to_vec();
    known.sort();
    moves.sort();
    assert_eq!(known, moves);
    let mut app = shop.app_role().await;
    for from in PaymentState::ALL {
        for to in PaymentState::ALL {
            // What stands there is put there past the rule, as the owner.
            done(&mut owner, "alter table payment disable trigger payment_moves").await;
            done(&mut owner, &format!("update payment set state = '{}'", from.code())).await;
            done(&mut owner, "alter table payment enable trigger payment_moves").await;
            let moved = format!("update payment set state = '{}', moved_at = now()", to.code());
            let moved = app.execute(sqlx::AssertSqlSafe(moved)).await;
            assert_eq!(moved.is_ok(), from.may_become(to), "{from:?} to {to:?}");
        }
    }
    assert!(refused(&mut app, "update payment set amount = 1").await.contains("permission denied"));
    assert!(refused(&mut app, "delete from payment").await.contains("permission denied"));
    let _ = owner.close().await;
}

#[actix_web::test]
async fn a_card_is_charged_with_the_order() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk_as(&mut visitor, "en", "home", Until::Payment, "hans.muster@example.ch").await;
    visitor.submit("payment", &[("payment", "card"), ("card_number", "4242 4242 4242 4242")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!((&order["payment"], &order["payment_state"]), (&"card".into(), &"paid".into()));
}

#[actix_web::test]
async fn nothing_is_told_to_a_basket_that_has_become_an_order() {
    let shop = Shop::open().await;
    order(&shop, "home").await;
    let mut app = shop.app_role().await;
    for (statement, why) in [
        (
            "insert into checkout (basket_id, updated_at) select id, now() from basket",
            "checkout_of_an_open_basket",
        ),
        (
            "insert into review_shown (basket_id, digest, shown, shown_at)
             select id, repeat('a', 43), '{}', now() from basket",
            "shown_of_an_open_basket",
        ),
        (
            "insert into shipping_mandate (id, basket_id, service, point_id, state, asked_at)
             select gen_random_uuid(), id, 'pickpost', 'SIM-S-0347', 'requested', now() from basket",
            "mandate_of_an_open_basket",
        ),
    ] {
        let said = refused(&mut app, statement).await;
        assert!(said.contains(why), "{said}");
    }
}

//! What comes back and what leaves: the label with which a parcel returns, asked for once and without any money; and the list of the
//! day, for whoever hands parcels over and whoever takes them.

use futures_util::future::join_all;
use serde_json::Value;
use sqlx::Executor;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, Until, number, put, walk};

async fn order(shop: &Shop, delivery: &str, pots: &str) -> String {
    let mut visitor = shop.visitor();
    if pots != "0" {
        put(&mut visitor, "en", "fondue-pot", pots).await;
    }
    walk(&mut visitor, "en", delivery, Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    shop.until(&number, |json| json["shipment_state"] == "sent").await;
    number
}

async fn at_the_counter(clerk: &mut Visitor, order: &str, page: &str, fields: &[(&str, &str)]) -> u16 {
    clerk.get(&format!("/merchant/orders/{order}")).await;
    let csrf = clerk.attribute("main input[name=csrf]", "value").expect("a form");
    let fields = [&[("csrf", csrf.as_str())], fields].concat();
    clerk.post(&format!("/merchant/orders/{order}/{page}"), &fields).await;
    clerk.status
}

async fn console(shop: &Shop, path: &str) -> Vec<Value> {
    let answer = reqwest::get(format!("{}/console/{path}", shop.sandbox)).await.expect("the console");
    serde_json::from_str(&answer.text().await.expect("text")).expect("JSON")
}

fn told(json: &Value, what: &str) -> Vec<String> {
    let history = json["history"].as_array().expect("a history").iter().filter(|entry| entry["what"] == what);
    history.map(|entry| entry["detail"].as_str().unwrap_or_default().to_owned()).collect()
}

#[actix_web::test]
async fn a_return_label_leads_to_the_merchant_is_asked_for_once_and_moves_no_money() {
    for delivery in ["pickpost", "home"] {
        let shop = Shop::open().await;
        let order = order(&shop, delivery, "0").await;
        let before = shop.json(&order).await;
        let mut clerk = shop.clerk().await;
        clerk.get(&format!("/merchant/orders/{order}/return-label")).await;
        assert_eq!(clerk.status, 404, "not before it was asked for");
        assert_eq!(at_the_counter(&mut clerk, &order, "return-label", &[]).await, 200);
        assert!(clerk.texts(".return button").is_empty(), "there is one now");
        clerk.get(&format!("/merchant/orders/{order}/return-label")).await;
        let first = clerk.bytes.clone();
        assert!(clerk.status == 200 && first.starts_with(b"%PDF-"));
        assert_eq!(at_the_counter(&mut clerk, &order, "return-label", &[]).await, 200);
        clerk.get(&format!("/merchant/orders/{order}/return-label")).await;
        assert!(clerk.bytes == first, "the same one again");
        // Each print is written down with who made it, and the number leads back to the order.
        let json = shop.json(&order).await;
        let number = told(&json, "return_label_drawn")[0].clone();
        assert_eq!(told(&json, "return_label_printed"), [format!("{number}: pdf")]);
        assert_eq!(told(&json, "return_label_printed_again"), [format!("{number}: pdf")]);
        assert_eq!(told(&json, "label_printed"), [""; 0], "nothing of what goes out was printed");
        clerk.get(&format!("/merchant/parcels/{}", number.replace('.', ""))).await;
        assert_eq!((clerk.status, clerk.path()), (200, &*format!("/merchant/orders/{order}")), "{number}");
        assert!(clerk.body.contains("Return label printed again, the same one"), "{}", clerk.body);
        let after = shop.json(&order).await;
        for same in ["state", "payment_state", "totals", "parcels", "ident_code"] {
            assert_eq!(before[same], after[same], "{same}");
        }
        assert_eq!(told(&after, "return_label_drawn").len(), 1);
        let parcels = console(&shop, "parcels.json").await;
        let back =
            parcels.iter().find(|parcel| parcel["ident_code"] != before["ident_code"]).expect("the return");
        let lines: Vec<&str> =
            back["recipient"].as_array().expect("lines").iter().filter_map(Value::as_str).collect();
        assert_eq!(lines, ["Murmel AG", "Alpenstrasse 1", "8001 Zürich"], "to the merchant");
        let mut stranger = shop.visitor();
        stranger.get(&format!("/merchant/orders/{order}/return-label")).await;
        assert!(!stranger.bytes.starts_with(b"%PDF"));
    }
}

#[actix_web::test]
async fn a_label_says_in_which_country_the_shop_and_the_shopper_are() {
    let vaduz = [("SHOP_POSTCODE", "9490"), ("SHOP_TOWN", "Vaduz")];
    for (settings, shop_is) in [(&[][..], "CH"), (&vaduz[..], "LI")] {
        for (place, shopper_is) in [(("8008", "Zürich", "CH"), "CH"), (("9490", "Vaduz", "LI"), "LI")] {
            let shop = Shop::open_with(settings).await;
            let mut visitor = shop.visitor();
            walk(&mut visitor, "en", "home", Until::Address).await;
            let mut person = HANS.to_vec();
            person.retain(|(name, _)| !["postcode", "town"].contains(name));
            person.extend([("postcode", place.0), ("town", place.1), ("country", place.2)]);
            visitor.submit("email", &person).await;
            visitor.submit("delivery", &[("delivery", "home")]).await;
            visitor.submit("payment", &[("payment", "invoice")]).await;
            visitor.submit("idempotency_key", &[("place", "1")]).await;
            let order = number(&visitor);
            shop.until(&order, |json| json["shipment_state"] == "sent").await;
            let mut clerk = shop.clerk().await;
            assert_eq!(at_the_counter(&mut clerk, &order, "return-label", &[]).await, 200);
            let mut asked = console(&shop, "requests.json").await;
            asked.retain(|entry| entry["path"] == "/barcode/v1/generateAddressLabel");
            let mut ways: Vec<_> = asked
                .iter()
                .map(|entry| &entry["request"])
                .map(|told| (&told["customer"]["country"], &told["item"]["recipient"]["country"]))
                .map(|(from, to)| (from.as_str().unwrap_or("none"), to.as_str().unwrap_or("none")))
                .collect();
            ways.sort_unstable();
            let mut meant = [(shop_is, shopper_is), (shopper_is, shop_is)];
            meant.sort_unstable();
            assert_eq!(ways, meant, "out and back");
        }
    }
}

#[actix_web::test]
async fn of_fifty_at_once_and_after_a_lost_answer_there_is_one_return_label_and_every_number_is_in_the_history()
 {
    let shop = Shop::open_with(&[("SHOP_LIMITS", "off")]).await;
    let order = order(&shop, "home", "0").await;
    let mut clerk = shop.clerk().await;
    shop.console(&[("barcode", "lost")]).await;
    assert_eq!(at_the_counter(&mut clerk, &order, "return-label", &[]).await, 200);
    let words = clerk.texts(".return p").join(" ");
    assert!(words.contains("did not answer") && words.contains("is used up"), "{words}");
    shop.console(&[("barcode", "none")]).await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    let csrf = clerk.attribute("main input[name=csrf]", "value").expect("a form");
    let clicks = (0..50).map(|_| {
        let mut one = shop.visitor();
        one.cookies = clerk.cookies.clone();
        let (order, csrf) = (&order, &csrf);
        async move {
            one.post(&format!("/merchant/orders/{order}/return-label"), &[("csrf", csrf)]).await;
            one.status
        }
    });
    let answers = join_all(clicks).await;
    assert!(answers.iter().all(|status| [200, 503].contains(status)), "{answers:?}");
    let json = shop.json(&order).await;
    assert_eq!((told(&json, "return_label_drawn").len(), told(&json, "return_label_failed").len()), (1, 1));
    let mut owner = shop.owner().await;
    let labels: i64 = sqlx::query_scalar("select count(*) from return_label where image is not null")
        .fetch_one(&mut owner)
        .await
        .expect("them");
    assert_eq!(labels, 1);
    let second = "insert into return_label (id, order_id, ident_code, who, begun_at, ended_at, outcome)
        select gen_random_uuid(), id, '990012345699999999', 'x', now(), now(), 'sent' from shop_order";
    assert!(shop.app_role().await.execute(second).await.is_err(), "the database keeps one label an order");
}

#[actix_web::test]
async fn what_post_refuses_is_said_and_what_has_ended_has_no_return_label() {
    let shop = Shop::open().await;
    let order = order(&shop, "home", "0").await;
    let mut clerk = shop.clerk().await;
    shop.console(&[("barcode", "400")]).await;
    shop.console(&[("barcode", "schema")]).await;
    assert_eq!(at_the_counter(&mut clerk, &order, "return-label", &[]).await, 200);
    assert!(!clerk.texts(".return li").is_empty(), "{}", clerk.body);
    assert_eq!(clerk.texts(".return button"), ["Order it from Swiss Post"]);
    shop.console(&[("barcode", "none")]).await;
    at_the_counter(&mut clerk, &order, "cancel", &[]).await;
    assert_eq!(at_the_counter(&mut clerk, &order, "return-label", &[]).await, 409);
}

#[actix_web::test]
async fn the_picture_of_a_return_label_goes_with_the_people_of_its_order() {
    let shop = Shop::open().await;
    let order = order(&shop, "home", "0").await;
    let mut clerk = shop.clerk().await;
    at_the_counter(&mut clerk, &order, "return-label", &[]).await;
    let mut owner = shop.owner().await;
    owner.execute("select erase_people(array_agg(id), now(), 'shop') from shop_order").await.expect("erased");
    let kept: i64 = sqlx::query_scalar("select count(*) from return_label where image is not null")
        .fetch_one(&mut owner)
        .await
        .expect("it");
    assert_eq!(kept, 0);
    clerk.get(&format!("/merchant/orders/{order}/return-label")).await;
    assert_eq!(clerk.status, 404);
}

#[actix_web::test]
async fn the_list_of_the_day_has_every_parcel_that_was_handed_over_with_count_weight_and_lines_to_sign() {
    let shop = Shop::open().await;
    let (two, one, stays) = (
        order(&shop, "pickpost", "12").await,
        order(&shop, "home", "0").await,
        order(&shop, "home", "0").await,
    );
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/handover").await;
    assert_eq!(clerk.texts(".lead"), ["No parcels."]);
    for order in [&two, &one] {
        at_the_counter(&mut clerk, order, "steps", &[("step", "packed")]).await;
    }
    clerk.get("/merchant/handover?packed=1").await;
    assert_eq!(clerk.texts("tbody tr").len(), 3);
    for order in [&two, &one] {
        at_the_counter(&mut clerk, order, "steps", &[("step", "handed_over")]).await;
    }
    clerk.get("/merchant/handover").await;
    let rows = clerk.texts("tbody tr");
    assert_eq!(rows.len(), 3, "{rows:?}");
    let listed = rows.join(" ").replace('.', "");
    for order in [&two, &one] {
        for parcel in shop.json(order).await["parcels"].as_array().expect("them") {
            assert!(listed.contains(parcel["ident_code"].as_str().expect("a code")), "{listed}");
        }
    }
    assert!(!listed.contains(&stays), "what is here is not on it");
    assert!(rows.iter().any(|row| row.contains("1 / 2")) && rows.iter().any(|row| row.contains("2 / 2")));
    let sum = clerk.texts(".handover-sum")[0].clone();
    assert!(sum.starts_with("3 parcels · 2 orders") && sum.contains("42.400"), "{sum}");
    assert_eq!(clerk.texts(".signatures dt").len(), 2);
    // What went out stays on the list of its day, whatever becomes of the order. As the owner: how it came back is no matter.
    let back = format!(
        "alter table order_life disable trigger order_life_moves; update order_life set state = 'returned' where number = {};
         alter table order_life enable trigger order_life_moves",
        &one[2..]
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(back)).execute(&mut shop.owner().await).await.expect("it came back");
    at_the_counter(&mut clerk, &one, "steps", &[("step", "refunded")]).await;
    assert_eq!(shop.json(&one).await["state"], "refunded");
    clerk.get("/merchant/handover").await;
    assert_eq!(clerk.texts("tbody tr"), rows);
    for (query, status) in [
        ("day=2020-02-29", 200),
        ("day=", 200),
        ("day=2021-02-29", 400),
        ("day=tomorrow", 400),
        ("day=99999-01-01", 400),
        ("day=9999-12-31", 200),
        ("day=0000-01-01", 200),
    ] {
        clerk.get(&format!("/merchant/handover?{query}")).await;
        assert_eq!(clerk.status, status, "{query}");
    }
    let mut stranger = shop.visitor();
    stranger.get("/merchant/handover").await;
    assert!(stranger.path().ends_with("/sign-in"), "{}", stranger.url);
}

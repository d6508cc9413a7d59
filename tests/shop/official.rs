//! The label that Post draws: ordered by whoever packs, refused with a reason and a way on, kept as it came, shown beside ours; each
//! print stands in the history, and a reprint is the same bytes.

use futures_util::future::join_all;
use serde_json::{Value, json};
use sqlx::Executor;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

async fn order(shop: &Shop, delivery: &str) -> String {
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", delivery, Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor)
}

/// Held for an hour, so that a merchant orders the label.
async fn open(more: &[(&str, &str)]) -> Shop {
    let settings = [&[("SHOP_HOLD_MINUTES", "60")], more].concat();
    Shop::open_with(&settings).await
}

/// Orders the label, with these services.
async fn ask(clerk: &mut Visitor, order: &str, services: &[&str]) -> u16 {
    clerk.get(&format!("/merchant/orders/{order}")).await;
    let csrf = clerk.attribute("main input[name=csrf]", "value").expect("a form");
    let fields = services.iter().map(|service| ("service", *service));
    let fields: Vec<(&str, &str)> = [("csrf", csrf.as_str())].into_iter().chain(fields).collect();
    clerk.post(&format!("/merchant/orders/{order}/label"), &fields).await;
    clerk.status
}

async fn asked(shop: &Shop) -> Vec<Value> {
    let answer = reqwest::get(format!("{}/console/requests.json", shop.sandbox)).await.expect("the console");
    let journal: Vec<Value> = serde_json::from_str(&answer.text().await.expect("text")).expect("JSON");
    journal.into_iter().filter(|entry| entry["path"] == "/barcode/v1/generateAddressLabel").collect()
}

fn entries(order: &Value, what: &str) -> Vec<Value> {
    let history = order["history"].as_array().expect("a history").iter();
    history.filter(|entry| entry["what"] == what).cloned().collect()
}

#[actix_web::test]
async fn each_print_is_written_down_and_a_reprint_is_the_same_bytes() {
    let shop = open(&[]).await;
    let order = order(&shop, "pickpost").await;
    let mut clerk = shop.clerk().await;
    assert_eq!(ask(&mut clerk, &order, &[]).await, 200);
    shop.until(&order, |json| json["shipment_state"] == "sent").await;
    let official = format!("/merchant/orders/{order}/label/official");
    clerk.get(&official).await;
    let first = clerk.bytes.clone();
    assert_eq!((clerk.status, &first[..5]), (200, &b"%PDF-"[..]));
    clerk.get(&format!("/merchant/orders/{order}")).await;
    let printed = clerk.texts("[data-parcel] .facts dd");
    assert!(
        printed.iter().any(|text| text.starts_with("once · ") && text.contains("anna@example.ch")),
        "{printed:?}"
    );
    for _ in 0..2 {
        clerk.get(&official).await;
        assert!(clerk.bytes == first, "a reprint is what is stored");
    }
    let json = shop.json(&order).await;
    let (once, again) = (entries(&json, "label_printed"), entries(&json, "label_printed_again"));
    assert_eq!((once.len(), again.len()), (1, 2));
    for entry in once.iter().chain(&again) {
        assert_eq!(entry["who"], "anna@example.ch");
        assert!(entry["detail"].as_str().is_some_and(|detail| detail.ends_with(": pdf")), "{entry}");
    }
    assert_eq!(asked(&shop).await.len(), 1, "Post is not asked for a reprint");
    // Whoever only looks whether it is there, or at it on the order's page, prints nothing.
    clerk.get(&format!("/merchant/orders/{order}")).await;
    let shown = clerk.attribute(".label-official", "data").expect("beside ours");
    let policy = clerk.headers["content-security-policy"].to_str().expect("text").to_owned();
    assert!(policy.contains("object-src 'self'") && policy.contains("frame-ancestors 'none'"), "{policy}");
    clerk.get(shown.split('#').next().expect("an address")).await;
    assert!(clerk.bytes == first, "the page shows what Post has drawn");
    let policy = clerk.headers["content-security-policy"].to_str().expect("text");
    assert!(policy.contains("frame-ancestors 'self'"), "{policy}");
    assert_eq!(entries(&shop.json(&order).await, "label_printed_again").len(), 2);
    // Nobody else gets it.
    let mut stranger = shop.visitor();
    for path in [official, format!("/merchant/orders/{order}/label/look")] {
        stranger.get(&path).await;
        assert!(!stranger.bytes.starts_with(b"%PDF"), "{path}");
    }
    assert_eq!(entries(&shop.json(&order).await, "label_printed_again").len(), 2);
}

#[actix_web::test]
async fn fifty_orders_of_one_label_at_once_are_one_question_and_one_label() {
    let shop = open(&[("SHOP_LIMITS", "off")]).await;
    let order = order(&shop, "my_post_24").await;
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    let csrf = clerk.attribute("main input[name=csrf]", "value").expect("a form");
    let cookies = clerk.cookies.clone();
    let clicks = (0..50).map(|_| {
        let (shop, order, csrf, cookies) = (&shop, &order, &csrf, cookies.clone());
        async move {
            let mut one = shop.visitor();
            one.cookies = cookies;
            one.post(&format!("/merchant/orders/{order}/label"), &[("csrf", csrf)]).await;
            one.status
        }
    });
    let answers = join_all(clicks).await;
    assert!(answers.iter().all(|status| [200, 503].contains(status)), "{answers:?}");
    shop.until(&order, |json| json["shipment_state"] == "sent").await;
    assert_eq!(asked(&shop).await.len(), 1);
    let mut owner = shop.owner().await;
    let labels: i64 =
        sqlx::query_scalar("select count(*) from official_label").fetch_one(&mut owner).await.expect("it");
    let gone: i64 = sqlx::query_scalar("select count(*) from written_off_number")
        .fetch_one(&mut owner)
        .await
        .expect("it");
    assert_eq!((labels, gone), (1, 0));
    assert_eq!(entries(&shop.json(&order).await, "send_now").len(), 1, "said once");
}

#[actix_web::test]
async fn services_that_do_not_belong_to_a_point_are_refused_with_the_reason_and_a_way_on() {
    let shop = open(&[]).await;
    let (point, home) = (order(&shop, "pickpost").await, order(&shop, "home").await);
    let mut clerk = shop.clerk().await;
    for service in ["RMP", "SA", "BLN", "SP", "LQ", "ZAW3211", "rmp"] {
        assert_eq!(ask(&mut clerk, &point, &["PRI", service]).await, 422, "{service}");
        let words = clerk.texts("main .notice").join(" ");
        assert!(words.contains(&service.to_uppercase()) && words.contains("pick-up point"), "{words}");
        assert!(
            clerk.attribute(&format!("main a[href='/merchant/orders/{point}'].button"), "href").is_some()
        );
    }
    for (services, words) in [
        (&["PRI", "SI"][..], "SHOP_POINT_SERVICES"),
        (&["PRI", "ECO"], "exactly one basic service"),
        (&["SI"], "SHOP_POINT_SERVICES"),
        (&["PRI", "<script>"], "SCRIPT is not a service"),
        (&["PRI", "COLD"], "cannot be ordered by this shop"),
    ] {
        assert_eq!(ask(&mut clerk, &point, services).await, 422, "{services:?}");
        assert!(clerk.texts("main .notice").join(" ").contains(words), "{words}: {}", clerk.body);
    }
    assert_eq!(asked(&shop).await.len(), 0, "nothing of it went to Post");
    assert_eq!(ask(&mut clerk, &point, &["ECO"]).await, 200);
    assert_eq!(ask(&mut clerk, &home, &["PRI", "RMP", "SI"]).await, 200);
    shop.until(&home, |json| json["shipment_state"] == "sent").await;
    shop.until(&point, |json| json["shipment_state"] == "sent").await;
    let przl: Vec<Value> = asked(&shop)
        .await
        .iter()
        .map(|entry| entry["request"]["item"]["attributes"]["przl"].clone())
        .collect();
    assert!(przl.contains(&json!(["ECO"])) && przl.contains(&json!(["PRI", "RMP", "SI"])), "{przl:?}");
}

#[actix_web::test]
async fn signature_and_insurance_go_to_a_point_where_the_shop_has_switched_them_on() {
    let shop = open(&[("SHOP_POINT_SERVICES", "on")]).await;
    let order = order(&shop, "my_post_24").await;
    let mut clerk = shop.clerk().await;
    assert_eq!(ask(&mut clerk, &order, &["PRI", "RMP"]).await, 422);
    clerk.get(&format!("/merchant/orders/{order}")).await;
    assert_eq!(clerk.texts(".shipment fieldset label"), ["SI", "AS"]);
    assert_eq!(ask(&mut clerk, &order, &["PRI", "SI"]).await, 200);
    shop.until(&order, |json| json["shipment_state"] == "sent").await;
    assert_eq!(asked(&shop).await[0]["request"]["item"]["attributes"]["przl"], json!(["PRI", "SI"]));
}

#[actix_web::test]
async fn a_label_that_cannot_be_ordered_is_refused_with_the_reason_and_a_way_on() {
    let shop = open(&[]).await;
    shop.fault("500").await;
    let unknown = order(&shop, "pickpost").await;
    let mut clerk = shop.clerk().await;
    assert_eq!(ask(&mut clerk, &unknown, &[]).await, 409);
    assert!(clerk.texts("main .notice")[0].contains("has not given the User ID"), "{}", clerk.body);
    let links = [format!("/merchant/orders/{unknown}"), format!("/merchant/orders/{unknown}/point")];
    for link in &links {
        assert!(clerk.attribute(&format!("main .actions a[href='{link}']"), "href").is_some(), "{link}");
        clerk.get(link).await;
        assert_eq!(clerk.status, 200, "{link}");
        ask(&mut clerk, &unknown, &[]).await;
    }
    shop.fault("none").await;
    let held = order(&shop, "home").await;
    clerk.get(&format!("/merchant/orders/{held}")).await;
    clerk.submit("step", &[("step", "held")]).await;
    assert_eq!(ask(&mut clerk, &held, &[]).await, 409);
    assert!(clerk.texts("main .notice")[0].contains("on hold"), "{}", clerk.body);
    let over = order(&shop, "home").await;
    ask(&mut clerk, &over, &["RMP", "RMP"]).await;
    clerk.get(&format!("/merchant/orders/{over}")).await;
    let csrf = clerk.attribute("main input[name=csrf]", "value").expect("a form");
    clerk.post(&format!("/merchant/orders/{over}/cancel"), &[("csrf", &csrf)]).await;
    clerk.post(&format!("/merchant/orders/{over}/label"), &[("csrf", &csrf)]).await;
    assert_eq!(clerk.status, 409);
    assert!(clerk.texts("main .notice")[0].contains("has ended"), "{}", clerk.body);
    assert_eq!(asked(&shop).await.len(), 0);
    clerk.post("/merchant/orders/M-999999/label", &[("csrf", &csrf)]).await;
    assert_eq!(clerk.status, 404);
}

#[actix_web::test]
async fn a_point_that_closes_holds_the_order_when_its_label_is_ordered_and_the_page_says_so() {
    let shop = open(&[("POST_LOCATIONS_EVERY", "off"), ("POST_LOCATIONS_LOOK", "0")]).await;
    let order = order(&shop, "pickpost").await;
    let closes = "update pickup_point set record = record || jsonb_build_object('closed', jsonb_build_object(
        'from', (current_date + 1)::text, 'until', (current_date + 60)::text))
        where id = (select point_id from delivery)";
    shop.owner().await.execute(closes).await.expect("closed");
    shop.shows_changed_points().await;
    let mut clerk = shop.clerk().await;
    ask(&mut clerk, &order, &[]).await;
    let json = shop.until(&order, |json| json["state"] == "held").await;
    assert_eq!((&json["state_why"], asked(&shop).await.len()), (&json!("point_closed"), 0));
    assert_eq!(ask(&mut clerk, &order, &[]).await, 409);
    assert!(clerk.texts("main .notice")[0].contains("is gone, or closed"), "{}", clerk.body);
    assert!(
        clerk.attribute(&format!("main .actions a[href='/merchant/orders/{order}/point']"), "href").is_some()
    );
}

#[actix_web::test]
async fn our_picture_shows_the_services_that_post_is_asked_for() {
    let shop = open(&[("SHOP_POINT_SERVICES", "on")]).await;
    for (delivery, services, shown) in [
        ("pickpost", &[][..], &["PRI"][..]),
        // Economy has no code of its own, so that nothing stands there.
        ("pickpost", &["ECO"], &[]),
        ("my_post_24", &["SI", "PRI"], &["PRI", "SI"]),
        ("home", &["ECO", "RMP", "AS"], &["AS", "RMP"]),
    ] {
        let order = order(&shop, delivery).await;
        let mut clerk = shop.clerk().await;
        assert_eq!(ask(&mut clerk, &order, services).await, 200, "{services:?}");
        shop.until(&order, |json| json["shipment_state"] == "sent").await;
        clerk.get(&format!("/merchant/orders/{order}/label.svg")).await;
        let named = ["ECO", "PRI", "AS", "RMP", "SI", "FRA"];
        let named = named.into_iter().filter(|service| clerk.body.contains(&format!(">{service}</text>")));
        assert_eq!(named.collect::<Vec<_>>(), shown, "{services:?}: {}", clerk.body);
    }
}

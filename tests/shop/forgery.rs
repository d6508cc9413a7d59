//! Forged requests, foreign pages, broken input: always an answer, never a 500, nothing changed.

use pickpost_shop::pickup::finder::choice::{self, Choice};
use pickpost_shop::seal::Seal;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, choice, number, walk};

/// A token as the shop would seal it, for the state in which a checkout is after its delivery step.
fn issue(seal: &Seal, point: &str, basket: uuid::Uuid, now: chrono::DateTime<chrono::Utc>) -> String {
    choice::issue(seal, &Choice { point: point.into(), version: 2 }, basket, now)
}

#[actix_web::test]
async fn a_choice_comes_from_the_shops_own_list_or_is_refused() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    let mut stranger = shop.visitor();
    walk(&mut stranger, "en", "pickpost", Until::Point).await;
    let foreign = choice(&stranger);
    let own = choice(&visitor);
    let (tag, message) = own.split_once('.').expect("a token");
    let (before, id) = message.rsplit_once('.').expect("a token");
    let other_id = if id == "SIM-B-0001" { "SIM-B-0002" } else { "SIM-B-0001" };
    let forged_key = issue(&Seal::new([1; 64]), "SIM-B-0001", uuid::Uuid::nil(), Default::default());
    let forged = [
        format!("{tag}.{before}.{other_id}"),
        own[1..].to_owned(),
        forged_key,
        foreign,
        "SIM-B-0001".into(),
        "Filiale Zürich".into(),
        "\u{0}".into(),
        "x".repeat(5000),
    ];
    for token in forged {
        visitor.get("/en/checkout/point").await;
        visitor.submit("choice", &[("choice", &token)]).await;
        assert_eq!((visitor.status, visitor.path()), (422, "/en/checkout/point"), "{token}");
    }
    visitor.get("/en/checkout/collector").await;
    assert_eq!(visitor.path(), "/en/checkout/point", "nothing was chosen");
    visitor
        .submit("choice", &[("choice", &own), ("point_name", "My own garage"), ("street", "Elsewhere 1")])
        .await;
    visitor.submit("notify", &[("notify", "email")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!(order["point"]["id"], id, "names and streets of the browser count for nothing");
    assert!(!order.to_string().contains("garage"));
}

#[actix_web::test]
async fn a_closed_point_cannot_be_chosen_not_even_by_a_sealed_token() {
    let settings = [("POST_LOCATIONS_LOOK", "0"), ("POST_LOCATIONS_EVERY", "off")];
    let (shop, seal) = Shop::open_with_known_key(&settings).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    let mut owner = shop.owner().await;
    let today = pickpost_shop::clock::Clock::System.swiss().date();
    let closed = "update pickup_point set record = record || jsonb_build_object('closed', jsonb_build_object(
             'from', ($1::date - 1)::text, 'until', ($1::date + 60)::text)) where id = 'SIM-B-0002' returning id";
    let closed: String =
        sqlx::query_scalar(closed).bind(today).fetch_one(&mut owner).await.expect("a closed point");
    shop.shows_changed_points().await;
    let basket: uuid::Uuid =
        sqlx::query_scalar("select id from basket").fetch_one(&mut owner).await.expect("a basket");
    let now = pickpost_shop::clock::Clock::System.now();
    for (token, words) in [
        (issue(&seal, &closed, basket, now), "Closed until"),
        (issue(&seal, "SIM-X-0000", basket, now), "no longer there"),
        (issue(&seal, "SIM-B-0001", basket, now - chrono::TimeDelta::hours(3)), "open for too long"),
        (issue(&seal, "SIM-B-0001", uuid::Uuid::nil(), now), "does not belong to your order"),
    ] {
        visitor.get("/en/checkout/point").await;
        visitor.submit("choice", &[("choice", &token)]).await;
        assert_eq!(visitor.status, 422);
        assert!(visitor.body.contains(words), "{words}");
    }
}

#[actix_web::test]
async fn a_form_of_another_page_or_session_changes_nothing() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    let (action, fields) = visitor.filled("idempotency_key", &[("place", "1")]);
    let body = |csrf: Option<&str>| {
        let mut fields = fields.clone();
        fields.retain(|(name, _)| name != "csrf" || csrf.is_none());
        fields.extend(csrf.map(|csrf| ("csrf".to_owned(), csrf.to_owned())));
        serde_html_form::to_string(&fields).expect("a form").into_bytes()
    };
    let form = ("content-type", "application/x-www-form-urlencoded");
    let mut stranger = shop.visitor();
    walk(&mut stranger, "en", "home", Until::Review).await;
    let foreign = stranger.attribute("main input[name=csrf]", "value").expect("a token");
    let mut nobody = shop.visitor();
    nobody.get("/en/products/mountain-cheese").await;
    let anonymous = nobody.attribute("main input[name=csrf]", "value").expect("a token");
    for csrf in ["", "x.y", &foreign, &anonymous] {
        visitor.raw(&action, &[form], body(Some(csrf))).await;
        assert_eq!(visitor.status, 403, "{csrf}");
        assert!(visitor.body.contains("<h1>"), "a page with a way on");
    }
    for header in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("referer", "https://evil.example/x"),
        ("origin", "null"),
    ] {
        visitor.raw(&action, &[form, header], body(None)).await;
        assert_eq!(visitor.status, 403, "{header:?}");
    }
    let count: i64 = sqlx::query_scalar("select count(*) from shop_order")
        .fetch_one(&mut shop.owner().await)
        .await
        .expect("a count");
    assert_eq!(count, 0);
    visitor.raw(&action, &[form, ("origin", &shop.url)], body(None)).await;
    number(&visitor);
}

#[actix_web::test]
async fn broken_requests_get_a_page_and_never_a_500() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    let csrf = visitor.attribute("main input[name=csrf]", "value").expect("a token");
    let form = ("content-type", "application/x-www-form-urlencoded");
    let large = format!("csrf={csrf}&street={}", "x".repeat(40_000));
    for (path, header, body, status) in [
        ("/en/checkout/address", form, format!("csrf={csrf}&email=a&email=b"), 422),
        ("/en/checkout/address", form, "%ff%fe=%00".to_owned(), 403),
        ("/en/checkout/address", ("content-type", "application/json"), "{}".to_owned(), 400),
        ("/en/checkout/address", ("content-type", "text/plain"), "hello".to_owned(), 400),
        ("/en/checkout/address", form, large, 413),
        ("/en/checkout/review", form, format!("csrf={csrf}&version=99999999999&idempotency_key=short"), 400),
        ("/en/orders/x", form, String::new(), 403),
        ("/en/orders/x/bill.pdf", form, String::new(), 405),
        ("/xx/basket", form, format!("csrf={csrf}"), 404),
    ] {
        visitor.raw(path, &[header], body.into_bytes()).await;
        let allowed = [status, if status == 405 { 404 } else { status }];
        assert!(allowed.contains(&visitor.status), "{path}: {} instead of {status}", visitor.status);
        assert!(
            visitor.body.contains("<h1>") && visitor.body.contains("href=\"/"),
            "{path}: a page with a way on"
        );
    }
    for path in [
        "/en/checkout/point?q=%00%ff&page=-1&kind=', drop table",
        "/en/checkout/point?q=a&q=b",
        "/en/?category=%F0%9F%90%B9",
        "/en/products/%2e%2e%2fetc",
        "/en/orders/0000000000000000000000",
        "/en/orders/%00",
        "/en/products/%00",
        "/en/products/%F0%9F%90%B9",
        "/merchant/orders/%27",
        "/static/../Cargo.toml",
        "/%ff",
        "/zz/",
    ] {
        visitor.get(path).await;
        assert!(visitor.status < 500, "{path}: {}", visitor.status);
    }
}

#[actix_web::test]
async fn an_order_is_seen_by_whoever_knows_its_token_and_by_nobody_else() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let (number, path) = (number(&visitor), visitor.path().to_owned());
    let mut friend = shop.visitor();
    friend.get(&path).await;
    assert_eq!(friend.status, 200);
    friend.get(&format!("{path}/bill.pdf")).await;
    assert!(friend.bytes.starts_with(b"%PDF"));
    let mut stranger = shop.visitor();
    for guess in [
        format!("/en/orders/{number}"),
        format!("/en/orders/{}", &path[11..30]),
        "/en/orders/AAAAAAAAAAAAAAAAAAAAAA".into(),
    ] {
        stranger.get(&guess).await;
        assert_eq!(stranger.status, 404, "{guess}");
    }
    for page in [
        "",
        "/orders",
        &format!("/orders/{number}"),
        &format!("/orders/{number}.json"),
        &format!("/orders/{number}/label.svg"),
    ] {
        stranger.get(&format!("/merchant{page}")).await;
        assert_eq!(stranger.path(), "/merchant/sign-in", "{page}");
    }
}

#[actix_web::test]
async fn the_same_key_for_another_basket_orders_nothing() {
    let shop = Shop::open().await;
    let mut first = shop.visitor();
    walk(&mut first, "en", "home", Until::Review).await;
    let key = first.attribute("input[name=idempotency_key]", "value").expect("a key");
    first.submit("idempotency_key", &[("place", "1")]).await;
    number(&first);
    let mut second: Visitor = shop.visitor();
    walk(&mut second, "en", "home", Until::Review).await;
    second.submit("idempotency_key", &[("place", "1"), ("idempotency_key", &key)]).await;
    assert_eq!(second.status, 422, "{}", second.url);
    second.submit("idempotency_key", &[("place", "1")]).await;
    number(&second);
}

//! The location search over plain HTTP: its address, its filters, the choice, the last point, Post's own map.

use pickpost_shop::pickup::finder::choice::{self, Choice};
use serde_json::Value;

use crate::support::shop::Shop;
use crate::support::visitor::{Visitor, selector};
use crate::support::walk::{Until, choice as first_choice, number, put, walk};

async fn at_the_list(shop: &Shop, lang: &str, delivery: &str) -> Visitor {
    let mut visitor = shop.visitor();
    walk(&mut visitor, lang, delivery, Until::Point).await;
    visitor
}

#[actix_web::test]
async fn the_address_of_the_search_can_be_shared_and_says_what_it_shows() {
    let shop = Shop::open().await;
    let mut visitor = at_the_list(&shop, "en", "pickpost").await;
    assert!(visitor.texts(".told")[0].contains("of 8008 Zürich, nearest first. 2440 in all."));
    visitor.get("/en/checkout/point?q=Genf&kind=my_post_24&page=2").await;
    assert!(visitor.texts(".told")[0].contains("nearest to Genève first"), "{:?}", visitor.texts(".told"));
    assert_eq!(visitor.attribute("#q", "value").as_deref(), Some("Genf"));
    assert_eq!(visitor.texts(".points .pin")[0], "11", "page 2 begins at 11");
    assert_eq!(visitor.texts(".pages a"), ["1", "2", "3", "26", "Next"]);
    assert!(visitor.attribute(".pages .next", "href").expect("a link").contains("page=3"));
    assert!(visitor.texts(".points h2").iter().all(|name| name.starts_with("My Post 24")));
    let mut other = at_the_list(&shop, "fr", "my_post_24").await;
    other.get("/fr/checkout/point?q=Genf&kind=my_post_24&page=2").await;
    assert_eq!(other.texts(".points h2"), visitor.texts(".points h2"), "another shopper sees the same");
}

#[actix_web::test]
async fn filters_are_links_that_are_taken_away_one_by_one() {
    let shop = Shop::open().await;
    let mut visitor = at_the_list(&shop, "en", "pickpost").await;
    visitor.get("/en/checkout/point?q=Bern&kind=both&saturday=1&step_free=1").await;
    assert_eq!(
        visitor.texts(".chips .chip[aria-current]"),
        ["Both", "Saturday × remove", "Step-free × remove"]
    );
    let without =
        visitor.attribute(".chips[aria-label=Filters] .chip[aria-current]", "href").expect("a link");
    assert!(!without.contains("saturday") && without.contains("step_free=1") && without.contains("q=Bern"));
    assert!(
        visitor.texts(".point-kind").iter().any(|kind| kind == "My Post 24"),
        "both kinds stand in the list"
    );
    visitor.get(&without).await;
    assert_eq!(visitor.texts(".chips .chip[aria-current]"), ["Both", "Step-free × remove"]);
    // What a filter would leave stands beside it.
    let counts = visitor.texts(".chip-count");
    assert!(counts.len() == 6 && counts.iter().all(|count| count.parse::<u32>().is_ok()), "{counts:?}");
    visitor.get("/en/checkout/point?q=Bern&kind=pickpost&sunday=1").await;
    assert!(visitor.body.contains("No point matches all filters"));
}

#[actix_web::test]
async fn where_the_shopper_lives_stands_in_no_address_of_a_page() {
    let shop = Shop::open().await;
    let visitor = at_the_list(&shop, "en", "pickpost").await;
    assert_eq!(visitor.attribute("#q", "value").as_deref(), Some("8008 Zürich"));
    let page = visitor.page();
    let wanted = selector("a[href], form[action]");
    for element in page.select(&wanted) {
        let address = element.attr("href").or(element.attr("action")).unwrap_or_default();
        assert!(!address.contains("8008") && !address.contains("q="), "{address}");
    }
}

#[actix_web::test]
async fn a_refused_choice_comes_back_with_the_list_it_was_made_from() {
    let shop = Shop::open().await;
    let mut visitor = at_the_list(&shop, "en", "pickpost").await;
    visitor.get("/en/checkout/point?q=Bern&kind=pickpost&saturday=1&page=2").await;
    let names = visitor.texts(".points h2");
    visitor.submit("choice", &[("choice", "forged")]).await;
    assert_eq!((visitor.status, visitor.texts(".points h2")), (422, names));
    assert_eq!(visitor.attribute("#q", "value").as_deref(), Some("Bern"));
}

#[actix_web::test]
async fn a_point_that_closes_for_as_long_as_the_parcel_would_wait_is_chosen_again() {
    let shop = Shop::open_with(&[("POST_LOCATIONS_LOOK", "0"), ("POST_LOCATIONS_EVERY", "off")]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    let mut owner = shop.owner().await;
    let today = pickpost_shop::clock::Clock::System.swiss().date();
    sqlx::query(
        "update pickup_point set record = record || jsonb_build_object('closed', jsonb_build_object(
             'from', ($1::date + 1)::text, 'until', ($1::date + 60)::text))
         where id = (select point_id from checkout)",
    )
    .bind(today)
    .execute(&mut owner)
    .await
    .expect("closed from tomorrow on");
    shop.shows_changed_points().await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    visitor.get("/en/checkout").await;
    assert_eq!(visitor.path(), "/en/checkout/point");
    assert!(visitor.texts(".problems")[0].contains("Closed for the whole collection period"));
    let orders: i64 =
        sqlx::query_scalar("select count(*) from shop_order").fetch_one(&mut owner).await.expect("a count");
    assert_eq!(orders, 0);
}

#[actix_web::test]
async fn nothing_found_is_said_with_what_to_try() {
    let shop = Shop::open().await;
    let mut visitor = at_the_list(&shop, "de", "pickpost").await;
    visitor.get("/de/checkout/point?q=Qwrtzuiop").await;
    assert!(visitor.body.contains("haben wir nichts gefunden") && visitor.body.contains("grösseren Ort"));
    visitor.get("/de/checkout/point?q=Nirgendweg+4,+Winterthur").await;
    assert!(visitor.texts(".told")[0].contains("gemessen ab der Mitte von Winterthur"));
    visitor.get("/de/checkout/point?q=8999").await;
    assert!(visitor.texts(".told")[0].contains("Die Postleitzahl 8999 kennen wir nicht"));
    assert_eq!(visitor.texts(".point-list > p.soft a").len(), 2, "the next nearest numbers are offered");
    visitor.get("/de/checkout/point?q=8999+Bern").await;
    let told = &visitor.texts(".told")[0];
    assert!(told.contains("Die Postleitzahl 8999 kennen wir nicht; gemessen ab Bern."), "{told}");
    visitor.get("/de/checkout/point?q=Buchs").await;
    assert!(
        visitor.texts(".point-list > p.soft a").iter().any(|name| name.contains("Buchs ")),
        "namesakes are offered by canton"
    );
}

#[actix_web::test]
async fn near_me_becomes_the_name_of_a_place_and_is_kept_nowhere() {
    let shop = Shop::open().await;
    let mut visitor = at_the_list(&shop, "en", "pickpost").await;
    visitor.submit("lat", &[("lat", "46.20"), ("lon", "6.15")]).await;
    assert_eq!(visitor.path(), "/en/checkout/point");
    assert!(!visitor.url.contains("46.2") && visitor.url.contains("q=12"), "{}", visitor.url);
    assert!(visitor.texts(".told")[0].contains("Genève"), "{:?}", visitor.texts(".told"));
    for (lat, lon) in [("48.85", "2.35"), ("x", "y"), ("", ""), ("NaN", "8.5"), ("1e999", "8.5")] {
        visitor.submit("lat", &[("lat", lat), ("lon", lon)]).await;
        assert_eq!(visitor.status, 200, "{lat} {lon}");
        assert!(visitor.body.contains("Where would you like to collect"), "{lat} {lon}");
    }
    let mut owner = shop.owner().await;
    let stored: String = sqlx::query_scalar("select coalesce(string_agg(c::text, ' '), '') from checkout c")
        .fetch_one(&mut owner)
        .await
        .expect("the checkouts");
    assert!(!stored.contains("46.2"), "{stored}");
}

#[actix_web::test]
async fn what_is_typed_is_suggested_and_the_map_gets_the_same_points_as_the_list() {
    let shop = Shop::open().await;
    let mut visitor = at_the_list(&shop, "en", "pickpost").await;
    visitor.get("/en/checkout/point/suggest?q=wint").await;
    let texts: Vec<String> = serde_json::from_str(&visitor.body).expect("a list");
    assert_eq!(texts[0], "Winterthur");
    visitor.get("/en/checkout/point/map.json?kind=pickpost&saturday=1").await;
    let spots: Value = serde_json::from_str(&visitor.body).expect("JSON");
    let ids = spots["ids"].as_array().expect("ids").len();
    visitor.get("/en/checkout/point?q=Bern&kind=pickpost&saturday=1").await;
    assert!(visitor.texts(".told")[0].contains(&format!("{ids} in all")), "{ids}");
    for cell in ["/map/names/35/23.json", "/map/stops/35/23.json"] {
        visitor.get(cell).await;
        let labels: Value = serde_json::from_str(&visitor.body).expect("JSON");
        assert!(labels.as_array().is_some_and(|labels| labels.len() > 5), "{cell}");
    }
    for cell in ["/map/names/999999/0.json", "/map/names/-1/x.json", "/map/stops/35/23"] {
        visitor.get(cell).await;
        assert!([200, 404].contains(&visitor.status), "{cell}: {}", visitor.status);
    }
    visitor.get("/en/checkout/point/card?id=SIM-B-0001").await;
    assert!(visitor.status == 200 && visitor.body.contains("name=\"choice\""));
    visitor.get("/en/checkout/point/card?id=nobody").await;
    assert_eq!(visitor.status, 404);
}

#[actix_web::test]
async fn a_token_chooses_once_and_a_second_click_goes_on() {
    let shop = Shop::open().await;
    let mut visitor = at_the_list(&shop, "en", "pickpost").await;
    let (action, fields) = visitor.filled("choice", &[]);
    let csrf = fields.iter().find(|(name, _)| name == "csrf").expect("a token").1.clone();
    let tokens: Vec<String> = {
        let page = visitor.page();
        let wanted = selector("button[name=choice]");
        page.select(&wanted).filter_map(|button| button.attr("value").map(ToOwned::to_owned)).collect()
    };
    for _ in 0..2 {
        visitor.post(&action, &[("csrf", &csrf), ("choice", &tokens[0])]).await;
        assert_eq!(visitor.path(), "/en/checkout/collector", "a double click is one choice");
    }
    // Another tab still shows the old list.
    visitor.post(&action, &[("csrf", &csrf), ("choice", &tokens[1])]).await;
    assert_eq!(visitor.status, 422);
    assert!(visitor.body.contains("no longer current"), "{}", visitor.body);
    // The same page carries fresh tokens.
    let fresh = first_choice(&visitor);
    visitor.submit("choice", &[("choice", &fresh)]).await;
    assert_eq!(visitor.path(), "/en/checkout/collector");
}

#[actix_web::test]
async fn a_parcel_that_is_too_large_cannot_go_to_a_locker_not_even_by_a_sealed_token() {
    let (shop, seal) = Shop::open_with_known_key(&[]).await;
    let mut visitor = at_the_list(&shop, "en", "pickpost").await;
    let mut owner = shop.owner().await;
    let (basket, version): (uuid::Uuid, i32) = sqlx::query_as("select basket_id, version from checkout")
        .fetch_one(&mut owner)
        .await
        .expect("a checkout");
    // Skis fit the counter lying down; no locker takes them.
    sqlx::query(
        "update product set length_mm = 900, width_mm = 300, height_mm = 200 where slug = 'mountain-cheese'",
    )
    .execute(&mut owner)
    .await
    .expect("a large cheese");
    shop.says("/en/products/mountain-cheese", "90 × 30 × 20 cm").await;
    let now = pickpost_shop::clock::Clock::System.now();
    let locker = choice::issue(&seal, &Choice { point: "SIM-T-0001".into(), version }, basket, now);
    visitor.submit("choice", &[("choice", &locker)]).await;
    assert_eq!(visitor.status, 422);
    assert!(
        visitor.body.contains("is 90 cm") || visitor.body.contains("90 cm"),
        "{:?}",
        visitor.texts(".problems")
    );
    visitor.get("/en/checkout/point?kind=both&q=Bern&fits=1").await;
    assert!(
        visitor.texts(".point-kind").iter().all(|kind| kind == "PickPost"),
        "what does not fit is left out"
    );
    visitor.get("/en/checkout/point?kind=my_post_24&q=Bern").await;
    assert!(
        visitor.texts(".points .reason")[0].contains("90 cm"),
        "and shown with its reason where it is not"
    );
    assert!(visitor.attribute(".points button[name=choice]", "value").is_none());
}

#[actix_web::test]
async fn a_basket_that_grew_leads_back_and_says_why() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "my_post_24", Until::Payment).await;
    put(&mut visitor, "en", "davos-sledge", "1").await;
    visitor.get("/en/checkout/review").await;
    assert_eq!(visitor.path(), "/en/checkout/delivery");
    assert!(visitor.body.contains("110 cm") && visitor.body.contains("61 cm"), "{}", visitor.body);
}

#[actix_web::test]
async fn the_last_point_is_remembered_with_consent_and_checked_again() {
    let shop = Shop::open().await;
    let mut visitor = at_the_list(&shop, "en", "pickpost").await;
    let name = visitor.texts(".points .point:not(.is-refused) h2")[0].clone();
    // No tick, no memory; and a tick that is taken away again takes the memory with it.
    let (action, fields) = visitor.filled("choice", &[]);
    let csrf = fields.iter().find(|(name, _)| name == "csrf").expect("a token").1.clone();
    let token = first_choice(&visitor);
    visitor.submit("choice", &[("choice", &token), ("remember", "1")]).await;
    visitor.submit("notify", &[("notify", "email")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    visitor.post(&action, &[("csrf", &csrf), ("choice", &token)]).await;
    assert!(!visitor.cookies["last-point"].is_empty(), "a form that does not ask changes nothing");
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    assert!(visitor.attribute("input[name=remember][checked]", "name").is_some());
    assert_eq!(visitor.texts(".last-point h2"), std::slice::from_ref(&name), "offered, not chosen");
    assert!(visitor.texts(".point.is-chosen").is_empty());
    visitor.get("/en/checkout/collector").await;
    assert_eq!(visitor.path(), "/en/checkout/point");
    // It has closed meanwhile: shown with the reason, not to be chosen.
    let mut owner = shop.owner().await;
    let id = order["point"]["id"].as_str().expect("an id").to_owned();
    let closure = r#"{"from": "2020-01-01", "until": "2099-12-31"}"#;
    sqlx::query(
        "update pickup_point set record = record || jsonb_build_object('closed', $2::jsonb) where id = $1",
    )
    .bind(&id)
    .bind(closure)
    .execute(&mut owner)
    .await
    .expect("closed");
    sqlx::query("update points_state set version = version + 1").execute(&mut owner).await.expect("told");
    let shop_again = Shop::open_on(&shop.database).await;
    let mut same = shop_again.visitor();
    same.cookies.extend(visitor.cookies.clone());
    same.get("/en/checkout/point").await;
    assert!(same.texts(".last-point .reason")[0].starts_with("Closed until"), "{}", same.body);
    assert!(same.attribute(".last-point button[name=choice]", "value").is_none());
    let forget = same.filled("csrf", &[]).1;
    let csrf = forget.iter().find(|(name, _)| name == "csrf").expect("a token").1.clone();
    same.post("/en/checkout/point/forget", &[("csrf", &csrf)]).await;
    same.cookies.remove("last-point");
    same.get("/en/checkout/point").await;
    assert!(same.texts(".last-point").is_empty());
    // Whoever takes the tick away is forgotten with the next choice.
    visitor.get("/en/checkout/point").await;
    let (action, mut fields) = visitor.filled("asked", &[("choice", &first_choice(&visitor))]);
    fields.retain(|(name, _)| name != "remember");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    visitor.post(&action, &fields).await;
    assert_eq!((visitor.path(), visitor.cookies["last-point"].as_str()), ("/en/checkout/collector", ""));
    // A cookie that was changed is no cookie of ours.
    same.cookies.insert("last-point".into(), "x.SIM-B-0001".into());
    same.get("/en/checkout/point").await;
    assert!(same.status == 200 && same.texts(".last-point").is_empty());
}

#[actix_web::test]
async fn who_signs_in_in_the_middle_keeps_the_choice() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Payment).await;
    visitor.get("/merchant/sign-in").await;
    let (email, password) = crate::support::shop::MERCHANT;
    visitor.submit("password", &[("email", email), ("password", password)]).await;
    visitor.get("/en/checkout").await;
    assert_eq!(visitor.path(), "/en/checkout/payment");
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert!(shop.json(&number(&visitor)).await["point"]["id"].is_string());
}

#[actix_web::test]
async fn nobody_is_remembered_without_consent() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Collector).await;
    assert!(!visitor.cookies.keys().any(|name| name.contains("last-point")), "{:?}", visitor.cookies);
}

#[actix_web::test]
async fn posts_own_map_gives_an_id_that_is_looked_up_before_it_counts() {
    let key = [("POST_MAP_KEY", "a-merchants-key")];
    let shop = Shop::open_with(&key).await;
    let mut visitor = at_the_list(&shop, "en", "pickpost").await;
    assert!(visitor.body.contains("/en/checkout/point/post"), "the list leads there");
    visitor.get("/en/checkout/point/post").await;
    let frame = visitor.attribute("iframe", "src").expect("a frame");
    assert!(
        frame.starts_with(&shop.sandbox)
            && frame.contains("key=a-merchants-key")
            && frame.contains("lang=en")
    );
    let policy = visitor.headers["content-security-policy"].to_str().expect("a policy").to_owned();
    assert!(policy.contains(&format!("frame-src {};", shop.sandbox)), "{policy}");
    visitor.submit("id", &[("id", "SIM-B-0001")]).await;
    assert!(visitor.texts(".last-point h2")[0].starts_with("Filiale"), "our own data describe it");
    let token = first_choice(&visitor);
    visitor.submit("choice", &[("choice", &token)]).await;
    assert_eq!(visitor.path(), "/en/checkout/collector");
    for id in ["", "SIM-X-9999", "<script>", "001PFST_1", &"9".repeat(5000)] {
        visitor.get("/en/checkout/point/post").await;
        visitor.submit("id", &[("id", id)]).await;
        assert_eq!(visitor.status, 422, "{id}");
        assert!(visitor.body.contains("takes no parcels for PickPost"));
    }
    let located = visitor.headers["permissions-policy"].to_str().expect("permissions");
    assert!(located.contains(&format!("geolocation=(self \"{}\")", shop.sandbox)), "{located}");
    // Elsewhere the policy stays shut.
    visitor.get("/en/checkout/point").await;
    assert!(!visitor.headers["content-security-policy"].to_str().expect("a policy").contains("frame-src"));
}

#[actix_web::test]
async fn without_a_key_there_is_no_map_of_post_and_without_a_server_no_foreign_tile() {
    let shop = Shop::open().await;
    let mut visitor = at_the_list(&shop, "en", "pickpost").await;
    let policy = visitor.headers["content-security-policy"].to_str().expect("a policy").to_owned();
    assert!(policy.contains("img-src 'self';") && !policy.contains("http"), "{policy}");
    assert!(!visitor.body.contains("point/post"));
    visitor.get("/en/checkout/point/post").await;
    assert_eq!(visitor.status, 404);
    let tiles =
        [("MAP_TILES_URL", "https://tiles.example.ch/{z}/{x}/{y}.png"), ("MAP_TILES_CREDIT", "Example")];
    let shop = Shop::open_with(&tiles).await;
    let mut visitor = at_the_list(&shop, "en", "pickpost").await;
    let policy = visitor.headers["content-security-policy"].to_str().expect("a policy").to_owned();
    assert!(policy.contains("img-src 'self' https://tiles.example.ch data:;"), "{policy}");
    visitor.get("/en/basket").await;
    let policy = visitor.headers["content-security-policy"].to_str().expect("a policy").to_owned();
    assert!(policy.contains("img-src 'self';"), "not beside it: {policy}");
}

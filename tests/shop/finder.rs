//! The location search wherever it stands: below an order's page and behind the counter everything that it asks for is answered as in
//! the checkout, to whoever may see the order, and to nobody else.

use chrono::{TimeZone, Utc};
use futures_util::future::join_all;
use pickpost_shop::clock::Clock;
use serde_json::Value;

use crate::support::shop::Shop;
use crate::support::visitor::{Visitor, selector};
use crate::support::walk::{Until, number, walk};

const STILL: [(&str, &str); 1] = [("SHOP_HOLD_MINUTES", "60")];

/// Orders to a point, and gives the order's number and the path of its page.
async fn order(shop: &Shop) -> (String, String) {
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    (number(&visitor), visitor.path().to_owned())
}

/// All addresses that the page of a search prints below its own, whoever asks for them: links, forms, scripts.
fn printed(visitor: &Visitor, page: &str) -> Vec<String> {
    let html = visitor.page();
    let mut found = Vec::new();
    for attribute in ["href", "action", "data-suggest", "data-points", "data-card"] {
        let having = selector(&format!("main [{attribute}]"));
        let addresses = html.select(&having).filter_map(|element| element.attr(attribute));
        found.extend(addresses.filter(|address| address.starts_with(page)).map(ToOwned::to_owned));
    }
    found.sort();
    found.dedup();
    found
}

/// What the search of a page asks for beside it, to be asked for in the ways of its scripts.
const BESIDE: [&str; 3] = ["/suggest?q=wint", "/card?id=SIM-B-0001", "/map.json?kind=pickpost"];

#[actix_web::test]
async fn whatever_a_page_of_the_search_prints_below_its_address_is_answered() {
    let shop = Shop::open_with(&STILL).await;
    let (number, page) = order(&shop).await;
    let mut checkout = shop.visitor();
    walk(&mut checkout, "en", "pickpost", Until::Point).await;
    for (mut visitor, page) in [
        (checkout, "/en/checkout/point".to_owned()),
        (shop.visitor(), format!("{page}/point")),
        (shop.clerk().await, format!("/merchant/orders/{number}/point")),
    ] {
        visitor.get(&page).await;
        let addresses = printed(&visitor, &page);
        for beside in ["/suggest", "/card", "/map.json", "/near"] {
            assert!(
                addresses.iter().any(|address| address.starts_with(&format!("{page}{beside}"))),
                "{page}"
            );
        }
        for address in addresses {
            if address.contains("/near") {
                continue;
            }
            let whole = if address.ends_with("/card") { format!("{address}?id=SIM-B-0001") } else { address };
            visitor.get(&whole).await;
            assert_eq!(visitor.status, 200, "{whole}: {}", visitor.body);
        }
        visitor.get(&page).await;
        visitor.submit("lat", &[("lat", "46.20"), ("lon", "6.15")]).await;
        assert_eq!((visitor.status, visitor.path()), (200, &*page), "{}", visitor.body);
        assert!(!visitor.url.contains("46.2"), "where somebody is stands in no address: {}", visitor.url);
        assert!(visitor.texts(".told")[0].contains("Genève"), "{:?}", visitor.texts(".told"));
    }
}

#[actix_web::test]
async fn an_orders_page_completes_what_is_typed_shows_all_points_and_its_card_chooses() {
    let shop = Shop::open_with(&STILL).await;
    let (number, order) = order(&shop).await;
    let page = format!("{order}/point");
    for (mut visitor, page, leads) in [
        (shop.visitor(), page, order),
        (
            shop.clerk().await,
            format!("/merchant/orders/{number}/point"),
            format!("/merchant/orders/{number}"),
        ),
    ] {
        visitor.get(&format!("{page}/suggest?q=wint")).await;
        let texts: Vec<String> = serde_json::from_str(&visitor.body).expect("a list");
        assert_eq!(texts[0], "Winterthur");
        visitor.get(&format!("{page}/map.json?kind=my_post_24&saturday=1")).await;
        let spots: Value = serde_json::from_str(&visitor.body).expect("JSON");
        let ids = spots["ids"].as_array().expect("ids").clone();
        visitor.get(&format!("{page}?q=Bern&kind=my_post_24&saturday=1")).await;
        let told = visitor.texts(".told").remove(0);
        assert!(told.contains(&format!("{} in all", ids.len())), "{told}");
        assert!(visitor.attribute("script[type=module][src*=point]", "src").is_some(), "it can be scripted");
        assert!(visitor.attribute(".map-side", "data-map").is_some());
        let now = shop.json(&number).await["point"]["id"].clone();
        let other = ids.iter().find(|id| **id != now).expect("another").as_str().expect("an id");
        visitor.get(&format!("{page}/card?id={other}")).await;
        let name = visitor.texts("h2").remove(0);
        let token = visitor.attribute("button[name=choice]", "value").expect("a button");
        visitor.submit("choice", &[("choice", &token)]).await;
        assert_eq!((visitor.status, visitor.path()), (200, &*leads), "{}", visitor.body);
        assert_eq!(shop.json(&number).await["point"]["name"], name.as_str(), "the card has chosen");
        visitor.get(&format!("{page}/card?id=nobody")).await;
        assert_eq!(visitor.status, 404);
    }
}

#[actix_web::test]
async fn whoever_may_not_see_the_order_gets_nothing_of_its_search() {
    let noon = Utc.with_ymd_and_hms(2026, 11, 24, 11, 0, 0).single().expect("a moment");
    let clock = Clock::fixed(noon);
    let shop = Shop::open_at(clock.clone(), &STILL).await;
    let (number, page) = order(&shop).await;
    let guessed = format!("{}x", &page[..page.len() - 1]);
    let mut stranger = shop.visitor();
    stranger.get(&format!("{page}/point")).await;
    let (near, fields) = stranger.filled("lat", &[("lat", "46.20"), ("lon", "6.15")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    for beside in BESIDE {
        stranger.get(&format!("{guessed}/point{beside}")).await;
        assert_eq!(stranger.status, 404, "{beside}");
        stranger.get(&format!("/merchant/orders/{number}/point{beside}")).await;
        assert_eq!(stranger.path(), "/merchant/sign-in", "{beside}");
    }
    stranger.post(&near.replace(&page, &guessed), &fields).await;
    assert_eq!(stranger.status, 404);
    // A link alone says for thirty days whose the order is.
    clock.advance(31 * 24 * 60 * 60);
    let proof = |visitor: &Visitor| visitor.attribute("#proof", "name").is_some();
    for beside in BESIDE {
        stranger.get(&format!("{page}/point{beside}")).await;
        assert!(stranger.path() == page && proof(&stranger), "{beside}: {}", stranger.body);
    }
    stranger.post(&near, &fields).await;
    assert!(stranger.path() == page && proof(&stranger), "{}", stranger.body);
}

#[actix_web::test]
async fn where_no_other_point_can_be_chosen_the_page_says_why_and_its_search_leads_there() {
    let shop = Shop::open_with(&STILL).await;
    let (number, page) = order(&shop).await;
    let mut visitor = shop.visitor();
    visitor.get(&page).await;
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/password").await;
    let csrf = clerk.attribute("input[name=csrf]", "value").expect("a token");
    clerk.post(&format!("/merchant/orders/{number}/cancel"), &[("csrf", &csrf)]).await;
    for (visitor, page) in
        [(&mut visitor, format!("{page}/point")), (&mut clerk, format!("/merchant/orders/{number}/point"))]
    {
        for beside in &BESIDE[1..] {
            visitor.get(&format!("{page}{beside}")).await;
            assert_eq!((visitor.status, visitor.path()), (409, &*page), "{beside}: {}", visitor.body);
            assert!(visitor.texts(".map-side").is_empty(), "no map without a choice");
        }
    }
}

#[actix_web::test]
async fn searches_are_counted_together_on_whichever_page() {
    let (clock, shop) = {
        let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 24, 11, 0, 0).single().expect("a moment"));
        (clock.clone(), Shop::open_at(clock, &[("SHOP_LIMITS", "on")]).await)
    };
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let page = visitor.path().to_owned();
    clock.advance(60);
    let cookie: Vec<String> = visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let client = reqwest::Client::new();
    let ask = async |at: usize| {
        let beside = [BESIDE[0], BESIDE[1], BESIDE[2], ""][at % 4];
        let request = client.get(format!("{}{page}/point{beside}", shop.url));
        request.header("cookie", cookie.join("; ")).send().await.expect("an answer").status().as_u16()
    };
    let answers = join_all((0..100).map(ask)).await;
    // The clock stands: nothing is given back meanwhile.
    let taken = answers.iter().filter(|status| **status == 200).count();
    let refused = answers.iter().filter(|status| **status == 429).count();
    assert_eq!((taken, refused), (60, 40), "{answers:?}");
}

#[actix_web::test]
async fn the_policy_of_a_page_with_a_map_opens_for_its_tiles_and_for_no_page_beside_it() {
    let tiles =
        [("MAP_TILES_URL", "https://tiles.example.ch/{z}/{x}/{y}.png"), ("MAP_TILES_CREDIT", "Example")];
    let shop = Shop::open_with(&[STILL[0], tiles[0], tiles[1]]).await;
    let (number, page) = order(&shop).await;
    let opened = |visitor: &Visitor| {
        let policy = visitor.headers["content-security-policy"].to_str().expect("a policy");
        policy.contains("img-src 'self' https://tiles.example.ch data:;")
    };
    for (mut visitor, page) in
        [(shop.visitor(), page), (shop.clerk().await, format!("/merchant/orders/{number}"))]
    {
        visitor.get(&format!("{page}/point")).await;
        assert!(opened(&visitor), "{page}");
        visitor.submit("choice", &[("choice", "nonsense")]).await;
        assert!(visitor.status == 422 && opened(&visitor), "{page}: {}", visitor.status);
        visitor.get(&page).await;
        assert!(!opened(&visitor), "{page}");
    }
}

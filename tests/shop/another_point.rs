//! Another point after the order: chosen by whoever has the order's link or by a merchant, once however often it is clicked, with a
//! User ID of its own; and what comes of a point that closes before the parcel goes out.

use futures_util::future::join_all;
use pickpost_shop::clock::Clock;
use serde_json::Value;
use sqlx::Executor;

use crate::support::patience;
use crate::support::shop::Shop;
use crate::support::visitor::{Visitor, selector};
use crate::support::walk::{Until, number, put, walk};

/// Nothing goes to Post by itself, and the points are as the test leaves them.
const STILL: [(&str, &str); 3] =
    [("SHOP_HOLD_MINUTES", "60"), ("POST_LOCATIONS_LOOK", "0"), ("POST_LOCATIONS_EVERY", "off")];

/// Orders, and gives the order's number and the path of its page.
async fn order(shop: &Shop, lang: &str, delivery: &str) -> (String, String) {
    let mut visitor = shop.visitor();
    walk(&mut visitor, lang, delivery, Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    (number(&visitor), visitor.path().to_owned())
}

/// Whoever has the link, on another device.
async fn with_the_link(shop: &Shop, page: &str) -> Visitor {
    let mut visitor = shop.visitor();
    visitor.get(&format!("{page}/point")).await;
    visitor
}

/// The points of a list that can be chosen: name and token.
fn choices(visitor: &Visitor) -> Vec<(String, String)> {
    let page = visitor.page();
    let (entry, name, button) = (selector(".points .point"), selector("h2"), selector("button[name=choice]"));
    let of = |entry: scraper::ElementRef<'_>| {
        let token = entry.select(&button).next()?.attr("value")?.to_owned();
        let name: String = entry.select(&name).next()?.text().collect();
        Some((name.trim().to_owned(), token))
    };
    page.select(&entry).filter_map(of).collect()
}

/// A point of the list where the order does not go yet: name and token.
fn another(visitor: &Visitor) -> (String, String) {
    let mut others = choices(visitor);
    let now = visitor.attribute(".points .is-chosen button[name=choice]", "value");
    others.retain(|(_, token)| Some(token) != now.as_ref());
    others.into_iter().next().unwrap_or_else(|| panic!("no other point: {}", visitor.body))
}

async fn count(shop: &Shop, question: &'static str) -> i64 {
    sqlx::query_scalar(question).fetch_one(&mut shop.owner().await).await.expect("a number")
}

/// How often Post was asked for a User ID by this shop; the simulator's journal tells only of its newest requests.
async fn calls(shop: &Shop) -> i64 {
    count(shop, "select count(*) from mandate_call").await
}

async fn at_the_counter(shop: &Shop, path: &str, fields: &[(&str, &str)]) -> Visitor {
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/password").await;
    let token = clerk.attribute("input[name=csrf]", "value").expect("a token");
    let fields: Vec<(&str, &str)> = [("csrf", &*token)].into_iter().chain(fields.iter().copied()).collect();
    clerk.post(path, &fields).await;
    clerk
}

pub async fn step(shop: &Shop, number: &str, step: &str) {
    at_the_counter(shop, &format!("/merchant/orders/{number}/steps"), &[("step", step)]).await;
}

fn entries<'a>(json: &'a Value, what: &str) -> Vec<&'a Value> {
    let history = json["history"].as_array().expect("a history");
    history.iter().filter(|entry| entry["what"] == what).collect()
}

/// Lets something happen to a parcel, and has the shop ask about it now.
async fn happens(shop: &Shop, ident_code: &str, events: &[&str]) {
    for event in events {
        let url = format!("{}/console/parcels/{ident_code}/events", shop.sandbox);
        let form = reqwest::Client::new().post(url).form(&[("event", event)]);
        form.send().await.expect("the console");
    }
    shop.asks_about_parcels().await;
}

async fn due(shop: &Shop, kind: &str) {
    sqlx::query("update job_schedule set due_at = now() - interval '1 second' where kind = $1")
        .bind(kind)
        .execute(&mut shop.owner().await)
        .await
        .expect("due");
}

/// Does something to the point that the one order goes to now.
async fn at_its_point(shop: &Shop, change: &'static str) {
    let changed = format!(
        "update pickup_point set {change} where id = (select point_id from delivery order by version desc limit 1)"
    );
    let changed = shop.owner().await.execute(sqlx::AssertSqlSafe(changed)).await.expect("changed");
    assert_eq!(changed.rows_affected(), 1);
    shop.shows_changed_points().await;
}

const CLOSES: &str = "record = record || jsonb_build_object('closed', jsonb_build_object(
    'from', (current_date + 1)::text, 'until', (current_date + 60)::text))";

#[actix_web::test]
async fn whoever_has_the_link_sends_the_parcel_to_another_point_and_bill_and_price_stay() {
    let shop = Shop::open().await;
    for (lang, choose, before) in [
        ("de", "Andere Abholstelle wählen", "Vorher gewählt: "),
        ("fr", "Choisir un autre point de retrait", "Choisi auparavant\u{a0}: "),
        ("it", "Scegli un altro punto di ritiro", "Scelto in precedenza: "),
        ("en", "Choose another pick-up point", "Chosen before: "),
    ] {
        let (number, page) = order(&shop, lang, "pickpost").await;
        let first = shop.until(&number, |json| json["shipment_state"] == "sent").await;
        let was = calls(&shop).await;
        let mut visitor = shop.visitor();
        visitor.get(&page).await;
        assert!(visitor.texts("a").iter().any(|link| link == choose), "{}", visitor.body);
        visitor.get(&format!("{page}/point")).await;
        let old = first["point"]["name"].as_str().expect("a name");
        assert!(visitor.texts(".lead")[0].contains(old), "it says where it goes now: {}", visitor.body);
        // A terminal, elsewhere: the same search as in the checkout.
        visitor.get(&format!("{page}/point?q=Bern&kind=my_post_24")).await;
        let (name, token) = choices(&visitor).remove(0);
        visitor.submit("choice", &[("choice", &token)]).await;
        assert_eq!((visitor.status, visitor.path()), (200, &*page), "{}", visitor.body);
        assert!(visitor.texts(".lines").iter().any(|lines| lines.contains(&name)), "{}", visitor.body);
        assert!(visitor.body.contains(&format!("{before}{old}")), "{}", visitor.body);
        let json = shop.until(&number, |json| json["shipment_state"] == "sent").await;
        assert_eq!((&json["delivery"]["kind"], &json["state"]), (&"my_post_24".into(), &"to_pack".into()));
        assert_eq!(json["point"]["name"], name.as_str());
        assert_eq!(calls(&shop).await, was + 1, "the User ID belongs to one mandate");
        for same in ["billing", "totals", "payment_state", "collector", "number", "email"] {
            assert_eq!(json[same], first[same], "{same}");
        }
        assert_ne!(json["ident_code"], first["ident_code"]);
        let changed = entries(&json, "point_changed");
        assert_eq!((changed.len(), &changed[0]["who"]), (1, &"shopper".into()));
        let detail = changed[0]["detail"].as_str().expect("both points");
        assert!(detail.starts_with(old) && detail.contains(&format!("→ {name}")), "{detail}");
        assert_eq!(entries(&json, "asked_post").len(), 2, "both calls stand in the history: {json}");
        assert!(
            json["label_lines"]
                .as_array()
                .expect("lines")
                .iter()
                .any(|line| { line.as_str().unwrap_or_default().starts_with("My Post 24 ") })
        );
        // The one before gets no label any more, and its label is void.
        let mut clerk = shop.clerk().await;
        clerk.get(&format!("/merchant/orders/{number}")).await;
        assert!(clerk.texts(".journey li").iter().any(|entry| entry.contains(old) && entry.contains(&name)));
        let void = count(&shop, "select count(*) from withdrawn_parcel where why = 'redirected'").await;
        let labels = count(&shop, "select count(*) from official_label").await;
        assert_eq!(labels, void * 2, "one that is void and one that holds for each order");
    }
}

#[actix_web::test]
async fn a_choice_that_is_none_changes_nothing_and_asks_post_nothing() {
    let shop = Shop::open_with(&STILL).await;
    let (number, page) = order(&shop, "en", "pickpost").await;
    let (_, others) = order(&shop, "en", "pickpost").await;
    shop.told().await;
    let (json, was) = (shop.json(&number).await, calls(&shop).await);
    let mut stranger = with_the_link(&shop, &others).await;
    let foreign = choices(&stranger).pop().expect("a point").1;
    let mut visitor = with_the_link(&shop, &page).await;
    visitor.get(&format!("{page}/point?q=Bern&kind=pickpost&saturday=1")).await;
    let names = visitor.texts(".points h2");
    let token = choices(&visitor).pop().expect("a point").1;
    let broken = format!("{}x", &token[..token.len() - 1]);
    for (choice, words) in [
        ("", "Choose a point from the list"),
        ("forged", "does not belong to your order"),
        (&foreign, "does not belong to your order"),
        (&broken, "does not belong to your order"),
    ] {
        visitor.submit("choice", &[("choice", choice)]).await;
        assert_eq!(visitor.status, 422, "{choice}");
        let problem = visitor.texts(".problems").join(" ");
        assert!(problem.contains(words), "{problem}");
        assert_eq!(visitor.texts(".points h2"), names, "the list it was made from");
        assert_eq!(visitor.attribute("#q", "value").as_deref(), Some("Bern"));
    }
    // A name and a street from outside are read by nobody.
    visitor.submit("choice", &[("choice", ""), ("name", "Bei mir"), ("street", "Daheim")]).await;
    assert_eq!(visitor.status, 422);
    stranger.get(&format!("{}x/point", &page[..page.len() - 1])).await;
    assert_eq!(stranger.status, 404, "a link that was guessed");
    stranger.post(&format!("{page}/point"), &[("choice", &token)]).await;
    assert_eq!(stranger.status, 403, "a form of no page of ours");
    let after = shop.json(&number).await;
    assert_eq!((&after["point"], &after["history"]), (&json["point"], &json["history"]));
    assert_eq!(calls(&shop).await, was);
    // A pair of skis goes into no terminal: said with the reason, and not to be chosen.
    let mut skis = shop.visitor();
    put(&mut skis, "en", "ski-set", "1").await;
    walk(&mut skis, "en", "pickpost", Until::Review).await;
    skis.submit("idempotency_key", &[("place", "1")]).await;
    let page = skis.path().to_owned();
    skis.get(&format!("{page}/point?q=Bern&kind=my_post_24")).await;
    assert!(choices(&skis).is_empty(), "{}", skis.body);
    assert!(!skis.texts(".points .reason").is_empty());
}

#[actix_web::test]
async fn what_is_on_its_way_or_goes_to_an_address_or_is_held_by_us_goes_nowhere_else() {
    let shop = Shop::open().await;
    for (lang, late, ours) in [
        ("de", "Dafür ist es zu spät", "Wir klären gerade"),
        ("fr", "Il est trop tard", "Nous sommes en train de voir"),
    ] {
        let (number, page) = order(&shop, lang, "pickpost").await;
        let json = shop.until(&number, |json| json["shipment_state"] == "sent").await;
        let mut visitor = with_the_link(&shop, &page).await;
        let (_, token) = another(&visitor);
        let (action, fields) = visitor.filled("choice", &[("choice", &token)]);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        step(&shop, &number, "held").await;
        shop.stands(&number, "held").await;
        for _ in ["show", "submit"] {
            assert!(visitor.get(&format!("{page}/point")).await.texts(".lead")[0].starts_with(ours));
            assert_eq!(visitor.status, 409);
            visitor.post(&action, &fields).await;
            assert_eq!((visitor.status, visitor.texts("h1").len()), (409, 1), "{}", visitor.body);
        }
        step(&shop, &number, "released").await;
        step(&shop, &number, "handed_over").await;
        shop.stands(&number, "handed_over").await;
        visitor.get(&format!("{page}/point")).await;
        assert!(visitor.status == 409 && visitor.texts(".lead")[0].starts_with(late), "{}", visitor.body);
        visitor.post(&action, &fields).await;
        assert_eq!(visitor.status, 409);
        assert_eq!(visitor.attribute(".actions a", "href").as_deref(), Some(&*page), "the way back");
        visitor.get(&page).await;
        assert!(visitor.attribute(&format!("a[href='{page}/point']"), "href").is_none());
        let at_counter =
            at_the_counter(&shop, &format!("/merchant/orders/{number}/point"), &[("choice", "x")]).await;
        assert_eq!(at_counter.status, 409);
        assert_eq!(shop.json(&number).await["point"], json["point"]);
        let (number, page) = order(&shop, lang, "home").await;
        visitor.get(&format!("{page}/point")).await;
        assert_eq!(visitor.status, 409, "it goes to an address");
        let mut clerk = shop.clerk().await;
        clerk.get(&format!("/merchant/orders/{number}/point")).await;
        assert_eq!(clerk.status, 409);
        clerk.get(&format!("/merchant/orders/{number}/person")).await;
        assert_eq!(clerk.status, 409);
    }
}

#[actix_web::test]
async fn fifty_clicks_at_once_are_one_choice_and_fifty_choices_have_one_outcome() {
    let shop = Shop::open_with(&STILL).await;
    let (number, page) = order(&shop, "de", "pickpost").await;
    for same in [true, false] {
        let (json, was) = (shop.json(&number).await, calls(&shop).await);
        let visitor = with_the_link(&shop, &page).await;
        let mut tokens: Vec<String> = choices(&visitor).into_iter().map(|(_, token)| token).collect();
        let (_, token) = another(&visitor);
        if same {
            tokens = vec![token];
        }
        let csrf = visitor.attribute("#choose input[name=csrf]", "value").expect("a token");
        let click = async |at: usize| {
            let mut tab = shop.visitor();
            tab.cookies.clone_from(&visitor.cookies);
            let choice = &tokens[at % tokens.len()];
            tab.post(&format!("{page}/point"), &[("csrf", &csrf), ("choice", choice)]).await;
            tab.status
        };
        let answers = join_all((0..50).map(click)).await;
        assert!(answers.contains(&200), "{answers:?}");
        assert!(answers.iter().all(|status| [200, 422].contains(status)), "{answers:?}");
        if same {
            assert!(answers.iter().all(|status| *status == 200), "{answers:?}");
        }
        let after = shop.json(&number).await;
        assert_eq!(calls(&shop).await, was + 1, "one question");
        assert_eq!(entries(&after, "point_changed").len(), entries(&json, "point_changed").len() + 1);
        assert_ne!(after["point"], json["point"]);
    }
    let alive = "select count(*) from parcel p where not exists (select from withdrawn_parcel where parcel_id = p.id)";
    assert_eq!(count(&shop, alive).await, 1);
}

#[actix_web::test]
async fn after_five_changes_the_shopper_writes_to_us_and_who_asks_post_without_end_waits() {
    let limits = [("SHOP_LIMITS", "on"), ("SHOP_TRUSTED_PROXIES", "127.0.0.1"), STILL[0]];
    // No time passes, in which buckets would fill again.
    let clock = Clock::fixed(Clock::System.now());
    let shop = Shop::open_at(clock.clone(), &limits).await;
    let (number, page) = order(&shop, "en", "pickpost").await;
    let mut visitor = with_the_link(&shop, &page).await;
    for _ in 0..5 {
        visitor.get(&format!("{page}/point")).await;
        let (_, token) = another(&visitor);
        visitor.submit("choice", &[("choice", &token)]).await;
        assert_eq!((visitor.status, visitor.path()), (200, &*page), "{}", visitor.body);
    }
    let was = calls(&shop).await;
    visitor.get(&format!("{page}/point")).await;
    assert!(visitor.status == 409 && visitor.body.contains("five times"), "{}", visitor.body);
    // A merchant can, however often it takes.
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}/point")).await;
    let (name, token) = another(&clerk);
    clerk.submit("choice", &[("choice", &token)]).await;
    assert_eq!(clerk.path(), format!("/merchant/orders/{number}"), "{}", clerk.body);
    let json = shop.json(&number).await;
    assert_eq!((json["point"]["name"].as_str(), calls(&shop).await), (Some(&*name), was + 1));
    assert_eq!(entries(&json, "point_changed")[5]["who"], "anna@example.ch");
    // One address has asked for forty User IDs: the next choice is for later, and says when.
    let (number, page) = order(&shop, "en", "pickpost").await;
    let json = shop.json(&number).await;
    sqlx::query("update rate_limit set full_at = $1 + interval '119 seconds'")
        .bind(clock.now())
        .execute(&mut shop.owner().await)
        .await
        .expect("spent");
    let mut visitor = with_the_link(&shop, &page).await;
    let (_, token) = another(&visitor);
    visitor.submit("choice", &[("choice", &token)]).await;
    assert_eq!(visitor.status, 429, "{}", visitor.body);
    assert!(visitor.headers.contains_key("retry-after") && !choices(&visitor).is_empty());
    assert_eq!(shop.json(&number).await["point"], json["point"]);
}

#[actix_web::test]
async fn another_point_and_cancel_at_once_have_one_outcome() {
    let shop = Shop::open().await;
    let (number, page) = order(&shop, "fr", "pickpost").await;
    let visitor = with_the_link(&shop, &page).await;
    let (_, token) = another(&visitor);
    let csrf = visitor.attribute("#choose input[name=csrf]", "value").expect("a token");
    let click = async |at: usize| {
        let mut tab = shop.visitor();
        if at.is_multiple_of(2) {
            tab.post(&format!("{page}/point"), &[("csrf", &csrf), ("choice", &token)]).await;
        } else {
            tab.post(&format!("{page}/cancel"), &[("csrf", &csrf)]).await;
        }
        (at.is_multiple_of(2), tab.status)
    };
    for (choice, status) in join_all((0..50).map(click)).await {
        assert!(status == 200 || (choice && status == 409), "{choice} {status}");
    }
    let json = shop.json(&number).await;
    assert_eq!((&json["state"], &json["payment_state"]), (&"cancelled".into(), &"cancelled".into()));
    assert!(entries(&json, "point_changed").len() <= 1 && entries(&json, "cancelled").len() == 1, "{json}");
    let alive = "select count(*) from parcel p where not exists (select from withdrawn_parcel where parcel_id = p.id)";
    assert_eq!(count(&shop, alive).await, 0, "no parcel goes out");
    assert_eq!(count(&shop, "select count(*) from job where kind in ('send_shipment', 'confirm_user_id') and leased_by is null").await, 0);
}

#[actix_web::test]
async fn another_point_against_the_job_that_sends_leaves_one_label_that_holds() {
    let shop = Shop::open().await;
    let mut orders = Vec::new();
    for _ in 0..5 {
        orders.push(order(&shop, "de", "pickpost").await);
    }
    // Ten choose for each, while the parcels' data are on their way.
    let race = async |(_, page): &(String, String)| {
        let visitor = with_the_link(&shop, page).await;
        let (name, token) = another(&visitor);
        let csrf = visitor.attribute("#choose input[name=csrf]", "value").expect("a token");
        let click = async || {
            let mut tab = shop.visitor();
            tab.post(&format!("{page}/point"), &[("csrf", &csrf), ("choice", &token)]).await;
            assert_eq!(tab.status, 200, "{}", tab.body);
        };
        join_all((0..10).map(|_| click())).await;
        name
    };
    let names = join_all(orders.iter().map(race)).await;
    for ((number, _), name) in orders.iter().zip(names) {
        let json = shop.until(number, |json| json["shipment_state"] == "sent").await;
        assert_eq!(json["point"]["name"], name.as_str());
        assert_eq!(json["parcels"].as_array().map(Vec::len), Some(1), "{json}");
        // The simulator's books say the same.
        let books =
            reqwest::get(format!("{}/console/parcels.json", shop.sandbox)).await.expect("the console");
        let books: Value = serde_json::from_str(&books.text().await.expect("text")).expect("JSON");
        let known = books
            .as_array()
            .expect("a list")
            .iter()
            .find(|parcel| parcel["ident_code"] == json["ident_code"]);
        let lines = known.unwrap_or_else(|| panic!("Post does not know {json}"))["recipient"].to_string();
        assert!(lines.contains(json["point"]["street"].as_str().expect("a street")), "{lines}");
    }
    let alive = "select count(*) from official_label l where not exists (select from withdrawn_parcel w where w.parcel_id = l.parcel_id)";
    assert_eq!(count(&shop, alive).await, 5);
}

#[actix_web::test]
async fn a_silent_post_loses_no_choice_and_the_page_says_that_it_is_to_be_confirmed() {
    let shop = Shop::open_with(&STILL[1..]).await;
    let (number, page) = order(&shop, "de", "my_post_24").await;
    shop.fault("500").await;
    let mut visitor = with_the_link(&shop, &page).await;
    let (name, token) = another(&visitor);
    visitor.submit("choice", &[("choice", &token)]).await;
    assert_eq!((visitor.status, visitor.path()), (200, &*page));
    assert!(visitor.body.contains("Wir fragen automatisch wieder"), "{}", visitor.body);
    let json = shop.json(&number).await;
    assert_eq!((&json["state"], &json["user_id_state"]), (&"to_confirm".into(), &"to_confirm".into()));
    assert!(json["ident_code"].is_null(), "no label without a User ID: {json}");
    shop.has_asked_by_itself().await;
    shop.fault("none").await;
    at_the_counter(&shop, &format!("/merchant/orders/{number}"), &[("ask", "1")]).await;
    let json = shop.until(&number, |json| json["shipment_state"] == "sent").await;
    assert_eq!((json["point"]["name"].as_str(), &json["state"]), (Some(&*name), &"to_pack".into()));
}

#[actix_web::test]
async fn what_came_back_a_merchant_sends_to_another_point_or_home() {
    let shop = Shop::open().await;
    let (number, page) = order(&shop, "de", "pickpost").await;
    let first = shop.until(&number, |json| json["shipment_state"] == "sent").await;
    let ident = |json: &Value| json["ident_code"].as_str().expect("a number").to_owned();
    happens(&shop, &ident(&first), &["handed_over", "sorted", "arrived", "ready", "returned"]).await;
    shop.stands(&number, "returned").await;
    let mut visitor = with_the_link(&shop, &page).await;
    assert_eq!(visitor.status, 409, "what happens next the merchant decides");
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    let link = format!("/merchant/orders/{number}/point");
    assert!(clerk.attribute(&format!(".life a[href='{link}']"), "href").is_some(), "{}", clerk.body);
    clerk.get(&link).await;
    clerk.submit("home", &[("home", "1")]).await;
    assert_eq!(clerk.path(), format!("/merchant/orders/{number}"));
    let json = shop.until(&number, |json| json["shipment_state"] == "sent").await;
    assert_eq!((&json["delivery"]["kind"], &json["state"]), (&"home".into(), &"to_pack".into()));
    assert_eq!((&json["delivery"]["address"], &json["totals"]), (&json["billing"], &first["totals"]));
    let detail = entries(&json, "point_changed")[0]["detail"].as_str().expect("both").to_owned();
    assert!(detail.ends_with("→ address"), "an address is in no history: {detail}");
    visitor.get(&page).await;
    assert!(visitor.body.contains("Vorher gewählt"), "{}", visitor.body);
    // And from home to a point, once it came back again: whoever it was brought to collects it.
    happens(&shop, &ident(&json), &["handed_over", "sorted", "returned"]).await;
    shop.stands(&number, "returned").await;
    clerk.get(&link).await;
    let (name, token) = choices(&clerk).remove(0);
    clerk.submit("choice", &[("choice", &token)]).await;
    let json = shop.until(&number, |json| json["shipment_state"] == "sent").await;
    assert_eq!(json["point"]["name"], name.as_str());
    assert_eq!(json["collector"]["email"], "hans.muster@example.ch");
    assert_eq!(json["collector"]["home"]["last_name"], "Muster");
}

#[actix_web::test]
async fn a_merchant_corrects_who_collects_and_post_is_asked_about_that_person() {
    let shop = Shop::open().await;
    let (number, page) = order(&shop, "fr", "pickpost").await;
    let first = shop.until(&number, |json| json["shipment_state"] == "sent").await;
    let was = calls(&shop).await;
    let path = format!("/merchant/orders/{number}/person");
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    assert!(clerk.attribute(&format!(".life a[href='{path}']"), "href").is_some(), "{}", clerk.body);
    clerk.get(&path).await;
    assert_eq!(clerk.attribute("#last_name", "value").as_deref(), Some("Muster"));
    assert_eq!(clerk.attribute("#email", "value").as_deref(), Some("hans.muster@example.ch"));
    // What is wrong stands at its field, with what was typed.
    for (field, typed) in
        [("email", "zoe@"), ("last_name", ""), ("street", "PickPost 12345678"), ("last_name", "M\u{7}")]
    {
        let fields = [("first_name", "Zoë"), (field, typed)];
        clerk.submit("notify", &fields).await;
        assert_eq!(clerk.status, 422, "{field}");
        assert_eq!(clerk.attribute("#first_name", "value").as_deref(), Some("Zoë"));
        assert!(clerk.attribute(&format!("#{field}[aria-invalid]"), "name").is_some(), "{}", clerk.body);
        assert!(!clerk.body.contains("/checkout/"), "nobody behind the counter is led into a checkout");
        clerk.get(&path).await;
    }
    clerk.submit("notify", &[("notify", "sms"), ("phone", "")]).await;
    assert_eq!(clerk.status, 422);
    clerk.get(&path).await;
    // Sent as it stands: nothing has changed, and nobody is asked.
    clerk.submit("notify", &[]).await;
    assert_eq!((clerk.path(), calls(&shop).await), (&*format!("/merchant/orders/{number}"), was));
    clerk.get(&path).await;
    let (action, stale) = clerk.filled("notify", &[("first_name", "Hansli")]);
    let (_, right) =
        clerk.filled("notify", &[("first_name", "Zoë"), ("notify", "sms"), ("phone", "079 123 45 67")]);
    let right: Vec<(&str, &str)> = right.iter().map(|(name, value)| (&**name, &**value)).collect();
    let click = async || {
        let mut tab = shop.visitor();
        tab.cookies.clone_from(&clerk.cookies);
        tab.post(&action, &right).await;
        (tab.status, tab.path().to_owned())
    };
    for (status, path) in join_all((0..50).map(|_| click())).await {
        assert_eq!((status, &*path), (200, &*format!("/merchant/orders/{number}")));
    }
    assert_eq!(calls(&shop).await, was + 1, "one question");
    let json = shop.until(&number, |json| json["shipment_state"] == "sent").await;
    let collector = &json["collector"];
    assert_eq!(
        (&collector["home"]["first_name"], &collector["phone"]),
        (&"Zoë".into(), &"+41791234567".into())
    );
    assert!(json["label_lines"].to_string().contains("Zoë Muster"), "{json}");
    for same in ["billing", "totals", "payment_state", "point", "email"] {
        assert_eq!(json[same], first[same], "{same}");
    }
    assert_ne!(json["ident_code"], first["ident_code"]);
    let corrected = entries(&json, "person_corrected");
    assert_eq!((corrected.len(), &corrected[0]["who"]), (1, &"anna@example.ch".into()));
    assert!(corrected[0]["detail"].is_null(), "nobody's name stands in the history: {json}");
    // Who has the form of before would undo that.
    let stale: Vec<(&str, &str)> = stale.iter().map(|(name, value)| (&**name, &**value)).collect();
    clerk.post(&action, &stale).await;
    assert_eq!((clerk.status, calls(&shop).await), (409, was + 1));
    let mut visitor = shop.visitor();
    visitor.get(&page).await;
    assert!(visitor.body.contains("Zoë Muster"), "{}", visitor.body);
    step(&shop, &number, "handed_over").await;
    clerk.get(&path).await;
    assert_eq!(clerk.status, 409);
    clerk.post(&action, &right).await;
    assert_eq!((clerk.status, calls(&shop).await), (409, was + 1));
}

#[actix_web::test]
async fn an_order_whose_point_closes_is_held_once_and_its_shopper_chooses_another_first() {
    let shop = Shop::open_with(&STILL).await;
    for (lang, words, change, why) in [
        ("de", "Ihre Abholstelle ist geschlossen, während", CLOSES, "point_closed"),
        ("fr", "Votre point de retrait n’existe plus", "gone_at = now()", "point_gone"),
    ] {
        let (number, page) = order(&shop, lang, "pickpost").await;
        let (released, _) = order(&shop, lang, "pickpost").await;
        let (other, _) = order(&shop, lang, "my_post_24").await;
        let old = shop.json(&number).await["point"]["id"].clone();
        let changed = format!("update pickup_point set {change} where id = $1");
        let changed = sqlx::query(sqlx::AssertSqlSafe(changed)).bind(old.as_str());
        changed.execute(&mut shop.owner().await).await.expect("changed");
        shop.shows_changed_points().await;
        due(&shop, "watch_points").await;
        let json = shop.stands(&number, "held").await;
        assert_eq!((&json["state_why"], &json["shipment_state"]), (&why.into(), &"waiting".into()));
        let held = entries(&json, "held");
        assert_eq!((held.len(), &held[0]["who"], &held[0]["detail"]), (1, &"shop".into(), &why.into()));
        shop.stands(&released, "held").await;
        let jobs = "select count(*) from job where kind = 'send_shipment'";
        assert_eq!(count(&shop, jobs).await, 1, "only the other order's parcel goes out");
        assert_eq!(shop.json(&other).await["state"], "to_pack", "whose point is open goes on");
        let mut clerk = shop.clerk().await;
        clerk.get(&format!("/merchant/orders/{number}")).await;
        let card = clerk.texts(".life").join(" ");
        assert!(card.contains("Choose another pick-up point; whoever ordered can do so too"), "{card}");
        // The merchant lets it go on all the same, and is not asked twice.
        step(&shop, &released, "released").await;
        due(&shop, "watch_points").await;
        until_done(&shop, "watch_points").await;
        assert_eq!(shop.json(&released).await["state"], "to_pack");
        let mut visitor = shop.visitor();
        visitor.get(&page).await;
        assert!(visitor.texts(".notice")[0].contains(words), "{}", visitor.body);
        assert_eq!(
            visitor.attribute(".actions a.button", "href").as_deref(),
            Some(&*format!("{page}/point"))
        );
        visitor.get(&format!("{page}/point")).await;
        assert_eq!(visitor.texts(".notice").len(), 1, "why another one: {}", visitor.body);
        let (name, token) = another(&visitor);
        visitor.submit("choice", &[("choice", &token)]).await;
        assert_eq!((visitor.status, visitor.path()), (200, &*page));
        let json = shop.stands(&number, "to_pack").await;
        assert_eq!((json["point"]["name"].as_str(), json["state_why"].is_null()), (Some(&*name), true));
        assert!(!visitor.body.contains(words), "{}", visitor.body);
        for order in [&number, &released, &other] {
            at_the_counter(&shop, &format!("/merchant/orders/{order}/cancel"), &[]).await;
        }
    }
}

#[actix_web::test]
async fn a_parcel_is_looked_at_once_more_before_its_data_go_to_post() {
    let shop = Shop::open_with(&STILL).await;
    let (number, page) = order(&shop, "en", "my_post_24").await;
    // Closed today, and open again when the parcel comes: nothing to hold.
    at_its_point(
        &shop,
        "record = record || jsonb_build_object('closed', jsonb_build_object(
             'from', current_date::text, 'until', current_date::text))",
    )
    .await;
    due(&shop, "watch_points").await;
    until_done(&shop, "watch_points").await;
    assert_eq!(shop.json(&number).await["state"], "to_pack");
    at_its_point(&shop, CLOSES).await;
    // Nobody has watched yet, and a merchant sends it.
    at_the_counter(&shop, &format!("/merchant/orders/{number}/label"), &[]).await;
    let json = shop.stands(&number, "held").await;
    assert_eq!((&json["state_why"], &json["shipment_state"]), (&"point_closed".into(), &"waiting".into()));
    assert_eq!(count(&shop, "select count(*) from shipment_attempt").await, 0, "Post was told nothing");
    // The door is open again: the same point is chosen anew, and so the order goes on.
    at_its_point(&shop, "record = record - 'closed'").await;
    let mut visitor = with_the_link(&shop, &page).await;
    let same = visitor.attribute(".points .is-chosen button", "value").expect("the point of before");
    visitor.submit("choice", &[("choice", &same)]).await;
    assert_eq!((visitor.status, visitor.path()), (200, &*page), "{}", visitor.body);
    assert_eq!(shop.stands(&number, "to_pack").await["shipment_state"], "waiting");
    at_its_point(&shop, CLOSES).await;
    at_the_counter(&shop, &format!("/merchant/orders/{number}/label"), &[]).await;
    shop.stands(&number, "held").await;
    // Who decides that it goes there all the same has decided it for the parcel too.
    step(&shop, &number, "released").await;
    at_the_counter(&shop, &format!("/merchant/orders/{number}/label"), &[]).await;
    shop.until(&number, |json| json["shipment_state"] == "sent").await;
}

/// Waits until a job that was due has been done.
async fn until_done(shop: &Shop, kind: &str) {
    for _ in patience() {
        let left = "select (select count(*) from job where kind = $1)
            + (select count(*) from job_schedule where kind = $1 and due_at <= now())";
        let left: i64 =
            sqlx::query_scalar(left).bind(kind).fetch_one(&mut shop.owner().await).await.expect("a number");
        if left == 0 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("{kind} is never done");
}

//! One question to Post per state of the form, whatever is clicked how often.

use futures_util::future::join_all;

use crate::support::shop::Shop;
use crate::support::until;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

/// The same form sent from another tab of the same browser, to this instance or another one.
async fn click(shop: &Shop, visitor: &Visitor, fields: &[(&str, &str)]) -> Visitor {
    let mut tab = shop.visitor();
    tab.cookies.clone_from(&visitor.cookies);
    let (action, fields) = visitor.filled("notify", fields);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    tab.post(&action, &fields).await;
    tab
}

async fn mandates(shop: &Shop) -> i64 {
    let mandates = sqlx::query_scalar("select count(*) from shipping_mandate");
    mandates.fetch_one(&mut shop.owner().await).await.expect("a number")
}

#[actix_web::test]
async fn fifty_clicks_on_the_collectors_page_are_one_question_and_all_go_where_it_leads() {
    // The limits hold: who waits for another click's answer asks nothing.
    let shop = Shop::open_still(&[("SHOP_LIMITS", "on")]).await;
    // A fault of Post's is asked about a second time within the same question.
    for (lang, mode, requests) in [("en", "slow", 1), ("de", "none", 1), ("fr", "500", 2)] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, lang, "pickpost", Until::Collector).await;
        shop.fault(mode).await;
        let (asked, opened) = (shop.user_calls().await, mandates(&shop).await);
        let tabs = join_all((0..50).map(|_| click(&shop, &visitor, &[("notify", "email")]))).await;
        let there = tabs.iter().filter(|tab| tab.path() == format!("/{lang}/checkout/payment")).count();
        let (calls, opened) = (shop.user_calls().await - asked, mandates(&shop).await - opened);
        assert_eq!((there, calls, opened), (50, requests, 1), "{mode}: at payment, calls, mandates");
        shop.fault("none").await;
    }
}

#[actix_web::test]
async fn clicks_that_reach_two_instances_are_one_question_too() {
    let here = Shop::open().await;
    let there = Shop::open_on(&here.database).await;
    let mut visitor = here.visitor();
    walk(&mut visitor, "it", "my_post_24", Until::Collector).await;
    for shop in [&here, &there] {
        shop.fault("slow").await;
    }
    let clicks = (0..30).map(|at| click(if at % 2 == 0 { &here } else { &there }, &visitor, &[]));
    let tabs = join_all(clicks).await;
    for tab in &tabs {
        assert_eq!(tab.path(), "/it/checkout/payment", "{}", tab.body);
    }
    assert_eq!((here.user_calls().await + there.user_calls().await, mandates(&here).await), (1, 1));
}

#[actix_web::test]
async fn two_people_in_two_tabs_are_two_questions_and_nothing_comes_in_between() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Collector).await;
    shop.fault("slow").await;
    let people = ["Hans", "Zoë", "Hans", "Zoë"];
    let tabs = join_all(people.map(|name| {
        let visitor = &visitor;
        let shop = &shop;
        async move { click(shop, visitor, &[("first_name", name)]).await }
    }))
    .await;
    for tab in &tabs {
        assert_eq!(tab.path(), "/en/checkout/payment", "{}", tab.body);
    }
    let calls = shop.user_calls().await;
    assert!((2..=4).contains(&calls), "{calls}");
    // Who goes back to the page and sends it again asks again, on purpose.
    shop.fault("none").await;
    visitor.get("/en/checkout/collector").await;
    visitor.submit("notify", &[]).await;
    assert_eq!((visitor.path(), shop.user_calls().await), ("/en/checkout/payment", calls + 1));
}

#[actix_web::test]
async fn whoever_waited_in_an_old_window_is_told_what_else_has_changed_and_not_whom_the_other_click_named() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Collector).await;
    let mut old = shop.visitor();
    old.cookies.clone_from(&visitor.cookies);
    old.get("/en/checkout/collector").await;
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &[("house_number", "7")]).await;
    visitor.get("/en/checkout/collector").await;
    shop.fault("slow").await;
    let late = async {
        // Once the other click has its turn.
        until(&mut shop.owner_meanwhile().await, "select count(*) from question", 1).await;
        click(&shop, &old, &[("first_name", "Zoë")]).await
    };
    let (first, mut late) = futures_util::future::join(click(&shop, &visitor, &[]), late).await;
    assert_eq!(first.path(), "/en/checkout/payment", "{}", first.body);
    assert_eq!((late.status, late.path()), (422, "/en/checkout/collector"), "{}", late.body);
    let told = late.texts(".problems").join(" ");
    assert!(told.contains("Bellerivestrasse 7") && !told.contains("Who collects"), "{told}");
    shop.fault("none").await;
    late.submit("notify", &[]).await;
    assert_eq!((late.status, late.path()), (200, "/en/checkout/payment"), "{}", late.body);
    assert_eq!(shop.user_calls().await, 2, "what was told once is not told again");
}

#[actix_web::test]
async fn a_question_whose_instance_has_died_is_asked_by_the_next_click() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Collector).await;
    let died = "insert into question select id, gen_random_uuid(), now() + interval '1 second' from basket";
    sqlx::query(died).execute(&mut shop.owner().await).await.expect("a turn");
    visitor.submit("notify", &[]).await;
    assert_eq!((visitor.path(), shop.user_calls().await), ("/en/checkout/payment", 1));
    let left = sqlx::query_scalar::<_, i64>("select count(*) from question");
    assert_eq!(left.fetch_one(&mut shop.owner().await).await.expect("a number"), 0);
}

#[actix_web::test]
async fn ten_times_ask_again_over_two_instances_is_one_event_and_one_question() {
    let here = Shop::open().await;
    let there = Shop::open_on(&here.database).await;
    let mut owner = here.owner().await;
    for shop in [&here, &there] {
        shop.fault("500").await;
    }
    let mut visitor = here.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    // The shop has asked by itself, and does so again in two minutes.
    const ASKED: &str =
        "select count(*) from job where kind = 'confirm_user_id' and leased_by is null and attempts = 1";
    until(&mut owner, ASKED, 1).await;
    let mut clerk = here.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    let (action, fields) = clerk.filled("ask", &[("ask", "1")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let before = here.user_calls().await + there.user_calls().await;
    for shop in [&here, &there] {
        shop.fault("slow").await;
    }
    let press = async |shop: &Shop| {
        let mut tab = shop.visitor();
        tab.cookies.clone_from(&clerk.cookies);
        tab.post(&action, &fields).await;
        assert!(tab.body.contains("User ID known"), "{}", tab.body);
    };
    join_all((0..10).map(|at| press(if at % 2 == 0 { &here } else { &there }))).await;
    assert_eq!(here.user_calls().await + there.user_calls().await, before + 1);
    let events = sqlx::query_scalar::<_, i64>(
        "select count(*) from order_event where what = 'asked_again' and role = 'merchant'",
    );
    assert_eq!(events.fetch_one(&mut owner).await.expect("a number"), 1);
}

#[actix_web::test]
async fn a_click_on_a_page_from_before_the_answer_shows_the_answer_and_asks_nobody() {
    let shop = Shop::open().await;
    shop.fault("500").await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Collector).await;
    let old = visitor.filled("notify", &[]);
    // One question, and its repeat.
    visitor.submit("notify", &[]).await;
    assert_eq!((visitor.path(), shop.user_calls().await), ("/en/checkout/payment", 2));
    let fields: Vec<(&str, &str)> = old.1.iter().map(|(name, value)| (&**name, &**value)).collect();
    visitor.post(&old.0, &fields).await;
    assert_eq!((visitor.path(), shop.user_calls().await), ("/en/checkout/payment", 2));
}

#[actix_web::test]
async fn who_is_registered_with_post_is_said_where_they_are_named_and_under_privacy() {
    let shop = Shop::open().await;
    for (lang, named, privacy) in [
        ("de", "wird die hier genannte Person bei der Post angemeldet", "auch wenn jemand anders bestellt"),
        (
            "fr",
            "la personne indiquée ici est inscrite auprès de la Poste",
            "même si quelqu’un d’autre commande",
        ),
        ("it", "la persona indicata qui viene registrata presso la Posta", "anche se un’altra ordina"),
        ("en", "the person named here is registered with Swiss Post", "even if somebody else orders"),
    ] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, lang, "pickpost", Until::Collector).await;
        assert!(visitor.texts(".hint").iter().any(|hint| hint.contains(named)), "{}", visitor.body);
        visitor.get(&format!("/{lang}/about")).await;
        assert!(visitor.texts("p").iter().any(|text| text.contains(privacy)), "{}", visitor.body);
    }
}

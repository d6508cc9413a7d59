//! When a parcel arrives, and when the door is open then: the same on every page, and nothing before anybody knows.

use chrono::{DateTime, Utc};
use pickpost_shop::clock::Clock;
use scraper::ElementRef;

use crate::support::shop::Shop;
use crate::support::visitor::{Visitor, selector};
use crate::support::walk::{Until, number, walk};

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The token of a point of the list whose entry says this.
fn choice_that_says(visitor: &Visitor, says: &str) -> String {
    let page = visitor.page();
    let entries = selector("li");
    let button = selector("button[name=choice]");
    let mut entries = page.select(&entries).filter(|entry| words(*entry).contains(says));
    let found = entries.find_map(|entry| entry.select(&button).next()?.attr("value").map(str::to_owned));
    found.unwrap_or_else(|| panic!("no entry says {says}: {}", visitor.body))
}

#[actix_web::test]
async fn the_hours_on_a_holiday_are_the_lists_on_review_order_and_mail() {
    // Friday; the parcel arrives on Tuesday 8 December, a holiday in Lucerne and not in Zürich.
    let clock = Clock::fixed("2026-12-04T09:00:00Z".parse::<DateTime<Utc>>().expect("a moment"));
    let shop = Shop::open_at(clock, &[]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    visitor.get("/en/checkout/point?q=6003+Luzern&kind=pickpost").await;
    let closed = "Closed when your parcel arrives (Tue, Immaculate Conception)";
    let token = choice_that_says(&visitor, closed);
    visitor.submit("choice", &[("choice", &token)]).await;
    visitor.submit("notify", &[("notify", "email")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    let said = |visitor: &Visitor| visitor.texts(".address-card.is-delivery").join(" ");
    assert!(said(&visitor).contains(&format!("Arrives Tuesday 8 December. {closed}")), "{}", said(&visitor));
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor);
    assert!(said(&visitor).contains(closed), "{}", said(&visitor));
    // It is brought there on that day, and is ready when the door opens.
    let ready = visitor.texts(".timeline li").into_iter().find(|stop| stop.contains("Ready at the point"));
    assert!(ready.as_deref().is_some_and(|stop| stop.contains("Wednesday 9 December")), "{ready:?}");
    shop.told().await;
    let mut console = Visitor::new(&shop.sandbox);
    console.get("/console/messages.json").await;
    assert!(console.body.contains(closed), "{}", console.body);
}

#[actix_web::test]
async fn a_holiday_that_is_told_late_is_shown_before_it_is_ordered() {
    let shop = Shop::open_with(&[("POST_LOCATIONS_LOOK", "0"), ("POST_LOCATIONS_EVERY", "off")]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    let closes = "update pickup_point p set record = jsonb_set(record, '{exceptions}', (
                      select jsonb_agg(jsonb_build_object('date', to_char(current_date + day, 'YYYY-MM-DD'), 'hours', '[[\"10:15\", \"11:45\"]]'::jsonb) order by day)
                      from generate_series(0, 12) as day)) from checkout c where p.id = c.point_id";
    sqlx::query(closes).execute(&mut shop.owner().await).await.expect("a change");
    shop.shows_changed_points().await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(visitor.status, 422, "{}", visitor.url);
    assert!(visitor.texts(".changes").join(" ").contains("10:15–11:45"), "{}", visitor.body);
}

#[actix_web::test]
async fn while_post_is_silent_nobody_promises_a_day() {
    let clock = Clock::fixed(Clock::System.now());
    let shop = Shop::open_at(clock.clone(), &[]).await;
    shop.fault("500").await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    let unknown = "We know the day of arrival as soon as Swiss Post has answered.";
    let card = |visitor: &Visitor| visitor.texts(".address-card.is-delivery").join(" ");
    assert!(card(&visitor).contains(unknown) && !card(&visitor).contains("Arrives"), "{}", card(&visitor));
    assert!(!card(&visitor).contains("Collect until"), "{}", card(&visitor));
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let placed = number(&visitor);
    assert!(card(&visitor).contains(unknown) && !card(&visitor).contains("Arrives"), "{}", card(&visitor));
    let stops = visitor.texts(".timeline li");
    for stop in &stops[1..4] {
        assert!(stop.contains("As soon as Swiss Post has answered"), "{stops:?}");
    }
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{placed}")).await;
    assert!(!card(&clerk).contains("Arrives"), "{}", card(&clerk));
    // Once it answers, the day is there.
    shop.has_asked_by_itself().await;
    shop.fault("none").await;
    // After three silences nobody is asked for ten seconds.
    clock.advance(11);
    clerk.get(&format!("/merchant/orders/{placed}")).await;
    clerk.submit("ask", &[("ask", "1")]).await;
    visitor.get(&visitor.url.clone()).await;
    assert!(card(&visitor).contains("Arrives") && !card(&visitor).contains(unknown), "{}", card(&visitor));
}

#[actix_web::test]
async fn a_point_that_closes_before_the_order_is_named_with_its_reason() {
    let shop = Shop::open_with(&[("POST_LOCATIONS_LOOK", "0"), ("POST_LOCATIONS_EVERY", "off")]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    let lines = visitor.texts(".address-card.is-delivery .lines").join(" ");
    let closes = "update pickup_point p set record = jsonb_set(record, '{closed}', jsonb_build_object(
                      'from', to_char(current_date - 1, 'YYYY-MM-DD'), 'until', to_char(current_date + 60, 'YYYY-MM-DD')))
                  from checkout c where p.id = c.point_id";
    sqlx::query(closes).execute(&mut shop.owner().await).await.expect("a change");
    shop.shows_changed_points().await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(visitor.path(), "/en/checkout/point", "{}", visitor.body);
    let problem = visitor.texts("#problems p").join(" ");
    let (name, _) = problem.split_once(": ").expect("a name");
    assert!(lines.starts_with(name) && problem.contains("Closed until"), "{problem}");
    assert!(visitor.body.contains("This order has moved on"), "{}", visitor.body);
}

/// Gives a point these parts of a record.
async fn describe(shop: &Shop, id: &str, part: &str, json: &str) {
    let change =
        "update pickup_point set record = jsonb_set(record, array[$2::text], $3::text::jsonb) where id = $1";
    sqlx::query(change)
        .bind(id)
        .bind(part)
        .bind(json)
        .execute(&mut shop.owner().await)
        .await
        .expect("a change");
    shop.shows_changed_points().await;
}

/// A shop that shows changed points at once, at a moment.
async fn open_at(moment: &str) -> Shop {
    let clock = Clock::fixed(moment.parse::<DateTime<Utc>>().expect("a moment"));
    Shop::open_at(clock, &[("POST_LOCATIONS_LOOK", "0"), ("POST_LOCATIONS_EVERY", "off")]).await
}

#[actix_web::test]
async fn a_locker_open_day_and_night_says_so_only_of_days_on_which_it_is() {
    // Monday; the parcel arrives on Wednesday.
    let shop = open_at("2026-11-30T09:00:00Z").await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "my_post_24", Until::Point).await;
    let id = visitor.attribute("li.point:not(.is-refused)", "data-id").expect("a point");
    let serviced = r#"[{"date": "2026-12-02", "hours": [["08:00", "12:00"]]}, {"date": "2026-12-03", "hours": [["08:00", "12:00"]]}]"#;
    describe(&shop, &id, "exceptions", serviced).await;
    visitor.get(&format!("/en/checkout/point/card?id={id}")).await;
    assert!(visitor.body.contains("Open day and night"), "{}", visitor.body);
    assert!(visitor.body.contains("When your parcel arrives: Wed 08:00–12:00"), "{}", visitor.body);
    assert_eq!(visitor.texts(".unusual dt"), ["Wed 2 December – Thu 3 December"]);
    let token = visitor.attribute("button[name=choice]", "value").expect("a token");
    visitor.submit("choice", &[("choice", &token)]).await;
    visitor.submit("notify", &[("notify", "email")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    let said = "Arrives Wednesday 2 December, open 08:00–12:00";
    let card = |visitor: &Visitor| visitor.texts(".address-card.is-delivery").join(" ");
    assert!(card(&visitor).contains(said), "{}", card(&visitor));
    // Hours that change between review and order are shown, although the week still says day and night.
    let later = serviced.replace("12:00", "11:00");
    describe(&shop, &id, "exceptions", &later).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(visitor.status, 422, "{}", visitor.url);
    assert!(visitor.texts(".changes").join(" ").contains("08:00–11:00"), "{}", visitor.body);
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor);
    let said = said.replace("12:00", "11:00");
    assert!(card(&visitor).contains(&said), "{}", card(&visitor));
    shop.told().await;
    let mut console = Visitor::new(&shop.sandbox);
    console.get("/console/messages.json").await;
    assert!(console.body.contains(&said), "{}", console.body);
    // A point that is closed until the parcel would have left it again says that, and not the bare day.
    let closed = r#"{"from": "2026-12-01", "until": "2026-12-31"}"#;
    describe(&shop, &id, "closed", closed).await;
    visitor.get(&visitor.url.clone()).await;
    assert!(
        card(&visitor).contains("Closed for the whole collection period (until 9 December)"),
        "{}",
        card(&visitor)
    );
}

#[actix_web::test]
async fn a_door_that_stays_open_over_midnight_says_until_when_in_every_language() {
    // Monday, half past three in the morning.
    let shop = open_at("2026-11-30T02:30:00Z").await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    let id = visitor.attribute("li.point:not(.is-refused)", "data-id").expect("a point");
    let day = r#"[["00:00", "24:00"]]"#;
    let until_friday = format!("[{day}, {day}, {day}, {day}, {day}, [], []]");
    let tonight = r#"[[["02:00", "24:00"]], [], [], [], [], [], []]"#;
    let into_the_morning = r#"[[["02:00", "24:00"]], [["00:00", "05:00"]], [], [], [], [], []]"#;
    for (hours, said) in [
        (until_friday.as_str(), [("en", "Open until Fri 24:00"), ("de", "Offen bis Fr, 24:00 Uhr")]),
        (tonight, [("fr", "Ouvert jusqu’à 24:00"), ("it", "Aperto fino alle 24:00")]),
        (into_the_morning, [("fr", "Ouvert jusqu’à ma 05:00"), ("it", "Aperto fino a ma, ore 05:00")]),
    ] {
        describe(&shop, &id, "hours", hours).await;
        for (lang, said) in said {
            visitor.get(&format!("/{lang}/checkout/point/card?id={id}")).await;
            assert_eq!(visitor.texts(".door.is-open"), [said], "{hours} {}", visitor.body);
        }
    }
    // Nobody can choose a point that is closed: what its hours would be is not said.
    describe(&shop, &id, "closed", r#"{"from": "2026-11-20", "until": "2026-12-01"}"#).await;
    visitor.get(&format!("/en/checkout/point/card?id={id}")).await;
    assert_eq!(visitor.texts(".reason"), ["Closed until 1 December"]);
    assert!(!visitor.body.contains("When your parcel arrives"), "{}", visitor.body);
}

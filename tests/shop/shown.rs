//! Only what was shown is ordered. What has changed since stands beside what it was, and one click agrees.

use std::time::Duration;

use chrono::{DateTime, Utc};
use pickpost_shop::clock::Clock;
use serde_json::json;
use sqlx::Connection;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, Until, choice, number, put, walk};

/// A review page that was opened a while ago, ready to be sent.
struct Old(String, Vec<(String, String)>);

impl Old {
    fn of(visitor: &Visitor) -> Self {
        let (action, fields) = visitor.filled("idempotency_key", &[("place", "1")]);
        Self(action, fields)
    }

    async fn send(&self, visitor: &mut Visitor) {
        let fields: Vec<(&str, &str)> = self.1.iter().map(|(name, value)| (&**name, &**value)).collect();
        visitor.post(&self.0, &fields).await;
    }
}

/// What the page names as changed: what it is, as it was, as it is.
fn changes(visitor: &Visitor) -> Vec<[String; 3]> {
    assert_eq!((visitor.status, &visitor.path()[3..]), (422, "/checkout/review"), "{}", visitor.body);
    let whats = visitor.texts(".changes tbody th");
    let (was, now) = (visitor.texts(".changes td:nth-child(2)"), visitor.texts(".changes td:nth-child(3)"));
    whats.into_iter().zip(was.into_iter().zip(now)).map(|(what, (was, now))| [what, was, now]).collect()
}

fn change(what: &str, was: &str, now: &str) -> [String; 3] {
    [what, was, now]
        .map(|text| text.replace("CHF ", "CHF\u{a0}").split_whitespace().collect::<Vec<_>>().join(" "))
}

/// One click agrees with what the page shows now.
async fn agree(visitor: &mut Visitor) -> String {
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(visitor)
}

async fn at_review(shop: &Shop, lang: &str, slug: &str) -> Visitor {
    let mut visitor = shop.visitor();
    put(&mut visitor, lang, slug, "1").await;
    visitor.get(&format!("/{lang}/checkout")).await;
    visitor.submit("email", &HANS).await;
    visitor.submit("delivery", &[("delivery", "home")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    assert_eq!(visitor.path(), format!("/{lang}/checkout/review"));
    visitor
}

async fn sql(shop: &Shop, statement: &'static str) {
    sqlx::query(statement).execute(&mut shop.owner().await).await.expect("a change");
}

#[actix_web::test]
async fn an_article_swapped_at_the_same_total_is_shown_before_it_is_ordered() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "en", "kitchen-knife").await;
    let old = Old::of(&visitor);
    put(&mut visitor, "en", "wool-socks", "3").await;
    visitor.submit("remove", &[("remove", "9")]).await;
    old.send(&mut visitor).await;
    assert_eq!(
        changes(&visitor),
        [
            change("Item", "1 × Kitchen knife, CHF 78.00", "no longer included"),
            change("Item", "nothing", "3 × Wool socks, two pairs, CHF 26.00"),
        ]
    );
    // The old page again: still nothing is ordered.
    old.send(&mut visitor).await;
    assert_eq!(changes(&visitor).len(), 2);
    let order = shop.json(&agree(&mut visitor).await).await;
    assert_eq!(order["lines"], json!([{"name": "Wool socks, two pairs", "quantity": 3, "amount": 7800}]));
}

#[actix_web::test]
async fn a_changed_name_is_shown_before_it_is_ordered() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "de", "kitchen-knife").await;
    sql(&shop, "update product_text set name = 'Brotmesser' where product_id = 9 and lang = 'de'").await;
    agree_is_asked(&mut visitor, &[change("Name des Artikels", "Küchenmesser", "Brotmesser")]).await;
    let order = shop.json(&agree(&mut visitor).await).await;
    assert_eq!(order["lines"][0]["name"], "Brotmesser");
}

#[actix_web::test]
async fn a_changed_vat_rate_is_shown_before_it_is_ordered() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "fr", "mountain-cheese").await;
    sql(&shop, "update product set vat_rate_bp = 810 where id = 1").await;
    let cheese = "Fromage de montagne, 12 mois";
    let expected = [
        change(&format!("Taux de TVA : {cheese}"), "2.6 %", "8.1 %"),
        change("TVA 2.6 %", "CHF 0.95", "CHF 0.00"),
        change("TVA 8.1 %", "CHF 0.00", "CHF 2.81"),
    ];
    agree_is_asked(&mut visitor, &expected).await;
    let order = shop.json(&agree(&mut visitor).await).await;
    assert_eq!(order["totals"]["vat"].to_string(), r#"[{"gross":3750,"rate":"8.1","vat":281}]"#);
}

#[actix_web::test]
async fn a_changed_price_and_quantity_are_shown_before_they_are_ordered() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "it", "kitchen-knife").await;
    sql(&shop, "update product set price_rappen = 7900 where id = 9").await;
    sql(&shop, "update basket_line set quantity = 2").await;
    let knife = "Coltello da cucina";
    let expected = [
        change(&format!("Quantità: {knife}"), "1", "2"),
        change(&format!("Prezzo: {knife}"), "CHF 78.00", "CHF 79.00"),
        change("Tutti gli articoli", "CHF 78.00", "CHF 158.00"),
        change("IVA 8.1 %", "CHF 6.52", "CHF 12.51"),
        change("Totale", "CHF 87.00", "CHF 167.00"),
    ];
    agree_is_asked(&mut visitor, &expected).await;
    agree(&mut visitor).await;
}

async fn agree_is_asked(visitor: &mut Visitor, expected: &[[String; 3]]) {
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(changes(visitor), expected);
}

#[actix_web::test]
async fn a_day_that_has_passed_midnight_is_shown_before_it_is_ordered() {
    // 23:59 on a Tuesday in Zürich.
    let clock = Clock::fixed("2026-11-24T22:59:00Z".parse::<DateTime<Utc>>().expect("a moment"));
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitor = at_review(&shop, "en", "mountain-cheese").await;
    clock.advance(120);
    agree_is_asked(&mut visitor, &[change("Arrives", "Thursday 26 November", "Friday 27 November")]).await;
    let order = shop.json(&agree(&mut visitor).await).await;
    assert_eq!(order["delivery"]["expected_on"], "2026-11-27");
}

#[actix_web::test]
async fn addresses_payment_delivery_and_point_changed_in_another_tab_are_shown_before_they_are_ordered() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    let old = Old::of(&visitor);
    visitor.get("/en/checkout/payment").await;
    visitor.submit("payment", &[("payment", "card"), ("card_number", "4242424242424242")]).await;
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &[("title", ""), ("house_number", "7"), ("phone", "079 123 45 67")]).await;
    old.send(&mut visitor).await;
    assert_eq!(
        changes(&visitor),
        [
            change(
                "Billing address",
                "Mr, Hans Muster, Bellerivestrasse 5, 8008 Zürich",
                "Hans Muster, Bellerivestrasse 7, 8008 Zürich"
            ),
            change("Phone", "nothing", "+41791234567"),
            change("Payment", "Invoice with QR-bill, 30 days", "Demo card ending in 4242"),
        ]
    );
    let whats = |visitor: &Visitor| changes(visitor).into_iter().map(|[what, ..]| what).collect::<Vec<_>>();
    let old = Old::of(&visitor);
    visitor.get("/en/checkout/point?q=Bern").await;
    let token = choice(&visitor);
    visitor.submit("choice", &[("choice", &token)]).await;
    visitor.submit("notify", &[("notify", "sms"), ("phone", "079 123 45 67")]).await;
    old.send(&mut visitor).await;
    let named = whats(&visitor);
    assert!(
        named.contains(&"Pick-up point".to_owned()) && named.contains(&"Who collects".to_owned()),
        "{named:?}"
    );
    let old = Old::of(&visitor);
    visitor.get("/en/checkout/delivery").await;
    let other =
        [("delivery", "other"), ("first_name", "Zoë"), ("last_name", "Ünlü"), ("street", "Rue du Lac")];
    visitor.submit("delivery", &[&other[..], &[("postcode", "1003"), ("town", "Lausanne")]].concat()).await;
    old.send(&mut visitor).await;
    let named = whats(&visitor);
    for what in ["Delivery", "The other address", "Pick-up point", "Who collects", "Delivery charge", "Total"]
    {
        assert!(named.contains(&what.to_owned()), "{what} in {named:?}");
    }
    let order = shop.json(&agree(&mut visitor).await).await;
    assert_eq!((&order["delivery"]["kind"], &order["payment"]), (&json!("other"), &json!("card")));
}

#[actix_web::test]
async fn a_page_shown_in_one_language_is_not_ordered_in_another_unseen() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "en", "kitchen-knife").await;
    let Old(_, fields) = Old::of(&visitor);
    Old("/it/checkout/review".into(), fields).send(&mut visitor).await;
    assert_eq!(
        changes(&visitor),
        [change("Nome dell’articolo", "Kitchen knife", "Coltello da cucina"), change("Lingua", "EN", "IT")]
    );
    let order = shop.json(&agree(&mut visitor).await).await;
    assert_eq!(
        (&order["language"], &order["lines"][0]["name"]),
        (&json!("it"), &json!("Coltello da cucina"))
    );
}

#[actix_web::test]
async fn a_point_that_opens_at_other_hours_is_shown_before_it_is_ordered() {
    let shop = Shop::open_with(&[("POST_LOCATIONS_LOOK", "0"), ("POST_LOCATIONS_EVERY", "off")]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    let hours = "update pickup_point p set record = jsonb_set(record, '{hours}', (select jsonb_agg('[[\"10:15\", \"11:45\"]]'::jsonb)
                     from generate_series(1, 7))) from checkout c where p.id = c.point_id";
    sql(&shop, hours).await;
    shop.shows_changed_points().await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let changes = changes(&visitor);
    assert_eq!((changes.len(), &*changes[0][0], &*changes[0][2]), (1, "Open on that day", "10:15–11:45"));
    let order = shop.json(&agree(&mut visitor).await).await;
    assert!(order["point"]["hours"].to_string().contains("10:15"));
}

#[actix_web::test]
async fn what_changes_between_the_question_and_the_order_is_seen_too() {
    let shop = Shop::open().await;
    for (change, what) in [
        ("update product set price_rappen = price_rappen + 10 where id = 9", "Price: Kitchen knife"),
        ("update product set vat_rate_bp = 260 where id = 9", "VAT rate: Kitchen knife"),
    ] {
        let mut visitor = at_review(&shop, "en", "kitchen-knife").await;
        let mut owner = shop.owner().await;
        // The page still reads the old goods; placing waits for whoever is changing them.
        let mut changing = owner.begin().await.expect("a transaction");
        sqlx::query(change).execute(&mut *changing).await.expect("a change");
        let later = async {
            shop.somebody_waits(Duration::ZERO).await;
            changing.commit().await.expect("changed");
        };
        let order = visitor.submit("idempotency_key", &[("place", "1")]);
        futures_util::future::join(order, later).await;
        assert_eq!(changes(&visitor)[0][0], what);
        agree(&mut visitor).await;
    }
}

#[actix_web::test]
async fn a_weight_that_nobody_is_shown_asks_nobody_again() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "en", "kitchen-knife").await;
    sql(&shop, "update product set weight_g = weight_g + 1 where id = 9").await;
    agree(&mut visitor).await;
}

#[actix_web::test]
async fn two_tabs_that_show_the_same_order_it_once_and_what_was_shown_goes_with_the_basket() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "en", "kitchen-knife").await;
    let first = Old::of(&visitor);
    for house_number in ["1", "2", "3", "4", "6", "7", "8", "9", "10", "11", "12"] {
        visitor.get("/en/checkout/address").await;
        visitor.submit("email", &[("house_number", house_number)]).await;
    }
    let kept = "select count(*) from review_shown";
    let count = || async {
        sqlx::query_scalar::<_, i64>(kept).fetch_one(&mut shop.owner().await).await.expect("a count")
    };
    assert_eq!(count().await, 8, "the newest few pages of a basket");
    let seen: String = sqlx::query_scalar("select string_agg(shown::text, '') from review_shown")
        .fetch_one(&mut shop.owner().await)
        .await
        .expect("what was shown");
    assert!(!seen.contains("PT0"), "no User ID stands there");
    // A page that is older than those: nothing can be compared, nothing is ordered.
    first.send(&mut visitor).await;
    assert!(changes(&visitor).is_empty() && visitor.body.contains("have changed in the meantime"));
    let old = Old::of(&visitor);
    visitor.get("/en/checkout/review").await;
    let placed = agree(&mut visitor).await;
    old.send(&mut visitor).await;
    assert_eq!(number(&visitor), placed, "the other tab shows the same, and finds the order");
    assert_eq!(count().await, 0);
    // A form without a digest, as an older shop's page had it.
    let mut visitor = at_review(&shop, "en", "compass").await;
    for shown in ["", "x", "\u{0}", &"A".repeat(43)] {
        visitor.submit("idempotency_key", &[("place", "1"), ("shown", shown)]).await;
        assert!(changes(&visitor).is_empty(), "{shown}");
    }
    agree(&mut visitor).await;
}

//! The steps: none can be skipped, none loses what was typed, and what does not fit says why.

use crate::support::shop::Shop;
use crate::support::walk::{HANS, Until, choice, put, walk};

#[actix_web::test]
async fn whoever_reaches_too_far_is_led_to_the_first_step_that_is_not_done() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    let steps = ["address", "delivery", "point", "collector", "payment", "review"];
    for step in steps {
        visitor.get(&format!("/en/checkout/{step}")).await;
        assert_eq!(visitor.path(), "/en/basket", "nothing is in the basket");
    }
    for (at, until) in [
        (0, Until::Address),
        (1, Until::Delivery),
        (2, Until::Point),
        (3, Until::Collector),
        (4, Until::Payment),
        (5, Until::Review),
    ] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, "en", "pickpost", until).await;
        for (target, step) in steps.iter().enumerate() {
            visitor.get(&format!("/en/checkout/{step}")).await;
            let expected = steps[target.min(at)];
            assert_eq!(visitor.path(), format!("/en/checkout/{expected}"), "at {} to {step}", steps[at]);
        }
        visitor.get("/en/checkout").await;
        assert_eq!(visitor.path(), format!("/en/checkout/{}", steps[at]));
    }
}

#[actix_web::test]
async fn a_wrong_address_comes_back_with_what_was_typed_and_a_message_at_every_field() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "de", "mountain-cheese", "1").await;
    visitor.get("/de/checkout/address").await;
    let long = "x".repeat(36);
    visitor
        .submit(
            "email",
            &[
                ("first_name", "Hans 🐹"),
                ("last_name", &long),
                ("street", "<b>Gasse</b>"),
                ("postcode", "800"),
                ("town", ""),
                ("email", "hans"),
                ("phone", "ruf an"),
                ("country", "FR"),
            ],
        )
        .await;
    assert_eq!(visitor.status, 422);
    for field in ["first_name", "last_name", "street", "postcode", "town", "email", "phone"] {
        let input = format!("#{field}[aria-invalid=true][aria-describedby={field}-problem]");
        assert!(visitor.attribute(&input, "name").is_some(), "{field} says what is wrong");
        assert!(visitor.attribute(&format!(".problems a[href='#{field}']"), "href").is_some());
    }
    assert_eq!(visitor.attribute("#first_name", "value").as_deref(), Some("Hans 🐹"));
    assert_eq!(visitor.attribute("#street", "value").as_deref(), Some("<b>Gasse</b>"));
    assert!(!visitor.body.contains("<b>Gasse"), "markup is shown as text");
    assert!(visitor.texts("title")[0].starts_with("Fehler:"));
}

#[actix_web::test]
async fn a_pick_up_point_typed_as_ones_own_address_is_refused_everywhere() {
    let shop = Shop::open().await;
    for (field, value) in [
        ("address_extra", "PickPost PT011227"),
        ("company", "My Post 24 12345678"),
        ("street", "mypost24 1"),
        ("last_name", "PICK-POST 9"),
    ] {
        let mut visitor = shop.visitor();
        put(&mut visitor, "en", "mountain-cheese", "1").await;
        visitor.get("/en/checkout/address").await;
        let mut fields = HANS.to_vec();
        fields.retain(|(name, _)| *name != field);
        fields.push((field, value));
        visitor.submit("email", &fields).await;
        assert_eq!(visitor.status, 422, "{field}");
        assert_eq!(visitor.attribute(&format!("#{field}"), "value").as_deref(), Some(value));
        assert!(visitor.body.contains("That is the address of a pick-up point"));
    }
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Delivery).await;
    let other = [
        ("delivery", "other"),
        ("first_name", "Zoë"),
        ("last_name", "Ünlü"),
        ("street", "PickPost 123"),
        ("postcode", "1003"),
        ("town", "Lausanne"),
    ];
    visitor.submit("delivery", &other).await;
    assert_eq!(
        (visitor.status, visitor.attribute("#street", "value").as_deref()),
        (422, Some("PickPost 123"))
    );
}

#[actix_web::test]
async fn nothing_is_preselected() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Delivery).await;
    assert!(visitor.attribute("input[name=delivery][checked]", "value").is_none());
    visitor.submit("delivery", &[]).await;
    assert_eq!(visitor.status, 422, "a choice is asked for");
    visitor.submit("delivery", &[("delivery", "pickpost")]).await;
    assert!(visitor.attribute(".point.is-chosen", "class").is_none());
    visitor.submit("choice", &[]).await;
    assert_eq!(visitor.status, 422, "a point is asked for");
}

#[actix_web::test]
async fn the_sledge_goes_home_and_says_why_it_goes_nowhere_else() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "davos-sledge", "1").await;
    visitor.get("/en/checkout").await;
    visitor.submit("email", &HANS).await;
    assert_eq!(
        visitor.texts(".reason"),
        [
            "Davos sledge, ash measures 110 cm; the limit here is 100 cm",
            "Davos sledge, ash measures 110 cm; the limit here is 61 cm"
        ]
    );
    for kind in ["pickpost", "my_post_24"] {
        visitor.submit("delivery", &[("delivery", kind)]).await;
        assert_eq!(
            (visitor.status, visitor.path()),
            (422, "/en/checkout/delivery"),
            "also by a forged request"
        );
    }
    visitor.submit("delivery", &[("delivery", "home")]).await;
    assert_eq!(visitor.path(), "/en/checkout/payment");
}

#[actix_web::test]
async fn the_stone_of_34_kilograms_is_too_heavy_for_any_point() {
    let shop = Shop::open().await;
    shop.sells_a_stone_of_34_kilograms().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "de", "granite-grill", "1").await;
    visitor.get("/de/checkout").await;
    visitor.submit("email", &HANS).await;
    assert_eq!(visitor.texts(".reason"), ["Das Paket wiegt 35.7 kg, erlaubt sind hier 30 kg"; 2]);
}

#[actix_web::test]
async fn a_basket_that_no_longer_fits_leads_back_to_the_delivery_with_the_reason() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "my_post_24", Until::Review).await;
    put(&mut visitor, "en", "davos-sledge", "1").await;
    visitor.get("/en/checkout/review").await;
    assert_eq!(visitor.path(), "/en/checkout/delivery");
    assert!(visitor.body.contains("Davos sledge, ash measures 110 cm; the limit here is 61 cm"));
}

#[actix_web::test]
async fn another_kind_of_delivery_forgets_the_point() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.get("/en/checkout/delivery").await;
    visitor.submit("delivery", &[("delivery", "home")]).await;
    assert_eq!(visitor.path(), "/en/checkout/review");
    assert_eq!(visitor.texts(".label-lines"), ["Hans MusterBellerivestrasse 58008 Zürich"]);
    visitor.get("/en/checkout/delivery").await;
    visitor.submit("delivery", &[("delivery", "pickpost")]).await;
    assert_eq!(visitor.path(), "/en/checkout/point", "the point is asked for again");
}

#[actix_web::test]
async fn another_point_asks_post_again() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.get("/en/checkout/point?q=Bern").await;
    let token = choice(&visitor);
    visitor.submit("choice", &[("choice", &token)]).await;
    assert_eq!(visitor.path(), "/en/checkout/collector", "the old User ID is not carried over");
    visitor.submit("notify", &[("notify", "email")]).await;
    assert_eq!((visitor.path(), shop.user_calls().await), ("/en/checkout/review", 2));
}

#[actix_web::test]
async fn places_are_found_in_every_language_and_every_page_can_be_reached() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    let mut first = Vec::new();
    for name in ["Genf", "Genève", "Ginevra", "Geneva", "geneve"] {
        visitor.get(&format!("/en/checkout/point?q={name}")).await;
        first.push(visitor.texts(".point h2 + p")[0].clone());
    }
    assert!(first.iter().all(|address| *address == first[0]), "{first:?}");
    visitor.get("/en/checkout/point?q=Xyzzy").await;
    assert!(visitor.body.contains("We found nothing for") && visitor.texts(".point").is_empty());
    visitor.get("/en/checkout/point?q=8008&page=244").await;
    assert_eq!(visitor.texts(".pin"), (2431..=2440).map(|n| n.to_string()).collect::<Vec<_>>());
    visitor.get("/en/checkout/point?q=8008&kind=my_post_24&page=99999999999999").await;
    assert_eq!(visitor.status, 200, "a page that is none");
}

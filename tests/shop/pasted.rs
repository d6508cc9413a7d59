//! What people paste: the shop takes what is meant, keeps the clean value, tells Post the clean value, and never quotes what
//! nobody can see.

use chrono::{TimeZone, Utc};
use pickpost_shop::clock::Clock;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, Until, choice, number, put, walk};

const PASTED: [(&str, &str); 8] = [
    ("first_name", "\u{feff}Ha\u{ad}ns\u{200b}"),
    ("last_name", "O\u{2019}Mu\u{308}ller\u{2011}Meier\u{a0}"),
    ("street", "Bellerive\u{2060}strasse\u{202c}"),
    ("house_number", "５"),
    ("postcode", "CH\u{2013}８００８"),
    ("town", "\u{202a}Zu\u{308}rich\u{202c}"),
    ("email", "mailto:hans@mu\u{308}ller.example\u{200b}"),
    ("phone", "tel:+41 (0)79/123.45\u{2011}67"),
];

/// Orders to a point, with everything pasted.
async fn order(visitor: &mut Visitor, lang: &str, fields: &[(&str, &str)], notify: &str) -> String {
    put(visitor, lang, "mountain-cheese", "１\u{a0}").await;
    visitor.get(&format!("/{lang}/checkout/address")).await;
    visitor.submit("email", fields).await;
    visitor.submit("delivery", &[("delivery", "pickpost")]).await;
    let choice = choice(visitor);
    visitor.submit("choice", &[("choice", &choice)]).await;
    visitor.submit("notify", &[("notify", notify)]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    assert!(visitor.path().ends_with("/review"), "{} {}", visitor.url, visitor.body);
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(visitor)
}

#[actix_web::test]
async fn what_is_meant_is_what_is_kept_and_what_post_hears() {
    let shop = Shop::open().await;
    for (notify, told) in [("email", "hans@müller.example"), ("sms", "+41791234567")] {
        let mut visitor = shop.visitor();
        let number = order(&mut visitor, "de", &PASTED, notify).await;
        assert!(
            visitor.body.contains(told) && visitor.body.contains("hans@müller.example"),
            "{}",
            visitor.body
        );
        let order = shop.json(&number).await;
        for (field, kept) in [
            ("first_name", "Hans"),
            ("last_name", "O'Müller-Meier"),
            ("street", "Bellerivestrasse"),
            ("house_number", "5"),
            ("postcode", "8008"),
            ("town", "Zürich"),
        ] {
            assert_eq!(
                (&order["billing"][field], &order["collector"]["home"][field]),
                (&kept.into(), &kept.into())
            );
        }
        assert_eq!(
            (&order["email"], &order["phone"]),
            (&"hans@xn--mller-kva.example".into(), &"+41791234567".into())
        );
        assert_eq!(order["user_id_state"], "known", "Post takes it");
        assert_eq!(order["label_lines"][0], "Hans O'Müller-Meier");
    }
    let mut clerk = shop.clerk().await;
    for typed in ["hans@müller.example", "O\u{2019}Müller\u{200b}-Meier", "mailto:hans@müller.example"] {
        clerk.get("/merchant/search").await;
        clerk
            .get(&format!(
                "/merchant/search?{}",
                serde_html_form::to_string([("q", typed)]).expect("a query")
            ))
            .await;
        assert_eq!(clerk.texts("tbody th").len(), 2, "{typed}: {}", clerk.body);
    }
}

#[actix_web::test]
async fn the_collector_the_search_and_the_basket_are_read_alike() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    let plain = visitor.get("/en/checkout/point?q=8001").await.texts(".point");
    assert!(!plain.is_empty());
    visitor
        .get(&format!(
            "/en/checkout/point?{}",
            serde_html_form::to_string([("q", "\u{feff}８００１\u{200b}")]).expect("a query")
        ))
        .await;
    assert_eq!(visitor.texts(".point"), plain);
    assert_eq!(visitor.attribute("input[name=q]", "value").as_deref(), Some("8001"));
    visitor.get("/en/basket").await;
    let field = visitor.attribute(".basket-quantity input", "name").expect("a quantity");
    visitor.submit(&field, &[(&field, "２\u{200b}")]).await;
    assert_eq!(
        visitor.attribute(".basket-quantity input", "value").as_deref(),
        Some("2"),
        "{}",
        visitor.body
    );
}

#[actix_web::test]
async fn a_landline_gets_no_text_message_in_four_languages() {
    let shop = Shop::open().await;
    for (lang, words) in [
        ("de", "Mobilnummer"),
        ("fr", "numéro de portable"),
        ("it", "numero di cellulare"),
        ("en", "mobile numbers"),
    ] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, lang, "my_post_24", Until::Collector).await;
        for landline in ["044 123 45 67", "tel:+41 (0)31 123 45 67", "+423 237 12 34", "0800 123 456"] {
            visitor.submit("notify", &[("notify", "sms"), ("phone", landline)]).await;
            assert_eq!(visitor.status, 422, "{landline}");
            assert!(
                visitor.texts("#phone-problem")[0].contains(words),
                "{:?}",
                visitor.texts("#phone-problem")
            );
        }
        for mobile in ["+423 791 23 45", "+49 171 1234567", "076\u{2011}123 45 67"] {
            visitor.get(&format!("/{lang}/checkout/collector")).await;
            visitor.submit("notify", &[("notify", "sms"), ("phone", mobile)]).await;
            assert_eq!(visitor.path(), format!("/{lang}/checkout/payment"), "{mobile}");
        }
    }
}

#[actix_web::test]
async fn a_message_never_quotes_what_cannot_be_seen() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    for unseen in ["\u{7}", "\u{e123}", "\u{f1234}", "\u{1b}"] {
        visitor.get("/en/checkout/address").await;
        let name = format!("Ha{unseen}ns");
        let mut person = HANS.to_vec();
        person.retain(|(name, _)| *name != "first_name");
        person.push(("first_name", &name));
        visitor.submit("email", &person).await;
        assert_eq!(visitor.status, 422);
        assert!(visitor.texts("#first_name-problem")[0].contains("invisible"), "{unseen:?}");
        assert!(!visitor.texts(".problems")[0].contains(unseen));
    }
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &[("first_name", "\u{200b}\u{feff}"), ("postcode", "\u{2060}")]).await;
    assert_eq!(visitor.texts("#first_name-problem"), ["Enter the first name"], "nothing was typed");
    assert_eq!(visitor.texts("#postcode-problem"), ["Enter the postcode"]);
}

#[actix_web::test]
async fn an_old_link_takes_a_pasted_proof() {
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 24, 11, 0, 0).single().expect("a moment"));
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitor = shop.visitor();
    order(&mut visitor, "en", &PASTED, "email").await;
    let path = visitor.path().to_owned();
    clock.advance(31 * 24 * 60 * 60);
    for proof in ["CH-8008", "８０ ０８\u{200b}", "Hans <HANS@müller.example>", "hans@xn--mller-kva.example"]
    {
        let mut other = shop.visitor();
        other.get(&path).await;
        other.submit("proof", &[("proof", proof)]).await;
        assert!(other.body.contains("Müller-Meier"), "{proof}: {}", other.body);
    }
}

#[actix_web::test]
async fn what_was_copied_with_a_value_is_no_part_of_it() {
    let shop = Shop::open().await;
    for (field, typed, meant) in [
        ("email", "„hans.muster@example.ch“", "hans.muster@example.ch"),
        ("email", "«hans.muster@example.ch»", "hans.muster@example.ch"),
        ("email", "(hans.muster@example.ch)", "hans.muster@example.ch"),
        ("postcode", "PLZ 8008", "8008"),
        ("postcode", "(8008)", "8008"),
        ("postcode", "NPA CH-8008", "8008"),
        ("phone", "079 123 45 67 (privat)", "+41791234567"),
        ("phone", "(Natel: 079 123 45 67)", "+41791234567"),
        ("last_name", "„Muster“", "Muster"),
        ("last_name", "« Muster »", "Muster"),
        ("street", "Bellerivestrasse,", "Bellerivestrasse"),
        ("town", "Zürich;", "Zürich"),
    ] {
        let mut visitor = shop.visitor();
        put(&mut visitor, "en", "mountain-cheese", "1").await;
        visitor.get("/en/checkout/address").await;
        visitor.submit("email", &[&HANS[..], &[(field, typed)]].concat()).await;
        assert_eq!(visitor.path(), "/en/checkout/delivery", "{field}: {typed}");
        visitor.get("/en/checkout/address").await;
        assert_eq!(visitor.attribute(&format!("#{field}"), "value").as_deref(), Some(meant), "{typed}");
    }
    // Quotation marks make no pick-up point an address of one's own.
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &[&HANS[..], &[("street", "„PickPost 12345678“")]].concat()).await;
    assert_eq!((visitor.status, visitor.texts(".elsewhere").len()), (422, 1), "{}", visitor.body);
}

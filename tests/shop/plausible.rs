//! Addresses whose parts do not belong together: asked about in words, mended by one click, never forced.

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, Until, number, put, walk};

const MEANT: &str = ".did-you-mean form .written";

/// Hans with other lines.
fn with<'a>(fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut person = HANS.to_vec();
    person.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
    person.extend(fields);
    person
}

async fn live(visitor: &mut Visitor, lang: &str, fields: &[(&str, &str)]) {
    put(visitor, lang, "mountain-cheese", "1").await;
    visitor.get(&format!("/{lang}/checkout/address")).await;
    visitor.submit("email", &with(fields)).await;
}

async fn order_home(visitor: &mut Visitor) -> String {
    visitor.submit("delivery", &[("delivery", "home")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(visitor)
}

#[actix_web::test]
async fn what_does_not_belong_together_is_asked_about_and_mended_by_one_click() {
    let shop = Shop::open().await;
    for (fields, why, meant) in [
        (
            &[("postcode", "9490"), ("town", "Vaduz"), ("country", "CH")][..],
            "other country",
            "Bellerivestrasse 5, LI-9490 Vaduz",
        ),
        (&[("country", "LI")], "other country", "Bellerivestrasse 5, 8008 Zürich"),
        (&[("postcode", "9489"), ("town", "Vaduz")], "does not exist", "Bellerivestrasse 5, LI-9490 Vaduz"),
        (&[("postcode", "8000"), ("town", "Bern")], "does not exist", "Bellerivestrasse 5, 3027 Bern"),
        (
            &[("postcode", "8001"), ("town", "Bern")],
            "do not belong together",
            "Bellerivestrasse 5, 8001 Zürich",
        ),
        (&[("house_number", ""), ("address_extra", "5")], "house number", "Bellerivestrasse 5, 8008 Zürich"),
        (&[("street", "Bellerivestrasse 5")], "house number", "Bellerivestrasse 5, 8008 Zürich"),
        (&[("town", "8008 Zürich")], "do not belong together", "Bellerivestrasse 5, 8008 Zürich"),
    ] {
        let mut visitor = shop.visitor();
        live(&mut visitor, "en", fields).await;
        assert_eq!(visitor.path(), "/en/checkout/delivery", "it is not forced: {fields:?}");
        assert!(visitor.texts(".did-you-mean .why")[0].contains(why), "{fields:?} {}", visitor.body);
        assert_eq!(visitor.texts(MEANT)[0], meant, "{fields:?}");
        visitor.submit("written", &[("answer", "take")]).await;
        assert!(visitor.texts(".did-you-mean").is_empty(), "{fields:?}");
        let billing = shop.json(&order_home(&mut visitor).await).await["billing"].clone();
        let text = |name: &str| billing[name].as_str().unwrap_or_default().to_owned();
        let country = if text("country") == "LI" { "LI-" } else { "" };
        let line = format!(
            "{} {}, {country}{} {}",
            text("street"),
            text("house_number"),
            text("postcode"),
            text("town")
        );
        assert_eq!((line.as_str(), &billing["address_extra"]), (meant, &serde_json::Value::Null));
    }
}

#[actix_web::test]
async fn whoever_keeps_the_address_orders_with_it() {
    let shop = Shop::open().await;
    for (lang, why) in [
        ("de", "Postleitzahl und Ort gehören nicht zusammen."),
        ("fr", "Le numéro postal et la localité ne vont pas ensemble."),
        ("it", "Il numero postale e la località non vanno insieme."),
        ("en", "Postcode and town do not belong together."),
    ] {
        let mut visitor = shop.visitor();
        live(&mut visitor, lang, &[("postcode", "8001"), ("town", "Vaduz")]).await;
        assert_eq!(visitor.texts(".did-you-mean .why"), [why]);
        assert_eq!(
            visitor.texts(MEANT),
            ["Bellerivestrasse 5, 8001 Zürich", "Bellerivestrasse 5, LI-9490 Vaduz"],
            "the postcode may be right, or the town"
        );
        visitor
            .submit("written", &[("written", "Bellerivestrasse 5, LI-9490 Vaduz"), ("answer", "keep")])
            .await;
        assert!(visitor.texts(".did-you-mean").is_empty());
        let order = shop.json(&order_home(&mut visitor).await).await;
        assert_eq!(
            (&order["billing"]["postcode"], &order["billing"]["town"]),
            (&"8001".into(), &"Vaduz".into())
        );
    }
}

#[actix_web::test]
async fn the_second_proposal_is_taken_as_well_as_the_first() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    live(&mut visitor, "en", &[("postcode", "8001"), ("town", "Vaduz")]).await;
    visitor.submit("written", &[("written", "Bellerivestrasse 5, LI-9490 Vaduz"), ("answer", "take")]).await;
    let order = shop.json(&order_home(&mut visitor).await).await;
    assert_eq!((&order["billing"]["postcode"], &order["billing"]["country"]), (&"9490".into(), &"LI".into()));
}

#[actix_web::test]
async fn the_shop_knows_the_country_also_while_post_is_silent() {
    let shop = Shop::open().await;
    shop.address_fault("500").await;
    let mut visitor = shop.visitor();
    live(&mut visitor, "en", &[("postcode", "9490"), ("town", "Vaduz")]).await;
    assert_eq!(visitor.texts(MEANT), ["Bellerivestrasse 5, LI-9490 Vaduz"]);
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &with(&[("postcode", "8001"), ("town", "Bern"), ("country", "CH")])).await;
    assert_eq!(visitor.texts(MEANT), ["Bellerivestrasse 5, 8001 Zürich"]);
}

#[actix_web::test]
async fn postcode_and_town_in_each_others_fields_are_swapped_by_one_button() {
    let shop = Shop::open().await;
    for (lang, words) in [
        ("de", "Postleitzahl und Ort tauschen: 8008 Zürich"),
        ("fr", "Intervertir numéro postal et localité : 8008 Zürich"),
        ("it", "Scambia numero postale e località: 8008 Zürich"),
        ("en", "Swap postcode and town: 8008 Zürich"),
    ] {
        for (postcode, town) in [("Zürich", "8008"), ("", "8008 Zürich"), ("CH-8008 Zürich", "")] {
            let mut visitor = shop.visitor();
            live(&mut visitor, lang, &[("postcode", postcode), ("town", town)]).await;
            assert_eq!(visitor.status, 422);
            assert_eq!(visitor.texts("button[name=swap]"), [words], "{postcode} | {town}");
            assert_eq!(
                visitor.attribute("#town", "value").as_deref(),
                Some(town),
                "nothing is moved unasked"
            );
            visitor.submit("email", &[("swap", "1")]).await;
            assert_eq!(visitor.path(), format!("/{lang}/checkout/delivery"), "{}", visitor.body);
            let order = shop.json(&order_home(&mut visitor).await).await;
            assert_eq!(
                (&order["billing"]["postcode"], &order["billing"]["town"]),
                (&"8008".into(), &"Zürich".into())
            );
        }
    }
    let mut visitor = shop.visitor();
    live(&mut visitor, "en", &[("postcode", "Zürich"), ("town", "8008"), ("last_name", "")]).await;
    visitor.submit("email", &[("swap", "1")]).await;
    assert_eq!(
        (visitor.status, visitor.texts("button[name=swap]").len()),
        (422, 0),
        "a name is still missing"
    );
    assert_eq!(visitor.attribute("#postcode", "value").as_deref(), Some("8008"));
    visitor.submit("email", &[("last_name", "Muster"), ("swap", "1")]).await;
    assert_eq!(visitor.path(), "/en/checkout/delivery", "what is right is not swapped");
}

#[actix_web::test]
async fn the_other_address_and_the_collectors_home_are_looked_at_alike() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Collector).await;
    let home = [("notify", "email"), ("postcode", "9490"), ("town", "Vaduz"), ("country", "CH")];
    visitor.submit("notify", &home).await;
    assert_eq!(visitor.texts(MEANT), ["Bellerivestrasse 5, LI-9490 Vaduz"]);
    visitor.submit("written", &[("answer", "take")]).await;
    visitor.submit("notify", &[]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!(order["collector"]["home"]["country"], "LI");
    assert!(order["delivery"]["address"].is_null(), "nobody ships to the home of whoever collects: {order}");
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Delivery).await;
    let other = with(&[("delivery", "other"), ("address_extra", "5")]);
    let other: Vec<_> = other.into_iter().filter(|(name, _)| *name != "email").collect();
    visitor.submit("delivery", &other).await;
    assert_eq!(visitor.texts(MEANT), ["Bellerivestrasse 5, 8008 Zürich"]);
}

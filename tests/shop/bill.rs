//! The bill of a real order: as the form took it, as the merchant sees it, and with the day of supply as it is known then.

use crate::another_point::step;
use crate::label::pdf_text;
use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, put, walk_as};

/// The text of an order's bill, without blanks.
async fn bill(visitor: &mut Visitor, path: &str) -> String {
    visitor.get(&format!("{path}/bill.pdf")).await;
    assert_eq!(visitor.status, 200);
    pdf_text(&visitor.bytes)
}

#[actix_web::test]
async fn a_name_that_the_code_cannot_say_is_printed_as_it_is_and_the_merchant_knows() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "fr", "mountain-cheese", "1").await;
    put(&mut visitor, "fr", "kitchen-knife", "1").await;
    visitor.get("/fr/checkout").await;
    let ngoc = [
        ("title", ""),
        ("first_name", "Thị Ngọc"),
        ("last_name", "Nguyễn"),
        ("street", "Herrengasse"),
        ("house_number", "12"),
        ("postcode", "9490"),
        ("town", "Vaduz"),
        ("country", "LI"),
        ("email", "ngoc@example.ch"),
    ];
    visitor.submit("email", &ngoc).await;
    visitor.submit("delivery", &[("delivery", "home")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let path = visitor.path().to_owned();
    assert!(visitor.body.contains(">LI-9490 Vaduz<") && visitor.body.contains(">Thị Ngọc Nguyễn<"));
    let text = bill(&mut visitor, &path).await;
    for said in ["CHE-999.999.996TVA", "LI-9490Vaduz", "ThịNgọcNguyễn", "Livraison:prévuele", "2.6%", "8.1%"]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
    let json = shop.json(&number(visitor.get(&path).await)).await;
    for (vat, goods) in json["totals"]["vat"].as_array().expect("rates").iter().zip([2850, 7800]) {
        let chf = |rappen: i64| format!("{}.{:02}", rappen / 100, rappen % 100);
        let (gross, within) = (vat["gross"].as_i64().expect("gross"), vat["vat"].as_i64().expect("VAT"));
        let total = format!(
            "TVA{}%:{}comprisedans{}",
            vat["rate"].as_str().expect("a rate"),
            chf(within),
            chf(gross)
        );
        assert!(text.contains(&total), "{total} in {text}");
        // The delivery stands there with its share of each rate.
        let share = format!("Livraison{}%{}", vat["rate"].as_str().expect("a rate"), chf(gross - goods));
        assert!(text.contains(&share), "{share} in {text}");
    }
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{}", json["number"].as_str().expect("a number"))).await;
    assert!(
        clerk.body.contains("it says “Thi Ngoc Nguyen”, and “Thị Ngọc Nguyễn” is printed"),
        "{}",
        clerk.body
    );
}

#[actix_web::test]
async fn a_bill_gives_the_day_of_supply_as_it_is_known_then() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk_as(&mut visitor, "en", "home", Until::Review, "hans.muster@example.ch").await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let (path, number) = (visitor.path().to_owned(), number(&visitor));
    assert!(bill(&mut visitor, &path).await.contains("Delivery:expectedon"));
    step(&shop, &number, "packed").await;
    step(&shop, &number, "handed_over").await;
    let json = shop.stands(&number, "handed_over").await;
    let text = bill(&mut visitor, &path).await;
    assert!(text.contains("Delivery:handedtoSwissPoston"), "{text}");
    assert!(json["state_since"].as_str().is_some_and(|since| text.contains(&since[..4])), "{text}");
}

#[actix_web::test]
async fn a_bill_names_no_day_of_supply_while_post_is_silent() {
    let shop = Shop::open().await;
    shop.fault("silent").await;
    let mut visitor = shop.visitor();
    walk_as(&mut visitor, "en", "pickpost", Until::Review, "hans.muster@example.ch").await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let path = visitor.path().to_owned();
    let text = bill(&mut visitor, &path).await;
    assert!(text.contains("givesthedayassoonasitisknown"), "{text}");
}

//! What carriage costs: by weight, from one table, and never a price where nothing can be sent.

use crate::support::shop::Shop;
use crate::support::visitor::{Visitor, selector};
use crate::support::walk::{HANS, Until, number, put, walk};

/// So many of an article in the basket, and the address given.
async fn with(visitor: &mut Visitor, lang: &str, slug: &str, quantity: &str) {
    put(visitor, lang, slug, quantity).await;
    visitor.get(&format!("/{lang}/checkout/address")).await;
    visitor.submit("email", &HANS).await;
}

#[actix_web::test]
async fn home_costs_by_weight_each_parcel_of_an_order() {
    let shop = Shop::open().await;
    for (slug, quantity, price) in [
        ("mountain-cheese", "1", 900),
        ("mountain-cheese", "5", 1_070),
        ("mountain-cheese", "12", 2_300),
        ("davos-sledge", "1", 3_100),
        // Two parcels, and two bulky ones.
        ("mountain-cheese", "40", 3_370),
        ("davos-sledge", "2", 6_200),
    ] {
        let mut visitor = shop.visitor();
        with(&mut visitor, "en", slug, quantity).await;
        let shown = format!("CHF\u{a0}{}.{:02}", price / 100, price % 100);
        assert!(visitor.body.contains(&shown), "{slug} x {quantity}: {}", visitor.body);
        visitor.submit("delivery", &[("delivery", "home")]).await;
        visitor.submit("payment", &[("payment", "invoice")]).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        assert_eq!(shop.json(&number(&visitor)).await["totals"]["delivery"], price, "{slug} x {quantity}");
    }
}

#[actix_web::test]
async fn what_is_more_than_a_parcel_has_no_price_and_a_way_on() {
    let shop = Shop::open().await;
    shop.sells_a_stone_of_34_kilograms().await;
    for (slug, quantity, lang, words) in [
        ("granite-grill", "1", "de", "So geht das nicht als ein Paket"),
        ("granite-grill", "2", "fr", "Cela ne part pas en un seul colis"),
        ("granite-grill", "1", "it", "Così non parte in un solo pacco"),
        ("granite-grill", "3", "en", "This does not go as one parcel"),
    ] {
        let mut visitor = shop.visitor();
        put(&mut visitor, lang, slug, quantity).await;
        assert!(
            !visitor.texts(".basket-side")[0].contains("CHF 9.00"),
            "{}",
            visitor.texts(".basket-side")[0]
        );
        visitor.get(&format!("/{lang}/checkout/address")).await;
        visitor.submit("email", &HANS).await;
        assert!(visitor.texts(".too-much")[0].contains(words), "{slug}");
        assert_eq!(visitor.attribute(".too-much a", "href"), Some(format!("/{lang}/basket")));
        assert!(visitor.texts(".choice-figures .money").is_empty(), "no price for what is not sent");
        for kind in ["home", "other", "pickpost", "my_post_24"] {
            visitor.submit("delivery", &[("delivery", kind)]).await;
            assert_eq!(
                (visitor.status, visitor.path()),
                (422, &*format!("/{lang}/checkout/delivery")),
                "{kind}"
            );
        }
    }
}

#[actix_web::test]
async fn from_is_said_only_where_a_point_takes_the_goods_and_a_subtotal_is_called_one() {
    let shop = Shop::open().await;
    for (lang, from, subtotal, total) in [
        ("de", "ab 7.00", "Zwischentotal ohne Lieferung", "Total"),
        ("fr", "dès 7.00", "Sous-total sans livraison", "Total"),
        ("it", "da 7.00", "Subtotale senza consegna", "Totale"),
        ("en", "from 7.00", "Subtotal without delivery", "Total"),
    ] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, lang, "home", Until::Delivery).await;
        assert!(visitor.texts(".summary .sums")[0].contains(from));
        assert_eq!(visitor.texts(".summary .total dt"), [subtotal]);
        visitor.submit("delivery", &[("delivery", "home")]).await;
        assert_eq!(visitor.texts(".summary .total dt"), [total]);
        let mut sledge = shop.visitor();
        put(&mut sledge, lang, "davos-sledge", "1").await;
        assert!(
            sledge.texts(".basket-side")[0].contains("31.00") && !sledge.body.contains("7.00"),
            "{}",
            sledge.body
        );
        with(&mut sledge, lang, "davos-sledge", "1").await;
        let sums = sledge.texts(".summary .sums")[0].clone();
        assert!(sums.contains("62.00") && !sums.contains("7.00"), "two of them, each by itself: {sums}");
        assert_eq!(sledge.texts(".summary .total dt"), [subtotal]);
        sledge.get(&format!("/{lang}/terms")).await;
        for figure in ["7.00", "9.00", "10.70", "23.00", "31.00", "15", "30"] {
            assert!(sledge.body.contains(figure), "{figure}");
        }
    }
}

#[actix_web::test]
async fn a_company_of_seventy_characters_stands_on_its_bill_whole_and_on_its_label_over_two_lines() {
    let shop = Shop::open().await;
    let firm = "Schweizerische Gesellschaft für die Erhaltung alpiner Murmeltiere Bern";
    assert_eq!(firm.chars().count(), 70);
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    let too_long = format!("{firm}s");
    visitor.submit("email", &[&HANS[..], &[("company", &too_long)]].concat()).await;
    assert_eq!(visitor.texts("#company-problem"), ["At most 70 characters"], "the bill is no label");
    assert_eq!(visitor.texts(".problems li"), ["Company: At most 70 characters"]);
    visitor.submit("email", &[&HANS[..], &[("company", firm)]].concat()).await;
    assert_eq!(visitor.path(), "/en/checkout/delivery");
    let two = ["Schweizerische Gesellschaft für die", "Erhaltung alpiner Murmeltiere Bern"];
    let other: Vec<_> =
        HANS.into_iter().filter(|(name, _)| *name != "email").chain([("delivery", "other")]).collect();
    visitor.submit("delivery", &[&other[..], &[("company", &too_long)]].concat()).await;
    assert_eq!(visitor.texts("#company-problem"), ["At most 70 characters"]);
    for delivery in [&[("delivery", "home")][..], &[&other[..], &[("company", firm)]].concat()] {
        let mut visitor = shop.visitor();
        put(&mut visitor, "en", "mountain-cheese", "1").await;
        visitor.get("/en/checkout/address").await;
        visitor.submit("email", &[&HANS[..], &[("company", firm)]].concat()).await;
        visitor.submit("delivery", delivery).await;
        visitor.submit("payment", &[("payment", "invoice")]).await;
        let printed = visitor.texts(".label-lines").join("");
        assert!(
            two.iter().all(|line| printed.contains(line)),
            "the review says how it is printed: {printed}"
        );
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        let number = number(&visitor);
        let order = shop.until(&number, |json| json["shipment_state"] == "sent").await;
        for company in [&order["billing"]["company"], &order["delivery"]["address"]["company"]] {
            assert_eq!(company, firm, "{order}");
        }
        let lines = [&order["label_lines"][0], &order["label_lines"][1], &order["label_lines"][2]];
        assert_eq!(lines, [two[0], two[1], "Hans Muster"], "{order}");
        let mut clerk = shop.clerk().await;
        clerk.get(&format!("/merchant/orders/{number}/label.svg?layout=A7")).await;
        assert!(two.iter().all(|line| clerk.body.contains(&format!(">{line}</text>"))), "{}", clerk.body);
    }
}

#[actix_web::test]
async fn what_post_has_is_said_of_whoever_collects() {
    let shop = Shop::open().await;
    for (lang, own, other) in [
        ("de", "um Ihr Paket auszuhändigen", "um das Paket an Zoë Ünlü auszuhändigen"),
        ("fr", "remettre votre colis", "remettre le colis à Zoë Ünlü"),
        ("it", "consegnare il pacco.", "consegnare il pacco a Zoë Ünlü"),
        ("en", "hand over your parcel", "hand the parcel to Zoë Ünlü"),
    ] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, lang, "pickpost", Until::Payment).await;
        assert!(visitor.texts(".notice.is-good")[0].contains(own));
        visitor.get(&format!("/{lang}/checkout/collector")).await;
        visitor.submit("notify", &[("notify", "email"), ("first_name", "Zoë"), ("last_name", "Ünlü")]).await;
        assert!(visitor.texts(".notice.is-good")[0].contains(other), "{}", visitor.body);
    }
}

#[actix_web::test]
async fn weights_are_written_alike_in_every_language() {
    let shop = Shop::open().await;
    for lang in ["de", "fr", "it", "en"] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, lang, "home", Until::Delivery).await;
        put(&mut visitor, lang, "tent", "4").await;
        assert!(visitor.body.contains("2.9 kg") && !visitor.body.contains("2,9 kg"), "{lang}");
        visitor.get(&format!("/{lang}/checkout/address")).await;
        assert!(
            !visitor.texts(".summary-name").iter().any(|line| line.contains("4 × 2")),
            "{:?}",
            visitor.texts(".summary-name")
        );
    }
}

#[actix_web::test]
async fn what_cannot_be_sent_says_so_and_why_before_the_basket_and_all_that_is_shipped_with_the_shop_can() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    visitor.get("/en/").await;
    let goods: Vec<String> = visitor
        .page()
        .select(&selector(".goods a"))
        .filter_map(|a| a.value().attr("href"))
        .map(str::to_owned)
        .collect();
    assert!(goods.len() >= 20, "{goods:?}");
    for page in goods {
        visitor.get(&page).await;
        assert_eq!(visitor.status, 200, "{page}");
        assert!(!visitor.body.contains("Cannot be sent"), "{page}");
    }
    // The heaviest goes to the door and to a counter, also two of it.
    with(&mut visitor, "en", "granite-grill", "2").await;
    visitor.submit("delivery", &[("delivery", "home")]).await;
    assert_eq!(visitor.path(), "/en/checkout/payment");
    shop.sells_a_stone_of_34_kilograms().await;
    for (lang, words) in [
        ("de", "Kann nicht verschickt werden: Das Paket wiegt 35.7 kg, erlaubt sind hier 30 kg"),
        ("fr", "Ne peut pas être envoyé\u{a0}: Le colis pèse 35.7 kg"),
        ("it", "Non si può spedire: Il pacco pesa 35.7 kg"),
        ("en", "Cannot be sent: The parcel weighs 35.7 kg"),
    ] {
        visitor.get(&format!("/{lang}/products/granite-grill")).await;
        assert!(visitor.body.contains(words), "{lang}: {}", visitor.body);
    }
}

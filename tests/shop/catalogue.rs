//! The shelf and the basket.

use crate::support::shop::Shop;
use crate::support::walk::put;

#[actix_web::test]
async fn the_door_leads_to_the_visitors_language() {
    let shop = Shop::open().await;
    let client =
        reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    for (header, path) in [("fr-CH,fr;q=0.9", "/fr/"), ("it", "/it/"), ("ja", "/de/"), ("en-GB", "/en/")] {
        let answer = client.get(&shop.url).header("accept-language", header).send().await.expect("an answer");
        assert_eq!((answer.status().as_u16(), answer.headers()["location"].to_str().ok()), (302, Some(path)));
    }
}

#[actix_web::test]
async fn all_goods_have_texts_and_pictures_in_all_languages() {
    let shop = Shop::open().await;
    for lang in ["de", "fr", "it", "en"] {
        let mut visitor = shop.visitor();
        visitor.get(&format!("/{lang}/")).await;
        assert_eq!(visitor.texts(".good-name").len(), 24);
        let pictures: Vec<String> = visitor
            .page()
            .select(&crate::support::visitor::selector("img"))
            .filter_map(|img| img.attr("src").map(ToOwned::to_owned))
            .collect();
        for picture in pictures {
            visitor.get(&picture).await;
            assert_eq!(visitor.status, 200, "{picture}");
        }
    }
}

#[actix_web::test]
async fn whoever_only_looks_gets_no_cookie() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    for path in ["/en/", "/en/products/mountain-cheese", "/en/basket", "/en/terms", "/en/about"] {
        visitor.get(path).await;
        assert_eq!(visitor.status, 200);
        assert!(visitor.cookies.is_empty(), "{path}");
    }
}

#[actix_web::test]
async fn the_basket_counts_changes_and_empties() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "2").await;
    put(&mut visitor, "en", "milk-chocolate", "1").await;
    assert_eq!(visitor.texts(".count"), ["3 items"]);
    visitor.submit("quantity_1", &[("quantity_1", "5")]).await;
    assert_eq!(visitor.texts(".count"), ["6 items"]);
    visitor.submit("quantity_1", &[("quantity_1", "many")]).await;
    assert_eq!((visitor.status, visitor.attribute("#quantity_1", "value").as_deref()), (422, Some("many")));
    visitor.get("/en/basket").await;
    visitor.submit("quantity_1", &[("remove", "1")]).await;
    visitor.submit("quantity_3", &[("quantity_3", "0")]).await;
    assert!(visitor.body.contains("Your basket is still empty"));
}

#[actix_web::test]
async fn stock_is_told_and_kept() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    visitor.get("/en/products/cow-bell").await;
    assert!(visitor.body.contains("sold out") && visitor.attribute("#quantity", "name").is_none());
    visitor.get("/en/products/wool-mittens").await;
    assert!(visitor.body.contains("Only 3 left"));
    for wrong in ["4", "0", "-1", "1.5", "many", "99999999999", "１½"] {
        visitor.get("/en/products/wool-mittens").await;
        visitor.submit("quantity", &[("quantity", wrong)]).await;
        assert_eq!((visitor.status, visitor.attribute("#quantity", "value").as_deref()), (422, Some(wrong)));
    }
    visitor.submit("quantity", &[("quantity", "3")]).await;
    assert_eq!(visitor.path(), "/en/basket");
    visitor.get("/en/products/wool-mittens").await;
    visitor.submit("quantity", &[("quantity", "1")]).await;
    assert_eq!(visitor.status, 422, "what lies in the basket is counted");
}

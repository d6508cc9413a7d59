//! What cannot be ordered is named on the page that says so, and mended there with one click.

use crate::support::patience;
use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, number, put};

async fn at_review(shop: &Shop, slug: &str, quantity: &str) -> Visitor {
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", slug, quantity).await;
    visitor.get("/en/checkout").await;
    visitor.submit("email", &HANS).await;
    visitor.submit("delivery", &[("delivery", "home")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    assert_eq!(visitor.path(), "/en/checkout/review");
    visitor
}

async fn sql(shop: &Shop, statement: &'static str) {
    sqlx::query(statement).execute(&mut shop.owner().await).await.expect("a change");
}

fn can_order(visitor: &Visitor) -> bool {
    visitor.attribute("button[name=place]", "value").is_some()
}

#[actix_web::test]
async fn fewer_than_ordered_are_named_and_taken_with_one_click() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "kitchen-knife", "3").await;
    sql(&shop, "update product set stock = 2 where id = 9").await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(visitor.status, 422);
    assert!(visitor.texts(".missing li")[0].starts_with("Kitchen knife: only 2 left"), "{}", visitor.body);
    assert!(!can_order(&visitor), "what cannot be ordered is not offered");
    // A look at the page says the same.
    visitor.get("/en/checkout/review").await;
    assert_eq!(visitor.texts(".missing button"), ["Take 2", "Leave it out"]);
    assert!(!can_order(&visitor));
    visitor.submit("take", &[("take", "9")]).await;
    assert_eq!((visitor.status, visitor.path()), (200, "/en/checkout/review"));
    assert!(visitor.texts(".missing").is_empty() && can_order(&visitor));
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!(order["lines"][0]["quantity"], 2);
}

#[actix_web::test]
async fn a_sold_out_article_is_left_out_and_the_rest_is_ordered() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "kitchen-knife", "1").await;
    put(&mut visitor, "en", "wool-socks", "1").await;
    visitor.get("/en/checkout/review").await;
    sql(&shop, "update product set stock = 0 where id = 9").await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(visitor.texts(".missing li"), ["Kitchen knife: sold out Leave it out"]);
    visitor.submit("remove", &[("remove", "9")]).await;
    assert!(can_order(&visitor), "{}", visitor.body);
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(shop.json(&number(&visitor)).await["lines"][0]["name"], "Wool socks, two pairs");
}

#[actix_web::test]
async fn where_all_of_it_is_gone_the_basket_says_so() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "kitchen-knife", "1").await;
    sql(&shop, "update product set stock = 0 where id = 9").await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    visitor.submit("remove", &[("remove", "9")]).await;
    assert_eq!(visitor.path(), "/en/basket");
    assert!(visitor.body.contains("still empty"));
}

#[actix_web::test]
async fn a_withdrawn_article_is_named_to_whoever_has_it_in_the_basket() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "kitchen-knife", "1").await;
    put(&mut visitor, "en", "wool-socks", "1").await;
    visitor.get("/en/checkout/review").await;
    let (action, fields) = visitor.filled("idempotency_key", &[("place", "1")]);
    sql(&shop, "delete from product_text where product_id = 9").await;
    let mut basket = shop.visitor();
    basket.cookies.clone_from(&visitor.cookies);
    for _ in patience() {
        basket.get("/en/basket").await;
        if basket.body.contains("no longer sold") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(basket.body.contains("Kitchen knife: no longer sold"), "{}", basket.body);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    visitor.post(&action, &fields).await;
    assert_eq!(visitor.status, 422);
    let changes = visitor.texts(".changes").join(" ");
    assert!(changes.contains("Kitchen knife") && changes.contains("no longer included"), "{changes}");
    assert!(can_order(&visitor), "one click agrees to the rest");
}

#[actix_web::test]
async fn in_the_basket_too_what_is_left_is_taken_with_one_click() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "kitchen-knife", "3").await;
    sql(&shop, "update product set stock = 1 where id = 9").await;
    for _ in patience() {
        visitor.get("/en/basket").await;
        if visitor.body.contains("Take 1") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    visitor.submit("take", &[("take", "9")]).await;
    assert_eq!(visitor.texts(".count"), ["1 item"], "{}", visitor.body);
    assert!(visitor.body.contains("/en/checkout\""), "and it goes to checkout");
}

//! The goods stand in memory: pages ask nobody for them, and are never far behind the database.

use sqlx::Executor;

use crate::support::shop::Shop;
use crate::support::walk::{Until, number, put, walk};

#[actix_web::test]
async fn a_change_of_the_goods_is_shown_by_every_instance_without_a_restart() {
    let shop = Shop::open().await;
    let other = Shop::open_on(&shop.database).await;
    let mut owner = shop.owner().await;
    for (statement, path, words) in [
        ("update product set price_rappen = 9990 where slug = 'compass'", "/en/products/compass", "99.90"),
        (
            "update product_text set name = 'Pole finder' where product_id = 16 and lang = 'en'",
            "/en/",
            "Pole finder",
        ),
        (
            "update product set stock = 0 where slug = 'compass'",
            "/en/products/compass",
            "This item is sold out",
        ),
    ] {
        owner.execute(statement).await.expect("a change");
        shop.says(path, words).await;
        other.says(path, words).await;
    }
}

#[actix_web::test]
async fn whoever_orders_the_last_one_sees_it_gone_at_once() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "wool-mittens", "3").await;
    walk(&mut visitor, "en", "home", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor);
    visitor.get("/en/products/wool-mittens").await;
    assert!(visitor.body.contains("This item is sold out"), "{}", visitor.body);
}

#[actix_web::test]
async fn an_article_without_a_text_in_ones_language_is_shown_and_sold_in_another() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "fr", "home", Until::Review).await;
    let gone = "delete from product_text where lang = 'fr' and product_id = (
                    select id from product where slug = 'mountain-cheese')";
    shop.owner().await.execute(gone).await.expect("a text less");
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(visitor.status, 422);
    assert!(visitor.body.contains("Bergkäse"), "{}", visitor.body);
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!(order["lines"][0]["name"], "Bergkäse, 12 Monate gereift");
    visitor.get("/fr/products/mountain-cheese").await;
    assert_eq!(visitor.status, 200);
}

#[actix_web::test]
async fn an_article_that_is_taken_off_the_shelf_stands_in_no_orders_way() {
    let shop = Shop::open().await;
    let off = "delete from product_text where product_id = (select id from product where slug = 'compass')";
    let mut before = shop.visitor();
    put(&mut before, "en", "compass", "1").await;
    walk(&mut before, "en", "home", Until::Payment).await;
    let mut after = shop.visitor();
    put(&mut after, "en", "compass", "1").await;
    walk(&mut after, "en", "home", Until::Review).await;
    shop.owner().await.execute(off).await.expect("off the shelf");
    // Whoever has seen it is told; whoever has not is told as well, and orders what is there.
    after.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(after.status, 422, "{}", after.body);
    after.submit("idempotency_key", &[("place", "1")]).await;
    before.submit("payment", &[("payment", "invoice")]).await;
    assert!(before.body.contains("ompass: no longer sold"), "{}", before.body);
    assert!(!before.texts(".summary").concat().contains("ompass"), "{}", before.body);
    before.submit("idempotency_key", &[("place", "1")]).await;
    for visitor in [before, after] {
        let order = shop.json(&number(&visitor)).await;
        assert_eq!(order["lines"].as_array().map(Vec::len), Some(1));
    }
}

#[actix_web::test]
async fn the_goods_are_shown_while_the_line_to_the_database_is_cut_and_taken_up_again() {
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    owner
        .execute(
            "select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and query ilike 'listen%' and pid <> pg_backend_pid()",
        )
        .await
        .expect("the line is cut");
    owner.execute("update product set price_rappen = 8880 where slug = 'compass'").await.expect("a change");
    shop.says("/en/products/compass", "88.80").await;
}

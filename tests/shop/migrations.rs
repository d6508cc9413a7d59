//! The example of docs/migrations.md, step by step beside an open shop that knows nothing of it and sells.

use sqlx::{AssertSqlSafe, PgConnection};

use crate::support::shop::Shop;
use crate::support::walk::{Until, walk};

const DOCUMENT: &str = include_str!("../../docs/migrations.md");

/// The files of the example, in their order.
fn files() -> Vec<&'static str> {
    DOCUMENT.split("```sql\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// Runs a file as sqlx does.
async fn migrate(owner: &mut PgConnection, file: &str) {
    let alone = file.starts_with("-- no-transaction\n");
    let text = if alone { file.to_owned() } else { format!("begin; {file} commit") };
    sqlx::raw_sql(AssertSqlSafe(text)).execute(owner).await.unwrap_or_else(|error| panic!("{file}: {error}"));
}

/// Orders in French; gives the path and the status of where that led.
async fn order(shop: &Shop) -> (String, u16) {
    let mut visitor = shop.visitor();
    walk(&mut visitor, "fr", "home", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    (visitor.path().to_owned(), visitor.status)
}

async fn languages(owner: &mut PgConnection, column: &str) -> Vec<Option<String>> {
    let all = AssertSqlSafe(format!("select {column} from shop_order order by number"));
    sqlx::query_scalar(all).fetch_all(owner).await.expect("the orders")
}

#[actix_web::test]
async fn the_example_lets_the_shop_that_runs_sell_on_until_its_last_step() {
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    let files = files();
    assert_eq!(files.len(), 4);
    let (first, _) = order(&shop).await;
    for (number, file) in files[..3].iter().enumerate() {
        migrate(&mut owner, file).await;
        let (path, status) = order(&shop).await;
        assert!(status == 200 && path.starts_with("/fr/orders/"), "after step {number}: {path}");
    }
    let french = vec![Some("fr".to_owned()); 4];
    assert_eq!(
        languages(&mut owner, "lang").await,
        french,
        "what was there is moved, what came is written twice"
    );
    // What the second release writes, the first one reads.
    let second = |lang: &str, number: u8| {
        let fields = format!(
            "{{\"id\": \"00000000-0000-0000-0000-00000000000{number}\", \"number\": {number},
               \"token\": \"aaaaaaaaaaaaaaaaaaaaa{number}\", \"idempotency_key\": \"kkkkkkkkkkkkkkkkkkkk{number}\",
               \"basket_id\": \"00000000-0000-0000-0000-00000000000{number}\", \"language\": null, \"lang\": {lang}}}"
        );
        let insert =
            "insert into shop_order select (jsonb_populate_record(o, $1::jsonb)).* from shop_order o limit 1";
        sqlx::query(insert).bind(fields)
    };
    let half = sqlx::raw_sql(
        "alter table shop_order disable trigger order_is_whole, drop column first_delivery cascade",
    );
    half.execute(&mut owner).await.expect("half an order");
    second("\"it\"", 9).execute(&mut owner).await.expect("an order of the second release");
    assert_eq!(languages(&mut owner, "language").await[0].as_deref(), Some("it"));
    let refused = second("null", 8).execute(&mut owner).await.expect_err("it names none").to_string();
    assert!(refused.contains("lang_is_there"), "{refused}");
    let mut visitor = shop.visitor();
    visitor.get(&first).await;
    assert_eq!(visitor.status, 200);
    // Too early: this shop still speaks the old one.
    migrate(&mut owner, files[3]).await;
    assert_eq!(order(&shop).await.1, 500, "the last step has a release of its own for a reason");
    assert_eq!(languages(&mut owner, "lang").await[1..], french);
}

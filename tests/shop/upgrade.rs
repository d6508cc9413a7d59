//! A database of the version that has landed goes on: nothing of its orders changes, and none of its rows is in the way.

use std::path::Path;

use chrono::{TimeZone, Utc};
use pickpost_shop::clock::Clock;
use serde_json::Value;
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

use crate::support::cluster::{fresh_database, options};
use crate::support::shop::Shop;
use crate::support::walk::{Until, number, walk};

/// The migrations with a number in this range, in their order.
fn migrations(numbers: std::ops::RangeInclusive<u32>) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the migrations").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let number = |path: &Path| {
        path.file_name().and_then(|name| name.to_str()?.get(..4)?.parse::<u32>().ok()).expect("a number")
    };
    files.retain(|path| numbers.contains(&number(path)));
    files.iter().map(|path| std::fs::read_to_string(path).expect("a migration")).collect()
}

/// An order as the landed version wrote it: its address passed the old rule, its delivery is taxed at 8.1 %.
const LANDED: &str = "
    insert into shop_order values ('00000000-0000-0000-0000-000000000001', 1, 'aaaaaaaaaaaaaaaaaaaaaa',
        '00000000-0000-0000-0000-000000000002', 'kkkkkkkkkkkkkkkkkkkk', 'de', now(), 'a@example.ch', null, '2026-11-01',
        'invoice', null, 2850, 700, 3550, '2026-11-27');
    insert into order_line values ('00000000-0000-0000-0000-000000000001', 1, 1, 'Käse', 1, 2850, 2850, 260, 800);
    insert into order_vat values ('00000000-0000-0000-0000-000000000001', 260, 2850, 72),
        ('00000000-0000-0000-0000-000000000001', 810, 700, 52);
    insert into billing_address values ('00000000-0000-0000-0000-000000000001', null, 'Hans', 'Muster', null,
        'Weg', '1', 'c/o PickPost 12345678', '8400', 'Winterthur', 'CH');
    insert into delivery (order_id, kind, first_name, last_name, street, house_number, address_extra, postcode, town,
        country) values ('00000000-0000-0000-0000-000000000001', 'home', 'Hans', 'Muster', 'Weg', '1',
        'c/o PickPost 12345678', '8400', 'Winterthur', 'CH');
    insert into basket values ('00000000-0000-0000-0000-000000000003', now(), now(), null);
    insert into checkout (basket_id, billing, updated_at) values ('00000000-0000-0000-0000-000000000003', '{}', now());";

async fn run(connection: &mut PgConnection, statements: &str) -> sqlx::Result<()> {
    sqlx::raw_sql(AssertSqlSafe(statements.to_owned())).execute(connection).await.map(drop)
}

#[actix_web::test]
async fn orders_of_the_landed_version_stay_as_they_are() {
    // The cluster is up once it has made a database.
    fresh_database().await;
    let mut owner = PgConnection::connect_with(&options("postgres")).await.expect("the cluster");
    run(&mut owner, "create database landed template template0").await.expect("an empty database");
    let mut landed = PgConnection::connect_with(&options("landed")).await.expect("the database");
    for migration in migrations(1..=5) {
        run(&mut landed, &migration).await.expect("the landed version");
    }
    run(&mut landed, &format!("begin; {LANDED} commit")).await.expect("an order");
    let state = "select (select json_agg(v order by vat_rate_bp) from order_vat v)::text
                     || (select json_agg(b) from billing_address b)::text";
    let before: String = sqlx::query_scalar(state).fetch_one(&mut landed).await.expect("its copies");
    for migration in migrations(6..=9999) {
        run(&mut landed, &migration).await.expect("a later migration");
    }
    let after: String = sqlx::query_scalar(state).fetch_one(&mut landed).await.expect("its copies");
    assert_eq!(after, before);
    let again =
        "insert into billing_address select gen_random_uuid(), title, first_name, last_name, company, street,
                     house_number, address_extra, postcode, town, country from billing_address";
    let refused = run(&mut landed, again).await.expect_err("the new rule holds for what is new").to_string();
    assert!(refused.contains("billing_is_no_pickup_point"), "{refused}");
}

/// What the version before has left: see the README beside it.
fn left(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/landed").join(file);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A database as the version before has left it; gives its address.
async fn of_the_version_before(name: &str) -> String {
    let address = fresh_database().await;
    let mut owner = PgConnection::connect_with(&options("postgres")).await.expect("the cluster");
    run(&mut owner, &format!("create database {name} template template0")).await.expect("an empty database");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    for entry in std::fs::read_dir(here).expect("the migrations").flatten() {
        if entry.file_name().to_str().is_some_and(|name| name < "0013") {
            std::fs::copy(entry.path(), folder.join(entry.file_name())).expect("a copy");
        }
    }
    let before = Migrator::new(&*folder).await.expect("its migrations");
    let mut landed = PgConnection::connect_with(&options(name)).await.expect("the database");
    before.run(&mut landed).await.expect("the version before");
    run(&mut landed, &format!("begin; {} commit", left("orders.sql"))).await.expect("its orders");
    let (server, rest) = address.split_once("localhost/").expect("an address");
    format!("{server}localhost/{name}?{}", rest.split_once('?').expect("a socket").1)
}

#[actix_web::test]
async fn orders_of_all_kinds_read_field_for_field_as_in_the_version_before() {
    let database = of_the_version_before("landed_with_orders").await;
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).single().expect("a moment"));
    let shop = Shop::open_at(clock, &[("DATABASE_URL", &database)]).await;
    let mut clerk = shop.clerk().await;
    for order in 10001..=10005 {
        let before: Value = serde_json::from_str(&left(&format!("M-{order}.json"))).expect("JSON");
        let after = shop.json(&format!("M-{order}")).await;
        for (field, value) in before.as_object().expect("an object") {
            assert_eq!(&after[field], value, "{field} of M-{order}");
        }
        assert_eq!(after["payment_state"], "due");
        clerk.get(&format!("/merchant/orders/M-{order}/label.svg")).await;
        if before["ident_code"].is_null() {
            assert_eq!(clerk.status, 409, "no label without a User ID");
        } else {
            assert_eq!(clerk.body, left(&format!("M-{order}.svg")), "the label of M-{order}");
        }
    }
    let tokens: Vec<String> = sqlx::query_scalar("select token from shop_order")
        .fetch_all(&mut shop.owner().await)
        .await
        .expect("the orders");
    for token in tokens {
        let mut visitor = shop.visitor();
        visitor.get(&format!("/fr/orders/{token}")).await;
        assert_eq!(visitor.status, 200, "{}", visitor.body);
    }
}

#[actix_web::test]
async fn a_shop_of_the_version_before_goes_on_where_it_was() {
    let database = of_the_version_before("landed_goes_on").await;
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).single().expect("a moment"));
    let shop = Shop::open_at(clock, &[("DATABASE_URL", &database)]).await;
    // The order that waited for Post is asked about again, and gets a code that no order before it had.
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders/M-10005").await;
    assert!(clerk.body.contains("We ask again by ourselves: "), "{}", clerk.body);
    clerk.submit("ask", &[("ask", "1")]).await;
    let settled = shop.json("M-10005").await;
    assert_eq!(
        (&settled["user_id_state"], &settled["ident_code"]),
        (&"known".into(), &"990012345620000001".into())
    );
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "my_post_24", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(number(&visitor), "M-10006");
}

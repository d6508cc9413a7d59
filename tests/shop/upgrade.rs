//! A database of the version that has landed goes on: nothing of its orders changes, and none of its rows is in the way.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection, PgConnection};

use crate::support::cluster::{fresh_database, options};

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

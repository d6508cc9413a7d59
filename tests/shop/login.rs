//! The application's login: whoever breaks into the application is not the owner of the database, and cannot become it.

use sqlx::{Connection, PgConnection};

use crate::support::shop::{Shop, as_application};

#[actix_web::test]
async fn the_application_owns_nothing_and_cannot_become_the_owner() {
    let shop = Shop::open().await;
    let mut app = shop.app_role().await;
    for way_back in
        ["reset role", "set role none", "set session authorization default", "reset session authorization"]
    {
        sqlx::query(way_back).execute(&mut app).await.expect("it leads nowhere");
        let forbidden = sqlx::query("update shop_order set total = 1").execute(&mut app).await;
        assert!(forbidden.is_err_and(|error| error.to_string().contains("permission denied")), "{way_back}");
    }
    for refused in [
        "set role shop",
        "set session authorization shop",
        "copy (select 1) to program 'true'",
        "create table public.mine ()",
        "alter role shop_app superuser",
        "create role another",
        "select pg_read_file('postmaster.pid')",
    ] {
        let said = sqlx::query(refused).execute(&mut app).await.expect_err(refused).to_string();
        assert!(
            said.contains("permission denied") || said.contains("must be superuser"),
            "{refused}: {said}"
        );
    }
    let owned: i64 = sqlx::query_scalar("select count(*) from pg_class where relowner = 'shop_app'::regrole")
        .fetch_one(&mut app)
        .await
        .expect("a count");
    assert_eq!(owned, 0);
    let who: Vec<String> =
        sqlx::query_scalar("select distinct usename::text from pg_stat_activity where datname = current_database() and application_name = 'pickpost-shop'")
            .fetch_all(&mut shop.owner().await)
            .await
            .expect("names");
    assert_eq!(who, ["shop_app"], "every connection of the open shop is the application's");
}

#[actix_web::test]
async fn a_login_of_ones_own_is_admitted_and_one_that_could_be_the_owner_is_refused() {
    use pickpost_shop::db::Database;
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    for statement in [
        "drop role if exists till, boss",
        "create role till login noinherit",
        "create role boss login in role shop",
    ] {
        sqlx::query(statement).execute(&mut owner).await.expect(statement);
    }
    let named = |login: &str| as_application(&shop.database).replace("shop_app@", &format!("{login}@"));
    let open = async |login: &str| {
        let settings = std::collections::HashMap::from([
            ("DATABASE_URL", named(login)),
            ("DATABASE_OWNER_URL", shop.database.clone()),
        ]);
        let settings = pickpost_shop::config::Settings::read(&|name| settings.get(name).cloned());
        Database::open(&settings.expect("settings")).await
    };
    for (login, said) in
        [("boss", "could become it"), ("shop", "is the owner"), ("unheard", "create role unheard")]
    {
        let error = open(login).await.expect_err(login).to_string();
        assert!(error.contains(said) && error.contains("DATABASE_URL"), "{login}: {error}");
    }
    // The test cluster lets nobody in but its own two logins, so this one enters on another way.
    let refused = open("till").await.expect("admitted by the owner");
    refused.close().await;
    let member: bool = sqlx::query_scalar("select pg_has_role('till', 'shop_app', 'member')")
        .fetch_one(&mut owner)
        .await
        .expect("an answer");
    assert!(member, "it has the application's rights from now on");
    assert!(
        PgConnection::connect(&named("till")).await.is_err(),
        "the embedded cluster knows two logins only"
    );
    sqlx::query("drop role till, boss").execute(&mut owner).await.expect("gone");
}

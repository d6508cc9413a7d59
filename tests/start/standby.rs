//! Started against a standby: a shop waits for a primary and says so, a command ends with a sentence.

use std::io::{BufRead, BufReader};
use std::time::Instant;

use pickpost_shop::db::embedded::Embedded;
use pickpost_shop::db::home::root;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

use super::guard::until_ready;
use super::{Folder, opened, order, program, signal, support};

#[test]
fn a_shop_that_meets_a_standby_waits_for_a_primary_and_a_command_says_so() {
    let folder = Folder::new("standby");
    let cluster = folder.0.join("cluster");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let start = || runtime.block_on(Embedded::start(&support::cluster::programs(), &cluster, false));
    let ask = |statement: &'static str| {
        runtime.block_on(async {
            let options = PgConnectOptions::new_without_pgpass().socket(root(&cluster).join("socket"));
            let options = options.username("shop").database("postgres");
            let mut owner = PgConnection::connect_with(&options).await.expect("the owner enters");
            sqlx::query(statement).execute(&mut owner).await.expect(statement);
        });
    };
    let mut postgres = start().expect("a cluster");
    ask("create database sales");
    postgres.stop();
    std::fs::write(root(&cluster).join("cluster/standby.signal"), "").expect("it is a standby now");
    let postgres = start().expect("a standby");
    let url = format!("postgres://shop@localhost/sales?host={}", postgres.socket().display());

    let output = program(&folder.0.join("data")).env("DATABASE_URL", &url).arg("migrate").output();
    let output = output.expect("the program");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && said.contains("the database is a standby"), "{said}");

    let waiting = || {
        let mut shop =
            program(&folder.0.join("data")).env("DATABASE_URL", &url).spawn().expect("the program");
        let mut lines = BufReader::new(shop.stderr.take().expect("a pipe")).lines();
        let line = lines.by_ref().map_while(Result::ok).find(|line| line.contains("Waiting for a primary"));
        assert!(line.is_some_and(|line| line.contains("standby")), "it says what it waits for");
        std::thread::spawn(move || lines.for_each(drop));
        shop
    };
    let mut impatient = waiting();
    signal(&impatient, "-TERM");
    assert!(impatient.wait().expect("its end").success(), "whoever does not want to wait says so");

    let mut shop = waiting();
    let begun = Instant::now();
    ask("select pg_promote()");
    let (url, _) = opened(&mut shop, begun);
    until_ready(&url, 200);
    order(&url);
    ask("alter system set default_transaction_read_only = on");
    ask("select pg_reload_conf()");
    assert_eq!(until_ready(&url, 503).1, "the database is a standby");
    signal(&shop, "-TERM");
    assert!(shop.wait().expect("its end").success());
}

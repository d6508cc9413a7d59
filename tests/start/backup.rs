//! Everything of the shop in one file, and back again: what was ordered stands, and nothing is overwritten.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use pickpost_shop::db::database::MIGRATIONS;
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

use super::guard::as_owner;
use super::support::cluster::{fresh_database, options};
use super::support::patience;
use super::support::shop::as_application;
use super::support::visitor::Visitor;
use super::support::walk::{Until, number, walk};
use super::{Folder, failed, get, open, opened, order, program, signal};

pub const MERCHANT: (&str, &str) = ("anna@example.ch", "correct horse battery");

/// A shop with a merchant of its own.
pub fn open_with_merchant(mut command: Command) -> (Child, String) {
    command.env("MERCHANT_EMAIL", MERCHANT.0).env("MERCHANT_PASSWORD", MERCHANT.1);
    let begun = Instant::now();
    let mut child = command.spawn().expect("the program");
    let (url, _) = opened(&mut child, begun);
    (child, url)
}

pub fn stop(mut child: Child) {
    signal(&child, "-TERM");
    assert!(child.wait().expect("its end").success());
}

pub fn done(mut command: Command) -> String {
    let output = command.output().expect("the program");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn with(data: &Path, arguments: [&str; 2]) -> Command {
    let mut command = program(data);
    command.args(arguments);
    command
}

/// An order with its page and its JSON, as the merchant who signs in sees it.
#[derive(Debug, PartialEq)]
pub struct Seen {
    path: String,
    page: String,
    json: String,
}

impl Seen {
    pub fn path(&self) -> &str {
        &self.path
    }
}

fn run<T>(work: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(work)
}

/// Orders to a pick-up point.
pub fn pickup(url: &str) -> String {
    run(async {
        let mut visitor = Visitor::new(url);
        walk(&mut visitor, "en", "pickpost", Until::Review).await;
        visitor.submit("idempotency_key", &[("place", "1")]).await;
        visitor.path().to_owned()
    })
}

pub fn seen(url: &str, path: &str) -> Seen {
    run(async {
        let mut visitor = Visitor::new(url);
        visitor.get(path).await;
        assert_eq!(visitor.status, 200, "{path}: {}", visitor.body);
        // The token of its forms is another one every time.
        let token = visitor.attribute("input[name=csrf]", "value").expect("a form");
        let (page, number) = (visitor.body.replace(&token, ""), number(&visitor));
        let mut clerk = Visitor::new(url);
        clerk.get("/merchant/sign-in").await;
        clerk.submit("password", &[("email", MERCHANT.0), ("password", MERCHANT.1)]).await;
        clerk.get(&format!("/merchant/orders/{number}.json")).await;
        assert_eq!(clerk.status, 200, "{}", clerk.body);
        // Two shops have two addresses.
        let at = |text: &str| text.replace(url, "");
        Seen { path: path.to_owned(), page: at(&page), json: at(&clerk.body) }
    })
}

/// The same of an order that was placed a moment ago, once its two mails have gone: until then its history goes on.
pub fn settled(url: &str, path: &str) -> Seen {
    for _ in patience() {
        let now = seen(url, path);
        if now.json.matches("mail_sent").count() == 2 {
            return now;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("its mails never go");
}

/// Who may do what with each table, sequence and function, what checks their rows, and what watches them.
async fn rules(owner: &mut PgConnection) -> Vec<String> {
    let all = "select c.relname || ' ' || c.relkind::text || coalesce(c.relacl::text, '')
                   || coalesce((select string_agg(a.attname || a.attacl::text, ' ' order by a.attname)
                                from pg_attribute a where a.attrelid = c.oid and a.attacl is not null), '')
               from pg_class c where c.relnamespace = 'public'::regnamespace
               union all select proname || prosecdef::text || coalesce(proacl::text, '') || pg_get_functiondef(oid)
                   from pg_proc where pronamespace = 'public'::regnamespace
               union all select conrelid::regclass::text || conname || convalidated::text || pg_get_constraintdef(oid)
                   from pg_constraint where connamespace = 'public'::regnamespace
               union all select tgrelid::regclass::text || tgenabled::text || pg_get_triggerdef(oid)
                   from pg_trigger where not tgisinternal
               union all select indexdef from pg_indexes where schemaname = 'public'
               union all select version || description || encode(checksum, 'hex') from _sqlx_migrations
               union all select nspname || nspacl::text from pg_namespace where nspname = 'public'
               union all select rolname || rolcanlogin::text || rolsuper::text from pg_roles where rolname like 'shop%'
               order by 1";
    sqlx::query_scalar(all).fetch_all(owner).await.expect("the rules")
}

#[test]
fn what_was_ordered_stands_after_a_backup_and_a_restore_with_the_same_rights() {
    let folder = Folder::new("backup");
    let (data, other) = (folder.0.join("data"), folder.0.join("other"));
    let file = folder.0.join("shop.backup");
    let (child, url) = open_with_merchant(program(&data));
    let before = [settled(&url, &order(&url)), settled(&url, &pickup(&url))];
    let rights = as_owner(&data, rules);
    let name = file.to_str().expect("a name");
    let said = done(with(&data, ["backup", name]));
    assert!(said.contains(" rows are written to ") && said.contains(name), "{said}");
    assert_eq!(file.metadata().expect("a file").permissions().mode() & 0o777, 0o600, "it holds persons");
    assert_eq!(get(&format!("{url}/readyz")).0, 200, "the shop beside it is still open");
    // What comes later is not in it.
    let later = order(&url);
    stop(child);
    let said = done(with(&other, ["restore", name]));
    assert!(said.contains("The shop is as it was at "), "{said}");
    let (mut child, url, _) = open(&other);
    assert_eq!(before.each_ref().map(|it| seen(&url, &it.path)), before);
    assert_eq!(get(&format!("{url}{later}")).0, 404);
    assert_eq!(as_owner(&other, rules), rights, "the same rights, checks, triggers and indexes");
    let (status, page) = get(&format!("{url}{}", order(&url)));
    assert!(status == 200 && page.contains("M-10003"), "the numbers go on: {page}");
    // Once more over itself, from the same folder.
    done(with(&other, ["backup", name]));
    assert!(!folder.0.join("shop.backup.unfinished").exists());
    signal(&child, "-TERM");
    let _ = child.wait();
}

#[test]
fn a_backup_that_is_ended_halfway_leaves_the_earlier_one_whole() {
    let folder = Folder::new("halfway");
    let (data, file) = (folder.0.join("data"), folder.0.join("shop.backup"));
    let name = file.to_str().expect("a name");
    let (child, _, _) = open(&data);
    done(with(&data, ["backup", name]));
    let whole = std::fs::read(&file).expect("a backup");
    // The system ends it as soon as its file has grown so far, without asking.
    let mut ended = Command::new("sh");
    let narrow = "ulimit -f 64; exec \"$0\" backup \"$1\"";
    ended.args(["-c", narrow, env!("CARGO_BIN_EXE_pickpost-shop"), name]).env("SHOP_DATA_DIR", &data);
    let output = ended.env("SHOP_PG_BIN", super::support::cluster::programs()).output().expect("a shell");
    assert!(!output.status.success(), "{output:?}");
    let unfinished = folder.0.join("shop.backup.unfinished");
    assert!(unfinished.metadata().expect("half of it").len() < whole.len() as u64);
    assert!(std::fs::read(&file).expect("it") == whole, "the earlier one is as it was");
    let (_, said) = failed(with(&folder.0.join("none"), ["restore", unfinished.to_str().expect("a name")]));
    assert!(said.contains("is cut off"), "{said}");
    done(with(&data, ["backup", name]));
    assert!(!unfinished.exists(), "the next one cleans up");
    stop(child);
}

#[test]
fn nothing_is_overwritten_and_no_wrong_file_makes_a_shop() {
    let folder = Folder::new("refused");
    let (data, none) = (folder.0.join("data"), folder.0.join("none"));
    let file = folder.0.join("shop.backup");
    let name = file.to_str().expect("a name");
    let refused = |data: &Path, arguments: [&str; 2], why: &str| {
        let (output, said) = failed(with(data, arguments));
        assert_eq!((output.status.code(), said.trim().lines().count()), (Some(1), 1), "{said}");
        assert!(said.contains(why), "{why}: {said}");
    };
    refused(&none, ["backup", name], "holds no shop");
    assert!(!file.exists() && !none.exists(), "nothing is made where nothing was");
    let (child, url) = open_with_merchant(program(&data));
    let path = order(&url);
    done(with(&data, ["backup", name]));
    refused(&data, ["restore", name], "another shop is running");
    stop(child);
    refused(&data, ["restore", name], "there are orders in this database already");
    let whole = std::fs::read(&file).expect("a backup");
    let text = String::from_utf8(whole.clone()).expect("UTF-8");
    for (content, why) in [
        (&whole[..whole.len() / 2], "is cut off"),
        (&whole[..whole.len() - 1], "is cut off"),
        (text.replace("Bellerivestrasse", "Bellerivestr-asse").as_bytes(), "was changed since"),
        (text.replacen("\"version\":1,", "\"version\":9000,", 1).as_bytes(), "was changed since"),
        (text.replacen("backup 1", "backup 2", 1).as_bytes(), "newer pickpost-shop"),
        (b"PGDMP of pg_dump", "is no backup of pickpost-shop"),
        (b"", "is no backup of pickpost-shop"),
    ] {
        let wrong = folder.0.join("wrong");
        std::fs::write(&wrong, content).expect("a file");
        refused(&none, ["restore", wrong.to_str().expect("a name")], why);
    }
    for (migration, why) in [
        ((9000, "00"), "newer pickpost-shop (its tables have had migration 9000"),
        ((2, "00"), "another migration 2 than this program's"),
    ] {
        let wrong = folder.0.join("wrong");
        std::fs::write(&wrong, with_migration(migration)).expect("a file");
        refused(&none, ["restore", wrong.to_str().expect("a name")], why);
    }
    refused(&none, ["restore", "nowhere"], "cannot be read");
    refused(&none, ["restore", folder.0.to_str().expect("a name")], "directory");
    assert!(!none.exists(), "none of them has made a shop");
    let mine = folder.0.join("mine.txt");
    std::fs::write(&mine, "my notes").expect("a file");
    refused(&data, ["backup", mine.to_str().expect("a name")], "is no backup of the shop");
    refused(&data, ["backup", "/nowhere/shop.backup"], "cannot be written");
    assert_eq!(std::fs::read_to_string(&mine).expect("it"), "my notes");
    let (child, url, _) = open(&data);
    assert_eq!(get(&format!("{url}{path}")).0, 200, "the order is still there");
    stop(child);
}

/// A whole backup without a table, after one migration.
fn with_migration((version, checksum): (i64, &str)) -> Vec<u8> {
    use pickpost_shop::db::archive::{Applied, Header, Writer};
    let header = Header {
        made_at: chrono::DateTime::from_timestamp(0, 0).expect("a moment"),
        shop: "9".into(),
        postgres: "15".into(),
        migrations: vec![Applied { version, checksum: checksum.into() }],
    };
    Writer::new(Vec::new(), &header).and_then(Writer::finish).expect("written").0
}

/// A shop that was opened, but sold nothing, gives way; what somebody keeps in a database of their own does not.
#[test]
fn a_shop_without_orders_gives_way_to_the_backup_and_a_database_of_ones_own_has_to_be_empty() {
    let folder = Folder::new("own");
    let (data, opened_only) = (folder.0.join("data"), folder.0.join("opened"));
    let file = folder.0.join("shop.backup");
    let name = file.to_str().expect("a name");
    let (child, url) = open_with_merchant(program(&data));
    let before = settled(&url, &order(&url));
    done(with(&data, ["backup", name]));
    stop(child);
    done({
        let mut migrate = program(&opened_only);
        migrate.arg("migrate");
        migrate
    });
    done(with(&opened_only, ["restore", name]));
    let (child, url, _) = open(&opened_only);
    assert_eq!(seen(&url, &before.path), before);
    stop(child);

    let migrated = run(fresh_database());
    let place = migrated.split_once('?').expect("where it is").1;
    let called = |name: &str| format!("postgres://shop@localhost/{name}?{place}");
    let empty = called("empty");
    run(async {
        let mut owner = PgConnection::connect_with(&options("postgres")).await.expect("the cluster");
        for statement in
            ["create database empty template template0", "create database theirs template template0"]
        {
            sqlx::query(AssertSqlSafe(statement)).execute(&mut owner).await.expect(statement);
        }
        let mut theirs = PgConnection::connect_with(&options("theirs")).await.expect("a database");
        sqlx::query("create table notes ()").execute(&mut theirs).await.expect("somebody's table");
    });
    let at = |owner: &str, arguments: [&str; 2]| {
        let mut command = with(&folder.0.join("unused"), arguments);
        command.env("DATABASE_URL", as_application(owner)).env("DATABASE_OWNER_URL", owner);
        command
    };
    for occupied in [migrated.clone(), called("theirs")] {
        let (_, said) = failed(at(&occupied, ["restore", name]));
        assert!(said.contains("there are tables in this database already"), "{said}");
    }
    done(at(&empty, ["restore", name]));
    let (_, said) = failed(at(&empty, ["restore", name]));
    assert!(said.contains("there are orders in this database already"), "{said}");
    let second = folder.0.join("second.backup");
    done(at(&empty, ["backup", second.to_str().expect("a name")]));
    assert_eq!(rows(&second), rows(&file), "every row is in it again");
    assert!(!folder.0.join("unused").exists(), "no embedded Postgres was needed");
}

/// Its digest is right, and a row of it is not.
#[test]
fn a_load_that_fails_leaves_the_embedded_shop_as_it_was_and_says_what_is_left_elsewhere() {
    use pickpost_shop::db::archive::{Applied, Header, Part, Table, Writer, hex};
    let folder = Folder::new("fails");
    let (data, file) = (folder.0.join("data"), folder.0.join("shop.backup"));
    let migrations = MIGRATIONS.iter();
    let header = Header {
        made_at: chrono::DateTime::from_timestamp(0, 0).expect("a moment"),
        shop: "1".into(),
        postgres: "15".into(),
        migrations: migrations
            .map(|it| Applied { version: it.version, checksum: hex(&it.checksum) })
            .collect(),
    };
    let mut writer = Writer::new(Vec::new(), &header).expect("written");
    let columns = ["product_id", "lang", "name", "line", "description"].map(ToOwned::to_owned).to_vec();
    writer.part(&Part::Table(Table { name: "product_text".into(), columns })).expect("written");
    writer.rows(b"1\tde\tK\xc3\xa4se\tgut\tsehr gut\n").expect("written");
    writer.end_of_rows().expect("written");
    std::fs::write(&file, writer.finish().expect("written").0).expect("a file");
    let name = file.to_str().expect("a name");
    let (child, url) = open_with_merchant(program(&data));
    let before = get(&format!("{url}/de/products/mountain-cheese")).0;
    stop(child);
    for _ in 0..2 {
        let (_, said) = failed(with(&data, ["restore", name]));
        assert!(said.contains("violates foreign key constraint") && !said.contains("left in"), "{said}");
    }
    let (child, url, _) = open(&data);
    assert_eq!(
        (before, get(&format!("{url}/de/products/mountain-cheese")).0),
        (200, 200),
        "its goods are there"
    );
    seen(&url, &order(&url));
    stop(child);

    let place = run(fresh_database());
    run(async {
        let mut owner = PgConnection::connect_with(&options("postgres")).await.expect("the cluster");
        sqlx::query("create database fails template template0")
            .execute(&mut owner)
            .await
            .expect("a database");
    });
    let url = format!("postgres://shop@localhost/fails?{}", place.split_once('?').expect("where it is").1);
    let mut restore = with(&data, ["restore", name]);
    restore.env("DATABASE_URL", as_application(&url)).env("DATABASE_OWNER_URL", url);
    let (_, said) = failed(restore);
    assert!(said.contains("is left in the database") && said.trim().lines().count() == 1, "{said}");
}

/// What stands between the header and the end.
fn rows(file: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(file).expect("a backup");
    let lines: Vec<String> = text.lines().skip(2).map(ToOwned::to_owned).collect();
    assert!(lines.len() > 2700, "the points alone are more");
    lines[..lines.len() - 1].to_vec()
}

#[test]
fn a_backup_of_an_earlier_version_is_loaded_and_migrated() {
    let folder = Folder::new("older");
    let (data, file) = (folder.0.join("data"), folder.0.join("shop.backup"));
    run(earlier(&file));
    let name = file.to_str().expect("a name");
    let output = with(&data, ["restore", name]).output().expect("the program");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("no tables of the shop's: Meier's \"notes\"."),
        "{said}"
    );
    let (child, url) = open_with_merchant(program(&data));
    let order_of_then = seen(&url, "/de/orders/aaaaaaaaaaaaaaaaaaaaaa");
    assert!(order_of_then.page.contains("c/o PickPost 12345678"), "it stays as it was");
    let applied = as_owner(&data, async |owner| {
        let all = sqlx::query_scalar("select count(*) from _sqlx_migrations");
        all.fetch_one(owner).await.map(|all: i64| usize::try_from(all).expect("a count"))
    });
    assert_eq!(applied.expect("a count"), MIGRATIONS.iter().count());
    let refused = as_owner(&data, async |owner| {
        let again = "insert into billing_address select gen_random_uuid(), title, first_name, last_name, company, street,
            house_number, address_extra, postcode, town, country from billing_address";
        sqlx::query(again).execute(owner).await.expect_err("the new rule holds").to_string()
    });
    assert!(refused.contains("billing_is_no_pickup_point"), "{refused}");
    assert!(get(&format!("{url}{}", order(&url))).1.contains("M-10002"), "the numbers go on");
    stop(child);
}

/// Writes the backup of a database that has had five migrations.
async fn earlier(file: &Path) {
    fresh_database().await;
    let mut owner = PgConnection::connect_with(&options("postgres")).await.expect("the cluster");
    sqlx::query("create database earlier template template0").execute(&mut owner).await.expect("a database");
    let mut earlier = PgConnection::connect_with(&options("earlier")).await.expect("the database");
    let five = MIGRATIONS.iter().filter(|migration| migration.version <= 5).cloned().collect();
    Migrator::with_migrations(five).run(&mut earlier).await.expect("as it was");
    let placed = format!("begin; {} commit", include_str!("../fixtures/order_after_migration_5.sql"));
    sqlx::raw_sql(AssertSqlSafe(placed)).execute(&mut earlier).await.expect("an order");
    let theirs = r##"create table "Meier's ""notes""" as select 'a line' || chr(10) || '\.' as "a ""b""" "##;
    sqlx::raw_sql(theirs).execute(&mut earlier).await.expect("somebody else's table");
    let url = format!("postgres://shop@localhost/earlier?host={}", socket().await);
    let settings = pickpost_shop::config::Settings::read(&|name| {
        ["DATABASE_URL", "DATABASE_OWNER_URL"].contains(&name).then(|| url.clone())
    });
    let now = chrono::DateTime::from_timestamp(0, 0).expect("a moment");
    pickpost_shop::db::backup::write(&settings.expect("settings"), file, now).await.expect("a backup");
}

async fn socket() -> String {
    let any = fresh_database().await;
    any.split("host=").nth(1).expect("a folder").to_owned()
}

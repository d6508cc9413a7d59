//! Every table has one owner: SQL on it stands in the owner's folder and nowhere else.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Graph;
use crate::house::House;
use crate::known::{Known, settle};
use crate::sql;
use crate::{graph, house};

/// Each table and the folder that owns it.
pub const OWNERS: &[(&str, &str)] = &[
    ("session", "db"),
    ("rate_limit", "db"),
    ("secret", "db"),
    ("job", "jobs"),
    ("job_schedule", "jobs"),
    ("product", "catalogue"),
    ("product_text", "catalogue"),
    ("product_named_once", "catalogue"),
    ("basket", "basket"),
    ("basket_line", "basket"),
    ("pickup_point", "pickup"),
    ("pickup_point_event", "pickup"),
    ("points_state", "pickup"),
    ("points_refresh", "pickup"),
    ("shipping_mandate", "shipping"),
    ("mandate_call", "shipping"),
    ("mandate_user_id", "shipping"),
    ("question", "shipping"),
    ("delivery", "shipping"),
    ("parcel", "shipping"),
    ("holiday", "shipping"),
    ("shipment", "shipping"),
    ("shipment_attempt", "shipping"),
    ("official_label", "shipping"),
    ("written_off_number", "shipping"),
    ("parcel_item", "shipping"),
    ("label_print", "shipping"),
    ("return_label", "shipping"),
    ("return_print", "shipping"),
    ("withdrawn_parcel", "shipping"),
    ("parcel_scan", "shipping"),
    ("parcel_watch", "shipping"),
    ("shop_order", "orders"),
    ("order_line", "orders"),
    ("order_vat", "orders"),
    ("billing_address", "orders"),
    ("order_event", "orders"),
    ("order_word", "orders"),
    ("order_note", "orders"),
    ("mail", "orders"),
    ("order_life", "orders"),
    ("order_move", "orders"),
    ("payment", "payments"),
    ("payment_move", "payments"),
    ("checkout", "checkout"),
    ("review_shown", "checkout"),
    ("merchant", "identity"),
    ("sign_in_try", "identity"),
    ("sign_in", "identity"),
];

/// SQL on another's tables today: `<file> : <table>`.
const KNOWN: Known<'_> = &[];

/// The tables and views that the migrations leave behind.
pub fn created(house: &House) -> BTreeSet<String> {
    let mut tables = BTreeSet::new();
    for (_, migration) in house.below("migrations", "sql") {
        sql::change(migration, &mut tables);
    }
    tables
}

/// Statements on a table outside its owner's folder, and statements on tables that nobody owns.
fn foreign(graph: &Graph, owners: &[(&str, &str)]) -> BTreeMap<String, String> {
    let owners: BTreeMap<&str, &str> = owners.iter().copied().collect();
    let mut found = BTreeMap::new();
    for (_, module) in graph.modules() {
        for literal in
            module.code.literals.iter().filter(|literal| literal.sql || sql::is_statement(&literal.text))
        {
            for table in sql::tables(&literal.text) {
                let at = format!("{}:{}", module.file, literal.line);
                match owners.get(table.as_str()) {
                    Some(owner) if module.file.starts_with(&format!("src/{owner}/")) => {}
                    Some(owner) => {
                        let what = format!("{at} asks {table}, which {owner} owns");
                        found.entry(format!("{} : {table}", module.file)).or_insert(what);
                    }
                    // sqlx keeps its own account of the migrations.
                    None if table == "_sqlx_migrations" && module.file.starts_with("src/db/") => {}
                    None => {
                        found.insert(
                            format!("{} : {table}", module.file),
                            format!("{at}: nobody owns {table}"),
                        );
                    }
                }
            }
        }
    }
    found
}

/// Statements that are not written out, so that no reading sees their tables; roles and grants of `db` name none.
fn hidden(graph: &Graph) -> Vec<String> {
    let mut found = Vec::new();
    for (_, module) in graph.modules() {
        let paths = module.code.paths.iter().map(|named| (&named.path, named.line));
        let imports = module.code.imports.iter().map(|import| (&import.path, import.line));
        for (path, line) in paths.chain(imports).filter(|(path, _)| path[0] == "sqlx") {
            let pieced = path.iter().any(|name| name == "QueryBuilder" || name.starts_with("query_file"));
            let unchecked =
                path.iter().any(|name| name == "AssertSqlSafe") && !module.file.starts_with("src/db/");
            if pieced || unchecked {
                found.push(format!("{}:{line} {}", module.file, path.join("::")));
            }
        }
    }
    found
}

/// Statements that no build holds against the tables; `db` asks about what is there before there are any.
fn unchecked(house: &House) -> Vec<String> {
    let mut found = Vec::new();
    for (file, text) in house.below("src", "rs").filter(|(file, _)| !file.starts_with("src/db/")) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (at, line) in code.lines().enumerate() {
            let asks =
                |name: &&str| line.contains(&format!("{name}(")) || line.contains(&format!("{name}::<"));
            let names = ["sqlx::query", "sqlx::query_as", "sqlx::query_scalar", "sqlx::raw_sql"];
            found.extend(names.into_iter().filter(asks).map(|name| format!("{file}:{} {name}", at + 1)));
        }
    }
    found
}

#[test]
fn every_statement_is_checked_by_the_build() {
    assert_eq!(unchecked(house()), [""; 0], "use the macro of the same name");
}

#[test]
fn every_statement_is_written_out() {
    let hidden = hidden(graph());
    assert!(
        hidden.is_empty(),
        "write these statements out where they are asked, so that their tables can be read: {hidden:?}"
    );
}

#[test]
fn every_table_has_one_owner() {
    let owned: Vec<&str> = OWNERS.iter().map(|(table, _)| *table).collect();
    let owners: BTreeSet<String> = owned.iter().map(|table| (*table).to_owned()).collect();
    assert_eq!(owners.len(), owned.len(), "a table has two owners");
    let created = created(house());
    let orphans: Vec<_> = created.difference(&owners).collect();
    let gone: Vec<_> = owners.difference(&created).collect();
    assert!(
        orphans.is_empty() && gone.is_empty(),
        "say in OWNERS who owns {orphans:?}, and take out what no migration leaves behind: {gone:?}"
    );
    for (_, owner) in OWNERS {
        assert!(graph().order().iter().any(|module| module == owner), "there is no src/{owner}");
    }
}

#[test]
fn no_statement_on_anothers_table() {
    let found = foreign(graph(), OWNERS);
    let new = found.iter().filter(|(name, _)| !KNOWN.iter().any(|(known, _)| known == name));
    let where_: String = new.map(|(_, what)| format!("\n  {what}")).collect();
    let rule = format!(
        "A subject asks only its own tables. Call a function on `&mut PgConnection` that the owner offers in its store.rs.\
         {where_}"
    );
    settle(&rule, &found.into_keys().collect(), KNOWN);
}

#[test]
fn every_statement_is_seen() {
    // Where a table is written to or read there is a statement; an owner without any would mean that reading is blind.
    let asked: BTreeSet<String> = graph()
        .modules()
        .flat_map(|(_, module)| &module.code.literals)
        .filter(|literal| literal.sql)
        .flat_map(|literal| sql::tables(&literal.text))
        .collect();
    // The moves of payments and orders are asked by triggers, and tests hold them against `payments/state.rs` and `orders/life.rs`.
    let heard = |table: &&str| !asked.contains(*table) && !["payment_move", "order_move"].contains(table);
    let silent: Vec<&str> = OWNERS.iter().map(|(table, _)| *table).filter(heard).collect();
    assert!(silent.is_empty(), "no statement reads or writes {silent:?}");
}

#[test]
fn a_statement_on_another_subjects_table_is_found() {
    let house = House::of(&[
        ("src/lib.rs", "pub mod goods;\npub mod orders;"),
        ("src/goods/mod.rs", "pub mod store;"),
        (
            "src/goods/store.rs",
            "async fn own() { sqlx::query!(\"select id from cheese\"); sqlx::query(\"update milk set x = 1\"); }\n\
             #[cfg(test)]\nmod tests { fn f() { sqlx::query(\"delete from bill\"); } }",
        ),
        ("src/orders/mod.rs", "pub mod store;"),
        (
            "src/orders/store.rs",
            "const LATER: &str = \"insert into milk (x) values (1)\";\n\
             fn f() { sqlx::query_scalar!(r#\"with c as (select 1) select a as \"a!\" from c join cheese using (id)\"#); }\n\
             fn g() { sqlx::query_as!(Row, \"select * \" + \"from bill\").fetch_one(db); }\n\
             fn h() { sqlx::query(AssertSqlSafe(format!(\"truncate {x}, nothing\"))); }",
        ),
        ("migrations/1.sql", "create table cheese (id int); create table milk (); create table old ();"),
        (
            "migrations/2.sql",
            "-- create table note ()\ncreate unlogged table if not exists bill (x text);\ndrop table old;",
        ),
    ]);
    let owners = [("cheese", "goods"), ("milk", "goods"), ("bill", "orders")];
    let found: Vec<String> = foreign(&Graph::of(&house), &owners).into_keys().collect();
    assert_eq!(
        found,
        ["src/orders/store.rs : cheese", "src/orders/store.rs : milk", "src/orders/store.rs : nothing"]
    );
    assert_eq!(created(&house).into_iter().collect::<Vec<_>>(), ["bill", "cheese", "milk"]);
}

#[test]
fn a_statement_put_together_from_pieces_or_unchecked_is_found() {
    let house = House::of(&[
        ("src/lib.rs", "pub mod goods;\npub mod db;\npub mod orders;"),
        (
            "src/goods.rs",
            "use sqlx::QueryBuilder;\nfn f() { sqlx::query_file!(\"a.sql\"); }\nfn g() { sqlx::query(sqlx::AssertSqlSafe(x)); }",
        ),
        ("src/db/mod.rs", "fn g() { sqlx::query(sqlx::AssertSqlSafe(x)); }"),
        ("src/orders.rs", "fn h() { sqlx::query!(\"x\");\nsqlx::query_scalar::<_, i32>(\"select 1\"); }"),
    ]);
    assert_eq!(unchecked(&house), ["src/goods.rs:3 sqlx::query", "src/orders.rs:2 sqlx::query_scalar"]);
    assert_eq!(
        hidden(&Graph::of(&house)),
        [
            "src/goods.rs:2 sqlx::query_file",
            "src/goods.rs:3 sqlx::AssertSqlSafe",
            "src/goods.rs:1 sqlx::QueryBuilder"
        ]
    );
}

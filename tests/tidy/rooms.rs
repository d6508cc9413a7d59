//! What a file may do is known from where it stands: libraries, pages' tools, rows and private fields keep to their rooms.

use std::collections::BTreeSet;

use crate::graph;
use crate::graph::{Graph, Module};
use crate::house::House;
use crate::known::{Known, settle};

/// Files outside pages that use more of the web toolkit than its words, today.
const KNOWN_WEB: Known<'_> = &[];

/// Files, or folders, that put values into what several pages show: they may use the toolkit's words, and no more of it.
const FOR_PAGES: Known<'_> = &[
    ("src/checkout/address_form.rs", "the state of the address form, shown by two pages"),
    (
        "src/checkout/collector_form.rs",
        "the state of the collector's form, shown by the checkout and the counter",
    ),
    ("src/checkout/seen.rs", "what another window has changed, shown by four pages"),
    ("src/checkout/step.rs", "the bar of steps above every page of the checkout"),
    ("src/orders/timeline.rs", "the way of an order, as its page and samples show it"),
    ("src/orders/parcels.rs", "the parcels of an order, as shopper and merchant see them"),
    ("src/merchant/parcels.rs", "the parcels of an order with their labels, with their part of its page"),
    ("src/merchant/returned.rs", "the return label, with its part of an order's page"),
    ("src/merchant/refusal.rs", "why no label can be ordered, and the way on"),
    ("src/merchant/life.rs", "where an order stands, with its part of a page"),
    ("src/merchant/waits.rs", "how an order waits for Post, in the list and on its page"),
    ("src/merchant/address_journey.rs", "the journey of an address, with its part of a page"),
    ("src/merchant/shipment.rs", "how far a parcel's data have come, with its part of a page"),
    ("src/merchant/label_remarks.rs", "what did not fit on a label, in words for two pages"),
    ("src/merchant/row.rs", "an order as a row of the merchant's lists"),
    ("src/merchant/day.rs", "packing slip, payment and notes, with their part of an order's page"),
    ("src/checkout/shown/changes.rs", "what has changed, in words"),
];

/// The toolkit's words: they know no request and give no answer.
const WORDS: [(&str, &[&str]); 4] = [
    ("web::page", &["Page", "Count"]),
    ("web::field", &["FormState", "Problem", "Change"]),
    ("web::steps", &["StepLink", "StepState", "current"]),
    ("web::assets", &["asset"]),
];

/// Rows that others can name today: `<file> : <struct>`.
const KNOWN_ROWS: Known<'_> = &[];

/// Parsed types that others can fill today: `<file> : <struct>`.
const KNOWN_OPEN: Known<'_> = &[];

/// What jobs name beyond their room today: `<file> : <what>`.
const KNOWN_JOBS: Known<'_> = &[];

/// Extractors: what a handler is given before it begins, read from the request.
const EXTRACTORS: [&str; 3] =
    ["src/checkout/inventory.rs", "src/checkout/arrival.rs", "src/merchant/clerk.rs"];

/// A crate, and the rooms in which it may be named: parts of a file's name.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("reqwest", &["src/post/"]),
    ("askama", &["/pages/", "src/web/", "src/sandbox/", "/mails/view.rs"]),
    ("lettre", &["src/mail/"]),
    ("mail_parser", &["src/sandbox/"]),
    ("smtp_proto", &["src/sandbox/"]),
    (
        "actix_web",
        &[
            "/pages/",
            "src/web/",
            "/mod.rs",
            "src/app/",
            "src/cli.rs",
            "src/sandbox/",
            EXTRACTORS[0],
            EXTRACTORS[1],
            EXTRACTORS[2],
        ],
    ),
];

/// Rooms that stand on the web toolkit: pages, routes, the toolkit, the parts put together, and the simulator, which is a
/// server of its own.
const ON_WEB: &[&str] = &[
    "/pages/",
    "/mod.rs",
    "src/web/",
    "src/app/",
    "src/cli.rs",
    "src/sandbox/",
    EXTRACTORS[0],
    EXTRACTORS[1],
    EXTRACTORS[2],
];

fn is_in(file: &str, rooms: &[&str]) -> bool {
    rooms.iter().any(|room| file.contains(room))
}

/// The crates and modules that a file's paths begin with.
fn beginnings(module: &Module) -> BTreeSet<&str> {
    let paths = module.code.paths.iter().map(|named| &named.path);
    let imports = module.code.imports.iter().map(|import| &import.path);
    paths.chain(imports).filter_map(|path| path.first().map(String::as_str)).collect()
}

/// Whether a file tells the database something.
fn speaks_sql(module: &Module) -> bool {
    let paths = module.code.paths.iter().map(|named| &named.path);
    let imports = module.code.imports.iter().map(|import| &import.path);
    let mut paths = paths.chain(imports);
    module.code.literals.iter().any(|literal| literal.sql)
        || paths.any(|path| {
            let [first, second, ..] = path.as_slice() else { return false };
            first == "sqlx"
                && (second.starts_with("query") || second == "raw_sql" || second == "QueryBuilder")
        })
}

fn outside(graph: &Graph) -> Vec<String> {
    let mut found = Vec::new();
    for (_, module) in graph.modules() {
        let file = &module.file;
        if speaks_sql(module) && !is_in(file, &["/store.rs", "src/db/"]) {
            found.push(format!("{file}: SQL belongs into a store.rs"));
        }
        let named = beginnings(module);
        for (library, rooms) in LIBRARIES.iter().filter(|(library, _)| named.contains(library)) {
            if !is_in(file, rooms) {
                found.push(format!("{file}: {library} belongs to {}", rooms.join(", ")));
            }
        }
    }
    found
}

/// Files outside pages that use the web toolkit: those that need more than its words, and those of the list that need words.
fn on_web<'a>(graph: &'a Graph, for_pages: Known<'a>) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut found, mut worded) = (BTreeSet::new(), BTreeSet::new());
    for used in graph.uses.iter().filter(|used| used.to == "web" || used.to.starts_with("web::")) {
        let file = graph.file(&used.from);
        let is_word = WORDS.iter().any(|(module, items)| used.to == *module && items.contains(&&*used.item));
        match for_pages
            .iter()
            .find(|(listed, _)| file == *listed || (listed.ends_with('/') && file.starts_with(listed)))
        {
            _ if is_in(file, ON_WEB) => {}
            Some((listed, _)) if is_word => {
                worded.insert((*listed).to_owned());
            }
            _ => {
                found.insert(file.to_owned());
            }
        }
    }
    (found, worded)
}

fn rows(graph: &Graph) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, module) in graph.modules() {
        let in_store = module.file.ends_with("/store.rs");
        for item in module.code.structs.iter().filter(|item| item.public) {
            if (in_store && item.name.ends_with("Row")) || item.derives.contains("FromRow") {
                found.insert(format!("{} : {}", module.file, item.name));
            }
        }
    }
    found
}

fn open(graph: &Graph) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, module) in graph.modules() {
        let parsed = module.code.structs.iter().filter(|item| module.code.parsed.contains(&item.name));
        found.extend(parsed.filter(|item| item.open).map(|item| format!("{} : {}", module.file, item.name)));
    }
    found
}

/// What a job names beyond its subject, the world outside, the jobs' own room, and what stands above that.
fn beyond(graph: &Graph) -> BTreeSet<String> {
    let order = graph.order();
    let rank = |module: &str| order.iter().position(|other| other == module);
    let is_job =
        |file: &str| file.contains("/jobs/") && !file.starts_with("src/jobs/") && !file.ends_with("/mod.rs");
    let top = |module: &str| module.split("::").next().unwrap_or_default().to_owned();
    let mut found = BTreeSet::new();
    for used in graph.uses.iter().filter(|used| is_job(graph.file(&used.from))) {
        let (own, other) = (top(&used.from), top(&used.to));
        let allowed = [&*own, "carrier", "post", "mail"].contains(&&*other)
            || rank(&other) <= rank("jobs").or(rank("db"));
        if !allowed {
            found.insert(format!("{} : {other}", graph.file(&used.from)));
        }
    }
    for (_, module) in graph.modules().filter(|(_, module)| is_job(&module.file)) {
        let named = beginnings(module);
        let foreign =
            ["actix_web", "askama", "reqwest"].into_iter().filter(|library| named.contains(library));
        found.extend(foreign.map(|library| format!("{} : {library}", module.file)));
        if speaks_sql(module) {
            found.insert(format!("{} : SQL", module.file));
        }
    }
    found
}

#[test]
fn every_library_stays_in_its_room() {
    assert_eq!(outside(graph()), [""; 0]);
}

#[test]
fn only_pages_and_routes_stand_on_the_web_toolkit() {
    let (found, worded) = on_web(graph(), FOR_PAGES);
    let rule = "A value or a use case knows no web: it takes `Ground` or a connection, gives an error of its own, and its \
                page puts that into words. What puts values into words for several pages stands in FOR_PAGES, with a \
                reason, and uses the words of WORDS only.";
    settle(rule, &found, KNOWN_WEB);
    settle("A file of FOR_PAGES uses the toolkit's words.", &worded, FOR_PAGES);
}

#[test]
fn a_row_stays_in_its_store() {
    let rule = "A row is private to its store.rs, which gives values instead.";
    settle(rule, &rows(graph()), KNOWN_ROWS);
}

#[test]
fn what_is_made_by_parsing_cannot_be_filled_by_hand() {
    let rule = "A type with a `parse`, `FromStr` or `TryFrom` has private fields only, so that each one that exists was \
                parsed.";
    settle(rule, &open(graph()), KNOWN_OPEN);
}

#[test]
fn a_job_names_its_subject_and_little_else() {
    let rule = "A file in a subject's jobs/ names its own subject, `carrier`, `post`, `mail`, `jobs`, and what stands above \
                `jobs`; SQL stands in store.rs.";
    settle(rule, &beyond(graph()), KNOWN_JOBS);
}

fn broken() -> House {
    House::of(&[
        (
            "src/lib.rs",
            "pub mod clock;\npub mod db;\npub mod jobs;\npub mod web;\npub mod goods;\npub mod orders;",
        ),
        ("src/clock.rs", "pub struct Clock;\n#[cfg(test)]\nmod tests { use actix_web::test; }"),
        ("src/db.rs", "pub struct Db;"),
        ("src/jobs/mod.rs", "pub mod job;"),
        ("src/jobs/job.rs", "pub struct Job;"),
        ("src/web/mod.rs", "pub mod page;\npub mod visit;\npub use page::Page;\npub use visit::Visit;"),
        ("src/web/page.rs", "pub struct Page;"),
        ("src/web/visit.rs", "pub struct Visit;"),
        ("src/goods.rs", "pub const ALL: u8 = 1;"),
        (
            "src/orders/mod.rs",
            "pub mod place;\npub mod card;\npub mod room;\npub mod store;\npub mod number;\npub mod jobs;\npub mod pages;",
        ),
        ("src/orders/card.rs", "use crate::web::{Page, Visit};"),
        ("src/orders/room/mod.rs", "pub mod words;"),
        ("src/orders/room/words.rs", "use crate::web::Page;"),
        (
            "src/orders/place.rs",
            "use crate::web::Visit;\nfn f() { sqlx::query!(\"x\"); g!(reqwest::get); actix_web::x(); }",
        ),
        (
            "src/orders/store.rs",
            "pub struct OrderRow;\nstruct LineRow;\n#[derive(Clone, sqlx::FromRow)]\npub struct Bill;\nfn f() { sqlx::query(\"x\"); }",
        ),
        (
            "src/orders/number.rs",
            "pub struct Number(pub u32);\nimpl Number { pub fn parse(x: &str) -> Self {} }\npub struct Fine(u32);\n\
             impl Fine { pub fn parse() {} }\npub struct Code { pub x: u8 }\nimpl std::str::FromStr for Code {}\npub struct Data { pub x: u8 }",
        ),
        ("src/orders/jobs/mod.rs", "pub mod send;"),
        (
            "src/orders/jobs/send.rs",
            "use crate::{clock::Clock, db::Db, goods::ALL, jobs::job::Job, web};\nuse crate::orders::number::Number;\n\
             fn f() { web::visit::Visit; sqlx::query(\"x\"); }",
        ),
        ("src/orders/pages/mod.rs", "pub mod order;"),
        ("src/orders/pages/order.rs", "use askama::Template;\nuse crate::web::Visit;\nuse actix_web::web;"),
    ])
}

#[test]
fn a_library_outside_its_room_is_found() {
    let house = broken();
    let found = outside(&Graph::of(&house));
    let begins: Vec<_> = found.iter().map(|line| line.split(" belongs").next().unwrap_or_default()).collect();
    assert_eq!(
        begins,
        [
            "src/orders/jobs/send.rs: SQL",
            "src/orders/place.rs: SQL",
            "src/orders/place.rs: reqwest",
            "src/orders/place.rs: actix_web"
        ]
    );
}

#[test]
fn a_use_case_on_the_web_toolkit_is_found() {
    let house = broken();
    let graph = Graph::of(&house);
    let (found, worded) = on_web(&graph, &[("src/orders/card.rs", "why"), ("src/orders/room/", "why")]);
    assert_eq!(
        found.into_iter().collect::<Vec<_>>(),
        ["src/orders/card.rs", "src/orders/jobs/send.rs", "src/orders/place.rs"]
    );
    assert_eq!(worded.into_iter().collect::<Vec<_>>(), ["src/orders/card.rs", "src/orders/room/"]);
}

#[test]
fn a_row_that_others_can_name_is_found() {
    let found: Vec<String> = rows(&Graph::of(&broken())).into_iter().collect();
    assert_eq!(found, ["src/orders/store.rs : Bill", "src/orders/store.rs : OrderRow"]);
}

#[test]
fn a_parsed_type_with_an_open_field_is_found() {
    let found: Vec<String> = open(&Graph::of(&broken())).into_iter().collect();
    assert_eq!(found, ["src/orders/number.rs : Code", "src/orders/number.rs : Number"]);
}

#[test]
fn a_job_that_names_a_page_or_another_subject_is_found() {
    let found: Vec<String> = beyond(&Graph::of(&broken())).into_iter().collect();
    assert_eq!(
        found,
        ["src/orders/jobs/send.rs : SQL", "src/orders/jobs/send.rs : goods", "src/orders/jobs/send.rs : web"]
    );
}

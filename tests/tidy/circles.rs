//! No circles: no two files, and no two folders, each need the other to be understood.

use std::collections::BTreeSet;

use crate::graph;
use crate::graph::Graph;
use crate::house::House;
use crate::known::{Known, settle};

/// Circles of today.
const KNOWN: Known<'_> = &[];

/// What leads round in a circle: the uses between its ends.
fn around(graph: &Graph, circle: &str) -> String {
    let ends: Vec<&str> = circle.split(" <-> ").collect();
    let end = |module: &str| {
        let file = graph.file(module);
        ends.iter().position(|end| {
            file == *end
                || (end.ends_with('/')
                    && (file.starts_with(end) || file == format!("{}.rs", end.trim_end_matches('/'))))
        })
    };
    let uses = graph.uses.iter().filter(|used| match (end(&used.from), end(&used.to)) {
        (Some(from), Some(to)) => from != to,
        _ => false,
    });
    uses.map(|used| format!("\n  {used}")).collect()
}

#[test]
fn there_are_no_circles_of_files_or_folders() {
    let found = graph().circles();
    let new = found.iter().filter(|circle| !KNOWN.iter().any(|(known, _)| known == circle));
    let uses: String = new.map(|circle| around(graph(), circle)).collect();
    let rule = format!("Files and folders stand in no circle. Move what both need above both.{uses}");
    settle(&rule, &found, KNOWN);
}

#[test]
fn a_circle_through_a_method_that_another_file_adds_is_found() {
    let house = House::of(&[
        ("src/lib.rs", "pub mod carrier;\npub mod users;\npub mod other;"),
        (
            "src/carrier.rs",
            "pub struct Carrier;\nimpl Carrier { fn f(&self) { assert!(self.users(1).len() > 0); } }",
        ),
        (
            "src/users.rs",
            "use crate::carrier::Carrier;\nimpl Carrier { pub fn users(&self) {} pub fn len(&self) {} }",
        ),
        ("src/other.rs", "struct Other;\nimpl Other { fn len(&self) {} }"),
    ]);
    let found: Vec<String> = Graph::of(&house).circles().into_iter().collect();
    assert_eq!(found, ["src/carrier.rs <-> src/users.rs"]);
}

#[test]
fn circles_are_found_of_files_of_folders_through_shown_names_and_through_templates() {
    let house = House::of(&[
        ("src/lib.rs", "pub mod web;\npub mod goods;\npub mod orders;"),
        ("src/web/mod.rs", "pub mod error;"),
        ("src/web/error.rs", "#[derive(Template)]\n#[template(path = \"error.html\")]\nstruct Page;"),
        ("templates/error.html", "{% extends \"layout/shop.html\" %}"),
        ("templates/layout/shop.html", "{% for c in crate::goods::CATEGORIES %}{{ c }}{% endfor %}"),
        ("src/goods/mod.rs", "pub mod list;\npub mod pages;\npub use list::CATEGORIES;"),
        ("src/goods/list.rs", "pub const CATEGORIES: [&str; 0] = [];"),
        ("src/goods/pages.rs", "use crate::web::error::Page;"),
        (
            "src/orders/mod.rs",
            "pub mod a;\npub mod b;\npub mod c;\npub mod room;\npub const ALL: u8 = 1;\npub use a::A;\nfn routes() { c::show() }",
        ),
        ("src/orders/a.rs", "use super::b::B;\npub struct A;"),
        ("src/orders/b.rs", "use crate::orders::A;\npub struct B;"),
        ("src/orders/c.rs", "pub fn show() { super::ALL; room::x::y::deep() }\nuse super::room;"),
        ("src/orders/room/mod.rs", "pub mod x;\npub mod z;"),
        ("src/orders/room/x/mod.rs", "pub mod y;"),
        ("src/orders/room/x/y.rs", "pub fn deep() {}"),
        ("src/orders/room/z.rs", "fn f() { crate::orders::c::show(); }"),
    ]);
    let graph = Graph::of(&house);
    let found: Vec<String> = graph.circles().into_iter().collect();
    assert_eq!(
        found,
        [
            // A folder's own list belongs to the folder: what it defines beside its routes stands in the way.
            "src/orders/a.rs <-> src/orders/b.rs",
            "src/orders/c.rs <-> src/orders/mod.rs",
            "src/orders/c/ <-> src/orders/room/",
            "src/web/ <-> src/goods/",
        ]
        .map(|circle| circle
            .split(" <-> ")
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
            .join(" <-> "))
        .into_iter()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect::<Vec<_>>()
    );
    assert!(
        around(&graph, "src/goods/ <-> src/web/")
            .contains("templates/layout/shop.html (for src/web/error.rs)")
    );
}

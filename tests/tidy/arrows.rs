//! The code can be read from top to bottom: a module uses only modules above it in `lib.rs`, and a file only files above it
//! in the list of its folder.

use std::collections::BTreeSet;

use crate::graph::{Graph, Use, module_of};
use crate::house::House;
use crate::known::{Known, settle};
use crate::rust::Code;
use crate::{graph, house};

/// Arrows that point down today: `src/<folder> : <upper> -> <lower>`.
const KNOWN: Known<'_> = &[];

/// Who never uses whom, wherever they stand.
const NEVER: [(&str, &str, &str); 4] = [
    ("sandbox", "post", "a wrong field name on both sides would cancel out"),
    ("sandbox", "carrier", "the simulator is held against Post's examples, not against the shop's words"),
    ("sandbox", "label", "a fault in the label's rules would be shared, and unseen"),
    ("label", "post", "a label is drawn from what is known, without asking"),
];

/// The uses that point down, each as the two rooms and where it is.
fn downward(graph: &Graph) -> Vec<(String, &Use)> {
    let mut found = Vec::new();
    let folders = graph.modules().map(|(name, _)| name);
    for folder in folders {
        let order = graph.children(folder);
        let rank = |room: &str| order.iter().position(|other| other == room);
        for (from, to, used) in graph.between(folder) {
            if rank(from) < rank(to) {
                let place =
                    if folder.is_empty() { "src" } else { &format!("src/{}", folder.replace("::", "/")) };
                found.push((format!("{place} : {from} -> {to}"), used));
            }
        }
    }
    found
}

fn never(graph: &Graph) -> Vec<String> {
    let mut found = Vec::new();
    for (from, to, used) in graph.between("") {
        for (_, _, why) in NEVER.iter().filter(|(a, b, _)| (*a, *b) == (from, to)) {
            found.push(format!("{from} must never use {to} ({why}): {used}"));
        }
    }
    found
}

/// Files that no `mod` lists, which no reading would see.
fn unlisted(graph: &Graph, house: &House) -> Vec<String> {
    let files = house.below("src", "rs").map(|(file, _)| file).filter(|file| *file != "src/main.rs");
    let unlisted = files.filter(|file| {
        let module = module_of(file);
        let (folder, name) = module.rsplit_once("::").unwrap_or(("", &module));
        !name.is_empty() && !graph.children(folder).iter().any(|child| child == name)
    });
    unlisted.map(ToOwned::to_owned).collect()
}

#[test]
fn a_file_uses_only_files_above_it() {
    let down = downward(graph());
    let new: Vec<String> = down
        .iter()
        .filter(|(arrow, _)| !KNOWN.iter().any(|(known, _)| known == arrow))
        .map(|(_, used)| format!("\n  {used}"))
        .collect();
    let rule = format!(
        "A file uses only files above it in its mod.rs, a module only modules above it in lib.rs. Move what is used up or \
         into a file of its own, or list the files in another order.{}",
        new.concat()
    );
    settle(&rule, &down.iter().map(|(arrow, _)| arrow.clone()).collect(), KNOWN);
}

#[test]
fn what_must_never_meet_never_meets() {
    let found = never(graph());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Files of which nobody uses anything: dead, or used in a way that the readings do not see.
fn unused(graph: &Graph, house: &House) -> Vec<String> {
    let main = Code::read("src/main.rs", house.text("src/main.rs").unwrap_or_default());
    let of_main = main.imports.iter().filter_map(|import| import.path.get(1).map(String::as_str));
    let mut used: BTreeSet<&str> = graph.uses.iter().map(|used| used.to.as_str()).collect();
    used.extend(of_main);
    let files = graph.modules().filter(|(name, module)| {
        // What it adds to another's type may be called by a name that many methods have.
        !module.code.items.is_empty() && module.code.lent.is_empty() && !used.contains(name)
    });
    files.map(|(_, module)| module.file.clone()).collect()
}

#[test]
fn every_file_is_used() {
    let found = unused(graph(), house()).into_iter().collect();
    let rule = "Of every file something is used: take out what is dead.";
    settle(rule, &found, &[("src/app/samples.rs", "the tests render what it gathers")]);
}

#[test]
fn every_file_is_listed() {
    assert_eq!(unlisted(graph(), house()), [""; 0]);
}

fn broken() -> House {
    House::of(&[
        ("src/lib.rs", "pub mod carrier;\npub mod post;\npub mod goods;\npub mod sandbox;"),
        ("src/post.rs", "use crate::goods::Cheese;"),
        ("src/carrier.rs", "pub struct Kind;"),
        ("src/sandbox.rs", "fn f() -> crate::post::Wire { matches!(x, crate::carrier::Kind) }"),
        (
            "src/goods/mod.rs",
            "pub mod upper;\npub mod room;\npub mod lower;\npub use lower::Cheese;\n#[cfg(test)]\nmod tests { use super::upper::Test; }",
        ),
        (
            "src/goods/upper.rs",
            "use super::{Cheese as C, room};\n#[cfg(test)]\nmod tests { use crate::sandbox::X; }",
        ),
        ("src/goods/room/mod.rs", "mod first;\nmod second;"),
        ("src/goods/room/first.rs", "fn f() { g!(super::second::made(1)); }"),
        ("src/goods/room/second.rs", "use super::first::F; pub fn made() {}"),
        ("src/goods/lower.rs", "use super::room; use crate::goods::upper::U; pub struct Cheese;"),
        ("src/goods/forgotten.rs", ""),
    ])
}

#[test]
fn an_arrow_that_points_down_is_found_also_through_a_shown_name_and_in_a_macro() {
    let house = broken();
    let graph = Graph::of(&house);
    let found: BTreeSet<String> = downward(&graph).into_iter().map(|(arrow, _)| arrow).collect();
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(
        found,
        ["src : post -> goods", "src/goods : upper -> lower", "src/goods/room : first -> second"]
    );
}

#[test]
fn a_meeting_that_must_never_be_is_found() {
    let house = broken();
    let found = never(&Graph::of(&house));
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_file_that_nobody_uses_is_found() {
    let house = House::of(&[
        ("src/lib.rs", "pub mod a;\npub mod b;\npub mod c;\npub mod cli;"),
        ("src/a.rs", "pub fn f() {}"),
        ("src/b.rs", "pub fn f() { crate::a::f() }"),
        ("src/c.rs", "//! Nothing."),
        ("src/cli.rs", "pub fn run() {}"),
        ("src/main.rs", "use pickpost_shop::cli;"),
    ]);
    assert_eq!(unused(&Graph::of(&house), &house), ["src/b.rs"]);
}

#[test]
fn a_file_that_nobody_lists_is_found() {
    let house = broken();
    assert_eq!(unlisted(&Graph::of(&house), &house), ["src/goods/forgotten.rs"]);
}

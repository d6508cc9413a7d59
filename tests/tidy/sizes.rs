//! Small enough to live in: files, functions, templates, sheets; and no median above where it once was.

use std::collections::BTreeSet;

use crate::figures::Figures;
use crate::graph::Graph;
use crate::house::House;
use crate::known::{Known, settle};
use crate::{files, graph, house, name, read};

/// The most lines that a file of Rust may have.
const FILE: usize = 399;

/// The most lines of a function, from its name to its end.
const FUNCTION: usize = 60;

/// The medians that were once reached (docs/figures.md, b354c16): of files and of functions.
const MEDIANS: (usize, usize) = (83, 7);

/// Medians above that today.
const KNOWN: Known<'_> = &[];

fn too_long(house: &House, graph: &Graph) -> Vec<String> {
    let mut found = Vec::new();
    for (file, text) in house.below("src", "rs") {
        let head = text.lines().take_while(|line| line.starts_with("//!")).count();
        if head == 0 || head > 3 {
            found.push(format!("{file} says in {head} lines what it is: one to three"));
        }
        let lines = text.lines().count();
        if lines > FILE {
            found.push(format!("{file} has {lines} lines: at most {FILE}"));
        }
    }
    for (_, module) in graph.modules() {
        for function in module.code.functions.iter().filter(|function| function.lines > FUNCTION) {
            let (name, lines) = (&function.name, function.lines);
            found.push(format!("{}: {name} has {lines} lines: at most {FUNCTION}", module.file));
        }
    }
    found
}

fn medians(figures: &Figures) -> BTreeSet<String> {
    let all =
        [("files", figures.files.median, MEDIANS.0), ("functions", figures.functions.median, MEDIANS.1)];
    all.into_iter().filter(|(_, now, then)| now > then).map(|(what, ..)| what.to_owned()).collect()
}

#[test]
fn files_open_with_a_sentence_and_stay_small() {
    assert_eq!(too_long(house(), graph()), [""; 0]);
    for path in files("templates", "html") {
        assert!(read(&path).lines().count() < 150, "{} is too long", name(&path));
    }
    for path in files("static/css", "css") {
        assert!(read(&path).lines().count() < 200, "{} is too long", name(&path));
    }
}

#[test]
fn no_median_grows() {
    let figures = Figures::of(house(), graph());
    let rule = format!(
        "The median file has {} lines (at most {}), the median function {} (at most {}): `make figures`. Make rooms of what \
         has grown.",
        figures.files.median, MEDIANS.0, figures.functions.median, MEDIANS.1
    );
    settle(&rule, &medians(&figures), KNOWN);
}

#[test]
fn what_is_too_long_is_found() {
    let long = format!("//! A file.\n{}", "\n".repeat(FILE));
    let function = format!(
        "//! A file.\nimpl A {{\n pub(super) async fn f(\n  a: A,\n ) {{\n{} }}\n}}",
        "\n".repeat(FUNCTION - 3)
    );
    let house = House::of(&[
        ("src/lib.rs", "//! A house.\npub mod a;\npub mod b;\npub mod c;"),
        ("src/a.rs", &long),
        ("src/b.rs", &function),
        ("src/c.rs", "fn f() {}"),
    ]);
    assert_eq!(
        too_long(&house, &Graph::of(&house)),
        [
            "src/a.rs has 400 lines: at most 399",
            "src/c.rs says in 0 lines what it is: one to three",
            "src/b.rs: f has 61 lines: at most 60"
        ]
    );
}

#[test]
fn a_median_that_has_grown_is_found() {
    let long = format!("fn f() {{\n{}}}", "\n".repeat(MEDIANS.0));
    let house =
        House::of(&[("src/lib.rs", "pub mod a;\npub mod b;"), ("src/a.rs", &long), ("src/b.rs", &long)]);
    let found: Vec<String> = medians(&Figures::of(&house, &Graph::of(&house))).into_iter().collect();
    assert_eq!(found, ["files", "functions"]);
}

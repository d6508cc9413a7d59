//! One page is one file with one template; its handlers are called `show` and `submit`, and its samples are rendered.

use std::collections::BTreeSet;

use crate::graph::{Graph, Module};
use crate::house::House;
use crate::known::{Known, settle};
use crate::{graph, house};

/// Handlers with a name of their own: `<file> : <handler>`.
const OTHER_HANDLERS: Known<'_> = &[
    ("src/pickup/pages/map.rs : points", "one map answers three addresses: its points,"),
    ("src/pickup/pages/map.rs : names", "its names of places,"),
    ("src/pickup/pages/map.rs : stops", "and its stops"),
    ("src/merchant/pages/order.rs : json", "the order as data, at the page's own address with an ending"),
];

/// Where the samples of all pages are gathered.
const GATHERED: &str = "app::samples";

fn pages(graph: &Graph) -> impl Iterator<Item = (&str, &Module)> {
    graph.modules().filter(|(_, module)| module.file.contains("/pages/"))
}

fn misfits(graph: &Graph, house: &House) -> Vec<String> {
    let mut found = Vec::new();
    for (_, module) in graph.modules() {
        for template in &module.code.templates {
            if house.text(&format!("templates/{template}")).is_none() {
                found.push(format!("{}: there is no templates/{template}", module.file));
            }
        }
    }
    for (_, module) in pages(graph) {
        let file = &module.file;
        let [template] = module.code.templates.as_slice() else {
            if module.code.templates.len() > 1 {
                found.push(format!("{file} has more than one template: make each a page of its own"));
            }
            continue;
        };
        let page = file.trim_start_matches("src/").replace("/pages/", "/").replace(".rs", ".html");
        if page != *template {
            found.push(format!("{file} shows another page's template, {template}"));
        }
        for name in ["show", "samples"] {
            if !module.code.items.contains(name) {
                found.push(format!("{file} has a template but no `{name}`"));
            }
        }
    }
    found
}

fn named_otherwise(graph: &Graph) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (_, module) in pages(graph) {
        let handlers = module.code.functions.iter().filter(|function| function.public_async);
        let others = handlers.filter(|function| !["show", "submit"].contains(&&*function.name));
        found.extend(others.map(|function| format!("{} : {}", module.file, function.name)));
    }
    found
}

/// Pages with a template whose samples nobody gathers: no test would render them.
fn forgotten(graph: &Graph) -> Vec<String> {
    let gathered: BTreeSet<&str> = graph
        .uses
        .iter()
        .filter(|used| used.from == GATHERED && used.item == "samples")
        .map(|used| used.to.as_str())
        .collect();
    let pages = pages(graph).filter(|(_, module)| !module.code.templates.is_empty());
    pages.filter(|(name, _)| !gathered.contains(name)).map(|(_, module)| module.file.clone()).collect()
}

#[test]
fn one_page_is_one_file_with_one_template() {
    assert_eq!(misfits(graph(), house()), [""; 0]);
}

#[test]
fn handlers_are_called_show_and_submit() {
    let rule = "A handler is called `show` or `submit`; one file is one page.";
    settle(rule, &named_otherwise(graph()), OTHER_HANDLERS);
}

#[test]
fn no_page_is_forgotten_among_the_samples() {
    let forgotten = forgotten(graph());
    assert!(
        forgotten.is_empty(),
        "src/app/samples.rs does not call `samples` of {forgotten:?}: add them, so that every page is rendered in every \
         language"
    );
}

fn broken() -> House {
    let view = |path: &str| format!("#[derive(Template)]\n#[template(path = \"{path}\")]\nstruct View;\n");
    let fine = "pub async fn show() {}\npub fn samples() {}\n";
    let files = [
        ("src/lib.rs", "pub mod goods;\npub mod app;".to_owned()),
        ("src/goods/mod.rs", "pub mod pages;".to_owned()),
        ("src/goods/pages/mod.rs", "pub mod list;\npub mod one;\npub mod two;\npub mod sold;".to_owned()),
        (
            "src/goods/pages/list.rs",
            view("goods/list.html") + fine + "pub async fn table() {}\nasync fn help() {}",
        ),
        ("src/goods/pages/one.rs", view("goods/list.html") + "pub async fn show() {}"),
        (
            "src/goods/pages/two.rs",
            view("goods/two.html")
                + "#[derive(Template)]\n#[template(source = \"x\", ext = \"html\")]\nstruct Gone;"
                + fine,
        ),
        ("src/goods/pages/sold.rs", view("goods/sold.html") + fine),
        ("src/app/mod.rs", "mod samples;".to_owned()),
        (
            "src/app/samples.rs",
            "use crate::goods;\nfn samples() { use goods::pages::{list, two as second, sold};\n\
             [list::samples, second::samples]; goods::pages::sold::show(); }"
                .to_owned(),
        ),
        ("templates/goods/list.html", String::new()),
        ("templates/goods/two.html", String::new()),
        ("templates/goods/sold.html", String::new()),
    ];
    House::of(&files.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>())
}

#[test]
fn a_page_that_is_not_one_file_with_one_template_is_found() {
    let house = broken();
    assert_eq!(
        misfits(&Graph::of(&house), &house),
        [
            "src/goods/pages/two.rs: there is no templates/(a template inside the code)",
            "src/goods/pages/one.rs shows another page's template, goods/list.html",
            "src/goods/pages/one.rs has a template but no `samples`",
            "src/goods/pages/two.rs has more than one template: make each a page of its own",
        ]
    );
}

#[test]
fn a_handler_with_another_name_is_found() {
    let found: Vec<String> = named_otherwise(&Graph::of(&broken())).into_iter().collect();
    assert_eq!(found, ["src/goods/pages/list.rs : table"]);
}

#[test]
fn a_forgotten_page_is_found() {
    assert_eq!(forgotten(&Graph::of(&broken())), ["src/goods/pages/one.rs", "src/goods/pages/sold.rs"]);
}

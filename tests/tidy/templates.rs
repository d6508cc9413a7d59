//! Templates keep the arrows too: the layouts and parts of the house know no subject, and a subject's page stands on them,
//! on its own folder, or on a subject above it.

use std::collections::{BTreeMap, BTreeSet};

use crate::askama::{paths, stands_on, words};
use crate::graph::Graph;
use crate::house::House;
use crate::known::{Known, settle};
use crate::{graph, house};

/// What stands on a subject today: `<file> : <what>`.
const KNOWN: Known<'_> = &[];

/// What a layout or a part says of a subject today: `<file> : <word>`.
const KNOWN_WORDS: Known<'_> = &[];

/// Words that only a subject knows. What a frame or a part shows of it is told by the page.
const WORDS: &[(&str, &[&str])] = &[
    ("catalogue", &["catalogue", "category", "categories", "product", "products"]),
    ("basket", &["basket", "baskets"]),
    ("pickup", &["pickup", "pickpost", "point", "points"]),
    ("shipping", &["parcel", "parcels", "delivery", "mandate"]),
    ("invoice", &["invoice", "bill"]),
    ("orders", &["order", "orders"]),
    ("checkout", &["checkout"]),
    ("merchant", &["merchant", "merchants"]),
    ("about", &["about", "terms", "imprint"]),
    ("post", &["post"]),
];

/// The folder at the top; none for `error.html`.
fn folder(template: &str) -> &str {
    template.split_once('/').map_or("", |(folder, _)| folder)
}

fn of_the_house(template: &str) -> bool {
    ["layout", "parts", ""].contains(&folder(template))
}

/// Templates that stand on something that they should not know, and Rust files that show another's template.
fn strangers(house: &House, graph: &Graph) -> BTreeMap<String, String> {
    let rank = |module: &str| graph.order().iter().position(|other| other == module);
    // A layout may call what stands at or above `web`; a subject's page what stands at or above the subject.
    let knows = |template: &str, module: &str| {
        let own = if of_the_house(template) { "web" } else { folder(template) };
        rank(module).is_some_and(|module| rank(own).is_some_and(|own| module <= own))
    };
    let mut found = BTreeMap::new();
    for (file, text) in house.below("templates", "html") {
        let template = file.trim_start_matches("templates/");
        for other in stands_on(text) {
            let shared = ["layout", "parts"].contains(&folder(&other));
            if !shared && (of_the_house(template) || !knows(template, folder(&other))) {
                found.insert(format!("{file} : {other}"), format!("{file} stands on {other}"));
            }
        }
        for path in paths(text) {
            if !knows(template, &path[0]) {
                let path = path.join("::");
                found.insert(format!("{file} : {path}"), format!("{file} calls {path}"));
            }
        }
    }
    for (module, code) in graph.modules() {
        let own = module.split("::").next().unwrap_or_default();
        for template in &code.code.templates {
            let fits = if own == "web" { of_the_house(template) } else { folder(template) == own };
            if !fits {
                found
                    .insert(format!("{} : {template}", code.file), format!("{} shows {template}", code.file));
            }
        }
    }
    found
}

/// The words of subjects in what belongs to the house.
fn named(house: &House) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (file, text) in house.below("templates", "html") {
        let template = file.trim_start_matches("templates/");
        if of_the_house(template) {
            let said: BTreeSet<String> = words(text).into_iter().chain(words(template)).collect();
            let words = WORDS.iter().flat_map(|(_, words)| *words);
            found.extend(words.filter(|word| said.contains(**word)).map(|word| format!("{file} : {word}")));
        }
    }
    found
}

/// Templates that no file shows and no other template stands on.
fn unused(house: &House, graph: &Graph) -> BTreeSet<String> {
    let all: BTreeSet<String> = house
        .below("templates", "html")
        .map(|(file, _)| file.trim_start_matches("templates/").to_owned())
        .collect();
    let mut used: BTreeSet<String> =
        house.below("templates", "html").flat_map(|(_, text)| stands_on(text)).collect();
    used.extend(graph.modules().flat_map(|(_, module)| module.code.templates.iter().cloned()));
    all.difference(&used).cloned().collect()
}

#[test]
fn every_template_is_used() {
    let unused = unused(house(), graph());
    assert!(unused.is_empty(), "no page shows {unused:?}, and no template stands on them: take them out");
}

#[test]
fn a_template_stands_on_the_house_its_own_subject_or_one_above() {
    let found = strangers(house(), graph());
    let new = found.iter().filter(|(name, _)| !KNOWN.iter().any(|(known, _)| known == name));
    let what: String = new.map(|(_, what)| format!("\n  {what}")).collect();
    let rule = format!(
        "Layouts, parts and the error page stand on nothing but each other; a subject's page on them, its own folder, or a \
         subject above it in lib.rs. Hand over what it shows from the page.{what}"
    );
    settle(&rule, &found.into_keys().collect(), KNOWN);
}

#[test]
fn layouts_and_parts_name_no_subject() {
    let rule = "What belongs to every page has no word of a subject in it: a page tells its frame what to show, and a part \
                that only one subject needs stands in that subject's folder.";
    settle(rule, &named(house()), KNOWN_WORDS);
}

#[test]
fn the_subjects_are_those_of_the_shop() {
    for (subject, _) in WORDS {
        assert!(graph().order().iter().any(|module| module == subject), "there is no subject {subject}");
    }
}

fn broken() -> House {
    House::of(&[
        ("src/lib.rs", "pub mod web;\npub mod goods;\npub mod orders;"),
        ("src/web.rs", "#[derive(Template)]\n#[template(path = \"goods/list.html\")]\nstruct Page;"),
        ("src/goods.rs", "#[derive(Template)]\n#[template(path = \"goods/list.html\")]\nstruct Page;"),
        ("src/orders.rs", ""),
        (
            "templates/layout/shop.html",
            "{% import \"parts/kit.html\" as kit %}{{ crate::goods::ALL }}{{ crate::web::x() }}",
        ),
        (
            "templates/parts/kit.html",
            "{# a note on the basket #}<a href=\"/basket\">{{ p.t(\"bill-title\") }}</a>",
        ),
        ("templates/error.html", "{% extends \"goods/frame.html\" %}"),
        ("templates/goods/frame.html", "{% extends \"layout/shop.html\" %}"),
        (
            "templates/goods/list.html",
            "{% extends \"goods/frame.html\" %}{%- include \"orders/card.html\" -%}",
        ),
        ("templates/orders/card.html", "{% import \"goods/frame.html\" as frame %}{{ crate::orders::ALL }}"),
    ])
}

#[test]
fn a_template_that_stands_on_a_stranger_is_found() {
    let house = broken();
    let found: Vec<String> = strangers(&house, &Graph::of(&house)).into_keys().collect();
    assert_eq!(
        found,
        [
            "src/web.rs : goods/list.html",
            "templates/error.html : goods/frame.html",
            "templates/goods/list.html : orders/card.html",
            "templates/layout/shop.html : goods::ALL",
        ]
    );
}

#[test]
fn a_template_that_nobody_uses_is_found() {
    let house = broken();
    let found: Vec<String> = unused(&house, &Graph::of(&house)).into_iter().collect();
    assert_eq!(found, ["error.html"]);
}

#[test]
fn a_subjects_word_in_a_part_is_found() {
    let found: Vec<String> = named(&broken()).into_iter().collect();
    assert_eq!(found, ["templates/parts/kit.html : basket", "templates/parts/kit.html : bill"]);
}

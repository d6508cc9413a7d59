//! A `mod.rs` is a list: what the folder owns, its files in reading order, what it shows on, its routes.

use crate::house;
use crate::house::House;

/// Whether a line at the left edge belongs to a list.
fn is_of_a_list(line: &str) -> bool {
    let kinds = ["mod ", "pub mod ", "use ", "pub use ", "pub(crate) use ", "//", "}", "#["];
    let routes = line.contains("fn ") && (line.contains("&mut ServiceConfig") || line.contains("-> Route"));
    line.is_empty() || line.starts_with(' ') || routes || kinds.iter().any(|kind| line.starts_with(kind))
}

fn more_than_lists(house: &House) -> Vec<String> {
    let lists = house.below("src", "rs").filter(|(name, _)| name.ends_with("/mod.rs"));
    let more = lists.filter_map(|(name, text)| {
        let line = text.lines().find(|line| !is_of_a_list(line))?;
        Some(format!("{name} holds more than a list: {line}"))
    });
    more.collect()
}

#[test]
fn a_folders_list_holds_nothing_else() {
    assert_eq!(more_than_lists(house()), [""; 0]);
}

#[test]
fn a_list_that_holds_more_is_found() {
    let list = "//! Goods.\n\npub mod one;\n\npub use one::{\n    One,\n};\n\npub fn routes(cfg: &mut ServiceConfig) {\n    one();\n}\n";
    let house = House::of(&[
        ("src/goods/mod.rs", list),
        ("src/orders/mod.rs", "//! Orders.\n\npub mod store;\n\npub struct Order;"),
        ("src/orders/store.rs", "//! SQL.\n\nstruct Row;"),
    ]);
    assert_eq!(more_than_lists(&house), ["src/orders/mod.rs holds more than a list: pub struct Order;"]);
}

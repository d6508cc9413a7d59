//! The documents of `contract/`, one for each API, as one. Each says of every field where it comes from: `doc` is published
//! by Post, `seen` in clients of others or in recorded traffic, `decision` is assumed here, `own` is the simulator's.

use std::sync::LazyLock;

use crate::sandbox::openapi::tree::Tree;

/// In the order in which a checkout needs them.
const PARTS: [&str; 8] = [
    include_str!("../../../contract/oauth.json"),
    include_str!("../../../contract/pickpost.json"),
    include_str!("../../../contract/locations.json"),
    include_str!("../../../contract/address.json"),
    include_str!("../../../contract/barcode.json"),
    include_str!("../../../contract/delivery.json"),
    include_str!("../../../contract/tracking.json"),
    include_str!("../../../contract/console.json"),
];

const TITLE: &str = "Post's APIs, as this simulator plays them";
const ABOUT: &str = "Written in our own words from what Swiss Post has published and what public clients have seen; no \
                     document of Swiss Post's. x-source says where each operation and field comes from: doc, published by \
                     Post; seen, in clients of others or in recorded traffic; decision, assumed here, since no source says \
                     it; own, the simulator's. x-assumed lists values of a published field that are assumed.";

/// The whole.
pub static DOCUMENT: LazyLock<Tree> = LazyLock::new(assemble);

fn assemble() -> Tree {
    // Each of them can be read, which a test shows.
    let parts: Vec<Tree> = PARTS.iter().filter_map(|part| serde_json::from_str(part).ok()).collect();
    let all = |way: &[&str]| {
        let members = parts.iter().flat_map(|part| part.at(way).members());
        Tree::object(members.map(|(name, value)| (name, value.clone())))
    };
    let tag = |part: &Tree| {
        let said = |name: &str| part["info"][name].clone();
        Tree::object([("name", said("title")), ("description", said("description"))])
    };
    let version = env!("CARGO_PKG_VERSION");
    Tree::object([
        ("openapi", "3.1.0".into()),
        (
            "info",
            Tree::object([
                ("title", TITLE.into()),
                ("version", version.into()),
                ("description", ABOUT.into()),
            ]),
        ),
        ("servers", Tree::List(vec![Tree::object([("url", "/".into())])])),
        ("tags", Tree::List(parts.iter().map(tag).collect())),
        ("paths", all(&["paths"])),
        (
            "components",
            Tree::object(["schemas", "securitySchemes"].map(|kind| (kind, all(&["components", kind])))),
        ),
    ])
}

/// What a reference stands for, or the value itself.
#[must_use]
pub fn resolved(value: &'static Tree) -> &'static Tree {
    let named = value["$ref"].as_str().and_then(|name| name.strip_prefix("#/"));
    named.map_or(value, |place| DOCUMENT.at(&place.split('/').collect::<Vec<_>>()))
}

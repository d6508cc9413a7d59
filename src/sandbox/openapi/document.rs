//! The documents of `contract/`, one for each API, as one. Each says of every field where it comes from: `doc` is published
//! by Post, `seen` in clients of others or in recorded traffic, `decision` is assumed here, `own` is the simulator's.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};

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
pub static DOCUMENT: LazyLock<Value> = LazyLock::new(assemble);

fn assemble() -> Value {
    let mut whole = json!({
        "openapi": "3.1.0",
        "info": { "title": TITLE, "version": env!("CARGO_PKG_VERSION"), "description": ABOUT },
        "servers": [{ "url": "/" }],
        "tags": [], "paths": {}, "components": { "schemas": {}, "securitySchemes": {} },
    });
    // Each of them can be read, which a test shows.
    for part in PARTS.iter().filter_map(|part| serde_json::from_str::<Value>(part).ok()) {
        if let Some(tags) = whole["tags"].as_array_mut() {
            tags.push(json!({ "name": part["info"]["title"], "description": part["info"]["description"] }));
        }
        for place in ["/paths", "/components/schemas", "/components/securitySchemes"] {
            if let (Some(all), Some(more)) = (object(&mut whole, place), part.pointer(place)) {
                all.extend(more.as_object().cloned().unwrap_or_default());
            }
        }
        let title = part["info"]["title"].clone();
        let paths = part["paths"].as_object().into_iter().flatten();
        for (path, method) in
            paths.flat_map(|(path, item)| item.as_object().into_iter().flatten().map(move |(m, _)| (path, m)))
        {
            whole["paths"][path][method]["tags"] = json!([title]);
        }
    }
    whole
}

fn object<'a>(whole: &'a mut Value, place: &str) -> Option<&'a mut Map<String, Value>> {
    whole.pointer_mut(place)?.as_object_mut()
}

/// What a reference stands for, or the value itself.
#[must_use]
pub fn resolved(value: &'static Value) -> &'static Value {
    let named = value["$ref"].as_str().and_then(|name| name.strip_prefix('#'));
    named.and_then(|place| DOCUMENT.pointer(place)).unwrap_or(value)
}

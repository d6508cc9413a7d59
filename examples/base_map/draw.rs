//! The base map as one short file: every line as a list of whole numbers, the first pair in steps of 1/10000 of a
//! degree (longitude, latitude), the others as differences. A test makes the file again and compares every byte.

use serde_json::{Value, json};

/// The layers as GeoJSON.
pub struct Layers {
    pub country: String,
    pub neighbours: String,
    pub lakes: String,
    pub rivers: String,
    pub cantons: String,
    pub towns: String,
}

/// The whole file.
pub fn file(layers: &Layers) -> String {
    let named = |feature: &Value| {
        let name = |lang: &str| {
            let properties = &feature["properties"];
            let own = properties[lang].as_str().or(properties["name"].as_str());
            own.unwrap_or_default().to_owned()
        };
        [name("de"), name("fr"), name("it"), name("en")]
    };
    let lakes: Vec<Value> = features(&layers.lakes)
        .iter()
        .map(|lake| {
            let (km2, coarse) =
                (lake["properties"]["km2"].as_f64().unwrap_or(0.0), lake["properties"]["source"] != "gshhg");
            json!({ "n": named(lake), "k": km2, "c": u8::from(coarse), "l": lines(lake) })
        })
        .collect();
    let rivers: Vec<Value> = features(&layers.rivers).iter().flat_map(lines).map(Value::from).collect();
    let lines_of = |text: &str| features(text).iter().flat_map(lines).collect::<Vec<_>>();
    let towns: Vec<Value> = features(&layers.towns)
        .iter()
        .filter_map(|town| {
            let at = town["geometry"]["coordinates"].as_array()?;
            let properties = &town["properties"];
            Some(json!([properties["name"], at[1], at[0], properties["rank"]]))
        })
        .collect();
    let map = json!({
        "credits": "OpenStreetMap contributors (ODbL); lakes and rivers: GSHHG (LGPL); cantons: Natural Earth; towns: GeoNames (CC BY 4.0)",
        "country": lines_of(&layers.country),
        "neighbours": lines_of(&layers.neighbours),
        "lakes": lakes,
        "rivers": rivers,
        "cantons": lines_of(&layers.cantons),
        "towns": towns,
    });
    format!("{map}\n")
}

fn features(text: &str) -> Vec<Value> {
    let map: Value = serde_json::from_str(text).unwrap_or_default();
    map["features"].as_array().cloned().unwrap_or_default()
}

/// All lines of a shape, whatever it is; points have none.
fn lines(feature: &Value) -> Vec<Vec<i64>> {
    let shape = &feature["geometry"]["coordinates"];
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let lines = match feature["geometry"]["type"].as_str().unwrap_or_default() {
        "LineString" => vec![shape.clone()],
        "MultiLineString" | "Polygon" => list(shape),
        "MultiPolygon" => list(shape).iter().flat_map(list).collect(),
        _ => Vec::new(),
    };
    lines.iter().map(|line| short(&list(line))).collect()
}

fn short(line: &[Value]) -> Vec<i64> {
    let mut numbers = Vec::with_capacity(line.len() * 2);
    let mut before = (0, 0);
    for position in line {
        let at = (step(&position[0]), step(&position[1]));
        numbers.extend([at.0 - before.0, at.1 - before.1]);
        before = at;
    }
    numbers
}

#[expect(clippy::cast_possible_truncation, reason = "degrees fit")]
fn step(degrees: &Value) -> i64 {
    (degrees.as_f64().unwrap_or(0.0) * 10_000.0).round() as i64
}

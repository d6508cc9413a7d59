//! Makes the base map of the location search from `data/basemap`: `cargo run --example base_map`.

mod draw;

fn main() -> std::io::Result<()> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| std::fs::read_to_string(root.join("data/basemap").join(name));
    let layers = draw::Layers {
        country: read("country.geojson")?,
        neighbours: read("neighbours.geojson")?,
        lakes: read("lakes.geojson")?,
        rivers: read("rivers.geojson")?,
        cantons: read("cantons.geojson")?,
        towns: read("towns.geojson")?,
    };
    std::fs::write(root.join("static/map/base.json"), draw::file(&layers))
}

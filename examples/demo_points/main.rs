//! Writes `data/points.json`, the same bytes every time: `cargo run --example demo_points`.

mod generate;

fn main() -> std::io::Result<()> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| std::fs::read_to_string(root.join("data").join(name));
    let maps = (read("basemap/country.geojson")?, read("basemap/lakes.geojson")?);
    let file = generate::file(&read("places.tsv")?, (&maps.0, &maps.1));
    std::fs::write(root.join("data/points.json"), file)
}

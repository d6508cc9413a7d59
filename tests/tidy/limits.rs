//! The table of limits in the document is the one in the code.

use std::path::Path;

use pickpost_shop::limit;

use super::read;

#[test]
fn the_document_has_every_limit_with_its_figures() {
    let document = read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/limits.md")));
    let rows: Vec<String> =
        document.lines().filter(|line| line.starts_with("| `")).map(ToOwned::to_owned).collect();
    let rules = limit::all();
    assert_eq!(rows.len(), rules.len());
    for rule in rules {
        let every = f64::from(rule.every) / 1000.0;
        let row = format!("| `{}` | {} | {every} s |", rule.name, rule.burst);
        assert_eq!(rows.iter().filter(|line| line.starts_with(&row)).count(), 1, "{row}");
    }
}

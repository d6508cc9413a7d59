//! The table of magic values in the documents is the one that the simulator plays.

use pickpost_shop::sandbox::magic;

#[test]
fn the_document_of_magic_values_is_the_simulators_table() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/magic-values.md");
    if std::env::var_os("WRITE_MAGIC_VALUES").is_some() {
        std::fs::write(file, magic::document()).expect("the document");
    }
    let written = std::fs::read_to_string(file).unwrap_or_default();
    assert!(
        written == magic::document(),
        "docs/magic-values.md is another table: write it with WRITE_MAGIC_VALUES=1 cargo test --test carrier magic"
    );
}
